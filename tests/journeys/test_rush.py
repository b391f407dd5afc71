"""A rush of families at several kiosks and hosts that are not always in touch: everybody is accounted for once."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

import pytest

from db import hall, history
from db.exchange.blocks import content_digest
from db.records import Reception, Turn
from db.store import Store
from desktop.rules.hall import families, letter_of
from desktop.services.hall import doubles, overview
from desktop.services.registry import administrator
from tests.journeys.rush import Rush

MEMORY = Path("/dev/shm")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """An empty folder, in memory where the system has one: everybody commits hundreds of times."""
    made = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else tmp_path))
    yield made
    shutil.rmtree(made)


def test_sixty_families_at_three_kiosks_and_three_hosts_are_each_accounted_for_once(memory: Path) -> None:
    rush = Rush(memory, families=60, kiosks=3, hosts_at_tables=3, minutes=10, talk_s=(15, 30), exchange_every=6)
    live_through(rush)


@pytest.mark.full
def test_three_hundred_families_at_three_kiosks_and_ten_hosts_in_half_an_hour(tmp_path: Path) -> None:
    talk_s = (15, 30, 45, 60)
    rush = Rush(tmp_path, families=300, kiosks=3, hosts_at_tables=10, minutes=30, talk_s=talk_s, exchange_every=1)
    live_through(rush)


def live_through(rush: Rush) -> None:
    """The rush, and what everybody knows of it afterwards."""
    try:
        rush.live()
        stores = rush.stores()
        assert len({content_digest(store) for store in stores}) == 1
        for store in stores:
            everybody_is_accounted_for_once(rush, store)
        nobody_was_called_twice_unless_it_is_listed(rush)
        tell(rush)
    finally:
        rush.close()


def everybody_is_accounted_for_once(rush: Rush, store: Store) -> None:
    """One family in the record for each that came, as it ended: received by one of ours, or gone."""
    known = families(hall.of_event(store, rush.event))
    seen = [{id(rush.by_turn[turn.id]) for turn in one.turns} for one in known]
    assert sorted(seen, key=sorted) == sorted(({id(one)} for one in rush.families), key=sorted)
    for one in known:
        family = rush.by_turn[one.turn.id]
        assert (one.state, one.turn.greeted_by if family.talked_with else None) == (
            ("greeted", family.talked_with[0]) if family.talked_with else ("left", None)
        ), family
    numbers = [turn.number for turn in store.records(Turn, "")]
    assert len(numbers) == len(set(numbers))
    assert len({letter_of(number) for number in numbers}) == len(rush.kiosks)
    of_clients = [talk.client for talk in store.records(Reception, "")]
    assert len(of_clients) == len(set(of_clients))
    found = overview.overview(administrator(store), store, event=rush.event, now_ms=rush.now)
    assert (found.without, found.in_state("waiting", "called")) == ((), ())


def nobody_was_called_twice_unless_it_is_listed(rush: Rush) -> None:
    """Calls made apart stand on the list, all of them and no others, until somebody in the office has decided."""
    office = rush.office
    caller = administrator(office)
    listed = doubles.doubles(caller, office, event=rush.event)
    twice = [family for family in rush.families if len(family.calls) > 1]
    assert {one.numbers for one in listed} == {
        known.numbers
        for known in overview.overview(caller, office, event=rush.event, now_ms=rush.now).lines
        if rush.by_turn[known.turn] in twice
    }
    assert len(listed) == len(twice)
    for one in listed:
        # Whoever received them is whose they are.
        host = next(family for family in twice if one.takes[0].row in family.turns).talked_with[0]
        stands = next(take for take in one.takes if take.staff == host)
        doubles.settle(caller, office, event=rush.event, row=stands.row, at=stands.at)
    rush.settle_down()
    assert len({content_digest(store) for store in rush.stores()}) == 1
    assert [doubles.doubles(administrator(store), store, event=rush.event) for store in rush.stores()] == [
        () for _ in rush.stores()
    ]
    assert not [one for store in rush.stores() for one in history.conflicts(store) if one.column.startswith("called")]


def tell(rush: Rush) -> None:
    """The figures of the rush."""
    scan, arrive = (quantiles(times, n=100) for times in (rush.scan_ms, rush.arrive_ms))
    twice = sum(len(family.calls) > 1 for family in rush.families)
    waits = overview.overview(administrator(rush.office), rush.office, event=rush.event, now_ms=rush.now).waits
    sys.stdout.write(
        f"families {len(rush.families)}, scans {len(rush.scan_ms)} {dict(rush.outcomes)};"
        f" scan to answer p50 {scan[49]:.1f} ms, p99 {scan[98]:.1f} ms; ticket p50 {arrive[49]:.1f} ms,"
        f" p99 {arrive[98]:.1f} ms; greeted {waits.greeted}, median wait {waits.median_ms / 60_000:.1f} min;"
        f" called twice apart {twice}, all listed\n"
    )
