"""An office vouches for devices: what it has signed makes them trusted wherever the office itself is.

Nobody vouches for himself. What an office withdraws is trusted nowhere any more, until it says otherwise. The chain
begins at the office whose card made this device; an office that it vouches for as an office may vouch in its turn.
"""

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db import devices, event_devices
from db.devices import Trusted
from db.event_devices import WITHDRAWN
from db.ids import new_id
from db.records import Device, DeviceVouch
from db.store import Transaction
from db.vault import device_keys
from db.vault.device_keys import fingerprint

_DOMAIN = "qinting device vouch 1"
OFFICE = "office"


def vouch(tx: Transaction, *, device: str, name: str, role: str, signing_key: str, recipient: str) -> bool:
    """Sign for a device that this office trusts; False where that is its last word on it already."""
    return _say(tx, (device, name, role, signing_key, recipient))


def withdraw(tx: Transaction, device: Trusted) -> bool:
    """Sign that a device is not to be trusted any more; False where that was said, or its key is not known."""
    if not device.signing_key:
        return False
    return _say(tx, (device.device or "", device.name or "", WITHDRAWN, device.signing_key, device.recipient or ""))


def say_again(tx: Transaction, print_: str) -> bool:
    """Let the others trust a device again from which this office had withdrawn its trust; False where it had not."""
    words = [one for one in event_devices.vouches(tx) if fingerprint(one.signing_key) == print_]
    last = _last_word(tx, device_keys.read(tx.connection).signing_public, words[0].signing_key) if words else None
    if last is None or last.role != WITHDRAWN:
        return False
    # As it names itself; or, if it was never heard, as it was vouched for.
    sql = "WHERE signing_key = :key AND deleted = 0 ORDER BY id DESC LIMIT 1"
    for one in tx.records(Device, sql, key=last.signing_key):
        return _say(tx, (one.id, one.name, one.role, one.signing_key, one.recipient))
    before = [one for one in words if one.role != WITHDRAWN]
    return bool(before) and _say(tx, _told(before[-1]))


def _say(tx: Transaction, told: tuple[str, str, str, str, str]) -> bool:
    keys = device_keys.read(tx.connection)
    last = _last_word(tx, keys.signing_public, told[3])
    if last is not None and _told(last) == told:
        return False
    device, name, role, signing_key, recipient = told
    # Its last word is the one with the largest id, even if the clock was set back meanwhile.
    at = max(tx.now, last.created_at + 1) if last else tx.now
    word = new_id(at)
    message = _message(tx.store.identity.project, word, told)
    signature = Ed25519PrivateKey.from_private_bytes(keys.signing).sign(message).hex()
    made = DeviceVouch(
        id=word, created_at=at, created_by=tx.by, device=device, name=name, role=role,
        signing_key=signing_key, recipient=recipient, office_key=keys.signing_public, signature=signature,
    )  # fmt: skip
    tx.insert(made)
    return True


def _last_word(tx: Transaction, office_key: str, signing_key: str) -> DeviceVouch | None:
    mine = [one for one in event_devices.vouches(tx) if (one.office_key, one.signing_key) == (office_key, signing_key)]
    return mine[-1] if mine else None


def is_signed(one: DeviceVouch, project: str) -> bool:
    """Whether the office named in it has signed exactly this."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(one.office_key))
        key.verify(bytes.fromhex(one.signature), _message(project, one.id, _told(one)))
        bytes.fromhex(one.signing_key)
    except (ValueError, InvalidSignature):
        return False
    return True


def believe(tx: Transaction, told: tuple[DeviceVouch, ...] = ()) -> int:
    """Trust every device that a trusted office vouches for, by the records here and by `told`; returns how many.

    An office's last word on a device counts, and one that withdraws trust outweighs all others. A row whose signature
    does not hold, or whose office is not trusted, changes nothing; nor does one about a device that a person has
    removed here, or has trusted again since. Clocks of different offices are not compared.
    """
    project, before = tx.store.identity.project, {one.fingerprint for one in devices.trusted(tx)}
    words = sorted(
        (
            one for one in {*event_devices.vouches_unheeded(tx, tx.writer), *told}
            if one.device != tx.writer and is_signed(one, project)
        ),
        key=lambda one: one.id,
    )  # fmt: skip
    is_on = bool(words)
    # An office may stand behind another one that vouches further: as often as something new came of it.
    while is_on:
        offices = event_devices.vouching_keys(tx)
        heard = [one for one in words if one.office_key in offices]
        words = [one for one in words if one.office_key not in offices]
        # Who is withdrawn now vouches for nobody any more: that comes first.
        for signing_key, said in sorted(_by_device(heard).items(), key=lambda one: not _is_withdrawal(one[1])):
            if not _is_withdrawal(said):
                said = [one for one in said if one.office_key in event_devices.vouching_keys(tx)]
            _heed(tx, signing_key, said)
        is_on = bool(heard and words)
    return len({one.fingerprint for one in devices.trusted(tx)} - before)


def _by_device(words: list[DeviceVouch]) -> dict[str, list[DeviceVouch]]:
    """Signing key -> the last word of each office on the device, in the order of their ids."""
    last = {(one.signing_key, one.office_key): one for one in words}
    found: dict[str, list[DeviceVouch]] = {}
    for one in last.values():
        found.setdefault(one.signing_key, []).append(one)
    return found


def _is_withdrawal(said: list[DeviceVouch]) -> bool:
    return any(one.role == WITHDRAWN for one in said)


def _heed(tx: Transaction, signing_key: str, said: list[DeviceVouch]) -> None:
    """Do what offices say of a device, unless a person said otherwise; one that withdraws outweighs all others."""
    print_ = fingerprint(signing_key)
    gone = devices.removed(tx).get(print_)
    for one in sorted(said, key=lambda one: one.role != WITHDRAWN):
        if one.role == WITHDRAWN:
            if gone is None:
                devices.trust(tx, Trusted(print_, one.device, one.name, one.signing_key, one.recipient))
                devices.remove(tx, print_, word=one.id)
            break
        if gone is None or _is_taken_back(tx, gone, one):
            device = Trusted(print_, one.device, one.name, one.signing_key, one.recipient)
            devices.trust(tx, device, vouches=one.role == OFFICE)
            devices.take_back(tx, print_)
            gone = None
    devices.heed(tx, print_, [one.id for one in said])


def _is_taken_back(tx: Transaction, gone: devices.Removed, word: DeviceVouch) -> bool:
    """Whether the office that withdrew its trust says later that the device may be trusted."""
    withdrawal = tx.get(DeviceVouch, gone.word) if gone.word else None
    return withdrawal is not None and withdrawal.office_key == word.office_key and word.id > withdrawal.id


def _told(one: DeviceVouch) -> tuple[str, str, str, str, str]:
    return one.device, one.name, one.role, one.signing_key, one.recipient


def _message(project: str, word: str, told: tuple[str, str, str, str, str]) -> bytes:
    # The row's id is signed too: else an older word could be put in again as a newer one.
    return msgspec.json.encode([_DOMAIN, project, word, *told])
