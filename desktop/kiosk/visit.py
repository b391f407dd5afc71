"""Somebody without a code: finding one's name, proving it by the phone's end, or leaving a name."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from desktop.kiosk.desk import Desk
from desktop.kiosk.search_page import TAIL_DIGITS
from desktop.kiosk.state import (
    FEWEST_CHARACTERS,
    MOST_FOUND,
    ROWS_SHOWN,
    TAIL_TRIES,
    Answer,
    Candidate,
    Confirming,
    Helped,
    Searching,
    State,
    WalkingIn,
)
from desktop.kiosk.window import KioskWindow

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
        """The name is complete."""
        state = self._place.state
        if not isinstance(state, WalkingIn):
            return
        if not state.name.strip():
            self._place.show(replace(state, has_no_name=True))
            return
        self._place.run(partial(self._desk.walk_in, state.name, state.phone), self._place.answered)

    def _search(self, text: str) -> None:
        state = self._place.state
        rows = state.rows if isinstance(state, Searching) and len(text) >= FEWEST_CHARACTERS else ()
        self._place.show(Searching(text, rows))
        if len(text.strip()) >= FEWEST_CHARACTERS:
            self._place.run(partial(self._desk.find, text), partial(self._found, text))

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
            self._place.show(WalkingIn(name, phone))
