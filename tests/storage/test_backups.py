"""A copy is proved before it counts, takes the database's place row for row, and never costs what stood there."""

import os
from pathlib import Path

import pytest

from db import blobs
from db.errors import Refused, StoreTrouble
from db.exchange.blocks import content_digest, last_export, note_export, positions_now
from db.opening import found_project, open_store
from db.vault.key_file import key_file_path
from desktop.services.keeping import backups
from desktop.services.opening import open_database
from tests.storage.rows import add_client, name_of, one_client, rename

PASSPHRASE = "一句只在测试里用的话"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    found_project(path, name="青禾里", mark="青", device_name="办公室", passphrase=PASSPHRASE).close()
    return path


def test_the_newest_copy_put_back_is_equal_row_for_row(database: Path) -> None:
    with open_database(database, PASSPHRASE) as store:
        client = one_client(store)
        rename(store, client, "陈知秋")
        before = content_digest(store)
        copy = backups.back_up(store)
        rename(store, client, "别的名字")
        assert content_digest(store) != before
    with open_store(copy.path, PASSPHRASE) as opened:
        assert content_digest(opened) == before

    done = backups.restore(database, copy.path, passphrase=PASSPHRASE)

    with open_database(database, PASSPHRASE) as store:
        assert name_of(store, client) == "陈知秋"
        kept = [row for row in store.query("SELECT id FROM client")]
        assert kept == [(client,)]
    assert any(path.name.startswith("office.db.replaced-") for path in done.aside)
    # What was written after the copy is not lost either: it stands in the file set aside.
    aside = next(path for path in done.aside if path.suffix != ".keys" and "keys" not in path.name)
    key_file_path(aside).write_bytes(key_file_path(database).read_bytes())
    with open_store(aside, PASSPHRASE) as old:
        assert name_of(old, client) == "别的名字"


def test_a_restored_device_is_a_new_writer_and_hands_on_everything(database: Path) -> None:
    with open_database(database, PASSPHRASE) as store:
        one_client(store)
        writer, devices = store.identity.writer, store.count("SELECT count(*) FROM device")
        with store.transaction(verb="test.export") as tx:
            note_export(tx, positions_now(tx))
        copy = backups.back_up(store)

    backups.restore(database, copy.path, passphrase=PASSPHRASE)

    with open_database(database, PASSPHRASE) as store:
        assert store.identity.writer != writer
        assert store.query("SELECT count(*) FROM device")[0][0] == devices + 1
        assert last_export(store) == {}
        one_client(store, "林晚")
        assert store.count("SELECT max(seq) FROM journal WHERE writer = :w", w=store.identity.writer) == 2


def test_a_copy_is_as_unreadable_without_the_passphrase_as_the_database(database: Path) -> None:
    with open_database(database, PASSPHRASE) as store:
        one_client(store, "陈知夏")
        copy = backups.back_up(store)

    assert b"SQLite format 3" not in copy.path.read_bytes()[:16]
    with pytest.raises(StoreTrouble, match="passphrase_wrong"):
        open_store(copy.path, "another")


def test_restoring_is_refused_while_the_database_is_open_and_nothing_changes(database: Path) -> None:
    with open_database(database, PASSPHRASE) as store:
        client = one_client(store)
        copy = backups.back_up(store)
        rename(store, client, "陈知秋")

        with pytest.raises(Refused, match="database_in_use"):
            backups.restore(database, copy.path, passphrase=PASSPHRASE)

        assert name_of(store, client) == "陈知秋"
        rename(store, client, "陈知冬")
    with open_database(database, PASSPHRASE) as store:
        assert name_of(store, client) == "陈知冬"


