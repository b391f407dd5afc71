"""Scan decisions: the questions the door asks, and what the day adds up to."""

from typing import TYPE_CHECKING

from db.driver import Row
from db.records import CheckIn

if TYPE_CHECKING:
    from db.store import Reader


def invitation_by_code(reader: "Reader", code_hash: str) -> Row | None:
    """(id, event, client, revoked_at) of the invitation with this code; a living one before a revoked one."""
    return reader.one(
        "SELECT id, event, client, revoked_at FROM invitation WHERE code_hash = :code_hash AND deleted = 0"
        " ORDER BY revoked_at IS NOT NULL, id LIMIT 1",
        code_hash=code_hash,
    )


def first_admission(reader: "Reader", event: str, client: str | None, code_hash: str | None) -> Row | None:
    """(at, desk) of the earliest admission of this client, or with this code, that was not undone.

    The plus keeps the planner from walking every check-in of the event in the order of time.
    """
    if client is not None:
        found = reader.one(
            "SELECT at, desk FROM check_in WHERE client = :client AND +event = :event AND admitted = 1 AND undone = 0"
            " AND deleted = 0 ORDER BY at, id LIMIT 1",
            client=client, event=event,
        )  # fmt: skip
        if found:
            return found
    if code_hash is None:
        return None
    return reader.one(
        "SELECT at, desk FROM check_in WHERE code_hash = :code_hash AND +event = :event AND admitted = 1"
        " AND undone = 0 AND deleted = 0 ORDER BY at, id LIMIT 1",
        code_hash=code_hash, event=event,
    )  # fmt: skip


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
