"""Ways into an encrypted database: a recovery sheet for the day on which the passphrase is lost, a new passphrase."""

from dataclasses import dataclass
from pathlib import Path

from db import events
from db.errors import Misused, Refused
from db.store import Store, Transaction
from db.vault import key_file, recovery
from desktop.rules.times import local
from desktop.services.registry import Caller, verb
from desktop.services.zones import zone_of

# Whoever holds the sheet opens everything: not for everybody in the office to print.
KEY_ROLES = frozenset({"office_head", "administrator"})
SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A new recovery code, told this once; `file` is the printed sheet, None without one."""

    code: str
    file: Path | None


@verb("recovery.new", roles=KEY_ROLES)
def new_sheet(_caller: Caller, tx: Transaction, *, pdf: Path | None = None) -> Sheet:
    """Make a new code that opens this database, and print it; the code of an earlier sheet opens nothing any more.

    Raises Refused `recovery_plain` for a database without a key, StoreTrouble `paper_not_written`.
    """
    store = tx.store
    if store.key is None:
        raise Refused("recovery_plain")
    code = recovery.make_code()
    if pdf is not None:
        # Before anything changes: without the paper the old sheet still counts.
        _print(tx, code, pdf)
    tx.subject = key_file.replace_slot(store.path, key_file.RECOVERY, recovery.read_code(code), store.key)
    return Sheet(code, pdf)


@verb("passphrase.set", roles=KEY_ROLES)
def set_passphrase(_caller: Caller, tx: Transaction, *, passphrase: str) -> None:
    """Let another passphrase open this database; the one before opens it no more, the recovery sheet still does.

    Copies of the database keep the passphrase that they were made with. Raises Refused `recovery_plain`, Misused
    `passphrase_short`.
    """
    if tx.store.key is None:
        raise Refused("recovery_plain")
    if len(passphrase) < SHORTEST:
        raise Misused("passphrase_short", least=SHORTEST)
    tx.subject = key_file.replace_slot(tx.store.path, key_file.PASSPHRASE, passphrase, tx.store.key)


def has_sheet(store: Store) -> bool:
    """Whether a printed code opens this database."""
    return store.key is not None and key_file.has_recovery(store.path)


def _print(tx: Transaction, code: str, pdf: Path) -> None:
    from desktop.paper.recovery_sheet import RecoverySheet, recovery_sheet

    project = events.project(tx)
    made = local(tx.now, zone_of(tx))
    recovery_sheet(RecoverySheet(project.name, project.company or "", tx.store.identity.name, code, made), pdf)
