"""What a paper draws, taken down stroke by stroke, and drawn again by reportlab's own canvas calls."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from typing_extensions import override

from desktop.paper import feedback_form
from desktop.paper.content import EventHead, FeedbackForm, FormSetup
from desktop.paper.fonts import BOLD, REGULAR, bold, regular
from desktop.paper.kit import About, Align, Sheet
from desktop.paper.measures import INK, PAGE_HEIGHT, PAGE_WIDTH, TEXT, Colour
from desktop.tokens.image import Matrix

# The name of a stroke and what it was told; y counts from the top.
Stroke: TypeAlias = tuple[str, tuple[Any, ...]]


class Recorder(Sheet):
    """A sheet that also takes down what it is told; a fixed part is kept once, as the sheet itself keeps it."""

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self.strokes: list[Stroke] = []
        self._kept: set[str] = set()

    @override
    def write(
        self, x: float, y: float, text: str, size: float = TEXT, *, strong: bool = False, colour: Colour = INK,
        align: Align = "left",
    ) -> float:  # fmt: skip
        """Write, and take it down."""
        width = super().write(x, y, text, size, strong=strong, colour=colour, align=align)
        left = x - {"left": 0.0, "centre": width / 2, "right": width}[align]
        self.strokes.append(("text", (left, y, self.printable(text, strong), size, strong, colour)))
        return width

    @override
    def line(
        self, x0: float, y0: float, x1: float, y1: float, thickness: float, colour: Colour,
        dash: tuple[float, ...] = (),
    ) -> None:  # fmt: skip
        """Draw, and take it down."""
        super().line(x0, y0, x1, y1, thickness, colour, dash)
        self.strokes.append(("line", (x0, y0, x1, y1, thickness, colour, dash)))

    @override
    def fill(self, x: float, y: float, width: float, height: float, colour: Colour = INK) -> None:
        """Fill, and take it down."""
        super().fill(x, y, width, height, colour)
        self.strokes.append(("fill", (x, y, width, height, colour)))

    @override
    def frame(
        self, x: float, y: float, width: float, height: float, *, colour: Colour = INK, thickness: float = 0.6,
        radius: float = 0.0, dash: tuple[float, ...] = (),
    ) -> None:  # fmt: skip
        """Frame, and take it down."""
        super().frame(x, y, width, height, colour=colour, thickness=thickness, radius=radius, dash=dash)
        self.strokes.append(("frame", (x, y, width, height, colour, thickness)))

    @override
    def code(self, x: float, y: float, size: float, matrix: Matrix) -> None:
        """Draw a code, and take it down."""
        super().code(x, y, size, matrix)
        self.strokes.append(("code", (x, y, size, matrix)))

    @override
    def stamp(self, name: str, draw: Callable[[Sheet], None], down: float = 0.0) -> None:
        """Stamp, and take down the part once and every place of it."""
        page = self.strokes
        if name not in self._kept:
            self._kept.add(name)
            self.strokes = []
            super().stamp(name, draw, down)
            page.append(("part", (name, tuple(self.strokes))))
            self.strokes = page
        else:
            super().stamp(name, draw, down)
        page.append(("stamp", (name, down)))

    @override
    def end_page(self) -> None:
        """End the page, and take it down."""
        super().end_page()
        self.strokes.append(("page", ()))


def recorded_forms(forms: Sequence[FeedbackForm], head: EventHead) -> tuple[Stroke, ...]:
    """All that the forms draw."""
    sheet = Recorder(About("forms", head.company, head.project, head.as_of))
    for form in forms:
        # The public function makes a sheet of its own; only this one takes a given sheet.
        feedback_form._form(sheet, form, head, FormSetup())
    return tuple(sheet.strokes)


def replay(strokes: Sequence[Stroke], out: Path) -> None:
    """Draw recorded strokes the way the library's own guide does."""
    from reportlab.pdfgen.canvas import Canvas

    regular(), bold()
    canvas = Canvas(str(out), (PAGE_WIDTH, PAGE_HEIGHT), invariant=1, initialFontName=REGULAR, pageCompression=1)
    _draw(canvas, strokes)
    canvas.save()


def _draw(canvas: Any, strokes: Sequence[Stroke]) -> None:  # reportlab is untyped
    for kind, told in strokes:
        DRAW[kind](canvas, *told)


def _text(canvas: Any, x: float, y: float, text: str, size: float, strong: bool, colour: Colour) -> None:
    canvas.setFillColorRGB(*colour)
    canvas.setFont(BOLD if strong else REGULAR, size)
    canvas.drawString(x, PAGE_HEIGHT - y, text)


def _line(
    canvas: Any, x0: float, y0: float, x1: float, y1: float, thickness: float, colour: Colour, dash: tuple[float, ...]
) -> None:
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(thickness)
    canvas.setDash(list(dash))
    canvas.line(x0, PAGE_HEIGHT - y0, x1, PAGE_HEIGHT - y1)


def _fill(canvas: Any, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    canvas.setFillColorRGB(*colour)
    canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=0, fill=1)


def _frame(canvas: Any, x: float, y: float, width: float, height: float, colour: Colour, thickness: float) -> None:
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(thickness)
    canvas.rect(x, PAGE_HEIGHT - y - height, width, height)


def _code(canvas: Any, x: float, y: float, size: float, matrix: Matrix) -> None:
    """One path for all modules, one rectangle for the dark run of a row."""
    unit = size / len(matrix)
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        start = 0
        for column, dark in enumerate((*modules, False)):
            if not dark:
                if column > start:
                    path.rect(x + start * unit, PAGE_HEIGHT - y - (row + 1) * unit, (column - start) * unit, unit)
                start = column + 1
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawPath(path, stroke=0, fill=1)


def _part(canvas: Any, name: str, strokes: tuple[Stroke, ...]) -> None:
    canvas.beginForm(name)
    _draw(canvas, strokes)
    canvas.endForm()


def _stamp(canvas: Any, name: str, down: float) -> None:
    canvas.saveState()
    canvas.translate(0, -down)
    canvas.doForm(name)
    canvas.restoreState()


def _page(canvas: Any) -> None:
    canvas.showPage()


DRAW: dict[str, Callable[..., None]] = {
    "text": _text, "line": _line, "fill": _fill, "frame": _frame, "code": _code, "part": _part, "stamp": _stamp,
    "page": _page,
}  # fmt: skip
