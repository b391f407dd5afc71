"""The hall's questions: who holds which ticket, how people may be shown, what devices did with one family apart."""

import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from db.clients import root
from db.driver import Row
from db.events import JOINED
from db.history import Head
from db.records import NAMES, EventDevice, Turn

if TYPE_CHECKING:
    from db.store import Identity, Reader

# As many devices as there are single letters for tickets.
PLACES = 24
_TURN = ", ".join(f"t.{name}" for name in NAMES[Turn.table])
_WIDTH = len(NAMES[Turn.table])
# A turn with whom it is about: as it says itself, as its check-in says by now, or as the list says of its code.
_HELD = f"""
    SELECT {_TURN}, coalesce(t.client, k.client, i.client), k.code_hash, coalesce(k.twice = 'other', 0),
        coalesce(k.undone, 0)
    FROM turn t LEFT JOIN check_in k ON k.id = t.check_in
    LEFT JOIN invitation i ON k.client IS NULL AND i.code_hash = k.code_hash AND i.event = t.event AND i.deleted = 0
    WHERE t.event = :event AND t.deleted = 0
"""  # noqa: S608 - names are our own
_OPEN = "t.greeted_at IS NULL AND t.left_at IS NULL"
# What names one person: the turn itself, its check-in, or a code that the list knows by now.
_OF_PERSON = f"""
    {_HELD} AND t.client IN (SELECT value FROM json_each(:same))
    UNION ALL {_HELD} AND t.client IS NULL AND (k.code_hash = :code_hash
        OR k.client IN (SELECT value FROM json_each(:same)) OR i.client IN (SELECT value FROM json_each(:same)))
"""  # noqa: S608 - names are our own
_BEFORE = f"""
    {_HELD} AND NOT ({_OPEN}) AND t.client IN (SELECT value FROM json_each(:same))
    UNION ALL {_HELD} AND NOT ({_OPEN}) AND t.client IS NULL
"""  # noqa: S608 - names are our own
_SAME = """
    WITH RECURSIVE same(id) AS (
        SELECT :client UNION SELECT c.id FROM same JOIN client c ON c.merged_into = same.id
    ) SELECT id FROM same
"""
_ROOTS = f"{JOINED} SELECT id, min(root) FROM joined GROUP BY id"  # noqa: S608 - fixed texts


@dataclass(frozen=True, slots=True)
class Held:
    """A turn with the client whom it is about after all joins, and what its check-in says of the code.

    `is_other`: a person decided that somebody else came with the code; `is_undone`: the check-in was taken back.
    """

    turn: Turn
    client: str | None
    code_hash: str | None
    is_other: bool
    is_undone: bool


def of_event(reader: "Reader", event: str) -> tuple[Held, ...]:
    """Every turn of the event, in the order of their arrival."""
    roots = joins(reader)
    return tuple(_held(row, roots) for row in reader.query(f"{_HELD} ORDER BY t.arrived_at, t.id", event=event))


def unfinished(reader: "Reader", event: str) -> tuple[Held, ...]:
    """The turns of everybody who may still wait at the event, those they had before included, in order of arrival.

    Most of a day's turns are done; a calling screen asks every second.
    """
    roots = joins(reader)
    found = [_held(row, roots) for row in reader.query(f"{_HELD} AND {_OPEN}", event=event)]
    clients = {one.client for one in found if one.client}
    same = clients | {one for one, remains in roots.items() if remains in clients}
    before = reader.query(_BEFORE, event=event, same=_json(same))
    found += [_held(row, roots) for row in before]
    return tuple(sorted(found, key=lambda one: (one.turn.arrived_at, one.turn.id)))


def of_person(reader: "Reader", event: str, client: str | None, code_hash: str | None) -> tuple[Held, ...]:
    """The turns at the event of one client, all records joined to them included, or of one code nobody knows."""
    same = [row[0] for row in reader.query(_SAME, client=client)] if client else []
    rows = reader.query(_OF_PERSON, event=event, same=_json(same), code_hash=code_hash)
    known = {row[_WIDTH] for row in rows if row[_WIDTH]}
    roots = {one: client if client and one in same else root(reader, one) for one in known}
    found = (_held(row, roots) for row in rows)
    return tuple(sorted(found, key=lambda one: (one.turn.arrived_at, one.turn.id)))


