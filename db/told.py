"""Everything that is kept about one person, as it stands in the tables, with what it was before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from db import erasure
from db.driver import Value
from db.personal import POLICIES
from db.records import NAMES, SYNCED

if TYPE_CHECKING:
    from db.store import Reader

Row = dict[str, Value]
# Beside what an erasure knows of: who of ours looks after the person, and how often they were urged to.
_ALSO = {"client_owner": ("client", "client"), "reminder": ("concern", "concern")}
_EDIT = ("tbl", "row_id", "col", "val", "stamp", "who", "writer")


@dataclass(frozen=True, slots=True)
class Told:
    """`rows`: table -> its rows as column -> value; `units`: the rooms; `changes`: the history of cells; `looks`: the
    lines of the journal that name one of the rows."""

    client: str
    rows: dict[str, list[Row]]
    units: list[Row]
    changes: list[Row]
    looks: list[Row]

    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many rows of each table there are, tables without any left out."""
        return tuple((table, len(rows)) for table, rows in self.rows.items() if rows)


def everything(reader: "Reader", records: Sequence[str]) -> Told:
    """All that is known of the person who is these client records, the one that remains first."""
    ids = erasure.all_of(reader, [("client", record) for record in records])
    rows: dict[str, list[Row]] = {}
    for kind in SYNCED:
        table = kind.table
        if table in POLICIES:
            rows[table] = _rows(reader, table, "id", sorted(ids.get(table, ())))
        elif table in _ALSO:
            column, of = _ALSO[table]
            rows[table] = _rows(reader, table, column, sorted(ids.get(of, ())))
    every = [(table, str(row["id"])) for table, found in rows.items() for row in found]
    units = [str(row["unit"]) for row in rows["client_unit"]]
    named = _json([row_id for _, row_id in every])
    changes = reader.query(
        "SELECT DISTINCT tbl, row_id, col, val, stamp, who, writer FROM edit"
        " WHERE row_id IN (SELECT value FROM json_each(:ids)) ORDER BY row_id, col, stamp, op",
        ids=named,
    )
    looks = reader.query(
        "SELECT at, staff, verb, object, writer FROM journal WHERE object IN (SELECT value FROM json_each(:ids))"
        " ORDER BY at, writer, seq",
        ids=named,
    )
    known = set(every)
    return Told(
        records[0],
        rows,
        _rows(reader, "unit", "id", units),
        [dict(zip(_EDIT, row, strict=True)) for row in changes if (row[0], row[1]) in known],
        [dict(zip(("at", "staff", "verb", "object", "writer"), row, strict=True)) for row in looks],
    )


def unheard(reader: "Reader", since: int, own: str) -> tuple[str, ...]:
    """Names of devices that have merged no package of ours that went out at `since` (UTC ms) or later.

    They may have heard by way of another device; nothing here proves it.
    """
    rows = reader.query(
        """
        SELECT name FROM (
            SELECT d.signing_key, max(d.id) AS latest, d.name, max(EXISTS (
                SELECT 1 FROM journal j JOIN sent_package s ON s.sha256 = j.object
                WHERE j.writer = d.id AND j.verb = 'package.merge' AND s.at >= :since)) AS has_heard
            FROM device d WHERE d.deleted = 0 GROUP BY d.signing_key)
        WHERE has_heard = 0 AND signing_key <> (SELECT signing_key FROM device WHERE id = :own) ORDER BY latest
        """,
        since=since, own=own,
    )  # fmt: skip
    return tuple(row[0] for row in rows)


def _rows(reader: "Reader", table: str, column: str, ids: Sequence[str]) -> list[Row]:
    names = NAMES[table]
    found = reader.query(
        f"SELECT {', '.join(names)} FROM {table}"  # noqa: S608 - names are our own
        f" WHERE {column} IN (SELECT value FROM json_each(:ids)) ORDER BY id",
        ids=_json(ids),
    )
    return [dict(zip(names, row, strict=True)) for row in found]


def _json(values: Sequence[str]) -> str:
    return msgspec.json.encode(list(values)).decode()
