"""How often an executive receives clients in person: once in each period of their level."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

# Months of one period; who is not named owes nothing by a fixed rule.
PERIOD_MONTHS: Mapping[str, int] = MappingProxyType(
    {"regional_president": 3, "regional_functional_head": 2, "project_gm": 1}
)
# Shown to those who owe nothing, too.
_SHOWN_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to the one before `after`: `months` calendar months, the first period from January."""

    first: date
    after: date
    months: int

    @property
    def number(self) -> int:
        """Which one of the year, from 1."""
        return (self.first.month - 1) // self.months + 1


def owed(level: str) -> int:
    """Receptions that a person of this level owes in a period."""
    return 1 if level in PERIOD_MONTHS else 0


def period_of(level: str, day: date) -> Period:
    """The period of a level in which `day` lies; of a level that owes nothing, the quarter."""
    months = PERIOD_MONTHS.get(level, _SHOWN_MONTHS)
    start = (day.month - 1) // months * months
    first = date(day.year, start + 1, 1)
    end = start + months
    return Period(first, date(day.year + end // 12, end % 12 + 1, 1), months)
