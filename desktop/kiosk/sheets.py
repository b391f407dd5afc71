"""What the panel's page says in each state: English here, the Chinese beside it in the translations."""

from dataclasses import replace
from datetime import date
from typing import Final

from desktop.kiosk.arrivals import arrived
from desktop.kiosk.sheet import NOTHING, Choice, Sheet
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
)
from desktop.kiosk.stations import STATIONS
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said
from desktop.services.guests.passages import ENTRANCE

_SEARCH = Choice("search", Said(QT_TRANSLATE_NOOP("Kiosk", "Find by name")), "search")
_HELP = Choice("help", Said(QT_TRANSLATE_NOOP("Kiosk", "Ask our staff")), "concierge-bell")
_UNDO = Choice("undo", Said(QT_TRANSLATE_NOOP("Kiosk", "This is not me")), "user-x")
_SOMEONE_ELSE = Choice("search", Said(QT_TRANSLATE_NOOP("Kiosk", "Find another name")), "search")
_SOMEONE = Choice("search", Said(QT_TRANSLATE_NOOP("Kiosk", "Find by name")), "search")
_WALK_IN = Choice("walk_in", Said(QT_TRANSLATE_NOOP("Kiosk", "No invitation")), "user-plus")
_NO_CODE = Choice("search", Said(QT_TRANSLATE_NOOP("Kiosk", "No code? Find your name")), "search")

