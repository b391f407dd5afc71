"""个人信息保护告知: one page to hang at the desk, as large as its words allow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from db.errors import Refused
from desktop.paper.content import Logo, Report
from desktop.paper.dates import day_zh
from desktop.paper.flow import Block, draw_page, gap, paginate
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, MM, RIGHT
from desktop.paper.parts import brand

TITLE: Final = "个人信息保护告知"
# Read while standing before it; smaller is refused.
_SIZES: Final = (15.0, 14.0, 13.0, 12.5, 12.0, 11.5, 11.0)
_LEADING: Final = 1.62
_HEAD: Final = 1.15
_TOP: Final = 138.0
_BOTTOM: Final = 776.0
_FOOT: Final = 806.0
# Both margins alike: this sheet hangs, it is not bound.
_LEFT, _RIGHT = LEFT, RIGHT - 5 * MM


@dataclass(frozen=True, slots=True)
class PrivacyNotice:
    """The notice filled in: `sections` are (title, paragraphs); `since` is when this version began to count."""

    company: str
    project: str
    service_name: str
    service_line: str
    version: int
    since: datetime
    sections: Sequence[tuple[str, Sequence[str]]]
    logo: Logo | None = None


def privacy_notice(content: PrivacyNotice, out: Path) -> Report:
    """Draw the notice.

    Raises:
        Refused: `notice_too_long` where it does not stand on one page at 11 points; `most` says how many lines do.
        StoreTrouble: `paper_not_written`.
    """
    about = About(f"{TITLE} 第 {content.version} 版", content.company, content.project, content.since, content.logo)
    sheet = Sheet(about)
    blocks = _fitting(sheet, content)
    _head(sheet, content)
    draw_page(sheet, paginate(blocks, _TOP, _TOP, _BOTTOM + 1)[0])
    _foot(sheet, content)
    sheet.end_page()
    return sheet.save(out)


def demand_page(content: PrivacyNotice) -> None:
    """Raise Refused `notice_too_long` where the notice does not stand on one page."""
    _fitting(Sheet(About(TITLE, "", "", content.since)), content)


def _fitting(sheet: Sheet, content: PrivacyNotice) -> tuple[Block, ...]:
    for size in _SIZES:
        blocks = tuple(_blocks(sheet, content, size))
        height = sum(block.height for block in blocks)
        if height <= _BOTTOM - _TOP:
            return blocks
    line = _SIZES[-1] * _LEADING
    most = int((_BOTTOM - _TOP) / line)
    raise Refused("notice_too_long", most=most, length=most + int((height - _BOTTOM + _TOP) / line) + 1)


def _blocks(sheet: Sheet, content: PrivacyNotice, size: float) -> Iterator[Block]:
    leading = size * _LEADING
    number = 0
    for index, (title, paragraphs) in enumerate(content.sections):
        if index:
            yield gap(size * 0.75)
        if title:
            number += 1
            yield Block(leading * _HEAD, partial(_title, number=str(number), text=title, size=size))
        for paragraph in paragraphs:
            for line in sheet.lines(paragraph, _RIGHT - _LEFT - _indent(size), size):
                yield Block(leading, partial(_line, text=line, size=size))


def _indent(size: float) -> float:
    return size * 1.7


def _title(sheet: Sheet, y: float, number: str, text: str, size: float) -> None:
    base = y + size * 1.2
    sheet.write(_LEFT, base, number, size, strong=True, colour=ACCENT)
    sheet.write_fitted(_LEFT + _indent(size), base, text, _RIGHT - _LEFT - _indent(size), size, strong=True)


def _line(sheet: Sheet, y: float, text: str, size: float) -> None:
    sheet.write(_LEFT + _indent(size), y + size * 1.2, text, size)


def _head(sheet: Sheet, content: PrivacyNotice) -> None:
    beside = content.project if content.project != content.company else ""
    brand(sheet, 34.5, content.company, beside)
    sheet.write(_LEFT, 93, TITLE, 28, strong=True)
    sheet.write(_LEFT, 112, "How we handle your personal information", 10.5, colour=GREY)
    sheet.rule(_LEFT, 124, _RIGHT, 1.5, ACCENT)


def _foot(sheet: Sheet, content: PrivacyNotice) -> None:
    sheet.rule(_LEFT, _FOOT - 16, _RIGHT)
    said = f"第 {content.version} 版　{day_zh(content.since.date()).split()[0]}起"
    width = sheet.write(_LEFT, _FOOT, said, 9, strong=True)
    service = f"{content.service_name} {content.service_line}".strip()
    sheet.write_fitted(_RIGHT, _FOOT, service, _RIGHT - _LEFT - width - 16, LABEL, colour=GREY, align="right")
