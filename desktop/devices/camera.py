"""A camera that reads codes: at most one picture in work, the same code once, unplugged and back without a word.

Frames come from a QVideoSink, so that anything which fills one is a camera: a webcam, a film, a test.
"""

import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.devices.frames import MappedFrame, Sight
from desktop.jobs import Jobs

# A code that is still held out, or was a moment ago, is not a second scan.
SAME_CODE_S: Final = 3.0


class Cameras(Protocol):
    """The cameras of this computer; `changed` is told when one comes or goes."""

    changed: Any

    def names(self) -> tuple[str, ...]: ...
    def open(self, name: str, sink: Any) -> Callable[[], None]: ...


class Camera(QObject):
    """`read` carries a code's text, `seen` a picture for the screen or None, `told` a state: "on", "none", "lost"."""

    read = Signal(str)
    seen = Signal(object)
    told = Signal(str)

    def __init__(
        self, cameras: Cameras, sink: Any, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._cameras, self.sink, self._clock = cameras, sink, clock
        self._jobs = Jobs(self)
        self._stop: Callable[[], None] | None = None
        self._wanted: str | None = None
        self._open_name = ""
        self._text, self._text_at = "", 0.0
        self.state = ""
        sink.videoFrameChanged.connect(self._take)
        cameras.changed.connect(self._look)

    def start(self, name: str) -> None:
        """Look through the camera of this name, or through any where it is not there."""
        self._wanted = name
        self._look()

    @property
    def name(self) -> str:
        """The camera that is looked through now; "" for none."""
        return self._open_name if self._stop is not None else ""

    def names(self) -> tuple[str, ...]:
        """Every camera of this computer."""
        return self._cameras.names()

    def close(self) -> None:
        """Look no more; waits for the picture in work."""
        self._leave()
        self.sink.videoFrameChanged.disconnect(self._take)
        self._jobs.close()

    def _look(self) -> None:
        names = self._cameras.names()
        if self._wanted is None:
            return
        # The one that was asked for, as soon as it is there; else the one that does the work is left alone.
        is_wanted = self._open_name == self._wanted or self._wanted not in names
        if self._stop is not None and self._open_name in names and is_wanted:
            return
        had_one = self._stop is not None or self.state == "lost"
        self._leave()
        if not names:
            self._tell("lost" if had_one else "none")
            return
        self._open_name = self._wanted if self._wanted in names else names[0]
        try:
            self._stop = self._cameras.open(self._open_name, self.sink)
        except KeyError:
            # Pulled out between the two questions; its going is told again.
            self._tell("lost")
            return
        self._tell("on")

    def _leave(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None
        self.seen.emit(None)

    def _tell(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.told.emit(state)

    def _take(self, frame: Any) -> None:
        # A picture that comes while one is in work is a picture too many: the next one shows the same.
        if self._jobs.is_busy or not frame.isValid():
            return
        mapped = MappedFrame(frame)
        if not mapped.is_readable:
            return
        self._jobs.run(mapped.read, done=partial(self._answer, mapped), failed=partial(self._fail, mapped))

    def _answer(self, mapped: MappedFrame, sight: Sight) -> None:
        mapped.release()
        self.seen.emit(sight.view if self._stop is not None else None)
        now = self._clock()
        if not sight.text:
            return
        is_new = sight.text != self._text or now - self._text_at > SAME_CODE_S
        self._text, self._text_at = sight.text, now
        if is_new:
            self.read.emit(sight.text)

    @staticmethod
    def _fail(mapped: MappedFrame, error: BaseException) -> None:
        mapped.release()
        raise error
