"""What every row that travels has in common."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Common part of every row that travels."""

    table: ClassVar[str] = ""
    write_once: ClassVar[frozenset[str]] = frozenset()

    id: str
    created_at: int
    created_by: str | None = None
    deleted: int = 0
