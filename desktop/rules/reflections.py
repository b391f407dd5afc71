"""When a reflection is owed: on the third day after the session, counted in days of the project."""

from datetime import date, timedelta
from typing import Final

OWED_AFTER_DAYS: Final = 3
# Everybody above it tells what they took from a session.
EXEMPT_LEVEL: Final = "staff"


def is_owed(session: date, today: date) -> bool:
    """Whether a reflection on a session of this day is listed as missing on `today`."""
    return today - session >= timedelta(days=OWED_AFTER_DAYS)


def days_since(session: date, today: date) -> int:
    """Whole days since the session."""
    return (today - session).days
