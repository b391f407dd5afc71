"""The talk under way: what is typed is kept at every pause, read over before the end, and recorded with it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from db.ids import new_id
from desktop.host.asking import Asking
from desktop.host.desk import Desk
from desktop.host.state import Hall, Talk, first_unready, missing, reopened, with_next, written
from desktop.host.talk_page import TalkPage
from desktop.host.wording import moment
from desktop.services.receptions.drafts import Draft, Ended
from desktop.services.receptions.hall import ClientCard

PAUSE_MS = 500


class Talking(QObject):
    """Wires the talk page with the desk. `kept` tells when the drafts were last safe, UTC ms; `ended` that the talk
    is over: what was recorded, its concerns as they were written, and the hall."""

    kept = Signal(object)
    ended = Signal(object, object, object)

    def __init__(self, page: TalkPage, asking: Asking, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._asking, self._clock = page, asking, clock
        self._desk: Desk | None = None
        self._hall: Hall | None = None
        self.talk: Talk | None = None
        self._is_review = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._save)
        page.changed.connect(self._typed)
        page.next_wanted.connect(self.next_concern)
        page.opened.connect(self._open_again)
        page.end_wanted.connect(self.end)
        page.back_wanted.connect(self.back)

    def begin(self, talk: Talk, hall: Hall, desk: Desk) -> None:
        """Show a talk that was begun now, or that was open when the program ended."""
        self.talk, self._hall, self._desk, self._is_review = talk, hall, desk, False
        self._page.begin(talk, hall, moment(self._clock(), hall.zone).date())

    def stop(self) -> Talk | None:
        """Save no more by itself; returns the talk as it stands, to be kept by the caller."""
        self._pause.stop()
        return self.talk

    def show_card(self, card: ClientCard | None) -> None:
        """More is known of the client."""
        if self.talk is not None:
            self.talk = replace(self.talk, card=card)

    def next_concern(self) -> None:
        """Go on to another concern once this one has all it needs."""
        if self.talk is None or self._hall is None or self._is_review:
            return
        lacks = missing(self.talk.current)
        if lacks:
            self._page.ask_for(lacks)
            return
        self.talk = with_next(self.talk, new_id(self._clock()))
        self._page.write_on(self.talk, self._hall)
        self._save()

    def promise(self) -> None:
        """Write a promise for this concern."""
        if self.talk is not None and not self._is_review and self._page.form is not None:
            self._page.form.open_promise()

    def choose(self, what: Literal["types", "areas"], number: int) -> None:
        """Choose the type or the area with this number."""
        form = self._page.form
        if self.talk is not None and form is not None and not self._is_review:
            (form.types if what == "types" else form.areas).press(number)

    def end(self) -> None:
        """First show the whole sheet to be read over; the second time record it and end the talk."""
        talk, hall, desk = self.talk, self._hall, self._desk
        if talk is None or hall is None or desk is None:
            return
        unready = first_unready(talk)
        if unready is not None:
            talk = reopened(talk, unready)
            self._open_again(unready)
            self._page.ask_for(missing(talk.current))
        elif not self._is_review:
            self._is_review = True
            self._page.review(talk, hall, is_shown=True)
        else:
            self._pause.stop()
            self._asking.ask_alone(lambda: desk.end(talk), self._over)

    def back(self) -> None:
        """From the sheet back to writing."""
        if self._is_review and self.talk is not None and self._hall is not None:
            self._is_review = False
            self._page.review(self.talk, self._hall, is_shown=False)

    def write_on(self) -> None:
        """Put the cursor back into the words."""
        if self.talk is not None and not self._is_review and self._page.form is not None:
            self._page.form.begin()

    def _typed(self) -> None:
        if self.talk is not None and self._page.form is not None:
            self.talk = written(self.talk, self._page.form.draft)
            self._page.set_saved(0)
            self._pause.start()

    def _open_again(self, draft: str) -> None:
        if self.talk is not None and self._hall is not None:
            self.talk = reopened(self.talk, draft)
            self.back()
            self._page.write_on(self.talk, self._hall)

    def _save(self) -> None:
        desk, talk = self._desk, self.talk
        self._pause.stop()
        if desk is not None and talk is not None:
            self._asking.ask(lambda: desk.save(talk), self._saved)

    def _saved(self, at_ms: int) -> None:
        # What was typed since then is not on the disk yet.
        if not self._pause.isActive():
            self._page.set_saved(at_ms)
        self.kept.emit(at_ms)

    def _over(self, answer: tuple[Ended, Hall]) -> None:
        talk, (ended, hall) = self.talk, answer
        drafts: tuple[Draft, ...] = tuple(one for one in talk.drafts if one.words.strip()) if talk else ()
        self.talk, self._is_review = None, False
        self.ended.emit(ended, drafts, hall)
