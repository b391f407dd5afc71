"""From the database to what the pages show. Runs on the worker; knows no Qt."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from db import clients, concerns, events, invitations, people
from db.history import Head
from db.records import BY_TABLE, Client, Concern, ConcernStep, Promise, Staff
from db.spelling.phones import phone_masked
from db.store import Store
from desktop.office.state import (
    SHOWN_PREVIEW_ROWS,
    ConcernView,
    ConflictView,
    DeviceLine,
    EventRow,
    Home,
    Move,
    PackageLine,
    Person,
    Preview,
    PreviewRow,
    PromiseLine,
    Side,
    Snapshot,
    StepLine,
    Told,
    WorkLine,
)
from desktop.roster.headings import IGNORED
from desktop.roster.reading import read_roster
from desktop.rules.codes import list_names
from desktop.rules.states import STATES, Field
from desktop.rules.times import day_of
from desktop.rules.transitions import Transition, moves_from
from desktop.services.concerns import listing
from desktop.services.events import events as event_verbs
from desktop.services.exchange import cards, conflicts, packages
from desktop.services.guests.clients import name_with_title
from desktop.services.people import staff as staff_verbs
from desktop.services.promises import promises
from desktop.services.registry import Caller
from desktop.services.rosters.imports import ImportResult
from desktop.services.zones import zone_of


def home(caller: Caller, store: Store) -> Home:
    """The figures, the concerns and the events of the first page."""
    person = store.get(Staff, caller.staff) if caller.staff else None
    today = day_of(store.clock(), zone_of(store)).isoformat()
    promised = promises.everything(caller, store, only_open=True)
    return Home(
        name=person.name if person else "",
        project=events.project(store).name,
        lines=work_lines(caller, store),
        events=event_rows(caller, store),
        open_promises=len(promised),
        late_promises=sum(one.due < today for one in promised),
        disagreements=len(conflicts.everything(caller, store)),
    )


def work_lines(caller: Caller, store: Store) -> tuple[WorkLine, ...]:
    """Every concern, with the days left to its day."""
    now = store.clock()
    today = day_of(now, zone_of(store))
    late = {line.concern for line in listing.everything(caller, store, now_ms=now, overdue=True)}
    promised = Counter(one.concern for one in promises.everything(caller, store, only_open=True))
    names: dict[str | None, str] = {None: ""}
    found: list[WorkLine] = []
    for line in listing.everything(caller, store, now_ms=now):
        if line.client not in names:
            names[line.client] = name_with_title(store.get(Client, str(line.client)))
        found.append(
            WorkLine(
                line.concern,
                line.number,
                " ".join(line.words.split()),
                line.state,
                names[line.client],
                line.area,
                line.department,
                _days_to(line.due, today),
                line.concern in late,
                line.rivals,
                promised[line.concern],
            )
        )
    return tuple(found)


def _days_to(due: str | None, today: date) -> int | None:
    try:
        return (date.fromisoformat(due[:10]) - today).days if due else None
    except ValueError:
        return None


def event_rows(caller: Caller, store: Store) -> tuple[EventRow, ...]:
    """Every event, the latest first."""
    rows = []
    for line in event_verbs.everything(caller, store):
        event = line.event
        issued = sum(one.issued_at is not None for one in invitations.living(store, event.id))
        rows.append(
            EventRow(
                event.id,
                event.number,
                event.node,
                event.title,
                event.place or "",
                event.starts_at,
                event.ends_at,
                line.invited,
                line.arrived,
                issued,
            )
        )
    return tuple(sorted(rows, key=lambda row: -row.starts_at))


def concern(caller: Caller, store: Store, concern_id: str) -> ConcernView | None:
    """One concern with its story and the steps that lead on; None when it is gone."""
    kept, now = store.get(Concern, concern_id), concerns.now(store, concern_id)
    if kept is None or now is None:
        return None
    client = store.get(Client, kept.client) if kept.client else None
    names = people.names(store)
    return ConcernView(
        concern=kept.id, number=kept.number, state=now[0], type=kept.type, grade=kept.grade, words=kept.words,
        additions=tuple(one.words for one in concerns.additions(store, kept.id)),
        client=name_with_title(client), room=clients.room_spoken(store, client.id) if client else "",
        heard_at=kept.occurred_at, heard_by=names.get(kept.received_by, ""), area=kept.area,
        department=kept.department, handler=names.get(kept.handler or "", ""), wish=kept.wish,
        due=kept.new_due or kept.due_resolve,
        promises=tuple(
            PromiseLine(one.text, one.due, names.get(one.promised_by, ""), one.kept_at is not None)
            for one in concerns.promises(store, kept.id)
        ),
        story=tuple(_step(one, names) for one in _in_order(concerns.steps(store, kept.id))),
        moves=tuple(_move(one, kept) for one in moves_from(now[0])),
        staff=staff(caller, store), rivals=now[2],
    )  # fmt: skip


def staff(caller: Caller, store: Store) -> tuple[Person, ...]:
    """Everybody with their roles."""
    return tuple(Person(one.id, one.name, roles) for one, roles in staff_verbs.everybody(caller, store))


def _in_order(steps: tuple[ConcernStep, ...]) -> list[ConcernStep]:
    """Each step after the one it follows; of steps made apart, the earlier first."""
    by_id, depths = {step.id: step for step in steps}, dict[str, int]()
    for step in steps:
        chain = [step]
        while (parent := by_id.get(chain[-1].parent or "")) and parent.id not in depths and parent not in chain:
            chain.append(parent)
        for one in reversed(chain):
            depths[one.id] = depths.get(one.parent or "", -1) + 1
    return sorted(steps, key=lambda step: (depths[step.id], step.at))


def _step(step: ConcernStep, names: Mapping[str, str]) -> StepLine:
    kinds: dict[str, Field] = {field.name: field for state in STATES.values() for field in state.fields}
    told = []
    for name, value in msgspec.json.decode(step.facts, type=dict[str, str]).items():
        field = kinds.get(name)
        if field and field.kind == "staff":
            told.append(Told(name, names.get(value, value)))
        else:
            told.append(Told(name, value, field.choices if field else ""))
    entered = names.get(step.entered_by, "") if step.entered_by != step.decided_by else ""
    return StepLine(step.state, names.get(step.decided_by, ""), entered, step.at, tuple(told))


def _move(step: Transition, kept: Concern) -> Move:
    roles = dict.fromkeys((*step.roles, *(role for one in step.escalations for role in one.roles)))
    fields = step.all_fields()
    known = ((one.name, getattr(kept, one.name)) for one in fields if one.kept == "concern")
    return Move(step.target, tuple(roles), fields, tuple((name, value) for name, value in known if value))


def preview(result: ImportResult, file: Path) -> Preview:
    """What an import found in `file`, with the first rows as they come in."""
    roster = read_roster(file, dict(result.columns))
    rows = tuple(
        PreviewRow(
            row.row,
            row.name,
            row.title or "",
            row.room.spoken if row.room else "",
            row.relation,
            phone_masked(row.phones[0]) if row.phones else "",
        )
        for row in roster.rows[:SHOWN_PREVIEW_ROWS]
    )
    columns = (*result.columns, *((heading, "") for heading in result.unmapped))
    return Preview(
        result.read, result.added, result.updated, result.duplicates, result.rejected,
        tuple((heading, "" if field == IGNORED else field) for heading, field in columns), rows, result.batch,
    )  # fmt: skip


def package_line(store: Store, one: packages.Incoming) -> PackageLine:
    """A package after a dry run."""
    trouble = one.trouble
    device = ""
    if trouble is None:
        device = packages.inspect(store, file=Path(one.file)).device or ""
    elif "device" in trouble.facts:
        device = str(trouble.facts["device"])
    facts = tuple(trouble.facts.items()) if trouble else ()
    return PackageLine(
        one.file, one.outcome, device, one.added, one.changed, one.conflicts, trouble.code if trouble else "", facts
    )


def devices(caller: Caller, store: Store) -> tuple[DeviceLine, ...]:
    """Every device, this one first."""
    found = cards.known_devices(caller, store)
    lines = (DeviceLine(one.name, one.role, one.fingerprint, one.trusted, one.this, one.last_heard) for one in found)
    return tuple(sorted(lines, key=lambda line: (not line.is_this, line.name)))


def snapshot(caller: Caller, store: Store) -> Snapshot:
    """Everything that the pages show of the whole project."""
    return Snapshot(
        store.clock(), store.identity.name, home(caller, store), devices(caller, store), disagreements(caller, store)
    )


def disagreements(caller: Caller, store: Store) -> tuple[ConflictView, ...]:
    """Every field on which devices disagree, in words as far as the database has them."""
    names = people.names(store)
    named = {one.device: one.name for one in cards.known_devices(caller, store)}
    return tuple(
        ConflictView(
            key=f"{one.table}/{one.row_id}/{one.column}",
            table=one.table,
            row_id=one.row_id,
            column=one.column,
            about=_about(store, one.table, one.row_id),
            sides=_sides(one.column, one.values, names, named),
            may_write_another=one.column not in BY_TABLE[one.table].write_once,
        )
        for one in conflicts.everything(caller, store)
    )


def _sides(
    column: str, heads: tuple[Head, ...], names: Mapping[str, str], devices_named: Mapping[str, str]
) -> tuple[Side, ...]:
    """The different values, each by its latest writer."""
    different: dict[str | None, Head] = {}
    for head in heads:
        different.setdefault(head.value, head)
    choices = column if column in list_names() else ""
    return tuple(
        Side(
            head.value or "",
            names.get(head.value or "", head.value or ""),
            choices,
            names.get(head.who or "", ""),
            devices_named.get(head.writer or "", ""),
            head.stamp,
        )
        for head in different.values()
    )


def _about(store: Store, table: str, row_id: str) -> str:
    if table == "client":
        client = store.get(Client, row_id)
        return " · ".join(filter(None, (name_with_title(client), clients.room_spoken(store, row_id))))
    if table == "promise":
        promise = store.get(Promise, row_id)
        return promise.text if promise else ""
    if table == "concern":
        kept = store.get(Concern, row_id)
        return f"{kept.number} · {' '.join(kept.words.split())}" if kept else ""
    return ""
