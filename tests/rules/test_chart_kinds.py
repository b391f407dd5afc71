"""Pareto by distinct clients, waits and shares over time: what is counted, and that its marks can be read."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.chart_kinds import (
    OTHERS,
    Point,
    Stroke,
    causes,
    pareto,
    trend,
    waiting,
    waits,
)
from desktop.rules.charts import PAPER, SCREEN, Bar, Marks, Sizes

WIDTH, HEIGHT = 480.0, 200.0


def those(*numbers: int) -> set[str]:
    return {f"client {number}" for number in numbers}


def test_a_loud_client_counts_once_in_each_bar_and_once_in_the_line() -> None:
    said = {"floor": those(1, 2, 3), "wall": those(3, 4), "window": those(1)}

    found = causes(said, those(*range(1, 7)))

    assert [(one.key, one.clients, one.covered) for one in found] == [
        ("floor", 3, 3), ("wall", 2, 4), ("window", 1, 4), (OTHERS, 2, 6)
    ]  # fmt: skip


def test_equal_causes_stand_in_one_order_however_they_come() -> None:
    said = {"b": those(1), "a": those(2), "c": those(3)}

    orders = {tuple(one.key for one in causes(dict(pairs), set())) for pairs in (said.items(), reversed(said.items()))}

    assert orders == {("a", "b", "c")}


def test_what_is_not_shown_stands_with_the_others_at_the_end() -> None:
    said = {f"{number}": those(number, 100) for number in range(10)}

    found = causes(said, those(*range(10), 100, 200), most=3)

    assert [one.key for one in found] == ["0", "1", "2", OTHERS]
    # Who stands in a bar above and in one that is not shown is among the others as well, and once in the line.
    assert (found[-1].clients, found[-1].covered) == (9, 12)


def test_the_line_of_the_pareto_rises_to_all_clients_on_the_scale_of_the_bars() -> None:
    bars = (Bar("a", "地面", 9), Bar("b", "墙", 6), Bar(OTHERS, "其他", 16))

    marks = pareto(bars, (9, 14, 30), 30, WIDTH, HEIGHT, 120.0)

    first, second, last = marks.dots
    left = marks.boxes[0].x
    assert first.x == pytest.approx(left + marks.boxes[0].width)
    assert (second.x - left) / (last.x - left) == pytest.approx(14 / 30)
    assert marks.boxes[1].width / (last.x - left) == pytest.approx(6 / 30)
    assert [text.text for text in marks.texts if text.use == "share"] == ["30%", "47%", "100%"]
    assert all(after.x >= before.x and after.y > before.y for before, after in pairwise(marks.dots))


def test_a_pareto_of_fewer_than_ten_clients_has_neither_line_nor_share() -> None:
    marks = pareto((Bar("a", "地面", 4), Bar("b", "墙", 2)), (4, 6), 6, WIDTH, HEIGHT, 120.0)

    assert (marks.dots, marks.segments) == ((), ())
    assert not [text for text in marks.texts if text.use == "share"]
    assert all(text.is_faint for text in marks.texts if text.use == "value_strong")


def test_waits_are_counted_in_steps_of_five_minutes_with_median_ninth_of_ten_and_target() -> None:
    found = waiting([0, 4.9, 5, 7, 9, 12, 31, -2], 10)

    assert found.bins == (3, 3, 1, 0, 0, 0, 1)
    assert (found.count, found.median_min, found.within, found.is_open) == (8, 6.0, 6, False)
    assert found.p90_min == pytest.approx(17.7)
    assert waiting([], 10).bins == ()
    assert waiting([3.0]).p90_min == 3.0


def test_waits_without_end_fall_into_an_open_last_step() -> None:
    found = waiting([1, 500, 900])

    assert (len(found.bins), found.bins[-1], found.is_open) == (12, 2, True)
    marks = waits(found, (), WIDTH, HEIGHT)
    assert marks.texts[-1].text == ">55"


def test_a_target_beyond_the_longest_wait_still_lies_on_the_chart() -> None:
    marks = waits(waiting([1, 2, 3]), (Stroke(10, "target"),), WIDTH, HEIGHT)

    assert marks.levels[0].x1 == pytest.approx(WIDTH * 10 / 15)
    assert [box.height > 0 for box in marks.boxes] == [True, False, False]


def spans(marks: Marks, sizes: Sizes) -> list[tuple[float, float, float]]:
    """(left, right, bottom) of the texts at the strokes; Latin texts of the tests are as wide as their letters."""
    found = []
    for text in marks.texts:
        if text.text.startswith("mark"):
            room = len(text.text) * sizes.digit
            left = text.x if text.align == "left" else text.x - room
            found.append((left, left + room, text.y + text.height))
    return found


@given(st.lists(st.floats(0.5, 58), min_size=1, max_size=3), st.sampled_from([(SCREEN, 420.0), (PAPER, 236.0)]))
def test_no_stroke_goes_through_the_text_of_another(places: Sequence[float], painter: tuple[Sizes, float]) -> None:
    sizes, width = painter
    strokes = tuple(Stroke(place, "mark 12 min") for place in places)

    marks = waits(waiting([1, 59.0]), strokes, width, HEIGHT, sizes)

    for left, right, bottom in spans(marks, sizes):
        assert left >= -sizes.digit
        assert right <= width + sizes.digit
        for level in marks.levels:
            # Letters are narrower than a digit's room: a stroke at the very edge of a text touches none.
            is_beside = level.x1 <= left + sizes.digit or level.x1 >= right - sizes.digit
            assert is_beside or level.y1 >= bottom - 0.01


def points(*shares: tuple[int, int]) -> tuple[Point, ...]:
    return tuple(Point(f"e{place}", f"05-{place + 10}", part, whole) for place, (part, whole) in enumerate(shares))


def test_no_line_is_drawn_over_an_event_without_data() -> None:
    marks = trend(points((8, 16), (12, 16), (0, 0), (15, 20)), WIDTH, HEIGHT)

    assert len(marks.dots) == 3
    assert [(one.x1, one.x2) for one in marks.segments] == [(60.0, 180.0)]
    assert [text.text for text in marks.texts if text.use == "value"] == ["50%", "75%", "75%"]
    below = [text.text for text in marks.texts if text.use == "time"]
    assert below == ["05-10", "n=16", "05-11", "n=16", "05-12", "—", "05-13", "n=20"]


def test_a_point_of_few_is_faint_has_its_n_and_no_percentage() -> None:
    marks = trend(points((8, 16), (3, 9)), WIDTH, HEIGHT)

    assert [dot.is_faint for dot in marks.dots] == [False, True]
    assert [one.is_faint for one in marks.segments] == [True]
    assert [text.text for text in marks.texts if text.use == "value"] == ["50%"]
    assert "n=9" in [text.text for text in marks.texts]


def test_shares_stand_in_proportion_between_none_and_all() -> None:
    marks = trend(points((0, 20), (10, 20), (20, 20)), WIDTH, HEIGHT)

    assert marks.base is not None
    none, half, whole = marks.dots
    assert none.y == marks.base.y1
    assert half.y == pytest.approx((none.y + whole.y) / 2)


def test_nothing_to_show_is_an_empty_chart() -> None:
    empty = Marks()
    assert pareto((), (), 0, WIDTH, HEIGHT, 50) == waits(waiting([]), (), WIDTH, HEIGHT) == trend((), 5, 5) == empty
