"""Talks and the numbered sheets they share with paper."""

from typing import TYPE_CHECKING

from db.clients import SAME
from db.records import Aside, Attachment, Form, Reception

if TYPE_CHECKING:
    from db.store import Reader

# What an attachment of a talk belongs to.
RECEPTION = "reception"


def form_of(reader: "Reader", event: str, client: str) -> Form | None:
    """The sheet that was numbered first for this client at this event."""
    return reader.first(
        Form,
        "WHERE client = :client AND event = :event AND deleted = 0 ORDER BY id LIMIT 1",
        client=client,
        event=event,
    )


def open_talk(reader: "Reader", event: str, client: str | None) -> Reception | None:
    """The talk with this client that has not ended; the latest, should two hosts have begun apart."""
    return reader.first(
        Reception,
        "WHERE event = :event AND client IS :client AND ended_at IS NULL AND deleted = 0 ORDER BY id DESC LIMIT 1",
        event=event,
        client=client,
    )


def on_sheet(reader: "Reader", event: str, number: str) -> Reception | None:
    """The talk that the sheet with this number belongs to; the latest of several."""
    return reader.first(
        Reception,
        "WHERE event = :event AND number = :number AND deleted = 0 ORDER BY started_at DESC, id DESC LIMIT 1",
        event=event,
        number=number,
    )


def of_event(reader: "Reader", event: str) -> tuple[Reception, ...]:
    """Every talk of the event, in time order."""
    return reader.records(Reception, "WHERE event = :event AND deleted = 0 ORDER BY started_at, id", event=event)


def asides_of_client(reader: "Reader", client: str) -> tuple[Aside, ...]:
    """What a client, and everybody joined to them, said in passing, in time order."""
    return reader.records(Aside, f"WHERE client IN {SAME} AND deleted = 0 ORDER BY at, id", client=client)


def asides_of_talk(reader: "Reader", reception: str) -> tuple[Aside, ...]:
    """What was said in passing in a talk, in time order."""
    return reader.records(Aside, "WHERE reception = :reception AND deleted = 0 ORDER BY at, id", reception=reception)


def all_asides(reader: "Reader") -> tuple[Aside, ...]:
    """Everything that was said in passing, in time order."""
    return reader.records(Aside, "WHERE deleted = 0 ORDER BY at, id")


def photos(reader: "Reader", reception: str) -> tuple[Attachment, ...]:
    """The photographs of a talk, in the order they were attached."""
    return reader.records(
        Attachment,
        "WHERE owner = :reception AND belongs = :kind AND deleted = 0 ORDER BY id",
        reception=reception,
        kind=RECEPTION,
    )
