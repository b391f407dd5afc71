"""Nobody else's name while a client sits there; controls named and reached by keys; tasks, and the palette."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.host.task_rows import TaskRow
from desktop.jobs import Jobs
from desktop.services.concerns import moving
from desktop.services.opening import open_database
from desktop.services.promises import promises
from desktop.services.registry import administrator
from desktop.widgets.buttons import Options
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.hosting import FIRST, NOW, SECOND, THIRD, Morning, opened, rows, settle, shown_texts

ALT, CTRL, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEAK = "卫生间那个地面比外面还高"
Role = QAccessible.Role
CONTROLS = (Role.Button, Role.EditableText, Role.ComboBox, Role.CheckBox, Role.RadioButton, Role.ButtonMenu)


def press(qtbot: QtBot, flow: HostFlow, jobs: Jobs, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
    held: QWidget | None = flow.window.focusWidget()
    qtbot.keyClick(flow.window if held is None else held, key, with_)
    settle(qtbot, jobs)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said_to_a_reader(window: QWidget) -> list[tuple[QAccessible.Role, str]]:
    """Everything in view as a screen reader is told it: role, name, and what stands in it."""
    found: list[tuple[QAccessible.Role, str]] = []

    def walk(part: QAccessibleInterface) -> None:
        if part.state().invisible:
            return
        text = " ".join(part.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
        found.append((part.role(), text.strip()))
        for number in range(part.childCount()):
            walk(part.child(number))

    walk(QAccessible.queryAccessibleInterface(window))
    return found


# Nobody else


def test_no_other_name_is_anywhere_in_the_window_until_f12_was_pressed(
    qtbot: QtBot, jobs: Jobs, flow: HostFlow
) -> None:
    """Through a whole talk, on every page that can be reached; what is held by any part, and what a reader is told."""

    def others() -> list[str]:
        told = [text for _, text in said_to_a_reader(flow.window)]
        return [text for text in (*shown_texts(flow.window), *told) if SECOND in text or THIRD in text]

    assert others()
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    steps: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
        *((Qt.Key.Key_F4, NONE), (Qt.Key.Key_F6, NONE), (Qt.Key.Key_Escape, NONE), (Qt.Key.Key_F8, NONE)),
        *((Qt.Key.Key_K, CTRL), (Qt.Key.Key_Escape, NONE), (Qt.Key.Key_2, CTRL), (Qt.Key.Key_F1, NONE)),
        *((Qt.Key.Key_Escape, NONE), (Qt.Key.Key_Slash, CTRL), (Qt.Key.Key_1, CTRL), (Qt.Key.Key_F9, NONE)),
    )
    for key, held in steps:
        press(qtbot, flow, jobs, key, held)
        assert not others(), f"after {key.name}"

    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    assert others()
    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    assert not others()
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    assert not others()


def test_the_palette_finds_no_client_while_one_sits_there(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_K, CTRL)
    asked: list[str] = []
    flow.window.palette_box.searched.connect(asked.append)

    qtbot.keyClicks(flow.window.focusWidget(), "shen")
    qtbot.waitUntil(lambda: "没有找到" in shown_texts(flow.window.palette_box))

    assert not asked
    assert not [text for text in shown_texts(flow.window) if SECOND in text]


def test_f8_in_a_talk_says_what_comes_first_and_begins_nothing(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    assert rows(day.file, "SELECT count(*) FROM reception") == [(1,)]
    assert "请先结束这次接待 (F9)" in shown_texts(flow.window.status)


# Names, roles, and the keyboard


def test_every_control_of_the_talk_page_has_a_name_and_a_role(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F4)
    press(qtbot, flow, jobs, Qt.Key.Key_F6)
    press(qtbot, flow, jobs, Qt.Key.Key_F12)

    told = said_to_a_reader(flow.window.talks)
    controls = [one for one in told if one[0] in CONTROLS]
    focusable = [
        one
        for one in flow.window.talks.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    # The same names twice are one control each: types, areas, fields, buttons.
    assert len(controls) >= len(focusable) >= 20
    assert not [one for one in controls if not one[1]]
    for widget in focusable:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.role() in CONTROLS, widget.objectName()
        assert interface.text(QAccessible.Text.Name), widget.objectName()


@pytest.mark.parametrize("is_lifted", [False, True])
def test_tab_alone_reaches_every_control_of_the_talk_page(
    qtbot: QtBot, jobs: Jobs, flow: HostFlow, is_lifted: bool
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F4)
    if is_lifted:
        press(qtbot, flow, jobs, Qt.Key.Key_F12)
    controls = {
        one
        for one in flow.window.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QLineEdit | QTextEdit | QComboBox) and one.isVisible() and one.isEnabled()
    }

    reached: set[QWidget] = set()
    for _ in range(3 * len(controls)):
        here = QApplication.focusWidget()
        assert here is not None
        if here in reached and len(reached) >= len(controls):
            break
        reached.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)

    # Into a row of options Tab leads once; inside it the arrows move, and Alt with the digit chooses.
    rows_of_options = flow.window.talk.findChildren(Options)
    for options in rows_of_options:
        group = set(options.findChildren(QPushButton))
        assert group & reached, options.objectName()
        reached |= group
    assert len(rows_of_options) == 3
    assert not [one.objectName() or one.accessibleName() or type(one).__name__ for one in controls - reached]


# Tasks


def test_others_do_what_was_promised_for_them_and_no_circle_stands_there(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    with open_database(day.file) as store:
        office = administrator(store)
        store.clock = lambda: NOW
        (concern,) = store.query("SELECT id FROM concern")[0]
        theirs = promises.add(
            office, store, concern=concern, text="书面答复", due="2026-05-20", by=day.host, department="engineering"
        )
        moving.move(office, store, concern=concern, target="accepted", by=day.host, entered_by=day.host, fields={})
    flow = opened(qtbot, look, translator, jobs, day)
    press(qtbot, flow, jobs, Qt.Key.Key_2, CTRL)
    press(qtbot, flow, jobs, Qt.Key.Key_J)
    assert isinstance(flow.window.focusWidget(), TaskRow)
    assert flow.window.focusWidget().objectName() == f"promise_{theirs}"

    press(qtbot, flow, jobs, Qt.Key.Key_Space)
    flow.window.tasks.settle()
    settle(qtbot, jobs)

    assert "等候他人" in shown_texts(flow.window.tasks)
    assert rows(day.file, "SELECT kept_at FROM promise") == [(None,), (None,)]


def test_enter_opens_a_task_with_the_clients_words_and_esc_goes_back_to_its_row(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_2, CTRL)
    assert "北边小房间窗户关上了还有风" not in shown_texts(flow.window.tasks)

    press(qtbot, flow, jobs, Qt.Key.Key_Return)
    assert "北边小房间窗户关上了还有风" in shown_texts(flow.window.tasks)
    press(qtbot, flow, jobs, Qt.Key.Key_Escape)

    assert flow.window.focusWidget().objectName() == f"promise_{day.owed}"
    assert flow.window.pages.currentWidget() is flow.window.tasks


def test_a_task_that_is_open_is_ticked_by_space(qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_2, CTRL)
    press(qtbot, flow, jobs, Qt.Key.Key_Return)

    press(qtbot, flow, jobs, Qt.Key.Key_Space)
    flow.window.tasks.settle()
    settle(qtbot, jobs)

    assert rows(day.file, "SELECT kept_at, kept_by FROM promise") == [(NOW, day.host)]


def test_the_quarters_duty_counts_an_event_once_and_says_when_it_is_done(
    qtbot: QtBot, jobs: Jobs, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_2, CTRL)
    before = shown_texts(flow.window.tasks)
    assert "6月30日 前还需接待一次" in before or "6月30日前还需接待一次" in before
    press(qtbot, flow, jobs, Qt.Key.Key_1, CTRL)
    for _ in range(2):
        press(qtbot, flow, jobs, Qt.Key.Key_F8)
        press(qtbot, flow, jobs, Qt.Key.Key_F9)
        press(qtbot, flow, jobs, Qt.Key.Key_F9)
        press(qtbot, flow, jobs, Qt.Key.Key_F8)

    press(qtbot, flow, jobs, Qt.Key.Key_2, CTRL)
    texts = shown_texts(flow.window.tasks)

    assert "本期已完成" in texts
    assert "1" in texts
    assert "2 位" in texts


# The palette


def test_a_command_is_found_and_done_from_the_palette(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_K, CTRL)
    line = flow.window.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("待办")

    press(qtbot, flow, jobs, Qt.Key.Key_Return)

    assert flow.window.pages.currentWidget() is flow.window.tasks
    assert not flow.window.palette_box.is_open


def test_a_client_is_found_by_the_palette_and_the_talk_begins(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(flow.window.focusWidget(), "guna")
    qtbot.waitUntil(lambda: flow.window.findChild(QPushButton, f"palette_{day.clients[2]}") is not None)
    palette = flow.window.palette_box
    shown = [one.geometry() for one in palette.findChildren(QPushButton) if one.isVisible()]
    assert all(palette.rect().contains(box) for box in shown)
    line = palette.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert not [one for one in shown if one.intersects(line.geometry())]

    press(qtbot, flow, jobs, Qt.Key.Key_Return)

    assert rows(day.file, "SELECT client FROM reception WHERE ended_at IS NULL") == [(day.clients[2],)]
    texts = shown_texts(flow.window.talk)
    assert any(THIRD in text for text in texts)
    assert not any(FIRST in text for text in texts)


def test_while_the_palette_is_open_no_key_reaches_the_page_below(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_K, CTRL)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    assert not rows(day.file, "SELECT 1 FROM reception")

    press(qtbot, flow, jobs, Qt.Key.Key_Escape)

    assert not flow.window.palette_box.is_open
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    assert rows(day.file, "SELECT count(*) FROM reception") == [(1,)]
