"""The work list."""

from dataclasses import dataclass

from db import concerns
from db.errors import Misused
from db.store import Reader
from desktop.rules.states import STATES
from desktop.rules.times import day_of
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of


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


@question("concern.list", roles=FOLLOW_ROLES)
def everything(
    _caller: Caller, reader: Reader, *, now_ms: int, overdue: bool = False, state: str | None = None
) -> tuple[Line, ...]:
    """Concerns, the oldest first; those past their day only, or in one state only, if asked."""
    if state is not None and state not in STATES:
        raise Misused("code_unknown", list="state", value=state, choices=" ".join(STATES))
    today = day_of(now_ms, zone_of(reader)).isoformat()
    return tuple(Line(*row) for row in concerns.listed(reader, state=state, overdue_on=today if overdue else None))
