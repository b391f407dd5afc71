"""补录 with what was read from the paper: boxes confirmed by keys, handwriting beside the fields, nothing lost."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Concern, Consent, Form
from desktop.office.pages.entry import EntryPage
from desktop.office.window import OfficeWindow
from desktop.services.concerns.derived import solved_on_site
from desktop.services.forms import boxes, meaning, photos
from desktop.services.guests.check_ins import walk_in
from desktop.services.papers.forms import write_forms
from desktop.services.registry import administrator
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.paper.pens import scanned
from tests.screens import office_world as world
from tests.screens.office_world import Office
from tests.screens.test_office_pages import cut

MARKS: tuple[dict[str, str], ...] = (
    {"answer.1.solved": "tick", "verdict.a": "tick", "consent.share": "tick", "recheck": "struck",
     "relation.tenant": "tick"},
    {"verdict.a": "struck", "verdict.b": "tick", "signer.self": "tick"},
    {},
)  # fmt: skip
WRITING = ("words.1", "type.1", "place.1", "answer.1")
KEY = Qt.Key


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose three clients were given forms, and the scanner's PDF of what came back."""
    folder = tmp_path_factory.mktemp("printed")
    with world.found(folder / "office.db") as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        world.with_staff(store)
        for place, name in enumerate(("温若水", "纪南星", "沈一苇"), 1):
            walk_in(caller, store, event=event, name=name, room=f"6-2-120{place}", phone="13800010001")
        write_forms(caller, store, event=event, pdf=folder / "forms.pdf")
        numbers = [one.number for one in store.records(Form, "ORDER BY number")]
        marks = dict(zip(numbers, MARKS, strict=True))
        scanned(store, folder / "forms.pdf", marks, folder / "scan.pdf", writing=WRITING, misfits=(numbers[2],))
    return folder


