"""Words that leave the house: whether a text tells who said it, and a text with the names in it covered."""

import re
from collections.abc import Iterable

from db.spelling.names import masked

# A telephone number, a room (6-2-1201, 6栋2单元1201), an address of mail.
_TELLING = re.compile(r"\d{7,}|(?<!\d)\d{1,3}\s*[-－]\s*\d+\s*[-－]\s*\d+|\d+\s*[栋幢座号楼]+\s*\d+|\S@\S")
_LEAST = 2


def tells_who(text: str, names: Iterable[str]) -> bool:
    """Whether a text holds one of the names, a telephone number, a room or an address."""
    return bool(_TELLING.search(text)) or any(name in text for name in names if len(name) >= _LEAST)


def covered(text: str, names: Iterable[str]) -> str:
    """The text with every name masked and every number of a telephone or a room left out."""
    for name in sorted({name for name in names if len(name) >= _LEAST and name in text}, key=len, reverse=True):
        text = text.replace(name, masked(name))
    return _TELLING.sub("…", text)
