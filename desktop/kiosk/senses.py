"""What the kiosk sees and lets be heard beside its keys: the camera and the sounds, both as this device was set up."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.devices.eyes import make_camera as make_own_camera
from desktop.devices.serial_scanner import SerialScanner
from desktop.devices.sounds import Sounds
from desktop.kiosk.state import Answer
from desktop.kiosk.window import KioskWindow
from desktop.settings import Settings

if TYPE_CHECKING:
    from desktop.devices.camera import Camera

MakeCamera = Callable[[QObject], "Camera | None"]


class Senses(QObject):
    """`read` carries the text of a code held before the camera; `changed` says that the camera came or went.

    `heard` carries a serial scanner's code, `raw` all that it sent, `port_told` how its port does. `camera_found` names
    the camera that is taken where none was chosen.
    """

    read = Signal(str)
    heard = Signal(str)
    raw = Signal(str)
    port_told = Signal(str)
    changed = Signal()
    camera_found = Signal(str)

    def __init__(self, window: KioskWindow, make_camera: MakeCamera | None, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._make_camera = make_camera or make_own_camera
        self._sounds = Sounds(self)
        self._camera: Camera | None = None
        self.camera_state = ""
        self._camera_wanted = ""
        self._serial = SerialScanner(self)
        self._serial.scanned.connect(self.heard)
        self._serial.raw.connect(self.raw)
        self._serial.told.connect(self.port_told)

    def follow(self, settings: Settings) -> None:
        """Hear and see as the device is set now."""
        self._sounds.set_up(is_on=settings.has_sounds, volume=settings.volume)
        self._serial.follow(settings)
        wanted, self._camera_wanted = self._camera_wanted, settings.camera
        if settings.has_camera and self._camera is None:
            self._open(settings.camera)
        elif not settings.has_camera:
            self._shut_eyes()
            self.camera_state = ""
        elif self._camera is not None and settings.camera != wanted:
            self._camera.start(settings.camera)

    @property
    def port_state(self) -> str:
        """How the serial scanner's port does; "" for a scanner that types."""
        return self._serial.state

    @property
    def camera_name(self) -> str:
        """The camera that is looked through; "" for none."""
        return self._camera.name if self._camera is not None else ""

    def cameras(self) -> tuple[str, ...]:
        """Every camera of this computer, where one is used."""
        return self._camera.names() if self._camera is not None else ()

    def close(self) -> None:
        """See and hear nothing any more."""
        self._serial.close()
        self._shut_eyes()

    def _shut_eyes(self) -> None:
        if self._camera is not None:
            self._camera.close()
            self._camera = None
            self._window.front.panel.show_view(None)

    def sound(self, answer: Answer) -> None:
        """Let a decision be heard; whoever is to go to the desk hears the same whatever the reason."""
        is_kept_out = answer.outcome == "not_in" or (answer.outcome == "unknown" and not answer.is_admitted)
        is_in = answer.outcome == "back" or (answer.is_admitted and answer.outcome != "unknown")
        self.play("revoked" if is_kept_out else "welcomed" if is_in else answer.outcome)

    def play(self, outcome: str) -> None:
        """Let an outcome be heard."""
        self._sounds.play(outcome)

    def _open(self, name: str) -> None:
        self._camera = self._make_camera(self)
        if self._camera is None:
            self.camera_state = "absent"
            return
        self._camera.read.connect(self.read)
        self._camera.seen.connect(self._window.front.panel.show_view)
        self._camera.told.connect(self._tell)
        self._camera.start(name)

    def _tell(self, state: str) -> None:
        self.camera_state = state
        if state == "on" and not self._camera_wanted and self._camera is not None:
            # Another one that is plugged in later does not take its place.
            self.camera_found.emit(self._camera.name)
        self.changed.emit()
