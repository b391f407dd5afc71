"""The plain copy for other programs: masked it gives nobody away, unmasked it is the database's own rows."""

import sqlite3
from pathlib import Path

import pytest

from db.driver import Row
from db.errors import Refused
from db.exchange.beyond import BEYOND
from db.exchange.blocks import COLUMNS, EDIT, TABLES
from db.store import Store
from desktop.services.exchange.plain import export_sqlite
from desktop.services.guests import clients
from desktop.services.registry import administrator
from tests.storage.rows import add_client, everything, give_room

PEOPLE = {"陈知夏": "13800138000", "欧阳思源": "13900139001", "Anna Berg": "+4915112345678"}
NOTE = "老人家腿脚不便"


@pytest.fixture
def lived(store: Store) -> Store:
    """A database with clients, one of whom was corrected."""
    with store.transaction(verb="test.add") as tx:
        for name, phone in PEOPLE.items():
            give_room(tx, add_client(tx, name, phone), "3-2-1501")
    (client,) = store.query("SELECT id FROM client WHERE name = '陈知夏'")
    changes = {"name": "陈之夏", "phone": "13700137002", "note": NOTE}
    clients.set_fields(administrator(store), store, client=client[0], changes=changes)
    return store


def rows_of(file: Path, table: str) -> list[Row]:
    with sqlite3.connect(file) as connection:
        found = connection.execute(f"SELECT {', '.join(COLUMNS[table])} FROM {table}").fetchall()
    connection.close()
    return sorted(found, key=repr)


def test_no_full_name_and_no_full_phone_stands_in_a_masked_copy(lived: Store, tmp_path: Path) -> None:
    file = tmp_path / "masked.sqlite"

    export_sqlite(administrator(lived), lived, file=file)

    content = file.read_bytes()
    for personal in (*PEOPLE, *PEOPLE.values(), "陈之夏", "13700137002", NOTE):
        assert personal.encode() not in content
    assert {row[COLUMNS["client"].index("phone")] for row in rows_of(file, "client")} >= {"137****7002"}


def test_a_masked_copy_leaves_out_what_cells_held_before(lived: Store, tmp_path: Path) -> None:
    counts = export_sqlite(administrator(lived), lived, file=tmp_path / "masked.sqlite")

    assert EDIT not in counts
    assert counts["client"] == len(PEOPLE)


def test_an_unmasked_copy_holds_every_row_as_it_is(lived: Store, tmp_path: Path) -> None:
    file = tmp_path / "whole.sqlite"
    journal_before = lived.count("SELECT count(*) FROM journal")

    counts = export_sqlite(administrator(lived), lived, file=file, unmasked=True)

    travelling = set(TABLES) - {BEYOND}
    assert counts.keys() == {*travelling, "concern_now"}
    for table in travelling:
        kept = lived.query(f"SELECT {', '.join(COLUMNS[table])} FROM {table} ORDER BY rowid")
        expected = kept[:journal_before] if table == "journal" else kept
        assert rows_of(file, table) == sorted(expected, key=repr)


@pytest.mark.parametrize("unmasked", [False, True])
def test_no_key_of_the_device_goes_out(lived: Store, tmp_path: Path, unmasked: bool) -> None:
    file = tmp_path / "copy.sqlite"

    export_sqlite(administrator(lived), lived, file=file, unmasked=unmasked)

    content = file.read_bytes()
    for (secret,) in lived.query("SELECT value FROM secret"):
        assert bytes(secret) not in content


@pytest.mark.parametrize("unmasked", [False, True])
def test_a_copy_is_journalled(lived: Store, tmp_path: Path, unmasked: bool) -> None:
    export_sqlite(administrator(lived), lived, file=tmp_path / "copy.sqlite", unmasked=unmasked)

    last = lived.query("SELECT verb, object FROM journal ORDER BY seq DESC LIMIT 1")
    assert last == [("export.sqlite", "unmasked" if unmasked else "masked")]


def test_a_file_that_is_there_is_not_overwritten(lived: Store, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite"
    file.write_bytes(b"someone's work")
    before = everything(lived)

    with pytest.raises(Refused) as caught:
        export_sqlite(administrator(lived), lived, file=file)

    assert caught.value.code == "file_exists"
    assert file.read_bytes() == b"someone's work"
    assert everything(lived) == before
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []
