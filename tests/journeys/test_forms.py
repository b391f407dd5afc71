"""Paper that comes back: forms found, words typed in, late ones marked, photographs sorted to their forms."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from db import blobs
from db.errors import Misused, Refused, Trouble, Unreadable
from db.exchange.blocks import export_blocks
from db.records import Attachment, Client, Concern, ConcernStep, Form
from db.store import Store
from desktop.reading.photographs import in_order
from desktop.rules.forms import LATE_AFTER_MS
from desktop.services.events import events
from desktop.services.exchange import cards, packages, plain
from desktop.services.forms import attachments, entering, finding, listing, photos
from desktop.services.forms.finding import Typed
from desktop.services.forms.photos import Heap
from desktop.services.guests.check_ins import walk_in
from desktop.services.opening import found_project, join_project
from desktop.services.papers.forms import write_forms
from desktop.services.people import staff
from desktop.services.receptions import talks
from desktop.services.registry import Caller, administrator
from tests.journeys.program import Machine
from tests.paper.photos import blank, pages, photograph

STARTS, ENDS = "2026-05-16 08:00", "2026-05-16 18:00"
# 16 May 2026, 10:00 in Shanghai.
MORNING_MS = 1_778_896_800_000
HOUR_MS = 3_600_000


@dataclass(slots=True)
class Desk:
    """An office whose event has three clients who came, each with a printed form."""

    store: Store
    caller: Caller
    event: str
    host: str
    clerk: str
    clients: tuple[str, ...]
    numbers: tuple[str, ...]
    pdf: Path
    now: int = MORNING_MS

    def form(self, number: str) -> finding.Found:
        return finding.find(self.caller, self.store, text=number)

    def counts(self) -> listing.FormCounts:
        return listing.counts(listing.of_event(self.caller, self.store, event=self.event))

    def only(self, view: str) -> list[str]:
        return [one.number for one in listing.of_event(self.caller, self.store, event=self.event, only=view)]

    def sort(self, *paths: Path) -> Heap:
        heap = photos.begin(self.caller, self.store, paths=paths, event=self.event)
        while not heap.is_done:
            heap = photos.step(self.caller, self.store, heap)
        return heap


@pytest.fixture(autouse=True)
def _without_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that reads no boxes; those that do have tests of their own."""
    monkeypatch.setattr("desktop.reading.sheets.is_installed", lambda: False)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = found_project(tmp_path / "office.db", name="青禾里", mark=None, device_name="办公室", passphrase=None)
    with store:
        caller = administrator(store)
        event = events.add(caller, store, node="site_open_day", title="工地开放日", starts=STARTS, ends=ENDS)
        host = staff.add(caller, store, name="宋明远", level="regional_president", roles=["host"])
        clerk = staff.add(caller, store, name="何苗", level="staff", roles=["coordinator"])
        made = Desk(store, caller, event, host, clerk, (), (), tmp_path / "forms.pdf")
        store.clock = lambda: made.now
        names = ("陈知夏", "单雨桐", "许慕白")
        made.clients = tuple(walk_in(caller, store, event=event, name=name)[1] for name in names)
        write_forms(caller, store, event=event, pdf=made.pdf)
        made.numbers = tuple(one.number for one in store.records(Form, "ORDER BY number"))
        yield made


def test_printing_issues_a_form_and_printing_again_keeps_the_first_time(desk: Desk) -> None:
    before = [one.issued_at for one in desk.store.records(Form, "ORDER BY number")]
    desk.now += HOUR_MS
    write_forms(desk.caller, desk.store, event=desk.event, pdf=desk.pdf)

    assert before == [MORNING_MS] * 3
    assert [one.issued_at for one in desk.store.records(Form, "ORDER BY number")] == before


@pytest.mark.parametrize(
    "typed",
    [
        lambda number: number,
        lambda number: number[2:],
        lambda number: number[2:].replace("-", "").lower(),
        lambda number: f" {number}-1 ",
        lambda number: "2",
    ],
    ids=["as printed", "as scanned", "without dashes", "a concern's", "its last part"],
)
def test_a_form_is_found_however_its_number_is_typed(desk: Desk, typed: Callable[[str], str]) -> None:
    found = finding.find(desk.caller, desk.store, text=typed(desk.numbers[1]), event=desk.event)

    assert found.number == desk.numbers[1]
    assert found.name == "单雨桐"
    assert found.event_title == "工地开放日"


@pytest.mark.parametrize(
    ("typed", "code"), [("没有", "form_number_unreadable"), ("99", "form_unknown"), ("05-ABCD-0001", "form_unknown")]
)
def test_a_number_that_leads_nowhere_is_explained(desk: Desk, typed: str, code: str) -> None:
    with pytest.raises(Trouble) as refused:
        finding.find(desk.caller, desk.store, text=typed, event=desk.event)

    assert refused.value.code == code


def test_words_of_a_form_keep_both_times_and_who_typed_for_whom(desk: Desk) -> None:
    number = desk.numbers[0]
    clerk = Caller(desk.clerk, frozenset({"coordinator"}), "office")
    desk.now += 3 * HOUR_MS

    taken = entering.enter(
        clerk, desk.store, form=desk.form(number).form, words="卫生间的地面比外面高", type_code="repair",
        area="engineering_quality", place="次卫", received_by=desk.host, said="9:42",
    )  # fmt: skip

    kept = desk.store.get(Concern, taken.concern)
    (step,) = desk.store.records(ConcernStep, "WHERE concern = :c", c=taken.concern)
    assert kept is not None
    assert kept.number == f"{number}-1"
    assert kept.client == desk.clients[0]
    assert (kept.occurred_at, kept.created_at) == (taken.said_at, desk.now)
    assert taken.said_at == MORNING_MS - 18 * 60_000
    assert (step.decided_by, step.entered_by, step.means) == (desk.host, desk.clerk, "signed_sheet")
    assert not taken.is_late


def test_words_typed_in_more_than_a_day_later_are_marked(desk: Desk) -> None:
    form = desk.form(desk.numbers[0]).form
    desk.now = MORNING_MS + LATE_AFTER_MS
    on_time = entering.enter(
        desk.caller, desk.store, form=form, words="先说的", type_code="help", received_by=desk.host, said="5-16 10:00"
    )
    late = entering.enter(
        desk.caller, desk.store, form=form, words="早说的", type_code="help", received_by=desk.host, said="5-16 9:59"
    )

    assert (on_time.is_late, late.is_late) == (False, True)
    assert [one.is_late for one in desk.form(desk.numbers[0]).words] == [False, True]
    assert desk.counts().late == 1


def test_a_form_of_a_talk_knows_who_received_and_when(desk: Desk) -> None:
    talks.start(desk.caller, desk.store, event=desk.event, host=desk.host, client=desk.clients[1])
    desk.now += HOUR_MS

    found = desk.form(desk.numbers[1])

    assert (found.received_by, found.said_at) == (desk.host, MORNING_MS)
    taken = entering.enter(desk.caller, desk.store, form=found.form, words="多谢", type_code="praise")
    kept = desk.store.get(Concern, taken.concern)
    assert kept is not None
    assert kept.reception is not None


def test_the_same_words_are_taken_once(desk: Desk) -> None:
    form = desk.form(desk.numbers[0]).form
    entering.enter(desk.caller, desk.store, form=form, words="门关不严", type_code="repair", received_by=desk.host)

    with pytest.raises(Refused) as refused:
        entering.enter(
            desk.caller, desk.store, form=form, words=" 门关不严\n", type_code="repair", received_by=desk.host
        )

    assert refused.value.code == "form_words_known"


def test_a_time_to_come_and_nobody_who_received_are_refused_and_nothing_is_written(desk: Desk) -> None:
    form = desk.form(desk.numbers[0]).form
    for told, code in (
        ({"received_by": desk.host, "said": "5-18 9:00"}, "form_time_future"),
        ({}, "received_by_missing"),
    ):
        with pytest.raises((Refused, Misused)) as refused:
            entering.enter(desk.caller, desk.store, form=form, words="话", type_code="help", **told)
        assert refused.value.code == code

    assert desk.store.count("SELECT count(*) FROM concern") == 0
    assert desk.counts().returned == 0


