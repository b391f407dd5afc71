"""An oracle that knows what every device must show, and why.

It keeps no table and asks no SQL: it follows who has seen which saved value, by its own record of saves, exports,
imports, copies and restores. A value ends only when somebody who had seen it saved another one. From that alone follow
the shown value and the disagreements of every cell on every device, at every moment.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

Value = str | int | None
Text = str | None  # a value as the history keeps it: whole numbers as digits
Cell = tuple[str, str, str]  # table, row id, column
Edit = tuple[str, str, str, str, str, Text, int]  # table, row id, column, op, replaced op, value, stamp

WRITE_ONCE = {"words", "first_at"}  # of the columns that the scenarios touch
FIRST = "first "  # begins the oracle's own name for a value that a row came with


class ViolationError(AssertionError):
    """A device shows, keeps or forgets what it must not."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is written in an export, read without merging it: shown values, history, journal hashes."""

    shown: Mapping[Cell, Text]
    history: frozenset[Edit]
    entries: frozenset[str]


class Device(Protocol):
    """What the scenarios need of a replica; exports and snapshots are opaque to them."""

    now_ms: int

    def create(self, table: str, row: Mapping[str, Value]) -> None: ...
    def save(self, table: str, row_id: str, changes: Mapping[str, Value]) -> None: ...
    def settle(self, cell: Cell, value: Value) -> None: ...
    def shown(self) -> dict[Cell, Text]: ...
    def history(self) -> frozenset[Edit]: ...
    def conflicts(self) -> dict[Cell, tuple[Text, ...]]: ...
    def journal(self) -> frozenset[str]: ...
    def content(self) -> Mapping[str, object]: ...
    def export(self, *, delta: bool) -> Any: ...
    def contents(self, export: Any) -> Contents: ...
    def merge(self, export: Any) -> int: ...
    def snapshot(self) -> Any: ...
    def close(self) -> None: ...


class Workshop(Protocol):
    """Makes devices of one project: empty ones, and copies of a snapshot."""

    def found(self, name: str) -> Device: ...
    def revive(self, snapshot: Any, name: str) -> Device: ...


