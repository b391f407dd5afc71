"""Invitations on A4: eight cards a sheet, to be cut along the marks."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, InvitationCard, Report
from desktop.paper.dates import TO, clock, day_zh, short_zh
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, MM, PAGE_HEIGHT, PAGE_WIDTH, PALE, TEXT
from desktop.paper.parts import mark
from desktop.tokens.image import qr_matrix

_COLUMNS, _ROWS = 2, 4
_WIDTH: Final = 92 * MM
_HEIGHT: Final = 68 * MM
_X0: Final = (PAGE_WIDTH - _COLUMNS * _WIDTH) / 2
_Y0: Final = (PAGE_HEIGHT - _ROWS * _HEIGHT) / 2
_PADDING: Final = 6 * MM
_CODE: Final = 26 * MM
_LABEL_WIDTH: Final = 22.0


def invitation_sheet(cards: Sequence[InvitationCard], head: EventHead, out: Path) -> Report:
    """Draw one card per client, eight to a page.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    sheet = Sheet(About(f"{head.event} 邀请函", head.company, head.project, head.as_of, head.logo))
    ground = partial(_ground, head=head)
    per_page = _COLUMNS * _ROWS
    for start in range(0, max(len(cards), 1), per_page):
        sheet.stamp("cut-marks", _cut_marks)
        for place, card in enumerate(cards[start : start + per_page]):
            x, y = _X0 + place % _COLUMNS * _WIDTH, _Y0 + place // _COLUMNS * _HEIGHT
            sheet.stamp(f"card-ground-{place % _COLUMNS}", partial(ground, x=x), y)
            _card(sheet, x, y, card)
        sheet.end_page()
    return sheet.save(out)


def spoken_groups(digits: str) -> str:
    """1234567 becomes 123 4567: as a telephone number is read out."""
    return f"{digits[:-4]} {digits[-4:]}".strip()


def _cut_marks(sheet: Sheet) -> None:
    length = 4 * MM
    right, bottom = _X0 + _COLUMNS * _WIDTH, _Y0 + _ROWS * _HEIGHT
    for column in range(_COLUMNS + 1):
        x = _X0 + column * _WIDTH
        sheet.line(x, _Y0 - 1.5 * MM - length, x, _Y0 - 1.5 * MM, 0.4, GREY)
        sheet.line(x, bottom + 1.5 * MM, x, bottom + 1.5 * MM + length, 0.4, GREY)
    for row in range(_ROWS + 1):
        y = _Y0 + row * _HEIGHT
        sheet.rule(_X0 - 1.5 * MM - length, y, _X0 - 1.5 * MM, 0.4, GREY)
        sheet.rule(right + 1.5 * MM, y, right + 1.5 * MM + length, 0.4, GREY)
    for row in range(1, _ROWS):
        y = _Y0 + row * _HEIGHT
        for column in range(1, _COLUMNS):
            x = _X0 + column * _WIDTH
            sheet.rule(x - 2 * MM, y, x + 2 * MM, 0.4, PALE)
            sheet.line(x, y - 2 * MM, x, y + 2 * MM, 0.4, PALE)


def _ground(sheet: Sheet, head: EventHead, x: float) -> None:
    """What all cards of a column share, drawn at the top of the page and moved down."""
    left, right = x + _PADDING, x + _WIDTH - _PADDING
    beside = mark(sheet, left, 16, 13, most=70) + 5
    width = beside + sheet.write_fitted(left + beside, 25.5, head.company, 138 - beside, TEXT, strong=True)
    sheet.write_fitted(right, 25.2, head.project, right - left - 8 - width, LABEL, colour=GREY, align="right")
    sheet.rule(left, 36, right, 0.75, ACCENT)
    sheet.write(right - _CODE / 2, 182, "到场请出示此码", 7.5, colour=GREY, align="centre")
    _event(sheet, left, right - _CODE - 12, head)


def _event(sheet: Sheet, left: float, right: float, head: EventHead) -> None:
    sheet.write(left, 80, "诚邀您参加", LABEL, colour=GREY)
    sheet.write_fitted(left, 97, head.event, right - left, 12, strong=True, colour=ACCENT)
    day = day_zh(head.starts)
    if head.ends.date() != head.starts.date():
        day = f"{head.starts.year}年{short_zh(head.starts)} {TO} {short_zh(head.ends)}"
    place = sheet.lines(head.place, right - left - _LABEL_WIDTH, 9)
    rows = [
        ("日期", day),
        ("时间", f"{clock(head.starts)}{TO}{clock(head.ends)}"),
        ("地点", "".join(place[:1])),
    ]
    if len(place) > 1:
        rows.append(("", "".join(place[1:])))
    for index, (label, value) in enumerate(rows):
        _row(sheet, left, 113 + index * 13.5, right, label, value)


def _row(sheet: Sheet, left: float, y: float, right: float, label: str, value: str, strong: bool = False) -> None:
    sheet.write(left, y, label, LABEL, colour=GREY)
    sheet.write_fitted(left + _LABEL_WIDTH, y, value, right - left - _LABEL_WIDTH, 9, strong=strong)


def _card(sheet: Sheet, x: float, y: float, card: InvitationCard) -> None:
    left, right = x + _PADDING, x + _WIDTH - _PADDING
    text_right = right - _CODE - 12
    honour = sheet.width(card.title, 10)
    width = sheet.write_fitted(left, y + 59, card.name, right - left - honour - 8, 15, strong=True)
    sheet.write(left + width + 6, y + 59, card.title, 10)
    sheet.code(right - _CODE, y + 79, _CODE, qr_matrix(card.token))
    sheet.write(right - _CODE / 2, y + 170, spoken_groups(card.spoken), 12, strong=True, align="centre")
    base = y + _HEIGHT - _PADDING + 5
    if card.slot:
        _row(sheet, left, base - 14, text_right, "场次", card.slot, strong=True)
    if card.room:
        _row(sheet, left, base, text_right, "房号", card.room, strong=True)
