"""Whoever does not see, or has only a keyboard, finds every control of the kiosk, by a name and a role."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.buttons import Button
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.measures import PX
from tests.screens.kiosk_day import Day, Kiosk, make_day

Open = Callable[[Kiosk], None]
Role = QAccessible.Role
# What can be operated; a name says what it does.
CONTROLS = {Role.Button, Role.EditableText, Role.CheckBox, Role.RadioButton, Role.ComboBox}


def find_rows(kiosk: Kiosk) -> None:
    kiosk.key(Qt.Key.Key_F2)
    for letter in "CZX":
        kiosk.press(f"key_{letter}")


def confirm(kiosk: Kiosk) -> None:
    find_rows(kiosk)
    kiosk.press("row_0")


def leave_a_name(kiosk: Kiosk) -> None:
    kiosk.key(Qt.Key.Key_F3)
    kiosk.settle()
    kiosk.press("confirm")


def at_work(kiosk: Kiosk) -> None:
    kiosk.scan(kiosk.day.codes["陈钟晓"])
    kiosk.scan(kiosk.day.codes["陈知夏"])
    kiosk.key(Qt.Key.Key_F10)
    for _ in range(3):
        kiosk.settle()


def new_pin(kiosk: Kiosk) -> None:
    at_work(kiosk)
    kiosk.press("new_pin")


PAGES: dict[str, Open] = {
    "idle": lambda _kiosk: None,
    "welcomed": lambda kiosk: kiosk.scan(kiosk.day.codes["陈知夏"]),
    "desk": lambda kiosk: kiosk.scan(kiosk.day.codes["陈钟晓"]),
    "malformed": lambda kiosk: kiosk.scan("HTTPSEXAMPLE"),
    "search": find_rows,
    "confirm": confirm,
    "notice": lambda kiosk: kiosk.key(Qt.Key.Key_F3),
    "walk_in": leave_a_name,
    "staff": at_work,
    "new_pin": new_pin,
}


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return make_day(tmp_path)


@pytest.fixture
def kiosk(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> Iterator[Kiosk]:
    made = Kiosk(qtbot, day, look, translator)
    yield made
    made.close()


def interfaces(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """What a screen reader meets, from the window down."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        one = waiting.pop()
        yield one
        children: list[QAccessibleInterface | None] = [one.child(number) for number in range(one.childCount())]
        waiting += [child for child in children if child is not None]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name_and_a_role(kiosk: Kiosk, translator: Translator, page: str, language: str) -> None:
    translator.speak("en" if language == "en" else "zh")
    PAGES[page](kiosk)

    met = [one for one in interfaces(kiosk.window) if not one.state().invisible]
    controls = [one for one in met if one.role() in CONTROLS]
    nameless = [(one.role(), one.object().objectName()) for one in controls if not one.text(QAccessible.Text.Name)]
    assert len(controls) >= 4
    assert not nameless
    # And nothing that can be operated hides behind another role.
    roles = {one.object(): one.role() for one in met}
    operable = [
        widget
        for widget in kiosk.window.findChildren(QWidget)
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLineEdit)
    ]
    assert not [widget.objectName() for widget in operable if roles.get(widget) not in CONTROLS]


def test_the_panels_word_is_read_out(kiosk: Kiosk, day: Day) -> None:
    kiosk.scan(day.codes["陈知夏"])
    panel = QAccessible.queryAccessibleInterface(kiosk.window.front.panel)

    assert panel.text(QAccessible.Text.Name) == "已签到"
    assert panel.text(QAccessible.Text.Description) == "Checked in"


def test_a_lines_name_is_the_text_above_it(kiosk: Kiosk) -> None:
    kiosk.key(Qt.Key.Key_F2)
    line = QAccessible.queryAccessibleInterface(kiosk.window.search.line)

    assert line.text(QAccessible.Text.Name) == "姓名拼音首字母，或房号"


@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_alone_reaches_every_button(kiosk: Kiosk, page: str) -> None:
    PAGES[page](kiosk)
    kiosk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    reached: set[QWidget] = set()
    for _ in range(60):
        kiosk.key(Qt.Key.Key_Down)
        if focus := QApplication.focusWidget():
            reached.add(focus)

    wanted = {
        widget
        for widget in kiosk.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and isinstance(widget, QAbstractButton | QLineEdit)
        # Letters are typed, and the corner has a key of its own.
        and not widget.objectName().startswith("key_")
        and widget.objectName() != "staff_corner"
    }
    assert len(wanted) >= 3
    assert not [widget.objectName() for widget in wanted - reached]


@pytest.mark.parametrize("page", PAGES)
def test_every_target_is_large_enough_for_a_finger(kiosk: Kiosk, page: str) -> None:
    PAGES[page](kiosk)

    targets = [one for one in kiosk.window.findChildren(QAbstractButton) if one.isVisible()]
    assert not [(one.objectName(), one.size()) for one in targets if min(one.width(), one.height()) < 64]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_no_text_is_cut_and_the_window_does_not_grow(
    kiosk: Kiosk, translator: Translator, page: str, language: str
) -> None:
    translator.speak("en" if language == "en" else "zh")
    PAGES[page](kiosk)
    kiosk.window.grab()

    assert (kiosk.window.width(), kiosk.window.height()) == (1280, 800)
    labels = [one for one in kiosk.window.findChildren(QLabel) if one.isVisible() and not one.wordWrap()]
    assert not [one.text() for one in labels if one.fontMetrics().horizontalAdvance(one.text()) > one.width()]
    buttons = [one for one in kiosk.window.findChildren(Button) if one.isVisible() and one.text()]
    # The switch of languages has less room at its sides, but its texts are whole.
    assert not [one.text() for one in buttons if one.sizeHint().width() - 2 * (one.body.side - PX.s8) > one.width()]
