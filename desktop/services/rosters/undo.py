"""Taking a list back out: what it added goes, what it changed returns, unless somebody used or changed it since."""

from dataclasses import dataclass

from db import rosters
from db.errors import Refused
from db.lookup import resolve
from db.records import RosterImport, column
from db.store import Transaction
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb


@dataclass(frozen=True, slots=True)
class Undone:
    """How much of an import was taken back; `kept` clients had come or spoken since."""

    batch: str
    removed: int
    restored: int
    kept: int


@verb("client.import-undo", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def undo(_caller: Caller, tx: Transaction, *, batch: str) -> Undone:
    """Undo an import made on this device. Raises Refused `import_undone_already` or `import_elsewhere`."""
    batch = resolve(tx, "roster", batch)
    roster = tx.get(RosterImport, batch)
    if roster is None or roster.undone:
        raise Refused("import_undone_already", batch=batch)
    changes = rosters.changes_of(tx, batch)
    if not changes and roster.added + roster.updated:
        raise Refused("import_elsewhere", batch=batch)
    kept = {c.row_id for c in changes if c.table == "client" and not c.column and rosters.is_used(tx, c.row_id)}
    removed = restored = 0
    for change in reversed(changes):
        if change.column:
            restored += _restore(tx, change)
        elif rosters.client_of(tx, change) not in kept:
            removed += change.table == "client"
            tx.save(change.table, change.row_id, {"deleted": 1})
    tx.save("roster", batch, {"undone": 1})
    tx.subject = batch
    return Undone(batch, removed, restored, len(kept))


def _restore(tx: Transaction, change: rosters.Change) -> int:
    """Bring back a cell's earlier value if it still shows what the import wrote."""
    if rosters.shown(tx, change) != change.after:
        return 0
    is_number = column(change.table, change.column).is_integer
    before = int(change.before) if is_number and change.before is not None else change.before
    return tx.save(change.table, change.row_id, {change.column: before})
