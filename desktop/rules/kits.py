"""What a device finds when it has taken an event's kit, and whether it is ready for the day. No files, no SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

State = Literal["ready", "warn", "lacks"]
# How a line of the kit stands in the office.
Standing = Literal["waiting", "compare", "older", "lacks", "ready"]

CLOCK_SLACK_MS: Final = 2 * 60_000
DAY_MS: Final = 86_400_000
HOURS_FROM_MS: Final = 2 * 3_600_000
# A day at the door writes some megabytes; below the first number nobody should begin one.
LEAST_DISK_MB: Final = 200
SCANT_DISK_MB: Final = 1_000
PRINTER: Final = "printer"
NEEDS: Final = (PRINTER,)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the kit brings and asks for: moments in UTC ms, counts of the list and of the people on duty."""

    made_at: int
    ends_at: int
    codes: int
    staff: int
    needs: tuple[str, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What the device has found of itself; `list_trouble` is the code of what stood in the way of the list."""

    at: int
    free_mb: int
    codes: int
    staff: int
    printers: int
    trusted_others: int
    list_trouble: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `code` has its sentence and next step in the texts."""

    code: str
    state: State
    facts: Mapping[str, int] = field(default_factory=dict)


def judge(expected: Expected, seen: Seen) -> tuple[Finding, ...]:
    """Everything that was looked at, in the order in which it is shown."""
    return (
        _list(expected, seen),
        _staff(expected, seen),
        _clock(expected, seen),
        _disk(seen),
        *((_printer(seen),) if PRINTER in expected.needs else ()),
        *_others(expected, seen),
    )


def _list(expected: Expected, seen: Seen) -> Finding:
    if seen.list_trouble:
        return Finding("kit_list_not_taken", "lacks")
    counts = {"count": seen.codes, "expected": expected.codes}
    if seen.codes < expected.codes:
        return Finding("kit_list_short", "lacks", counts)
    return Finding("kit_list_empty", "warn") if not seen.codes else Finding("kit_list_there", "ready", counts)


def _staff(expected: Expected, seen: Seen) -> Finding:
    if not expected.staff:
        return Finding("kit_staff_none", "warn")
    counts = {"count": seen.staff, "expected": expected.staff}
    return Finding("kit_staff_short", "lacks", counts) if seen.staff < expected.staff else Finding(
        "kit_staff_there", "ready", counts
    )  # fmt: skip


def _clock(expected: Expected, seen: Seen) -> Finding:
    """Before the kit was written it cannot be; long after the event's end nobody takes one."""
    if seen.at < expected.made_at - CLOCK_SLACK_MS:
        return _off("kit_clock_behind", expected.made_at - seen.at)
    if seen.at > expected.ends_at + DAY_MS:
        return Finding("kit_clock_after", "lacks", {"days": (seen.at - expected.ends_at) // DAY_MS})
    return Finding("kit_clock_there", "ready")


def _disk(seen: Seen) -> Finding:
    if seen.free_mb < LEAST_DISK_MB:
        return Finding("kit_disk_full", "lacks", {"free": seen.free_mb})
    if seen.free_mb < SCANT_DISK_MB:
        return Finding("kit_disk_scant", "warn", {"free": seen.free_mb})
    return Finding("kit_disk_there", "ready", {"free": seen.free_mb // 1_000})


def _printer(seen: Seen) -> Finding:
    return (
        Finding("kit_printer_there", "ready", {"count": seen.printers})
        if seen.printers
        else Finding("kit_printer_none", "lacks")
    )


def _others(expected: Expected, seen: Seen) -> tuple[Finding, ...]:
    if not expected.others:
        return ()
    counts = {"count": seen.trusted_others, "expected": expected.others}
    is_whole = seen.trusted_others >= expected.others
    return (Finding("kit_others_there" if is_whole else "kit_others_waiting", "ready" if is_whole else "warn", counts),)


def seen_from_office(findings: tuple[Finding, ...], *, answered_at: int, read_at: int) -> tuple[Finding, ...]:
    """The same with the office's clock beside it: an answer cannot be from later than when it is read."""
    if answered_at <= read_at + CLOCK_SLACK_MS:
        return findings
    ahead = _off("kit_clock_ahead", answered_at - read_at)
    return tuple(ahead if one.code == "kit_clock_there" else one for one in findings)


def standing(*, has_answer: bool, is_trusted: bool, is_current: bool, findings: tuple[Finding, ...]) -> Standing:
    """How a line stands; the first thing that somebody has to do decides."""
    if not has_answer:
        return "waiting"
    if not is_trusted:
        return "compare"
    if not is_current:
        return "older"
    return "lacks" if any(one.state == "lacks" for one in findings) else "ready"


def _off(code: str, ms: int) -> Finding:
    """A clock that is wrong, by minutes or, where that says more, by hours."""
    if ms >= HOURS_FROM_MS:
        return Finding(f"{code}_hours", "lacks", {"hours": ms // 3_600_000})
    return Finding(code, "lacks", {"minutes": max(round(ms / 60_000), 1)})
