"""Concerns read by stage: how many each node heard, and at which earlier one they could have been prevented."""

from dataclasses import dataclass

from db import by_node
from db.store import Reader
from desktop.rules.codes import codes
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, Caller, question


@dataclass(frozen=True, slots=True)
class NodeLine:
    """One node: how many concerns, and how many ended by the client's own word."""

    node: str
    concerns: int
    closed: int


@dataclass(frozen=True, slots=True)
class Prevention:
    """So many concerns heard at one node could have been prevented at another."""

    heard_at: str
    preventable_at: str
    concerns: int


@question("concern.nodes", roles=FOLLOW_ROLES)
def nodes(_caller: Caller, reader: Reader, *, event: str | None = None) -> tuple[NodeLine, ...]:
    """Every node in the order of the list, also those that heard nothing; void concerns count nowhere."""
    known = {node: (count, closed) for node, count, closed in by_node.heard(reader, event)}
    order = [*codes("node", additions(reader)), *(node for node in known if node not in codes("node"))]
    return tuple(NodeLine(node, *known.get(node, (0, 0))) for node in dict.fromkeys(order))


@question("concern.prevention", roles=FOLLOW_ROLES)
def prevention(_caller: Caller, reader: Reader, *, event: str | None = None) -> tuple[Prevention, ...]:
    """Where concerns were heard against where they could have been prevented; only those of which it was said."""
    return tuple(Prevention(*row) for row in by_node.preventable(reader, event))
