"""A database that was copied, put back or cloned never uses a number of the journal that another one uses too."""

import shutil
from pathlib import Path

import pytest

from db import journal, marker
from db.marker import Marker, beside, in_state
from db.opening import found_project, open_store, renew_writer
from db.store import Store
from db.vault.key_file import key_file_path


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def found(path: Path, state: Path) -> Store:
    path.parent.mkdir(exist_ok=True)
    store = found_project(path, name="青禾里", mark="青", device_name="办公室")
    marker.mark(store, state)
    return store


def opened(path: Path, state: Path) -> tuple[Store, bool]:
    """As the program opens a database; and whether it went on as a new writer."""
    store = open_store(path)
    is_new = not Marker(path, state).agrees(store, store.identity.writer)
    if is_new:
        renew_writer(store, verb="device.renewed")
    marker.mark(store, state)
    return store, is_new


def write(store: Store, times: int = 1) -> None:
    for _ in range(times):
        with store.transaction(verb="test.write"):
            pass


def copied(path: Path, target: Path) -> Path:
    """What a person copies: the database and its keys, the mark beside it too."""
    target.parent.mkdir(exist_ok=True)
    for source, copy in ((path, target), (key_file_path(path), key_file_path(target)), (beside(path), beside(target))):
        if source.exists():
            shutil.copy(source, copy)
    return target


def test_a_database_that_stayed_where_it_was_keeps_its_writer(tmp_path: Path, state: Path) -> None:
    store = found(tmp_path / "a" / "office.db", state)
    for _ in range(3):
        write(store)
        store.close()
        store, is_new = opened(tmp_path / "a" / "office.db", state)
        assert not is_new
    store.close()


def test_a_program_that_was_killed_leaves_marks_that_agree(tmp_path: Path, state: Path) -> None:
    path = tmp_path / "a" / "office.db"
    store = found(path, state)
    write(store, 3)
    # Nothing is told at the end: the mark beside is older than the one of the last commit.
    store.marker = None
    store.close()
    again, is_new = opened(path, state)
    assert not is_new
    again.close()


def test_a_copy_in_another_place_goes_on_as_a_new_writer(tmp_path: Path, state: Path) -> None:
    store = found(tmp_path / "a" / "office.db", state)
    write(store)
    writer = store.identity.writer
    store.close()
    copy, is_new = opened(copied(tmp_path / "a" / "office.db", tmp_path / "b" / "office.db"), state)
    assert is_new
    assert copy.identity.writer != writer
    write(copy)
    assert journal.breaks(copy) == ()
    copy.close()


def test_a_copy_on_another_machine_goes_on_as_a_new_writer(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = found(tmp_path / "a" / "office.db", state)
    store.close()
    monkeypatch.setattr(marker, "this_machine", lambda: "another")
    again, is_new = opened(tmp_path / "a" / "office.db", tmp_path / "state of another machine")
    assert is_new
    again.close()


def test_an_older_file_put_in_its_place_goes_on_as_a_new_writer(tmp_path: Path, state: Path) -> None:
    path = tmp_path / "a" / "office.db"
    store = found(path, state)
    write(store)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    older = path.read_bytes()
    write(store)
    # The power fails: only the mark of the last commit knows of it.
    store.marker = None
    store.close()
    path.write_bytes(older)
    again, is_new = opened(path, state)
    assert is_new
    again.close()


def test_the_same_file_put_back_unchanged_is_still_the_same_writer(tmp_path: Path, state: Path) -> None:
    path = tmp_path / "a" / "office.db"
    found(path, state).close()
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)
    again, is_new = opened(path, state)
    assert not is_new
    again.close()


@pytest.mark.parametrize("spoilt", [b"", b"{", b"\x00" * 1024, b'{"machine":1}'])
def test_one_mark_that_is_lost_or_spoilt_is_replaced_by_the_other(tmp_path: Path, state: Path, spoilt: bytes) -> None:
    path = tmp_path / "a" / "office.db"
    for place in (in_state(path, state), beside(path)):
        if not path.exists():
            found(path, state).close()
        place.write_bytes(spoilt)
        again, is_new = opened(path, state)
        assert not is_new
        again.close()


def test_both_marks_lost_cost_a_new_writer_and_nothing_else(tmp_path: Path, state: Path) -> None:
    path = tmp_path / "a" / "office.db"
    store = found(path, state)
    write(store, 2)
    store.close()
    marker.forget(path, state)
    again, is_new = opened(path, state)
    assert is_new
    assert again.count("SELECT count(*) FROM journal WHERE verb = 'test.write'") == 2
    assert again.count("SELECT count(*) FROM device") == 2
    again.close()
    once_more, is_new = opened(path, state)
    assert not is_new
    once_more.close()


def test_a_state_folder_that_cannot_be_written_leaves_the_mark_beside(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.write_text("a file where a folder should be", encoding="utf-8")
    path = tmp_path / "a" / "office.db"
    store = found(path, state)
    write(store)
    store.close()
    again, is_new = opened(path, state)
    assert not is_new
    again.close()
