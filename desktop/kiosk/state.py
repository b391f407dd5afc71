"""What the kiosk shows, as values; nothing here knows of windows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from db.errors import Fact
from db.spelling.names import masked
from desktop.rules.notices import Notice
from desktop.services.device_state import DeviceState
from desktop.services.guests.clients import Found
from desktop.services.guests.door_book import Figures
from desktop.services.guests.passages import ENTRANCE
from desktop.services.guests.self_service import Seen
from desktop.services.papers.printing import Queues
from desktop.settings import Side

Wish = Literal["home", "search", "walk_in", "help", "undo", "let_in", "more_time", "confirm", "staff", "more", "fewer",
    "companion", "executive",
]  # fmt: skip

ROWS_SHOWN: Final = 3
# One Chinese character is a surname; where clients are alone that many would show half of the list.
FEWEST_CHARACTERS: Final = 2
FEWEST_FOR_STAFF: Final = 1
MOST_FOUND: Final = 20
TAIL_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Door:
    """The door this kiosk stands at; `day` is the event's first day, empty fields say that there is no event today.

    `side` is where the service desk lies as one stands before the screen; `camera` is "" without one, else
    "on", "none", "lost", or "absent" where the part that knows cameras is not installed. `station` is a code; the event
    says with which words it greets ("" for the usual ones) and what else the hall may see: name, host, helmet, gift.
    """

    project: str
    desk: str
    event: str = ""
    title: str = ""
    day: date | None = None
    side: Side = ""
    camera: str = ""
    station: str = ENTRANCE
    greeting: str = ""
    shows: frozenset[str] = frozenset()
    is_staffed: bool = False

    @property
    def is_entrance(self) -> bool:
        """Whether clients are let in here."""
        return self.station == ENTRANCE


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
class Arrival:
    """What is known of an arrival once it has been answered: the ticket, the table, who waits there, how many came.

    `turn` is the ticket's row, `direction` what they wait for: companion, table or executive.
    `check_in` is the row that the count belongs to; `slot` and whether it is full are for the staff. `trouble` is the
    code of what kept the hall from hearing of it, with its facts.
    """

    ticket: str = ""
    turn: str = ""
    direction: str = "table"
    table: str = ""
    host: str = ""
    check_in: str = ""
    expected: int = 1
    counted: int | None = None
    slot: str = ""
    is_slot_full: bool = False
    trouble: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()

    @property
    def party(self) -> int:
        """How many to speak of."""
        return self.counted or self.expected


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision that is on the disk: `check_in` is its row, times are in the project's zone.

    `other_day` and `other_title` are of the event that a code was made for, where it is another one known here. At a
    station inside the event `passage` is the row of the passage, and `is_admitted` says that the check-in was made
    there too. `name` is masked, "" where the hall is not to see it; `arrival` comes after the answer was painted.
    """

    outcome: str
    check_in: str
    is_admitted: bool
    at: datetime
    first_at: datetime | None = None
    first_desk: str | None = None
    other_day: date | None = None
    other_title: str = ""
    station: str = ENTRANCE
    passage: str = ""
    name: str = ""
    arrival: Arrival | None = None

    @property
    def is_inside(self) -> bool:
        """Whether the client is in the house, by this decision or an earlier one."""
        return self.is_admitted or self.outcome in ("already", "back")

    @property
    def station_only(self) -> bool:
        """Whether it was said at a station inside the event."""
        return self.station != ENTRANCE


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
class Noticing:
    """Somebody without an invitation reads what their name is for; None while it is looked up."""

    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class WalkingIn:
    """Somebody without an invitation leaves a name, and a phone number if they like; `party` come together.

    `notice` is the wording that they have read.
    """

    name: str = ""
    phone: str = ""
    party: int = 1
    notice: str = ""
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
    """What the staff see of the day and of this kiosk; `guests` is how many are on its own list.

    `is_delivered` says that the office has taken in all that was written here: then the list may be destroyed.
    """

    figures: Figures | None = None
    decisions: tuple[Decision, ...] = ()
    events: tuple[Choice, ...] = ()
    is_staffed: bool = True
    has_pin: bool = False
    guests: int = 0
    is_delivered: bool = False
    # Every calling screen asks for patience.
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class AtWork:
    """The staff's page; `admitting` is the decision for which a reason is asked, `said` what a printer answered.

    `said` is the code of a trouble with its facts, or "printed".
    """

    board: Board
    admitting: str = ""
    said: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class AtDevice:
    """The staff's page about this device at the moment `now` (UTC ms, as all moments here).

    `printers` is None while the system is asked; `port_state` is of a serial scanner, "" for one that types; `camera`
    is as in Door; `is_exchange_troubled` says that the last round to the shared folder failed. `print_trouble` is the
    code of what kept the last ticket or badge from being printed, with its facts.
    """

    device: DeviceState
    now: int
    printers: Queues | None = None
    heard_at: int | None = None
    port_state: str = ""
    camera: str = ""
    camera_name: str = ""
    cameras: tuple[str, ...] = ()
    exchanged_at: int | None = None
    is_exchange_troubled: bool = False
    print_trouble: str = ""
    print_facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class NewPin:
    """A PIN is being chosen: typed once, then once more."""

    digits: str = ""
    first: str = ""
    problem: str = ""


Staffs = AskingPin | AtWork | AtDevice | NewPin
Asking = Searching | Confirming | Noticing | WalkingIn
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
        case Answer(is_admitted=True) | Answer(outcome="back") | Answer(outcome="welcomed"):
            return STAYS_S["welcomed"]
        case Answer(outcome=outcome):
            return STAYS_S.get(outcome, STAYS_ELSE_S) if outcome != "unknown" else STAYS_ELSE_S
        case Helped() | TakenBack() | Troubled():
            return STAYS_ELSE_S
        case Unread():
            return STAYS_S["malformed"]
        case Searching() | Confirming() | Noticing() | WalkingIn() | AskingPin() | NewPin():
            return ASKS_AFTER_S + ASKS_FOR_S
        case AtWork() | AtDevice():
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
