"""Fields on which two devices disagree, and steps made apart: listed until a person settles them."""

from dataclasses import dataclass

from db import history
from db.errors import Misused, Refused
from db.history import Head
from db.records import BY_TABLE, NAMES, column
from db.store import Reader, Transaction
from desktop.services.registry import ANYONE, OFFICE_ROLES, Caller, question, verb


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
    if field in BY_TABLE[table].write_once and value not in {head.value for head in found}:
        raise Refused("write_once", column=field)
    try:
        cell: str | int | None = int(value) if column(table, field).is_integer else value or None
    except ValueError as error:
        raise Misused("number_expected", field=field, value=value) from error
    history.settle(tx, table, row_id, field, cell)
    tx.subject = row_id
