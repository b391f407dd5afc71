"""While a window is open its device exchanges with the shared folder by itself."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from db import devices
from db.opening import found_project
from desktop import courier as module
from desktop.courier import Courier
from desktop.services.opening import open_database, with_derived_tables
from tests.exchange.forging import joined, print_of
from tests.storage.rows import one_client

PATIENCE_S = 20.0


def waited(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROUND_S", 0.1)
    monkeypatch.setattr(module, "JITTER_S", 0.05)
    monkeypatch.setattr(module, "SLOWEST_S", 0.3)


@pytest.mark.usefixtures("quick")
def test_what_one_device_writes_stands_on_the_other_a_moment_later(folder: Path) -> None:
    share = folder / "share"
    share.mkdir()
    with with_derived_tables(found_project(folder / "a.db", name="青禾里", mark="青", device_name="东门")) as first:
        second = with_derived_tables(joined(first, folder / "b.db"))
        for one, other in ((first, second), (second, first)):
            with one.transaction(verb="test.trust") as tx:
                devices.trust(tx, devices.Trusted(print_of(other), None, None, None, None))
        second.close()
        couriers = [Courier(folder / name, None, str(share)) for name in ("a.db", "b.db")]
        for courier in couriers:
            courier.start()
        try:
            one_client(first)
            with open_database(folder / "b.db") as here:
                assert waited(lambda: here.count("SELECT count(*) FROM client") == 1)
            assert all(courier.standing.trouble is None for courier in couriers)
        finally:
            for courier in couriers:
                courier.stop()


@pytest.mark.usefixtures("quick")
def test_a_folder_that_is_gone_is_told_and_tried_again(folder: Path) -> None:
    share = folder / "share"
    found_project(folder / "a.db", name="青禾里", mark="青", device_name="东门").close()
    courier = Courier(folder / "a.db", None, str(share))
    courier.start()
    try:
        assert waited(lambda: courier.standing.trouble is not None)
        assert courier.standing.trouble is not None
        assert courier.standing.trouble.code == "outbox_address"
        share.mkdir()
        assert waited(lambda: courier.standing.trouble is None and courier.standing.last_at is not None)
    finally:
        courier.stop()


def test_closing_puts_out_what_was_written_in_the_last_second(folder: Path) -> None:
    share = folder / "share"
    share.mkdir()
    with with_derived_tables(found_project(folder / "a.db", name="青禾里", mark="青", device_name="东门")) as store:
        courier = Courier(folder / "a.db", None, str(share))
        courier.start()
        one_client(store)

        courier.stop()

        assert list((share / store.identity.project / store.identity.writer).glob("*.qinting"))
