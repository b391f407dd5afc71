"""A model of a disk whose power is cut: what was flushed is there, of everything else anything may be.

A recorder notes every write, truncation, flush, opening and deletion of a run, and between them how many steps had
been confirmed. For any moment of it the files are then built as they may stand after the power came back.

The model, for one file: all changes before its last flush are there. Of those after it each may be missing, be there,
be there in part (by sectors of 512 bytes) or be noise where a whole sector was written; they reach the disk in any
order. The file itself, newly made, is there for certain from its first flush on, and one that was deleted may still be
there until the folder was flushed, which SQLite does with the first flush of a new file and when it says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from tests.faults.watching import DELETE, OK, OPEN, SYNC, TRUNCATE, WRITE

SECTOR = 512
Image = dict[str, bytes]
# What may happen to what was not flushed; a cut draws one of them.
SCHEDULES = ("missing", "in_order", "any", "any_order", "everything")


@dataclass(frozen=True, slots=True)
class Change:
    """One call, as `watching.Watcher` is told of it."""

    call: str
    file: str
    place: int
    content: bytes


@dataclass(slots=True)
class Recorder:
    """Stands between SQLite and the files and lets everything through."""

    log: list[Change] = field(default_factory=list)
    # Positions in the log at which one step more was confirmed.
    confirmed: list[int] = field(default_factory=list)

    def before(self, call: str, file: str, place: int, content: bytes) -> int:
        if call in (WRITE, TRUNCATE, SYNC, DELETE) or (call == OPEN and place):
            self.log.append(Change(call, file, place, content))
        return OK

    def confirm(self) -> None:
        """A step is done, and the program has said so."""
        self.confirmed.append(len(self.log))


@dataclass(slots=True)
class _File:
    """What is surely on the disk, None for a file that may not be there yet, and what came after the last flush."""

    flushed: bytes | None = None
    later: list[Change] = field(default_factory=list)


class Disk:
    """The state of the disk at one place of a log, moved forward change by change."""

    def __init__(self, image: Image) -> None:
        self._files = {name: _File(content) for name, content in image.items()}
        # Deleted, but perhaps still there.
        self._ghosts: dict[str, bytes] = {}

    def move(self, change: Change) -> None:
        """Take one change of the log."""
        if change.call == DELETE:
            self._delete(change)
        elif change.call == OPEN:
            self._files[change.file] = _File()
        elif change.call == SYNC:
            self._flush(self._files[change.file])
        else:
            self._files[change.file].later.append(change)

    def _delete(self, change: Change) -> None:
        gone = self._files.pop(change.file, None)
        if change.place:
            self._ghosts.clear()
        elif gone and gone.flushed is not None:
            self._ghosts[change.file] = gone.flushed

    def _flush(self, file: _File) -> None:
        if file.flushed is None:
            self._ghosts.clear()
        content = bytearray(file.flushed or b"")
        for change in file.later:
            _apply(content, change)
        file.flushed, file.later = bytes(content), []

    def cut(self, schedule: str, chance: Random) -> Image:
        """The files after the power came back."""
        image = {name: content for name, content in self._ghosts.items() if chance.random() < 0.5}
        for name, file in self._files.items():
            if file.flushed is None and (schedule == "missing" or (schedule != "everything" and chance.random() < 0.3)):
                continue
            content = bytearray(file.flushed or b"")
            for change in _survivors(file.later, schedule, chance):
                _apply(content, change)
            image[name] = bytes(content)
        return image


def _survivors(changes: list[Change], schedule: str, chance: Random) -> Iterator[Change]:
    """Which of the unflushed changes are on the disk, and in what shape."""
    if schedule == "missing" or not changes:
        return
    if schedule == "everything":
        yield from changes
        return
    if schedule == "in_order":
        end = chance.randrange(len(changes) + 1)
        yield from changes[:end]
        if end < len(changes):
            yield from _torn(changes[end], chance)
        return
    order = list(changes)
    if schedule == "any_order":
        chance.shuffle(order)
    share = chance.choice((0.2, 0.5, 0.9))
    for change in order:
        if chance.random() < share:
            yield change
        elif chance.random() < 0.5:
            yield from _torn(change, chance)


def _torn(change: Change, chance: Random) -> Iterator[Change]:
    """The sectors of a write that reached the disk; a truncation happens or not."""
    if change.call != WRITE:
        return
    end = change.place + len(change.content)
    places = [change.place, *range((change.place // SECTOR + 1) * SECTOR, end, SECTOR), end]
    for start, stop in pairwise(places):
        drawn = chance.random()
        if drawn < 0.5:
            piece = change.content[start - change.place : stop - change.place]
            yield Change(WRITE, change.file, start, piece)
        elif drawn < 0.6 and stop - start == SECTOR:
            yield Change(WRITE, change.file, start, chance.randbytes(SECTOR))


def _apply(content: bytearray, change: Change) -> None:
    if change.call == TRUNCATE:
        del content[change.place :]
        content.extend(bytes(change.place - len(content)))
        return
    if change.place > len(content):
        content.extend(bytes(change.place - len(content)))
    content[change.place : change.place + len(change.content)] = change.content


def cuts(recorder: Recorder, image: Image, count: int, seed: int) -> Iterator[tuple[int, str, Image]]:
    """`count` cuts at places drawn at random: (steps confirmed by then, schedule, the files as they then stand)."""
    chance = Random(seed)
    places = sorted(chance.randint(0, len(recorder.log)) for _ in range(count))
    disk, at, confirmed = Disk(image), 0, 0
    for place in places:
        for change in recorder.log[at:place]:
            disk.move(change)
        at = place
        while confirmed < len(recorder.confirmed) and recorder.confirmed[confirmed] <= place:
            confirmed += 1
        schedule = chance.choice(SCHEDULES)
        yield confirmed, schedule, disk.cut(schedule, chance)
