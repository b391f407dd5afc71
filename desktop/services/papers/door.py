"""What a kiosk prints for somebody who is in: the ticket that they hold, or their badge."""

from db.errors import Refused
from db.records import CheckIn
from db.store import Store
from desktop.services.guests import welcomes
from desktop.services.papers import badges
from desktop.services.papers.badges import BADGE, Claim
from desktop.services.registry import Caller
from desktop.settings import Settings


def claim(
    caller: Caller, store: Store, *, check_in: str, kind: str, printer: str, settings: Settings, again: bool
) -> Claim:
    """Note that the ticket or badge of whoever a decision was about goes to a printer.

    Raises Refused `nobody_to_print` for somebody without a ticket or a name, and as `badges.claim_ticket` does.
    """
    row = store.known(CheckIn, check_in)
    if kind == BADGE:
        if row.client is None:
            raise Refused("nobody_to_print")
        return badges.claim_badges(
            caller, store, event=row.event, printer=printer, client=row.client, size=settings.badge_size,
            has_room=settings.has_room_on_badge, again=again,
        )  # fmt: skip
    held = welcomes.ticket(caller, store, check_in=check_in)
    if held is None:
        raise Refused("nobody_to_print")
    return badges.claim_ticket(
        caller, store, event=row.event, number=held.number, printer=printer, size=settings.ticket_size, again=again
    )
