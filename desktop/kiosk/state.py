"""What the kiosk shows, as values; nothing here knows of windows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from db.errors import Fact
from db.spelling.names import masked
from desktop.services.guests.clients import Found
from desktop.services.guests.door_book import Figures
from desktop.services.guests.self_service import Seen
from desktop.settings import Side

Wish = Literal["home", "search", "walk_in", "help", "undo", "let_in", "more_time", "confirm", "staff"]

ROWS_SHOWN: Final = 3
FEWEST_CHARACTERS: Final = 2
MOST_FOUND: Final = 20
TAIL_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Door:
    """The door this kiosk stands at; `day` is the event's first day, empty fields say that there is no event today.

    `side` is where the service desk lies as one stands before the screen; `camera` is "" without one, else
    "on", "none", "lost", or "absent" where the part that knows cameras is not installed.
    """

    project: str
    desk: str
    event: str = ""
    title: str = ""
    day: date | None = None
    side: Side = ""
    camera: str = ""


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
    """A decision that is on the disk: `check_in` is its row, times are in the project's zone.

    `other_day` and `other_title` are of the event that a code was made for, where it is another one known here.
    """

    outcome: str
    check_in: str
    is_admitted: bool
    at: datetime
    first_at: datetime | None = None
    first_desk: str | None = None
    companions: int = 0
    other_day: date | None = None
    other_title: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A scan came in that an input method had spoilt: nothing was decided, and nothing is on the disk."""


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
    """A client who may be the one: as much of name and room as may be seen here.

    `key` is the client's id; where the client is alone, the invitation's.
    """

    key: str
    name: str
    room: str


@dataclass(frozen=True, slots=True)
class Searching:
    """Looking for a name: the rows shown and how many more there are; `is_long` when those were not all counted."""

    text: str = ""
    rows: tuple[Candidate, ...] = ()
    more: int = 0
    is_long: bool = False
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


@dataclass(frozen=True, slots=True)
class AskingPin:
    """Somebody of ours wants in; `problem` is "", "wrong" or "pause" with the seconds it lasts."""

    digits: str = ""
    problem: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the staff's list, its time in the project's zone; `name` is masked, without staff it is empty."""

    check_in: str
    at: datetime
    outcome: str
    means: str
    name: str
    is_undone: bool
    may_undo: bool
    may_admit: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """An event that this kiosk could stand at."""

    event: str
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class Board:
    """What the staff see of the day and of this kiosk; `guests` is how many are on its own list."""

    figures: Figures | None = None
    decisions: tuple[Decision, ...] = ()
    events: tuple[Choice, ...] = ()
    is_staffed: bool = True
    has_pin: bool = False
    guests: int = 0


@dataclass(frozen=True, slots=True)
class AtWork:
    """The staff's page; `admitting` is the decision for which a reason is asked."""

    board: Board
    admitting: str = ""


@dataclass(frozen=True, slots=True)
class NewPin:
    """A PIN is being chosen: typed once, then once more."""

    digits: str = ""
    first: str = ""
    problem: str = ""


Staffs = AskingPin | AtWork | NewPin
Asking = Searching | Confirming | WalkingIn
State = Opening | NoEvent | Idle | Answer | Unread | Helped | TakenBack | Troubled | Asking | Staffs

# Seconds until the kiosk returns by itself; pages that wait for a finger ask first.
STAYS_S: Final = {"welcomed": 6, "unknown": 6, "already": 8, "malformed": 8}
STAYS_ELSE_S: Final = 12
ASKS_AFTER_S: Final = 45
ASKS_FOR_S: Final = 15
# Staff talk to somebody meanwhile; left open for ever the corner would be anybody's.
STAFF_AFTER_S: Final = 165


def stays_s(state: State) -> int:
    """How many seconds the state is shown when nobody touches anything; 0 for ever."""
    match state:
        case Answer(is_admitted=True):
            return STAYS_S["welcomed"]
        case Answer(outcome=outcome):
            return STAYS_S.get(outcome, STAYS_ELSE_S) if outcome != "unknown" else STAYS_ELSE_S
        case Helped() | TakenBack() | Troubled():
            return STAYS_ELSE_S
        case Unread():
            return STAYS_S["malformed"]
        case Searching() | Confirming() | WalkingIn() | AskingPin() | NewPin():
            return ASKS_AFTER_S + ASKS_FOR_S
        case AtWork():
            return STAFF_AFTER_S + ASKS_FOR_S
    return 0


def candidates(found: tuple[Found, ...]) -> tuple[Candidate, ...]:
    """What staff at the door see of the clients found."""
    return tuple(Candidate(one.id, _name_for_staff(one), one.room or "") for one in found)


def guests_seen(seen: tuple[Seen, ...]) -> tuple[Candidate, ...]:
    """What a client who is alone sees of the guests found."""
    return tuple(Candidate(one.invitation, one.shown, one.building) for one in seen)


def _name_for_staff(one: Found) -> str:
    return f"{masked(one.name)} {one.title}" if one.title else masked(one.name)
