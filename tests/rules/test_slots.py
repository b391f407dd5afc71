"""Slots as people type them: read with forgiveness, refused in a sentence, filled with people and not with families."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Misused
from desktop.rules.charts import QUARTER
from desktop.rules.slots import Fill, Held, Slot, define, fills, meant, read
from desktop.rules.turnout import by_quarters, span_of, spread

DAY = datetime(2026, 5, 23, 9, 0, tzinfo=UTC)
MORNING, NOON = define("09:00-10:30 上午一场 | 60\n10:30-12:00 上午二场 | 2")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("09:00-10:30 上午一场 | 60", "09:00-10:30 上午一场 | 60"),
        ("9:00\uff0d10:30  上午一场\uff5c60人", "9:00-10:30 上午一场 | 60"),
        ("9\uff1a00至10\uff1a30 上午一场 60 位", "9:00至10:30 上午一场 | 60"),
        ("上午场\uff08限60人\uff09", "上午场 | 60"),
        ("上午场 |", "上午场"),
        ("09:00-10:00 4 栋", "09:00-10:00 4 栋"),
        ("5月24日 14:00-15:00", "5月24日 14:00-15:00"),
    ],
)
def test_a_line_is_read_as_it_was_meant_and_kept_in_the_plain_way(line: str, kept: str) -> None:
    (slot,) = define(line)

    assert slot.line == kept
    assert define(slot.line) == (slot,)


def test_a_slot_knows_its_hours_its_day_its_name_and_its_room() -> None:
    (slot,) = define("5月24日 14:00-15:30 下午场 | 40")

    assert (slot.day, slot.starts, slot.ends, slot.name, slot.capacity) == ((5, 24), 840, 930, "下午场", 40)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("09:00-10:30 上午场 | 很多", "slot_capacity_unreadable"),
        ("09:00-10:30 上午场 | 0", "slot_capacity_unreadable"),
        ("10:30-09:00 上午场", "slot_time_impossible"),
        ("25:00-26:00", "slot_time_impossible"),
        ("| 60", "slot_without_name"),
        ("上午场 | 60\n\n上午场 | 80", "slot_named_twice"),
    ],
)
def test_a_line_that_cannot_be_meant_is_refused_with_the_line_itself(text: str, code: str) -> None:
    with pytest.raises(Misused) as refused:
        define(text)

    assert refused.value.code == code
    assert str(refused.value.facts["line"]) in text


def test_what_is_kept_already_is_read_even_where_it_could_not_be_typed_any_more() -> None:
    assert read("上午场 | 很多\n下午场 | 5") == (Slot("上午场 | 很多"), Slot("下午场", "下午场", capacity=5))
    assert read(None) == ()


@pytest.mark.parametrize("said", ["09:00-10:30 上午一场", "上午一场", "9:00-10:30", "09:00", " 9\uff1a00 - 10:30 "])
def test_a_slot_is_meant_by_its_line_its_name_or_its_hours(said: str) -> None:
    assert meant(said, (MORNING, NOON)) == MORNING


@pytest.mark.parametrize("said", ["", None, "下午", "11:00-12:00", "09:00-10:30 别的场"])
def test_what_means_no_slot_means_none(said: str | None) -> None:
    assert meant(said, (MORNING, NOON)) is None


def test_a_name_that_two_slots_bear_means_neither() -> None:
    twice = define("5月23日 09:00-10:00 上午场\n5月24日 09:00-10:00 上午场")

    assert meant("上午场", twice) is None
    assert meant("5月24日 09:00-10:00", twice) == twice[1]


def test_room_is_taken_by_people_and_what_fits_no_slot_stands_behind() -> None:
    held = [Held("上午一场", 3), Held("9:00-10:30", 1), Held("10:30-12:00 上午二场", 3), Held("下午", 1), Held("", 2)]

    found = fills((MORNING, NOON), held)

    assert found[:2] == (Fill(MORNING, 2, 4), Fill(NOON, 1, 3))
    assert [one.left for one in found] == [56, -1, None, None]
    assert [(one.slot.text, one.heads) for one in found[2:]] == [("下午", 1), ("", 2)]


@given(st.text(max_size=60))
def test_no_line_makes_the_reader_fail(line: str) -> None:
    for slot in read(line):
        meant(line, (slot,))
    try:
        typed = define(line)
    except Misused:
        return
    assert define("\n".join(slot.line for slot in typed)) == typed


# Who was expected when


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 300), st.integers(0, 400)), max_size=5))
def test_spread_over_their_quarters_nobody_is_lost_and_nobody_added(groups: list[tuple[int, int, int]]) -> None:
    spans = [
        (DAY + timedelta(minutes=begins), DAY + timedelta(minutes=begins + lasts), count)
        for begins, lasts, count in groups
    ]

    expected = spread(spans)

    assert sum(expected.values()) == sum(count for _, _, count in spans)
    assert all(quarter.minute % 15 == 0 and count > 0 for quarter, count in expected.items())


def test_the_people_of_a_slot_are_spread_evenly_over_it() -> None:
    span = span_of(MORNING, DAY, DAY + timedelta(hours=9))

    expected = spread([(*span, 62)])

    assert list(expected) == [DAY + number * QUARTER for number in range(6)]
    assert max(expected.values()) - min(expected.values()) <= 1


def test_a_slot_of_another_day_is_found_on_that_day_and_one_without_hours_lasts_as_long_as_the_event() -> None:
    (later,) = define("5月24日 14:00-15:00")
    ends = DAY + timedelta(days=1, hours=9)

    assert span_of(later, DAY, ends)[0] == datetime(2026, 5, 24, 14, 0, tzinfo=UTC)
    assert span_of(Slot("上午场", "上午场"), DAY, ends) == (DAY, ends)
    # Of two days nobody knows which one is meant.
    assert span_of(MORNING, DAY, ends) == (DAY, ends)


def test_quarters_in_between_are_there_and_a_night_is_not() -> None:
    night = DAY + timedelta(days=1)

    found = by_quarters([DAY, DAY + timedelta(minutes=40)], [DAY], {night: 3})

    assert [(one.arrived, one.besides, one.expected) for one in found] == [
        (1, 1, 0), (0, 0, 0), (1, 0, 0), (0, 0, 3),
    ]  # fmt: skip
