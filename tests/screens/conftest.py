"""One look and one translator for all screens; each test finds them light and Chinese."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.hall_world import World, hall
from tests.screens.hosting import Morning, morning, opened

# So many parts of windows that are gone wait for Python's collector at most: each hears of every change of the look.
LITTER = 250


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> tuple[Look, Translator]:
    return Look(qapp), Translator(qapp)


@pytest.fixture
def look(_dressed: tuple[Look, Translator]) -> Look:
    _dressed[0].wear("light")
    return _dressed[0]


@pytest.fixture
def translator(_dressed: tuple[Look, Translator]) -> Translator:
    _dressed[1].speak("zh")
    return _dressed[1]


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """A worker for a window, which ends with the test."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def day(tmp_path: Path) -> Morning:
    """A host's morning; a test that needs more of it makes its own."""
    return morning(tmp_path)


@pytest.fixture
def flow(qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning) -> HostFlow:
    """The host's window over that morning."""
    return opened(qtbot, look, translator, jobs, day)


@pytest.fixture(autouse=True)
def _windows_are_gone(qapp: QApplication) -> Iterator[None]:
    """What a test closed is destroyed with it: the next test dresses and lays out its own windows only."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if len(QApplication.topLevelWidgets()) > LITTER:
        gc.collect()


@pytest.fixture(scope="session")
def a_hall(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A hall in the middle of a morning, made once: whoever writes into it takes a copy."""
    return hall(tmp_path_factory.mktemp("hall"))
