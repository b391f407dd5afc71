"""Buttons have the look's heights, keep the focus where it is, and show the ring only to those who use keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.widgets.buttons import Button, IconButton, KioskButton, Options
from desktop.widgets.focus import FocusRing
from desktop.widgets.look import Look
from desktop.widgets.measures import SHAPES, ButtonShape
from desktop.widgets.part import Part, column

LEFT = Qt.MouseButton.LeftButton
HEIGHTS = {"normal": 36, "small": 28, "option": 32, "next": 40, "kiosk": 80, "kiosk_first": 96, "kiosk_small": 64}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_button_is_as_high_as_its_shape(qtbot: QtBot, look: Look, shape: ButtonShape) -> None:
    button = Button("A", "outline", shape)
    qtbot.addWidget(button)

    assert button.height() == SHAPES[shape].height == HEIGHTS.get(shape, SHAPES[shape].height)


def test_a_button_is_wide_enough_for_all_it_shows(qtbot: QtBot, look: Look) -> None:
    plain = Button("承诺")
    full = Button("承诺", icon="handshake", digit="1", key="F4", trailing="chevron-down")
    for button in (plain, full):
        qtbot.addWidget(button)

    assert full.sizeHint().width() > plain.sizeHint().width() > 2 * SHAPES["normal"].side


def test_a_button_without_text_is_square_and_has_a_name(qtbot: QtBot, look: Look) -> None:
    close = IconButton("x", "关闭")
    qtbot.addWidget(close)

    assert close.sizeHint().width() == close.sizeHint().height()
    assert close.accessibleName() == close.toolTip() == "关闭"


def test_choosing_moves_nothing(qtbot: QtBot, look: Look) -> None:
    options = Options((("a", "咨询"), ("b", "投诉")))
    qtbot.addWidget(options)
    before = [button.sizeHint() for button in options.findChildren(Button)]

    options.choose("b")

    assert [button.sizeHint() for button in options.findChildren(Button)] == before


def test_exactly_one_option_is_chosen_and_told(qtbot: QtBot, look: Look) -> None:
    options = Options((("a", "咨询"), ("b", "投诉"), ("c", "报修")))
    qtbot.addWidget(options)
    options.choose("a")

    with qtbot.waitSignal(options.chosen) as told:
        options.press(2)

    assert told.args == ["b"]
    assert options.choice == "b"
    options.press(9)
    assert options.choice == "b"


def test_an_option_shown_by_the_program_is_not_told(qtbot: QtBot, look: Look) -> None:
    options = Options((("a", "咨询"), ("b", "投诉")))
    qtbot.addWidget(options)

    with qtbot.assertNotEmitted(options.chosen):
        options.choose("b")
        options.choose("")

    assert options.choice == ""


def test_a_click_leaves_the_focus_in_the_field(qtbot: QtBot, look: Look) -> None:
    page, line, button = Part(), QLineEdit(), Button("A", "filled")
    page.setLayout(column(line, button))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    line.setFocus()

    qtbot.mouseClick(button, LEFT)

    assert line.hasFocus()


@pytest.mark.parametrize("shape", ["normal", "kiosk"])
def test_the_ring_comes_with_tab_and_goes_with_the_focus(qtbot: QtBot, look: Look, shape: ButtonShape) -> None:
    page, line, button = Part(), QLineEdit(), Button("A", "filled", shape)
    page.setLayout(column(line, button, margins=(24, 24, 24, 24)))
    ring = FocusRing(page)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    line.setFocus()
    assert not ring.isVisible()

    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert ring.isVisible()
    assert ring.geometry().contains(button.geometry())
    assert ring.geometry().topLeft() == button.geometry().topLeft() - QPoint(4, 4)

    button.hide()
    assert not ring.isVisible()


def test_the_ring_stays_away_when_the_program_sets_the_focus(qtbot: QtBot, look: Look) -> None:
    page, button = Part(), KioskButton("A", "filled")
    page.setLayout(column(button))
    ring = FocusRing(page)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()

    button.setFocus(Qt.FocusReason.OtherFocusReason)

    assert button.hasFocus()
    assert not ring.isVisible()


def test_the_keyboard_goes_along_with_the_option_that_is_clicked_and_is_taken_from_nobody(
    qtbot: QtBot, look: Look
) -> None:
    options, field, whole = Options((("a", "咨询"), ("b", "投诉"))), QLineEdit(), Part()
    whole.setLayout(column(options, field))
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
    first, second = options.findChildren(Button)
    first.setFocus()
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert second.hasFocus()

    field.setFocus()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
