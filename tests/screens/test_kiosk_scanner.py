"""A scan is told from typing by the time between its keys."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.devices.scanner import ScanAssembler
from desktop.kiosk.state import Unread, WalkingIn
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.measures import PX
from desktop.widgets.theme import PANELS
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


def walk_in(kiosk: Kiosk) -> None:
    """Go to the page of those without an invitation, past the notice."""
    kiosk.key(Qt.Key.Key_F3)
    kiosk.settle()
    kiosk.press("confirm")
    kiosk.qtbot.waitUntil(kiosk.window.walk_in.name.hasFocus)


def test_a_scan_into_a_line_leaves_no_text_there(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> None:
    kiosk = Kiosk(qtbot, day, look, translator)
    walk_in(kiosk)
    kiosk.type_in("LI", gap_ms=200)
    kiosk.scan(day.codes["陈知夏"])

    assert kiosk.window.walk_in.name.text() == "LI"
    assert [row.outcome for row in day.rows()] == ["welcomed"]
    kiosk.close()


# With an input method


class InputMethod:
    """What stands between keyboard and window: a focus that lets it in never sees the keys, only what it makes of them.

    As fcitx, ibus and Microsoft's do: letters are composed, a digit or a space chooses a word, Enter hands over.
    """

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk, self._composed = kiosk, ""
        self.eaten = 0

    def key(self, key: int, text: str = "", *, after_ms: int = 500) -> None:
        """One key of the keyboard."""
        focus = QApplication.focusWidget()
        query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        if focus is not None:
            QCoreApplication.sendEvent(focus, query)
        if focus is None or not query.value(Qt.InputMethodQuery.ImEnabled) or not (text.isalnum() or self._composed):
            self._kiosk.key(key, text, after_ms=after_ms)
            return
        self.eaten += 1
        if text.isalpha():
            self._composed += text.lower()
            QCoreApplication.sendEvent(focus, QInputMethodEvent(self._composed, []))
            return
        chosen = QInputMethodEvent()
        chosen.setCommitString("词" if text.isdigit() else self._composed)
        self._composed = ""
        QCoreApplication.sendEvent(focus, chosen)

    def scan(self, code: str) -> None:
        """A hand scanner's keys, each through the input method."""
        for number, character in enumerate(code):
            self.key(ord(character), character, after_ms=8 if number else 500)
        self.key(ENTER, "\r", after_ms=8)
        self._kiosk.settle()


def lines_of(kiosk: Kiosk) -> list[str]:
    """What stands in every line of every page, with what is still being composed."""
    return [line.displayText() for line in kiosk.window.findChildren(QLineEdit) if line.displayText()]


@pytest.mark.parametrize("page", [None, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3])
def test_a_scan_with_an_input_method_on_is_welcomed_from_every_page(
    qtbot: QtBot, day: Day, look: Look, translator: Translator, page: Qt.Key | None
) -> None:
    kiosk = Kiosk(qtbot, day, look, translator)
    if page is not None:
        kiosk.key(page)
    method = InputMethod(kiosk)
    method.scan(day.codes["陈知夏"])

    assert method.eaten == 0
    assert kiosk.texts()[0] == "已签到"
    panel = kiosk.window.front.panel
    assert panel.grab().toImage().pixelColor(PX.s8, panel.height() // 2) == QColor(PANELS["welcomed"].fill)
    assert [row.outcome for row in day.rows()] == ["welcomed"]
    assert lines_of(kiosk) == []
    kiosk.close()


def composing(kiosk: Kiosk) -> InputMethod:
    """A walk-in page on which somebody has asked for Chinese input."""
    walk_in(kiosk)
    kiosk.press("compose")
    kiosk.qtbot.waitUntil(kiosk.window.walk_in.name.hasFocus)
    return InputMethod(kiosk)


def test_a_chinese_name_is_written_with_an_input_method(
    qtbot: QtBot, day: Day, look: Look, translator: Translator
) -> None:
    kiosk = Kiosk(qtbot, day, look, translator)
    method = composing(kiosk)
    for letter in "linx":
        method.key(ord(letter.upper()), letter, after_ms=140)
        qtbot.wait(60)
    method.key(Qt.Key.Key_1, "1", after_ms=140)

    assert method.eaten == 5
    assert kiosk.window.walk_in.name.text() == "词"
    assert isinstance(kiosk.state, WalkingIn)
    kiosk.close()


def test_a_scan_that_an_input_method_has_eaten_leaves_nothing_and_the_next_one_is_welcomed(
    qtbot: QtBot, day: Day, look: Look, translator: Translator
) -> None:
    kiosk = Kiosk(qtbot, day, look, translator)
    method = composing(kiosk)
    method.scan(day.codes["陈知夏"])
    qtbot.waitUntil(lambda: isinstance(kiosk.state, Unread))

    assert method.eaten >= 20
    assert kiosk.texts()[0] == "没有读清"
    assert (lines_of(kiosk), day.rows()) == ([], ())

    again = InputMethod(kiosk)
    again.scan(day.codes["陈知夏"])
    assert again.eaten == 0
    assert kiosk.texts()[0] == "已签到"
    assert [row.outcome for row in day.rows()] == ["welcomed"]
    kiosk.close()


def test_what_was_in_the_line_before_an_eaten_scan_is_not_lost_to_the_next_person(
    qtbot: QtBot, day: Day, look: Look, translator: Translator
) -> None:
    kiosk = Kiosk(qtbot, day, look, translator)
    method = composing(kiosk)
    kiosk.window.walk_in.name.setText("林")
    method.scan(day.codes["陈知夏"])
    qtbot.waitUntil(lambda: isinstance(kiosk.state, Unread))

    assert kiosk.window.walk_in.name.text() == "林"
    kiosk.close()


# Many scans between typed text


def test_a_thousand_scans_between_typed_words_are_all_heard_and_nothing_else() -> None:
    draw, assembler, now = random.Random(7), ScanAssembler(), 0
    sent: list[str] = []
    heard: list[str] = []
    for _ in range(1_000):
        for letter in draw.choice(("LIN", "CZX", "ZHANGSAN", "13800138000", "6-1201")):
            now += draw.randint(80, 400)
            heard += filter(None, [assembler.feed(ord(letter), letter, now)])
        code = "QT" + "".join(draw.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=22))
        sent.append(code)
        now += 400
        for letter in code:
            now += draw.randint(2, 40)
            heard += filter(None, [assembler.feed(ord(letter), letter, now)])
        heard += filter(None, [assembler.feed(draw.choice((ENTER, Qt.Key.Key_Tab)), "\r", now + 8)])

    assert heard == sent
