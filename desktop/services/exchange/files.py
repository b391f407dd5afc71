"""The files of attachments on their way: which go along, which are taken out of a package, which are waited for.

A kiosk neither keeps nor hands on pictures: nobody may look at one there, and it may be carried away.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from db import attachments, blobs
from db.attachments import BY_HAND, Named
from db.exchange.container import MAX_BLOBS, MAX_PACKAGE_BYTES, Part, overhead
from db.store import Reader, Store, Transaction
from desktop.services.registry import ANYONE, TALK_DEVICES, TALK_ROLES, Caller, question, verb

# More names than this nobody asks for in one package.
MOST_WANTS = 5_000


def folder_of(store: Store) -> Path:
    """Where this device keeps the files."""
    return blobs.folder_of(store.path)


def keeps_files(store: Store) -> bool:
    """Whether the device is one that pictures are looked at on."""
    return store.identity.role in TALK_DEVICES


def needed(reader: Reader, store: Store) -> dict[str, Named]:
    """The files that rows name and that have not arrived here, by name."""
    if not keeps_files(store):
        return {}
    named = attachments.named(reader)
    held = blobs.held(folder_of(store)) if named else {}
    return {one.blob: one for one in named if one.blob not in held}


@question("attachment.waiting", roles=TALK_ROLES, devices=TALK_DEVICES)
def waiting(_caller: Caller, reader: Reader, *, store: Store) -> tuple[Named, ...]:
    """The attachments whose file has not arrived on this device."""
    return tuple(needed(reader, store).values())


def to_carry(tx: Transaction, *, delta: bool, room: int) -> tuple[tuple[tuple[str, int], ...], int]:
    """The files (name, bytes) for a package, by name, and how many had to stay behind for want of room.

    A full package takes all that this device holds, a delta those that no delta has taken before. `room` is how many
    bytes the package may still grow.
    """
    if not keeps_files(tx.store):
        return (), 0
    names = attachments.unsent(tx, BY_HAND) if delta else tuple(one.blob for one in attachments.named(tx))
    held = blobs.held(folder_of(tx.store)) if names else {}
    chosen: list[tuple[str, int]] = []
    ready = [(name, held[name]) for name in names if name in held]
    for name, size in ready:
        room -= size + overhead(1) - overhead(0)
        if room < 0 or len(chosen) == MAX_BLOBS:
            break
        chosen.append((name, size))
    return tuple(sorted(chosen)), len(ready) - len(chosen)


def room_beside(body_bytes: int) -> int:
    """How many bytes of files fit into a package beside its other parts."""
    return MAX_PACKAGE_BYTES - overhead(0) - body_bytes


def wants(tx: Transaction) -> tuple[str, ...]:
    """The files that a package of this device asks for."""
    return tuple(sorted(needed(tx, tx.store)))[:MOST_WANTS]


def take_from(store: Store, *, file: Path, parts: Sequence[Part]) -> int:
    """Keep the files of a package that are waited for; returns how many came.

    One that is not what its name says is not kept, and is waited for as before; so are all that are left when the
    package goes away meanwhile. Raises StoreTrouble when the disk refuses.
    """
    missing = needed(store, store) if parts else {}
    wanted = [part for part in parts if part.blob in missing]
    count = 0
    if not wanted:
        return count
    try:
        with file.open("rb") as stream:
            for part in wanted:
                stream.seek(part.start)
                count += blobs.take(folder_of(store), part.blob, stream, part.size)
    except OSError:
        # A stick was pulled out: the rows are here, and what did not come is asked for.
        return count
    return count


@verb("attachment.asked_for", roles=ANYONE, journal=False)
def heed(_caller: Caller, tx: Transaction, *, wanted: Collection[str]) -> None:
    """Let what another device asks for go out again, as far as it is here."""
    held = blobs.held(folder_of(tx.store))
    attachments.send_again(tx, [name for name in wanted if name in held])
