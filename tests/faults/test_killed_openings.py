"""SIGKILL while a database is migrated, founded or restored: there is a whole one, or asking once more makes it."""

import contextlib
import shutil
from pathlib import Path

import pytest

from db import backups
from db.driver import connect
from db.errors import Refused
from db.store import Store
from desktop.services.guests import check_ins
from desktop.services.keeping.backups import back_up, restore
from desktop.services.opening import found_project, open_database
from desktop.services.registry import administrator
from tests.faults.day import Day, assert_sound, cheap_stretching, digest_of, key_at_hand, later_program
from tests.faults.killing import KILLS, KILLS_FULL, OWN_NOTES, digest_without_notes, kill_often, long_ago
from tests.faults.victims import Killed, Victims
from tests.faults.watching import needs_watching

pytestmark = needs_watching


def kill_migrations(kills: int, days: tuple[Day, Day], parent: Victims, folder: Path) -> None:
    before, after = dict[bytes | None, str](), dict[bytes | None, str]()
    for day in days:
        before[day.key] = digest_without_notes(day)
        whole = day.copy_to(folder / "migrated")
        with later_program(), whole.open_up_to_date() as store:
            after[day.key] = digest_of(store, but=OWN_NOTES)
        shutil.rmtree(folder / "migrated")

    def check(day: Day, killed: Killed) -> None:
        with day.open() as store:
            assert_sound(store)
            found = digest_of(store, but=OWN_NOTES)
            assert found == after[day.key] if killed.confirmed else found in (before[day.key], after[day.key])
        with later_program(), day.open_up_to_date() as store:
            assert digest_of(store, but=OWN_NOTES) == after[day.key]
            assert_sound(store)
            check_ins.walk_in(administrator(store), store, event=day.event, name="下一位")

    kill_often("migration", kills, days, parent, folder, check)


def test_a_migration_that_is_killed_is_done_in_full_or_not_at_all(
    days: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_migrations(KILLS, days, parent, folder)


@pytest.mark.full
def test_hundreds_of_killed_migrations_are_done_in_full_or_not_at_all(
    days: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_migrations(KILLS_FULL, days, parent, folder)


@pytest.fixture
def nowhere(days: tuple[Day, Day], tmp_path: Path) -> tuple[Day, Day]:
    """Two places without a database."""
    (tmp_path / "empty").mkdir()
    plain, keyed = (Day(tmp_path / "empty" / "new.db", day.key, day.event, (), day.package) for day in days)
    return plain, keyed


def kill_foundings(kills: int, nowhere: tuple[Day, Day], parent: Victims, folder: Path) -> None:
    def check(day: Day, killed: Killed) -> None:
        passphrase = "口令" if day.key else None
        with cheap_stretching():
            if killed.confirmed:
                assert day.database.exists()
            long_ago(day.database.parent)
            if not day.database.exists():
                # Nobody had been told that it was there. Asking once more makes it, or finds it finished.
                with contextlib.suppress(Refused):
                    found_project(
                        day.database, name="青禾里", mark=None, device_name=None, passphrase=passphrase
                    ).close()
            with open_database(day.database, passphrase) as store:
                assert_sound(store)
        assert [file.name for file in day.database.parent.iterdir() if file.name.startswith(".")] == []

    kill_often("founding", kills, nowhere, parent, folder, check)


def test_a_founding_that_is_killed_can_be_asked_for_again(
    nowhere: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_foundings(KILLS, nowhere, parent, folder)


@pytest.mark.full
def test_hundreds_of_killed_foundings_can_be_asked_for_again(
    nowhere: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_foundings(KILLS_FULL, nowhere, parent, folder)


@pytest.fixture(scope="module")
def copied(days: tuple[Day, Day], tmp_path_factory: pytest.TempPathFactory) -> tuple[Day, Day]:
    """The desks with a copy of each, and something written after it."""
    folder = tmp_path_factory.mktemp("copied")
    made = []
    for number, day in enumerate(days):
        made.append(day.copy_to(folder / str(number)))
        with made[-1].open() as store:
            back_up(store)
            check_ins.walk_in(administrator(store), store, event=day.event, name="后来的客人")
    plain, keyed = made
    return plain, keyed


def kill_restores(kills: int, copied: tuple[Day, Day], parent: Victims, folder: Path) -> None:
    before = {day.key: digest_without_notes(day) for day in copied}
    arrivals = "SELECT count(*) FROM client WHERE name = '后来的客人'"

    def check(day: Day, killed: Killed) -> None:
        with day.open() as store:
            assert_sound(store)
            is_old = digest_of(store, but=OWN_NOTES) == before[day.key]
            assert is_old == bool(store.count(arrivals))
            assert not (is_old and killed.confirmed)
        aside = [file for file in day.database.parent.glob("*.db.replaced-*")]
        assert is_old or aside
        for file in aside:
            with Store(file, connect(file, day.key), day.key) as store:
                assert digest_of(store, but=OWN_NOTES) == before[day.key]
        # Asked for once more it is done, whatever the first time left.
        with key_at_hand(day.key):
            restore(day.database, backups.made(day.database)[0].path, passphrase=None)
        with day.open() as store:
            assert_sound(store)
            assert store.count(arrivals) == 0

    kill_often("restore", kills, copied, parent, folder, check)


def test_a_restore_that_is_killed_leaves_the_old_database_or_the_copy(
    copied: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_restores(KILLS, copied, parent, folder)


@pytest.mark.full
def test_hundreds_of_killed_restores_leave_the_old_database_or_the_copy(
    copied: tuple[Day, Day], parent: Victims, folder: Path
) -> None:
    kill_restores(KILLS_FULL, copied, parent, folder)
