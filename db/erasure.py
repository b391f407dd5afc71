"""Erasing a person: the record of it, the rows it claims, and what happens to them.

A row is claimed when one of its owner columns ever named an erased client, or when it hangs on a claimed row. That is a
function of everything that is known, in whatever order it came, so devices that know the same have erased the same. A
claimed row stays, blank: its position and every count remain. What is claimed is remembered in `erased_row`, which only
ever grows and never travels: each device finds it for itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, replace
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from db import local, paper_jobs
from db.errors import Refused
from db.personal import POLICIES, Cell, Erased
from db.record import Record

if TYPE_CHECKING:
    from db.store import Reader, Transaction

Rows: TypeAlias = dict[str, set[str]]  # table -> ids

# Kept while something was blanked whose traces are still in free pages, files and copies.
WAITING = "erasure.waiting"
# What goes on about a person who is gone is kept without what would name them; anything else is refused.
_BLANKED_AT_ENTRY = frozenset({"check_in", "concern_step"})
_BOUND_TO = b"qinting erasure 1"


# -- the record --------------------------------------------------------------------------------------------------------


def _signed(project: str, row: Erased) -> bytes:
    return _BOUND_TO + msgspec.json.encode([project, *astuple(replace(row, signature=""))])


def sign(project: str, row: Erased, signing: bytes) -> Erased:
    """The record with the signature of a device's raw Ed25519 key."""
    # Nobody pays for these who neither erases nor meets an erasure.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signature = Ed25519PrivateKey.from_private_bytes(signing).sign(_signed(project, row))
    return replace(row, signature=signature.hex())


