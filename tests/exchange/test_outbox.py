"""Devices that share nothing but a folder come to know the same, whatever happens to the folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import devices
from db.errors import Misused
from db.exchange.blocks import content_digest
from db.exchange.outbox import ROWS_PER_PIECE
from db.history import conflicts
from db.opening import found_project
from db.records import Client
from db.store import Store
from desktop.services.exchange import outbox, packages
from desktop.services.exchange.outbox import Synced
from desktop.services.opening import with_derived_tables
from desktop.services.registry import administrator
from tests.exchange.forging import joined, print_of


@pytest.fixture
def hall(folder: Path) -> Iterator[tuple[Store, ...]]:
    """An office, two kiosks and a laptop that trust one another."""
    (folder / "share").mkdir()
    office = with_derived_tables(found_project(folder / "office.db", name="青禾里", mark="青", device_name="办公室"))
    stores = (
        office,
        *(with_derived_tables(joined(office, folder / f"{name}.db")) for name in ("东门", "西门", "桌一")),
    )
    for one in stores:
        with one.transaction(verb="test.trust") as tx:
            for other in stores:
                if other is not one:
                    devices.trust(tx, devices.Trusted(print_of(other), None, None, None, None))
    yield stores
    for store in stores:
        store.close()


def share_of(store: Store) -> Path:
    return store.path.parent / "share"


def round_(store: Store) -> Synced:
    return outbox.sync(administrator(store), store, address=str(share_of(store)))


def all_rounds(stores: tuple[Store, ...], times: int = 2) -> list[Synced]:
    return [round_(store) for _ in range(times) for store in stores]


def put_client(store: Store, name: str, count: int = 1) -> str:
    with store.transaction(verb="test.add") as tx:
        ids = [tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=f"{name}")) for _ in range(count)]
    return ids[-1]


def rename(store: Store, client: str, name: str) -> None:
    with store.transaction(verb="test.rename") as tx:
        tx.save("client", client, {"name": name})


def files_of(store: Store) -> list[Path]:
    return sorted((share_of(store) / store.identity.project / store.identity.writer).glob("*.qinting"))


def test_everybody_knows_everything_after_two_rounds(hall: tuple[Store, ...]) -> None:
    for number, store in enumerate(hall):
        put_client(store, f"客户{number}", 3 + number)

    all_rounds(hall)

    assert len({content_digest(store) for store in hall}) == 1
    assert {store.count("SELECT count(*) FROM client") for store in hall} == {3 + 4 + 5 + 6}


def test_when_nothing_happens_nothing_is_sent(hall: tuple[Store, ...]) -> None:
    put_client(hall[0], "陈知夏")
    all_rounds(hall)

    quiet = all_rounds(hall, times=3)

    assert [(done.sent_files, done.taken_files) for done in quiet] == [(0, 0)] * len(quiet)


def test_what_came_from_one_device_is_not_put_out_again_by_the_others(hall: tuple[Store, ...]) -> None:
    all_rounds(hall)
    before = [len(files_of(store)) for store in hall]
    put_client(hall[1], "陈知夏")

    all_rounds(hall)

    assert [len(files_of(store)) - count for store, count in zip(hall, before, strict=True)] == [0, 1, 0, 0]


def test_what_came_on_a_stick_from_a_device_that_is_not_here_is_passed_on(hall: tuple[Store, ...]) -> None:
    office, east, west, laptop = hall
    put_client(laptop, "只在桌一记下的")
    stick = office.path.parent / "stick.qinting"
    packages.export(administrator(laptop), laptop, file=stick)
    assert packages.take_in(administrator(east), east, file=stick).taken

    all_rounds((office, east, west))

    assert west.count("SELECT count(*) FROM client WHERE name = '只在桌一记下的'") == 1


def test_a_disagreement_comes_out_on_every_device_alike(hall: tuple[Store, ...]) -> None:
    client = put_client(hall[0], "陈知夏")
    all_rounds(hall)
    rename(hall[1], client, "陈之夏")
    rename(hall[2], client, "程知夏")

    all_rounds(hall)

    for store in hall:
        (found,) = conflicts(store)
        assert {head.value for head in found.heads} == {"陈之夏", "程知夏"}
    assert len({content_digest(store) for store in hall}) == 1


def test_a_name_that_was_corrected_before_it_was_sent_raises_no_disagreement_later(hall: tuple[Store, ...]) -> None:
    client = put_client(hall[0], "陈知夏", ROWS_PER_PIECE + 50)
    rename(hall[0], client, "陈之夏")
    all_rounds(hall)
    rename(hall[3], client, "程知夏")

    all_rounds(hall)

    assert [conflicts(store) for store in hall] == [()] * 4
    assert {store.query("SELECT name FROM client WHERE id = :id", id=client)[0][0] for store in hall} == {"程知夏"}


def test_no_file_holds_more_rows_than_a_scan_can_wait_for(hall: tuple[Store, ...]) -> None:
    put_client(hall[0], "客户", 1_000)

    done = round_(hall[0])

    assert done.sent_files >= 1_000 // ROWS_PER_PIECE
    seen = round_(hall[1])
    assert seen.taken_files == done.sent_files
    assert hall[1].count("SELECT max(rows) FROM imported_package") <= ROWS_PER_PIECE


def test_a_half_copied_file_is_tried_again_and_taken_when_it_is_whole(hall: tuple[Store, ...]) -> None:
    office, east, *_ = hall
    now = [office.clock()]
    for store in hall:
        store.clock = lambda: now[0]
    put_client(office, "陈知夏")
    round_(office)
    file = files_of(office)[-1]
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])

    first = round_(east)
    (peer,) = first.peers
    assert [one.outcome for one in peer.waiting] == ["damaged"]

    file.write_bytes(whole)
    now[0] += 6_000
    again = round_(east)

    assert again.peers[0].waiting == ()
    assert east.count("SELECT count(*) FROM client") == 1


def test_a_file_that_is_missing_is_named_by_its_number(hall: tuple[Store, ...]) -> None:
    office, east, *_ = hall
    for name in ("一", "二", "三"):
        put_client(office, name)
        round_(office)
    lost = files_of(office)[-2]
    kept = lost.read_bytes()
    lost.unlink()
    number = int(lost.name[:6])

    assert round_(east).peers[0].missing == (number,)

    lost.write_bytes(kept)
    assert round_(east).peers[0].missing == ()
    assert east.count("SELECT count(*) FROM client") == 3


def test_a_stranger_is_asked_about_and_taken_in_once_trusted(hall: tuple[Store, ...], folder: Path) -> None:
    office = hall[0]
    with with_derived_tables(joined(office, folder / "stranger.db")) as stranger:
        put_client(stranger, "陌生设备记下的")
        round_(stranger)

        asked = round_(office)
        assert [one.outcome for peer in asked.peers for one in peer.waiting] == ["unknown_device"]
        assert office.count("SELECT count(*) FROM client") == 0

        with office.transaction(verb="test.trust") as tx:
            devices.trust(tx, devices.Trusted(print_of(stranger), None, None, None, None))
        later = office.clock() + 6_000
        office.clock = lambda: later
        round_(office)

    assert office.count("SELECT count(*) FROM client") == 1


def test_a_folder_that_vanishes_and_comes_back_costs_nothing(hall: tuple[Store, ...]) -> None:
    office, east, *_ = hall
    share, gone = share_of(office), share_of(office).with_name("gone")
    put_client(office, "陈知夏")
    round_(office)
    share.rename(gone)

    put_client(office, "林晚")
    with pytest.raises(Misused, match="outbox_address"):
        round_(office)

    gone.rename(share)
    all_rounds((office, east))
    assert east.count("SELECT count(*) FROM client") == 2


def test_a_file_that_was_sent_twice_changes_nothing(hall: tuple[Store, ...]) -> None:
    office, east, *_ = hall
    client = put_client(office, "陈知夏")
    rename(office, client, "陈之夏")
    all_rounds((office, east))
    before = content_digest(east)
    office.connection.execute("DELETE FROM outbox_position")

    all_rounds((office, east))

    assert content_digest(east) == before == content_digest(office)


def test_a_new_empty_folder_gets_everything(hall: tuple[Store, ...]) -> None:
    office, east, *_ = hall
    put_client(office, "陈知夏", 5)
    round_(office)
    other = office.path.parent / "stick"
    other.mkdir()

    outbox.sync(administrator(office), office, address=str(other))
    shutil.rmtree(share_of(office))
    done = outbox.sync(administrator(east), east, address=str(other))

    assert done.added >= 5
    assert east.count("SELECT count(*) FROM client") == 5
