"""Devices: those heard of, those trusted, when each was last heard."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.records import Device

if TYPE_CHECKING:
    from db.store import Reader, Transaction

# How many steps of a device count as lately.
LATELY = 2_000


@dataclass(frozen=True, slots=True)
class Trusted:
    """A device whose packages are taken; its keys may be unknown until its first package."""

    fingerprint: str
    device: str | None
    name: str | None
    signing_key: str | None
    recipient: str | None

    def as_object(self) -> dict[str, str]:
        """The known parts, for a card."""
        named = {
            "fingerprint": self.fingerprint, "device": self.device, "name": self.name,
            "signing_key": self.signing_key, "recipient": self.recipient,
        }  # fmt: skip
        return {key: value or "" for key, value in named.items()}


def own_writer(reader: "Reader") -> str:
    """The writer id of this device."""
    row = reader.one("SELECT value FROM local_state WHERE key = 'writer'")
    return str(row[0]) if row else ""


def trusted(reader: "Reader") -> tuple[Trusted, ...]:
    """Every trusted device but this one; those that were removed are not."""
    rows = reader.query(
        "SELECT fingerprint, device, name, signing_key, recipient FROM trusted_device WHERE removed_at IS NULL"
        " ORDER BY at, device"
    )
    return tuple(Trusted(*row) for row in rows)


def trust(tx: "Transaction", device: Trusted, *, vouches: bool = False) -> None:
    """Trust a device from now on; keys learnt later fill in what was not known.

    A device that `vouches` is an office: those for whom it signs are trusted as well.
    """
    tx.connection.execute(
        """
        INSERT INTO trusted_device(fingerprint, device, name, signing_key, recipient, at, by_staff, vouches)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(fingerprint) DO UPDATE SET
          vouches = max(excluded.vouches, vouches),
          device = coalesce(excluded.device, device), name = coalesce(excluded.name, name),
          signing_key = coalesce(excluded.signing_key, signing_key), recipient = coalesce(excluded.recipient, recipient)
        """,
        (
            device.fingerprint,
            device.device or None,
            device.name or None,
            device.signing_key or None,
            device.recipient or None,
            tx.now,
            tx.by,
            int(vouches),
        ),
    )


@dataclass(frozen=True, slots=True)
class Removed:
    """A device that was trusted once: whose fingerprint, when it was removed (UTC ms), by whom of the staff.

    `word` is the id of the row by which an office said so; None where a person did it here.
    """

    fingerprint: str
    name: str | None
    at: int
    by: str | None
    word: str | None = None


def removed(reader: "Reader") -> dict[str, Removed]:
    """The devices that are not to be trusted any more, by fingerprint.

    No office's word brings one back that a person removed here.
    """
    rows = reader.query(
        "SELECT fingerprint, name, removed_at, removed_by, removed_word FROM trusted_device"
        " WHERE removed_at IS NOT NULL"
    )
    return {row[0]: Removed(*row) for row in rows}


def remove(tx: "Transaction", fingerprint: str, *, word: str | None = None) -> None:
    """Trust a device no more, by a person's decision or an office's word; what it wrote before stays."""
    tx.connection.execute(
        "INSERT INTO trusted_device(fingerprint, at, removed_at, removed_by, removed_word)"
        " VALUES (:f, :now, :now, :by, :word) ON CONFLICT(fingerprint)"
        " DO UPDATE SET removed_at = :now, removed_by = :by, removed_word = :word",
        {"f": fingerprint, "now": tx.now, "by": None if word else tx.by, "word": word},
    )


def take_back(tx: "Transaction", fingerprint: str) -> None:
    """Let a removed device be trusted as before."""
    tx.connection.execute(
        "UPDATE trusted_device SET removed_at = NULL, removed_by = NULL, removed_word = NULL WHERE fingerprint = ?",
        (fingerprint,),
    )


def heed(tx: "Transaction", fingerprint: str, words: Iterable[str]) -> None:
    """Remember what offices said of a device, by the ids of the rows: a person may decide otherwise for good."""
    tx.connection.execute(
        "UPDATE trusted_device SET heeded = trim(coalesce(heeded, '') || ' ' || ?) WHERE fingerprint = ?",
        (" ".join(words), fingerprint),
    )


def known(reader: "Reader", fingerprint: Callable[[str], str]) -> tuple[Trusted, ...]:
    """Every device heard of, with its fingerprint by the given function of the signing key."""
    return tuple(
        Trusted(fingerprint(device.signing_key), device.id, device.name, device.signing_key, device.recipient)
        for device in reader.records(Device, "WHERE deleted = 0 ORDER BY id")
    )


def last_heard(reader: "Reader", writer: str) -> int | None:
    """UTC ms of the last package of the device, by this device's clock.

    What came of it only through others, and what this device wrote itself, counts by the clock that wrote it.
    """
    row = reader.one("SELECT max(at) FROM imported_package WHERE writer = :writer", writer=writer)
    if row is None or row[0] is None:
        row = reader.one("SELECT max(at) FROM journal WHERE writer = :writer", writer=writer)
    return row[0] if row else None


def missing(reader: "Reader", writer: str) -> int:
    """How many journal rows of the device, before the newest that is known here, have not come."""
    return reader.count(
        "SELECT coalesce(max(seq), 0) - count(DISTINCT seq) FROM journal WHERE writer = :writer", writer=writer
    )


def missing_ranges(reader: "Reader", writer: str) -> tuple[tuple[int, int], ...]:
    """The numbers of those rows, from and to, the first hundred gaps."""
    rows = reader.query(
        """
        SELECT before + 1, seq - 1 FROM (
            SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS before FROM
                (SELECT DISTINCT seq FROM journal WHERE writer = :writer))
        WHERE seq > before + 1 ORDER BY seq LIMIT 100
        """,
        writer=writer,
    )
    return tuple((row[0], row[1]) for row in rows)


def last_user(reader: "Reader", writer: str) -> str | None:
    """The name of whoever of the staff did something at the device last; None where nobody was signed in lately."""
    row = reader.one(
        """
        SELECT s.name FROM journal j JOIN staff s ON s.id = j.staff
        WHERE j.writer = :writer AND j.seq > (SELECT max(seq) FROM journal WHERE writer = :writer) - :back
        ORDER BY j.seq DESC LIMIT 1
        """,
        writer=writer,
        back=LATELY,
    )
    return row[0] if row else None
