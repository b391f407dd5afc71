"""The text in the hand: 24 characters for a scanner, seven digits for a voice."""

import base64
import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass

from desktop.rules.numbers import short_mark

PREFIX = "QT"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
CODE_LENGTH = 24

_BODY_LENGTH = 22
_RANDOM_BYTES = 10
_SHORTEST_SECRET_BYTES = 16
# The largest prime below 32 squared: neither one changed character nor two exchanged ones keep the remainder.
_MODULUS = 1021
_DIGITS = str.maketrans(ALPHABET, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
_SHAPE = re.compile(f"{PREFIX}[A-Z2-7]{{{CODE_LENGTH - len(PREFIX)}}}")
_SIX_DIGITS = re.compile("[0-9]{6}")
_SEVEN_DIGITS = re.compile("[0-9]{7}")
_LONGEST_SPOKEN = 40


@dataclass(frozen=True, slots=True)
class Code:
    """A well-formed code; whether anybody was given it is another question."""

    text: str
    event_mark: str


def event_mark(event_id: str) -> str:
    """Return the four characters that every code of the event carries."""
    return short_mark(event_id)


def make_code(event_id: str, secret: bytes, invitation_id: str) -> str:
    """Return the code of an invitation, the same each time.

    Whoever holds the project's secret can print it again without having kept it; nobody else can make one.
    A secret under 16 bytes is a ValueError.
    """
    if len(secret) < _SHORTEST_SECRET_BYTES:
        raise ValueError("the secret is too short")
    random_part = hmac.digest(secret, invitation_id.encode(), "sha256")[:_RANDOM_BYTES]
    body = PREFIX + event_mark(event_id) + base64.b32encode(random_part).decode()
    return body + _check(body)


def read_code(text: str) -> Code | None:
    """Read a scanned text, trimmed and upper-cased; None if it is not a code down to its check characters.

    Nothing else is repaired: a look-alike or full-width character is a misread, not a spelling.
    """
    trimmed = text.strip()
    # Upper-casing before this test would let other alphabets in: a dotless i becomes I.
    if len(trimmed) != CODE_LENGTH or not trimmed.isascii():
        return None
    code = trimmed.upper()
    if not _SHAPE.fullmatch(code) or code[_BODY_LENGTH:] != _check(code[:_BODY_LENGTH]):
        return None
    return Code(code, code[len(PREFIX) : len(PREFIX) + 4])


def code_hash(code_text: str) -> str:
    """Return the SHA-256 in hex that a device holds in place of the code."""
    return hashlib.sha256(code_text.encode()).hexdigest()


def spoken_number(six_digits: str | None = None) -> str:
    """Return seven digits: six drawn at random, or those given, and their check digit.

    Drawn numbers never begin with 0, which spreadsheets drop. Anything but six digits given is a ValueError.
    """
    digits = six_digits if six_digits is not None else str(100_000 + secrets.randbelow(900_000))
    if not _SIX_DIGITS.fullmatch(digits):
        raise ValueError("six digits are needed")
    return digits + check_digit(digits)


def check_digit(digits: str) -> str:
    """Return the check digit of ISO 7064, mod 11,10: it tells every single wrong digit."""
    product = 10
    for digit in digits:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return str((11 - product) % 10)


def read_spoken(text: str) -> str | None:
    """Read a typed spoken number, with spaces, dashes or full-width digits; None if it is none."""
    if len(text) > _LONGEST_SPOKEN:
        return None
    digits = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text))
    if not _SEVEN_DIGITS.fullmatch(digits):
        return None
    return digits if digits == spoken_number(digits[:6]) else None


def _check(body: str) -> str:
    # The same digits that Python knows for base 32, so that one call reads them all.
    high, low = divmod(int(body.translate(_DIGITS), 32) % _MODULUS, 32)
    return ALPHABET[high] + ALPHABET[low]
