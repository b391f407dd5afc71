"""One person's duty in the period that runs now."""

from dataclasses import dataclass

from db.errors import Misused
from db.store import Reader
from desktop.rules.times import day_of
from desktop.services.duty.book import STATES, Book, DutyLine, Received
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of

__all__ = ["Duty", "Received", "of_person"]


@dataclass(frozen=True, slots=True)
class Duty:
    """A period of `months` months, the `number`th of its year; `first` and `last` are its ISO days.

    An event counts once, however many clients were received there. Calls are no reception and count apart. Of several
    posts the most urgent one is told first; `lines` are all of them.
    """

    months: int
    number: int
    first: str
    last: str
    owed: int
    received: tuple[Received, ...]
    calls: int
    lines: tuple[DutyLine, ...] = ()


@question("duty.mine", roles=FOLLOW_ROLES)
def of_person(_caller: Caller, reader: Reader, *, staff: str, now_ms: int) -> Duty:
    """What this person owes and did in the period of their level that runs at `now_ms`."""
    book = Book(reader, day_of(now_ms, zone_of(reader)), staff=staff)
    if not book.people:
        raise Misused("id_unknown", table="staff", value=staff)
    lines = sorted(book.lines(), key=lambda line: (STATES.index(line.state), line.last, line.post_id != staff))
    if not lines:
        return Duty(3, 1, book.as_of.isoformat(), book.as_of.isoformat(), 0, (), 0)
    one = lines[0]
    return Duty(one.months, one.number, one.first, one.last, one.owed, one.received, one.calls, tuple(lines))
