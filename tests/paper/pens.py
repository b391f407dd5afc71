"""Forms filled in by hand: ticks, faint ones, struck out ones and a line of writing, painted on rendered pages."""

from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw

from db.store import Store
from desktop.paper.layout import Box, PageLayout
from desktop.services.forms.layouts import layouts_of
from tests.paper.photos import pages

DPI = 150
INK, PENCIL = (28, 42, 120), (150, 150, 150)
_SIDE = 9.0


def scanned(
    store: Store,
    pdf: Path,
    marks: Mapping[str, Mapping[str, str]],
    target: Path,
    *,
    writing: tuple[str, ...] = (),
    misfits: tuple[str, ...] = (),
) -> Path:
    """The first pages of the forms as a scanner's PDF: number -> box -> tick, faint or struck.

    `writing` names fields in which a wavy line stands; the pages of `misfits` lost their lower half.
    """
    numbers = list(marks)
    made: list[Image.Image] = []
    for number, page in zip(numbers, pages(pdf, DPI), strict=False):
        plan = layouts_of(store, number)[0].pages[0]
        pen(page, plan, marks[number], writing)
        if number in misfits:
            page.paste((255, 255, 255), (0, page.height // 3, page.width, page.height))
        made.append(page)
    made[0].save(target, "PDF", save_all=True, append_images=made[1:], resolution=DPI, quality=80)
    return target


def pen(page: Image.Image, plan: PageLayout, marks: Mapping[str, str], writing: tuple[str, ...] = ()) -> None:
    """Take a pen to a page."""
    draw, scale = ImageDraw.Draw(page), page.width / 595.28
    boxes = {box.name: box for box in plan.boxes}
    for name, how in marks.items():
        _mark(draw, boxes[name], how, scale)
    for field in plan.fields:
        if field.name in writing:
            _write(draw, (field.x + 40, field.y + field.height * 0.55, field.x + field.width - 20), scale)


def _mark(draw: ImageDraw.ImageDraw, box: Box, how: str, scale: float) -> None:
    def at(x: float, y: float) -> tuple[float, float]:
        return (box.x + x) * scale, (box.y + y) * scale

    if how == "faint":
        # A pencil that hardly touched the paper.
        draw.line([at(3.2, 4.6), at(5.6, 6.6)], fill=PENCIL, width=2)
        return
    draw.line([at(1, 4.5), at(3.6, 7.5), at(9.5, -1)], fill=INK, width=3, joint="curve")
    if how == "struck":
        draw.line([at(-4, 2), at(_SIDE + 5, 3)], fill=INK, width=3)
        draw.line([at(-4, 6.5), at(_SIDE + 5, 6)], fill=INK, width=3)


def _write(draw: ImageDraw.ImageDraw, line: tuple[float, float, float], scale: float) -> None:
    x0, y, x1 = line
    steps = int((x1 - x0) / 3)
    points = [((x0 + 3 * i) * scale, (y + (-4, 3, -1, 4)[i % 4]) * scale) for i in range(steps)]
    draw.line(points, fill=INK, width=2, joint="curve")
