"""A client list into an event: every row accounted for, the same list twice changes nothing, and it can be undone."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from db import clients, people, rosters, units
from db.easing import let_go
from db.records import Client, ClientOwner, RosterImport
from db.spelling.names import name_key
from db.spelling.rooms import RoomReading
from db.store import Transaction
from desktop.roster.reading import read_roster
from desktop.roster.values import RejectedCell, Roster, RosterRow
from desktop.services.guests.codes import Inviter
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb
from desktop.services.rosters.twins import Decision, Twin, Twins

Progress = Callable[[int, int], None]
Outcome = Literal["added", "updated", "same"]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of a list; added, updated, duplicates and the rejected rows sum to read."""

    batch: str
    read: int
    added: int
    updated: int
    duplicates: int
    rejected: tuple[RejectedCell, ...]
    encoding: str
    header_row: int
    columns: tuple[tuple[str, str], ...]
    unmapped: tuple[str, ...]
    # The first clients as the list has them, for a look before they come in.
    rows: tuple[RosterRow, ...] = ()
    # What becomes of each of them.
    outcomes: tuple[Outcome, ...] = ()
    # Rows that may be somebody who is known already, or stands in the list already.
    twins: tuple[Twin, ...] = ()
    # The sheet's name, "" for a CSV, and how many merged cells were spread over the rows that they cover.
    sheet: str = ""
    merged: int = 0


# So many rows of each outcome.
LOOKED_AT = 100


