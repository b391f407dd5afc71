"""The work list: what waits in each view, whose it is, and what a wide window tells beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.office.window import OfficeWindow
from desktop.services.concerns import recording
from desktop.services.registry import administrator
from desktop.widgets.buttons import Button
from desktop.widgets.labels import Label, Words
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
LONG = "物业的人说不归他们管，施工的人说保修已经过了。" * 90


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    """Two concerns: one late, heard by the host; one new, heard by the coordinator, who sits at the window."""
    file = tmp_path / "office.db"
    with world.found(file) as store:
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        world.with_concern(store, event, people)
        recording.add(
            caller, store, event=event, received_by=people.coordinator, words="地库太暗", type_code="complaint"
        )
    made = world.opened(qtbot, look, translator, file, staff_id=people.coordinator)
    made.people = people
    window = made.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("concerns")
    made.wait()
    yield made
    made.close()


def views(office: Office) -> list[str]:
    return [button.text() for button in office.flow.work._views.findChildren(Button)]


def test_every_view_says_how_much_waits_in_it(office: Office) -> None:
    assert views(office) == ["重点 1", "督办 1", "全部 2", "逾期 1", "待回访", "已结束"]


def test_mine_are_those_i_handle_or_heard(office: Office) -> None:
    office.flow.work.show_view("open")

    office.bot.mouseClick(office.flow.work._own, LEFT)

    assert [line.words for line in office.flow.work.shown] == ["地库太暗"]
    assert views(office)[2] == "全部 1"


def test_nobody_is_asked_for_theirs_where_nobody_is_signed_in(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "nobody.db"
    with world.found(file) as store:
        assert administrator(store).staff is None
    office = world.opened(qtbot, look, translator, file)

    assert office.flow.work._own.isHidden()
    office.close()


def test_a_wide_window_tells_number_room_area_and_state(office: Office) -> None:
    table = office.flow.work.table
    assert [place for place in range(9) if table.isColumnHidden(place)] == [2, 5, 6, 8]

    office.flow.window.resize(1920, 1080)
    office.bot.waitUntil(lambda: not table.isColumnHidden(2), timeout=5_000)

    assert not any(table.isColumnHidden(place) for place in range(9))


def test_the_list_is_600_px_beside_a_pane_of_480_in_the_usual_window(office: Office) -> None:
    work = office.flow.work

    assert work.width() == 1080
    assert abs(work.pane.width() - 480) <= 1


def test_enter_leads_from_the_list_to_the_next_step(office: Office) -> None:
    window = office.flow.window
    window.activateWindow()
    office.bot.waitUntil(window.isActiveWindow, timeout=5_000)
    work = office.flow.work
    work.table.setFocus()

    office.bot.keyClick(work.table, Qt.Key.Key_Return)

    first = work.pane._foot.findChild(Button)
    assert first is not None
    assert first.hasFocus()


@pytest.fixture
def lengthy(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    """One concern of two thousand characters."""
    file = tmp_path / "lengthy.db"
    with world.found(file) as store:
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        recording.add(caller, store, event=event, received_by=people.host, words=LONG, type_code="repair")
    made = world.opened(qtbot, look, translator, file, staff_id=people.coordinator)
    window = made.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("concerns")
    made.flow.work.show_view("open")
    made.wait()
    yield made
    made.close()


def test_two_thousand_characters_scroll_and_leave_window_and_steps_where_they_are(lengthy: Office) -> None:
    window, pane = lengthy.flow.window, lengthy.flow.work.pane
    before = window.height()

    lengthy.bot.waitUntil(lambda: pane.findChild(Words) is not None, timeout=5_000)
    lengthy.bot.waitUntil(lambda: pane._scroll.verticalScrollBar().maximum() > 0, timeout=5_000)

    assert window.height() == before
    assert window.minimumSizeHint().height() <= before
    words = pane.findChild(Words)
    assert words is not None
    assert words.text == LONG
    assert words.height() >= words.heightForWidth(words.width())
    button = pane._foot.findChild(Button)
    assert button is not None
    assert not button.visibleRegion().isEmpty()


def test_a_step_of_lengthy_words_shows_its_fields_at_once(lengthy: Office) -> None:
    pane = lengthy.flow.work.pane
    lengthy.bot.waitUntil(lambda: pane.concern != "", timeout=5_000)

    pane.begin("accepted")

    department = pane.form.control("department")
    lengthy.bot.waitUntil(lambda: not department.visibleRegion().isEmpty(), timeout=5_000)


def test_show_all_shows_all_whatever_was_searched_and_chosen(office: Office) -> None:
    work = office.flow.work
    work._search.setText("没有人这样说过")
    work._departments.choose("marketing")
    work._own.setChecked(True)
    assert not work.shown

    work._empty.acted.emit()

    assert len(work.shown) == 2
    assert work._search.text() == ""


def test_an_empty_list_says_why(office: Office) -> None:
    work = office.flow.work

    def said() -> str:
        return " ".join(label.text() for label in work._empty.findChildren(Label))

    work._search.setText("没有人这样说过")
    assert "没有符合的诉求" in said()
    work._search.clear()
    work.show_work((), None)
    assert "还没有诉求" in said()


def test_no_value_in_the_story_ends_in_two_stops(office: Office) -> None:
    speech = office.flow.work.speech

    told = speech.joined((speech.named("现场答复", "先测一次夜间的噪声。"), speech.named("答复人", "沈砚")))

    assert told == "现场答复：先测一次夜间的噪声；答复人：沈砚"


def test_a_step_is_taken_by_keys_alone_and_the_hand_is_back_in_the_list(office: Office) -> None:
    window, work = office.flow.window, office.flow.work
    window.activateWindow()
    office.bot.waitUntil(window.isActiveWindow, timeout=5_000)
    late = next(line for line in work.shown if line.words.startswith("玄关"))
    work.table.choose(late.concern)
    office.bot.waitUntil(lambda: work.pane.concern == late.concern, timeout=5_000)
    work.table.setFocus()

    office.bot.keyClick(work.table, Qt.Key.Key_D)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert work.pane.form.isAncestorOf(focus)
    office.bot.keyClick(focus, Qt.Key.Key_Escape)
    assert work.pane.form.isHidden()
    assert work.table.hasFocus(), QApplication.focusWidget()

    office.bot.keyClick(work.table, Qt.Key.Key_D)
    asked = QApplication.focusWidget()
    assert asked is not None
    office.bot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.wait()

    assert next(line for line in work._lines if line.concern == late.concern).state == "dispatched"
    assert work.table.hasFocus(), QApplication.focusWidget()
