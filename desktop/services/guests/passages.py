"""Stations inside an event: who has been where, going out and coming back. Nobody is let in twice by it."""

from dataclasses import dataclass

from db import check_ins as check_in_rows
from db import clients, passages
from db.errors import Misused
from db.events import arrived_count
from db.records import CheckIn, Client, Event, Passage
from db.store import Reader, Transaction
from desktop.rules.codes import codes, known_code
from desktop.services.guests import arrivals, check_ins
from desktop.services.guests.check_ins import Scan
from desktop.services.registry import ANYONE, DOOR_ROLES, Caller, question, verb

ENTRANCE, EXIT = "entrance", "exit"


@dataclass(frozen=True, slots=True)
class Passing:
    """What a station shows: `outcome` is a code of passage_outcome, `first_at` (UTC ms) when they were here before.

    `scan` is the check-in that was made on the way, at the entrance or because this client had not been there;
    `passage` is "" where only a check-in was kept.
    """

    token: str
    station: str
    outcome: str
    client: str | None
    name: str | None
    first_at: int | None
    first_desk: str | None
    passage: str
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class StationCount:
    """A station by its code: how many different people came by, the last of them at `latest` (UTC ms)."""

    station: str
    people: int
    latest: int | None


@dataclass(frozen=True, slots=True)
class Stations:
    """An event's stations in the order of a visit, and how many people have gone out and are not back."""

    stations: tuple[StationCount, ...]
    out_now: int


@verb("check-in.pass", roles=DOOR_ROLES)
def pass_by(
    caller: Caller,
    tx: Transaction,
    *,
    event: str,
    station: str,
    token: str,
    desk: str | None = None,
    staffed: bool = True,
) -> Passing:
    """Answer a code at a station and keep the answer; never refuses.

    Whoever has not been at the entrance is checked in here where staff stand, and is asked to the desk where not. At
    the entrance itself it is a scan like any other, and a welcome back for whoever had gone out. Raises Misused
    `code_unknown` for no station, `id_unknown` for no event.
    """
    known_code("station", station)
    if station == ENTRANCE:
        shown = check_ins.scan(caller, tx, event=event, token=token, desk=desk, staffed=staffed)
        return _at_entrance(caller, tx, event, shown, desk)
    judged = check_ins.judge(tx, event=event, token=token, staffed=staffed)
    outcome, scan = judged.decision.outcome, None
    if outcome in ("welcomed", "unknown") and judged.earlier is None and staffed:
        scan = check_ins.scan(caller, tx, event=event, token=token, desk=desk, staffed=True)
    person = _Person(judged.client, judged.name, judged.code_hash)
    if outcome in ("welcomed", "unknown", "already"):
        is_in = judged.earlier is not None or scan is not None
        return _pass(caller, tx, event, station, person, desk, is_in=is_in, token=token, scan=scan)
    tx.subject = passage = _keep(caller, tx, event, station, outcome, person, desk)
    return Passing(token, station, outcome, judged.client, None, None, None, passage)


@verb("check-in.pass-found", roles=DOOR_ROLES)
def pass_found(
    caller: Caller, tx: Transaction, *, event: str, station: str, client: str, desk: str | None = None
) -> Passing:
    """Note at a station a client whom staff found by name; whoever is not in yet is checked in."""
    known_code("station", station)
    found = tx.get(Client, clients.root(tx, client))
    if found is None:
        raise Misused("id_unknown", table="client", value=client)
    scan = None
    if station == ENTRANCE or check_in_rows.first_admission(tx, event, found.id, None) is None:
        scan = arrivals.let_in_found(caller, tx, event=event, client=found.id, desk=desk)
    if station == ENTRANCE and scan is not None:
        return _at_entrance(caller, tx, event, scan, desk)
    person = _Person(found.id, found.name, None)
    return _pass(caller, tx, event, station, person, desk, is_in=True, scan=scan)


