"""The deadlines that a step sets or moves: proposed from the grade when a concern is taken on, put off while the client
is waited for."""

from collections.abc import Mapping
from datetime import datetime

from db.records import Concern, ConcernStep
from db.store import Reader, Transaction
from desktop.rules.deadlines import due_moment, due_text, moved, urgency
from desktop.rules.times import local
from desktop.services.calendars.working import Working
from desktop.services.concerns.derived import told
from desktop.services.zones import zone_of

Cells = dict[str, str | int | None]

_DAY_CHARACTERS = len("2026-05-20")
DUES = ("due_first_reply", "due_resolve")


def returnable_until(reader: Reader, concern: Concern, dispatched: ConcernStep) -> datetime | None:
    """Until when a department may send a concern back that was handed to it with this step."""
    if dispatched.state != "dispatched":
        return None
    working = Working(reader)
    return local(working.due("return", dispatched.at, concern.department), working.zone)


def cells_with(tx: Transaction, concern: Concern, before: ConcernStep, target: str, told_now: Cells) -> Cells:
    """What a step to `target` changes in the deadlines besides what was told with it."""
    if target == "accepted" and concern.type != "need":
        return _proposed(tx, concern, told_now)
    if (before.state, target) == ("on_hold", "in_progress") and told(before).get("waiting_for") == "client":
        return _put_off(tx, concern, before, told_now)
    return _as_kept(tx, told_now)


def _proposed(tx: Transaction, concern: Concern, told_now: Cells) -> Cells:
    """The clocks run from when the client said it, whenever it was typed in; a clock ahead of ours gives no time."""
    working = Working(tx)
    department = _text(told_now, "department") or concern.department
    grade = urgency(_text(told_now, "grade") or concern.grade, _text(told_now, "risk") or concern.risk)
    since = min(concern.occurred_at, tx.now)
    cells = _as_kept(tx, told_now)
    for clock, cell in (("first_reply", "due_first_reply"), ("resolve", "due_resolve")):
        if not told_now.get(cell):
            cells[cell] = getattr(concern, cell) or working.due_text(clock, since, department, grade)
    return cells


def _put_off(tx: Transaction, concern: Concern, held: ConcernStep, told_now: Cells) -> Cells:
    """The working time for which the client was waited for is added to what the department has left."""
    calendar = Working(tx).calendar(concern.department)
    open_ones = ["new_due" if concern.new_due else "due_resolve"]
    if not (concern.first_reply_at or told_now.get("first_reply_at")):
        open_ones.append("due_first_reply")
    cells = Cells()
    for cell in open_ones:
        text = getattr(concern, cell)
        put_off = moved(text, held.at, tx.now, calendar)
        if put_off and cell not in told_now:
            # A day stays a day.
            cells[cell] = put_off[:_DAY_CHARACTERS] if len(text) <= _DAY_CHARACTERS else put_off
    return cells


def _as_kept(tx: Transaction, told_now: Cells) -> Cells:
    """Deadlines as everybody compares them, however they were typed; a day alone stays one."""
    cells = Cells()
    for cell in DUES:
        text = _text(told_now, cell)
        if len(text) > _DAY_CHARACTERS:
            zone = zone_of(tx)
            at = due_moment(text, zone)
            if at is not None:
                cells[cell] = due_text(at, zone)
    return cells


def _text(cells: Mapping[str, str | int | None], name: str) -> str:
    return str(cells.get(name) or "").strip()
