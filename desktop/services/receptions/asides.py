"""What a client says in passing: kept as an aside, and made a concern later where it turns out to be one."""

from db import clients, talks
from db.errors import Refused
from db.records import Aside
from db.store import Reader, Transaction
from desktop.services.concerns import recording
from desktop.services.concerns.recording import Recorded, checked_words
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question, verb


@verb("aside.add", roles=TALK_ROLES, devices=TALK_DEVICES)
def add(caller: Caller, tx: Transaction, *, event: str, words: str, heard_by: str, client: str | None = None) -> str:
    """Keep what a client said in passing, with the talk it was said in if one is open. Returns its id."""
    talk = talks.open_talk(tx, event, client)
    aside = tx.insert(
        Aside(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            event=event,
            words=checked_words(words),
            heard_by=heard_by,
            at=tx.now,
            client=client,
            reception=talk.id if talk else None,
        )
    )
    tx.subject = aside
    return aside


@question("aside.list", roles=TALK_ROLES, devices=TALK_DEVICES)
def listed(_caller: Caller, reader: Reader, *, client: str | None = None, only_open: bool = False) -> tuple[Aside, ...]:
    """Asides in time order, of one client or of all; only those without a concern if asked."""
    found = talks.asides_of_client(reader, clients.root(reader, client)) if client else talks.all_asides(reader)
    return tuple(one for one in found if not (only_open and one.concern))


@verb("aside.promote", roles=TALK_ROLES, devices=TALK_DEVICES)
def promote(caller: Caller, tx: Transaction, *, aside: str, type_code: str, area: str | None = None) -> Recorded:
    """Make a concern of an aside, with its words, its event and who heard it.

    Raises Refused `aside_promoted_already`.
    """
    said = tx.known(Aside, aside)
    if said.concern:
        raise Refused("aside_promoted_already", aside=aside)
    recorded = recording.add(
        caller,
        tx,
        event=said.event,
        received_by=said.heard_by,
        words=said.words,
        type_code=type_code,
        client=said.client,
        area=area,
    )
    came_of(caller, tx, aside=aside, concern=recorded.concern)
    tx.subject = recorded.concern
    return recorded


@verb("aside.became", roles=TALK_ROLES, devices=TALK_DEVICES)
def came_of(_caller: Caller, tx: Transaction, *, aside: str, concern: str) -> None:
    """Say which concern came of an aside; the link that is there already stays."""
    said = tx.get(Aside, aside)
    if said is not None and not said.concern:
        tx.save("aside", aside, {"concern": concern})
    tx.subject = concern
