"""Photographs taken at a talk: of a wall, a crack, a drawing; kept encrypted beside the database."""

from pathlib import Path

from db import blobs, forms, talks
from db.errors import Misused, Refused
from db.records import Attachment, Reception
from db.store import Reader, Transaction
from desktop.reading.photographs import Source, read_photograph
from desktop.rules.times import to_ms
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question, verb
from desktop.services.zones import zone_of


@verb("reception.photo", roles=TALK_ROLES, devices=TALK_DEVICES)
def attach(caller: Caller, tx: Transaction, *, reception: str, file: Path) -> str:
    """Attach a photograph to a talk; the file itself stays where it is. Returns the attachment's id.

    Raises Unreadable for what is no picture, Refused `picture_known` for one that hangs somewhere already, StoreTrouble
    when the disk is full.
    """
    if tx.get(Reception, reception) is None:
        raise Misused("id_unknown", table="reception", value=reception)
    picture = read_photograph(Source(file))
    if forms.attached(tx, picture.sha256):
        raise Refused("picture_known", file=file.name)
    taken_at = to_ms(picture.taken.replace(tzinfo=zone_of(tx))) if picture.taken else tx.now
    kept = blobs.keep(tx.store.path, picture.content)
    try:
        made = tx.insert(
            Attachment(
                id=tx.new_id(),
                created_at=tx.now,
                created_by=caller.staff,
                belongs=talks.RECEPTION,
                owner=reception,
                media_type=picture.media_type,
                size=len(picture.content),
                sha256=picture.sha256,
                blob=kept.name,
                at=taken_at,
                name=file.name,
                key=kept.key,
            )
        )
    except BaseException:
        blobs.drop(tx.store.path, kept)
        raise
    tx.subject = reception
    return made


@question("reception.photos", roles=TALK_ROLES, devices=TALK_DEVICES)
def of_talk(_caller: Caller, reader: Reader, *, reception: str) -> tuple[str, ...]:
    """The names of the photographs of a talk, in the order they were taken in."""
    return tuple(one.name or "" for one in talks.photos(reader, reception))
