"""What stands at the foot of several papers: who signs, as of when the data are, which page of how many."""

from datetime import datetime
from typing import Final

from desktop.paper.dates import clock, day_zh, iso
from desktop.paper.kit import Sheet
from desktop.paper.measures import GREY, INK, LABEL, LEFT, PALE, RIGHT

# The base line of the foot of a paper for one client or a plain table, 14 points under its rule.
FOOT: Final = 812.0


def dated_foot(sheet: Sheet, as_of: datetime, pages: str) -> None:
    """The foot of a record: how old its data are at the left, the page at the right."""
    sheet.rule(LEFT, FOOT - 14, RIGHT, 0.5, PALE)
    sheet.write(LEFT, FOOT, f"数据截至 {day_zh(as_of.date())} {clock(as_of)}", LABEL, colour=GREY)
    sheet.write(RIGHT, FOOT, pages, LABEL, colour=GREY, align="right")


def titled_foot(sheet: Sheet, y: float, title: str, as_of: datetime, page: str, room: float) -> None:
    """The foot of a report, its rule at `y`: title, age of the data, and the page, which takes `room`."""
    sheet.rule(LEFT, y, RIGHT)
    sheet.write_fitted(LEFT, y + 15, title, 352 - room, LABEL, colour=GREY)
    sheet.write(RIGHT - room, y + 15, f"数据截至 {iso(as_of)} {clock(as_of)}", LABEL, colour=GREY, align="right")
    sheet.write(RIGHT, y + 15, page, LABEL, colour=GREY, align="right")


def signatures(sheet: Sheet, y: float, whose: tuple[tuple[str, str], ...], gap: float = 15.0) -> None:
    """Lines to sign on at `y`, one beside the other, each with its (Chinese, English) under it and room for the day."""
    width = (RIGHT - LEFT - gap * (len(whose) - 1)) / len(whose)
    for place, (label, english) in enumerate(whose):
        x = LEFT + place * (width + gap)
        sheet.rule(x, y, x + width, 0.6, INK)
        sheet.write(x, y + 11, f"{label} {english}", LABEL, colour=GREY)
        sheet.write(x + width, y + 11, "年　　月　　日", LABEL, colour=GREY, align="right")