def test_forms_are_counted_as_they_come_back_and_the_figures_add_up(desk: Desk, tmp_path: Path) -> None:
    late_guest = desk.store.records(Client, "ORDER BY id")[0]
    with desk.store.transaction(verb="test.printed") as tx:
        tx.insert(Form(id=tx.new_id(), created_at=tx.now, event=desk.event, number="青-01-AAAA-0001", issued_at=tx.now))
    assert late_guest.name == "陈知夏"
    entering.enter(
        desk.caller, desk.store, form=desk.form(desk.numbers[0]).form, words="话", type_code="help",
        received_by=desk.host,
    )  # fmt: skip
    assert entering.mark_returned(desk.caller, desk.store, form=desk.form(desk.numbers[1]).form)

    counts = desk.counts()

    assert counts == listing.FormCounts(issued=4, returned=2, to_enter=1, entered=1, missing=1, unused=1, late=0)
    assert counts.issued == counts.to_enter + counts.entered + counts.missing + counts.unused
    assert desk.only("missing") == [desk.numbers[2]]
    assert desk.only("unused") == ["青-01-AAAA-0001"]
    # What waits to be typed in stands before what is done.
    assert desk.only("returned") == [desk.numbers[1], desk.numbers[0]]


def test_a_form_without_words_is_done_too_and_can_be_taken_back(desk: Desk) -> None:
    form = desk.form(desk.numbers[0]).form
    entering.blank(desk.caller, desk.store, form=form)
    assert desk.counts().entered == 1

    entering.unmark(desk.caller, desk.store, form=form)

    assert (desk.counts().entered, desk.counts().returned, desk.counts().missing) == (0, 0, 3)


def test_no_words_cannot_be_said_of_a_form_that_has_some(desk: Desk) -> None:
    form = desk.form(desk.numbers[0]).form
    entering.enter(desk.caller, desk.store, form=form, words="话", type_code="help", received_by=desk.host)

    for work in (entering.blank, entering.unmark):
        with pytest.raises(Refused) as refused:
            work(desk.caller, desk.store, form=form)
        assert refused.value.code == "form_has_words"


def test_what_is_typed_and_not_saved_is_there_again_and_goes_with_the_saving(desk: Desk) -> None:
    form = desk.form(desk.numbers[0]).form
    typed = Typed(words="还没写完", type_code="repair", said="9:42")
    entering.keep_typed(desk.caller, desk.store, form=form, typed=typed)
    assert desk.form(desk.numbers[0]).typed == typed

    entering.enter(desk.caller, desk.store, form=form, words="写完了", type_code="repair", received_by=desk.host)

    assert desk.form(desk.numbers[0]).typed is None
    assert desk.store.count("SELECT count(*) FROM draft") == 0


# Photographs


@pytest.fixture
def camera(desk: Desk, tmp_path: Path) -> Path:
    """A folder as a phone leaves it: before any code, form 1 with two backs, form 2, something unreadable."""
    folder = tmp_path / "camera"
    folder.mkdir()
    first, second, _ = pages(desk.pdf)

    def minute(number: int) -> datetime:
        return datetime(2026, 5, 16, 19, number)  # noqa: DTZ001 - a camera knows no zone

    blank(folder / "IMG_9.jpg", shade=90, taken=minute(0))
    photograph(first, folder / "IMG_10.jpg", angle=5, taken=minute(1))
    blank(folder / "IMG_2.jpg", shade=120, taken=minute(2))
    blank(folder / "IMG_1.jpg", shade=150, taken=minute(3))
    photograph(second, folder / "IMG_3.jpg", angle=183, taken=minute(4))
    return folder


def test_a_code_gathers_the_pictures_after_it_until_the_next_code(desk: Desk, camera: Path) -> None:
    heap = desk.sort(camera)

    assert (heap.attached, heap.known, heap.numbers) == (4, 0, desk.numbers[:2])
    assert [one.name for one in desk.form(desk.numbers[0]).pictures] == ["IMG_10.jpg", "IMG_2.jpg", "IMG_1.jpg"]
    assert [one.name for one in desk.form(desk.numbers[1]).pictures] == ["IMG_3.jpg"]
    assert [(one.file, one.code) for one in heap.left] == [("IMG_9.jpg", "photo_without_form")]
    assert desk.counts().returned == 2


def test_the_same_folder_again_changes_nothing(desk: Desk, camera: Path) -> None:
    desk.sort(camera)
    rows = [block for block in export_blocks(desk.store)]
    files = sorted(blobs.folder_of(desk.store.path).iterdir())

    again = desk.sort(camera)

    assert (again.attached, again.known) == (0, 4)
    assert [block for block in export_blocks(desk.store)] == rows
    assert sorted(blobs.folder_of(desk.store.path).iterdir()) == files


