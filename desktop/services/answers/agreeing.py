"""Agreed answers: drafted by one person, agreed to by another, used until a day, changed by a new one."""

from datetime import date
from typing import Final

from db import answers, people
from db.errors import Misused, Refused
from db.records import Staff, StandardAnswer
from db.store import Reader, Transaction
from desktop.rules.answers import APPROVERS, last_day
from desktop.rules.codes import known_code
from desktop.rules.times import day_of, read_day
from desktop.services.people.staff import additions
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of

WRITERS = OFFICE_ROLES | {"handler", "department_head"}
FIELDS: Final = ("question", "words", "never", "keywords", "area", "node", "department", "valid_until")
_CODES = ("area", "node", "department")
# A paragraph or two; more is a paper, and is not read out in a talk.
LONGEST = 2_000


@verb("answer.draft", roles=WRITERS, devices=OFFICE_DEVICE)
def draft(caller: Caller, tx: Transaction, *, by: str, fields: dict[str, str]) -> str:
    """Write an answer that waits for somebody else to agree to it. Returns its id.

    `fields` of FIELDS: question, words and valid_until (the last ISO day of use) must be there, `never` is what must
    not be promised with it. Raises Misused `answer_question_missing`, `answer_words_missing`, `day_unreadable`,
    `answer_too_long`, `code_unknown`, `field_not_settable`.
    """
    tx.known(Staff, by)
    cells = _cells(tx, {"valid_until": "", **fields})
    _require_texts({"question": None, "words": None, **cells})
    return _insert(caller, tx, by, cells)


@verb("answer.change", roles=WRITERS, devices=OFFICE_DEVICE)
def change(caller: Caller, tx: Transaction, *, answer: str, by: str, fields: dict[str, str]) -> str:
    """Write an answer anew. Returns the id of the one that holds the change now.

    A draft is changed itself and is then whoever's changed it. What was agreed on stays as it is and is used on, until
    somebody agrees to the change. Raises as `draft`, and Refused `answer_withdrawn`.
    """
    tx.known(Staff, by)
    known = tx.known(StandardAnswer, answer)
    if known.withdrawn_at is not None:
        raise Refused("answer_withdrawn")
    cells = _cells(tx, fields)
    _require_texts(cells)
    waiting = answers.replacement(tx, answer) if known.approved_at is not None else known
    if waiting is not None:
        if tx.save("standard_answer", waiting.id, cells):
            tx.save("standard_answer", waiting.id, {"drafted_by": by})
        tx.subject = waiting.id
        return waiting.id
    before = {name: getattr(known, name) for name in FIELDS}
    if all(before[name] == value for name, value in cells.items()):
        return answer
    return _insert(caller, tx, by, before | cells, replaces=answer)


@verb("answer.approve", roles=WRITERS, devices=OFFICE_DEVICE)
def approve(caller: Caller, tx: Transaction, *, answer: str, by: str) -> None:
    """Agree to an answer; from now on it is offered, and the one that it replaces no more.

    Raises Refused `answer_own_draft` for whoever wrote it, `approver_role_missing`, `approve_for_yourself` for somebody
    signed in who names another, `answer_approved_already`, `answer_withdrawn`, `answer_over`.
    """
    person, known = tx.known(Staff, by), tx.known(StandardAnswer, answer)
    if caller.staff not in (None, by):
        raise Refused("approve_for_yourself", name=person.name)
    if known.withdrawn_at is not None:
        raise Refused("answer_withdrawn")
    if known.approved_at is not None:
        raise Refused("answer_approved_already")
    if people.roles_of(tx, by).isdisjoint(APPROVERS):
        raise Refused("approver_role_missing", name=person.name, role=" ".join(sorted(APPROVERS)))
    if known.drafted_by == by:
        raise Refused("answer_own_draft", name=person.name)
    last = last_day(known.valid_until)
    if last is None or last < day_of(tx.now, zone_of(tx)):
        raise Refused("answer_over", value=known.valid_until or "")
    tx.save("standard_answer", answer, {"approved_by": by, "approved_at": tx.now})
    if known.replaces and (before := tx.get(StandardAnswer, known.replaces)) and before.withdrawn_at is None:
        tx.save("standard_answer", before.id, {"withdrawn_at": tx.now})
    tx.subject = answer


@verb("answer.withdraw", roles=WRITERS, devices=OFFICE_DEVICE)
def withdraw(_caller: Caller, tx: Transaction, *, answer: str) -> None:
    """Take an answer out of use; concerns that were answered with it keep it. Raises Refused `answer_withdrawn`."""
    if tx.known(StandardAnswer, answer).withdrawn_at is not None:
        raise Refused("answer_withdrawn")
    tx.save("standard_answer", answer, {"withdrawn_at": tx.now})
    tx.subject = answer


@verb("answer.restore", roles=WRITERS, devices=OFFICE_DEVICE)
def restore(_caller: Caller, tx: Transaction, *, answer: str) -> None:
    """Take back that an answer was withdrawn. Raises Refused `answer_replaced` where a newer one is in its place."""
    tx.known(StandardAnswer, answer)
    if any(one.replaces == answer and one.approved_at and not one.withdrawn_at for one in answers.all_answers(tx)):
        raise Refused("answer_replaced")
    tx.save("standard_answer", answer, {"withdrawn_at": None})
    tx.subject = answer


def today_of(reader: Reader, now_ms: int) -> date:
    """The day of the project on which the moment falls."""
    return day_of(now_ms, zone_of(reader))


def _insert(
    caller: Caller, tx: Transaction, by: str, cells: dict[str, str | None], *, replaces: str | None = None
) -> str:
    tx.subject = tx.insert(
        StandardAnswer(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            drafted_by=by,
            question=cells["question"] or "",
            words=cells["words"] or "",
            never=cells.get("never"),
            keywords=cells.get("keywords"),
            area=cells.get("area"),
            node=cells.get("node"),
            department=cells.get("department"),
            valid_until=cells.get("valid_until"),
            replaces=replaces,
        )
    )
    return tx.subject


def _require_texts(cells: dict[str, str | None]) -> None:
    if not cells.get("question", "-"):
        raise Misused("answer_question_missing")
    if not cells.get("words", "-"):
        raise Misused("answer_words_missing")


def _cells(tx: Transaction, fields: dict[str, str]) -> dict[str, str | None]:
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        raise Misused("field_not_settable", field=unknown[0], choices=" ".join(FIELDS))
    cells: dict[str, str | None] = {}
    for name, typed in fields.items():
        value = typed.strip()
        if len(value) > LONGEST:
            raise Misused("answer_too_long", count=len(value), most=LONGEST)
        if value and name in _CODES:
            known_code(name, value, additions(tx))
        cells[name] = read_day(value).isoformat() if name == "valid_until" else value or None
    return cells
