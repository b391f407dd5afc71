"""Days as one types and says them: 5-23, 周五, tomorrow; and times as one reads them."""

import re
from datetime import date, timedelta

from desktop.settings import Language

_FULL = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_SHORT = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_AFTER = re.compile(r"\+?(\d{1,3})(?:天后|天内|天|days?|d)?")
_WEEKDAY_ZH = re.compile(r"(下)?(?:周|星期|礼拜)([一二三四五六日天])")
_WEEKDAY_EN = re.compile(r"(?:(next) )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*")
_NAMED = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3, "today": 0, "tomorrow": 1}
_WEEK_ZH = "一二三四五六日"
_WEEK_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read_said_day(text: str, today: date) -> date | None:
    """The day meant by what was typed, none before `today`; None where it is no day or lies in the past."""
    said = text.strip().casefold().replace(" 天", "天")
    if said in _NAMED:
        return today + timedelta(days=_NAMED[said])
    found = _weekday(said, today) or _calendar_day(said, today) or _days_from_now(said, today)
    return found if found and found >= today else None


def _weekday(said: str, today: date) -> date | None:
    """The next such day; "next" means the week after this one, which begins on Monday."""
    if zh := _WEEKDAY_ZH.fullmatch(said):
        is_next, number = bool(zh[1]), _WEEK_ZH.index("日" if zh[2] == "天" else zh[2])
    elif en := _WEEKDAY_EN.fullmatch(said):
        is_next, number = bool(en[1]), [name.casefold() for name in _WEEK_EN].index(en[2])
    else:
        return None
    if is_next:
        return today + timedelta(days=7 - today.weekday() + number)
    return today + timedelta(days=(number - today.weekday()) % 7)


def _calendar_day(said: str, today: date) -> date | None:
    """A day with or without its year; without one the next such day."""
    if full := _FULL.fullmatch(said):
        return _day(int(full[1]), int(full[2]), int(full[3]))
    short = _SHORT.fullmatch(said)
    if short is None:
        return None
    # The 29th of February may have to wait four years.
    years = (_day(today.year + ahead, int(short[1]), int(short[2])) for ahead in range(5))
    return next((day for day in years if day and day >= today), None)


def _days_from_now(said: str, today: date) -> date | None:
    after = _AFTER.fullmatch(said)
    return today + timedelta(days=int(after[1])) if after else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_said(day: date, language: Language) -> str:
    """5月23日, 23 May."""
    if language == "zh":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS_EN[day.month - 1]}"


def day_and_weekday(day: date, language: Language) -> str:
    """5月23日 周六, Sat 23 May."""
    if language == "zh":
        return f"{day_said(day, language)} 周{_WEEK_ZH[day.weekday()]}"
    return f"{_WEEK_EN[day.weekday()]} {day_said(day, language)}"


def lasted(duration_ms: int) -> str:
    """07:42, and from an hour on 1:07:42; never under zero, whatever the clocks say."""
    seconds = max(duration_ms, 0) // 1_000
    hours, minutes = seconds // 3_600, seconds // 60 % 60
    return f"{hours}:{minutes:02d}:{seconds % 60:02d}" if hours else f"{minutes:02d}:{seconds % 60:02d}"
