"""A year's swapped weekends as lists have them: a day, whether it is worked, what it is called."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final, Literal

from db.errors import Misused
from desktop.roster.cells import plain
from desktop.roster.tables import open_tables

Column = Literal["day", "work", "name"]

_HEADINGS: Final[dict[str, Column]] = {
    **dict.fromkeys(("day", "date", "日期", "时间", "放假日期", "调休日期"), "day"),
    **dict.fromkeys(
        ("work|rest", "work", "rest", "kind", "type", "workorrest", "安排", "类型", "性质", "班休", "上班或休息"),
        "work",
    ),
    **dict.fromkeys(("name", "holiday", "note", "名称", "节日", "节假日", "说明", "备注"), "name"),
}
_WORK: Final = frozenset(
    {"work", "workday", "on", "班", "上班", "补班", "调休上班", "工作日", "工作", "调班", "yes", "1", "是"}
)
_REST: Final = frozenset(
    {"rest", "off", "holiday", "休", "放假", "休息", "假", "休假", "节假日", "调休", "no", "0", "否"}
)
_DAY: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")
_FROM_TO: Final = re.compile(r"\s*(?:至|到|~|\uff5e|\u2014+|--|\u2013)\s*")
_LONGEST_RANGE: Final = 62


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of the list; `row` counts from the sheet's first."""

    row: int
    day: date
    is_work: bool
    name: str


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A row that cannot be read: the cell, and why as a code."""

    row: int
    value: str
    code: str


def read_work_days(file: Path) -> tuple[tuple[DayLine, ...], tuple[UnreadLine, ...]]:
    """The days of an XLSX or CSV list, and the rows that say none. A cell may name several days: 2026-10-01 至 10-07.

    Raises Unreadable for what is no list, Misused `calendar_headings` where no row has the headings.
    """
    for table in open_tables(file):
        rows = list(table.rows())
        for number, row in enumerate(rows):
            columns = [_HEADINGS.get(plain(cell)) for cell in row]
            if "day" in columns and "work" in columns:
                return _read(rows[number + 1 :], columns, number + 2)
    raise Misused("calendar_headings", file=file.name)


def _read(
    rows: Sequence[list[str]], columns: Sequence[Column | None], first: int
) -> tuple[tuple[DayLine, ...], tuple[UnreadLine, ...]]:
    found: list[DayLine] = []
    unread: list[UnreadLine] = []
    for number, row in enumerate(rows, start=first):
        said: dict[Column, str] = {}
        for column, cell in zip(columns, row, strict=False):
            if column and cell.strip():
                said.setdefault(column, cell.strip())
        if not said:
            continue
        days, word = _days(said.get("day", "")), plain(said.get("work", ""))
        if not days:
            unread.append(UnreadLine(number, said.get("day", ""), "day_unreadable"))
        elif word not in _WORK | _REST:
            unread.append(UnreadLine(number, said.get("work", ""), "work_unreadable"))
        else:
            found += [DayLine(number, day, word in _WORK, said.get("name", "")) for day in days]
    return tuple(found), tuple(unread)


def _days(text: str) -> tuple[date, ...]:
    parts = _FROM_TO.split(unicodedata.normalize("NFKC", text).strip())
    if len(parts) > 2:
        return ()
    first = _day(parts[0], None)
    last = _day(parts[-1], first)
    if first is None or last is None or not 0 <= (last - first).days <= _LONGEST_RANGE:
        return ()
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))


def _day(text: str, before: date | None) -> date | None:
    if before and (short := re.fullmatch(r"(?:(\d{1,2})\s*[-/.月]\s*)?(\d{1,2})\s*日?", text)):
        text = f"{before.year}-{short[1] or before.month}-{short[2]}"
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
