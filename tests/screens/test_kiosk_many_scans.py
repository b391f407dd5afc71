"""Many scans at the real window, between typed words, whatever has the focus: none lost, none invented."""

import random
import string
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.kiosk.state import Searching, WalkingIn
from desktop.widgets.buttons import Button
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.kiosk_day import ENTER, Kiosk, make_day, stray_code
from tests.screens.test_kiosk_scanner import InputMethod

SHORT, FULL, SEED = 60, 1_000, 11
WORDS = ("LIN", "CZX", "陈", "ZHANG", "138", "6-12", "O")
Key = Callable[..., None]


class Hand:
    """One hand types, the other scans; what the window heard of both is kept."""

    def __init__(self, kiosk: Kiosk, seed: int) -> None:
        self.kiosk, self.draw = kiosk, random.Random(seed)
        self.heard: list[str] = []
        kiosk.flow._scanner.scanned.connect(self.heard.append)
        self.method = InputMethod(kiosk)

    def somewhere(self) -> None:
        """Go to one of the pages, and let something on it have the focus."""
        self.kiosk.key(Qt.Key.Key_Escape)
        page = self.draw.choice((None, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F3))
        if page is not None:
            self.kiosk.key(page)
        if page == Qt.Key.Key_F3 and self.draw.random() < 0.7:
            go_on_from_notice(self.kiosk)
        seen = [one for one in self.kiosk.window.findChildren(Button) if one.isVisible() and one.isEnabled()]
        if seen and self.draw.random() < 0.4:
            self.draw.choice(seen).setFocus()

    def type_word(self) -> tuple[QLineEdit, str] | None:
        """Type a word as a person does; the line that it went into and all that stands there now."""
        line = QApplication.focusWidget()
        word = self.draw.choice(WORDS)
        for letter in word:
            self.kiosk.key(ord(letter), letter, after_ms=self.draw.randint(70, 400))
        self.kiosk.settle()
        return (line, line.text()) if isinstance(line, QLineEdit) else None

    def scan(self, code: str) -> None:
        """A scanner's keys, 2 to 40 ms from one to the next, by its way of closing a code."""
        key: Key = self.method.key if self.draw.random() < 0.5 else self.kiosk.key
        for number, character in enumerate(code):
            key(ord(character), character, after_ms=self.draw.randint(2, 40) if number else 500)
        close = self.draw.choice((ENTER, Qt.Key.Key_Tab))
        key(close, "\r" if close == ENTER else "\t", after_ms=self.draw.randint(2, 40))
        self.kiosk.settle()


def go_on_from_notice(kiosk: Kiosk) -> None:
    """Whoever comes without an invitation reads the notice first."""
    kiosk.settle()
    kiosk.press("confirm")
    assert isinstance(kiosk.state, WalkingIn)


def lines_of(kiosk: Kiosk) -> dict[QLineEdit, str]:
    return {line: line.displayText() for line in kiosk.window.findChildren(QLineEdit)}


@pytest.mark.parametrize("scans", [SHORT, pytest.param(FULL, marks=pytest.mark.full)])
def test_of_many_scans_none_is_lost_none_invented_and_no_character_is_left(
    qtbot: QtBot, tmp_path: Path, look: Look, translator: Translator, scans: int
) -> None:
    day = make_day(tmp_path)
    kiosk = Kiosk(qtbot, day, look, translator, is_staffed=True)
    hand, sent = Hand(kiosk, SEED), list[str]()
    in_lines = 0
    for number in range(scans):
        hand.somewhere()
        typed = hand.type_word() if hand.draw.random() < 0.7 else None
        before = lines_of(kiosk)
        # Codes of our own and of nobody, so that every outcome's page is scanned over.
        code = hand.draw.choice((*day.codes.values(), stray_code(day.event), day.other_code, *_others(hand.draw)))
        sent.append(code)
        hand.scan(code)
        assert hand.heard == sent, f"scan {number}: {hand.heard[-2:]} of {sent[-1:]}"
        assert lines_of(kiosk) == before
        if typed is not None:
            in_lines += 1
            assert typed[0].text() == typed[1]
    hand.kiosk.settle()

    assert len(day.rows()) == scans
    assert hand.method.eaten == 0
    assert in_lines > scans // 10
    sys.stdout.write(f"{scans} scans, {in_lines} over a line with text: 0 lost, 0 invented, 0 characters left\n")
    kiosk.close()


def _others(draw: random.Random) -> tuple[str, ...]:
    """A code of somebody else's program: longer or shorter than ours, of the same characters."""
    return ("".join(draw.choices(string.ascii_uppercase + string.digits + "-", k=draw.randint(6, 40))),)


def test_typing_as_fast_as_people_do_is_never_a_scan(
    qtbot: QtBot, tmp_path: Path, look: Look, translator: Translator
) -> None:
    day = make_day(tmp_path)
    kiosk = Kiosk(qtbot, day, look, translator, is_staffed=True)
    hand = Hand(kiosk, SEED)
    for page, state in ((Qt.Key.Key_F2, Searching), (Qt.Key.Key_F3, WalkingIn)):
        kiosk.key(Qt.Key.Key_Escape)
        kiosk.key(page)
        if page == Qt.Key.Key_F3:
            go_on_from_notice(kiosk)
        for _ in range(30):
            # Two keys that are rolled over come together; six in a row never do.
            for letter in hand.draw.choices(string.ascii_uppercase, k=2):
                kiosk.key(ord(letter), letter, after_ms=hand.draw.choice((20, 60, 90, 140)))
            kiosk.key(Qt.Key.Key_Left, after_ms=120)
        kiosk.settle()
        assert isinstance(kiosk.state, state)

    assert hand.heard == []
    assert day.rows() == ()
    kiosk.close()