@pytest.fixture(scope="module")
def brought_in(printed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same office after the scan was brought in."""
    folder = tmp_path_factory.mktemp("brought_in") / "office"
    shutil.copytree(printed, folder)
    with world.reopened(folder / "office.db") as store:
        caller = administrator(store)
        heap = photos.begin(caller, store, paths=(folder / "scan.pdf",))
        while not heap.is_done:
            heap = photos.step(caller, store, heap)
    return folder


@contextmanager
def opened(source: Path, folder: Path, qtbot: QtBot, look: Look, translator: Translator) -> Iterator[Office]:
    shutil.copytree(source, folder)
    made = world.opened(qtbot, look, translator, folder / "office.db")
    window = made.flow.window
    assert isinstance(window, OfficeWindow)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open("entry")
    made.wait()
    yield made
    made.close()


@pytest.fixture
def office(printed: Path, qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    with opened(printed, tmp_path / "office", qtbot, look, translator) as made:
        yield made


@pytest.fixture
def read(brought_in: Path, qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    """The window over forms that were read before."""
    with opened(brought_in, tmp_path / "office", qtbot, look, translator) as made:
        yield made


def bring_in(office: Office) -> EntryPage:
    """Drop the scan on the page and wait until it is sorted and read."""
    page = office.flow.entry
    page.files_given.emit([str(office.file.parent / "scan.pdf")])
    office.bot.waitUntil(lambda: not office.jobs.is_busy and page.photos_button.isEnabled(), timeout=20_000)
    office.wait()
    return page


def press(office: Office, *keys: Qt.Key) -> None:
    for key in keys:
        hand = QApplication.focusWidget()
        assert hand is not None
        QTest.keyClick(hand, key)
        office.wait()


def numbers(office: Office) -> list[str]:
    with world.reopened(office.file) as store:
        return [one.number for one in store.records(Form, "ORDER BY number")]


def test_a_scan_is_read_confirmed_by_keys_and_typed_beside_its_handwriting(office: Office) -> None:
    page = bring_in(office)
    first, second, third = numbers(office)
    said = " ".join(label.text() for label in page.heap.findChildren(Label) if label.isVisible())
    assert "读出 2 张表的勾选" in said
    assert f"{third[2:]} 的四个角没有拍全" in said
    page.heap.closed.emit()
    page.search()

    # Enter without a number opens the first form that is back; the doubtful box has the keys.
    press(office, KEY.Key_Return)
    assert page.form.number.text() == first
    assert page.side == "boxes"
    row = page.boxes.rows["recheck"]
    assert list(page.boxes.rows) == ["recheck"]
    assert row.hasFocus()
    assert not row.crop.image.isNull()
    assert page.form.strips.shown == {"words.1", "type.1", "area.1", "place.1", "wish.1"}
    assert not page.form.answer_strip.image.isNull()
    press(office, KEY.Key_Left, KEY.Key_Return)
    assert page.form.words.hasFocus()
    # The list says owner, the form says tenant: that stays in sight.
    assert (page.side, page.boxes.ticks.relation) == ("boxes", ("owner", "tenant"))

    page.form.words.insertPlainText("卫生间地面比外面高")
    page.form.types.choose("repair")
    page.form.host.setCurrentIndex(1)
    page.form.answer.setText("当天重新找坡")
    page.form.save_button.click()
    office.wait()

    # The next form opens by itself: one answer struck out, another ticked.
    assert page.form.number.text() == second
    assert list(page.boxes.rows) == ["verdict.a", "verdict.b"]
    press(office, KEY.Key_Right)
    assert page.boxes.rows["verdict.b"].hasFocus()
    press(office, KEY.Key_Space, KEY.Key_Return)
    page.form.blank_button.click()
    office.wait()

    # The sheet that could not be read says why, and is typed in as ever.
    assert page.form.number.text() == third
    assert page.form.words.hasFocus()
    assert not page.boxes.ticks.boxes
    page.form.blank_button.click()
    office.wait()
    assert page.figures.number("entered") == "3"

    with world.reopened(office.file) as store:
        (concern,) = store.records(Concern, "")
        assert (concern.client_confirmed, concern.answer) == ("yes", "当天重新找坡")
        assert solved_on_site(store, concern)
        assert [(one.kind, one.means) for one in store.records(Consent, "WHERE means = 'signed_sheet'")] == [
            ("share_contact", "signed_sheet")
        ]
        assert meaning.verdicts(store, concern.event) == {first: "A", second: "B"}


def test_the_same_scan_again_changes_nothing_and_a_window_closed_half_way_has_lost_nothing(read: Office) -> None:
    page, first = read.flow.entry, numbers(read)[0]
    page.form.find_wanted.emit(first)
    read.wait()
    press(read, KEY.Key_Right)
    before = page.boxes.ticks

    bring_in(read)
    read.flow.window.close()
    read.wait()

    with world.reopened(read.file) as store:
        caller = administrator(store)
        (form,) = store.records(Form, "WHERE number = :number", number=first)
        kept = boxes.of_form(caller, store, form=form.id)
        assert store.count("SELECT count(*) FROM attachment") == 3
    assert kept == before
    assert [(one.is_ticked, one.is_confirmed) for one in kept.boxes if one.box == "recheck"] == [(False, True)]
    assert kept.certain


def test_two_ticks_that_contradict_each_other_are_refused_beside_the_boxes_and_one_key_shows_the_picture(
    read: Office,
) -> None:
    page = read.flow.entry
    second = numbers(read)[1]
    page.form.find_wanted.emit(second)
    read.wait()

    press(read, KEY.Key_Left, KEY.Key_Left)

    said = [label.text() for label in page.boxes.findChildren(Label) if label.isVisible()]
    assert any("不能同时打勾" in text for text in said)
    assert page.boxes.rows["verdict.b"].is_open
    QTest.keySequence(page, QKeySequence("Ctrl+B"))
    assert page.side == "pictures"
    QTest.keySequence(page, QKeySequence("Ctrl+B"))
    assert page.side == "boxes"
    assert page.boxes.rows["verdict.b"].hasFocus()

    # Whoever leaves it there finds it again in the list.
    page.form.blank_button.click()
    read.wait()
    page.show_view("entered")
    row = page.list.table.rows.row_at(page.list.numbers.index(second))
    assert row.cells[1].text == "勾选待看"


def test_clear_boxes_unfold_each_can_be_put_right_and_another_relation_is_taken_on_purpose(read: Office) -> None:
    page = read.flow.entry
    page.form.find_wanted.emit(numbers(read)[0])
    read.wait()
    assert len(page.boxes.rows) == 1
    page.boxes.unfold(is_unfolded=True)
    read.bot.waitUntil(page.boxes.rows["answer.1.solved"].hasFocus)
    assert len(page.boxes.rows) == len(page.boxes.ticks.boxes)

    press(read, KEY.Key_Space)
    wrong = next(one for one in page.boxes.ticks.boxes if one.box == "answer.1.solved")
    assert (wrong.is_ticked, wrong.is_confirmed) == (False, True)

    press(read, KEY.Key_Up, KEY.Key_Right, KEY.Key_Return)
    assert page.boxes.ticks.is_confirmed
    assert page.boxes.ticks.relation == ("owner", "tenant")
    page.boxes.relation_wanted.emit()
    read.wait()
    assert page.boxes.ticks.relation is None


def test_a_form_that_was_read_fits_the_smallest_window_in_both_languages(read: Office, translator: Translator) -> None:
    page, window = read.flow.entry, read.flow.window
    page.form.find_wanted.emit(numbers(read)[0])
    read.wait()
    assert (window.width(), window.height()) == (1280, 800)
    # English options take two lines: there the answer is a turn of the wheel away.
    for language, last in (("zh", page.form.answer), ("en", page.form.place)):
        translator.speak("zh" if language == "zh" else "en")
        read.bot.wait(100)
        assert cut(page) == []
        foot = page.form.save_button
        assert last.mapTo(window, last.rect().bottomLeft()).y() < foot.mapTo(window, foot.rect().topLeft()).y()


def test_without_the_extra_the_page_works_as_ever_and_says_once_how_to_get_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.reading.sheets.is_installed", lambda: False)
    page = bring_in(office)
    said = [label.text() for label in page.heap.findChildren(Label) if label.isVisible()]
    assert sum("qinting[paper-in]" in text for text in said) == 1

    page.form.find_wanted.emit(numbers(office)[0])
    office.wait()

    assert page.side == "pictures"
    assert page.form.words.hasFocus()
    assert not page.form.strips.isVisible()
    assert not page.form.answer.isVisible()
