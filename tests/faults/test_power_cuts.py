"""The power is cut at any moment of a day: whatever was confirmed is there, row for row, and the database opens."""

import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from db import migrations
from db.driver import DatabaseError
from db.errors import StoreTrouble
from desktop.services.guests import check_ins
from desktop.services.registry import administrator
from tests.faults.day import (
    Day,
    assert_sound,
    digest_of,
    later_program,
    whole_day,
)
from tests.faults.power import SCHEDULES, SECTOR, Change, Disk, Image, Recorder, cuts
from tests.faults.watching import DELETE, OPEN, SYNC, TRUNCATE, WRITE, needs_watching, watched

CUTS, CUTS_FULL = 120, 20_000
# SQLite folds its log into the file now and then; in a short day it has to be asked.
FOLD_EVERY = 4


@dataclass(frozen=True, slots=True)
class Run:
    """A recorded day: what stood on the disk before it, every change, and the database's digest after each step."""

    day: Day
    image: Image
    recorder: Recorder
    states: tuple[str, ...]


def record(day: Day, *, pragmas: str = "", fold: bool = True) -> Run:
    """Live the whole day once and note all that reaches the files, to the closing of the database."""
    image = image_of(day)
    recorder = Recorder()
    with watched(recorder), day.open() as store:
        for pragma in pragmas.split(";"):
            store.connection.execute(pragma)
        states = [digest_of(store)]
        for number, step in enumerate(whole_day(day), start=1):
            step(store)
            recorder.confirm()
            states.append(digest_of(store))
            if fold and number % FOLD_EVERY == 0:
                store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)" if number % 8 else "PRAGMA wal_checkpoint")
    assert len(set(states)) == len(states)
    return Run(day, image, recorder, tuple(states))


def image_of(day: Day) -> Image:
    files = day.database.parent.glob(f"{day.database.name}*")
    return {file.name: file.read_bytes() for file in files if file.is_file()}


