"""Reflections in the windows: offered after a talk, reminded of beside the tasks, written for others in the office."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.services.opening import open_database
from desktop.services.receptions import talks
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import hosting, office_world
from tests.screens.hosting import FIRST, NOW, press, rows, settle

CTRL = Qt.KeyboardModifier.ControlModifier
A_DAY_MS = 86_400_000
WRITTEN = "SELECT case_words, lesson, commitment, commitment_due, entered_by FROM reflection"


def shown(within: QWidget, name: str) -> QPushButton:
    return next(one for one in within.findChildren(QPushButton, name) if one.isVisible())


def test_b27_after_a_talk_a_reflection_is_offered_kept_while_typed_and_can_be_left_for_later(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path, jobs: Jobs
) -> None:
    day = hosting.morning(tmp_path)
    flow = hosting.opened(qtbot, look, translator, jobs, day)
    page = flow._reflecting.page
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F9, Qt.Key.Key_F5):
        press(qtbot, flow, jobs, key)

    page.case.setPlainText("陈知夏说窗边有风")
    press(qtbot, flow, jobs, Qt.Key.Key_Escape)
    left = flow.window.pages.currentWidget() is flow.window.talks
    press(qtbot, flow, jobs, Qt.Key.Key_F5)
    again = page.case.toPlainText()
    page.commitment.setText("去看一次")
    page.case.setFocus()
    press(qtbot, flow, jobs, Qt.Key.Key_Return, CTRL)
    asked = page.isVisible()
    page.lesson.setPlainText("先看再说")
    page.due.setText("5-30")
    press(qtbot, flow, jobs, Qt.Key.Key_Return, CTRL)

    assert (left, again, asked, page.isVisible()) == (True, "陈知夏说窗边有风", True, False)
    assert rows(day.file, WRITTEN) == [("陈知夏说窗边有风", "先看再说", "去看一次", "2026-05-30", None)]


def test_b27_my_tasks_say_since_when_a_reflection_is_owed_and_a_commitment_stays_until_it_is_done(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path, jobs: Jobs
) -> None:
    day = hosting.morning(tmp_path)
    with open_database(day.file) as store:
        store.clock = lambda: NOW - 3 * A_DAY_MS
        talks.start(administrator(store), store, event=day.event, host=day.host, client=None)
        talks.end(administrator(store), store, event=day.event, host=day.host, client=None)
    flow = hosting.opened(qtbot, look, translator, jobs, day)
    owing, page = flow.window.tasks.owing, flow._reflecting.page

    press(qtbot, flow, jobs, Qt.Key.Key_2, CTRL)
    # The list is read anew when the page opens: the button of now is the one to press.
    qtbot.waitUntil(lambda: any(one.isVisible() for one in owing.findChildren(QPushButton, "write_reflection")))
    said = hosting.shown_texts(owing)
    shown(owing, "write_reflection").click()
    settle(qtbot, jobs)
    page.case.setPlainText("一件事")
    page.lesson.setPlainText("一点心得")
    page.commitment.setText("再去一次")
    page.due.setText("明天")
    press(qtbot, flow, jobs, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in owing.findChildren(QPushButton, "commitment_done")))
    shown(owing, "commitment_done").click()
    settle(qtbot, jobs)

    assert "已欠 3 天" in said
    assert not owing.isVisible()
    assert rows(day.file, "SELECT commitment_due, commitment_kept_at IS NOT NULL FROM reflection") == [
        ("2026-05-17", 1)
    ]


def test_b08_the_office_writes_for_whoever_dictates_notes_who_heard_it_and_prints_it_without_the_client(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    day = hosting.morning(tmp_path)
    with open_database(day.file) as store:
        store.clock = lambda: NOW
        talks.start(administrator(store), store, event=day.event, host=day.host, client=day.clients[0])
    office = office_world.opened(qtbot, look, translator, day.file, staff_id=day.coordinator)
    office.flow.duty.reflections_wanted.emit()
    office.wait()
    page, sheet = office.flow.reflections, tmp_path / "心得.pdf"
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(QPushButton, "write_for")))

    shown(page, "write_for").click()
    page.form.case.setPlainText(f"{FIRST}说窗边有风")
    page.form.lesson.setPlainText("先看再说")
    shown(page, "reflection_save").click()
    office.wait()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(QPushButton, "tell")))
    shown(page, "tell").click()
    page.telling.audience.setText("工程部晨会")
    page.telling.people.setText("24")
    shown(page, "telling_save").click()
    office.wait()
    office.choices.written = sheet
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(QPushButton, "sheet")))
    shown(page, "sheet").click()
    office.wait()
    office.close()

    assert rows(day.file, WRITTEN) == [(f"{FIRST}说窗边有风", "先看再说", None, None, day.coordinator)]
    assert rows(day.file, "SELECT on_day, audience, people FROM sharing") == [("2026-05-23", "工程部晨会", 24)]
    document = pypdfium2.PdfDocument(sheet)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "说窗边有风" in text
    assert FIRST not in text
