"""The work list."""

from dataclasses import dataclass

from db import concerns
from db.errors import Misused
from db.store import Reader
from desktop.rules.deadlines import due_text
from desktop.rules.states import STATES
from desktop.services.calendars.working import Working
from desktop.services.registry import FOLLOW_ROLES, Caller, question

# Where a row of the list tells when it was said and when it was typed in.
HEARD, RECORDED = 13, 14


@dataclass(frozen=True, slots=True)
class Line:
    """One concern of the list; `rivals` counts steps made apart that a person has yet to settle.

    `due` is a day or a moment as text, `heard_at` in UTC ms.
    """

    concern: str
    number: str
    words: str
    type: str
    area: str | None
    department: str | None
    grade: str | None
    state: str
    due: str | None
    client: str | None
    rivals: int
    handler: str | None = None
    received_by: str | None = None
    heard_at: int | None = None
    recorded_at: int | None = None
    risk: str | None = None
    # Typed in later than the entry clock allows after it was said: shown wherever the concern is.
    is_late_entry: bool = False


@question("concern.list", roles=FOLLOW_ROLES)
def everything(
    _caller: Caller, reader: Reader, *, now_ms: int, overdue: bool = False, state: str | None = None
) -> tuple[Line, ...]:
    """Concerns, the oldest first; those past their day only, or in one state only, if asked."""
    if state is not None and state not in STATES:
        raise Misused("code_unknown", list="state", value=state, choices=" ".join(STATES))
    working = Working(reader)
    now = due_text(now_ms, working.zone)
    return tuple(
        Line(*(*row, is_entered_late(working, row[HEARD], row[RECORDED])))
        for row in concerns.listed(reader, state=state, overdue_at=now if overdue else None)
    )


def is_entered_late(working: Working, heard_at: int, recorded_at: int) -> bool:
    """Whether words came into the records later than the entry clock allows; both in UTC ms."""
    return recorded_at > heard_at and recorded_at > working.due("entry", heard_at)
