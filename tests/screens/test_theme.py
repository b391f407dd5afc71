"""Colours and sizes stand in one place, and every text can be read."""

import ast
import itertools
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.widgets.measures import PX, SHAPES, TYPES, scale_for
from desktop.widgets.theme import DARK, LIGHT, PANELS, Theme, style_sheet

ROOT = Path(__file__).parents[2]
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

GROUNDS = ("background", "surface", "raised", "sunken")
TEXTS = ("ink1", "ink2", "ink3", "accent", "success", "warning", "danger", "info")
TONES = ("accent", "success", "warning", "danger", "info")
READABLE = 4.5
VISIBLE = 3.0
LEAST_STYLED_PX = 12

# (text, ground) -> contrast in light and dark, as the look states them.
STATED = {
    ("ink1", "background"): (14.5, 14.8),
    ("ink2", "surface"): (7.8, 8.9),
    ("ink3", "sunken"): (4.9, 6.5),
    ("accent", "raised"): (7.8, 7.5),
    ("warning", "sunken"): (4.9, 8.6),
    ("on_accent", "accent"): (8.1, 8.5),
    ("on_accent", "accent_pressed"): (11.8, 6.9),
    ("accent_ink", "accent_soft"): (7.7, 7.8),
    ("success_ink", "success_soft"): (6.6, 8.0),
    ("on_danger", "danger"): (6.6, 7.8),
    ("surface", "ink1"): (15.9, 13.6),
    ("line_strong", "sunken"): (3.3, 4.2),
}


def contrast(one: str, other: str) -> float:
    """1 to 21. Source: WCAG 2.2, relative luminance and contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pairs() -> list[tuple[str, str]]:
    on_full = [("on_accent", f"accent{state}") for state in ("", "_hover", "_pressed")]
    tones = [pair for tone in TONES for pair in ((f"on_{tone}", tone), (f"{tone}_ink", f"{tone}_soft"))]
    inks_on_soft = [(ink, f"{tone}_soft") for ink in ("ink1", "ink2", "ink3") for tone in TONES]
    return [*itertools.product(TEXTS, GROUNDS), *on_full, *tones, *inks_on_soft, ("surface", "ink1")]


@THEMES
@pytest.mark.parametrize(("text", "ground"), pairs())
def test_every_text_can_be_read_on_every_ground_it_stands_on(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.colour(text), theme.colour(ground)) >= READABLE


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_border_of_what_can_be_operated_is_visible(theme: Theme, ground: str) -> None:
    assert contrast(theme.line_strong, theme.colour(ground)) >= VISIBLE


@pytest.mark.parametrize(("pair", "stated"), STATED.items())
def test_the_stated_contrasts_are_the_computed_ones(pair: tuple[str, str], stated: tuple[float, float]) -> None:
    computed = [contrast(theme.colour(pair[0]), theme.colour(pair[1])) for theme in (LIGHT, DARK)]

    assert computed == pytest.approx(stated, abs=0.06)


@pytest.mark.parametrize("outcome", PANELS)
def test_the_kiosks_panel_can_be_read(outcome: str) -> None:
    assert contrast(PANELS[outcome].fill, PANELS[outcome].on) >= READABLE


def test_no_two_outcomes_share_their_shape_and_no_panel_is_red() -> None:
    assert len({panel.shape for panel in PANELS.values()}) == len(PANELS)
    for panel in PANELS.values():
        red, green, blue = (int(panel.fill[start : start + 2], 16) for start in (1, 3, 5))
        assert red <= max(green, blue) or green > red / 2


@THEMES
def test_the_style_sheet_is_whole(theme: Theme) -> None:
    sheet = style_sheet(theme)

    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert set(re.findall("#[0-9A-F]{6}", sheet)) <= {
        value for name in Theme.__slots__ if isinstance(value := getattr(theme, name), str)
    }


def test_no_text_is_smaller_than_12_px() -> None:
    assert min(step.px for step in TYPES.values()) >= LEAST_STYLED_PX


def test_what_is_touched_at_the_kiosk_is_at_least_64_px_high() -> None:
    touched = [name for name in SHAPES if name.startswith(("kiosk", "pad"))]

    assert touched
    assert min(SHAPES[name].height for name in touched) >= PX.kiosk_small == 64


@pytest.mark.parametrize(
    ("width_px", "height_px", "scale"),
    [(1280, 800, 1.0), (1920, 1080, 1.35), (1024, 768, 1.0), (3840, 2160, 2.7), (1080, 1920, 1.0)],
)
def test_the_kiosk_grows_with_the_screen(width_px: int, height_px: int, scale: float) -> None:
    assert scale_for(width_px, height_px) == scale


# Nothing outside the theme holds a colour or a size

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?=[\"'])")
PIXELS = re.compile(r"[\"'][^\"']*\d+px")
SIZED = {
    *("setFixedSize", "setFixedHeight", "setFixedWidth", "setMinimumSize", "setMinimumHeight", "setMinimumWidth"),
    *("setMaximumSize", "setMaximumHeight", "setMaximumWidth", "setContentsMargins", "setSpacing", "addSpacing"),
    *("setPixelSize", "setPointSize", "setPointSizeF", "setHorizontalSpacing", "setVerticalSpacing"),
}


def screens() -> list[Path]:
    folders = ("kiosk", "host", "office", "widgets")
    return [file for folder in folders for file in sorted((ROOT / "desktop" / folder).rglob("*.py"))]


def sized_by_hand(tree: ast.Module) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SIZED
        for argument in node.args
        for part in ast.walk(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, int | float) and part.value not in (0, 1, 2, 3)
    ]


def test_no_colour_and_no_pixel_size_stands_outside_the_theme() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in screens()
        if file.name != "theme.py"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if COLOUR.search(line) or PIXELS.search(line)
    ]

    assert not found


def test_no_size_is_set_by_a_number_of_its_own() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in screens()
        if file.name != "measures.py"
        for line in sized_by_hand(ast.parse(file.read_text(encoding="utf-8")))
    ]

    assert not found


def test_the_style_sheet_asks_only_for_tokens() -> None:
    template = (ROOT / "resources/styles/windows.qss").read_text(encoding="utf-8")

    assert not re.findall(r"#[0-9A-Fa-f]{3,6}\b|\d+\s*p[xt]\b", template)


def test_every_label_is_one_that_reads_no_markup() -> None:
    bare = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in screens()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QLabel"
    ]

    assert not bare


# Windows that are gone already, but that nobody has collected yet; each takes room when it hears of the new look.
LITTERED = """
import gc, os
from PySide6.QtWidgets import QApplication
from desktop.widgets.look import Look
from desktop.widgets.part import Part

class Busy(Part):
    def restyle(self):
        self.kept = [[] for _ in range(50)]

def litter():
    gc.disable()
    for _ in range(200):
        one = Busy()
        one.itself = one
        one.ensurePolished()
    gc.enable()

look = Look(QApplication([]))
for choice in ("dark", "light", "dark"):
    litter()
    look.wear(choice)
litter()
with look.undressed():
    litter()
print("alive", flush=True)
os._exit(0)
"""


def test_what_python_collects_while_all_is_dressed_anew_does_not_end_the_program() -> None:
    child = subprocess.run([sys.executable, "-c", LITTERED], capture_output=True, text=True, check=False, cwd=ROOT)

    assert (child.returncode, child.stdout) == (0, "alive\n"), child.stderr
