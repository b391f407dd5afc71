"""When a course counts as passed: taken with success, on or before the day, and not run out."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from db.duty_records import Course, Training

PASSED, FAILED = "passed", "failed"
RESULTS = (PASSED, FAILED)
# What somebody may need a course for: the parts at an event, calls, and guiding others at it.
PARTS = ("host", "executive", "companion", "recorder", "kiosk", "coordinator", "calls", "coach")


def parts_of(course: Course) -> tuple[str, ...]:
    """The parts that nobody should take without this course."""
    return tuple((course.needed_for or "").split())


def last_valid_day(on_day: date, months: int) -> date:
    """The last day on which a course taken on `on_day` counts: 31 January and one month ends with February."""
    months += on_day.month - 1
    year, month = on_day.year + months // 12, months % 12 + 1
    days = monthrange(year, month)[1]
    # The day of the same number no longer counts; where the month is too short, its last day still does.
    if on_day.day > days:
        return date(year, month, days)
    return date(year, month, on_day.day) - timedelta(days=1)


def is_passed(trainings: Iterable[Training], course: str, on_day: str) -> bool:
    """Whether one of somebody's trainings lets them take part on `on_day` (ISO); its last valid day counts."""
    return any(
        one.course == course
        and one.result == PASSED
        and one.on_day <= on_day
        and (one.valid_until is None or on_day <= one.valid_until)
        for one in trainings
    )


def missing(courses: Iterable[Course], trainings: Iterable[Training], part: str, on_day: str) -> tuple[str, ...]:
    """Names of the courses that `part` needs and that none of these trainings covers on `on_day`."""
    held = tuple(trainings)
    return tuple(one.name for one in courses if part in parts_of(one) and not is_passed(held, one.id, on_day))
