"""What somebody probably meant by a cell that cannot be right; offered, never taken by itself."""

from db.spelling.phones import read_phones
from db.spelling.rooms import read_rooms

# What hands and scanners mix up.
_LOOK_ALIKE = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "\u3007": "0", "S": "5", "B": "8"})


def mended(field: str, value: str) -> str:
    """The value with letters that look like digits as digits, where it then reads well; "" otherwise.

    `field` is that of the column, as in a mapping: phone, phone2, room, ...
    """
    tried = value.translate(_LOOK_ALIKE)
    if tried == value:
        return ""
    if field.startswith("phone"):
        reading = read_phones(tried)
        return tried if reading.phones and not reading.problem else ""
    if field == "room":
        rooms = read_rooms(tried)
        return tried if rooms and all(room.readable for room in rooms) else ""
    return ""
