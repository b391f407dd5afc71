"""Sheets for walking homes, letters and lists for departments, as they are looked at in the office's window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.office.pages.work_list import WorkListPage
from desktop.office.window import OfficeWindow
from desktop.services.rosters.imports import import_list
from desktop.widgets.fields import Picker
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import LIST, Office


def chosen(office: Office, picker: Picker, value: str) -> None:
    """A person picks a value."""
    picker.choose(value)
    picker.activated.emit(picker.currentIndex())
    office.wait()


def test_the_sheets_of_the_office_are_looked_at_chosen_by_department_and_kept(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file, written = tmp_path / "office.db", tmp_path / "letter.pdf"
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    with world.found(file) as store:
        caller, event = world.with_event(store)
        import_list(caller, store, file=tmp_path / "list.csv", event=event)
        concern = world.with_concern(store, event, world.with_staff(store))
    office = world.opened(qtbot, look, translator, file)
    page, window = office.flow.papers, office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("papers")

    page.table.choose("walk")
    office.wait()
    qtbot.waitUntil(lambda: page.view.page_count == 2)
    assert page.departments.isHidden() or not page.departments.isVisible()

    page.table.choose("dispatch")
    office.wait()
    qtbot.waitUntil(lambda: page.view.page_count == 1)
    assert page.departments.isVisible()
    chosen(office, page.departments, "engineering")
    qtbot.waitUntil(lambda: page.view.page_count == 0)
    assert not page.save_button.isEnabled()
    chosen(office, page.departments, "research_design")
    qtbot.waitUntil(lambda: page.view.page_count == 1)
    office.choices.written = written
    page.save_button.click()
    office.wait()

    page.table.choose("department")
    office.wait()
    qtbot.waitUntil(lambda: page.view.page_count == 1)

    # The letter of concerns that are picked out in the work list.
    office.choices.written = tmp_path / "picked"
    window.open("concerns")
    office.wait()
    work = window.page
    assert isinstance(work, WorkListPage)
    work.table.choose(concern)
    qtbot.keyClick(work.table, Qt.Key.Key_X)
    office.wait()
    button = work.batch.findChild(QPushButton, "batch_letters")
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    office.wait()
    office.close()

    assert (tmp_path / "picked.pdf").read_bytes().startswith(b"%PDF-")
    assert written.read_bytes().startswith(b"%PDF-")
    with world.reopened(file) as store:
        rows = store.query("SELECT object FROM journal WHERE verb = 'paper.dispatch'")
    assert [row[0] for row in rows] == [concern, concern], "looking leaves no trace, keeping does"
