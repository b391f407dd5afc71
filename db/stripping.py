"""A kiosk at which clients stood alone forgets them: every name, phone and word, in rows, index, log and copies.

Nothing is erased by it anywhere else, and nothing of it travels: the office has everything before this is done. What
stays says that somebody came, when and at which desk, by ids alone.
"""

from typing import TYPE_CHECKING

from db import backups, blobs, erasure, local, search, sweeping
from db.exchange.blocks import forget_exports

if TYPE_CHECKING:
    from db.store import Store, Transaction

# Whose rows name people or hold their words. The others of a person (check-ins, turns, passages) hold ids and codes.
TABLES = (
    "client", "client_unit", "client_owner", "invite_contact", "concern", "concern_addition", "concern_step", "promise",
    "aside", "attachment", "reminder",
)  # fmt: skip


def strip(tx: "Transaction") -> int:
    """Delete what names clients, with its history; returns how many they were. `clean` takes the traces away."""
    clients = tx.count("SELECT count(*) FROM client")
    tx.connection.execute("PRAGMA secure_delete = ON")
    for table in TABLES:
        for sql in (
            # Without its salt no guess at what a row said can be proved by the journal.
            f"UPDATE journal SET salt = NULL WHERE object IN (SELECT id FROM {table})",  # noqa: S608 - our own names
            f"DELETE FROM edit WHERE tbl = '{table}'",  # noqa: S608
            f"DELETE FROM beyond WHERE tbl = '{table}'",  # noqa: S608
            f"DELETE FROM waiting_edit WHERE tbl = '{table}'",  # noqa: S608
            f"DELETE FROM {table}",  # noqa: S608
        ):
            tx.connection.execute(sql)
    for table in ("guest", "draft", "paper_job", "roster_change", "concern_now"):
        tx.connection.execute(f"DELETE FROM {table}")  # noqa: S608
    search.rebuild(tx)
    # Positions of rows begin again, and no delta may be counted by those that were.
    forget_exports(tx)
    tx.connection.execute("DELETE FROM arrived")
    local.keep(tx, erasure.WAITING, "1")
    return clients


def clean(store: "Store") -> bool:
    """Destroy the copies and write the file anew, without free pages and with an empty log.

    False where another program is at the database; the next opening does it then. Raises StoreTrouble.
    """
    for copy in backups.made(store.path):
        backups.remove(copy)
    # Nobody can open these any more: their keys stood in the rows.
    for folder in (blobs.folder_of(store.path), blobs.folder_of_copies(store.path)):
        for file in folder.glob("*") if folder.is_dir() else ():
            file.unlink(missing_ok=True)
    return sweeping.sweep_if_waiting(store) is not None
