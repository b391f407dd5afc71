"""The history of any record: asked for by a person, and noted like every other look."""

from typing import Final

from db.errors import Misused
from db.lookup import NAMED_BY, resolve
from db.records import BY_TABLE
from db.store import Reader, Transaction
from desktop.services.history.entries import Trail
from desktop.services.history.gathering import Gathering
from desktop.services.registry import FOLLOW_ROLES, OFFICE_ROLES, Caller, verb

# Tables whose rows a person can ask for, in the order in which a name is looked for.
TABLES: Final = ("concern", "client", "event", "promise", "check_in", "staff", "reception", "form")


def find(reader: Reader, text: str, table: str = "") -> tuple[str, str]:
    """(table, id) of the record that an id, its beginning or a name means, in any table that has histories.

    Raises Misused `id_unknown` or `id_ambiguous`.
    """
    last = Misused("id_unknown", table="record", value=text[:80])
    for one in (table,) if table else TABLES:
        if one not in NAMED_BY and one not in BY_TABLE:
            raise Misused("code_unknown", list="table", value=one, choices=" ".join(TABLES))
        try:
            return one, _resolved(reader, one, text)
        except Misused as misused:
            if misused.code != "id_unknown":
                raise
    raise last


def _resolved(reader: Reader, table: str, text: str) -> str:
    if table in NAMED_BY:
        return resolve(reader, table, text)
    if reader.get(BY_TABLE[table], text) is None:
        raise Misused("id_unknown", table=table, value=text[:80])
    return text


@verb("history.show", roles=FOLLOW_ROLES)
def show(caller: Caller, tx: Transaction, *, table: str, row: str) -> Trail:
    """The history of a record; looking at it is noted like every other look. Raises Misused `id_unknown`.

    Telephones are masked. Who saw the record is told to those who answer for the office only.
    """
    if table not in BY_TABLE or tx.get(BY_TABLE[table], row) is None:
        raise Misused("id_unknown", table=table, value=row[:80])
    tx.subject = row
    made = Gathering(tx, table, row)
    may_know = not caller.roles.isdisjoint(OFFICE_ROLES)
    title, about = made.names.title(table, row)
    # Of what was done in one moment, the later deed stands higher too.
    entries = sorted(made.entries(), key=lambda one: one.at)
    return Trail(table, row, title, about, tuple(reversed(entries)), tuple(made.seen()) if may_know else None)
