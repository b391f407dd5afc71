"""Photographs travel with the rows that name them: once, whole or not at all, and asked for where they are lost."""

import shutil
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import attachments, blobs, devices
from db.blobs import Blob
from db.errors import StoreTrouble
from db.exchange import container
from db.opening import found_project
from db.records import Attachment
from db.store import Store
from desktop.services.exchange import files, outbox, packages
from desktop.services.exchange.outbox import Synced
from desktop.services.exchange.packages import Exported, Incoming
from desktop.services.opening import with_derived_tables
from desktop.services.registry import administrator
from tests.exchange.forging import content_of, joined, print_of

CONTENT = "阳台门框左下角".encode() * 5_000


@pytest.fixture
def three(folder: Path) -> Iterator[tuple[Store, Store, Store]]:
    """An office and two laptops that trust one another, and a folder they may share."""
    (folder / "share").mkdir()
    office = with_derived_tables(found_project(folder / "office.db", name="青禾里", mark="青", device_name="办公室"))
    stores = (office, *(with_derived_tables(joined(office, folder / f"{name}.db")) for name in ("桌一", "桌二")))
    for one in stores:
        with one.transaction(verb="test.trust") as tx:
            for other in stores:
                if other is not one:
                    devices.trust(tx, devices.Trusted(print_of(other), None, None, None, None))
    yield stores  # type: ignore[misc]  # three of them
    for store in stores:
        store.close()


def photograph(store: Store, content: bytes = CONTENT) -> Attachment:
    """A picture of a talk, taken on this device."""
    kept = blobs.keep(store.path, content)
    with store.transaction(verb="test.photo") as tx:
        row = Attachment(
            id=tx.new_id(), created_at=tx.now, belongs="reception", owner="reception-1", media_type="image/jpeg",
            size=len(content), sha256="0" * 64, blob=kept.name, at=tx.now, name="门框.jpg", key=kept.key,
        )  # fmt: skip
        tx.insert(row)
    return row


def export(store: Store, name: str, *, delta: bool = False) -> Exported:
    return packages.export(administrator(store), store, file=store.path.parent / name, delta=delta)


def take(store: Store, name: str) -> Incoming:
    return packages.take_in(administrator(store), store, file=store.path.parent / name)


def round_(store: Store, *, minutes: int = 0, most_bytes: int | None = None) -> Synced:
    """A round with the shared folder, so many minutes later."""
    later = store.clock() + minutes * 60_000
    store.clock = lambda: later
    return outbox.sync(administrator(store), store, address=str(store.path.parent / "share"), most_bytes=most_bytes)


def seen(store: Store, row: Attachment) -> bytes:
    return blobs.read(store.path, Blob(row.blob, row.key or ""))


def published(store: Store) -> list[Path]:
    return sorted((store.path.parent / "share" / store.identity.project / store.identity.writer / "blobs").glob("*"))


# -- packages ----------------------------------------------------------------------------------------------------------


def test_a_photograph_travels_with_its_package_and_opens_there(three: tuple[Store, Store, Store]) -> None:
    office, laptop, _ = three
    row = photograph(laptop)

    made = export(laptop, "day.qinting")
    came = take(office, "day.qinting")

    assert (made.files, made.files_left, came.files) == (1, 0, 1)
    assert seen(office, row) == CONTENT
    assert CONTENT[:24] not in (office.path.parent / "day.qinting").read_bytes()


def test_a_delta_takes_each_photograph_once(three: tuple[Store, Store, Store]) -> None:
    _, laptop, _ = three
    photograph(laptop)
    assert export(laptop, "1.qinting", delta=True).files == 1

    photograph(laptop, b"another")

    assert export(laptop, "2.qinting", delta=True).files == 1
    assert export(laptop, "3.qinting", delta=True).files == 0
    assert export(laptop, "all.qinting").files == 2


def test_a_photograph_that_is_passed_on_comes_from_a_device_that_only_passes_it_on(
    three: tuple[Store, Store, Store],
) -> None:
    office, laptop, second = three
    row = photograph(laptop)
    export(laptop, "1.qinting")
    take(second, "1.qinting")

    export(second, "2.qinting", delta=True)
    take(office, "2.qinting")

    assert seen(office, row) == CONTENT


