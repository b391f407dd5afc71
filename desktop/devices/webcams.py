"""The cameras that Qt finds on this computer."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink


class Webcams(QObject):
    """Known by the names that their makers gave them; `changed` when one is plugged in or out."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)

    def names(self) -> tuple[str, ...]:
        """Every camera, the system's own choice first."""
        first = QMediaDevices.defaultVideoInput().description()
        return tuple(sorted((one.description() for one in QMediaDevices.videoInputs()), key=lambda name: name != first))

    def open(self, name: str, sink: QVideoSink) -> Callable[[], None]:
        """Let the camera of this name fill the sink; the answer stops it. KeyError when it has gone meanwhile."""
        found = {one.description(): one for one in QMediaDevices.videoInputs()}[name]
        session, camera = QMediaCaptureSession(self), QCamera(found, self)
        session.setCamera(camera)
        session.setVideoSink(sink)
        camera.start()

        def stop() -> None:
            camera.stop()
            # The binding's own notes forget that none may be given.
            session.setVideoSink(cast(QVideoSink, None))
            for part in (session, camera):
                part.deleteLater()

        return stop


def make_sink(parent: QObject) -> Any:
    """Where a camera's pictures come out."""
    return QVideoSink(parent)
