"""What the event before left behind: promises kept of those made, concerns that have not come to an end."""

from db import concerns
from db.records import Event
from db.store import Reader
from desktop.paper.summary_content import Carried, CarriedConcern
from desktop.rules.codes import label
from desktop.rules.states import STATES
from desktop.services.people.staff import additions
from desktop.services.promises import keeping
from desktop.services.registry import Caller


def _before(reader: Reader, event: str) -> tuple[Event, ...]:
    """The events that were over when this one began, the latest first."""
    here = reader.get(Event, event)
    found = reader.records(Event, "WHERE deleted = 0 ORDER BY starts_at DESC, id DESC")
    return tuple(one for one in found if here and one.id != event and one.ends_at <= here.starts_at)


def kept(caller: Caller, reader: Reader, event: str) -> tuple[int, int] | None:
    """How many promises of the last event that made any were kept, of how many."""
    # Whether one is kept says nothing of today: any clock will do.
    shares = keeping.kept_share(caller, reader, now_ms=0).events
    found = next((shares[one.id] for one in _before(reader, event) if one.id in shares), None)
    return (found.kept, found.made) if found else None


def carried(reader: Reader, event: str) -> Carried | None:
    """What is still open of the last event at which something was heard; None before there was one."""
    own = additions(reader)
    for one in _before(reader, event):
        states = {
            row.id: str((concerns.now(reader, row.id) or ("recorded",))[0]) for row in concerns.of_event(reader, one.id)
        }
        heard = [row for row in concerns.of_event(reader, one.id) if states[row.id] != "void"]
        if heard:
            left = [row for row in heard if not (states[row.id] in STATES and STATES[states[row.id]].ended)]
            return Carried(
                one.title,
                tuple(
                    CarriedConcern(
                        row.number, row.words, label("department", row.department, "zh", own) if row.department else "",
                        label("state", states[row.id], "zh"),
                    )
                    for row in left
                ),
                len(heard),
            )  # fmt: skip
    return None
