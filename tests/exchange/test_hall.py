"""Three kiosks and two laptops as five processes on one folder that is now and then not there."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

import pytest

from db import devices
from db.exchange.blocks import content_digest
from db.opening import found_project
from desktop.services.exchange import outbox
from desktop.services.opening import open_database, with_derived_tables
from desktop.services.registry import administrator
from tests.exchange.forging import joined, print_of

ROOT = Path(__file__).parents[2]
NAMES = ("东门", "西门", "北门", "桌一", "桌二")
SECONDS, SECONDS_FULL = 24.0, 600.0
# Devices at one event see each other's check-ins within this time while the folder is there.
LONGEST_MS = 5_000


def test_five_devices_on_a_folder_that_comes_and_goes_end_alike(folder: Path) -> None:
    ages = live_through(folder, SECONDS)

    assert ages[0] < LONGEST_MS


@pytest.mark.full
def test_five_devices_live_through_ten_minutes(folder: Path) -> None:
    live_through(folder, SECONDS_FULL)


def live_through(folder: Path, seconds: float) -> tuple[float, float]:
    """Returns the median and the 99th percentile, in milliseconds, of how old news was when it came."""
    share, away = folder / "share", folder / "away"
    share.mkdir()
    return live_at(folder, seconds, str(share), lambda: share.rename(away), lambda: away.rename(share))


def live_at(
    folder: Path,
    seconds: float,
    address: str,
    lose: Callable[[], object],
    find: Callable[[], object],
    *,
    names: tuple[str, ...] = NAMES,
    losses: int = 3,
    rounds: float | None = None,
) -> tuple[float, float]:
    """A day at any common place, which `lose` takes away now and then, and `find` brings back."""
    files = hall(folder, names)
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.exchange.hall_worker", str(file), address, str(seed), str(seconds)],
            cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, encoding="utf-8",
        )
        for seed, file in enumerate(files)
    ]  # fmt: skip
    chance, end = random.Random(7), time.monotonic() + seconds
    lost = 0
    while time.monotonic() < end:
        time.sleep(chance.uniform(3, 6))
        lose()
        time.sleep(chance.uniform(0.2, 1.5))
        find()
        lost += 1
    told = [json.loads(worker.communicate(timeout=120)[0]) for worker in workers]
    assert [worker.returncode for worker in workers] == [0] * len(files)
    assert lost >= losses
    assert sum(one["rounds"] - one["failed"] for one in told) >= (rounds or len(files) * seconds / 6)

    stores = [open_database(file) for file in files]
    try:
        for _ in range(2):
            for store in stores:
                later = store.clock() + 600_000
                store.clock = lambda at=later: at  # type: ignore[misc]  # a file that was refused for now is tried again
                done = outbox.sync(administrator(store), store, address=address)
        assert all(peer.waiting == () and peer.missing == () for peer in done.peers)
        assert len({content_digest(store) for store in stores}) == 1
        written = stores[0].count("SELECT count(*) FROM client") + stores[0].count("SELECT count(*) FROM check_in")
        assert written >= (rounds or len(files) * seconds)
    finally:
        for store in stores:
            store.close()
    ages = sorted(age for one in told for age in one["ages_ms"])
    p50, p99 = quantiles(ages, n=100)[49], quantiles(ages, n=100)[98]
    sys.stdout.write(f"news: {len(ages)}, p50 {p50:,.0f} ms, p99 {p99:,.0f} ms, the place was lost {lost} times\n")
    return p50, p99


def hall(folder: Path, names: tuple[str, ...] = NAMES) -> list[Path]:
    """An office that is not there on the day, and five devices that trust one another."""
    with with_derived_tables(
        found_project(folder / "office.db", name="青禾里", mark="青", device_name="办公室")
    ) as office:
        stores = [with_derived_tables(joined(office, folder / f"{name}.db")) for name in names]
        for one in stores:
            with one.transaction(verb="test.trust") as tx:
                for other in stores:
                    if other is not one:
                        devices.trust(tx, devices.Trusted(print_of(other), None, None, None, None))
    files = [store.path for store in stores]
    for store in stores:
        store.close()
    return files
