"""What three readers of PDF see on a paper: its text, and where every character stands."""

import ctypes
import re
import shutil
import struct
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
from pypdf import PdfReader


@dataclass(frozen=True, slots=True)
class Char:
    """A character's ink, in points from the page's upper left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """The ink of characters that were written in one go, in points from the page's upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages' sizes (width, height) and all that has ink, in the order in which it was drawn."""

    sizes: tuple[tuple[float, float], ...]
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.chars)


def drawn(pdf: Path) -> Drawn:
    """The paper as pdfium sees it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        return Drawn(sizes, tuple(char for number in range(len(document)) for char in _chars(document, number)))
    finally:
        document.close()


def _chars(document: pypdfium2.PdfDocument, number: int) -> list[Char]:
    page = document[number]
    height, text_page, found = page.get_height(), page.get_textpage(), []
    edges = [ctypes.c_double() for _ in range(4)]
    lead = 0
    for index in range(text_page.count_chars()):
        point = pypdfium2.raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= point < 0xDC00:
            lead = point
            continue
        char = struct.pack("<HH", lead, point).decode("utf-16-le") if lead else chr(point)
        lead = 0
        # Spaces and line ends are pdfium's own guesses.
        if char.isspace() or not pypdfium2.raw.FPDFText_GetCharBox(text_page, index, *edges):
            continue
        left, right, bottom, top = (edge.value for edge in edges)
        found.append(Char(number, char, left, height - top, right, height - bottom))
    text_page.close()
    page.close()
    return found


def stretches(pdf: Path) -> tuple[tuple[tuple[float, float], ...], tuple[Stretch, ...]]:
    """The pages' sizes and the places of all text, much faster than those of its characters."""
    raw, found = pypdfium2.raw, []
    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        edges = [ctypes.c_double() for _ in range(4)]
        for number, (_, height) in enumerate(sizes):
            page = document[number]
            text_page = page.get_textpage()
            for index in range(raw.FPDFText_CountRects(text_page, 0, -1)):
                raw.FPDFText_GetRect(text_page, index, *edges)
                left, top, right, bottom = (edge.value for edge in edges)
                found.append(Stretch(number, left, height - top, right, height - bottom))
            text_page.close()
            page.close()
        return sizes, tuple(found)
    finally:
        document.close()


def needs(program: str) -> pytest.MarkDecorator:
    """Skip where a program is not installed; `run.py test` installs it as root."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def by_poppler(pdf: Path) -> str:
    return _told(["pdftotext", "-raw", str(pdf), "-"])


def by_mupdf(pdf: Path) -> str:
    return _told(["mutool", "draw", "-q", "-F", "txt", "-o", "-", str(pdf)])


def by_pdfium(pdf: Path) -> str:
    return "".join(pages_by_pdfium(pdf))


def pages_by_pdfium(pdf: Path) -> list[str]:
    return [_plain(text) for text in spaced_pages(pdf)]


def spaced_pages(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()


READERS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("pdftotext", by_poppler),
    ("mutool", by_mupdf),
    ("pdfium", by_pdfium),
)


def _told(command: list[str]) -> str:
    return _plain(subprocess.run(command, capture_output=True, check=True).stdout.decode())


def _plain(text: str) -> str:
    return re.sub(r"[\s\x00]", "", text)


def bookmarks(pdf: Path) -> list[str]:
    """The titles of a PDF's table of contents, of the uppermost level."""
    return [str(one["/Title"]) for one in PdfReader(pdf).outline if not isinstance(one, list)]
