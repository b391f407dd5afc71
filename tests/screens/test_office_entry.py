"""补录: paper typed in by keys and scans, pictures beside it, what is missing by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db import blobs
from db.records import Attachment, Concern, ConcernStep, Form
from desktop.office.pages.entry import EntryPage
from desktop.office.window import OfficeWindow
from desktop.rules.forms import code_text
from desktop.services.guests.check_ins import walk_in
from desktop.services.papers.forms import write_forms
from desktop.services.registry import administrator
from desktop.tokens.code import make_code
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.paper.photos import blank, pages, photograph
from tests.screens import office_world as world
from tests.screens.office_world import Office
from tests.screens.test_office_pages import cut

LEFT = Qt.MouseButton.LeftButton
WORDS = "北边小房间的窗户关上还有风"
MOST_KEYSTROKES = 15


@dataclass(slots=True)
class Typist:
    """Keys as the window system hands them over; counts those a person presses."""

    office: Office
    keystrokes: int = 0
    at_ms: int = 1_000

    @property
    def page(self) -> EntryPage:
        return self.office.flow.entry

    def key(self, key: int, text: str = "", *, after_ms: int = 400) -> None:
        self.at_ms += after_ms
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        press.setTimestamp(self.at_ms)
        QCoreApplication.sendEvent(self.office.flow.window.windowHandle(), press)

    def press(self, keys: str) -> None:
        """Letters and digits, each a keystroke."""
        for character in keys:
            self.keystrokes += 1
            self.key(ord(character.upper()), character)

    def enter(self) -> None:
        self.keystrokes += 1
        self.key(Qt.Key.Key_Return, "\r")
        self.office.wait()

    def tab(self) -> None:
        self.keystrokes += 1
        self.key(Qt.Key.Key_Tab, "\t")

    def write(self, text: str) -> None:
        """Text as an input method commits it, to whatever has the focus."""
        words = self.page.form.words
        assert words.hasFocus()
        words.insertPlainText(text)

    def type_fast(self, text: str) -> None:
        """A quick typist's burst: 30 ms from key to key."""
        for number, character in enumerate(text):
            self.key(ord(character.upper()), character, after_ms=30 if number else 500)

    def scan(self, text: str) -> None:
        """A hand scanner: 8 ms from key to key, then Enter; nobody presses anything."""
        for number, character in enumerate(text):
            self.key(ord(character.upper()), character, after_ms=8 if number else 500)
        self.key(Qt.Key.Key_Return, "\r", after_ms=8)
        self.office.wait()


