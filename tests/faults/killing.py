"""Killing a part of the day again and again, at moments of all kinds."""

import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.faults.day import Day, digest_of
from tests.faults.victims import Killed, Victims, job_of

# Of each of the eight kinds of work: 2,400 in the long run.
KILLS, KILLS_FULL = 7, 300
SEED = 7
# What an export notes of itself, and what carries the time of the day.
OWN_NOTES = ("journal", "export_position", "sent_package", "local_state", "_sqlite_migrations")


def kill_often(
    work: str, kills: int, days: tuple[Day, Day], parent: Victims, folder: Path, check: Callable[[Day, Killed], object]
) -> Counter[str]:
    """Kill `work` at a call drawn at random, every third time by the clock instead; returns what became of them."""
    chance = random.Random(f"{work} {kills}")
    undisturbed = [_undisturbed(work, day, parent, folder) for day in days]
    ends: Counter[str] = Counter()
    for number in range(kills):
        which = number % len(days)
        calls, lasts_s = undisturbed[which]
        place = folder / f"{work}-{number % 2}"
        shutil.rmtree(place, ignore_errors=True)
        day = days[which].copy_to(place)
        if number % 3:
            killed = parent.run(job_of(work, day, seed=SEED, at_call=chance.randint(1, calls)))
            assert killed.was_killed, killed
        else:
            after_s = chance.uniform(0, lasts_s)
            killed = parent.run(job_of(work, day, seed=SEED), kill_after_s=after_s)
            assert killed.was_killed or killed.status == 0, killed
        check(day, killed)
        ends[f"{killed.confirmed} confirmed"] += 1
        if (number + 1) % 100 == 0:
            sys.stdout.write(
                f"{work}: {number + 1} kills, nothing lost, nothing damaged: {dict(sorted(ends.items()))}\n"
            )
            sys.stdout.flush()
    return ends


def _undisturbed(work: str, day: Day, parent: Victims, folder: Path) -> tuple[int, float]:
    """How many calls and how many seconds the work takes when nobody stands in its way."""
    began = time.monotonic()
    ran = parent.run(job_of(work, day.copy_to(folder / "whole"), seed=SEED))
    lasts_s = time.monotonic() - began
    shutil.rmtree(folder / "whole")
    assert ran.status == 0, ran
    return ran.calls, lasts_s


def digest_without_notes(day: Day) -> str:
    with day.open() as store:
        return digest_of(store, but=OWN_NOTES)


def long_ago(folder: Path) -> None:
    """Let what is unfinished have been left an hour ago."""
    for file in folder.glob(".*"):
        os.utime(file, (time.time() - 3_600,) * 2)
