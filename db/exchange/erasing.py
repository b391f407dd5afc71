"""Erasures in a merge: what they claim never gets in, and what a package erases goes out of what is here."""

from collections.abc import Sequence

from db import erasure
from db.driver import Row
from db.errors import Unreadable
from db.personal import POLICIES, Erased
from db.records import NAMES
from db.store import Transaction


class Erasing:
    """Held against every block of a merge; costs nothing while nobody was ever erased."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self._rows = erasure.claimed(tx) if erasure.is_any(tx) else set[tuple[str, str]]()
        self._fresh: set[tuple[str, str]] = set()
        self._moments: set[int] = set()

    def learn(self, rows: Sequence[Row]) -> None:
        """Take note of records of erasures, before what they claim is read.

        Raises Unreadable `package_damaged` for one that is not signed by the device it names.
        """
        for row in rows:
            record = Erased(**dict(zip(NAMES[Erased.table], row, strict=True)))
            found = {("client", client) for client in record.records.split()}
            if found <= self._rows:
                continue
            if not erasure.is_genuine(self.tx.store.identity.project, record):
                raise Unreadable("package_damaged")
            self._take(found)

    def _take(self, rows: set[tuple[str, str]]) -> None:
        self._fresh |= rows - self._rows
        self._rows |= rows

    def blanked(self, table: str, names: Sequence[str], rows: Sequence[Row]) -> Sequence[Row]:
        """The rows of a block; what is claimed has nothing in it that would name a person."""
        if not self._rows or table not in POLICIES:
            return rows
        blanks, changed = POLICIES[table].blanks, list(rows)
        for place, row in enumerate(rows):
            key = (table, row[0])
            cells = dict(zip(names, row, strict=True))
            if key not in self._rows:
                if not erasure.claims(table, cells, self._rows):
                    continue
                self._take({key})
            self._moments.add(cells["created_at"])
            changed[place] = tuple(blanks.get(name, cells[name]) for name in names)
        return changed

    def edits(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The edits of a block without those of cells that were blanked."""
        if not self._rows:
            return rows
        kept = []
        for row in rows:
            table, row_id, column, stamp = row[0], row[1], row[2], row[6]
            if table in POLICIES:
                if erasure.claims(table, {column: row[5]}, self._rows):
                    self._take({(table, row_id)})
                if (table, row_id) in self._rows and POLICIES[table].takes(column):
                    self._moments.add(stamp)
                    continue
            kept.append(row)
        return kept

    def cells(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The cells that only newer programs know, without those of claimed rows."""
        if not self._rows:
            return rows
        return [
            row
            for row in rows
            if (row[0], row[1]) not in self._rows or row[0] not in POLICIES or not POLICIES[row[0]].takes(row[2])
        ]

    def finish(self, journal_before: int) -> None:
        """Blank what this merge found out to be claimed, wherever it stands."""
        if not self._rows:
            return
        erasure.note_moments(self.tx, self._moments)
        erasure.claim(self.tx, self._fresh)
        erasure.forget_salts(self.tx, journal_before)
