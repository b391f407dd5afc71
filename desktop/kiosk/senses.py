"""What the kiosk sees and lets be heard beside its keys: the camera and the sounds, both as this device was set up."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.devices.eyes import make_camera as make_own_camera
from desktop.devices.sounds import Sounds
from desktop.kiosk.state import Answer
from desktop.kiosk.window import KioskWindow
from desktop.settings import Settings

if TYPE_CHECKING:
    from desktop.devices.camera import Camera

MakeCamera = Callable[[QObject], "Camera | None"]


class Senses(QObject):
    """`read` carries the text of a code held before the camera; `changed` says that the camera came or went."""

    read = Signal(str)
    changed = Signal()

    def __init__(self, window: KioskWindow, make_camera: MakeCamera | None, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._make_camera = make_camera or make_own_camera
        self._sounds = Sounds(self)
        self._camera: Camera | None = None
        self.camera_state = ""

    def follow(self, settings: Settings) -> None:
        """Hear and see as the device is set now."""
        self._sounds.set_up(is_on=settings.has_sounds, volume=settings.volume)
        if settings.has_camera and self._camera is None:
            self._open(settings.camera)
        elif not settings.has_camera:
            self.close()
            self.camera_state = ""

    def close(self) -> None:
        """See nothing any more."""
        if self._camera is not None:
            self._camera.close()
            self._camera = None
            self._window.front.panel.show_view(None)

    def sound(self, answer: Answer) -> None:
        """Let a decision be heard; whoever is to go to the desk hears the same whatever the reason."""
        self.play("revoked" if answer.outcome == "unknown" and not answer.is_admitted else
                  "welcomed" if answer.is_admitted and answer.outcome != "unknown" else answer.outcome)  # fmt: skip

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
        self.changed.emit()
