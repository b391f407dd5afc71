"""Paper sheets: how they stand, when an entry is late, what their code holds, how a date on them is read."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from db.errors import Misused
from desktop.rules.numbers import parse_number
from desktop.rules.times import local, read_time, to_ms

# Words typed in later than this after they were written down are marked.
LATE_AFTER_MS: Final = 24 * 3_600_000
# Only here, before anything is built, do clients state needs.
INTERVIEW_NODES: Final = ("investment_research", "product_positioning", "sales_opening")
# A clock may be a little ahead of another.
CLOCK_SLACK_MS: Final = 5 * 60_000

Standing = Literal["entered", "returned", "missing", "unused", "unissued"]

_CLOCK = r"(?P<hour>\d{1,2})[:：时点](?P<minute>\d{2})?分?"
_DAY = r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
_TYPED = re.compile(rf"(?:{_DAY})?\s*(?:{_CLOCK})?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What decides how a sheet stands; `came` is None where nobody was checked in at all."""

    issued: bool
    returned: bool
    entered: bool
    has_words: bool
    came: bool | None

    @property
    def was_issued(self) -> bool:
        """Whether the paper went out; one that came back did, even if this device never saw it printed."""
        return self.issued or self.returned or self.entered


def standing(sheet: Sheet) -> Standing:
    """Where a sheet stands. Of those issued each is exactly one of entered, returned, missing, unused.

    A sheet counts as entered as soon as words of it are here, from whatever hand; one that was printed for somebody
    who never came is unused and nobody has to be asked for it.
    """
    if sheet.entered or sheet.has_words:
        return "entered"
    if sheet.returned:
        return "returned"
    if not sheet.issued:
        return "unissued"
    return "unused" if sheet.came is False else "missing"


def is_late(said_ms: int, entered_ms: int) -> bool:
    """Whether words were typed in more than 24 hours after the time on their form."""
    return entered_ms - said_ms > LATE_AFTER_MS


def code_text(number: str) -> str:
    """What the code on a form holds: the number without the project's mark.

    A scanner that types sends nothing, or nonsense, for a Chinese character. Text that is no number stands as it is.
    """
    parsed = parse_number(number)
    return number if parsed is None or parsed.mark is None else number.partition("-")[2]


def is_code_text(text: str) -> bool:
    """Whether `text` is such a code to the letter, in either case.

    Stricter than reading what a person typed: the ten digits of a telephone number can be read as a form's number.
    """
    parsed = parse_number(text)
    return parsed is not None and parsed.text() == text.upper()


def read_form_time(text: str, near_ms: int, zone: ZoneInfo) -> int:
    """Read the date and time on a form as UTC ms; what is not written is taken from `near_ms`.

    Takes ISO 8601 and what people write: 5-16 9:42, 5月16日 9:42, 9:42, 5-16.
    Raises Misused `time_unreadable`.
    """
    typed = text.strip()
    found = _TYPED.fullmatch(typed)
    if not typed or found is None or not (found["month"] or found["hour"]):
        return read_time(typed, zone)
    near = local(near_ms, zone)
    parts = {name: int(value) for name, value in found.groupdict().items() if value}
    if "hour" in parts:
        parts.setdefault("minute", 0)
    try:
        moment: datetime = near.replace(second=0, microsecond=0, **parts)  # type: ignore[arg-type]
        # Around New Year the month alone would land a year off.
        if "month" in parts and "year" not in parts and abs(moment - near) > timedelta(days=183):
            moment = moment.replace(year=moment.year + (1 if moment < near else -1))
    except ValueError as problem:
        raise Misused("time_unreadable", value=text) from problem
    return to_ms(moment)
