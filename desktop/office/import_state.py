"""What the page of client lists shows before a list is taken in, as frozen values."""

from dataclasses import dataclass
from typing import Literal

from desktop.roster.values import RejectedCell
from desktop.services.rosters.imports import Outcome

SHOWN_PREVIEW_ROWS = 5


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A client as the list would bring them in; the phone is masked, `outcome` says what becomes of the row."""

    row: int
    name: str
    title: str
    room: str
    relation: str
    phone: str
    outcome: Outcome = "added"


@dataclass(frozen=True, slots=True)
class TwinLine:
    """A row that may be somebody known already, or an earlier row; `kind` is phone or room, `decision` same or skip."""

    row: int
    name: str
    kind: Literal["phone", "room"]
    other_name: str
    other_row: int | None
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; `columns` pairs every heading with its field, "" for one not taken.

    `rows` are the first of each outcome, in the list's order.
    """

    read: int
    added: int
    updated: int
    duplicates: int
    rejected: tuple[RejectedCell, ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[PreviewRow, ...]
    batch: str = ""
    # The line of the headings in the sheet, from 1.
    header_row: int = 0
    twins: tuple[TwinLine, ...] = ()
    # The sheet's name, "" for a CSV, and how many merged cells were spread over the rows that they cover.
    sheet: str = ""
    merged: int = 0

    def first_rows(self, outcome: str = "") -> tuple[PreviewRow, ...]:
        """The first rows of an outcome, of all without one."""
        found = [one for one in self.rows if outcome in ("", one.outcome)]
        return tuple(found[:SHOWN_PREVIEW_ROWS])

    @property
    def taken(self) -> int:
        """How many rows come in."""
        return self.added + self.updated
