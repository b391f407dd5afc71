"""Somebody without a code: finding one's name, proving it by the phone's end, or leaving a name."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from db.spelling.names import is_cjk
from desktop.kiosk.desk import Desk
from desktop.kiosk.search_page import TAIL_DIGITS
from desktop.kiosk.state import (
    FEWEST_CHARACTERS,
    FEWEST_FOR_STAFF,
    MOST_FOUND,
    ROWS_SHOWN,
    TAIL_TRIES,
    Answer,
    Candidate,
    Confirming,
    Helped,
    Noticing,
    Searching,
    State,
    WalkingIn,
)
from desktop.kiosk.window import KioskWindow
from desktop.rules.notices import Notice
from desktop.services.guests.parties import LARGEST_PARTY

T = TypeVar("T")


class Place(Protocol):
    """What a visit asks of the kiosk around it."""

    @property
    def state(self) -> State: ...
    def show(self, state: State) -> None: ...
    def update(self, state: State) -> None: ...
    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None: ...
    def answered(self, answer: Answer) -> None: ...


class Visit(QObject):
    """One for each kiosk."""

    def __init__(self, place: Place, desk: Desk, window: KioskWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._desk = place, desk
        # How often each guest's digits may still be tried: going back and choosing again gives nobody more.
        self._tries: dict[str, int] = {}
        window.search.typed.connect(self._search)
        window.search.chosen.connect(self._choose)
        window.confirm.typed.connect(self._type_tail)
        window.walk_in.typed.connect(self._type_walk_in)
        window.walk_in.finished.connect(self.confirm)

    @property
    def is_confirming(self) -> bool:
        """Whether a guest is about to say the end of the phone number."""
        return isinstance(self._place.state, Confirming)

    def forget(self) -> None:
        """Another day: everybody may try again."""
        self._tries.clear()

    def confirm(self) -> None:
        """The notice was read, the name is complete, or the one found is the one meant."""
        state = self._place.state
        if isinstance(state, Noticing):
            if state.notice is not None:
                self._place.show(WalkingIn(notice=state.notice.key))
            return
        if isinstance(state, Searching):
            self._choose_only(state)
            return
        if not isinstance(state, WalkingIn):
            return
        if not state.name.strip():
            self._place.show(replace(state, has_no_name=True))
            return
        self._place.run(
            partial(self._desk.walk_in, state.name, state.phone, state.party, state.notice), self._place.answered
        )

    def read_notice(self) -> None:
        """Somebody without an invitation: first what their name is for."""
        self._place.show(Noticing())
        self._place.run(self._desk.notice, self._show_notice)

    def count(self, by: int) -> None:
        """One more, or one less, of those who come without an invitation."""
        state = self._place.state
        if isinstance(state, WalkingIn):
            self._place.show(replace(state, party=min(max(state.party + by, 1), LARGEST_PARTY)))

    def _show_notice(self, notice: Notice) -> None:
        if isinstance(self._place.state, Noticing):
            self._place.update(Noticing(notice))

    def _choose_only(self, state: Searching) -> None:
        """Enter is enough where staff stand and nobody else was found; of several a person chooses one."""
        if self._desk.is_staffed and state.is_answered and len(state.rows) == 1 and not state.more:
            self._choose(state.rows[0].key)

    def _search(self, text: str) -> None:
        state = self._place.state
        is_enough = len(text.strip()) >= self._fewest(text)
        rows = state.rows if isinstance(state, Searching) and is_enough else ()
        self._place.show(Searching(text, rows))
        if is_enough:
            self._place.run(partial(self._desk.find, text), partial(self._found, text))

    def _fewest(self, text: str) -> int:
        """A Chinese character is a surname and enough for staff; a single letter would be half of the list."""
        return FEWEST_FOR_STAFF if self._desk.is_staffed and any(map(is_cjk, text)) else FEWEST_CHARACTERS

    def _found(self, text: str, found: tuple[Candidate, ...]) -> None:
        state = self._place.state
        if isinstance(state, Searching) and state.text == text:
            more = max(len(found) - ROWS_SHOWN, 0)
            self._place.update(Searching(text, found[:ROWS_SHOWN], more, len(found) >= MOST_FOUND, is_answered=True))

    def _choose(self, key: str) -> None:
        state = self._place.state
        if not isinstance(state, Searching):
            return
        if self._desk.is_staffed:
            self._place.run(partial(self._desk.let_in_found, key, None), self._decided)
            return
        chosen = [row for row in state.rows if row.key == key]
        tries_left = self._tries.get(key, TAIL_TRIES)
        if chosen:
            self._place.show(Confirming(chosen[0], tries_left=tries_left) if tries_left else Helped())

    def _type_tail(self, digits: str) -> None:
        state = self._place.state
        if not isinstance(state, Confirming):
            return
        self._place.show(replace(state, digits=digits))
        if len(digits) == TAIL_DIGITS:
            self._place.run(partial(self._desk.let_in_found, state.candidate.key, digits), self._decided)

    def _decided(self, answer: Answer | None) -> None:
        state = self._place.state
        if answer is not None:
            self._place.answered(answer)
        elif isinstance(state, Confirming):
            left = state.tries_left - 1
            self._tries[state.candidate.key] = left
            self._place.show(replace(state, digits="", tries_left=left) if left else Helped())

    def _type_walk_in(self, name: str, phone: str) -> None:
        if isinstance(self._place.state, WalkingIn):
            state = self._place.state
            self._place.show(replace(state, name=name, phone=phone, has_no_name=False, has_odd_phone=False))
