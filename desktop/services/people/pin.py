"""The staff's PIN at the kiosk: it opens the staff corner, nothing else; kept as an Argon2id hash, never in clear."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from db import local
from db.errors import Misused, Refused
from db.store import Reader, Store, Transaction
from desktop.services.registry import OFFICE_ROLES, Caller, verb

FEWEST_DIGITS, MOST_DIGITS = 4, 8
# So many wrong ones in a row, then a pause: with four digits a guesser would need days.
TRIES = 5
PAUSE_MS = 60_000
_HASH, _WRONG, _UNTIL = "pin", "pin_wrong", "pin_pause_until"
_HASHER = PasswordHasher()


@verb("pin.set", roles=OFFICE_ROLES)
def set_pin(_caller: Caller, tx: Transaction, pin: str) -> None:
    """Set the PIN of this device's staff corner, or take it away with an empty text.

    Devices that join by a card written afterwards have it too. Raises Misused `pin_digits` unless it is 4 to 8 digits.
    """
    if pin and not (pin.isascii() and pin.isdigit() and FEWEST_DIGITS <= len(pin) <= MOST_DIGITS):
        raise Misused("pin_digits", least=FEWEST_DIGITS, most=MOST_DIGITS)
    take_over(tx, _HASHER.hash(pin) if pin else "")


def take_over(tx: Transaction, pin_hash: str) -> None:
    """Keep the hash of a PIN that was set elsewhere; "" for none."""
    local.keep(tx, _HASH, pin_hash or None)
    local.keep(tx, _WRONG, None)
    local.keep(tx, _UNTIL, None)


def pin_hash(reader: Reader) -> str:
    """The hash as it goes onto a card; "" when there is no PIN."""
    return local.kept(reader, _HASH) or ""


def has_pin(reader: Reader) -> bool:
    """Whether a PIN was set."""
    return bool(pin_hash(reader))


def pin_matches(store: Store, pin: str) -> bool:
    """Whether this is the PIN; takes about half a second. False where none was set.

    After five wrong ones in a row it raises Refused `pin_pause` for a minute, also after a restart.
    """
    now = store.clock()
    until = int(local.kept(store, _UNTIL) or 0)
    # A clock that was set back must not lock the staff out for longer than the pause.
    if now < until <= now + PAUSE_MS:
        raise Refused("pin_pause", seconds=-(-(until - now) // 1000))
    kept = local.kept(store, _HASH)
    if kept is None:
        return False
    is_right = _verified(kept, pin)
    wrong = 0 if is_right else int(local.kept(store, _WRONG) or 0) + 1
    if is_right and local.kept(store, _WRONG) is None:
        return True
    with store.transaction(verb="pin.try", journal=False) as tx:
        is_pause = wrong >= TRIES
        local.keep(tx, _WRONG, str(wrong) if wrong and not is_pause else None)
        local.keep(tx, _UNTIL, str(now + PAUSE_MS) if is_pause else None)
    return is_right


def _verified(kept: str, pin: str) -> bool:
    try:
        return _HASHER.verify(kept, pin)
    except (VerificationError, InvalidHashError):
        return False
