"""Files that belong to a form: kept encrypted beside the database, one row each, the same content once."""

from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from db import blobs, forms
from db.blobs import Blob
from db.errors import Misused, Refused
from db.records import Attachment, Form
from db.store import Reader, Store, Transaction
from desktop.reading.photographs import Photograph, Source, View, view
from desktop.rules.times import to_ms
from desktop.services.forms.entering import mark_returned
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

# Enough to read handwriting by, small enough for a screen's memory.
SEEN_PX = 2_600


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to attach; `sha256` names what came in, `taken_at` is in UTC ms."""

    name: str
    media_type: str
    content: bytes
    sha256: str
    taken_at: int


def picture_of(store: Store, source: Source, photograph: Photograph) -> Picture:
    """A photograph as it is attached; without a time of its own it was taken now."""
    zone = zone_of(store)
    taken = photograph.taken.replace(tzinfo=zone).astimezone(UTC) if photograph.taken else None
    taken_at = to_ms(taken) if taken else store.clock()
    return Picture(source.name, photograph.media_type, photograph.content, photograph.sha256, taken_at)


@verb("form.attach", roles=TALK_ROLES, devices=TALK_DEVICES)
def attach(caller: Caller, tx: Transaction, *, form: str, picture: Picture) -> str:
    """Attach a picture to a form, whose paper is back with it. Returns the attachment's id.

    Raises Refused `picture_known` for a content that hangs on a form already; StoreTrouble when the disk is full.
    """
    tx.known(Form, form)
    if forms.is_on_form(tx, picture.sha256):
        raise Refused("picture_known", file=picture.name)
    kept = blobs.keep(tx.store.path, picture.content)
    try:
        made = tx.insert(
            Attachment(
                id=tx.new_id(), created_at=tx.now, created_by=caller.staff, belongs=forms.FORM, owner=form,
                media_type=picture.media_type, size=len(picture.content), sha256=picture.sha256, blob=kept.name,
                at=picture.taken_at, name=picture.name, key=kept.key,
            )
        )  # fmt: skip
        mark_returned(caller, tx, form=form)
    except BaseException:
        blobs.drop(tx.store.path, kept)
        raise
    tx.subject = form
    return made


@question("attachment.view", roles=TALK_ROLES, devices=TALK_DEVICES)
def seen(_caller: Caller, reader: Reader, *, attachment: str, database: Path) -> View:
    """A picture as a screen shows it. Raises StoreTrouble `blob_missing` or `blob_damaged`."""
    return view(_content(reader, attachment, database), SEEN_PX)


@question("attachment.read", roles=TALK_ROLES, devices=TALK_DEVICES)
def content(_caller: Caller, reader: Reader, *, attachment: str, database: Path) -> bytes:
    """A file as it came. Raises StoreTrouble `blob_missing` or `blob_damaged`."""
    return _content(reader, attachment, database)


def _content(reader: Reader, attachment: str, database: Path) -> bytes:
    kept = reader.get(Attachment, attachment)
    if kept is None or kept.key is None:
        raise Misused("id_unknown", table="attachment", value=attachment)
    return blobs.read(database, Blob(kept.blob, kept.key))
