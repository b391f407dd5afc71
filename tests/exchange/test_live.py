"""Live exchange never stands in a scan's way: small transactions, and arrivals before everything else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import devices
from db.exchange import outbox as kept
from db.exchange.outbox import ROWS_PER_PIECE
from db.opening import found_project, open_store
from db.records import CheckIn, Client
from db.store import Store
from desktop.services.exchange import outbox, packages
from desktop.services.exchange.packages import Incoming
from desktop.services.opening import with_derived_tables
from desktop.services.registry import administrator
from tests.exchange.forging import joined, print_of


@pytest.fixture
def pair(folder: Path) -> Iterator[tuple[Store, Store]]:
    """An office and a kiosk that trust each other and share a folder."""
    (folder / "share").mkdir()
    office = with_derived_tables(found_project(folder / "office.db", name="青禾里", mark="青", device_name="办公室"))
    kiosk = with_derived_tables(joined(office, folder / "kiosk.db"))
    for one, other in ((office, kiosk), (kiosk, office)):
        with one.transaction(verb="test.trust") as tx:
            devices.trust(tx, devices.Trusted(print_of(other), None, None, None, None))
    yield office, kiosk
    office.close()
    kiosk.close()


def round_(store: Store) -> outbox.Synced:
    return outbox.sync(administrator(store), store, address=str(store.path.parent / "share"))


def put_clients(store: Store, count: int, edits: int = 0) -> None:
    with store.transaction(verb="test.add") as tx:
        ids = [tx.insert(Client(id=tx.new_id(), created_at=tx.now, name="客户")) for _ in range(count)]
        for number in range(edits):
            for client in ids:
                tx.save("client", client, {"note": f"第 {number} 次"})


def scan(store: Store) -> str:
    with store.transaction(verb="test.scan") as tx:
        row = CheckIn(id=tx.new_id(), created_at=tx.now, event="e", outcome="welcomed", at=tx.now, means="scan",
                      admitted=1)  # fmt: skip
        return tx.insert(row)


def pieces(store: Store) -> list[kept.Piece]:
    return list(kept.waiting(store, {}, ()))


def test_no_transaction_of_the_exchange_writes_more_than_200_rows_history_counted(pair: tuple[Store, Store]) -> None:
    office, kiosk = pair
    put_clients(office, 150, edits=3)

    round_(office)
    done = round_(kiosk)

    assert done.taken_files > 3
    assert kiosk.count("SELECT max(rows) FROM imported_package") <= ROWS_PER_PIECE
    assert kiosk.count("SELECT count(*) FROM edit WHERE tbl = 'client'") == 150 * 4
    assert kiosk.count("SELECT count(*) FROM client WHERE note = '第 2 次'") == 150


def test_a_row_with_a_longer_history_than_that_goes_alone_and_whole(pair: tuple[Store, Store]) -> None:
    office, kiosk = pair
    put_clients(office, 1, edits=ROWS_PER_PIECE + 20)
    put_clients(office, 3)

    clients = [piece for piece in pieces(office) if piece.table == "client"]
    assert [len(dict(piece.blocks)["client"]) for piece in clients] == [1, 3]

    round_(office)
    round_(kiosk)
    assert kiosk.count("SELECT count(*) FROM client") == 4
    assert kiosk.count("SELECT count(*) FROM edit WHERE tbl = 'client'") == ROWS_PER_PIECE + 21


def test_arrivals_go_out_before_a_list_that_was_there_before_them(pair: tuple[Store, Store]) -> None:
    office, _ = pair
    put_clients(office, 450)
    scan(office)

    tables = [piece.table for piece in pieces(office)]

    assert tables.index("check_in") < tables.index("client")
    assert tables.count("client") == 3


def test_an_arrival_overtakes_a_list_that_is_going_out(pair: tuple[Store, Store]) -> None:
    office, _ = pair
    put_clients(office, 3 * ROWS_PER_PIECE)
    going_out = kept.waiting(office, {}, ())
    seen = []
    for piece in going_out:
        seen.append(piece.table)
        if piece.table == "client" and seen.count("client") == 1:
            scan(office)

    assert seen[seen.index("client") :][:4] == ["client", "check_in", "client", "client"]
    assert seen.count("check_in") == 1


def test_a_scan_finds_the_database_free_between_any_two_files_of_a_backlog(
    pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, kiosk = pair
    put_clients(office, 5 * ROWS_PER_PIECE)
    round_(office)
    door = with_derived_tables(open_store(kiosk.path))
    door.connection.execute("PRAGMA busy_timeout = 0")
    real, scanned = packages.take_in, list[str]()

    def take_in(*args: object, **kwargs: object) -> Incoming:
        scanned.append(scan(door))
        return real(*args, **kwargs)  # type: ignore[arg-type]  # handed through as it came

    monkeypatch.setattr(packages, "take_in", take_in)
    done = round_(kiosk)
    door.close()

    assert done.taken_files >= 5
    assert len(scanned) == done.taken_files
    assert kiosk.count("SELECT count(*) FROM check_in") == len(scanned)


def test_a_doors_few_files_are_taken_before_an_offices_long_list(
    pair: tuple[Store, Store], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, kiosk = pair
    with with_derived_tables(joined(office, folder / "laptop.db")) as laptop:
        for one in (office, kiosk):
            with laptop.transaction(verb="test.trust") as tx:
                devices.trust(tx, devices.Trusted(print_of(one), None, None, None, None))
        put_clients(office, 4 * ROWS_PER_PIECE)
        round_(office)
        scan(kiosk)
        outbox.sync(administrator(kiosk), kiosk, address=str(folder / "share"))
        real, order = packages.take_in, list[str]()

        def take_in(*args: object, **kwargs: object) -> Incoming:
            found = real(*args, **kwargs)  # type: ignore[arg-type]  # handed through as it came
            order.append(found.manifest.writer if found.manifest else "")
            return found

        monkeypatch.setattr(packages, "take_in", take_in)
        done = round_(laptop)

    assert done.taken_files == len(order) > 4
    assert order[0] == kiosk.identity.writer
    assert set(order[1:]) >= {office.identity.writer}
