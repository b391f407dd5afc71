"""Numbers as printed and as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.numbers import Number, parse_number, short_mark

BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
# The full-width twins that an input method writes.
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
FORM = Number("青", 5, "7K2A", 21)
CONCERN = Number("青", 5, "7K2A", 21, 1)

numbers = st.builds(
    Number,
    mark=st.one_of(st.none(), st.sampled_from("青滨湖云Q5")),
    event=st.integers(0, 999),
    writer=st.text(BASE32, min_size=4, max_size=4),
    running=st.integers(1, 99_999),
    concern=st.one_of(st.none(), st.integers(1, 99)),
)


def test_a_form_and_its_concern_are_written_as_on_paper() -> None:
    assert FORM.text() == "青-05-7K2A-0021"
    assert CONCERN.text() == "青-05-7K2A-0021-1"


def test_numbers_grow_past_their_digits() -> None:
    assert Number("青", 123, "7K2A", 12_345).text() == "青-123-7K2A-12345"


@given(numbers)
def test_what_is_printed_is_read_back(number: Number) -> None:
    assert parse_number(number.text()) == number
    assert parse_number(f"  {number.text().lower().replace('-', ' ')} ") == number


@pytest.mark.parametrize(
    "typed",
    [
        "青-05-7K2A-0021",
        "青-05-7k2a-0021",
        " 青 - 05 - 7K2A - 0021 ",
        "青 05 7k2a 21",
        "青-05-7K2A-0021".translate(WIDE),
        "青—05—7K2A—0021",
        "青05-7K2A-0021",
        "青057K2A0021",
        "青ー05ー7K2Aー0021",
        "青/05/7K2A/0021",
    ],
)
def test_a_typed_number_is_read_in_any_spelling(typed: str) -> None:
    assert parse_number(typed) == FORM


@pytest.mark.parametrize("typed", ["05-7K2A-0021", "05 7k2a 0021", "057K2A0021", "057K2A0021".translate(WIDE)])
def test_the_mark_may_be_left_out(typed: str) -> None:
    assert parse_number(typed) == Number(None, 5, "7K2A", 21)


def test_digits_in_the_place_of_the_writer_do_not_confuse_the_parts() -> None:
    assert parse_number("05-2345-2345-1") == Number(None, 5, "2345", 2345, 1)
    assert parse_number("5-05-2345-2345") == Number("5", 5, "2345", 2345)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "-",
        "青",
        "青-05",
        "0021",
        "青-05-7K2A",
        "青-05-7K2A-",
        "青-05-7K2-0021",
        "青-05-7K20-0021",
        "青-05-7K2A-21x",
        "青-5-7K2A-0021",
        "5-7K2A-0021",
        "青-05-7K2A-0021-1-1",
        "青山绿水间-05-7K2A-0021",
        "13800138000",
        "123ABCD0021",
        "青" * 10_000,
        "1" * 10_000,
    ],
)
def test_anything_else_is_no_number(typed: str) -> None:
    assert parse_number(typed) is None


@given(st.text(max_size=70))
def test_any_text_is_read_or_refused_without_trouble(typed: str) -> None:
    parsed = parse_number(typed)
    assert parsed is None or parse_number(parsed.text()) == parsed


def test_the_short_mark_of_an_id_is_four_characters_and_does_not_change() -> None:
    assert short_mark("0197f3a2-0000-7000-8000-000000000001") == short_mark("0197f3a2-0000-7000-8000-000000000001")
    # RFC 4648 of the first 20 bits of SHA-256("abc") = ba7816...
    assert short_mark("abc") == "XJ4B"
