"""The room that is given back when a disk is full lets the door go on."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import ballast
from db.records import Event
from desktop.services.guests import check_ins
from desktop.services.opening import found_project
from desktop.services.registry import administrator
from tests.faults.test_disks import fill, mount

pytestmark = pytest.mark.skipif(os.name != "posix", reason="disks are mounted in the way of POSIX systems")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)):
        pytest.skip("no disk can be mounted here: that takes root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_takes_the_next_guests_all_the_same(disk: Path) -> None:
    path = disk / "kiosk.db"
    with found_project(path, name="青禾里", mark=None, device_name=None, passphrase=None) as store:
        with store.transaction(verb="test.event") as tx:
            event = tx.insert(
                Event(
                    id=tx.new_id(), created_at=tx.now, number=1, node="site_open_day", title="工地开放日",
                    starts_at=tx.now, ends_at=tx.now + 1,
                )
            )  # fmt: skip
        caller = administrator(store)
        assert ballast.lay(path)
        fill(disk)

        came = [check_ins.walk_in(caller, store, event=event, name=f"客户{number}") for number in range(200)]

        assert not ballast.path_of(path).exists()
        assert store.count("SELECT count(*) FROM check_in") == len(came)


def test_where_there_is_no_room_for_it_no_half_ballast_stays(disk: Path) -> None:
    path = disk / "kiosk.db"
    fill(disk, spare_bytes=1_000_000)

    assert not ballast.lay(path)
    assert not ballast.path_of(path).exists()
