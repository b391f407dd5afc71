"""Handing on and taking in: packages out for trusted devices, packages in from trusted devices."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import devices, packages
from db.devices import Trusted
from db.errors import Refused, Trouble, Unreadable
from db.exchange import blocks
from db.exchange.merge import Merged, merge_blocks
from db.exchange.package import Manifest, Package, Sender, open_package, read_head, write_package
from db.files import write_durably
from db.journal import last_seq
from db.store import Reader, Store, Transaction
from db.vault import device_keys
from db.vault.device_keys import fingerprint
from desktop.services.registry import ANYONE, Caller, question, verb

TRUST_ANY = "any"
MAX_FILE_BYTES = 2_000_000_000
HANDING_ROLES = ANYONE


@dataclass(frozen=True, slots=True)
class Exported:
    """A package written: how many rows of each table, and for how many readers."""

    file: str
    kind: str
    rows: tuple[tuple[str, int], ...]
    size_bytes: int
    readers: int


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
    content, rows = write_package(
        Sender(identity.project, identity.writer, identity.name, identity.role, keys),
        blocks.export_blocks(tx, since),
        kind="delta" if delta else "full",
        made_at=tx.now,
        seq_from=seq_from,
        seq_to=last_seq(tx, identity.writer),
        recipients=tuple(dict.fromkeys(readers)),
        passphrase=passphrase,
    )
    write_durably(file, content)
    if delta:
        blocks.note_export(tx, positions)
    tx.subject = hashlib.sha256(content).hexdigest()
    return Exported(
        str(file), "delta" if delta else "full", tuple(rows.items()), len(content),
        len(set(readers)) + (passphrase is not None),
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
    manifest: Manifest | None = None
    try:
        content = read_file(file)
        if packages.is_known(store, hashlib.sha256(content).hexdigest()):
            return Incoming(str(file), "known")
        package = open_package(
            content, device_keys.read(store.connection), project=store.identity.project, passphrase=passphrase
        )
        manifest = package.manifest
        _check_trust(store, manifest, trust)
        if before_merge and not dry_run:
            before_merge(store)
        with store.transaction(verb="package.merge", by=caller.staff, subject=package.sha256, keep=not dry_run) as tx:
            merged = merge(caller, tx, package=package)
    except Trouble as trouble:
        if trouble.exit_status not in (1, 4):
            raise
        return Incoming(str(file), OUTCOMES.get(trouble.code, trouble.code), trouble=trouble, manifest=manifest)
    return Incoming(str(file), "merged", merged.added, merged.changed, merged.conflicts, manifest=manifest)


@verb("package.merge", roles=HANDING_ROLES)
def merge(_caller: Caller, tx: Transaction, *, package: Package) -> Merged:
    """Merge an opened package whose writer is trusted, and note that it came."""
    manifest = package.manifest
    merged = merge_blocks(tx, package.blocks(), package=package.sha256, columns=package.columns)
    packages.note(tx, package.sha256, manifest.writer, manifest.kind, manifest.seq_from, manifest.seq_to, merged.rows)
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
    return merged


def read_file(file: Path) -> bytes:
    """The bytes of a package file. Raises Unreadable `package_missing` or `package_too_large`."""
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            raise Unreadable("package_too_large", file=str(file))
        return file.read_bytes()
    except OSError as error:
        raise Unreadable("package_missing", file=str(file)) from error


def _check_trust(store: Store, manifest: Manifest, trust: Sequence[str]) -> None:
    """A writer is trusted by an earlier decision, by name in this call, or because it is this device."""
    print_ = fingerprint(manifest.signing_key)
    keys = device_keys.read(store.connection)
    given = {text.strip().upper().replace("-", "") for text in trust}
    if TRUST_ANY.upper() in given or print_.replace("-", "") in given or manifest.signing_key == keys.signing_public:
        return
    if any(one.fingerprint == print_ for one in devices.trusted(store)):
        return
    raise Refused("unknown_device", device=manifest.device_name, fingerprint=print_)


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a package says of itself; the signed part only if this device may read it."""

    file: str
    project: str
    same_project: bool
    writer: str
    kind: str
    made_at: int
    device: str | None
    fingerprint: str | None
    rows: tuple[tuple[str, int], ...]
    trouble: Trouble | None


def inspect(store: Store, *, file: Path, passphrase: str | None = None) -> Inspected:
    """Look into a package without changing anything."""
    content = read_file(file)
    head = read_head(content)
    manifest: Manifest | None = None
    trouble: Trouble | None = None
    try:
        keys = device_keys.read(store.connection)
        manifest = open_package(content, keys, project=store.identity.project, passphrase=passphrase).manifest
    except Unreadable as error:
        trouble = error
    return Inspected(
        str(file), head.project, head.project == store.identity.project, head.writer, head.kind, head.made_at,
        manifest.device_name if manifest else None, fingerprint(manifest.signing_key) if manifest else None,
        tuple(manifest.rows.items()) if manifest else (), trouble,
    )  # fmt: skip
