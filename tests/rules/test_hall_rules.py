"""Tickets, who waits, whom a family is sent to, and when it is late."""

from dataclasses import replace

import pytest

from db.hall import Held
from db.hall_records import Turn
from desktop.rules import hall
from desktop.rules.hall import Candidate, families, free_letter, letter_at, place_of_letter, propose, read_ticket

MINUTE = 60_000


def turn(name: str, arrived: int, *, client: str | None = "client-1", **cells: object) -> Turn:
    made = Turn(
        id=name, created_at=0, event="event-1", number="A001", arrived_at=arrived, client=client, check_in=f"c-{name}"
    )
    return replace(made, **cells)  # type: ignore[arg-type]  # the cells are of their columns' kinds


def held(one: Turn, *, code: str | None = None, other: bool = False, undone: bool = False) -> Held:
    return Held(one, one.client, code, is_other=other, is_undone=undone)


# -- tickets -----------------------------------------------------------------------------------------------------------


def test_every_device_has_a_letter_and_none_passes_for_a_figure() -> None:
    letters = [letter_at(place) for place in range(700)]

    assert letters[:9] == list("ABCDEFGHJ")
    assert letters[23:26] == ["Z", "AA", "AB"]
    assert len(set(letters)) == 700
    assert not set("IO") & set("".join(letters))
    assert [place_of_letter(letter) for letter in letters] == list(range(700))


def test_a_letter_on_tickets_of_others_is_passed_over() -> None:
    assert free_letter(0, {"A", "B"}) == "C"
    assert free_letter(1, {"A"}) == "B"


@pytest.mark.parametrize("said", ["A023", "a23", " \uff21\uff10\uff12\uff13", "A 23"])
def test_a_ticket_is_read_as_it_is_said(said: str) -> None:
    assert read_ticket(said) == "A023"


def test_a_number_beyond_999_keeps_all_its_figures() -> None:
    assert hall.ticket("B", 1_000) == "B1000"
    assert read_ticket("b1000") == "B1000"


@pytest.mark.parametrize("said", ["", "23", "欢迎", "A"])
def test_what_is_no_ticket_stays_as_it_is(said: str) -> None:
    assert read_ticket(said) == said


# -- who waits ---------------------------------------------------------------------------------------------------------


def test_a_family_with_two_tickets_waits_once_and_is_called_once() -> None:
    first, second = turn("1", 0), turn("2", MINUTE)

    (waiting,) = families([held(first), held(second)])
    (called,) = families([held(first), held(replace(second, called_at=5))])

    assert waiting.turn == first
    assert waiting.turns == (first, second)
    assert (called.turn.id, called.state) == ("2", "called")


def test_somebody_greeted_does_not_wait_by_a_ticket_that_turns_up_later() -> None:
    (family,) = families([held(turn("1", 0, greeted_at=9)), held(turn("2", MINUTE))])

    assert family.state == "greeted"


def test_who_left_and_came_in_again_waits_again() -> None:
    gone = turn("1", 0, left_at=MINUTE)

    (left,) = families([held(gone), held(turn("2", 1))])
    (here,) = families([held(gone), held(turn("2", 2 * MINUTE))])

    assert left.state == "left"
    assert here.state == "waiting"


def test_a_further_wish_waits_for_itself() -> None:
    first, wish = turn("1", 0, greeted_at=9), turn("2", MINUTE, check_in=None, direction="executive")

    assert [one.state for one in families([held(first), held(wish)])] == ["greeted", "waiting"]


def test_a_check_in_taken_back_waits_for_nobody_and_another_person_with_the_code_does() -> None:
    first, second = turn("1", 0), turn("2", MINUTE)

    assert [one.turn for one in families([held(first), held(second, undone=True)])] == [first]
    assert len(families([held(first), held(second, other=True)])) == 2
    assert families([held(first, undone=True)]) == ()


def test_a_code_nobody_knows_is_one_family_and_people_without_a_code_are_each_their_own() -> None:
    unknown = [turn(str(number), number, client=None) for number in range(4)]

    assert len(families([held(one, code="c0de") for one in unknown])) == 1
    assert len(families([held(one) for one in unknown])) == 4


# -- to whom -----------------------------------------------------------------------------------------------------------


def hosts(*waiting: int, away: tuple[int, ...] = (), part: str = "host") -> list[Candidate]:
    return [
        Candidate(f"h{place}", part, f"A{place}", is_away=place in away, waiting=count, talking=0)
        for place, count in enumerate(waiting)
    ]


def sent(direction: str, several: list[Candidate], device: int = 0, running: int = 1) -> str | None:
    best = propose(direction, several, device=device, running=running)
    return best.staff if best else None


def test_the_one_with_the_fewest_waiting_comes_next_and_nobody_away() -> None:
    assert sent("table", hosts(2, 1, 3)) == "h1"
    assert sent("table", hosts(2, 1, 3, away=(1,))) == "h0"
    assert sent("table", hosts(0, 0, away=(0, 1))) is None
    assert sent("table", []) is None


def test_an_empty_table_comes_before_one_where_somebody_sits() -> None:
    two = hosts(0, 0)
    two[1] = replace(two[1], talking=1)

    assert {sent("table", two, running=running) for running in range(5)} == {"h0"}


def test_one_device_goes_round_and_three_that_do_not_hear_of_each_other_spread_their_families() -> None:
    ten = hosts(*[0] * 10)

    assert {sent("table", ten, running=running) for running in range(10)} == {one.staff for one in ten}
    for running in range(1, 40):
        assert len({sent("table", ten, device=device, running=running) for device in range(3)}) == 3


def test_wishes_go_to_those_who_are_there_for_them() -> None:
    everybody = [*hosts(0), *(replace(one, staff="x") for one in hosts(5, part="executive"))]
    everybody += [replace(one, staff="c") for one in hosts(7, part="companion")]

    assert [sent(wish, everybody) for wish in ("table", "executive", "companion")] == ["h0", "x", "c"]
    assert sent("executive", hosts(0)) == "h0"
    assert sent("companion", hosts(0)) is None


# -- how long ----------------------------------------------------------------------------------------------------------


def test_b20_a_greeting_is_late_after_a_minute_and_an_executive_after_ten() -> None:
    assert not hall.is_late(turn("1", 0), MINUTE)
    assert hall.is_late(turn("1", 0), MINUTE + 1)
    assert not hall.is_late(turn("1", 0, direction="executive"), 10 * MINUTE)
    assert hall.is_late(turn("1", 0, direction="executive"), 10 * MINUTE + 1)
    assert hall.is_late(turn("1", 0, greeted_at=2 * MINUTE), 0)
    assert not hall.is_late(turn("1", 0, left_at=5 * MINUTE), 0)


def test_a_clock_that_runs_behind_makes_no_wait_below_nothing() -> None:
    assert hall.waited_ms(turn("1", MINUTE), 0) == 0
    assert hall.waited_ms(turn("1", MINUTE, greeted_at=1), 0) == 0


def test_b20_the_waits_of_the_day_add_up() -> None:
    greeted = [turn(str(number), 0, greeted_at=number * 20_000) for number in range(1, 6)]

    told = hall.waits([*greeted, turn("w", 0)])

    assert (told.greeted, told.median_ms, told.p90_ms, told.in_time) == (5, 60_000, 92_000, 3)
    assert hall.waits([]).greeted == 0
    assert hall.waits([turn("1", 0, greeted_at=7)]).p90_ms == 7
