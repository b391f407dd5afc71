"""Joining: a card makes a further device of a project; fingerprints say whom to trust."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db import clocks, devices, events
from db.devices import Trusted
from db.errors import Misused, Refused, Unreadable
from db.files import write_durably
from db.records import (
    COLUMNS,
    NAMES,
    Code,
    Device,
    DeviceVouch,
    Event,
    EventStaff,
    Project,
    R,
    Record,
    Staff,
    StaffRole,
)
from db.store import Reader, Store, Transaction
from db.vault import device_keys
from db.vault.device_keys import fingerprint
from desktop.rules.clocks import offset_ms
from desktop.rules.fingerprints import LETTERS, read_code
from desktop.services.exchange import vouching
from desktop.services.people import pin
from desktop.services.registry import ANYONE, OFFICE_ROLES, Caller, question, verb

FORMAT = 1
MAX_CARD_BYTES = 20_000_000
CARRIED: tuple[type[Record], ...] = (Device, Staff, StaffRole, Code, Event, EventStaff)


class CardBody(msgspec.Struct, frozen=True):
    """What the issuing device signs; rows are objects of the carried tables."""

    format: int
    project: dict[str, Any]
    # The project's reading key: whoever holds it reads the packages of all its devices.
    exchange_key: str
    signing_key: str
    trusted: tuple[dict[str, str], ...]
    rows: dict[str, tuple[dict[str, Any], ...]]
    # The hash of the staff's PIN, so that one PIN opens the staff corner of every kiosk of the event.
    pin_hash: str = ""


class CardFile(msgspec.Struct, frozen=True):
    """A card as a file: the body as text, so that the signature covers exactly what stands there."""

    qinting_card: str
    signature: str


@dataclass(frozen=True, slots=True)
class Card:
    """A card whose signature holds."""

    project: Project
    exchange_key: str
    signing_key: str
    trusted: tuple[Trusted, ...]
    rows: tuple[Record, ...]
    pin_hash: str = ""


@verb("device.card", roles=OFFICE_ROLES)
def write_card(_caller: Caller, tx: Transaction, *, file: Path) -> str:
    """Write this device's card: project, codes, staff, events, keys. Returns this device's fingerprint.

    The card lets a device read the project's packages: hand it over on a stick, do not send it.
    """
    keys = device_keys.read(tx.connection)
    own = fingerprint(keys.signing_public)
    trusted = [
        *devices.trusted(tx),
        Trusted(own, tx.writer, tx.store.identity.name, keys.signing_public, keys.recipient),
    ]
    body = msgspec.json.encode(
        CardBody(
            format=FORMAT,
            project=_as_object(events.project(tx)),
            exchange_key=keys.exchange,
            signing_key=keys.signing_public,
            trusted=tuple(one.as_object() for one in trusted),
            rows={
                kind.table: tuple(_as_object(row) for row in tx.records(kind, "WHERE deleted = 0 ORDER BY id"))
                for kind in CARRIED
            },
            pin_hash=pin.pin_hash(tx),
        )
    )
    signature = Ed25519PrivateKey.from_private_bytes(keys.signing).sign(body).hex()
    write_durably(file, msgspec.json.encode(CardFile(body.decode(), signature)))
    tx.subject = own
    return own


def read_card(file: Path) -> Card:
    """Read and check a card. Raises Unreadable `card_missing` or `card_damaged`."""
    try:
        if file.stat().st_size > MAX_CARD_BYTES:
            raise Unreadable("card_damaged", file=str(file))
        outer = msgspec.json.decode(file.read_bytes(), type=CardFile)
        raw = outer.qinting_card.encode()
        body = msgspec.json.decode(raw, type=CardBody)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(body.signing_key)).verify(bytes.fromhex(outer.signature), raw)
        if body.format > FORMAT:
            raise Unreadable("card_newer", file=str(file))
        return Card(
            project=_as_record(Project, body.project),
            exchange_key=body.exchange_key,
            signing_key=body.signing_key,
            trusted=tuple(Trusted(**one) for one in body.trusted),
            rows=tuple(_rows(body)),
            pin_hash=body.pin_hash,
        )
    except OSError as error:
        raise Unreadable("card_missing", file=str(file)) from error
    except (msgspec.DecodeError, ValueError, TypeError, RecursionError, InvalidSignature) as error:
        raise Unreadable("card_damaged", file=str(file)) from error


def _rows(body: CardBody) -> Iterable[Record]:
    for kind in CARRIED:
        for row in body.rows.get(kind.table, ()):
            yield _as_record(kind, row)


def _as_object(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in NAMES[record.table]}


def _as_record(kind: type[R], row: dict[str, Any]) -> R:
    """A record from a card's object, every value of the declared kind. Raises ValueError otherwise."""
    for column in COLUMNS[kind.table]:
        value = row.get(column.name)
        wanted = int if column.is_integer else str
        if not isinstance(value, wanted) and not (value is None and column.nullable):
            raise ValueError(column.name)
    return kind(**{name: row[name] for name in NAMES[kind.table]})


