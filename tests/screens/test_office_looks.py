"""Nothing is cut, covered or left standing: what the office's pages owe the eye, in real windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from db.records import Invitation
from desktop.office.pages.settings import SECTIONS
from desktop.office.window import OfficeWindow
from desktop.services.guests import check_ins
from desktop.widgets.chips import chip_width
from desktop.widgets.fields import Line
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.tables import Table
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
LONG_NAME = "Maximiliane Alexandra von Hohenstaufen-Berg"
FIRST = """姓名,称谓,楼栋房号,联系电话
温若水,女士,6-2-1201,13800010001
纪南星,先生,6-2-1202,13800010002
"""
SECOND = """姓名,称谓,楼栋房号,联系电话
温若水,女士,6-2-1201,13800010001
纪南星,女士,6-2-1202,13800010002
沈一苇,女士,6-2-1203,13800010003
顾见山,先生,6-2-1204,1380001000
"""


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        check_ins.walk_in(caller, store, event=event, name=LONG_NAME, phone="13800010009", room="6-2-1201")
        check_ins.scan(caller, store, event=event, token="QT" + "A" * 22)
        world.with_concern(store, event, people)
    made = world.opened(qtbot, look, translator, file)
    made.people = people
    yield made
    made.close()


def window(office: Office) -> OfficeWindow:
    made = office.flow.window
    assert isinstance(made, OfficeWindow)
    return made


def go(office: Office, page: str) -> None:
    window(office).open(page)
    office.wait()
    office.bot.wait(30)


def imported(office: Office, folder: Path, text: str, *, keep: bool) -> None:
    file = folder / "名单.csv"
    file.write_text(text, encoding="utf-8")
    office.flow.importing.file_given.emit(str(file))
    office.wait()
    if keep:
        office.bot.mouseClick(office.flow.importing.check.import_button, LEFT)
        office.wait()


def shown(table: Table) -> list[tuple[str, str]]:
    """Name and result of each row."""
    rows = (table.rows.row_at(place).cells for place in range(table.rows.rowCount()))
    return [(cells[1].text, cells[6].text) for cells in rows]


def test_a_page_reaches_down_to_the_status_bar_while_there_is_nothing_to_undo(office: Office) -> None:
    go(office, "clients")
    whole, page = window(office), window(office).page

    assert page.mapTo(whole, QPoint(0, page.height())).y() == whole.status.geometry().top()

    whole.undo.offer("deed", "done")
    office.bot.wait(50)
    assert page.mapTo(whole, QPoint(0, page.height())).y() < whole.undo.geometry().top()


def test_the_figures_of_an_import_show_their_rows(office: Office, tmp_path: Path) -> None:
    imported(office, tmp_path, FIRST, keep=True)
    office.flow.importing.start_again()
    go(office, "import")
    imported(office, tmp_path, SECOND, keep=False)
    check = office.flow.importing.check

    assert shown(check.table) == [("温若水", "没有变化"), ("纪南星", "更新"), ("沈一苇", "新客户")]
    assert check.figures.filter == "rejected"
    wrong, updated = check.findChild(QWidget, "repair_5"), check.findChild(QWidget, "filter_updated")
    assert wrong is not None
    assert updated is not None
    assert wrong.isVisible()

    office.bot.mouseClick(updated, LEFT)
    assert shown(check.table) == [("纪南星", "更新")]
    assert not wrong.isVisible()

    office.bot.keyClick(updated, Qt.Key.Key_Return)
    assert len(shown(check.table)) == 3
    assert wrong.isVisible()


def test_wrong_rows_are_put_right_one_after_the_other_by_keys_alone(office: Office, tmp_path: Path) -> None:
    go(office, "import")
    imported(office, tmp_path, SECOND + "乔木,先生,6-2-1205,1380002\n", keep=False)
    check = office.flow.importing.check
    first = check.findChild(Line, "repair_5")
    assert first is not None
    first.setFocus()
    for digits in ("13800010004", "13800010005"):
        focus = window(office).focusWidget()
        assert isinstance(focus, Line)
        focus.selectAll()
        office.bot.keyClicks(focus, digits)
        office.bot.keyClick(focus, Qt.Key.Key_Return)
        office.wait()
        office.bot.wait(50)

    assert check.import_button.text() == "导入 5 行"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_outcome_of_a_check_in_is_wider_than_its_column(
    office: Office, translator: Translator, language: str
) -> None:
    translator.speak("en" if language == "en" else "zh")
    go(office, "arrivals")
    table = office.flow.arrivals.table
    table.horizontalHeader().resizeSection(1, 1)
    translator.changed.emit(language)
    office.flow.arrivals.retranslate()

    for place in range(table.rows.rowCount()):
        cell = table.rows.row_at(place).cells[1]
        assert chip_width(cell.text, cell.icon) + 24 <= table.columnWidth(1), cell.text


def test_a_name_that_does_not_fit_is_told_under_the_hand(office: Office) -> None:
    go(office, "clients")
    table = office.flow.clients.table
    place = table.visualRect(table.rows.index(0, 0)).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))

    QApplication.sendEvent(table.viewport(), event)

    assert QToolTip.text() == LONG_NAME


def test_settings_scroll_only_where_a_section_is_longer_than_the_window(office: Office) -> None:
    go(office, "settings")
    window(office).resize(1280, 800)
    page = office.flow.settings
    for name, _ in SECTIONS:
        page.open(name)
        office.bot.wait(30)
        area = page.findChild(QScrollArea)
        assert area is not None
        if name not in ("staff", "paper"):
            assert area.verticalScrollBar().maximum() == 0, name


def test_invitations_are_made_once_at_a_time_and_say_how_far_they_are(office: Office, tmp_path: Path) -> None:
    rows = "".join(f"客户{number},,6-2-{number + 100},1390000{number:04d}\n" for number in range(60))
    imported(office, tmp_path, "姓名,称谓,楼栋房号,联系电话\n" + rows, keep=True)
    go(office, "invitations")
    page, told = office.flow.invitations, list[tuple[int, int]]()
    office.choices.into = tmp_path / "out"
    office.choices.into.mkdir()
    page.loading.report = lambda done, total: told.append((done, total))  # type: ignore[method-assign]

    office.bot.mouseClick(page.issue_button, LEFT)
    assert not page.issue_button.isEnabled()
    office.wait()

    assert page.issue_button.isEnabled()
    assert (60, 60) in told
    with world.reopened(office.file) as store:
        assert store.count("SELECT count(*) FROM invitation WHERE issued_at IS NOT NULL") == 60
        assert len(list(store.records(Invitation, ""))) == 60


def test_a_project_without_clients_offers_one_way_on(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "empty.db"
    world.found(file).close()
    made = world.opened(qtbot, look, translator, file)
    go(made, "clients")

    assert not made.flow.clients.import_button.isVisible()
    assert not made.flow.clients.pane.isVisible()
    go(made, "arrivals")
    made.flow.arrivals._empty.acted.emit()
    assert window(made).page_name == "events"
    made.close()
