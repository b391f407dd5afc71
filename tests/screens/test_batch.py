"""Several concerns picked out: what they can do together."""

from desktop.office.batch import asked_together, batch_steps, remindable
from desktop.office.state import WorkLine


def line(number: int, state: str) -> WorkLine:
    return WorkLine(f"c{number}", f"青-01-{number}", "词", state, "客户")


def test_each_step_names_who_can_and_who_cannot() -> None:
    accepted, returned, recorded = line(1, "accepted"), line(2, "returned"), line(3, "recorded")

    steps = {step.target: step for step in batch_steps((accepted, returned, recorded))}

    assert steps["dispatched"].able == (accepted, returned)
    assert steps["dispatched"].unable == (recorded,)
    assert steps["accepted"].able == (recorded,)


def test_what_leads_on_for_most_comes_first() -> None:
    steps = batch_steps((line(1, "dispatched"), line(2, "dispatched"), line(3, "accepted")))

    assert [step.target for step in steps][:2] == ["in_progress", "dispatched"]
    assert [step.is_forward for step in steps] == sorted((step.is_forward for step in steps), reverse=True)


def test_nothing_ends_together_and_nothing_joined_comes_back_together() -> None:
    every = tuple(line(number, state) for number, state in enumerate(("callback", "in_progress", "merged", "closed")))

    targets = {step.target for step in batch_steps(every)}

    assert not targets & {"closed", "void", "merged", "closed_explained", "closed_unreached", "reopened", "recorded"}


def test_what_a_concern_holds_already_may_be_left_empty() -> None:
    (step,) = [one for one in batch_steps((line(1, "accepted"), line(2, "returned"))) if one.target == "dispatched"]

    asked, move = asked_together(step, ())

    assert asked.concerns == ("c1", "c2")
    assert asked.lines == (("青-01-1", "词"), ("青-01-2", "词"))
    assert {field.name: field.required for field in move.fields}["department"] is False


def test_only_departments_with_the_next_step_are_reminded() -> None:
    lines = tuple(line(number, state) for number, state in enumerate(("accepted", "dispatched", "on_hold", "callback")))

    assert [one.state for one in remindable(lines)] == ["dispatched", "on_hold"]
