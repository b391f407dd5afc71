"""The check-ins of an event as a list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader

# Admitted without being on this device's list: nobody has said yet who it was.
PROVISIONAL = (
    "k.admitted = 1 AND k.undone = 0 AND k.client IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.code_hash = k.code_hash AND i.deleted = 0)"
)
KINDS = {
    "all": "1",
    "admitted": "k.admitted = 1 AND k.undone = 0",
    "provisional": PROVISIONAL,
    "walk_in": "k.means = 'walk_in' AND k.undone = 0",
    "desk": "k.admitted = 0 AND k.undone = 0 AND k.outcome <> 'already'",
    "already": "k.outcome = 'already' AND k.undone = 0",
    "undone": "k.undone = 1",
}


@dataclass(frozen=True, slots=True)
class DoorLine:
    """One decision at the door; `at` in UTC ms. `client` is the one who remains after joins."""

    id: str
    at: int
    outcome: str
    means: str
    admitted: int
    undone: int
    client: str | None
    name: str | None
    title: str | None
    room: str | None
    desk: str | None
    first_at: int | None
    provisional: int
    reason: str | None = None


def counts(reader: "Reader", event: str) -> dict[str, int]:
    """Kind -> how many decisions of it."""
    sums = ", ".join(f"sum({condition})" for condition in KINDS.values())
    row = reader.one(
        f"SELECT {sums} FROM check_in k WHERE k.event = :event AND k.deleted = 0",  # noqa: S608 - fixed texts
        event=event,
    )
    return dict(zip(KINDS, (int(value or 0) for value in row or (0,) * len(KINDS)), strict=True))


def lines(
    reader: "Reader",
    event: str,
    kind: str,
    limit: int,
    *,
    since: int | None = None,
    until: int | None = None,
    text: str = "",
) -> tuple[DoorLine, ...]:
    """Decisions of a kind, the latest first, from `since` to before `until`; `text` stands in name, room or desk."""
    rows = reader.query(
        f"""
        WITH shown AS (
            SELECT k.*, {PROVISIONAL} AS provisional,
              coalesce(k.client, (SELECT i.client FROM invitation i WHERE i.code_hash = k.code_hash LIMIT 1)) AS person
            FROM check_in k WHERE k.event = :event AND k.deleted = 0 AND {KINDS[kind]}
              AND (:since IS NULL OR k.at >= :since) AND (:until IS NULL OR k.at < :until))
        SELECT s.id, s.at, s.outcome, s.means, s.admitted, s.undone, c.id, c.name, c.title,
          (SELECT u.spoken FROM client_unit cu JOIN unit u ON u.id = cu.unit
             WHERE cu.client = c.id AND cu.deleted = 0 ORDER BY u.key LIMIT 1) AS room,
          s.desk, s.first_at, s.provisional, s.reason
        FROM shown s LEFT JOIN client f ON f.id = s.person
        LEFT JOIN client c ON c.id = coalesce(f.merged_into, f.id)
        WHERE :text = ''
          OR instr(coalesce(c.name, '') || ' ' || coalesce(room, '') || ' ' || coalesce(s.desk, ''), :text)
        ORDER BY s.at DESC, s.id DESC LIMIT :limit
        """,  # noqa: S608 - fixed texts
        event=event, since=since, until=until, text=text.strip(), limit=limit,
    )  # fmt: skip
    return tuple(DoorLine(*row) for row in rows)
