"""What is learnt from how concerns are written: rules that stood in the way, codes that do not fit, firms named."""

from collections.abc import Mapping
from dataclasses import dataclass

from db import written
from db.store import Reader
from desktop.rules.codes import codes
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, TALK_ROLES, Caller, question

FIRMS_MOST = 200
# Above this share of "other" a list lacks a code of its own.
OTHER_PERCENT_MOST = 15
# One "other" among three says nothing yet.
OTHER_BASE_LEAST = 20
_WITH_OTHER: Mapping[str, str] = {"sub_area": "sub_area", "building_part": "part", "rule_gap": "rule_gap"}


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of rule that stood in the way: how often, on which numbers, and what was said about it.

    `reason` is "" where only words were written.
    """

    reason: str
    count: int
    numbers: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """All of them, the most frequent first, with how many concerns could have been solved on the spot."""

    gaps: tuple[Gap, ...]
    solvable: int
    not_solvable: int
    unsaid: int


@dataclass(frozen=True, slots=True)
class Unfitting:
    """A code list in which "other" is chosen too often: `others` of `base` choices."""

    list_name: str
    others: int
    base: int

    @property
    def percent(self) -> int:
        """The share, in whole percents."""
        return round(100 * self.others / self.base)


@question("concern.firms", roles=TALK_ROLES, devices=TALK_DEVICES)
def firms(_caller: Caller, reader: Reader) -> tuple[str, ...]:
    """Firms named as responsible so far, the most frequent first."""
    return written.firms(reader, limit=FIRMS_MOST)


@question("concern.rule-gaps", roles=FOLLOW_ROLES)
def rule_gaps(_caller: Caller, reader: Reader, *, event: str | None = None) -> Gaps:
    """Which rules stood in the way of solving things on the spot, summed by reason; of one event or of all."""
    found: dict[str, list[tuple[str, str]]] = {}
    for reason, _solvable, number, words in written.rule_gaps(reader, event):
        found.setdefault(reason, []).append((number, words))
    order = {code: place for place, code in enumerate(codes("rule_gap"))}
    gaps = [
        Gap(
            reason,
            len(rows),
            tuple(number for number, _ in rows),
            tuple(dict.fromkeys(words for _, words in rows if words)),
        )
        for reason, rows in found.items()
    ]
    said = written.solvable(reader, event)
    return Gaps(
        tuple(sorted(gaps, key=lambda gap: (-gap.count, order.get(gap.reason, len(order))))),
        said.get("yes", 0),
        said.get("no", 0),
        said.get("", 0),
    )


@question("code.unfitting", roles=FOLLOW_ROLES)
def unfitting(_caller: Caller, reader: Reader, *, event: str | None = None) -> tuple[Unfitting, ...]:
    """The lists in which "other" is chosen in more than 15 % of at least 20 cases: they want a code of their own."""
    found = []
    for list_name, column in _WITH_OTHER.items():
        counted = written.chosen(reader, column, event)
        base, others = sum(counted.values()), counted.get(written.OTHER, 0)
        if base >= OTHER_BASE_LEAST and 100 * others > OTHER_PERCENT_MOST * base:
            found.append(Unfitting(list_name, others, base))
    return tuple(found)
