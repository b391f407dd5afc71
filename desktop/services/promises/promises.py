"""Promises: made for a concern, in sight until kept."""

from db import concerns
from db.errors import Misused, Refused
from db.records import Concern, Promise
from db.store import Reader, Transaction
from desktop.rules.codes import known_code
from desktop.rules.promising import proposed_kind
from desktop.rules.times import read_day
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, TALK_ROLES, Caller, question, verb


@verb("promise.add", roles=TALK_ROLES | {"handler", "department_head"})
def add(
    caller: Caller,
    tx: Transaction,
    *,
    concern: str,
    text: str,
    due: str,
    by: str,
    department: str | None = None,
    kind: str | None = None,
) -> str:
    """Note a promise with the day until which it is kept. Returns its id.

    `kind` is work or authority; where nobody decided it is the one that its words propose, so that no paper tells a
    client more than we may.
    """
    tx.known(Concern, concern)
    if not text.strip():
        raise Misused("words_missing")
    if department:
        known_code("department", department, additions(tx))
    if kind:
        known_code("promise_kind", kind)
    promise = tx.insert(
        Promise(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            concern=concern,
            text=text.strip(),
            due=read_day(due).isoformat(),
            promised_by=by,
            department=department,
            kind=kind or proposed_kind(text),
        )
    )
    tx.subject = concern
    return promise


@verb("promise.keep", roles=FOLLOW_ROLES)
def keep(_caller: Caller, tx: Transaction, *, promise: str, by: str) -> None:
    """Say that a promise was kept, and by whom. Raises Refused `promise_kept_already`."""
    kept = tx.known(Promise, promise)
    if kept.kept_at is not None:
        raise Refused("promise_kept_already", promise=promise)
    tx.save("promise", promise, {"kept_at": tx.now, "kept_by": by})
    tx.subject = promise


@question("promise.list", roles=FOLLOW_ROLES)
def everything(_caller: Caller, reader: Reader, *, only_open: bool = False) -> tuple[Promise, ...]:
    """Promises by due day."""
    return concerns.all_promises(reader, only_open=only_open)
