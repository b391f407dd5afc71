"""A package `*.qinting`: a signed manifest and compressed records, encrypted to those who may read them.

`head.json` names project and writer in clear, so that a stranger's package is told apart without a key. `body.age`
holds the manifest, its Ed25519 signature by the writing device, and the records (zstd over lines: a block header, then
a JSON array of rows). The manifest carries the SHA-256 of head and records, so one signature covers every byte.
"""

import hashlib
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec
import pyrage
import pyrage.x25519 as age
import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db import migrations
from db.errors import Misused, Unreadable
from db.exchange.beyond import BEYOND
from db.exchange.blocks import COLUMNS, Block
from db.exchange.cells import are_readable, decode_rows, split_rows
from db.exchange.container import MAX_PACKAGE_BYTES, pack, unpack
from db.exchange.sealing import seal, unseal
from db.vault.device_keys import DeviceKeys, identity_from_bytes
from db.vault.key_file import stretch

FORMAT = 1
MAGIC = b"QTP1"
MAX_ROWS = 5_000_000
MAX_LINE_BYTES = 100_000_000
CHUNK_BYTES = 1 << 20


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands outside the encryption; nothing about a client."""

    format: int
    project: str
    writer: str
    kind: str
    made_at: int
    schema: int
    # Salt of the passphrase (hexadecimal), empty when none was used.
    salt: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?$")] = ""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the writing device signs."""

    format: int
    project: str
    writer: str
    device_name: str
    device_role: str
    signing_key: str
    recipient: str
    kind: str
    made_at: int
    schema: int
    seq_from: int
    seq_to: int
    columns: dict[str, tuple[str, ...]]
    rows: dict[str, int]
    records_sha256: str
    records_bytes: int
    plain_bytes: int
    head_sha256: str
    recipients: tuple[str, ...]


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
        return _read_blocks(self.manifest, self.records)


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
) -> tuple[bytes, dict[str, int]]:
    """The bytes of a package and its row counts.

    `recipients` are age recipients (age1...); a passphrase becomes one more of them by Argon2id.
    Raises Misused `recipient_unreadable`.
    """
    salt = secrets.token_bytes(16) if passphrase else b""
    if passphrase:
        recipients = (*recipients, str(_passphrase_identity(passphrase, salt).to_public()))
    try:
        readers = [age.Recipient.from_str(text) for text in dict.fromkeys(recipients)]
    except (pyrage.RecipientError, ValueError) as error:
        raise Misused("recipient_unreadable") from error
    records, plain_bytes, rows = _compress(blocks)
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
        )
    )
    signature = Ed25519PrivateKey.from_private_bytes(sender.keys.signing).sign(MAGIC + manifest)
    body = MAGIC + struct.pack(">I", len(manifest)) + manifest + signature + records
    return pack(head, seal(body, readers)), rows


def _compress(blocks: Iterator[Block]) -> tuple[bytes, int, dict[str, int]]:
    compressor = zstandard.ZstdCompressor(level=3).compressobj()
    out: list[bytes] = []
    rows: dict[str, int] = {}
    plain_bytes = 0
    for table, block in blocks:
        line = msgspec.json.encode((table, len(block))) + b"\n" + msgspec.json.encode(block) + b"\n"
        plain_bytes += len(line)
        rows[table] = rows.get(table, 0) + len(block)
        out.append(compressor.compress(line))
    out.append(compressor.flush())
    return b"".join(out), plain_bytes, rows


def read_head(content: bytes) -> Head:
    """The clear part of a package. Raises Unreadable `package_damaged` or `package_newer`."""
    return _read_head(unpack(content)[0])


