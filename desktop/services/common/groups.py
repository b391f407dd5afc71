"""What a group of concerns is, suggested or confirmed; nothing here computes, so that a window loads it at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db import common
from db.driver import Row
from db.store import Reader

# A matter is common from so many different clients on.
LEAST_CLIENTS: Final = 3
# A title is one sentence of the words, at most so long.
_TITLE: Final = 30
_ENDS: Final = "。！？!?；;\n"


@dataclass(frozen=True, slots=True)
class Member:
    """One concern of a group. `client` is the same for joined records, "" where nobody knows who said it.

    `likeness` to the others of the group, from 0 to 1; `at` in UTC ms; `is_new` for one not yet in the matter.
    """

    concern: str
    number: str
    words: str
    client: str
    room: str
    building: str
    at: int
    area: str
    node: str
    state: str
    likeness: float = 0.0
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A group that a person may confirm; with `issue`, members to add to a matter confirmed before.

    `title` is the most central of the words, `area` the one that most of them have.
    """

    title: str
    area: str
    clients: int
    buildings: int
    members: tuple[Member, ...]
    issue: str = ""

    @property
    def key(self) -> str:
        """The same as long as the group has the same most central concern."""
        return self.issue or self.members[0].concern


def title_of(words: str) -> str:
    """A title to begin with: the first sentence, cut short."""
    text = " ".join(words.split())
    ends = [place for place in map(text.find, _ENDS) if place > 0]
    first = text[: min(ends)] if ends else text
    return first if len(first) <= _TITLE else f"{first[: _TITLE - 1]}…"


def counts(members: Sequence[Member]) -> tuple[int, int]:
    """How many different clients said it, and in how many buildings they live."""
    clients = {one.client for one in members if one.client}
    return len(clients), len({one.building for one in members if one.building})


def member_of(concern: str, row: Row) -> Member:
    """A row of `db.common.told` as a member."""
    number, words, client, room, building, at, area, _event, node, state, talk = row
    # Whoever gave no name is one client in one talk.
    who = client or talk or ""
    return Member(concern, number, words, who, room or "", building or "", at, area or "", node or "", state)


def read_members(reader: Reader, concerns: Sequence[str]) -> tuple[Member, ...]:
    """These concerns as members, in this order; what is not here is left out."""
    told = common.told(reader, concerns)
    return tuple(member_of(one, told[one]) for one in concerns if one in told)
