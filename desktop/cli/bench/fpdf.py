"""The same papers by fpdf2, where that package is there: it comes with the tests, not with the program."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.cli.bench.drawing import Stroke
from desktop.paper.content import AnnexConcern
from desktop.paper.measures import Colour
from desktop.tokens.image import Matrix
from resources import path

# Of the columns of the table.
_WIDTHS = (90, 90, 190, 100, 45)


def is_there() -> bool:
    """Whether fpdf2 is installed."""
    return importlib.util.find_spec("fpdf") is not None


def replay(strokes: Sequence[Stroke], out: Path) -> None:
    """Draw recorded strokes; fpdf2 knows no parts that are stored once, so they are drawn wherever they stand."""
    pen = _Pen(_paper())
    # The last stroke ends the last page.
    pen.draw(strokes[:-1])
    pen.pdf.output(str(out))


def build(annex: Sequence[AnnexConcern], out: Path) -> None:
    """The words of the annex as the table that fpdf2 makes of them."""
    pdf = _paper()
    pdf.set_font("N", "", 9.5)
    with pdf.table(col_widths=_WIDTHS, line_height=14, borders_layout="HORIZONTAL_LINES", wrapmode="CHAR") as table:
        table.row(("编号", "客户", "诉求与答复", "承诺", "状态"))
        for one in annex:
            who = f"{one.client} {one.room} {one.received_by} {one.type} {one.area}"
            promises = "；".join(f"{text} {due}" for text, due in one.promises)
            table.row((one.number, who, f"{one.words} {one.answer}", promises, one.state))
    pdf.output(str(out))


def _paper() -> Any:  # fpdf2 is not always there
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format="A4")
    pdf.add_font("N", "", str(path("fonts/NotoSansSC_400Regular.ttf")))
    pdf.add_font("N", "B", str(path("fonts/NotoSansSC_700Bold.ttf")))
    pdf.add_page()
    return pdf


class _Pen:
    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self._parts: dict[str, tuple[Stroke, ...]] = {}
        pdf.set_auto_page_break(False)

    def draw(self, strokes: Sequence[Stroke], down: float = 0.0) -> None:
        for kind, told in strokes:
            if kind == "part":
                self._parts[told[0]] = told[1]
            elif kind == "stamp":
                self.draw(self._parts[told[0]], down + told[1])
            elif kind == "page":
                self.pdf.add_page()
            else:
                getattr(self, kind)(down, *told)

    def text(self, down: float, x: float, y: float, text: str, size: float, strong: bool, colour: Colour) -> None:
        self.pdf.set_font("N", "B" if strong else "", size)
        self.pdf.set_text_color(*_bytes(colour))
        self.pdf.text(x, y + down, text)

    def line(
        self, down: float, x0: float, y0: float, x1: float, y1: float, thickness: float, colour: Colour,
        dash: tuple[float, ...],
    ) -> None:  # fmt: skip
        self.pdf.set_draw_color(*_bytes(colour))
        self.pdf.set_line_width(thickness)
        self.pdf.set_dash_pattern(*dash)
        self.pdf.line(x0, y0 + down, x1, y1 + down)

    def fill(self, down: float, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.pdf.set_fill_color(*_bytes(colour))
        self.pdf.rect(x, y + down, width, height, "F")

    def frame(
        self, down: float, x: float, y: float, width: float, height: float, colour: Colour, thickness: float
    ) -> None:
        self.pdf.set_draw_color(*_bytes(colour))
        self.pdf.set_line_width(thickness)
        self.pdf.rect(x, y + down, width, height, "D")

    def code(self, down: float, x: float, y: float, size: float, matrix: Matrix) -> None:
        unit = size / len(matrix)
        self.pdf.set_fill_color(0, 0, 0)
        for row, modules in enumerate(matrix):
            start = 0
            for column, dark in enumerate((*modules, False)):
                if not dark:
                    if column > start:
                        top = y + down + row * unit
                        self.pdf.rect(x + start * unit, top, (column - start) * unit, unit, "F")
                    start = column + 1


def _bytes(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = (round(255 * part) for part in colour)
    return red, green, blue
