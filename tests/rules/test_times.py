"""Moments in, moments out, and where a day begins."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Misused
from desktop.rules.times import (
    day_bounds,
    day_of,
    iso_text,
    local,
    minute_text,
    read_day,
    read_time,
    to_ms,
    zone_named,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
NINE_ON_16_MAY = to_ms(datetime(2026, 5, 16, 1, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    "typed",
    [
        "2026-05-16T09:00",
        "2026-05-16 09:00:00",
        " 2026-05-16T09:00+08:00 ",
        "2026-05-16T01:00Z",
        "2026-05-15T20:00-05:00",
    ],
)
def test_a_moment_without_an_offset_is_meant_in_the_projects_zone(typed: str) -> None:
    assert read_time(typed, SHANGHAI) == NINE_ON_16_MAY


def test_a_day_alone_means_its_midnight() -> None:
    assert read_time("2026-05-16", SHANGHAI) == NINE_ON_16_MAY - 9 * 3_600_000


@pytest.mark.parametrize("typed", ["", "gestern", "2026-13-01", "2026-05-16T25:00", "0026-05-16", "9999-12-31", "周五"])
def test_what_is_no_moment_is_misused(typed: str) -> None:
    with pytest.raises(Misused) as of_time:
        read_time(typed, SHANGHAI)
    assert (of_time.value.code, of_time.value.facts) == ("time_unreadable", {"value": typed})


@pytest.mark.parametrize("typed", ["", "2026-02-30", "0026-05-16", "9999-12-31", "5-23"])
def test_what_is_no_day_is_misused(typed: str) -> None:
    with pytest.raises(Misused) as of_day:
        read_day(typed)
    assert (of_day.value.code, of_day.value.facts) == ("day_unreadable", {"value": typed})


def test_a_day_is_read() -> None:
    assert read_day(" 2026-05-23 ") == date(2026, 5, 23)


@pytest.mark.parametrize("name", ["Asia/Atlantis", "", "../../etc", "Asia", "a\0b", "/etc/localtime"])
def test_an_unknown_zone_is_misused(name: str) -> None:
    with pytest.raises(Misused) as caught:
        zone_named(name)
    assert caught.value.code == "zone_unknown"


def test_a_known_zone_is_found() -> None:
    assert zone_named("Asia/Shanghai").key == "Asia/Shanghai"


def test_a_moment_is_shown_in_the_projects_zone() -> None:
    assert minute_text(NINE_ON_16_MAY, SHANGHAI) == "2026-05-16 09:00"
    assert iso_text(NINE_ON_16_MAY, SHANGHAI) == "2026-05-16T09:00:00+08:00"
    assert day_of(NINE_ON_16_MAY, SHANGHAI) == date(2026, 5, 16)
    assert day_of(NINE_ON_16_MAY, ZoneInfo("America/New_York")) == date(2026, 5, 15)


@given(st.integers(0, 4_000_000_000_000))
def test_a_moment_survives_the_way_there_and_back(at_ms: int) -> None:
    assert to_ms(local(at_ms, SHANGHAI)) == at_ms
    assert read_time(iso_text(at_ms, BERLIN), SHANGHAI) == at_ms - at_ms % 1000


def test_a_day_runs_from_midnight_to_midnight() -> None:
    first, following = day_bounds(date(2026, 5, 16), SHANGHAI)
    assert minute_text(first, SHANGHAI) == "2026-05-16 00:00"
    assert minute_text(following, SHANGHAI) == "2026-05-17 00:00"
    assert day_of(following - 1, SHANGHAI) == date(2026, 5, 16)


def test_a_day_is_not_always_24_hours() -> None:
    hours = [
        (b - a) / 3_600_000 for a, b in (day_bounds(date(2026, 3, 29), BERLIN), day_bounds(date(2026, 10, 25), BERLIN))
    ]
    assert hours == [23, 25]
