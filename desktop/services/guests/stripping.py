"""A kiosk at which clients stood alone forgets them when the day is done and the office has everything."""

from db import invitations, stripping
from db.errors import Refused
from db.records import Event
from db.store import Reader, Store, Transaction
from desktop.services.guests import self_service
from desktop.services.registry import DOOR_ROLES, Caller, question, verb

_KIOSK = frozenset({"kiosk"})


@question("guest.may-strip", roles=DOOR_ROLES)
def may_strip(caller: Caller, reader: Reader, *, now_ms: int, besides: str = "") -> bool:
    """Whether nobody is to be found here any more, and an office has said that it took in everything.

    This device is a kiosk, and no event but `besides` is still to come or under way at the moment `now_ms` (UTC ms)
    with somebody invited to it.
    """
    if caller.device not in _KIOSK or not self_service.may_purge(caller, reader):
        return False
    others = reader.records(
        Event, "WHERE deleted = 0 AND closed_at IS NULL AND ends_at >= :now AND id <> :besides ORDER BY id",
        now=now_ms, besides=besides,
    )  # fmt: skip
    return not any(invitations.living(reader, one.id) for one in others)


@verb("guest.strip", roles=DOOR_ROLES, devices=_KIOSK)
def strip(caller: Caller, tx: Transaction) -> int:
    """Delete every name, phone and word of clients on this device; returns how many clients. Nothing of it travels.

    Raises Refused `strip_too_early` until an office has taken in everything written here.
    """
    if not self_service.may_purge(caller, tx):
        raise Refused("strip_too_early")
    self_service.purge(caller, tx)
    return stripping.strip(tx)


def forget_clients(caller: Caller, store: Store) -> int:
    """As `strip`, and every trace of them in free pages, log and copies. Takes seconds. Raises StoreTrouble too."""
    clients = strip(caller, store)
    stripping.clean(store)
    return clients
