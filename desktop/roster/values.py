"""What a client list says after it has been read."""

from dataclasses import dataclass
from typing import Literal

from db.errors import Fact
from db.spelling.rooms import RoomReading

Relation = Literal["owner", "family", "tenant", "intending"]
OwnerKind = Literal["property_butler", "sales_adviser", "contact"]


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One client of the list; `row` is the line of the sheet, from 1.

    `other_rooms`: more rooms of the same person, from the same cell or from repeats of this row.
    """

    row: int
    name: str
    title: str | None
    phones: tuple[str, ...]
    phone_typed: str | None
    room: RoomReading | None
    relation: Relation
    owner_name: str | None
    owner_kind: OwnerKind | None
    slot: str | None
    companions: int | None
    note: str | None
    other_rooms: tuple[RoomReading, ...] = ()
    # Through whom or what the client came to us.
    channel: str | None = None
    # The ISO day on which the rooms were handed over.
    delivered_on: str | None = None


@dataclass(frozen=True, slots=True)
class RejectedCell:
    """Why one row stays out: its first problem. `facts` fill the text of the reason."""

    row: int
    column: str
    value: str
    reason: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class RosterHead:
    """The headings of a list before anything is taken from it, for mapping the rest by hand.

    `columns` pairs each recognised heading with its field; `fingerprint` stands for these headings, in order.
    """

    encoding: str
    header_row: int
    columns: tuple[tuple[str, str], ...]
    unmapped: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole list: `read` rows, which are `rows`, rows with a rejected cell, and `repeats`.

    `repeats` pairs a row with the earlier row of the same person in this list; `encoding` is xlsx, utf-8,
    utf-8-sig, gb18030 or utf-16.
    """

    encoding: str
    header_row: int
    columns: tuple[tuple[str, str], ...]
    unmapped: tuple[str, ...]
    fingerprint: str
    rows: tuple[RosterRow, ...]
    rejected: tuple[RejectedCell, ...]
    read: int
    repeats: tuple[tuple[int, int], ...]
    # The sheet's name, "" for a CSV, and how many cells in it are merged.
    sheet: str = ""
    merged: int = 0
