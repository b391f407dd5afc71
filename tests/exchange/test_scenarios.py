"""Devices that never agree about anything must still agree in the end, and no word may be lost on the way."""

import copy
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import pytest

from tests.exchange.oracle import (
    BLANKS,
    Carried,
    Cell,
    Contents,
    Edit,
    Text,
    Value,
    ViolationError,
    as_text,
    claimed_rows,
)
from tests.exchange.replica import Folder, live
from tests.exchange.scenario import run


# Half of them at every run, all three hundred and ten thousand longer ones with the long figures.
@pytest.mark.parametrize(
    "first", [first if first < 150 else pytest.param(first, marks=pytest.mark.full) for first in range(0, 300, 25)]
)
def test_devices_that_exchange_everything_agree_and_lose_no_value(first: int, folder: Path) -> None:
    live(range(first, first + 25), 40, folder)


@pytest.mark.full
@pytest.mark.parametrize("first", range(10_000, 20_000, 250))
def test_ten_thousand_longer_lives_end_in_agreement_too(first: int, folder: Path) -> None:
    live(range(first, first + 250), 60, folder)


def test_a_row_made_after_its_edits_arrived_keeps_what_it_was_made_with(folder: Path) -> None:
    makers = Folder(folder)
    first, second = makers.found("first"), makers.found("second")
    row: Mapping[str, Value] = {"id": "row-1", "created_at": 5, "name": "陈安然"}
    first.create("client", {**row, "title": "甲"})
    first.export(delta=True)
    first.save("client", "row-1", {"title": "乙"})
    second.merge(first.export(delta=True))
    second.create("client", {**row, "title": "7"})
    first.merge(second.export(delta=False))
    title = ("client", "row-1", "title")
    assert first.conflicts() == second.conflicts() == {title: ("乙", "7")}
    assert first.shown()[title] == second.shown()[title] == "乙"


def test_words_that_two_people_settled_apart_can_be_settled_again_and_still_travel(folder: Path) -> None:
    makers = Folder(folder)
    first, second = makers.found("first"), makers.found("second")
    row: Mapping[str, Value] = {"id": "row-1", "created_at": 5, "concern": "c", "said_by": "s", "at": 5}
    words = ("concern_addition", "row-1", "words")
    first.create("concern_addition", {**row, "words": "还在漏"})
    second.create("concern_addition", {**row, "words": "修好了"})
    to_first, to_second = second.export(delta=False), first.export(delta=False)
    first.merge(to_first)
    second.merge(to_second)
    first.settle(words, "还在漏")
    second.settle(words, "修好了")
    first.merge(second.export(delta=False))
    first.settle(words, "修好了")
    second.merge(first.export(delta=False))
    assert first.conflicts() == second.conflicts() == {}
    assert first.shown()[words] == second.shown()[words] == "修好了"


def winner(edits: frozenset[Edit]) -> Text:
    return max(edits, key=lambda edit: (edit[6], edit[3]))[5]


def unreplaced(edits: frozenset[Edit]) -> frozenset[Edit]:
    named = {edit[4] for edit in edits}
    return frozenset(edit for edit in edits if edit[3] not in named)


def as_it_came(_shown: Mapping[Cell, Text], other: Contents) -> Contents:
    return other


@dataclass(frozen=True, slots=True)
class Rule:
    """How a model merges: which edit is shown, which are open, and what it takes from others beside its own."""

    shown: Callable[[frozenset[Edit]], Text] = winner
    open: Callable[[frozenset[Edit]], frozenset[Edit]] = unreplaced
    taken: Callable[[Mapping[Cell, Text], Contents], Contents] = as_it_came
    # Whether an erasure also meets what comes later, and whether a copy knows that it is one.
    absorbs: bool = True
    counts_forks: bool = False


