"""Charts as marks: bars in proportion, values at their ends, nothing outside, quarters without holes."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.charts import Bar, at_point, by_quarters, columns, rows

WIDTH, HEIGHT = 518.0, 180.0


def bars(*values: int) -> tuple[Bar, ...]:
    return tuple(Bar(str(place), f"{9 + place // 4}:{place % 4 * 15:02}", value) for place, value in enumerate(values))


def test_upright_bars_stand_on_the_base_line_in_proportion() -> None:
    marks = columns(bars(10, 20, 5), WIDTH, HEIGHT)

    assert marks.base is not None
    heights = [box.height for box in marks.boxes]
    assert heights[1] == pytest.approx(2 * heights[0])
    assert heights[0] == pytest.approx(2 * heights[2])
    assert {box.y + box.height for box in marks.boxes} == {marks.base.y1}


def test_the_value_stands_at_each_bar_and_a_time_under_every_second() -> None:
    marks = columns(bars(14, 31, 46, 38), WIDTH, HEIGHT)

    assert [text.text for text in marks.texts if text.use == "value"] == ["14", "31", "46", "38"]
    assert [text.text for text in marks.texts if text.use == "time"] == ["9:00", "9:30"]


def test_a_stroke_says_how_high_a_bar_was_expected_and_leaves_its_value_readable() -> None:
    marks = columns((Bar("a", "9:00", 10, 11), Bar("b", "9:15", 20, 5), Bar("c", "9:30", 0, 20)), WIDTH, HEIGHT)

    assert marks.base is not None
    first, second, third = marks.levels
    heights = [marks.base.y1 - level.y1 for level in (first, second, third)]
    assert heights[2] == pytest.approx(marks.boxes[1].height)
    assert heights[1] == pytest.approx(heights[2] / 4)
    value = next(text for text in marks.texts if text.text == "10")
    assert value.y + value.height <= first.y1
    assert first.x1 == 0.0
    assert third.x2 == pytest.approx(WIDTH)


def test_a_lying_bar_says_how_many_of_those_expected_came() -> None:
    marks = rows((Bar("a", "上午场", 30, 60), Bar("b", "下午场", 0, 40), Bar("c", "晚场", 5, 0)), WIDTH, HEIGHT, 80.0)

    assert [text.text for text in marks.texts if text.use == "value_strong"] == ["30 / 60", "0 / 40", "5 / 0"]
    assert [text.text for text in marks.texts if text.use == "share"] == ["50%", "0%"]
    assert len(marks.levels) == 2
    assert marks.levels[0].x1 - marks.boxes[0].x == pytest.approx(2 * marks.boxes[0].width)
    assert max(text.x for text in marks.texts) < WIDTH


def test_many_bars_keep_only_the_highest_value_and_times_that_do_not_touch() -> None:
    marks = columns(bars(*range(10, 106)), WIDTH, HEIGHT)

    assert [text.text for text in marks.texts if text.use == "value"] == ["105"]
    times = [text.x for text in marks.texts if text.use == "time"]
    assert min(after - before for before, after in pairwise(times)) >= 36


def test_lying_bars_tell_value_and_share() -> None:
    marks = rows(bars(17, 11, 7, 3), WIDTH, HEIGHT, 60)

    assert [text.text for text in marks.texts if text.use == "share"] == ["45%", "29%", "18%", "8%"]
    assert marks.boxes[0].width > marks.boxes[1].width > marks.boxes[3].width


def test_fewer_than_ten_have_no_share_and_are_faint() -> None:
    marks = rows(bars(5, 4), WIDTH, HEIGHT, 60)

    assert not [text for text in marks.texts if text.use == "share"]
    assert all(text.is_faint for text in marks.texts if text.use == "value_strong")


def test_nothing_to_show_is_an_empty_chart() -> None:
    assert columns((), WIDTH, HEIGHT).boxes == ()
    assert rows((), WIDTH, HEIGHT, 60).base is None


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=120), st.floats(60, 2_000), st.floats(60, 800))
def test_no_bar_leaves_the_chart_and_each_answers_where_it_stands(
    values: list[int], width: float, height: float
) -> None:
    for marks in (columns(bars(*values), width, height), rows(bars(*values), width + 200, height, 60)):
        room = width if marks.base else width + 200
        for box in marks.boxes:
            assert box.x >= -0.01
            assert box.x + box.width <= room + 0.01
            left, top, wide, tall = box.reach
            assert at_point(marks, left + wide / 2, top + tall / 2) == box.key


def at(hour: int, minute: int, day: int = 23) -> datetime:
    return datetime(2026, 5, day, hour, minute, 7, tzinfo=UTC)


def test_quarters_without_arrivals_are_there_but_not_the_night() -> None:
    found = by_quarters([at(9, 1), at(9, 14), at(9, 46), at(8, 0, day=24)])

    assert [(f"{quarter:%d %H:%M}", count) for quarter, count in found] == [
        ("23 09:00", 2), ("23 09:15", 0), ("23 09:30", 0), ("23 09:45", 1), ("24 08:00", 1)
    ]  # fmt: skip


def test_a_point_beside_every_bar_belongs_to_none() -> None:
    assert at_point(columns(bars(1, 2), WIDTH, HEIGHT), -1, 5) == ""