@verb("check-in.come-back", roles=DOOR_ROLES)
def come_back(
    caller: Caller, tx: Transaction, *, event: str, client: str | None, token: str = "", desk: str | None = None
) -> str | None:
    """Note that somebody who had gone out is here again; the passage's id, None where they were inside all along."""
    judged = check_ins.judge(tx, event=event, token=token, staffed=True) if token and client is None else None
    person = _Person(client, None, judged.code_hash if judged else None)
    if passages.went_out_at(tx, event, person.client, person.code_hash) is None:
        return None
    tx.subject = passage = _keep(caller, tx, event, ENTRANCE, "back", person, desk)
    return passage


@question("check-in.is-out", roles=DOOR_ROLES)
def is_out(_caller: Caller, reader: Reader, *, check_in: str) -> bool:
    """Whether whoever a decision was about has gone out and not come back; asked before anything is written."""
    row = reader.get(CheckIn, check_in)
    return row is not None and passages.went_out_at(reader, row.event, row.client, row.code_hash) is not None


@verb("check-in.undo-pass", roles=DOOR_ROLES)
def undo_pass(_caller: Caller, tx: Transaction, *, passage: str) -> None:
    """Take a passage back; the row stays and says so. Raises Refused `check_in_undone_already`."""
    check_ins.note_undone(tx, Passage, passage)


@question("check-in.stations", roles=ANYONE)
def stations(_caller: Caller, reader: Reader, *, event: str) -> Stations:
    """How many different people came by each station; at the entrance everybody who was checked in."""
    reader.known(Event, event)
    found = passages.tallies(reader, event)
    first = check_in_rows.first_arrivals(reader, event)
    counted = [StationCount(ENTRANCE, arrived_count(reader, event), first[-1] if first else None)]
    for station in codes("station")[1:]:
        tally = found.get(station)
        counted.append(StationCount(station, tally.people if tally else 0, tally.latest if tally else None))
    return Stations(tuple(counted), passages.out_now(reader, event))


@dataclass(frozen=True, slots=True)
class _Person:
    """Whom a passage is about: a client, or a code that nobody here knows yet."""

    client: str | None
    name: str | None
    code_hash: str | None


def _at_entrance(caller: Caller, tx: Transaction, event: str, shown: Scan, desk: str | None) -> Passing:
    """A scan at the entrance, and the way back in of whoever had gone out."""
    passage = None
    if shown.outcome in ("already", "unknown"):
        passage = come_back(caller, tx, event=event, client=shown.client, token=shown.token, desk=desk)
        tx.subject = shown.check_in
    outcome = "back" if passage else shown.outcome
    return Passing(
        shown.token, ENTRANCE, outcome, shown.client, shown.name, shown.first_at, shown.first_desk, passage or "", shown
    )


def _pass(
    caller: Caller, tx: Transaction, event: str, station: str, person: _Person, desk: str | None, *, is_in: bool,
    token: str = "", scan: Scan | None = None,
) -> Passing:  # fmt: skip
    """Note somebody with a sound invitation at a station, and the way back in if they came unseen."""
    went_out = passages.went_out_at(tx, event, person.client, person.code_hash)
    before = passages.first_at(tx, event, station, person.client, person.code_hash)
    if station == EXIT:
        # Nobody is kept in: who leaves has come, whether the entrance knows it or not.
        is_in = True
        before = before if went_out is not None else None
    elif went_out is not None and is_in:
        _keep(caller, tx, event, ENTRANCE, "back", person, desk)
    outcome = "not_in" if not is_in else "already" if before else "welcomed"
    tx.subject = passage = _keep(caller, tx, event, station, outcome, person, desk)
    at, where = (went_out, before.desk) if station == EXIT and before else (before or (None, None))
    name = person.name if is_in else None
    return Passing(token, station, outcome, person.client, name, at, where, passage, scan)


def _keep(
    caller: Caller, tx: Transaction, event: str, station: str, outcome: str, person: _Person, desk: str | None
) -> str:
    return tx.insert(
        Passage(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, station=station, outcome=outcome,
            at=tx.now, client=person.client, code_hash=person.code_hash, desk=desk or tx.store.identity.name,
            device=tx.writer,
        )
    )  # fmt: skip
