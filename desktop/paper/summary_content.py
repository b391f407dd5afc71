"""What the summary says besides the plain counts: what most clients share, what was carried over, who approved it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Edition = Literal["internal", "owners"]


@dataclass(frozen=True, slots=True)
class ParetoBar:
    """A cause: how many distinct clients said it, and how many said it or one of those before it."""

    label: str
    clients: int
    covered: int


@dataclass(frozen=True, slots=True)
class Pareto:
    """Causes, those of the most clients first; `whole` is how many distinct clients said anything at all."""

    bars: tuple[ParetoBar, ...]
    whole: int


@dataclass(frozen=True, slots=True)
class CarriedConcern:
    """A concern of an earlier event that has not come to an end."""

    number: str
    words: str
    department: str
    state: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What the event before left behind: its name, what is still open, of how many concerns."""

    event: str
    concerns: tuple[CarriedConcern, ...]
    heard: int


@dataclass(frozen=True, slots=True)
class Approval:
    """The version for owners was approved: when, by whom; `holds` while its figures are still the approved ones."""

    at: datetime
    by: str
    holds: bool


@dataclass(frozen=True, slots=True)
class DepartmentPromises:
    """What one department promised: how many, how many of them kept, and the next day on which one falls due."""

    department: str
    made: int
    kept: int
    next_due: date | None
