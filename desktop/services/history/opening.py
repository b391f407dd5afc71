"""Looking at a record with a person's data: noted, so that it can be said who saw what and when."""

from db.errors import Misused
from db.records import BY_TABLE
from db.store import Transaction
from desktop.services.registry import ANYONE, Caller, verb


@verb("record.open", roles=ANYONE)
def opened(_caller: Caller, tx: Transaction, *, table: str, row: str) -> None:
    """Note that somebody opened a client or a concern. Raises Misused `id_unknown`."""
    if table not in ("client", "concern") or tx.get(BY_TABLE[table], row) is None:
        raise Misused("id_unknown", table=table, value=row[:80])
    tx.subject = row
