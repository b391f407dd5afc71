"""Every text of every page of the kiosk is measured as it is painted, by day and by night."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.kiosk.parts import Panel
from desktop.kiosk.state import AskingPin, AtDevice, AtWork, Troubled, Unread
from desktop.services.opening import open_database
from desktop.services.people import pin
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.scanner_trial import ScannerTrial
from tests.screens.kiosk_day import Kiosk, make_day, stray_code
from tests.screens.test_theme import READABLE, contrast

# Fewer pixels than this of one colour are the edge of a letter, not its body.
BODY_PX = 4
# A letter's own colour is among the commonest; the others are its edges.
MOST_COLOURS, MOST_IN_BOX = 40, 4_096


def walk(kiosk: Kiosk) -> dict[str, Callable[[], object]]:
    """What leads to each page, in an order that can be walked."""
    day = kiosk.day

    def find() -> None:
        kiosk.key(Qt.Key.Key_F2)
        for letter in "CZX":
            kiosk.press(f"key_{letter}")

    def staff() -> None:
        kiosk.key(Qt.Key.Key_F10)
        kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AtWork))

    def guard() -> None:
        with open_database(day.file) as store:
            pin.set_pin(administrator(store), store, "2580")
        kiosk.key(Qt.Key.Key_Escape)
        kiosk.key(Qt.Key.Key_F10)
        kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AskingPin))
        kiosk.flow.show(AskingPin(problem="wrong"))

    def notice() -> None:
        kiosk.key(Qt.Key.Key_Escape)
        kiosk.key(Qt.Key.Key_F3)
        kiosk.settle()

    def new_pin() -> None:
        kiosk.key(Qt.Key.Key_Escape)
        kiosk.press("board")
        staff()
        kiosk.press("new_pin")

    def device() -> None:
        kiosk.press("device")
        kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AtDevice))

    return {
        "idle": lambda: kiosk.key(Qt.Key.Key_Escape),
        "welcomed": lambda: kiosk.scan(day.codes["陈知夏"]),
        "already": lambda: kiosk.scan(day.codes["陈知夏"]),
        "revoked": lambda: kiosk.scan(day.codes["陈钟晓"]),
        "wrong event": lambda: kiosk.scan(day.other_code),
        "unknown": lambda: kiosk.scan(stray_code(day.event)),
        "malformed": lambda: kiosk.scan("HTTPSEXAMPLE"),
        "unread": lambda: kiosk.flow.show(Unread()),
        "trouble": lambda: kiosk.flow.show(Troubled("disk_full")),
        "help": lambda: kiosk.key(Qt.Key.Key_F1),
        "search": find,
        "confirm": lambda: kiosk.press("row_0"),
        "notice": notice,
        "staff": staff,
        "device": device,
        "trial": lambda: kiosk.press("trial"),
        "new pin": new_pin,
        "pin": guard,
    }


def texts(window: QWidget) -> list[QWidget]:
    """What shows a text that somebody is to read; what cannot be operated now is dimmed on purpose."""
    shown = [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
    read = [one for one in shown if isinstance(one, QLabel | QAbstractButton | QLineEdit) and one.text().strip()]
    return read + [one for one in shown if isinstance(one, Panel)]


@cache
def between(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast of two colours."""
    return contrast("#{:02X}{:02X}{:02X}".format(*one), "#{:02X}{:02X}{:02X}".format(*other))


def strongest(picture: Image.Image, box: tuple[int, int, int, int]) -> float:
    """The strongest contrast to the commonest colour within the box."""
    counted: list[Any] = picture.crop(box).getcolors(MOST_IN_BOX) or []
    counted.sort(reverse=True)
    bodies = [colour for count, colour in counted[:MOST_COLOURS] if count >= BODY_PX]
    return max(between(colour, counted[0][1]) for colour in bodies)


def painted(window: QWidget) -> Image.Image:
    """What is on the screen now."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    bits = bytes(image.constBits())
    return Image.frombuffer("RGB", (image.width(), image.height()), bits, "raw", "RGB", image.bytesPerLine(), 1)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_of_every_page_can_be_read_as_it_is_painted(
    qtbot: QtBot, tmp_path: Path, look: Look, translator: Translator, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.services.papers.printing import Queues

    monkeypatch.setattr("desktop.kiosk.device_corner.queues", lambda: Queues(("大堂",), "大堂"))
    look.wear("dark" if theme == "dark" else "light")
    kiosk = Kiosk(qtbot, make_day(tmp_path), look, translator)
    measured = 0
    faint: list[tuple[str, str, float]] = []
    small: list[tuple[str, str, int]] = []
    for page, go in walk(kiosk).items():
        go()
        picture = painted(kiosk.window)
        trials = [one for one in kiosk.window.findChildren(ScannerTrial) if one.is_open]
        for widget in texts(trials[0] if trials else kiosk.window):
            corner = widget.mapTo(kiosk.window, QPoint(0, 0))
            box = (corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height())
            strength = strongest(picture, box)
            measured += 1
            if strength < READABLE:
                faint.append((page, getattr(widget, "text", widget.accessibleName)(), round(strength, 1)))
            if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < 64:
                small.append((page, widget.text(), min(widget.width(), widget.height())))

    assert faint == []
    assert small == []
    assert measured > 200
    look.wear("light")
    kiosk.close()
