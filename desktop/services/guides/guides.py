"""The guides of the nodes: those that come with the program, and the versions that a project writes over them."""

from collections.abc import Sequence
from dataclasses import dataclass

from db import guides as kept
from db.records import Guide as GuideRow
from db.store import Reader, Transaction
from desktop.rules.codes import codes, known_code
from desktop.rules.guides import Guide, Line, checked, lines_text, read_lines, shipped
from desktop.services.people.staff import additions
from desktop.services.registry import ANYONE, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb


@dataclass(frozen=True, slots=True)
class NodeGuide:
    """The newest guide of a node; `versions` are all there are, `is_own` says that the project wrote this one."""

    node: str
    guide: Guide | None
    versions: tuple[int, ...]
    is_own: bool


def all_of(reader: Reader, node: str) -> tuple[Guide, ...]:
    """Every version of a node's guide, the newest last; what the project wrote comes after what was shipped."""
    own = tuple(Guide(row.version, read_lines(row.lines)) for row in kept.written(reader, node))
    return (*shipped(node), *own)


def current(reader: Reader, node: str) -> Guide | None:
    """The guide that a talk begun now is led by; None at a node of the project's own for which none was written."""
    return next(reversed(all_of(reader, node)), None)


def version_of(reader: Reader, node: str, version: int) -> Guide | None:
    """One version of a node's guide; None for one that is not known here."""
    return next((one for one in reversed(all_of(reader, node)) if one.version == version), None)


@question("guide.list", roles=ANYONE)
def everything(_caller: Caller, reader: Reader) -> tuple[NodeGuide, ...]:
    """The newest guide of every node, in the order of the nodes."""
    return tuple(_of_node(reader, node) for node in codes("node", additions(reader)))


@question("guide.show", roles=ANYONE)
def show(_caller: Caller, reader: Reader, *, node: str, version: int | None = None) -> Guide | None:
    """The newest guide of a node, or the version asked for; None where there is none."""
    known_code("node", node, additions(reader))
    return current(reader, node) if version is None else version_of(reader, node, version)


@verb("guide.set", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_lines(caller: Caller, tx: Transaction, *, node: str, lines: Sequence[Line]) -> Guide:
    """Write the next version of a node's guide; the ones before it stay. The same lines once more change nothing.

    Raises Misused `code_unknown`, `guide_empty` and what else `desktop.rules.guides.checked` finds.
    """
    known_code("node", node, additions(tx))
    made, before = checked(lines), current(tx, node)
    if before is not None and before.lines == made:
        return before
    version = max((one.version for one in all_of(tx, node)), default=0) + 1
    row = GuideRow(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, node=node, version=version, lines=lines_text(made)
    )
    tx.subject = tx.insert(row)
    return Guide(version, made)


def _of_node(reader: Reader, node: str) -> NodeGuide:
    every = all_of(reader, node)
    newest = next(reversed(every), None)
    return NodeGuide(node, newest, tuple(dict.fromkeys(one.version for one in every)), len(every) > len(shipped(node)))