def test_a_package_names_its_photographs_so_none_can_be_exchanged_dropped_or_added(
    three: tuple[Store, Store, Store],
) -> None:
    office, laptop, _ = three
    photograph(laptop)
    export(laptop, "day.qinting")
    whole = laptop.path.parent / "day.qinting"
    head, body = container.unpack(whole.read_bytes())
    other = laptop.path.parent / blobs.keep(laptop.path, b"not of this package").name
    shutil.copy(files.folder_of(laptop) / other.name, other)
    before = content_of(office)

    for number, parts in enumerate(([], [other], sorted([other, *files.folder_of(laptop).glob("*")]))):
        with (laptop.path.parent / f"{number}.qinting").open("xb+") as stream:
            container.write(stream, head, body, list(dict.fromkeys(parts)))
        came = take(office, f"{number}.qinting")
        assert (came.outcome, came.trouble and came.trouble.code) == ("damaged", "package_damaged"), number

    assert content_of(office) == before
    assert not blobs.held(files.folder_of(office))


def test_a_cut_or_a_flip_anywhere_in_the_photographs_is_damage(three: tuple[Store, Store, Store]) -> None:
    office, laptop, _ = three
    photograph(laptop, b"x" * 3_000)
    export(laptop, "day.qinting")
    whole = (laptop.path.parent / "day.qinting").read_bytes()
    start = whole.index(b"blobs/") - 30
    file = laptop.path.parent / "spoilt.qinting"

    for place in (*range(start, start + 110), *range(start + 110, len(whole), 37), len(whole) - 1):
        for spoilt in (whole[:place], whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :]):
            file.write_bytes(spoilt)
            came = take(office, file.name)
            assert came.trouble is not None, place
            assert came.trouble.code == "package_damaged", place


def test_a_package_of_two_hundred_photographs_is_never_in_memory(three: tuple[Store, Store, Store]) -> None:
    office, laptop, _ = three
    for number in range(200):
        photograph(laptop, bytes([number]) * 200_000)
    tracemalloc.start()
    try:
        made = export(laptop, "day.qinting")
        came = take(office, "day.qinting")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert (made.files, came.files, made.size_bytes > 40_000_000) == (200, 200, True)
    assert peak < 12_000_000


def test_what_a_kiosk_is_given_it_keeps_no_picture_of(three: tuple[Store, Store, Store]) -> None:
    _, laptop, second = three
    photograph(laptop)
    export(laptop, "day.qinting")
    second.identity = type(second.identity)(second.identity.project, second.identity.writer, "东门", "kiosk")

    came = take(second, "day.qinting")

    assert (came.outcome, came.files) == ("merged", 0)
    assert not blobs.held(files.folder_of(second))
    assert export(second, "on.qinting").files == 0
    assert files.needed(second, second) == {}


def test_a_photograph_that_was_lost_is_asked_for_and_comes_with_the_next_delta(
    three: tuple[Store, Store, Store],
) -> None:
    office, laptop, _ = three
    row = photograph(laptop)
    export(laptop, "1.qinting", delta=True)
    take(office, "1.qinting")
    blobs.drop(office.path, Blob(row.blob, ""))
    with pytest.raises(StoreTrouble, match="blob_missing"):
        seen(office, row)
    assert [one.attachment for one in files.waiting(administrator(office), office, store=office)] == [row.id]

    export(office, "back.qinting", delta=True)
    take(laptop, "back.qinting")
    assert export(laptop, "2.qinting", delta=True).files == 1
    take(office, "2.qinting")

    assert seen(office, row) == CONTENT
    assert export(laptop, "3.qinting", delta=True).files == 0


def test_a_package_that_has_come_before_still_gives_what_was_lost_since(three: tuple[Store, Store, Store]) -> None:
    office, laptop, _ = three
    row = photograph(laptop)
    export(laptop, "1.qinting")
    take(office, "1.qinting")
    blobs.drop(office.path, Blob(row.blob, ""))

    again = take(office, "1.qinting")

    assert (again.outcome, again.files) == ("known", 1)
    assert seen(office, row) == CONTENT


