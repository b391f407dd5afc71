"""Writing a table as a file that office programs open: XLSX or CSV, by the file's ending."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from db.errors import Misused
from db.files import write_durably

# Characters that make a spreadsheet take a text for a formula.
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_WIDEST, _NARROWEST = 48, 8
ENDINGS = (".xlsx", ".csv")


def write_sheet(file: Path, heads: Sequence[str], rows: Sequence[Sequence[str]], *, title: str) -> None:
    """Write heads and rows, all as text; `title` names the sheet of an XLSX file (at most 31 characters are kept).

    Raises Misused `sheet_ending` for another ending, StoreTrouble when the file cannot be written.
    """
    if file.suffix.casefold() not in ENDINGS:
        raise Misused("sheet_ending", file=file.name, choices=" ".join(ENDINGS))
    content = _xlsx(heads, rows, title) if file.suffix.casefold() == ".xlsx" else _csv(heads, rows)
    write_durably(file, content)


def _csv(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with a mark that office programs know."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_no_formula(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA_START) else cell


def _xlsx(heads: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> bytes:
    # A window opens without it.
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    # Texts stay texts: nothing a client said becomes a formula, a number or a link.
    book = Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet("".join(one for one in title if one not in "[]:*?/\\")[:31] or "1")
    head, cell = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for place, name in enumerate(heads):
        longest = max((_width(row[place]) for row in rows), default=0)
        sheet.set_column(place, place, min(max(longest, _width(name), _NARROWEST) + 2, _WIDEST))
        sheet.write_string(0, place, name, head)
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text[:32_767], cell)
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)
    book.close()
    return stream.getvalue()


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
