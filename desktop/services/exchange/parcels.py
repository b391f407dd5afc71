"""The files of attachments at a common place: put out once, fetched where they are waited for, asked for when lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from db import attachments, blobs
from db.exchange import outbox
from db.exchange.outbox import Seen
from db.exchange.places import BLOBS, Place, Shelf
from db.store import Store, Transaction
from desktop.services.exchange import files
from desktop.services.registry import ANYONE, Caller, verb

# Somebody may be copying; then others are asked, and not again before most of a working day is over.
PATIENCE_MS, AGAIN_MS = 60_000, 6 * 3_600_000


@dataclass(frozen=True, slots=True)
class Parcels:
    """What became of the files in one round: put out, taken in, still waited for; `asking` names those to ask for."""

    sent: int = 0
    taken: int = 0
    missing: int = 0
    asking: tuple[str, ...] = ()


def exchange(
    caller: Caller, store: Store, place: Place, shelves: Mapping[str, Shelf], most_bytes: int | None
) -> Parcels:
    """Put out and fetch files, each way no more than `most_bytes`; a file is never cut. Raises as a place does."""
    if not files.keeps_files(store):
        return Parcels()
    sent = _put_out(caller, store, place, shelves, most_bytes)
    return replace(_fetch(caller, store, place, shelves, most_bytes), sent=sent)


def _put_out(caller: Caller, store: Store, place: Place, shelves: Mapping[str, Shelf], most_bytes: int | None) -> int:
    names = attachments.unsent(store, place.address)
    if not names:
        return 0
    own, folder = store.identity.writer, files.folder_of(store)
    others = [writer for writer in shelves if writer != own]
    held, asked = blobs.held(folder), attachments.asked_for(store, place.address)
    theirs = attachments.came_from(store, others)
    count = size = 0
    for name in names:
        if name not in held:
            continue
        is_out = shelves[own].blobs.get(name) == held[name] and (name not in asked or place.has_whole(own, name))
        is_theirs = name not in asked and any(shelves[writer].blobs.get(name) == held[name] for writer in others)
        if not is_out and not is_theirs:
            if name in theirs and name not in asked:
                # Whoever took the picture puts it out as well.
                continue
            if most_bytes is not None and count and size + held[name] > most_bytes:
                break
            place.put_blob(own, folder / name)
            count, size = count + 1, size + held[name]
        note_out(caller, store, address=place.address, blob=name)
    return count


def _fetch(caller: Caller, store: Store, place: Place, shelves: Mapping[str, Shelf], most_bytes: int | None) -> Parcels:
    needed = set(files.needed(store, store))
    if not needed:
        return Parcels()
    known = outbox.seen(store, place.address)
    count = size = 0
    for writer, shelf in shelves.items():
        for name in sorted(needed & shelf.blobs.keys()):
            before = known.get((writer, f"{BLOBS}/{name}"))
            if writer == store.identity.writer or (before and not outbox.is_due(before, store.clock())):
                continue
            if most_bytes is not None and count and size + shelf.blobs[name] > most_bytes:
                break
            if place.take_blob(writer, name, files.folder_of(store)):
                needed.discard(name)
                count, size = count + 1, size + shelf.blobs[name]
            else:
                note_damaged(caller, store, address=place.address, writer=writer, blob=name, before=before)
    return Parcels(taken=count, missing=len(needed), asking=_to_ask_for(caller, store, place.address, needed))


def _to_ask_for(caller: Caller, store: Store, address: str, needed: set[str]) -> tuple[str, ...]:
    if not attachments.is_noted(store, address, needed):
        note_needed(caller, store, address=address, needed=needed)
    now = store.clock()
    asking = attachments.to_ask_for(store, address, needed, since=now - PATIENCE_MS, asked=now - AGAIN_MS)
    return tuple(asking[: files.MOST_WANTS])


@verb("outbox.note_file", roles=ANYONE, journal=False)
def note_out(_caller: Caller, tx: Transaction, *, address: str, blob: str) -> None:
    """Remember that a file lies at the place."""
    attachments.note_sent(tx, address, [blob])


@verb("outbox.note_damaged", roles=ANYONE, journal=False)
def note_damaged(
    _caller: Caller, tx: Transaction, *, address: str, writer: str, blob: str, before: Seen | None
) -> None:
    """Remember that a file at the place is not what its name says: half copied, or spoilt."""
    outbox.note_tried(tx, address, writer, f"{BLOBS}/{blob}", before, "damaged")


@verb("outbox.note_needed", roles=ANYONE, journal=False)
def note_needed(_caller: Caller, tx: Transaction, *, address: str, needed: Iterable[str]) -> None:
    """Remember since when files are waited for."""
    attachments.note_needed(tx, address, needed)


def note_asked(tx: Transaction, address: str, wants: Iterable[str]) -> None:
    """Remember that files were asked for."""
    attachments.note_asked(tx, address, wants)