def test_a_stick_that_is_pulled_out_after_the_rows_have_come_costs_only_the_pictures(
    three: tuple[Store, Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, laptop, second = three
    row = photograph(laptop)
    export(laptop, "day.qinting")
    export(second, "rows.qinting")
    merge = packages.merge

    def pulled_out(caller: object, tx: object, *, package: object) -> object:
        done = merge(caller, tx, package=package)  # type: ignore[arg-type]  # handed on as it came
        for file in office.path.parent.glob("*.qinting"):
            file.rename(file.with_suffix(".away"))
        return done

    monkeypatch.setattr(packages, "merge", pulled_out)
    came = take(office, "day.qinting")
    (office.path.parent / "rows.away").rename(office.path.parent / "rows.qinting")
    without = take(office, "rows.qinting")
    monkeypatch.undo()

    assert [(one.outcome, one.files) for one in (came, without)] == [("merged", 0), ("merged", 0)]
    assert list(files.needed(office, office)) == [row.blob]
    (office.path.parent / "day.away").rename(office.path.parent / "day.qinting")
    assert take(office, "day.qinting").files == 1


# -- the shared folder -------------------------------------------------------------------------------------------------


def test_a_photograph_goes_through_the_shared_folder_once(three: tuple[Store, Store, Store]) -> None:
    row = photograph(three[1])

    for _ in range(2):
        for store in three:
            round_(store)

    assert [seen(store, row) == CONTENT for store in three] == [True, True, True]
    assert [len(published(store)) for store in three] == [0, 1, 0]
    quiet = [round_(store) for store in three]
    assert {(one.sent_files, one.parcels.sent, one.parcels.taken, one.parcels.missing) for one in quiet} == {(0,) * 4}


def test_a_half_copied_photograph_is_not_taken_and_comes_when_it_is_whole(three: tuple[Store, Store, Store]) -> None:
    office, laptop, _ = three
    row = photograph(laptop)
    round_(laptop)
    (file,) = published(laptop)
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])

    assert round_(office).parcels.missing == 1
    assert not blobs.held(files.folder_of(office))
    file.write_bytes(whole)
    assert round_(office).parcels.taken == 0  # not at once again
    assert round_(office, minutes=1).parcels.taken == 1
    assert seen(office, row) == CONTENT


def test_a_photograph_that_vanished_from_the_folder_is_asked_for_and_put_out_again(
    three: tuple[Store, Store, Store],
) -> None:
    office, laptop, _ = three
    row = photograph(laptop)
    round_(laptop)
    (file,) = published(laptop)
    file.unlink()

    assert round_(office).parcels.missing == 1
    asked = round_(office, minutes=2).parcels
    assert asked.asking == (row.blob,)
    assert round_(office, minutes=2).parcels.asking == ()  # once is enough
    round_(laptop)
    round_(laptop)
    assert round_(office).parcels.taken == 1
    assert seen(office, row) == CONTENT


def test_a_round_moves_no_more_than_it_may_and_the_next_one_goes_on(three: tuple[Store, Store, Store]) -> None:
    office, laptop, _ = three
    for number in range(5):
        photograph(laptop, bytes([number]) * 10_000)

    sent = [round_(laptop, most_bytes=25_000).parcels.sent for _ in range(4)]
    taken = [round_(office, most_bytes=25_000).parcels.taken for _ in range(4)]

    assert (sent, taken) == ([2, 2, 1, 0], [2, 2, 1, 0])


def test_what_was_handed_on_is_counted_anew_after_a_new_beginning(three: tuple[Store, Store, Store]) -> None:
    _, laptop, _ = three
    row = photograph(laptop)
    export(laptop, "1.qinting", delta=True)
    assert attachments.unsent(laptop, attachments.BY_HAND) == ()

    with laptop.transaction(verb="test.forget") as tx:
        from db.exchange.blocks import forget_exports

        forget_exports(tx)

    assert attachments.unsent(laptop, attachments.BY_HAND) == (row.blob,)
