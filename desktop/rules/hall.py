"""The hall's rules: the number on a ticket, who waits next, to whom a family is sent, and until when they are greeted.

Devices that hear nothing of one another follow the same rules: each has a letter of its own for its tickets, and each
begins with another host where several wait for nobody.
"""

import string
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from types import MappingProxyType
from typing import Final, Literal

from db.hall import Held
from db.hall_records import Turn

State = Literal["waiting", "called", "greeted", "left"]

# I and O pass for 1 and 0 on a ticket.
LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
DIGITS: Final = 3
DIRECTIONS: Final = ("companion", "table", "executive")
MARKS: Final = ("vip", "risk")
# Until when somebody is greeted, or sees an executive; only staff are shown it.
TARGETS_MS: Final[Mapping[str, int]] = MappingProxyType({"companion": 60_000, "table": 60_000, "executive": 600_000})
# Who of those on duty receives whom, the first part that anybody has.
PARTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"companion": ("companion",), "table": ("host",), "executive": ("executive", "host")}
)
# Steps of this part of a round lie far apart, however many they are.
_GOLDEN: Final = 0.618033988749895


# -- tickets -----------------------------------------------------------------------------------------------------------


def letter_at(index: int) -> str:
    """The letter of the device with this place, from 0, among the event's: A to Z without I and O, then AA, AB ..."""
    first, last = divmod(index, len(LETTERS))
    return LETTERS[last] if first == 0 else letter_at(first - 1) + LETTERS[last]


def free_letter(index: int, taken: Collection[str]) -> str:
    """The letter of a device's place, or the next one that nobody else's tickets bear."""
    while letter_at(index) in taken:
        index += 1
    return letter_at(index)


def place_of_letter(letter: str) -> int:
    """The place, from 0, to which a letter belongs."""
    place = 0
    for character in letter:
        place = place * len(LETTERS) + LETTERS.index(character) + 1
    return place - 1


def ticket(letter: str, running: int) -> str:
    """The number on a ticket: A023."""
    return f"{letter}{running:0{DIGITS}}"


def letter_of(number: str) -> str:
    """The letter of a ticket's number."""
    return number.rstrip(string.digits)


def read_ticket(text: str) -> str:
    """A ticket's number as it is printed, from what somebody typed: a023 or A23; anything else stays as it is."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    letter = letter_of(plain)
    figures = plain[len(letter) :]
    return ticket(letter, int(figures)) if letter and figures else plain


# -- who waits ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Family:
    """All tickets of one family for one wish; `turn` is the one that counts, `client` who it is, if known."""

    key: str
    client: str | None
    turn: Turn
    turns: tuple[Turn, ...]
    state: State


def state_of(turn: Turn) -> State:
    """Where one turn stands."""
    if turn.greeted_at is not None:
        return "greeted"
    if turn.left_at is not None:
        return "left"
    return "waiting" if turn.called_at is None else "called"


def families(held: Iterable[Held]) -> tuple[Family, ...]:
    """Every family once for every wish, in the order of their arrival.

    Somebody let in at two desks apart holds two tickets and waits once. A turn without a check-in was asked for on
    purpose: one who was greeted may wish to see an executive as well. What was let in by mistake waits for nobody.
    """
    grouped: dict[str, list[Held]] = {}
    for one in held:
        if not one.is_undone:
            grouped.setdefault(_key(one), []).append(one)
    found = [_family(key, several) for key, several in grouped.items()]
    return tuple(sorted(found, key=lambda one: min((t.arrived_at, t.id) for t in one.turns)))


def _key(one: Held) -> str:
    if one.turn.check_in is None or one.is_other:
        return one.turn.id
    return one.client or one.code_hash or one.turn.id


def _family(key: str, tickets: Sequence[Held]) -> Family:
    turns = tuple(sorted((one.turn for one in tickets), key=lambda turn: (turn.arrived_at, turn.id)))
    counts = _that_counts(turns)
    client = next((one.client for one in tickets if one.client), None)
    return Family(key, client, counts, turns, state_of(counts))


def _that_counts(turns: Sequence[Turn]) -> Turn:
    """Of one family's turns: the greeted one; else a called one, else the first, unless they left after it."""
    greeted = [turn for turn in turns if turn.greeted_at is not None]
    if greeted:
        return min(greeted, key=lambda turn: (turn.greeted_at or 0, turn.id))
    gone = [turn for turn in turns if turn.left_at is not None]
    last_gone = max((turn.left_at or 0 for turn in gone), default=0)
    here = [turn for turn in turns if turn.left_at is None and turn.arrived_at >= last_gone]
    if not here:
        return max(gone, key=lambda turn: (turn.left_at or 0, turn.id))
    called = [turn for turn in here if turn.called_at is not None]
    return min(called, key=lambda turn: (turn.called_at or 0, turn.id)) if called else here[0]


# -- to whom -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on duty: their part and table, whether they are away, how many wait for them and sit with them now."""

    staff: str
    part: str
    place: str | None
    is_away: bool
    waiting: int
    talking: int


def propose(direction: str, candidates: Sequence[Candidate], *, device: int, running: int) -> Candidate | None:
    """Whom to send a family to: who has the fewest waiting, then nobody at the table; None where nobody can be.

    Among equals the next in the round comes; the round begins at another place on every device (`device` is its place
    among the event's, from 0) and goes on with every ticket (`running`), so devices that do not hear of one another
    spread their families. `candidates` stand in an order that is the same on every device.
    """
    for part in PARTS[direction]:
        # Those away keep their place in the round: it does not shift under the others.
        circle = [one for one in candidates if one.part == part]
        first = int(device * _GOLDEN % 1 * len(circle)) + running
        able = [
            (one.waiting, one.talking, (place - first) % len(circle), one)
            for place, one in enumerate(circle)
            if not one.is_away
        ]
        if circle:
            return min(able, key=lambda each: each[:3])[3] if able else None
    return None


# -- how long ----------------------------------------------------------------------------------------------------------


def waited_ms(turn: Turn, now_ms: int) -> int:
    """How long a turn waited, or has waited until now; never below 0, since two clocks tell it."""
    until = turn.greeted_at or turn.left_at or now_ms
    return max(0, until - turn.arrived_at)


def is_late(turn: Turn, now_ms: int) -> bool:
    """Whether somebody waits, or waited, longer than is aimed at."""
    return state_of(turn) != "left" and waited_ms(turn, now_ms) > target_ms(turn.direction)


def target_ms(direction: str) -> int:
    """Until when somebody with this wish is greeted; of one that only a newer program knows, as at a table."""
    return TARGETS_MS.get(direction, TARGETS_MS["table"])


@dataclass(frozen=True, slots=True)
class Waits:
    """How long those greeted had waited: how many they are, the median and the 90th percentile in ms, how many in
    time."""

    greeted: int
    median_ms: int
    p90_ms: int
    in_time: int


def waits(turns: Iterable[Turn]) -> Waits:
    """The waits of all who were greeted; zeros where nobody was."""
    greeted = [turn for turn in turns if turn.greeted_at is not None]
    times = sorted(waited_ms(turn, 0) for turn in greeted)
    if not times:
        return Waits(0, 0, 0, 0)
    p90 = quantiles(times, n=10, method="inclusive")[8] if len(times) > 1 else times[0]
    return Waits(len(times), int(median(times)), int(p90), sum(not is_late(turn, 0) for turn in greeted))
