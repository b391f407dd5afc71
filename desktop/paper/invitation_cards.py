"""One invitation to hand over: an A6 card for each client, with the code large enough for any scanner."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, InvitationCard, Report
from desktop.paper.dates import TO, clock, day_zh, short_zh
from desktop.paper.fitting import fitted, write_block
from desktop.paper.invitations import spoken_groups
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, MM, TEXT
from desktop.paper.parts import mark
from desktop.tokens.image import qr_matrix

A6: Final = (105 * MM, 148 * MM)
_WIDTH, _HEIGHT = A6
_SIDE: Final = 9 * MM
_RIGHT: Final = _WIDTH - _SIDE
_ROOM: Final = _WIDTH - 2 * _SIDE
_CODE: Final = 34 * MM
_CODE_X, _CODE_Y = _RIGHT - _CODE, _HEIGHT - 27 * MM - _CODE
_LABEL_WIDTH: Final = 26.0
_ROW: Final = 17.0


def invitation_cards(cards: Sequence[InvitationCard], head: EventHead, out: Path) -> Report:
    """Draw one card of A6 for each client.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    sheet = Sheet(About(f"{head.event} 邀请函", head.company, head.project, head.as_of, head.logo), A6)
    ground = partial(_ground, head=head)
    for card in cards:
        sheet.stamp("card-ground", ground)
        _card(sheet, card, head)
        sheet.end_page()
    return sheet.save(out)


def _ground(sheet: Sheet, head: EventHead) -> None:
    beside = mark(sheet, _SIDE, 26, 15, most=80) + 6
    width = beside + sheet.write_fitted(_SIDE + beside, 37, head.company, 160 - beside, 10, strong=True)
    project = head.project if head.project != head.company else ""
    sheet.write_fitted(_RIGHT, 36.6, project, _ROOM - width - 8, LABEL, colour=GREY, align="right")
    sheet.rule(_SIDE, 48, _RIGHT, 0.75, ACCENT)
    sheet.rule(_SIDE, _HEIGHT - 33, _RIGHT)
    service = f"{head.service_name} {head.service_line}".strip()
    sheet.write_fitted(_SIDE, _HEIGHT - 20, service, _ROOM, LABEL, colour=GREY)
    sheet.write(_CODE_X + _CODE / 2, _CODE_Y + _CODE + 37, "到场请出示此码", 7.5, colour=GREY, align="centre")


def _card(sheet: Sheet, card: InvitationCard, head: EventHead) -> None:
    honour = sheet.width(card.title, 12) + 7 if card.title else 0
    block = fitted(sheet, card.name, _ROOM - honour, 56, 25, smallest=12, strong=True)
    foot = write_block(sheet, block, _SIDE, 58, strong=True)
    last = sheet.width(block.lines[-1], block.size, strong=True) if block.lines else 0
    sheet.write(_SIDE + last + 7, foot - block.size * 0.25, card.title, 12)
    sheet.write(_SIDE, foot + 18, "诚邀您参加", TEXT, colour=GREY)
    event = fitted(sheet, head.event, _ROOM, 52, 17, smallest=10, strong=True)
    y = write_block(sheet, event, _SIDE, foot + 25, strong=True, colour=ACCENT) + 19
    _rows(sheet, card, head, y)
    sheet.code(_CODE_X, _CODE_Y, _CODE, qr_matrix(card.token))
    sheet.write(_CODE_X + _CODE / 2, _CODE_Y + _CODE + 26, spoken_groups(card.spoken), 13, strong=True, align="centre")


def _rows(sheet: Sheet, card: InvitationCard, head: EventHead, y: float) -> None:
    day = day_zh(head.starts)
    if head.ends.date() != head.starts.date():
        day = f"{head.starts.year}年{short_zh(head.starts)} {TO} {short_zh(head.ends)}"
    for label, value, is_strong in (
        ("日期", day, False),
        ("时间", f"{clock(head.starts)}{TO}{clock(head.ends)}", False),
        ("场次", card.slot, True),
        ("地点", head.place, False),
        ("房号", card.room, True),
    ):
        if not value:
            continue
        sheet.write(_SIDE, y, label, LABEL, colour=GREY)
        # Lines that stand beside the code end before it.
        right = _RIGHT if y < _CODE_Y - 4 else _CODE_X - 10
        lines = sheet.lines(value, right - _SIDE - _LABEL_WIDTH, 10.5, is_strong)
        if len(lines) <= 2:
            for line in lines:
                sheet.write(_SIDE + _LABEL_WIDTH, y, line, 10.5, strong=is_strong)
                y += _ROW
        else:
            sheet.write_fitted(_SIDE + _LABEL_WIDTH, y, value, right - _SIDE - _LABEL_WIDTH, 10.5, strong=is_strong)
            y += _ROW
