"""What tick boxes mean together."""

import pytest

from desktop.rules.boxes import contradicting, group_of, in_form_order, row_of, ticked_one


@pytest.mark.parametrize(
    ("ticked", "against"),
    [
        ({"verdict.a"}, set()),
        ({"verdict.a", "verdict.b", "recheck"}, {"verdict.a", "verdict.b"}),
        ({"answer.1.solved", "answer.2.later"}, set()),
        ({"answer.2.solved", "answer.2.later"}, {"answer.2.solved", "answer.2.later"}),
        ({"relation.owner", "relation.tenant", "signer.self"}, {"relation.owner", "relation.tenant"}),
        ({"consent.share", "consent.picture", "consent.sound", "consent.quote"}, set()),
    ],
)
def test_two_ticks_of_which_only_one_can_be_meant_contradict_each_other(ticked: set[str], against: set[str]) -> None:
    assert contradicting(ticked) == against


def test_a_box_knows_its_group_and_its_row() -> None:
    assert [group_of(box) for box in ("answer.12.later", "verdict.c", "consent.share", "recheck")] == [
        "answer.12", "verdict", "", "",
    ]  # fmt: skip
    assert [row_of(box) for box in ("answer.12.later", "verdict.c", "answer.x.later")] == [12, 0, 0]


def test_one_tick_of_a_group_is_its_word_and_two_are_none() -> None:
    assert ticked_one(["verdict.b", "recheck"], "verdict") == "b"
    assert ticked_one(["verdict.b", "verdict.a"], "verdict") == ""
    assert ticked_one([], "verdict") == ""


def test_what_was_settled_comes_first_and_who_signed_last() -> None:
    boxes = ["anonymous", "signer.self", "verdict.b", "verdict.a", "answer.2.solved", "answer.1.later"]
    assert in_form_order(boxes) == [
        "answer.1.later", "answer.2.solved", "verdict.b", "verdict.a", "anonymous", "signer.self",
    ]  # fmt: skip