_OUR_DESK = Said(QT_TRANSLATE_NOOP("Kiosk", "Please see our desk, it takes a minute"))
_DESK_AT: Final = {
    "left": (Said(QT_TRANSLATE_NOOP("Kiosk", "Our desk is on your left, it takes a minute")), "arrow-left"),
    "right": (Said(QT_TRANSLATE_NOOP("Kiosk", "Our desk is on your right, it takes a minute")), "arrow-right"),
    "": (_OUR_DESK, "concierge-bell"),
}
_BACK_STEP = Said(QT_TRANSLATE_NOOP("Kiosk", "Please come in. You need not check in again"))
_AS_WELL = Said(QT_TRANSLATE_NOOP("Kiosk", "You are checked in as well"))
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
    has_wide=True,
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
    has_tiles=True,
    counts=True,
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
        has_tiles=True,
        counts=True,
    ),
    "back": Sheet(
        "welcomed",
        Said(QT_TRANSLATE_NOOP("Kiosk", "Welcome back")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "Welcome back")),
        step=_BACK_STEP,
        step_icon="door-open",
        choices=(_HELP, _SOMEONE_ELSE),
        has_tiles=True,
        counts=True,
    ),
    "not_in": replace(
        _DESK,
        over=NOTHING,
        head=Said(QT_TRANSLATE_NOOP("Kiosk", "Check in first")),
        lead=Said(QT_TRANSLATE_NOOP("Kiosk", "We have not seen you at the entrance yet")),
        code="F6",
    ),
    "wrong_event": replace(
        _DESK,
        panel="wrong_event",
        word=Said(QT_TRANSLATE_NOOP("Kiosk", "Another event")),
        head=_WELCOME_TOO,
        over=NOTHING,
        lead=Said(QT_TRANSLATE_NOOP("Kiosk", "This invitation is for another event")),
        code="F1",
    ),
    "not_today": replace(
        _DESK,
        panel="not_today",
        word=Said(QT_TRANSLATE_NOOP("Kiosk", "Another day")),
        head=_WELCOME_TOO,
        over=NOTHING,
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
_NOTED = Sheet(
    "welcomed",
    Said(QT_TRANSLATE_NOOP("Kiosk", "Noted")),
    _WELCOME,
    choices=(_UNDO, _HELP),
)
_NOTED_BEFORE = replace(
    _SHEETS["already"],
    word=Said(QT_TRANSLATE_NOOP("Kiosk", "Been here already")),
    head=Said(QT_TRANSLATE_NOOP("Kiosk", "Here at {time}")),
    has_tiles=False,
    counts=False,
)
_AT_STATION = Said(QT_TRANSLATE_NOOP("Kiosk", "{station} · {today}"))
_TO_DESK_UNKNOWN = replace(_DESK, code="F4")
_HELPED = replace(_DESK, lead=NOTHING, choices=(_SEARCH,), is_first_filled=False)
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
# Somebody's own words, in whichever language they are.
_AS_IT_IS = "{text}"
_AT_STATION_CHOICES = (_SOMEONE, _HELP)
_AT_DESK = Said(QT_TRANSLATE_NOOP("Kiosk", "At {desk}"))
_TODAY = Said(QT_TRANSLATE_NOOP("Kiosk", "{today} · Welcome"))


def sheet_of(state: State, door: Door, today: date | None) -> Sheet | None:
    """The page of the panel for a state; None for the pages that have a pad of keys instead."""
    sheet = _sheet_of(state, door, today)
    if sheet is None or door.is_entrance or door.is_staffed:
        return sheet
    # The list of guests is for letting in: alone at a station inside there is nobody to look for.
    choices = tuple(choice for choice in sheet.choices if choice.wish != "search")
    return replace(sheet, choices=choices, is_first_filled=sheet.is_first_filled and choices == sheet.choices)


def _sheet_of(state: State, door: Door, today: date | None) -> Sheet | None:
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
            choices = _IDLE.choices if door.is_entrance else _AT_STATION_CHOICES
            return replace(_IDLE, word=word, over=_over(door, today), choices=choices, has_wide=door.is_entrance)
        case Helped():
            return _with_way(_HELPED, door)
        case TakenBack():
            return _TAKEN_BACK
        case Troubled():
            return _with_way(_TROUBLED, door)
    return None


def _over(door: Door, today: date | None) -> Said:
    if today is None:
        return NOTHING
    if door.is_entrance:
        return replace(_TODAY, facts=(("today", today),))
    return replace(_AT_STATION, facts=(("station", STATIONS[door.station].name), ("today", today)))


def _with_way(sheet: Sheet, door: Door) -> Sheet:
    """The arrow to the service desk as the room lies."""
    if sheet.step != _OUR_DESK:
        return sheet
    step, icon = _DESK_AT[door.side]
    return replace(sheet, step=step, step_icon=icon)


def _answered(answer: Answer, door: Door) -> Sheet:
    if answer.outcome == "unknown" and not answer.is_admitted:
        return _TO_DESK_UNKNOWN
    if answer.station != ENTRANCE and answer.outcome in ("welcomed", "already"):
        return _at_station(answer)
    sheet = _SHEETS[answer.outcome]
    if answer.outcome == "already" and answer.first_at is not None:
        sheet = _before(sheet, answer)
    elif answer.outcome == "wrong_event" and answer.other_day is not None:
        facts = (("title", answer.other_title), ("day", answer.other_day))
        sheet = replace(sheet, lead=replace(_OTHER_DAY, facts=facts))
    elif answer.outcome == "not_today" and door.day is not None:
        sheet = replace(sheet, lead=replace(sheet.lead, facts=(("day", door.day),)))
    elif answer.outcome == "welcomed":
        sheet = replace(sheet, head=_greeting(answer, door), over=_over_name(answer, door))
    return arrived(sheet, answer, door) if answer.arrival else sheet


def _before(sheet: Sheet, answer: Answer) -> Sheet:
    head = replace(sheet.head, facts=(("time", f"{answer.first_at:%H:%M}"),))
    lead = replace(_AT_DESK, facts=(("desk", answer.first_desk),)) if answer.first_desk else NOTHING
    over = Said(_AS_IT_IS, (("text", answer.name),)) if answer.name else NOTHING
    return replace(sheet, head=head, lead=lead, over=over)


def _greeting(answer: Answer, door: Door) -> Said:
    """The largest words: the name where the hall may see it, else the greeting."""
    text = answer.name or door.greeting
    return Said(_AS_IT_IS, (("text", text),)) if text else _WELCOME


def _over_name(answer: Answer, door: Door) -> Said:
    if not answer.name:
        return NOTHING
    return Said(_AS_IT_IS, (("text", door.greeting),)) if door.greeting else _WELCOME


def _at_station(answer: Answer) -> Sheet:
    if answer.outcome == "already":
        return _before(_NOTED_BEFORE, answer)
    station = STATIONS[answer.station]
    lead = _AS_WELL if answer.is_admitted else NOTHING
    return replace(_NOTED, head=station.name, lead=lead, step=station.step, step_icon=station.icon)
