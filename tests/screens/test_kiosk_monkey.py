"""Somebody alone with the public machine who presses everything: it stays what it is, and nobody gets behind it."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDesktopServices, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.kiosk.state import AtDevice, AtWork, NewPin
from desktop.services.guests import self_service
from desktop.services.opening import open_database
from desktop.services.people import pin
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.kiosk_day import ENTER, Day, Kiosk, make_day, stray_code

SHORT, FULL, SEED = 250, 10_000, 3
PIN = "94736152"
BEHIND = (AtWork, AtDevice, NewPin)
KEYS = (
    *range(Qt.Key.Key_Space, Qt.Key.Key_AsciiTilde), *range(Qt.Key.Key_Escape, Qt.Key.Key_PageDown + 1),
    *range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1), Qt.Key.Key_Menu, Qt.Key.Key_Help, Qt.Key.Key_Back,
)  # fmt: skip
HELD = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class Monkey:
    """Does one thing after the other, drawn by lot and the same each time."""

    def __init__(self, kiosk: Kiosk, day: Day, seed: int) -> None:
        self.kiosk, self.day, self.draw = kiosk, day, random.Random(seed)
        self.finger = QTest.createTouchDevice()
        self.deeds: tuple[tuple[int, Callable[[], object]], ...] = (
            (40, self.press_a_key), (14, self.touch), (14, self.press_a_button), (6, self.click_right), (5, self.scan),
            (4, self.grow), (4, self.wait_a_second), (2, self.close), (6, self.go_home), (3, self.go_for_the_corner),
            (1, self.guess),
        )  # fmt: skip
        self.done: Counter[str] = Counter()

    def go_on(self) -> None:
        """The next deed."""
        weights = [weight for weight, _deed in self.deeds]
        ((_weight, deed),) = self.draw.choices(self.deeds, weights)
        self.done[getattr(deed, "__name__", "")] += 1
        deed()
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def press_a_key(self) -> None:
        key, held = self.draw.choice(KEYS), self.draw.choice(HELD)
        text = chr(key).lower() if key < 128 and held == Qt.KeyboardModifier.NoModifier else ""
        handle = self.kiosk.window.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, text)
            event.setTimestamp(self._moment())
            QCoreApplication.sendEvent(handle, event)

    def touch(self) -> None:
        QTest.touchEvent(self.kiosk.window, self.finger).press(0, self._anywhere(), self.kiosk.window).commit()
        QTest.touchEvent(self.kiosk.window, self.finger).release(0, self._anywhere(), self.kiosk.window).commit()

    def press_a_button(self) -> None:
        """Most of a screen is no button: whoever wants in presses what can be pressed."""
        seen = [one for one in self.kiosk.window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        if seen:
            QTest.mouseClick(self.draw.choice(seen), Qt.MouseButton.LeftButton)

    def click_right(self) -> None:
        place = self._anywhere()
        under = self.kiosk.window.childAt(place) or self.kiosk.window
        inside = under.mapFrom(self.kiosk.window, place)
        QTest.mouseClick(under, Qt.MouseButton.RightButton, pos=inside)
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, inside, under.mapToGlobal(inside))
        QCoreApplication.sendEvent(under, menu)
        twice = QMouseEvent(
            QEvent.Type.MouseButtonDblClick, QPointF(inside), QPointF(under.mapToGlobal(inside)),
            Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QCoreApplication.sendEvent(under, twice)

    def scan(self) -> None:
        code = self.draw.choice((*self.day.codes.values(), self.day.other_code, stray_code(self.day.event), "HTTPSXYZ"))
        self.kiosk.scan(code)

    def go_home(self) -> None:
        self.kiosk.key(Qt.Key.Key_Escape)

    def grow(self) -> None:
        self.kiosk.window.resize(self.draw.choice((1280, 1366, 1920)), self.draw.choice((800, 900, 1080)))

    def wait_a_second(self) -> None:
        self.day.now_ms += 1_000
        self.kiosk.flow.tick()

    def close(self) -> None:
        QCoreApplication.sendEvent(self.kiosk.window, QCloseEvent())
        self.kiosk.window.close()

    def go_for_the_corner(self) -> None:
        for _ in range(5):
            QTest.mouseClick(self.kiosk.window.corner, Qt.MouseButton.LeftButton)

    def guess(self) -> None:
        """Try a PIN; four digits that are not it."""
        self.kiosk.key(Qt.Key.Key_F10)
        self.kiosk.settle()
        for digit in f"{self.draw.randrange(10_000):04}":
            self.kiosk.key(ord(digit), digit, after_ms=200)
        self.kiosk.key(ENTER, "\r")
        self.kiosk.settle()

    def _anywhere(self) -> QPoint:
        window = self.kiosk.window
        return QPoint(self.draw.randrange(window.width()), self.draw.randrange(window.height()))

    def _moment(self) -> int:
        self.kiosk._key_ms += self.draw.choice((5, 30, 80, 300))
        return self.kiosk._key_ms


def others_shown(window: QWidget) -> list[QWidget]:
    """Every window, dialog, menu or list that hangs before or beside the kiosk's own window."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    popups = (QApplication.activeModalWidget(), QApplication.activePopupWidget())
    return shown + [one for one in popups if one is not None]


