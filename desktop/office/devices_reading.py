"""From the database and the folders to what the pages about other devices show. Runs on the worker; knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import clients, people
from db.conflicts import Change
from db.doubles import Double
from db.errors import StoreTrouble
from db.history import Head
from db.records import BY_TABLE, Client, Concern, Event, Promise, Staff
from db.store import Store
from desktop.office.devices_state import (
    Admission,
    ChangeLine,
    ConflictView,
    DeviceLine,
    DoubleView,
    FolderLine,
    NotTakenLine,
    PackageLine,
    Shown,
    Side,
    Waiting,
)
from desktop.rules.codes import list_names
from desktop.services.exchange import cards, conflicts, waiting
from desktop.services.exchange.cards import KnownDevice
from desktop.services.guests import doubles as guests_doubles
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import Caller


def package_line(one: waiting.Looked) -> PackageLine:
    """A package after a dry run."""
    found, manifest = one.incoming, one.manifest
    trouble = found.trouble
    device = manifest.device_name if manifest else str(trouble.facts.get("device", "")) if trouble else ""
    return PackageLine(
        found.file, found.outcome, device, found.added, found.changed, found.conflicts,
        trouble.code if trouble else "", tuple(trouble.facts.items()) if trouble else (),
        manifest.kind if manifest else "", manifest.made_at if manifest else 0,
        tuple(manifest.rows.items()) if manifest else (), one.missing,
    )  # fmt: skip


def not_taken(store: Store) -> tuple[NotTakenLine, ...]:
    """The packages that lie beside the database with their reasons."""
    return tuple(NotTakenLine(str(one.file), one.name, one.code, one.facts, one.at) for one in waiting.not_taken(store))


def folder_line(caller: Caller, store: Store, known: int) -> FolderLine | None:
    """The folder that packages are looked for in; None while nobody has chosen one."""
    place = waiting.folder(caller, store)
    return FolderLine(str(place), place.is_dir(), store.clock(), known) if place else None


def came(caller: Caller, store: Store, lines: Sequence[PackageLine] = (), known: int = 0) -> Waiting:
    """Everything that came and is not merged."""
    return Waiting(tuple(lines), not_taken(store), folder_line(caller, store, known))


def files_in_folder(caller: Caller, store: Store) -> tuple[Path, ...]:
    """The packages in the folder; none where there is no folder, or it is gone."""
    place = waiting.folder(caller, store)
    try:
        return waiting.packages_in(place) if place else ()
    except StoreTrouble:
        return ()


def devices(caller: Caller, store: Store) -> tuple[DeviceLine, ...]:
    """Every device, this one first, those that were removed last.

    One that went on as a new writer, after a copy was put back, is still one device.
    """
    by_print: dict[str, list[KnownDevice]] = {}
    for one in cards.known_devices(caller, store):
        by_print.setdefault(one.fingerprint, []).append(one)
    lines = (_device(writers) for writers in by_print.values())
    return tuple(sorted(lines, key=lambda line: (not line.is_this, line.removed_at is not None, line.name)))


def _device(writers: Sequence[KnownDevice]) -> DeviceLine:
    latest = writers[-1]
    heard = [one.last_heard for one in writers if one.last_heard is not None]
    return DeviceLine(
        latest.name, latest.role, latest.fingerprint, any(one.trusted for one in writers),
        any(one.this for one in writers), max(heard, default=None), sum(one.missing for one in writers),
        tuple(numbers for one in writers for numbers in one.missing_numbers), latest.clock_ms,
        next((one.user for one in reversed(writers) if one.user), ""), latest.removed_at,
        latest.removed_office or "", tuple(one.device for one in writers),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Words:
    """Names for what the history holds as ids."""

    store: Store
    staff: Mapping[str, str]
    devices: Mapping[str, str]

    def told(self, column: str, value: str | None) -> Shown:
        """A value with its name where it is an id."""
        kept = value or ""
        shown = self.staff.get(kept, kept)
        if shown == kept and column in ("client", "merged_into") and kept:
            shown = name_with_title(self.store.get(Client, kept)) or kept
        return Shown(kept, shown, column if column in list_names() else "")

    def change(self, column: str, change: Change) -> ChangeLine:
        """One value that a field was given; a value that settled several names the one that was shown."""
        head = change.head
        seen = self.told(column, change.seen[0]) if change.seen else None
        who, device = self.staff.get(head.who or "", ""), self.devices.get(head.writer or "", "")
        return ChangeLine(self.told(column, head.value), who, device, head.stamp, seen)


def _words(caller: Caller, store: Store) -> _Words:
    named = {one.device: one.name for one in cards.known_devices(caller, store)}
    return _Words(store, people.names(store), named)


def disagreements(caller: Caller, store: Store) -> tuple[ConflictView, ...]:
    """Every field on which devices disagree, in words as far as the database has them."""
    words = _words(caller, store)
    return tuple(
        _view(caller, words, (one.table, one.row_id, one.column), one.values)
        for one in conflicts.everything(caller, store)
    )


def settled(caller: Caller, store: Store) -> tuple[ConflictView, ...]:
    """The disagreements that were settled last."""
    words, views = _words(caller, store), list[ConflictView]()
    for one in conflicts.lately_settled(caller, store):
        told = words.told(one.column, one.head.value)
        cell = (one.table, one.row_id, one.column)
        views.append(_view(caller, words, cell, one.between, settled=told, settled_at=one.head.stamp))
    return tuple(views)


def doubles(caller: Caller, store: Store) -> tuple[DoubleView, ...]:
    """Everybody who was let in at two desks, whom nobody has decided about."""
    words = _words(caller, store)
    return tuple(_double(words, one, is_open=True) for one in guests_doubles.everything(caller, store))


def settled_doubles(caller: Caller, store: Store) -> tuple[DoubleView, ...]:
    """Those that were decided, of the latest events."""
    words = _words(caller, store)
    found = sorted(guests_doubles.settled(caller, store), key=lambda one: -one.settled_at)
    return tuple(_double(words, one, is_open=False) for one in found[: conflicts.SHOWN_SETTLED])


def _double(words: _Words, one: Double, *, is_open: bool) -> DoubleView:
    event = words.store.get(Event, one.event)
    return DoubleView(
        one.key,
        name_with_title(words.store.get(Client, one.client)) or one.client,
        clients.room_spoken(words.store, one.client),
        event.title if event else "",
        tuple(
            Admission(
                each.check_in, each.at, each.desk, words.devices.get(each.device or "", ""),
                words.staff.get(each.by or "", ""), each.means, each.twice or "",
            )
            for each in one.admissions
        ),
        is_open,
        0 if is_open else one.settled_at,
    )  # fmt: skip


def _view(
    caller: Caller,
    words: _Words,
    cell: tuple[str, str, str],
    heads: tuple[Head, ...],
    *,
    settled: Shown | None = None,
    settled_at: int = 0,
) -> ConflictView:
    table, row_id, column = cell
    changes = conflicts.changes(caller, words.store, table=table, row_id=row_id, field=column)
    lines = {change.head.op: words.change(column, change) for change in changes}
    different: dict[str | None, Head] = {}
    for head in heads:
        different.setdefault(head.value, head)
    sides = tuple(_side(words, column, head, lines.get(head.op)) for head in different.values())
    seen = {side.seen for side in sides}
    return ConflictView(
        key=f"{table}/{row_id}/{column}",
        table=table,
        row_id=row_id,
        column=column,
        about=_about(words.store, table, row_id),
        sides=sides,
        may_write_another=column not in BY_TABLE[table].write_once,
        before=next(iter(seen)) if len(seen) == 1 else None,
        history=tuple(lines.values()),
        settled=settled,
        settled_at=settled_at,
    )


def _side(words: _Words, column: str, head: Head, line: ChangeLine | None) -> Side:
    told = words.told(column, head.value)
    who, device = words.staff.get(head.who or "", ""), words.devices.get(head.writer or "", "")
    return Side(told.value, told.shown, told.choices, who, device, head.stamp, line.seen if line else None)


def _about(store: Store, table: str, row_id: str) -> str:
    if table == "client":
        client = store.get(Client, row_id)
        return " · ".join(filter(None, (name_with_title(client), clients.room_spoken(store, row_id))))
    if table == "promise":
        promise = store.get(Promise, row_id)
        concern = store.get(Concern, promise.concern) if promise else None
        return " · ".join(filter(None, (concern.number if concern else "", promise.text if promise else "")))
    if table == "concern":
        kept = store.get(Concern, row_id)
        return f"{kept.number} · {' '.join(kept.words.split())}" if kept else ""
    if table == "event":
        event = store.get(Event, row_id)
        return event.title if event else ""
    if table == "staff":
        person = store.get(Staff, row_id)
        return person.name if person else ""
    return ""
