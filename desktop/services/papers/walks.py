"""The sheets with which somebody of ours walks through homes with their owners, in the order in which one walks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from db import briefing, clients, concerns, talks, units
from db.errors import Refused
from db.records import Client, Concern
from db.spelling.names import masked
from db.spelling.rooms import read_room
from db.store import Reader, Transaction
from desktop.paper.content import Report
from desktop.paper.dates import short_zh
from desktop.paper.walk import walk_sheets
from desktop.paper.walk_content import Known, Part, WalkSheet
from desktop.rules.codes import codes, label
from desktop.rules.states import STATES
from desktop.rules.times import local
from desktop.rules.walking import LOOKED_AT, in_order, is_of_a_home, part_of
from desktop.services.papers.forms import everybody
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.registry import TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of


@verb("paper.walk", roles=TALK_ROLES)
def write_walks(
    _caller: Caller, tx: Transaction, *, event: str, pdf: Path, room: str | None = None, owner: str | None = None
) -> Report:
    """Print a sheet for every home of the event's list and of whoever came, in walking order.

    With `room`, as somebody writes it, only for that home; with `owner`, the name of one of ours, for the homes of the
    clients whom that person looks after. Whoever has no room that is known gets a sheet with the room left open.

    Raises Refused `nobody_to_print` for an event without anybody, `room_not_on_list` for a home that nobody on the
    list has, StoreTrouble `paper_not_written`.
    """
    homes = _Homes(tx, event)
    wanted = homes.of_room(room) if room else homes.of(owner)
    if not wanted:
        raise Refused("room_not_on_list", room=room) if room else Refused("nobody_to_print")
    report = walk_sheets([homes.sheet(one) for one in wanted], event_head(tx, event), pdf)
    tx.subject = event
    return report


@dataclass(frozen=True, slots=True)
class _Home:
    """A home and those of the list who have it; without `unit` it is one client's whose room nobody knows."""

    spoken: str
    unit: str = ""
    key: str = ""
    clients: list[Client] = field(default_factory=list)


class _Homes:
    """The homes of an event, and what is known of each."""

    def __init__(self, reader: Reader, event: str) -> None:
        self._reader, self._event = reader, event
        self._zone, self._own = zone_of(reader), additions(reader)

    @cached_property
    def all(self) -> tuple[_Home, ...]:
        """Every home once, 2 栋 before 10 栋, those without a room last."""
        found: dict[str, _Home] = {}
        for client in everybody(self._reader, self._event, only_heard=False):
            rooms = units.of_client(self._reader, client.id)
            for one in rooms:
                found.setdefault(one.id, _Home(one.spoken, one.id, one.key)).clients.append(client)
            if not rooms:
                found[client.id] = _Home("", clients=[client])
        return tuple(sorted(found.values(), key=lambda one: (clients.walking_order(one.spoken), one.clients[0].name)))

    def of(self, owner: str | None) -> tuple[_Home, ...]:
        """The homes of those whom one of ours looks after, all for None."""
        return tuple(one for one in self.all if owner is None or any(self._is_of(c, owner) for c in one.clients))

    def of_room(self, typed: str) -> tuple[_Home, ...]:
        """The home that was typed."""
        reading, said = read_room(typed), "".join(typed.split())
        keys = {reading.key} if reading.readable else set()
        return tuple(one for one in self.all if one.unit and (one.key in keys or said in (one.spoken, one.key)))

    def _is_of(self, client: Client, owner: str) -> bool:
        known = clients.owner(self._reader, client.id)
        return known is not None and known.name == owner

    @cached_property
    def _by_unit(self) -> dict[str, list[Concern]]:
        found: dict[str, list[Concern]] = defaultdict(list)
        for one in concerns.with_unit(self._reader):
            found[one.unit or ""].append(one)
        return found

    @cached_property
    def _states(self) -> dict[str, str]:
        return briefing.states(self._reader)

    def sheet(self, home: _Home) -> WalkSheet:
        """What stands on a home's sheet."""
        told = self._told(home)
        by_part: dict[str, list[Known]] = defaultdict(list)
        for one, part in told:
            if part is not None:
                by_part[part].append(self._known(one, part))
        codes_here = in_order((*codes("building_part", self._own), *filter(None, by_part)))
        return WalkSheet(
            room=home.spoken,
            owners="、".join(f"{masked(one.name)} {one.title or ''}".strip() for one in home.clients),
            number=self._number(home),
            parts=tuple(self._part(code, by_part.get(code, ())) for code in codes_here),
            unplaced=tuple(by_part.get("", ())),
            elsewhere=sum(part is None for _, part in told),
        )

    def _told(self, home: _Home) -> list[tuple[Concern, str | None]]:
        """The open concerns of a home with their building part; None for those that are not about the home."""
        people = {one.id for one in home.clients}
        if home.unit:
            people.update(one for one, _, _ in clients.in_unit(self._reader, home.unit))
        found = {one.id: one for one in self._by_unit.get(home.unit, ())}
        for person in people:
            # What was said without naming a home stands on each of theirs: better seen twice than not at all.
            told = concerns.of_client(self._reader, person)
            found |= {one.id: one for one in told if one.unit in (None, home.unit) or not home.unit}
        kept = (one for one in found.values() if self._is_open(one))
        return [(one, self._part_in(one)) for one in sorted(kept, key=lambda one: (one.occurred_at, one.number))]

    def _is_open(self, one: Concern) -> bool:
        state = STATES.get(self._states.get(one.id, ""))
        return state is None or not state.ended

    def _part_in(self, one: Concern) -> str | None:
        part = part_of(one.part, one.sub_area)
        is_there = is_of_a_home(part=part, place=one.place, unit=one.unit, type_code=one.type, area=one.area)
        return part if is_there else None

    def _part(self, code: str, known: Iterable[Known]) -> Part:
        return Part(label("building_part", code, "zh", self._own), LOOKED_AT.get(code, ""), tuple(known))

    def _known(self, one: Concern, part: str) -> Known:
        facing = f"{label('facing', one.facing, 'zh', self._own)}侧" if one.facing else ""
        state = self._states.get(one.id, "")
        below = (one.number, short_zh(local(one.occurred_at, self._zone).date()), self._word("state", state))
        more = "".join(f"\n补充：{added.words}" for added in concerns.additions(self._reader, one.id))
        return Known(
            words=one.words + more,
            part=self._word("building_part", part),
            place=" ".join(filter(None, (one.place, facing))),
            measured=one.measured or "",
            allowed=one.tolerance or "",
            below=" · ".join(filter(None, below)),
        )

    def _word(self, list_name: str, code: str) -> str:
        return label(list_name, code, "zh", self._own) if code else ""

    def _number(self, home: _Home) -> str:
        """The number of the form that somebody of this home already has; none is given out for a walk."""
        forms = (talks.form_of(self._reader, self._event, one.id) for one in home.clients)
        return next((one.number for one in forms if one), "")
