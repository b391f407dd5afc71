"""A plain SQLite file of everything, for other programs to read; masked unless somebody with the right asks."""

from pathlib import Path

from db import plain_copy
from db.spelling.names import masked
from db.spelling.phones import phone_masked
from db.store import Transaction
from desktop.services.registry import OFFICE_ROLES, Caller, verb


@verb("export.sqlite", roles=OFFICE_ROLES)
def export_sqlite(_caller: Caller, tx: Transaction, *, file: Path, unmasked: bool = False) -> dict[str, int]:
    """Write every table that travels to a new plain SQLite file; returns the row counts.

    Names and phones are masked, and the history of cells is left out, unless `unmasked`; either way it is journalled.
    """
    tx.subject = "unmasked" if unmasked else "masked"
    return plain_copy.write(tx, file, None if unmasked else {"name": masked, "phone": phone_masked})
