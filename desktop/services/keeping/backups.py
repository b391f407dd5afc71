"""Copies of the database: made when it changed, thinned by age, and put back by a person."""

from dataclasses import dataclass
from pathlib import Path

from db import backups, marker, opening
from db.backups import Backup
from db.errors import Refused, StoreTrouble
from db.journal import last_seq
from db.store import Store, wall_clock_ms
from desktop.rules.backups import is_due, kept, stamp_of
from desktop.services.opening import open_database, state_folder

__all__ = ["Backup", "Restored", "back_up", "back_up_if_due", "before_merge", "listed", "restore"]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore left: the copy that counts now, and the files that stood there, set aside under new names."""

    database: Path
    backup: Path
    aside: tuple[Path, ...]
    # Files of attachments that were beside the copy and no longer beside the database.
    files: int = 0


def listed(path: Path) -> tuple[Backup, ...]:
    """Every copy of the database at `path`, the newest first."""
    return backups.made(path)


def back_up(store: Store, *, reason: str = "asked") -> Backup:
    """Copy the database now and let old copies go. Raises what `db.backups.make` raises."""
    seq = last_seq(store, store.identity.writer)
    copy = backups.make(store, stamp=stamp_of(store.clock()), reason=reason)
    backups.note_position(store.path, seq)
    copies = backups.made(store.path)
    keep = kept(one.stamp for one in copies)
    for one in copies:
        if one.stamp not in keep:
            backups.remove(one)
    return copy


def back_up_if_due(store: Store, *, reason: str) -> Backup | None:
    """Copy the database when it changed since the newest copy and that one is older than a quarter of an hour."""
    copies = backups.made(store.path)
    if copies and not is_due(copies[0].stamp, store.clock()):
        return None
    if copies and backups.position(store.path) == last_seq(store, store.identity.writer):
        return None
    return back_up(store, reason=reason)


def before_merge(store: Store) -> None:
    """What a person's merge is preceded by: a copy, if the last one is older than a quarter of an hour."""
    back_up_if_due(store, reason="merge")


def restore(path: Path, backup: Path, *, passphrase: str | None) -> Restored:
    """Let a copy take the database's place; the device goes on as a new writer, what stood there is set aside.

    Whoever can open the copy may restore it. Raises StoreTrouble as in opening for a copy that cannot be used, Refused
    `backup_other_project` and `database_in_use`; the database is then as it was.
    """
    if not backup.is_file():
        raise StoreTrouble("database_missing", file=str(backup))
    with opening.open_store(backup, passphrase) as copy:
        project = copy.identity.project
    key = _key_now(path, passphrase, project)
    aside = backups.put_back(path, backup, aside=f"replaced-{stamp_of(wall_clock_ms())}", key=key)
    # What counts now is older than the marks: whoever opens it goes on as a new writer.
    marker.forget(path, state_folder())
    with open_database(path, passphrase, renewing="restore") as store:
        store.be_ready_to_write()
    return Restored(path, backup, aside, backups.bring_files(path, backup))


def _key_now(path: Path, passphrase: str | None, project: str) -> bytes | None:
    """The key of the database that is to be replaced, None when it cannot be opened: that is why one restores."""
    if not path.exists():
        return None
    try:
        with opening.open_store(path, passphrase) as now:
            if now.identity.project != project:
                raise Refused("backup_other_project", file=str(path))
            return now.key
    except StoreTrouble as trouble:
        if trouble.code == "database_busy":
            raise Refused("database_in_use", file=str(path)) from trouble
        return None
