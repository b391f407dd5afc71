"""Figures over all concerns."""

from datetime import date

from db import figures
from db.store import Reader
from desktop.rules.times import day_bounds
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of


@question("concern.areas", roles=FOLLOW_ROLES)
def areas(_caller: Caller, reader: Reader, *, first: date, last: date) -> dict[str, int]:
    """Area -> how many concerns were heard on the days from `first` to `last`, the most first; "" for none said."""
    zone = zone_of(reader)
    return figures.areas(reader, day_bounds(first, zone)[0], day_bounds(last, zone)[1])


@question("concern.returned-often", roles=FOLLOW_ROLES)
def returned_often(_caller: Caller, reader: Reader, *, times: int = 3) -> int:
    """How many concerns stand returned for at least the third time."""
    return figures.returned_often(reader, times)
