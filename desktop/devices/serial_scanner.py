"""Hand scanners on a serial port: what they send comes as bytes, past keyboard, layout and input method.

Needs Qt's part for serial ports, an extra; without it a scanner types like a keyboard.
"""

from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.devices.scanner import SILENCE_MS, ScanAssembler
from desktop.settings import Settings

# How often a port that went is looked for.
AGAIN_MS: Final = 2_000
# Most scanners on a cable that pretends to be serial do not mind; real ones come set to this.
BAUD: Final = 9_600
# Whoever sends more without a closing key is no scanner.
MOST_BYTES: Final = 4_096
_KEYS: Final = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


@cache
def serial_ports() -> ModuleType | None:
    """PySide6.QtSerialPort, or None where it is not installed."""
    try:
        return import_module("PySide6.QtSerialPort")
    except ImportError:
        return None


def port_names() -> tuple[str, ...]:
    """The serial ports of this computer by the names that the system gives them; none without the extra."""
    module = serial_ports()
    return tuple(sorted(one.portName() for one in module.QSerialPortInfo.availablePorts())) if module else ()


class SerialScanner(QObject):
    """`scanned` carries a code, `raw` all that came with it, `told` a state: "on", "lost", "absent" (no extra)."""

    scanned = Signal(str)
    raw = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assembler = ScanAssembler()
        self._came = ""
        self._wanted = ""
        self._port: Any = None
        self.state = ""
        self._silence = self._timer(SILENCE_MS, self._fall_silent)
        self._again = self._timer(AGAIN_MS, self._open)

    def follow(self, settings: Settings) -> None:
        """Listen to the port that the device is set to, or to none."""
        self._assembler.learn(settings.scanner_prefix, settings.scanner_suffix)
        if settings.scanner_port != self._wanted:
            self.close()
            self._wanted = settings.scanner_port
            self._open()

    def close(self) -> None:
        """Listen no more."""
        self._wanted = ""
        for clock in (self._silence, self._again):
            clock.stop()
        self._leave()
        self.state = ""

    def _timer(self, milliseconds: int, work: Any) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(work)
        return made

    def _open(self) -> None:
        if not self._wanted:
            return
        module = serial_ports()
        if module is None:
            self._tell("absent")
            return
        port = module.QSerialPort(self._wanted, self)
        port.setBaudRate(BAUD)
        if not port.open(module.QSerialPort.OpenModeFlag.ReadOnly):
            port.deleteLater()
            self._lose()
            return
        self._port = port
        port.readyRead.connect(self._read)
        port.errorOccurred.connect(self._hear_error)
        self._tell("on")

    def _hear_error(self, error: Any) -> None:
        # Unplugged; whatever else goes wrong on the cable shows as a code that is not read.
        if self._port is not None and error == type(self._port).SerialPortError.ResourceError:
            self._lose()

    def _lose(self) -> None:
        self._leave()
        self._tell("lost")
        self._again.start()

    def _leave(self) -> None:
        port, self._port, self._came = self._port, None, ""
        if port is not None:
            # First deaf, then closed: closing tells of errors too.
            port.readyRead.disconnect(self._read)
            port.errorOccurred.disconnect(self._hear_error)
            port.close()
            port.deleteLater()

    def _tell(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.told.emit(state)

    def _read(self) -> None:
        # No code of ours has a character beyond ASCII; whatever a bad cable makes of one stays one character.
        for character in bytes(self._port.readAll().data()).decode("latin-1"):
            self._came = (self._came + character)[-MOST_BYTES:]
            # All in one moment: bytes come in blocks, and nobody types here.
            self._take(self._assembler.feed(_KEYS.get(character, ord(character)), character, 0))
        self._silence.start()

    def _fall_silent(self) -> None:
        self._take(self._assembler.end())
        if self._came:
            came, self._came = self._came, ""
            self.raw.emit(came)

    def _take(self, scanned: str | None) -> None:
        if scanned is not None:
            self.scanned.emit(scanned)
