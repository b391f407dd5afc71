"""Handing on and taking in: packages out for trusted devices, packages in from trusted devices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import attachments, clocks, devices, marker, packages, sweeping
from db.attachments import BY_HAND
from db.devices import Trusted
from db.errors import Trouble
from db.exchange import blocks, container
from db.exchange.manifest import Manifest
from db.exchange.merge import Merged, merge_blocks
from db.exchange.package import Package, Sender, seal_package
from db.files import durable_file
from db.journal import last_seq
from db.store import Reader, Store, Transaction
from db.vault import device_keys
from db.vault.device_keys import fingerprint
from desktop.services.exchange import files, vouching
from desktop.services.exchange.reading import Opening, digest_of
from desktop.services.registry import ANYONE, Caller, question, verb

HANDING_ROLES = ANYONE


@dataclass(frozen=True, slots=True)
class Exported:
    """A package written: how many rows of each table, and for how many readers."""

    file: str
    kind: str
    rows: tuple[tuple[str, int], ...]
    size_bytes: int
    readers: int
    # Files of attachments that go along, and those for which there was no room.
    files: int = 0
    files_left: int = 0


# Room for the rows beside the files of attachments.
_ROOM_FOR_ROWS = 400_000_000


@verb("package.export", roles=HANDING_ROLES)
def export(
    _caller: Caller,
    tx: Transaction,
    *,
    file: Path,
    recipients: Sequence[str] = (),
    passphrase: str | None = None,
    delta: bool = False,
) -> Exported:
    """Write what this database knows (or what came since the last delta) to a package.

    Readers: the given age recipients; else everybody with the project's card and every trusted device. A passphrase
    makes one more reader. The device itself can always read what it wrote.
    """
    keys = device_keys.read(tx.connection)
    identity = tx.store.identity
    readers = [keys.recipient, *recipients]
    if not recipients and passphrase is None:
        readers += [keys.exchange_recipient, *(one.recipient for one in devices.trusted(tx) if one.recipient)]
    since = blocks.last_export(tx) if delta else {}
    positions = blocks.positions_now(tx)
    seq_from = packages.first_own_seq(tx, identity.writer, since.get("journal", 0))
    carried, left = files.to_carry(tx, delta=delta, room=files.room_beside(_ROOM_FOR_ROWS))
    sealed = seal_package(
        Sender(identity.project, identity.writer, identity.name, identity.role, keys),
        blocks.export_blocks(tx, since),
        kind="delta" if delta else "full",
        made_at=tx.now,
        seq_from=seq_from,
        seq_to=last_seq(tx, identity.writer),
        recipients=tuple(dict.fromkeys(readers)),
        passphrase=passphrase,
        blobs=carried,
        wants=files.wants(tx),
    )
    place = files.folder_of(tx.store)
    with durable_file(file) as stream:
        container.write(stream, sealed.head, sealed.body, [place / name for name, _ in carried])
    if delta:
        blocks.note_export(tx, positions)
        attachments.note_sent(tx, BY_HAND, [name for name, _ in carried])
    tx.subject = digest_of(file)
    clocks.note_sent(tx, tx.subject, "delta" if delta else "full", last_seq(tx, identity.writer))
    return Exported(
        str(file), "delta" if delta else "full", tuple(sealed.rows.items()), file.stat().st_size,
        len(set(readers)) + (passphrase is not None), len(carried), left,
    )  # fmt: skip


@question("package.readers", roles=HANDING_ROLES)
def readers(_caller: Caller, reader: Reader) -> tuple[Trusted, ...]:
    """The trusted devices that a package can be written for: those whose reading key is known."""
    return tuple(one for one in devices.trusted(reader) if one.recipient)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What became of one package: `outcome` is merged, known, or the code of what stood in the way."""

    file: str
    outcome: str
    added: int = 0
    changed: int = 0
    conflicts: int = 0
    trouble: Trouble | None = None
    # What the package says of itself, as far as it could be opened.
    manifest: Manifest | None = None
    # Files of attachments that came out of it; and which file it is, "" where it cannot be read.
    files: int = 0
    sha256: str = ""

    @property
    def taken(self) -> bool:
        """Whether everything in the package is in this database now."""
        return self.outcome in ("merged", "known")


# What stands in the way, in the words of the contract.
OUTCOMES = {
    "package_damaged": "damaged", "package_too_large": "damaged", "package_rewrites_words": "damaged",
    "package_newer": "newer", "package_not_for_us": "not_for_us", "package_passphrase": "wrong_passphrase",
    "package_missing": "missing",
}  # fmt: skip


def take_in(
    caller: Caller,
    store: Store,
    *,
    file: Path,
    passphrase: str | None = None,
    trust: Sequence[str] = (),
    dry_run: bool = False,
    before_merge: Callable[[Store], object] | None = None,
) -> Incoming:
    """Check a package and merge it in one transaction; a package that is refused leaves every row as it was.

    `before_merge` is called when nothing stands in the way any more: the moment for a copy of the database.
    """
    opening = Opening(store, file, passphrase, trust)
    try:
        opening.sha256 = digest_of(file)
        if packages.is_known(store, opening.sha256):
            came = 0 if dry_run else _files_of_known(store, file)
            return Incoming(str(file), "known", files=came, sha256=opening.sha256)
        package = opening.package()
        if before_merge and not dry_run:
            before_merge(store)
        with store.transaction(verb="package.merge", by=caller.staff, subject=package.sha256, keep=not dry_run) as tx:
            merged = merge(caller, tx, package=package)
    except Trouble as trouble:
        if trouble.exit_status not in (1, 4):
            raise
        return Incoming(
            str(file), OUTCOMES.get(trouble.code, trouble.code), trouble=trouble, manifest=opening.manifest,
            sha256=opening.sha256,
        )  # fmt: skip
    # The words stand before the pictures come: a disk that fills up now loses none of them.
    came = 0 if dry_run else files.take_from(store, file=file, parts=package.blobs)
    # A person's merge may take a moment longer; live exchange leaves it to the next opening.
    if before_merge and not dry_run:
        sweeping.sweep_if_waiting(store)
    if package.manifest.wants and not dry_run:
        files.heed(caller, store, wanted=package.manifest.wants)
    return Incoming(
        str(file), "merged", merged.added, merged.changed, merged.conflicts, manifest=opening.manifest, files=came,
        sha256=package.sha256,
    )  # fmt: skip


def _files_of_known(store: Store, file: Path) -> int:
    """What a package that was merged before still brings: files that did not arrive then."""
    if not files.needed(store, store):
        return 0
    try:
        with file.open("rb") as stream:
            parts = container.read(stream).blobs
    except OSError:
        return 0
    return files.take_from(store, file=file, parts=parts)


@verb("package.merge", roles=HANDING_ROLES)
def merge(_caller: Caller, tx: Transaction, *, package: Package) -> Merged:
    """Merge an opened package whose writer is trusted, and note that it came."""
    manifest = package.manifest
    merged = merge_blocks(tx, package.blocks(), package=package.sha256, columns=package.columns)
    packages.note(
        tx, package.sha256, manifest.writer, manifest.kind, manifest.seq_from, manifest.seq_to, merged.rows,
        manifest.made_at,
    )  # fmt: skip
    if manifest.writer != tx.writer:
        devices.trust(
            tx,
            Trusted(
                fingerprint(manifest.signing_key),
                manifest.writer,
                manifest.device_name,
                manifest.signing_key,
                manifest.recipient,
            ),
        )
    vouching.believe(tx)
    marker.note_behind(tx)
    return merged
