"""Packages as honest and as dishonest devices write them, and what a database holds after they have come."""

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pyrage
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.exchange.blocks import Block
from db.exchange.container import pack, unpack
from db.exchange.package import MAGIC, Sender, write_package
from db.opening import found_device
from db.records import Concern, Project
from db.store import Store
from db.vault import device_keys
from desktop.services.exchange.packages import Incoming, take_in
from desktop.services.registry import administrator

Forge = Callable[[dict[str, Any]], None]


def joined(office: Store, path: Path, *, exchange: str | None = None) -> Store:
    """A further device of the office's project, by its card or, with another exchange key, without."""
    project = office.records(Project, "")[0]
    exchange = exchange or device_keys.read(office.connection).exchange
    return found_device(
        path, project=project, device_name="接待本", role="host", passphrase=None, exchange=exchange, rows=()
    )


def concern(row_id: str, words: str) -> Concern:
    return Concern(
        id=row_id, created_at=1, event="event-1", number=f"青-01-7K2A-{row_id}", words=words, type="repair",
        received_by="staff-1", occurred_at=1,
    )  # fmt: skip


def sender(store: Store) -> Sender:
    identity = store.identity
    return Sender(identity.project, identity.writer, identity.name, identity.role, device_keys.read(store.connection))


def print_of(store: Store) -> str:
    return device_keys.fingerprint(device_keys.read(store.connection).signing_public)


def written(store: Store, blocks: Iterator[Block], *, to: tuple[str, ...] = (), passphrase: str | None = None) -> bytes:
    keys = device_keys.read(store.connection)
    recipients = to or (keys.exchange_recipient,)
    content, _ = write_package(
        sender(store), blocks, kind="full", made_at=1, seq_from=1, seq_to=9, recipients=recipients,
        passphrase=passphrase,
    )  # fmt: skip
    return content


def forged(
    store: Store, content: bytes, change: Forge, records: bytes | None = None, *, compressed: bytes | None = None
) -> bytes:
    """The package of `store` with its manifest (and records) altered and signed again by its own key."""
    keys = device_keys.read(store.connection)
    head, body = unpack(content)
    plain = bytes(pyrage.decrypt(body, [pyrage.x25519.Identity.from_str(keys.exchange)]))
    (length,) = struct.unpack(">I", plain[4:8])
    manifest = json.loads(plain[8 : 8 + length])
    packed = plain[72 + length :] if records is None else zstandard.compress(records)
    packed = compressed or packed
    if records is not None:
        manifest["plain_bytes"] = len(records)
    manifest["records_sha256"], manifest["records_bytes"] = hashlib.sha256(packed).hexdigest(), len(packed)
    change(manifest)
    raw = msgspec.json.encode(manifest)
    signature = Ed25519PrivateKey.from_private_bytes(keys.signing).sign(MAGIC + raw)
    sealed = MAGIC + struct.pack(">I", len(raw)) + raw + signature + packed
    return pack(head, pyrage.encrypt(sealed, [pyrage.x25519.Recipient.from_str(keys.exchange_recipient)]))


def as_records(table: str, rows: list[Any]) -> bytes:
    return msgspec.json.encode((table, len(rows))) + b"\n" + msgspec.json.encode(rows) + b"\n"


def content_of(store: Store) -> str:
    """A digest of every row of every table."""
    digest = hashlib.sha256()
    tables = store.query("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    for (table,) in sorted(tables):
        digest.update(repr((table, sorted(store.query(f"SELECT * FROM {table}"), key=repr))).encode())
    return digest.hexdigest()


def brought(
    office: Store, folder: Path, content: bytes, *, passphrase: str | None = None, trust: tuple[str, ...] = (),
    dry_run: bool = False,
) -> Incoming:  # fmt: skip
    file = folder / "package.qinting"
    file.write_bytes(content)
    return take_in(administrator(office), office, file=file, passphrase=passphrase, trust=trust, dry_run=dry_run)


def rezipped(
    parts: list[tuple[str, bytes]], *, comment: bytes = b"", extra: bytes = b"", packed: bool = False
) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.extra = 3, 0o600 << 16, extra
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
        archive.comment = comment
    return buffer.getvalue()
