"""A package `*.qinting`: a signed manifest and compressed records, encrypted to those who may read them.

`head.json` names project and writer in clear, so that a stranger's package is told apart without a key. `body.age`
holds the manifest, its Ed25519 signature by the writing device, and the records (zstd over lines: a block header, then
a JSON array of rows). The manifest carries the SHA-256 of head and records, so one signature covers every byte.
"""

import hashlib
import io
import secrets
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import msgspec
import pyrage
import pyrage.x25519 as age
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db import migrations
from db.errors import Misused, Unreadable
from db.exchange import container
from db.exchange.blocks import COLUMNS, Block
from db.exchange.cells import are_readable
from db.exchange.container import MAX_PACKAGE_BYTES, Container, Part, pack
from db.exchange.lines import compress, read_blocks
from db.exchange.manifest import FORMAT, MAX_ROWS, Head, Manifest
from db.exchange.sealing import Section, seal, unseal
from db.vault.device_keys import DeviceKeys, identity_from_bytes
from db.vault.key_file import stretch

MAGIC = b"QTP1"
MAX_MANIFEST_BYTES = 16_000_000
SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes a package, and about what."""

    project: str
    writer: str
    name: str
    role: str
    keys: DeviceKeys


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose signature holds; whether its writer is trusted is for the caller to say."""

    manifest: Manifest
    sha256: str
    records: bytes
    # Where the files of attachments lie in the package.
    blobs: tuple[Part, ...] = ()

    @property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """Table -> the columns of ours that its rows bring, for tables of which they bring fewer."""
        named = {
            table: tuple(n for n in COLUMNS.get(table, ()) if n in names)
            for table, names in self.manifest.columns.items()
        }
        return {table: names for table, names in named.items() if names and names != COLUMNS[table]}

    def blocks(self) -> Iterator[Block]:
        """The records, checked value by value; Unreadable `package_damaged` at the first that is off."""
        return read_blocks(self.manifest, self.records)


@dataclass(frozen=True, slots=True)
class Sealed:
    """The two parts of a package that stand before its files, and the row counts."""

    head: bytes
    body: bytes
    rows: dict[str, int]


def write_package(
    sender: Sender,
    blocks: Iterator[Block],
    *,
    kind: str,
    made_at: int,
    seq_from: int,
    seq_to: int,
    recipients: tuple[str, ...],
    passphrase: str | None = None,
    wants: tuple[str, ...] = (),
) -> tuple[bytes, dict[str, int]]:
    """The bytes of a package without files, and its row counts. Raises as `seal_package`."""
    sealed = seal_package(
        sender, blocks, kind=kind, made_at=made_at, seq_from=seq_from, seq_to=seq_to, recipients=recipients,
        passphrase=passphrase, wants=wants,
    )  # fmt: skip
    return pack(sealed.head, sealed.body), sealed.rows


def seal_package(
    sender: Sender,
    blocks: Iterator[Block],
    *,
    kind: str,
    made_at: int,
    seq_from: int,
    seq_to: int,
    recipients: tuple[str, ...],
    passphrase: str | None = None,
    blobs: tuple[tuple[str, int], ...] = (),
    wants: tuple[str, ...] = (),
) -> Sealed:
    """The parts of a package, of which the files `blobs` (name, bytes; by name) are to follow.

    `recipients` are age recipients (age1...); a passphrase becomes one more of them by Argon2id. `wants` are names of
    files that are asked for. Raises Misused `recipient_unreadable`.
    """
    salt = secrets.token_bytes(16) if passphrase else b""
    if passphrase:
        recipients = (*recipients, str(_passphrase_identity(passphrase, salt).to_public()))
    try:
        readers = [age.Recipient.from_str(text) for text in dict.fromkeys(recipients)]
    except (pyrage.RecipientError, ValueError) as error:
        raise Misused("recipient_unreadable") from error
    records, plain_bytes, rows = compress(blocks)
    head = msgspec.json.encode(
        Head(FORMAT, sender.project, sender.writer, kind, made_at, migrations.LATEST, salt.hex())
    )
    manifest = msgspec.json.encode(
        Manifest(
            format=FORMAT,
            project=sender.project,
            writer=sender.writer,
            device_name=sender.name,
            device_role=sender.role,
            signing_key=sender.keys.signing_public,
            recipient=sender.keys.recipient,
            kind=kind,
            made_at=made_at,
            schema=migrations.LATEST,
            seq_from=seq_from,
            seq_to=seq_to,
            columns={table: COLUMNS[table] for table in rows},
            rows=rows,
            records_sha256=hashlib.sha256(records).hexdigest(),
            records_bytes=len(records),
            plain_bytes=plain_bytes,
            head_sha256=hashlib.sha256(head).hexdigest(),
            recipients=tuple(dict.fromkeys(recipients)),
            blobs=blobs,
            wants=wants,
        )
    )
    signature = Ed25519PrivateKey.from_private_bytes(sender.keys.signing).sign(MAGIC + manifest)
    body = MAGIC + struct.pack(">I", len(manifest)) + manifest + signature + records
    return Sealed(head, seal(body, readers), rows)


def read_head(source: bytes | Path) -> Head:
    """The clear part of a package. Raises Unreadable `package_damaged` or `package_newer`."""
    with stream_of(source) as stream:
        return _read_head(container.read(stream).head)


