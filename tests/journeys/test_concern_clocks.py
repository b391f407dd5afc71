"""Clocks of real concerns: what acceptance proposes, what a pause moves, what is late, and who must hear of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.errors import Misused, Refused
from db.records import ConcernStep
from desktop.services.calendars import setting
from desktop.services.concerns import extending
from tests.journeys.life import HEARD, RESULT, Life, lived


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    with lived(tmp_path_factory.mktemp("life")) as one:
        yield one


@pytest.fixture
def life(project: Life) -> Life:
    project.begin()
    return project


def overdue(life: Life) -> set[str]:
    return {line.concern for line in life.lines(overdue=True)}


def late_entries(life: Life) -> set[str]:
    return {line.concern for line in life.lines() if line.is_late_entry}


# What acceptance proposes


def test_acceptance_sets_both_deadlines_from_when_it_was_said(life: Life) -> None:
    concern = life.heard(occurred=HEARD)
    life.now("2026-05-25T09:00")  # typed in and taken on three days later
    life.accepted(concern, grade="3")

    kept = life.kept(concern)
    assert (kept.due_first_reply, kept.due_resolve) == ("2026-05-23T10:00", "2026-05-27T18:00")


def test_what_a_person_says_stands_above_the_proposal(life: Life) -> None:
    concern = life.accepted(life.heard(), due_resolve="2026-06-30", due_first_reply="2026-05-22 17:00")

    kept = life.kept(concern)
    assert (kept.due_first_reply, kept.due_resolve) == ("2026-05-22T17:00", "2026-06-30")


def test_a_need_gets_no_deadline(life: Life) -> None:
    concern = life.heard("希望多一个储物间", type_code="need")
    life.must(concern, "accepted", life.coordinator, area="product_quality")

    kept = life.kept(concern)
    assert (kept.due_first_reply, kept.due_resolve) == (None, None)
    assert life.standing(concern).clocks == ()


def test_a34_a_safety_flag_sets_the_short_deadline_and_stands_at_the_top(life: Life) -> None:
    plain = life.accepted(life.heard("门把手松了"), grade="4")
    returned = life.heard("电梯厅的灯坏了")
    life.now("2026-05-22T10:05")
    danger = life.accepted(life.heard("栏杆松了，孩子一推就晃", risk="safety"), grade="1")
    life.dispatched(returned)

    kept = life.kept(danger)
    assert (kept.due_first_reply, kept.due_resolve) == ("2026-05-22T23:59", "2026-05-25T23:59")
    found = life.escalated()
    assert [one.concern for one in found] == [danger, plain]
    assert [one.escalations for one in found] == [("safety",), ("grade_4",)]


@pytest.mark.parametrize("risk", ["group", "contract", "media"])
def test_a34_every_risk_is_brought_before_somebody_higher(life: Life, risk: str) -> None:
    concern = life.accepted(life.heard(risk=risk))
    calm = life.accepted(life.heard("窗台有点脏"))

    found = {one.concern: one.escalations for one in life.escalated()}

    assert found == {concern: (risk,)}
    assert calm not in found


# Handing over and signing for


def test_a05_what_nobody_was_given_appears_after_the_limit_with_its_age(life: Life) -> None:
    concern = life.heard()  # at 10:00, four working hours
    other = life.dispatched(life.heard("窗户关不严"))

    life.now("2026-05-22T14:00")
    assert life.not_handed_over() == []
    life.now("2026-05-22T14:01")
    (found,) = life.not_handed_over()
    assert (found.concern, life.at_ms - found.heard_at) == (concern, (4 * 60 + 1) * 60_000)

    life.dispatched(concern)
    assert life.not_handed_over() == []
    life.must(other, "returned", life.head, reason="不归我们", proposed_department="property")
    life.now("2026-05-25T11:00")
    assert [one.concern for one in life.not_handed_over()] == [other]


def test_the_clock_of_signing_runs_from_dispatch_by_the_department_s_hours(life: Life) -> None:
    setting.set_hours(life.caller, life.store, department="engineering", weekdays=[1, 2, 3, 4, 5, 6])
    life.now("2026-05-22T16:00")
    concern = life.dispatched(life.heard())

    life.now("2026-05-23T11:00")  # Saturday is worked there: two hours on Friday and two today
    assert life.stage(concern, "sign_for") == "remind"
    life.now("2026-05-23T11:01")
    assert life.stage(concern, "sign_for") == "supervise"
    assert "supervise" in life.standing(concern).escalations
    life.must(concern, "in_progress", life.handler)
    assert life.stage(concern, "sign_for") == ""


def test_b22_each_step_of_the_department_keeps_its_moment(life: Life) -> None:
    concern = life.dispatched(life.heard())
    life.now("2026-05-22T11:00")
    life.must(concern, "in_progress", life.handler)
    life.now("2026-05-25T15:00")
    life.must(concern, "resolved", life.handler, **RESULT, approved_by=life.head)

    steps = life.store.records(ConcernStep, "WHERE concern = :concern ORDER BY at, id", concern=concern)
    assert [step.state for step in steps] == ["recorded", "accepted", "dispatched", "in_progress", "resolved"]
    assert [f"{(step.at - steps[0].at) // 60_000}" for step in steps[3:]] == ["60", f"{(3 * 24 + 5) * 60}"]
    assert (life.kept(concern).handler, steps[4].decided_by) == (life.handler, life.handler)


@pytest.mark.parametrize(("now", "codes"), [("2026-05-25T18:00", []), ("2026-05-25T18:01", ["return_too_late"])])
def test_a_concern_goes_back_within_one_working_day_of_dispatch(life: Life, now: str, codes: list[str]) -> None:
    concern = life.dispatched(life.heard())  # on Friday; the working day is Monday

    life.now(now)
    moved = life.move(concern, "returned", life.head, reason="不归我们", proposed_department="property")

    assert [one.code for one in moved.refused] == codes


# Pauses


def test_waiting_for_the_client_stops_the_clock_and_the_day_moves_by_the_working_time(life: Life) -> None:
    concern = life.in_progress(life.heard(), grade="3")  # due Wednesday 27 May, 18:00
    life.now("2026-05-22T15:00")
    life.must(
        concern, "on_hold", life.handler, reason="客户出差", until="2026-05-26", client_told="yes", waiting_for="client"
    )
    life.now("2026-05-29T09:00")
    assert life.stage(concern, "resolve") == "paused"
    assert overdue(life) == set()
    life.now("2026-05-26T11:00")
    life.must(concern, "in_progress", life.handler)

    # 3 h on Friday, 9 h on Monday, 2 h on Tuesday are given back.
    assert life.kept(concern).due_resolve == "2026-05-29T14:00"
    life.now("2026-05-29T14:00")
    assert overdue(life) == set()
    life.now("2026-05-29T14:01")
    assert overdue(life) == {concern}


def test_waiting_for_anything_else_stops_nothing(life: Life) -> None:
    concern = life.in_progress(life.heard(), grade="3")
    told = {"reason": "等材料", "until": "2026-05-26", "client_told": "yes", "waiting_for": "condition"}
    life.must(concern, "on_hold", life.handler, **told)
    life.now("2026-05-28T09:00")
    assert overdue(life) == {concern}
    assert life.stage(concern, "resolve") == "supervise"
    life.must(concern, "in_progress", life.handler)

    assert life.kept(concern).due_resolve == "2026-05-27T18:00"


def test_a_day_stays_a_day_when_it_moves(life: Life) -> None:
    concern = life.in_progress(life.heard(), due_resolve="2026-05-27")
    told = {"reason": "客户出差", "until": "2026-05-26", "client_told": "yes", "waiting_for": "client"}
    life.must(concern, "on_hold", life.handler, **told)
    life.now("2026-05-25T18:00")  # a day and 8 hours of it worked
    life.must(concern, "in_progress", life.handler)

    assert life.kept(concern).due_resolve == "2026-05-29"


# What is late


def test_b21_what_is_typed_in_after_two_hours_is_marked_late_and_never_hidden(life: Life) -> None:
    life.now("2026-05-22T12:00")
    in_time = life.heard(occurred="2026-05-22T10:00")
    life.now("2026-05-22T12:01")
    late = life.heard("窗户关不严", occurred="2026-05-22T10:00")

    assert late_entries(life) == {late}
    assert {line.concern for line in life.lines()} == {in_time, late}


def test_b21_the_limit_of_entry_is_a_setting(life: Life) -> None:
    setting.set_clock(life.caller, life.store, clock="entry", amount=1, unit="hour")
    life.now("2026-05-22T11:30")
    late = life.heard(occurred="2026-05-22T10:00")

    assert late_entries(life) == {late}


def test_reminder_supervision_and_report_follow_each_other(life: Life) -> None:
    concern = life.in_progress(life.heard(), grade="3")
    stages = []
    for now in ("2026-05-25T09:00", "2026-05-27T10:00", "2026-05-27T18:01", "2026-06-03T18:00", "2026-06-03T18:01"):
        life.now(now)
        stages.append(life.stage(concern, "resolve"))

    assert stages == ["in_time", "remind", "supervise", "supervise", "report"]
    assert life.standing(concern).escalations == ("report",)


@pytest.mark.parametrize(("told", "clock", "due"), [
    ({"grade": "2"}, "callback", "2026-05-27T18:00"),
    ({"grade": "2", "risk": "media"}, "callback_at_risk", "2026-05-25T18:00"),
])  # fmt: skip
def test_the_client_is_called_within_three_working_days_or_one_at_risk(
    life: Life, told: dict[str, str], clock: str, due: str
) -> None:
    concern = life.called_back(life.heard(), **told)

    (found,) = life.standing(concern).clocks
    assert (found.clock, life.due(concern, clock)) == (clock, due)


def test_a_clock_a_day_ahead_gives_nobody_more_time_and_orders_nothing(life: Life) -> None:
    # A device whose clock is a day ahead takes it down and hands it over; the office goes on with the right one.
    life.now("2026-05-23T10:00")
    concern = life.dispatched(life.heard(), grade="3", due_resolve="", due_first_reply="")
    life.now("2026-05-22T10:30")
    found = life.standing(concern)
    assert [(one.clock, one.stage) for one in found.clocks][:1] == [("sign_for", "in_time")]
    assert life.due(concern, "sign_for") == "2026-05-22T14:30"
    life.must(concern, "in_progress", life.handler)
    life.must(concern, "resolved", life.handler, **RESULT, approved_by=life.head)
    # The step that the table asks about is the one before, whatever the clocks say.
    life.must(concern, "callback", life.callback, try_result="no_answer")
    life.must(concern, "callback", life.callback, try_result="reached")
    life.must(concern, "closed", life.callback, verdict="solved", client_words="好了")

    assert life.lines()[0].state == "closed"


# A later day


def test_a_later_day_is_asked_for_by_the_head_agreed_by_the_lead_and_told_to_the_client(life: Life) -> None:
    concern = life.in_progress(life.heard(), grade="3")
    extending.ask(life.caller, life.store, concern=concern, new_due="2026-06-05", reason="材料定制要一周", by=life.head)
    assert life.standing(concern).escalations == ("extension_asked",)
    with pytest.raises(Refused, match="extension_role"):
        extending.decide(life.caller, life.store, concern=concern, by=life.head, is_agreed=True)

    extending.decide(life.caller, life.store, concern=concern, by=life.supervisor, is_agreed=True)
    assert life.kept(concern).new_due == "2026-06-05"
    assert life.standing(concern).escalations == ("extension_untold",)
    extending.told(life.caller, life.store, concern=concern)
    assert life.standing(concern).escalations == ()
    life.now("2026-06-05T23:59")
    assert overdue(life) == set()
    life.now("2026-06-06T00:00")
    assert overdue(life) == {concern}


def test_a_later_day_is_refused_by_every_rule(life: Life) -> None:
    concern = life.in_progress(life.heard(), grade="3")  # due 27 May, 18:00

    def asked(day: str, by: str = "") -> str:
        try:
            extending.ask(life.caller, life.store, concern=concern, new_due=day, reason="要等", by=by or life.head)
        except (Refused, Misused) as trouble:
            return trouble.code
        extending.decide(
            life.caller, life.store, concern=concern, by=life.supervisor, is_agreed=True, is_client_told=True
        )
        return ""

    assert asked("2026-06-05", life.handler) == "extension_role"
    assert asked("2026-05-26") == "extension_not_later"
    assert asked("next week") == "day_unreadable"
    assert asked("2026-06-01") == ""
    assert asked("2026-06-05") == ""
    assert asked("2026-06-09") == "extension_limit"  # two at most
    life.now("2026-06-06T09:00")
    assert asked("2026-06-09") == "extension_too_late"
    life.must(concern, "resolved", life.handler, **RESULT, approved_by=life.head)
    assert asked("2026-06-09") == "extension_state"
    with pytest.raises(Refused, match="extension_none"):
        extending.decide(life.caller, life.store, concern=concern, by=life.supervisor, is_agreed=True)


def test_a_refused_request_leaves_the_day_and_counts_for_nothing(life: Life) -> None:
    concern = life.in_progress(life.heard(), grade="3")
    for _ in range(3):
        extending.ask(life.caller, life.store, concern=concern, new_due="2026-06-05", reason="要等", by=life.head)
        with pytest.raises(Refused, match="extension_waiting"):
            extending.ask(life.caller, life.store, concern=concern, new_due="2026-06-06", reason="要等", by=life.head)
        extending.decide(life.caller, life.store, concern=concern, by=life.supervisor, is_agreed=False)

    assert life.kept(concern).new_due is None
    assert [one.agreed for one in extending.of_concern(life.caller, life.store, concern=concern)] == [0, 0, 0]


# Setting


def test_swapped_weekends_come_in_from_a_list_and_a_second_time_change_nothing(life: Life, tmp_path: Path) -> None:
    file = tmp_path / "2026.csv"
    file.write_text("日期,安排,名称\n2026-05-23,上班,调休\n2026-05-25,放假,补休\n", encoding="utf-8")
    assert setting.import_days(life.caller, life.store, file=file).changed == 2
    assert setting.import_days(life.caller, life.store, file=file).changed == 0

    life.now("2026-05-22T16:00")
    concern = life.dispatched(life.heard())
    assert life.due(concern, "sign_for") == "2026-05-23T11:00"
    assert setting.drop_day(life.caller, life.store, day=date(2026, 5, 23))
    assert life.due(concern, "sign_for") == "2026-05-26T11:00"


def test_a_department_s_own_days_stand_above_those_of_all(life: Life, tmp_path: Path) -> None:
    file = tmp_path / "2026.csv"
    file.write_text("day,work,name\n2026-05-23,work,\n", encoding="utf-8")
    setting.import_days(life.caller, life.store, file=file)
    file.write_text("day,work,name\n2026-05-23,rest,\n", encoding="utf-8")
    setting.import_days(life.caller, life.store, file=file, department="engineering")
    life.now("2026-05-22T16:00")

    engineering = life.dispatched(life.heard())
    property_concern = life.dispatched(life.heard("灯坏了"), department="property")

    assert life.due(engineering, "sign_for") == "2026-05-25T11:00"
    assert life.due(property_concern, "sign_for") == "2026-05-23T11:00"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"clock": "entry", "amount": 2, "unit": "percent"}, "clock_unit"),
        ({"clock": "remind", "amount": 2, "unit": "hour"}, "clock_unit"),
        ({"clock": "remind", "amount": 101, "unit": "percent"}, "clock_amount"),
        ({"clock": "entry", "amount": -1, "unit": "hour"}, "clock_amount"),
        ({"clock": "lunch", "amount": 1, "unit": "hour"}, "code_unknown"),
        ({"clock": "entry", "amount": 1, "unit": "moon"}, "code_unknown"),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(life: Life, told: dict[str, object], code: str) -> None:
    with pytest.raises(Misused, match=code):
        setting.set_clock(life.caller, life.store, **told)  # type: ignore[arg-type]  # wrong on purpose
