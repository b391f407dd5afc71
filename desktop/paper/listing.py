"""Plain tables on paper under one head, for what is looked at before a decision and for who answers for what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import Logo, Report
from desktop.paper.feet import dated_foot
from desktop.paper.flow import Block, draw_pages, gap, paginate
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import GREY, LABEL, LEFT, RIGHT
from desktop.paper.parts import brand, section
from desktop.paper.table import Column, Row, table

_TOP, _NEXT_TOP, _BOTTOM = 122.0, 84.0, 786.0
_GAP: Final = 10.0


@dataclass(frozen=True, slots=True)
class Listing:
    """A table with its title; `widths` are shares of the line, `right` are the places of columns of numbers."""

    title: str
    english: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    note: str = ""
    right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingHead:
    """What stands above the tables; `as_of` is the last change of what they show."""

    company: str
    project: str
    title: str
    english: str
    about: str
    as_of: datetime
    logo: Logo | None = None


def listings(tables: Sequence[Listing], head: ListingHead, out: Path) -> Report:
    """Draw the tables one below the other.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    sheet = Sheet(About(f"{head.title} {head.about}".strip(), head.company, head.project, head.as_of, head.logo))
    pages = paginate(tuple(_blocks(sheet, tables)), _TOP, _NEXT_TOP, _BOTTOM)
    draw_pages(
        sheet,
        pages,
        first=partial(_head, sheet, head, is_first=True),
        further=partial(_head, sheet, head, is_first=False),
        foot=partial(dated_foot, sheet, head.as_of),
    )
    return sheet.save(out)


def _blocks(sheet: Sheet, tables: Sequence[Listing]) -> Iterator[Block]:
    for one in tables:
        yield Block(22, partial(_section, one=one), stays=True)
        if one.rows:
            yield from table(sheet, _columns(one), one.rows)
        else:
            yield Block(18, _none)
        yield gap(14)


def _columns(one: Listing) -> tuple[Column, ...]:
    room, whole, x = RIGHT - LEFT, sum(one.widths), LEFT
    made = []
    for place, (title, share) in enumerate(zip(one.heads, one.widths, strict=True)):
        width = room * share / whole
        edge = 0.0 if place == len(one.heads) - 1 else _GAP
        made.append(Column(title, x, x + width - edge, right=place in one.right))
        x += width
    return tuple(made)


def _section(sheet: Sheet, y: float, one: Listing) -> None:
    section(sheet, y, one.title, one.english, one.note)


def _none(sheet: Sheet, y: float) -> None:
    sheet.write(LEFT, y + 13, "没有", LABEL, colour=GREY)


def _head(sheet: Sheet, head: ListingHead, *, is_first: bool) -> None:
    brand(sheet, 34.5, head.company, head.project)
    if is_first:
        width = sheet.write(LEFT, 82, head.title, 21, strong=True)
        sheet.write(LEFT + width + 8, 82, head.about, 10.5, colour=GREY)
        sheet.write(LEFT, 98.5, head.english, 10.5, colour=GREY)
    else:
        sheet.write_fitted(LEFT, 68, f"{head.title}（续）　{head.about}", RIGHT - LEFT, LABEL, colour=GREY)
