"""Devices: those heard of, those trusted, when each was last heard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.records import Device

if TYPE_CHECKING:
    from db.store import Reader, Transaction


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
    """Every trusted device but this one."""
    rows = reader.query(
        "SELECT fingerprint, device, name, signing_key, recipient FROM trusted_device ORDER BY at, device"
    )
    return tuple(Trusted(*row) for row in rows)


def trust(tx: "Transaction", device: Trusted) -> None:
    """Trust a device from now on; keys learnt later fill in what was not known."""
    tx.connection.execute(
        """
        INSERT INTO trusted_device(fingerprint, device, name, signing_key, recipient, at, by_staff)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(fingerprint) DO UPDATE SET
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
        ),
    )


def known(reader: "Reader", fingerprint: Callable[[str], str]) -> tuple[Trusted, ...]:
    """Every device heard of, with its fingerprint by the given function of the signing key."""
    return tuple(
        Trusted(fingerprint(device.signing_key), device.id, device.name, device.signing_key, device.recipient)
        for device in reader.records(Device, "WHERE deleted = 0 ORDER BY id")
    )


def last_heard(reader: "Reader", writer: str) -> int | None:
    """UTC ms of the newest journal row of the device that is known here."""
    row = reader.one("SELECT max(at) FROM journal WHERE writer = :writer", writer=writer)
    return row[0] if row else None


def missing(reader: "Reader", writer: str) -> int:
    """How many journal rows of the device, before the newest that is known here, have not come."""
    return reader.count(
        "SELECT coalesce(max(seq), 0) - count(DISTINCT seq) FROM journal WHERE writer = :writer", writer=writer
    )
