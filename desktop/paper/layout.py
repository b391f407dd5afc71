"""Where the boxes, codes and lines of a printed sheet are: noted while it is drawn, to read the paper when it is back.

All lengths are points; x runs from the left edge, y from the top edge down.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec


class Box(msgspec.Struct, frozen=True, array_like=True):
    """A tick box, its upper left corner; `label` stands behind it. `is_printed`: the printer filled it in."""

    name: str
    x: float
    y: float
    label: str
    is_printed: bool = False


class Code(msgspec.Struct, frozen=True, array_like=True):
    """A QR code, its upper left corner and its side."""

    x: float
    y: float
    side: float


class Field(msgspec.Struct, frozen=True, array_like=True):
    """A place for handwriting, its upper left corner first."""

    name: str
    x: float
    y: float
    width: float
    height: float


class Words(msgspec.Struct, frozen=True, array_like=True):
    """Printed words by which a page is known from its like, centred on `x` over the base line `y`."""

    x: float
    y: float
    text: str
    size: float


class PageLayout(msgspec.Struct, frozen=True):
    """What is where on one page."""

    boxes: tuple[Box, ...] = ()
    codes: tuple[Code, ...] = ()
    fields: tuple[Field, ...] = ()
    words: tuple[Words, ...] = ()


class Layout(msgspec.Struct, frozen=True):
    """The pages of one form as they were printed."""

    pages: tuple[PageLayout, ...]

    def as_text(self) -> str:
        """The layout as JSON; equal layouts give equal texts."""
        return msgspec.json.encode(self).decode()


def layout_of(text: str) -> Layout:
    """The layout behind `as_text`. Raises msgspec.DecodeError for a text that is none."""
    return msgspec.json.decode(text, type=Layout)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part of the page that was drawn before, moved down by so much."""

    part: str
    down: float


@dataclass(frozen=True, slots=True)
class _Filled:
    name: str


_Where = Box | Code | Field | Words
_Item = _Where | _Placed | _Filled


class Notes:
    """What a sheet notes of itself while it is drawn; a part that is drawn once and placed often is noted once."""

    def __init__(self) -> None:
        self._items: list[_Item] = []
        self._pages: list[tuple[_Item, ...]] = []
        self._parts: dict[str, tuple[_Item, ...]] = {}
        self._known: dict[tuple[tuple[_Item, ...], ...], Layout] = {}

    def box(self, name: str, x: float, y: float, label: str) -> None:
        """A tick box with its upper left corner at (x, y)."""
        self._items.append(Box(name, _tenth(x), _tenth(y), label))

    def filled(self, name: str) -> None:
        """The printer fills in the box of this name on this page."""
        self._items.append(_Filled(name))

    def code(self, x: float, y: float, side: float) -> None:
        """A QR code without its quiet zone."""
        self._items.append(Code(_tenth(x), _tenth(y), _tenth(side)))

    def field(self, name: str, x0: float, y0: float, x1: float, y1: float) -> None:
        """A place for handwriting."""
        self._items.append(Field(name, _tenth(x0), _tenth(y0), _tenth(x1 - x0), _tenth(y1 - y0)))

    def words(self, x: float, y: float, text: str, size: float) -> None:
        """Words by which this page is known from the others."""
        self._items.append(Words(_tenth(x), _tenth(y), text, size))

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Note what is drawn meanwhile as a part, which stands nowhere yet."""
        outer, self._items = self._items, []
        yield
        self._parts[name], self._items = tuple(self._items), outer

    def place(self, name: str, down: float) -> None:
        """The part stands here, moved down by so much."""
        if self._parts[name]:
            self._items.append(_Placed(name, down))

    def end_page(self) -> None:
        """The page is finished."""
        self._pages.append(tuple(self._items))
        self._items = []

    def take(self) -> Layout:
        """The pages since the last call, as one layout; most forms of an event have the same one."""
        key = tuple(self._pages)
        self._pages = []
        if key not in self._known:
            self._known[key] = Layout(tuple(self._page(items) for items in key))
        return self._known[key]

    def _page(self, items: tuple[_Item, ...]) -> PageLayout:
        flat = tuple(self._flat(items, 0.0))
        filled = {item.name for item in flat if isinstance(item, _Filled)}
        boxes = (item for item in flat if isinstance(item, Box))
        return PageLayout(
            tuple(msgspec.structs.replace(box, is_printed=True) if box.name in filled else box for box in boxes),
            tuple(item for item in flat if isinstance(item, Code)),
            tuple(item for item in flat if isinstance(item, Field)),
            tuple(item for item in flat if isinstance(item, Words)),
        )

    def _flat(self, items: tuple[_Item, ...], down: float) -> Iterator[_Item]:
        for item in items:
            if isinstance(item, _Placed):
                yield from self._flat(self._parts[item.part], down + item.down)
            elif isinstance(item, _Filled):
                yield item
            else:
                yield _moved(item, down)


def _moved(item: _Where, down: float) -> _Where:
    return msgspec.structs.replace(item, y=_tenth(item.y + down)) if down else item


def _tenth(length: float) -> float:
    return round(length, 1)
