"""The outer form of a package: a ZIP of stored parts in which every byte counts.

The parts are `head.json`, `body.age`, then the files of attachments as `blobs/<SHA-256>` in the order of their names. A
reader builds every header again from the parts and compares: there is no room for a comment, an extra field, a second
directory or a part that one program sees and another does not. Files go through in pieces, never as a whole.
"""

import hashlib
import io
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.errors import Unreadable
from db.files import pieces

HEAD, BODY, BLOBS = "head.json", "body.age", "blobs/"
MAX_PACKAGE_BYTES = 2_000_000_000
MAX_HEAD_BYTES = 65_536
MAX_BLOBS = 20_000

_BLOB = re.compile(r"blobs/[0-9a-f]{64}")
# Version 2.0, no flags, stored, midnight of the first day that a ZIP knows; Unix, readable by the owner alone.
_NEEDS, _FLAGS, _METHOD, _TIME, _DATE = 20, 0, 0, 0, 33
_MADE, _ATTRIBUTES = 3 << 8 | 20, 0o600 << 16
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_FORM = struct.Struct("<4s5H3I2H")
_CENTRAL_FORM = struct.Struct("<4s6H3I5H2I")
_END_FORM = struct.Struct("<4s4H2IH")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, where its content begins in the file, how many bytes it has, and their CRC-32."""

    name: str
    start: int
    size: int
    crc: int

    @property
    def blob(self) -> str:
        """The name of the attachment's file."""
        return self.name.removeprefix(BLOBS)


@dataclass(frozen=True, slots=True)
class Container:
    """A package whose form is ours: its clear head, its parts, and the SHA-256 (hex) of the whole file."""

    head: bytes
    body: Part
    blobs: tuple[Part, ...]
    sha256: str


def pack(head: bytes, body: bytes) -> bytes:
    """The bytes of a package without files."""
    stream = io.BytesIO()
    write(stream, head, body)
    return stream.getvalue()


def write(stream: BinaryIO, head: bytes, body: bytes, blobs: Sequence[Path] = ()) -> None:
    """Write a package; `blobs` are files whose names are the SHA-256 of what is in them, in the order of the names."""
    parts = [_write_part(stream, HEAD, io.BytesIO(head)), _write_part(stream, BODY, io.BytesIO(body))]
    for file in blobs:
        with file.open("rb") as source:
            parts.append(_write_part(stream, BLOBS + file.name, source))
    stream.write(_tail(parts))


def _write_part(stream: BinaryIO, name: str, source: BinaryIO) -> Part:
    place, crc, size = stream.tell(), 0, 0
    stream.write(_local_header(Part(name, 0, 0, 0)))
    start = stream.tell()
    for piece in pieces(source, MAX_PACKAGE_BYTES):
        crc, size = zlib.crc32(piece, crc), size + len(piece)
        stream.write(piece)
    # Only now is known what the header says.
    part = Part(name, start, size, crc)
    stream.seek(place)
    stream.write(_local_header(part))
    stream.seek(start + size)
    return part


def overhead(blobs: int) -> int:
    """How many bytes a package has beside the contents of its parts, with so many files in it."""
    names = [HEAD, BODY, *([BLOBS + "0" * 64] * blobs)]
    return sum(_LOCAL_FORM.size + _CENTRAL_FORM.size + 2 * len(name) for name in names) + _END_FORM.size


def unpack(content: bytes) -> tuple[bytes, bytes]:
    """The parts (head, body) of a package. Raises Unreadable `package_damaged` for anything but our own form."""
    found = read(io.BytesIO(content))
    return found.head, content[found.body.start : found.body.start + found.body.size]


def read(stream: BinaryIO) -> Container:
    """Read a package through from its beginning. Raises Unreadable `package_damaged` for anything but our own form."""
    digest, parts, head = hashlib.sha256(), list[Part](), b""
    for part, content in _parts(stream, digest):
        parts.append(part)
        if part.name == HEAD:
            head = content
    expected = _tail(parts)
    tail = stream.read(len(expected) + 1)
    digest.update(tail)
    names = [part.name for part in parts]
    if tail != expected or names[:2] != [HEAD, BODY] or not all(map(_BLOB.fullmatch, names[2:])):
        raise Unreadable("package_damaged")
    if names[2:] != sorted(set(names[2:])) or len(names) > MAX_BLOBS + 2:
        raise Unreadable("package_damaged")
    return Container(head, parts[1], tuple(parts[2:]), digest.hexdigest())


def _parts(stream: BinaryIO, digest: "hashlib._Hash") -> Iterator[tuple[Part, bytes]]:
    """Every part up to the directory, the head with its content; `digest` takes in all that is read."""
    while (mark := stream.read(4)) == _LOCAL and stream.tell() < MAX_PACKAGE_BYTES:
        header = mark + stream.read(_LOCAL_FORM.size - 4)
        if len(header) < _LOCAL_FORM.size:
            raise Unreadable("package_damaged")
        *_, crc, _, size, length, _ = _LOCAL_FORM.unpack(header)
        raw = stream.read(length)
        name = raw.decode("ascii", errors="replace")
        part = Part(name, stream.tell(), size, crc)
        if header + raw != _local_header(part) or (name == HEAD and size > MAX_HEAD_BYTES):
            raise Unreadable("package_damaged")
        digest.update(header + raw)
        content = _pass(stream, part, digest)
        yield part, content
    stream.seek(-len(mark), io.SEEK_CUR)


def _pass(stream: BinaryIO, part: Part, digest: "hashlib._Hash") -> bytes:
    """Read a part through; returns the content of the head, of other parts nothing."""
    crc, size, kept = 0, 0, b""
    for piece in pieces(stream, part.size):
        digest.update(piece)
        crc, size = zlib.crc32(piece, crc), size + len(piece)
        kept = piece if part.name == HEAD else b""
    if (crc, size) != (part.crc, part.size):
        raise Unreadable("package_damaged")
    return kept


def _local_header(part: Part) -> bytes:
    name = part.name.encode("ascii", errors="replace")
    sizes = (part.crc, part.size, part.size)
    return _LOCAL_FORM.pack(_LOCAL, _NEEDS, _FLAGS, _METHOD, _TIME, _DATE, *sizes, len(name), 0) + name


def _tail(parts: Sequence[Part]) -> bytes:
    """The directory of the parts and the end of the file."""
    entries = []
    for part in parts:
        name = part.name.encode("ascii")
        sizes = (part.crc, part.size, part.size, len(name), 0, 0, 0, 0)
        place = part.start - len(name) - _LOCAL_FORM.size
        entries.append(
            _CENTRAL_FORM.pack(_CENTRAL, _MADE, _NEEDS, _FLAGS, _METHOD, _TIME, _DATE, *sizes, _ATTRIBUTES, place)
            + name
        )
    directory = b"".join(entries)
    place = parts[-1].start + parts[-1].size if parts else 0
    return directory + _END_FORM.pack(_END, 0, 0, len(parts), len(parts), len(directory), place, 0)
