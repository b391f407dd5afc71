"""Row ids: UUIDv7 for what happens, UUIDv5 for what two devices must name alike."""

import hashlib
import secrets
import uuid

# When a row was made whose id is a function of its content: by whom and when first is nobody's to say.
NAMED_AT = 0
_NAMESPACE = uuid.UUID("5d2c6d7e-9a0b-5c1e-8f42-3b6a7d9e1c04")


def new_id(now_ms: int) -> str:
    """A UUIDv7 text in lower case whose time part is `now_ms` (RFC 9562, section 5.7)."""
    return IdMaker().next(now_ms)


class IdMaker:
    """New ids in the order in which they were asked for, also within one millisecond (RFC 9562, section 6.2)."""

    def __init__(self) -> None:
        self._last_ms = -1
        self._tail = 0

    def next(self, now_ms: int) -> str:
        """The next id; its time part is `now_ms`, whatever the clock said before."""
        if now_ms == self._last_ms and self._tail < (1 << 74) - (1 << 54):
            self._tail += 1 + secrets.randbits(54)
        else:
            self._tail = secrets.randbits(73)
        self._last_ms = now_ms
        high, low = self._tail >> 62, self._tail & (1 << 62) - 1
        bits = (now_ms & (1 << 48) - 1) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low
        return _as_text(bits)


def named_id(*parts: str) -> str:
    """A UUIDv5 text that is a function of `parts` alone."""
    digest = hashlib.sha1(_NAMESPACE.bytes + "\x1f".join(parts).encode(), usedforsecurity=False).digest()
    bits = int.from_bytes(digest[:16], "big") & ~(0xF000 << 64 | 0xC000 << 48) | 5 << 76 | 0b10 << 62
    return _as_text(bits)


def _as_text(bits: int) -> str:
    """As the standard library writes it; a list of 100,000 clients asks half a million times."""
    text = f"{bits:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_shared(row_id: str) -> bool:
    """Whether another device may have made the same id: all may but UUIDv7, which nobody makes twice."""
    return row_id[14:15] != "7"
