"""Calendar files (RFC 5545), as every calendar program reads them: UTC times, whole days, folded lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_FOLD_OCTETS = 75
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: from `starts` to `ends` (UTC ms), or a whole `day`.

    `uid` is the same in every export; `sequence` grows with every change, so a program that has it takes the newer one.
    `alarm_days` before it the program reminds.
    """

    uid: str
    title: str
    starts: int = 0
    ends: int = 0
    day: date | None = None
    place: str = ""
    text: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    alarm_days: int | None = None


def calendar(entries: Iterable[Entry], *, name: str, made_ms: int) -> bytes:
    """The file, UTF-8 with CRLF; `made_ms` is when it was made."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qinting//Qinting//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]  # fmt: skip
    for entry in entries:
        lines += _entry(entry, made_ms)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _entry(entry: Entry, made_ms: int) -> list[str]:
    lines = ["BEGIN:VEVENT", f"UID:{entry.uid}", f"DTSTAMP:{_utc(made_ms)}", f"SEQUENCE:{entry.sequence}"]
    if entry.day is not None:
        lines += [f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}", f"DTEND;VALUE=DATE:{entry.day + _DAY:%Y%m%d}"]
        lines.append("TRANSP:TRANSPARENT")
    else:
        lines += [f"DTSTART:{_utc(entry.starts)}", f"DTEND:{_utc(entry.ends)}"]
    lines.append(f"SUMMARY:{_escaped(entry.title)}")
    if entry.place:
        lines.append(f"LOCATION:{_escaped(entry.place)}")
    if entry.text:
        lines.append(f"DESCRIPTION:{_escaped(entry.text)}")
    lines.append(f"STATUS:{'CANCELLED' if entry.is_cancelled else 'CONFIRMED'}")
    if entry.alarm_days is not None and not entry.is_cancelled:
        alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(entry.title)}"]
        lines += [*alarm, f"TRIGGER:-P{entry.alarm_days}D", "END:VALARM"]
    return [*lines, "END:VEVENT"]


def _utc(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms // 1000, UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """The text of a property: backslash, semicolon, comma and line ends are marked."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(
        "\\n" if char == "\n" else char for char in text.replace("\r\n", "\n") if char >= " " or char == "\n"
    )


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, no character cut in two; each further one begins with a space."""
    part, octets = "", 0
    for char in line:
        size = len(char.encode())
        if octets + size > _FOLD_OCTETS:
            yield part
            part, octets = " ", 1
        part, octets = part + char, octets + size
    yield part
