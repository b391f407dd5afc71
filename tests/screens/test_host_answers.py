"""Two characters in the answer field look the agreed answers up; arrows and Enter put one in, and it stays linked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.host.form import ConcernForm
from desktop.jobs import Jobs
from desktop.services.answers import agreeing
from desktop.services.opening import open_database
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import hosting
from tests.screens.hosting import NOW, Morning, press, rows, settle

LEAK, WORDS, NEVER = "窗边漏水多久来修", "当天登记，第二天由工程部到场查看，三个工作日内书面答复您。", "更换整窗"
OVER = "漏水之后墙面怎么处理"


@pytest.fixture
def day(tmp_path: Path) -> Morning:
    made = hosting.morning(tmp_path)
    with open_database(made.file) as store:
        office = administrator(store)
        head = staff.add(office, store, name="卫青禾", level="staff", roles=("office_head",))
        for question, words, until, at in (
            (LEAK, WORDS, "2026-12-31", NOW),
            (OVER, "先查看", "2026-05-01", NOW - 30 * 86_400_000),
        ):
            store.clock = lambda at=at: at  # type: ignore[misc]
            fields = {"question": question, "words": words, "valid_until": until, "never": NEVER}
            answer = agreeing.draft(office, store, by=made.coordinator, fields=fields)
            agreeing.approve(office, store, answer=answer, by=head)
    return made


@pytest.fixture
def talk(qtbot: QtBot, look: Look, translator: Translator, day: Morning, jobs: Jobs) -> HostFlow:
    flow = hosting.opened(qtbot, look, translator, jobs, day)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    return flow


def form_of(flow: HostFlow) -> ConcernForm:
    assert flow.window.talk.form is not None
    return flow.window.talk.form


def look_up(qtbot: QtBot, flow: HostFlow, jobs: Jobs, text: str) -> ConcernForm:
    form = form_of(flow)
    form.answer.setFocus()
    form.answer.insert(text)
    qtbot.waitUntil(lambda: form.help.offers.isVisible())
    settle(qtbot, jobs)
    return form


def test_a11_two_characters_bring_the_answers_and_enter_puts_one_in_with_what_not_to_promise(
    qtbot: QtBot, talk: HostFlow, jobs: Jobs, day: Morning
) -> None:
    form = look_up(qtbot, talk, jobs, "ls")
    offered = [(row.one.question, row.one.is_usable) for row in form.help.offers.rows]
    press(qtbot, talk, jobs, Qt.Key.Key_Return)
    untouched = form.answer.text()
    press(qtbot, talk, jobs, Qt.Key.Key_Down)
    press(qtbot, talk, jobs, Qt.Key.Key_Return)

    assert offered == [(LEAK, True), (OVER, False)]
    assert untouched == "ls"
    assert form.answer.text() == WORDS
    assert not form.help.offers.isVisible()
    assert form.help.isVisible()
    assert form.help.never
    assert not any(NEVER in text for text in hosting.shown_texts(talk.window))
    press(qtbot, talk, jobs, Qt.Key.Key_F12)
    assert NEVER in form.help.never
    press(qtbot, talk, jobs, Qt.Key.Key_F12)
    form.words.setPlainText("窗边一下雨就渗")
    form.types.press(1)
    for _ in range(2):
        press(qtbot, talk, jobs, Qt.Key.Key_F9)
    assert rows(
        day.file, "SELECT s.question, c.answer FROM concern c JOIN standard_answer s ON s.id = c.standard_answer"
    ) == [(LEAK, WORDS)]


def test_a11_an_answer_that_is_over_is_marked_and_not_put_in(qtbot: QtBot, talk: HostFlow, jobs: Jobs) -> None:
    form = look_up(qtbot, talk, jobs, "ls")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(qtbot, talk, jobs, key)

    assert form.answer.text() == "ls"
    assert form.help.answer == ""
    assert "2026-05-01" in " ".join(hosting.shown_texts(form.help.offers))


def test_esc_closes_the_list_only_words_put_in_may_be_changed_and_an_empty_field_forgets_the_answer(
    qtbot: QtBot, talk: HostFlow, jobs: Jobs
) -> None:
    form = look_up(qtbot, talk, jobs, "louSh")
    press(qtbot, talk, jobs, Qt.Key.Key_Escape)
    left = (form.help.offers.isVisible(), form.answer.text(), form.answer.hasFocus())
    form.answer.clear()
    look_up(qtbot, talk, jobs, "漏水")
    press(qtbot, talk, jobs, Qt.Key.Key_Down)
    press(qtbot, talk, jobs, Qt.Key.Key_Return)
    form.answer.insert("a")
    changed, kept = form.answer.text(), form.draft.standard_answer
    form.answer.clear()

    assert left == (False, "louSh", True)
    assert changed == f"{WORDS}a"
    assert kept
    assert form.draft.standard_answer == ""
    assert not form.help.isVisible()


def test_an_answer_put_in_is_still_known_after_the_program_was_started_again(
    qtbot: QtBot, look: Look, translator: Translator, talk: HostFlow, jobs: Jobs, day: Morning
) -> None:
    form = look_up(qtbot, talk, jobs, "漏水")
    form.words.setPlainText("窗边渗水")
    press(qtbot, talk, jobs, Qt.Key.Key_Down)
    press(qtbot, talk, jobs, Qt.Key.Key_Return)
    with qtbot.waitSignal(talk.closed):
        talk.close()
    again = hosting.opened(qtbot, look, translator, jobs, day)
    press(qtbot, again, jobs, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: NEVER in form_of(again).help.never)

    assert form_of(again).answer.text() == WORDS
