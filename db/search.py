"""Finding a client while the name is still being typed: an FTS5 index of precomputed terms.

The index row number is the client's rowid. It is kept inside every transaction that changes a client, a room of theirs
or a number of theirs; it can be rebuilt from the tables at any time.
"""

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from db.driver import Row
from db.easing import let_go
from db.spelling.terms import search_query, search_terms

if TYPE_CHECKING:
    from db.store import Reader, Transaction

# Clients indexed at a time: a few megabytes of terms.
PASS = 5_000

CLIENT_OF = {
    "client_unit": "SELECT client FROM client_unit WHERE id = :id",
    "unit": "SELECT client FROM client_unit WHERE unit = :id",
    "invitation": "SELECT client FROM invitation WHERE id = :id",
    "form": "SELECT client FROM form WHERE id = :id AND client IS NOT NULL",
}
# The columns that terms are made of; the others may change without a client being indexed anew.
INDEXED = {
    "client": {"name", "phone", "phone2", "deleted"},
    "client_unit": {"client", "unit", "deleted"},
    "unit": {"key"},
    "invitation": {"client", "spoken", "revoked_at"},
    "form": {"client", "number"},
}
# Clients known before a merge that brought something of theirs. The order is fixed: the planner has no statistics and
# would rather walk a whole index of clients than the few rows that are new.
ARRIVED = {
    "client_unit": "SELECT DISTINCT t.client FROM client_unit t NOT INDEXED CROSS JOIN client c ON c.id = t.client"
    " WHERE t.rowid > :after AND (:known IS NULL OR c.rowid <= :known)",
    "unit": "SELECT DISTINCT cu.client FROM unit t NOT INDEXED CROSS JOIN client_unit cu ON cu.unit = t.id"
    " CROSS JOIN client c ON c.id = cu.client WHERE t.rowid > :after AND (:known IS NULL OR c.rowid <= :known)",
    "invitation": "SELECT DISTINCT t.client FROM invitation t NOT INDEXED CROSS JOIN client c ON c.id = t.client"
    " WHERE t.rowid > :after AND (:known IS NULL OR c.rowid <= :known)",
    "form": "SELECT DISTINCT t.client FROM form t NOT INDEXED CROSS JOIN client c ON c.id = t.client"
    " WHERE t.rowid > :after AND (:known IS NULL OR c.rowid <= :known)",
}
SELECT = """
    SELECT c.rowid, c.name, c.phone, c.phone2, c.deleted,
      (SELECT group_concat(u.key, char(31)) FROM client_unit cu JOIN unit u ON u.id = cu.unit
       WHERE cu.client = c.id AND cu.deleted = 0),
      (SELECT group_concat(spoken, char(31)) FROM invitation WHERE client = c.id AND revoked_at IS NULL),
      (SELECT group_concat(number, char(31)) FROM form WHERE client = c.id)
    FROM client c
"""
# Many at once, and SQLite sorts them: sorting so many here would stop every other thread.
NUMBERS = (
    "SELECT DISTINCT c.rowid FROM json_each(:ids) i CROSS JOIN client c ON c.id = i.value"
    " WHERE :known IS NULL OR c.rowid <= :known ORDER BY c.rowid"
)
NUMBERED = "c.rowid IN (SELECT value FROM json_each(:numbers))"

HIT = """
    c.id, c.name, c.title, (SELECT u.spoken FROM client_unit cu JOIN unit u ON u.id = cu.unit
                            WHERE cu.client = c.id AND cu.deleted = 0 ORDER BY u.key LIMIT 1), c.phone
"""


class Hit(NamedTuple):
    """A client found; the phone is whole and must be masked before it is shown."""

    id: str
    name: str
    title: str | None
    room: str | None
    phone: str | None


def refresh(tx: "Transaction") -> None:
    """Bring the index up to date for every client whose name, phone, room or number the transaction wrote."""
    first_new = tx.arrived_after.get("client")
    clients = set(tx.touched.get("client", ()))
    for table, sql in CLIENT_OF.items():
        for row_id in tx.touched.get(table, ()):
            clients.update(row[0] for row in tx.query(sql, id=row_id) if row[0])
    for table, sql in ARRIVED.items():
        if table in tx.arrived_after:
            clients.update(row[0] for row in tx.query(sql, after=tx.arrived_after[table], known=first_new))
    if not clients and first_new is None:
        return
    # In the order of the row numbers: going back to a smaller one makes the index begin a new segment.
    numbers = tx.query(NUMBERS, ids=msgspec.json.encode(list(clients)).decode(), known=first_new)
    let_go(clients)
    for first in range(0, len(numbers), PASS):
        passed = msgspec.json.encode([row[0] for row in numbers[first : first + PASS]]).decode()
        write(tx, tx.query(f"{SELECT} WHERE {NUMBERED} ORDER BY c.rowid", numbers=passed))
    let_go(numbers)
    if first_new is not None:
        _write_all(tx, first_new)


