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


def of_client(reader: "Reader", event: str, client: str) -> Invitation | None:
    """The client's invitation to the event; a living one before a revoked one."""
    found = reader.records(
        Invitation,
        "WHERE event = :event AND client = :client AND deleted = 0 ORDER BY revoked_at IS NOT NULL, id LIMIT 1",
        event=event,
        client=client,
    )
    return found[0] if found else None
