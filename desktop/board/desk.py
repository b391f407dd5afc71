"""The database's side of the board: every method runs on a job worker, and nothing of it writes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from db.store import Store
from desktop.board.state import Ticket, Told
from desktop.rules.times import day_of, local
from desktop.services.events import events
from desktop.services.hall import screens
from desktop.services.hall.screens import Shown
from desktop.services.opening import open_database
from desktop.services.registry import Caller, administrator
from desktop.services.zones import zone_of

# A tall screen shows more of those who wait than a wide one.
WAITING_MOST = 12
# Of a minute in which every table calls at once none is overlooked.
CALLED_MOST = 24
_MINUTE_MS = 60_000


class Desk:
    """One open database; `event` is the one whose hall is shown, None for today's."""

    def __init__(self, file: Path, passphrase: str | None, event: str | None, clock: Callable[[], int]) -> None:
        self._file, self._passphrase, self._event, self._clock = file, passphrase, event, clock
        self._store: Store | None = None
        self._caller: Caller | None = None
        self._zone: ZoneInfo | None = None
        self._last: tuple[tuple[str, int], Told] | None = None
        self._today: tuple[int, str] | None = None

    def look(self) -> Told:
        """What the hall is to be shown now; the database is opened when it is not. Raises Trouble or OSError."""
        try:
            store, caller = self._opened()
            event, version = self._event_now(store, caller), store.changes_by_others()
            # Asked every second: what nobody has written to is the same.
            if self._last is None or self._last[0] != (event, version):
                self._last = (event, version), _told(store, caller, event)
            return self._last[1]
        except BaseException:
            # A disk that went away takes its connection with it: the next look opens it anew.
            self.close()
            raise

    def close(self) -> None:
        """Close the database."""
        self._last = self._today = None
        if self._store is not None:
            store, self._store = self._store, None
            store.close()

    def now(self) -> datetime | None:
        """The time in the project's zone; None before the database was open. Safe in any thread."""
        return local(self._clock(), self._zone) if self._zone else None

    def _opened(self) -> tuple[Store, Caller]:
        if self._store is None or self._caller is None:
            store = open_database(self._file, self._passphrase)
            self._store, self._caller, self._zone = store, administrator(store), zone_of(store)
        return self._store, self._caller

    def _event_now(self, store: Store, caller: Caller) -> str:
        if self._event is not None:
            return self._event
        now, zone = self._clock(), self._zone
        if zone is None:
            return ""
        # Asking counts everybody who came: once a minute is often enough for a day that begins.
        minute = now // _MINUTE_MS
        if self._today is None or self._today[0] != minute:
            self._today = minute, self._event_of_today(store, caller, zone, now)
        return self._today[1]

    @staticmethod
    def _event_of_today(store: Store, caller: Caller, zone: ZoneInfo, now: int) -> str:
        today = day_of(now, zone)
        every = (line.event for line in events.everything(caller, store))
        held = [one for one in every if day_of(one.starts_at, zone) <= today <= day_of(one.ends_at, zone)]
        # Of two on one day the one under way or next to begin, as at the door.
        first = min(held, key=lambda one: (one.ends_at < now, one.starts_at, one.id), default=None)
        return first.id if first else ""


def _told(store: Store, caller: Caller, event: str) -> Told:
    if not event:
        return Told("")
    found = screens.board(caller, store, event=event, most=WAITING_MOST, most_called=CALLED_MOST)
    calls = tuple(map(_ticket, (found.now, *found.before) if found.now else ()))
    return Told(event, found.event, calls, tuple(map(_ticket, found.next)), found.is_paused)


def _ticket(shown: Shown) -> Ticket:
    return Ticket(shown.number, shown.name, shown.place, shown.host, shown.at)
