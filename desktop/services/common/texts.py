"""A file of texts, one a line, to be grouped without a database."""

from pathlib import Path

from db.errors import Misused, Unreadable
from desktop.likeness.grouping import MOST

_ENCODINGS = ("utf-8-sig", "gb18030")


def lines_of(file: Path) -> tuple[str, ...]:
    """The lines of a text file, the empty ones too. Raises Unreadable `texts_not_readable`, Misused `texts_too_many`,
    OSError."""
    data = file.read_bytes()
    if b"\0" in data:
        raise Unreadable("texts_not_readable", file=str(file))
    for encoding in _ENCODINGS:
        try:
            lines = data.decode(encoding).replace("\r\n", "\n").removesuffix("\n").split("\n")
        except UnicodeDecodeError:
            continue
        if (count := sum(bool(line.strip()) for line in lines)) > MOST:
            raise Misused("texts_too_many", most=MOST, count=count)
        return tuple(lines)
    raise Unreadable("texts_not_readable", file=str(file))