@contextmanager
def stream_of(source: bytes | Path) -> Iterator[BinaryIO]:
    """What a package is read from, while the block lasts.

    Raises Unreadable `package_too_large`, or `package_missing` also when it goes away in the middle.
    """
    if isinstance(source, bytes):
        yield io.BytesIO(source)
        return
    try:
        if source.stat().st_size > MAX_PACKAGE_BYTES:
            raise Unreadable("package_too_large", file=str(source))
        with source.open("rb") as stream:
            yield stream
    except OSError as error:
        raise Unreadable("package_missing", file=str(source)) from error


def _read_head(raw: bytes) -> Head:
    try:
        head = msgspec.json.decode(raw, type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable("package_damaged") from error
    if head.format > FORMAT:
        raise Unreadable("package_newer")
    return head


Judge = Callable[[Manifest], None]


def _accept(_manifest: Manifest) -> None:
    """Whoever wrote it."""


def open_package(
    source: bytes | Path,
    keys: DeviceKeys,
    *,
    project: str,
    passphrase: str | None = None,
    judge: Judge = _accept,
) -> Package:
    """Check and decrypt a package as far as its signature.

    `judge` is called as soon as the signature of the manifest holds, before anything else is decrypted; what it raises
    ends the reading. Raises Unreadable: package_damaged, package_newer, package_too_large, package_missing,
    other_project, package_not_for_us, package_passphrase (one is needed, or the given one is wrong).
    """
    with stream_of(source) as stream:
        found = container.read(stream)
        head = _read_head(found.head)
        if head.project != project:
            raise Unreadable("other_project")
        opening = _Opening(found, project, judge)
        _decrypt(Section(stream, found.body.start, found.body.size), head, keys, passphrase, opening)
    manifest, records = opening.end()
    return Package(manifest, found.sha256, records, found.blobs)


def _passphrase_identity(passphrase: str, salt: bytes) -> age.Identity:
    return age.Identity.from_str(identity_from_bytes(stretch(passphrase, salt)))


def _decrypt(sealed: Section, head: Head, keys: DeviceKeys, passphrase: str | None, opening: "_Opening") -> None:
    # A passphrase stanza of the age format costs a gigabyte to try: ours are stretched before, never inside.
    start = sealed.peek(8_192)
    if b"\n-> scrypt" in start:
        raise Unreadable("package_damaged")
    identities = [age.Identity.from_str(keys.identity), age.Identity.from_str(keys.exchange)]
    if head.salt and passphrase:
        identities.append(_passphrase_identity(passphrase, bytes.fromhex(head.salt)))
    if not unseal(sealed, opening, identities):
        raise Unreadable("package_passphrase" if head.salt else "package_not_for_us")


@dataclass(slots=True)
class _Opening:
    """Takes the opened body piece by piece; the manifest is checked before the records are let in."""

    container: Container
    project: str
    judge: Judge
    manifest: Manifest | None = None
    pieces: list[bytes] = field(default_factory=list)
    size: int = 0

    def write(self, piece: bytes) -> int:
        """Take a piece of the body."""
        self.pieces.append(piece)
        self.size += len(piece)
        if self.manifest is None:
            self._read_manifest()
        elif self.size > self.manifest.records_bytes:
            raise Unreadable("package_damaged")
        return len(piece)

    def flush(self) -> None:
        """Nothing waits anywhere."""

    def _read_manifest(self) -> None:
        plain = self.pieces[0] if len(self.pieces) == 1 else b"".join(self.pieces)
        self.pieces = [plain]
        if len(plain) < 8:
            return
        (length,) = struct.unpack(">I", plain[4:8])
        if plain[:4] != MAGIC or length > MAX_MANIFEST_BYTES:
            raise Unreadable("package_damaged")
        end = 8 + length + SIGNATURE_BYTES
        if len(plain) < end:
            return
        manifest = _signed(plain[8 : 8 + length], plain[8 + length : end])
        _check(manifest, self.container, self.project)
        self.judge(manifest)
        self.manifest, self.pieces, self.size = manifest, [plain[end:]], len(plain) - end

    def end(self) -> tuple[Manifest, bytes]:
        """The manifest and the records, once everything is there. Raises Unreadable `package_damaged`."""
        if self.manifest is None:
            raise Unreadable("package_damaged")
        records = b"".join(self.pieces)
        found = (len(records), hashlib.sha256(records).hexdigest())
        if found != (self.manifest.records_bytes, self.manifest.records_sha256):
            raise Unreadable("package_damaged")
        return self.manifest, records


def _signed(raw: bytes, signature: bytes) -> Manifest:
    try:
        manifest = msgspec.json.decode(raw, type=Manifest)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest.signing_key)).verify(signature, MAGIC + raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError, InvalidSignature) as error:
        raise Unreadable("package_damaged") from error
    return manifest


def _check(manifest: Manifest, found: Container, project: str) -> None:
    """The manifest speaks of this very file, and of nothing that cannot be read here."""
    if manifest.format > FORMAT:
        raise Unreadable("package_newer")
    newer = manifest.schema > migrations.LATEST
    fits = (
        manifest.head_sha256 == hashlib.sha256(found.head).hexdigest()
        and manifest.project == project
        and manifest.blobs == tuple((part.blob, part.size) for part in found.blobs)
        and sum(manifest.rows.values()) <= MAX_ROWS
        and all(are_readable(table, manifest.columns.get(table, ()), newer=newer) for table in manifest.rows)
    )
    if not fits:
        raise Unreadable("package_damaged")
