"""The code of an invitation: derived from its id and this office's secret, so it can be printed again."""

from db import invitations
from db.records import Invitation
from db.store import Reader, Store, Transaction
from db.vault.device_keys import invitation_secret
from desktop.services.registry import Caller
from desktop.tokens.code import code_hash, make_code, spoken_number

TRIES = 50


def fresh_invitation(
    caller: Caller, tx: Transaction, event: str, client: str, *, slot: str | None = None,
    companions: int | None = None, channel: str | None = None,
) -> str:  # fmt: skip
    """Put a client on an event's list with a code of their own and a spoken number new to the event."""
    spoken, secret = _free_spoken(tx, event), invitation_secret(tx.connection)
    return _insert(
        caller, tx, event, client, secret=secret, spoken=spoken, slot=slot, companions=companions, channel=channel
    )


class Inviter:
    """Puts one client after another on an event's list; the secret and the numbers given out are read once."""

    def __init__(self, caller: Caller, tx: Transaction, event: str) -> None:
        self._caller, self._tx, self._event = caller, tx, event
        self._secret = invitation_secret(tx.connection)
        self._spoken = invitations.spoken_numbers(tx, event)

    def invite(
        self, client: str, *, slot: str | None = None, companions: int | None = None, channel: str | None = None
    ) -> str:
        """Like `fresh_invitation`."""
        for _ in range(TRIES):
            spoken = spoken_number()
            if spoken not in self._spoken:
                break
        self._spoken.add(spoken)
        return _insert(
            self._caller, self._tx, self._event, client, secret=self._secret, spoken=spoken, slot=slot,
            companions=companions, channel=channel,
        )  # fmt: skip


def code_of(place: Store | Transaction | Reader, invitation: Invitation) -> str | None:
    """The code of an invitation issued here; None for one issued elsewhere, which cannot be printed here."""
    code = make_code(invitation.event, invitation_secret(place.connection), invitation.id)
    return code if code_hash(code) == invitation.code_hash else None


def _insert(
    caller: Caller, tx: Transaction, event: str, client: str, *, secret: bytes, spoken: str, slot: str | None,
    companions: int | None, channel: str | None,
) -> str:  # fmt: skip
    invitation = tx.new_id()
    return tx.insert(
        Invitation(
            id=invitation,
            created_at=tx.now,
            created_by=caller.staff,
            event=event,
            client=client,
            code_hash=code_hash(make_code(event, secret, invitation)),
            spoken=spoken,
            slot=slot,
            companions=companions,
            channel=channel,
        )
    )


def _free_spoken(tx: Transaction, event: str) -> str:
    for _ in range(TRIES):
        spoken = spoken_number()
        if not tx.one("SELECT 1 FROM invitation WHERE event = :event AND spoken = :spoken", event=event, spoken=spoken):
            break
    return spoken
