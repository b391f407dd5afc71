"""What the staff at a door want to know of the day: how many came, and what was decided last."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision at a door; `name` is the client's in full where it is known."""

    check_in: str
    at: int
    outcome: str
    means: str
    desk: str
    client: str | None
    code_hash: str | None
    name: str | None
    title: str | None
    admitted: int
    undone: int


def latest(reader: "Reader", event: str, device: str, limit: int) -> tuple[Decided, ...]:
    """The last decisions of this device at the event, the newest first.

    The order of writing is the order of time on one device, and needs no sorting of the whole day.
    """
    rows = reader.query(
        """
        SELECT k.id, k.at, k.outcome, k.means, coalesce(k.desk, ''), k.client, k.code_hash, c.name, c.title,
            k.admitted, k.undone
        FROM check_in k LEFT JOIN client c ON c.id = k.client
        WHERE +k.event = :event AND +k.device = :device AND k.deleted = 0 ORDER BY k.rowid DESC LIMIT :limit
        """,
        event=event, device=device, limit=limit,
    )  # fmt: skip
    return tuple(Decided(*row) for row in rows)
