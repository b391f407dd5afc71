"""Talks and the numbered sheets they share with paper."""

from typing import TYPE_CHECKING

from db.records import Form, Reception

if TYPE_CHECKING:
    from db.store import Reader


def form_of(reader: "Reader", event: str, client: str) -> Form | None:
    """The sheet that was numbered first for this client at this event."""
    found = reader.records(
        Form,
        "WHERE client = :client AND event = :event AND deleted = 0 ORDER BY id LIMIT 1",
        client=client,
        event=event,
    )
    return found[0] if found else None


def open_talk(reader: "Reader", event: str, client: str | None) -> Reception | None:
    """The talk with this client that has not ended; the latest, should two hosts have begun apart."""
    found = reader.records(
        Reception,
        "WHERE event = :event AND client IS :client AND ended_at IS NULL AND deleted = 0 ORDER BY id DESC LIMIT 1",
        event=event,
        client=client,
    )
    return found[0] if found else None


def of_event(reader: "Reader", event: str) -> tuple[Reception, ...]:
    """Every talk of the event, in time order."""
    return reader.records(Reception, "WHERE event = :event AND deleted = 0 ORDER BY started_at, id", event=event)
