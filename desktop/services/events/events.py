"""Events: what is held, where and when, who is on duty, and that all is done."""

from dataclasses import dataclass

from db import events as kept
from db import trainings
from db.errors import Misused, Refused
from db.events import EventLine, LeftOpen
from db.ids import NAMED_AT
from db.records import Event, EventStaff, Staff
from db.store import Reader, Transaction
from desktop.rules import training
from desktop.rules.codes import known_code
from desktop.rules.slots import define
from desktop.rules.times import day_of, read_time
from desktop.services.people.staff import additions
from desktop.services.registry import ANYONE, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

FIELDS = ("node", "title", "starts", "ends", "place", "slots")
# What somebody does at an event.
PARTS = ("host", "executive", "companion", "recorder", "kiosk", "coordinator")


@verb("event.add", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def add(
    caller: Caller,
    tx: Transaction,
    *,
    node: str,
    title: str,
    starts: str,
    ends: str,
    place: str | None = None,
    slots: str | None = None,
) -> str:
    """Add an event; times without an offset are meant in the project's zone. Returns the event id."""
    known_code("node", node, additions(tx))
    if not title.strip():
        raise Misused("title_missing")
    starts_at, ends_at = _times(tx, starts, ends)
    event = tx.insert(
        Event(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            number=kept.next_number(tx),
            node=node,
            title=title.strip(),
            starts_at=starts_at,
            ends_at=ends_at,
            place=place,
            slots=_lines(slots or "") or None,
        )
    )
    tx.subject = event
    return event


@question("event.list", roles=ANYONE)
def everything(_caller: Caller, reader: Reader) -> tuple[EventLine, ...]:
    """Every event with how many were invited and how many came."""
    return kept.all_events(reader)


@verb("event.set", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_fields(_caller: Caller, tx: Transaction, *, event: str, changes: dict[str, str]) -> int:
    """Change fields of an event (node title starts ends place slots); returns how many changed.

    Slots stand one a line. A code in the hand carries the event, not its day: invitations stay good.
    """
    row = tx.known(Event, event)
    unknown = sorted(set(changes) - set(FIELDS))
    if unknown:
        raise Misused("field_not_settable", field=unknown[0], choices=" ".join(FIELDS))
    cells: dict[str, str | int | None] = {}
    if "node" in changes:
        cells["node"] = known_code("node", changes["node"], additions(tx))
    if "title" in changes:
        if not changes["title"].strip():
            raise Misused("title_missing")
        cells["title"] = changes["title"].strip()
    if "place" in changes:
        cells["place"] = changes["place"].strip() or None
    if "slots" in changes:
        cells["slots"] = _lines(changes["slots"]) or None
    cells |= _moved(tx, row, changes)
    tx.subject = event
    return tx.save("event", event, cells) if cells else 0


def _moved(tx: Transaction, row: Event, changes: dict[str, str]) -> dict[str, str | int | None]:
    zone = zone_of(tx)
    starts = read_time(changes["starts"], zone) if "starts" in changes else row.starts_at
    ends = read_time(changes["ends"], zone) if "ends" in changes else row.ends_at
    if ends <= starts:
        raise Misused("ends_before_start", starts=changes.get("starts", ""), ends=changes.get("ends", ""))
    moved: dict[str, str | int | None] = {}
    if "starts" in changes:
        moved["starts_at"] = starts
    if "ends" in changes:
        moved["ends_at"] = ends
    return moved


def _times(tx: Transaction, starts: str, ends: str) -> tuple[int, int]:
    zone = zone_of(tx)
    starts_at, ends_at = read_time(starts, zone), read_time(ends, zone)
    if ends_at <= starts_at:
        raise Misused("ends_before_start", starts=starts, ends=ends)
    return starts_at, ends_at


def _lines(text: str) -> str:
    """The slots as they are kept: each line in the plain way. Raises Misused for one that cannot be meant so."""
    return "\n".join(slot.line for slot in define(text))


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Somebody of the staff at an event, and the table where they sit; `untrained` says why without the training."""

    staff: str
    name: str
    part: str
    place: str | None = None
    untrained: str = ""


@question("event.staff", roles=ANYONE)
def on_duty(_caller: Caller, reader: Reader, *, event: str) -> tuple[OnDuty, ...]:
    """Who is on duty at an event, in the order of names."""
    found = (
        OnDuty(one.staff, name, one.part, one.place, one.untrained_reason or "")
        for one, name in kept.on_duty(reader, event)
    )
    return tuple(sorted(found, key=lambda one: (PARTS.index(one.part) if one.part in PARTS else len(PARTS), one.name)))


@verb("event.put-staff", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def put_staff(
    _caller: Caller,
    tx: Transaction,
    *,
    event: str,
    staff: str,
    part: str = "host",
    place: str | None = None,
    untrained_reason: str = "",
) -> bool:
    """Put somebody on duty at an event, or give them another part or table; returns whether anything changed.

    Without `place` the table stays; an empty one takes it away. Raises Refused `untrained` for somebody who lacks a
    course that the part needs, unless a reason is given; the reason is kept.
    """
    tx.known(Event, event)
    if part not in PARTS:
        raise Misused("code_unknown", list="part", value=part, choices=" ".join(PARTS))
    tx.known(Staff, staff)
    tx.subject = event
    return put_on_duty(tx, event, staff, part, place, untrained_reason)


def put_on_duty(
    tx: Transaction, event: str, staff: str, part: str, place: str | None, untrained_reason: str = ""
) -> bool:
    """Keep somebody's part and, unless it is None, table at an event; returns whether anything changed.

    Raises Refused `untrained`.
    """
    link = kept.duty_id(event, staff)
    table = {} if place is None else {"place": place.strip()}
    before = tx.get(EventStaff, link)
    if before is not None and not before.deleted and before.part == part:
        return bool(table) and tx.save("event_staff", link, table) > 0
    reason = _untrained(tx, event, staff, part, untrained_reason.strip())
    if before is not None:
        return tx.save("event_staff", link, {"part": part, "deleted": 0, "untrained_reason": reason, **table}) > 0
    tx.insert(
        EventStaff(
            id=link, created_at=NAMED_AT, event=event, staff=staff, part=part, place=table.get("place") or None,
            untrained_reason=reason,
        )
    )  # fmt: skip
    return True


def _untrained(tx: Transaction, event: str, staff: str, part: str, reason: str) -> str | None:
    """The reason to keep: none for somebody with the training. Raises Refused `untrained` where one is wanting."""
    row, person, zone = tx.known(Event, event), tx.get(Staff, staff), zone_of(tx)
    courses, taken = trainings.courses(tx), trainings.taken(tx, staff)
    # It must not run out before the last day either.
    days = {day_of(at, zone).isoformat() for at in (row.starts_at, row.ends_at)}
    lacking = dict.fromkeys(name for day in sorted(days) for name in training.missing(courses, taken, part, day))
    if lacking and not reason:
        raise Refused("untrained", name=person.name if person else "", courses="、".join(lacking))
    return reason if lacking else None


@verb("event.drop-staff", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def drop_staff(_caller: Caller, tx: Transaction, *, event: str, staff: str) -> None:
    """Take somebody off an event's duty."""
    tx.save("event_staff", kept.duty_id(event, staff), {"deleted": 1})
    tx.subject = event


@question("event.left-open", roles=ANYONE)
def left_open(_caller: Caller, reader: Reader, *, event: str) -> LeftOpen:
    """What is still open at an event: talks without an end, provisional check-ins, forms."""
    return kept.left_open(reader, event)


@verb("event.close", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def close(_caller: Caller, tx: Transaction, *, event: str) -> None:
    """Say that an event's work is done; nobody is refused at the door for it. Raises Refused `event_closed`."""
    if tx.known(Event, event).closed_at is not None:
        raise Refused("event_closed", id=event)
    tx.save("event", event, {"closed_at": tx.now})
    tx.subject = event


@verb("event.reopen", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def reopen(_caller: Caller, tx: Transaction, *, event: str) -> None:
    """Take back that an event is done."""
    tx.known(Event, event)
    tx.save("event", event, {"closed_at": None})
    tx.subject = event
