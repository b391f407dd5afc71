"""A fingerprint in words and as a code: every device reads the same, and no two words sound alike."""

import base64
import hashlib
import os
import subprocess
import sys
import tomllib

import pytest

from desktop.rules.fingerprints import WORDS, code_text, read_code, words
from resources import path

PRINT = "-".join(
    base64.b32encode(hashlib.sha256(b"a device").digest()[:20]).decode()[at : at + 4] for at in range(0, 32, 4)
)


def lists() -> dict[str, list[str]]:
    with path("texts/fingerprint_words.toml").open("rb") as stream:
        return {language: text.split() for language, text in tomllib.load(stream).items()}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_is_a_word_for_every_byte_and_none_twice(language: str) -> None:
    assert len(lists()[language]) == len(set(lists()[language])) == 256


def test_no_two_chinese_words_sound_alike_whatever_the_tone() -> None:
    # In a process of its own: the program reads single characters only and leaves the dictionary of phrases out.
    asked = "import sys; from pypinyin import lazy_pinyin; print(len({tuple(lazy_pinyin(w)) for w in sys.argv[1:]}))"
    surroundings = {name: value for name, value in os.environ.items() if name != "PYPINYIN_NO_PHRASES"}
    told = subprocess.run(
        [sys.executable, "-c", asked, *lists()["zh"]], env=surroundings, capture_output=True, text=True, check=True
    )
    assert int(told.stdout) == 256


def test_the_words_follow_the_letters_and_change_with_the_first_of_them() -> None:
    assert len(words(PRINT, "zh")) == len(words(PRINT, "en")) == WORDS
    other = ("B" if PRINT[0] != "B" else "C") + PRINT[1:]
    assert words(other, "zh")[0] != words(PRINT, "zh")[0]
    assert words(other, "zh")[2:] == words(PRINT, "zh")[2:]


@pytest.mark.parametrize("text", ["", "AB", "not a fingerprint", "1234-5678", "ABCD-EFGH"])
def test_what_is_no_fingerprint_has_no_words(text: str) -> None:
    assert words(text, "zh") == ()


def test_the_code_on_a_screen_reads_back_and_nothing_else_does() -> None:
    assert read_code(code_text(PRINT)) == read_code(f" {code_text(PRINT).lower()}\n") == PRINT
    for text in ("", PRINT, "QTD", code_text(PRINT)[:-1], code_text(PRINT) + "A", "QTX" + code_text(PRINT)[3:]):
        assert read_code(text) == ""
