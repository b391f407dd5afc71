"""What one person owes: the promises they made and have not kept yet, and the steps that wait for them."""

from dataclasses import dataclass

from db import clients, concerns
from db.records import Client, Concern, Staff
from db.store import Reader
from desktop.rules.times import day_of
from desktop.services.concerns.mine import waiting_for
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class Mine:
    """A promise with whom it was made to; `due` is an ISO day. An anonymous client has no name.

    `department` is a code, `state` that of the concern it was made for, whose words are `words` with what was `added`.
    `is_waiting`: another department than the person's own is to do it. `turn` is the person's own next step in the
    life of a concern (a code); then `promise` is the concern, and nothing was promised.
    """

    promise: str
    text: str
    due: str
    client: str
    room: str
    number: str
    department: str = ""
    state: str = "recorded"
    words: str = ""
    added: tuple[str, ...] = ()
    is_waiting: bool = False
    turn: str = ""


@question("promise.mine", roles=FOLLOW_ROLES)
def made_by(_caller: Caller, reader: Reader, *, staff: str) -> tuple[Mine, ...]:
    """What this person promised and did not keep yet, the earliest day first."""
    found = []
    person = reader.get(Staff, staff)
    own = person.department if person else None
    for promise in concerns.all_promises(reader, only_open=True):
        concern = reader.get(Concern, promise.concern) if promise.promised_by == staff else None
        if concern is None:
            continue
        client = clients.root(reader, concern.client) if concern.client else ""
        name = name_with_title(reader.get(Client, client)) if client else ""
        room = clients.room_spoken(reader, client) if client else ""
        department = promise.department or ""
        found.append(
            Mine(
                promise.id,
                promise.text,
                promise.due,
                name,
                room,
                concern.number,
                department,
                (concerns.now(reader, concern.id) or ("recorded",))[0],
                concern.words,
                tuple(addition.words for addition in concerns.additions(reader, concern.id)),
                bool(department) and department != own,
            )
        )
    return tuple(found)


@question("promise.mine-to-do", roles=FOLLOW_ROLES)
def to_do(caller: Caller, reader: Reader, *, staff: str, now_ms: int) -> tuple[Mine, ...]:
    """The concerns whose next step is this person's, the first to be due first; where no clock runs, as of today."""
    zone, found = zone_of(reader), []
    for one in waiting_for(caller, reader, staff=staff, now_ms=now_ms):
        concern = reader.get(Concern, one.concern)
        client = clients.root(reader, concern.client) if concern and concern.client else ""
        found.append(
            Mine(
                one.concern, " ".join(one.words.split()), day_of(one.due or now_ms, zone).isoformat(),
                name_with_title(reader.get(Client, client)) if client else "",
                clients.room_spoken(reader, client) if client else "", one.number, one.department, one.state, one.words,
                tuple(addition.words for addition in concerns.additions(reader, one.concern)), is_waiting=True,
                turn=one.turn,
            )
        )  # fmt: skip
    return tuple(found)