def test_a_copy_of_another_project_is_refused(database: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    found_project(other, name="白石湾", mark="白", device_name="办公室", passphrase=PASSPHRASE).close()
    with open_database(other, PASSPHRASE) as store:
        copy = backups.back_up(store)

    with pytest.raises(Refused, match="backup_other_project"):
        backups.restore(database, copy.path, passphrase=PASSPHRASE)


def test_a_damaged_database_is_put_aside_and_replaced(database: Path) -> None:
    with open_database(database, PASSPHRASE) as store:
        client = one_client(store)
        copy = backups.back_up(store)
    content = bytearray(database.read_bytes())
    content[5_000:9_000] = os.urandom(4_000)
    database.write_bytes(bytes(content))

    done = backups.restore(database, copy.path, passphrase=PASSPHRASE)

    with open_database(database, PASSPHRASE) as store:
        assert name_of(store, client) == "陈知夏"
    damage = bytes(content[5_000:9_000])
    assert any(damage in path.read_bytes() for path in done.aside)


def test_a_damaged_copy_is_refused_and_nothing_changes(database: Path) -> None:
    with open_database(database, PASSPHRASE) as store:
        client = one_client(store)
        copy = backups.back_up(store)
    copy.path.write_bytes(copy.path.read_bytes()[:4_096] + os.urandom(8_192))

    with pytest.raises(StoreTrouble):
        backups.restore(database, copy.path, passphrase=PASSPHRASE)

    with open_database(database, PASSPHRASE) as store:
        assert name_of(store, client) == "陈知夏"


def test_a_copy_is_made_only_when_something_changed_and_the_last_is_old(database: Path) -> None:
    now = [1_778_932_800_000]
    with open_database(database, PASSPHRASE) as store:
        store.clock = lambda: now[0]
        assert backups.back_up_if_due(store, reason="timer") is not None
        one_client(store)
        assert backups.back_up_if_due(store, reason="timer") is None
        now[0] += 16 * 60_000
        assert backups.back_up_if_due(store, reason="timer") is not None
        now[0] += 16 * 60_000
        assert backups.back_up_if_due(store, reason="timer") is None
    assert len(backups.listed(database)) == 2


def test_a_folder_that_cannot_be_written_leaves_no_half_copy(database: Path) -> None:
    folder = database.with_name("office.db.backups")
    folder.write_text("a file where the folder should be", encoding="utf-8")

    with open_database(database, PASSPHRASE) as store, pytest.raises(StoreTrouble, match="folder_not_writable"):
        backups.back_up(store)

    assert folder.read_text(encoding="utf-8").startswith("a file")


def test_writing_goes_on_while_a_copy_is_made(database: Path) -> None:
    with open_database(database, PASSPHRASE) as store:
        with store.transaction(verb="test.many") as tx:
            for number in range(3_000):
                add_client(tx, f"客户{number}")
        with open_database(database, PASSPHRASE) as second:
            copy = backups.back_up(store)
            one_client(second, "后来的")
        with open_store(copy.path, PASSPHRASE) as opened:
            assert opened.count("SELECT count(*) FROM client") == 3_000


def test_the_files_of_attachments_lie_beside_the_copies_once_and_come_back_with_them(database: Path) -> None:
    with open_database(database, PASSPHRASE) as store:
        kept = [blobs.keep(database, f"photograph {number}".encode()) for number in range(3)]
        copy = backups.back_up(store)
    beside = blobs.folder_of_copies(database)
    assert blobs.held(beside) == blobs.held(blobs.folder_of(database))
    for name in blobs.held(blobs.folder_of(database)):
        (blobs.folder_of(database) / name).unlink()
    # One that was damaged meanwhile is not put back as if it were whole.
    spoilt = beside / kept[2].name
    spoilt.write_bytes(spoilt.read_bytes()[:-1])

    done = backups.restore(database, copy.path, passphrase=PASSPHRASE)

    assert done.files == 2
    assert [blobs.read(database, one) for one in kept[:2]] == [b"photograph 0", b"photograph 1"]
    with pytest.raises(StoreTrouble, match="blob_missing"):
        blobs.read(database, kept[2])