def _held(row: Row, roots: Mapping[str, str]) -> Held:
    turn = Turn(**dict(zip(NAMES[Turn.table], row[:_WIDTH], strict=True)))
    client, code_hash, is_other, is_undone = row[_WIDTH:]
    return Held(turn, roots.get(client, client) if client else None, code_hash, bool(is_other), bool(is_undone))


def joins(reader: "Reader") -> dict[str, str]:
    """Every client that was joined -> the one who remains."""
    return dict(reader.query(_ROOTS))


def admission(reader: "Reader", event: str, client: str) -> str | None:
    """The check-in by which this client, or one joined to them, first came in; None for somebody who has not."""
    row = reader.one(
        """
        WITH RECURSIVE same(id) AS (
            SELECT :client UNION SELECT c.id FROM same JOIN client c ON c.merged_into = same.id
        ) SELECT id FROM check_in WHERE event = :event AND client IN (SELECT id FROM same)
            AND admitted = 1 AND undone = 0 AND deleted = 0 ORDER BY at, id LIMIT 1
        """,
        event=event,
        client=client,
    )
    return str(row[0]) if row else None


def without_turn(reader: "Reader", event: str) -> tuple[tuple[str, str, int], ...]:
    """People let in who hold no ticket and with whom nobody has talked: (check-in, client or nothing, UTC ms)."""
    rows = reader.query(
        f"""
        {JOINED}, root(id, root) AS (SELECT id, min(root) FROM joined GROUP BY id),
        came(id, at, who) AS (
            SELECT k.id, k.at, coalesce(r.root, k.client, '') FROM check_in k LEFT JOIN root r ON r.id = k.client
            WHERE k.event = :event AND k.admitted = 1 AND k.undone = 0 AND k.deleted = 0),
        seen(who) AS (
            SELECT coalesce(r.root, t.client) FROM turn t LEFT JOIN root r ON r.id = t.client
            WHERE t.event = :event AND t.deleted = 0 AND t.client IS NOT NULL
            UNION SELECT coalesce(r.root, n.client) FROM reception n LEFT JOIN root r ON r.id = n.client
            WHERE n.event = :event AND n.deleted = 0 AND n.client IS NOT NULL)
        SELECT id, who, at FROM came
        WHERE id NOT IN (SELECT check_in FROM turn WHERE event = :event AND deleted = 0 AND check_in IS NOT NULL)
            AND (who = '' OR who NOT IN (SELECT who FROM seen))
        ORDER BY at, id
        """,  # noqa: S608 - fixed texts
        event=event,
    )
    return tuple((row[0], row[1], row[2]) for row in rows)


# -- tickets -----------------------------------------------------------------------------------------------------------


def letters_arrived(reader: "Reader", event: str, after: int) -> tuple[frozenset[str], int]:
    """The letters on tickets of other devices that came behind a row position, and the position up to which they did.

    A position always ends what came together, so no range of rows lies across it.
    """
    rows = reader.query(
        "SELECT DISTINCT rtrim(t.number, '0123456789') FROM arrived a"
        " CROSS JOIN turn t ON t.rowid BETWEEN a.first_rowid AND a.last_rowid"
        " WHERE a.tbl = 'turn' AND a.first_rowid > :after AND t.event = :event",
        event=event,
        after=after,
    )
    last = reader.count("SELECT max(last_rowid) FROM arrived WHERE tbl = 'turn' AND first_rowid > :after", after=after)
    return frozenset(row[0] for row in rows), max(after, last)


def last_ticket(reader: "Reader", event: str, letter: str) -> int:
    """The highest running number on a ticket with this letter; 0 where there is none."""
    return reader.count(
        "SELECT max(CAST(substr(number, length(:letter) + 1) AS INTEGER)) FROM turn"
        " WHERE event = :event AND rtrim(number, '0123456789') = :letter",
        event=event,
        letter=letter,
    )


