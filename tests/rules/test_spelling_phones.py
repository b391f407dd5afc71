"""Telephone numbers as lists keep them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.spelling.phones import phone_masked, phone_tail, read_phones

MOBILE = ("13800138000",)


def wide(text: str) -> str:
    """The same text as a Chinese input method types it at full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


@pytest.mark.parametrize(
    "cell",
    [
        "13800138000", 13800138000, 13800138000.0, "13800138000.0", wide("13800138000"), "+86 138-0013-8000",
        "'13800138000", "138 0013 8000", "8613800138000", "0086 13800138000", "013800138000",
        "\u202d13800138000\u202c", "手机：13800138000（本人）", "13800138000(妻)", "138—0013—8000",
    ],
)  # fmt: skip
def test_a_mobile_number_is_eleven_digits_however_it_was_typed(cell: str | int | float) -> None:
    reading = read_phones(cell)
    assert (reading.phones, reading.problem) == (MOBILE, None)


@pytest.mark.parametrize(
    "cell",
    [
        "13800138000/13900139000", "13800138000、13900139000", "13800138000，13900139000", "13800138000；13900139000",
        "13800138000 13900139000", "13800138000\n13900139000", "13800138000或13900139000",
        "妻 13800138000 夫 13900139000",
    ],
)  # fmt: skip
def test_two_numbers_in_a_cell_are_two_phones(cell: str) -> None:
    assert read_phones(cell).phones == ("13800138000", "13900139000")


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("010-12345678", "010-12345678"),
        ("(0755) 8333 4444", "0755-83334444"),
        ("010-12345678转8001", "010-12345678"),
        ("021 12345678 ext. 12", "021-12345678"),
        ("+86 10 12345678", "010-12345678"),
        ("400-800-1234", "4008001234"),
        ("88886666", "88886666"),
        ("(852) 2123 4567", "+85221234567"),
        ("00852 2123 4567", "+85221234567"),
        ("+853 2812 3456", "+85328123456"),
        ("886 912 345 678", "+886912345678"),
        ("+1 415 555 2671", "+14155552671"),
    ],
)
def test_landlines_and_foreign_numbers_have_one_form(cell: str, phone: str) -> None:
    assert read_phones(cell).phones == (phone,)


@pytest.mark.parametrize(
    ("cell", "problem", "digits"),
    [
        ("1.38E+10", "phone_digits_lost", 3),
        ("1380013800", "phone_length", 10),
        ("138001380001", "phone_length", 12),
        ("12345", "phone_length", 5),
        ("138O0138000", "phone_unreadable", 10),
        ("见备注", "phone_unreadable", 0),
        ("13800138000/1390013900", "phone_length", 10),
    ],
)
def test_a_number_that_cannot_be_right_is_told_and_never_mended(cell: str, problem: str, digits: int) -> None:
    reading = read_phones(cell)
    assert (reading.problem, reading.digits, reading.typed) == (problem, digits, cell)


@pytest.mark.parametrize("cell", ["", "  ", "无", "-", "暂无", "N/A"])
def test_no_number_is_no_problem(cell: str) -> None:
    reading = read_phones(cell)
    assert (reading.phones, reading.problem) == ((), None)


@pytest.mark.parametrize("cell", [float("nan"), float("inf"), True, -1.5])
def test_a_cell_that_is_no_number_at_all_is_unreadable(cell: float) -> None:
    assert read_phones(cell).problem is not None


@given(st.text() | st.floats() | st.integers())
def test_no_cell_makes_the_reader_stumble(cell: str | int | float) -> None:
    reading = read_phones(cell)
    assert all(phone.lstrip("+").replace("-", "").isdecimal() for phone in reading.phones)


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13800138000", "138****8000"),
        ("010-12345678", "010-****5678"),
        ("+85221234567", "+852****4567"),
        ("1234567", "****67"),
    ],
)
def test_a_masked_phone_hides_its_middle(phone: str, shown: str) -> None:
    assert phone_masked(phone) == shown


def test_the_tail_of_a_phone_is_digits_only() -> None:
    assert phone_tail("010-12345678") == "5678"
    assert phone_tail("13800138000", 3) == "000"
