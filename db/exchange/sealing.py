"""The age encryption of a package, piece by piece: in one call it would keep every other thread waiting."""

from collections.abc import Sequence
from typing import BinaryIO, Protocol

import pyrage
import pyrage.x25519 as age

from db.errors import Unreadable


class _Source:
    """Bytes to be read from. Written in Python on purpose: at each call another thread may have its turn."""

    def __init__(self, content: bytes) -> None:
        self._content, self._place = memoryview(content), 0

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes, or all that are left."""
        end = len(self._content) if size < 0 else self._place + size
        piece = bytes(self._content[self._place : end])
        self._place += len(piece)
        return piece


class Section:
    """A part of a file to be read from, from its beginning to its end and no further."""

    def __init__(self, stream: BinaryIO, start: int, size: int) -> None:
        self._stream, self._start, self._left = stream, start, size
        stream.seek(start)

    def peek(self, size: int) -> bytes:
        """The first `size` bytes, without reading past them."""
        piece = self._stream.read(min(size, self._left))
        self._stream.seek(self._start)
        return piece

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes, or all that are left."""
        piece = self._stream.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(piece)
        return piece


class Sink(Protocol):
    """Where opened bytes go; whatever its `write` raises ends the opening and is raised there."""

    def write(self, piece: bytes) -> int:
        """Take a piece; returns its length."""

    def flush(self) -> None:
        """Nothing waits anywhere."""


class _Pieces:
    """Where sealed bytes are written to."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        """Keep a piece."""
        self.pieces.append(piece)
        return len(piece)

    def flush(self) -> None:
        """Nothing waits anywhere."""


def seal(plain: bytes, recipients: Sequence[age.Recipient]) -> bytes:
    """`plain` so that each of the recipients can read it."""
    sink = _Pieces()
    pyrage.encrypt_io(_Source(plain), sink, recipients)
    return b"".join(sink.pieces)


def unseal(sealed: Section, sink: Sink, identities: Sequence[age.Identity]) -> bool:
    """Let `sink` take what was sealed; False where none of the identities is meant.

    Raises Unreadable `package_damaged`, perhaps after pieces have gone to the sink.
    """
    try:
        pyrage.decrypt_io(sealed, sink, identities)
    except pyrage.DecryptError as error:
        # The library tells a wrong key from a broken file in words only.
        if "No matching keys" in str(error):
            return False
        raise Unreadable("package_damaged") from error
    except OSError as error:
        # A piece in the middle is not what was written.
        raise Unreadable("package_damaged") from error
    return True
