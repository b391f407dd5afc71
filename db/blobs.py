"""Files that belong to rows: kept in a folder beside the database, each encrypted under a key of its own.

The key stands in the row, so the file on the disk is unreadable without the database, and for ever once the row's key
is gone. A file's name is the SHA-256 of what is in it.
"""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from db.errors import StoreTrouble
from db.files import file_trouble, write_durably

KEY_BYTES, NONCE_BYTES = 32, 12
_BOUND_TO = b"qinting blob 1"


@dataclass(frozen=True, slots=True)
class Blob:
    """What a row keeps of its file: the file's name and the key, both 64 hexadecimal digits."""

    name: str
    key: str


def folder_of(database: Path) -> Path:
    """Where the files of `database` lie."""
    return database.with_name(database.name + ".blobs")


def keep(database: Path, content: bytes) -> Blob:
    """Write `content` encrypted. Raises StoreTrouble `disk_full` or `folder_not_writable`; nothing is left then."""
    key, nonce = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(NONCE_BYTES)
    sealed = nonce + ChaCha20Poly1305(key).encrypt(nonce, content, _BOUND_TO)
    folder = folder_of(database)
    try:
        folder.mkdir(exist_ok=True)
        if os.name == "posix":
            folder.chmod(0o700)
    except OSError as error:
        raise file_trouble(error, folder) from error
    name = hashlib.sha256(sealed).hexdigest()
    write_durably(folder / name, sealed)
    return Blob(name, key.hex())


def read(database: Path, blob: Blob) -> bytes:
    """The content. Raises StoreTrouble `blob_missing` or `blob_damaged`."""
    try:
        sealed = (folder_of(database) / blob.name).read_bytes()
    except OSError as error:
        raise StoreTrouble("blob_missing", file=blob.name[:12]) from error
    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return ChaCha20Poly1305(bytes.fromhex(blob.key)).decrypt(nonce, rest, _BOUND_TO)
    except (InvalidTag, ValueError) as error:
        raise StoreTrouble("blob_damaged", file=blob.name[:12]) from error


def drop(database: Path, blob: Blob) -> None:
    """Take a file away that no row names."""
    (folder_of(database) / blob.name).unlink(missing_ok=True)
