"""Which change of a field may be taken back by itself."""

import pytest

from db.records import BY_TABLE, NAMES
from desktop.rules.undoing import UNDOABLE, against_undo, together_with


@pytest.mark.parametrize("table", sorted(UNDOABLE))
def test_what_may_be_taken_back_is_there_and_not_written_once(table: str) -> None:
    assert UNDOABLE[table] <= set(NAMES[table])
    assert not UNDOABLE[table] & BY_TABLE[table].write_once


@pytest.mark.parametrize(
    ("table", "column", "facts", "code"),
    [
        ("client", "name", {}, None),
        ("client", "name", {"is_last": False}, "undo_not_last"),
        ("client", "name", {"is_torn": True}, "undo_torn"),
        ("concern", "grade", {"is_of_step": True}, "undo_by_step"),
        ("concern", "words", {}, "undo_not_here"),
        ("concern", "verdict", {}, "undo_not_here"),
        ("check_in", "undone", {}, "undo_not_here"),
        ("client", "deleted", {}, "undo_not_here"),
    ],
)
def test_the_reason_against_it_is_the_first_that_counts(
    table: str, column: str, facts: dict[str, bool], code: str | None
) -> None:
    given = {"is_last": True, "is_torn": False, "is_of_step": False, **facts}

    against = against_undo(table, column, **given)

    assert (against.code if against else None) == code


def test_a_promise_s_keeper_goes_with_the_day_it_was_kept() -> None:
    assert together_with("promise", "kept_at") == "kept_by"
    assert together_with("client", "name") is None
