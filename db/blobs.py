"""Files that belong to rows: kept in a folder beside the database, each encrypted under a key of its own.

The key stands in the row, so the file on the disk is unreadable without the database, and for ever once the row's key
is gone. A file's name is the SHA-256 of what is in it.
"""

import hashlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from db.errors import StoreTrouble
from db.files import durable_file, file_trouble, flush_folder, pieces, write_durably

KEY_BYTES, NONCE_BYTES = 32, 12
NAME = re.compile(r"[0-9a-f]{64}")
_BOUND_TO = b"qinting blob 1"


class _NotWholeError(Exception):
    """What came is not what its name says."""


@dataclass(frozen=True, slots=True)
class Blob:
    """What a row keeps of its file: the file's name and the key, both 64 hexadecimal digits."""

    name: str
    key: str


def folder_of(database: Path) -> Path:
    """Where the files of `database` lie."""
    return database.with_name(database.name + ".blobs")


def folder_of_copies(database: Path) -> Path:
    """Where the files lie that the copies of `database` name; one for all copies, because a file never changes."""
    return database.with_name(database.name + ".backups") / "blobs"


def keep(database: Path, content: bytes) -> Blob:
    """Write `content` encrypted. Raises StoreTrouble `disk_full` or `folder_not_writable`; nothing is left then."""
    key, nonce = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(NONCE_BYTES)
    sealed = nonce + ChaCha20Poly1305(key).encrypt(nonce, content, _BOUND_TO)
    folder = _made(folder_of(database))
    name = hashlib.sha256(sealed).hexdigest()
    write_durably(folder / name, sealed)
    return Blob(name, key.hex())


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            folder.chmod(0o700)
    except OSError as error:
        raise file_trouble(error, folder) from error
    return folder


def held(folder: Path) -> dict[str, int]:
    """The files that lie in a folder of files: name -> bytes."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.stat().st_size for entry in entries if NAME.fullmatch(entry.name)}
    except OSError:
        return {}


def take(folder: Path, name: str, source: BinaryIO, size: int) -> bool:
    """Let the next `size` bytes of `source` be the file `name`; False, and nothing kept, if they are not what it names.

    Raises StoreTrouble `disk_full` or `folder_not_writable`, OSError when the source cannot be read.
    """
    digest, failed = hashlib.sha256(), list[OSError]()
    try:
        with durable_file(_made(folder) / name) as stream:
            try:
                for piece in pieces(source, size):
                    digest.update(piece)
                    _write(stream, piece, folder / name)
            except OSError as error:
                # Whoever reads from a share that has gone is not told that this disk is full.
                failed.append(error)
                raise _NotWholeError from error
            if digest.hexdigest() != name:
                raise _NotWholeError
    except _NotWholeError:
        if failed:
            raise failed[0] from None
        return False
    return True


def _write(stream: BinaryIO, piece: bytes, target: Path) -> None:
    try:
        stream.write(piece)
    except OSError as error:
        raise file_trouble(error, target) from error


def is_named(content: bytes, name: str) -> bool:
    """Whether `name` is the SHA-256 of `content`."""
    return hashlib.sha256(content).hexdigest() == name


def is_whole(file: Path) -> bool:
    """Whether a file holds what its name says. Raises OSError when it cannot be read."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == file.name


def share(source: Path, target: Path) -> int:
    """Let the folder `target` have every file that `source` has; returns how many are new there.

    A file is never changed, so where the disk allows it the two folders name one file. One that is not whole is left
    out. Raises StoreTrouble when the disk refuses.
    """
    there, count = held(target), 0
    for name in held(source):
        if name not in there:
            try:
                count += _shared(source / name, _made(target) / name)
            except OSError as error:
                raise file_trouble(error, target) from error
    if count:
        flush_folder(target)
    return count


def _shared(file: Path, target: Path) -> bool:
    if not is_whole(file):
        return False
    try:
        target.hardlink_to(file)
    except OSError:
        # Another disk, or one that knows no second name for a file.
        with file.open("rb") as source:
            return take(target.parent, file.name, source, file.stat().st_size)
    return True


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
    """Take a file away that no row names, also from beside the copies of the database."""
    for folder in (folder_of(database), folder_of_copies(database)):
        (folder / blob.name).unlink(missing_ok=True)
