"""The door looked at afterwards: the list of decisions, who came provisionally, a check-in taken back by mistake."""

from dataclasses import dataclass

from db import clients, door_list
from db.door_list import DoorLine
from db.errors import Misused, Refused
from db.records import CheckIn, Client
from db.store import Reader, Transaction
from desktop.services.registry import ANYONE, DOOR_ROLES, OFFICE_ROLES, Caller, question, verb

SHOWN = 1_000


@dataclass(frozen=True, slots=True)
class Door:
    """The decisions of an event: how many of each kind, and the latest of the kind asked for."""

    counts: dict[str, int]
    lines: tuple[DoorLine, ...]


@question("check-in.list", roles=ANYONE)
def everything(
    _caller: Caller,
    reader: Reader,
    *,
    event: str,
    kind: str = "all",
    text: str = "",
    since: int | None = None,
    until: int | None = None,
) -> Door:
    """Decisions at the door of an event, the latest first, at most 1,000 of them."""
    if kind not in door_list.KINDS:
        raise Misused("code_unknown", list="check_in_kind", value=kind, choices=" ".join(door_list.KINDS))
    lines = door_list.lines(reader, event, kind, SHOWN, since=since, until=until, text=text)
    return Door(door_list.counts(reader, event), lines)


@verb("check-in.confirm", roles=OFFICE_ROLES)
def confirm(_caller: Caller, tx: Transaction, *, check_in: str, client: str) -> None:
    """Say who it was that came in provisionally. Raises Refused `check_in_known` when that is known already."""
    row = tx.known(CheckIn, check_in)
    tx.known(Client, client)
    if row.client is not None:
        raise Refused("check_in_known", id=check_in)
    tx.save("check_in", check_in, {"client": clients.root(tx, client)})
    tx.subject = check_in


@verb("check-in.unconfirm", roles=OFFICE_ROLES)
def unconfirm(_caller: Caller, tx: Transaction, *, check_in: str) -> None:
    """Take back who a provisional one was said to be."""
    if tx.known(CheckIn, check_in).outcome != "unknown":
        raise Refused("check_in_certain", id=check_in)
    tx.save("check_in", check_in, {"client": None})
    tx.subject = check_in


@verb("check-in.restore", roles=DOOR_ROLES)
def restore(_caller: Caller, tx: Transaction, *, check_in: str) -> None:
    """Let a check-in count again that was taken back by mistake."""
    tx.known(CheckIn, check_in)
    tx.save("check_in", check_in, {"undone": 0})
    tx.subject = check_in