def keep_trusted(tx: Transaction, card: Card) -> None:
    """Trust the devices that the card names, and let the staff's PIN be the office's."""
    offices = {one.signing_key for one in card.rows if isinstance(one, Device) and one.role == "office"}
    for device in card.trusted:
        # The office that has written the card may vouch for others; whoever else stands on it may not.
        is_issuer = device.signing_key == card.signing_key
        devices.trust(tx, device, vouches=is_issuer and card.signing_key in offices)
    if card.pin_hash:
        pin.take_over(tx, card.pin_hash)


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """A device as this database sees it."""

    device: str
    name: str
    role: str
    fingerprint: str
    trusted: bool
    this: bool
    last_heard: int | None
    # Steps of its that have not come though later ones have, and their numbers from and to.
    missing: int = 0
    missing_numbers: tuple[tuple[int, int], ...] = ()
    # How far its clock is ahead of this one's, in ms; None where nothing says.
    clock_ms: int | None = None
    # Who of the staff used it last.
    user: str | None = None
    # When it was removed here, UTC ms, and the name of the office that said so, None where a person here did it.
    removed_at: int | None = None
    removed_office: str | None = None


@question("device.list", roles=ANYONE)
def known_devices(_caller: Caller, reader: Reader) -> tuple[KnownDevice, ...]:
    """Every device that this database has heard of: whether it is trusted, when it was heard, what is missing."""
    writer = devices.own_writer(reader)
    trusted = {one.fingerprint for one in devices.trusted(reader)}
    removed = devices.removed(reader)
    found = []
    own = fingerprint(device_keys.read(reader.connection).signing_public)
    known = reader.records(Device, "WHERE deleted = 0 ORDER BY id")
    names = {one.signing_key: one.name for one in known}
    for device in known:
        print_, is_this = fingerprint(device.signing_key), device.id == writer
        lacks, clock = devices.missing(reader, device.id), clocks.bounds(reader, device.id)
        gone = removed.get(print_)
        found.append(
            KnownDevice(
                device.id, device.name, device.role, print_, print_ in trusted or print_ == own, is_this,
                devices.last_heard(reader, device.id), lacks,
                devices.missing_ranges(reader, device.id) if lacks else (),
                None if is_this else offset_ms(clock.least, clock.most),
                devices.last_user(reader, device.id), gone.at if gone else None,
                _office_of(reader, gone, names),
            )
        )  # fmt: skip
    return tuple(found)


def _office_of(reader: Reader, gone: devices.Removed | None, names: Mapping[str, str]) -> str | None:
    """The name of the office by whose word a device was removed."""
    word = reader.get(DeviceVouch, gone.word) if gone and gone.word else None
    return names.get(word.office_key, "") if word else None


@verb("device.trust", roles=OFFICE_ROLES)
def trust(_caller: Caller, tx: Transaction, *, fingerprint_text: str, card: Path | None = None) -> str:
    """Trust the device with this fingerprint, which two people have compared. Returns the fingerprint.

    With the device's card its keys are learnt at once; without, at its first package.
    """
    wanted = _as_fingerprint(fingerprint_text)
    found = Trusted(wanted, None, None, None, None)
    for one in (*(read_card(card).trusted if card else ()), *devices.known(tx, fingerprint)):
        if one.fingerprint == wanted:
            found = one
    if card and not found.signing_key:
        raise Misused("fingerprint_not_on_card", value=wanted)
    offices = {one.signing_key for one in tx.records(Device, "WHERE role = 'office' AND deleted = 0")}
    devices.trust(tx, found, vouches=found.signing_key in offices)
    devices.take_back(tx, wanted)
    if tx.store.identity.role == vouching.OFFICE:
        vouching.say_again(tx, wanted)
    tx.subject = wanted
    return wanted


@verb("device.remove", roles=OFFICE_ROLES)
def remove(_caller: Caller, tx: Transaction, *, fingerprint_text: str) -> str:
    """Trust a device no more: its packages are refused here from now on, what it wrote before stays.

    Where this is an office, every device that trusts the office hears of it with the next exchange. A person may trust
    it again; the word of another office does not. Returns the fingerprint. Raises Refused `device_is_this` or
    `device_not_trusted`.
    """
    wanted = _as_fingerprint(fingerprint_text)
    if wanted == fingerprint(device_keys.read(tx.connection).signing_public):
        raise Refused("device_is_this")
    found = next((one for one in devices.trusted(tx) if one.fingerprint == wanted), None)
    if found is None:
        raise Refused("device_not_trusted", fingerprint=wanted)
    devices.remove(tx, wanted)
    if tx.store.identity.role == vouching.OFFICE:
        vouching.withdraw(tx, found)
    tx.subject = wanted
    return wanted


def _as_fingerprint(text: str) -> str:
    """Eight groups of four characters. Raises Misused `fingerprint_unreadable`."""
    typed = (read_code(text) or text).strip().upper().replace("-", "").replace(" ", "")
    if len(typed) != LETTERS or not typed.isalnum():
        raise Misused("fingerprint_unreadable", value=text[:80])
    return "-".join(typed[at : at + 4] for at in range(0, LETTERS, 4))


def own_fingerprint(store: Store) -> str:
    """This device's fingerprint."""
    return fingerprint(device_keys.read(store.connection).signing_public)
