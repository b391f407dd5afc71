"""The numbers people read out: 青-05-7K2A-0021 on a form, -1 and -2 behind it for its concerns."""

import base64
import hashlib
import re
import unicodedata
from dataclasses import dataclass

# Every dash a keyboard, a phone or an input method writes, and what is typed for lack of one.
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212\u30FC_/.·]+")
_EVENT = re.compile(r"[0-9]{2,6}")
_WRITER = re.compile(r"[A-Z2-7]{4}")
_COUNT = re.compile(r"[0-9]{1,9}")
_MARK = re.compile(r"[0-9]|[^0-9]{1,4}")
_MARK_GLUED = re.compile(r"([^0-9])([0-9].+)")
# Written without a dash only the shortest form has one reading.
_COMPACT = re.compile(r"([0-9]{2})([A-Z2-7]{4})([0-9]{4})")
_LONGEST_TYPED = 60


@dataclass(frozen=True, slots=True)
class Number:
    """A form's number, or with `concern` one of its concerns; no mark means it was typed without one."""

    mark: str | None
    event: int
    writer: str
    running: int
    concern: int | None = None

    def text(self) -> str:
        """Return the number as printed; event and running number grow past two and four digits."""
        mark = f"{self.mark}-" if self.mark else ""
        concern = "" if self.concern is None else f"-{self.concern}"
        return f"{mark}{self.event:02d}-{self.writer}-{self.running:04d}{concern}"


def short_mark(id_text: str) -> str:
    """Return 4 base32 characters that stand for a device or an event: the first 20 bits of the id's SHA-256.

    Two of a thousand may share one; what hangs on it is asked again by id.
    """
    return base64.b32encode(hashlib.sha256(id_text.encode()).digest()[:5]).decode()[:4]


def parse_number(text: str) -> Number | None:
    """Read a typed number, whatever its case, spaces, dashes and width; None if it is none.

    The mark may be left out: an event number has at least two digits, so the first part tells which it is. A
    Latin mark comes back in upper case.
    """
    if len(text) > _LONGEST_TYPED:
        return None
    typed = unicodedata.normalize("NFKC", text).upper()
    parts = [part for part in _SEPARATORS.split(typed) if part]
    if parts and (glued := _MARK_GLUED.fullmatch(parts[0])):
        parts[:1] = glued.groups()
    starts_with_event = not parts or _EVENT.fullmatch(parts[0]) or _COMPACT.fullmatch(parts[0])
    mark = None if starts_with_event else parts.pop(0)
    if parts and (compact := _COMPACT.fullmatch(parts[0])):
        parts[:1] = compact.groups()
    return _number(mark, parts)


def _number(mark: str | None, parts: list[str]) -> Number | None:
    shapes = (_EVENT, _WRITER, _COUNT, _COUNT)
    shaped = all(shape.fullmatch(part) for shape, part in zip(shapes, parts, strict=False))
    if len(parts) not in (3, 4) or not shaped or (mark is not None and not _MARK.fullmatch(mark)):
        return None
    event, writer, running, *concern = parts
    return Number(mark, int(event), writer, int(running), int(concern[0]) if concern else None)
