"""What a scan at the door is answered with."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.rules.admission import Decision, DoorEvent, Earlier, Invited, decide
from desktop.rules.codes import codes

EVENT = DoorEvent("event-1", "AB2C", date(2026, 5, 23), date(2026, 5, 24))
INVITED = Invited("event-1", "client-1")
REVOKED = Invited("event-1", "client-1", revoked=True)
EARLIER = Earlier(datetime(2026, 5, 23, 1, 32, tzinfo=UTC), "签到台 2")
DAY = date(2026, 5, 23)


def test_an_invited_client_is_welcomed_and_admitted() -> None:
    for staffed in (True, False):
        assert decide("AB2C", INVITED, EVENT, None, DAY, staffed=staffed) == Decision("welcomed", admitted=True)


def test_a_second_scan_admits_nobody_again() -> None:
    assert decide("AB2C", INVITED, EVENT, EARLIER, DAY, staffed=True) == Decision("already")


def test_a_text_that_is_no_code_is_malformed_whatever_else_is_known() -> None:
    assert decide(None, INVITED, EVENT, EARLIER, DAY, staffed=True) == Decision("malformed")


def test_a_code_of_another_event_is_told_apart_known_or_not() -> None:
    elsewhere = Invited("event-2", "client-1")
    for invited in (None, elsewhere, INVITED):
        assert decide("ZZ77", invited, EVENT, None, DAY, staffed=True) == Decision("wrong_event")


def test_two_events_with_the_same_mark_are_told_apart_by_the_list() -> None:
    assert decide("AB2C", Invited("event-2", "client-1"), EVENT, None, DAY, staffed=True) == Decision("wrong_event")


def test_an_unknown_code_is_let_in_provisionally_where_staff_stands() -> None:
    at_desk = decide("AB2C", None, EVENT, None, DAY, staffed=True)
    assert at_desk == Decision("unknown", admitted=True, provisional=True)
    alone = decide("AB2C", None, EVENT, None, DAY, staffed=False)
    assert alone == Decision("unknown")


def test_a_revoked_invitation_is_revoked_even_after_an_admission() -> None:
    assert decide("AB2C", REVOKED, EVENT, None, DAY, staffed=True) == Decision("revoked")
    assert decide("AB2C", REVOKED, EVENT, EARLIER, DAY, staffed=True) == Decision("revoked")


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (21, "not_today"),
        (22, "welcomed"),
        (23, "welcomed"),
        (24, "welcomed"),
        (25, "welcomed"),
        (26, "not_today"),
    ],
)
def test_an_invitation_holds_on_the_days_of_the_event_and_one_on_each_side(day: int, outcome: str) -> None:
    assert decide("AB2C", INVITED, EVENT, None, date(2026, 5, day), staffed=True).outcome == outcome


def test_every_combination_has_one_of_the_seven_answers_and_only_two_admit() -> None:
    days = [DAY + timedelta(days=days) for days in (-9, 0, 9)]
    seen = set()
    for mark, invited, earlier, today, staffed in itertools.product(
        (None, "AB2C", "ZZ77"), (None, INVITED, REVOKED), (None, EARLIER), days, (True, False)
    ):
        decision = decide(mark, invited, EVENT, earlier, today, staffed=staffed)
        seen.add(decision.outcome)
        assert decision.admitted == (decision.outcome == "welcomed" or decision.provisional)
        assert decision.provisional == (decision.outcome == "unknown" and staffed)
    assert seen == set(codes("outcome"))
