from datetime import date

import pytest

from desktop.rules.duty import owed, period_of


@pytest.mark.parametrize(
    ("level", "day", "first", "after"),
    [
        ("regional_president", date(2026, 3, 31), date(2026, 1, 1), date(2026, 4, 1)),
        ("regional_president", date(2026, 4, 1), date(2026, 4, 1), date(2026, 7, 1)),
        ("regional_functional_head", date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 1)),
        ("regional_functional_head", date(2026, 3, 1), date(2026, 3, 1), date(2026, 5, 1)),
        ("project_gm", date(2026, 12, 31), date(2026, 12, 1), date(2027, 1, 1)),
        ("staff", date(2026, 11, 5), date(2026, 10, 1), date(2027, 1, 1)),
    ],
)
def test_a_period_begins_and_ends_with_its_months(level: str, day: date, first: date, after: date) -> None:
    period = period_of(level, day)

    assert (period.first, period.after) == (first, after)
    assert period.first <= day < period.after


def test_a_period_knows_its_number_in_the_year() -> None:
    found = [
        period_of(level, date(2026, 5, 16)).number
        for level in ("regional_president", "regional_functional_head", "project_gm")
    ]

    assert found == [2, 3, 5]


def test_only_three_levels_owe_a_reception_by_rule() -> None:
    levels = ("group_executive", "regional_president", "regional_functional_head", "project_gm", "staff")

    assert [owed(level) for level in levels] == [0, 1, 1, 1, 0]
