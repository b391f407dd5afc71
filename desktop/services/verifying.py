"""Is everything still there and as it was written?"""

from dataclasses import dataclass

from db import journal, search
from db.checks import page_faults
from db.journal import Break
from db.store import Reader
from desktop.services.registry import ANYONE, Caller, question


@dataclass(frozen=True, slots=True)
class Verified:
    """What the checks found; empty tuples are good news."""

    pages: tuple[str, ...]
    breaks: tuple[Break, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.pages and not self.breaks


@question("verify", roles=ANYONE)
def verify_database(_caller: Caller, reader: Reader) -> Verified:
    """Check pages, page authentication, the search index and every journal chain."""
    return Verified((*page_faults(reader.connection), *search.faults(reader)), journal.breaks(reader))
