"""One frozen value per table; the field names are the column names, in the table's order.

Ids are UUIDv7 texts in lower case unless said otherwise; times are UTC milliseconds; days are ISO texts (2026-05-23);
money is in fen. `write_once` names the columns that no edit may ever touch.
"""

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, get_type_hints

from db.campaign_records import (
    CallItem,
    CallLog,
    Campaign,
    CampaignContact,
    CampaignMember,
    DoNotCall,
    Observation,
)
from db.duty_records import Course, DutyExemption, DutyRule, Reflection, Sharing, StaffPost, Training
from db.event_records import ClosingReason, DeviceVouch, EventDevice, SummaryApproval
from db.follow_records import (
    ClockRule,
    CommonIssue,
    CommonMember,
    Extension,
    Guide,
    GuideAnswer,
    NeedAck,
    StandardAnswer,
    UnitDelivery,
    WorkDay,
    WorkHours,
)
from db.form_records import FormBox
from db.hall_records import Consent, InviteContact, Passage, PrintJob, Turn
from db.paper_records import PaperPart
from db.personal import Erased
from db.record import Record
from db.sheet_records import SheetLayout, SheetPrint
from db.talk_records import Aside, Concern, ConcernAddition, ConcernStep, Promise, Reception, Reminder

__all__ = [
    "ADDED_LATER", "Aside", "Attachment", "BY_TABLE", "COLUMNS", "CallItem", "CallLog", "Campaign",
    "CampaignContact", "CampaignMember", "CheckIn", "Client", "ClientOwner", "ClientUnit", "ClockRule",
    "ClosingReason", "Code", "Column", "CommonIssue", "CommonMember", "Concern", "ConcernAddition", "ConcernStep",
    "Consent", "Course", "Device", "DeviceVouch", "DoNotCall", "DutyExemption", "DutyRule", "Erased", "Event",
    "EventDevice", "EventStaff", "Extension", "Form", "FormBox", "Guide", "GuideAnswer", "Invitation", "InviteContact",
    "NAMES", "NeedAck", "Observation", "PaperPart", "Passage", "PrintJob", "Project", "Promise", "R", "Reception",
    "Record",
    "Reflection", "Reminder", "RosterImport", "SYNCED", "Sharing", "SheetLayout", "SheetPrint", "Staff",
    "StaffPost", "StaffRole", "StandardAnswer", "SummaryApproval", "Training", "Turn",
    "Unit", "UnitDelivery", "WorkDay", "WorkHours", "column", "values",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """One row: the project whose clients are received.

    The lines are the sentences of its paper: NULL for the shipped one, "-" for none. `has_seal` keeps a place for the
    seal free where the forms are signed.
    """

    table: ClassVar[str] = "project"
    name: str
    mark: str
    time_zone: str = "Asia/Shanghai"
    company: str | None = None
    service_line: str | None = None
    service_name: str | None = None
    notice_line: str | None = None
    legal_line: str | None = None
    promise_line: str | None = None
    last_line: str | None = None
    has_seal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Device(Record):
    """One row per device (database) of the project; the id is its writer id."""

    table: ClassVar[str] = "device"
    name: str
    role: str
    signing_key: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff(Record):
    """One row per person who receives clients or follows up.

    `started_on` is their first day with us, `extension` their number on the telephone system.
    """

    table: ClassVar[str] = "staff"
    name: str
    level: str
    department: str | None = None
    post: str | None = None
    started_on: str | None = None
    extension: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRole(Record):
    """One row per role that a person holds."""

    table: ClassVar[str] = "staff_role"
    staff: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Record):
    """One row per room; the id is UUIDv5 of project and room key, and so everything in it is a function of the key."""

    table: ClassVar[str] = "unit"
    key: str
    spoken: str
    phase: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client(Record):
    """One row per person invited or received. `merged_into` always points to a smaller id.

    `marks` names, with spaces between, what the host must know and the hall must not: vip, risk.
    """

    table: ClassVar[str] = "client"
    name: str
    title: str | None = None
    phone: str | None = None
    phone2: str | None = None
    phone_typed: str | None = None
    room_typed: str | None = None
    note: str | None = None
    source: str = "list"
    roster: str | None = None
    merged_into: str | None = None
    marks: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientUnit(Record):
    """One row per person and room; the id is UUIDv5 of both."""

    table: ClassVar[str] = "client_unit"
    client: str
    unit: str
    relation: str = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientOwner(Record):
    """One row per person of ours who looks after a client; active while `until_at` is empty."""

    table: ClassVar[str] = "client_owner"
    client: str
    name: str
    kind: str
    staff: str | None = None
    from_at: int | None = None
    until_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One row per reception event; `slots` holds one slot a line, `closed_at` is empty while work on it goes on.

    While `paused_at` is set every calling screen asks for patience. `greeting` stands on the kiosk instead of the usual
    words; `shows` names, with spaces between, what else the hall may see: name, host,
    helmet, gift.
    """

    table: ClassVar[str] = "event"
    number: int
    node: str
    title: str
    starts_at: int
    ends_at: int
    place: str | None = None
    slots: str | None = None
    closed_at: int | None = None
    paused_at: int | None = None
    greeting: str | None = None
    shows: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStaff(Record):
    """One row per person on duty at an event; the id is UUIDv5 of both.

    `part` is host, companion or executive, `place` their table; while `away_at` is set nobody is sent to them.
    `untrained_reason` is why somebody without the training was put on duty.
    """

    table: ClassVar[str] = "event_staff"
    event: str
    staff: str
    part: str = "host"
    place: str | None = None
    away_at: int | None = None
    untrained_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Record):
    """One row per client on an event's list; only the SHA-256 of the code is kept, which is a function of the id.

    `issued_at` is empty until the code has been printed or handed out for the first time; `channel` says through whom
    the client came to us.
    """

    table: ClassVar[str] = "invitation"
    write_once: ClassVar[frozenset[str]] = frozenset({"event", "code_hash", "spoken"})
    event: str
    client: str
    code_hash: str
    spoken: str
    slot: str | None = None
    companions: int | None = None
    issued_at: int | None = None
    revoked_at: int | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Record):
    """One row per scan decision: what the screen showed, when and where; `reason` is why staff let somebody in.

    `twice` is what a person decided when one client had been let in at two desks: same, other or mistake. `party` is
    how many came on the code, the client included; empty where nobody counted.
    """

    table: ClassVar[str] = "check_in"
    write_once: ClassVar[frozenset[str]] = frozenset(
        {"event", "outcome", "at", "desk", "code_hash", "first_at", "means", "reason"}
    )
    event: str
    outcome: str
    at: int
    means: str
    admitted: int
    client: str | None = None
    invitation: str | None = None
    code_hash: str | None = None
    desk: str | None = None
    device: str | None = None
    first_at: int | None = None
    first_desk: str | None = None
    undone: int = 0
    reason: str | None = None
    twice: str | None = None
    party: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Record):
    """One row per numbered sheet: the number that a client and an event share on screen, paper and phone.

    `issued_at` is when it was printed, `returned_at` when the paper came back, `entered_at` when its words were typed
    in or somebody saw that there are none.
    """

    table: ClassVar[str] = "form"
    write_once: ClassVar[frozenset[str]] = frozenset({"number", "event"})
    event: str
    number: str
    client: str | None = None
    issued_at: int | None = None
    returned_at: int | None = None
    entered_at: int | None = None
    entered_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """One row per file that belongs to a form, a concern or a reception; its content lies beside the database.

    `sha256` is of what came in, `blob` of the encrypted file and its name on the disk, `key` (64 hexadecimal digits)
    opens it, `at` is when the picture was taken. Without the row nobody can read the file. `shows` is thing, person,
    sound, video or signature, `stage` before or after.
    """

    table: ClassVar[str] = "attachment"
    write_once: ClassVar[frozenset[str]] = frozenset({"belongs", "sha256", "blob", "size", "media_type"})
    belongs: str
    owner: str
    media_type: str
    size: int
    sha256: str
    blob: str
    at: int
    name: str | None = None
    key: str | None = None
    shows: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterImport(Record):
    """One row per client list taken in."""

    table: ClassVar[str] = "roster"
    event: str
    file_name: str
    sha256: str
    encoding: str
    read: int
    added: int
    updated: int
    duplicates: int
    rejected: int
    undone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Record):
    """One row per code that this project added to a shipped list; the id is `list:code`."""

    table: ClassVar[str] = "code"
    list: str
    code: str
    zh: str
    en: str


SYNCED: tuple[type[Record], ...] = (
    Project, Device, Erased, Staff, StaffRole, Code, Unit, Client, ClientUnit, ClientOwner, Event, EventStaff,
    Invitation, Form, Attachment, CheckIn, Reception, Concern, ConcernAddition, ConcernStep, Promise, Aside, Reminder,
    RosterImport, EventDevice, DeviceVouch, ClosingReason, SummaryApproval, Turn, Passage, InviteContact, Consent,
    PrintJob,
    Guide, GuideAnswer, NeedAck, StandardAnswer, Extension, WorkDay, WorkHours, ClockRule, UnitDelivery, CommonIssue,
    CommonMember, DutyRule, DutyExemption, StaffPost, Course, Training, Reflection, Sharing, Campaign, CampaignMember,
    CampaignContact, CallItem, CallLog, Observation, DoNotCall, SheetLayout, SheetPrint, FormBox, PaperPart,
)  # fmt: skip
BY_TABLE: dict[str, type[Record]] = {record.table: record for record in SYNCED}

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the record declares it."""

    name: str
    is_integer: bool
    nullable: bool