def stand(image: Image, day: Day, folder: Path) -> Day:
    """The day on the disk that is left."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in image.items():
        (folder / name).write_bytes(content)
    return Day(folder / day.database.name, day.key, day.event, day.tokens, day.package)


def survey(run: Run, count: int, seed: int, folder: Path) -> Counter[str]:
    """Cut the power so often and look at each database; returns how many were whole, lost something or were damaged."""
    found: Counter[str] = Counter()
    for number, (confirmed, schedule, image) in enumerate(cuts(run.recorder, run.image, count, seed), start=1):
        found[verdict(run, confirmed, stand(image, run.day, folder / "cut"))] += 1
        found[schedule] += 1
        if number % 1_000 == 0:
            sys.stdout.write(f"power cuts: {number}: {dict(sorted(found.items()))}\n")
            sys.stdout.flush()
    return found


def verdict(run: Run, confirmed: int, day: Day) -> str:
    try:
        with day.open() as store:
            digest = digest_of(store)
            if digest in run.states[confirmed : confirmed + 2]:
                assert_sound(store)
                return "whole"
            return "lost" if digest in run.states else "damaged"
    except (StoreTrouble, DatabaseError, AssertionError):
        return "damaged"


@pytest.fixture(scope="module")
def runs(days: tuple[Day, Day], tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Run]:
    """The day recorded on a plain and on a keyed database."""
    folder = tmp_path_factory.mktemp("recorded")
    plain, keyed = (record(day.copy_to(folder / f"run-{number}")) for number, day in enumerate(days))
    return plain, keyed


@needs_watching
@pytest.mark.parametrize("which", [0, 1], ids=["plain", "keyed"])
def test_a_power_cut_takes_nothing_that_was_confirmed(runs: tuple[Run, Run], which: int, folder: Path) -> None:
    found = survey(runs[which], CUTS, which, folder)

    assert (found["whole"], found["lost"], found["damaged"]) == (CUTS, 0, 0), found
    assert all(found[schedule] for schedule in SCHEDULES)


@needs_watching
@pytest.mark.full
@pytest.mark.parametrize("which", [0, 1], ids=["plain", "keyed"])
def test_twenty_thousand_power_cuts_take_nothing_that_was_confirmed(
    runs: tuple[Run, Run], which: int, folder: Path
) -> None:
    found = survey(runs[which], CUTS_FULL // 2, 100 + which, folder)

    assert (found["whole"], found["lost"], found["damaged"]) == (CUTS_FULL // 2, 0, 0), found


# -- the model itself --------------------------------------------------------------------------------------------------


@needs_watching
@pytest.mark.parametrize(
    ("pragmas", "bad"),
    [("PRAGMA synchronous = OFF", "damaged"), ("PRAGMA synchronous = NORMAL", "lost")],
    ids=["nothing is flushed", "the log is flushed late"],
)
def test_the_model_finds_what_is_not_flushed(runs: tuple[Run, Run], pragmas: str, bad: str, folder: Path) -> None:
    careless = record(stand(runs[0].image, runs[0].day, folder / "careless"), pragmas=pragmas)

    found = survey(careless, 80, 3, folder)

    assert found[bad] > 4, found


@needs_watching
def test_without_a_cut_the_model_holds_what_the_disk_holds(runs: tuple[Run, Run]) -> None:
    for run in runs:
        disk = Disk(run.image)
        for change in run.recorder.log:
            disk.move(change)
        left = disk.cut("everything", Random(0))
        left.pop(f"{run.day.database.name}-wal", None)
        assert left == image_of(run.day)


def disk(*changes: Change, image: Image | None = None) -> Disk:
    made = Disk(image or {})
    for change in changes:
        made.move(change)
    return made


NEW, FLUSH = Change(OPEN, "a", 1, b""), Change(SYNC, "a", 0, b"")


def images(made: Disk) -> set[bytes | None]:
    """What `a` may be after a cut, in the eyes of every schedule."""
    return {made.cut(schedule, Random(seed)).get("a") for schedule in SCHEDULES for seed in range(200)}


def test_what_was_flushed_is_there_and_what_was_not_may_be_missing() -> None:
    one, two = Change(WRITE, "a", 0, b"one"), Change(WRITE, "a", 3, b"two")

    assert images(disk(NEW, one, FLUSH)) == {b"one"}
    assert {b"one", b"onetwo"} <= images(disk(NEW, one, FLUSH, two))
    assert {None, b"", b"one"} <= images(disk(NEW, one))


def test_a_write_is_torn_at_sectors_and_leaves_its_neighbours_alone() -> None:
    old, new = bytes([1]) * (3 * SECTOR), bytes([2]) * (2 * SECTOR)
    torn = disk(NEW, Change(WRITE, "a", 0, old), FLUSH, Change(WRITE, "a", SECTOR // 2, new))

    seen = {content for content in images(torn) if content is not None}

    assert old in seen
    assert len(seen) > 4
    assert all(content[: SECTOR // 2] == old[: SECTOR // 2] for content in seen)
    assert all(content[-SECTOR // 2 :] == old[-SECTOR // 2 :] for content in seen)
    edges = {content[SECTOR // 2 : SECTOR] for content in seen}
    assert edges == {old[: SECTOR // 2], new[: SECTOR // 2]}


def test_a_later_write_may_reach_the_disk_before_an_earlier_one() -> None:
    first, second = Change(WRITE, "a", 0, b"1" * SECTOR), Change(WRITE, "a", SECTOR, b"2" * SECTOR)

    seen = images(disk(NEW, Change(WRITE, "a", 0, b"0" * 2 * SECTOR), FLUSH, first, second))

    assert b"0" * SECTOR + b"2" * SECTOR in seen


def test_a_deleted_file_may_come_back_until_its_folder_is_flushed() -> None:
    gone, told = Change(DELETE, "a", 0, b""), Change(DELETE, "a", 1, b"")
    image = {"a": b"old"}

    assert images(disk(gone, image=image)) == {None, b"old"}
    assert images(disk(told, image=image)) == {None}
    assert images(disk(gone, Change(OPEN, "b", 1, b""), Change(SYNC, "b", 0, b""), image=image)) == {None}


def test_a_truncation_may_be_missing_until_it_is_flushed() -> None:
    short = Change(TRUNCATE, "a", 1, b"")

    assert images(disk(short, image={"a": b"old"})) == {b"old", b"o"}
    assert images(disk(short, FLUSH, image={"a": b"old"})) == {b"o"}


# -- a migration -------------------------------------------------------------------------------------------------------


@needs_watching
def test_a_power_cut_during_a_migration_leaves_the_old_or_the_new(runs: tuple[Run, Run], folder: Path) -> None:
    run = runs[1]
    day = stand(run.image, run.day, folder / "migrated")
    image, recorder = image_of(day), Recorder()
    with watched(recorder), later_program():
        day.open_up_to_date().close()
    recorder.confirm()

    for confirmed, _, left in cuts(recorder, image, CUTS // 3, 9):
        cut = stand(left, day, folder / "cut")
        with cut.open() as store:
            version = store.count("PRAGMA user_version")
            assert_sound(store)
            assert not confirmed or version == migrations.LATEST + 1
        with later_program(), cut.open_up_to_date() as store:
            assert store.count("SELECT count(*) FROM later") == store.count("SELECT count(*) FROM client") > 0
            check_ins.walk_in(administrator(store), store, event=day.event, name="下一位")
