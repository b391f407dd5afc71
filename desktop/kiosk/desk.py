"""The database's side of the kiosk: every method runs on the job worker and ends with what it says on the disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from db.errors import Misused
from db.events import project
from db.records import Event
from db.store import Store
from desktop.kiosk.state import MOST_FOUND, Answer, Arrival, Candidate, Door, candidates, guests_seen
from desktop.rules.notices import Notice
from desktop.rules.times import day_of, local, zone_named
from desktop.services.events import events
from desktop.services.guests import (
    arrivals,
    check_ins,
    finding,
    notices,
    parties,
    passages,
    self_service,
    stripping,
    welcomes,
)
from desktop.services.guests.check_ins import Scan
from desktop.services.guests.passages import ENTRANCE, Passing
from desktop.services.hall import arriving, directing
from desktop.services.opening import caller_as, open_database
from desktop.services.registry import Caller


class Desk:
    """One open database at one door.

    Staffed, somebody of ours stands there; else the client is alone, and only this device's list of guests is asked.
    """

    def __init__(
        self,
        file: Path,
        passphrase: str | None,
        staff: str | None,
        event: str | None,
        clock: Callable[[], int],
        *,
        is_staffed: bool,
        station: str = ENTRANCE,
    ) -> None:
        self.is_staffed = is_staffed
        self.station = station
        self._file, self._passphrase, self._staff = file, passphrase, staff
        self._event_wanted, self._clock = event, clock
        self._store: Store | None = None
        self._caller: Caller | None = None
        self._zone: ZoneInfo | None = None
        self._event = ""
        self._shows: frozenset[str] = frozenset()

    def open(self) -> Door:
        """Open the database and find the event of today. Raises Trouble where it cannot be opened."""
        store = open_database(self._file, self._passphrase)
        store.clock = self._clock
        self._store = store
        self._caller = caller_as(store, self._staff)
        self._zone = zone_named(project(store).time_zone)
        return self.find_event()

    def close(self) -> None:
        """Close the database."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def find_event(self) -> Door:
        """The door as it is today."""
        store, caller, zone = self.opened()
        event = self._event_of_today(store, caller, zone)
        self._event = event.id if event else ""
        door = Door(project(store).name, store.identity.name, station=self.station, is_staffed=self.is_staffed)
        self._shows = frozenset((event.shows or "").split()) if event else frozenset()
        over = self_service.purge_when_over(caller, store, now_ms=self._clock())
        if over and not self.is_staffed and stripping.may_strip(caller, store, now_ms=self._clock()):
            stripping.forget_clients(caller, store)
        if event is None:
            return door
        if not self.is_staffed and self_service.is_wanted(caller, store, event=event.id):
            self_service.fill(caller, store, event=event.id)
        return replace(
            door, event=event.id, title=event.title, day=day_of(event.starts_at, zone),
            greeting=event.greeting or "", shows=self._shows,
        )  # fmt: skip

    def stand_at(self, event: str) -> Door:
        """Stand at this event from now on, whatever day it is."""
        self._event_wanted = event
        return self.find_event()

    def stand_where(self, station: str) -> Door:
        """Stand at another station of the event."""
        self.station = station
        return self.find_event()

    def serve(self, *, is_staffed: bool) -> Door:
        """Change between staffed and self-service; the latter is given its list of guests."""
        self.is_staffed = is_staffed
        return self.find_event()

    def scan(self, token: str) -> Answer:
        """Decide on a code."""
        store, caller, zone = self.opened()
        if self.station == ENTRANCE:
            scan = check_ins.scan(caller, store, event=self._event, token=token, staffed=self.is_staffed)
            answer = self._answer(scan)
            if scan.outcome == "already" and passages.is_out(caller, store, check_in=scan.check_in):
                back = passages.come_back(caller, store, event=self._event, client=scan.client, token=token)
                return replace(answer, outcome="back", passage=back) if back else answer
        else:
            shown = passages.pass_by(
                caller, store, event=self._event, station=self.station, token=token, staffed=self.is_staffed
            )
            answer = self._passing(shown)
        if answer.outcome == "wrong_event":
            meant = arrivals.event_of_code(caller, store, token=token)
            if meant is not None:
                return replace(answer, other_day=day_of(meant.starts_at, zone), other_title=meant.title)
        return answer

    def find(self, text: str) -> tuple[Candidate, ...]:
        """Who may be meant; at most 20."""
        store, caller, _ = self.opened()
        if self.is_staffed:
            return candidates(finding.at_door(caller, store, event=self._event, query=text, limit=MOST_FOUND))
        return guests_seen(self_service.find(caller, store, event=self._event, query=text, limit=MOST_FOUND))

    def let_in_found(self, key: str, tail: str | None) -> Answer | None:
        """Decide on somebody found by name; None where the phone does not end so."""
        store, caller, _ = self.opened()
        if self.station != ENTRANCE:
            return self._passing(
                passages.pass_found(caller, store, event=self._event, station=self.station, client=key)
            )
        if self.is_staffed:
            scan = arrivals.let_in_found(caller, store, event=self._event, client=key)
        else:
            scan = self_service.let_in_guest(caller, store, event=self._event, invitation=key, tail=tail or "")
        return self._answer(scan) if scan else None

    def let_in(self, check_in: str, reason: str | None = None) -> Answer:
        """Let somebody in whom the decision did not."""
        store, caller, _ = self.opened()
        row = arrivals.let_in(caller, store, check_in=check_in, reason=reason)
        return Answer("welcomed", row, is_admitted=True, at=self._now())

    def notice(self) -> Notice:
        """What somebody without an invitation is told first."""
        store, caller, _ = self.opened()
        return notices.current(caller, store)

    def walk_in(self, name: str, phone: str, party: int, notice: str) -> Answer:
        """Let somebody in without an invitation. Raises Misused name_missing or phone_unreadable_typed."""
        store, caller, _ = self.opened()
        check_in, _client = check_ins.walk_in(
            caller, store, event=self._event, name=name, phone=phone or None, party=party, notice=notice or None
        )
        return Answer("welcomed", check_in, is_admitted=True, at=self._now())

    def arrive(self, answer: Answer) -> Arrival:
        """Let the hall know of somebody who is in, and learn what else they are told."""
        store, caller, _ = self.opened()
        party = parties.party_of(caller, store, check_in=answer.check_in)
        found = Arrival(check_in=party.check_in, expected=party.expected, counted=party.counted)
        if answer.is_admitted:
            count = party.shown if party.counted or party.expected > 1 else None
            ticket = arriving.arrive(caller, store, event=self._event, check_in=answer.check_in, party=count)
            found = replace(
                found, ticket=ticket.number, turn=ticket.turn, direction=ticket.direction, table=ticket.place or "",
                host=ticket.host or "",
            )  # fmt: skip
        elif held := welcomes.ticket(caller, store, check_in=answer.check_in):
            found = replace(
                found, ticket=held.number, turn=held.turn, direction=held.direction, table=held.table, host=held.host
            )
        hint = welcomes.slot(caller, store, check_in=party.check_in) if self.is_staffed and party.check_in else None
        if hint:
            found = replace(found, slot=hint.said, is_slot_full=hint.is_full)
        return found if "host" in self._shows else replace(found, host="")

    def count(self, arrival: Arrival, party: int) -> Arrival:
        """Keep how many came together."""
        store, caller, _ = self.opened()
        kept = parties.set_party(caller, store, check_in=arrival.check_in, party=party)
        return replace(arrival, expected=kept.expected, counted=kept.counted)

    def direct(self, arrival: Arrival, direction: str) -> Arrival:
        """Send a family to a companion, a table or an executive. Raises Refused where nobody can receive them."""
        store, caller, _ = self.opened()
        line = directing.direct(caller, store, turn=arrival.turn, direction=direction)
        host = (line.host or "") if "host" in self._shows else ""
        return replace(arrival, direction=line.direction, table=line.place or "", host=host, trouble="", facts=())

    def undo(self, check_in: str, passage: str = "") -> None:
        """Take a check-in back, and a passage."""
        store, caller, _ = self.opened()
        if passage:
            passages.undo_pass(caller, store, passage=passage)
        if check_in:
            check_ins.undo(caller, store, check_in=check_in)

    def now(self) -> datetime | None:
        """The time in the project's zone; None before the database is open. Safe in any thread."""
        return local(self._clock(), self._zone) if self._zone else None

    @property
    def file(self) -> Path:
        """The database."""
        return self._file

    @property
    def event(self) -> str:
        """The event it stands at; "" for none."""
        return self._event

    def opened(self) -> tuple[Store, Caller, ZoneInfo]:
        """The open database, who asks it, and the project's zone. RuntimeError before `open`."""
        if self._store is None or self._caller is None or self._zone is None:
            raise RuntimeError("the database is not open")
        return self._store, self._caller, self._zone

    def _now(self) -> datetime:
        return local(self._clock(), self.opened()[2])

    def _event_of_today(self, store: Store, caller: Caller, zone: ZoneInfo) -> Event | None:
        every = tuple(line.event for line in events.everything(caller, store))
        if self._event_wanted is not None:
            wanted = [event for event in every if event.id == self._event_wanted]
            if not wanted:
                raise Misused("id_unknown", table="event", value=self._event_wanted)
            return wanted[0]
        now = self._clock()
        today = day_of(now, zone)
        held = [event for event in every if day_of(event.starts_at, zone) <= today <= day_of(event.ends_at, zone)]
        # Of two on one day the one under way or next to begin.
        return min(held, key=lambda event: (event.ends_at < now, event.starts_at, event.id), default=None)

    def _answer(self, scan: Scan) -> Answer:
        zone = self.opened()[2]
        first = local(scan.first_at, zone) if scan.first_at is not None else None
        name = self._name(scan.client) if scan.outcome in ("welcomed", "already") else ""
        return Answer(scan.outcome, scan.check_in, scan.admitted, self._now(), first, scan.first_desk, name=name)

    def _passing(self, shown: Passing) -> Answer:
        zone = self.opened()[2]
        first = local(shown.first_at, zone) if shown.first_at is not None else None
        is_admitted = shown.scan is not None and shown.scan.admitted
        return Answer(
            shown.outcome, shown.scan.check_in if shown.scan else "", is_admitted, self._now(), first,
            shown.first_desk, station=shown.station, passage=shown.passage,
        )  # fmt: skip

    def _name(self, client: str | None) -> str:
        """The client as the hall may see them, where the event lets it."""
        if client is None or "name" not in self._shows:
            return ""
        store, caller, _ = self.opened()
        return welcomes.shown_name(caller, store, client=client)
