"""Quotas, windows, months, hours and scores of the hotline practice, at their boundaries."""

from datetime import date, time

import pytest

from db.errors import Misused
from desktop.rules import campaigns as rules
from desktop.rules.call_matching import Moment, matched
from desktop.rules.campaigns import CALLED_BACK, RECEIVED, TALKED, Call

MIN = 60_000
FIRST = date(2026, 5, 16)


def calls(received: int, called_back: int) -> list[Call]:
    return [Call(RECEIVED, TALKED)] * received + [Call(CALLED_BACK, TALKED)] * called_back


def test_b02_49_is_not_done_50_is_done_and_a_voided_one_does_not_count() -> None:
    made = [rules.progress(calls(26, number - 26), 50) for number in (49, 50)]
    assert [(one.received, one.called_back, one.talked, one.is_done) for one in made] == [
        (26, 23, 49, False), (26, 24, 50, True),
    ]  # fmt: skip

    voided = rules.progress([*calls(26, 23), Call(RECEIVED, TALKED, is_voided=True)], 50)
    assert (voided.talked, voided.voided, voided.is_done, voided.missing) == (49, 1, False, 1)


@pytest.mark.parametrize("result", ["no_answer", "refused", "empty_number", "wrong_number"])
def test_b02_tries_are_shown_and_never_counted(result: str) -> None:
    made = rules.progress([*calls(0, 49), *[Call(CALLED_BACK, result)] * 7], 50)

    assert (made.talked, made.tries, made.tried, made.is_done) == (49, {result: 7}, 7, False)


def test_a_call_of_another_day_is_shown_apart() -> None:
    made = rules.progress([*calls(1, 0), Call(RECEIVED, TALKED, in_window=False)], 2)

    assert (made.talked, made.outside, made.is_done) == (1, 1, False)


@pytest.mark.parametrize("days", [1, 2, 3])
def test_b17_a_practice_lasts_one_to_three_days(days: int) -> None:
    rules.checked_window(FIRST, date(2026, 5, 15 + days), "practice")


def test_b17_four_days_are_too_many_for_a_practice_and_allowed_for_new_people() -> None:
    with pytest.raises(Misused) as refused:
        rules.checked_window(FIRST, date(2026, 5, 19), "practice")
    assert refused.value.code == "campaign_too_long"
    rules.checked_window(FIRST, date(2026, 12, 31), "onboarding")
    with pytest.raises(Misused):
        rules.checked_window(FIRST, date(2026, 5, 15), "practice")


def test_b17_it_ends_with_the_quota_or_with_the_last_day() -> None:
    last = date(2026, 5, 18)
    short, done = rules.progress(calls(30, 19), 50), rules.progress(calls(30, 20), 50)

    stood = [rules.standing(short, day, FIRST, last) for day in (date(2026, 5, 15), FIRST, last, date(2026, 5, 19))]
    assert stood == ["before", "open", "open", "short"]
    assert rules.standing(done, FIRST, FIRST, last) == "done"
    assert rules.owed(50, short.missing) == 51


def test_b03_a_new_person_is_in_time_on_the_last_day_and_listed_on_the_next() -> None:
    due = rules.due_on(date(2028, 2, 1), 30)

    assert due == date(2028, 3, 2)  # through a 29 February
    assert not rules.is_overdue(due, due, is_done=False)
    assert rules.is_overdue(due, date(2028, 3, 3), is_done=False)
    assert not rules.is_overdue(due, date(2028, 3, 3), is_done=True)


@pytest.mark.parametrize(
    ("first", "in_february"), [(date(2027, 8, 31), date(2028, 2, 29)), (date(2026, 8, 30), date(2027, 2, 28))]
)
def test_b05_twelve_months_have_no_gap_and_no_double_in_a_leap_year_too(first: date, in_february: date) -> None:
    made = rules.months_on(first, 12)

    keys = [rules.month_key(day) for day in made]
    assert len(set(keys)) == 12
    assert keys == sorted(keys)
    assert made[0] == first
    assert in_february in made
    assert all(day.day == first.day for day in made if day.month in (1, 3, 5, 7, 8, 10, 12))
    assert rules.months_on(first, 12) == made
    with pytest.raises(Misused):
        rules.months_on(first, 0)


