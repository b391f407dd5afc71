"""The rows behind a concern's way: guides and their answers, needs taken note of, agreed answers, clocks, groups."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Record):
    """One row per version of a node's guide that the project wrote itself; `lines` is a JSON array of its lines."""

    table: ClassVar[str] = "guide"
    write_once: ClassVar[frozenset[str]] = frozenset({"node", "version", "lines"})
    node: str
    version: int
    lines: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideAnswer(Record):
    """One row per question of a guide answered in a talk; the id is UUIDv5 of both.

    `value` is the code or figure chosen, `words` what was said where the question leaves it open; `guide` is the
    version asked.
    """

    table: ClassVar[str] = "guide_answer"
    reception: str
    question: str
    guide: int
    at: int
    value: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAck(Record):
    """One row per need and department that has taken note of it; the id is UUIDv5 of both.

    `staff` is who of the department said so, `entered_by` who wrote it down for them, `means` how the word came.
    """

    table: ClassVar[str] = "need_ack"
    concern: str
    department: str
    at: int
    staff: str | None = None
    words: str | None = None
    entered_by: str | None = None
    means: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardAnswer(Record):
    """One row per answer agreed on (统一口径): usable once `approved_at`, until the day `valid_until`.

    `never` is what must not be promised with it, `keywords` further words it is found by. What was agreed on is not
    rewritten: a change is a row of its own that `replaces` the one before.
    """

    table: ClassVar[str] = "standard_answer"
    question: str
    words: str
    drafted_by: str
    never: str | None = None
    keywords: str | None = None
    area: str | None = None
    node: str | None = None
    department: str | None = None
    approved_by: str | None = None
    approved_at: int | None = None
    valid_until: str | None = None
    withdrawn_at: int | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension(Record):
    """One row per request for a later day (延期); `agreed` is empty until somebody decided."""

    table: ClassVar[str] = "extension"
    write_once: ClassVar[frozenset[str]] = frozenset({"concern", "asked_by", "reason", "new_due", "at"})
    concern: str
    asked_by: str
    reason: str
    new_due: str
    at: int
    agreed: int | None = None
    decided_by: str | None = None
    decided_at: int | None = None
    client_told_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDay(Record):
    """One row per day that is worked or free against the week's rule, of one department or of all; the id is UUIDv5
    of both."""

    table: ClassVar[str] = "work_day"
    day: str
    is_work: int
    department: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkHours(Record):
    """One row per department (or for all) that says when it works; the id is UUIDv5 of it.

    `weekdays` are ISO figures with spaces between, `from_time` and `until_time` like 09:00; with `event_days` the days
    of events are worked.
    """

    table: ClassVar[str] = "work_hours"
    weekdays: str
    from_time: str
    until_time: str
    event_days: int = 0
    department: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule(Record):
    """One row per clock that the project set otherwise; the id is UUIDv5 of clock and grade, `unit` a code."""

    table: ClassVar[str] = "clock_rule"
    clock: str
    amount: int
    unit: str
    grade: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDelivery(Record):
    """One row per room handed over; the id is UUIDv5 of the unit, `delivered_on` an ISO day: warranty runs from it."""

    table: ClassVar[str] = "unit_delivery"
    unit: str
    delivered_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonIssue(Record):
    """One row per matter that several clients share, confirmed by a person; `title` is a sentence."""

    table: ClassVar[str] = "common_issue"
    title: str
    confirmed_by: str | None = None
    confirmed_at: int | None = None
    area: str | None = None
    node: str | None = None
    department: str | None = None
    ended_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonMember(Record):
    """One row per concern put to a common matter, or kept out of it (`is_in` 0); the id is UUIDv5 of both."""

    table: ClassVar[str] = "common_member"
    common_issue: str
    concern: str
    is_in: int = 1
