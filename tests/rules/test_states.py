"""States, what they ask for, and which of several counts."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Concern
from desktop.rules.codes import codes, list_names
from desktop.rules.states import FINISH_ORDER, STATES, is_for_another, shown_state
from desktop.rules.transitions import TRANSITIONS

ORDER_AS_WRITTEN = """reopened recorded answered accepted returned dispatched on_hold in_progress resolved
    callback merged closed_unreached closed_explained closed void"""
WRITTEN_ORDER = ORDER_AS_WRITTEN.split()

# What a person must tell on entering; everything else has a default or may be empty.
REQUIRED = {
    "draft": "",
    "recorded": "words received_by type",
    "answered": "answer",
    "accepted": "area department grade",
    "dispatched": "department",
    "returned": "reason proposed_department",
    "in_progress": "",
    "on_hold": "reason until client_told",
    "resolved": "result cause measure evidence",
    "callback": "",
    "reopened": "reason asked_by new_due",
    "closed": "",
    "closed_explained": "explained_reason explanation explained_on external_path client_told",
    "closed_unreached": "",
    "merged": "master",
    "void": "reason",
}


def test_the_states_have_words_in_the_order_of_a_life() -> None:
    assert codes("state") == tuple(STATES)


def test_each_state_asks_what_the_table_says() -> None:
    asked = {name: " ".join(field.name for field in state.fields if field.required) for name, state in STATES.items()}
    assert asked == REQUIRED


def test_every_field_has_words_and_every_choice_its_list() -> None:
    for transition in TRANSITIONS:
        for field in transition.all_fields():
            assert field.name in codes("field")
            assert field.kind in codes("field_kind")
            assert (field.kind == "choice") == (field.choices in list_names())


def test_no_field_is_asked_twice_in_one_step() -> None:
    for transition in TRANSITIONS:
        names = [field.name for field in transition.all_fields()]
        assert len(names) == len(set(names)), transition


def test_what_is_kept_with_the_concern_has_a_place_there() -> None:
    columns = {name for name in Concern.__dataclass_fields__}
    for state in STATES.values():
        assert {field.name for field in state.fields if field.kept == "concern"} <= columns, state.name


def test_every_stored_state_has_its_place_in_the_finish_order() -> None:
    assert list(FINISH_ORDER) == WRITTEN_ORDER
    assert set(FINISH_ORDER) == {name for name, state in STATES.items() if state.stored}


def test_of_two_rivals_the_less_finished_counts() -> None:
    for first, second in itertools.combinations(WRITTEN_ORDER, 2):
        assert shown_state((first, second)) == first
        assert shown_state((second, first)) == first


@given(st.lists(st.sampled_from(WRITTEN_ORDER), min_size=1))
def test_the_order_in_which_rivals_arrive_does_not_matter(heads: list[str]) -> None:
    assert shown_state(heads) == shown_state(heads[::-1]) == shown_state(sorted(heads))


def test_a_state_of_a_newer_version_is_not_hidden_by_a_finished_one() -> None:
    assert shown_state(("closed", "appealed")) == "appealed"


def test_a_concern_without_steps_has_no_state() -> None:
    with pytest.raises(ValueError, match="empty"):
        shown_state(())


def test_what_a_recorder_writes_at_a_talk_is_not_a_step_entered_for_another() -> None:
    assert not is_for_another("recorded", "in_person")
    assert not is_for_another("answered", "in_person")
    assert is_for_another("recorded", "signed_sheet")
    assert is_for_another("resolved", "in_person")
