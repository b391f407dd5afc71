"""What the kiosk shows, as values; nothing here knows of windows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from db.errors import Fact
from db.spelling.names import is_cjk, masked, split_surname
from db.spelling.rooms import read_room
from desktop.services.guests.clients import Found

Wish = Literal["home", "search", "walk_in", "help", "undo", "let_in", "more_time", "confirm"]

ROWS_SHOWN: Final = 3
FEWEST_CHARACTERS: Final = 2
TAIL_TRIES: Final = 3
HIDDEN: Final = "\uff0a\uff0a"


@dataclass(frozen=True, slots=True)
class Door:
    """The door this kiosk stands at; `day` is the event's first day, empty fields say that there is no event today."""

    project: str
    desk: str
    event: str = ""
    title: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The database is being opened."""


@dataclass(frozen=True, slots=True)
class NoEvent:
    """Nothing is held today."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Waiting for the next client."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision that is on the disk: `check_in` is its row, times are in the project's zone."""

    outcome: str
    check_in: str
    is_admitted: bool
    at: datetime
    first_at: datetime | None = None
    first_desk: str | None = None


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody asked for a person."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The last check-in was taken back."""


@dataclass(frozen=True, slots=True)
class Troubled:
    """The device cannot do its work; the code and its facts are for the staff."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client who may be the one: as much of name and room as may be seen here."""

    client: str
    name: str
    room: str


@dataclass(frozen=True, slots=True)
class Searching:
    """Looking for a name: the rows shown and how many more there are."""

    text: str = ""
    rows: tuple[Candidate, ...] = ()
    more: int = 0
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class Confirming:
    """The client found gives the end of the phone number."""

    candidate: Candidate
    digits: str = ""
    tries_left: int = TAIL_TRIES


@dataclass(frozen=True, slots=True)
class WalkingIn:
    """Somebody without an invitation leaves a name, and a phone number if they like."""

    name: str = ""
    phone: str = ""
    has_no_name: bool = False
    has_odd_phone: bool = False


State = Opening | NoEvent | Idle | Answer | Helped | TakenBack | Troubled | Searching | Confirming | WalkingIn

# Seconds until the kiosk returns by itself; pages that wait for a finger ask first.
STAYS_S: Final = {"welcomed": 6, "unknown": 6, "already": 8, "malformed": 8}
STAYS_ELSE_S: Final = 12
ASKS_AFTER_S: Final = 45
ASKS_FOR_S: Final = 15


def stays_s(state: State) -> int:
    """How many seconds the state is shown when nobody touches anything; 0 for ever."""
    match state:
        case Answer(is_admitted=True):
            return STAYS_S["welcomed"]
        case Answer(outcome=outcome):
            return STAYS_S.get(outcome, STAYS_ELSE_S) if outcome != "unknown" else STAYS_ELSE_S
        case Helped() | TakenBack() | Troubled():
            return STAYS_ELSE_S
        case Searching() | Confirming() | WalkingIn():
            return ASKS_AFTER_S + ASKS_FOR_S
    return 0


def candidates(found: tuple[Found, ...], *, is_staffed: bool) -> tuple[Candidate, ...]:
    """What may be seen of the clients found: without staff the surname and the building only."""
    return tuple(
        Candidate(
            one.id,
            _name_for_staff(one) if is_staffed else surname_only(one.name),
            (one.room or "") if is_staffed else building_of(one.room),
        )
        for one in found
    )


def surname_only(name: str) -> str:
    """The surname with two stars for whatever follows; a Latin name keeps its first letter."""
    surname, _ = split_surname(name)
    if surname and is_cjk(surname[0]):
        return surname + HIDDEN
    return masked(name)[:1] + HIDDEN


def building_of(room: str | None) -> str:
    """The building of a room as it is spoken; nothing where it cannot be told."""
    return (read_room(room).building or "") if room else ""


def _name_for_staff(one: Found) -> str:
    return f"{masked(one.name)} {one.title}" if one.title else masked(one.name)
