"""What was done a moment ago can be taken back: one bar for all pages, and the way back for what it offers."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office.desk import Desk
from desktop.office.window import OfficeWindow
from desktop.services.registry import Caller

_DEED = "back:"
Back = Callable[[Caller, Store], object]


class Undoing(QObject):
    """`offer` says what was done; taking it back is a verb like any other and is journalled."""

    def __init__(self, desk: Desk, window: OfficeWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._number = 0
        self._back: Back | None = None
        self._at_once: Callable[[], None] | None = None
        self._done: Callable[[], None] | None = None
        window.undo.undone.connect(self._undo)

    def offer(
        self,
        text: str,
        back: Back | None,
        *,
        at_once: Callable[[], None] | None = None,
        done: Callable[[], None] | None = None,
    ) -> None:
        """Say `text` for 8 s; when the person asks for it, run `back` on the worker, then `done`; or `at_once` here."""
        self._number += 1
        self._back, self._at_once, self._done = back, at_once, done
        self._window.notice.clear()
        self._window.undo.offer(f"{_DEED}{self._number}", text)

    def _undo(self, deed: str) -> None:
        # Others offer to take things back by the same bar; theirs is theirs.
        if deed != f"{_DEED}{self._number}":
            return
        if self._at_once is not None:
            self._at_once()
            self._window.notice.tell(self.tr("Taken back"))
        elif self._back is not None:
            done = self._done

            def back(_value: object) -> None:
                self._window.notice.tell(self.tr("Taken back"))
                if done is not None:
                    done()

            self._desk.do(self._back, back)
        self._back = self._at_once = self._done = None
