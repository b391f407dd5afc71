"""What only the summary for owners says: words used with consent, promises by department, where to ask."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from desktop.paper.content import EventSummary
from desktop.paper.dates import iso
from desktop.paper.flow import Block
from desktop.paper.kit import Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, PALE, RIGHT
from desktop.paper.summary_content import DepartmentPromises
from desktop.paper.table import Column, table

_X: Final = LEFT + 10
_LEADING: Final = 15.5


def quotes(sheet: Sheet, found: Sequence[str]) -> Iterator[Block]:
    """Each in full, behind the rule that marks a client's words."""
    for words in found:
        lines = sheet.lines(words, RIGHT - _X) or ("",)
        for index, line in enumerate(lines):
            is_last = index == len(lines) - 1
            yield Block(
                _LEADING + (6 if is_last else 0),
                partial(_line, text=line),
                stays=index in (0, len(lines) - 2) and not is_last,
            )


def _line(sheet: Sheet, y: float, text: str) -> None:
    sheet.fill(LEFT, y, 1.5, _LEADING, ACCENT)
    sheet.write(_X, y + 11.5, text)


def promised(sheet: Sheet, found: Sequence[DepartmentPromises]) -> Iterator[Block]:
    """How many promises each department made and kept; what a promise says would tell whose it is."""
    if not found:
        return
    columns = (
        Column("责任部门", LEFT, 240, strong=True),
        Column("承诺", 250, 300, right=True),
        Column("已兑现", 310, 370, right=True),
        Column("未兑现", 380, 440, right=True),
        Column("下一个期限", 450, RIGHT, right=True),
    )
    rows = [
        (one.department or "未定", str(one.made), str(one.kept), str(one.made - one.kept), iso(one.next_due) or "—")
        for one in found
    ]
    made, kept = sum(one.made for one in found), sum(one.kept for one in found)
    yield from table(sheet, columns, rows, ("合计", str(made), str(kept), str(made - kept), ""))


def how_to_ask(sheet: Sheet, y: float, summary: EventSummary) -> None:
    """Whom to call, and what counts as solved."""
    head = summary.head
    sheet.rule(LEFT, y + 8, RIGHT, 0.5, PALE)
    sheet.write(LEFT, y + 23, "由您说“解决了”，这件事才算完。")
    told = f"{head.company} {head.service_name} {head.service_line}".strip()
    sheet.write_fitted(LEFT, y + 37, told, RIGHT - LEFT, LABEL, colour=GREY)
