"""Fields on which two devices disagree, and steps made apart: listed until a person settles them."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from db import conflicts as kept
from db import history
from db.conflicts import Change, Settled
from db.errors import Misused, Refused
from db.history import Head
from db.records import BY_TABLE, NAMES, column
from db.store import Reader, Transaction
from desktop.rules.times import read_time
from desktop.services.registry import ANYONE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

SHOWN_SETTLED = 20


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One cell; `values[0]` is the one shown until somebody decides."""

    table: str
    row_id: str
    column: str
    values: tuple[Head, ...]


@question("conflict.list", roles=ANYONE)
def everything(_caller: Caller, reader: Reader) -> tuple[Disagreement, ...]:
    """Every field on which two devices disagree."""
    return tuple(Disagreement(c.table, c.row_id, c.column, c.heads) for c in history.conflicts(reader))


@verb("conflict.settle", roles=OFFICE_ROLES)
def settle(_caller: Caller, tx: Transaction, *, table: str, row_id: str, field: str, value: str) -> None:
    """Give a field in disagreement the value that a person chose.

    Raises Refused `no_disagreement`; words written once can only be settled on one of the values there.
    """
    if table not in BY_TABLE or field not in NAMES[table]:
        raise Misused("field_not_settable", field=f"{table}.{field}", choices=" ".join(BY_TABLE))
    found = history.heads(tx, table, row_id, field)
    if len({head.value for head in found}) < 2:
        raise Refused("no_disagreement", field=field)
    cell = _cell(table, field, value, zone_of(tx))
    if field in BY_TABLE[table].write_once and history.as_text(cell) not in {head.value for head in found}:
        raise Refused("write_once", column=field)
    history.settle(tx, table, row_id, field, cell)
    tx.subject = row_id


@question("conflict.history", roles=ANYONE)
def changes(_caller: Caller, reader: Reader, *, table: str, row_id: str, field: str) -> tuple[Change, ...]:
    """What became of a field, the latest value first."""
    return kept.changes(reader, table, row_id, field)


@question("conflict.settled", roles=ANYONE)
def lately_settled(_caller: Caller, reader: Reader) -> tuple[Settled, ...]:
    """The disagreements that were settled last, the latest first."""
    return kept.settled(reader, SHOWN_SETTLED)


@verb("conflict.reopen", roles=OFFICE_ROLES)
def reopen(_caller: Caller, tx: Transaction, *, table: str, row_id: str, field: str) -> None:
    """Take a settling back: the values stand against each other as before. Raises Refused `nothing_settled`."""
    if table not in BY_TABLE or field not in NAMES[table]:
        raise Misused("field_not_settable", field=f"{table}.{field}", choices=" ".join(BY_TABLE))
    kept.reopen(tx, table, row_id, field)
    tx.subject = row_id


def _cell(table: str, field: str, value: str, zone: ZoneInfo) -> str | int | None:
    """What a person wrote as a cell's value.

    Nothing at all is no value where the column may be without one; a moment is written as such or in UTC milliseconds.
    """
    asked = column(table, field)
    if not value.strip() and asked.nullable:
        return None
    if asked.is_integer and field.endswith("_at") and not value.strip().isdigit():
        return read_time(value, zone)
    try:
        return int(value) if asked.is_integer else value
    except ValueError as error:
        raise Misused("number_expected", field=field, value=value) from error
