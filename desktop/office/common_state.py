"""What the page of common matters shows, as frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MemberView:
    """One concern of a group: who said it and where they live as a line; `likeness` to the others, 0 to 1.

    `is_new` for one that a suggestion would add; `is_in` says whether its box is ticked to begin with.
    """

    concern: str
    number: str
    words: str
    who: str
    at: int
    likeness: float = 0.0
    is_in: bool = True


@dataclass(frozen=True, slots=True)
class GroupView:
    """A suggested group, or with `issue` a confirmed matter; with both `is_suggested` and `issue` what would be added
    to a matter. `open` of its concerns have not come to an end."""

    key: str
    title: str
    area: str
    department: str
    clients: int
    buildings: int
    members: tuple[MemberView, ...]
    issue: str = ""
    is_suggested: bool = True
    open: int = 0

    @property
    def concerns(self) -> int:
        """How many concerns belong to it."""
        return sum(one.is_in for one in self.members)


@dataclass(frozen=True, slots=True)
class Written:
    """What the person says of a group: its sentence, area and department, who is in and who stays out."""

    group: GroupView
    title: str
    area: str
    department: str
    inside: tuple[str, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggested:
    """The suggested groups at a width from 0 (wide) to 1 (strict), and whether only characters were compared."""

    groups: tuple[GroupView, ...] = ()
    strictness: float = 0.0
    is_simple: bool = False
