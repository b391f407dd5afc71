"""The rehearsal in the office, and the kiosk to practise at: marked on every page, and gone when it is closed."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.kiosk.flow import KioskFlow
from desktop.kiosk.state import Answer, Idle
from desktop.office.pages.rehearsal import RehearsalPage
from desktop.practice import Practice, facts_in
from desktop.services.rehearsing.stage import Facts, write_facts
from desktop.settings import Settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.kiosk_day import unguard
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
FACTS = Facts(
    "青禾里", "", "Asia/Shanghai", "site_open_day", "工地开放日", "6 栋", "", 0, 1_439, "", "", (("host", "A1"),), False
)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


# In the office


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        _caller, event = world.with_event(store)
    made = world.opened(qtbot, look, translator, file)
    made.flow.window.open("events")  # type: ignore[attr-defined]
    made.flow.events.table.choose(event)
    made.wait()
    made.bot.mouseClick(made.flow.events.rehearsal_button, LEFT)
    made.wait()
    yield made
    made.close()


def texts(office: Office) -> str:
    shown = office.flow.rehearsal.findChildren(QLabel)
    return "\n".join(one.text() for one in shown if one.isVisible())


def begin(office: Office, families: str, minutes: str) -> RehearsalPage:
    page = office.flow.rehearsal
    page.families.setText(families)
    page.minutes.setText(minutes)
    office.bot.mouseClick(page.start_button, LEFT)
    return page


def test_one_press_rehearses_an_event_and_says_what_it_showed(office: Office, tmp_path: Path) -> None:
    page = begin(office, "drei", "0")
    assert texts(office).count("请填 1 到") == 2
    assert page.start_button.isEnabled()

    begin(office, "12", "3")
    office.bot.waitUntil(lambda: "没有发现问题" in texts(office), timeout=20_000)

    assert page.start_button.isEnabled()
    assert "需要 4 户" in texts(office)
    assert page.table.rows.rowCount() >= 1
    assert list((tmp_path / "tmp").iterdir()) == []
    with world.reopened(office.file) as store:
        assert store.count("SELECT count(*) FROM client") == store.count("SELECT count(*) FROM check_in") == 0


def test_a_rehearsal_can_be_stopped_and_a_practice_is_a_program_that_is_told_nothing_about_anybody(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begin(office, "120", "30")
    office.bot.waitUntil(lambda: "已到" in texts(office) and any((tmp_path / "tmp").iterdir()), timeout=20_000)
    office.bot.mouseClick(page.stop_button, LEFT)
    office.bot.waitUntil(page.start_button.isEnabled, timeout=20_000)

    assert "没有发现问题" not in texts(office)
    assert list((tmp_path / "tmp").iterdir()) == []
    started: list[list[str]] = []
    monkeypatch.setattr(office.flow._days.rehearsal, "_start_program", lambda name, words: started.append(words))
    office.bot.mouseClick(office.flow.rehearsal.kiosk_button, LEFT)
    office.wait()

    ((*_, option, name),) = started
    assert option == "--rehearsal"
    facts = facts_in(Path(name))
    assert (facts.title, facts.project) == ("交付日", "听松苑")
    assert not Path(name).exists()


# At the door


@pytest.fixture
def practice(qtbot: QtBot, look: Look, translator: Translator, qapp: QApplication) -> Iterator[Practice]:
    made = Practice(qapp, FACTS, Settings(has_sounds=False))
    qtbot.addWidget(made.window, before_close_func=unguard)
    made.window.show()
    made.flow.start()
    assert isinstance(made.flow, KioskFlow)
    flow = made.flow
    qtbot.waitUntil(lambda: isinstance(flow.state, Idle), timeout=10_000)
    yield made
    if made.stage.folder.exists():
        made.close()
    made.context.translator.deleteLater()
    made.context.look.deleteLater()


def type_code(practice: Practice, code: str) -> None:
    """A hand scanner: 8 ms from key to key, as the system hands them to the window."""
    for number, character in enumerate((*code, "\r")):
        key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character))
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
        press.setTimestamp(50_000 + 8 * number)
        QApplication.sendEvent(practice.window.windowHandle(), press)


def test_every_page_of_the_practice_kiosk_is_marked_and_its_codes_are_answered(
    practice: Practice, qtbot: QtBot
) -> None:
    flow = practice.flow
    assert isinstance(flow, KioskFlow)
    for wish in ("search", "walk_in", "help", "home"):
        flow._grant(wish)
        bar = practice.bar
        assert bar.isVisible()
        assert "彩排" in "".join(one.text() for one in bar.findChildren(QLabel))
        # Nothing of a page lies under it.
        page = flow._window._pages.currentWidget()
        assert page is not None
        assert page.mapTo(practice.window, page.rect().topLeft()).y() >= bar.height()
    qtbot.mouseClick(practice.bar.codes_button, LEFT)
    assert practice.bar.panel.isVisible()

    type_code(practice, practice.bar.panel.codes[0].token)
    qtbot.waitUntil(lambda: isinstance(flow.state, Answer), timeout=10_000)

    assert isinstance(flow.state, Answer)
    assert flow.state.outcome == "welcomed"
    assert not practice.bar.panel.isVisible()
    expected = {"listed": "welcomed", "revoked": "revoked", "elsewhere": "wrong_event", "stranger": "unknown"}
    for one in practice.bar.panel.codes[4:]:
        flow._scan(one.token)
        qtbot.waitUntil(lambda: not practice.jobs.is_busy, timeout=10_000)
        assert isinstance(flow.state, Answer)
        assert flow.state.outcome == expected[one.kind]


def test_a_practice_that_ends_leaves_nothing(practice: Practice, qtbot: QtBot, tmp_path: Path) -> None:
    assert any((tmp_path / "tmp").iterdir())
    with qtbot.waitSignal(practice.bar.ended):
        qtbot.mouseClick(practice.bar.end_button, LEFT)
    practice.close()

    assert not list((tmp_path / "tmp").iterdir())
    assert not [one for one in (tmp_path / "state").rglob("*") if one.is_file()]


def test_facts_for_another_program_come_as_they_were_left(tmp_path: Path) -> None:
    write_facts(FACTS, tmp_path / "kept.json")

    assert facts_in(tmp_path / "kept.json") == FACTS
    assert (tmp_path / "kept.json").exists(), "a person's own file stays"
