"""Telephone numbers out of the cells people keep them in."""

import re
import unicodedata
from dataclasses import dataclass

_MOBILE = re.compile(r"1[3-9]\d{9}")
_SERVICE_LINE = re.compile(r"(?:400|800)\d{7}")
_LANDLINE = re.compile(r"(010|02\d|0[3-9]\d{2})(\d{7,8})")
_LOCAL = re.compile(r"[2-8]\d{6,7}")
_GREATER_CHINA = re.compile(r"(?:852|853)\d{8}|886\d{8,9}")
_EXPONENT = re.compile(r"\s*'?\d(?:\.\d*)?[eE]\+?\d{1,2}\s*")
_BETWEEN_NUMBERS = re.compile(r"[/、,;|\n\r或和&]+")
_EXTENSION = re.compile(r"(?<=[\d)])\s*(?:转|轉|分机|分機|ext\.?|x|#)\s*\d*.*$", re.IGNORECASE)
_REMARK = re.compile(r"[(\[【][^)\]】\d]*[)\]】]")
_WORDS = re.compile(r"[^\W\d_]+\.?\s*:?")
_LETTER_INSIDE = re.compile(r"\d\s*[A-Za-z]+\s*\d")
_MARKS = re.compile(r"[\s()\-‐-―−.·_'\"`:]+")  # noqa: RUF001 - the dashes people type
_NO_NUMBER = frozenset({"", "无", "無", "没有", "暂无", "-", "--", "—", "/", "na", "n/a", "none", "null", "未留"})
_MAX_DIGITS = 15
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """What a cell says; `problem` is a code when a number in it cannot be right, `digits` how many it has.

    `phones` are canonical: mobile 13800138000, landline 010-12345678, foreign +85221234567.
    """

    phones: tuple[str, ...]
    typed: str
    problem: str | None = None
    digits: int = 0


def read_phones(value: str | int | float) -> PhoneReading:
    """Read one cell, which may hold several numbers; an empty cell is no problem and no phone.

    Problems: phone_digits_lost (1.38E+10 as text), phone_length, phone_unreadable.
    """
    typed = _as_text(value)
    if _MOBILE.fullmatch(typed):
        return PhoneReading((typed,), typed)
    if _EXPONENT.fullmatch(typed):
        return PhoneReading((), typed, "phone_digits_lost", len(re.sub(r"[eE].*|\D", "", typed)))
    text = "".join(c for c in unicodedata.normalize("NFKC", typed) if unicodedata.category(c) != "Cf")
    if text.strip().casefold() in _NO_NUMBER:
        return PhoneReading((), typed)
    if len(text) > _LONGEST_TEXT:
        return PhoneReading((), typed, "phone_unreadable", sum(map(str.isdecimal, text)))
    phones: dict[str, None] = {}
    problem, digits = None, 0
    for piece in _BETWEEN_NUMBERS.split(text):
        numbers, wrong, count = _read_piece(piece)
        phones.update(dict.fromkeys(numbers))
        if wrong and problem is None:
            problem, digits = wrong, count
    if not phones and problem is None:
        problem = "phone_unreadable"
    return PhoneReading(tuple(phones), typed, problem, digits)


def _as_text(value: str | int | float) -> str:
    """A number cell keeps all digits of a phone however the sheet shows it; only its ".0" is an artefact."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    text = str(value)
    return text[:-2] if re.fullmatch(r"\d+\.0", text) else text


def _read_piece(piece: str) -> tuple[tuple[str, ...], str | None, int]:
    """The numbers of one piece, or its problem and the digits counted."""
    number = _REMARK.sub(" ", _EXTENSION.sub("", piece))
    # Words around a number are remarks; a Latin letter inside one is an O for a 0, and not ours to mend.
    if _LETTER_INSIDE.search(number):
        return (), "phone_unreadable", sum(map(str.isdecimal, number))
    phones: list[str] = []
    for chunk in _WORDS.split(number):
        if not any(map(str.isdecimal, chunk)):
            continue
        whole = _canonical(chunk)
        parts = [whole] if whole else [_canonical(part) for part in chunk.split()]
        known = [part for part in parts if part]
        if len(known) < len(parts):
            is_number = _MARKS.sub("", chunk).lstrip("+").isdecimal()
            wrong = "phone_length" if is_number else "phone_unreadable"
            return (), wrong, sum(map(str.isdecimal, chunk))
        phones.extend(known)
    return tuple(phones), None, 0


def _canonical(text: str) -> str | None:
    """One number in its canonical form, None when it is none."""
    bare = _MARKS.sub("", text)
    bare = "+" + bare[2:] if bare.startswith("00") else bare
    digits = bare.lstrip("+")
    if not (digits.isdecimal() and digits.isascii() and len(digits) <= _MAX_DIGITS):
        return None
    if bare.startswith("+86"):
        return _mainland(digits[2:]) or _mainland("0" + digits[2:])
    if bare.startswith("+") or _GREATER_CHINA.fullmatch(digits):
        return _foreign(digits)
    return _mainland(digits[2:] if digits.startswith("86") and len(digits) == 13 else digits)


def _mainland(digits: str) -> str | None:
    mobile = digits.removeprefix("0")
    if _MOBILE.fullmatch(mobile):
        return mobile
    landline = _LANDLINE.fullmatch(digits)
    if landline:
        return f"{landline[1]}-{landline[2]}"
    return digits if _SERVICE_LINE.fullmatch(digits) or _LOCAL.fullmatch(digits) else None


def _foreign(digits: str) -> str | None:
    # Loading its tables costs 40 ms, and most lists hold mainland numbers only.
    import phonenumbers

    try:
        number = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException:
        return None
    return f"+{digits}" if phonenumbers.is_possible_number(number) else None


def phone_tail(phone: str, n: int = 4) -> str:
    """The last `n` digits."""
    return "".join(filter(str.isdecimal, phone))[-n:]


def phone_masked(phone: str) -> str:
    """138****5678; a landline keeps its area, a foreign number its first digits, a short one its last two."""
    digits = "".join(filter(str.isdecimal, phone))
    if len(digits) < 8:
        return "****" + digits[-2:]
    area, dash, _ = phone.partition("-")
    lead = area + "-" if dash and area.isdecimal() else ("+" * phone.startswith("+")) + digits[:3]
    return f"{lead}****{digits[-4:]}"
