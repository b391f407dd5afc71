"""Devices as one another sees them: whose clock is off, what is missing, who used it, and one that is removed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import Refused
from db.records import Client
from db.store import Store
from desktop.cli.main import run
from desktop.services.exchange import cards, outbox, packages
from desktop.services.exchange.cards import KnownDevice
from desktop.services.exchange.clock import wrong_clock
from desktop.services.guests import clients
from desktop.services.guests.check_ins import walk_in
from desktop.services.opening import join_project
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator
from tests.screens import office_world as world

MINUTE = 60_000
YEAR = 365 * 24 * 60 * MINUTE


class Pair:
    """An office and a desk that trust each other; the desk's clock goes as the test says."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file, self.now = folder, folder / "office.db", world.NOW_MS
        self.office = world.found(self.file)
        self.caller, self.event = world.with_event(self.office)
        card = folder / "p.card"
        cards.write_card(self.caller, self.office, file=card)
        self.desk = join_project(folder / "desk.db", card, device_name="东门", passphrase=None)
        self.print = cards.own_fingerprint(self.desk)
        cards.trust(self.caller, self.office, fingerprint_text=self.print)
        self.number = 0
        self.set_clock(0)

    def set_clock(self, off_ms: int) -> None:
        """The office goes right; the desk is ahead by this much."""
        self.office.clock = lambda: self.now
        self.desk.clock = lambda: self.now + off_ms

    def carry(self, source: Store, target: Store, *, takes_ms: int = 5_000, delta: bool = False) -> packages.Incoming:
        """A package on its way for a while."""
        self.number += 1
        file = self.folder / f"{self.number}.qinting"
        packages.export(administrator(source), source, file=file, delta=delta)
        self.now += takes_ms
        return packages.take_in(administrator(target), target, file=file)

    def seen(self) -> KnownDevice:
        """The desk as the office sees it."""
        return next(one for one in cards.known_devices(self.caller, self.office) if not one.this)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path)
    yield made
    made.office.close()
    made.desk.close()


@pytest.mark.parametrize("off_ms", [0, 40_000, 4 * MINUTE, -4 * MINUTE, 6 * YEAR, -6 * YEAR])
def test_packages_to_and_fro_tell_how_far_a_clock_is_off(pair: Pair, off_ms: int) -> None:
    pair.set_clock(off_ms)
    pair.carry(pair.office, pair.desk)
    pair.carry(pair.desk, pair.office)

    told = pair.seen().clock_ms

    assert told is not None
    assert abs(told - off_ms) <= 5_000
    assert pair.seen().last_heard == pair.now
    wrong = wrong_clock(pair.caller, pair.office)
    assert (wrong is not None) == (abs(off_ms) >= 4 * MINUTE)
    assert wrong is None or (wrong.device, wrong.minutes) == (pair.seen().name, round(abs(told) / MINUTE))


def test_a_package_that_comes_a_day_late_accuses_no_clock(pair: Pair) -> None:
    pair.carry(pair.desk, pair.office, takes_ms=24 * 60 * MINUTE)

    assert pair.seen().clock_ms is None


def test_a_clock_that_was_set_right_is_right(pair: Pair) -> None:
    pair.set_clock(3 * YEAR)
    pair.carry(pair.desk, pair.office)
    pair.set_clock(0)
    for _ in range(6):
        pair.carry(pair.desk, pair.office)
        pair.carry(pair.office, pair.desk)
    pair.carry(pair.desk, pair.office)

    told = pair.seen().clock_ms
    assert told is not None
    assert abs(told) <= 5_000


def test_the_shared_folder_tells_clocks_as_well(pair: Pair) -> None:
    share = pair.folder / "share"
    share.mkdir()
    pair.set_clock(-7 * MINUTE)
    for _ in range(2):
        for store in (pair.office, pair.desk):
            walk_in(administrator(store), store, event=pair.event, name="江晚")
            outbox.sync(administrator(store), store, address=str(share))
            pair.now += 3_000
    outbox.sync(pair.caller, pair.office, address=str(share))

    told = pair.seen().clock_ms
    assert told is not None
    assert abs(told + 7 * MINUTE) <= 10_000


@pytest.mark.parametrize("off_ms", [9 * YEAR, -9 * YEAR])
def test_a_clock_that_is_years_off_spoils_nothing(pair: Pair, off_ms: int) -> None:
    _, client = walk_in(pair.caller, pair.office, event=pair.event, name="单思原")
    pair.carry(pair.office, pair.desk)
    pair.set_clock(off_ms)
    there = administrator(pair.desk)
    clients.set_fields(there, pair.desk, client=client, changes={"name": "单思源"})
    pair.carry(pair.desk, pair.office)

    clients.set_fields(pair.caller, pair.office, client=client, changes={"name": "单思媛"})
    pair.carry(pair.office, pair.desk)

    # Whoever had seen the other's value counts, whatever the clocks say.
    for store in (pair.office, pair.desk):
        kept = store.get(Client, client)
        assert kept is not None
        assert kept.name == "单思媛"