def test_nothing_comes_from_the_clipboard_and_nothing_goes_there(
    qtbot: QtBot, tmp_path: Path, look: Look, translator: Translator
) -> None:
    kiosk = Kiosk(qtbot, make_day(tmp_path), look, translator)
    kiosk.key(Qt.Key.Key_F2)
    line = kiosk.window.search.line
    qtbot.waitUntil(line.hasFocus)
    QApplication.clipboard().setText("13811112222")
    for words in (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Copy):
        QTest.keySequence(kiosk.window.windowHandle(), QKeySequence(words))
    QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
    assert line.text() == ""
    kiosk.type_in("CZ", gap_ms=200)
    for words in (QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Cut):
        QTest.keySequence(kiosk.window.windowHandle(), QKeySequence(words))

    assert (line.text(), QApplication.clipboard().text()) == ("CZ", "13811112222")
    QApplication.clipboard().clear()
    kiosk.close()


@pytest.mark.parametrize("events", [SHORT, pytest.param(FULL, marks=pytest.mark.full)])
def test_a_monkey_stays_inside_and_gets_nowhere_without_the_pin(
    qtbot: QtBot, tmp_path: Path, look: Look, translator: Translator, monkeypatch: pytest.MonkeyPatch, events: int
) -> None:
    day = make_day(tmp_path)
    with open_database(day.file) as store:
        pin.set_pin(administrator(store), store, PIN)
        self_service.fill(administrator(store), store, event=day.event)
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    before = set(QApplication.topLevelWidgets())
    kiosk = Kiosk(qtbot, day, look, translator)
    kiosk.settle()
    monkey, pages = Monkey(kiosk, day, SEED), Counter[str]()
    for number in range(events):
        monkey.go_on()
        pages[type(kiosk.state).__name__] += 1
        where = f"event {number} ({monkey.done})"
        assert kiosk.window.isVisible(), where
        assert kiosk.window.is_guarded, where
        assert not isinstance(kiosk.state, BEHIND), where
        assert others_shown(kiosk.window) == [], where
        if number % 100 == 99:
            kiosk.settle()
    kiosk.settle()

    # Alive: the next client is welcomed, or has been. The monkey speaks both languages.
    translator.speak("zh")
    kiosk.key(Qt.Key.Key_Escape)
    kiosk.scan(day.codes["陈知夏"])
    assert kiosk.texts()[0] in ("已签到", "已经签到过")
    assert opened == []
    assert len(pages) >= 5
    assert not [one for one in set(QApplication.topLevelWidgets()) - before if one.isVisible() and one != kiosk.window]
    with open_database(day.file) as store:
        assert store.query("PRAGMA integrity_check")[0][0] == "ok"
        assert pin.has_pin(store)
    sys.stdout.write(f"{events} events, pages {dict(pages.most_common())}: inside, no other window, PIN untouched\n")
    kiosk.close()
