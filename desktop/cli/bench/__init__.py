"""bench."""

from desktop.cli.output import Answer
from desktop.cli.session import Session


def bench(session: Session) -> Answer:
    """Speed as ratios."""
    return Answer({}, "")
