"""The code of an invitation: derived from its id and this office's secret, so it can be printed again."""

from db.records import Invitation
from db.store import Reader, Store, Transaction
from db.vault.device_keys import invitation_secret
from desktop.services.registry import Caller
from desktop.tokens.code import code_hash, make_code, spoken_number

TRIES = 50


def fresh_invitation(
    caller: Caller, tx: Transaction, event: str, client: str, *, slot: str | None = None, companions: int | None = None
) -> str:
    """Put a client on an event's list with a code of their own and a spoken number new to the event."""
    invitation = tx.new_id()
    return tx.insert(
        Invitation(
            id=invitation,
            created_at=tx.now,
            created_by=caller.staff,
            event=event,
            client=client,
            code_hash=code_hash(make_code(event, invitation_secret(tx.connection), invitation)),
            spoken=_free_spoken(tx, event),
            slot=slot,
            companions=companions,
        )
    )


def code_of(place: Store | Transaction | Reader, invitation: Invitation) -> str | None:
    """The code of an invitation issued here; None for one issued elsewhere, which cannot be printed here."""
    code = make_code(invitation.event, invitation_secret(place.connection), invitation.id)
    return code if code_hash(code) == invitation.code_hash else None


def _free_spoken(tx: Transaction, event: str) -> str:
    for _ in range(TRIES):
        spoken = spoken_number()
        if not tx.one("SELECT 1 FROM invitation WHERE event = :event AND spoken = :spoken", event=event, spoken=spoken):
            break
    return spoken
