"""Reading a package: whose it is, whether that device is trusted, and in which process it is opened."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db import devices
from db.errors import Refused, Trouble, Unreadable
from db.exchange import container
from db.exchange.apart import open_apart
from db.exchange.manifest import Manifest
from db.exchange.package import Package, open_package, read_head
from db.store import Store
from db.vault import device_keys
from db.vault.device_keys import fingerprint

TRUST_ANY = "any"


@dataclass(slots=True)
class Opening:
    """Opens one package: what a trusted device wrote here, what a stranger wrote in a process with limits."""

    store: Store
    file: Path
    passphrase: str | None
    trust: Sequence[str]
    sha256: str = ""
    manifest: Manifest | None = None

    def package(self) -> Package:
        """The package. Raises Refused `unknown_device` or `device_removed`, and what reading it raises."""
        keys, project = device_keys.read(self.store.connection), self.store.identity.project
        try:
            found = open_package(
                self.file, keys, project=project, passphrase=self.passphrase, judge=self._look_at_writer
            )
        except StrangerError as stranger:
            found = open_apart(self.file, stranger.manifest, keys, project=project, passphrase=self.passphrase)
        if found.sha256 != self.sha256:
            # Somebody wrote into it between two looks.
            raise Unreadable("package_damaged")
        return found

    def _look_at_writer(self, manifest: Manifest) -> None:
        self.manifest = manifest
        if not is_trusted(self.store, manifest, self.trust):
            raise StrangerError(manifest)


class StrangerError(Exception):
    """A package may be read, though its writer is trusted for this one time only."""

    def __init__(self, manifest: Manifest) -> None:
        super().__init__(manifest.device_name)
        self.manifest = manifest


def digest_of(file: Path) -> str:
    """The SHA-256 (hex) of a file. Raises Unreadable `package_missing` or `package_too_large`."""
    try:
        if file.stat().st_size > container.MAX_PACKAGE_BYTES:
            raise Unreadable("package_too_large", file=str(file))
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise Unreadable("package_missing", file=str(file)) from error


def is_trusted(store: Store, manifest: Manifest, trust: Sequence[str]) -> bool:
    """Whether the writer is trusted by an earlier decision or is this device; False where only this call trusts it.

    Raises Refused `unknown_device` or `device_removed`.
    """
    print_ = fingerprint(manifest.signing_key)
    own = manifest.signing_key == device_keys.read(store.connection).signing_public
    given = {text.strip().upper().replace("-", "") for text in trust}
    is_named, is_removed = print_.replace("-", "") in given, print_ in devices.removed(store)
    if own or (not is_removed and any(one.fingerprint == print_ for one in devices.trusted(store))):
        return True
    if is_removed and not is_named:
        raise Refused("device_removed", device=manifest.device_name, fingerprint=print_)
    if not is_named and TRUST_ANY.upper() not in given:
        raise Refused("unknown_device", device=manifest.device_name, fingerprint=print_)
    return False


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
    # Files of attachments in it, and their bytes.
    files: int = 0
    files_bytes: int = 0


def inspect(store: Store, *, file: Path, passphrase: str | None = None) -> Inspected:
    """Look into a package without changing anything."""
    head = read_head(file)
    manifest: Manifest | None = None
    trouble: Trouble | None = None
    try:
        manifest = _manifest_of(store, file, passphrase)
    except Unreadable as error:
        trouble = error
    return Inspected(
        str(file), head.project, head.project == store.identity.project, head.writer, head.kind, head.made_at,
        manifest.device_name if manifest else None, fingerprint(manifest.signing_key) if manifest else None,
        tuple(manifest.rows.items()) if manifest else (), trouble,
        len(manifest.blobs) if manifest else 0, sum(size for _, size in manifest.blobs) if manifest else 0,
    )  # fmt: skip


def _manifest_of(store: Store, file: Path, passphrase: str | None) -> Manifest:
    """The signed manifest; what follows it is only looked through where its writer is trusted."""

    def judge(manifest: Manifest) -> None:
        try:
            is_known = is_trusted(store, manifest, ())
        except Refused:
            is_known = False
        if not is_known:
            raise StrangerError(manifest)

    keys = device_keys.read(store.connection)
    try:
        return open_package(file, keys, project=store.identity.project, passphrase=passphrase, judge=judge).manifest
    except StrangerError as stranger:
        return stranger.manifest
