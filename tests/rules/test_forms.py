"""How sheets stand, when an entry is late, what a form's code holds, how the time on paper is read."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Misused
from desktop.rules.forms import LATE_AFTER_MS, Sheet, code_text, is_late, read_form_time, standing
from desktop.rules.numbers import Number, parse_number
from desktop.rules.times import to_ms

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    return to_ms(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI))


NEAR = at("2026-05-16 09:42:31")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-05-16 10:30", "2026-05-16 10:30"),
        ("5-16 9:05", "2026-05-16 09:05"),
        ("5月17日 9点30分", "2026-05-17 09:30"),
        ("5.17 9：30", "2026-05-17 09:30"),
        ("14:05", "2026-05-16 14:05"),
        ("5-15", "2026-05-15 09:42"),
        ("2026-05-16T10:30:00+08:00", "2026-05-16 10:30"),
    ],
)
def test_the_time_on_paper_is_read_as_people_write_it(typed: str, meant: str) -> None:
    assert read_form_time(typed, NEAR, SHANGHAI) == at(meant)


def test_a_day_of_december_read_in_january_is_last_years() -> None:
    assert read_form_time("12-30 9:00", at("2027-01-04 10:00"), SHANGHAI) == at("2026-12-30 09:00")


@pytest.mark.parametrize("typed", ["昨天", "13-40", "25:00", "5-16 9", "", "2-30"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Misused) as refused:
        read_form_time(typed, NEAR, SHANGHAI)

    assert refused.value.code == "time_unreadable"


def test_a_day_and_no_more_is_not_late() -> None:
    assert not is_late(NEAR, NEAR + LATE_AFTER_MS)
    assert is_late(NEAR, NEAR + LATE_AFTER_MS + 1)


def test_a_forms_code_is_what_any_scanner_can_type_and_means_the_form() -> None:
    text = code_text("青-05-7K2A-0021")

    assert text == "05-7K2A-0021"
    assert text.isascii()
    assert parse_number(text) == Number(None, 5, "7K2A", 21)
    assert code_text("no number") == "no number"


@given(st.builds(Sheet, *(st.booleans(),) * 4, st.sampled_from([None, True, False])))
def test_every_issued_sheet_is_exactly_one_of_four(sheet: Sheet) -> None:
    found = standing(sheet)

    assert (found == "unissued") == (not sheet.was_issued and not sheet.has_words)
    if sheet.has_words or sheet.entered:
        assert found == "entered"
    elif sheet.returned:
        assert found == "returned"
    elif sheet.issued:
        assert found == ("unused" if sheet.came is False else "missing")
