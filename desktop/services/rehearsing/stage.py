"""The throw-away database of a rehearsal: what it takes from the real one, how it is made, and that nothing stays.

Taken are the event's own facts and which tables it has: no client, no name of ours, no key. The database has a project
and keys of its own, so no package of it could be merged anywhere.
"""

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

import msgspec

from db import events, marker
from db.errors import Unreadable
from db.records import Client, Event, Invitation
from db.store import Reader, Store
from db.vault.key_file import needs_passphrase
from desktop.rules.times import local, to_ms
from desktop.services.events import events as event_verbs
from desktop.services.guests import clients as client_verbs
from desktop.services.guests.codes import Inviter, code_of
from desktop.services.hall import hosts, screens
from desktop.services.opening import found_project, state_folder
from desktop.services.people import staff
from desktop.services.registry import DOOR_ROLES, Caller, administrator, question
from desktop.services.rehearsing.cast import Guest, Invented, invent
from desktop.services.zones import zone_of

PREFIX = "qinting-rehearsal-"
_DATABASE, _HOLDER = "rehearsal.db", "holder"
_SHORTEST = timedelta(hours=1)
# Where the real event has nobody on duty yet.
_USUAL_DUTY = (*(("host", f"A{number}") for number in range(1, 11)), ("companion", ""), ("companion", ""))
_TOLD_EVERY = 50
OTHER_EVENT = "另一场"


class Facts(msgspec.Struct, frozen=True):
    """What a rehearsal takes from the real database; `starts_min` and `ends_min` count from midnight.

    `duty` holds (part, table) of everybody on duty, without their names.
    """

    project: str
    company: str
    time_zone: str
    node: str
    title: str
    place: str
    slots: str
    starts_min: int
    ends_min: int
    greeting: str
    shows: str
    duty: tuple[tuple[str, str], ...]
    is_keyed: bool


@question("rehearsal.facts", roles=DOOR_ROLES)
def facts_of(_caller: Caller, reader: Reader, *, event: str, data_file: Path | None = None) -> Facts:
    """What the rehearsal of an event needs; it is encrypted where `data_file`, the real database, is."""
    row = reader.known(Event, event)
    project, zone = events.project(reader), zone_of(reader)
    starts, ends = local(row.starts_at, zone), local(row.ends_at, zone)
    duty = [(one.part, one.place or "") for one, _ in events.on_duty(reader, event) if one.part in hosts.RECEIVING]
    return Facts(
        project.name, project.company or "", project.time_zone, row.node, row.title, row.place or "", row.slots or "",
        starts.hour * 60 + starts.minute, ends.hour * 60 + ends.minute, row.greeting or "", row.shows or "",
        tuple(sorted(duty)), data_file is not None and needs_passphrase(data_file),
    )  # fmt: skip


def write_facts(facts: Facts, file: Path) -> None:
    """Hand the facts to another program: they name nobody."""
    file.write_bytes(msgspec.json.encode(facts))


def leave_facts(facts: Facts) -> Path:
    """The facts in a file of their own, for a program that takes it away."""
    handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=".json")
    os.close(handle)
    write_facts(facts, Path(name))
    return Path(name)


def read_facts(file: Path) -> Facts:
    """Facts as `write_facts` left them. Raises Unreadable `rehearsal_unreadable`."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Facts)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreadable("rehearsal_unreadable", file=file.name) from error


def practice_command(facts_file: Path) -> list[str]:
    """The program and its words by which a kiosk opens on a rehearsal of its own."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "desktop"]
    return [*program, "--face", "kiosk", "--rehearsal", str(facts_file)]


