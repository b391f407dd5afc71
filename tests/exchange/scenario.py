"""Random lives of a few devices: what they do alone, what goes between them, and what must hold in the end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.exchange.oracle import WRITE_ONCE, Cell, Device, Knowledge, Oracle, Value, ViolationError, Workshop, as_text

YEAR_MS = 365 * 86_400_000
START_MS = 1_780_000_000_000
# Right, right, right, ahead, behind, without a battery, and far ahead.
CLOCK_ERRORS_MS = (0, 0, 0, 4 * YEAR_MS, -9 * YEAR_MS, -START_MS, 60 * YEAR_MS)
# The clocks move in steps, so that two devices often save in the same millisecond.
STEP_MS = 60_000
# Few rows, few columns, few values: so that devices meet in the same cells, and values come back.
WORDS = ("甲", "乙", "7", "007", "None", "", None)
POOLS: Mapping[str, Mapping[str, tuple[Value, ...]]] = {
    "client": {"name": ("陈安然", "林知夏", "A", "a"), "title": WORDS, "phone": WORDS, "note": WORDS},
    "concern": {
        "type": ("complaint", "need"),
        "grade": ("1", "2", None),
        "place": WORDS,
        "client": ("row-0", "row-1", None),
    },
    "check_in": {"undone": (0, 1), "client": ("row-0", "row-1", "甲", None), "first_at": (None, 5, 7)},
    "concern_addition": {"created_by": WORDS, "words": ("还在漏", "修好了")},
}
FIXED: Mapping[str, Mapping[str, Value]] = {
    "client": {"merged_into": None, "source": "list"},
    "concern": {"event": "e", "number": "n", "words": "漏水", "received_by": "s", "occurred_at": 5},
    "check_in": {"event": "e", "outcome": "welcomed", "at": 5, "means": "code", "admitted": 1},
    "concern_addition": {"concern": "row-2", "said_by": "s", "at": 5},
}  # fmt: skip
MOST_BACKUPS, MOST_ROWS, MOST_DEVICES = 6, 6, 6
# Somebody is erased in so many scenarios out of a hundred; in the others every value lives on.
ERASING, MOST_ERASED = 40, 2


@dataclass(frozen=True, slots=True)
class Parcel:
    """An export on its way, and what it must make its reader know."""

    export: Any
    knowledge: Knowledge


@dataclass(frozen=True, slots=True)
class Backup:
    """A copied database, and what its device had seen and not yet handed on."""

    snapshot: Any
    seen: Knowledge
    unsent: Knowledge


class Scenario:
    """One random life of two to six devices; the seed decides all but the names that the database draws itself."""

    def __init__(self, seed: int, workshop: Workshop) -> None:
        self.random = Random(seed)
        self.workshop = workshop
        self.oracle = Oracle()
        self.devices: dict[str, Device] = {}
        self.unsent: dict[str, Knowledge] = {}
        self.clock_errors_ms: dict[str, int] = {}
        self.pile: list[Parcel] = []
        self.backups: list[Backup] = []
        self.now_ms = START_MS
        self.log: list[str] = []
        self.actions: Mapping[Callable[[str], bool], int] = {
            self.create: 4, self.create_twice: 10, self.edit: 24, self.delete_or_undelete: 6, self.settle: 24,
            self.join_clients: 6, self.export_full: 14, self.export_delta: 16, self.import_new: 40,
            self.import_any: 6, self.back_up: 3, self.clone: 1, self.restore: 2, self.carry: 3,
            self.erase: 6 if self.random.randrange(100) < ERASING else 0,
        }  # fmt: skip
        for number in range(self.random.choice((2, 2, 2, 3, 3, 4, 5, 6))):
            self._begin(f"device {number}")

    def _enter(self, name: str, device: Device, seen: Knowledge, unsent: Knowledge) -> None:
        self.clock_errors_ms[name] = self.random.choice(CLOCK_ERRORS_MS)
        self.devices[name], self.oracle.seen[name], self.unsent[name] = device, seen, unsent

    def _begin(self, name: str) -> None:
        device = self.workshop.found(name)
        own = Knowledge(entries=device.journal())
        self._enter(name, device, own, own)

    def live(self, actions: int) -> None:
        """Do `actions` random actions, every one of them followed by a check. Raises ViolationError."""
        self._open()
        for _ in range(actions):
            self.now_ms += STEP_MS * self.random.choice((0, 0, 1))
            name = self._anyone()
            self.devices[name].now_ms = self.now_ms + self.clock_errors_ms[name]
            while not self._act(name):
                pass
            self.oracle.check(name, self.devices[name])

    def _open(self) -> None:
        """A few rows that most devices begin with, one of them made twice."""
        self.log.append("device 0: open")
        for number, table in enumerate(("client", "client", "concern", "concern_addition")):
            self._make("device 0", table, f"row-{number}")
        self.log.append("device 1: open")
        self._make("device 1", "concern_addition", "row-3")
        opening = self._export("device 0", delta=False)
        for name in self.devices:
            if self.random.random() < 0.6:
                self.log.append(f"{name}: import the opening")
                self._import(name, opening)

    def _act(self, name: str) -> bool:
        """Try an action drawn at random; False when there was no occasion for it."""
        act = self.random.choices(tuple(self.actions), tuple(self.actions.values()))[0]
        self.log.append(f"{name}: {act.__name__}")
        if done := act(name):
            return done
        self.log.pop()
        return False

    def close(self) -> None:
        for device in self.devices.values():
            device.close()

    def end(self) -> None:
        """Exchange until quiet, then check that nothing depends on order or repetition. Raises ViolationError."""
        parcels = (*self._exchange(), *self.random.sample(self.pile, min(6, len(self.pile))))
        self._check_that_all_agree()
        for name in tuple(self.devices):
            self.log.append(f"{name}: import what is known")
            self._import_known(name, self._export(self._anyone(), delta=False), self.random.choice(parcels))
        content = self.devices["device 0"].content()
        for name in ("newcomer 1", "newcomer 2"):
            self.log.append(f"{name}: import everything in an order of its own")
            self._begin(name)
            for parcel in self.random.sample(parcels, len(parcels)):
                self._import(name, parcel)
            self.oracle.check(name, self.devices[name])
            compare(name, self.devices[name].content(), content)

    def _exchange(self) -> tuple[Parcel, ...]:
        """Deliver what no device knows any more; then a full export of each to all, in any order."""
        for number, parcel in enumerate(self.pile):
            if not any(seen.covers(parcel.knowledge) for seen in self.oracle.seen.values()):
                name = self._anyone()
                self.log.append(f"{name}: import parcel {number}")
                self._import(name, parcel)
        parcels = {name: self._export(name, delta=False) for name in self.devices}
        for name in self.devices:
            for sender in self.random.sample(tuple(parcels), len(parcels)):
                self.log.append(f"{name}: import everything from {sender}")
                self._import(name, parcels[sender])
            self.oracle.check(name, self.devices[name])
        return tuple(parcels.values())

    def _anyone(self) -> str:
        return self.random.choice(tuple(self.devices))

    def _check_that_all_agree(self) -> None:
        contents = {name: device.content() for name, device in self.devices.items()}
        for name, content in contents.items():
            compare(name, content, contents["device 0"])
        if len({device.journal() for device in self.devices.values()}) > 1:
            raise ViolationError("the journals hold different entries")
        if any(device.forks() for device in self.devices.values()):
            raise ViolationError("two devices used one number of one writer's journal")

    # What a device does alone

    def _do(self, name: str, act: Callable[[Device], None], saves: Mapping[Cell, Value], made: Knowledge) -> bool:
        """Let a device write, and the oracle follow what its history and journal then hold."""
        device = self.devices[name]
        history, journal = device.history(), device.journal()
        act(device)
        written, added = device.history() - history, made
        for cell, value in saves.items():
            added = added.plus(self.oracle.saved(name, cell, as_text(value), written))
        added = added.plus(Knowledge(entries=device.journal() - journal))
        self.oracle.learned(name, added)
        self.unsent[name] = self.unsent[name].plus(added)
        return True

    def _make(self, name: str, table: str, row_id: str) -> bool:
        drawn = {column: self.random.choice(pool) for column, pool in POOLS[table].items()}
        created_at = self.random.choice((5, 5, 6))
        row = {"id": row_id, "created_at": created_at, "deleted": 0, **FIXED[table], **drawn}
        made = self.oracle.created(table, row)
        # Nobody may say anything more about somebody who was erased.
        blank = self.oracle.seen[name].plus(made).blank
        if any(blank.get((table, row_id, column), as_text(value)) != as_text(value) for column, value in row.items()):
            return False
        self.log[-1] += f" {table} {row}"
        return self._do(name, lambda device: device.create(table, row), {}, made)

    def _save(self, name: str, table: str, row_id: str, changes: Mapping[str, Value]) -> bool:
        seen = self.oracle.seen[name]
        is_refused = any((table, row_id, column) in seen.blank for column in changes)
        if is_refused or ("client" in changes and changes["client"] in seen.erased):
            return False
        self.log[-1] += f" {table} {row_id} {changes}"
        saves = {(table, row_id, column): value for column, value in changes.items()}
        return self._do(name, lambda device: device.save(table, row_id, changes), saves, Knowledge())

    def _rows(self, name: str, *tables: str) -> list[tuple[str, str]]:
        return sorted(row for row in self.oracle.seen[name].rows if not tables or row[0] in tables)

    def create(self, name: str) -> bool:
        if len(self._rows(name)) >= MOST_ROWS:
            return False
        return self._make(name, self.random.choice(tuple(POOLS)), f"row-{self.random.getrandbits(32):08x}")

    def create_twice(self, name: str) -> bool:
        """Make a row whose id another device has used, best of all one whose edits have come before it."""
        elsewhere = {row for seen in self.oracle.seen.values() for row in seen.rows}
        missing = elsewhere - self.oracle.seen[name].rows
        announced = missing & {cell[:2] for cell in self.oracle.seen[name].cells}
        candidates = sorted(announced or missing)
        return bool(candidates) and self._make(name, *self.random.choice(candidates))

    def edit(self, name: str) -> bool:
        rows = self._rows(name, "client", "concern", "check_in")
        if not rows:
            return False
        table, row_id = self.random.choice(rows)
        free = sorted(POOLS[table].keys() - WRITE_ONCE)
        columns = self.random.sample(free, self.random.randint(1, len(free)))
        return self._save(name, table, row_id, {col: self.random.choice(POOLS[table][col]) for col in columns})

    def delete_or_undelete(self, name: str) -> bool:
        rows = self._rows(name)
        deleted = {"deleted": self.random.choice((0, 1, 1))}
        return bool(rows) and self._save(name, *self.random.choice(rows), deleted)

    def join_clients(self, name: str) -> bool:
        clients = [row_id for _, row_id in self._rows(name, "client")]
        if len(clients) < 2:
            return False
        smaller, larger = sorted(self.random.sample(clients, 2))
        return self._save(name, "client", larger, {"merged_into": smaller})

    def settle(self, name: str) -> bool:
        rows = self._rows(name)
        listed = {cell: found for cell, found in self.devices[name].conflicts().items() if cell[:2] in rows}
        if not listed:
            return False
        cell = self.random.choice(sorted(listed))
        value = self.random.choice(sorted(set(listed[cell]), key=repr))
        if cell[2] == "client" and value in self.oracle.seen[name].erased:
            return False
        self.log[-1] += f" {cell} {value!r}"
        return self._do(name, lambda device: device.settle(cell, value), {cell: value}, Knowledge())

    def erase(self, name: str) -> bool:
        """Erase one of the people whom rows name, as far as this device knows them."""
        known = [row_id for _, row_id in self._rows(name, "client") if row_id not in self.oracle.seen[name].erased]
        if not known or len(self.oracle.seen[name].erased) >= MOST_ERASED:
            return False
        client = self.random.choice(known)
        self.log[-1] += f" {client}"
        return self._do(name, lambda device: device.erase(client), {}, Knowledge(erased=frozenset({client})))

    def carry(self, name: str) -> bool:
        """Take from a newer program what this one does not know."""
        rows = [row for row in self._rows(name, "client", "concern") if row not in self.oracle.seen[name].claimed]
        if not rows:
            return False
        cell = (*self.random.choice(rows), "birthday", self.random.choice(("05-16", "05-17")))
        if cell in self.oracle.seen[name].carried:
            return False
        self.log[-1] += f" {cell}"
        return self._do(name, lambda device: device.carry(cell), {}, Knowledge(carried=frozenset({cell})))

    # What goes between devices, and between a device and its own past

    def _export(self, name: str, *, delta: bool) -> Parcel:
        device = self.devices[name]
        export = device.export(delta=delta)
        knowledge = self.oracle.told(name, device.contents(export))
        seen = self.oracle.seen[name]
        if not knowledge.covers(self.unsent[name] if delta else seen, seen):
            raise ViolationError(f"an export of {name} leaves something out")
        return Parcel(export, knowledge)

    def export_full(self, name: str) -> bool:
        return self._pile(self._export(name, delta=False))

    def export_delta(self, name: str) -> bool:
        parcel = self._export(name, delta=True)
        self.unsent[name] = Knowledge()
        return self._pile(parcel)

    def _pile(self, parcel: Parcel) -> bool:
        self.log[-1] += f" -> parcel {len(self.pile)}"
        self.pile.append(parcel)
        return True

    def import_new(self, name: str) -> bool:
        seen = self.oracle.seen[name]
        return self._import_one_of(name, [n for n, parcel in enumerate(self.pile) if not seen.covers(parcel.knowledge)])

    def import_any(self, name: str) -> bool:
        return self._import_one_of(name, range(len(self.pile)))

    def _import_one_of(self, name: str, numbers: Sequence[int]) -> bool:
        if not numbers:
            return False
        number = self.random.choice(numbers)
        self.log[-1] += f" parcel {number}"
        self._import(name, self.pile[number])
        if self.random.random() < 0.1:
            self._import_known(name, self.pile[number])
        return True

    def _import(self, name: str, parcel: Parcel) -> None:
        self.devices[name].merge(parcel.export)
        self.oracle.learned(name, parcel.knowledge)

    def _import_known(self, name: str, *parcels: Parcel) -> None:
        before = self.devices[name].content()
        changed = sum(self.devices[name].merge(parcel.export) for parcel in parcels)
        if changed or self.devices[name].content() != before:
            raise ViolationError(f"{name} changed {changed} values by a parcel that it knew")

    def back_up(self, name: str) -> bool:
        self.backups.append(Backup(self.devices[name].snapshot(), self.oracle.seen[name], self.unsent[name]))
        del self.backups[:-MOST_BACKUPS]
        return True

    def clone(self, name: str) -> bool:
        if len(self.devices) >= MOST_DEVICES:
            return False
        copy = f"{name} copy {len(self.devices)}"
        device = self.workshop.revive(self.devices[name].snapshot(), copy)
        self._enter(copy, device, self.oracle.seen[name], self.unsent[name])
        return True

    def restore(self, name: str) -> bool:
        """Put an older copy, perhaps of another device, in the place of a database."""
        if not self.backups:
            return False
        backup = self.random.choice(self.backups)
        before = self.devices[name]
        before.close()
        self._enter(name, self.workshop.revive(backup.snapshot, name, before), backup.seen, backup.unsent)
        return True


def compare(name: str, content: Mapping[str, object], expected: Mapping[str, object]) -> None:
    for part, found in content.items():
        if found != expected[part]:
            raise ViolationError(f"{name} differs from the others in {part}: {found} instead of {expected[part]}")


def run(seed: int, actions: int, workshop: Workshop) -> None:
    """Live one scenario to its end; a ViolationError carries the seed and all that happened."""
    scenario = Scenario(seed, workshop)
    try:
        scenario.live(actions)
        scenario.end()
    except ViolationError as violation:
        raise ViolationError(f"seed {seed}, {actions} actions: {violation}\n" + "\n".join(scenario.log)) from violation
    finally:
        scenario.close()
