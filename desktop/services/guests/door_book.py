"""The day at one door, for its staff: figures, and the last decisions, of which each may be put right."""

from dataclasses import dataclass

from db import check_ins, door, events, local
from db.door import Decided
from db.spelling.names import masked
from db.store import Reader
from desktop.services.registry import DOOR_ROLES, Caller, question

LISTED = 40


@dataclass(frozen=True, slots=True)
class Figures:
    """The event so far, all devices that this one has heard of."""

    invited: int
    arrived: int
    walk_ins: int
    provisional: int
    to_desk: int


@dataclass(frozen=True, slots=True)
class Line:
    """One decision of this door, UTC ms; `name` is masked. What is wrong with it can be put right where it may."""

    check_in: str
    at: int
    outcome: str
    means: str
    name: str
    is_admitted: bool
    is_undone: bool
    may_undo: bool
    may_admit: bool


@question("door.figures", roles=DOOR_ROLES)
def figures(_caller: Caller, reader: Reader, *, event: str) -> Figures:
    """How many were invited, came, came without an invitation, are still to be confirmed, were sent to the desk."""
    counts = check_ins.outcomes(reader, event)
    sent = ("revoked", "wrong_event", "not_today")
    return Figures(
        events.invited_count(reader, event), events.arrived_count(reader, event), counts.get("walk_in", 0),
        counts.get("unknown", 0), sum(counts.get(outcome, 0) for outcome in sent),
    )  # fmt: skip


@question("door.latest", roles=DOOR_ROLES)
def latest(_caller: Caller, reader: Reader, *, event: str) -> tuple[Line, ...]:
    """The last forty decisions of this device at the event, the newest first."""
    decided = door.latest(reader, event, local.kept(reader, "writer") or "", LISTED)
    let_in_later = {key for one in decided if one.means == "staff" and not one.undone for key in _keys(one)}
    return tuple(_line(one, is_followed=bool(let_in_later & _keys(one))) for one in decided)


def _line(one: Decided, *, is_followed: bool) -> Line:
    # What could not be read has nobody behind it.
    may_admit = not one.admitted and not one.undone and not is_followed and one.outcome not in ("malformed", "already")
    name = f"{masked(one.name)} {one.title or ''}".strip() if one.name else ""
    return Line(
        one.check_in, one.at, one.outcome, one.means, name, bool(one.admitted), bool(one.undone),
        may_undo=bool(one.admitted) and not one.undone, may_admit=may_admit,
    )  # fmt: skip


def _keys(one: Decided) -> set[str]:
    return {key for key in (one.client, one.code_hash) if key}