class Stage:
    """A rehearsal's database, in a folder of its own until `close`; `invited` hold codes that open only this one."""

    def __init__(
        self, facts: Facts, *, guests: int, seed: int = 1, progress: Callable[[int, int], None] | None = None
    ) -> None:
        sweep()
        # Told now and then while it is made, so that whoever waits may stop it.
        self._progress = progress
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        self.file = self.folder / _DATABASE
        self.passphrase = secrets.token_urlsafe(16) if facts.is_keyed else None
        self.store: Store | None = None
        try:
            (self.folder / _HOLDER).write_text(str(os.getpid()), encoding="ascii")
            self.store = found_project(
                self.file, name=f"彩排 {facts.project}", mark="彩", device_name="彩排", passphrase=self.passphrase,
                time_zone=facts.time_zone, company=facts.company or None,
            )  # fmt: skip
            self._furnish(self.store, facts, invent(guests, Random(seed)))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def opened(self) -> Store:
        """The open database. RuntimeError after `hand_over` and `close`."""
        if self.store is None:
            raise RuntimeError("the rehearsal's database is not open")
        return self.store

    def hand_over(self) -> None:
        """Close the database so that a window opens it; the folder stays until `close`."""
        if self.store is not None:
            self.store.close()
            self.store = None

    def close(self) -> None:
        """Destroy everything; also what tells this place from others, which lies elsewhere."""
        self.hand_over()
        _destroy(self.folder)

    def _furnish(self, store: Store, facts: Facts, invented: tuple[Invented, ...]) -> None:
        caller = administrator(store)
        self.event, self.other = _events(caller, store, facts)
        self.hosts = _duty(caller, store, self.event, facts.duty or _USUAL_DUTY)
        if facts.greeting or facts.shows:
            screens.set_wording(
                caller, store, event=self.event, greeting=facts.greeting, shows=tuple(facts.shows.split())
            )
        slots = tuple(line for line in facts.slots.splitlines() if line)
        self.invited = _invite(caller, store, self.event, invented, slots, self._progress)
        # A few of another day, whose codes people bring by mistake.
        self.elsewhere = _invite(caller, store, self.other, invented[:3], ())


def _events(caller: Caller, store: Store, facts: Facts) -> tuple[str, str]:
    """The event as it is, today, and another one in a fortnight."""
    zone = zone_of(store)
    midnight = local(store.clock(), zone).replace(hour=0, minute=0, second=0, microsecond=0)
    starts = midnight + timedelta(minutes=facts.starts_min)
    ends = max(midnight + timedelta(minutes=facts.ends_min), starts + _SHORTEST)
    event = event_verbs.add(
        caller, store, node=facts.node, title=facts.title, starts=starts.isoformat(), ends=ends.isoformat(),
        place=facts.place or None, slots=facts.slots or None,
    )  # fmt: skip
    later = timedelta(days=14)
    other = event_verbs.add(
        caller, store, node=facts.node, title=OTHER_EVENT, starts=(starts + later).isoformat(),
        ends=(ends + later).isoformat(),
    )  # fmt: skip
    return event, other


def _duty(caller: Caller, store: Store, event: str, duty: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Invented people in everybody's place; returns those who call clients."""
    made: list[str] = []
    for number, (part, place) in enumerate(duty, 1):
        person = staff.add(caller, store, name=f"彩排接待{number}", level="staff", roles=("host",))
        hosts.seat(caller, store, event=event, staff=person, part=part, place=place or None)
        made.append(person)
    return tuple(made)


def _invite(
    caller: Caller,
    store: Store,
    event: str,
    invented: tuple[Invented, ...],
    slots: tuple[str, ...],
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Guest, ...]:
    guests: list[Guest] = []
    with store.transaction(verb="rehearsal.invite", subject=event) as tx:
        inviter = Inviter(caller, tx, event)
        for number, one in enumerate(invented):
            if progress and number % _TOLD_EVERY == 0:
                progress(0, len(invented))
            client = tx.insert(
                Client(id=tx.new_id(), created_at=tx.now, name=one.name, title=one.title, phone=one.phone)
            )
            slot = slots[number % len(slots)] if slots else None
            invitation = inviter.invite(client, slot=slot, companions=one.companions or None)
            client_verbs.set_fields(caller, tx, client=client, changes={"room": one.room})
            row = tx.get(Invitation, invitation)
            guests.append(Guest(one, client, (code_of(tx, row) if row else None) or ""))
    return tuple(guests)


def sweep() -> int:
    """Destroy what rehearsals left whose program was killed; returns how many there were."""
    left = [folder for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*") if _is_orphan(folder)]
    for folder in left:
        _destroy(folder)
    return len(left)


def _is_orphan(folder: Path) -> bool:
    """Whether the program that made the folder is gone; what cannot be told stays."""
    try:
        holder = int((folder / _HOLDER).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return False
    return not _is_alive(holder)


def _is_alive(process: int) -> bool:
    if os.name == "nt":
        # Asking would end it there; a name that is still in use cannot be removed anyway.
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _destroy(folder: Path) -> None:
    with suppress(OSError):
        marker.in_state(folder / _DATABASE, state_folder()).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def today_at(store: Store, minutes: float) -> int:
    """UTC milliseconds of so many minutes after today's midnight in the project's zone."""
    midnight = local(store.clock(), zone_of(store)).replace(hour=0, minute=0, second=0, microsecond=0)
    return to_ms(midnight + timedelta(minutes=minutes))
