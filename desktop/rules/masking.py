"""What of a person may be seen in a hall where nobody of ours stands by."""

from typing import Final

from db.spelling.names import is_cjk, masked, split_surname
from db.spelling.rooms import read_room

HIDDEN: Final = "\uff0a\uff0a"


def surname_only(name: str) -> str:
    """The surname with two stars for whatever follows; a Latin name keeps its first letter."""
    surname, _ = split_surname(name)
    if surname and is_cjk(surname[0]):
        return surname + HIDDEN
    return masked(name)[:1] + HIDDEN


def building_of(room: str | None) -> str:
    """The building of a room as it is spoken; nothing where it cannot be told."""
    return (read_room(room).building or "") if room else ""
