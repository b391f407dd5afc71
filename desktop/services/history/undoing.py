"""Taking back one change of one field: the former value is written once more, behind the change; nothing is deleted."""

from db import concerns, trails
from db.errors import Misused, Refused
from db.records import column
from db.store import Store, Transaction
from desktop.rules.undoing import against_undo, together_with
from desktop.services.history.gathering import is_of_step, is_torn
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb


@verb("history.undo", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def undo(_caller: Caller, tx: Transaction, *, table: str, row: str, op: str) -> str:
    """Give a field back the value that the change `op` replaced; returns the field's name.

    Raises Refused `undo_not_here`, `undo_by_step`, `undo_torn` or `undo_not_last`, and Misused `change_unknown`.
    """
    change = trails.change(tx, table, row, op)
    if change is None:
        raise Misused("change_unknown", value=op[:80])
    steps = concerns.steps(tx, row) if table == "concern" else ()
    against = against_undo(
        table, change.column, is_last=change.is_last, is_torn=is_torn(tx, change), is_of_step=is_of_step(steps, change)
    )
    if against:
        raise Refused(against.code, **dict(against.facts))
    former = change.before[0] if change.before else None
    cells: dict[str, str | int | None] = {change.column: _cell(table, change.column, former)}
    beside = together_with(table, change.column)
    if beside and former is None:
        cells[beside] = None
    tx.save(table, row, cells)
    tx.subject = row
    return change.column


def undo_last(caller: Caller, store: Store, *, table: str, row: str, field: str) -> str:
    """Take back the last change of a field by its name. Raises Misused `change_unknown` where it was never changed."""
    last = next((one for one in trails.changes(store, [(table, row)]) if one.column == field), None)
    if last is None:
        raise Misused("change_unknown", value=field[:80])
    return undo(caller, store, table=table, row=row, op=last.op)


def _cell(table: str, name: str, value: str | None) -> str | int | None:
    return int(value) if value is not None and column(table, name).is_integer else value
