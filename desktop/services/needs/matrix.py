"""Which department acts at which node, on screen, as a table and on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from db import events
from db.store import Reader, Transaction
from desktop.paper.content import Report
from desktop.roster.sheets import write_sheet
from desktop.rules.codes import label, number
from desktop.rules.nodes import Part, matrix
from desktop.rules.times import local
from desktop.services.people.staff import additions
from desktop.services.project.house import logo
from desktop.services.registry import ANYONE, FOLLOW_ROLES, Caller, question, verb
from desktop.services.zones import zone_of
from resources.wording import Language

_PARTS: Final[Mapping[Language, Mapping[Part, str]]] = MappingProxyType(
    {"zh": {"lead": "主责", "help": "参与", "": ""}, "en": {"lead": "leads", "help": "helps", "": ""}}
)
_TITLES: Final[Mapping[Language, str]] = MappingProxyType({"zh": "节点与部门职责", "en": "Nodes and departments"})
_NODE_HEAD: Final[Mapping[Language, str]] = MappingProxyType({"zh": "客服节点", "en": "Node"})


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A node with what each department does there, in the order of the departments: lead, help, or nothing."""

    node: str
    parts: tuple[tuple[str, Part], ...]


@question("node.matrix", roles=ANYONE)
def rows(_caller: Caller, reader: Reader) -> tuple[MatrixRow, ...]:
    """Every node with every department; each node is led by at least one."""
    return tuple(MatrixRow(node, parts) for node, parts in matrix(additions(reader)))


@verb("node.matrix-table", roles=FOLLOW_ROLES)
def write_table(caller: Caller, tx: Transaction, *, file: Path, language: Language = "zh") -> None:
    """Write the matrix to `file` (.xlsx or .csv). Raises Misused `sheet_ending`, StoreTrouble."""
    heads, lines = _worded(caller, tx, language)
    write_sheet(file, heads, lines, title=_TITLES[language])


@verb("node.matrix-paper", roles=FOLLOW_ROLES)
def write_paper(caller: Caller, tx: Transaction, *, pdf: Path) -> Report:
    """Print the matrix. Raises StoreTrouble `paper_not_written`."""
    from desktop.paper.listing import Listing, ListingHead, listings

    project = events.project(tx)
    heads, lines = _worded(caller, tx, "zh")
    grid = Listing(
        "谁在哪个节点出力", "Who acts at which node", heads, (2.6, *(1.0 for _ in heads[1:])), lines,
        note="主责：对这个节点负责；参与：到场配合",
    )  # fmt: skip
    head = ListingHead(
        project.company or project.name, project.name, _TITLES["zh"], _TITLES["en"], "",
        local(project.created_at, zone_of(tx)), logo(tx),
    )  # fmt: skip
    return listings((grid,), head, pdf)


def _worded(caller: Caller, reader: Reader, language: Language) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    own, found = additions(reader), rows(caller, reader)
    departments = tuple(label("department", code, language, own) for code, _ in found[0].parts)
    lines = tuple(
        (
            f"{number('node', one.node)} {label('node', one.node, language, own)}".strip(),
            *(_PARTS[language][part] for _, part in one.parts),
        )
        for one in found
    )
    return (_NODE_HEAD[language], *departments), lines
