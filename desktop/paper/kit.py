"""A sheet of paper: text with its stand-in faces, fixed parts and pages over a PDF canvas.

All lengths are points; x runs from the left edge, y from the top edge down, text stands on its base line.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Literal

from db.errors import StoreTrouble
from desktop.paper.content import Logo, Missing, Report
from desktop.paper.fonts import REGULAR, Type, bold, regular
from desktop.paper.layout import Notes
from desktop.paper.lines import break_lines, paragraphs
from desktop.paper.measures import INK, PAGE_HEIGHT, PAGE_WIDTH, TEXT, Colour
from desktop.paper.strokes import Strokes, rgb, short

_LABEL_LENGTH: Final = 16
# So much of a text is shown with the characters that no face has.
_SHOWN: Final = 40

Align = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class About:
    """What the PDF says about itself; `as_of` (aware) is its date: equal content gives equal bytes.

    `logo` is the company's own mark, which stands in the place of ours.
    """

    title: str
    author: str
    subject: str
    as_of: datetime
    logo: Logo | None = None


class Sheet(Strokes):
    """The paper that is being drawn, one page after another; A4 unless `page` (width, height) says otherwise."""

    def __init__(self, about: About, page: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)) -> None:
        from reportlab import rl_config
        from reportlab.pdfbase.pdfmetrics import getFont
        from reportlab.pdfgen.canvas import Canvas

        # Binary streams: an eighth of the time and a fifth of the size less than printable ones.
        rl_config.useA85 = 0
        self._regular, self._bold = regular(), bold()
        canvas = Canvas("", page, invariant=1, initialFontName=REGULAR, lang="zh-CN", pageCompression=1)
        super().__init__(canvas, page[1])
        self._describe(about)
        self.logo = about.logo
        self._stamps: set[str] = set()
        self._missing: dict[str, str] = {}
        self._codes: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        self._font: Callable[[str], Any] = getFont
        self._titles = 0
        self._pages = 0
        self.notes = Notes()
        self._begin_text()

    def _describe(self, about: About) -> None:
        canvas = self._canvas
        canvas.setTitle(about.title)
        canvas.setAuthor(about.author)
        canvas.setSubject(about.subject)
        canvas.setCreator("Qinting 亲听")
        offset = f"{about.as_of:%z}" or "+0000"
        stamp = f"D:{about.as_of:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
        canvas.setDateFormatter(lambda *_: stamp)

    # The operators of a page's text are gathered and laid over its rules and fills at the end: the canvas's
    # own text objects format every number and escape every byte in Python, at three times the cost.

    def _begin_text(self) -> None:
        self._text: list[str] = []
        self._colour: Colour | None = None

    def _lay_text(self) -> None:
        if self._text:
            self._canvas.addLiteral("BT " + "\n".join(self._text) + " ET")

    def printable(self, text: str, strong: bool = False) -> str:
        """Return `text` as it will be drawn; characters that no face has go into the report."""
        drawn, missing = self._type(strong).printable(text)
        if missing:
            self._missing.setdefault(text, missing)
        return drawn

    def width(self, text: str, size: float = TEXT, strong: bool = False) -> float:
        """Return how wide `text` will be."""
        return self._type(strong).width_pt(self.printable(text, strong), size)

    def lines(self, text: str, room: float, size: float = TEXT, strong: bool = False) -> tuple[str, ...]:
        """Return the lines of a text of any length, its paragraphs one under the other."""
        kind, room_em = self._type(strong), room * 1000 / size
        found: list[str] = []
        for paragraph in paragraphs(text):
            drawn = self.printable(paragraph, strong)
            found.extend(break_lines(drawn, [kind[char] for char in drawn], room_em) or ("",))
        return tuple(found)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float = TEXT,
        *,
        strong: bool = False,
        colour: Colour = INK,
        align: Align = "left",
    ) -> float:
        """Write one line and return its width; `x` is its left, middle or right, as `align` says."""
        kind = self._type(strong)
        drawn = self.printable(text, strong)
        width = kind.width_pt(drawn, size)
        if align != "left":
            x -= width if align == "right" else width / 2
        if colour != self._colour:
            self._text.append(rgb(colour) + " rg")
            self._colour = colour
        self._text.append(f"1 0 0 1 {x:.2f} {self._height - y:.2f} Tm")
        for face, run in kind.runs(drawn):
            self._text.extend(f"{name} {size:.4g} Tf <{codes}> Tj" for name, codes in self._encoded(face, run))
        return width

    def _encoded(self, face: str, run: str) -> tuple[tuple[str, str], ...]:
        """Return the stretches of one face as (font subset, codes in hexadecimal); labels come often."""
        known = self._codes.get((face, run))
        if known is None:
            font, document = self._font(face), self._canvas._doc
            known = tuple(
                (font.getSubsetInternalName(subset, document), codes.hex())
                for subset, codes in font.splitString(run, document)
            )
            if len(run) <= _LABEL_LENGTH:
                self._codes[face, run] = known
        return known

    def write_fitted(
        self,
        x: float,
        y: float,
        text: str,
        room: float,
        size: float = TEXT,
        *,
        strong: bool = False,
        colour: Colour = INK,
        align: Align = "left",
    ) -> float:
        """Write one line into `room`: smaller if need be, down to two thirds, then cut with an ellipsis."""
        width = self.width(text, size, strong)
        if width > room:
            size = max(size * room / width, size * 2 / 3)
            text = self.cut(text, room, size, strong)
        return self.write(x, y, text, size, strong=strong, colour=colour, align=align)

    def cut(self, text: str, room: float, size: float = TEXT, strong: bool = False) -> str:
        """Return `text`, or as much of it as fits together with an ellipsis."""
        drawn = self.printable(text, strong)
        if self.width(drawn, size, strong) <= room + 0.01:
            return drawn
        kind = self._type(strong)
        reach = list(accumulate(kind[char] for char in drawn))
        return drawn[: bisect_right(reach, room * 1000 / size - kind["…"])].rstrip() + "…"

    def _type(self, strong: bool) -> Type:
        return self._bold if strong else self._regular

    # Pages and parts.

    def stamp(self, name: str, draw: Callable[["Sheet"], None], down: float = 0.0) -> None:
        """Draw a part that is always the same; it is stored once per paper and may be moved down the page."""
        canvas = self._canvas
        if name not in self._stamps:
            self._stamps.add(name)
            outer = (self._text, self._colour)
            canvas.beginForm(name)
            self._begin_text()
            with self.notes.part(name):
                draw(self)
            self._lay_text()
            canvas.endForm()
            self._text, self._colour = outer
        self.notes.place(name, down)
        canvas.addLiteral(f"q 1 0 0 1 0 {short(-down)} cm")
        canvas.doForm(name)
        canvas.addLiteral("Q")

    def bookmark(self, title: str) -> None:
        """Enter this page into the PDF's table of contents."""
        self._titles += 1
        key = f"part-{self._titles}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key)

    def resize(self, width: float, height: float) -> None:
        """Give the page that begins now a size of its own; before its first stroke."""
        self._canvas.setPageSize((width, height))
        self._height = height

    def end_page(self) -> None:
        """Finish the page; the next stroke begins a new one."""
        self._lay_text()
        self._canvas.showPage()
        self._pages += 1
        self.notes.end_page()
        self._begin_text()

    def save(self, out: Path) -> Report:
        """Write the paper; the old file stays until the new one is whole.

        Raises:
            StoreTrouble: `paper_not_written` when the disk refuses the file.
        """
        data: bytes = self._canvas.getpdfdata()
        part = out.with_name(out.name + ".part")
        try:
            part.write_bytes(data)
            part.replace(out)
        except OSError as trouble:
            part.unlink(missing_ok=True)
            raise StoreTrouble("paper_not_written", file=out.name) from trouble
        missing = tuple(Missing(_around(text, characters), characters) for text, characters in self._missing.items())
        return Report(self._pages, missing)


def _around(text: str, characters: str) -> str:
    """A text to be shown in one line: long ones as a stretch around the first character that is missing."""
    if len(text) <= _SHOWN:
        return text
    start = max(0, min(text.index(characters[0]) - _SHOWN // 3, len(text) - _SHOWN))
    end = start + _SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
