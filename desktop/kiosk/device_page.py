"""This device in seven lines, each with a word: scanner, camera, printer, disk, clock, last exchange, version."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from desktop.kiosk.parts import LanguageSwitch
from desktop.kiosk.sizes import KIOSK
from desktop.kiosk.staff_parts import DeviceRow
from desktop.kiosk.state import AtDevice
from desktop.kiosk.voice import Voice
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said
from desktop.settings import Settings
from desktop.widgets.buttons import KioskButton
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from resources.wording import wording

_TITLE: Final = Said(QT_TRANSLATE_NOOP("Kiosk", "This device"))
LINES: Final = ("scanner", "camera", "printer", "disk", "clock", "exchange", "version")
_GIGA: Final = 1_000_000_000
_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000
# Well, not well, or nothing to say of it.
Told = tuple[bool | None, str]


class DevicePage(Part):
    """`wished` carries "home"; `worked` a deed: "board", "look", "trial", "eye" (the next camera) or "full"."""

    wished = Signal(str)
    worked = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._state: AtDevice | None = None
        self._settings, self._is_full, self._left_s = Settings(), False, 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.language = LanguageSwitch()
        self._back = self._small("board", "chevron-left")
        self._title = Label("", "k_title")
        self._left = ElidedLabel("", "k_note", "warning_ink")
        self._full = self._small("full", "monitor")
        self._again = self._small("look", "history")
        self.lines = {name: DeviceRow() for name in LINES}
        self._trial = self.lines["scanner"].add_button("trial", partial(self.worked.emit, "trial"))
        self._prints = self.lines["printer"].add_button("prints", partial(self.worked.emit, "prints"))
        self._practice = self.lines["version"].add_button("practice", partial(self.worked.emit, "practice"))
        self._eye = self.lines["camera"].add_button("eye", partial(self.worked.emit, "eye"))
        top = row(
            *(self._back, PX.s24, self._title, PX.s16, self._left, PX.s16, self._again, PX.s8, self._full),
            *(PX.s16, self.language),
        )
        top.setStretchFactor(self._left, 1)
        margins = (PX.s24, PX.s16, PX.s24, PX.s24)
        self.setLayout(column(top, PX.s8, *self.lines.values(), None, gap=PX.s8, margins=margins))
        self.retranslate()

    def show_state(self, state: AtDevice, settings: Settings, *, is_full: bool, left_s: int) -> None:
        """Paint the device as it is now."""
        self._state, self._settings, self._is_full, self._left_s = state, settings, is_full, left_s
        self._paint()

    def begin(self) -> None:
        """The page has just come up: the ring comes with the keyboard."""
        self.setFocus()

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back"))
        self._title.setText(self._voice.say(_TITLE))
        self._again.setText(self.tr("Look again"))
        self._trial.setText(self.tr("Test the scanner"))
        self._eye.setText(self.tr("Next camera"))
        self._practice.setText(self.tr("Practise"))
        names = (
            *(self.tr("Scanner"), self.tr("Camera"), self.tr("Printer"), self.tr("Disk"), self.tr("Clock")),
            *(self.tr("Last exchange"), self.tr("Version")),
        )
        for line, name in zip(self.lines.values(), names, strict=True):
            line.name(name)
        self.language.show_language(self._voice.language)
        self._paint()
        for button in self.findChildren(KioskButton):
            button.updateGeometry()

    def _paint(self) -> None:
        self._full.setText(self.tr("Leave full screen") if self._is_full else self.tr("Full screen"))
        asking = self.tr("Back to the start in {seconds} s").replace("{seconds}", str(self._left_s))
        self._left.setText(asking if 0 < self._left_s <= KIOSK.staff_asks_s else "")
        state = self._state
        if state is None:
            return
        self._eye.setVisible(len(state.cameras) > 1 and self._settings.has_camera)
        prints = {
            "": self.tr("Prints nothing by itself"), "ticket": self.tr("Prints tickets"),
            "badge": self.tr("Prints badges"),
        }  # fmt: skip
        self._prints.setText(prints[self._settings.prints_on_welcome])
        self._prints.updateGeometry()
        words: dict[str, Callable[[AtDevice], Told]] = {
            "scanner": self._scanner, "camera": self._camera, "printer": self._printer, "disk": self._disk,
            "clock": self._clock, "exchange": self._exchange, "version": self._version,
        }  # fmt: skip
        for name, line in self.lines.items():
            is_well, text = words[name](state)
            line.tell(is_well=is_well, words=text)

    # One word for each

    def _scanner(self, state: AtDevice) -> Told:
        if state.port_state == "lost":
            return False, self.tr("Port {port} does not answer").replace("{port}", self._settings.scanner_port)
        if state.port_state == "absent":
            return False, self.tr("The part for serial ports is not installed")
        how = self.tr("Port {port}").replace("{port}", self._settings.scanner_port)
        how = how if self._settings.scanner_port else self.tr("Like a keyboard")
        if state.heard_at is None:
            return None, self.tr("{how} · nothing scanned since the start").replace("{how}", how)
        text = self.tr("{how} · last scan {when}").replace("{how}", how)
        return True, text.replace("{when}", self._ago(state.now - state.heard_at))

    def _camera(self, state: AtDevice) -> Told:
        if not self._settings.has_camera:
            return None, self.tr("Not used: codes by the scanner")
        match state.camera:
            case "on":
                return True, state.camera_name or self.tr("In use")
            case "lost":
                return False, self.tr("It was unplugged. Plug it in again; it is taken up by itself")
            case "absent":
                return False, self.tr("The part for cameras is not installed")
        return False, self.tr("No camera was found on this computer")

    def _printer(self, state: AtDevice) -> Told:
        if state.print_trouble:
            return False, wording(state.print_trouble, dict(state.print_facts), self._voice.language).message
        if state.printers is None:
            return None, self.tr("Looking …")
        own = self._settings.ticket_printer, self._settings.badge_printer, self._settings.form_printer
        if self._settings.prints_on_welcome == "badge":
            own = own[1], own[0], own[2]
        wanted = next(filter(None, own), "")
        if wanted:
            is_there = wanted in state.printers.names
            return is_there, wanted if is_there else self.tr("{name} is not there").replace("{name}", wanted)
        if not state.printers.names:
            return None, self.tr("This computer has no printer")
        return True, state.printers.usual or state.printers.names[0]

    def _disk(self, state: AtDevice) -> Told:
        free = f"{state.device.free_bytes / _GIGA:,.1f}"
        if state.device.has_room:
            return True, self.tr("{size} GB free").replace("{size}", free)
        return False, self.tr("Only {size} GB free. Make room before the doors open").replace("{size}", free)

    def _clock(self, state: AtDevice) -> Told:
        ms = state.device.clock_ms
        if ms is None:
            return None, self.tr("Not compared with other devices yet")
        if not state.device.is_clock_off:
            return True, self.tr("Agrees with the other devices")
        text = self.tr("{span} ahead of another device") if ms > 0 else self.tr("{span} behind another device")
        if state.device.is_clock_ours:
            text = self.tr("{span} ahead of all others") if ms > 0 else self.tr("{span} behind all others")
        return False, text.replace("{span}", self._span(abs(ms)))

    def _exchange(self, state: AtDevice) -> Told:
        at = state.exchanged_at
        if state.is_exchange_troubled:
            last = self._ago(state.now - at) if at else self.tr("never")
            return False, self.tr("The shared folder does not answer · last {when}").replace("{when}", last)
        if at is None:
            return None, self.tr("Never yet")
        return True, self._ago(state.now - at)

    def _version(self, state: AtDevice) -> Told:
        return None, state.device.version or self.tr("Not installed as a package")

    def _ago(self, milliseconds: int) -> str:
        if milliseconds < _MINUTE_MS:
            return self.tr("just now")
        return self.tr("{span} ago").replace("{span}", self._span(milliseconds))

    def _span(self, milliseconds: int) -> str:
        for unit, text in (
            (_DAY_MS, self.tr("{n} d")), (_HOUR_MS, self.tr("{n} h")), (_MINUTE_MS, self.tr("{n} min")),
        ):  # fmt: skip
            if milliseconds >= unit:
                return text.replace("{n}", str(milliseconds // unit))
        return self.tr("{n} s").replace("{n}", str(milliseconds // 1_000))

    def _small(self, deed: str, icon: str) -> KioskButton:
        button = KioskButton("", "outline", "kiosk_small", icon=icon)
        button.setObjectName(deed)
        button.clicked.connect(lambda: self.worked.emit(deed))
        return button
