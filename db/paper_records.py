"""The long things that stand on a project's paper: its mark, its notice about personal information."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPart(Record):
    """One row per version of a part; an earlier one stays, because it stands on paper that is out already.

    `kind` is logo (`content` is a PNG in base64, "" for none) or privacy (`content` is its text).
    """

    table: ClassVar[str] = "paper_part"
    write_once: ClassVar[frozenset[str]] = frozenset({"kind", "version", "content"})
    kind: str
    version: int
    content: str
