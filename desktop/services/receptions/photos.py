"""Photographs taken at a talk, of a wall or of people, and sound and video: kept encrypted beside the database."""

from dataclasses import dataclass
from pathlib import Path

from db import blobs, forms, talks
from db.errors import Refused
from db.records import Attachment, Reception
from db.store import Reader, Transaction
from desktop.reading.photographs import Source, read_photograph
from desktop.reading.recordings import read_recording
from desktop.rules.codes import known_code
from desktop.rules.times import to_ms
from desktop.services.guests import consents
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

_RECORDINGS = ("sound", "video")


@dataclass(frozen=True, slots=True)
class _Read:
    """What came in; `taken_at` is UTC ms, None where the file does not say."""

    content: bytes
    sha256: str
    media_type: str
    taken_at: int | None


@verb("reception.photo", roles=TALK_ROLES, devices=TALK_DEVICES)
def attach(
    caller: Caller,
    tx: Transaction,
    *,
    reception: str,
    file: Path,
    shows: str = consents.THING,
    stage: str | None = None,
) -> str:
    """Attach a photograph, sound or video to a talk; the file itself stays where it is. Returns the attachment's id.

    `shows` says what is on it, `stage` before or after the repair. Raises Refused `notice_missing`, `consent_missing`
    or `consent_needs_client` where the client was not told or did not agree, `picture_known` for one that hangs
    somewhere already, Unreadable for what is no such file, StoreTrouble when the disk is full.
    """
    known_code("picture_shows", shows)
    if stage:
        known_code("stage", stage)
    tx.known(Reception, reception)
    consents.demand(caller, tx, reception=reception, shows=shows)
    read = _read(tx, file, shows)
    if forms.attached(tx, read.sha256):
        raise Refused("picture_known", file=file.name)
    kept = blobs.keep(tx.store.path, read.content)
    try:
        made = tx.insert(
            Attachment(
                id=tx.new_id(),
                created_at=tx.now,
                created_by=caller.staff,
                belongs=talks.RECEPTION,
                owner=reception,
                media_type=read.media_type,
                size=len(read.content),
                sha256=read.sha256,
                blob=kept.name,
                at=read.taken_at or tx.now,
                name=file.name,
                key=kept.key,
                shows=shows,
                stage=stage,
            )
        )
    except BaseException:
        blobs.drop(tx.store.path, kept)
        raise
    tx.subject = reception
    return made


def _read(reader: Reader, file: Path, shows: str) -> _Read:
    if shows in _RECORDINGS:
        heard = read_recording(file, is_video=shows == "video")
        return _Read(heard.content, heard.sha256, heard.media_type, None)
    picture = read_photograph(Source(file))
    taken_at = to_ms(picture.taken.replace(tzinfo=zone_of(reader))) if picture.taken else None
    return _Read(picture.content, picture.sha256, picture.media_type, taken_at)


@question("reception.photos", roles=TALK_ROLES, devices=TALK_DEVICES)
def of_talk(_caller: Caller, reader: Reader, *, reception: str) -> tuple[str, ...]:
    """The names of the photographs of a talk, in the order they were taken in."""
    return tuple(one.name or "" for one in talks.photos(reader, reception))


@question("reception.attachments", roles=TALK_ROLES, devices=TALK_DEVICES)
def attached(_caller: Caller, reader: Reader, *, reception: str) -> tuple[Attachment, ...]:
    """What hangs on a talk, in the order taken in."""
    return talks.photos(reader, reception)
