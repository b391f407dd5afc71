"""Consents: one for each medium, given for one talk or for all, withdrawn at any time; none is ever taken for granted.

A picture of a wall or a pipe needs only that the client was told what becomes of it. Pictures of people, sound, video
and a signature each need a consent of their own.
"""

from typing import Final

from db import clients, consents
from db.errors import Refused
from db.records import Client, Consent, Reception
from db.store import Reader, Transaction
from desktop.rules.codes import known_code
from desktop.rules.notices import notice_of
from desktop.services.project.house import under_notice
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question, verb

NOTICE: Final = "notice"
THING: Final = "thing"
# The wording that is read out for each kind.
_WORDING: Final = {NOTICE: "talk"}


@verb("consent.add", roles=TALK_ROLES, devices=TALK_DEVICES)
def add(
    caller: Caller, tx: Transaction, *, client: str, kind: str, means: str = "in_person", reception: str | None = None
) -> str:
    """Keep that a client has heard the notice, or agrees to one medium; for one talk or, without it, for all.

    Returns the row's id.
    """
    known_code("consent_kind", kind)
    known_code("means", means)
    tx.known(Client, client)
    if reception:
        tx.known(Reception, reception)
    made = tx.insert(
        Consent(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, client=client, kind=kind,
            text=under_notice(tx, wording(kind)), at=tx.now, means=means, reception=reception,
        )
    )  # fmt: skip
    tx.subject = made
    return made


@verb("consent.withdraw", roles=TALK_ROLES, devices=TALK_DEVICES)
def withdraw(_caller: Caller, tx: Transaction, *, client: str, kind: str) -> int:
    """Note that a client takes a consent back; what was attached under it stays until it is deleted.

    Returns how many rows ended. Raises Refused `consent_not_given` where there is none.
    """
    known_code("consent_kind", kind)
    root = clients.root(tx, client)
    open_ones = [one for one in consents.of_client(tx, root) if one.kind == kind and one.withdrawn_at is None]
    if not open_ones:
        raise Refused("consent_not_given", consent_kind=kind)
    for one in open_ones:
        tx.save("consent", one.id, {"withdrawn_at": tx.now})
    tx.subject = root
    return len(open_ones)


@question("consent.list", roles=TALK_ROLES, devices=TALK_DEVICES)
def of_client(_caller: Caller, reader: Reader, *, client: str) -> tuple[Consent, ...]:
    """Notices read and consents given, the earliest first; withdrawn ones carry when."""
    return consents.of_client(reader, clients.root(reader, client))


@question("consent.held", roles=TALK_ROLES, devices=TALK_DEVICES)
def held(_caller: Caller, reader: Reader, *, reception: str) -> frozenset[str]:
    """The kinds that count in this talk now."""
    talk = reader.get(Reception, reception)
    if talk is None or not talk.client:
        return frozenset()
    rows = consents.of_client(reader, clients.root(reader, talk.client))
    return frozenset(one.kind for one in rows if one.withdrawn_at is None and one.reception in (None, reception))


def needed_for(shows: str) -> str:
    """The kind without which a file that shows this is not attached."""
    return NOTICE if shows == THING else shows


def demand(caller: Caller, reader: Reader, *, reception: str, shows: str) -> None:
    """Raise Refused `consent_missing` or `consent_needs_client` where a file that shows this may not be attached.

    A wall that nobody's name stands beside needs nothing.
    """
    talk = reader.known(Reception, reception)
    if not talk.client:
        if shows != THING:
            raise Refused("consent_needs_client", picture_shows=shows)
        return
    kind = needed_for(shows)
    if kind not in held(caller, reader, reception=reception):
        raise Refused("notice_missing" if kind == NOTICE else "consent_missing", consent_kind=kind)


def wording(kind: str) -> str:
    """Which wording of a kind is asked with now: person:1."""
    return notice_of(_WORDING.get(kind, kind), {}).key
