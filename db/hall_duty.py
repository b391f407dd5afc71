"""Those on duty in the hall, with the families that wait for them and sit with them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.records import EventStaff, Reception

if TYPE_CHECKING:
    from db.store import Reader


@dataclass(frozen=True, slots=True)
class Load:
    """Somebody on duty, by table and then by name, how many families wait for them and sit with them."""

    duty: EventStaff
    name: str
    waiting: int
    talking: int


def loads(reader: "Reader", event: str) -> tuple[Load, ...]:
    """Everybody on duty at the event with what they have to do; the order is the same on every device."""
    found = reader.records(EventStaff, "WHERE event = :event AND deleted = 0", event=event)
    names: dict[str, str] = dict(reader.query("SELECT id, name FROM staff WHERE deleted = 0"))
    waiting: dict[str, int] = dict(
        reader.query(
            "SELECT t.staff, count(*) FROM turn t INDEXED BY turn_waiting LEFT JOIN check_in k ON k.id = t.check_in"
            " WHERE t.event = :event"
            " AND t.deleted = 0 AND t.staff IS NOT NULL AND t.greeted_at IS NULL AND t.left_at IS NULL"
            " AND coalesce(k.undone, 0) = 0 GROUP BY t.staff",
            event=event,
        )
    )
    talking: dict[str, int] = dict(
        reader.query(
            "SELECT host, count(*) FROM reception WHERE event = :event AND ended_at IS NULL AND deleted = 0"
            " GROUP BY host",
            event=event,
        )
    )
    known = (
        Load(one, names[one.staff], waiting.get(one.staff, 0), talking.get(one.staff, 0))
        for one in found
        if one.staff in names
    )
    return tuple(sorted(known, key=_by_place))


def _by_place(load: Load) -> tuple[bool, int, str, str]:
    """A6 before A10, those without a table last."""
    place = load.duty.place or ""
    return not place, len(place), place, load.duty.staff


def open_talks(reader: "Reader", event: str) -> tuple[Reception, ...]:
    """The talks of the event that go on, in the order in which they began."""
    return reader.records(
        Reception, "WHERE event = :event AND ended_at IS NULL AND deleted = 0 ORDER BY started_at, id", event=event
    )
