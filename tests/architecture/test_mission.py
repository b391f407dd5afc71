"""What the articles ask for and the tests that show it: the list is made, never written."""

from tests.mission import TARGET, asked, shown, table


def test_the_list_of_what_is_shown_is_as_made_from_the_tests() -> None:
    assert TARGET.read_text("utf-8") == table(), "python3 run.py coverage"


def test_no_test_shows_what_nobody_asks_for() -> None:
    assert not shown().keys() - asked().keys()
