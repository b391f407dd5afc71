"""The helpers behind a window, backups and exchange, outlive a disk that fails and do their work afterwards."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import courier, keeper
from desktop.services.guests import check_ins
from desktop.services.keeping import backups
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from tests.faults.day import Day, furnish
from tests.faults.failing import Failing
from tests.faults.watching import IOERR_READ, IOERR_WRITE, READ, WRITE, needs_watching, watched

pytestmark = needs_watching

LONGEST_S = 60.0


@pytest.fixture
def desk(tmp_path: Path) -> Day:
    """A plain desk that has been opened here before: it stays the same writer."""
    day = furnish(tmp_path / "helped", passphrase=None)
    open_database(day.database).close()
    return day


def until(is_so: Callable[[], object]) -> None:
    ends = time.monotonic() + LONGEST_S
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.01)


@pytest.mark.parametrize("answers", [{READ: IOERR_READ}, {WRITE: IOERR_WRITE}], ids=["reading", "writing"])
def test_the_exchange_goes_on_when_the_disk_is_well_again(answers: dict[str, int], desk: Day, tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    failing = Failing(answers, lasts=True)
    with watched(failing):
        one = courier.Courier(desk.database, None, str(tmp_path / "share"))
        store = one._round(None)
        assert store
        assert not one.standing.trouble
        with desk.open() as other:
            check_ins.walk_in(administrator(other), other, event=desk.event, name="江晚")

        failing.arm(1)
        # What the thread of the exchange does again and again: it must not raise, or nothing is exchanged any more.
        for _ in range(2):
            store = one._round(store)
            assert one.standing.trouble
            assert re.fullmatch("disk_trouble|database_(damaged|folder)", one.standing.trouble.code)
        failing.mend()
        store = one._round(store)

        assert not one.standing.trouble
        assert store
        store.close()
    assert len(list((tmp_path / "share").rglob("*.qinting"))) > 1


@pytest.mark.parametrize("answers", [{READ: IOERR_READ}, {WRITE: IOERR_WRITE}], ids=["reading", "writing"])
def test_copies_go_on_when_the_disk_is_well_again(
    answers: dict[str, int], desk: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "LOOK_EVERY_S", 0.02)
    failing = Failing(answers, lasts=True)
    failing.arm(1)
    with watched(failing):
        one = keeper.Keeper(desk.database, None)
        one.start()
        try:
            until(lambda: one.trouble)
            failing.mend()
            until(lambda: backups.listed(desk.database))
            until(lambda: not one.trouble)
        finally:
            failing.mend()
            one.stop()
