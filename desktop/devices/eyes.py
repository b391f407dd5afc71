"""The camera of this computer, where the part of Qt that knows cameras is installed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.devices.multimedia import multimedia

if TYPE_CHECKING:
    from desktop.devices.camera import Camera


def make_camera(parent: QObject) -> "Camera | None":
    """A camera that is not looking yet; None where the extra is not installed."""
    if multimedia() is None:
        return None
    from desktop.devices.camera import Camera
    from desktop.devices.webcams import Webcams, make_sink

    return Camera(Webcams(parent), make_sink(parent), parent=parent)
