"""A later day (延期): asked for before the day by a department head, agreed to by a supervisor, told to the client."""

from datetime import date

from db import concern_clocks, people
from db.errors import Misused, Refused
from db.records import Concern, Extension
from db.store import Reader, Transaction
from desktop.rules.deadlines import due_moment
from desktop.rules.times import day_bounds, read_day
from desktop.services.concerns.derived import current
from desktop.services.registry import FOLLOW_ROLES, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

MOST_EXTENSIONS = 2
# Where a department works towards a day.
EXTENDED_IN = ("dispatched", "in_progress", "on_hold")


@verb("concern.extend", roles=OFFICE_ROLES | {"department_head"})
def ask(caller: Caller, tx: Transaction, *, concern: str, new_due: str, reason: str, by: str) -> str:
    """Ask for a later day in the name of a department head. Returns the request's id.

    Raises Refused: `extension_state`, `extension_role`, `extension_no_due`, `extension_too_late` once the day has
    passed, `extension_limit` after two, `extension_waiting` while one is undecided, `extension_not_later`.
    """
    kept, now = tx.get(Concern, concern), current(tx, concern)
    if kept is None or now is None:
        raise Misused("id_unknown", table="concern", value=concern)
    if not reason.strip():
        raise Misused("words_missing")
    day = read_day(new_due)
    _check(tx, kept, now.state, by, day)
    tx.subject = concern
    return tx.insert(
        Extension(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, concern=concern, asked_by=by,
            reason=reason.strip(), new_due=day.isoformat(), at=tx.now,
        )
    )  # fmt: skip


def _check(tx: Transaction, kept: Concern, state: str, by: str, day: date) -> None:
    if state not in EXTENDED_IN:
        raise Refused("extension_state", state=state)
    if "department_head" not in people.roles_of(tx, by):
        raise Refused("extension_role", role="department_head")
    zone = zone_of(tx)
    until = due_moment(kept.new_due or kept.due_resolve, zone)
    if until is None:
        raise Refused("extension_no_due")
    if tx.now > until:
        raise Refused("extension_too_late", due=str(kept.new_due or kept.due_resolve).replace("T", " "))
    known = concern_clocks.extensions(tx, kept.id)
    if any(one.agreed is None for one in known):
        raise Refused("extension_waiting")
    if sum(bool(one.agreed) for one in known) >= MOST_EXTENSIONS:
        raise Refused("extension_limit", limit=MOST_EXTENSIONS)
    if day_bounds(day, zone)[1] - 1 <= until:
        raise Refused("extension_not_later", due=str(kept.new_due or kept.due_resolve).replace("T", " "))


@verb("concern.extend-decide", roles=OFFICE_ROLES)
def decide(
    caller: Caller, tx: Transaction, *, concern: str, by: str, is_agreed: bool, is_client_told: bool = False
) -> None:
    """Agree to the request of this concern that waits, or not; an agreed day becomes the day that counts.

    Raises Refused `extension_none`, `extension_role`, `second_person_same` for whoever asked.
    """
    waiting = next((one for one in concern_clocks.extensions(tx, concern) if one.agreed is None), None)
    if waiting is None:
        raise Refused("extension_none")
    if "supervisor" not in people.roles_of(tx, by):
        raise Refused("extension_role", role="supervisor")
    if by == waiting.asked_by:
        raise Refused("second_person_same")
    told = tx.now if is_agreed and is_client_told else None
    tx.save(
        "extension", waiting.id,
        {"agreed": int(is_agreed), "decided_by": by, "decided_at": tx.now, "client_told_at": told},
    )  # fmt: skip
    if is_agreed:
        tx.save("concern", concern, {"new_due": waiting.new_due})
    tx.subject = concern


@verb("concern.extend-told", roles=OFFICE_ROLES | {"callback", "department_head", "handler"})
def told(_caller: Caller, tx: Transaction, *, concern: str) -> None:
    """Note that the client was told of the later day. Raises Refused `extension_none` where nothing is to be told."""
    waiting = [one for one in concern_clocks.extensions(tx, concern) if one.agreed and one.client_told_at is None]
    if not waiting:
        raise Refused("extension_none")
    for one in waiting:
        tx.save("extension", one.id, {"client_told_at": tx.now})
    tx.subject = concern


@question("concern.extensions", roles=FOLLOW_ROLES)
def of_concern(_caller: Caller, reader: Reader, *, concern: str) -> tuple[Extension, ...]:
    """The requests of a concern, the first first."""
    return concern_clocks.extensions(reader, concern)
