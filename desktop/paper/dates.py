"""Days and hours as Chinese papers write them."""

from datetime import date, datetime

_WEEKDAYS = "一二三四五六日"
TO = "\u2013"


def day_zh(day: date) -> str:
    """2026年5月16日 星期六."""
    return f"{day.year}年{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"


def short_zh(day: date) -> str:
    """5月16日."""
    return f"{day.month}月{day.day}日"


def iso(day: date | None) -> str:
    """2026-05-16, or nothing."""
    return f"{day:%Y-%m-%d}" if day else ""


def clock(moment: datetime | None) -> str:
    """09:42, or nothing."""
    return f"{moment:%H:%M}" if moment else ""


def span_zh(starts: datetime, ends: datetime) -> str:
    """2026年5月16日 星期六 09:00 to 12:00, or both days when the event lasts longer than one."""
    if starts.date() == ends.date():
        return f"{day_zh(starts)} {clock(starts)}{TO}{clock(ends)}"
    return f"{day_zh(starts)} {clock(starts)} {TO} {short_zh(ends)} {clock(ends)}"


def days_iso(starts: datetime, ends: datetime) -> str:
    """2026-05-16, or 2026-05-16 to 05-17."""
    return iso(starts) if starts.date() == ends.date() else f"{iso(starts)} {TO} {ends:%m-%d}"
