"""Until which day a building element is under warranty: years from the handover, or whole heating and cooling seasons.

A hint for whoever receives. A term of years ends on the day of the month on which the home was handed over, that day
still inside; where the month has no such day, on its last one. A season counts whole, from the first that begins on the
day of the handover or later.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from resources import path

INSIDE, OUTSIDE = "in", "out"


@dataclass(frozen=True, slots=True)
class Term:
    """One term; either `years` or `seasons` with the first and last day of a season as (month, day)."""

    name: str
    parts: tuple[str, ...]
    years: int = 0
    seasons: int = 0
    first: tuple[int, int] = (1, 1)
    last: tuple[int, int] = (12, 31)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a building element stands on a day: `last_day` is the last one inside."""

    last_day: date
    is_inside: bool

    @property
    def code(self) -> str:
        """The code kept with a concern."""
        return INSIDE if self.is_inside else OUTSIDE


@cache
def terms() -> Mapping[str, Term]:
    """The terms by the code of the building element."""
    with path("warranty.toml").open("rb") as file:
        read = tomllib.load(file)
    found = (
        Term(
            one["name"],
            tuple(one["parts"]),
            int(one.get("years", 0)),
            int(one.get("seasons", 0)),
            _month_day(one.get("from", "01-01")),
            _month_day(one.get("until", "12-31")),
        )
        for one in read["term"]
    )
    return MappingProxyType({part: term for term in found for part in term.parts})


def last_day(part: str, delivered: date) -> date | None:
    """The last day inside the warranty; None for an element without a term."""
    term = terms().get(part)
    if term is None:
        return None
    return _years_on(delivered, term.years) if term.years else _end_of_season(term, delivered)


def standing(part: str, delivered: date | None, on: date) -> Standing | None:
    """How the element stands on a day; None where nothing can be said."""
    last = last_day(part, delivered) if delivered else None
    return Standing(last, on <= last) if last else None


def _years_on(day: date, years: int) -> date:
    year = day.year + years
    try:
        return day.replace(year=year)
    except ValueError:
        # Handed over on a 29 February: the month's last day.
        return date(year, 3, 1) - timedelta(days=1)


def _end_of_season(term: Term, delivered: date) -> date:
    first = date(delivered.year, *term.first)
    if first < delivered:
        first = date(delivered.year + 1, *term.first)
    year = first.year + term.seasons - 1
    # A heating season ends in the year after it began.
    return date(year + (term.last < term.first), *term.last)


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
