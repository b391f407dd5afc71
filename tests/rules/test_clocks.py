"""What two bounds prove about another clock."""

import pytest

from desktop.rules.clocks import is_off, is_ours, offset_ms

MINUTE = 60_000
YEAR = 365 * 24 * 60 * MINUTE


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (None, None, None),
        (-5_000, 5_000, 0),
        (3_000, 9_000, 6_000),
        (-2 * YEAR, None, None),  # it came late, or the clock is slow: nothing is proved
        (4 * MINUTE, None, 4 * MINUTE),
        (None, -4 * MINUTE, -4 * MINUTE),
        (None, 4 * MINUTE, None),
        (-YEAR, YEAR, None),
        (-YEAR, -6 * MINUTE, -6 * MINUTE),
        (6 * MINUTE, YEAR, 6 * MINUTE),
        (5, 4, None),
    ],
)
def test_only_what_is_proved_is_told(least: int | None, most: int | None, told: int | None) -> None:
    assert offset_ms(least, most) == told


def test_two_minutes_confuse_nobody() -> None:
    assert [is_off(one) for one in (None, 0, 119_000, -119_000, 121_000, -YEAR)] == [False] * 4 + [True] * 2


def test_our_own_clock_is_the_one_when_all_others_are_off_alike() -> None:
    assert is_ours([YEAR, YEAR + MINUTE])
    assert not is_ours([YEAR])
    assert not is_ours([YEAR, -YEAR])
    assert not is_ours([0, 1_000])
    assert not is_ours([])
