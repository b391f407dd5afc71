"""A list as rows of cells, whatever file it lies in: XLSX, or CSV in the encodings Chinese offices write."""

import csv
import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from db.errors import Unreadable
from desktop.roster.archives import is_workbook, require_file, require_sound_workbook
from desktop.roster.headings import HEAD_ROWS, find_header

Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_DELIMITERS = (",", "\t", ";")
_SAMPLE_CHARACTERS = 65_536


@dataclass(frozen=True, slots=True)
class Merge:
    """One merged range, rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet as text: its first rows are at hand, the rest is read once, as it is asked for."""

    encoding: str
    head: tuple[list[str], ...]
    rest: Iterator[list[str]]
    merges: tuple[Merge, ...] = ()
    name: str = ""

    def rows(self) -> Iterator[list[str]]:
        """All rows from the sheet's first; only once."""
        return chain(self.head, self.rest)

    def merged_head(self) -> list[list[str]]:
        """The first rows, a merged cell's text in every cell that it covers."""
        grid = [list(row) for row in self.head]
        for merge in self.merges:
            if merge.top >= len(grid) or merge.left >= len(grid[merge.top]):
                continue
            text = grid[merge.top][merge.left]
            for row in grid[merge.top : merge.bottom + 1]:
                row[merge.left : merge.right + 1] = [text] * len(row[merge.left : merge.right + 1])
        return grid


def open_tables(path: Path) -> Iterator[Table]:
    """The sheets of a list, one after another; refuses, before opening it, a file that is no list."""
    require_file(path)
    if is_workbook(path):
        require_sound_workbook(path)
        yield from _sheets(path)
    else:
        yield _read_csv(path.read_bytes())


def as_text(cell: Cell) -> str:
    """A cell as a person would read it: no .0, no midnight, no characters that cannot be seen."""
    if isinstance(cell, str):
        return cell.strip() if cell.isprintable() else "".join(filter(_is_written, cell)).strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e16:
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        is_midnight = cell.time() == datetime.time.min
        return cell.date().isoformat() if is_midnight else cell.isoformat(" ", _precision(cell.second))
    if isinstance(cell, datetime.time):
        return cell.isoformat(_precision(cell.second))
    return str(cell)


def _precision(second: int) -> str:
    """Seconds stand only where there are any: a telephone system counts them, a guest list does not."""
    return "seconds" if second else "minutes"


def _is_written(char: str) -> bool:
    return (char >= " " and char not in "\x7f\ufeff") or char in "\n\t"


def _sheets(path: Path) -> Iterator[Table]:
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            for place, sheet in enumerate(workbook.sheets_metadata):
                if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                    yield _sheet(workbook, place)
    except CalamineError:
        raise Unreadable("list_damaged") from None


def _sheet(workbook: CalamineWorkbook, place: int) -> Table:
    sheet = workbook.get_sheet_by_index(place)
    # Rows count from the sheet's first, columns from the first that holds anything.
    shift = sheet.start[1] if sheet.start else 0
    merges = tuple(
        Merge(top, max(left - shift, 0), bottom, right - shift)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if right >= shift
    )
    rows = (list(map(as_text, row)) for row in sheet.iter_rows()) if sheet.start else iter(())
    return Table("xlsx", tuple(islice(rows, HEAD_ROWS)), rows, merges, sheet.name)


def _read_csv(content: bytes) -> Table:
    text, encoding = _decode(content)
    rows = _csv_rows(text, _delimiter(text[:_SAMPLE_CHARACTERS]))
    return Table(encoding, tuple(islice(rows, HEAD_ROWS)), rows)


def _decode(content: bytes) -> tuple[str, str]:
    """By mark or by trial, never by guess: detectors take short GB18030 lists for Korean."""
    if content.startswith(b"\xef\xbb\xbf"):
        trials = ["utf-8-sig"]
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        trials = ["utf-16"]
    else:
        trials = ["utf-8", "gb18030"]
    for encoding in trials:
        try:
            return content.decode(encoding).removeprefix("\ufeff"), encoding
        except UnicodeDecodeError:
            continue
    raise Unreadable("list_encoding")


def _delimiter(sample: str) -> str:
    """The one with which most headings are recognised, else the one that makes most cells."""

    def yields(delimiter: str) -> tuple[int, int]:
        rows = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), HEAD_ROWS))
        header = find_header(rows, {})
        return len(header.columns) if header else 0, sum(map(len, rows))

    return max(_DELIMITERS, key=yields)


def _csv_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Any mixture of line ends; a quotation mark left open would swallow the rows after it: it is refused."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows_read = 0
    try:
        for cells in lines:
            yield list(map(as_text, cells))
            rows_read += 1
    except csv.Error:
        raise Unreadable("list_quotes", row=rows_read + 1) from None
