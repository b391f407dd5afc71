"""A common place of several devices: a folder (a mounted share, a stick, a cloud folder) or S3-compatible storage.

Each device writes into a part of its own and never changes a file that stands there; it reads those of the others.
Nothing but files is asked of the place, so it may vanish and come back: what is not out yet waits here.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from db import clocks
from db.devices import trusted
from db.errors import StoreTrouble
from db.exchange import outbox
from db.exchange.blocks import TABLES
from db.exchange.outbox import ROWS_PER_PIECE, Piece, Seen
from db.exchange.package import Sender, write_package
from db.exchange.places import Place, Shelf
from db.journal import last_seq
from db.store import Reader, Store, Transaction
from db.vault import device_keys
from desktop.services.exchange import packages, parcels
from desktop.services.exchange.packages import Incoming
from desktop.services.exchange.parcels import Parcels
from desktop.services.exchange.places import place_at, remembered
from desktop.services.registry import ANYONE, Caller, question, verb

SUFFIX = ".qinting"
NAME = re.compile(r"(\d{6})-([0-9a-f]{12})\.qinting")
DONE = frozenset({"merged", "known"})


@dataclass(frozen=True, slots=True)
class Peer:
    """Another device at the place: its files taken, those that could not be, the numbers missing, its newest file."""

    writer: str
    taken: int
    waiting: tuple[Incoming, ...]
    missing: tuple[int, ...]
    last_file_at: int | None


@dataclass(frozen=True, slots=True)
class Synced:
    """What one round did: files and rows put out, files and rows taken in, and how every other device stands."""

    sent_files: int
    sent_rows: int
    taken_files: int
    added: int
    changed: int
    conflicts: int
    peers: tuple[Peer, ...]
    # Files of attachments: put out, taken in, and those that have not arrived anywhere yet.
    parcels: Parcels = field(default_factory=Parcels)


def sync(caller: Caller, store: Store, *, address: str, most_bytes: int | None = None) -> Synced:
    """One round: put out what is new here, take in what is new there, rows before the files of attachments.

    With `most_bytes` no more files are put out, or taken in, than that; the next round goes on. Raises Misused
    `outbox_address` for what is no place, StoreTrouble `folder_not_writable`, `disk_full`, `outbox_gone` when the place
    vanishes meanwhile, or what the storage says (`s3_...`); what was done stands.
    """
    place = place_at(address, store.identity.project)
    known = outbox.seen(store, place.address)
    done = _done(known)
    behind = _behind(done)
    shelves = place.look(store.identity.writer, {writer: f"{number:06}" for writer, number in behind.items()})
    files, rows, number = _put_out(caller, store, place, shelves, behind.get(store.identity.writer, 0))
    taken = _take_in(caller, store, place, shelves, known, done, files, rows)
    exchanged = parcels.exchange(caller, store, place, shelves, most_bytes)
    if exchanged.asking:
        _send(caller, store, place, number + 1, [], exchanged.asking)
    return replace(taken, parcels=exchanged)


@question("outbox.unsent", roles=ANYONE)
def unsent(_caller: Caller, reader: Reader, *, address: str) -> int:
    """How many rows written here wait for the place, which may be away now."""
    return outbox.unsent(reader, remembered(address))


# -- putting out -------------------------------------------------------------------------------------------------------


def _done(known: Mapping[tuple[str, str], Seen]) -> dict[str, dict[str, int]]:
    """Writer -> its files with which nothing is left to do, by name, with their numbers."""
    done: dict[str, dict[str, int]] = {}
    for (writer, name), file in known.items():
        if file.outcome in DONE and (match := NAME.fullmatch(name)):
            done.setdefault(writer, {})[name] = int(match[1])
    return done


def _behind(done: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Writer -> the number up to which nothing is left to do with its files, and none is missing.

    From that file on, it included, a place is asked what it has: what came last is known by it.
    """
    numbered = {writer: set(files.values()) for writer, files in done.items()}
    return {
        writer: next(n for n in count(1) if n + 1 not in numbers)
        for writer, numbers in numbered.items() if 1 in numbers
    }  # fmt: skip


def _put_out(
    caller: Caller, store: Store, place: Place, shelves: Mapping[str, Shelf], number: int
) -> tuple[int, int, int]:
    """Put out what is new, numbered behind `number` and what lies there; returns files, rows, the last number."""
    own = store.identity.writer
    present = [writer for writer in shelves if writer != own]
    number = max([number, *(numbered for numbered, _ in _numbered(shelves[own]))])
    files = rows = 0
    positions = outbox.positions(store, place.address)
    for pieces in _together(outbox.waiting(store, positions, present)):
        number, files = number + 1, files + 1
        rows += sum(piece.rows for piece in pieces)
        _send(caller, store, place, number, pieces)
    return files, rows, number


