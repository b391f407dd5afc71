"""The guide at a talk: its questions are answered by keys, beside the words and without uncovering anything."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.rules.guides import Line, Option
from desktop.services.duty import mine
from desktop.services.guides import guides
from desktop.services.opening import open_database
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.part import Part
from tests.screens.hosting import NOW, Morning, morning, opened, press, rows, settle, shown_texts, write

FEAR = "怕漏水"
ANSWERS = "SELECT question, value, words, guide FROM guide_answer ORDER BY question"


@pytest.fixture
def day(tmp_path: Path) -> Morning:
    return morning(tmp_path, node="delivery")


def ended(qtbot: QtBot, flow: HostFlow, jobs: Jobs) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)


def test_the_questions_of_the_guide_are_answered_by_digits_and_a_line_and_the_cursor_is_back_in_the_words(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F5)
    for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_5):
        press(qtbot, flow, jobs, key)
    write(flow, FEAR)
    press(qtbot, flow, jobs, Qt.Key.Key_Return)
    assert isinstance(flow.window.focusWidget(), QTextEdit)
    assert not rows(day.file, ANSWERS)

    ended(qtbot, flow, jobs)

    assert rows(day.file, ANSWERS) == [
        ("explained", "5", None, 2), ("finish", "4", None, 2), ("first_weeks", None, FEAR, 2),
        ("takes_over", "2", None, 2),
    ]  # fmt: skip
    assert rows(day.file, "SELECT guide FROM reception WHERE ended_at IS NOT NULL") == [("2:",)]


def test_while_both_sides_are_covered_the_guide_shows_its_questions_and_nothing_else(
    qtbot: QtBot, jobs: Jobs, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F5)

    texts = shown_texts(flow.window.beside)

    assert "今天收不收房" in texts
    assert "请客户先说，不打断" not in texts
    assert not any("漏风" in text for text in texts)
    press(qtbot, flow, jobs, Qt.Key.Key_Escape)
    assert not any(
        one.objectName().startswith("question_") for one in flow.window.beside.findChildren(Part) if one.isVisible()
    )
    assert isinstance(flow.window.focusWidget(), QTextEdit)


def test_an_answer_is_mended_taken_away_and_gone_back_to_by_keys(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F5)
    for key in (Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_3, Qt.Key.Key_Up, Qt.Key.Key_Backspace):
        press(qtbot, flow, jobs, key)
    press(qtbot, flow, jobs, Qt.Key.Key_Up)
    press(qtbot, flow, jobs, Qt.Key.Key_3)
    press(qtbot, flow, jobs, Qt.Key.Key_F5)

    ended(qtbot, flow, jobs)

    assert rows(day.file, "SELECT question, value FROM guide_answer WHERE value IS NOT NULL") == [("takes_over", "3")]


def test_answers_are_there_again_after_the_program_ended_at_once(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning, flow: HostFlow, tmp_path: Path
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F5)
    with qtbot.waitSignal(flow.drafts_kept):
        press(qtbot, flow, jobs, Qt.Key.Key_3)
    folder = tmp_path / "after"
    folder.mkdir()
    for file in day.file.parent.glob("host.db*"):
        (folder / file.name).write_bytes(file.read_bytes())

    again = opened(qtbot, look, translator, jobs, replace(day, file=folder / "host.db"))
    press(qtbot, again, jobs, Qt.Key.Key_F5)
    assert "1 / 4" in shown_texts(again.window.beside)
    ended(qtbot, again, jobs)

    assert rows(folder / "host.db", ANSWERS) == [("takes_over", "3", None, 2)]


def test_a04_a_talk_keeps_the_version_that_led_it_when_the_office_writes_the_next_one(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning, tmp_path: Path
) -> None:
    flow = opened(qtbot, look, translator, jobs, day)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    with open_database(day.file, None) as store:
        line = Line("choice", "钥匙齐不齐", options=(Option("齐"), Option("不齐")))
        assert guides.set_lines(administrator(store), store, node="delivery", lines=(line,)).version == 3
    press(qtbot, flow, jobs, Qt.Key.Key_F5)
    assert "今天收不收房" in shown_texts(flow.window.beside)
    press(qtbot, flow, jobs, Qt.Key.Key_1)
    ended(qtbot, flow, jobs)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    press(qtbot, flow, jobs, Qt.Key.Key_F5)

    assert "钥匙齐不齐" in shown_texts(flow.window.beside)
    assert rows(day.file, "SELECT guide FROM reception ORDER BY started_at, id") == [("2:",), ("3:",)]


# Who is present


def menu_action(flow: HostFlow, *names: str) -> QAction:
    menu: QMenu = flow.window.talk.presence.menu
    for name in names[:-1]:
        menu = next(one for one in menu.actions() if one.text() == name).menu()  # type: ignore[assignment]
    return next(one for one in menu.actions() if one.text().startswith(names[-1]))


def test_b13_an_observer_is_kept_apart_from_those_who_take_part(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    menu = flow.window.talk.presence.menu
    asked: list[object] = []
    # The test's platform warns of every menu that pops up.
    monkeypatch.setattr(menu, "popup", asked.append)
    press(qtbot, flow, jobs, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(asked))
    assert menu.activeAction().text() == "苏棠"

    menu_action(flow, "只旁听", "苏棠").trigger()
    settle(qtbot, jobs)

    assert rows(day.file, "SELECT present, observers FROM reception") == [(None, day.coordinator)]
    assert any("苏棠（旁听）" in text for text in shown_texts(flow.window.talk))


def test_a17_when_a_delegate_receives_the_president_stays_due(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    with open_database(day.file, None) as store:
        office = administrator(store)
        head = staff.add(office, store, name="韩若川", level="regional_functional_head", roles=("host",))
    flow = opened(qtbot, look, translator, jobs, day, staff_id=head)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    menu_action(flow, "接待人代", "宋明远").trigger()
    settle(qtbot, jobs)
    ended(qtbot, flow, jobs)

    assert rows(day.file, "SELECT host, delegate_for, host_level FROM reception") == [
        (head, day.host, "regional_functional_head")
    ]
    with open_database(day.file, None) as store:
        president = mine.of_person(administrator(store), store, staff=day.host, now_ms=NOW)
    assert (president.owed, president.received) == (1, ())
