"""An oracle that knows what every device must show, and why.

It keeps no table and asks no SQL: it follows who has seen which saved value, by its own record of saves, exports,
imports, copies and restores. A value ends only when somebody who had seen it saved another one. From that alone follow
the shown value and the disagreements of every cell on every device, at every moment.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, Self

Value = str | int | None
Text = str | None  # a value as the history keeps it: whole numbers as digits
Cell = tuple[str, str, str]  # table, row id, column
Edit = tuple[str, str, str, str, str, Text, int]  # table, row id, column, op, replaced op, value, stamp

Carried = tuple[str, str, str, Value]  # table, row id, column that only a newer program knows, value

WRITE_ONCE = {"words", "first_at"}  # of the columns that the scenarios touch
# What tells whose a row is, and what stands in a cell of somebody who was erased.
OWNERS = {("check_in", "client"), ("concern", "client")}
PARENTS = {("concern_addition", "concern"): "concern"}
BLANKS: Mapping[str, Mapping[str, Text]] = {
    "client": {"name": "—", "title": None, "phone": None, "note": None, "deleted": "1"},
    "concern": {"words": "—", "place": None},
    "concern_addition": {"words": "—"},
    "check_in": {},
}
FIRST = "first "  # begins the oracle's own name for a value that a row came with


class ViolationError(AssertionError):
    """A device shows, keeps or forgets what it must not."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is written in an export, read without merging it: shown values, history, journal hashes."""

    shown: Mapping[Cell, Text]
    history: frozenset[Edit]
    entries: frozenset[str]
    erased: frozenset[str] = frozenset()
    carried: frozenset[Carried] = frozenset()


class Device(Protocol):
    """What the scenarios need of a replica; exports and snapshots are opaque to them."""

    now_ms: int

    def create(self, table: str, row: Mapping[str, Value]) -> None: ...
    def save(self, table: str, row_id: str, changes: Mapping[str, Value]) -> None: ...
    def settle(self, cell: Cell, value: Value) -> None: ...
    def erase(self, client: str) -> None: ...
    def carry(self, cell: Carried) -> None: ...
    def carried(self) -> frozenset[Carried]: ...
    def forks(self) -> int: ...
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
    def revive(self, snapshot: Any, name: str, instead: Any = None) -> Device: ...


@dataclass(frozen=True, slots=True)
class Saved:
    """A value that somebody gave to a cell, and the values of that cell which its writer had seen by then."""

    name: str
    value: Text
    stamp: int
    replaced: frozenset["Saved"] = field(compare=False, repr=False, default=frozenset())


def claimed_rows(values: Mapping[Cell, Iterable[Text]], erased: frozenset[str]) -> frozenset[tuple[str, str]]:
    """The rows that are an erased person's: by any value that a cell which says whose they are ever had."""
    found = {("client", client) for client in erased}
    if erased:
        owned = [cell for cell in values if (cell[0], cell[2]) in OWNERS]
        found |= {cell[:2] for cell in owned if not erased.isdisjoint(str(value) for value in values[cell])}
        for cell in values:
            parent = PARENTS.get((cell[0], cell[2]))
            if parent and any((parent, value) in found for value in values[cell]):
                found.add(cell[:2])
    return frozenset(found)


@dataclass(frozen=True)
class Knowledge:
    """What a device, an export or a snapshot has seen; never changed in place, so a copy costs nothing."""

    cells: Mapping[Cell, frozenset[Saved]] = field(default_factory=dict)
    rows: frozenset[tuple[str, str]] = frozenset()
    entries: frozenset[str] = frozenset()
    erased: frozenset[str] = frozenset()
    carried: frozenset[Carried] = frozenset()

    @cached_property
    def claimed(self) -> frozenset[tuple[str, str]]:
        """The rows in which nothing may name a person any more."""
        values = {cell: [one.value for one in saved] for cell, saved in self.cells.items()} if self.erased else {}
        return claimed_rows(values, self.erased)

    @cached_property
    def blank(self) -> Mapping[Cell, Text]:
        """What must stand in the cells of erased people."""
        return {(*row, column): text for row in self.claimed for column, text in BLANKS[row[0]].items()}

    def plus(self, other: "Knowledge") -> "Knowledge":
        cells = dict(self.cells)
        for cell, saved in other.cells.items():
            cells[cell] = cells.get(cell, frozenset()) | saved
        return Knowledge(
            cells, self.rows | other.rows, self.entries | other.entries, self.erased | other.erased,
            self.carried | other.carried,
        )  # fmt: skip

    def covers(self, other: "Knowledge", eyes: Self | None = None) -> bool:
        """Whether all of the other is here, but for what `eyes` (this one's own, if not told) know to be erased."""
        blank, claimed = (eyes or self).blank, (eyes or self).claimed
        return (
            all(saved <= self.cells.get(cell, frozenset()) for cell, saved in other.cells.items() if cell not in blank)
            and other.rows <= self.rows
            and other.entries <= self.entries
            and other.erased <= self.erased
            and {cell for cell in other.carried if cell[:2] not in claimed} <= self.carried
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
        blank = self.seen[device].blank
        for cell in blank.keys() & contents.shown.keys():
            if contents.shown[cell] != blank[cell]:
                raise ViolationError(f"an export of {device} brings {cell} of an erased person back")
            # Who has not heard of the erasure takes it for a value that the row came with.
            found[cell] = {self._first(cell, blank[cell])}
        for edit in contents.history:
            if edit[:3] in blank:
                raise ViolationError(f"an export of {device} tells what {edit[:3]} of an erased person was")
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
        return Knowledge(
            cells, frozenset(cell[:2] for cell in contents.shown), contents.entries, contents.erased, contents.carried
        )

    def check(self, name: str, device: Device) -> None:
        """Compare all that a device shows with what it must show after what it has seen."""
        known, shown, listed = self.seen[name], device.shown(), device.conflicts()
        self._check_erased(name, device, shown, listed)
        for cell in known.cells:
            if cell[:2] in known.rows and cell not in known.blank:
                self._check_cell(name, cell, shown, listed.pop(cell, ()))
        unfounded = [cell for cell in listed if cell[:2] in known.rows]
        if unfounded:
            raise ViolationError(f"{name} lists a disagreement about {unfounded[0]} that nobody caused")
        if missing := known.entries - device.journal():
            raise ViolationError(f"{name} has lost {len(missing)} journal entries")

    def _check_erased(
        self, name: str, device: Device, shown: Mapping[Cell, Text], listed: Mapping[Cell, tuple[Text, ...]]
    ) -> None:
        known = self.seen[name]
        for cell, text in known.blank.items():
            if cell[:2] in known.rows and (shown.get(cell, "nothing") != text or cell in listed):
                raise ViolationError(f"{name} shows {shown.get(cell)!r} in {cell} of an erased person")
        if known.blank and any(edit[:3] in known.blank for edit in device.history()):
            raise ViolationError(f"{name} remembers what an erased person was")
        if device.carried() != {cell for cell in known.carried if cell[:2] not in known.claimed}:
            raise ViolationError(f"{name} carries {device.carried()} of what newer programs know: {known.carried}")

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
