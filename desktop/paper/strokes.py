"""Lines, fills, codes and little pictures, written straight as PDF operators.

All lengths are points; x runs from the left edge, y from the top edge down.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any

from desktop.paper.content import Logo
from desktop.paper.measures import INK, PALE, Colour
from desktop.tokens.image import Matrix


class Strokes:
    """What a sheet can draw besides text; `height` is the page's."""

    def __init__(self, canvas: Any, height: float) -> None:  # reportlab is untyped
        self._canvas, self._height = canvas, height
        self._pictures: dict[Logo, Any] = {}

    def rule(
        self,
        x0: float,
        y: float,
        x1: float,
        thickness: float = 0.5,
        colour: Colour = PALE,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a level line."""
        self.line(x0, y, x1, y, thickness, colour, dash)

    def line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        thickness: float,
        colour: Colour,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a straight line."""
        pattern = f"[{' '.join(map(short, dash))}] 0 d " if dash else ""
        self._canvas.addLiteral(
            f"q {rgb(colour)} RG {short(thickness)} w {pattern}"
            f"{short(x0)} {short(self._height - y0)} m {short(x1)} {short(self._height - y1)} l S Q"
        )

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour = INK) -> None:
        """Fill a rectangle whose upper left corner is given."""
        self._canvas.addLiteral(
            f"q {rgb(colour)} rg {short(x)} {short(self._height - y - height)} {short(width)} {short(height)} re f Q"
        )

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        colour: Colour = INK,
        thickness: float = 0.6,
        radius: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw the outline of a rectangle whose upper left corner is given; round and dashed cost more."""
        if not radius and not dash:
            self._canvas.addLiteral(
                f"q {rgb(colour)} RG {short(thickness)} w {short(x)} {short(self._height - y - height)} "
                f"{short(width)} {short(height)} re S Q"
            )
            return
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(thickness)
        canvas.setDash(list(dash))
        canvas.roundRect(x, self._height - y - height, width, height, radius)
        canvas.restoreState()

    def code(self, x: float, y: float, size: float, matrix: Matrix) -> None:
        """Draw a QR code as one path of row runs, each module one unit of a scaled grid."""
        count = len(matrix)
        runs = " ".join(
            f"{start} {count - 1 - row} {length} 1 re"
            for row, modules in enumerate(matrix)
            for start, length in _dark_runs(modules)
        )
        scale = f"{size / count:.5f}"
        self._canvas.addLiteral(f"q 0 g {scale} 0 0 {scale} {short(x)} {short(self._height - y - size)} cm {runs} f Q")

    def picture(self, x: float, y: float, width: float, height: float, logo: Logo) -> None:
        """Draw a picture into a rectangle whose upper left corner is given; it stands once in the file."""
        from reportlab.lib.utils import ImageReader

        if logo not in self._pictures:
            self._pictures[logo] = ImageReader(BytesIO(logo.png))
        self._canvas.drawImage(self._pictures[logo], x, self._height - y - height, width, height)

    @contextmanager
    def drawing(self, x: float, y: float, scale: float) -> Iterator[Any]:
        """Lend the canvas for a little picture: origin at (x, y), y upwards, one unit `scale` points long."""
        self._canvas.saveState()
        self._canvas.translate(x, self._height - y)
        self._canvas.scale(scale, scale)
        yield self._canvas
        self._canvas.restoreState()


@cache
def rgb(colour: Colour) -> str:
    """Return the operands of a colour."""
    return " ".join(map(short, colour))


def short(number: float) -> str:
    """Return a number without needless zeros."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _dark_runs(modules: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    start = -1
    for column, dark in enumerate((*modules, False)):
        if dark and start < 0:
            start = column
        elif not dark and start >= 0:
            yield start, column - start
            start = -1
