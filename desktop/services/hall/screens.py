"""What the hall may see: the calling screens, their pause, the greeting, and whether names stand on the kiosk."""

from collections.abc import Mapping
from dataclasses import dataclass

from db import hall, people
from db.errors import Misused, Refused
from db.records import Event
from db.spelling.names import is_cjk, split_surname
from db.store import Reader, Transaction
from desktop.rules.hall import Family
from desktop.rules.masking import surname_only
from desktop.services.hall.lines import those_waiting
from desktop.services.registry import DOOR_ROLES, OFFICE_ROLES, Caller, question, verb

# What else than the table the hall may be shown.
SHOWABLE = ("name", "host", "helmet", "gift")
NEXT_MOST, CALLED_MOST = 5, 3
# Only these say nothing of a person but how to speak to them.
_TITLES = ("先生", "女士")


@dataclass(frozen=True, slots=True)
class Shown:
    """One family on a calling screen: number, surname with the title where it is known (陈女士), table.

    `host` is a name only where the event shows names of hosts, else empty. `at` is when it was called or shown again,
    UTC ms, 0 for one who waits.
    """

    turn: str
    number: str
    name: str
    place: str
    host: str
    at: int


@dataclass(frozen=True, slots=True)
class Board:
    """A calling screen: the last call, those called before it, who comes next in order, how many wait behind these.

    While it is paused nobody stands on it.
    """

    event: str
    is_paused: bool
    now: Shown | None
    before: tuple[Shown, ...]
    next: tuple[Shown, ...]
    more: int


@question("hall.board", roles=DOOR_ROLES)
def board(
    _caller: Caller, reader: Reader, *, event: str, most: int = NEXT_MOST, most_called: int = CALLED_MOST
) -> Board:
    """What a calling screen shows: never rooms, telephones, marks or how long anybody has waited."""
    row = reader.known(Event, event)
    if row.paused_at is not None:
        return Board(row.title, is_paused=True, now=None, before=(), next=(), more=0)
    found = those_waiting(reader, event)
    called = sorted((one for one in found if one.state == "called"), key=_called_at, reverse=True)[:most_called]
    waiting = [one for one in found if one.state == "waiting"]
    hosts = people.names(reader) if "host" in (row.shows or "").split() else {}
    names = _names(reader, event, [*called, *waiting[:most]])
    calls, rest = (tuple(_shown(one, names, hosts) for one in some) for some in (called, waiting[:most]))
    return Board(
        row.title,
        is_paused=False,
        now=calls[0] if calls else None,
        before=calls[1:],
        next=rest,
        more=max(0, len(waiting) - most),
    )


def _shown(one: Family, names: Mapping[str, str], hosts: Mapping[str, str]) -> Shown:
    turn = one.turn
    host = hosts.get(turn.staff or "", "")
    return Shown(turn.id, turn.number, names.get(one.key, ""), turn.place or "", host, _called_at(one))


def _called_at(one: Family) -> int:
    return max(one.turn.called_at or 0, one.turn.again_at or 0)


def _names(reader: Reader, event: str, found: list[Family]) -> dict[str, str]:
    known = hall.people(reader, event, [one.client for one in found if one.client])
    return {one.key: hall_name(known[one.client]) for one in found if one.client in known}


def hall_name(person: hall.Person) -> str:
    """How a hall may read somebody's name: 陈女士, or 陈 with two stars where nobody said how to speak to them."""
    if not person.is_whole:
        return person.name
    surname, _ = split_surname(person.name)
    if surname and is_cjk(surname[0]) and person.title in _TITLES:
        return surname + person.title
    return surname_only(person.name) if person.name.strip() else ""


@verb("hall.pause", roles=DOOR_ROLES)
def pause(_caller: Caller, tx: Transaction, *, event: str) -> None:
    """Let every calling screen ask for patience. Raises Refused `paused_already`."""
    if tx.known(Event, event).paused_at is not None:
        raise Refused("paused_already")
    tx.save("event", event, {"paused_at": tx.now})
    tx.subject = event


@verb("hall.resume", roles=DOOR_ROLES)
def resume(_caller: Caller, tx: Transaction, *, event: str) -> None:
    """Let the calling screens go on. Raises Refused `not_paused`."""
    if tx.known(Event, event).paused_at is None:
        raise Refused("not_paused")
    tx.save("event", event, {"paused_at": None})
    tx.subject = event


@dataclass(frozen=True, slots=True)
class Wording:
    """What kiosk and screens say at the event: the greeting, None for the usual one, and what else they show.

    `shows_helmet` and `shows_gift`: the welcome names how many helmets to take, and that there is a gift.
    """

    greeting: str | None
    shows_name: bool
    shows_host: bool
    shows_helmet: bool = False
    shows_gift: bool = False

    @property
    def shows(self) -> tuple[str, ...]:
        """The same as codes."""
        ticks = (self.shows_name, self.shows_host, self.shows_helmet, self.shows_gift)
        return tuple(name for name, is_on in zip(SHOWABLE, ticks, strict=True) if is_on)


@question("hall.wording", roles=DOOR_ROLES)
def wording(_caller: Caller, reader: Reader, *, event: str) -> Wording:
    """The event's greeting, and whether a client's masked name and a host's name are shown: usually neither."""
    row = reader.known(Event, event)
    shows = (row.shows or "").split()
    return Wording(row.greeting, *(name in shows for name in SHOWABLE))


@verb("hall.word", roles=OFFICE_ROLES)
def set_wording(
    _caller: Caller,
    tx: Transaction,
    *,
    event: str,
    greeting: str | None = None,
    shows: tuple[str, ...] | None = None,
) -> int:
    """Set the greeting, an empty one for the usual, and what else the hall is shown (of SHOWABLE); None leaves it.

    Returns how many fields changed.
    """
    tx.known(Event, event)
    changes: dict[str, str | int | None] = {}
    if greeting is not None:
        changes["greeting"] = " ".join(greeting.split()) or None
    for one in shows or ():
        if one not in SHOWABLE:
            raise Misused("code_unknown", list="shows", value=one, choices=" ".join(SHOWABLE))
    if shows is not None:
        changes["shows"] = " ".join(one for one in SHOWABLE if one in shows) or None
    tx.subject = event
    return tx.save("event", event, changes) if changes else 0
