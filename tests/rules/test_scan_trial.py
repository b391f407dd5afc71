"""What is said of a scanner follows from the characters that came, and from when they came."""

import pytest

from desktop.rules.scan_trial import TRIAL_TEXT, Heard, Verdict, judge
from desktop.tokens.code import ALPHABET


def heard(text: str, gap_ms: int = 8, *, typed: str | None = None) -> list[Heard]:
    """Characters with the same pause between them; `typed` where the keys write something else."""
    written = typed or text
    pairs = zip(text, written, strict=True)
    return [Heard(one, other, 1_000 + number * gap_ms) for number, (one, other) in enumerate(pairs)]


def judged(text: str, gap_ms: int = 8, *, typed: str | None = None) -> Verdict:
    verdict = judge(heard(text, gap_ms, typed=typed))
    assert verdict is not None
    return verdict


def test_the_code_has_every_character_of_our_codes_once() -> None:
    assert len(TRIAL_TEXT) == len(set(TRIAL_TEXT)) == 37
    assert set(ALPHABET) <= set(TRIAL_TEXT)


@pytest.mark.parametrize(("closing", "end"), [("", "none"), ("\r", "enter"), ("\t", "tab")])
def test_a_plain_scan_is_well_and_its_closing_key_is_known(closing: str, end: str) -> None:
    verdict = judged(TRIAL_TEXT + closing)

    assert (verdict.is_well, verdict.prefix, verdict.suffix, verdict.end) == (True, "", "", end)
    assert verdict.closing == closing
    assert (verdict.typical_ms, verdict.longest_ms, verdict.gap_ms) == (8, 8, 50)


def test_what_the_scanner_adds_is_found_before_and_behind() -> None:
    verdict = judged(f"]Q1{TRIAL_TEXT}ZZ\r")

    assert (verdict.prefix, verdict.suffix, verdict.closing, verdict.is_well) == ("]Q1", "ZZ", "ZZ\r", True)


@pytest.mark.parametrize(
    ("gap_ms", "kept_ms", "cause"), [(30, 50, ""), (60, 90, ""), (140, 150, ""), (151, 150, "slow"), (300, 150, "slow")]
)
def test_a_slow_scanner_gets_a_longer_pause_until_it_is_too_slow(gap_ms: int, kept_ms: int, cause: str) -> None:
    verdict = judged(TRIAL_TEXT, gap_ms)

    assert (verdict.gap_ms, verdict.cause, verdict.is_well) == (kept_ms, cause, not cause)


def test_a_french_layout_is_told_by_what_it_changes() -> None:
    french = str.maketrans("0123456789-AQZW", "à&é\"'(§è!ç)QAWZ")
    verdict = judged(TRIAL_TEXT.translate(french))

    assert (verdict.cause, verdict.is_well) == ("layout", False)
    assert ("1", "&") in verdict.changed
    assert not verdict.missing


def test_a_german_layout_is_told_by_two_letters_that_changed_places() -> None:
    verdict = judged(TRIAL_TEXT.replace("YZ", "ZY"))

    assert (verdict.cause, verdict.is_well) == ("layout", False)


@pytest.mark.parametrize("typed", ["\uff10\uff11\uff12", "的一了"])
def test_an_input_method_is_told_by_what_no_key_writes(typed: str) -> None:
    verdict = judged(typed + TRIAL_TEXT[3:])

    assert (verdict.cause, verdict.is_well) == ("input_method", False)


def test_a_garbled_scan_is_read_in_its_likeliest_way() -> None:
    french = str.maketrans("0123456789-AQZW", "à&é\"'(§è!ç)QAWZ")
    verdict = judged("]Q1" + TRIAL_TEXT.translate(french).replace("K", "") + "\r")

    assert (verdict.prefix, verdict.missing, verdict.cause) == ("]Q1", "K", "layout")
    assert verdict.changed[:3] == (("0", "à"), ("1", "&"), ("2", "é"))


def test_characters_that_never_came_are_named() -> None:
    verdict = judged(TRIAL_TEXT.replace("3", "").replace("K", ""))

    assert (verdict.missing, verdict.changed, verdict.cause) == ("3K", (), "lost")


def test_caps_lock_is_told_and_does_no_harm() -> None:
    verdict = judged(TRIAL_TEXT, typed=TRIAL_TEXT.lower())

    assert (verdict.cause, verdict.is_well) == ("caps_lock", True)


@pytest.mark.parametrize("text", ["", "\r", "12345", "12345\r"])
def test_a_few_keys_are_no_scan(text: str) -> None:
    assert judge(heard(text)) is None


def test_a_serial_scanner_has_no_pauses() -> None:
    verdict = judge(heard(TRIAL_TEXT + "\r", gap_ms=900), is_timed=False)

    assert verdict is not None
    assert (verdict.longest_ms, verdict.is_well) == (0, True)
