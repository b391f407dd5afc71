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
    return reader.first(
        Invitation,
        "WHERE event = :event AND client = :client AND deleted = 0 ORDER BY revoked_at IS NOT NULL, id LIMIT 1",
        event=event,
        client=client,
    )


def companions(reader: "Reader", event: str, client: str) -> int | None:
    """How many the list says come with the client; None when it does not say."""
    row = reader.one(
        "SELECT companions FROM invitation WHERE client = :client AND event = :event AND deleted = 0"
        " AND companions IS NOT NULL ORDER BY id LIMIT 1",
        client=client,
        event=event,
    )
    return row[0] if row else None


def spoken_numbers(reader: "Reader", event: str) -> set[str]:
    """Every spoken number given out for the event, revoked ones too."""
    return {row[0] for row in reader.query("SELECT spoken FROM invitation WHERE event = :event", event=event)}