def is_genuine(project: str, row: Erased) -> bool:
    """Whether the record is signed by the key that it names, for this project."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(row.signer))
        key.verify(bytes.fromhex(row.signature), _signed(project, row))
    except (ValueError, InvalidSignature):
        return False
    return True


# -- what is known of erasures -----------------------------------------------------------------------------------------


def is_any(reader: "Reader") -> bool:
    """Whether anybody was ever erased here."""
    return reader.one("SELECT 1 FROM erased_row LIMIT 1") is not None


def is_erased(reader: "Reader", table: str, row_id: str) -> bool:
    """Whether a row is claimed by an erasure."""
    return reader.one("SELECT 1 FROM erased_row WHERE tbl = :tbl AND row_id = :id", tbl=table, id=row_id) is not None


def claimed(reader: "Reader") -> set[tuple[str, str]]:
    """Every claimed row: (table, id)."""
    return {(row[0], row[1]) for row in reader.query("SELECT tbl, row_id FROM erased_row")}


def joined_later(reader: "Reader") -> tuple[str, ...]:
    """Clients joined with an erased one by somebody who had not heard of the erasure: nobody decided about these.

    They are not claimed by themselves: the two people who agreed never saw these records, and a join may be a mistake.
    """
    rows = reader.query(
        """
        WITH RECURSIVE same(id) AS (
            SELECT row_id FROM erased_row WHERE tbl = 'client'
            UNION SELECT c.id FROM same JOIN client c ON c.merged_into = same.id
            UNION SELECT c.merged_into FROM same JOIN client c ON c.id = same.id WHERE c.merged_into IS NOT NULL
        )
        SELECT c.id FROM same JOIN client c ON c.id = same.id WHERE c.deleted = 0
            AND NOT EXISTS (SELECT 1 FROM erased_row e WHERE e.tbl = 'client' AND e.row_id = c.id) ORDER BY c.id
        """
    )
    return tuple(row[0] for row in rows)


# -- claiming ----------------------------------------------------------------------------------------------------------


def claims(table: str, row: Mapping[str, Cell], claimed_rows: set[tuple[str, str]]) -> bool:
    """Whether a row is claimed by what it names itself."""
    policy = POLICIES[table]
    return any(("client", str(row.get(owner))) in claimed_rows for owner in policy.owners) or any(
        (parent, str(row.get(column))) in claimed_rows
        for column, parents in policy.parents.items()
        for parent in parents
    )


def claim(tx: "Transaction", found: Iterable[tuple[str, str]]) -> Rows:
    """Claim rows (table, id) and all that hang on them, and blank them; returns what is newly claimed.

    A claimed row may be one that has not come yet.
    """
    new = all_of(tx, found, besides=claimed(tx))
    if new:
        tx.connection.executemany(
            "INSERT OR IGNORE INTO erased_row(tbl, row_id) VALUES (?, ?)",
            [(table, row_id) for table, ids in new.items() for row_id in ids],
        )
        _blank(tx, new)
    return new


def all_of(reader: "Reader", found: Iterable[tuple[str, str]], *, besides: Iterable[tuple[str, str]] = ()) -> Rows:
    """Rows (table, id) and all that hang on them, without those `besides` and what hangs on these alone."""
    known, rows, reached = set(besides), Rows(), set(found)
    while pending := _grouped(reached - known):
        for table, ids in pending.items():
            rows.setdefault(table, set()).update(ids)
        known |= {(table, row_id) for table, ids in pending.items() for row_id in ids}
        reached = _hanging(reader, pending)
    return rows


def _grouped(rows: Iterable[tuple[str, str]]) -> Rows:
    found = Rows()
    for table, row_id in rows:
        found.setdefault(table, set()).add(row_id)
    return found


def _hanging(reader: "Reader", rows: Rows) -> set[tuple[str, str]]:
    """The rows that name one of `rows` in a column that says whose they are, now or at any time before."""
    found: set[tuple[str, str]] = set()
    for table, policy in POLICIES.items():
        for column, ids in _named_by(table, rows).items():
            if policy.takes(column) or not ids:
                continue
            sql = f"SELECT t.id FROM json_each(:ids) i CROSS JOIN {table} t ON t.{column} = i.value"  # noqa: S608
            found.update((table, row[0]) for row in reader.query(sql, ids=_json(ids)))
    everybody = set().union(*rows.values())
    for table, column, value, row_id in reader.query(
        "SELECT tbl, col, val, row_id FROM edit WHERE val IN (SELECT value FROM json_each(:ids))", ids=_json(everybody)
    ):
        if table in POLICIES and value in _named_by(table, rows).get(column, set()):
            found.add((table, row_id))
    return found


def _named_by(table: str, rows: Rows) -> Rows:
    """Column of `table` -> which of `rows` it could name."""
    policy = POLICIES[table]
    named = {owner: rows.get("client", set()) for owner in policy.owners}
    for column, parents in policy.parents.items():
        named[column] = set().union(*(rows.get(parent, set()) for parent in parents))
    return named


def _blank(tx: "Transaction", rows: Rows) -> None:
    """Take away what names the person: cells, their history, and what stands about these rows elsewhere."""
    tx.connection.execute("PRAGMA secure_delete = ON")
    for table, ids in rows.items():
        policy = POLICIES[table]
        named = {"tbl": table, "ids": _json(ids), "keeps": _json(policy.keeps)}
        these = "tbl = :tbl AND row_id IN (SELECT value FROM json_each(:ids))"
        taken = "col NOT IN (SELECT value FROM json_each(:keeps))"
        for sql in (
            f"INSERT OR IGNORE INTO erased_moment(at) SELECT stamp FROM edit WHERE {these} AND stamp > 0",  # noqa: S608
            f"INSERT OR IGNORE INTO erased_moment(at) SELECT created_at FROM {table}"  # noqa: S608 - our own names
            " WHERE id IN (SELECT value FROM json_each(:ids)) AND created_at > 0",
            f"DELETE FROM edit WHERE {these} AND {taken}",  # noqa: S608
            f"DELETE FROM beyond WHERE {these} AND {taken}",  # noqa: S608
            f"DELETE FROM roster_change WHERE {these}",  # noqa: S608
        ):
            tx.connection.execute(sql, named)
        if policy.blanks:
            sets = ", ".join(f"{name} = :{name}" for name in policy.blanks)
            tx.connection.execute(
                f"UPDATE {table} SET {sets} WHERE id IN (SELECT value FROM json_each(:ids))",  # noqa: S608 - own names
                {**policy.blanks, "ids": _json(ids)},
            )
        tx.touched[table].update(ids)
    for sql, table in (
        ("DELETE FROM draft WHERE reception IN (SELECT value FROM json_each(:ids))", "reception"),
        ("DELETE FROM guest WHERE client IN (SELECT value FROM json_each(:ids))", "client"),
        ("DELETE FROM likeness WHERE concern IN (SELECT value FROM json_each(:ids))", "concern"),
    ):
        tx.connection.execute(sql, {"ids": _json(rows.get(table, set()))})
    paper_jobs.forget_everybody(tx)
    forget_salts(tx)
    pull_back_positions(tx)
    local.keep(tx, WAITING, "1")


def forget_salts(tx: "Transaction", after: int = 0) -> None:
    """Take the salt from the journal entries (behind a row position) that may cover an erased row.

    Without it no guess at what was written can be proved; the chain does not need it.
    """
    tx.connection.execute(
        "UPDATE journal SET salt = NULL WHERE rowid > :after AND salt IS NOT NULL AND ("
        " at IN (SELECT at FROM erased_moment) OR object IN (SELECT row_id FROM erased_row))",
        {"after": after},
    )


def note_moments(tx: "Transaction", moments: Iterable[int]) -> None:
    """Remember when something was written that an erasure kept out."""
    tx.connection.executemany("INSERT OR IGNORE INTO erased_moment(at) VALUES (?)", [(at,) for at in moments if at > 0])


def pull_back_positions(tx: "Transaction") -> None:
    """Where the last rows of a table were deleted their positions come again: nothing may count as sent by them."""
    for table in ("edit", "beyond"):
        named = {"tbl": table, "top": tx.count(f"SELECT max(rowid) FROM {table}")}  # noqa: S608 - one of two names
        for sql in (
            "UPDATE export_position SET last_rowid = :top WHERE tbl = :tbl AND last_rowid > :top",
            "UPDATE outbox_position SET last_rowid = :top WHERE tbl = :tbl AND last_rowid > :top",
            "DELETE FROM arrived WHERE tbl = :tbl AND first_rowid > :top",
            "UPDATE arrived SET last_rowid = :top WHERE tbl = :tbl AND last_rowid > :top",
        ):
            tx.connection.execute(sql, named)


def erase(tx: "Transaction", row: Erased) -> Rows:
    """Write a signed record and do what it says; returns the rows that it claimed."""
    tx.insert(row)
    return claim(tx, [("client", record) for record in row.records.split()])


# -- what is written afterwards ----------------------------------------------------------------------------------------


def guarded(tx: "Transaction", record: Record) -> Record:
    """A new row as it may be written. Raises Refused `person_erased` for words about somebody who was erased."""
    policy = POLICIES.get(record.table)
    if policy is None:
        return record
    named = [("client", getattr(record, owner)) for owner in policy.owners]
    named += [(p, getattr(record, column)) for column, parents in policy.parents.items() for p in parents]
    named.append((record.table, record.id))
    if not any(value and is_erased(tx, table, value) for table, value in named):
        return record
    if any(getattr(record, name) != blank for name, blank in policy.blanks.items()):
        if record.table not in _BLANKED_AT_ENTRY:
            raise Refused("person_erased")
        record = replace(record, **policy.blanks)  # type: ignore[arg-type]  # blanks are of their columns' kinds
    tx.connection.execute("INSERT OR IGNORE INTO erased_row(tbl, row_id) VALUES (?, ?)", (record.table, record.id))
    return record


def allowed(tx: "Transaction", table: str, row_id: str, changes: Mapping[str, Cell]) -> dict[str, Cell]:
    """The changes that a row may still be given. Raises Refused `person_erased` for one that would bring words back."""
    kept = dict(changes)
    policy = POLICIES.get(table)
    if policy is None:
        return kept
    if any(kept.get(owner) and is_erased(tx, "client", str(kept[owner])) for owner in policy.owners):
        raise Refused("person_erased")
    if not is_erased(tx, table, row_id):
        return kept
    for name in [name for name in kept if policy.takes(name)]:
        if kept.pop(name) != policy.blanks.get(name):
            raise Refused("person_erased")
    return kept


def _json(values: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(values)).decode()
