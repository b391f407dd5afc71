"""Staff and what they may do."""

from typing import TYPE_CHECKING

from db.records import Code, Staff

if TYPE_CHECKING:
    from db.store import Reader


def roles_of(reader: "Reader", staff: str) -> frozenset[str]:
    """The roles a person holds."""
    return frozenset(
        row[0] for row in reader.query("SELECT role FROM staff_role WHERE staff = :staff AND deleted = 0", staff=staff)
    )


def all_staff(reader: "Reader") -> tuple[Staff, ...]:
    """Everybody, in the order in which they were added."""
    return reader.records(Staff, "WHERE deleted = 0 ORDER BY id")


def named(reader: "Reader", name: str) -> str | None:
    """The id of the only person of this exact name, or None."""
    found = reader.query("SELECT id FROM staff WHERE name = :name AND deleted = 0 LIMIT 2", name=name)
    return found[0][0] if len(found) == 1 else None


def names(reader: "Reader") -> dict[str, str]:
    """Id -> name of everybody, those who left included."""
    return {row[0]: row[1] for row in reader.query("SELECT id, name FROM staff")}


def added_codes(reader: "Reader") -> tuple[Code, ...]:
    """The codes this project added to the shipped lists."""
    return reader.records(Code, "WHERE deleted = 0 ORDER BY id")
