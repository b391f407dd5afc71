"""A folder that several devices share (a mounted share, a stick, a cloud folder) as their common place.

Each device writes into a folder of its own and never changes a file that stands there; it reads those of the others.
Nothing but files is asked of the place, so it may vanish and come back: what is not out yet waits here.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db.devices import trusted
from db.errors import Misused, StoreTrouble
from db.exchange import outbox
from db.exchange.blocks import TABLES
from db.exchange.outbox import ROWS_PER_PIECE, Piece, Seen
from db.exchange.package import Sender, write_package
from db.files import file_trouble, write_durably
from db.journal import last_seq
from db.store import Store, Transaction
from db.vault import device_keys
from desktop.services.exchange import packages
from desktop.services.exchange.packages import Incoming
from desktop.services.registry import ANYONE, Caller, verb

SUFFIX = ".qinting"
NAME = re.compile(r"(\d{6})-([0-9a-f]{12})\.qinting")
# A file that is still being copied looks damaged: try again soon, then ever more slowly.
FIRST_DELAY_MS, LONGEST_DELAY_MS = 5_000, 300_000
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


@dataclass(frozen=True, slots=True)
class _Place:
    """The project's folder at an address, and the name under which the address is remembered."""

    folder: Path
    address: str

    def of(self, writer: str) -> Path:
        return self.folder / writer


def sync(caller: Caller, store: Store, *, address: str) -> Synced:
    """One round: put out what is new here, take in what is new there.

    Raises Misused `outbox_address` for what is no folder, StoreTrouble `folder_not_writable`, `disk_full`, or
    `outbox_gone` when the place vanishes meanwhile; what was done stands, and the next round goes on from there.
    """
    place = _place(store, address)
    files, rows = _put_out(caller, store, place)
    return _take_in(caller, store, place, files, rows)


def _place(store: Store, address: str) -> _Place:
    root = Path(address).expanduser()
    if "://" in address or not root.is_dir():
        raise Misused("outbox_address", value=address[:200])
    return _Place(root / store.identity.project, str(root.resolve()))


# -- putting out -------------------------------------------------------------------------------------------------------


def _put_out(caller: Caller, store: Store, place: _Place) -> tuple[int, int]:
    own = place.of(store.identity.writer)
    try:
        own.mkdir(parents=True, exist_ok=True)
        present = [folder.name for folder in place.folder.iterdir() if folder.is_dir() and folder != own]
        number = max((numbered[0] for numbered in _numbered(own)), default=0)
    except OSError as error:
        raise file_trouble(error, own) from error
    files = rows = 0
    sent = outbox.positions(store, place.address)
    for pieces in _together(outbox.waiting(store, sent, present)):
        number, files = number + 1, files + 1
        rows += sum(piece.rows for piece in pieces)
        send(caller, store, place=place, number=number, pieces=pieces)
    return files, rows


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


@verb("outbox.send", roles=ANYONE, journal=False)
def send(_caller: Caller, tx: Transaction, *, place: _Place, number: int, pieces: list[Piece]) -> Path:
    """Write one file of pieces and remember that it is out; a crash between the two sends it once more."""
    identity, keys = tx.store.identity, device_keys.read(tx.connection)
    readers = [keys.recipient, keys.exchange_recipient, *(one.recipient for one in trusted(tx) if one.recipient)]
    content, _ = write_package(
        Sender(identity.project, identity.writer, identity.name, identity.role, keys),
        # Rows before the edits that name them, as in every package.
        iter(sorted((block for piece in pieces for block in piece.blocks), key=lambda block: TABLES.index(block[0]))),
        kind="delta",
        made_at=tx.now,
        seq_from=0,
        seq_to=last_seq(tx, identity.writer),
        recipients=tuple(dict.fromkeys(readers)),
    )
    digest = hashlib.sha256(content).hexdigest()
    file = place.of(identity.writer) / f"{number:06}-{digest[:12]}{SUFFIX}"
    write_durably(file, content)
    for piece in pieces:
        outbox.note_sent(tx, place.address, piece)
    return file


# -- taking in ---------------------------------------------------------------------------------------------------------


def _take_in(caller: Caller, store: Store, place: _Place, files: int, rows: int) -> Synced:
    known = outbox.seen(store, place.address)
    taken: list[Incoming] = []
    peers: list[Peer] = []
    for folder in _folders(place, store.identity.writer):
        writer, waiting, done = folder.name, list[Incoming](), 0
        numbered = _published(place, folder)
        for _, file in numbered:
            before = known.get((writer, file.name))
            if before and before.outcome in DONE:
                done += 1
                continue
            if before and store.clock() < before.tried_at + _delay_ms(before.tries):
                waiting.append(Incoming(str(file), before.outcome))
                continue
            incoming = packages.take_in(caller, store, file=file)
            if incoming.outcome == "missing":
                raise StoreTrouble("outbox_gone", value=place.address)
            note(caller, store, place=place, file=file, before=before, outcome=incoming.outcome)
            (taken if incoming.taken else waiting).append(incoming)
            done += incoming.taken
        peers.append(Peer(writer, done, tuple(waiting), _missing(number for number, _ in numbered), _newest(numbered)))
    return Synced(
        files, rows, len(taken), sum(one.added for one in taken), sum(one.changed for one in taken),
        sum(one.conflicts for one in taken), tuple(peers),
    )  # fmt: skip


@verb("outbox.note", roles=ANYONE, journal=False)
def note(_caller: Caller, tx: Transaction, *, place: _Place, file: Path, before: Seen | None, outcome: str) -> None:
    """Remember what became of a file of another device."""
    first_at, tries = (before.first_at, before.tries + 1) if before else (tx.now, 1)
    outbox.note_seen(tx, place.address, Seen(file.parent.name, file.name, outcome, first_at, tx.now, tries))


def _delay_ms(tries: int) -> int:
    return int(min(FIRST_DELAY_MS * 2 ** min(tries - 1, 16), LONGEST_DELAY_MS))


def _folders(place: _Place, own: str) -> list[Path]:
    try:
        return sorted(folder for folder in place.folder.iterdir() if folder.is_dir() and folder.name != own)
    except OSError as error:
        raise StoreTrouble("outbox_gone", value=place.address) from error


def _published(place: _Place, folder: Path) -> list[tuple[int, Path]]:
    try:
        return _numbered(folder)
    except OSError as error:
        raise StoreTrouble("outbox_gone", value=place.address) from error


def _numbered(folder: Path) -> list[tuple[int, Path]]:
    """The published files of a folder in order; copies that a cloud client renamed are none of them."""
    found = [(match, file) for file in folder.iterdir() if (match := NAME.fullmatch(file.name))]
    return sorted((int(match[1]), file) for match, file in found)


def _missing(numbers: Iterable[int]) -> tuple[int, ...]:
    """Numbers below the largest that are not there: not copied yet, or lost."""
    there = set(numbers)
    return tuple(number for number in range(1, max(there, default=0)) if number not in there)


def _newest(numbered: list[tuple[int, Path]]) -> int | None:
    try:
        return int(numbered[-1][1].stat().st_mtime * 1000) if numbered else None
    except OSError:
        return None
