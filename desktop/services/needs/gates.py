"""What a decision at a node has to see of the clients: their needs, concerns not yet solved, matters they share."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from db import common, events
from db import needs as kept
from db.needs import HeardRow
from db.store import Reader, Transaction
from desktop.paper.content import Report
from desktop.roster.sheets import write_sheet
from desktop.rules.codes import known_code, label, number
from desktop.rules.times import local, minute_text
from desktop.services.needs import needs
from desktop.services.needs.needs import NEED, NodeNeeds
from desktop.services.people.staff import additions
from desktop.services.project.house import logo
from desktop.services.registry import FOLLOW_ROLES, Caller, question, verb
from desktop.services.zones import zone_of
from resources.wording import Language

# With these nothing is left to be decided; a concern that was only explained stays in view.
_DONE = ("closed", "void", "merged")
_KINDS: Final[Mapping[Language, tuple[str, str, str]]] = MappingProxyType(
    {"zh": ("共性问题", "需求", "未了的诉求"), "en": ("Common matter", "Need", "Open concern")}
)
_HEADS: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "zh": ("种类", "编号", "内容", "类别", "状态", "客户数", "时间"),
        "en": ("Kind", "Number", "What", "Area", "State", "Clients", "Heard at"),
    }
)


@dataclass(frozen=True, slots=True)
class Shared:
    """A confirmed common matter of the node; `clients` counts distinct ones."""

    title: str
    area: str
    clients: int


@dataclass(frozen=True, slots=True)
class Gate:
    """Everything open at a node; `concerns` are (number, words, area, state, heard at in UTC ms)."""

    node: str
    shared: tuple[Shared, ...]
    needs: NodeNeeds
    concerns: tuple[tuple[str, str, str, str, int], ...]


@question("node.gate", roles=FOLLOW_ROLES)
def gate(caller: Caller, reader: Reader, *, node: str) -> Gate:
    """What is open at a node. Raises Misused `code_unknown`."""
    known_code("node", node, additions(reader))
    heard = kept.heard(reader, node=node)
    (found,) = needs.everything(caller, reader, node=node)
    still = [row for row in heard if row.type != NEED and row.state not in _DONE]
    open_ones = tuple((row.number, row.words, row.area or "", row.state, row.at) for row in still)
    return Gate(node, _shared(reader, node, heard), found, open_ones)


@verb("node.gate-table", roles=FOLLOW_ROLES)
def write_table(caller: Caller, tx: Transaction, *, node: str, file: Path, language: Language = "zh") -> int:
    """Write it to `file` (.xlsx or .csv); returns how many lines. Raises Misused `sheet_ending`, StoreTrouble."""
    own, zone, found = additions(tx), zone_of(tx), gate(caller, tx, node=node)

    def word(list_name: str, code: str) -> str:
        return label(list_name, code, language, own) if code else ""

    kind = _KINDS[language]
    rows = [(kind[0], "", one.title, word("area", one.area), "", str(one.clients), "") for one in found.shared]
    rows += [
        (kind[1], one.number, one.words, word("area", one.area), "", "1", minute_text(one.at, zone))
        for one in found.needs.needs
    ]
    rows += [
        (kind[2], number_, words, word("area", area), word("state", state), "1", minute_text(at, zone))
        for number_, words, area, state, at in found.concerns
    ]
    write_sheet(file, _HEADS[language], rows, title=word("node", node))
    tx.subject = node
    return len(rows)


@verb("node.gate-paper", roles=FOLLOW_ROLES)
def write_paper(caller: Caller, tx: Transaction, *, node: str, pdf: Path) -> Report:
    """Print it. Raises StoreTrouble `paper_not_written`."""
    from desktop.paper.listing import Listing, ListingHead, listings

    own, zone, found = additions(tx), zone_of(tx), gate(caller, tx, node=node)
    project = events.project(tx)

    def word(list_name: str, code: str) -> str:
        return label(list_name, code, "zh", own) if code else ""

    coverage = found.needs.coverage
    asked = f"{coverage.uncovered} / {coverage.count} 条有细类的原话，提纲没有问到" if coverage.count else ""
    tables = (
        Listing(
            "共性问题", "Shared by several clients", ("客户数", "一句话", "类别"), (0.8, 5, 1.4),
            tuple((str(one.clients), one.title, word("area", one.area)) for one in found.shared), right=(0,),
        ),
        Listing(
            "需求", "Needs, in the client's words", ("编号", "客户原话", "类别", "还没有知悉"), (1.7, 4, 1.1, 1.2),
            tuple(
                (one.number, one.words, word("area", one.area), "、".join(word("department", d) for d in one.missing))
                for one in found.needs.needs
            ),
            note=asked,
        ),
        Listing(
            "未了的诉求", "Not solved yet", ("编号", "客户原话", "类别", "状态"), (1.7, 4, 1.1, 1.2),
            tuple((n, words, word("area", area), word("state", state)) for n, words, area, state, _ in found.concerns),
        ),
    )  # fmt: skip
    latest = [one.at for one in found.needs.needs] + [row[4] for row in found.concerns]
    head = ListingHead(
        project.company or project.name, project.name, "决策前请先看", "Before a decision at this node",
        f"{number('node', node)} {word('node', node)}".strip(), local(max(latest, default=project.created_at), zone),
        logo(tx),
    )  # fmt: skip
    tx.subject = node
    return listings(tables, head, pdf)


def _shared(reader: Reader, node: str, heard: tuple[HeardRow, ...]) -> tuple[Shared, ...]:
    of_node = {row.concern: row.client for row in heard}
    members: dict[str, set[str]] = {}
    for member in common.members(reader):
        if member.is_in and member.concern in of_node:
            members.setdefault(member.common_issue, set()).add(of_node[member.concern] or member.concern)
    found = [
        Shared(one.title, one.area or "", len(members.get(one.id, ())))
        for one in common.confirmed(reader)
        if one.node == node or (one.node is None and one.id in members)
    ]
    return tuple(sorted(found, key=lambda one: (-one.clients, one.title)))
