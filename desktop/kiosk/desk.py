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
from desktop.kiosk.state import MOST_FOUND, Answer, Candidate, Door, candidates, guests_seen
from desktop.rules.times import day_of, local, zone_named
from desktop.services.events import events
from desktop.services.guests import arrivals, check_ins, clients, self_service
from desktop.services.guests.check_ins import Scan
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
    ) -> None:
        self.is_staffed = is_staffed
        self._file, self._passphrase, self._staff = file, passphrase, staff
        self._event_wanted, self._clock = event, clock
        self._store: Store | None = None
        self._caller: Caller | None = None
        self._zone: ZoneInfo | None = None
        self._event = ""

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
        door = Door(project(store).name, store.identity.name)
        if event is None:
            return door
        if not self.is_staffed and self_service.is_wanted(caller, store, event=event.id):
            self_service.fill(caller, store, event=event.id)
        return replace(door, event=event.id, title=event.title, day=day_of(event.starts_at, zone))

    def stand_at(self, event: str) -> Door:
        """Stand at this event from now on, whatever day it is."""
        self._event_wanted = event
        return self.find_event()

    def serve(self, *, is_staffed: bool) -> Door:
        """Change between staffed and self-service; the latter is given its list of guests."""
        self.is_staffed = is_staffed
        return self.find_event()

    def scan(self, token: str) -> Answer:
        """Decide on a code."""
        store, caller, zone = self.opened()
        scan = check_ins.scan(caller, store, event=self._event, token=token, staffed=self.is_staffed)
        answer = self._answer(scan)
        if scan.outcome == "wrong_event":
            meant = arrivals.event_of_code(caller, store, token=token)
            if meant is not None:
                return replace(answer, other_day=day_of(meant.starts_at, zone), other_title=meant.title)
        return answer

    def find(self, text: str) -> tuple[Candidate, ...]:
        """Who may be meant; at most 20."""
        store, caller, _ = self.opened()
        if self.is_staffed:
            return candidates(clients.find(caller, store, query=text, limit=MOST_FOUND))
        return guests_seen(self_service.find(caller, store, event=self._event, query=text, limit=MOST_FOUND))

    def let_in_found(self, key: str, tail: str | None) -> Answer | None:
        """Decide on somebody found by name; None where the phone does not end so."""
        store, caller, _ = self.opened()
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

    def walk_in(self, name: str, phone: str) -> Answer:
        """Let somebody in without an invitation. Raises Misused name_missing or phone_unreadable_typed."""
        store, caller, _ = self.opened()
        check_in, _client = check_ins.walk_in(caller, store, event=self._event, name=name, phone=phone or None)
        return Answer("welcomed", check_in, is_admitted=True, at=self._now())

    def undo(self, check_in: str) -> None:
        """Take a check-in back."""
        store, caller, _ = self.opened()
        check_ins.undo(caller, store, check_in=check_in)

    def now(self) -> datetime | None:
        """The time in the project's zone; None before the database is open. Safe in any thread."""
        return local(self._clock(), self._zone) if self._zone else None

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
        store, caller, zone = self.opened()
        first = local(scan.first_at, zone) if scan.first_at is not None else None
        companions = 0
        if scan.outcome == "welcomed" and scan.client:
            companions = arrivals.companions(caller, store, event=self._event, client=scan.client)
        return Answer(scan.outcome, scan.check_in, scan.admitted, self._now(), first, scan.first_desk, companions)
