"""The chain of the journal: an entry altered, taken out or slipped in is found and named."""

import pytest

from db import journal
from db.driver import Row
from db.journal import Break, entry_hash
from db.store import Store
from tests.storage.rows import one_client

ENTRY = "writer, seq, at, staff, verb, object, digest, prev"


@pytest.fixture
def chained(store: Store) -> Store:
    """A database with ten entries of its own."""
    while store.count("SELECT count(*) FROM journal") < 10:
        one_client(store)
    assert journal.breaks(store) == ()
    return store


def entry(store: Store, seq: int) -> Row:
    return store.query(f"SELECT {ENTRY} FROM journal WHERE seq = :seq", seq=seq)[0]


def slip_in(store: Store, row: Row) -> None:
    """Write an entry whose own hash holds."""
    store.connection.execute(
        f"INSERT INTO journal({ENTRY}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, entry_hash(*row))
    )


def found(store: Store) -> list[tuple[int, str]]:
    assert {one.writer for one in journal.breaks(store)} <= {store.identity.writer}
    return [(one.seq, one.kind) for one in journal.breaks(store)]


@pytest.mark.parametrize(
    ("column", "value"),
    [("at", 1), ("staff", "staff-9"), ("verb", "test.other"), ("object", "client-9"), ("digest", "0" * 64)],
)
def test_an_altered_entry_is_named(chained: Store, column: str, value: str | int) -> None:
    chained.connection.execute(f"UPDATE journal SET {column} = ? WHERE seq = 4", (value,))

    assert journal.breaks(chained) == (Break(chained.identity.writer, 4, "altered"),)


def test_an_entry_altered_together_with_its_hash_breaks_the_link_behind_it(chained: Store) -> None:
    row = list(entry(chained, 4))
    row[4] = "test.other"
    chained.connection.execute("UPDATE journal SET verb = ?, hash = ? WHERE seq = 4", (row[4], entry_hash(*row)))

    assert found(chained) == [(5, "unlinked")]


@pytest.mark.parametrize("seq", [1, 2, 9])
def test_an_entry_taken_out_is_a_gap(chained: Store, seq: int) -> None:
    chained.connection.execute("DELETE FROM journal WHERE seq = ?", (seq,))

    assert found(chained) == [(seq, "gap")]


def test_entries_taken_out_and_the_rest_renumbered_are_found(chained: Store) -> None:
    chained.connection.execute("DELETE FROM journal WHERE seq = 4")
    for seq in range(5, 11):
        row = list(entry(chained, seq))
        row[1] = seq - 1
        chained.connection.execute(
            "UPDATE journal SET seq = ?, hash = ? WHERE seq = ?", (row[1], entry_hash(*row), seq)
        )

    assert found(chained)[0] == (4, "unlinked")


def test_an_entry_slipped_in_beside_another_is_a_fork(chained: Store) -> None:
    row = list(entry(chained, 4))
    row[4] = "test.other"

    slip_in(chained, tuple(row))

    assert found(chained) == [(4, "forked")]


def test_an_entry_added_at_the_end_by_another_hand_is_unlinked(chained: Store) -> None:
    row = list(entry(chained, 10))
    row[1], row[7] = 11, "f" * 64

    slip_in(chained, tuple(row))

    assert found(chained) == [(11, "unlinked")]
