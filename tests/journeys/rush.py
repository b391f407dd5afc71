"""A rush at the door in fast motion: kiosks, hosts and a coordinator on databases of their own, families as they are.

Every device keeps a clock that is a little wrong and hears of the others only through the shared folder, when it can.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from db import devices
from db.errors import Refused
from db.events import duty_id
from db.ids import NAMED_AT
from db.opening import found_project
from db.records import Client, EventDevice, EventStaff, Invitation, Staff
from db.store import Store, Transaction
from desktop.services.events import events
from desktop.services.exchange import outbox, packages
from desktop.services.guests import check_ins
from desktop.services.guests.arrivals import let_in
from desktop.services.guests.codes import Inviter, code_of
from desktop.services.hall import arriving, calling, directing, hosts, overview
from desktop.services.opening import with_derived_tables
from desktop.services.receptions import talks
from desktop.services.registry import Caller, administrator
from tests.exchange.forging import joined, print_of

SECOND, MINUTE = 1_000, 60_000
START_MS = 1_779_498_000_000  # 23 May 2026, 9 o'clock in Shanghai
STEP_MS = 15 * SECOND
TO_THE_TABLE_MS, NO_SHOW_MS, AGAIN_AFTER_MS = 15 * SECOND, 60 * SECOND, 90 * SECOND
LATE_ENOUGH_MS = 4 * MINUTE
LONGEST_MS = 90 * MINUTE
# What families do, and how many of a hundred do it.
DISORDER = {
    "plain": 56, "early": 5, "late": 6, "twice": 8, "walk_in": 6, "wrong_event": 4, "unknown": 5, "leaves": 5,
    "leaves_and_returns": 3, "goes_out": 2,
}  # fmt: skip


@dataclass(slots=True)
class Family:
    """One family as it is, whatever any device knows of it: where it is, who called it, who talked with it."""

    kind: str
    token: str
    at: int
    kiosk: int
    party: int
    wish: str
    name: str
    turns: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    talked_with: list[str] = field(default_factory=list)
    is_here: bool = False
    is_busy: bool = False


@dataclass(slots=True)
class Device:
    """A database with its clock; while it is `cut_off` it reaches nobody."""

    store: Store
    caller: Caller
    cut_off: tuple[int, int] = (0, 0)

    def is_cut_off(self, now_ms: int) -> bool:
        """Whether it hears of nobody now."""
        return self.cut_off[0] <= now_ms < self.cut_off[1]


@dataclass(slots=True)
class Host:
    """One of ours at a table, with a laptop: whom they have called, with whom they sit and until when."""

    staff: str
    device: Device
    turn: str = ""
    since: int = 0
    client: str | None = None
    until: int = 0
    away: tuple[int, int] = (0, 0)


class Rush:
    """So many families, kiosks and hosts; arrivals spread over `minutes`, the rest until everybody was seen to.

    A talk lasts one of `talk_s` seconds; devices exchange every so many steps of 15 seconds.
    """

    def __init__(
        self, folder: Path, *, families: int, kiosks: int, hosts_at_tables: int, minutes: int,
        talk_s: tuple[int, ...], exchange_every: int,
    ) -> None:  # fmt: skip
        self.chance = random.Random(families)
        self.talk_s, self.exchange_every = talk_s, exchange_every
        self.now, self.minutes = START_MS, minutes
        self.share = folder / "share"
        self.share.mkdir()
        self.scan_ms: list[float] = []
        self.arrive_ms: list[float] = []
        self.outcomes: Counter[str] = Counter()
        self.by_turn: dict[str, Family] = {}
        self.office = with_derived_tables(
            found_project(folder / "office.db", name="青禾里", mark="青", device_name="办公室")
        )
        self.office.clock = self._clock(0)
        self.event, self.other = self._events()
        team = self._team(hosts_at_tables)
        names = [*(f"签到台{number}" for number in range(kiosks)), *(f"桌{number}" for number in range(len(team)))]
        made = [self._device(folder / f"{name}.db") for name in names]
        self.families = self._list(families, kiosks)
        self._introduce(made, folder)
        self.kiosks, self.tables = made[:kiosks], made[kiosks:]
        self.hosts = [Host(staff, device) for staff, device in zip(team, self.tables, strict=True)]
        # A kiosk and a host's laptop hear of nobody for a third of the rush, one after the other.
        third = minutes * MINUTE // 3
        self.kiosks[-1].cut_off = (START_MS + third // 2, START_MS + third // 2 + third)
        self.tables[0].cut_off = (START_MS + third, START_MS + 2 * third)
        self.hosts[-1].away = (START_MS + third, START_MS + third + 5 * MINUTE)
        # The unknown come with cards that were printed after the devices had taken the list.
        for family in self.families:
            if family.kind == "unknown":
                family.token = self._invited(family.name)

    # -- before the doors open -----------------------------------------------------------------------------------------

    def _clock(self, wrong_by: int) -> Callable[[], int]:
        return lambda: self.now + wrong_by

    def _events(self) -> tuple[str, str]:
        caller = administrator(self.office)
        # The doors open before the event begins, and the last come when it has long begun.
        made = [
            events.add(caller, self.office, node="delivery", title=title, starts=f"{day} 09:10", ends=f"{day} 18:00")
            for title, day in (("交付日", "2026-05-23"), ("开放日", "2026-05-30"))
        ]
        return made[0], made[1]

    def _team(self, count: int) -> list[str]:
        """Hosts, every fifth of them an executive."""
        team: list[str] = []
        with self.office.transaction(verb="test.team") as tx:
            for number in range(count):
                staff = tx.insert(Staff(id=tx.new_id(), created_at=tx.now, name=f"接待{number}", level="staff"))
                part = "executive" if number % 5 == 4 else "host"
                duty = duty_id(self.event, staff)
                tx.insert(
                    EventStaff(
                        id=duty, created_at=NAMED_AT, event=self.event, staff=staff, part=part, place=f"A{number}"
                    )
                )
                team.append(staff)
        return team

    def _list(self, count: int, kiosks: int) -> list[Family]:
        kinds = self.chance.choices(list(DISORDER), list(DISORDER.values()), k=count)
        made: list[Family] = []
        with self.office.transaction(verb="test.list") as tx:
            here, elsewhere = (Inviter(administrator(self.office), tx, event) for event in (self.event, self.other))
            for number, kind in enumerate(kinds):
                name, inviter = f"客户{number}", elsewhere if kind == "wrong_event" else here
                listed = kind not in ("walk_in", "unknown")
                token = _token(tx, inviter, _client(tx, name)) if listed else ""
                wish = self.chance.choices(("table", "executive"), (9, 1))[0]
                party, kiosk = self.chance.choice((1, 1, 2, 3)), self.chance.randrange(kiosks)
                made.append(Family(kind, token, self._comes_at(kind), kiosk, party, wish, name))
        return made

    def _comes_at(self, kind: str) -> int:
        # Most come in the middle third.
        minute = self.chance.triangular(0, self.minutes, self.minutes / 2)
        minute = {"early": 1.0, "late": self.minutes - 1.0}.get(kind, minute)
        return START_MS + int(minute * MINUTE) + self.chance.randrange(30) * SECOND

    def _invited(self, name: str) -> str:
        with self.office.transaction(verb="test.late-card") as tx:
            return _token(tx, Inviter(administrator(self.office), tx, self.event), _client(tx, name))

    def _device(self, file: Path) -> Device:
        store = with_derived_tables(joined(self.office, file))
        store.clock = self._clock(self.chance.randrange(-4, 5) * SECOND)
        return Device(store, administrator(store))

    def _introduce(self, made: Sequence[Device], folder: Path) -> None:
        """What the kit does: every device knows its place, trusts the others, and has the list."""
        everybody = [self.office, *(one.store for one in made)]
        with self.office.transaction(verb="test.plan") as tx:
            for one in made:
                tx.insert(
                    EventDevice(
                        id=tx.new_id(), created_at=tx.now, event=self.event, name=one.store.path.stem, role="kiosk",
                        device=one.store.identity.writer,
                    )
                )  # fmt: skip
        prints = {store: print_of(store) for store in everybody}
        for store in everybody:
            with store.transaction(verb="test.trust") as tx:
                for other in everybody:
                    if other is not store:
                        devices.trust(tx, devices.Trusted(prints[other], None, None, None, None))
        packages.export(administrator(self.office), self.office, file=folder / "list.qinting")
        for one in made:
            assert packages.take_in(one.caller, one.store, file=folder / "list.qinting").taken

    # -- the rush ------------------------------------------------------------------------------------------------------

    def live(self) -> None:
        """Until every family that is here has been received, and then until everybody knows everything."""
        coming = sorted(self.families, key=lambda family: family.at)
        later: list[tuple[int, Callable[[], None]]] = []
        step = 0
        while coming or later or any(self._waits(family) for family in self.families):
            assert self.now < START_MS + LONGEST_MS, [one for one in self.families if self._waits(one)]
            while coming and coming[0].at <= self.now:
                self._come(coming.pop(0), later)
            due = [deed for at, deed in later if at <= self.now]
            later = [one for one in later if one[0] > self.now]
            for deed in due:
                deed()
            for host in self.chance.sample(self.hosts, len(self.hosts)):
                self._host(host)
            if step % 4 == 0:
                self._coordinate(self.kiosks[0])
            if step % self.exchange_every == 0:
                self._exchange(one for one in (*self.kiosks, *self.tables) if not one.is_cut_off(self.now))
            self.now += STEP_MS
            step += 1
        for host in self.hosts:
            self._end_talk(host)
        self.settle_down()

    def _waits(self, family: Family) -> bool:
        return family.is_here and not family.talked_with

    def _exchange(self, several: Iterable[Device]) -> None:
        for one in several:
            outbox.sync(one.caller, one.store, address=str(self.share))

    def settle_down(self) -> None:
        """Everybody, the office too, hears everything."""
        everybody = [*self.kiosks, *self.tables, Device(self.office, administrator(self.office))]
        for _ in range(2):
            self.now += 10 * MINUTE  # a file that was refused for now is tried again
            self._exchange(everybody)

    def stores(self) -> list[Store]:
        """Every database, the office's first."""
        return [self.office, *(one.store for one in (*self.kiosks, *self.tables))]

    def close(self) -> None:
        """Close every database."""
        for store in self.stores():
            store.close()

    # -- a family ------------------------------------------------------------------------------------------------------

    def _come(self, family: Family, later: list[tuple[int, Callable[[], None]]]) -> None:
        self._at_the_door(family, family.kiosk)
        soon = self.now + self.chance.randrange(1, 4) * MINUTE
        other = (family.kiosk + 1) % len(self.kiosks)
        if family.kind == "twice":
            later.append((self.now + self.chance.choice((0, 1, 2)) * MINUTE, lambda: self._at_the_door(family, other)))
        if family.kind == "goes_out":
            later.append((soon + 15 * MINUTE, lambda: self._at_the_door(family, other)))
        if family.kind.startswith("leaves"):
            later.append((soon, lambda: self._leave(family)))
        if family.kind == "leaves_and_returns":
            later.append((soon + 6 * MINUTE, lambda: self._return(family, other)))

    def _at_the_door(self, family: Family, number: int) -> None:
        kiosk = self.kiosks[number]
        if family.kind == "walk_in":
            check_in = check_ins.walk_in(kiosk.caller, kiosk.store, event=self.event, name=family.name)[0]
        else:
            if self.chance.random() < 0.05:
                self._scan(kiosk, "https://example.org")  # the wrong code of the card first
            shown = self._scan(kiosk, family.token)
            check_in = shown.check_in
            if shown.outcome == "wrong_event":
                check_in = let_in(kiosk.caller, kiosk.store, check_in=check_in, reason="认识")
        began = time.perf_counter()
        arrived = arriving.arrive(
            kiosk.caller, kiosk.store, event=self.event, check_in=check_in, direction=family.wish, party=family.party
        )
        self.arrive_ms.append((time.perf_counter() - began) * 1000)
        family.is_here = True
        self.by_turn[arrived.turn] = family
        if arrived.turn not in family.turns:
            family.turns.append(arrived.turn)

    def _scan(self, kiosk: Device, token: str) -> check_ins.Scan:
        began = time.perf_counter()
        shown = check_ins.scan(kiosk.caller, kiosk.store, event=self.event, token=token)
        self.scan_ms.append((time.perf_counter() - began) * 1000)
        self.outcomes[shown.outcome] += 1
        return shown

    def _leave(self, family: Family) -> None:
        if family.talked_with or family.is_busy:
            return
        kiosk = self.kiosks[family.kiosk]
        with suppress(Refused):  # a host has greeted them by mistake, or they were noted as gone already
            directing.left(kiosk.caller, kiosk.store, turn=family.turns[0])
        family.is_here = False

    def _return(self, family: Family, kiosk: int) -> None:
        if not family.is_here:
            self._at_the_door(family, kiosk)

    # -- ours ----------------------------------------------------------------------------------------------------------

    def _host(self, host: Host) -> None:
        device = host.device
        if host.away[0] <= self.now < host.away[1]:
            if not host.turn and not host.until:
                with suppress(Refused):
                    hosts.away(device.caller, device.store, event=self.event, staff=host.staff)
                return
        elif host.away[1] and self.now >= host.away[1]:
            host.away = (0, 0)
            hosts.back(device.caller, device.store, event=self.event, staff=host.staff)
        if host.until and self.now >= host.until:
            self._end_talk(host)
        if host.turn and not host.until:
            self._receive(host)
        if not host.turn:
            self._call(host)

    def _call(self, host: Host) -> None:
        device = host.device
        mine = calling.mine(device.caller, device.store, event=self.event, staff=host.staff, now_ms=self.now)
        missed = [
            line for line in mine
            if line.state == "called" and self.now - max(line.called_at or 0, line.again_at or 0) > AGAIN_AFTER_MS
        ]  # fmt: skip
        if missed and self.by_turn[missed[0].turn].is_here:
            calling.again(device.caller, device.store, turn=missed[0].turn)
            host.turn, host.since = missed[0].turn, self.now
            return
        with suppress(Refused):  # nobody waits
            called = calling.call_next(device.caller, device.store, event=self.event, staff=host.staff)
            self.by_turn[called.turn].calls.append(host.staff)
            host.turn, host.since = called.turn, self.now

    def _receive(self, host: Host) -> None:
        """The family comes to the table, unless it left or sits at another one."""
        family, device = self.by_turn[host.turn], host.device
        if self.now - host.since < TO_THE_TABLE_MS:
            return
        if not self._waits(family) or family.is_busy:
            if self.now - host.since >= NO_SHOW_MS:
                host.turn = ""
            return
        client = directing.line(device.caller, device.store, turn=host.turn, now_ms=self.now).client
        if client:
            talks.start(device.caller, device.store, event=self.event, host=host.staff, client=client)
        else:
            calling.greet(device.caller, device.store, turn=host.turn, staff=host.staff)
        family.is_busy = True
        family.talked_with.append(host.staff)
        host.client, host.until = client, self.now + self.chance.choice(self.talk_s) * SECOND

    def _end_talk(self, host: Host) -> None:
        if host.client:
            talks.end(host.device.caller, host.device.store, event=self.event, host=host.staff, client=host.client)
        if host.turn and host.until:
            self.by_turn[host.turn].is_busy = False
        host.turn, host.client, host.until = "", None, 0

    def _coordinate(self, device: Device) -> None:
        """At the first desk: whoever waits too long is sent to somebody else."""
        found = overview.overview(device.caller, device.store, event=self.event, now_ms=self.now)
        for line in found.in_state("waiting"):
            if line.staff is None or line.waited_ms > LATE_ENOUGH_MS:
                with suppress(Refused):  # all are away
                    directing.direct(device.caller, device.store, turn=line.turn)


def _client(tx: Transaction, name: str) -> str:
    return tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=name))


def _token(tx: Transaction, inviter: Inviter, client: str) -> str:
    invitation = tx.get(Invitation, inviter.invite(client))
    token = code_of(tx, invitation) if invitation else None
    assert token is not None
    return token
