"""Devices that never agree about anything must still agree in the end, and no word may be lost on the way."""

import copy
import shutil
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

import pytest

from tests.exchange.oracle import Cell, Contents, Edit, Text, Value, Violation, as_text
from tests.exchange.replica import Folder
from tests.exchange.scenario import run

MEMORY = Path("/dev/shm")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder, in memory where the system has one: a scenario commits hundreds of times."""
    made = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else tmp_path))
    yield made
    shutil.rmtree(made)


def live(seeds: Iterable[int], actions: int, folder: Path) -> None:
    for seed in seeds:
        place = folder / str(seed)
        place.mkdir()
        run(seed, actions, Folder(place))
        shutil.rmtree(place)


@pytest.mark.parametrize("first", range(0, 300, 25))
def test_devices_that_exchange_everything_agree_and_lose_no_value(first: int, folder: Path) -> None:
    live(range(first, first + 25), 40, folder)


@pytest.mark.full
@pytest.mark.parametrize("first", range(10_000, 20_000, 250))
def test_ten_thousand_longer_lives_end_in_agreement_too(first: int, folder: Path) -> None:
    live(range(first, first + 250), 60, folder)


class Model:
    """The rule in dictionaries: what the oracle must accept."""

    def __init__(self) -> None:
        self.now_ms = 0
        self.cells: dict[Cell, Text] = {}
        self.edits: dict[Cell, frozenset[Edit]] = {}
        self.entries: frozenset[str] = frozenset()
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
                self.edits[cell] = edits | {(*cell, op, prev[3], text, stamp) for prev in self.replaced(edits)}
                self.cells[cell] = text
        self.entries |= {uuid.uuid4().hex}

    def settle(self, cell: Cell, value: Value) -> None:
        self.save(cell[0], cell[1], {cell[2]: value})

    def first(self, cell: Cell, value: Text) -> frozenset[Edit]:
        return frozenset({(*cell, f"i:{value!r}", "", value, 0)})

    def replaced(self, edits: frozenset[Edit]) -> Iterable[Edit]:
        named = {edit[4] for edit in edits}
        return {edit for edit in edits if edit[3] not in named}

    def winner(self, edits: frozenset[Edit]) -> Text:
        return max(edits, key=lambda edit: (edit[6], edit[3]))[5]

    def merge(self, export: Contents) -> int:
        before = (dict(self.cells), dict(self.edits))
        self._unite(export)
        return int(before != (self.cells, self.edits))

    def _unite(self, other: Contents) -> None:
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
                self.cells[cell] = self.winner(edits) if edits else other.shown[cell]

    def shown(self) -> dict[Cell, Text]:
        return dict(self.cells)

    def history(self) -> frozenset[Edit]:
        return frozenset().union(*self.edits.values())

    def conflicts(self) -> dict[Cell, tuple[Text, ...]]:
        heads = {
            cell: sorted(self.replaced(edits), key=lambda edit: (edit[6], edit[3]), reverse=True)
            for cell, edits in self.edits.items()
        }
        return {cell: tuple(e[5] for e in found) for cell, found in heads.items() if len({e[5] for e in found}) > 1}

    def journal(self) -> frozenset[str]:
        return self.entries

    def content(self) -> Mapping[str, object]:
        return {"cells": dict(self.cells), "edits": dict(self.edits)}

    def export(self, *, delta: bool) -> Contents:
        everything = Contents(dict(self.cells), self.history(), self.entries)
        if not delta:
            return everything
        new = {cell: value for cell, value in self.cells.items() if cell not in self.sent.shown}
        edits = {edit for edit in everything.history if edit[:3] in new or edit not in self.sent.history}
        entries, self.sent = self.entries - self.sent.entries, everything
        return Contents(new, frozenset(edits), entries)

    def contents(self, export: Contents) -> Contents:
        return export

    def snapshot(self) -> Self:
        return copy.deepcopy(self)

    def close(self) -> None:
        """There is nothing to close."""


class ForgetsFirstValues(Model):
    """Of a row that two devices made, the value that came later is dropped."""

    def _unite(self, other: Contents) -> None:
        edited = self.edits.keys() | {edit[:3] for edit in other.history}
        shown = {cell: value if cell in edited else self.cells.get(cell, value) for cell, value in other.shown.items()}
        super()._unite(Contents(shown, other.history, other.entries))


class BreaksTiesTheOtherWay(Model):
    """Between equal stamps it shows the smaller operation, and lists the larger one as shown."""

    def winner(self, edits: frozenset[Edit]) -> Text:
        return min(edits, key=lambda edit: (-edit[6], edit[3]))[5]


class LastWriterWins(Model):
    """Of several open values only the latest counts."""

    def replaced(self, edits: frozenset[Edit]) -> Iterable[Edit]:
        return {max(edits, key=lambda edit: (edit[6], edit[3]))}


class DropsTheJournal(Model):
    """Takes the rows of others without the record of how they came to be."""

    def merge(self, export: Contents) -> int:
        return super().merge(Contents(export.shown, export.history, frozenset()))


class Models:
    """Makes devices of one kind of model."""

    def __init__(self, kind: type[Model]) -> None:
        self.kind = kind

    def found(self, name: str) -> Model:
        return self.kind()

    def revive(self, snapshot: Model, name: str) -> Model:
        return copy.deepcopy(snapshot)


def test_the_oracle_accepts_the_right_rule() -> None:
    for seed in range(100):
        run(seed, 60, Models(Model))


@pytest.mark.parametrize(
    "kind", [ForgetsFirstValues, BreaksTiesTheOtherWay, LastWriterWins, DropsTheJournal]
)
def test_the_oracle_rejects_a_wrong_rule(kind: type[Model]) -> None:
    with pytest.raises(Violation):
        for seed in range(20):
            run(seed, 60, Models(kind))
