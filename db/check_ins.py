"""Scan decisions: the questions the door asks, and what the day adds up to."""

from typing import TYPE_CHECKING, NamedTuple

from db.driver import Row
from db.records import CheckIn

if TYPE_CHECKING:
    from db.store import Reader


class Asked(NamedTuple):
    """All that the door asks about one code, in one answer: a queue waits for every further question.

    The event's first and last moment (UTC ms) and the project's zone; then whose code it is, all None where nobody's:
    the invitation, its event, the client it was made for, their name, the client they were joined to, and whether
    others were joined to them.
    """

    starts_at: int
    ends_at: int
    time_zone: str
    invitation: str | None
    invited_to: str | None
    client: str | None
    revoked_at: int | None
    name: str | None
    merged_into: str | None
    has_joined: int


ASKED = """
    SELECT e.starts_at, e.ends_at, (SELECT time_zone FROM project ORDER BY id LIMIT 1),
        i.id, i.event, i.client, i.revoked_at, c.name, c.merged_into,
        EXISTS (SELECT 1 FROM client j WHERE j.merged_into = i.client)
    FROM event e LEFT JOIN invitation i ON i.code_hash = :code_hash AND i.deleted = 0
    LEFT JOIN client c ON c.id = i.client WHERE e.id = :event
"""


def asked(reader: "Reader", event: str, code_hash: str | None) -> Asked | None:
    """What the door needs to know about a code (None: it is no code); None where there is no such event.

    Of several invitations with this code a living one counts before a revoked one.
    """
    rows = reader.query(ASKED, event=event, code_hash=code_hash)
    if len(rows) > 1:
        # Sorting stands here because nearly always there is nothing to sort.
        rows.sort(key=lambda row: (row[6] is not None, row[3]))
    return Asked(*rows[0]) if rows else None


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


# The same for a client to whom nobody was joined: nothing is gone round for.
ONLY_ADMISSION = """
    SELECT at, id, desk FROM check_in WHERE event = :event AND client = :client
        AND admitted = 1 AND undone = 0 AND deleted = 0
    UNION ALL
    SELECT at, id, desk FROM check_in WHERE code_hash = :code_hash AND client IS NULL AND +event = :event
        AND admitted = 1 AND undone = 0 AND deleted = 0
"""


def first_admission(
    reader: "Reader", event: str, client: str | None, code_hash: str | None, *, is_joined: bool = True
) -> Row | None:
    """(at, desk) of the earliest admission of this client, or with this code, that was not undone.

    Whoever knows that no other client was joined to this one says so with `is_joined`, and is answered sooner.
    """
    if is_joined:
        return reader.one(FIRST_ADMISSION, client=client, event=event, code_hash=code_hash)
    found = reader.query(ONLY_ADMISSION, client=client, event=event, code_hash=code_hash)
    if not found:
        return None
    at, _, desk = min(found, key=lambda row: row[:2])
    return at, desk


def first_admission_id(reader: "Reader", event: str, client: str | None, code_hash: str | None) -> str | None:
    """The row of the same admission."""
    row = reader.one(
        FIRST_ADMISSION.replace("SELECT at, desk FROM", "SELECT id FROM"),
        client=client, event=event, code_hash=code_hash,
    )  # fmt: skip
    return str(row[0]) if row else None


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
        GROUP BY CASE WHEN k.twice = 'other' THEN k.id ELSE coalesce(k.client, i.client, k.code_hash, k.id) END
        ORDER BY at
        """,
        event=event,
    )
    return tuple(row[0] for row in rows)
