"""Bringing another device's rows in: a union of histories, the same whatever the order and however often.

In words: every cell is a set of operations, and merging is the union of the sets. A cell that was never edited stands
for one operation, its first value; that operation is written down as soon as one side knows another one. New rows go
straight into the tables. Rows that are here already are compared, because two devices may have made one id apart.
Then the winner of every touched cell, by (stamp, op), becomes the shown value. One transaction carries it all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from db import search
from db.driver import Row, Value, first_value_op
from db.errors import Unreadable
from db.exchange import beyond
from db.exchange.beyond import BEYOND
from db.exchange.blocks import COLUMNS, EDIT, JOURNAL, TABLES, Block, positions_now
from db.exchange.erasing import Erasing
from db.history import INSERT as INSERT_EDIT
from db.history import as_text
from db.records import ADDED_LATER, BY_TABLE, SYNCED, Erased, column
from db.store import Transaction


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: rows that are new here, shown values that changed, cells now in disagreement, rows read."""

    added: int
    changed: int
    conflicts: int
    rows: int


class _Merge:
    """The steps of one merge; `before` are the row positions when it began."""

    def __init__(self, tx: Transaction, columns: Mapping[str, tuple[str, ...]]) -> None:
        self.tx = tx
        # An older writer brings fewer columns, and says nothing about the others.
        self.columns = {**COLUMNS, **columns}
        self.connection = tx.connection
        self.before = positions_now(tx)
        self.rows = 0
        self.erasing = Erasing(tx)
        # Tables of which rows came that are here already and have a history here.
        self.known: set[str] = set()
        self.differs = False
        self.expected: set[str] = set()
        self.rewrites: set[tuple[str, str, str, str]] = set()
        self.has_waiting = tx.count("SELECT EXISTS (SELECT 1 FROM waiting_edit)") > 0
        for name, columns_of_it in WORKING.items():
            self._begin(name, columns_of_it)

    def _begin(self, name: str, columns: str) -> None:
        """An empty table of this merge's own; making it anew each time would have every statement prepared anew."""
        self.connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name}({columns}")
        self.connection.execute(f"DELETE FROM temp.{name}")  # noqa: S608 - names are our own

    # -- reading the blocks ------------------------------------------------------------------------------------------

    def take(self, table: str, rows: Sequence[Row]) -> None:
        """Insert one block; rows that were here before are set aside for comparison."""
        self.rows += len(rows)
        if table == EDIT:
            self._take_edits(self.erasing.edits(rows))
            return
        if table == BEYOND:
            self._insert(table, self.erasing.cells(rows))
            return
        if table == Erased.table:
            self.erasing.learn(rows)
        rows = self.erasing.blanked(table, self.columns[table], rows)
        if table in self.expected:
            mine = self._mine(table, rows)
            self._insert(table, [row for row in rows if row[0] not in mine])
        else:
            seen = self.connection.total_changes
            self._insert(table, rows)
            if table == JOURNAL or self.connection.total_changes - seen == len(rows):
                return
            mine = self._mine(table, rows)
        self._set_aside(table, rows, mine)

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        names = self.columns[table]
        self.connection.executemany(
            f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
            " ON CONFLICT DO NOTHING",
            rows,
        )

    def _mine(self, table: str, rows: Sequence[Row]) -> dict[str, Row]:
        """The rows with these ids that were here before, by id."""
        found = self.connection.execute(
            f"SELECT {', '.join(f't.{name}' for name in self.columns[table])} FROM json_each(:ids) i"  # noqa: S608
            f" CROSS JOIN {table} t ON t.id = i.value WHERE t.rowid <= :before",
            {"ids": _ids(rows), "before": self.before[table]},
        )
        return {row[0]: row for row in found}

    def _take_edits(self, rows: Sequence[Row]) -> None:
        self.connection.executemany(INSERT_EDIT, rows)
        if self.known or self.differs or self.has_waiting:
            self.connection.executemany(
                "INSERT OR IGNORE INTO temp.package_cell(tbl, row_id, col) VALUES (?, ?, ?)",
                [row[:3] for row in rows],
            )
        self._watch_rewrites(rows)

    def _watch_rewrites(self, rows: Sequence[Row]) -> None:
        """A word written once may be settled between two first values, but never be replaced by a third."""
        for tbl, row_id, col, op, *_ in rows:
            if tbl in BY_TABLE and col in BY_TABLE[tbl].write_once and not op.startswith("i:"):
                self.rewrites.add((tbl, row_id, col, op))

    def _rewrites(self, table: str, row_id: str, col: str, op: str) -> bool:
        """Whether an operation gives a cell a value that none of those it replaces had; unsure ones are let pass.

        What it replaces may come later, so only a whole chain that is here can be judged.
        """
        named = {"tbl": table, "row_id": row_id, "col": col}
        for prev, val in self.tx.query(f"SELECT prev, val {CELL} AND op = :op", **named, op=op):
            if prev == first_value_op(val):
                return False
            before = self.tx.one(f"SELECT val {CELL} AND op = :op", **named, op=prev)
            if not prev.startswith("i:") and (before is None or before[0] == val):
                return False
        return True

    def _set_aside(self, table: str, rows: Sequence[Row], mine: Mapping[str, Row]) -> None:
        """Note where rows that were here before differ, and keep those that have a history here."""
        # Where some rows of a block are here, the next block is looked up before anything is inserted in vain.
        (self.expected.add if mine else self.expected.discard)(table)
        edited = {row[0] for row in self.connection.execute(EDITED, {"ids": _ids(rows)})}
        self._note_differences(table, [(mine[row[0]], row) for row in rows if mine.get(row[0], row) != row])
        self._keep(table, [row for row in rows if row[0] in mine and row[0] in edited])

    def _note_differences(self, table: str, pairs: Sequence[tuple[Row, Row]]) -> None:
        found: list[Row] = []
        for mine, theirs in pairs:
            for name, my_value, their_value in zip(self.columns[table], mine, theirs, strict=True):
                if my_value == their_value:
                    continue
                if (table, name) in ADDED_LATER and None in (my_value, their_value):
                    self._insert(BEYOND, beyond.cells(table, mine[0], [(name, their_value)]))
                else:
                    found.append((table, mine[0], name, as_text(my_value), as_text(their_value)))
        self.differs = self.differs or bool(found)
        self.connection.executemany("INSERT INTO temp.difference VALUES (?, ?, ?, ?, ?)", found)

    def _keep(self, table: str, rows: Sequence[Row]) -> None:
        names = self.columns[table]
        if rows and table not in self.known:
            self.known.add(table)
            self._begin(f"known_{table}", f"{', '.join(COLUMNS[table])})")
        if rows:
            self.connection.executemany(
                f"INSERT INTO temp.known_{table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608
                rows,
            )

    # -- first values ------------------------------------------------------------------------------------------------

    def write_first_values(self) -> None:
        """Write down first values that one side holds without a history and the other side does not share."""
        self.connection.execute(TOUCHED, {"after": self.before[EDIT]})
        package_edits = positions_now(self.tx)[EDIT]
        for table in sorted(self.known):
            self._theirs_beside_my_history(table)
        self._both_where_they_differ()
        touched = self._touched_tables()
        for record in SYNCED:
            if record.table in touched and self.before[record.table]:
                self._mine_beside_their_history(record.table)
            if self.has_waiting:
                self._theirs_beside_waiting_edits(record.table)
        self.connection.execute(TOUCHED, {"after": package_edits})
        if any(self._rewrites(*written) for written in self.rewrites):
            raise Unreadable("package_rewrites_words")

    def _touched_tables(self) -> set[str]:
        return {row[0] for row in self.connection.execute("SELECT DISTINCT tbl FROM temp.touched_cell")}

    def _both_where_they_differ(self) -> None:
        self._insert_first_values("""
            SELECT tbl, row_id, col, theirs FROM temp.difference d WHERE NOT EXISTS (
                SELECT 1 FROM temp.package_cell p WHERE p.row_id = d.row_id AND p.col = d.col AND p.tbl = d.tbl)
        """)
        self._insert_first_values(
            """
            SELECT tbl, row_id, col, mine FROM temp.difference d WHERE NOT EXISTS (
                SELECT 1 FROM edit e
                WHERE e.row_id = d.row_id AND e.col = d.col AND e.tbl = d.tbl AND e.rowid <= :before)
            """,
            before=self.before[EDIT],
        )

    def _theirs_beside_my_history(self, table: str) -> None:
        self._insert_first_values(
            f"""
            SELECT DISTINCT '{table}', k.id, e.col, {_value_of("k", self.columns[table])}
            FROM temp.known_{table} k CROSS JOIN edit e ON e.row_id = k.id AND e.tbl = '{table}'
            WHERE e.col IN ({_listed(self.columns[table])}) AND e.rowid <= :before AND NOT EXISTS (
                SELECT 1 FROM temp.package_cell p WHERE p.row_id = k.id AND p.col = e.col AND p.tbl = '{table}')
            """,  # noqa: S608 - names are our own
            before=self.before[EDIT],
        )

    def _mine_beside_their_history(self, table: str) -> None:
        self._insert_first_values(
            f"""
            SELECT DISTINCT '{table}', e.row_id, e.col, {_value_of("t", COLUMNS[table])}
            FROM temp.touched_cell e CROSS JOIN {table} t ON t.id = e.row_id
            WHERE e.tbl = '{table}' AND e.col IN ({_listed(COLUMNS[table])}) AND t.rowid <= :mine AND NOT EXISTS (
                SELECT 1 FROM edit o
                WHERE o.row_id = e.row_id AND o.col = e.col AND o.tbl = e.tbl AND o.rowid <= :before)
            """,  # noqa: S608 - names are our own
            before=self.before[EDIT],
            mine=self.before[table],
        )

    def _theirs_beside_waiting_edits(self, table: str) -> None:
        self._insert_first_values(
            f"""
            SELECT DISTINCT '{table}', t.id, e.col, {_value_of("t", self.columns[table])}
            FROM waiting_edit w CROSS JOIN {table} t ON t.id = w.row_id
            CROSS JOIN edit e ON e.row_id = t.id AND e.tbl = '{table}'
            WHERE w.tbl = '{table}' AND e.col IN ({_listed(self.columns[table])})
                AND t.rowid > :mine AND e.rowid <= :before AND NOT EXISTS (
                SELECT 1 FROM temp.package_cell p WHERE p.row_id = t.id AND p.col = e.col AND p.tbl = '{table}')
            """,  # noqa: S608 - names are our own
            before=self.before[EDIT],
            mine=self.before[table],
        )

    def _insert_first_values(self, select: str, **named: Value) -> None:
        """Insert the operation of every (table, row, column, value) that `select` names, unless it is there."""
        self.connection.execute(
            f"WITH first(tbl, row_id, col, val) AS ({select})"  # noqa: S608 - the parts are our own texts
            " INSERT INTO edit(tbl, row_id, col, op, prev, val, stamp, who, writer)"
            " SELECT tbl, row_id, col, first_value_op(val), '', val, 0, NULL, NULL FROM first"
            f" WHERE {SAID} ON CONFLICT DO NOTHING",
            named,
        )

    # -- winners -----------------------------------------------------------------------------------------------------

    def show_winners(self) -> tuple[int, int]:
        """Show the winner of every touched cell; returns (values changed, cells now in disagreement)."""
        if self.has_waiting:
            self.connection.execute(
                "INSERT OR IGNORE INTO temp.touched_cell(tbl, row_id, col) SELECT DISTINCT e.tbl, e.row_id, e.col"
                " FROM waiting_edit w CROSS JOIN edit e ON e.row_id = w.row_id AND e.tbl = w.tbl"
            )
        self.connection.execute(WINNERS)
        changed = 0
        for tbl, col in self.connection.execute("SELECT DISTINCT tbl, col FROM temp.winner").fetchall():
            if tbl in BY_TABLE and col in COLUMNS[tbl]:
                changed += self._show(tbl, col)
        conflicts = self.connection.execute(DISAGREEMENTS).fetchone()
        return changed, int(conflicts[0]) if conflicts else 0

    def _show(self, table: str, col: str) -> int:
        kind = "INTEGER" if column(table, col).is_integer else "TEXT"
        differing = self.connection.execute(
            f"SELECT CAST(w.val AS {kind}), t.id FROM temp.winner w CROSS JOIN {table} t ON t.id = w.row_id"  # noqa: S608
            f" WHERE w.tbl = :tbl AND w.col = :col AND t.{col} IS NOT CAST(w.val AS {kind})",
            {"tbl": table, "col": col},
        ).fetchall()
        self.connection.executemany(f"UPDATE {table} SET {col} = ? WHERE id = ?", differing)  # noqa: S608
        if table not in search.INDEXED or col in search.INDEXED[table]:
            self.tx.touched[table].update(row[1] for row in differing)
        return len(differing)

    def take_up(self) -> None:
        """Show what came by way of an older program that did not know it."""
        for table, ids in beyond.adopt(self.connection, self.before).items():
            self.tx.touched[table].update(ids)

    # -- the end -----------------------------------------------------------------------------------------------------

    def erase(self) -> None:
        """Blank what an erasure claims, also where the package only now says whose it is."""
        self.erasing.finish(self.before[JOURNAL])

    def note_waiting(self) -> None:
        """Keep a list of rows whose edits are here while they themselves are not."""
        touched = self._touched_tables()
        for record in SYNCED:
            table = record.table
            if not self.has_waiting and table not in touched:
                continue
            self.connection.execute(
                f"DELETE FROM waiting_edit WHERE tbl = '{table}'"  # noqa: S608
                f" AND EXISTS (SELECT 1 FROM {table} t WHERE t.id = row_id)"
            )
            self.connection.execute(
                f"INSERT OR IGNORE INTO waiting_edit SELECT DISTINCT tbl, row_id FROM temp.touched_cell c"  # noqa: S608
                f" WHERE tbl = '{table}' AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.id = c.row_id)"
            )

    def note_arrivals(self, package: str) -> int:
        """Remember which row positions came by this merge; returns how many rows of tables are new."""
        after = positions_now(self.tx)
        added = 0
        for table in TABLES:
            new = after[table] - self.before[table]
            if new > 0:
                self.connection.execute(
                    "INSERT INTO arrived(package, tbl, first_rowid, last_rowid) VALUES (?, ?, ?, ?)",
                    (package, table, self.before[table] + 1, after[table]),
                )
                self.tx.arrived_after[table] = self.before[table]
                added += new if table in BY_TABLE else 0
        return added


# What a merge works with beside the tables: name -> the rest of its declaration.
_CELLS = "row_id TEXT, col TEXT, tbl TEXT, PRIMARY KEY (row_id, col, tbl)) WITHOUT ROWID"
WORKING = {
    "package_cell": _CELLS, "touched_cell": _CELLS,
    "difference": "tbl TEXT, row_id TEXT, col TEXT, mine TEXT, theirs TEXT)",
    "winner": "tbl TEXT, row_id TEXT, col TEXT, val TEXT)",
}  # fmt: skip
# An empty cell of a later column is no first value: its writer may not have known the column.
SAID = (
    f"NOT (val IS NULL AND tbl || '.' || col IN ({', '.join(repr(f'{t}.{c}') for t, c in sorted(ADDED_LATER))}))"
    if ADDED_LATER
    else "true"
)
EDITED = "SELECT i.value FROM json_each(:ids) i WHERE EXISTS (SELECT 1 FROM edit e WHERE e.row_id = i.value)"
CELL = "FROM edit WHERE tbl = :tbl AND row_id = :row_id AND col = :col"
TOUCHED = """
    INSERT OR IGNORE INTO temp.touched_cell(tbl, row_id, col) SELECT tbl, row_id, col FROM edit WHERE rowid > :after
"""
WINNERS = """
    INSERT INTO temp.winner SELECT tbl, row_id, col, val FROM (
        SELECT e.tbl, e.row_id, e.col, e.val,
               row_number() OVER (PARTITION BY e.tbl, e.row_id, e.col ORDER BY e.stamp DESC, e.op DESC) AS place
        FROM temp.touched_cell c CROSS JOIN edit e ON e.row_id = c.row_id AND e.col = c.col AND e.tbl = c.tbl
    ) WHERE place = 1
"""
DISAGREEMENTS = """
    SELECT count(*) FROM (
        SELECT 1 FROM temp.touched_cell c CROSS JOIN edit e ON e.row_id = c.row_id AND e.col = c.col AND e.tbl = c.tbl
        WHERE NOT EXISTS (SELECT 1 FROM edit n WHERE n.row_id = e.row_id AND n.col = e.col AND n.prev = e.op
                          AND n.tbl = e.tbl)
        GROUP BY e.tbl, e.row_id, e.col HAVING count(DISTINCT coalesce('=' || e.val, '-')) > 1)
"""


def _ids(rows: Sequence[Row]) -> str:
    return msgspec.json.encode([row[0] for row in rows]).decode()


def _value_of(alias: str, names: Sequence[str]) -> str:
    """SQL for the value of the column named by `e.col`, as text."""
    cases = " ".join(f"WHEN '{name}' THEN CAST({alias}.{name} AS TEXT)" for name in names)
    return f"CASE e.col {cases} END"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def merge_blocks(
    tx: Transaction, blocks: Iterable[Block], *, package: str = "", columns: Mapping[str, tuple[str, ...]] | None = None
) -> Merged:
    """Merge a stream of checked blocks into the database of `tx`; nothing stays when the transaction is rolled back.

    `package` names the source in the table of arrivals; `columns` (table -> names) are those of tables of which an
    older program wrote fewer than there are here. Raises Unreadable `package_rewrites_words` when the stream
    would rewrite what may only be written once, and the driver's errors for rows that break a table's own checks.
    """
    merge = _Merge(tx, columns or {})
    for table, rows in blocks:
        merge.take(table, rows)
    merge.write_first_values()
    changed, conflicts = merge.show_winners()
    merge.take_up()
    merge.erase()
    merge.note_waiting()
    added = merge.note_arrivals(package)
    return Merged(added, changed, conflicts, merge.rows)