def test_pictures_without_a_camera_time_go_by_name_and_ten_comes_after_two(desk: Desk, tmp_path: Path) -> None:
    for name in ("IMG_10.jpg", "IMG_2.jpg", "IMG_1.jpg"):
        blank(tmp_path / name)
    (tmp_path / "Thumbs.db").write_bytes(b"x")

    names = [one.name for one in in_order([tmp_path]) if one.file.suffix == ".jpg"]

    assert names == ["IMG_1.jpg", "IMG_2.jpg", "IMG_10.jpg"]
    assert "Thumbs.db" not in [one.name for one in in_order([tmp_path])]


def test_each_picture_that_cannot_be_used_is_listed_with_its_reason(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    photograph(pages(desk.pdf)[0], folder / "1.jpg")
    (folder / "2.heic").write_bytes(b"ftypheic")
    (folder / "3.txt").write_text("不是照片", encoding="utf-8")
    whole = (folder / "1.jpg").read_bytes()
    (folder / "4.jpg").write_bytes(whole[: len(whole) // 2])

    heap = desk.sort(folder)

    assert {one.file: one.code for one in heap.left} == {
        "2.heic": "photo_heic", "3.txt": "photo_no_picture", "4.jpg": "photo_damaged"
    }  # fmt: skip
    assert heap.attached == 1


def test_after_a_form_that_is_not_here_nothing_goes_to_the_one_before(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    other = events.add(desk.caller, desk.store, node="delivery", title="交付日", starts=STARTS, ends=ENDS)
    walk_in(desk.caller, desk.store, event=other, name="温若水")
    write_forms(desk.caller, desk.store, event=other, pdf=tmp_path / "other.pdf")
    photograph(pages(desk.pdf)[0], folder / "1.jpg")
    photograph(pages(tmp_path / "other.pdf")[0], folder / "2.jpg")
    blank(folder / "3.jpg")

    heap = desk.sort(folder)

    assert heap.attached == 1
    assert [(one.file, one.code) for one in heap.left] == [
        ("2.jpg", "photo_form_unknown"), ("3.jpg", "photo_form_unknown")
    ]  # fmt: skip


def test_the_pages_of_a_scanners_pdf_go_to_their_forms_and_the_same_file_again_changes_nothing(desk: Desk) -> None:
    heap = desk.sort(desk.pdf)
    again = desk.sort(desk.pdf)

    assert (heap.attached, heap.numbers, heap.left) == (3, desk.numbers, ())
    assert (again.attached, again.known) == (0, 3)
    (picture,) = desk.form(desk.numbers[2]).pictures
    assert (picture.name, picture.media_type) == ("forms.pdf p3", "image/jpeg")
    seen = attachments.seen(desk.caller, desk.store, attachment=picture.attachment, database=desk.store.path)
    assert seen.height > seen.width > 1_000


def test_a_pdf_that_is_cut_off_is_listed_with_its_reason(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 cut off")

    heap = desk.sort(tmp_path / "scan.pdf")

    assert [one.code for one in heap.left] == ["photo_damaged"]


def test_two_codes_on_one_picture_attach_nothing(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "both"
    folder.mkdir()
    first, second, _ = pages(desk.pdf, dpi=110)
    first.paste(second.crop((0, 0, second.width, second.height // 2)), (0, first.height // 2))
    photograph(first, folder / "1.jpg", angle=0)

    heap = desk.sort(folder)

    assert [one.code for one in heap.left] == ["photo_two_forms"]
    assert heap.attached == 0


def test_a_code_counts_for_its_own_folder(desk: Desk, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / "phones" / name).mkdir(parents=True)
    photograph(pages(desk.pdf)[0], tmp_path / "phones/a/1.jpg")
    blank(tmp_path / "phones/b/2.jpg")

    heap = desk.sort(tmp_path / "phones")

    assert (heap.attached, [one.code for one in heap.left]) == (1, ["photo_without_form"])


def test_an_empty_folder_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(Unreadable) as refused:
        desk.sort(tmp_path / "empty")

    assert refused.value.code == "folder_empty"


def test_a_picture_comes_back_byte_for_byte_and_upright_for_the_screen(desk: Desk, camera: Path) -> None:
    desk.sort(camera)
    (row,) = desk.store.records(Attachment, "WHERE name = 'IMG_10.jpg'")
    source = (camera / "IMG_10.jpg").read_bytes()

    kept = attachments.content(desk.caller, desk.store, attachment=row.id, database=desk.store.path)
    seen = attachments.seen(desk.caller, desk.store, attachment=row.id, database=desk.store.path)

    assert kept == source
    assert row.sha256 == hashlib.sha256(source).hexdigest()
    assert len(seen.dots) == seen.width * seen.height * 3
    assert seen.height > seen.width


def test_attachments_travel_with_their_files_and_their_keys_leave_in_packages_only(
    desk: Desk, camera: Path, tmp_path: Path
) -> None:
    desk.sort(camera)
    cards.write_card(desk.caller, desk.store, file=tmp_path / "project.card")
    packages.export(desk.caller, desk.store, file=tmp_path / "office.qinting")
    plain.export_sqlite(desk.caller, desk.store, file=tmp_path / "out.sqlite", unmasked=True)

    with join_project(
        tmp_path / "b.db", tmp_path / "project.card", device_name="B", role="office", passphrase=None
    ) as other:
        assert packages.take_in(administrator(other), other, file=tmp_path / "office.qinting").taken
        rows = other.records(Attachment, "ORDER BY id")
        assert rows == desk.store.records(Attachment, "ORDER BY id")
        here = attachments.content(desk.caller, desk.store, attachment=rows[0].id, database=desk.store.path)
        assert attachments.content(administrator(other), other, attachment=rows[0].id, database=other.path) == here
        (blobs.folder_of(other.path) / rows[0].blob).unlink()
        with pytest.raises(Trouble) as missing:
            attachments.content(administrator(other), other, attachment=rows[0].id, database=other.path)
        assert missing.value.code == "blob_missing"
    assert all(row.key and row.key.encode() not in (tmp_path / "out.sqlite").read_bytes() for row in rows)


def test_a_heap_can_be_left_half_way_and_taken_up_again(desk: Desk, camera: Path) -> None:
    heap = photos.begin(desk.caller, desk.store, paths=[camera], event=desk.event)
    for _ in range(3):
        heap = photos.step(desk.caller, desk.store, heap)

    whole = desk.sort(camera)

    assert heap.attached == 2
    assert (whole.attached, whole.known) == (2, 2)
    assert replace(whole, left=()).is_done


# The command line


def test_the_command_line_enters_lists_and_sorts_photographs(desk: Desk, camera: Path) -> None:
    machine = Machine(desk.store.path.parent, desk.store.path.name)
    desk.store.close()
    first, second, third = desk.numbers

    entered = machine.do(
        "form", "enter", "1", "--event", "工地开放日", "--words", "地面比外面高", "--type", "repair",
        "--received-by", "宋明远", "--at", "2026-05-16 09:42", "--place", "次卫",
    )  # fmt: skip
    assert entered["number"] == f"{first}-1"
    assert entered["form_time"] == "2026-05-16T09:42:00+08:00"
    # The machine's own clock is at least a day behind or ahead of the paper's.
    assert entered["late"] is True

    assert machine.do("form", "enter", second, "--no-words") == {"number": second, "concern": None, "late": False}
    assert machine.refused("form", "enter", third, status=2)["error"]["code"] == "form_words_or_none"

    sorted_ = machine.refused("form", "photos", str(camera), "--event", "工地开放日", status=1)
    assert (sorted_["read"], sorted_["attached"], sorted_["numbers"]) == (5, 4, [first, second])
    assert [one["file"] for one in sorted_["left"]] == ["IMG_9.jpg"]
    assert machine.run("form", "photos", str(camera / "IMG_10.jpg"), "--event", "工地开放日").status == 0

    listed = machine.do("form", "list", "--event", "工地开放日", "--only", "missing")
    assert listed["counts"] == {
        "issued": 3, "returned": 2, "to_enter": 0, "entered": 2, "missing": 1, "unused": 0, "late": 1
    }  # fmt: skip
    assert [(one["number"], one["name"]) for one in listed["forms"]] == [(third, "许慕白")]

    assert machine.do("form", "returned", third)["returned"] is True
    assert machine.do("form", "list", "--event", "工地开放日")["counts"]["to_enter"] == 1
    assert machine.do("form", "returned", third, "--undo")["returned"] is False

    written = machine.do("form", "pictures", first, "--to", "out")["pictures"]
    assert [Path(one["file"]).name for one in written] == [f"{first}-{n:02d}.jpg" for n in (1, 2, 3)]
    assert (machine.folder / written[0]["file"]).read_bytes() == (camera / "IMG_10.jpg").read_bytes()
    found = machine.do("form", "find", first)
    assert [(one["words"], one["late"]) for one in found["words"]] == [("地面比外面高", True)]
