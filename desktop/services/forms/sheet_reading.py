"""Sheets read from pictures: each is attached to its form, and its boxes are kept for a person to confirm."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from db import forms
from db.errors import Fact, Misused, Refused, Trouble, Unreadable
from db.records import Form
from db.store import Reader, Store
from desktop.reading.found import SheetFound
from desktop.reading.photographs import Photograph, Source, in_order, read_photograph
from desktop.services.forms import attachments, boxes
from desktop.services.forms.finding import form_named
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What became of one picture: whose it is, where it hangs (`is_known`: since before), what was found on it.

    `code` and `facts` name the message that says why it was not read; "" where it was.
    """

    file: str
    number: str = ""
    attachment: str | None = None
    is_known: bool = False
    found: SheetFound | None = None
    code: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


@question("form.sheets", roles=TALK_ROLES, devices=TALK_DEVICES)
def sources(_caller: Caller, _reader: Reader, *, paths: Iterable[Path]) -> tuple[Source, ...]:
    """The pictures meant by files and folders. Raises Unreadable `folder_empty` or `folder_unreadable`."""
    return in_order(paths)


def read_source(caller: Caller, store: Store, source: Source, *, event: str) -> SheetRead:
    """Read one picture; one that cannot be read is attached all the same if its code was.

    Raises StoreTrouble when the disk is full, Refused for a caller who may not.
    """
    read = SheetRead(source.name)
    try:
        photograph = read_photograph(source)
        form = _form(store, source, photograph, event)
    except Unreadable as trouble:
        return _unread(read, trouble)
    read = replace(read, number=form.number)
    before = forms.attached(store, photograph.sha256)
    if any(one.belongs == forms.FORM and one.owner != form.id for one in before):
        return _unread(read, Refused("picture_known", file=source.name))
    known = next((one.id for one in before if one.owner == form.id), None)
    attachment = known or attachments.attach(
        caller, store, form=form.id, picture=attachments.picture_of(store, source, photograph)
    )
    read = replace(read, attachment=attachment, is_known=known is not None)
    try:
        found = boxes.read_in(caller, store, form=form.id, attachment=attachment, content=photograph.content)
    except Unreadable as trouble:
        return _unread(read, trouble)
    return replace(read, found=found)


def _form(reader: Reader, source: Source, photograph: Photograph, event: str) -> Form:
    """Whose picture it is. Raises Unreadable `sheet_no_code` or `photo_form_unknown`."""
    if photograph.number is None:
        raise Unreadable("sheet_no_code")
    text = photograph.number.text()
    try:
        form = form_named(reader, text)
    except (Misused, Refused) as trouble:
        raise Unreadable("photo_form_unknown", file=source.name, number=text) from trouble
    if form.event != event:
        raise Unreadable("photo_form_unknown", file=source.name, number=form.number)
    return form


def _unread(read: SheetRead, trouble: Trouble) -> SheetRead:
    return replace(read, code=trouble.code, facts=tuple(trouble.facts.items()))
