"""A device's own keys: Ed25519 to sign what it hands on, X25519 (age) to read what is meant for it.

They live in the table `secret`, so they are as safe as the database. The exchange identity is the project's: every
device that joined by the project's card holds it, so a package of one can be opened by all.
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass

import bech32
import pyrage.x25519 as age
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.driver import Connection, DatabaseError, path_of, translate

SIGNING, IDENTITY, EXCHANGE, INVITATION = "signing", "identity", "exchange", "invitation"


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """The secret half: raw Ed25519 key (32 bytes), the device's and the project's age identities as text."""

    signing: bytes
    identity: str
    exchange: str

    @property
    def signing_public(self) -> str:
        """The public signing key, 64 hexadecimal digits."""
        return Ed25519PrivateKey.from_private_bytes(self.signing).public_key().public_bytes_raw().hex()

    @property
    def recipient(self) -> str:
        """The device's age recipient (age1...)."""
        return str(age.Identity.from_str(self.identity).to_public())

    @property
    def exchange_recipient(self) -> str:
        """The project's age recipient."""
        return str(age.Identity.from_str(self.exchange).to_public())


def make_keys(exchange: str | None) -> DeviceKeys:
    """New keys for a device; `exchange` is the project's identity from a card, or None to found one."""
    return DeviceKeys(
        signing=Ed25519PrivateKey.generate().private_bytes_raw(),
        identity=str(age.Identity.generate()),
        exchange=exchange or str(age.Identity.generate()),
    )


def keep(connection: Connection, keys: DeviceKeys) -> None:
    """Write the keys, and a fresh secret for invitation codes, into the database."""
    connection.executemany(
        "INSERT INTO secret(name, value) VALUES (?, ?)",
        [
            (SIGNING, keys.signing),
            (IDENTITY, keys.identity.encode()),
            (EXCHANGE, keys.exchange.encode()),
            (INVITATION, secrets.token_bytes(32)),
        ],
    )


def read(connection: Connection) -> DeviceKeys:
    """The keys of an open database. Raises StoreTrouble when the disk does not give them."""
    try:
        kept: dict[str, bytes] = dict(connection.execute("SELECT name, value FROM secret").fetchall())
    except DatabaseError as error:
        raise translate(error, path_of(connection)) from error
    return DeviceKeys(kept[SIGNING], kept[IDENTITY].decode(), kept[EXCHANGE].decode())


def invitation_secret(connection: Connection) -> bytes:
    """The secret from which this office's invitation codes are derived."""
    row = connection.execute("SELECT value FROM secret WHERE name = ?", (INVITATION,)).fetchone()
    return bytes(row[0]) if row else b""


def fingerprint(signing_public: str) -> str:
    """Eight groups of four characters that two people can compare: 160 bits of SHA-256 in base32.

    What is no key has one too: a damaged row can then be listed, and nobody will ever sign with it.
    """
    try:
        raw = bytes.fromhex(signing_public)
    except ValueError:
        raw = signing_public.encode()
    text = base64.b32encode(hashlib.sha256(raw).digest()[:20]).decode()
    return "-".join(text[i : i + 4] for i in range(0, 32, 4))


def identity_from_bytes(raw: bytes) -> str:
    """An age identity text from 32 bytes (Bech32, BIP 173), for a passphrase stretched to a key."""
    return str(bech32.bech32_encode("age-secret-key-", bech32.convertbits(raw, 8, 5) or [])).upper()
