"""Concerns, their steps, what was added, what was promised."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from db.clients import SAME
from db.driver import Row
from db.records import Concern, ConcernAddition, ConcernStep, Promise

if TYPE_CHECKING:
    from db.store import Reader, Transaction


def steps(reader: "Reader", concern: str) -> tuple[ConcernStep, ...]:
    """Every step of a concern, in the order of their ids."""
    return reader.records(ConcernStep, "WHERE concern = :concern AND deleted = 0 ORDER BY id", concern=concern)


def steps_of(reader: "Reader", concerns: Sequence[str]) -> dict[str, list[ConcernStep]]:
    """The steps of several concerns, each concern's in the order of their ids; a concern without any is left out."""
    found: dict[str, list[ConcernStep]] = {}
    where = "WHERE concern IN (SELECT value FROM json_each(:concerns)) AND deleted = 0 ORDER BY id"
    for step in reader.records(ConcernStep, where, concerns=msgspec.json.encode(concerns).decode()):
        found.setdefault(step.concern, []).append(step)
    return found


def additions(reader: "Reader", concern: str) -> tuple[ConcernAddition, ...]:
    """What was added to the words later, in time order."""
    return reader.records(ConcernAddition, "WHERE concern = :concern AND deleted = 0 ORDER BY at, id", concern=concern)


def promises(reader: "Reader", concern: str) -> tuple[Promise, ...]:
    """The promises made for a concern."""
    return reader.records(Promise, "WHERE concern = :concern AND deleted = 0 ORDER BY due, id", concern=concern)


def all_promises(reader: "Reader", *, only_open: bool) -> tuple[Promise, ...]:
    """Promises by due date; only those not yet kept if asked."""
    return reader.records(Promise, f"WHERE deleted = 0 {'AND kept_at IS NULL' if only_open else ''} ORDER BY due, id")


def of_event(reader: "Reader", event: str) -> tuple[Concern, ...]:
    """The concerns of an event, by number."""
    return reader.records(Concern, "WHERE event = :event AND deleted = 0 ORDER BY number, id", event=event)


def states(reader: "Reader", event: str) -> dict[str, int]:
    """Shown state -> how many concerns of the event."""
    rows = reader.query(
        "SELECT n.state, count(*) FROM concern c JOIN concern_now n ON n.concern = c.id"
        " WHERE c.event = :event AND c.deleted = 0 GROUP BY n.state ORDER BY n.state",
        event=event,
    )
    return {row[0]: row[1] for row in rows}


def areas(reader: "Reader", event: str) -> dict[str, int]:
    """Area (or "" while unclassified) -> how many concerns of the event."""
    rows = reader.query(
        "SELECT coalesce(area, ''), count(*) FROM concern WHERE event = :event AND deleted = 0 GROUP BY 1 ORDER BY 1",
        event=event,
    )
    return {row[0]: row[1] for row in rows}


def now(reader: "Reader", concern: str) -> Row | None:
    """(state, step, rivals) as derived from the steps."""
    return reader.one("SELECT state, step, rivals FROM concern_now WHERE concern = :concern", concern=concern)


def on_sheet(reader: "Reader", form_number: str) -> tuple[Concern, ...]:
    """The concerns that stand on the sheet with this number, in the order taken down."""
    return reader.records(
        Concern,
        "WHERE number >= :low AND number < :high AND deleted = 0 ORDER BY created_at, id",
        low=f"{form_number}-",
        high=f"{form_number}.",
    )


def next_suffix(reader: "Reader", form_number: str) -> int:
    """The number behind the dash for the next concern on this sheet."""
    return 1 + reader.count(
        "SELECT count(*) FROM concern WHERE number >= :low AND number < :high",
        low=f"{form_number}-",
        high=f"{form_number}.",
    )