@dataclass(frozen=True, slots=True)
class Saved:
    """A value that somebody gave to a cell, and the values of that cell which its writer had seen by then."""

    name: str
    value: Text
    stamp: int
    replaced: frozenset["Saved"] = field(compare=False, repr=False, default=frozenset())


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a device, an export or a snapshot has seen; never changed in place, so a copy costs nothing."""

    cells: Mapping[Cell, frozenset[Saved]] = field(default_factory=dict)
    rows: frozenset[tuple[str, str]] = frozenset()
    entries: frozenset[str] = frozenset()

    def plus(self, other: "Knowledge") -> "Knowledge":
        cells = dict(self.cells)
        for cell, saved in other.cells.items():
            cells[cell] = cells.get(cell, frozenset()) | saved
        return Knowledge(cells, self.rows | other.rows, self.entries | other.entries)

    def covers(self, other: "Knowledge") -> bool:
        return (
            all(saved <= self.cells.get(cell, frozenset()) for cell, saved in other.cells.items())
            and other.rows <= self.rows
            and other.entries <= self.entries
        )

    def heads(self, cell: Cell) -> frozenset[Saved]:
        """The values of the cell that nobody who had seen them replaced."""
        known = self.cells.get(cell, frozenset())
        return known.difference(*(saved.replaced for saved in known))

    def has_gap(self, cell: Cell) -> bool:
        """Whether a value is here whose writer had seen another one that is not: a delta was passed over."""
        known = self.cells[cell]
        return any(not saved.replaced <= known for saved in known)


def as_text(value: Value) -> Text:
    return None if value is None or value == "" else str(value)


def is_first(edit: Edit) -> bool:
    """Whether this line of a history stands for the value that the row came with."""
    return edit[3].startswith("i:")


class Oracle:
    """Follows the saves and the journeys of every value."""

    def __init__(self) -> None:
        self.seen: dict[str, Knowledge] = {}
        self._given: dict[tuple[Cell, str], Saved] = {}

    def learned(self, device: str, knowledge: Knowledge) -> None:
        self.seen[device] = self.seen[device].plus(knowledge)

    def created(self, table: str, row: Mapping[str, Value]) -> Knowledge:
        """What the making of a row adds: the first value of each of its cells."""
        row_id = str(row["id"])
        cells = {(table, row_id, column): as_text(value) for column, value in row.items() if column != "id"}
        firsts = {cell: frozenset({self._first(cell, value)}) for cell, value in cells.items()}
        return Knowledge(firsts, frozenset({(table, row_id)}))

    def _first(self, cell: Cell, value: Text) -> Saved:
        name = FIRST + repr(value)
        return self._given.setdefault((cell, name), Saved(name, value, 0))

    def saved(self, device: str, cell: Cell, value: Text, written: Iterable[Edit]) -> Knowledge:
        """What the save of a cell at `device` adds, its own history having grown by `written`."""
        known = self.seen[device].cells[cell]
        ops = {(edit[3], edit[5], edit[6]) for edit in written if edit[:3] == cell and not is_first(edit)}
        if not ops and {head.value for head in self.seen[device].heads(cell)} == {value}:
            return Knowledge()
        if len(ops) != 1 or {op[1] for op in ops} != {value}:
            raise ViolationError(f"{device} wrote {ops} for the save of {value!r} in {cell}")
        name, _, stamp = ops.pop()
        if stamp <= max(earlier.stamp for earlier in known):
            raise ViolationError(f"{device} saved {value!r} in {cell} with a stamp not above what it replaced")
        self._given[cell, name] = Saved(name, value, stamp, known)
        return Knowledge({cell: frozenset({self._given[cell, name]})})

    def told(self, device: str, contents: Contents) -> Knowledge:
        """What an export of `device` with these contents makes its reader know."""
        found: dict[Cell, set[Saved]] = {}
        for edit in contents.history:
            name = FIRST + repr(edit[5]) if is_first(edit) else edit[3]
            if (edit[:3], name) not in self._given:
                raise ViolationError(
                    f"an export of {device} gives {edit[:3]} the value {edit[5]!r}, which nobody saved"
                )
            found.setdefault(edit[:3], set()).add(self._given[edit[:3], name])
        seen = self.seen[device].cells
        for cell in contents.shown.keys() & seen.keys() - found.keys():
            if {saved.value for saved in seen[cell]} != {contents.shown[cell]}:
                raise ViolationError(f"an export of {device} holds {cell} without the saves behind its value")
            found[cell] = set(seen[cell])
        cells = {cell: frozenset(saved) for cell, saved in found.items()}
        return Knowledge(cells, frozenset(cell[:2] for cell in contents.shown), contents.entries)

    def check(self, name: str, device: Device) -> None:
        """Compare all that a device shows with what it must show after what it has seen."""
        known, shown, listed = self.seen[name], device.shown(), device.conflicts()
        for cell in known.cells:
            if cell[:2] in known.rows:
                self._check_cell(name, cell, shown, listed.pop(cell, ()))
        unfounded = [cell for cell in listed if cell[:2] in known.rows]
        if unfounded:
            raise ViolationError(f"{name} lists a disagreement about {unfounded[0]} that nobody caused")
        if missing := known.entries - device.journal():
            raise ViolationError(f"{name} has lost {len(missing)} journal entries")

    def _check_cell(self, name: str, cell: Cell, shown: Mapping[Cell, Text], listed: tuple[Text, ...]) -> None:
        known = self.seen[name]
        values = {head.value for head in known.heads(cell)}
        if cell not in shown:
            raise ViolationError(f"{name} has lost the row of {cell}")
        if known.has_gap(cell) and cell[2] in WRITE_ONCE:
            # Words are not shown on the strength of a settlement alone: what it chose must have come as well.
            if shown[cell] not in {saved.value for saved in known.cells[cell]}:
                raise ViolationError(f"{name} shows {shown[cell]!r} in {cell}, which nobody said")
            return
        self._check_shown(name, cell, shown[cell], listed)
        open_values = set(listed) or {shown[cell]}
        # While a link is missing, a value may look unreplaced that is not; nothing may look replaced that is not.
        if not values <= open_values or (open_values > values and not known.has_gap(cell)):
            raise ViolationError(f"{name} lists {listed} as the disagreement about {cell}; unreplaced are {values}")

    def _check_shown(self, name: str, cell: Cell, shown: Text, listed: tuple[Text, ...]) -> None:
        heads = self.seen[name].heads(cell)
        latest = max(head.stamp for head in heads)
        winners = sorted((head.name, head.value) for head in heads if head.stamp == latest)
        # No first value is later than another: which of them is shown is for the devices to agree upon.
        allowed = {winners[-1][1]} if latest else {head.value for head in heads}
        if shown not in allowed:
            raise ViolationError(f"{name} shows {shown!r} in {cell}; it should be one of {allowed}")
        if listed and listed[0] != shown:
            raise ViolationError(f"{name} shows {shown!r} in {cell} but lists {listed[0]!r} first")
