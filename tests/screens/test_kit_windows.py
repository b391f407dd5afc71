"""A stick with an event's kit at the kiosk, at the host's laptop and at a new computer, as the windows take it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.devices import sticks
from desktop.first_run.flow import FirstRunFlow
from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.kiosk.flow import KioskFlow
from desktop.kiosk.state import AtWork, Idle, NoEvent
from desktop.rules.fingerprints import words
from desktop.services.exchange import cards
from desktop.services.opening import join_project, open_database
from desktop.services.registry import administrator
from desktop.settings import Settings
from desktop.widgets.context import FaceContext
from desktop.widgets.kit_panel import KitPanel
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.exchange.kit_world import MORNING_MS, World, founded

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 20_000


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A stick with a kit is plugged in; a kiosk joined by a card before there was an event for it."""
    made = founded(tmp_path)
    made.plan("东门")
    made.plan("桌一", "host")
    made.prepare()
    monkeypatch.setattr(sticks, "roots", lambda: (made.stick,))
    yield made
    made.close()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def device(world: World, name: str, role: str) -> Path:
    """A device of the project that knows its office and nothing of the list."""
    card = world.folder / "project.card"
    cards.write_card(administrator(world.office), world.office, file=card)
    file = world.folder / f"{name}.db"
    join_project(file, card, device_name=name, role=role, passphrase=None).close()
    return file


def settle(bot: QtBot, jobs: Jobs) -> None:
    bot.waitUntil(lambda: not jobs.is_busy, timeout=PATIENCE_MS)


def panel_of(window: QWidget) -> KitPanel:
    panel = window.findChild(KitPanel, "kit_panel")
    assert panel is not None
    return panel


def said(panel: QWidget) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def context(file: Path, look: Look, translator: Translator, jobs: Jobs) -> FaceContext:
    return FaceContext(
        file, None, Settings(has_sounds=False), look, translator, jobs, None, None, clock=lambda: MORNING_MS,
        keep_settings=lambda _settings: None,
    )  # fmt: skip


def test_the_kiosks_staff_take_the_kit_and_the_event_is_there(
    qtbot: QtBot, look: Look, translator: Translator, world: World, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = device(world, "东门", "kiosk")
    kiosk = KioskFlow(context(file, look, translator, jobs))
    qtbot.addWidget(kiosk.window)
    kiosk.window.show()
    kiosk.start()
    settle(qtbot, jobs)
    qtbot.keyClick(kiosk.window, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: isinstance(kiosk.state, AtWork), timeout=PATIENCE_MS)
    panel = panel_of(kiosk.window)

    monkeypatch.setattr(sticks, "roots", lambda: ())
    qtbot.mouseClick(kiosk.window.findChild(QPushButton, "kit"), LEFT)
    qtbot.waitUntil(panel.isVisible, timeout=PATIENCE_MS)
    assert "没有找到活动包" in said(panel)
    qtbot.mouseClick(panel.done_button, LEFT)
    settle(qtbot, jobs)

    monkeypatch.setattr(sticks, "roots", lambda: (world.stick,))
    qtbot.mouseClick(kiosk.window.findChild(QPushButton, "kit"), LEFT)
    qtbot.waitUntil(lambda: "已接收活动包" in said(panel), timeout=PATIENCE_MS)
    assert "名单已到：2 个邀请码" in said(panel)
    qtbot.mouseClick(panel.done_button, LEFT)
    settle(qtbot, jobs)
    kiosk.close()
    settle(qtbot, jobs)

    assert panel.isHidden()
    assert not isinstance(kiosk.state, NoEvent | Idle)
    with open_database(file) as store:
        assert store.count("SELECT count(*) FROM invitation") == 2
    (line,) = [one for one in world.read().lines if one.name == "东门"]
    assert line.standing == "compare"


def test_the_host_takes_the_kit_by_the_palette_and_reads_the_fingerprint_in_words(
    qtbot: QtBot, look: Look, translator: Translator, world: World, jobs: Jobs
) -> None:
    taken = world.join("桌一")
    world.devices.pop("桌一").close()
    host = HostFlow(context(world.folder / "桌一.db", look, translator, jobs))
    qtbot.addWidget(host.window)
    host.window.show()
    host.start()
    settle(qtbot, jobs)
    host.window.people.chosen.emit(world.host)
    settle(qtbot, jobs)

    host.window.palette_box.chosen.emit("kit")
    panel = panel_of(host.window)
    qtbot.waitUntil(panel.isVisible, timeout=PATIENCE_MS)

    assert "桌一 已接收活动包，《交付日》可以用了" in said(panel)
    assert set(words(taken.fingerprint, "zh")) <= set(said(panel).split())
    translator.speak("en")
    qtbot.waitUntil(lambda: set(words(taken.fingerprint, "en")) <= set(said(panel).split()))
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    host.close()
    settle(qtbot, jobs)


def test_a_new_computer_finds_the_kit_on_the_stick_and_joins_by_it(
    qtbot: QtBot, look: Look, translator: Translator, world: World, jobs: Jobs
) -> None:
    kept: list[Settings] = []
    flow = FirstRunFlow(jobs, translator, Settings(), world.folder / "new", keep_settings=kept.append)
    window = flow.window
    qtbot.addWidget(window)
    window.show()

    def on() -> None:
        qtbot.mouseClick(window.on_button, LEFT)
        settle(qtbot, jobs)

    on()
    qtbot.mouseClick(window.role.tiles["kiosk"], LEFT)
    on()
    assert (flow.plan.way, flow.plan.kit, flow.plan.device) == ("card", world.stick, "东门")
    assert "项目 听松苑，《交付日》的活动包" in said(window.project)
    on()
    window.key.kinds.chosen.emit("plain")
    on()
    panel = panel_of(window)
    assert panel.isVisible()
    assert "东门" in said(panel)
    # Enter belongs to the panel, not to the step beneath it.
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert (panel.isHidden(), window.step) == (True, "trial")
    flow.close()
    settle(qtbot, jobs)

    with open_database(Path(kept[-1].data_file)) as store:
        assert (store.identity.name, store.identity.role) == ("东门", "kiosk")
        assert store.count("SELECT count(*) FROM invitation") == 2
