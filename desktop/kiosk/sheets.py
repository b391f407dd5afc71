"""What the panel's page says in each state: English here, the Chinese beside it in the translations."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from desktop.kiosk.state import (
    Answer,
    Door,
    Helped,
    Idle,
    NoEvent,
    Opening,
    State,
    TakenBack,
    Troubled,
    Unread,
    Wish,
)
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said

_NOTHING: Final = Said()


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what is wished for, its words and its icon."""

    wish: Wish
    words: Said
    icon: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the panel by its name in PANELS and its word, then the column from top to bottom.

    `step` is the next step with its icon; of the choices the first is the wide one on the idle page, elsewhere the
    filled one where `is_first_filled`. `code` is what staff read at the foot. `beneath` is what the other language
    says under the lead, where that is not the lead itself.
    """

    panel: str
    word: Said
    head: Said
    over: Said = _NOTHING
    lead: Said = _NOTHING
    beneath: Said = _NOTHING
    step: Said = _NOTHING
    step_icon: str = "arrow-right"
    choices: tuple[Choice, ...] = ()
    is_first_filled: bool = False
    code: str = ""
    is_idle: bool = False


_SEARCH = Choice("search", Said(QT_TRANSLATE_NOOP("Kiosk", "Find by name")), "search")
_HELP = Choice("help", Said(QT_TRANSLATE_NOOP("Kiosk", "Ask our staff")), "concierge-bell")
_UNDO = Choice("undo", Said(QT_TRANSLATE_NOOP("Kiosk", "This is not me")), "user-x")
_SOMEONE_ELSE = Choice("search", Said(QT_TRANSLATE_NOOP("Kiosk", "Find another name")), "search")
_WALK_IN = Choice("walk_in", Said(QT_TRANSLATE_NOOP("Kiosk", "No invitation")), "user-plus")
_NO_CODE = Choice("search", Said(QT_TRANSLATE_NOOP("Kiosk", "No code? Find your name")), "search")

_OUR_DESK = Said(QT_TRANSLATE_NOOP("Kiosk", "Please see our desk, it takes a minute"))
_DESK_AT: Final = {
    "left": (Said(QT_TRANSLATE_NOOP("Kiosk", "Our desk is on your left, it takes a minute")), "arrow-left"),
    "right": (Said(QT_TRANSLATE_NOOP("Kiosk", "Our desk is on your right, it takes a minute")), "arrow-right"),
    "": (_OUR_DESK, "concierge-bell"),
}
_WITH = Said(QT_TRANSLATE_NOOP("Kiosk", "A party of {count}"))
_OTHER_DAY = Said(QT_TRANSLATE_NOOP("Kiosk", "This invitation is for “{title}” on {day}"))
_WELCOME = Said(QT_TRANSLATE_NOOP("Kiosk", "Welcome"))
_WELCOME_TOO = Said(QT_TRANSLATE_NOOP("Kiosk", "Welcome all the same"))

_IDLE = Sheet(
    "idle",
    Said(QT_TRANSLATE_NOOP("Kiosk", "Hold your code to the reader")),
    Said(QT_TRANSLATE_NOOP("Kiosk", "Show your code")),
    lead=Said(QT_TRANSLATE_NOOP("Kiosk", "On your phone or on paper, both will do")),
    beneath=Said(QT_TRANSLATE_NOOP("Kiosk", "Please show your invitation code, on phone or paper")),
    choices=(_NO_CODE, _WALK_IN, _HELP),
    is_idle=True,
)
_HOLD_UP = Said(QT_TRANSLATE_NOOP("Kiosk", "Hold your code up to the camera"))
_NO_EVENT = Sheet(
    "idle",
    Said(QT_TRANSLATE_NOOP("Kiosk", "Resting today")),
    Said(QT_TRANSLATE_NOOP("Kiosk", "No event today")),
    lead=Said(QT_TRANSLATE_NOOP("Kiosk", "If you need anything, please ask our staff")),
)
_OPENING = Sheet(
    "idle",
    Said(QT_TRANSLATE_NOOP("Kiosk", "One moment")),
    Said(QT_TRANSLATE_NOOP("Kiosk", "One moment")),
)
_WELCOMED = Sheet(
    "welcomed",
    Said(QT_TRANSLATE_NOOP("Kiosk", "Checked in")),
    _WELCOME,
    step=Said(QT_TRANSLATE_NOOP("Kiosk", "Please have a seat, we will be with you in a moment")),
    step_icon="armchair",
    choices=(_UNDO, _HELP),
)
_DESK = Sheet(
    "revoked",
    Said(QT_TRANSLATE_NOOP("Kiosk", "Please see our desk")),
    Said(QT_TRANSLATE_NOOP("Kiosk", "We will help")),
    over=Said(QT_TRANSLATE_NOOP("Kiosk", "No problem")),
    lead=Said(QT_TRANSLATE_NOOP("Kiosk", "The picture may be cut off, or you have a newer code")),
    step=_OUR_DESK,
    choices=(_SEARCH, _HELP),
    is_first_filled=True,
)
_SHEETS: Final = {
    "welcomed": _WELCOMED,
    "unknown": replace(
        _WELCOMED,
        panel="unknown",
        word=Said(QT_TRANSLATE_NOOP("Kiosk", "Checked in, to be confirmed")),
        lead=Said(QT_TRANSLATE_NOOP("Kiosk", "You are in. We will complete the list later")),
    ),
    "already": Sheet(
        "already",
        Said(QT_TRANSLATE_NOOP("Kiosk", "Already checked in")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "In at {time}")),
        step=Said(QT_TRANSLATE_NOOP("Kiosk", "If that was not you, please tell our staff")),
        step_icon="concierge-bell",
        choices=(_HELP, _SOMEONE_ELSE),
    ),
    "wrong_event": replace(
        _DESK,
        panel="wrong_event",
        word=Said(QT_TRANSLATE_NOOP("Kiosk", "Another event")),
        head=_WELCOME_TOO,
        over=_NOTHING,
        lead=Said(QT_TRANSLATE_NOOP("Kiosk", "This invitation is for another event")),
        code="F1",
    ),
    "not_today": replace(
        _DESK,
        panel="not_today",
        word=Said(QT_TRANSLATE_NOOP("Kiosk", "Another day")),
        head=_WELCOME_TOO,
        over=_NOTHING,
        lead=Said(QT_TRANSLATE_NOOP("Kiosk", "This invitation is for {day}")),
        code="F2",
    ),
    "revoked": replace(_DESK, code="F3"),
    "malformed": Sheet(
        "malformed",
        Said(QT_TRANSLATE_NOOP("Kiosk", "Please try again")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "Once more")),
        over=Said(QT_TRANSLATE_NOOP("Kiosk", "We could not read it")),
        lead=Said(QT_TRANSLATE_NOOP("Kiosk", "Brighten the screen and hold it a little farther away")),
        choices=(_SEARCH, _HELP),
        code="F5",
    ),
}
_TO_DESK_UNKNOWN = replace(_DESK, code="F4")
_HELPED = replace(_DESK, lead=_NOTHING, choices=(_SEARCH,), is_first_filled=False)
_TAKEN_BACK = Sheet(
    "idle",
    Said(QT_TRANSLATE_NOOP("Kiosk", "Taken back")),
    Said(QT_TRANSLATE_NOOP("Kiosk", "Taken back")),
    lead=Said(QT_TRANSLATE_NOOP("Kiosk", "You can scan again, or find your name")),
    choices=(_SEARCH, _HELP),
    is_first_filled=True,
)
_TROUBLED = Sheet(
    "revoked",
    Said(QT_TRANSLATE_NOOP("Kiosk", "Please see our desk")),
    Said(QT_TRANSLATE_NOOP("Kiosk", "We will help")),
    over=Said(QT_TRANSLATE_NOOP("Kiosk", "This screen needs our staff")),
    step=_OUR_DESK,
)
_AT_DESK = Said(QT_TRANSLATE_NOOP("Kiosk", "At {desk}"))
_TODAY = Said(QT_TRANSLATE_NOOP("Kiosk", "{today} · Welcome"))


def sheet_of(state: State, door: Door, today: date | None) -> Sheet | None:
    """The page of the panel for a state; None for the pages that have a pad of keys instead."""
    match state:
        case Answer():
            return _with_way(_answered(state, door), door)
        case Unread():
            return replace(_SHEETS["malformed"], code="")
        case Opening():
            return _OPENING
        case NoEvent():
            return _NO_EVENT
        case Idle():
            word = _HOLD_UP if door.camera == "on" else _IDLE.word
            return replace(_IDLE, word=word, over=replace(_TODAY, facts=(("today", today),)) if today else _NOTHING)
        case Helped():
            return _with_way(_HELPED, door)
        case TakenBack():
            return _TAKEN_BACK
        case Troubled():
            return _with_way(_TROUBLED, door)
    return None


def _with_way(sheet: Sheet, door: Door) -> Sheet:
    """The arrow to the service desk as the room lies."""
    if sheet.step != _OUR_DESK:
        return sheet
    step, icon = _DESK_AT[door.side]
    return replace(sheet, step=step, step_icon=icon)


def _answered(answer: Answer, door: Door) -> Sheet:
    if answer.outcome == "unknown" and not answer.is_admitted:
        return _TO_DESK_UNKNOWN
    sheet = _SHEETS[answer.outcome]
    if answer.outcome == "already" and answer.first_at is not None:
        head = replace(sheet.head, facts=(("time", f"{answer.first_at:%H:%M}"),))
        lead = replace(_AT_DESK, facts=(("desk", answer.first_desk),)) if answer.first_desk else _NOTHING
        return replace(sheet, head=head, lead=lead)
    if answer.outcome == "welcomed" and answer.companions:
        return replace(sheet, lead=replace(_WITH, facts=(("count", str(answer.companions + 1)),)))
    if answer.outcome == "wrong_event" and answer.other_day is not None:
        facts = (("title", answer.other_title), ("day", answer.other_day))
        return replace(sheet, lead=replace(_OTHER_DAY, facts=facts))
    if answer.outcome == "not_today" and door.day is not None:
        return replace(sheet, lead=replace(sheet.lead, facts=(("day", door.day),)))
    return sheet
