"""The page of all parts stands in both themes and both languages, and nothing on it is cut."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.settings import Language
from desktop.widgets.gallery import Gallery
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.theme import THEMES, ThemeName

ROOT = Path(__file__).parents[2]


def cut(gallery: Gallery) -> list[str]:
    """Texts that have less room than they need."""
    labels = [label for label in gallery.findChildren(Label) if not isinstance(label, ElidedLabel)]
    tight = [
        label.text() for label in labels if label.isVisible() and label.height() < label.heightForWidth(label.width())
    ]
    narrow = [
        label.text()
        for label in labels
        if label.isVisible() and not label.wordWrap() and label.width() < label.sizeHint().width()
    ]
    buttons = [
        button.text() for button in gallery.findChildren(QPushButton) if button.width() < button.sizeHint().width()
    ]
    return [*tight, *narrow, *buttons]


@pytest.mark.parametrize(("language", "name"), [*itertools.product(("zh", "en"), ("light", "dark"))])
def test_every_part_is_shown_whole(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path, language: Language, name: ThemeName
) -> None:
    translator.speak(language)
    look.wear(name)
    gallery = Gallery(look, translator)
    qtbot.addWidget(gallery)
    gallery.show()
    qtbot.waitExposed(gallery)

    picture = gallery.page().grab()

    assert picture.save(str(tmp_path / f"gallery-{language}-{name}.png"))
    assert picture.width() <= 1280
    assert not cut(gallery)
    assert picture.toImage().pixelColor(2, 2) == QColor(THEMES[name].background)


def test_the_page_follows_language_and_theme_while_it_is_open(qtbot: QtBot, look: Look, translator: Translator) -> None:
    gallery = Gallery(look, translator)
    qtbot.addWidget(gallery)
    gallery.show()

    translator.speak("en")
    qtbot.waitUntil(lambda: gallery.windowTitle() == "Parts")
    look.wear("dark")

    assert gallery.page().grab().toImage().pixelColor(2, 2) == QColor(THEMES["dark"].background)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a desktop")
def test_without_a_screen_the_page_says_so_and_ends() -> None:
    without = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }

    answer = subprocess.run(
        [sys.executable, "-m", "desktop", "--gallery"],
        cwd=ROOT,
        env=without,
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode == 3
    assert answer.stderr.count("\n") == 2
