"""The list of a kiosk where clients are alone: as much of each guest as tells people apart, kept on this device only.

Names in full and phone numbers are not in it: a kiosk that is carried away gives away surnames and buildings.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader, Transaction


@dataclass(frozen=True, slots=True)
class Guest:
    """One row per living invitation. `rooms`, `initials` and `tails` hold one or more words with spaces between:
    rooms without separators, spellings of the name by first letters and with the surname in full, last four digits of
    the phones.
    """

    invitation: str
    event: str
    client: str
    shown: str
    building: str
    rooms: str
    initials: str
    tails: str
    spoken: str


_NAMES = ", ".join(field.name for field in fields(Guest))
_MARKS = ", ".join("?" * len(fields(Guest)))


def refill(tx: "Transaction", event: str, guests: Iterable[Guest]) -> None:
    """Put these guests of the event in the place of those kept before."""
    purge(tx, event)
    tx.connection.executemany(
        f"INSERT INTO guest({_NAMES}) VALUES ({_MARKS})",  # noqa: S608 - names are our own
        [astuple(guest) for guest in guests],
    )


def purge(tx: "Transaction", event: str | None = None) -> int:
    """Destroy the guests of one event, or all; returns how many."""
    count = tx.count("SELECT count(*) FROM guest WHERE :event IS NULL OR event = :event", event=event)
    tx.connection.execute("DELETE FROM guest WHERE :event IS NULL OR event = :event", {"event": event})
    return count


def how_many(reader: "Reader", event: str) -> int:
    """How many guests of the event are kept here."""
    return reader.count("SELECT count(*) FROM guest WHERE event = :event", event=event)


def events(reader: "Reader") -> tuple[str, ...]:
    """The events whose guests are kept here."""
    return tuple(row[0] for row in reader.query("SELECT DISTINCT event FROM guest ORDER BY event"))


def get(reader: "Reader", invitation: str) -> Guest | None:
    """The guest with this invitation."""
    row = reader.one(
        f"SELECT {_NAMES} FROM guest WHERE invitation = :id",  # noqa: S608 - names are our own
        id=invitation,
    )
    return Guest(*row) if row else None


def find(reader: "Reader", event: str, word: str, limit: int) -> tuple[Guest, ...]:
    """Guests whose initials, room or surname begin so, or whose spoken number is this; `word` is letters and digits."""
    rows = reader.query(
        f"SELECT {_NAMES} FROM guest WHERE event = :event AND (instr(' ' || initials, ' ' || :word) > 0"  # noqa: S608
        " OR instr(' ' || rooms, ' ' || :word) > 0 OR instr(shown, :word) = 1 OR spoken = :word)"
        " ORDER BY shown, building, invitation LIMIT :limit",
        event=event, word=word, limit=limit,
    )  # fmt: skip
    return tuple(Guest(*row) for row in rows)
