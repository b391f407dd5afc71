"""An office vouches for devices: what it has signed makes them trusted wherever the office itself is.

Nobody vouches for himself. The chain begins at the office whose card made this device; an office that it vouches for
as an office may vouch in its turn.
"""

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db import devices, event_devices
from db.devices import Trusted
from db.records import DeviceVouch
from db.store import Transaction
from db.vault import device_keys
from db.vault.device_keys import fingerprint

_DOMAIN = "qinting device vouch 1"
OFFICE = "office"


def vouch(tx: Transaction, *, device: str, name: str, role: str, signing_key: str, recipient: str) -> bool:
    """Sign for a device that this office trusts; False where it did so before."""
    keys = device_keys.read(tx.connection)
    told = (device, name, role, signing_key, recipient)
    if any(_told(one) == told and one.office_key == keys.signing_public for one in event_devices.vouches(tx)):
        return False
    signature = Ed25519PrivateKey.from_private_bytes(keys.signing).sign(_message(tx.store.identity.project, told)).hex()
    made = DeviceVouch(
        id=tx.new_id(), created_at=tx.now, created_by=tx.by, device=device, name=name, role=role,
        signing_key=signing_key, recipient=recipient, office_key=keys.signing_public, signature=signature,
    )  # fmt: skip
    tx.insert(made)
    return True


def is_signed(one: DeviceVouch, project: str) -> bool:
    """Whether the office named in it has signed exactly this."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(one.office_key))
        key.verify(bytes.fromhex(one.signature), _message(project, _told(one)))
        bytes.fromhex(one.signing_key)
    except (ValueError, InvalidSignature):
        return False
    return True


def believe(tx: Transaction, told: tuple[DeviceVouch, ...] = ()) -> int:
    """Trust every device that a trusted office vouches for, by the records here and by `told`; returns how many.

    A row whose signature does not hold, or whose office is not trusted, changes nothing; nor does one about a device
    that a person has removed here.
    """
    project, believed, removed = tx.store.identity.project, 0, devices.removed(tx)
    waiting = [
        one for one in (*event_devices.vouches_untrusted(tx, tx.writer), *told)
        if one.device != tx.writer and is_signed(one, project) and fingerprint(one.signing_key) not in removed
    ]  # fmt: skip
    known = {one.signing_key for one in devices.trusted(tx)}
    is_on = bool(waiting)
    # An office may stand behind another one that vouches further: as often as something new came of it.
    while is_on:
        offices = event_devices.vouching_keys(tx)
        now = [one for one in waiting if one.office_key in offices]
        waiting = [one for one in waiting if one.office_key not in offices]
        for one in now:
            device = Trusted(fingerprint(one.signing_key), one.device, one.name, one.signing_key, one.recipient)
            devices.trust(tx, device, vouches=one.role == OFFICE)
            believed += one.signing_key not in known
            known.add(one.signing_key)
        is_on = bool(now and waiting)
    return believed


def _told(one: DeviceVouch) -> tuple[str, str, str, str, str]:
    return one.device, one.name, one.role, one.signing_key, one.recipient


def _message(project: str, told: tuple[str, str, str, str, str]) -> bytes:
    return msgspec.json.encode([_DOMAIN, project, *told])
