"""The list of an event."""

from typing import TYPE_CHECKING

from db.records import Invitation

if TYPE_CHECKING:
    from db.store import Reader


def living(reader: "Reader", event: str) -> tuple[Invitation, ...]:
    """Every invitation of the event that is not revoked and whose client is still there."""
    return reader.records(
        Invitation,
        "WHERE event = :event AND deleted = 0 AND revoked_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM client c WHERE c.id = invitation.client AND c.deleted = 1) ORDER BY id",
        event=event,
    )
