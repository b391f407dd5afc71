"""The rows of what executives owe: how often they receive, what they learnt before, what they took from it."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRule(Record):
    """One row per level whose duty the project set itself, from a day on; the id is UUIDv5 of both.

    `receptions` are owed in every `months` months, counted from the month `first_month` (1 to 12).
    """

    table: ClassVar[str] = "duty_rule"
    level: str
    from_day: str
    months: int
    receptions: int = 1
    first_month: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyExemption(Record):
    """One row per time that a person owes nothing, from `first_day` to `last_day`; it counts once approved."""

    table: ClassVar[str] = "duty_exemption"
    write_once: ClassVar[frozenset[str]] = frozenset({"staff", "first_day", "last_day", "reason"})
    staff: str
    first_day: str
    last_day: str
    reason: str
    level: str | None = None
    approved_by: str | None = None
    approved_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPost(Record):
    """One row per further post of a person, or per earlier one; each owes what its level owes."""

    table: ClassVar[str] = "staff_post"
    staff: str
    level: str
    from_day: str
    department: str | None = None
    post: str | None = None
    until_day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Record):
    """One row per course; `needed_for` names, with spaces between, the parts of an event or campaign it opens."""

    table: ClassVar[str] = "course"
    name: str
    needed_for: str | None = None
    valid_months: int | None = None
    ended_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(Record):
    """One row per person and time a course was taken; `result` is passed or failed, the days ISO."""

    table: ClassVar[str] = "training"
    staff: str
    course: str
    on_day: str
    result: str
    trainer: str | None = None
    valid_until: str | None = None
    entered_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Record):
    """One row per 心得: the case, what was learnt, and what the person will do by a day.

    It belongs to a talk, a campaign or an event; `entered_by` is who typed it for them.
    """

    table: ClassVar[str] = "reflection"
    staff: str
    at: int
    case_words: str
    lesson: str
    event: str | None = None
    reception: str | None = None
    campaign: str | None = None
    commitment: str | None = None
    commitment_due: str | None = None
    commitment_kept_at: int | None = None
    entered_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Record):
    """One row per time a reflection was told to others; `people` is how many heard it."""

    table: ClassVar[str] = "sharing"
    reflection: str
    on_day: str
    audience: str
    people: int | None = None
    words: str | None = None
