"""Away from the kiosk, too, a scanner is tried with every character, and what it adds is kept with the device."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.first_run.flow import FirstRunFlow
from desktop.first_run.state import Ready
from desktop.jobs import Jobs
from desktop.office.window import OfficeWindow
from desktop.rules.scan_trial import TRIAL_TEXT
from desktop.settings import Settings
from desktop.widgets.buttons import Button
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.scanner_trial import ScannerTrial
from tests.screens import office_world as world

LEFT = Qt.MouseButton.LeftButton


def tried(bot: QtBot, window: QWidget, settle: Callable[[], object]) -> ScannerTrial:
    """Open the page by its button and scan the code as a scanner with a prefix does."""
    (button,) = [one for one in window.findChildren(Button, "try_scanner") if one.isVisible()]
    bot.mouseClick(button, LEFT)
    (page,) = window.findChildren(ScannerTrial)
    for number, character in enumerate(f"]Q1{TRIAL_TEXT}\r"):
        key = Qt.Key.Key_Return if character == "\r" else ord(character)
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
        press.setTimestamp(1_000 + 8 * number)
        QCoreApplication.sendEvent(window.windowHandle(), press)
    bot.waitUntil(lambda: page.verdict is not None)
    settle()
    bot.mouseClick(page.done_button, LEFT)
    assert not page.is_open
    return page


def test_the_office_tries_a_scanner_from_its_settings(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    world.found(tmp_path / "office.db").close()
    office = world.opened(qtbot, look, translator, tmp_path / "office.db")
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("settings")
    office.wait()
    (section,) = window.findChildren(Button, "section_device")
    qtbot.mouseClick(section, LEFT)
    page = tried(qtbot, window, office.wait)

    assert page.port_button.isHidden()
    assert (office.kept[-1].scanner_prefix, office.kept[-1].scanner_suffix) == ("]Q1", "\r")
    office.close()


def test_the_first_run_tries_a_scanner_and_hands_on_what_it_has_learnt(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    jobs, kept = Jobs(), list[Settings]()
    flow = FirstRunFlow(
        jobs, translator, Settings(), tmp_path, keep_settings=kept.append, choose_target=lambda _name, _kinds: None
    )
    qtbot.addWidget(flow.window)
    flow.window.show()
    # As it stands when the database has been made.
    flow._made = Ready(tmp_path / "door.db", "kiosk", None)
    flow._open(4)
    tried(qtbot, flow.window, lambda: qtbot.waitUntil(lambda: not jobs.is_busy))

    assert flow.window.trial.state("scanner") is True
    assert (kept[-1].scanner_prefix, kept[-1].face, kept[-1].data_file) == ("]Q1", "kiosk", str(tmp_path / "door.db"))
    flow.close()
    jobs.close()
