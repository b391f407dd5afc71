"""The steps that wait for one person: what to sign for, to work on, to call back about, to decide."""

from dataclasses import dataclass
from typing import Final, Literal

from db import concern_clocks, people
from db.records import Concern, Staff
from db.store import Reader
from desktop.services.concerns.standing import Standing, standings
from desktop.services.registry import FOLLOW_ROLES, Caller, question

Turn = Literal["sign_for", "work_on", "call_back", "decide", "approve_extension", "take_on"]
_THIRD = 3
_SUPERVISED: Final = ("returned", "reopened")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A concern whose next step is this person's; `due` is UTC ms, None where no clock runs. `turn` says what to do."""

    concern: str
    number: str
    words: str
    state: str
    department: str
    turn: Turn
    due: int | None


@question("concern.waiting-for", roles=FOLLOW_ROLES)
def waiting_for(caller: Caller, reader: Reader, *, staff: str, now_ms: int) -> tuple[Waiting, ...]:
    """The open concerns whose next step is this person's, the first to be due first.

    A handler works on their own and signs for those of their department, a department head signs too, a callback
    officer calls about what somebody else has done, a supervisor decides on third returns and later days, and the
    executive who heard it decides on a third reopening.
    """
    person, roles = reader.get(Staff, staff), people.roles_of(reader, staff)
    asked = {one.concern for one in concern_clocks.extensions_pending(reader) if one.agreed is None}
    found: list[Waiting] = []
    for one in standings(caller, reader, now_ms=now_ms).values():
        kept = reader.get(Concern, one.concern)
        turn = _turn(one, kept, staff, person, roles, is_asked=one.concern in asked) if kept else None
        if kept and turn:
            first = one.first
            found.append(
                Waiting(
                    one.concern, one.number, kept.words, one.state, one.department or "", turn,
                    first.due if first else None,
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due or 0)))


def _turn(
    one: Standing, kept: Concern, staff: str, person: Staff | None, roles: frozenset[str], *, is_asked: bool
) -> Turn | None:
    own = person is not None and person.department is not None and person.department == one.department
    if is_asked and "supervisor" in roles:
        return "approve_extension"
    if one.state in ("in_progress", "on_hold"):
        return "work_on" if kept.handler == staff else None
    if one.state == "dispatched":
        return "sign_for" if own and roles & {"handler", "department_head"} else None
    if one.state in ("resolved", "callback"):
        return "call_back" if "callback" in roles and kept.handler != staff else None
    if one.state in _SUPERVISED:
        return _decision(one, kept, staff, roles)
    return "take_on" if "coordinator" in roles else None


def _decision(one: Standing, kept: Concern, staff: str, roles: frozenset[str]) -> Turn | None:
    if one.reopenings >= _THIRD:
        return "decide" if kept.received_by == staff else None
    if one.returns >= _THIRD or one.reopenings > 1:
        return "decide" if "supervisor" in roles else None
    return "take_on" if "coordinator" in roles else None
