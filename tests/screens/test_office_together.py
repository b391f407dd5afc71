"""The work list's boxes, keys, files and reminders, the page of one concern, and histories, in a real window."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.records import Concern, Event
from desktop.office.pages.concern_parts import Reminded
from desktop.office.pages.work_list import WorkListPage
from desktop.services.concerns import moving, recording
from desktop.services.guests import check_ins, clients
from desktop.services.likeness.similar import Alike
from desktop.services.registry import administrator
from desktop.widgets.buttons import Button
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.table_cells import folded
from tests.screens import office_world as world
from tests.screens.office_world import Office, window_of

LEFT = Qt.MouseButton.LeftButton
LONG_NAME = "Maximiliane Alexandra von Hohenstaufen-Berg"
WORDS = ("玄关的墙往前推了，柜子放不下", "卫生间下水慢", "地库太暗", "想要一间书房")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, world.People]:
    """Two accepted repairs, a complaint just taken down, and a need that was accepted; all of one client."""
    folder = tmp_path_factory.mktemp("made")
    with world.found(folder / "office.db") as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        _, client = check_ins.walk_in(caller, store, event=event, name=LONG_NAME, phone="13800010009", room="6-2-1201")
        for words, kind in zip(WORDS, ("repair", "repair", "complaint", "need"), strict=True):
            taken = recording.add(
                caller, store, event=event, client=client, received_by=people.host, words=words, type_code=kind
            )
            told = {"area": "product_quality"}
            if kind == "repair":
                told |= {"department": "engineering", "grade": "2", "due_resolve": "2026-05-29"}
            if kind != "complaint":
                moved = moving.move(
                    caller, store, concern=taken.concern, target="accepted", by=people.coordinator, means="in_person",
                    fields=told,
                )  # fmt: skip
                assert not moved.refused, moved
    return folder, people


@pytest.fixture
def office(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path, made: tuple[Path, world.People]
) -> Iterator[Office]:
    """The coordinator before the list of all open ones, the keyboard in it."""
    folder, people = made
    shutil.copytree(folder, tmp_path / "office")
    opened = world.opened(qtbot, look, translator, tmp_path / "office/office.db", staff_id=people.coordinator)
    opened.people = people
    window = window_of(opened)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    window.open("concerns")
    opened.flow.work.show_view("open")
    opened.flow.work.table.setFocus()
    opened.wait()
    yield opened
    opened.close()


def settle(office: Office) -> None:
    """Let the worker end, and everything new come into view."""
    office.wait()
    office.bot.wait(20)


def press(office: Office, *keys: Qt.Key, control: bool = False) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        office.bot.keyClick(focus, key, modifier)
        settle(office)


def stand_on(office: Office, words: str) -> None:
    work = office.flow.work
    line = next(one for one in work.shown if one.words == words)
    work.table.choose(line.concern)
    work.table.setFocus()
    office.wait()


def pick(office: Office, *words: str) -> None:
    for one in words:
        stand_on(office, one)
        press(office, Qt.Key.Key_X)


def picked(office: Office) -> int:
    return len(office.flow.work.picked)


def state_of(office: Office, words: str) -> str:
    return next(one.state for one in office.flow.work._lines if one.words == words)


def said(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if not one.isHidden())


def count(office: Office, sql: str, **named: str) -> int:
    with world.reopened(office.file) as store:
        return store.count(sql, **named)


def push(office: Office, inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert button is not None, name
    office.bot.mouseClick(button, LEFT)
    settle(office)


# Several at once


def test_several_are_picked_by_keys_and_dispatched_together(office: Office) -> None:
    work = office.flow.work
    pick(office, WORDS[0], WORDS[1], WORDS[2])
    assert work.batch.isVisible()
    assert not work.pane.isVisible()
    assert "已选 3 件" in said(work.batch)
    assert f"{next(one.number for one in work.shown if one.words == WORDS[2])} 已登记" in said(work.batch)

    press(office, Qt.Key.Key_D)
    assert work.batch.form.isVisible()
    press(office, Qt.Key.Key_Return, control=True)

    assert [state_of(office, words) for words in WORDS[:3]] == ["dispatched", "dispatched", "recorded"]
    assert window_of(office).notice.text == "2 件已派单"
    assert not work.picked
    assert work.pane.isVisible()
    assert work.table.hasFocus()


def test_one_that_is_refused_is_named_with_its_reason_and_stays_picked(office: Office) -> None:
    work = office.flow.work
    pick(office, WORDS[0], WORDS[3])

    press(office, Qt.Key.Key_D)
    press(office, Qt.Key.Key_Return, control=True)

    assert state_of(office, WORDS[0]) == "dispatched"
    assert [one.words for one in work.picked] == [WORDS[3]]
    refused = work.batch.findChild(QWidget, "refused")
    assert refused is not None
    assert refused.isVisible()
    assert work.picked[0].number in said(refused)


def test_what_stands_against_all_of_them_is_said_in_the_form(office: Office) -> None:
    work = office.flow.work
    pick(office, WORDS[0], WORDS[1])
    press(office, Qt.Key.Key_D)
    work.batch.form._by.choose(office.people.handler)
    work.batch.form._means.choose("phone")

    work.batch.form._send()
    office.wait()

    assert work.batch.form.isVisible()
    assert work.batch.form.findChild(QWidget, "against_role_missing") is not None
    assert state_of(office, WORDS[0]) == "accepted"


def test_all_are_picked_by_the_head_and_by_ctrl_a_and_none_by_esc(office: Office) -> None:
    work = office.flow.work
    head = work.table.horizontalHeader().viewport()
    office.bot.mouseClick(head, LEFT, pos=QPoint(24, head.height() // 2))
    assert picked(office) == 4
    press(office, Qt.Key.Key_Escape)
    assert picked(office) == 0
    assert work.table.hasFocus()

    press(office, Qt.Key.Key_A, control=True)
    assert picked(office) == 4
    # What each client has a say in, and ends without the client's word, are offered for one at a time only.
    names = {one.objectName() for one in work.batch.findChildren(Button)}
    assert {"batch_accepted", "batch_dispatched"} <= names
    assert not names & {
        "batch_closed",
        "batch_void",
        "batch_merged",
        "batch_closed_explained",
        "batch_closed_unreached",
    }
    work._search.setText(WORDS[1])
    assert [one.words for one in work.picked] == [WORDS[1]]

    office.bot.mouseClick(work.table.viewport(), LEFT, pos=QPoint(24, 20))
    assert picked(office) == 0
    assert work.pane.isVisible()


# Files and reminders


def rows_in(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def test_what_is_shown_is_written_and_what_is_picked_where_some_are(office: Office, tmp_path: Path) -> None:
    work = office.flow.work
    office.choices.written = tmp_path / "all.csv"
    push(office, work, "export_list")
    assert [row[3] for row in rows_in(tmp_path / "all.csv")[1:]] == [one.words for one in work.shown]

    office.choices.written = tmp_path / "one.csv"
    pick(office, WORDS[2])
    press(office, Qt.Key.Key_E)

    assert [row[3] for row in rows_in(tmp_path / "one.csv")[1:]] == [WORDS[2]]
    assert "1 件诉求已写入" in window_of(office).notice.text
    assert count(office, "SELECT count(*) FROM journal WHERE verb = 'concern.export'") == 2


def test_r_copies_the_reminder_and_tells_it_in_the_story(office: Office) -> None:
    work = office.flow.work
    stand_on(office, WORDS[0])
    press(office, Qt.Key.Key_R)
    assert count(office, "SELECT count(*) FROM reminder") == 0

    press(office, Qt.Key.Key_D)
    press(office, Qt.Key.Key_Return, control=True)
    stand_on(office, WORDS[0])
    press(office, Qt.Key.Key_R)

    assert QGuiApplication.clipboard().text().startswith("【催签】工程 ")
    assert count(office, "SELECT count(*) FROM reminder") == 1
    office.bot.waitUntil(lambda: work.pane._body.findChild(Reminded) is not None, timeout=5_000)


# One concern at full width


def test_enter_twice_opens_the_page_and_esc_leads_back_to_the_list(office: Office) -> None:
    work = office.flow.work
    stand_on(office, WORDS[1])

    press(office, Qt.Key.Key_Return, Qt.Key.Key_Return)

    assert work.front is work.whole
    text = said(work.whole)
    assert "这位客户的其他诉求" in text
    assert "责任部门" in text
    links = [one.text() for one in work.whole.findChildren(Button)]
    assert sum(one.number in links for one in work.shown) == 3
    assert count(office, "SELECT count(*) FROM journal WHERE verb = 'record.open'") == 1
    press(office, Qt.Key.Key_Escape)
    assert work.front is work.pane
    assert work.table.hasFocus()


def test_what_is_like_it_comes_in_by_itself_and_leaves_the_keyboard_where_it_stood(office: Office) -> None:
    work = office.flow.work
    stand_on(office, WORDS[1])
    press(office, Qt.Key.Key_Return, Qt.Key.Key_Return)
    stood_on = work.whole.focusWidget()
    like = Alike("c-9", "2026-0409", "厨房也渗水", "dispatched", "", "", 0, is_very=True)

    work.whole.show_alike(work.whole.concern, (like,))

    assert any(one.text() == "2026-0409" for one in work.whole.findChildren(Button))
    assert stood_on is not None
    assert work.whole.focusWidget() is stood_on
    press(office, Qt.Key.Key_Escape)
    assert work.front is work.pane


def test_a_step_is_taken_on_the_page_and_the_page_tells_it(office: Office) -> None:
    work = office.flow.work
    stand_on(office, WORDS[1])
    press(office, Qt.Key.Key_Return, Qt.Key.Key_Return)

    push(office, work.whole, "step_dispatched")
    press(office, Qt.Key.Key_Return, control=True)

    assert work.front is work.whole
    office.bot.waitUntil(lambda: work.whole.findChild(QWidget, "story_dispatched") is not None, timeout=5_000)


def test_the_pane_is_closed_for_a_wide_list_and_enter_brings_it_back(office: Office) -> None:
    work = office.flow.work
    push(office, work.pane, "close_pane")
    assert not work.pane.isVisible()
    assert work.table.width() == work.width()

    press(office, Qt.Key.Key_Return)

    assert work.pane.isVisible()
    assert work.table.width() < work.width()

    # Beside a list that shows nothing, nobody is asked to choose.
    work._search.setText("没有人这样说过")
    settle(office)
    assert next(one.text() for one in work.pane._empty.findChildren(Label)) == "这里看一件诉求"


def test_who_rests_on_a_concern_has_seen_it_and_that_is_noted_once(office: Office) -> None:
    looks = office.flow._work_flow._looks
    looks._clock.setInterval(1)
    for words in (WORDS[0], WORDS[1], WORDS[0]):
        stand_on(office, words)
        office.bot.waitUntil(lambda: not looks._clock.isActive(), timeout=5_000)
        office.wait()

    assert count(office, "SELECT count(*) FROM journal WHERE verb = 'record.open'") == 2


# Histories


def test_a_client_s_history_is_read_a_change_taken_back_and_that_taken_back_too(office: Office) -> None:
    window, history = window_of(office), office.flow.history
    with world.reopened(office.file) as store:
        caller = administrator(store)
        client = store.records(Concern, "LIMIT 1")[0].client or ""
        clients.set_fields(caller, store, client=client, changes={"name": "温若水", "phone": "13911112468"})
    window.open("clients")
    office.wait()
    push(office, office.flow.clients.pane, "history")
    assert window.page_name == "history"
    text = said(history)
    assert "温若水 的历史" in text
    assert "139****2468" in text
    assert "13911112468" not in text

    push(office, history, "undo_name")
    assert f"{LONG_NAME} 的历史" in said(history)
    push(office, window, "undo")
    assert "温若水 的历史" in said(history)

    press(office, Qt.Key.Key_Escape)
    assert window.page_name == "clients"


def test_a_concern_s_history_names_steps_and_who_saw_it_and_leads_back_to_its_page(
    office: Office, translator: Translator
) -> None:
    window, work, history = window_of(office), office.flow.work, office.flow.history
    stand_on(office, WORDS[0])
    press(office, Qt.Key.Key_Return, Qt.Key.Key_Return)
    number = work.whole.number

    push(office, work.whole, "history")

    text = said(history)
    assert f"{number} 的历史" in text
    assert "已受理" in text
    assert "谁看过" in text
    assert "打开" in text
    assert "阮青 · 办公室" in text
    assert history.findChild(QPushButton, "undo_department") is None
    translator.speak("en")
    settle(office)
    assert "Who saw it" in said(history)
    assert "Accepted" in said(history)
    press(office, Qt.Key.Key_Escape)
    assert window.page is work
    assert work.front is work.whole


# Names


def test_a_long_name_stands_on_two_lines_and_nothing_of_it_is_cut(office: Office) -> None:
    work: WorkListPage = office.flow.work
    window_of(office).open("clients")
    office.wait()
    for table, place in ((work.table, 4), (office.flow.clients.table, 0)):
        room = table.columnWidth(place) - sum(table.margins_of(place))
        lines = folded(LONG_NAME, room)
        assert table.rows.columns[place].folds
        assert " ".join(lines) == LONG_NAME
        assert not any("…" in line for line in lines)
    assert folded("温若水 女士", 160) == ("温若水 女士",)


def test_the_history_of_an_event_and_of_a_check_in_is_one_click_away(office: Office) -> None:
    window, history = window_of(office), office.flow.history
    with world.reopened(office.file) as store:
        event = store.records(Event, "LIMIT 1")[0].id
    window.open("events")
    office.wait()
    office.flow.events.table.choose(event)
    settle(office)
    push(office, office.flow.events, "history")
    assert (window.page_name, history.record) == ("history", ("event", event))
    press(office, Qt.Key.Key_Escape)

    window.open("arrivals")
    office.wait()
    push(office, office.flow.arrivals, "history")
    assert (window.page_name, history.record[0]) == ("history", "check_in")
    assert "现场登记" in said(history)
