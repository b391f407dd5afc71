"""Scan decisions: the questions the door asks, and what the day adds up to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.driver import Row
from db.records import CheckIn

if TYPE_CHECKING:
    from db.store import Reader


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose code it is: the invitation with its event, the client it was made for and their name."""

    invitation: str
    event: str
    client: str
    revoked_at: int | None
    name: str | None
    merged_into: str | None


def invitation_by_code(reader: "Reader", code_hash: str) -> Holder | None:
    """The invitation with this code; a living one before a revoked one."""
    row = reader.one(
        "SELECT i.id, i.event, i.client, i.revoked_at, c.name, c.merged_into FROM invitation i"
        " LEFT JOIN client c ON c.id = i.client WHERE i.code_hash = :code_hash AND i.deleted = 0"
        " ORDER BY i.revoked_at IS NOT NULL, i.id LIMIT 1",
        code_hash=code_hash,
    )
    return Holder(*row) if row else None


# A client stands in a check-in as they were known at that moment: joined ones are looked for by all their ids, and
# an admission before the list arrived by its code alone.
FIRST_ADMISSION = """
    WITH RECURSIVE same(id) AS (
        SELECT :client UNION SELECT c.id FROM same JOIN client c ON c.merged_into = same.id
    )
    SELECT at, desk FROM (
        SELECT at, id, desk FROM check_in WHERE event = :event AND client IN (SELECT id FROM same)
            AND admitted = 1 AND undone = 0 AND deleted = 0
        UNION ALL
        SELECT at, id, desk FROM check_in WHERE code_hash = :code_hash AND client IS NULL AND +event = :event
            AND admitted = 1 AND undone = 0 AND deleted = 0
    ) ORDER BY at, id LIMIT 1
"""


def first_admission(reader: "Reader", event: str, client: str | None, code_hash: str | None) -> Row | None:
    """(at, desk) of the earliest admission of this client, or with this code, that was not undone."""
    return reader.one(FIRST_ADMISSION, client=client, event=event, code_hash=code_hash)


def of_event(reader: "Reader", event: str) -> tuple[CheckIn, ...]:
    """Every decision at the event, in time order."""
    return reader.records(CheckIn, "WHERE event = :event AND deleted = 0 ORDER BY at, id", event=event)


def outcomes(reader: "Reader", event: str) -> dict[str, int]:
    """Outcome -> how many decisions that were not undone; walk-ins stand under `walk_in`."""
    rows = reader.query(
        "SELECT CASE WHEN means = 'walk_in' THEN 'walk_in' ELSE outcome END AS shown, count(*) FROM check_in"
        " WHERE event = :event AND undone = 0 AND deleted = 0 GROUP BY shown ORDER BY shown",
        event=event,
    )
    return {row[0]: row[1] for row in rows}


def first_arrivals(reader: "Reader", event: str) -> tuple[int, ...]:
    """The first admission of every different person, UTC ms, in order."""
    rows = reader.query(
        """
        SELECT min(k.at) AS at FROM check_in k
        LEFT JOIN invitation i ON k.client IS NULL AND i.code_hash = k.code_hash AND i.event = k.event
        WHERE k.event = :event AND k.admitted = 1 AND k.undone = 0 AND k.deleted = 0
        GROUP BY coalesce(k.client, i.client, k.code_hash, k.id) ORDER BY at
        """,
        event=event,
    )
    return tuple(row[0] for row in rows)


def double_admissions(reader: "Reader", event: str) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    """Clients let in more than once apart: (client, ((at, desk), ...)), each client once."""
    rows = reader.query(
        "SELECT client, at, coalesce(desk, '') FROM check_in WHERE event = :event AND outcome = 'welcomed'"
        " AND admitted = 1 AND undone = 0 AND deleted = 0 AND client IS NOT NULL ORDER BY client, at, id",
        event=event,
    )
    by_client: dict[str, list[tuple[int, str]]] = {}
    for client, at, desk in rows:
        by_client.setdefault(client, []).append((at, desk))
    return tuple((client, tuple(times)) for client, times in by_client.items() if len(times) > 1)
