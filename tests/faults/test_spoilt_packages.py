"""Packages cut at every length and flipped everywhere: each is refused with a reason, and no row changes."""

import random
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from db.exchange.container import pack, unpack
from desktop.services.exchange.packages import take_in
from desktop.services.registry import administrator
from tests.faults.day import Day, digest_of, furnish

FLIPS, CUTS = 60, 40
FLIPS_FULL = 10_000
REFUSED = ("damaged", "not_for_us")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Day:
    return furnish(tmp_path_factory.mktemp("spoilt") / "plain", passphrase=None)


def refuse_all(
    day: Day, spoilt: Iterable[tuple[int, bytes]], folder: Path, what: str, outcomes: tuple[str, ...] = ("damaged",)
) -> int:
    """Bring every one of them; returns how many there were."""
    file, count = folder / "spoilt.qinting", 0
    with day.open() as store:
        before, changes = digest_of(store), store.connection.total_changes
        for place, content in spoilt:
            file.write_bytes(content)
            incoming = take_in(administrator(store), store, file=file)
            assert incoming.trouble is not None, (what, place)
            assert incoming.outcome in outcomes, (what, place, incoming)
            assert not incoming.taken
            assert store.connection.total_changes == changes, (what, place)
            count += 1
            if count % 1_000 == 0:
                sys.stdout.write(f"{what}: {count} refused\n")
                sys.stdout.flush()
        assert digest_of(store) == before
        assert take_in(administrator(store), store, file=day.package, dry_run=True).taken
    sys.stdout.write(f"{what}: {count} refused, database unchanged\n")
    return count


def cut(content: bytes, lengths: Iterable[int]) -> Iterable[tuple[int, bytes]]:
    return ((length, content[:length]) for length in lengths)


def flipped(content: bytes, places: Iterable[int], chance: random.Random) -> Iterable[tuple[int, bytes]]:
    for place in places:
        spoilt = bytearray(content)
        spoilt[place] ^= chance.randrange(1, 256)
        yield place, bytes(spoilt)


def behind_a_new_checksum(content: bytes, places: Iterable[int], chance: random.Random) -> Iterable[tuple[int, bytes]]:
    """Flips in the sealed part as somebody makes them who knows the form.

    One among the names of the readers makes it a package for nobody here; every other one breaks the seal.
    """
    head, body = unpack(content)
    for place in places:
        spoilt = bytearray(body)
        spoilt[place % len(body)] ^= chance.randrange(1, 256)
        yield place, pack(head, bytes(spoilt))


def test_cut_and_flipped_packages_are_refused_and_change_nothing(desk: Day, folder: Path) -> None:
    content, chance = desk.package.read_bytes(), random.Random(1)

    assert refuse_all(desk, cut(content, chance.sample(range(len(content)), CUTS)), folder, "cuts") == CUTS
    places = chance.sample(range(len(content)), FLIPS)
    assert refuse_all(desk, flipped(content, places, chance), folder, "flips") == FLIPS
    hidden = behind_a_new_checksum(content, places, chance)
    assert refuse_all(desk, hidden, folder, "flips behind a new checksum", REFUSED) == FLIPS


@pytest.mark.full
def test_a_package_cut_at_every_length_is_refused(desk: Day, folder: Path) -> None:
    content = desk.package.read_bytes()

    assert refuse_all(desk, cut(content, range(len(content))), folder, "cuts") == len(content)


@pytest.mark.full
def test_ten_thousand_flips_are_refused(desk: Day, folder: Path) -> None:
    content, chance = desk.package.read_bytes(), random.Random(2)
    every = [*range(len(content)), *(chance.randrange(len(content)) for _ in range(FLIPS_FULL))][:FLIPS_FULL]

    assert refuse_all(desk, flipped(content, every, chance), folder, "flips") == FLIPS_FULL


@pytest.mark.full
def test_thousands_of_flips_behind_a_new_checksum_are_refused(desk: Day, folder: Path) -> None:
    content, chance = desk.package.read_bytes(), random.Random(3)
    places = [chance.randrange(len(content)) for _ in range(FLIPS_FULL // 2)]

    hidden = behind_a_new_checksum(content, places, chance)
    assert refuse_all(desk, hidden, folder, "flips behind a new checksum", REFUSED) == FLIPS_FULL // 2
