"""Slots of an event: lines such as `09:00-10:30 上午一场 | 60`, which of them somebody means, and how full they are.

Whoever types such a line is forgiven full-width signs, spaces and a missing number. Early or late, a slot never turns
anybody away at the door: room is counted for those who invite.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.errors import Misused

_TIMES = re.compile(
    r"(?<!\d)(\d{1,2}):(\d{2})\s*(?:(?:-|~|\u2013|\u2014|至|到|to)+\s*(\d{1,2}):(\d{2}))?", re.IGNORECASE
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:月|/)(\d{1,2})日?(?![\d:])")
_ROOM = re.compile(r"(?:限|最多|容量|max)?\s*(\d{1,5})\s*(?:人|位|名|people|seats)?", re.IGNORECASE)
# Without a bar only a number that says what it counts is one of people.
_ROOM_AT_END = re.compile(r"\s*[(\[]?(?:限|最多|容量)?\s*(\d{1,5})\s*(?:人|位)[)\]]?$")
_SIGNS = str.maketrans(
    {"\uff5c": "|", "\uff1a": ":", "\uff5e": "~", "\uff0d": "-", "\uff08": "(", "\uff09": ")", "\u3000": " "}
)
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot; `text` is what an invitation holds and people read.

    `starts` and `ends` count minutes from midnight, `day` is (month, day) where the line names one, `capacity` how many
    people fit in, companions included. None stands for what the line does not say.
    """

    text: str
    name: str = ""
    starts: int | None = None
    ends: int | None = None
    day: tuple[int, int] | None = None
    capacity: int | None = None

    @property
    def line(self) -> str:
        """The line as it is kept with the event."""
        return f"{self.text} | {self.capacity}" if self.capacity is not None else self.text


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody's place: the slot as their invitation has it, and how many people that is."""

    slot: str
    heads: int


@dataclass(frozen=True, slots=True)
class Fill:
    """How full a slot is: `invited` invitations of together `heads` people."""

    slot: Slot
    invited: int = 0
    heads: int = 0

    @property
    def left(self) -> int | None:
        """How many people still fit in, negative where there are too many; None without a capacity."""
        return None if self.slot.capacity is None else self.slot.capacity - self.heads


def define(text: str) -> tuple[Slot, ...]:
    """The slots that somebody typed, one a line; empty lines are left out.

    Raises Misused for the first line that cannot be meant so: `slot_capacity_unreadable`, `slot_time_impossible`,
    `slot_without_name`, `slot_named_twice`.
    """
    found: list[Slot] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        slot = _parse(line)
        if any(_key(slot.text) == _key(other.text) for other in found):
            raise Misused("slot_named_twice", line=line.strip())
        found.append(slot)
    return tuple(found)


def read(text: str | None) -> tuple[Slot, ...]:
    """The slots of an event as they are kept; a line that no longer can be read is a slot of that name."""
    found: list[Slot] = []
    for line in filter(None, map(str.strip, (text or "").splitlines())):
        try:
            found.append(_parse(line))
        except Misused:
            found.append(Slot(line))
    return tuple(found)


def _parse(line: str) -> Slot:
    plain = " ".join(line.translate(_SIGNS).split())
    what, bar, room = plain.rpartition("|")
    if bar:
        said = _ROOM.fullmatch(room.strip())
        if room.strip() and said is None:
            raise Misused("slot_capacity_unreadable", line=plain)
    else:
        said = _ROOM_AT_END.search(plain)
        what = plain[: said.start()] if said else plain
    what = what.strip()
    capacity = int(said[1]) if said else None
    if capacity == 0:
        raise Misused("slot_capacity_unreadable", line=plain)
    if not what:
        raise Misused("slot_without_name", line=plain)
    times = _TIMES.search(what)
    if times is None:
        return Slot(what, what, capacity=capacity)
    starts, ends = _minutes(times[1], times[2]), _minutes(times[3], times[4]) if times[3] else None
    if starts is None or (times[3] and (ends is None or ends <= starts)):
        raise Misused("slot_time_impossible", line=plain)
    rest = what[: times.start()] + what[times.end() :]
    day = _DAY.search(rest)
    name = " ".join(rest.replace(day[0] if day else "\0", "").split())
    return Slot(what, name, starts, ends, (int(day[1]), int(day[2])) if day else None, capacity)


def _minutes(hour: str, minute: str) -> int | None:
    counted = int(hour) * 60 + int(minute)
    return counted if int(minute) < 60 and counted <= _DAY_MINUTES else None


def _key(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text.translate(_SIGNS)).casefold().split())


def meant(text: str | None, slots: Sequence[Slot]) -> Slot | None:
    """The slot that a text means: its whole line, its name, or its hours; None where none or several could be meant."""
    key = _key(text or "")
    if not key:
        return None
    for slot in slots:
        if key == _key(slot.text):
            return slot
    said = read(text)[0]
    by_name = [slot for slot in slots if slot.name and key == _key(slot.name)]
    by_hours = [slot for slot in slots if said.starts is not None and _is_same_time(said, slot)]
    for found in (by_name, by_hours):
        if len(found) == 1:
            return found[0]
    return None


def _is_same_time(said: Slot, slot: Slot) -> bool:
    return (
        said.starts == slot.starts
        and said.ends in (None, slot.ends)
        and said.day in (None, slot.day)
        and (not said.name or _key(said.name) == _key(slot.name))
    )


def fills(slots: Sequence[Slot], held: Iterable[Held]) -> tuple[Fill, ...]:
    """How full each slot is, in the event's order; then what invitations hold besides, last those without a slot."""
    invited, heads = Counter[str](), Counter[str]()
    for one in held:
        invited[one.slot] += 1
        heads[one.slot] += one.heads
    # There are few ways to write a slot, and many people.
    found: dict[str, Fill] = {_key(slot.text): Fill(slot) for slot in slots}
    own = len(found)
    for text, count in invited.items():
        slot = meant(text, slots) or Slot(text, text)
        before = found.get(_key(slot.text), Fill(slot))
        found[_key(slot.text)] = Fill(before.slot, before.invited + count, before.heads + heads[text])
    filled = list(found.values())
    return (*filled[:own], *sorted(filled[own:], key=lambda one: (not one.slot.text, one.slot.text)))
