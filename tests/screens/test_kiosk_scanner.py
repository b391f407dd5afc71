"""A scan is told from typing by the time between its keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.devices.scanner import ScanAssembler
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.kiosk_day import ENTER, Day, Kiosk, make_day

CODE = "QT7K2AABCDEFGHIJKLMNOPQR"


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return make_day(tmp_path)


def fed(assembler: ScanAssembler, text: str, gap_ms: int, *, start_ms: int = 0) -> str | None:
    """What comes out when the characters and then Enter come in."""
    for number, character in enumerate(text):
        assert assembler.feed(ord(character), character, start_ms + number * gap_ms) is None
    return assembler.feed(ENTER, "\r", start_ms + len(text) * gap_ms)


@pytest.mark.parametrize("gap_ms", [0, 2, 8, 50])
def test_fast_characters_and_enter_are_a_scan(gap_ms: int) -> None:
    assert fed(ScanAssembler(), CODE, gap_ms) == CODE


@pytest.mark.parametrize("gap_ms", [51, 80, 400])
def test_slow_characters_are_typing(gap_ms: int) -> None:
    assert fed(ScanAssembler(), CODE, gap_ms) is None


def test_a_slow_scanner_is_heard_where_the_gap_is_set_wider() -> None:
    assert fed(ScanAssembler(120), CODE, 100) == CODE


def test_five_characters_are_too_few_for_a_scan() -> None:
    assert fed(ScanAssembler(), "ABCDE", 8) is None
    assert fed(ScanAssembler(), "ABCDEF", 8) == "ABCDEF"


def test_a_second_scan_does_not_begin_with_the_first() -> None:
    assembler = ScanAssembler()

    assert fed(assembler, CODE, 8) == CODE
    assert fed(assembler, CODE, 8, start_ms=300) == CODE


def test_what_was_typed_before_a_scan_is_no_part_of_it() -> None:
    assembler = ScanAssembler()
    assembler.feed(ord("X"), "X", 0)

    assert fed(assembler, CODE, 8, start_ms=200) == CODE


def test_shift_between_the_characters_does_not_break_a_scan() -> None:
    assembler = ScanAssembler()
    for number, character in enumerate(CODE):
        assembler.feed(Qt.Key.Key_Shift, "", number * 10)
        assembler.feed(ord(character), character, number * 10 + 2)

    assert assembler.feed(Qt.Key.Key_Tab, "\t", len(CODE) * 10) == CODE


def test_a_scanner_without_a_closing_key_is_done_when_it_falls_silent(
    qtbot: QtBot, day: Day, look: Look, translator: Translator
) -> None:
    kiosk = Kiosk(qtbot, day, look, translator)
    kiosk.scan(day.codes["陈知夏"], has_enter=False)

    qtbot.waitUntil(lambda: len(day.rows()) == 1)
    assert day.rows()[0].outcome == "welcomed"
    kiosk.close()


def test_typing_slowly_is_no_scan(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> None:
    kiosk = Kiosk(qtbot, day, look, translator)
    kiosk.type_in(day.codes["陈知夏"], gap_ms=80)
    kiosk.key(ENTER, "\r", after_ms=80)
    kiosk.settle()

    assert day.rows() == ()
    kiosk.close()


def test_a_scan_into_a_line_leaves_no_text_there(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> None:
    kiosk = Kiosk(qtbot, day, look, translator)
    kiosk.key(Qt.Key.Key_F3)
    qtbot.waitUntil(kiosk.window.walk_in.name.hasFocus)
    kiosk.type_in("LI", gap_ms=200)
    kiosk.scan(day.codes["陈知夏"])

    assert kiosk.window.walk_in.name.text() == "LI"
    assert [row.outcome for row in day.rows()] == ["welcomed"]
    kiosk.close()
