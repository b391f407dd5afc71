"""Warranty: five years for waterproofing, two for decoration, water and power, two seasons for heat and cold."""

from datetime import date, timedelta

import pytest

from desktop.rules.codes import codes
from desktop.rules.warranty import last_day, standing, terms

HANDED = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("part", "last"),
    [
        ("waterproofing", date(2031, 6, 1)),
        ("doors_windows", date(2028, 6, 1)),
        ("wall", date(2028, 6, 1)),
        ("plumbing", date(2028, 6, 1)),
        ("electrical", date(2028, 6, 1)),
        # Winters 2026/27 and 2027/28; summers 2026 and 2027.
        ("heating", date(2028, 3, 15)),
        ("cooling", date(2027, 9, 30)),
    ],
)
def test_the_last_day_is_inside_and_the_next_is_not(part: str, last: date) -> None:
    assert last_day(part, HANDED) == last
    inside, outside = standing(part, HANDED, last), standing(part, HANDED, last + timedelta(days=1))
    assert inside is not None
    assert outside is not None
    assert (inside.is_inside, inside.code, outside.is_inside, outside.code) == (True, "in", False, "out")


def test_a_home_handed_over_on_a_leap_day_counts_to_the_end_of_february() -> None:
    leap = date(2024, 2, 29)

    assert last_day("plumbing", leap) == date(2026, 2, 28)
    assert last_day("waterproofing", date(2023, 3, 1)) == date(2028, 3, 1)
    # Five years on from a leap day is no leap year; four would be.
    assert last_day("waterproofing", leap) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("handed", "last"),
    [
        (date(2026, 11, 15), date(2028, 3, 15)),
        (date(2026, 11, 16), date(2029, 3, 15)),
        (date(2026, 1, 10), date(2028, 3, 15)),
        (date(2026, 3, 16), date(2028, 3, 15)),
    ],
)
def test_only_whole_heating_seasons_count(handed: date, last: date) -> None:
    assert last_day("heating", handed) == last


def test_nothing_is_said_without_a_term_or_a_handover() -> None:
    assert last_day("structure", HANDED) is None
    assert standing("structure", HANDED, HANDED) is None
    assert standing("wall", None, HANDED) is None


def test_every_part_with_a_term_is_a_code() -> None:
    assert set(terms()) <= set(codes("building_part"))
