"""The sheet on which a department answers: its headings in both languages, and its rows read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from db.errors import Misused
from desktop.roster.cells import plain
from desktop.roster.tables import open_tables
from resources.wording import Language

NUMBER, STATE, WANTED = "number", "state", "wanted"
# What is told, then what the department fills in.
TOLD: Final = (NUMBER, STATE, "due", "words", "wish", "room", "place", "grade")
FILLED: Final = (
    WANTED, "signed_by", "handler", "result", "cause", "measure", "evidence", "approved_by", "reason",
    "proposed_department", "until", "waiting_for", "client_told",
)  # fmt: skip
HEADS: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "zh": {
            NUMBER: "编号", STATE: "状态", "due": "期限", "words": "客户原话", "wish": "客户期望", "room": "房号",
            "place": "部位", "grade": "等级", WANTED: "办理到", "signed_by": "签收人", "handler": "承办人",
            "result": "办理结果", "cause": "原因", "measure": "措施", "evidence": "凭证", "approved_by": "部门负责人",
            "reason": "退单或挂起的原因", "proposed_department": "建议部门", "until": "挂起到", "waiting_for": "等什么",
            "client_told": "已告知客户",
        },
        "en": {
            NUMBER: "Number", STATE: "State", "due": "Due", "words": "In the client's words", "wish": "Client's wish",
            "room": "Room", "place": "Place", "grade": "Grade", WANTED: "Take it to", "signed_by": "Signed for by",
            "handler": "Handler", "result": "Result", "cause": "Cause", "measure": "Measure", "evidence": "Evidence",
            "approved_by": "Department head", "reason": "Reason of return or hold",
            "proposed_department": "Proposed department", "until": "On hold until", "waiting_for": "Waiting for",
            "client_told": "Client told",
        },
    }
)  # fmt: skip
_OTHER_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "结果": "result", "根本原因": "cause", "处理人": "handler", "办理人": "handler", "审核人": "approved_by",
        "退单原因": "reason", "挂起原因": "reason", "诉求编号": NUMBER, "部门责任人": "approved_by",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row as it came back; `row` counts from the sheet's first, `cells` holds what is not empty."""

    row: int
    cells: Mapping[str, str]


def read_step_sheet(file: Path) -> tuple[FilledRow, ...]:
    """The rows of a department's sheet that carry a number, XLSX or CSV.

    Raises Unreadable for what is no list, Misused `sheet_headings` where no row has the headings.
    """
    known = {plain(head): name for heads in HEADS.values() for name, head in heads.items()}
    known |= {plain(head): name for head, name in _OTHER_WORDS.items()}
    for table in open_tables(file):
        columns: list[str | None] = []
        found: list[FilledRow] = []
        for number, row in enumerate(table.rows(), start=1):
            if not columns:
                heads = [known.get(plain(cell)) for cell in row]
                columns = heads if NUMBER in heads else []
                continue
            cells: dict[str, str] = {}
            for name, cell in zip(columns, row, strict=False):
                if name and cell.strip():
                    cells.setdefault(name, cell.strip())
            if NUMBER in cells:
                found.append(FilledRow(number, MappingProxyType(cells)))
        if columns:
            return tuple(found)
    raise Misused("sheet_headings", file=file.name)
