"""Cadences, posts and exemptions as functions of values: which period a day belongs to, and who owes what in it."""

from datetime import date

import pytest

from db.duty_records import Course, DutyExemption, DutyRule, Training
from desktop.rules import duty, training
from desktop.rules.duty import Cadence, Period, Post, Session
from desktop.rules.ics import Entry, calendar


def rule(level: str, from_day: str, months: int, receptions: int = 1, first_month: int = 1) -> DutyRule:
    return DutyRule(id=f"{level} {from_day}", created_at=0, level=level, from_day=from_day, months=months,
                    receptions=receptions, first_month=first_month)  # fmt: skip


def exemption(first: str, last: str, *, by: str | None = "another", level: str | None = None) -> DutyExemption:
    return DutyExemption(id="e", created_at=0, staff="one", first_day=first, last_day=last, reason="病假",
                         level=level, approved_by=by)  # fmt: skip


def counted(posts: list[Post], *sessions: Session) -> dict[tuple[str, date], int]:
    return {key: len(held) for key, held in duty.shared_out(posts, sessions).items()}


def test_a14_31_march_belongs_to_the_first_quarter_and_1_april_to_the_second() -> None:
    last, first = (duty.period_of("regional_president", date(2026, month, day)) for month, day in ((3, 31), (4, 1)))

    assert (last.number, last.last) == (1, date(2026, 3, 31))
    assert (first.number, first.first) == (2, date(2026, 4, 1))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 2, 28), date(2026, 1, 1), date(2026, 2, 28)),
        (date(2028, 2, 29), date(2028, 1, 1), date(2028, 2, 29)),
        (date(2028, 3, 1), date(2028, 3, 1), date(2028, 4, 30)),
        (date(2026, 3, 1), date(2026, 3, 1), date(2026, 4, 30)),
    ],
)
def test_a15_two_months_end_on_28_or_29_february_and_begin_on_1_march(day: date, first: date, last: date) -> None:
    period = duty.period_of("regional_functional_head", day)

    assert (period.first, period.last) == (first, last)


def test_a15_the_anchor_of_the_two_months_can_be_another() -> None:
    rules = (rule("regional_functional_head", "2026-02-01", 2, first_month=2),)

    period = duty.period_of("regional_functional_head", date(2027, 1, 31), rules)

    assert (period.first, period.last, period.number) == (date(2026, 12, 1), date(2027, 1, 31), 6)


def test_a16_a_month_ends_at_its_last_day() -> None:
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2028, 2, 29), date(2028, 3, 1)]

    assert [duty.period_of("project_gm", day).first.month for day in days] == [1, 2, 2, 3]


def test_a_cadence_begins_where_no_period_is_cut_in_two() -> None:
    monthly = Cadence(1)

    assert duty.first_day_for("regional_president", monthly, date(2026, 2, 15)) == date(2026, 4, 1)
    assert duty.first_day_for("project_gm", Cadence(3), date(2026, 2, 15)) == date(2026, 4, 1)


def test_a15_an_anchor_that_moves_cuts_a_period_and_its_larger_part_is_still_owed() -> None:
    level, moved = "regional_functional_head", (rule("regional_functional_head", "2026-02-01", 2, first_month=2),)

    assert duty.first_day_for(level, Cadence(2, 1, 2), date(2026, 1, 1)) == date(2026, 2, 1)
    cut = duty.period_of(level, date(2026, 1, 20), moved)

    assert (cut.first, cut.last, cut.cut) == (date(2026, 1, 1), date(2026, 1, 31), 28)
    assert duty.owes(Post("p", level), cut), "31 of 59 days"
    assert [one.first.month for one in duty.periods(level, date(2026, 1, 1), date(2026, 5, 31), moved)] == [1, 2, 4]


def test_the_latest_cadence_that_has_begun_counts() -> None:
    rules = (rule("staff", "2026-01-01", 12), rule("staff", "2026-07-01", 6, 2))

    assert duty.cadence("staff", date(2026, 6, 30), rules) == Cadence(12)
    assert duty.cadence("staff", date(2026, 7, 1), rules) == Cadence(6, 2)
    assert duty.cadence("staff", date(2025, 12, 31), rules).receptions == 0