def place_among_devices(reader: "Reader", event: str, own: "Identity") -> int:
    """This device's place, from 0, among those of the event: as planned for it; an unplanned office comes next.

    Devices that nobody planned may not know one another: each has a place that follows from its id, and those it knows
    of are passed over in an order that is the same for all.
    """
    planned = reader.records(EventDevice, "WHERE event = :event AND deleted = 0 ORDER BY id", event=event)
    for place, one in enumerate(planned):
        if one.device == own.writer:
            return place
    if own.role == "office":
        return len(planned)
    first = len(planned) + 1
    known = {row[0] for row in reader.query("SELECT device FROM trusted_device WHERE device IS NOT NULL")}
    taken: set[int] = set()
    for writer in sorted((known | {own.writer}) - {one.device for one in planned}):
        place = first + zlib.crc32(writer.encode()) % max(1, PLACES - first)
        while place in taken:
            place += 1
        taken.add(place)
        if writer == own.writer:
            break
    return place


# -- people as the hall and its staff may see them ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """A client as they are known here; `is_whole` is false where only a surname with stars is kept."""

    name: str
    title: str | None
    marks: str | None
    is_whole: bool = True


def people(reader: "Reader", event: str, clients: Iterable[str]) -> dict[str, Person]:
    """Those of the clients who are known here, on a kiosk where clients are alone from its own list of guests."""
    ids = _json(clients)
    found = {
        row[0]: Person(row[1], row[2], row[3])
        for row in reader.query(
            "SELECT c.id, c.name, c.title, c.marks FROM json_each(:ids) j CROSS JOIN client c ON c.id = j.value"
            " WHERE c.deleted = 0",
            ids=ids,
        )
    }
    for client, shown in reader.query(
        "SELECT client, shown FROM guest WHERE event = :event AND client IN (SELECT value FROM json_each(:ids))",
        event=event,
        ids=ids,
    ):
        found.setdefault(client, Person(shown, None, None, is_whole=False))
    return found


def rooms(reader: "Reader", clients: Iterable[str]) -> dict[str, str]:
    """The rooms of each client as one says them."""
    rows = reader.query(
        "SELECT cu.client, u.spoken FROM json_each(:ids) j CROSS JOIN client_unit cu ON cu.client = j.value"
        " JOIN unit u ON u.id = cu.unit WHERE cu.deleted = 0 ORDER BY u.key",
        ids=_json(clients),
    )
    found: dict[str, str] = {}
    for client, spoken in rows:
        found[client] = f"{found[client]}、{spoken}" if client in found else spoken
    return found


# -- what was done apart -----------------------------------------------------------------------------------------------


def torn(reader: "Reader", event: str, columns: Collection[str]) -> dict[tuple[str, str], tuple[Head, ...]]:
    """(turn, column) -> its values, where devices that did not hear of each other gave it different ones."""
    rows = reader.query(
        """
        WITH head AS MATERIALIZED (
            SELECT DISTINCT e.row_id, e.col, e.op, e.val, e.stamp, e.who, e.writer
            FROM turn t CROSS JOIN edit e ON e.row_id = t.id AND e.tbl = 'turn'
            WHERE t.event = :event AND t.deleted = 0 AND e.col IN (SELECT value FROM json_each(:columns))
                AND NOT EXISTS (SELECT 1 FROM edit n WHERE n.row_id = e.row_id AND n.col = e.col AND n.tbl = e.tbl
                                AND n.prev = e.op))
        SELECT * FROM head WHERE (row_id, col) IN (
            SELECT row_id, col FROM head GROUP BY row_id, col HAVING count(DISTINCT coalesce(val, '')) > 1)
        ORDER BY row_id, col, stamp, op
        """,
        event=event,
        columns=_json(columns),
    )
    found: dict[tuple[str, str], list[Head]] = {}
    for row in rows:
        found.setdefault((row[0], row[1]), []).append(Head(*row[2:]))
    return {cell: tuple(heads) for cell, heads in found.items()}


def _json(values: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(values)).decode()
