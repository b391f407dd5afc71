"""The list of the week before: each person once, with the latest result, the tries, and the room left in each slot."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db import clients
from db import invite_contacts as kept
from db.errors import Misused
from db.hall_records import InviteContact
from db.invite_contacts import Invited, Person
from db.records import Event
from db.spelling.phones import phone_masked
from db.store import Reader
from desktop.rules import slots
from desktop.rules.slots import Fill, Held, Slot
from desktop.services.registry import OFFICE_ROLES, Caller, question

NOT_SENT, REVOKED, DECLINED, SENT = "not_sent", "revoked", "declined", "sent"
STATES = (NOT_SENT, *kept.RESULTS, REVOKED)


@dataclass(frozen=True, slots=True)
class CallLine:
    """One person of the list. `state` is one of STATES, `tries` counts everything but sending; times in UTC ms.

    `heads` counts the person with their companions, `slot` is what the invitation says, in the event's words where it
    means one of its slots. `is_new_code`: the code was made anew and nobody has sent it so far.
    """

    client: str
    invitation: str
    name: str
    title: str
    room: str
    phone_masked: str
    owner: str
    slot: str
    heads: int
    channel: str
    spoken: str
    state: str
    tries: int
    last_at: int | None
    words: str
    is_new_code: bool

    @property
    def shown_name(self) -> str:
        """The name with its title."""
        return f"{self.name} {self.title}".strip()

    @property
    def takes_room(self) -> bool:
        """Whether room is kept for them."""
        return self.state not in (DECLINED, REVOKED)


@dataclass(frozen=True, slots=True)
class CallList:
    """The whole list of an event, by owner, slot and room, and how full each slot is."""

    event: str
    slots: tuple[Slot, ...]
    lines: tuple[CallLine, ...]

    @property
    def fills(self) -> tuple[Fill, ...]:
        """How full each slot is now."""
        return filled(self.slots, self.lines)


def filled(event_slots: Sequence[Slot], lines: Iterable[CallLine]) -> tuple[Fill, ...]:
    """How full each slot is by these lines; who declined, or whose code was revoked, takes no room."""
    return slots.fills(event_slots, (Held(one.slot, one.heads) for one in lines if one.takes_room))


@question("invitation.contacts", roles=OFFICE_ROLES)
def everybody(
    _caller: Caller,
    reader: Reader,
    *,
    event: str,
    owner: str | None = None,
    slot: str | None = None,
    state: str | None = None,
) -> CallList:
    """Who is on an event's list, each person once, with the latest result and the tries.

    Of one owner, slot or state where given; a slot by its line, its name or its hours. Raises Misused `slot_unknown`,
    `code_unknown`.
    """
    if state is not None and state not in STATES:
        raise Misused("code_unknown", list="invite_state", value=state, choices=" ".join(STATES))
    found = call_list(reader, event)
    wanted = None if slot is None else slot_of(found.slots, slot, found.lines)
    lines = tuple(
        one
        for one in found.lines
        if owner in (None, one.owner) and wanted in (None, one.slot) and state in (None, one.state)
    )
    return CallList(event, found.slots, lines)


@question("invitation.tries", roles=OFFICE_ROLES)
def tries(_caller: Caller, reader: Reader, *, event: str, client: str) -> tuple[InviteContact, ...]:
    """Every try to reach a client of the list, under whichever of their joined records, in the order of time."""
    root = clients.root(reader, client)
    return kept.tries_of(reader, (one for one in kept.invited(reader, event) if one.client == root))


def slot_of(event_slots: Sequence[Slot], text: str, lines: Iterable[CallLine] = ()) -> str:
    """The slot that somebody means, as invitations hold it. Raises Misused `slot_unknown`."""
    found = slots.meant(text, event_slots)
    if found is not None:
        return found.text
    if not event_slots or any(one.slot == text for one in lines):
        return text.strip()
    raise Misused("slot_unknown", value=text, choices="；".join(one.text for one in event_slots))


def line_of(reader: Reader, event: str, client: str) -> CallLine | None:
    """One person of the list; None for somebody who never stood on it."""
    root = clients.root(reader, client)
    mine = [one for one in kept.invited(reader, event) if one.client == root]
    person = kept.person(reader, root)
    if not mine or person is None:
        return None
    event_slots = slots_of(reader, event)
    spoken = {one.slot: _in_words(one.slot, event_slots) for one in mine}
    return _line(person, mine, kept.tries_of(reader, mine), spoken)


def slots_of(reader: Reader, event: str) -> tuple[Slot, ...]:
    """The slots of an event. Raises Misused `id_unknown`."""
    row = reader.known(Event, event)
    return slots.read(row.slots)


def call_list(reader: Reader, event: str) -> CallList:
    """The list without asking who wants to know."""
    event_slots = slots_of(reader, event)
    mine: dict[str, list[Invited]] = defaultdict(list)
    for invitation in kept.invited(reader, event):
        mine[invitation.client].append(invitation)
    people = kept.people(reader, event, mine)
    root = kept.roots(reader)
    told: dict[str, list[InviteContact]] = defaultdict(list)
    for contact in kept.tries(reader, event):
        told[root.get(contact.client, contact.client)].append(contact)
    spoken = {one.slot: _in_words(one.slot, event_slots) for held in mine.values() for one in held}
    lines = (
        _line(people[client], invitations, told.get(client, []), spoken)
        for client, invitations in mine.items()
        if client in people
    )
    order = {slot.text: place for place, slot in enumerate(event_slots)}
    return CallList(event, event_slots, tuple(sorted(lines, key=lambda one: _order(one, order))))


def standing(invitations: Sequence[Invited]) -> Invited:
    """The invitation that counts for a person: the oldest living one, else the latest revoked one."""
    living = [one for one in invitations if one.revoked_at is None]
    return living[0] if living else max(invitations, key=lambda one: (one.revoked_at or 0, one.invitation))


def state_of(invitation: Invited, told: Sequence[InviteContact]) -> str:
    """How it stands with a person: what the latest try gave, unless their code was revoked.

    What was sent after an answer takes the answer back as little as a second card would.
    """
    if invitation.revoked_at is not None:
        return REVOKED
    answers = [one.result for one in told if one.result != SENT]
    return answers[-1] if answers else SENT if told else NOT_SENT


def _line(
    person: Person, invitations: Sequence[Invited], told: Sequence[InviteContact], spoken: dict[str, str]
) -> CallLine:
    chosen = standing(invitations)
    is_sent = any(one.invitation == chosen.invitation and one.result == SENT for one in told)
    is_first = not any(one.revoked_at is not None for one in invitations)
    return CallLine(
        client=person.id, invitation=chosen.invitation, name=person.name, title=person.title, room=person.room,
        phone_masked=phone_masked(person.phone) if person.phone else "", owner=person.owner,
        slot=spoken[chosen.slot], heads=1 + chosen.companions, channel=chosen.channel, spoken=chosen.spoken,
        state=state_of(chosen, told), tries=sum(one.result != SENT for one in told),
        last_at=told[-1].at if told else None, words=next((one.words for one in reversed(told) if one.words), "") or "",
        is_new_code=chosen.revoked_at is None and not is_first and not is_sent,
    )  # fmt: skip


def _in_words(text: str, event_slots: Sequence[Slot]) -> str:
    found = slots.meant(text, event_slots)
    return found.text if found else text


def _order(one: CallLine, order: dict[str, int]) -> tuple[bool, str, int, tuple[tuple[int, str], ...], str]:
    """By who calls them; whom nobody looks after stands last. Then by slot, room and name."""
    return not one.owner, one.owner, order.get(one.slot, len(order)), clients.walking_order(one.room), one.name
