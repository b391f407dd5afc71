"""The staff's PIN at the kiosk: it opens the staff corner, nothing else; kept as an Argon2id hash, never in clear."""

import time

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
_HASH, _WRONG, _SINCE = "pin", "pin_wrong", "pin_pause_since"
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
    local.keep(tx, _SINCE, None)


def pin_hash(reader: Reader) -> str:
    """The hash as it goes onto a card; "" when there is no PIN."""
    return local.kept(reader, _HASH) or ""


def has_pin(reader: Reader) -> bool:
    """Whether a PIN was set."""
    return bool(pin_hash(reader))


def pin_matches(store: Store, pin: str) -> bool:
    """Whether this is the PIN; takes about half a second. False where none was set.

    After five wrong ones in a row it raises Refused `pin_pause` for a minute, also after a restart, and whatever the
    clock on the wall is set to.
    """
    kept = local.kept(store, _HASH)
    if kept is None:
        return False
    now = ticks_ms()
    since = local.kept(store, _SINCE)
    if since is not None:
        passed = now - int(since)
        if passed < 0:
            # The computer was started anew since: its ticks begin again, and so does the pause.
            _note(store, wrong=0, since=now)
            passed = 0
        if passed < PAUSE_MS:
            raise Refused("pin_pause", seconds=-(-(PAUSE_MS - passed) // 1000))
    # A try counts before it is looked at: whoever ends the program in between has had it.
    wrong = int(local.kept(store, _WRONG) or 0) + 1
    _note(store, wrong=0 if wrong >= TRIES else wrong, since=now if wrong >= TRIES else None)
    if not _verified(kept, pin):
        return False
    _note(store, wrong=0, since=None)
    return True


def ticks_ms() -> int:
    """Milliseconds since this computer was started: no hand sets them, and they outlive the program."""
    return time.monotonic_ns() // 1_000_000


def _note(store: Store, *, wrong: int, since: int | None) -> None:
    """Keep how many wrong ones there were in a row, and since which tick nobody is heard."""
    with store.transaction(verb="pin.try", journal=False) as tx:
        local.keep(tx, _WRONG, str(wrong) if wrong else None)
        local.keep(tx, _SINCE, None if since is None else str(since))


def _verified(kept: str, pin: str) -> bool:
    try:
        return _HASHER.verify(kept, pin)
    except (VerificationError, InvalidHashError):
        return False
