"""The folder that devices share vanishes at any moment of a round, or a thousand files wait in it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from db import devices
from db.errors import Trouble
from db.exchange.blocks import content_digest
from db.opening import found_project
from db.records import Client
from db.store import Store
from desktop.services.exchange import outbox
from desktop.services.exchange.outbox import Synced
from desktop.services.opening import with_derived_tables
from desktop.services.registry import administrator
from resources.wording import wording
from tests.exchange.forging import joined, print_of
from tests.faults.program import assert_spoken

WAITING, WAITING_FULL = 60, 1_000
LATER_MS = 600_000
MOST_CALLS = 2_000


class Hook:
    """Hears of every call of Python to the files; there is one for the process, as Python never lets go of it."""

    watcher: "Vanishing | None" = None
    is_installed = False

    @staticmethod
    def hear(_event: str, arguments: tuple[Any, ...]) -> None:
        if Hook.watcher and arguments and isinstance(arguments[0], str | os.PathLike):
            Hook.watcher.called(os.fspath(arguments[0]))


class Vanishing:
    """Takes the folder away at the Nth call to anything in it."""

    def __init__(self, share: Path, at: int) -> None:
        self.share, self.at, self.calls = share, at, 0
        self.away = share.with_name("away")

    def called(self, path: str | bytes) -> None:
        if not str(path).startswith(str(self.share)):
            return
        self.calls += 1
        if self.calls == self.at:
            Hook.watcher = None
            self.share.rename(self.away)


@contextmanager
def vanishing(share: Path, at: int) -> Iterator[Vanishing]:
    """The folder is gone from the Nth call on and is back at the end."""
    if not Hook.is_installed:
        sys.addaudithook(Hook.hear)
        Hook.is_installed = True
    watcher = Vanishing(share, at)
    Hook.watcher = watcher
    try:
        yield watcher
    finally:
        Hook.watcher = None
        if watcher.away.exists():
            assert not share.exists(), "something was written where the folder was not"
            watcher.away.rename(share)


@pytest.fixture
def pair(folder: Path) -> Iterator[tuple[Store, Store]]:
    """An office and a laptop that trust one another."""
    (folder / "share").mkdir()
    with (
        with_derived_tables(found_project(folder / "office.db", name="青禾里", mark="青", device_name="办公室")) as one,
        with_derived_tables(joined(one, folder / "desk.db")) as two,
    ):
        for store, other in ((one, two), (two, one)):
            with store.transaction(verb="test.trust") as tx:
                devices.trust(tx, devices.Trusted(print_of(other), None, None, None, None))
        yield one, two


def share_of(store: Store) -> Path:
    return store.path.parent / "share"


def round_of(store: Store) -> Synced:
    """A round, some time after the last one: what was refused for now is tried again."""
    later = store.clock() + LATER_MS
    store.clock = lambda: later
    return outbox.sync(administrator(store), store, address=str(share_of(store)))


def put_client(store: Store, name: str) -> None:
    with store.transaction(verb="test.add") as tx:
        tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=name))


@pytest.mark.parametrize("turn", [0, 1], ids=["putting out", "taking in"])
def test_a_folder_that_vanishes_in_the_middle_of_a_round_costs_nothing(pair: tuple[Store, Store], turn: int) -> None:
    vanished = told = 0
    for at in range(1, MOST_CALLS):
        put_client(pair[0], f"客户{at}")
        if turn:
            round_of(pair[0])
        with vanishing(share_of(pair[0]), at) as watcher:
            try:
                round_of(pair[turn])
            except Trouble as trouble:
                said = wording(trouble.code, trouble.facts, "zh")
                assert_spoken(said.message, said.next)
                told += 1
        vanished += watcher.calls >= at
        last = [round_of(store) for store in (*pair, *pair)]

        assert [peer.waiting or peer.missing for done in last[2:] for peer in done.peers] == [()] * 2
        assert content_digest(pair[0]) == content_digest(pair[1])
        if watcher.calls < at:
            break
    assert vanished > 3
    assert told
    assert pair[1].count("SELECT count(*) FROM client") == at


# -- much to do --------------------------------------------------------------------------------------------------------


def put_out_many(store: Store, count: int) -> None:
    """So many files of one client each, as a busy door puts them out."""
    for number in range(count):
        put_client(store, f"客户{number}")
        outbox.sync(administrator(store), store, address=str(share_of(store)))


def peak_kib() -> int:
    """The most memory that this process ever had; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def assert_taken_in_one_round(pair: tuple[Store, Store], count: int) -> None:
    office, desk = pair
    put_out_many(office, count)
    before_kib, began = peak_kib(), time.monotonic()

    done = round_of(desk)

    took_s, more_kib = time.monotonic() - began, peak_kib() - before_kib
    sys.stdout.write(f"{count} waiting packages: {took_s:.1f} s, {more_kib / 1024:.0f} MB more memory at its peak\n")
    assert done.taken_files == count
    assert desk.count("SELECT count(*) FROM client") == count
    round_of(office)
    assert content_digest(office) == content_digest(desk)
    assert more_kib < 100 * 1024
    assert round_of(desk).taken_files == 0


def test_many_waiting_packages_are_taken_in_one_round(pair: tuple[Store, Store]) -> None:
    assert_taken_in_one_round(pair, WAITING)


@pytest.mark.full
def test_a_thousand_waiting_packages_are_taken_in_one_round(pair: tuple[Store, Store]) -> None:
    assert_taken_in_one_round(pair, WAITING_FULL)


def assert_asked_about_and_taken(pair: tuple[Store, Store], count: int, folder: Path) -> None:
    office = pair[0]
    with with_derived_tables(joined(office, folder / "stranger.db")) as stranger:
        put_out_many(stranger, count)
        before = content_digest(office)
        (peer,) = round_of(office).peers
        assert [one.outcome for one in peer.waiting] == ["unknown_device"] * count
        # Asked again at once, nothing is opened a second time, and nothing is forgotten.
        began = time.monotonic()
        again = outbox.sync(administrator(office), office, address=str(share_of(office)))
        sys.stdout.write(f"{count} packages of a stranger: {time.monotonic() - began:.2f} s for a round that waits\n")
        assert len(again.peers[0].waiting) == count
        assert content_digest(office) == before
        with office.transaction(verb="test.trust") as tx:
            devices.trust(tx, devices.Trusted(print_of(stranger), None, None, None, None))
        assert round_of(office).taken_files == count
    assert office.count("SELECT count(*) FROM client") == count


def test_many_packages_of_a_stranger_wait_and_are_taken_when_trusted(pair: tuple[Store, Store], folder: Path) -> None:
    assert_asked_about_and_taken(pair, WAITING // 2, folder)


@pytest.mark.full
def test_a_thousand_packages_of_a_stranger_wait_and_are_taken_when_trusted(
    pair: tuple[Store, Store], folder: Path
) -> None:
    assert_asked_about_and_taken(pair, WAITING_FULL, folder)
