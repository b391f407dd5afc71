"""The 24 characters and the seven digits."""

import hashlib
import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tokens.code import (
    ALPHABET,
    Code,
    check_digit,
    code_hash,
    event_mark,
    make_code,
    read_code,
    read_spoken,
    spoken_number,
)

SECRET = bytes(range(32))
# The full-width twins that an input method writes.
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
codes_made = st.builds(make_code, st.text(max_size=40), st.binary(min_size=16, max_size=64), st.text(max_size=40))


@given(codes_made)
def test_a_code_has_24_characters_of_the_alphabet_and_is_read_back(code: str) -> None:
    assert len(code) == 24
    assert set(code) <= set(ALPHABET)
    assert read_code(code) == Code(code, code[2:6])


def test_the_same_invitation_has_the_same_code_and_each_another() -> None:
    made = {make_code("event-1", SECRET, f"invitation-{number}") for number in range(2_000)}
    assert len(made) == 2_000
    assert make_code("event-1", SECRET, "invitation-7") in made
    assert make_code("event-1", SECRET[::-1], "invitation-7") not in made


def test_a_code_carries_the_mark_of_its_event() -> None:
    code = read_code(make_code("event-1", SECRET, "invitation-7"))
    assert code is not None
    assert code.event_mark == event_mark("event-1") != event_mark("event-2")


def test_a_code_is_what_the_specification_says() -> None:
    # Worked out with whole numbers from RFC 4648, FIPS 180 and RFC 2104, five bits at a time.
    def letters(value: int, count: int) -> str:
        return "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(count)))

    mark = int(hashlib.sha256(b"event-1").hexdigest(), 16) >> 236
    inner = hashlib.sha256(bytes(b ^ 0x36 for b in SECRET.ljust(64, b"\0")) + b"invitation-7").digest()
    outer = hashlib.sha256(bytes(b ^ 0x5C for b in SECRET.ljust(64, b"\0")) + inner).hexdigest()
    body = "QT" + letters(mark, 4) + letters(int(outer, 16) >> 176, 16)
    value = sum(ALPHABET.index(letter) * 32**place for place, letter in enumerate(reversed(body)))
    assert make_code("event-1", SECRET, "invitation-7") == body + letters(value % 1021, 2)


def test_a_code_printed_today_is_printed_the_same_in_later_versions() -> None:
    assert make_code("event-1", SECRET, "invitation-7") == "QTZY3IVAADO36VTA52ZYIZO5"


def test_a_short_secret_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="too short"):
        make_code("event-1", b"fifteen bytes!!", "invitation-7")


@pytest.mark.parametrize("number", range(12))
def test_every_changed_character_is_noticed(number: int) -> None:
    code = make_code(f"event-{number % 3}", SECRET, f"invitation-{number}")
    for place, character in itertools.product(range(24), ALPHABET):
        if character != code[place]:
            assert read_code(code[:place] + character + code[place + 1 :]) is None


@pytest.mark.parametrize("number", range(200))
def test_every_exchange_of_two_characters_is_noticed(number: int) -> None:
    code = make_code(f"event-{number % 7}", SECRET, f"invitation-{number}")
    for first, second in itertools.combinations(range(24), 2):
        swapped = list(code)
        swapped[first], swapped[second] = code[second], code[first]
        if code[first] != code[second]:
            assert read_code("".join(swapped)) is None


def test_a_code_is_trimmed_and_upper_cased() -> None:
    code = make_code("event-1", SECRET, "invitation-7")
    for typed in (f" {code}\r\n", code.lower(), f"\t{code.title()}\n", f"\u3000{code}\u3000"):
        assert read_code(typed) == Code(code, code[2:6])


def test_nothing_else_is_repaired() -> None:
    code = make_code("event-1", SECRET, "invitation-7")
    for typed in (
        code.translate(WIDE),
        code[:-1],
        code + "A",
        code[:12] + " " + code[12:],
        f"\ufeff{code}",
        code + "\0",
        "",
    ):
        assert read_code(typed) is None


def test_a_letter_of_another_alphabet_does_not_pass_by_upper_casing() -> None:
    # Upper-casing turns the dotless i into I, the long s into S, and a ligature into two letters.
    for code in (make_code("event-1", SECRET, f"invitation-{number}") for number in range(100)):
        for foreign, letters in (("\u0131", "I"), ("\u017f", "S"), ("\ufb01", "FI"), ("\ufb06", "ST")):
            assert read_code(code.replace(letters, foreign)) in (None, Code(code, code[2:6]))
            if letters in code:
                assert read_code(code.replace(letters, foreign)) is None


@pytest.mark.parametrize("text", ["Q" * 10_000, " " * 10_000, "QT" * 5_000, "码" * 10_000, "\0" * 24, "QT" + "é" * 22])
def test_a_long_or_strange_text_is_no_code(text: str) -> None:
    assert read_code(text) is None


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_without_trouble(text: str) -> None:
    code = read_code(text)
    assert code is None or code.text == text.strip().upper()


def test_the_right_check_behind_another_prefix_is_no_code() -> None:
    body = "XX" + make_code("event-1", SECRET, "invitation-7")[2:22]
    assert all(read_code(body + a + b) is None for a, b in itertools.product(ALPHABET, repeat=2))


def test_exactly_one_pair_of_check_characters_fits() -> None:
    body = make_code("event-1", SECRET, "invitation-7")[:22]
    assert sum(read_code(body + a + b) is not None for a, b in itertools.product(ALPHABET, repeat=2)) == 1


def test_the_device_holds_the_sha_256_in_hex() -> None:
    assert code_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert code_hash("QT") == hashlib.sha256(b"QT").hexdigest()


# The spoken number


@pytest.mark.parametrize(("digits", "check"), [("0794", "5"), ("8609574271", "9"), ("123456", "8")])
def test_the_check_digit_follows_the_standard(digits: str, check: str) -> None:
    # The example of ISO 7064, a published specimen of a tax number, and one worked out by hand.
    assert check_digit(digits) == check


def test_the_check_digit_ends_the_spoken_number() -> None:
    assert spoken_number("123456") == "1234568"


def test_a_drawn_number_has_seven_digits_and_does_not_begin_with_zero() -> None:
    drawn = {spoken_number() for _ in range(200)}
    assert len(drawn) > 190
    for number in drawn:
        assert len(number) == 7
        assert number[0] != "0"
        assert read_spoken(number) == number


@given(st.integers(0, 999_999), st.integers(0, 6), st.sampled_from(string.digits))
def test_every_wrong_digit_of_a_spoken_number_is_noticed(six: int, place: int, digit: str) -> None:
    number = spoken_number(f"{six:06d}")
    wrong = number[:place] + digit + number[place + 1 :]
    assert read_spoken(wrong) == (number if wrong == number else None)


def test_a_spoken_number_is_typed_in_groups_and_in_any_width() -> None:
    number = spoken_number("123456")
    for typed in (f"{number[:3]} {number[3:]}", f" {number[:3]}-{number[3:]} ", number.translate(WIDE)):
        assert read_spoken(typed) == number


@pytest.mark.parametrize(
    "text", ["", "123456", "12345678", "12345a7", "一二三四五六七", "7" * 10_000, "१२३४५६७", "²345678"]
)
def test_anything_else_is_no_spoken_number(text: str) -> None:
    assert read_spoken(text) is None


@pytest.mark.parametrize("digits", ["", "12345", "1234567", "12345x", "123456".translate(WIDE)])
def test_only_six_digits_get_a_check_digit(digits: str) -> None:
    with pytest.raises(ValueError, match="six digits"):
        spoken_number(digits)
