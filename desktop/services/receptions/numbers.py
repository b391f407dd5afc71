"""The number that a client and an event share on screen, paper and phone."""

from db import events, talks
from db.records import Event, Form
from db.store import Transaction
from desktop.rules.numbers import Number, short_mark
from desktop.services.registry import Caller


def form_number(caller: Caller, tx: Transaction, event_id: str, client: str | None) -> str:
    """The number of the client's sheet at the event; a fresh one for an anonymous client or a first time."""
    known = talks.form_of(tx, event_id, client) if client else None
    if known:
        return known.number
    event = tx.get(Event, event_id)
    number = Number(
        events.project(tx).mark,
        event.number if event else 0,
        short_mark(tx.writer),
        events.next_running(tx, f"form:{event_id}"),
    ).text()
    tx.insert(
        Form(id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event_id, number=number, client=client)
    )
    return number
