"""Chinese is complete, and the language changes while the program runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.bars import UndoBar
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from resources import path

ROOT = Path(__file__).parents[2]
CHINESE = path("translations/zh_CN.ts")


def tool(name: str, *arguments: str | Path) -> None:
    program = Path(sys.executable).with_name(f"{name}.exe" if os.name == "nt" else name)
    answer = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our translations, brought up to date with the code in a file of its own."""
    file = tmp_path_factory.mktemp("translations") / "zh_CN.ts"
    shutil.copy(CHINESE, file)
    tool("pyside6-lupdate", "-extensions", "py", "desktop", "-locations", "none", "-ts", file)
    return file


def test_every_text_has_its_chinese(collected: Path) -> None:
    open_texts = [
        message.findtext("source")
        for message in ElementTree.parse(collected).iter("message")
        if (found := message.find("translation")) is None
        or found.get("type") == "unfinished"
        or not "".join(found.itertext())
    ]

    assert not open_texts


def test_no_chinese_is_left_of_a_text_that_is_gone(collected: Path) -> None:
    gone = [
        message.findtext("source")
        for message in ElementTree.parse(collected).iter("message")
        if (found := message.find("translation")) is not None and found.get("type") in ("vanished", "obsolete")
    ]

    assert not gone


def test_the_compiled_chinese_is_that_of_the_source(tmp_path: Path) -> None:
    tool("pyside6-lrelease", "-silent", CHINESE, "-qm", tmp_path / "zh_CN.qm")

    assert (tmp_path / "zh_CN.qm").read_bytes() == path("translations/zh_CN.qm").read_bytes()


def test_a_placeholder_survives_the_translation() -> None:
    for message in ElementTree.parse(CHINESE).iter("message"):
        source, chinese = message.findtext("source") or "", message.findtext("translation") or ""
        assert source.count("{") == chinese.count("{"), source


def test_an_open_window_changes_its_language(qtbot: QtBot, translator: Translator) -> None:
    field = Field("", Line(), is_required=True)
    qtbot.addWidget(field)
    required = [label for label in field.findChildren(Label) if label.text() == "必填"]

    assert len(required) == 1
    with qtbot.waitSignal(translator.changed):
        translator.speak("en")

    qtbot.waitUntil(lambda: required[0].text() == "required")


def test_a_page_in_two_languages_has_its_chinese_while_english_is_spoken(translator: Translator) -> None:
    translator.speak("en")

    assert QCoreApplication.translate("UndoBar", "Undo") == "Undo"
    assert translator.chinese("UndoBar", "Undo") == "撤销"
    assert translator.chinese("UndoBar", "A text nobody wrote") == "A text nobody wrote"


def test_a_window_made_later_speaks_the_language_of_now(qtbot: QtBot, translator: Translator) -> None:
    translator.speak("en")
    translator.speak("zh")
    bar = UndoBar()
    qtbot.addWidget(bar)

    assert [button.text() for button in bar.findChildren(Button)] == ["撤销"]
