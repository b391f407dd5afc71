"""SIGKILL at any moment of every kind of work: what was confirmed is there, row for row, and nothing is half done."""

import shutil
from pathlib import Path

import pytest

from db import backups
from db.driver import connect
from db.exchange.package import open_package
from db.store import Store
from db.vault import device_keys, key_file
from desktop.services.exchange import packages
from desktop.services.guests import check_ins
from desktop.services.keeping.backups import back_up
from desktop.services.registry import administrator
from tests.faults.day import WORK, Day, assert_sound, digest_of, seeded, ticking
from tests.faults.killing import (
    KILLS,
    KILLS_FULL,
    OWN_NOTES,
    SEED,
    digest_without_notes,
    kill_often,
    long_ago,
)
from tests.faults.victims import Killed, Victims
from tests.faults.watching import needs_watching

pytestmark = needs_watching

# -- what writes rows --------------------------------------------------------------------------------------------------


def states_of(work: str, day: Day, folder: Path) -> list[str]:
    """The digests of the database before the first step of `work` and after each."""
    whole = day.copy_to(folder / "states")
    with seeded(SEED), whole.open() as store:
        states = [digest_of(store)]
        ticking(store)
        for step in WORK[work](whole):
            step(store)
            states.append(digest_of(store))
    shutil.rmtree(folder / "states")
    return states


def kill_rows(work: str, kills: int, days: tuple[Day, Day], parent: Victims, folder: Path) -> None:
    states = {day.key: states_of(work, day, folder) for day in days}
    assert all(len(set(found)) == len(found) for found in states.values())

    def check(day: Day, killed: Killed) -> None:
        with day.open() as store:
            # The step that was cut off may be there too: it had no time to say so.
            found = digest_of(store)
            assert found in states[day.key][killed.confirmed : killed.confirmed + 2], killed
            assert_sound(store)
            check_ins.walk_in(administrator(store), store, event=day.event, name="下一位")

    ends = kill_often(work, kills, days, parent, folder, check)
    assert len(ends) > 1, ends


@pytest.mark.parametrize("work", ["scan", "talk", "merge"])
def test_what_was_confirmed_before_a_kill_is_there_and_nothing_is_half_done(
    work: str, days: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_rows(work, KILLS, days, parent, folder)


@pytest.mark.full
@pytest.mark.parametrize("work", ["scan", "talk", "merge"])
def test_what_was_confirmed_before_hundreds_of_kills_is_there(
    work: str, days: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_rows(work, KILLS_FULL, days, parent, folder)


# -- what writes files -------------------------------------------------------------------------------------------------


def kill_exports(kills: int, days: tuple[Day, Day], parent: Victims, folder: Path) -> None:
    def check(day: Day, killed: Killed) -> None:
        with day.open() as store:
            assert_sound(store)
            assert digest_of(store, but=OWN_NOTES) == digests[day.key]
            whole = [file for file in day.database.parent.glob("*.qinting") if opened_whole(store, file)]
            assert len(whole) >= min(killed.confirmed, 1) + (killed.confirmed == 3)
            file = day.database.with_name("out.qinting")
            assert packages.export(administrator(store), store, file=file).size_bytes == file.stat().st_size
            assert opened_whole(store, file)

    digests = {day.key: digest_without_notes(day) for day in days}
    kill_often("export", kills, days, parent, folder, check)


def opened_whole(store: Store, file: Path) -> bool:
    """Everything in the package can be read: its signature, its lengths, every row."""
    package = open_package(file.read_bytes(), device_keys.read(store.connection), project=store.identity.project)
    return sum(len(rows) for _, rows in package.blocks()) == sum(package.manifest.rows.values())


def test_an_export_that_is_killed_leaves_a_whole_package_or_none(
    days: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_exports(KILLS, days, parent, folder)


@pytest.mark.full
def test_hundreds_of_killed_exports_leave_whole_packages_or_none(
    days: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_exports(KILLS_FULL, days, parent, folder)


def kill_backups(kills: int, days: tuple[Day, Day], parent: Victims, folder: Path) -> None:
    states = {day.key: states_of("backup", day, folder) for day in days}

    def check(day: Day, killed: Killed) -> None:
        copies = backups.made(day.database)
        assert len(copies) >= min(killed.confirmed, 1) + (killed.confirmed == 3)
        for copy in copies:
            assert key_file.key_file_path(copy.path).read_bytes() == key_file.key_file_path(day.database).read_bytes()
            with Store(copy.path, connect(copy.path, day.key), day.key) as store:
                assert digest_of(store) in states[day.key]
                assert_sound(store)
        with day.open() as store:
            assert digest_of(store) in states[day.key][killed.confirmed : killed.confirmed + 2]
            assert_sound(store)
            long_ago(backups.folder_of(day.database))
            newest = back_up(store)
        left = [file.name for file in backups.folder_of(day.database).iterdir() if file.name.startswith(".")]
        assert left == []
        assert newest in backups.made(day.database)

    kill_often("backup", kills, days, parent, folder, check)


def test_a_backup_that_is_killed_leaves_whole_copies_only(days: tuple[Day, Day], parent: Victims, folder: Path) -> None:
    kill_backups(KILLS, days, parent, folder)


@pytest.mark.full
def test_hundreds_of_killed_backups_leave_whole_copies_only(
    days: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_backups(KILLS_FULL, days, parent, folder)
