"""A table keeps its head and its choice, and is worked by keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.widgets.labels import text_width
from desktop.widgets.look import Look
from desktop.widgets.measures import PX
from desktop.widgets.rows import Cell, Column, Row, Rows
from desktop.widgets.tables import Table

COLUMNS = (Column("时限", 120), Column("原话"), Column("天数", 72, is_number=True))


def rows(*days: int) -> tuple[Row, ...]:
    return tuple(
        Row(
            f"k{number}",
            (Cell("逾期", tone="danger", icon="clock-alert"), Cell(f"话 {number}"), Cell(str(number), order=number)),
        )
        for number in days
    )


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> Table:
    made = Table(COLUMNS)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_rows(rows(*range(30)))
    made.show()
    return made


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, look: Look) -> None:
    model = Rows(COLUMNS)
    model.show(rows(1, 2, 3))

    qtmodeltester.check(model)


def test_rows_and_head_have_the_looks_heights(table: Table) -> None:
    assert table.rowHeight(0) == PX.row == 40
    assert table.horizontalHeader().height() == PX.table_head == 32


def test_the_head_stays_while_the_rows_scroll(table: Table) -> None:
    before = table.horizontalHeader().geometry()

    table.scrollToBottom()

    assert table.horizontalHeader().geometry() == before
    assert table.rowAt(0) > 0


def test_keys_walk_and_open(qtbot: QtBot, table: Table) -> None:
    table.choose("k0")
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_J)
    assert chosen.args == ["k1"]
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["k1"]
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert table.choice == "k0"
    with qtbot.waitSignal(table.letter_pressed) as letter:
        qtbot.keyClick(table, Qt.Key.Key_D)
    assert letter.args == ["D"]


def test_the_choice_stays_with_its_row_when_others_come(table: Table) -> None:
    table.choose("k5")

    table.show_rows(rows(9, 8, 5, 4))

    assert table.choice == "k5"
    assert table.currentIndex().row() == 2


def test_numbers_sort_as_numbers_and_the_choice_goes_along(table: Table) -> None:
    table.show_rows(rows(2, 10, 1))
    table.choose("k10")

    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)

    assert [table.rows.row_at(place).key for place in range(3)] == ["k10", "k2", "k1"]
    assert table.choice == "k10"
    table.show_rows(rows(3, 30))
    assert table.rows.row_at(0).key == "k30"


def test_numbers_stand_at_the_right(table: Table) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    flags = [table.rows.headerData(number, Qt.Orientation.Horizontal, role) for number in range(3)]

    assert [bool(flag & Qt.AlignmentFlag.AlignRight) for flag in flags] == [False, False, True]


def test_an_input_method_does_not_swallow_the_letters(table: Table) -> None:
    assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_column_that_fits_cuts_nothing_also_when_it_has_become_the_last(qtbot: QtBot, look: Look) -> None:
    columns = (
        Column("客户", 64, fits=True),
        Column("原话"),
        Column("状态", 64, fits=True),
        Column("部门", 64, fits=True),
    )
    table = Table(columns, inset_px=PX.page_margin)
    qtbot.addWidget(table)
    table.resize(800, 400)
    cells = ("欧阳慕容清远 女士", "水一冲就往外跑", "Answered on site", "Property management")
    table.show_rows((Row("k", tuple(map(Cell, cells))),))

    table.setColumnHidden(3, True)
    table.fit_columns()

    for number in (0, 2):
        room = table.columnWidth(number) - sum(table.margins_of(number))
        assert room >= text_width(cells[number], "body_strong")
    assert table.margins_of(0) == (PX.page_margin, PX.s12)
    assert table.margins_of(2) == (PX.s12, PX.page_margin)
