"""The talk under way: what is typed is kept at every pause, read over before the end, and recorded with it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from db.ids import new_id
from desktop.host.asking import Asking
from desktop.host.desk import Desk
from desktop.host.state import (
    Hall,
    Talk,
    adding,
    all_drafts,
    answered,
    first_unready,
    missing,
    promoted,
    reopened,
    said_in_passing,
    taken_up,
    with_next,
    written,
)
from desktop.host.talk_page import TalkPage
from desktop.host.wording import moment
from desktop.rules.guides import ticks_text
from desktop.services.receptions.drafts import Draft, Ended
from desktop.services.receptions.hall import ClientCard

PAUSE_MS = 200
# Whoever types without a pause loses no more than this, and the time of a write, which on a busy machine is the longer.
LONGEST_MS = 200


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
        self._unsaved = QElapsedTimer()
        page.changed.connect(self._typed)
        page.next_wanted.connect(self.next_concern)
        page.opened.connect(self._open_again)
        page.end_wanted.connect(self.end)
        page.back_wanted.connect(self.back)
        page.aside_wanted.connect(self.aside)
        page.aside_typed.connect(self._aside_typed)
        page.aside_done.connect(self._aside_done)
        page.aside_promoted.connect(self._promote)
        page.present_changed.connect(self._set_present)
        page.recorder_chosen.connect(self._set_recorder)
        page.observers_changed.connect(self._set_observers)
        page.delegate_chosen.connect(self._set_delegate)

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
        self._go_on(with_next(self.talk, new_id(self._clock())))

    def promise(self) -> None:
        """Write a promise for this concern."""
        if self.talk is not None and not self._is_review and self._page.form is not None:
            self._page.form.open_promise()

    def fold(self) -> None:
        """Open the rare fields of the concern, or close them."""
        if self.talk is not None and not self._is_review and self._page.form is not None:
            self._page.form.turn_fold()

    def aside(self) -> None:
        """Note something that is said in passing."""
        if self.talk is not None and not self._is_review:
            self._page.open_aside(new_id(self._clock()))

    def take_up(self, aside: str, words: str) -> None:
        """Make a concern of what was said in passing in an earlier talk."""
        if self.talk is None or self._hall is None or any(one.aside == aside for one in self.talk.drafts):
            return
        self.back()
        self._go_on(taken_up(self.talk, new_id(self._clock()), aside, words))

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
        """From the sheet, or from the line of asides, back to the words."""
        if self._page.is_noting:
            self._aside_done()
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
            self._save_soon()

    def _aside_typed(self, aside: str, words: str) -> None:
        if self.talk is not None and aside:
            self.talk = said_in_passing(self.talk, aside, words)
            self._save_soon()

    def _aside_done(self) -> None:
        if self.talk is not None:
            self._page.close_aside(self.talk)

    def add_to(self, concern: str, words: str) -> None:
        """Keep what is being added to an earlier concern; no words: it is recorded, or is not to be added."""
        if self.talk is not None:
            self.talk = adding(self.talk, new_id(self._clock()), concern, words)
            self._save_soon()

    def tick(self, place: int, *, is_on: bool) -> None:
        """Tick a line of the guide, or take the tick away."""
        desk, talk = self._desk, self.talk
        if desk is not None and talk is not None and talk.guide is not None:
            places = talk.guided | {place} if is_on else talk.guided - {place}
            self.talk = replace(talk, guided=places)
            text = ticks_text(talk.guide.version, places)
            self._asking.ask(lambda: desk.set_guide(talk.reception, text), lambda _done: None)

    def answer(self, question: str, value: str, words: str) -> None:
        """Keep what is answered to a question of the guide, as it is typed."""
        if self.talk is not None:
            self.talk = answered(self.talk, new_id(self._clock()), question, value, words)
            self._save_soon()

    def _promote(self, aside: str) -> None:
        if self.talk is not None:
            self._go_on(promoted(self.talk, aside))

    def _set_present(self, staff: tuple[str, ...]) -> None:
        if self.talk is not None:
            self._sits(replace(self.talk, present=staff), lambda desk, talk: desk.set_present(talk, staff))

    def _set_recorder(self, staff: str) -> None:
        if self.talk is not None:
            self._sits(replace(self.talk, recorder=staff), lambda desk, talk: desk.set_recorder(talk, staff))

    def _set_observers(self, staff: tuple[str, ...]) -> None:
        if self.talk is not None:
            self._sits(replace(self.talk, observers=staff), lambda desk, talk: desk.set_observers(talk, staff))

    def _set_delegate(self, staff: str) -> None:
        if self.talk is not None:
            self._sits(replace(self.talk, delegate_for=staff), lambda desk, talk: desk.set_delegate(talk, staff))

    def _sits(self, talk: Talk, keep: Callable[[Desk, str], None]) -> None:
        """Show who is present from now on, and keep it."""
        desk, hall = self._desk, self._hall
        if desk is not None and hall is not None:
            self.talk = talk
            self._page.show_talk(talk, hall)
            self._asking.ask(lambda: keep(desk, talk.reception), lambda _done: None)

    @property
    def desk(self) -> Desk | None:
        """The desk of the open talk."""
        return self._desk

    @property
    def is_review(self) -> bool:
        """Whether the sheet is being read over."""
        return self._is_review

    def took(self, talk: Talk) -> None:
        """The talk with what hangs on it now."""
        if self._hall is not None:
            self.talk = talk
            self._page.show_talk(talk, self._hall)

    def _go_on(self, talk: Talk) -> None:
        if self._hall is not None:
            self.talk = talk
            self._page.write_on(talk, self._hall)
            self._save()

    def _open_again(self, draft: str) -> None:
        if self.talk is not None and self._hall is not None:
            self.talk = reopened(self.talk, draft)
            self.back()
            self._page.write_on(self.talk, self._hall)

    def _save_soon(self) -> None:
        """At the next pause, or now where there was none for long."""
        self._page.set_saved(0)
        if not self._unsaved.isValid():
            self._unsaved.start()
        # The breath after many words must not add to what is not kept yet.
        self._pause.start(max(0, min(PAUSE_MS, LONGEST_MS - self._unsaved.elapsed())))

    def _save(self) -> None:
        desk, talk = self._desk, self.talk
        self._pause.stop()
        self._unsaved.invalidate()
        if desk is not None and talk is not None:
            self._asking.ask(lambda: desk.save(talk), self._saved)

    def _saved(self, at_ms: int) -> None:
        # What was typed since then is not on the disk yet.
        if not self._pause.isActive():
            self._page.set_saved(at_ms)
        self.kept.emit(at_ms)

    def _over(self, answer: tuple[Ended, Hall]) -> None:
        talk, (ended, hall) = self.talk, answer
        drafts: tuple[Draft, ...] = (
            tuple(one for one in all_drafts(talk) if one.words.strip() and not (one.adds_to or one.question))
            if talk
            else ()
        )
        self.talk, self._is_review = None, False
        self.ended.emit(ended, drafts, hall)
