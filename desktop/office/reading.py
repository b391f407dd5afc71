"""From the database to what the pages show. Runs on the worker; knows no Qt."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

import msgspec

from db import clients, common, concerns, events, invitations, people, trails
from db.errors import Misused
from db.records import Attachment, Client, Concern, ConcernStep, Staff
from db.spelling.phones import phone_masked
from db.store import Store
from desktop.office.beside_words import written_beside
from desktop.office.devices_reading import devices, disagreements, doubles
from desktop.office.devices_state import ConflictView, DoubleView
from desktop.office.import_state import SHOWN_PREVIEW_ROWS, Preview, PreviewRow, TwinLine
from desktop.office.overview_reading import overview
from desktop.office.state import (
    ConcernView,
    EventRow,
    ExtensionLine,
    Home,
    Move,
    Person,
    PromiseLine,
    ReminderLine,
    Snapshot,
    StepLine,
    Told,
    WorkLine,
)
from desktop.roster.headings import IGNORED
from desktop.rules.roles import ROLES
from desktop.rules.states import STATES, Field
from desktop.rules.times import day_of, read_time
from desktop.rules.transitions import Transition, moves_from
from desktop.services.calendars.working import Working
from desktop.services.concerns import extending, listing, standing
from desktop.services.concerns.derived import in_order
from desktop.services.concerns.moving import MASTER
from desktop.services.events import events as event_verbs
from desktop.services.guests.clients import name_with_title
from desktop.services.people import staff as staff_verbs
from desktop.services.promises import promises
from desktop.services.registry import OFFICE_ROLES, Caller
from desktop.services.rosters.imports import ImportResult
from desktop.services.zones import zone_of

_HOUR_MS = 3_600_000


def home(
    caller: Caller,
    store: Store,
    found: tuple[ConflictView, ...] | None = None,
    twice: tuple[DoubleView, ...] | None = None,
) -> Home:
    """The figures, the concerns and the events of the first page.

    `found` are the disagreements and `twice` those let in at two desks, if known already.
    """
    person = store.get(Staff, caller.staff) if caller.staff else None
    today = day_of(store.clock(), zone_of(store)).isoformat()
    promised = promises.everything(caller, store, only_open=True)
    lines, rows = work_lines(caller, store), event_rows(caller, store)
    found = disagreements(caller, store) if found is None else found
    twice = doubles(caller, store) if twice is None else twice
    # What somebody does in the office comes before what else they do.
    roles = sorted(caller.roles, key=lambda role: (role not in OFFICE_ROLES, ROLES.index(role)))
    return Home(
        name=person.name if person else "",
        project=events.project(store).name,
        lines=lines,
        events=rows,
        open_promises=len(promised),
        late_promises=sum(one.due < today for one in promised),
        disagreements=len(found) + len(twice),
        role=roles[0] if roles else "",
        overview=overview(caller, store, lines, rows, promised, found),
    )


def work_lines(caller: Caller, store: Store) -> tuple[WorkLine, ...]:
    """Every concern, with the days left to its day."""
    now = store.clock()
    today = day_of(now, zone_of(store))
    late = {line.concern for line in listing.everything(caller, store, now_ms=now, overdue=True)}
    promised = Counter(one.concern for one in promises.everything(caller, store, only_open=True))
    returns = trails.returned(store)
    stands = standing.standings(caller, store, now_ms=now)
    names: dict[str | None, str] = {None: ""}
    rooms: dict[str | None, str] = {None: ""}
    found: list[WorkLine] = []
    for line in listing.everything(caller, store, now_ms=now):
        if line.client not in names:
            names[line.client] = name_with_title(store.get(Client, str(line.client)))
            rooms[line.client] = clients.room_spoken(store, str(line.client))
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
                rooms[line.client],
                tuple(filter(None, (line.handler, line.received_by))),
                returns.get(line.concern, 0),
                line.due,
                _hours_to(line.due, now, zone_of(store)),
                stands[line.concern].escalations if line.concern in stands else (),
                line.is_late_entry,
                line.concern in stands and any(one.stage == "paused" for one in stands[line.concern].clocks),
            )
        )
    return tuple(found)


def _days_to(due: str | None, today: date) -> int | None:
    try:
        return (date.fromisoformat(due[:10]) - today).days if due else None
    except ValueError:
        return None


def _hours_to(due: str | None, now: int, zone: ZoneInfo) -> int | None:
    """The hours left, rounded up, where a concern is due at an hour of today that has not struck yet."""
    if due is None or len(due) <= len("2026-05-20"):
        return None
    try:
        at = read_time(due, zone)
    except Misused:
        return None
    is_today = day_of(at, zone) == day_of(now, zone)
    return -(-(at - now) // _HOUR_MS) if is_today and at > now else None


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
                event.slots or "",
                event.closed_at is not None,
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
    stands = standing.standing(caller, store, concern=concern_id, now_ms=store.clock())
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
        story=tuple(_step(store, one, names) for one in in_order(concerns.steps(store, kept.id))),
        moves=tuple(_move(one, kept) for one in moves_from(now[0])),
        staff=staff(caller, store), rivals=now[2],
        reminders=tuple(
            ReminderLine(one.at, names.get(one.reminded_by or "", ""), one.department)
            for one in trails.reminders(store, kept.id)
        ),
        client_id=clients.root(store, client.id) if client else "", event=kept.event,
        beside=written_beside(store, kept),
        clocks=stands.clocks if stands else (), escalations=stands.escalations if stands else (),
        extensions=tuple(
            ExtensionLine(
                one.new_due, one.reason, names.get(one.asked_by, ""), one.at,
                None if one.agreed is None else bool(one.agreed), names.get(one.decided_by or "", ""),
                one.client_told_at is not None,
            )
            for one in extending.of_concern(caller, store, concern=kept.id)
        ),
        is_late_entry=listing.is_entered_late(Working(store), kept.occurred_at, kept.created_at),
        matter=matter.title if (matter := common.of_concern(store, kept.id)) else "",
    )  # fmt: skip


def staff(caller: Caller, store: Store) -> tuple[Person, ...]:
    """Everybody with their roles."""
    return tuple(Person(one.id, one.name, roles) for one, roles in staff_verbs.everybody(caller, store))


def _step(store: Store, step: ConcernStep, names: Mapping[str, str]) -> StepLine:
    kinds: dict[str, Field] = {field.name: field for state in STATES.values() for field in state.fields}
    told = []
    for name, value in msgspec.json.decode(step.facts, type=dict[str, str]).items():
        field = kinds.get(name)
        if field and field.kind == "staff":
            told.append(Told(name, names.get(value, value)))
        elif name == MASTER:
            master = store.get(Concern, value)
            told.append(Told(name, master.number if master else value))
        else:
            told.append(Told(name, value, field.choices if field else ""))
    entered = names.get(step.entered_by, "") if step.entered_by != step.decided_by else ""
    means = step.means if entered else ""
    return StepLine(
        step.state, names.get(step.decided_by, ""), entered, step.at, tuple(told), means, _shown(store, step.evidence)
    )


def _shown(store: Store, evidence: str | None) -> str:
    """What there is to show for a step: words as they are, an attachment by its name."""
    file = store.get(Attachment, evidence) if evidence else None
    return (file.name or file.media_type) if file else evidence or ""


def _move(step: Transition, kept: Concern) -> Move:
    roles = dict.fromkeys((*step.roles, *(role for one in step.escalations for role in one.roles)))
    fields = step.all_fields()
    known = ((one.name, getattr(kept, one.name)) for one in fields if one.kept == "concern")
    return Move(step.target, tuple(roles), fields, tuple((name, value) for name, value in known if value))


def preview(result: ImportResult) -> Preview:
    """What an import found, with the first rows of each outcome as they come in."""
    rows, counts = list[PreviewRow](), Counter[str]()
    for number, (row, outcome) in enumerate(zip(result.rows, result.outcomes, strict=True)):
        counts[outcome] += 1
        if number >= SHOWN_PREVIEW_ROWS and counts[outcome] > SHOWN_PREVIEW_ROWS:
            continue
        room = row.room.spoken if row.room else ""
        phone = phone_masked(row.phones[0]) if row.phones else ""
        rows.append(PreviewRow(row.row, row.name, row.title or "", room, row.relation, phone, outcome))
    columns = (*result.columns, *((heading, "") for heading in result.unmapped))
    return Preview(
        result.read, result.added, result.updated, result.duplicates, result.rejected,
        tuple((heading, "" if field == IGNORED else field) for heading, field in columns), tuple(rows), result.batch,
        result.header_row,
        tuple(TwinLine(t.row, t.name, t.kind, t.other_name, t.other_row, t.decision) for t in result.twins),
        result.sheet, result.merged,
    )  # fmt: skip


def snapshot(caller: Caller, store: Store) -> Snapshot:
    """Everything that the pages show of the whole project."""
    found, twice = disagreements(caller, store), doubles(caller, store)
    return Snapshot(
        store.clock(), store.identity.name, home(caller, store, found, twice), devices(caller, store), found,
        staff(caller, store), twice,
    )  # fmt: skip