def test_b21_an_entry_is_late_after_the_limit_not_at_it() -> None:
    assert not rules.is_late(0, 120 * MIN, 120)
    assert rules.is_late(0, 120 * MIN + 1, 120)


@pytest.mark.parametrize(
    ("now", "may"), [("08:59", False), ("09:00", True), ("19:59", True), ("20:00", False), ("00:00", False)]
)
def test_nobody_is_called_before_the_first_minute_or_from_the_last_on(now: str, may: bool) -> None:
    assert rules.may_call(time.fromisoformat(now), "09:00", "20:00") is may
    assert rules.may_call(time.fromisoformat(now), None, None) is may


def test_b20_three_rings_are_quick_four_are_not_and_what_nobody_noted_is_left_out() -> None:
    assert [rules.is_quick(rings, None) for rings in (3, 4)] == [True, False]
    assert [rules.is_quick(None, seconds) for seconds in (15, 16)] == [True, False]
    assert rules.is_quick(None, None) is None

    waited = rules.waits([(2, None), (None, 15), (None, 16), (5, None), (None, None)])
    assert (waited.median_s, waited.p90_s, waited.quick, waited.known) == (15.5, 25, 2, 4)
    ten = rules.waits([(None, seconds) for seconds in range(1, 11)])
    assert (ten.median_s, ten.p90_s, ten.quick) == (5.5, 9, 10)


def test_b18_the_score_is_the_share_of_the_lines_that_were_judged() -> None:
    assert rules.score({"问候": True, "复述": False, "道谢": True}) == 67
    assert rules.score({"问候": True, "复述": None}) == 100
    with pytest.raises(Misused):
        rules.score({"问候": None})


# The log


def test_the_nearest_line_is_the_call_and_each_is_used_once() -> None:
    noted = [Moment("a", "8001", 10 * MIN), Moment("b", "8001", 12 * MIN)]
    lines = [Moment("x", "8001", 11 * MIN + 1), Moment("y", "8001", 12 * MIN), Moment("z", "8001", 12 * MIN + 1)]

    found = matched(noted, lines)

    assert dict(found.pairs) == {"b": "y", "a": "x"}


@pytest.mark.parametrize(("apart_ms", "is_found"), [(3 * MIN, True), (3 * MIN + 1, False), (-3 * MIN, True)])
def test_a_line_counts_up_to_three_minutes_before_and_after(apart_ms: int, is_found: bool) -> None:
    found = matched([Moment("a", "8001", 100 * MIN)], [Moment("x", "8001", 100 * MIN + apart_ms)])

    assert bool(found.pairs) is is_found
    assert found.ahead_ms == (apart_ms if is_found else None)


def test_another_extension_way_or_number_is_another_call() -> None:
    call = Moment("a", "8001", 0, RECEIVED, "13800138001")
    others = [
        Moment("1", "8002", 0), Moment("2", "8001", 0, CALLED_BACK), Moment("3", "8001", 0, RECEIVED, "13800138002")
    ]  # fmt: skip

    assert matched([call], others).pairs == ()
    assert matched([call], [Moment("4", "8001", 5)]).pairs == (("a", "4"),)


def test_the_clocks_differ_by_the_median_of_what_was_matched() -> None:
    noted = [Moment(str(number), "8001", number * 30 * MIN) for number in range(3)]
    ahead = (40_000, 45_000, 170_000)
    lines = [Moment(f"x{n}", "8001", n * 30 * MIN + ahead[n]) for n in range(3)]

    assert matched(noted, lines).ahead_ms == 45_000