def _columns(record: type[Record]) -> tuple[Column, ...]:
    hints = get_type_hints(record)
    return tuple(
        Column(field.name, "int" in str(hints[field.name]), "None" in str(hints[field.name]))
        for field in fields(record)
    )


# Columns of later schemas (table, column), all nullable: an empty one without a history says nothing.
ADDED_LATER: frozenset[tuple[str, str]] = frozenset()

COLUMNS: dict[str, tuple[Column, ...]] = {record.table: _columns(record) for record in SYNCED}
NAMES: dict[str, tuple[str, ...]] = {table: tuple(c.name for c in cols) for table, cols in COLUMNS.items()}
# Every row written passes here.
_TAKE = {table: attrgetter(*names) for table, names in NAMES.items()}


def column(table: str, name: str) -> Column:
    """Return the column `name` of `table`; KeyError when there is none, which is a programming error."""
    for candidate in COLUMNS[table]:
        if candidate.name == name:
            return candidate
    raise KeyError(f"{table}.{name}")


def values(record: Record) -> tuple[Any, ...]:
    """The record's values in column order; an empty text in a nullable column is kept as NULL."""
    row: tuple[Any, ...] = _TAKE[record.table](record)
    if "" not in row:
        return row
    return tuple(
        None if value == "" and column.nullable else value
        for value, column in zip(row, COLUMNS[record.table], strict=True)
    )
