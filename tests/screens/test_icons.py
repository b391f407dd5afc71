"""Icons take the colour they are asked for, and come with their licence."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.widgets.icons import pixmap
from desktop.widgets.theme import PANELS
from resources import path

ROOT = Path(__file__).parents[2]
FOLDER = path("icons")
NAMES = sorted(file.stem for file in FOLDER.glob("*.svg"))
OURS = {"mark", "code"} | {panel.shape for panel in PANELS.values()}
INK = "#1B5763"
GROUND = "#EFECE5"
SIZE_PX = 120
OPAQUE = 255


def colours(image: QImage) -> set[str]:
    """Colours of the pixels that are fully covered."""
    raw = bytes(image.convertToFormat(QImage.Format.Format_RGBA8888).constBits())
    pixels = {raw[start : start + 4] for start in range(0, len(raw), 4)}
    return {f"#{pixel[:3].hex().upper()}" for pixel in pixels if pixel[3] == OPAQUE}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    drawn = colours(pixmap(name, SIZE_PX, INK, ground=GROUND).toImage())

    assert INK in drawn


@pytest.mark.parametrize("name", sorted(set(NAMES) - OURS))
def test_an_icon_that_is_not_ours_names_its_source(name: str) -> None:
    assert "lucide-static" in (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def test_the_licence_of_the_icons_is_kept_beside_them() -> None:
    licence = (FOLDER / "lucide-LICENSE.txt").read_text(encoding="utf-8")

    assert "ISC License" in licence
    assert "Cole Bemis" in licence


@pytest.mark.parametrize("ratio", [1.0, 1.35, 2.0])
def test_an_icon_is_as_sharp_as_the_screen(qtbot: QtBot, ratio: float) -> None:
    picture = pixmap("house", SIZE_PX, INK, ratio)

    assert picture.width() == round(SIZE_PX * ratio)
    assert picture.devicePixelRatio() == ratio


def test_the_same_icon_is_drawn_once(qtbot: QtBot) -> None:
    assert pixmap("house", SIZE_PX, INK) is pixmap("house", SIZE_PX, INK)


def test_every_icon_that_the_code_names_is_there() -> None:
    asked = {
        name
        for file in (ROOT / "desktop").rglob("*.py")
        for name in re.findall(r"icon=\"([a-z0-9-]+)\"", file.read_text(encoding="utf-8"))
    }

    assert asked <= set(NAMES)
    assert set(NAMES) >= OURS