@verb("client.import", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def import_list(
    caller: Caller,
    tx: Transaction,
    *,
    file: Path,
    event: str,
    mapping: dict[str, str] | None = None,
    progress: Progress | None = None,
    decided: Mapping[int, Decision] | None = None,
) -> ImportResult:
    """Take a client list (XLSX or CSV) into an event and put its clients on the event's list.

    `decided` says of rows that look like somebody known: `same` brings that client up to date, `skip` leaves it out.
    `mapping` (heading -> field) is remembered for lists with the same headings. Raises Unreadable for a file that is
    no list; a row that cannot be taken is reported and the others come in.
    """
    roster = _read(tx, file, mapping)
    batch = tx.new_id()
    work = _Import(caller, tx, event, batch, decided or {})
    shown, counts = list[tuple[RosterRow, Outcome]](), Counter[Outcome]()
    for number, row in enumerate(roster.rows, 1):
        outcome = work.take(row)
        counts[outcome] += 1
        if counts[outcome] <= LOOKED_AT:
            shown.append((row, outcome))
        if progress and number % 500 == 0:
            progress(number, len(roster.rows))
    tx.insert(
        RosterImport(
            id=batch,
            created_at=tx.now,
            created_by=caller.staff,
            event=event,
            file_name=file.name,
            sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
            encoding=roster.encoding,
            read=roster.read,
            added=work.added,
            updated=work.updated,
            duplicates=work.same + len(roster.repeats),
            rejected=len(roster.rejected),
        )
    )
    rosters.note_changes(tx, batch, work.changes)
    tx.subject = batch
    done = ImportResult(
        batch, roster.read, work.added, work.updated, work.same + len(roster.repeats), roster.rejected,
        roster.encoding, roster.header_row, roster.columns, roster.unmapped,
        tuple(row for row, _ in shown), tuple(outcome for _, outcome in shown), tuple(work.twins.found),
        roster.sheet, roster.merged,
    )  # fmt: skip
    rows = list(roster.rows)
    del roster
    let_go(rows, work.changes)
    return done


def _read(tx: Transaction, file: Path, mapping: dict[str, str] | None) -> Roster:
    """Read the list; with a mapping given now or remembered from a list with the same headings."""
    if mapping:
        roster = read_roster(file, mapping)
        rosters.remember_mapping(tx, roster.fingerprint, mapping)
        return roster
    return read_roster(file, remembered=lambda fingerprint: rosters.remembered_mapping(tx, fingerprint))


class _Import:
    """One list on its way in: matches rows with clients known here and notes every change for the undo."""

    def __init__(
        self, caller: Caller, tx: Transaction, event: str, batch: str, decided: Mapping[int, Decision]
    ) -> None:
        self.caller, self.tx, self.event, self.batch = caller, tx, event, batch
        self.project = tx.store.identity.project
        self.added = self.updated = self.same = 0
        self.changes: list[rosters.Change] = []
        self._staff: dict[str, str | None] = {}
        self._inviter = Inviter(caller, tx, event)
        self.twins = Twins(tx, self.project, decided)
        self._same_phone: tuple[tuple[str, str], ...] = ()

    def take(self, row: RosterRow) -> Outcome:
        """Add the client of a row, or bring a known one up to date; tells which it was."""
        known = self._find(row)
        if known is None:
            twin = self.twins.look(row, self._same_phone)
            if twin and twin.decision == "skip":
                self.same += 1
                return "same"
            known = twin.other if twin and twin.decision == "same" else None
        if known is None:
            self._add(row)
            self.added += 1
            return "added"
        if self._update(known, row):
            self.updated += 1
            return "updated"
        self.same += 1
        return "same"

    def _find(self, row: RosterRow) -> str | None:
        """The client with the same name and the same phone, or without a phone in the same room."""
        key = name_key(row.name)
        self._same_phone = ()
        for phone in row.phones:
            found = clients.with_phone(self.tx, phone)
            for client, name in found:
                if name_key(name) == key:
                    return client
            self._same_phone += found
        if row.phones:
            return None
        return self._find_by_room(row, key) if _rooms(row) else self._find_by_name_alone(row)

    def _find_by_room(self, row: RosterRow, key: str) -> str | None:
        for room in _rooms(row):
            for client, name, phone in clients.in_unit(self.tx, clients.unit_id(self.project, room.key)):
                if name_key(name) == key and phone is None:
                    return client
        return None

    def _find_by_name_alone(self, row: RosterRow) -> str | None:
        for client, _, phone, _ in clients.same_name(self.tx, row.name):
            if phone is None and not clients.room_keys(self.tx, client):
                return client
        return None

    def _add(self, row: RosterRow) -> None:
        tx = self.tx
        client = tx.insert(
            Client(
                id=tx.new_id(),
                created_at=tx.now,
                created_by=self.caller.staff,
                name=row.name,
                title=row.title,
                phone=row.phones[0] if row.phones else None,
                phone2=row.phones[1] if len(row.phones) > 1 else None,
                phone_typed=row.phone_typed,
                room_typed=row.room.typed if row.room else None,
                note=row.note,
                source="list",
                roster=self.batch,
            )
        )
        self.changes.append(rosters.Change("client", client, "", None, None))
        self.twins.added(row, client)
        for room in _rooms(row):
            # Nobody else can know of a client who did not exist: no need to look for a link.
            link = clients.add_client_unit(tx, client, clients.put_unit(tx, room), row.relation)
            self.changes.append(rosters.Change("client_unit", link, "", None, None))
        self._deliver(row)
        self._look_after(client, row)
        self._invite_anew(client, row)

    def _update(self, client: str, row: RosterRow) -> bool:
        """Fill in what the list knows and the record does not, and what the list says anew."""
        known = self.tx.get(Client, client)
        said = {"title": row.title, "note": row.note, "phone2": _second_phone(row, known)}
        changes = {name: value for name, value in said.items() if value and known and getattr(known, name) != value}
        for name, value in changes.items():
            self.changes.append(rosters.Change("client", client, name, getattr(known, name), value))
        changed = bool(changes) and self.tx.save("client", client, changes) > 0
        changed |= self._link_rooms(client, row)
        changed |= self._deliver(row)
        changed |= self._look_after(client, row)
        return self._invite(client, row) or changed

    def _link_rooms(self, client: str, row: RosterRow) -> bool:
        changed = False
        for room in _rooms(row):
            unit = clients.put_unit(self.tx, room)
            if clients.put_client_unit(self.tx, client, unit, row.relation):
                self.changes.append(rosters.Change("client_unit", clients.link_id(client, unit), "", None, None))
                changed = True
        return changed

    def _deliver(self, row: RosterRow) -> bool:
        """Keep the day on which the rooms were handed over; whether anything is new."""
        changed = False
        for room in _rooms(row) if row.delivered_on else ():
            unit = clients.unit_id(self.project, room.key)
            before = units.delivered_on(self.tx, unit)
            if units.put_delivery(self.tx, unit, row.delivered_on or ""):
                column = "delivered_on" if before else ""
                after = row.delivered_on if before else None
                self.changes.append(rosters.Change("unit_delivery", units.delivery_id(unit), column, before, after))
                changed = True
        return changed

    def _look_after(self, client: str, row: RosterRow) -> bool:
        """Give the client the person of ours whom the list names; the one before ends today."""
        if not row.owner_name:
            return False
        before = clients.owner(self.tx, client)
        kind = row.owner_kind or "contact"
        if before and (before.name, before.kind) == (row.owner_name, kind):
            return False
        if before:
            self.tx.save("client_owner", before.id, {"until_at": self.tx.now})
            self.changes.append(rosters.Change("client_owner", before.id, "until_at", None, str(self.tx.now)))
        owner = self.tx.insert(
            ClientOwner(
                id=self.tx.new_id(),
                created_at=self.tx.now,
                created_by=self.caller.staff,
                client=client,
                name=row.owner_name,
                kind=kind,
                staff=self._staff_named(row.owner_name),
                from_at=self.tx.now,
            )
        )
        self.changes.append(rosters.Change("client_owner", owner, "", None, None))
        return True

    def _staff_named(self, name: str) -> str | None:
        if name not in self._staff:
            self._staff[name] = people.named(self.tx, name)
        return self._staff[name]

    def _invite_anew(self, client: str, row: RosterRow) -> None:
        invitation = self._inviter.invite(client, slot=row.slot, companions=row.companions, channel=row.channel)
        self.changes.append(rosters.Change("invitation", invitation, "", None, None))

    def _invite(self, client: str, row: RosterRow) -> bool:
        """Put the client on the event's list; slot, companions and channel follow the list as it is now."""
        known = rosters.invitation_of(self.tx, self.event, client)
        if known is None:
            self._invite_anew(client, row)
            return True
        said: dict[str, str | int | None] = {
            "slot": row.slot, "companions": row.companions, "channel": row.channel
        }  # fmt: skip
        changes = {name: value for name, value in said.items() if value and getattr(known, name) != value}
        for name, value in changes.items():
            before = getattr(known, name)
            self.changes.append(
                rosters.Change("invitation", known.id, name, None if before is None else str(before), str(value))
            )
        return bool(changes) and self.tx.save("invitation", known.id, changes) > 0


def _second_phone(row: RosterRow, known: Client | None) -> str | None:
    """The list's second number; or its first one, where a person said that a client with another number is meant."""
    if len(row.phones) > 1:
        return row.phones[1]
    if not row.phones or known is None or known.phone2 or known.phone in (None, row.phones[0]):
        return None
    return row.phones[0]


def _rooms(row: RosterRow) -> tuple[RoomReading, ...]:
    return ((row.room,) if row.room and row.room.readable else ()) + row.other_rooms