@pytest.fixture(autouse=True)
def _without_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that reads no boxes; those that do have tests of their own."""
    monkeypatch.setattr("desktop.reading.sheets.is_installed", lambda: False)


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    """An office whose event has three clients who came, each with a printed form."""
    file = tmp_path / "office.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        for name, room in (("温若水", "6-2-1201"), ("纪南星", "6-2-1202"), ("沈一苇", "6-2-1203")):
            walk_in(caller, store, event=event, name=name, room=room, phone="13800010001")
        write_forms(caller, store, event=event, pdf=tmp_path / "forms.pdf")
    made = world.opened(qtbot, look, translator, file)
    made.people = people
    window = made.flow.window
    assert isinstance(window, OfficeWindow)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open("entry")
    made.wait()
    yield made
    made.close()


@pytest.fixture
def typist(office: Office) -> Typist:
    return Typist(office)


def numbers(file: Path) -> list[str]:
    with world.reopened(file) as store:
        return [one.number for one in store.records(Form, "ORDER BY number")]


def recorded(office: Office) -> list[Concern]:
    with world.reopened(office.file) as store:
        return list(store.records(Concern, "ORDER BY number"))


def test_a_form_is_typed_in_with_at_most_fifteen_keystrokes_beside_the_text(office: Office, typist: Typist) -> None:
    number = numbers(office.file)[1]
    # Who received the clients is chosen once and stays from form to form.
    typist.press("1")
    typist.enter()
    typist.page.form.host.choose(office.people.host)
    typist.write("先录的一条")
    for key in ("tab", "3", "2", "enter"):
        {"tab": typist.tab, "enter": typist.enter}.get(key, lambda key=key: typist.press(key))()
    typist.keystrokes = 0

    typist.press(code_text(number).replace("-", ""))
    typist.enter()
    typist.write(WORDS)
    typist.tab()
    typist.press("4")
    typist.press("2")
    typist.enter()

    kept = recorded(office)[-1]
    assert (kept.number, kept.words, kept.type, kept.area) == (f"{number}-1", WORDS, "repair", "engineering_quality")
    assert kept.received_by == office.people.host
    assert typist.keystrokes <= MOST_KEYSTROKES
    # And the next one can begin.
    assert typist.page.form.number.hasFocus()
    assert typist.page.form.form == ""


def test_the_last_part_of_the_number_is_enough(typist: Typist) -> None:
    typist.press("3")
    typist.enter()

    found = typist.page.form.found
    assert found is not None
    assert found.name == "沈一苇"
    assert typist.page.form.words.hasFocus()


def test_a_scan_opens_the_form_wherever_the_person_is(office: Office, typist: Typist) -> None:
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("home")

    typist.scan(code_text(numbers(office.file)[2]))

    found = typist.page.form.found
    assert window.page_name == "entry"
    assert found is not None
    assert (found.name, found.room) == ("沈一苇", "6 栋 2 单元 1203")


def test_a_scan_while_words_are_typed_keeps_them_and_leaves_no_digit_among_them(office: Office, typist: Typist) -> None:
    first, second, _ = numbers(office.file)
    typist.scan(code_text(first))
    typist.write(WORDS)

    typist.scan(code_text(second))
    found = typist.page.form.found
    assert found is not None
    assert found.number == second
    assert typist.page.form.words.toPlainText() == ""

    typist.scan(code_text(first))
    assert typist.page.form.words.toPlainText() == WORDS


@pytest.mark.parametrize("text", ["zhangsan", "13800138000", "0223456789", "6-2-1201", "QT2345", "window draught"])
def test_quick_typing_in_the_office_stays_to_the_letter(office: Office, typist: Typist, text: str) -> None:
    number, place = numbers(office.file)[0], typist.page.form.place
    typist.scan(code_text(number))
    place.setFocus()
    typist.type_fast(text)

    assert place.text().casefold() == text.casefold()
    # Nor is it taken for a scan once the keys are silent, or by the Enter behind it.
    office.bot.wait(200)
    typist.key(Qt.Key.Key_Return, "\r", after_ms=10)
    office.wait()
    assert place.text().casefold() == text.casefold()
    assert typist.page.form.form
    assert typist.page.isVisible()


def test_an_input_method_is_fast_and_is_left_alone_in_the_office(office: Office, typist: Typist) -> None:
    typist.scan(code_text(numbers(office.file)[0]))
    place = typist.page.form.place
    place.setFocus()
    for length in range(1, 9):
        QCoreApplication.sendEvent(place, QInputMethodEvent("zhangsan"[:length], []))
    chosen = QInputMethodEvent()
    chosen.setCommitString("张三")
    QCoreApplication.sendEvent(place, chosen)
    office.bot.wait(200)

    assert place.text() == "张三"


def test_an_invitation_scanned_in_the_office_leaves_the_line_alone_and_says_where_it_is_read(
    office: Office, typist: Typist
) -> None:
    typist.scan(code_text(numbers(office.file)[0]))
    place = typist.page.form.place
    place.setFocus()
    place.setText("6-2")
    typist.scan(make_code("event", b"0123456789abcdef", "invitation"))

    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    assert place.text() == "6-2"
    assert window.notice.text


def test_what_is_typed_is_on_the_disk_at_the_first_pause(office: Office, typist: Typist) -> None:
    typist.press("1")
    typist.enter()
    typist.write(WORDS)

    def kept() -> None:
        with world.reopened(office.file) as store:
            assert store.count("SELECT count(*) FROM draft WHERE fields LIKE :words", words=f"%{WORDS}%") == 1

    office.bot.waitUntil(kept, timeout=3_000)


def test_a_number_that_is_none_is_explained_beside_the_field(typist: Typist) -> None:
    typist.press("99")
    typist.enter()

    assert "99" in typist.page.form.number.accessibleDescription()
    assert typist.page.form.number.hasFocus()
    assert typist.page.form.form == ""


def test_nothing_is_recorded_without_a_type_and_the_hand_is_led_there(office: Office, typist: Typist) -> None:
    typist.press("1")
    typist.enter()
    typist.page.form.host.choose(office.people.host)
    typist.write(WORDS)

    office.bot.mouseClick(typist.page.form.save_button, LEFT)
    office.wait()
    assert not recorded(office)
    assert QApplication.focusWidget() in typist.page.form.types.buttons

    typist.press("1")
    typist.enter()
    typist.enter()
    assert [one.type for one in recorded(office)] == ["inquiry"]


def test_late_words_are_marked_before_and_after_and_both_times_are_kept(office: Office, typist: Typist) -> None:
    typist.press("1")
    typist.enter()
    form = typist.page.form
    marked = [form.head.is_late]
    form.said.setText("5-21 9:30")
    marked.append(form.head.is_late)
    assert marked == [False, True]
    form.host.choose(office.people.host)
    form.types.choose("help")
    typist.write(WORDS)

    office.bot.mouseClick(form.save_button, LEFT)
    office.wait()

    (kept,) = recorded(office)
    assert kept.created_at - kept.occurred_at > 24 * 3_600_000
    assert "迟录" in typist.page.done
    with world.reopened(office.file) as store:
        (step,) = store.records(ConcernStep, "ORDER BY id")
    assert step.means == "signed_sheet"


def test_several_concerns_of_one_form_follow_each_other(office: Office, typist: Typist) -> None:
    typist.press("1")
    typist.enter()
    typist.page.form.host.choose(office.people.host)
    for place, words in enumerate(("第一条", "第二条")):
        typist.write(words)
        typist.page.form.types.choose("help")
        (typist.page.form.more_button, typist.page.form.save_button)[place].click()
        office.wait()

    first = numbers(office.file)[0]
    assert [(one.number, one.words) for one in recorded(office)] == [(f"{first}-1", "第一条"), (f"{first}-2", "第二条")]


def test_the_figures_open_lists_and_the_missing_ones_are_there_by_name(office: Office, typist: Typist) -> None:
    page, (first, second, third) = typist.page, numbers(office.file)
    assert [page.figures.number(name) for name in ("issued", "returned", "entered", "missing")] == ["3", "0", "0", "3"]

    typist.press("1")
    typist.enter()
    office.bot.mouseClick(page.form.blank_button, LEFT)
    office.wait()

    assert [page.figures.number(name) for name in ("issued", "returned", "entered", "missing")] == ["3", "1", "1", "2"]
    listed = [page.list.numbers]
    page.figures.chosen.emit("entered")
    listed.append(page.list.numbers)
    assert listed == [(second, third), (first,)]
    page.list.opened.emit(first)
    office.wait()
    assert page.form.found is not None


def test_a_mark_is_taken_back_within_eight_seconds(office: Office, typist: Typist) -> None:
    typist.press("2")
    typist.enter()
    office.bot.mouseClick(typist.page.form.returned_button, LEFT)
    office.wait()
    assert typist.page.figures.number("returned") == "1"

    undo = office.flow.window.findChild(QPushButton, "undo")
    assert undo is not None
    office.bot.mouseClick(undo, LEFT)
    office.wait()

    assert typist.page.figures.number("returned") == "0"


# Photographs


@pytest.fixture
def camera(office: Office, tmp_path: Path) -> Path:
    folder = tmp_path / "camera"
    folder.mkdir()
    first, second, _ = pages(tmp_path / "forms.pdf")
    photograph(first, folder / "1.jpg")
    blank(folder / "2.jpg", shade=140)
    photograph(second, folder / "3.jpg", angle=-5)
    (folder / "4.heic").write_bytes(b"ftypheic")
    return folder


def test_a_folder_of_photographs_is_sorted_and_what_is_left_out_says_why(
    office: Office, typist: Typist, camera: Path
) -> None:
    office.choices.into = camera
    office.bot.mouseClick(typist.page.photos_button, LEFT)
    office.bot.waitUntil(lambda: not office.jobs.is_busy and typist.page.photos_button.isEnabled(), timeout=20_000)
    office.wait()

    assert typist.page.side == "heap"
    assert typist.page.figures.number("returned") == "2"
    with world.reopened(office.file) as store:
        assert [one.name for one in store.records(Attachment, "ORDER BY name")] == ["1.jpg", "2.jpg", "3.jpg"]
    texts = [label.text() for label in typist.page.heap.findChildren(type(typist.page.heap._said)) if label.isVisible()]
    assert any("4.heic" in text for text in texts)
    assert any("附上 3 张，归到 2 张表" in text for text in texts)


def test_the_pictures_of_a_form_stand_beside_its_fields_and_can_be_enlarged(
    office: Office, typist: Typist, camera: Path
) -> None:
    typist.page.files_given.emit([str(camera)])
    office.bot.waitUntil(lambda: not office.jobs.is_busy and typist.page.photos_button.isEnabled(), timeout=20_000)

    typist.press("1")
    typist.enter()
    view = typist.page.picture
    assert typist.page.side == "pictures"
    assert view.image.height() > view.image.width() > 500

    QTest.keySequence(typist.page.form.words, QKeySequence("Ctrl++"))
    assert view.zoom > 1
    before = view.image.size()
    QTest.keySequence(typist.page.form.words, QKeySequence("Ctrl+PgDown"))
    office.wait()
    assert view.image.size() != before
    # Where one looks stays: forms are alike.
    assert view.zoom > 1


def test_a_picture_that_has_not_arrived_says_so_and_the_one_before_does_not_pass_for_it(
    office: Office, typist: Typist, camera: Path
) -> None:
    typist.page.files_given.emit([str(camera)])
    office.bot.waitUntil(lambda: not office.jobs.is_busy and typist.page.photos_button.isEnabled(), timeout=20_000)
    typist.press("1")
    typist.enter()
    view = typist.page.picture
    assert not view.image.isNull()
    for file in blobs.folder_of(office.file).iterdir():
        file.unlink()

    QTest.keySequence(typist.page.form.words, QKeySequence("Ctrl+PgDown"))
    office.wait()

    assert view.image.isNull()
    said = [label.text() for label in view.findChildren(Label) if label.isVisible()]
    assert "照片还没有传到这台设备" in said
    assert any("会自动要来" in text for text in said)


def test_photographs_can_be_stopped_and_nothing_half_done_stays(office: Office, typist: Typist, camera: Path) -> None:
    typist.page.files_given.emit([str(camera)])
    typist.page.heap.stopped.emit()
    office.bot.waitUntil(lambda: not office.jobs.is_busy and typist.page.photos_button.isEnabled(), timeout=20_000)

    with world.reopened(office.file) as store:
        rows = store.records(Attachment, "ORDER BY name")
    assert len(rows) < 3
    typist.page.files_given.emit([str(camera)])
    office.bot.waitUntil(lambda: not office.jobs.is_busy and typist.page.photos_button.isEnabled(), timeout=20_000)
    with world.reopened(office.file) as store:
        assert [one.name for one in store.records(Attachment, "ORDER BY name")] == ["1.jpg", "2.jpg", "3.jpg"]


def test_a_project_without_events_says_what_comes_first(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    with world.found(tmp_path / "young.db") as store:
        assert administrator(store).staff is None
    office = world.opened(qtbot, look, translator, tmp_path / "young.db")
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("entry")
    office.wait()

    assert not office.flow.entry.form.isVisible()
    assert not office.flow.entry.photos_button.isVisible()
    office.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_open_form_with_words_and_pictures_fits_the_smallest_window(
    office: Office, typist: Typist, camera: Path, translator: Translator, language: str
) -> None:
    translator.speak("zh" if language == "zh" else "en")
    typist.page.files_given.emit([str(camera)])
    office.bot.waitUntil(lambda: not office.jobs.is_busy and typist.page.photos_button.isEnabled(), timeout=20_000)
    typist.press("1")
    typist.enter()
    typist.page.form.host.choose(office.people.host)
    typist.page.form.types.choose("help")
    typist.write(WORDS)
    typist.page.form.more_button.click()
    office.wait()

    window = office.flow.window
    office.bot.wait(100)
    assert (window.width(), window.height()) == (1280, 800)
    assert cut(typist.page) == []
    foot = typist.page.form.save_button
    last = typist.page.form.place
    assert last.mapTo(window, last.rect().bottomLeft()).y() < foot.mapTo(window, foot.rect().topLeft()).y()
