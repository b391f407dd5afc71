"""Where the boxes of printed sheets stand: what reading them back needs to know."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLayout(Record):
    """One row per layout that a form was printed with; the id is a function of `content`, JSON without any words of a
    client. Blank forms of one event share one row."""

    table: ClassVar[str] = "sheet_layout"
    write_once: ClassVar[frozenset[str]] = frozenset({"content"})
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPrint(Record):
    """One row per form and layout that it was printed with; the id is a function of both."""

    table: ClassVar[str] = "sheet_print"
    write_once: ClassVar[frozenset[str]] = frozenset({"form", "layout"})
    form: str
    layout: str