def listed(reader: "Reader", *, state: str | None, overdue_at: str | None) -> list[Row]:
    """(id, number, words, type, area, department, grade, state, due, client, rivals, handler, received_by, heard at in
    UTC ms, recorded at in UTC ms, risk), the oldest first.

    `due` is the day or moment that counts now: the one agreed anew, else the first. Late is what has passed at
    `overdue_at`, a moment like 2026-05-23T09:00: a day alone once it is over, and nothing while the client is waited
    for.
    """
    return reader.query(
        """
        SELECT c.id, c.number, c.words, c.type, c.area, c.department, c.grade, n.state,
          coalesce(c.new_due, c.due_resolve), c.client, n.rivals, c.handler, c.received_by,
          c.occurred_at, c.created_at, c.risk
        FROM concern c JOIN concern_now n ON n.concern = c.id
        WHERE c.deleted = 0 AND (:state IS NULL OR n.state = :state)
          AND (:overdue_at IS NULL OR (replace(substr(coalesce(c.new_due, c.due_resolve), 1, 16), ' ', 'T') <
               substr(:overdue_at, 1, min(max(length(coalesce(c.new_due, c.due_resolve)), 10), 16))
               AND n.state NOT IN ('closed', 'closed_explained', 'closed_unreached', 'merged', 'void')
               AND NOT (n.state = 'on_hold' AND EXISTS (SELECT 1 FROM concern_step s WHERE s.id = n.step
                        AND json_extract(s.facts, '$.waiting_for') = 'client'))))
        ORDER BY c.occurred_at, c.id
        """,
        state=state,
        overdue_at=overdue_at,
    )


def put_now(tx: "Transaction", rows: Sequence[tuple[str, str, str | None, int]]) -> None:
    """Write the derived states of concerns: (concern, state, step, rivals)."""
    tx.connection.executemany(
        "INSERT INTO concern_now(concern, state, step, rivals) VALUES (?, ?, ?, ?) ON CONFLICT(concern) DO UPDATE"
        " SET state = excluded.state, step = excluded.step, rivals = excluded.rivals",
        rows,
    )


def to_derive(tx: "Transaction") -> set[str]:
    """The concerns whose steps this transaction wrote or brought in."""
    found = set(tx.touched.get("concern", ()))
    for step in tx.touched.get("concern_step", ()):
        found.update(row[0] for row in tx.query("SELECT concern FROM concern_step WHERE id = :id", id=step))
    if "concern_step" in tx.arrived_after:
        sql = "SELECT DISTINCT concern FROM concern_step NOT INDEXED WHERE rowid > :after"
        found.update(row[0] for row in tx.query(sql, after=tx.arrived_after["concern_step"]))
    if "concern" in tx.arrived_after:
        sql = "SELECT id FROM concern WHERE rowid > :after"
        found.update(row[0] for row in tx.query(sql, after=tx.arrived_after["concern"]))
    return found


def of_client(reader: "Reader", client: str) -> tuple[Concern, ...]:
    """The concerns of a client and of everybody joined to them, by number."""
    return reader.records(Concern, f"WHERE client IN {SAME} AND deleted = 0 ORDER BY number, id", client=client)


def with_unit(reader: "Reader") -> tuple[Concern, ...]:
    """The concerns that name the room they are about, by number."""
    return reader.records(Concern, "WHERE unit IS NOT NULL AND deleted = 0 ORDER BY number, id")


def of_talk(reader: "Reader", reception: str) -> tuple[Concern, ...]:
    """The concerns of one talk, in the order they were recorded."""
    return reader.records(
        Concern,
        "WHERE event = (SELECT event FROM reception WHERE id = :reception) AND reception = :reception AND deleted = 0"
        " ORDER BY id",
        reception=reception,
    )


def in_building(reader: "Reader", building: str, besides: str, *, limit: int) -> list[tuple[str, str, int]]:
    """(words, room, UTC ms) of what other clients of a building said, the latest first; whoever was joined to
    `besides` is that client."""
    rows = reader.query(
        f"""
        SELECT DISTINCT c.words, u.spoken, c.occurred_at, c.id
        FROM unit u JOIN client_unit cu ON cu.unit = u.id AND cu.deleted = 0
          JOIN concern c ON c.client = cu.client AND c.deleted = 0
        WHERE u.building = :building AND cu.client NOT IN {SAME} ORDER BY c.occurred_at DESC, c.id LIMIT :most
        """,  # noqa: S608 - the part is our own
        building=building,
        client=besides,
        most=limit,
    )
    return [(row[0], row[1], row[2]) for row in rows]