def _together(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces for one file each; the journal goes along with news and makes no file of its own."""
    held: list[Piece] = []
    for piece in pieces:
        if held and sum(one.rows for one in held) + piece.rows > ROWS_PER_PIECE:
            if any(outbox.is_news(one.table) for one in held):
                yield held
                held = []
            else:
                break
        held.append(piece)
    if any(outbox.is_news(one.table) for one in held):
        yield held


def _send(
    caller: Caller, store: Store, place: Place, number: int, pieces: list[Piece], wants: tuple[str, ...] = ()
) -> None:
    """Put out one file of pieces, then remember that it is out; a crash between the two sends it once more.

    `wants` are files of attachments that are asked for. No transaction is open while the place takes its time: a scan
    never waits for a network.
    """
    identity, keys = store.identity, device_keys.read(store.connection)
    readers = [keys.recipient, keys.exchange_recipient, *(one.recipient for one in trusted(store) if one.recipient)]
    content, _ = write_package(
        Sender(identity.project, identity.writer, identity.name, identity.role, keys),
        # Rows before the edits that name them, as in every package.
        iter(sorted((block for piece in pieces for block in piece.blocks), key=lambda block: TABLES.index(block[0]))),
        kind="delta",
        made_at=store.clock(),
        seq_from=0,
        seq_to=last_seq(store, identity.writer),
        recipients=tuple(dict.fromkeys(readers)),
        wants=wants,
    )
    digest = hashlib.sha256(content).hexdigest()
    name = f"{number:06}-{digest[:12]}{SUFFIX}"
    place.put(identity.writer, name, content)
    sent(
        caller,
        store,
        address=place.address,
        writer=identity.writer,
        name=name,
        sha256=digest,
        pieces=pieces,
        wants=wants,
    )


@verb("outbox.send", roles=ANYONE, journal=False)
def sent(
    _caller: Caller, tx: Transaction, *, address: str, writer: str, name: str, sha256: str,
    pieces: list[Piece], wants: tuple[str, ...],
) -> None:  # fmt: skip
    """Remember that a file of pieces is out, under the writer who numbered it: this device may just have a new one."""
    clocks.note_sent(tx, sha256, address, last_seq(tx, tx.writer))
    outbox.note_tried(tx, address, writer, name, None, "merged")
    for piece in pieces:
        outbox.note_sent(tx, address, piece)
    parcels.note_asked(tx, address, wants)


# -- taking in ---------------------------------------------------------------------------------------------------------


def _take_in(
    caller: Caller, store: Store, place: Place, shelves: Mapping[str, Shelf], known: Mapping[tuple[str, str], Seen],
    done: Mapping[str, Mapping[str, int]], files: int, rows: int,
) -> Synced:  # fmt: skip
    taken: list[Incoming] = []
    peers: list[Peer] = []
    for writer, shelf in _shortest_first(shelves, known):
        if writer == store.identity.writer:
            continue
        waiting = list[Incoming]()
        numbered, finished = _numbered(shelf), dict(done.get(writer, {}))
        for number, name in numbered:
            before = known.get((writer, name))
            if name in finished:
                continue
            if before and not outbox.is_due(before, store.clock()):
                waiting.append(Incoming(place.shown(writer, name), before.outcome))
                continue
            incoming = _take(caller, store, place, writer, name, before)
            (taken if incoming.taken else waiting).append(incoming)
            if incoming.taken:
                finished[name] = number
        newest = shelf.packages[numbered[-1][1]] if numbered else None
        missing = _missing((*finished.values(), *(number for number, _ in numbered)))
        peers.append(Peer(writer, len(finished), tuple(waiting), missing, newest))
    return Synced(
        files, rows, len(taken), sum(one.added for one in taken), sum(one.changed for one in taken),
        sum(one.conflicts for one in taken), tuple(sorted(peers, key=lambda one: one.writer)),
    )  # fmt: skip


def _shortest_first(shelves: Mapping[str, Shelf], known: Mapping[tuple[str, str], Seen]) -> list[tuple[str, Shelf]]:
    """Whoever has put out little comes first: a scan at a door does not wait behind an office's list."""
    return sorted(
        shelves.items(), key=lambda one: (sum((one[0], name) not in known for name in one[1].packages), one[0])
    )


def _take(caller: Caller, store: Store, place: Place, writer: str, name: str, before: Seen | None) -> Incoming:
    with place.here(writer, name) as file:
        incoming = packages.take_in(caller, store, file=file)
    if incoming.outcome == "missing":
        raise StoreTrouble("outbox_gone", value=place.address)
    note(caller, store, address=place.address, writer=writer, name=name, before=before, outcome=incoming.outcome)
    return replace(incoming, file=place.shown(writer, name))


@verb("outbox.note", roles=ANYONE, journal=False)
def note(
    _caller: Caller, tx: Transaction, *, address: str, writer: str, name: str, before: Seen | None, outcome: str
) -> None:
    """Remember what became of a file of another device."""
    outbox.note_tried(tx, address, writer, name, before, outcome)


def _numbered(shelf: Shelf) -> list[tuple[int, str]]:
    """The published files of a writer in order; copies that a cloud client renamed are none of them."""
    found = [(match, name) for name in shelf.packages if (match := NAME.fullmatch(name))]
    return sorted((int(match[1]), name) for match, name in found)


def _missing(numbers: Iterable[int]) -> tuple[int, ...]:
    """Numbers below the largest that are not there: not copied yet, or lost."""
    there = set(numbers)
    return tuple(number for number in range(1, max(there, default=0)) if number not in there)
