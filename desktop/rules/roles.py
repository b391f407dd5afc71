"""The roles a member of staff can have, and the letters which stand for them in the table of moves."""

from collections.abc import Mapping
from types import MappingProxyType

ROLES: tuple[str, ...] = (
    "kiosk",
    "recorder",
    "host",
    "coordinator",
    "handler",
    "department_head",
    "callback",
    "supervisor",
    "office_head",
    "administrator",
)

# An administrator keeps the devices and an office head reads: neither decides about a concern by that role.
ROLE_LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "REC": "recorder",
        "EXE": "host",
        "COO": "coordinator",
        "DEP": "handler",
        "DH": "department_head",
        "CB": "callback",
        "SUP": "supervisor",
    }
)


def roles_of(letters: str) -> tuple[str, ...]:
    """Spell out `COO SUP` as roles; an unknown letter is a KeyError."""
    return tuple(ROLE_LETTERS[letter] for letter in letters.split())