def _write_all(tx: "Transaction", after: int) -> int:
    """Index every client behind the row position `after`, none of them indexed yet, in passes; returns how many."""
    total = 0
    while rows := tx.query(f"{SELECT} WHERE c.rowid > :after ORDER BY c.rowid LIMIT {PASS}", after=after):
        _add(tx, rows)
        total += len(rows)
        after = rows[-1][0]
    return total


def write(tx: "Transaction", rows: list[Row]) -> None:
    """Index the given rows of `SELECT` anew; a deleted client leaves the index."""
    tx.connection.executemany("DELETE FROM search WHERE rowid = ?", [(row[0],) for row in rows])
    _add(tx, rows)


def _add(tx: "Transaction", rows: list[Row]) -> None:
    tx.connection.executemany("INSERT INTO search(rowid, terms) VALUES (?, ?)", entries(rows))


def entries(rows: list[Row]) -> list[tuple[int, str]]:
    """(index row number, terms) of the given rows of `SELECT`, deleted clients left out."""
    return [
        (rowid, search_terms(name, [p for p in (phone, phone2) if p], _split(rooms), _split(spoken) + _split(forms)))
        for rowid, name, phone, phone2, deleted, rooms, spoken, forms in rows
        if not deleted
    ]


def _split(joined: str | None) -> list[str]:
    return joined.split("\x1f") if joined else []


def rebuild(tx: "Transaction") -> int:
    """Index every client anew; returns how many."""
    tx.connection.execute("INSERT INTO search(search) VALUES ('delete-all')")
    return _write_all(tx, 0)


def find(reader: "Reader", text: str, *, event: str | None = None, limit: int = 20) -> tuple[Hit, ...]:
    """Clients whose name, pinyin, initials, phone, room or number begins with every word of `text`.

    A client joined to another answers under the one that remains. At most `limit` hits, oldest client first.
    """
    query = search_query(text)
    if query is None:
        return ()
    invited = "AND EXISTS (SELECT 1 FROM invitation v WHERE v.client = c.id AND v.event = :event)" if event else ""
    rows = reader.query(
        f"""
        SELECT {HIT}, c.merged_into FROM search s CROSS JOIN client c ON c.rowid = s.rowid
        WHERE search MATCH :query AND c.deleted = 0 {invited} LIMIT :limit
        """,  # noqa: S608 - the inserted part is one of two fixed texts
        query=query,
        limit=limit,
        event=event,
    )
    if all(row[5] is None for row in rows):
        # Every client once, as the index holds them: nothing to follow and nothing twice.
        return tuple([Hit._make(row[:5]) for row in rows])
    hits = (Hit(*row[:5]) if row[5] is None else _remaining(reader, row[5]) for row in rows)
    return tuple(dict.fromkeys(hit for hit in hits if hit))


def _remaining(reader: "Reader", client: str) -> Hit | None:
    """The client that remains after all joins; ids only ever point to smaller ones, so this ends."""
    row = reader.one(f"SELECT {HIT}, c.merged_into FROM client c WHERE c.id = :id AND c.deleted = 0", id=client)  # noqa: S608
    if row is None or (row[5] is not None and row[5] >= row[0]):
        return None
    return Hit(*row[:5]) if row[5] is None else _remaining(reader, row[5])


def faults(reader: "Reader") -> tuple[str, ...]:
    """What is wrong with the index: clients it lacks, or entries without a client."""
    missing = reader.count(
        "SELECT count(*) FROM client WHERE deleted = 0 AND rowid NOT IN (SELECT id FROM search_docsize)"
    )
    stray = reader.count("SELECT count(*) FROM search_docsize WHERE id NOT IN (SELECT rowid FROM client)")
    found = []
    if missing:
        found.append(f"search index: {missing} clients missing")
    if stray:
        found.append(f"search index: {stray} entries too many")
    return tuple(found)
