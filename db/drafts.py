"""What is being typed in a talk: local rows that never leave the device."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader, Transaction


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One row per concern that is not yet recorded; `fields` is a JSON object, `place` its order in the talk."""

    id: str
    reception: str | None
    place: int
    fields: str
    saved_at: int


def of_talk(reader: "Reader", reception: str) -> tuple[DraftRow, ...]:
    """The drafts of a talk, in their order."""
    rows = reader.query(
        "SELECT id, reception, place, fields, saved_at FROM draft WHERE reception = :reception ORDER BY place, id",
        reception=reception,
    )
    return tuple(DraftRow(*row) for row in rows)


def put(tx: "Transaction", row: DraftRow) -> None:
    """Write a draft anew or over its earlier text."""
    tx.connection.execute(
        "INSERT INTO draft(id, reception, place, fields, saved_at)"
        " VALUES (:id, :reception, :place, :fields, :saved_at)"
        " ON CONFLICT(id) DO UPDATE SET place = excluded.place, fields = excluded.fields,"
        " saved_at = excluded.saved_at",
        {
            "id": row.id,
            "reception": row.reception,
            "place": row.place,
            "fields": row.fields,
            "saved_at": row.saved_at,
        },
    )


def drop(tx: "Transaction", draft: str) -> None:
    """Take one draft away."""
    tx.connection.execute("DELETE FROM draft WHERE id = :id", {"id": draft})


def drop_talk(tx: "Transaction", reception: str) -> None:
    """Take all drafts of a talk away."""
    tx.connection.execute("DELETE FROM draft WHERE reception = :reception", {"reception": reception})
