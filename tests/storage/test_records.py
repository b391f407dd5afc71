"""The records say what the tables are."""

import pytest

from db.exchange import blocks
from db.records import COLUMNS, SYNCED
from db.store import Store


@pytest.mark.parametrize("table", [record.table for record in SYNCED])
def test_a_records_fields_are_the_columns_of_its_table(store: Store, table: str) -> None:
    kept = [
        (name, kind, bool(not_null)) for _, name, kind, not_null, _, _ in store.query(f"PRAGMA table_info({table})")
    ]

    declared = [(c.name, "INTEGER" if c.is_integer else "TEXT", not c.nullable) for c in COLUMNS[table]]
    assert kept == declared


@pytest.mark.parametrize("table", [record.table for record in SYNCED])
def test_the_id_alone_is_the_key_of_a_table_that_travels(store: Store, table: str) -> None:
    assert [row[1] for row in store.query(f"PRAGMA table_info({table})") if row[5]] == ["id"]


@pytest.mark.parametrize("table", [record.table for record in SYNCED])
def test_nothing_but_the_id_must_be_unique_in_a_table_that_travels(store: Store, table: str) -> None:
    unique = [row for row in store.query(f"PRAGMA index_list({table})") if row[2]]

    assert [row[3] for row in unique] == ["pk"]


@pytest.mark.parametrize("table", blocks.TABLES)
def test_every_column_of_a_table_that_travels_is_exported(store: Store, table: str) -> None:
    assert {row[1] for row in store.query(f"PRAGMA table_info({table})")} == set(blocks.COLUMNS[table])


def test_every_table_is_strict(store: Store) -> None:
    ours = [
        (name, strict)
        for _, name, kind, _, _, strict in store.query("PRAGMA table_list")
        if kind == "table" and not name.startswith(("sqlite_", "_sqlite_"))
    ]

    assert [name for name, strict in ours if not strict] == []


def test_what_a_write_once_column_names_is_there() -> None:
    missing = {
        (record.table, column)
        for record in SYNCED
        for column in record.write_once
        if column not in {c.name for c in COLUMNS[record.table]}
    }

    assert not missing
