"""The first window of a new device: from the language to a database that the next start finds, by clicks and keys."""

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.driver import PLAIN_MAGIC
from db.vault.key_file import has_recovery
from desktop.cli.main import run
from desktop.first_run.flow import FirstRunFlow
from desktop.first_run.state import Ready
from desktop.first_run.unlock import UnlockFlow
from desktop.jobs import Jobs
from desktop.services.exchange import cards
from desktop.services.opening import found_project, open_database
from desktop.services.project import project
from desktop.services.registry import administrator
from desktop.services.rehearsal import TRIAL_CODE, write_trial_sheet
from desktop.settings import Settings
from desktop.widgets.fields import Line
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 30_000
PASSPHRASE = "four words are good"


@dataclass(slots=True)
class FirstRun:
    """The window, what it has written down, and what it handed over at its end."""

    bot: QtBot
    jobs: Jobs
    flow: FirstRunFlow
    kept: list[Settings] = field(default_factory=list)
    ready: list[Ready] = field(default_factory=list)

    def wait(self) -> None:
        self.bot.waitUntil(lambda: not self.jobs.is_busy, timeout=PATIENCE_MS)

    def on(self) -> None:
        self.bot.mouseClick(self.flow.window.on_button, LEFT)
        self.wait()

    @property
    def step(self) -> str:
        return self.flow.window.step

    def fill(self, line: Line, text: str) -> None:
        line.selectAll()
        line.insert(text)

    def answer_until_key(self, name: str = "青禾里") -> None:
        self.on()
        self.on()
        self.fill(self.flow.window.project.name, name)
        self.on()