class Model:
    """A replica in dictionaries; with the right rule it is what the oracle must accept."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.now_ms = 0
        self.cells: dict[Cell, Text] = {}
        self.edits: dict[Cell, frozenset[Edit]] = {}
        self.entries: frozenset[str] = frozenset()
        self.erased: frozenset[str] = frozenset()
        self.more: frozenset[Carried] = frozenset()
        self.sent = Contents({}, frozenset(), frozenset())

    def create(self, table: str, row: Mapping[str, Value]) -> None:
        cells = {(table, str(row["id"]), name): as_text(value) for name, value in row.items() if name != "id"}
        self._unite(Contents(cells, frozenset(), frozenset({uuid.uuid4().hex})))

    def save(self, table: str, row_id: str, changes: Mapping[str, Value]) -> None:
        for name, value in changes.items():
            cell, text = (table, row_id, name), as_text(value)
            if self.cells[cell] != text or cell in self.conflicts():
                edits = self.edits.get(cell) or self.first(cell, self.cells[cell])
                stamp = max(self.now_ms, 1 + max(edit[6] for edit in edits))
                op = uuid.uuid4().hex
                self.edits[cell] = edits | {(*cell, op, prev[3], text, stamp) for prev in self.rule.open(edits)}
                self.cells[cell] = text
        self.entries |= {uuid.uuid4().hex}

    def erase(self, client: str) -> None:
        self.erased |= {client}
        self.entries |= {uuid.uuid4().hex}
        self._blank()

    def _blank(self) -> None:
        values = {cell: [edit[5] for edit in self.edits.get(cell, ())] or [self.cells.get(cell)]
                  for cell in self.cells.keys() | self.edits.keys()}  # fmt: skip
        claimed = claimed_rows(values, self.erased)
        for row in claimed:
            for column, text in BLANKS[row[0]].items():
                self.edits.pop((*row, column), None)
                if (*row, column) in self.cells:
                    self.cells[(*row, column)] = text
        self.more = frozenset(cell for cell in self.more if cell[:2] not in claimed)

    def carry(self, cell: Carried) -> None:
        self.more |= {cell}

    def carried(self) -> frozenset[Carried]:
        return self.more

    def forks(self) -> int:
        return int(self.rule.counts_forks)

    def settle(self, cell: Cell, value: Value) -> None:
        self.save(cell[0], cell[1], {cell[2]: value})

    def first(self, cell: Cell, value: Text) -> frozenset[Edit]:
        return frozenset({(*cell, f"i:{value!r}", "", value, 0)})

    def merge(self, export: Contents) -> int:
        before = (dict(self.cells), dict(self.edits), self.more)
        known, self.erased, self.more = self.erased, self.erased | export.erased, self.more | export.carried
        self._unite(export)
        if self.rule.absorbs or known != self.erased:
            self._blank()
        return int(before != (self.cells, self.edits, self.more))

    def _unite(self, arriving: Contents) -> None:
        other = self.rule.taken(self.cells, arriving)
        self.entries |= other.entries
        theirs: dict[Cell, frozenset[Edit]] = {}
        for edit in other.history:
            theirs[edit[:3]] = theirs.get(edit[:3], frozenset()) | {edit}
        for cell in other.shown.keys() | theirs.keys():
            sides = [(self.cells, self.edits.get(cell)), (other.shown, theirs.get(cell))]
            known = [edits or self.first(cell, cells[cell]) for cells, edits in sides if edits or cell in cells]
            if any(edits for _, edits in sides) or len(set(known)) > 1:
                self.edits[cell] = frozenset().union(*known)
            if cell in other.shown or cell in self.cells:
                edits = self.edits.get(cell)
                self.cells[cell] = self.rule.shown(edits) if edits else other.shown[cell]

    def shown(self) -> dict[Cell, Text]:
        return dict(self.cells)

    def history(self) -> frozenset[Edit]:
        return frozenset().union(*self.edits.values())

    def conflicts(self) -> dict[Cell, tuple[Text, ...]]:
        heads = {
            cell: sorted(self.rule.open(edits), key=lambda edit: (edit[6], edit[3]), reverse=True)
            for cell, edits in self.edits.items()
        }
        return {cell: tuple(e[5] for e in found) for cell, found in heads.items() if len({e[5] for e in found}) > 1}

    def journal(self) -> frozenset[str]:
        return self.entries

    def content(self) -> Mapping[str, object]:
        return {"cells": dict(self.cells), "edits": dict(self.edits), "more": self.more, "erased": self.erased}

    def export(self, *, delta: bool) -> Contents:
        everything = Contents(dict(self.cells), self.history(), self.entries, self.erased, self.more)
        if not delta:
            return everything
        new = {cell: value for cell, value in self.cells.items() if cell not in self.sent.shown}
        edits = {edit for edit in everything.history if edit[:3] in new or edit not in self.sent.history}
        entries, self.sent = self.entries - self.sent.entries, everything
        return Contents(new, frozenset(edits), entries, self.erased, self.more)

    def contents(self, export: Contents) -> Contents:
        return export

    def snapshot(self) -> Self:
        return copy.deepcopy(self)

    def close(self) -> None:
        """There is nothing to close."""


class Models:
    """Makes models of one rule."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    def found(self, name: str) -> Model:
        return Model(self.rule)

    def revive(self, snapshot: Model, name: str, instead: Model | None = None) -> Model:
        return copy.deepcopy(snapshot)


def smaller_op_of_the_latest(edits: frozenset[Edit]) -> Text:
    return min(edits, key=lambda edit: (-edit[6], edit[3]))[5]


def only_the_latest(edits: frozenset[Edit]) -> frozenset[Edit]:
    return frozenset({max(edits, key=lambda edit: (edit[6], edit[3]))})


def own_first_values(shown: Mapping[Cell, Text], other: Contents) -> Contents:
    edited = {edit[:3] for edit in other.history}
    kept = {cell: value if cell in edited else shown.get(cell, value) for cell, value in other.shown.items()}
    return replace(other, shown=kept)


def rows_alone(_shown: Mapping[Cell, Text], other: Contents) -> Contents:
    return replace(other, entries=frozenset())


def test_the_oracle_accepts_the_right_rule() -> None:
    for seed in range(100):
        run(seed, 60, Models(Rule()))


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        (Rule(shown=smaller_op_of_the_latest), "shows"),
        (Rule(open=only_the_latest), "as the disagreement"),
        (Rule(taken=own_first_values), "as the disagreement"),
        (Rule(taken=rows_alone), "journal"),
        (Rule(absorbs=False), "erased person"),
        (Rule(counts_forks=True), "one number"),
    ],
)
def test_the_oracle_rejects_a_wrong_rule(rule: Rule, complaint: str) -> None:
    def lives() -> None:
        # Not every life has an erasure in it.
        for seed in range(8):
            run(seed, 120, Models(rule))

    with pytest.raises(ViolationError, match=complaint):
        lives()
