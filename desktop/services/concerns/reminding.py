"""Urging those who are to sign for a concern, or who work on it: words to hand over, and a note that it was done."""

from dataclasses import dataclass

from db import concerns, people
from db.errors import Misused, Refused
from db.records import Concern, Reminder
from db.store import Transaction
from desktop.rules.codes import label
from desktop.services.people.staff import additions
from desktop.services.registry import OFFICE_ROLES, Caller, verb

# Where somebody else has the next step.
REMINDED_IN = ("dispatched", "in_progress", "on_hold")


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder that was noted; `message` is ready to be pasted into a chat. It names no client."""

    reminder: str
    number: str
    department: str
    message: str


@verb("concern.remind", roles=OFFICE_ROLES | {"department_head", "callback"})
def remind(caller: Caller, tx: Transaction, *, concern: str) -> Reminded:
    """Note that the department was urged, and give the words for it. Raises Refused `nobody_to_remind`.

    Departments work without this program: the words go to them by chat, telephone or on paper.
    """
    kept, now = tx.get(Concern, concern), concerns.now(tx, concern)
    if kept is None or now is None:
        raise Misused("id_unknown", table="concern", value=concern)
    if now[0] not in REMINDED_IN:
        raise Refused("nobody_to_remind", state=str(now[0]))
    reminder = tx.insert(
        Reminder(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, concern=concern, at=tx.now, state=str(now[0]),
            reminded_by=caller.staff, department=kept.department,
        )
    )  # fmt: skip
    tx.subject = concern
    department = label("department", kept.department, "zh", additions(tx)) if kept.department else ""
    return Reminded(reminder, kept.number, kept.department or "", _message(tx, kept, str(now[0]), department))


def _message(tx: Transaction, kept: Concern, state: str, department: str) -> str:
    """In Chinese, as all papers are: it is read by departments in China."""
    whom = " ".join(filter(None, (department, people.names(tx).get(kept.handler or "", ""))))
    due = kept.new_due or kept.due_resolve
    until = f"，期限 {due[:10]}" if due else ""
    asked = "请今天签收" if state == "dispatched" else "请回复办理进展"
    words = " ".join(kept.words.split())
    return f"【催签】{whom} {kept.number}：“{words}”{until}。{asked}。".replace("】 ", "】")