@pytest.fixture
def first(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[FirstRun]:
    jobs, kept = Jobs(), list[Settings]()
    flow = FirstRunFlow(
        jobs, translator, Settings(), tmp_path / "data", keep_settings=kept.append,
        choose_target=lambda _name, _kinds: tmp_path / "data" / "sheet.pdf",
    )  # fmt: skip
    qtbot.addWidget(flow.window)
    flow.window.show()
    made = FirstRun(qtbot, jobs, flow, kept)
    flow.finished.connect(made.ready.append)
    yield made
    made.wait()
    flow.close()
    jobs.close()


def test_six_answers_make_an_encrypted_project_that_the_next_start_finds(first: FirstRun) -> None:
    first.answer_until_key()
    window = first.flow.window
    first.fill(window.key.passphrase, PASSPHRASE)
    first.fill(window.key.again, PASSPHRASE)
    first.on()
    assert first.step == "trial"
    first.on()
    first.bot.mouseClick(window.rehearsal.start_button, LEFT)
    first.wait()
    assert window.rehearsal.is_done
    first.bot.mouseClick(window.rehearsal.sheet_button, LEFT)
    first.wait()
    first.on()

    (ready,) = first.ready
    assert (ready.file.parent / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert has_recovery(ready.file)
    assert (ready.face, ready.passphrase, first.kept[-1].data_file) == ("office", PASSPHRASE, str(ready.file))
    assert not ready.file.read_bytes().startswith(PLAIN_MAGIC)
    with open_database(ready.file, PASSPHRASE) as store:
        assert project.show(administrator(store), store).name == "青禾里"


def test_one_cannot_go_on_without_a_name_nor_with_two_passphrases(first: FirstRun) -> None:
    window = first.flow.window
    first.on()
    first.on()
    assert not window.on_button.isEnabled()
    first.fill(window.project.name, "青禾里")
    first.on()

    first.fill(window.key.passphrase, PASSPHRASE)
    first.fill(window.key.again, "four words are bad!")
    assert not window.on_button.isEnabled()
    assert "两次不一样" in window.key.again.accessibleDescription()
    first.fill(window.key.again, PASSPHRASE)
    assert window.on_button.isEnabled()


def test_nothing_is_written_before_it_is_set_up(first: FirstRun, tmp_path: Path) -> None:
    first.answer_until_key()

    assert not (tmp_path / "data").exists()
    assert first.kept == []
    first.bot.mouseClick(first.flow.window.back_button, LEFT)
    assert first.step == "project"
    assert first.flow.window.project.name.text() == "青禾里"


def test_an_unencrypted_one_says_what_that_means_and_a_taken_name_gets_a_number(
    first: FirstRun, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    found_project(
        tmp_path / "data/青禾里.qinting-db", name="青禾里", mark=None, device_name="a", passphrase=None
    ).close()
    first.answer_until_key()
    window = first.flow.window
    window.key.kinds.press(2)
    assert not window.key.passphrase.isVisible()
    first.on()

    assert first.step == "trial"
    assert Path(first.kept[-1].data_file).name == "青禾里 2.qinting-db"


def test_the_language_changes_as_it_is_chosen(first: FirstRun) -> None:
    window = first.flow.window
    window.language.options.press(2)

    first.bot.waitUntil(lambda: window.on_button.text() == "Next", timeout=PATIENCE_MS)
    assert first.flow.plan.language == "en"


def test_enter_goes_on(first: FirstRun) -> None:
    first.flow.window.activateWindow()
    first.bot.keyClick(first.flow.window, Qt.Key.Key_Return)

    assert first.step == "role"


def test_a_scan_of_the_code_on_the_screen_gets_its_tick(first: FirstRun) -> None:
    first.flow._scanned("something else")
    assert first.flow.window.trial.state("scanner") is False

    first.flow._scanned(TRIAL_CODE.lower() + "\n")

    assert first.flow.window.trial.state("scanner") is True


def test_the_trial_sheet_is_a_pdf(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    write_trial_sheet(tmp_path / "trial.pdf", datetime(2026, 5, 23, 9, tzinfo=UTC))

    assert (tmp_path / "trial.pdf").read_bytes().startswith(b"%PDF")


# By a card


def office_card(folder: Path) -> Path:
    with found_project(folder / "o.db", name="听松苑", mark=None, device_name="办公室", passphrase=None) as store:
        cards.write_card(administrator(store), store, file=folder / "听松苑.card")
    return folder / "听松苑.card"


def test_a_card_that_was_given_is_filled_in_and_joins_its_project(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    card = office_card(tmp_path)
    jobs, kept = Jobs(), list[Settings]()
    flow = FirstRunFlow(jobs, translator, Settings(), tmp_path / "data", card=card, keep_settings=kept.append)
    qtbot.addWidget(flow.window)
    flow.window.show()
    made = FirstRun(qtbot, jobs, flow, kept)
    made.wait()
    assert flow.plan.project == "听松苑"

    made.on()
    made.on()
    made.fill(flow.window.project.device, "东门")
    made.on()
    flow.window.key.kinds.press(2)
    made.on()

    with open_database(Path(kept[-1].data_file)) as store:
        assert (store.identity.name, store.identity.role) == ("东门", "kiosk")
        assert project.show(administrator(store), store).name == "听松苑"
    flow.close()
    jobs.close()


def test_a_file_that_is_no_card_is_explained_and_changes_nothing(first: FirstRun, tmp_path: Path) -> None:
    (tmp_path / "x.card").write_text("hello", encoding="utf-8")

    first.flow._read_card(tmp_path / "x.card")
    first.wait()

    assert "设备码" in first.flow.window.trouble
    assert first.flow.plan.card is None


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (["a/听松苑.card"], "a/听松苑.card"), (["--language", "zh", "b.QINTING"], "b.QINTING"), ([], None),
        (["--data", "x.qinting"], None),
    ],
)  # fmt: skip
def test_a_path_at_the_end_opens_the_window_with_it(arguments: list[str], given: str | None) -> None:
    opened: list[Path | None] = []

    def window(args: Namespace) -> int:
        opened.append(args.given)
        return 0

    assert run(arguments, window) == 0
    assert opened == [Path(given) if given else None]


# The passphrase


def test_a_wrong_passphrase_is_explained_and_the_right_one_opens(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "a.db"
    found_project(file, name="听松苑", mark=None, device_name="办公室", passphrase=PASSPHRASE).close()
    jobs = Jobs()
    flow = UnlockFlow(jobs, translator, file)
    qtbot.addWidget(flow.window)
    flow.window.show()
    fits: list[str] = []
    flow.finished.connect(fits.append)

    for text in ("not this one", PASSPHRASE):
        flow.window.line.selectAll()
        flow.window.line.insert(text)
        qtbot.keyClick(flow.window.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not jobs.is_busy, timeout=PATIENCE_MS)
        if not fits:
            assert "口令不对" in flow.window.trouble

    assert fits == [PASSPHRASE]
    jobs.close()


# The program


def program(folder: Path, *arguments: str, script: str) -> subprocess.CompletedProcess[str]:
    """The real program with folders of its own, driven by `script` once its window stands."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"), "QINTING_DATA": "", "PYTHONPATH": str(Path(__file__).parents[2]),
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-c", DRIVER.replace("SCRIPT", script), *arguments],
        env=environment, capture_output=True, text=True, timeout=120, check=False, cwd=folder,
    )  # fmt: skip


DRIVER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QLineEdit
import desktop.app as app
from desktop.__main__ import main

def window(name):
    found = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == name and one.isVisible()]
    return found[0] if found else None

def press(part, name):
    button = part.findChild(QPushButton, name)
    if button is None or not button.isEnabled():
        return False
    button.click()
    return True

state = {"done": []}

def tick():
SCRIPT

timer = QTimer()
real = app.application
def made(**grown):
    got = real(**grown)
    if not timer.isActive():
        timer.timeout.connect(tick)
        timer.start(50)
    return got
app.application = made
sys.argv[0] = "qinting"
status = main()
print(state["done"])
sys.exit(status)
"""

FOUND = """
    first, office = window("FirstRunWindow"), window("OfficeWindow")
    if office is not None and office.navigation.isEnabled():
        state["done"].append(office.navigation._place.text())
        timer.stop()
        QApplication.instance().quit()
    elif first is not None:
        if first.step == "project" and not first.project.name.text():
            first.project.name.insert("青禾里")
        if first.step == "key":
            first.key.kinds.press(2)
        press(first, "on")
"""

AGAIN = """
    office = window("OfficeWindow")
    if office is not None and office.navigation.isEnabled():
        state["done"].append(office.navigation._place.text())
        timer.stop()
        QApplication.instance().quit()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of a person are set by variables of this system")
def test_the_program_without_arguments_sets_itself_up_and_the_next_start_opens_the_same(tmp_path: Path) -> None:
    first = program(tmp_path, script=FOUND)
    assert first.returncode == 0, first.stderr
    assert "青禾里" in first.stdout

    again = program(tmp_path, script=AGAIN)

    assert again.returncode == 0, again.stderr
    assert "青禾里" in again.stdout


UNLOCK = """
    asking, office = window("UnlockWindow"), window("OfficeWindow")
    if office is not None and office.navigation.isEnabled():
        state["done"].append(office.navigation._place.text())
        timer.stop()
        QApplication.instance().quit()
    elif asking is not None and asking.open_button.isEnabled():
        asking.line.setText("four words are good")
        press(asking, "open")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of a person are set by variables of this system")
def test_an_encrypted_database_asks_for_its_passphrase_and_opens(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    found_project(file, name="听松苑", mark=None, device_name="办公室", passphrase=PASSPHRASE).close()

    opened = program(tmp_path, "--data", str(file), script=UNLOCK)

    assert opened.returncode == 0, opened.stderr
    assert "听松苑" in opened.stdout
