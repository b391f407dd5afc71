"""A device's fingerprint as two people compare it: letters, words, or a code that a scanner reads."""

import base64
import binascii
import re
import tomllib
from functools import cache
from typing import Final, Literal

from resources import path

# 80 bits: more than anybody could search through for a key that reads the same.
WORDS: Final = 10
LETTERS: Final = 32
_MARK: Final = "QTD"
_SCANNED = re.compile(rf"{_MARK}[A-Z2-7]{{{LETTERS}}}")


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    with path("texts/fingerprint_words.toml").open("rb") as stream:
        return {language: tuple(text.split()) for language, text in tomllib.load(stream).items()}


def words(fingerprint: str, language: Literal["zh", "en"]) -> tuple[str, ...]:
    """The ten words of a fingerprint (eight groups of four letters); () for what is none."""
    try:
        raw = base64.b32decode(fingerprint.replace("-", ""))
    except (binascii.Error, ValueError):
        return ()
    return tuple(_lists()[language][byte] for byte in raw[:WORDS]) if len(raw) >= WORDS else ()


def code_text(fingerprint: str) -> str:
    """What the code on a device's screen holds."""
    return _MARK + fingerprint.replace("-", "")


def read_code(text: str) -> str:
    """The fingerprint that a scanner has read from such a code; "" for anything else."""
    typed = text.strip().upper()
    if not _SCANNED.fullmatch(typed):
        return ""
    letters = typed.removeprefix(_MARK)
    return "-".join(letters[at : at + 4] for at in range(0, LETTERS, 4))
