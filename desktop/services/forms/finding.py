"""A form by its number as it is typed or scanned, with all that the person who types it in has to see."""

from dataclasses import dataclass

import msgspec

from db import check_ins, clients, concerns, drafts, events, forms, talks
from db.errors import Misused, Refused
from db.records import Client, Event, Form
from db.spelling.phones import phone_masked
from db.store import Reader
from desktop.rules.forms import is_late
from desktop.rules.numbers import parse_number
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question

# A number longer than this is never only the last part of one.
LONGEST_RUNNING = 6


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of a form that nobody has saved yet; an empty text is "nothing yet"."""

    words: str = ""
    type_code: str = ""
    area: str = ""
    place: str = ""
    said: str = ""
    received_by: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """Words of the form that are here already; times in UTC ms, `is_late` by the rule of 24 hours."""

    number: str
    words: str
    type_code: str
    said_at: int
    entered_at: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the form; `at` in UTC ms."""

    attachment: str
    name: str
    media_type: str
    at: int


@dataclass(frozen=True, slots=True)
class Found:
    """A form; `said_at` is the best guess at the time on it (the talk, else the first check-in, else the beginning of
    the event), `received_by` who received the client as far as it is known. Times in UTC ms."""

    form: str
    number: str
    event: str
    event_title: str
    node: str
    client: str | None
    name: str
    room: str
    phone_masked: str
    received_by: str | None
    said_at: int
    issued_at: int | None
    returned_at: int | None
    entered_at: int | None
    words: tuple[Entered, ...]
    pictures: tuple[Picture, ...]
    typed: Typed | None


@question("form.find", roles=TALK_ROLES, devices=TALK_DEVICES)
def find(_caller: Caller, reader: Reader, *, text: str, event: str | None = None) -> Found:
    """The form that `text` means: its number however typed, the text of its code, or its last part within `event`.

    Raises Misused `form_number_unreadable`, Refused `form_unknown` or `form_ambiguous`.
    """
    return shown(reader, form_named(reader, text, event))


def form_named(reader: Reader, text: str, event: str | None = None) -> Form:
    """The row behind `find`."""
    typed = text.strip()
    if typed.isdecimal() and len(typed) <= LONGEST_RUNNING and event:
        found = forms.running(reader, event, f"-{int(typed):04d}")
    else:
        number = parse_number(typed)
        if number is None:
            raise Misused("form_number_unreadable", value=typed[:60])
        mark = number.mark or events.project(reader).mark
        sheet = type(number)(mark, number.event, number.writer, number.running)
        found = forms.numbered(reader, sheet.text())
    if not found:
        raise Refused("form_unknown", value=typed[:60])
    if len({one.number for one in found}) > 1:
        raise Refused("form_ambiguous", value=typed, choices="、".join(one.number for one in found[:4]))
    return found[0]


def shown(reader: Reader, form: Form) -> Found:
    """What is known of a form."""
    event = reader.get(Event, form.event)
    client = reader.get(Client, clients.root(reader, form.client)) if form.client else None
    talk = talks.on_sheet(reader, form.event, form.number)
    first = check_ins.first_admission(reader, form.event, client.id, None) if client else None
    starts = event.starts_at if event else form.created_at
    guessed = talk.started_at if talk else first[0] if first else starts
    return Found(
        form=form.id, number=form.number, event=form.event, event_title=event.title if event else "",
        node=event.node if event else "", client=client.id if client else None,
        name=name_with_title(client) if client else "",
        room=clients.room_spoken(reader, client.id) if client else "",
        phone_masked=phone_masked(client.phone) if client and client.phone else "",
        received_by=talk.host if talk else None, said_at=guessed, issued_at=form.issued_at,
        returned_at=form.returned_at, entered_at=form.entered_at,
        words=tuple(
            Entered(one.number, one.words, one.type, one.occurred_at, one.created_at,
                    is_late(one.occurred_at, one.created_at))
            for one in concerns.on_sheet(reader, form.number)
        ),
        pictures=tuple(
            Picture(one.id, one.name or "", one.media_type, one.at) for one in forms.attachments(reader, form.id)
        ),
        typed=_typed(reader, form.id),
    )  # fmt: skip


def draft_scope(form: str) -> str:
    """Under what name the unsaved fields of a form are kept on this device."""
    return f"form:{form}"


def _typed(reader: Reader, form: str) -> Typed | None:
    kept = drafts.of_talk(reader, draft_scope(form))
    return msgspec.json.decode(kept[0].fields, type=Typed) if kept else None
