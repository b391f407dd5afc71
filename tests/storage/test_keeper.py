"""While a window is open the database is copied by itself, and once more when it closes."""

import time
from pathlib import Path

import pytest

from db import ballast
from db.opening import found_project
from desktop import keeper as module
from desktop.keeper import Keeper
from desktop.services.keeping import backups
from desktop.services.opening import open_database
from tests.storage.rows import one_client


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    found_project(path, name="青禾里", mark="青", device_name="办公室").close()
    return path


def test_closing_the_window_leaves_a_copy_of_the_days_work(database: Path) -> None:
    keeper = Keeper(database, None)
    keeper.start()
    with open_database(database) as store:
        one_client(store)

    keeper.stop()

    (copy,) = backups.listed(database)
    assert copy.reason == "closing"
    with open_database(copy.path) as opened:
        assert opened.count("SELECT count(*) FROM client") == 1
    assert ballast.path_of(database).stat().st_size == ballast.BALLAST_BYTES


def test_a_database_that_is_gone_is_told_and_stops_nothing(database: Path) -> None:
    keeper = Keeper(database.with_name("gone.db"), None)
    keeper.start()

    keeper.stop()

    assert keeper.trouble is not None
    assert keeper.trouble.code == "database_missing"


def test_a_change_is_copied_while_the_window_stays_open(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_EVERY_S", 0.05)
    keeper = Keeper(database, None)
    keeper.start()
    try:
        for _ in range(200):
            if backups.listed(database):
                break
            time.sleep(0.05)
        assert [copy.reason for copy in backups.listed(database)] == ["timer"]
    finally:
        keeper.stop()