@pytest.mark.parametrize(
    ("from_day", "until_day", "owes"),
    [(date(2026, 4, 15), None, True), (date(2026, 4, 17), None, False), (None, date(2026, 4, 15), True),
     (None, date(2026, 4, 14), False), (None, None, True)],
)  # fmt: skip
def test_a_post_held_for_half_of_a_period_or_more_owes_it_whole(
    from_day: date | None, until_day: date | None, owes: bool
) -> None:
    april = Period(date(2026, 4, 1), date(2026, 5, 1), 1)

    assert duty.owes(Post("p", "project_gm", from_day=from_day, until_day=until_day), april) is owes


def test_an_exemption_counts_only_with_another_persons_word_and_for_its_level() -> None:
    april, post = Period(date(2026, 4, 1), date(2026, 5, 1), 1), Post("one", "project_gm")
    whole = ("2026-04-01", "2026-04-30")

    assert not duty.owes(post, april, [exemption(*whole)])
    assert duty.owes(post, april, [exemption(*whole, by=None)])
    assert duty.owes(post, april, [exemption(*whole, by="one")]), "nobody frees themselves"
    assert duty.owes(post, april, [exemption(*whole, level="regional_president")])
    assert duty.owes(post, april, [exemption("2026-04-01", "2026-04-15")])
    assert not duty.owes(post, april, [exemption("2026-04-01", "2026-04-16")])


def test_a16_a_session_counts_for_one_of_two_posts_and_the_second_session_for_the_other() -> None:
    posts = [Post("gm", "project_gm"), Post("head", "regional_functional_head")]
    first = Session("e1", date(2026, 5, 9), level="project_gm")
    second = Session("e2", date(2026, 5, 23), level="project_gm")
    month, two_months = ("gm", date(2026, 5, 1)), ("head", date(2026, 5, 1))

    assert counted(posts, first) == {month: 1}
    assert counted(posts, first, second) == {month: 1, two_months: 1}


def test_the_words_for_a_period_are_those_people_use() -> None:
    levels = ("regional_president", "regional_functional_head", "project_gm")
    periods = [duty.period_of(level, date(2026, 3, 31)) for level in levels]

    assert [duty.period_words(one, "zh") for one in periods] == ["2026年第1季度", "2026年3—4月", "2026年3月"]
    assert [duty.period_words(one, "en") for one in periods] == ["Q1 2026", "Mar-Apr 2026", "Mar 2026"]


@pytest.mark.parametrize(("days_left", "state"), [(8, "due"), (7, "soon"), (0, "soon")])
def test_a09_what_falls_due_within_seven_days_is_soon(days_left: int, state: str) -> None:
    assert duty.state_of(done=0, owed=1, is_exempt=False, days_left=days_left) == state


# Training


@pytest.mark.parametrize(
    ("taken", "months", "last"),
    [(date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2028, 2, 29), 12, date(2029, 2, 28)),
     (date(2026, 5, 16), 12, date(2027, 5, 15)), (date(2026, 11, 1), 3, date(2027, 1, 31))],
)  # fmt: skip
def test_a_course_counts_until_the_day_before_its_anniversary(taken: date, months: int, last: date) -> None:
    assert training.last_valid_day(taken, months) == last


def test_a10_only_a_passed_course_that_has_not_run_out_is_none_missing() -> None:
    course = Course(id="c", created_at=0, name="礼仪", needed_for="host calls")

    def took(result: str, until: str | None) -> Training:
        return Training(id="t", created_at=0, staff="one", course="c", on_day="2026-01-10", result=result,
                        valid_until=until)  # fmt: skip

    def missing(one: Training, part: str = "host", day: str = "2026-06-30") -> tuple[str, ...]:
        return training.missing([course], [one], part, day)

    assert missing(took("passed", None)) == ()
    assert missing(took("passed", "2026-06-30")) == ()
    assert missing(took("passed", "2026-06-29")) == ("礼仪",)
    assert missing(took("failed", None)) == ("礼仪",)
    assert missing(took("passed", None), day="2026-01-09") == ("礼仪",)
    assert missing(took("failed", None), part="kiosk") == ()


# Calendars


def test_a_line_of_a_calendar_is_folded_at_75_octets_and_read_back_whole() -> None:
    title = "接待：春季交付日，客户说“防水，还是漏”；第二行\n" * 4

    file = calendar([Entry("u@q", title, 1_779_500_000_000, 1_779_510_000_000)], name="宋明远", made_ms=0)

    lines = file.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    whole = file.replace(b"\r\n ", b"").decode()
    assert "DTSTART:20260523T013320Z" in whole
    assert whole.count("\\n") == 4
    assert file.endswith(b"END:VCALENDAR\r\n")
