"""The faces on paper: which face draws which character, and how wide it is.

A first face (Noto Sans SC, Regular or Bold) draws nearly everything; a second one (LXGW WenKai) has the rare
characters of names; what neither has becomes 〓 and is reported, because a person must see it before
the paper is handed over.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Any, Final

from resources import path

REGULAR: Final = "NotoSansSC-Regular"
BOLD: Final = "NotoSansSC-Bold"
_SECOND: Final = "LXGWWenKai-Regular"
_FILES: Final = {
    REGULAR: "fonts/NotoSansSC_400Regular.ttf",
    BOLD: "fonts/NotoSansSC_700Bold.ttf",
    _SECOND: "fonts/LXGWWenKai-Regular.ttf",
}
GETA: Final = "〓"

# Controls, soft hyphen, zero-width and direction marks, variation selectors, tags, skin tones: no ink.
_INKLESS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)


def to_unicode_map(font_name: str, subset: list[int]) -> str:
    """Return the map from codes to characters that lets a reader of the PDF copy and search its text.

    Stands in for reportlab's own, which writes five hexadecimal digits above U+FFFF (read back as other
    characters) and blocks of more than the 100 lines that the format allows.
    """
    pairs = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset) if point]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo\n<< /Registry ({font_name})\n/Ordering ({font_name})\n/Supplement 0\n>> def\n"
        f"/CMapName /{font_name} def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()


@cache
def _face(name: str) -> Any:  # reportlab is untyped
    """Read and register one face: 0.1 s each, so once per process, and the second only when needed."""
    from reportlab.pdfbase import pdfmetrics, ttfonts

    ttfonts.makeToUnicodeCMap = to_unicode_map
    font = ttfonts.TTFont(name, str(path(_FILES[name])))
    pdfmetrics.registerFont(font)
    return font.face


@cache
def _covered(name: str) -> frozenset[str]:
    """The characters that a first face draws; the two weights have the same ones, kept once."""
    points = _face(name).charToGlyph
    if name != REGULAR and points.keys() == _face(REGULAR).charToGlyph.keys():
        return _covered(REGULAR)
    return frozenset(_INKLESS.sub("", "".join(map(chr, points))))


class Type(dict[str, float]):
    """A first face and its stand-in; as a mapping: the width of each character in thousandths of an em.

    Widths are looked up when they are asked for: all of both weights would be another 10 MB.
    """

    def __init__(self, first: str) -> None:
        super().__init__()
        self.first = first
        self._plain = _covered(first)

    def __missing__(self, char: str) -> float:
        width: float = _face(self._face_of(char)).charWidths.get(ord(char), 1000)
        self[char] = width
        return width

    def width_pt(self, text: str, size_pt: float) -> float:
        """Return the width of printable text."""
        return sum(map(self.__getitem__, text)) * size_pt / 1000

    def printable(self, text: str) -> tuple[str, str]:
        """Return `text` as it can be drawn, and the characters that no face has (each became 〓)."""
        if self._plain.issuperset(text):
            return text, ""
        missing: dict[str, None] = {}
        drawn = [self._drawn(char, missing) for char in _INKLESS.sub("", text)]
        return "".join(drawn), "".join(missing)

    def runs(self, text: str) -> Iterable[tuple[str, str]]:
        """Split printable text into stretches of one face: (face, stretch)."""
        if self._plain.issuperset(text):
            return ((self.first, text),)
        return ((name, "".join(chars)) for name, chars in groupby(text, self._face_of))

    def _drawn(self, char: str, missing: dict[str, None]) -> str:
        if char in self._plain:
            return char
        if char.isspace():
            return " "
        if ord(char) in _face(_SECOND).charToGlyph:
            return char
        missing[char] = None
        return GETA

    def _face_of(self, char: str) -> str:
        return self.first if char in self._plain else _SECOND


@cache
def regular() -> Type:
    """The face of nearly all text."""
    return Type(REGULAR)


@cache
def bold() -> Type:
    """The face of titles, figures and promised dates."""
    return Type(BOLD)
