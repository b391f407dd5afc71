"""Codes and days in the language spoken now, for every part of the host's pages."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale

from db.spelling.rooms import read_rooms
from desktop.rules.codes import Entry, label
from desktop.rules.times import local
from desktop.settings import Language


def language_now() -> Language:
    """The language of the window."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def said(entry: Entry) -> str:
    """A code in words."""
    return entry.zh if language_now() == "zh" else entry.en


def code_said(entries: Iterable[Entry], code: str) -> str:
    """The words for `code`; an unknown one stands for itself."""
    return next((said(entry) for entry in entries if entry.code == code), code)


def choices(entries: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
    """Pairs of a code and its words."""
    return tuple((entry.code, said(entry)) for entry in entries)


def time_said(at_ms: int, zone: ZoneInfo) -> str:
    """10:02:41."""
    return moment(at_ms, zone).strftime("%H:%M:%S")


def minute_said(at_ms: int, zone: ZoneInfo) -> str:
    """10:02."""
    return moment(at_ms, zone).strftime("%H:%M")


def said_in(list_name: str, code: str) -> str:
    """The words for a code of a shipped list."""
    return label(list_name, code, language_now())


def moment(at_ms: int, zone: ZoneInfo) -> datetime:
    """A moment in the project's zone."""
    return local(at_ms, zone)


def joined(*parts: str) -> str:
    """Parts with a dot between, empty ones left out."""
    return " · ".join(part for part in parts if part)


def short_room(spoken: str) -> str:
    """6-2-1201 for 6 栋 2 单元 1201, where a list has no room for more; what has a phase of its own stays whole."""
    rooms = read_rooms(spoken)
    if not spoken or any(room.phase or not (room.building and room.room) for room in rooms):
        return spoken
    return "、".join("-".join(filter(None, (room.building, room.unit, room.room))) for room in rooms)
