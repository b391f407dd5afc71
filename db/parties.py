"""Which rows of the hall go with a check-in."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader


def turns(reader: "Reader", check_in: str) -> tuple[str, ...]:
    """The ids of those who wait on a check-in, in order."""
    rows = reader.query(
        "SELECT t.id FROM check_in k CROSS JOIN turn t ON t.event = k.event AND t.client IS k.client"
        " WHERE k.id = :check_in AND t.check_in = :check_in AND t.deleted = 0 ORDER BY t.id",
        check_in=check_in,
    )
    return tuple(row[0] for row in rows)


def slot_of(reader: "Reader", check_in: str) -> str | None:
    """The slot that the client of a check-in was invited to; None where the list does not say."""
    row = reader.one(
        "SELECT i.slot FROM check_in k CROSS JOIN invitation i ON i.client = k.client AND i.event = k.event"
        " WHERE k.id = :check_in AND i.deleted = 0 AND i.slot IS NOT NULL ORDER BY i.revoked_at IS NOT NULL, i.id"
        " LIMIT 1",
        check_in=check_in,
    )
    return str(row[0]) if row else None


def heads_in_slot(reader: "Reader", event: str, slot: str) -> int:
    """How many people of a slot are in, each household as it was counted, else as the list expects it."""
    return reader.count(
        """
        SELECT sum(heads) FROM (
            SELECT max(coalesce(k.party, i.companions + 1, 1)) AS heads
            FROM invitation i CROSS JOIN check_in k ON k.event = i.event AND k.client = i.client
            WHERE i.event = :event AND i.slot = :slot AND i.deleted = 0
                AND k.admitted = 1 AND k.undone = 0 AND k.deleted = 0 GROUP BY i.client)
        """,
        event=event, slot=slot,
    )  # fmt: skip
