"""A machine that is set back with all that lies on it, marks and all, still does not use a number twice."""

from pathlib import Path

from db import journal, marker
from desktop.services.exchange import packages
from desktop.services.opening import open_database, state_folder
from desktop.services.registry import administrator
from tests.screens import office_world as world


def test_a_machine_set_back_with_its_marks_finds_out_by_its_own_entries(tmp_path: Path) -> None:
    path, package = tmp_path / "office" / "office.db", tmp_path / "later.qinting"
    path.parent.mkdir()
    with world.found(path) as store:
        caller, _ = world.with_event(store)
        writer = store.identity.writer
    kept = {file: file.read_bytes() for file in (path, marker.beside(path), marker.in_state(path, state_folder()))}
    with open_database(path) as store:
        people = world.with_staff(store)
        packages.export(caller, store, file=package)
    for file, content in kept.items():
        file.write_bytes(content)

    with open_database(path) as store:
        # Nothing outside the database tells: the marks were set back with it.
        assert store.before_writing is None
        assert packages.take_in(administrator(store), store, file=package).taken
        assert store.count("SELECT count(*) FROM staff WHERE id = :id", id=people.host) == 1
        assert marker.is_behind(store)

    with open_database(path) as store:
        world.with_staff(store)
        assert store.identity.writer != writer
        assert not marker.is_behind(store)
    with open_database(path) as store:
        assert store.before_writing is None


def test_a_copy_that_is_only_read_stays_as_it_is_and_changes_when_it_is_written(tmp_path: Path) -> None:
    path, copy = tmp_path / "office.db", tmp_path / "copy.db"
    with world.found(path) as store:
        writer = store.identity.writer
    for suffix in ("", ".keys"):
        copy.with_name(copy.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())

    with open_database(copy) as store:
        assert store.identity.writer == writer
        assert store.count("SELECT count(*) FROM device") == 1
    with open_database(copy) as store:
        world.with_event(store)
        assert store.identity.writer != writer
        assert store.count("SELECT count(*) FROM device") == 2
        assert journal.breaks(store) == ()
