"""One look and one translator for all screens; each test finds them light and Chinese."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.widgets.languages import Translator
from desktop.widgets.look import Look


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