def _read_head(raw: bytes) -> Head:
    try:
        head = msgspec.json.decode(raw, type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreadable("package_damaged") from error
    if head.format > FORMAT:
        raise Unreadable("package_newer")
    return head


def open_package(content: bytes, keys: DeviceKeys, *, project: str, passphrase: str | None = None) -> Package:
    """Check and decrypt a package as far as its signature.

    Raises Unreadable: package_damaged, package_newer, other_project, package_not_for_us, package_passphrase (one is
    needed, or the given one is wrong).
    """
    if len(content) > MAX_PACKAGE_BYTES:
        raise Unreadable("package_too_large")
    raw_head, body = unpack(content)
    head = _read_head(raw_head)
    if head.project != project:
        raise Unreadable("other_project")
    plain = _decrypt(body, head, keys, passphrase)
    manifest, records = _verify(plain)
    if manifest.head_sha256 != hashlib.sha256(raw_head).hexdigest() or manifest.project != project:
        raise Unreadable("package_damaged")
    return Package(manifest, hashlib.sha256(content).hexdigest(), records)


def _passphrase_identity(passphrase: str, salt: bytes) -> age.Identity:
    return age.Identity.from_str(identity_from_bytes(stretch(passphrase, salt)))


def _decrypt(body: bytes, head: Head, keys: DeviceKeys, passphrase: str | None) -> bytes:
    # A passphrase stanza of the age format costs a gigabyte to try: ours are stretched before, never inside.
    if b"\n-> scrypt" in body[:8_192]:
        raise Unreadable("package_damaged")
    identities = [age.Identity.from_str(keys.identity), age.Identity.from_str(keys.exchange)]
    if head.salt and passphrase:
        identities.append(_passphrase_identity(passphrase, bytes.fromhex(head.salt)))
    plain = unseal(body, identities)
    if plain is None:
        raise Unreadable("package_passphrase" if head.salt else "package_not_for_us")
    return plain


def _verify(plain: bytes) -> tuple[Manifest, bytes]:
    if plain[:4] != MAGIC or len(plain) < 8:
        raise Unreadable("package_damaged")
    (length,) = struct.unpack(">I", plain[4:8])
    raw, signature, records = plain[8 : 8 + length], plain[8 + length : 72 + length], plain[72 + length :]
    try:
        manifest = msgspec.json.decode(raw, type=Manifest)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest.signing_key)).verify(signature, MAGIC + raw)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, InvalidSignature) as error:
        raise Unreadable("package_damaged") from error
    if manifest.format > FORMAT:
        raise Unreadable("package_newer")
    if hashlib.sha256(records).hexdigest() != manifest.records_sha256 or len(records) != manifest.records_bytes:
        raise Unreadable("package_damaged")
    newer = manifest.schema > migrations.LATEST
    readable = all(are_readable(table, manifest.columns.get(table, ()), newer=newer) for table in manifest.rows)
    if sum(manifest.rows.values()) > MAX_ROWS or not readable:
        raise Unreadable("package_damaged")
    return manifest, records


# -- records -----------------------------------------------------------------------------------------------------------

_BLOCK_HEAD = msgspec.json.Decoder(tuple[str, int])


def _lines(manifest: Manifest, records: bytes) -> Iterator[bytes]:
    """The lines of the records, decompressed piece by piece under the size that the manifest declares."""
    stream = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(records)
    rest, total = b"", 0
    while piece := stream.read(CHUNK_BYTES):
        total += len(piece)
        if total > manifest.plain_bytes or len(rest) > MAX_LINE_BYTES:
            raise Unreadable("package_damaged")
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
    if rest or total != manifest.plain_bytes:
        raise Unreadable("package_damaged")


def _read_blocks(manifest: Manifest, records: bytes) -> Iterator[Block]:
    counts: dict[str, int] = {}
    try:
        lines = _lines(manifest, records)
        for head in lines:
            table, count = _BLOCK_HEAD.decode(head)
            line = next(lines, b"")
            if table not in manifest.rows:
                raise Unreadable("package_damaged")
            names = manifest.columns[table]
            rows = decode_rows(table, line, names)
            if len(rows) != count:
                raise Unreadable("package_damaged")
            counts[table] = counts.get(table, 0) + count
            if names == COLUMNS.get(table):
                yield table, rows
                continue
            known, carried = split_rows(table, rows, names)
            if table in COLUMNS:
                yield table, known
            yield BEYOND, carried
    except (msgspec.DecodeError, UnicodeDecodeError, zstandard.ZstdError) as error:
        raise Unreadable("package_damaged") from error
    if counts != manifest.rows:
        raise Unreadable("package_damaged")
