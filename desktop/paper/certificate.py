"""热线实践证书: one A4 sheet lying down; who it is for, what they did, in figures, within a frame of hairlines."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from desktop.paper.content import Logo, Report
from desktop.paper.dates import day_zh, short_zh
from desktop.paper.fitting import fitted, write_block
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, INK, LABEL, MM, PAGE_HEIGHT, PAGE_WIDTH
from desktop.paper.parts import mark, mark_width

TITLE: Final = "热线实践证书"
_WIDTH, _HEIGHT = PAGE_HEIGHT, PAGE_WIDTH
_EDGE: Final = 12 * MM
_INSIDE: Final = 30 * MM
_MIDDLE: Final = _WIDTH / 2


@dataclass(frozen=True, slots=True)
class Certificate:
    """What stands on it; `score` of 100 is None where nobody listened, `given` is aware."""

    company: str
    project: str
    name: str
    post: str
    campaign: str
    first: date
    last: date
    received: int
    called_back: int
    concerns: int
    coach: str
    score: int | None
    given: datetime
    logo: Logo | None = None


def certificate(content: Certificate, out: Path) -> Report:
    """Draw the certificate.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    about = About(f"{content.name} {TITLE}", content.company, content.project, content.given, content.logo)
    sheet = Sheet(about, (_WIDTH, _HEIGHT))
    _frame(sheet)
    _head(sheet, content)
    _who(sheet, content)
    _figures(sheet, content)
    _foot(sheet, content)
    sheet.end_page()
    return sheet.save(out)


def _frame(sheet: Sheet) -> None:
    sheet.frame(_EDGE, _EDGE, _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE)
    sheet.rule(_INSIDE, _EDGE + 6, _WIDTH - _INSIDE, 2.25, ACCENT)


def _head(sheet: Sheet, content: Certificate) -> None:
    mark(sheet, _MIDDLE - mark_width(sheet, 30) / 2, 58, 30)
    sheet.write_fitted(_MIDDLE, 106, content.company, 460, 11, align="centre", colour=GREY)
    sheet.write(_MIDDLE, 146, TITLE, 30, strong=True, align="centre")
    sheet.write(_MIDDLE, 164, "Certificate of practice on the client hotline", LABEL, align="centre", colour=GREY)


def _who(sheet: Sheet, content: Certificate) -> None:
    block = fitted(sheet, content.name, _WIDTH - 2 * _INSIDE, 62, 38, strong=True)
    foot = write_block(sheet, block, _MIDDLE, 186, strong=True, align="centre")
    sheet.write_fitted(_MIDDLE, foot + 14, content.post, 420, 11, align="centre", colour=GREY)
    days = f"{content.first.year}年{short_zh(content.first)}"
    if content.last != content.first:
        days = f"{days}至{short_zh(content.last)}"
    said = (
        f"{days}，在“{content.campaign}”中坐在客户服务热线上，亲自接听和回访客户电话，"
        f"把听到的写下来，并将跟进到客户说“解决了”。"
    )
    y = foot + 44
    for line in sheet.lines(said, _WIDTH - 2 * _INSIDE - 150, 12):
        sheet.write(_MIDDLE, y, line, 12, align="centre")
        y += 20


def _figures(sheet: Sheet, content: Certificate) -> None:
    figures = [
        (str(content.received + content.called_back), "通真实通话"), (str(content.received), "接听"),
        (str(content.called_back), "回访"), (str(content.concerns), "件诉求"),
    ]  # fmt: skip
    if content.score is not None:
        figures.append((str(content.score), "旁听评分"))
    room = (_WIDTH - 2 * _INSIDE) / len(figures)
    top = 356
    sheet.rule(_INSIDE, top, _WIDTH - _INSIDE, 0.5, GREY)
    for place, (number, caption) in enumerate(figures):
        x = _INSIDE + room * (place + 0.5)
        sheet.write(x, top + 36, number, 24, strong=True, align="centre", colour=ACCENT if place == 0 else INK)
        sheet.write(x, top + 54, caption, LABEL, align="centre", colour=GREY)
    sheet.rule(_INSIDE, top + 68, _WIDTH - _INSIDE, 0.5, GREY)


def _foot(sheet: Sheet, content: Certificate) -> None:
    y = _HEIGHT - _EDGE - 70
    room = (_WIDTH - 2 * _INSIDE - 48) / 3
    shown = (("带教员", content.coach), ("主管领导签字", ""), ("颁发日期", day_zh(content.given.date())))
    for place, (caption, value) in enumerate(shown):
        x = _INSIDE + place * (room + 24)
        sheet.write_fitted(x + room / 2, y - 6, value, room, 11, align="centre")
        sheet.rule(x, y, x + room, 0.5, GREY)
        sheet.write(x + room / 2, y + 13, caption, LABEL, align="centre", colour=GREY)
    sheet.write(_MIDDLE, y + 42, "听到的每一件事，7 天和 30 天以后再看一次。", LABEL, align="centre", colour=GREY)
