"""Charts on paper: the marks of `rules.charts` drawn on a sheet, or as a picture for a text program."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, INK, LABEL, PALE, TEXT, Colour
from desktop.paper.pages import page_picture
from desktop.rules.charts import Marks, Text, Use

# The second colour of a series, told from the first in grey as well.
SECOND: Final[Colour] = (0xA8 / 255, 0x50 / 255, 0x2F / 255)
_FACES: Final[dict[Use, tuple[float, bool, Colour]]] = {
    "value": (8.5, False, INK),
    "value_strong": (TEXT, True, INK),
    "share": (LABEL, False, GREY),
    "label": (TEXT, False, INK),
    "time": (LABEL, False, GREY),
}
# From the middle of a line down to where its letters stand.
_MIDDLE: Final = 0.36
DOTS_PER_INCH: Final = 200


def paint(sheet: Sheet, marks: Marks, x: float, y: float) -> None:
    """Draw a chart whose upper left corner is (x, y)."""
    for box in marks.boxes:
        if box.width and box.height:
            sheet.fill(x + box.x, y + box.y, box.width, box.height, ACCENT)
    if marks.base:
        sheet.rule(x + marks.base.x1, y + marks.base.y1, x + marks.base.x2, 0.75, GREY)
    for level in marks.levels:
        sheet.line(x + level.x1, y + level.y1, x + level.x2, y + level.y2, 1.0, SECOND)
    for one in marks.segments:
        colour = PALE if one.is_faint else SECOND
        sheet.line(x + one.x1, y + one.y1, x + one.x2, y + one.y2, 1.0, colour)
    for dot in marks.dots:
        with sheet.drawing(x + dot.x, y + dot.y, 1.0) as pen:
            pen.setFillColorRGB(*((1, 1, 1) if dot.is_faint else SECOND))
            pen.setStrokeColorRGB(*(GREY if dot.is_faint else SECOND))
            pen.setLineWidth(0.75)
            pen.circle(0, 0, dot.radius, stroke=1, fill=1)
    for text in marks.texts:
        _write(sheet, text, x, y)


def _write(sheet: Sheet, text: Text, x: float, y: float) -> None:
    size, strong, colour = _FACES[text.use]
    line = y + text.y + text.height / 2 + size * _MIDDLE
    sheet.write(
        x + text.x, line, text.text, size, strong=strong, colour=GREY if text.is_faint else colour, align=text.align
    )


def label_width(sheet: Sheet, labels: tuple[str, ...], most: float) -> float:
    """How wide the longest of the labels stands, at most `most`."""
    return min(max((sheet.width(label, TEXT) for label in labels), default=0.0), most)


def picture(draw: Callable[[Sheet], Marks], width: float, height: float) -> bytes:
    """A chart as a PNG of 200 dots per inch: the same drawing as on paper, `width` x `height` points large."""
    from PIL import Image

    # The picture carries no date and no name: equal marks give equal bytes.
    about = About("", "", "", datetime(2000, 1, 1, tzinfo=UTC))
    with TemporaryDirectory(prefix="qinting-") as folder:
        pdf = Path(folder) / "chart.pdf"
        sheet = Sheet(about, (width, height))
        paint(sheet, draw(sheet), 0, 0)
        sheet.end_page()
        sheet.save(pdf)
        found = page_picture(pdf.read_bytes(), 0, round(width * DOTS_PER_INCH / 72))
    image = Image.frombytes("RGB", (found.width, found.height), found.dots, "raw", "BGRX", found.stride)
    out = BytesIO()
    image.save(out, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return out.getvalue()
