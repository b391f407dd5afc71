"""Which departments act at which node of a project's life: those that lead, and those that help."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from db.records import Code
from desktop.rules.codes import codes
from resources import path

Part = Literal["lead", "help", ""]

# Needs are heard before anything is built; later words are concerns, which are followed to the client's verdict.
NEED_NODES = ("investment_research", "product_positioning", "sales_opening")
# Who looks after clients at a node that nobody has said anything about.
_DEFAULT_LEAD = ("client_relations",)


@dataclass(frozen=True, slots=True)
class Duties:
    """The departments of a node, each as codes in the order of the list."""

    lead: tuple[str, ...]
    help: tuple[str, ...] = ()

    def part_of(self, department: str) -> Part:
        """What a department does there."""
        return "lead" if department in self.lead else "help" if department in self.help else ""


@cache
def _nodes() -> Mapping[str, Duties]:
    with path("nodes.toml").open("rb") as file:
        read = tomllib.load(file)
    return MappingProxyType({node: Duties(tuple(found["lead"]), tuple(found["help"])) for node, found in read.items()})


def duties_of(node: str) -> Duties:
    """The departments of a node."""
    return _nodes().get(node) or Duties(_DEFAULT_LEAD)


def matrix(additions: Iterable[Code] = ()) -> tuple[tuple[str, tuple[tuple[str, Part], ...]], ...]:
    """Every node with every department and what it does there, in the order of both lists."""
    own = tuple(additions)
    departments = codes("department", own)
    return tuple(
        (node, tuple((one, duties_of(node).part_of(one)) for one in departments)) for node in codes("node", own)
    )
