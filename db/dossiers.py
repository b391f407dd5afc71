"""What one sees of clients: the list, and everything that is known of one of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.driver import Row, Value

if TYPE_CHECKING:
    from db.store import Reader

ENDED = "('closed', 'closed_explained', 'closed_unreached', 'merged', 'void')"
# All records that are the same person as :client, by every join.
SAME = """
    WITH RECURSIVE same(id) AS (SELECT :client UNION SELECT c.id FROM same JOIN client c ON c.merged_into = same.id)
"""
# A client of the list with the records joined to them.
_SELF = "(SELECT c.id UNION ALL SELECT j.id FROM client j WHERE j.merged_into = c.id)"
LINE = f"""
    SELECT c.id, c.name, c.title,
      (SELECT group_concat(spoken, '、') FROM (SELECT DISTINCT u.spoken, u.key FROM client_unit cu
         JOIN unit u ON u.id = cu.unit WHERE cu.client IN {_SELF} AND cu.deleted = 0 ORDER BY u.key)),
      c.phone, c.source,
      (SELECT o.name FROM client_owner o WHERE o.client = c.id AND o.until_at IS NULL AND o.deleted = 0
         ORDER BY o.id LIMIT 1),
      (SELECT count(*) FROM concern k JOIN concern_now n ON n.concern = k.id
         WHERE k.client IN {_SELF} AND k.deleted = 0 AND n.state NOT IN {ENDED}),
      (SELECT group_concat(number, ' ') FROM (SELECT DISTINCT v.number FROM invitation i
         JOIN event v ON v.id = i.event WHERE i.client IN {_SELF} AND i.deleted = 0 AND i.revoked_at IS NULL
         ORDER BY v.number))
    FROM client c
"""  # noqa: S608 - fixed texts


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One client of the list; the phone is whole and must be masked before it is shown.

    `events` holds the numbers of the events they are invited to, with spaces between.
    """

    id: str
    name: str
    title: str | None
    rooms: str | None
    phone: str | None
    source: str
    owner: str | None
    open_concerns: int
    events: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """An event that a client is invited to or came to; times in UTC ms."""

    event: str
    title: str
    starts_at: int
    invited: bool
    came_at: int | None
    desk: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a field, `before` and `after` as kept; stamp in UTC ms."""

    column: str
    before: str | None
    after: str | None
    stamp: int
    who: str | None
    writer: str | None


def first(reader: "Reader", limit: int) -> tuple[ClientLine, ...]:
    """The first living clients in the order of entry."""
    rows = reader.query(f"{LINE} WHERE c.deleted = 0 AND c.merged_into IS NULL ORDER BY c.id LIMIT :limit", limit=limit)
    return tuple(ClientLine(*row) for row in rows)


def line(reader: "Reader", client: str) -> ClientLine | None:
    """One client as the list shows them."""
    row = reader.one(f"{LINE} WHERE c.id = :id", id=client)
    return ClientLine(*row) if row else None


def count(reader: "Reader") -> int:
    """How many living clients there are."""
    return reader.count("SELECT count(*) FROM client WHERE deleted = 0 AND merged_into IS NULL")


def rooms(reader: "Reader", client: str) -> tuple[tuple[str, str], ...]:
    """(room as one says it, what the client is to it) of each room."""
    sql = f"""
        {SAME} SELECT DISTINCT u.spoken, cu.relation, u.key FROM client_unit cu JOIN unit u ON u.id = cu.unit
        WHERE cu.client IN (SELECT id FROM same) AND cu.deleted = 0 ORDER BY u.key
    """  # noqa: S608 - fixed texts
    rows = reader.query(sql, client=client)
    return tuple((row[0], row[1]) for row in rows)


def visits(reader: "Reader", client: str) -> tuple[Visit, ...]:
    """Every event of the client, the latest first."""
    rows = reader.query(
        f"""
        {SAME} SELECT e.id, e.title, e.starts_at,
          EXISTS (SELECT 1 FROM invitation i WHERE i.client IN (SELECT id FROM same) AND i.event = e.id
                  AND i.deleted = 0 AND i.revoked_at IS NULL),
          (SELECT min(at) FROM check_in k WHERE k.event = e.id AND k.client IN (SELECT id FROM same)
             AND k.admitted = 1 AND k.undone = 0 AND k.deleted = 0 AND coalesce(k.twice, 'same') = 'same'),
          (SELECT desk FROM check_in k WHERE k.event = e.id AND k.client IN (SELECT id FROM same)
             AND k.admitted = 1 AND k.undone = 0 AND k.deleted = 0 AND coalesce(k.twice, 'same') = 'same'
             ORDER BY at LIMIT 1)
        FROM event e WHERE e.deleted = 0 ORDER BY e.starts_at DESC, e.id
        """,  # noqa: S608 - fixed texts
        client=client,
    )
    found = (Visit(row[0], row[1], row[2], bool(row[3]), row[4], row[5]) for row in rows)
    return tuple(one for one in found if one.invited or one.came_at is not None)


def concerns(reader: "Reader", client: str) -> list[Row]:
    """(id, number, words, state) of the client's concerns, the latest first."""
    sql = f"""
        {SAME} SELECT k.id, k.number, k.words, n.state FROM concern k JOIN concern_now n ON n.concern = k.id
        WHERE k.client IN (SELECT id FROM same) AND k.deleted = 0 ORDER BY k.occurred_at DESC, k.id DESC
    """  # noqa: S608 - fixed texts
    return reader.query(sql, client=client)


def joined_ids(reader: "Reader", client: str) -> tuple[str, ...]:
    """The other records that were joined to this one."""
    sql = f"{SAME} SELECT id FROM same WHERE id <> :client"  # noqa: S608 - fixed texts
    return tuple(row[0] for row in reader.query(sql, client=client))


def changes(reader: "Reader", table: str, row_id: str) -> tuple[Change, ...]:
    """Every change of a row's fields, the latest first; what a row was made with is no change."""
    named: dict[str, Value] = {"tbl": table, "row_id": row_id}
    rows = reader.query(
        "SELECT DISTINCT e.col, p.val, e.val, e.stamp, e.who, e.writer, e.op FROM edit e"
        " LEFT JOIN edit p ON p.tbl = e.tbl AND p.row_id = e.row_id AND p.col = e.col AND p.op = e.prev"
        " WHERE e.tbl = :tbl AND e.row_id = :row_id AND e.prev <> '' ORDER BY e.stamp DESC, e.op",
        **named,
    )
    return tuple(Change(*row[:6]) for row in rows)
