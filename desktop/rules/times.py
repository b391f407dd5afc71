"""Moments are kept as UTC milliseconds and shown in the project's zone; days begin at midnight there."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from db.errors import Misused

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
# A year outside is a slip of the keyboard.
_YEARS = range(1900, 3000)


def zone_named(name: str) -> ZoneInfo:
    """Return the zone called `name`, such as Asia/Shanghai.

    Raises Misused `zone_unknown`.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise Misused("zone_unknown", value=name) from problem


def read_time(text: str, zone: ZoneInfo) -> int:
    """Read an ISO 8601 moment as UTC milliseconds; without an offset it is meant in `zone`.

    A day alone means its midnight.
    Raises Misused `time_unreadable`.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as problem:
        raise Misused("time_unreadable", value=text) from problem
    if moment.year not in _YEARS:
        raise Misused("time_unreadable", value=text)
    return to_ms(moment if moment.tzinfo else moment.replace(tzinfo=zone))


def read_day(text: str) -> date:
    """Read a day as 2026-05-23.

    Raises Misused `day_unreadable`.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as problem:
        raise Misused("day_unreadable", value=text) from problem
    if day.year not in _YEARS:
        raise Misused("day_unreadable", value=text)
    return day


def kept_day(text: str | None) -> date | None:
    """A day as it is kept; None for none, and for what some other program may have written instead."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def to_ms(moment: datetime) -> int:
    """Return an aware moment as UTC milliseconds, rounded down."""
    return (moment - _EPOCH) // _MILLISECOND


def local(at_ms: int, zone: ZoneInfo) -> datetime:
    """Return UTC milliseconds as an aware moment of the zone; OverflowError beyond the year 9999."""
    return (_EPOCH + at_ms * _MILLISECOND).astimezone(zone)


def day_of(at_ms: int, zone: ZoneInfo) -> date:
    """Return the day of the zone in which the moment falls."""
    return local(at_ms, zone).date()


def iso_text(at_ms: int, zone: ZoneInfo) -> str:
    """Return 2026-05-16T09:32:05+08:00, for programs; read_time takes it back to the second."""
    return local(at_ms, zone).isoformat(timespec="seconds")


def minute_text(at_ms: int, zone: ZoneInfo) -> str:
    """Return 2026-05-16 09:32, for tables."""
    return f"{local(at_ms, zone):%Y-%m-%d %H:%M}"


def day_bounds(day: date, zone: ZoneInfo) -> tuple[int, int]:
    """Return the first UTC millisecond of the day and of the next; a day is not always 24 hours."""
    following = day + timedelta(days=1)
    return _midnight(day, zone), _midnight(following, zone)


def _midnight(day: date, zone: ZoneInfo) -> int:
    return to_ms(datetime(day.year, day.month, day.day, tzinfo=zone))
