"""One family taken twice by devices that did not hear of each other: listed once, settled by a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db import hall, hall_duty, people
from db.errors import Refused
from db.history import Head
from db.records import Client, Event, Reception, Turn
from db.store import Reader, Transaction
from desktop.rules.hall import Family
from desktop.services.guests.clients import name_with_title
from desktop.services.hall.lines import everybody
from desktop.services.registry import DOOR_ROLES, Caller, question, verb

# What only one of ours may do with a family.
_ONCE = ("called_at", "called_by", "greeted_at", "greeted_by")


@dataclass(frozen=True, slots=True)
class Take:
    """One time that a family was taken: `kind` is call, greeting or talk, `row` the turn or the talk.

    `staff` took them, called `host`, at `at` (UTC ms, by that device's clock), at the table `place`.
    """

    kind: str
    row: str
    staff: str | None
    host: str
    place: str | None
    at: int


@dataclass(frozen=True, slots=True)
class DoubleTake:
    """A family taken by several, the takes in the order of their times; `numbers` are their tickets."""

    event: str
    client: str | None
    name: str
    numbers: tuple[str, ...]
    takes: tuple[Take, ...]

    @property
    def key(self) -> str:
        """What names it on a screen."""
        return f"{self.event}/{self.client or self.takes[0].row}"


@question("hall.doubles", roles=DOOR_ROLES)
def doubles(_caller: Caller, reader: Reader, *, event: str) -> tuple[DoubleTake, ...]:
    """Every family that several took without hearing of each other and nobody has decided about, each once."""
    reader.known(Event, event)
    return doubles_of(reader, event)


def doubles_of(reader: Reader, event: str, families: tuple[Family, ...] | None = None) -> tuple[DoubleTake, ...]:
    """Every family that several took, in the order of arrival, then talks of people without a ticket."""
    torn = hall.torn(reader, event, _ONCE)
    roots = hall.joins(reader)
    talks: dict[str, list[Reception]] = {}
    for talk in hall_duty.open_talks(reader, event):
        if talk.client:
            talks.setdefault(roots.get(talk.client, talk.client), []).append(talk)
    names = people.names(reader)
    found: list[DoubleTake] = []
    for family in everybody(reader, event) if families is None else families:
        takes = _takes(family, torn, talks.pop(family.client or "", []), names)
        if len(takes) > 1:
            found.append(_double(reader, event, family.client, family.turns, takes))
    for client, several in talks.items():
        takes = _talks(several, names)
        if len(takes) > 1:
            found.append(_double(reader, event, client, (), takes))
    return tuple(found)


def _double(
    reader: Reader, event: str, client: str | None, turns: tuple[Turn, ...], takes: tuple[Take, ...]
) -> DoubleTake:
    name = name_with_title(reader.get(Client, client)) if client else ""
    numbers = tuple(dict.fromkeys(turn.number for turn in turns))
    return DoubleTake(event, client, name, numbers, tuple(sorted(takes, key=lambda one: (one.at, one.row))))


def _takes(
    family: Family, torn: Mapping[tuple[str, str], tuple[Head, ...]], talks: list[Reception], names: Mapping[str, str]
) -> tuple[Take, ...]:
    """The open talks of one family with several hosts; else every time that a ticket of theirs was taken."""
    return _talks(talks, names) or tuple(take for turn in family.turns for take in _of_ticket(turn, torn, names))


def _of_ticket(
    turn: Turn, torn: Mapping[tuple[str, str], tuple[Head, ...]], names: Mapping[str, str]
) -> tuple[Take, ...]:
    """The greetings of one ticket, or its calls, where devices made several apart; else the one there is."""
    greetings, calls = (tuple(_done(kind, turn, torn, names)) for kind in ("greeting", "call"))
    return next((takes for takes in (greetings, calls) if len(takes) > 1), greetings or calls)


def _talks(talks: list[Reception], names: Mapping[str, str]) -> tuple[Take, ...]:
    """Open talks with several hosts; one host has only one."""
    if len({talk.host for talk in talks}) < 2:
        return ()
    return tuple(Take("talk", one.id, one.host, names.get(one.host, ""), one.place, one.started_at) for one in talks)


def _done(
    kind: str, turn: Turn, torn: Mapping[tuple[str, str], tuple[Head, ...]], names: Mapping[str, str]
) -> Iterator[Take]:
    """Every call, or greeting, of one ticket; several where devices made them apart."""
    moment, person = ("called_at", "called_by") if kind == "call" else ("greeted_at", "greeted_by")
    shown, by = (turn.called_at, turn.called_by) if kind == "call" else (turn.greeted_at, turn.greeted_by)
    heads = torn.get((turn.id, moment), ())
    if not heads:
        if shown is not None:
            yield Take(kind, turn.id, by, names.get(by or "", ""), turn.place, shown)
        return
    persons = {head.writer: head.value for head in torn.get((turn.id, person), ())}
    for head in heads:
        # Without a word of its own a device left the person as it was.
        staff = persons.get(head.writer) or by
        if head.value is not None:
            yield Take(kind, turn.id, staff, names.get(staff or "", ""), turn.place, int(head.value))


@verb("hall.settle", roles=DOOR_ROLES)
def settle(caller: Caller, tx: Transaction, *, event: str, row: str, at: int) -> None:
    """Say which take stands, by its row and moment as listed: the others end, and nothing is deleted of what was said.

    Other tickets of the family go, open talks of others end; what was written down in them stays. Raises Refused
    `no_double_take`.
    """
    for double in doubles_of(tx, event):
        for take in double.takes:
            if (take.row, take.at) == (row, at):
                _settle(tx, double, take)
                tx.subject = row
                return
    raise Refused("no_double_take")


def _settle(tx: Transaction, double: DoubleTake, stands: Take) -> None:
    for take in double.takes:
        if take.row == stands.row:
            continue
        if take.kind == "talk":
            tx.save("reception", take.row, {"ended_at": tx.now})
        else:
            tx.save("turn", take.row, {"deleted": 1})
    family = next((one for one in everybody(tx, double.event) if stands.row in {turn.id for turn in one.turns}), None)
    if stands.kind == "talk":
        family = next((one for one in everybody(tx, double.event) if one.client == double.client), None)
    if family is None:
        return
    said: dict[str, str | int | None] = {
        "staff": stands.staff or family.turn.staff,
        "called_at": stands.at if stands.kind == "call" else family.turn.called_at,
        "called_by": stands.staff if stands.kind == "call" else family.turn.called_by,
        "greeted_at": family.turn.greeted_at if stands.kind == "call" else stands.at,
        "greeted_by": family.turn.greeted_by if stands.kind == "call" else stands.staff,
    }
    # A cell on which all agree, and which shows this already, is left as it is.
    tx.save("turn", family.turn.id, said)
