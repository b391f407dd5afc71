"""Row ids: UUIDv7 for what happens, UUIDv5 for what two devices must name alike."""

import secrets
import uuid

# When a row was made whose id is a function of its content: by whom and when first is nobody's to say.
NAMED_AT = 0
_NAMESPACE = uuid.UUID("5d2c6d7e-9a0b-5c1e-8f42-3b6a7d9e1c04")


def new_id(now_ms: int) -> str:
    """A UUIDv7 text in lower case whose time part is `now_ms` (RFC 9562, section 5.7)."""
    bits = (now_ms & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=bits))


def named_id(*parts: str) -> str:
    """A UUIDv5 text that is a function of `parts` alone."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(parts)))
