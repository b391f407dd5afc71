"""What a scan at the door is answered with; the rows it needs are fetched by the caller."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Outcome = Literal["welcomed", "already", "wrong_event", "not_today", "revoked", "unknown", "malformed"]

GRACE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DoorEvent:
    """The event at this door: its id, the four characters its codes carry, its days in the project's zone."""

    id: str
    mark: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Invited:
    """The invitation a code belongs to, as this device holds it."""

    event_id: str
    client: str
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """The first admission with this code at this event."""

    at: datetime
    desk: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to one scan; `admitted` says whether this very scan lets the client in.

    Provisional means: in, although not on this device's list; to be confirmed when the lists have met.
    """

    outcome: Outcome
    admitted: bool = False
    provisional: bool = False


def decide(
    code_mark: str | None,
    invited: Invited | None,
    event: DoorEvent,
    earlier: Earlier | None,
    today: date,
    *,
    staffed: bool,
) -> Decision:
    """Answer one scan.

    `code_mark` is the event part of the code, None when the text is no code; `today` is the day in the
    project's zone. The hour of the day and the slot are not asked for: they never refuse anybody.
    """
    if code_mark is None:
        return Decision("malformed")
    # Two events can share a mark, so a known invitation is also asked by id.
    if code_mark != event.mark or (invited is not None and invited.event_id != event.id):
        return Decision("wrong_event")
    if invited is None:
        return Decision("unknown", admitted=staffed, provisional=staffed)
    if invited.revoked:
        return Decision("revoked")
    if not event.first_day - GRACE <= today <= event.last_day + GRACE:
        return Decision("not_today")
    if earlier is not None:
        return Decision("already")
    return Decision("welcomed", admitted=True)
