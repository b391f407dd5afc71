"""The office's library of agreed answers: written, agreed to by another, changed, withdrawn, searched, imported."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.records import StandardAnswer
from desktop.office.pages.answers import AnswersPage
from desktop.roster.sheets import write_sheet
from desktop.services.answers import agreeing
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world
from tests.screens.office_world import Office, opened

LEAK, WORDS = "窗边漏水多久来修", "第二天由工程部到场查看，三个工作日内书面答复。"


@pytest.fixture
def world(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A database with a coordinator, an office head, and one draft of the coordinator."""
    file = tmp_path / "office.db"
    with office_world.found(file) as store:
        store.clock = lambda: office_world.NOW_MS
        caller = administrator(store)
        people = office_world.with_staff(store)
        head = staff.add(caller, store, name="苏棠", level="staff", roles=["office_head"])
        fields = {"question": LEAK, "words": WORDS, "valid_until": "2026-12-31", "never": "更换整窗"}
        draft = agreeing.draft(caller, store, by=people.coordinator, fields=fields)
    return file, {"coordinator": people.coordinator, "head": head, "draft": draft}


def at(bot: QtBot, look: Look, translator: Translator, file: Path, staff_id: str | None) -> tuple[Office, AnswersPage]:
    office = opened(bot, look, translator, file, staff_id=staff_id)
    office.flow.answers.window().open("answers")  # type: ignore[attr-defined]
    office.wait()
    return office, office.flow.answers


def button(page: AnswersPage, name: str) -> QPushButton | None:
    # What was shown before waits to be deleted.
    return next((one for one in page.pane.findChildren(QPushButton, name) if one.isVisible()), None)


def click(office: Office, page: AnswersPage, name: str) -> None:
    office.bot.waitUntil(lambda: button(page, name) is not None)
    found = button(page, name)
    assert found is not None
    found.click()
    office.wait()


def kept(file: Path) -> dict[str, StandardAnswer]:
    with office_world.reopened(file) as store:
        return {one.id: one for one in store.records(StandardAnswer, "ORDER BY id")}


def test_a11_the_writer_cannot_agree_another_person_can_and_the_answer_is_in_use_then(
    qtbot: QtBot, look: Look, translator: Translator, world: tuple[Path, dict[str, str]]
) -> None:
    file, ids = world
    office, page = at(qtbot, look, translator, file, ids["head"])
    people = office.flow.answers.pane.form.people
    page.show_people(people, ids["coordinator"])
    office.bot.waitUntil(lambda: button(page, "answer_change") is not None)
    alone = button(page, "answer_approve")
    page.show_people(people, ids["head"])
    click(office, page, "answer_approve")
    shown = (page.view, page.pane.answer, page.table.rows.rowCount())
    office.close()

    assert alone is None
    assert shown == ("used", ids["draft"], 1)
    assert kept(file)[ids["draft"]].approved_by == ids["head"]


def test_an_answer_is_written_found_by_initials_changed_and_withdrawn_and_a_form_left_comes_back(
    qtbot: QtBot, look: Look, translator: Translator, world: tuple[Path, dict[str, str]]
) -> None:
    file, ids = world
    office, page = at(qtbot, look, translator, file, None)
    form = page.pane.form

    qtbot.keyClick(page.table, Qt.Key.Key_N)
    form.question.setText("车位怎么租")
    click(office, page, "answer_save")
    asked = page.pane.is_writing
    form.words.setPlainText("到物业前台登记")
    qtbot.keyClick(form.question, Qt.Key.Key_Escape)
    left = page.pane.is_writing
    office.flow.window.undo._undo()  # type: ignore[attr-defined]
    back = form.question.text()
    form.until.setText("2027-01-01")
    form.by.choose(ids["coordinator"])
    click(office, page, "answer_save")
    page.search()
    page._search.setText("cwzz")
    nothing = page.table.rows.rowCount()
    page._search.setText("cwz")
    found = [page.table.rows.row_at(number).cells[1].text for number in range(page.table.rows.rowCount())]
    page.pane.begin()
    form.never.setPlainText("价格")
    click(office, page, "answer_save")
    click(office, page, "answer_withdraw")
    office.close()

    assert (asked, left, back) == (True, False, "车位怎么租")
    assert (nothing, found) == (0, ["车位怎么租"])
    new = next(one for one in kept(file).values() if one.question == "车位怎么租")
    assert (new.words, new.never, new.valid_until) == ("到物业前台登记", "价格", "2027-01-01")
    assert new.withdrawn_at is not None


def test_a_list_is_taken_in_as_drafts_and_what_stays_out_is_said_with_its_row(
    qtbot: QtBot, look: Look, translator: Translator, world: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    file, ids = world
    sheet = tmp_path / "口径.xlsx"
    rows = [("物业费几时交", "每季度第一个月", "2027-01-01"), ("车位怎么租", "", "2027-01-01")]
    write_sheet(sheet, ("问题", "口径", "有效期至"), rows, title="口径")
    office, page = at(qtbot, look, translator, file, ids["coordinator"])
    office.choices.read = (sheet,)

    page.import_button.click()
    office.wait()
    said = office.flow.window.notice.text  # type: ignore[attr-defined]
    shown = (page.view, page.table.rows.rowCount())
    office.close()

    assert "2" in said
    assert "第 3 行" in said
    assert shown == ("draft", 2)
    assert {one.question for one in kept(file).values()} == {LEAK, "物业费几时交"}
