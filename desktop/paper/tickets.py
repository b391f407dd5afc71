"""The ticket of a turn in the hall: its number large, the surname under it; black, on a roll of 62 or 80 mm.

Nothing on it tells who the client is: no given name, no room, no code.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.badges import ROLLS, Strip, day_of, lay_strip
from desktop.paper.content import EventHead, Report
from desktop.paper.dates import clock
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import MM

SIZES: Final = tuple(ROLLS)
_WAIT: Final = "请稍坐，叫到这个号时会有人来请您"


@dataclass(frozen=True, slots=True)
class Ticket:
    """A turn: its number (A023), surname with honorific (陈女士), when it was given (aware), the table if known."""

    number: str
    called: str
    at: datetime | None = None
    place: str = ""


def tickets(wanted: Sequence[Ticket], head: EventHead, out: Path, size: str = "80") -> Report:
    """Draw one ticket a page, each as long as its content; `size` is one of SIZES.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    width, side = ROLLS[size]
    sheet = Sheet(About(f"{head.event} 排队号", head.company, head.project, head.as_of, head.logo), (width, width))
    for ticket in wanted:
        lay_strip(sheet, width, partial(_draw, sheet, width, side, ticket, head))
        sheet.end_page()
    return sheet.save(out)


def _draw(sheet: Sheet, width: float, side: float, ticket: Ticket, head: EventHead, top: float | None) -> float:
    strip = Strip(sheet, width / 2, width - 2 * side, top)
    strip.company(head, side)
    strip.gap(5)
    strip.block(head.event, 12, 60, strong=True)
    strip.block(" ".join(filter(None, (day_of(head), clock(ticket.at)))), 9, 24)
    strip.gap(2)
    strip.block(ticket.number, 72, 100, strong=True)
    strip.block(ticket.called, 30, 90, strong=True)
    strip.gap(4)
    strip.block(ticket.place, 16, 60, strong=True)
    strip.gap(4)
    strip.rule(side)
    strip.gap(5)
    strip.block(_WAIT, 9.5, 60)
    strip.gap(3 * MM)
    return strip.y
