"""What is counted over the life of concerns: returns, steps entered for others, satisfaction by node."""

from dataclasses import dataclass
from datetime import date

from db import concern_clocks
from db.store import Reader
from desktop.rules.times import day_bounds
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class Entered:
    """Steps of a department ("" for people without one) that others typed in, by how the word came (a code).

    `bare` are those by chat or paper with nothing to show for it.
    """

    department: str
    means: str
    steps: int
    bare: int = 0


@dataclass(frozen=True, slots=True)
class Satisfied:
    """The verdicts of clients at callbacks, of concerns of one node; each figure with the number asked, `base`.

    `solved`, `partly` and `not_solved` sum to `base`; `a`, `b` and `c` to those who gave a rating.
    """

    node: str
    base: int
    solved: int
    partly: int
    not_solved: int
    a: int
    b: int
    c: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Everything counted from `first` to `last`: (department, returns), steps entered for others, satisfaction."""

    first: date
    last: date
    returns: tuple[tuple[str, int], ...]
    entered: tuple[Entered, ...]
    satisfaction: tuple[Satisfied, ...]


@question("concern.counts", roles=FOLLOW_ROLES)
def counts(_caller: Caller, reader: Reader, *, first: date, last: date) -> Counts:
    """Returns per department, steps entered for others, satisfaction after callback per node, on these days."""
    zone = zone_of(reader)
    since, until = day_bounds(first, zone)[0], day_bounds(last, zone)[1]
    returns = concern_clocks.returns_by_department(reader, since, until)
    entered = concern_clocks.entered_for_others(reader, since, until)
    return Counts(
        first, last, tuple((row[0], row[1]) for row in returns), tuple(Entered(*row) for row in entered),
        _satisfied(reader, since, until),
    )  # fmt: skip


def _satisfied(reader: Reader, since: int, until: int) -> tuple[Satisfied, ...]:
    nodes: dict[str, dict[str, int]] = {}
    for node, verdict, satisfaction, count in concern_clocks.satisfaction_by_node(reader, since, until):
        found = nodes.setdefault(node, dict.fromkeys(("solved", "partly", "not_solved", "A", "B", "C", "base"), 0))
        for key in ("base", verdict, satisfaction):
            if key in found:
                found[key] += count
    return tuple(
        Satisfied(
            node, one["base"], one["solved"], one["partly"], one["not_solved"], one["A"], one["B"], one["C"]
        )
        for node, one in nodes.items()
    )  # fmt: skip