def test_the_numbers_that_are_missing_are_told(pair: Pair) -> None:
    there = administrator(pair.desk)
    pair.carry(pair.desk, pair.office, delta=True)
    last = pair.office.count("SELECT max(seq) FROM journal WHERE writer = :w", w=pair.desk.identity.writer)
    for name in ("甲", "乙"):
        walk_in(there, pair.desk, event=pair.event, name=name)
    packages.export(there, pair.desk, file=pair.folder / "lost.qinting", delta=True)
    walk_in(there, pair.desk, event=pair.event, name="丙")
    pair.carry(pair.desk, pair.office, delta=True)

    seen = pair.seen()

    # The export of the first package is a step as well; the journal row of the lost one came with the next.
    assert seen.missing > 0
    assert sum(to - from_ + 1 for from_, to in seen.missing_numbers) == seen.missing
    assert seen.missing_numbers[0][0] == last + 1
    packages.take_in(pair.caller, pair.office, file=pair.folder / "lost.qinting")
    assert (pair.seen().missing, pair.seen().missing_numbers) == (0, ())


def test_who_used_a_device_last_is_told(pair: Pair) -> None:
    person = staff.add(pair.caller, pair.office, name="阮青", level="staff", roles=["recorder"])
    pair.carry(pair.office, pair.desk)
    walk_in(Caller(person, frozenset({"recorder"}), "kiosk"), pair.desk, event=pair.event, name="江晚")
    pair.carry(pair.desk, pair.office)

    assert pair.seen().user == "阮青"


# Removing


def test_a_removed_device_is_refused_and_what_it_wrote_stays(pair: Pair) -> None:
    walk_in(administrator(pair.desk), pair.desk, event=pair.event, name="江晚")
    assert pair.carry(pair.desk, pair.office).taken

    cards.remove(pair.caller, pair.office, fingerprint_text=pair.print)

    assert pair.office.count("SELECT count(*) FROM client WHERE name = '江晚'") == 1
    assert (pair.seen().trusted, pair.seen().removed_at) == (False, pair.now)
    walk_in(administrator(pair.desk), pair.desk, event=pair.event, name="乔木")
    for trust in ((), ("any",)):
        file = pair.folder / f"after-{len(trust)}.qinting"
        packages.export(administrator(pair.desk), pair.desk, file=file)
        assert packages.take_in(pair.caller, pair.office, file=file, trust=trust).outcome == "device_removed"
    assert pair.office.count("SELECT count(*) FROM client WHERE name = '乔木'") == 0
    assert packages.readers(pair.caller, pair.office) == ()
    assert pair.office.one("SELECT 1 FROM journal WHERE verb = 'device.remove' AND object = :f", f=pair.print)


def test_a_person_may_trust_a_removed_device_again(pair: Pair) -> None:
    pair.carry(pair.desk, pair.office)
    cards.remove(pair.caller, pair.office, fingerprint_text=pair.print)

    cards.trust(pair.caller, pair.office, fingerprint_text=pair.print.lower().replace("-", " "))

    assert pair.carry(pair.desk, pair.office).taken
    assert pair.seen().removed_at is None


def test_what_cannot_be_removed_is_said(pair: Pair) -> None:
    with pytest.raises(Refused, match="device_is_this"):
        cards.remove(pair.caller, pair.office, fingerprint_text=cards.own_fingerprint(pair.office))
    with pytest.raises(Refused, match="device_not_trusted"):
        cards.remove(pair.caller, pair.office, fingerprint_text="AAAA-" * 7 + "AAAA")
    with pytest.raises(Refused, match="role_missing"):
        cards.remove(Caller(None, frozenset({"host"}), "host"), pair.office, fingerprint_text=pair.print)


def test_the_command_line_lists_and_removes(pair: Pair, capsys: pytest.CaptureFixture[str]) -> None:
    pair.set_clock(-7 * MINUTE)
    pair.carry(pair.office, pair.desk)
    pair.carry(pair.desk, pair.office)

    assert run(["--data", str(pair.file), "--language", "zh", "device", "list"], lambda _args: 3) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("东门"))
    assert "时钟慢 7 分" in line
    assert line.endswith(pair.print)
    assert run(["--data", str(pair.file), "--json", "device", "remove", pair.print], lambda _args: 3) == 0
    assert json.loads(capsys.readouterr().out) == {"removed": pair.print}
    run(["--data", str(pair.file), "--json", "device", "list"], lambda _args: 3)
    listed = json.loads(capsys.readouterr().out)["devices"]
    told = next(one for one in listed if not one["this"])
    assert (told["trusted"], told["removed_at"] is not None, len(told["words"])) == (False, True, 10)
