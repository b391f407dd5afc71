"""The age encryption of a package, piece by piece: in one call it would keep every other thread waiting."""

from collections.abc import Sequence

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


class _Sink:
    """Where bytes are written to."""

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
    sink = _Sink()
    pyrage.encrypt_io(_Source(plain), sink, recipients)
    return b"".join(sink.pieces)


def unseal(sealed: bytes, identities: Sequence[age.Identity]) -> bytes | None:
    """What was sealed; None where none of the identities is meant. Raises Unreadable `package_damaged`."""
    sink = _Sink()
    try:
        pyrage.decrypt_io(_Source(sealed), sink, identities)
    except pyrage.DecryptError as error:
        # The library tells a wrong key from a broken file in words only.
        if "No matching keys" in str(error):
            return None
        raise Unreadable("package_damaged") from error
    except OSError as error:
        # A piece in the middle is not what was written.
        raise Unreadable("package_damaged") from error
    return b"".join(sink.pieces)
