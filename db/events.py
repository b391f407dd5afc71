"""Events and the numbers that count them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.door_list import PROVISIONAL
from db.ids import named_id
from db.records import Event, EventStaff, Project

if TYPE_CHECKING:
    from db.store import Reader, Transaction


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event with how many were invited and how many came."""

    event: Event
    invited: int
    arrived: int


def project(reader: "Reader") -> Project:
    """The one project of this database."""
    return reader.records(Project, "ORDER BY id LIMIT 1")[0]


def next_number(reader: "Reader") -> int:
    """The number the next event of the project gets."""
    return reader.count("SELECT max(number) FROM event") + 1


def next_running(tx: "Transaction", scope: str, *, after: Callable[[], int] = int) -> int:
    """The next running number of this device in `scope`, the first one behind what `after` says: 1."""
    is_new = tx.one("SELECT 1 FROM running_number WHERE scope = :scope", scope=scope) is None
    tx.connection.execute(
        "INSERT INTO running_number(scope, last) VALUES (:scope, :first)"
        " ON CONFLICT(scope) DO UPDATE SET last = last + 1",
        {"scope": scope, "first": after() + 1 if is_new else 1},
    )
    return tx.count("SELECT last FROM running_number WHERE scope = :scope", scope=scope)


def all_events(reader: "Reader") -> tuple[EventLine, ...]:
    """Every event, by its number."""
    return tuple(
        EventLine(event, invited_count(reader, event.id), arrived_count(reader, event.id))
        for event in reader.records(Event, "WHERE deleted = 0 ORDER BY number, id")
    )


def invited_count(reader: "Reader", event: str) -> int:
    """People with an invitation to the event that is not revoked."""
    return reader.count(
        f"""
        {JOINED} SELECT count(DISTINCT {ROOT.format("i.client")}) FROM invitation i
        WHERE i.event = :event AND i.deleted = 0 AND i.revoked_at IS NULL
        """,  # noqa: S608 - fixed texts
        event=event,
    )


def arrived_count(reader: "Reader", event: str) -> int:
    """Different people admitted: by client where known, else by code, else each decision for itself."""
    return reader.count(
        f"""
        {JOINED} SELECT count(DISTINCT CASE WHEN k.twice = 'other' THEN k.id
            ELSE coalesce({ROOT.format("coalesce(k.client, i.client)")}, k.code_hash, k.id) END)
        FROM check_in k LEFT JOIN invitation i ON k.client IS NULL AND i.code_hash = k.code_hash AND i.event = k.event
        WHERE k.event = :event AND k.admitted = 1 AND k.undone = 0 AND k.deleted = 0
        """,  # noqa: S608 - fixed texts
        event=event,
    )


def invited_arrived_count(reader: "Reader", event: str) -> int:
    """Of those invited to the event and not revoked, how many were admitted."""
    return reader.count(
        f"""
        {JOINED}, came(client) AS (
            SELECT {ROOT.format("coalesce(k.client, v.client)")} FROM check_in k
            LEFT JOIN invitation v ON k.client IS NULL AND v.code_hash = k.code_hash AND v.event = k.event
            WHERE k.event = :event AND k.admitted = 1 AND k.undone = 0 AND k.deleted = 0
                AND coalesce(k.twice, 'same') = 'same')
        SELECT count(DISTINCT {ROOT.format("i.client")}) FROM invitation i
        WHERE i.event = :event AND i.deleted = 0 AND i.revoked_at IS NULL
          AND {ROOT.format("i.client")} IN (SELECT client FROM came)
        """,  # noqa: S608 - fixed texts
        event=event,
    )


# Every client that was joined, with those it was joined to in turn; ids only ever point to smaller ones.
JOINED = """
    WITH RECURSIVE joined(id, root) AS (
        SELECT id, merged_into FROM client WHERE merged_into IS NOT NULL
        UNION SELECT j.id, c.merged_into FROM joined j JOIN client c ON c.id = j.root
        WHERE c.merged_into IS NOT NULL AND c.merged_into < c.id)
"""
# The client that remains after all joins.
ROOT = "coalesce((SELECT min(root) FROM joined j WHERE j.id = {0}), {0})"


def last_change(reader: "Reader", event: str) -> int:
    """UTC ms of the last record of the event: "data as of" on paper, never the clock."""
    return reader.count(
        """
        SELECT max(at) FROM (
            SELECT created_at AS at FROM event WHERE id = :event
            UNION ALL SELECT max(created_at) FROM invitation WHERE event = :event
            UNION ALL SELECT max(at) FROM check_in WHERE event = :event
            UNION ALL SELECT max(max(started_at), max(coalesce(ended_at, 0))) FROM reception WHERE event = :event
            UNION ALL SELECT max(created_at) FROM concern WHERE event = :event
            UNION ALL SELECT max(s.at) FROM concern_step s JOIN concern c ON c.id = s.concern WHERE c.event = :event
            UNION ALL SELECT max(a.at) FROM concern_addition a JOIN concern c ON c.id = a.concern WHERE c.event = :event
            UNION ALL SELECT max(p.created_at) FROM promise p JOIN concern c ON c.id = p.concern WHERE c.event = :event
        )
        """,
        event=event,
    )


def duty_id(event: str, staff: str) -> str:
    """The id that every device gives to this person's duty at this event."""
    return named_id("event_staff", event, staff)


def on_duty(reader: "Reader", event: str) -> tuple[tuple[EventStaff, str], ...]:
    """Who is on duty at an event, with their names."""
    found = reader.records(EventStaff, "WHERE event = :event AND deleted = 0 ORDER BY id", event=event)
    names = {row[0]: row[1] for row in reader.query("SELECT id, name FROM staff WHERE deleted = 0")}
    return tuple((one, names[one.staff]) for one in found if one.staff in names)


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What waits at an event: talks that were not ended, people let in whom nobody has named yet."""

    talks: int
    provisional: int


def left_open(reader: "Reader", event: str) -> LeftOpen:
    """What is still open at an event."""
    return LeftOpen(
        reader.count(
            "SELECT count(*) FROM reception WHERE event = :event AND ended_at IS NULL AND deleted = 0", event=event
        ),
        reader.count(
            f"SELECT count(*) FROM check_in k WHERE k.event = :event AND k.deleted = 0 AND {PROVISIONAL}",  # noqa: S608
            event=event,
        ),
    )
