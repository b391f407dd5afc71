"""A history as values: what the pages and the command line show of it."""

from dataclasses import dataclass
from typing import Literal

from desktop.services.history.naming import Value

Kind = Literal["made", "changed", "step", "words", "promise", "reminder", "attachment", "seen"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field from one value to another; `op` names the change for taking it back, `against` is why that is refused."""

    column: str
    before: tuple[Value, ...]
    after: Value
    op: str = ""
    against: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history; `at` in UTC ms. `about` is what was added, promised or attached, `state` where a step led.

    `means` is how the word of a step came; `verb` is the deed that wrote or showed it.
    """

    at: int
    kind: Kind
    table: str
    row: str
    who: str = ""
    entered_by: str = ""
    device: str = ""
    means: str = ""
    verb: str = ""
    state: str = ""
    about: str = ""
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Trail:
    """The history of one record, the latest first. `seen` is None for those who may not know who looked."""

    table: str
    row: str
    title: str
    about: str
    entries: tuple[Entry, ...]
    seen: tuple[Entry, ...] | None
