"""Working time: swapped weekends, leap days, ends of months, and what the shipped clocks make of them."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from db.errors import Misused
from db.records import ClockRule
from desktop.roster.work_days import read_work_days
from desktop.rules.calendar import Calendar, Hours
from desktop.rules.codes import codes
from desktop.rules.deadlines import (
    UNITS,
    Limit,
    due,
    due_moment,
    due_text,
    limit_of,
    limits,
    moved,
    shipped,
    stage,
    urgency,
)
from desktop.rules.times import read_time

ZONE = ZoneInfo("Asia/Shanghai")
# Around the national holiday of 2026: Sunday 27 September is worked, 1 to 7 October are free, Saturday 10 is worked.
SWAPPED = {
    date(2026, 9, 27): True,
    **{date(2026, 10, day): False for day in range(1, 8)},
    date(2026, 10, 10): True,
}
WEEK = Calendar(ZONE)
HOLIDAY = Calendar(ZONE, Hours(), SWAPPED)
HOUR = 3_600_000


def at(text: str) -> int:
    return read_time(text, ZONE)


def until(clock: str, since: str, *, grade: str = "", calendar: Calendar = WEEK) -> str:
    return due_text(due(limit_of(limits(), clock, grade), at(since), calendar), ZONE)


@pytest.mark.parametrize(
    ("day", "is_work"),
    [
        ("2026-09-26", False),  # an ordinary Saturday
        ("2026-09-27", True),  # a Sunday worked for the holiday
        ("2026-09-30", True),
        ("2026-10-01", False),
        ("2026-10-07", False),
        ("2026-10-08", True),
        ("2026-10-10", True),  # a Saturday worked for the holiday
        ("2026-10-11", False),
    ],
)
def test_a_swapped_weekend_is_worked_and_a_holiday_is_not(day: str, *, is_work: bool) -> None:
    assert HOLIDAY.is_work(date.fromisoformat(day)) is is_work


def test_four_working_hours_cross_the_night_the_weekend_and_the_holiday() -> None:
    assert until("sign_for", "2026-05-22T10:00") == "2026-05-22T14:00"
    assert until("sign_for", "2026-05-22T16:30") == "2026-05-25T11:30"  # Friday to Monday
    assert until("sign_for", "2026-05-22T14:00") == "2026-05-22T18:00"  # to the close of the same day
    assert until("sign_for", "2026-05-23T12:00") == "2026-05-25T13:00"  # begun on a Saturday
    assert until("sign_for", "2026-09-26T12:00", calendar=HOLIDAY) == "2026-09-27T13:00"
    assert until("sign_for", "2026-09-30T17:00", calendar=HOLIDAY) == "2026-10-08T12:00"


def test_the_days_of_the_result_follow_the_grade() -> None:
    assert until("resolve", "2026-05-22T10:00", grade="4") == "2026-05-25T23:59"  # three days on the wall
    assert until("resolve", "2026-05-22T10:00", grade="3") == "2026-05-27T18:00"
    assert until("resolve", "2026-05-22T10:00", grade="2") == "2026-06-02T18:00"
    assert until("resolve", "2026-05-22T10:00", grade="1") == "2026-06-12T18:00"
    assert until("resolve", "2026-09-25T10:00", grade="3", calendar=HOLIDAY) == "2026-09-29T18:00"
    assert until("resolve", "2026-09-30T10:00", grade="2", calendar=HOLIDAY) == "2026-10-15T18:00"


def test_every_shipped_clock_is_the_one_of_the_research() -> None:
    known = {(clock, grade): (limit.amount, limit.unit) for (clock, grade), limit in shipped().items()}
    assert known[("entry", "any")] == (2, "hour")
    assert known[("sign_for", "any")] == (4, "work_hour")
    assert known[("first_reply", "any")] == (24, "hour")
    assert [known[("resolve", grade)] for grade in "4321"] == [
        (3, "day"), (3, "work_day"), (7, "work_day"), (15, "work_day"),
    ]  # fmt: skip
    assert known[("callback_at_risk", "any")] == (1, "work_day")
    assert known[("callback", "any")] == (3, "work_day")
    assert (known[("remind", "any")], known[("supervise", "any")]) == ((75, "percent"), (100, "percent"))
    assert known[("report", "any")] == (5, "work_day")
    assert {clock for clock, _ in known} == set(codes("clock"))
    assert {unit for _, unit in known.values()} <= set(UNITS) == set(codes("clock_unit"))


def test_a_danger_or_a_crowd_runs_by_the_shortest_clock() -> None:
    assert urgency("1", "safety") == "4"
    assert urgency(None, "media group") == "4"
    assert urgency("2", "media") == "2"
    assert urgency(None, None) == ""


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2028-02-28T10:00", "2028-03-02T18:00"),  # Monday before a leap day: Tuesday 29, 1 and 2 March
        ("2026-02-26T10:00", "2026-03-03T18:00"),  # no leap day: Friday 27, Monday 2, Tuesday 3 March
        ("2026-03-31T10:00", "2026-04-03T18:00"),  # end of a quarter
        ("2026-04-30T10:00", "2026-05-05T18:00"),  # end of a double month
        ("2026-12-31T23:30", "2027-01-05T18:00"),  # end of the year, after hours
    ],
)
def test_three_working_days_run_over_leap_days_and_the_ends_of_months_and_quarters(since: str, expected: str) -> None:
    assert until("resolve", since, grade="3") == expected


def test_a_day_of_an_event_is_worked_where_that_is_set() -> None:
    saturday = frozenset({date(2026, 5, 23)})
    with_events = Calendar(ZONE, Hours(event_days=True), {}, saturday)
    without = Calendar(ZONE, Hours(), {}, saturday)

    assert until("sign_for", "2026-05-23T10:00", calendar=with_events) == "2026-05-23T14:00"
    assert until("sign_for", "2026-05-23T10:00", calendar=without) == "2026-05-25T13:00"


def test_hours_of_a_department_count_for_it() -> None:
    six_days = Calendar(ZONE, Hours(frozenset({1, 2, 3, 4, 5, 6}), time(8, 30), time(17, 30)))

    assert until("sign_for", "2026-05-22T16:30", calendar=six_days) == "2026-05-23T11:30"
    assert until("return", "2026-05-22T16:30", calendar=six_days) == "2026-05-23T17:30"


def test_working_time_is_added_up_the_same_by_halves_as_at_once() -> None:
    first, last = at("2026-09-24T11:07"), at("2026-10-12T15:45")
    whole = HOLIDAY.working_ms(first, last)
    # 24: 6 h 53; 25, 27, 28, 29, 30, 8, 9, 10: 9 h each; 12: 6 h 45.
    assert whole == round((6 + 53 / 60 + 8 * 9 + 6.75) * HOUR)
    for middle in ("2026-09-26T12:00", "2026-09-27T12:00", "2026-10-03T00:00", "2026-10-08T09:00"):
        assert HOLIDAY.working_ms(first, at(middle)) + HOLIDAY.working_ms(at(middle), last) == whole
    assert HOLIDAY.working_ms(last, first) == 0


def test_a_calendar_in_which_nothing_is_worked_still_ends() -> None:
    never = Calendar(ZONE, Hours(frozenset()))

    assert never.working_ms(at("2026-05-01"), at("2026-06-01")) == 0
    assert never.after_hours(at("2026-05-01"), HOUR) == at("2026-05-01T01:00")
    assert due(Limit(3, "work_day"), at("2026-05-01"), never) > at("2026-05-01")


# How far a clock has run


def test_a_reminder_at_three_quarters_supervision_at_the_end_a_report_five_working_days_later() -> None:
    known = limits()
    since, end = at("2026-05-25T09:00"), at("2026-05-28T18:00")  # four working days of nine hours

    def now(text: str) -> str:
        return stage(since, end, at(text), WEEK, known)

    assert now("2026-05-27T17:59") == "in_time"
    assert now("2026-05-27T18:00") == "remind"  # 27 of 36 hours
    assert now("2026-05-28T17:59") == "remind"
    assert now("2026-05-28T18:00") == "remind"
    assert now("2026-05-28T18:01") == "supervise"
    assert now("2026-06-04T18:00") == "supervise"  # the fifth working day
    assert now("2026-06-04T18:01") == "report"


def test_a_project_sets_its_own_limits() -> None:
    own = limits(
        [
            ClockRule(id="1", created_at=0, clock="remind", amount=50, unit="percent"),
            ClockRule(id="2", created_at=0, clock="resolve", amount=1, unit="work_day", grade="2"),
        ]
    )

    assert limit_of(own, "resolve", "2") == Limit(1, "work_day")
    assert limit_of(own, "resolve", "3") == Limit(3, "work_day")
    assert limit_of(own, "resolve", "9") == Limit(15, "work_day")
    assert stage(at("2026-05-25T09:00"), at("2026-05-25T18:00"), at("2026-05-25T13:30"), WEEK, own) == "remind"


# Deadlines as text


def test_a_day_alone_lasts_to_its_end_and_a_moment_to_itself() -> None:
    assert due_moment("2026-05-25", ZONE) == at("2026-05-26") - 1
    assert due_moment("2026-05-25T18:00", ZONE) == due_moment("2026-05-25 18:00", ZONE) == at("2026-05-25T18:00")
    assert due_moment("2026-05-25T10:00+00:00", ZONE) == at("2026-05-25T18:00")
    assert due_moment("", ZONE) is due_moment(None, ZONE) is due_moment("soon", ZONE) is None


def test_a_deadline_moves_by_the_working_time_of_the_pause() -> None:
    pause = at("2026-05-22T15:00"), at("2026-05-26T11:00")  # 3 h on Friday, 9 h on Monday, 2 h on Tuesday

    assert moved("2026-05-27T18:00", *pause, WEEK) == "2026-05-29T14:00"
    assert moved("2026-05-27T18:00", pause[1], pause[0], WEEK) is None  # a clock set back pauses nothing
    assert moved("2026-05-27T18:00", at("2026-05-23"), at("2026-05-24"), WEEK) is None  # a free Saturday
    assert moved(None, *pause, WEEK) is None


# Lists of days


def test_a_year_s_list_is_read_as_offices_write_it(tmp_path: Path) -> None:
    file = tmp_path / "调休.csv"
    file.write_text(
        "2026 年放假安排,,\n日期,安排,名称\n2026年9月27日,上班,国庆调休\n"
        "2026-10-01至10-07,放假,国庆节\n2026/10/10,班,\n"
        "十月一日,放假,\n2026-02-29,放假,没有这一天\n2026-10-11,不知道,\n,,\n2026-12-30 \uff5e 2027-01-02,休,元旦\n",
        encoding="gb18030",
    )

    days, unread = read_work_days(file)

    found = {one.day: (one.is_work, one.name) for one in days}
    assert found[date(2026, 9, 27)] == (True, "国庆调休")
    assert [found[date(2026, 10, day)][0] for day in (1, 7, 10)] == [False, False, True]
    assert found[date(2027, 1, 2)] == (False, "元旦")
    assert len(days) == 1 + 7 + 1 + 4
    assert [(one.row, one.code) for one in unread] == [
        (6, "day_unreadable"), (7, "day_unreadable"), (8, "work_unreadable"),
    ]  # fmt: skip


def test_a_list_with_english_headings_and_one_without_any(tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    file.write_text("day,work|rest,name\n2026-05-04,rest,Labour Day\n", encoding="utf-8")
    assert [(one.day, one.is_work) for one in read_work_days(file)[0]] == [(date(2026, 5, 4), False)]

    file.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(Misused, match="calendar_headings"):
        read_work_days(file)


def test_moments_and_days_agree_where_the_clock_is_put_forward() -> None:
    # A zone with summer time: the day has 23 hours, the working hours stay nine.
    berlin = Calendar(ZoneInfo("Europe/Berlin"), Hours(frozenset(range(1, 8))))
    begin = round(datetime(2026, 3, 28, 9, tzinfo=ZoneInfo("Europe/Berlin")).timestamp() * 1000)
    end = round(datetime(2026, 3, 30, 9, tzinfo=ZoneInfo("Europe/Berlin")).timestamp() * 1000)

    assert berlin.working_ms(begin, end) == 18 * HOUR
