"""The numbers of an event while it runs: who came of those expected, by quarter of an hour, slot, owner and channel."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from db import turnout as kept
from db.records import Event
from db.store import Reader
from db.turnout import Arrival
from desktop.rules import slots
from desktop.rules.slots import Fill, Slot
from desktop.rules.times import local, to_ms
from desktop.rules.turnout import by_quarters, span_of, spread
from desktop.services.inviting.lists import CallLine, call_list
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class Share:
    """Of those under one name (a slot, an owner, a channel; "" for none): how many are expected, how many came."""

    name: str
    expected: int
    arrived: int


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """A quarter of an hour beginning at `at` (UTC ms): invited people who came, others who came, those expected."""

    at: int
    arrived: int
    besides: int
    expected: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """How an event stands. Everybody counts once, however many records or scans there are.

    `expected` are the invitations that hold and were not declined, `arrived` those of them who came, `declined_came`
    those who came although they had declined or their code was revoked; `walk_ins` are not on the list, `unknown` were
    let in and nobody has said who they are. `expected_heads` counts companions as the list has them, `heads` as the
    door counted them; where nobody counted (`uncounted` arrivals), one each.
    """

    event: str
    title: str
    expected: int
    expected_heads: int
    arrived: int
    declined_came: int
    walk_ins: int
    unknown: int
    heads: int
    uncounted: int
    quarters: tuple[QuarterLine, ...]
    slots: tuple[Share, ...]
    owners: tuple[Share, ...]
    channels: tuple[Share, ...]
    desks: tuple[tuple[str, int], ...]

    @property
    def came(self) -> int:
        """Everybody who came."""
        return self.arrived + self.declined_came + self.walk_ins + self.unknown


@question("event.numbers", roles=FOLLOW_ROLES)
def numbers(_caller: Caller, reader: Reader, *, event: str) -> Numbers:
    """Who came of those expected: by quarter of an hour, slot, owner and channel; by desk everybody who came."""
    row = reader.known(Event, event)
    found = call_list(reader, event)
    lines = {one.client: one for one in found.lines}
    came = kept.arrivals(reader, event)
    expected = {client: one for client, one in lines.items() if one.takes_room}
    arrived = [one for one in came if one.client in expected]
    besides = [one for one in came if one.client not in expected]
    declined = sum(one.client in lines for one in besides)
    unknown = sum(one.client is None for one in besides)
    zone = zone_of(reader)
    starts, ends = local(row.starts_at, zone), local(row.ends_at, zone)
    by_slot = Counter(one.slot for one in expected.values())
    meant = {text: slots.meant(text, found.slots) or Slot(text) for text in by_slot}
    groups = ((*span_of(meant[text], starts, ends), count) for text, count in by_slot.items())
    quarters = by_quarters(
        (local(one.at, zone) for one in arrived), (local(one.at, zone) for one in besides), spread(groups)
    )
    there = {one.client for one in arrived}
    return Numbers(
        event=event, title=row.title, expected=len(expected),
        expected_heads=sum(one.heads for one in expected.values()), arrived=len(arrived), declined_came=declined,
        walk_ins=len(besides) - declined - unknown, unknown=unknown,
        heads=sum(one.party or 1 for one in came), uncounted=sum(one.party is None for one in came),
        quarters=tuple(QuarterLine(to_ms(one.begins), one.arrived, one.besides, one.expected) for one in quarters),
        slots=_shares(expected.values(), there, lambda one: one.slot, [slot.text for slot in found.slots]),
        owners=_shares(expected.values(), there, lambda one: one.owner),
        channels=_shares(expected.values(), there, lambda one: one.channel),
        desks=_desks(came),
    )  # fmt: skip


@question("event.slots", roles=FOLLOW_ROLES)
def room(_caller: Caller, reader: Reader, *, event: str) -> tuple[Fill, ...]:
    """How full each slot of an event is; last what invitations hold besides, and those without a slot."""
    return call_list(reader, event).fills


def _shares(
    expected: Collection[CallLine],
    there: Collection[str | None],
    name: Callable[[CallLine], str],
    order: Sequence[str] = (),
) -> tuple[Share, ...]:
    """In the order given, then the most expected first; without a name last."""
    counted = Counter(map(name, expected))
    came = Counter(name(one) for one in expected if one.client in there)
    known = {text: place for place, text in enumerate(order)}
    names = sorted({*counted, *order}, key=lambda one: (not one, known.get(one, len(known)), -counted[one], one))
    return tuple(Share(one, counted[one], came[one]) for one in names)


def _desks(came: Iterable[Arrival]) -> tuple[tuple[str, int], ...]:
    counted = Counter(one.desk for one in came)
    return tuple(sorted(counted.items(), key=lambda one: (not one[0], -one[1], one[0])))
