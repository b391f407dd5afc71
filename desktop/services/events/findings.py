"""What an event showed, counted once for its page, its papers and the command line: causes, waits, shares over time."""

from collections import Counter
from dataclasses import dataclass

from db import check_ins, clients, concerns, figures, talks
from db.records import Concern, Event
from db.store import Reader
from desktop.rules import chart_kinds
from desktop.rules.chart_kinds import OTHERS, Point, Waiting
from desktop.rules.hall import target_ms
from desktop.rules.times import local
from desktop.services.common import listing as common
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of

# Fewer common matters than this are no order of causes: then the areas are.
_LEAST_CAUSES = 2
_EVENTS = 8
_VOID = "void"
TARGET_MIN = target_ms("executive") // 60_000


@dataclass(frozen=True, slots=True)
class CauseLine:
    """A cause: `key` is the common matter's id, or the code of an area ("" for none yet), or OTHERS.

    `clients` said it; `covered` said it or one of those above it.
    """

    key: str
    title: str
    clients: int
    covered: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What an event showed. `causes` are common matters, or areas while there are too few of those (`is_by_area`), by
    distinct clients out of `guests`. `departments` are (code or "", concerns), the most first; `satisfied` is the share
    of the answers "satisfied" event by event, at most eight, this one last."""

    event: str
    title: str
    causes: tuple[CauseLine, ...]
    is_by_area: bool
    guests: int
    waiting: Waiting
    departments: tuple[tuple[str, int], ...]
    satisfied: tuple[Point, ...]


@question("event.findings", roles=FOLLOW_ROLES)
def findings(caller: Caller, reader: Reader, *, event: str) -> Findings:
    """What an event showed: causes by distinct clients, waits, departments, satisfaction beside earlier events."""
    row = reader.known(Event, event)
    heard = living(reader, event)
    lines = matters(caller, reader, event, heard)
    is_by_area = len(lines) <= _LEAST_CAUSES
    guests = everybody(reader, heard)
    return Findings(
        event,
        row.title,
        areas(reader, heard) if is_by_area else lines,
        is_by_area,
        len(guests),
        chart_kinds.waiting(waits_min(reader, event), TARGET_MIN),
        by(heard, "department"),
        satisfied(reader, event),
    )


def living(reader: Reader, event: str) -> tuple[Concern, ...]:
    """The concerns of an event but those that are void."""
    return tuple(one for one in concerns.of_event(reader, event) if (concerns.now(reader, one.id) or ("",))[0] != _VOID)


def guest(reader: Reader, concern: Concern) -> str:
    """Who said it: joined records are one; whoever gave no name is one client in one talk."""
    return clients.root(reader, concern.client) if concern.client else concern.reception or concern.id


def everybody(reader: Reader, heard: tuple[Concern, ...]) -> set[str]:
    """Every distinct client who said something."""
    return {guest(reader, one) for one in heard}


def matters(caller: Caller, reader: Reader, event: str, heard: tuple[Concern, ...]) -> tuple[CauseLine, ...]:
    """The common matters of an event by distinct clients; () where there is none. The last are all others."""
    who = {one.id: guest(reader, one) for one in heard}
    found = {one.issue: one for one in common.everything(caller, reader, event=event) if one.is_common}
    said = {
        issue: {who[member.concern] for member in one.members if member.concern in who} for issue, one in found.items()
    }
    if not any(said.values()):
        return ()
    # Equal ones stand in the order of their titles.
    named = {f"{one.title}\0{issue}": said[issue] for issue, one in found.items()}
    return tuple(
        CauseLine(OTHERS, "", one.clients, one.covered)
        if one.key == OTHERS
        else CauseLine(one.key.partition("\0")[2], one.key.partition("\0")[0], one.clients, one.covered)
        for one in chart_kinds.causes(named, set(who.values()))
    )


def areas(reader: Reader, heard: tuple[Concern, ...]) -> tuple[CauseLine, ...]:
    """The areas by distinct clients; the title is for whoever shows them."""
    said: dict[str, set[str]] = {}
    for one in heard:
        said.setdefault(one.area or "", set()).add(guest(reader, one))
    found = chart_kinds.causes(said, everybody(reader, heard))
    return tuple(CauseLine(one.key, "", one.clients, one.covered) for one in found)


def waits_min(reader: Reader, event: str) -> list[float]:
    """Minutes from a client's first check-in to the start of their first talk, the shortest first."""
    waits: list[float] = []
    seen: set[str] = set()
    for talk in talks.of_event(reader, event):
        if talk.client and talk.client not in seen:
            seen.add(talk.client)
            first = check_ins.first_admission(reader, event, talk.client, None)
            if first and talk.started_at >= first[0]:
                waits.append((talk.started_at - first[0]) / 60_000)
    return sorted(waits)


def by(heard: tuple[Concern, ...], name: str) -> tuple[tuple[str, int], ...]:
    """(value of the field or "", concerns), the most first."""
    counted = Counter(str(getattr(one, name) or "") for one in heard)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def satisfied(reader: Reader, event: str) -> tuple[Point, ...]:
    """The share of "satisfied" among the answers, event by event up to this one, the earliest first."""
    here, zone = reader.known(Event, event), zone_of(reader)
    before = [
        one
        for one in reader.records(Event, "WHERE deleted = 0 ORDER BY starts_at, id")
        if one.id == event or (one.starts_at, one.id) < (here.starts_at, here.id)
    ]
    counted = figures.satisfaction(reader, tuple(one.id for one in before[-_EVENTS:]))
    return tuple(
        Point(one.id, f"{local(one.starts_at, zone):%m-%d}", *counted.get(one.id, (0, 0))) for one in before[-_EVENTS:]
    )
