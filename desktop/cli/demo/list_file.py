"""The sales team's list as such lists are: titles above the headings, merged cells, one thing spelt ten ways."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from desktop.cli.demo.people import ADVISERS, OTHER_EVENT, Listed

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

DUPLICATES, BAD = 2, 3
_HEADINGS = (
    "序号", "置业顾问", "客户姓名", "称谓", "房 号", "手机号（必填）", "身份", "预约时段", "同行人数", "备注", "来源",
)  # fmt: skip
_ADVISER, _NAME, _ROOM, _PHONE = 1, 2, 4, 5
# Full-width forms stand this far above the plain ones.
_WIDE = {ord(character): ord(character) + 0xFEE0 for character in "0123456789-"}
_NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二")

Cells = list[str | int | datetime | None]
_SPOILT: tuple[tuple[str, int, str | datetime], ...] = (
    ("齐少一", _PHONE, "1990000"),
    ("齐尾丢", _PHONE, "1.99E+10"),
    ("齐日期", _ROOM, datetime(2026, 3, 2, tzinfo=UTC)),
)

_ROOM_SPELLINGS: tuple[Callable[[int, int, int], str], ...] = (
    lambda building, unit, room: f"{building}-{unit}-{room}",
    lambda building, unit, room: f"{building}栋{unit}单元{room}",
    lambda building, unit, room: f"{building}-{unit}-{room:04d}".translate(_WIDE),
    lambda building, unit, room: f"{building}幢{unit}单元{room}室",
    lambda building, unit, room: f"{building:02d}-{unit:02d}-{room:04d}",
    lambda building, unit, room: f"{building}号楼{unit}单元{room}室",
    lambda building, unit, room: f"{_NUMERALS[building]}栋{_NUMERALS[unit]}单元{room}",
    lambda building, unit, room: f"{building} 栋 {unit} 单元 {room}",
    lambda building, unit, room: f"{building}#{unit}-{room}",
)
_PHONE_SPELLINGS: tuple[Callable[[str], str | int], ...] = (
    int,
    int,
    str,
    lambda phone: f"{phone[:3]}-{phone[3:7]}-{phone[7:]}",
    lambda phone: f"{phone[:3]} {phone[3:7]} {phone[7:]}",
    lambda phone: phone.translate(_WIDE),
    lambda phone: f"+86 {phone}",
    lambda phone: f"{phone}（本人）",
)


def write_list(path: Path, clients: tuple[Listed, ...], random: Random) -> None:
    """Write an XLSX of one row per client, two that repeat a client otherwise spelt, and three that cannot be taken."""
    from xlsxwriter import Workbook

    rows = [_cells(client, random) for client in clients]
    rows += [*_repeats(clients, random), *_spoilt(random)]
    # An adviser's cells are merged, so their rows stay together.
    rows.sort(key=lambda cells: ADVISERS.index(str(cells[_ADVISER])))
    with Workbook(str(path)) as book:
        # A fixed day of making, so that the same seed gives the same bytes.
        book.set_properties({"title": "邀约名单", "created": datetime(2026, 1, 1, tzinfo=UTC)})
        _fill(book, book.add_worksheet("邀约名单"), rows)
        book.add_worksheet("说明").write(0, 0, "到访后由置业顾问补全信息。")


def _cells(client: Listed, random: Random) -> Cells:
    return [
        None,
        client.adviser,
        client.name,
        client.title,
        random.choice(_ROOM_SPELLINGS)(*client.room),
        _phone_cell(client.phones, random),
        client.relation,
        client.slot,
        random.choice((client.companions, f"{client.companions}人")) if client.companions else None,
        client.note,
        client.channel,
    ]


def _phone_cell(phones: tuple[str, ...], random: Random) -> str | int:
    if not phones:
        return random.choice(("", "无", "未留"))
    return " / ".join(phones) if len(phones) > 1 else random.choice(_PHONE_SPELLINGS)(phones[0])


def _repeats(clients: tuple[Listed, ...], random: Random) -> list[Cells]:
    """Two clients once more, in another hand."""
    rows = [_cells(clients[number], random) for number in (1, len(clients) // 2)]
    for row in rows:
        row[_NAME] = " ".join(str(row[_NAME]))
    return rows


def _spoilt(random: Random) -> list[Cells]:
    """Three rows whose phone or room a spreadsheet or a hurried hand has spoilt."""
    rows: list[Cells] = []
    for name, column, value in _SPOILT:
        row: Cells = [None, random.choice(ADVISERS), name, "先生", "3-2-1501", "199 0000 9999", "业主", "", None, ""]
        row[column] = value
        rows.append(row)
    return rows


def _fill(book: "Workbook", sheet: "Worksheet", rows: list[Cells]) -> None:
    title = book.add_format({"bold": True, "font_size": 15, "align": "center", "bg_color": "#F2DCDB"})
    head = book.add_format({"bold": True, "border": 1, "align": "center", "bg_color": "#DDEBF7"})
    merged = book.add_format({"border": 1, "align": "center", "valign": "vcenter"})
    day = book.add_format({"num_format": "m/d"})
    sheet.set_column(_ADVISER, _PHONE, 17)
    sheet.merge_range(0, 0, 0, len(_HEADINGS) - 1, "青禾里二期 工地开放日 客户邀约名单（营销汇总）", title)
    sheet.merge_range(1, 0, 1, len(_HEADINGS) - 1, "制表：营销部　　请各顾问于活动前三天核对电话与房号")
    top, number = 3, 0
    for adviser, group in groupby(rows, key=lambda cells: cells[_ADVISER]):
        # The headings stand again above every adviser's part, as on a printed list.
        sheet.write_row(top, 0, _HEADINGS, head)
        part = list(group)
        for offset, cells in enumerate(part, 1):
            number += 1
            cells = [number, None if len(part) > 1 else adviser, *cells[2:]]
            for column, cell in enumerate(cells):
                if isinstance(cell, datetime):
                    sheet.write_datetime(top + offset, column, cell.replace(tzinfo=None), day)
                elif cell not in (None, ""):
                    sheet.write(top + offset, column, cell)
        if len(part) > 1:
            sheet.merge_range(top + 1, _ADVISER, top + len(part), _ADVISER, adviser, merged)
        top += len(part) + 2


def write_other_list(path: Path) -> None:
    """Write the short list of another event as the office's old program saves it: CSV in GB18030."""
    lines = ["业主姓名,联系电话,房间号", *(",".join(row) for row in OTHER_EVENT)]
    path.write_bytes("\r\n".join(lines).encode("gb18030"))
