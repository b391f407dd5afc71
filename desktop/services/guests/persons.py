"""What is kept about one person: handed out in full, or erased for good on every device."""

from dataclasses import dataclass
from pathlib import Path

from db import blobs, clients, dossiers, erasure, people, sweeping, told
from db.blobs import Blob
from db.devices import own_writer
from db.errors import Misused, Refused, StoreTrouble
from db.files import write_durably
from db.records import Attachment, Client, Erased, Staff
from db.store import Reader, Store, Transaction
from db.sweeping import Swept
from db.told import Told
from db.vault import device_keys
from desktop.services.guests.person_files import NAMES_OF_KINDS, as_json, as_sheets
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb

# Who keeps the devices and who heads the office; neither may do it alone.
ERASE_ROLES = frozenset({"administrator", "office_head"})


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file with everything about one person: how many rows of each table, and the files beside it."""

    client: str
    file: str
    rows: tuple[tuple[str, int], ...]
    files: tuple[str, ...]
    missing: int


@dataclass(frozen=True, slots=True)
class Gone:
    """An erasure: its id, the client records that were the person, and how many rows of each table were blanked."""

    erasure: str
    client: str
    records: tuple[str, ...]
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure: when (UTC ms), why, by whom ("" for the device's administrator), and where it may not be known."""

    id: str
    at: int
    reason: str
    by: str
    second: str
    unheard: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an erasure would take and leave: rows of each table, files, devices that must still hear of it."""

    client: str
    name: str
    rows: dict[str, int]
    files: int
    devices: int
    seconds: tuple[tuple[str, str], ...]


@verb("person.export", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def export(_caller: Caller, tx: Transaction, *, client: str, file: Path) -> HandedOut:
    """Write everything that is kept about one person to a new file (.json or .xlsx), with their pictures beside it.

    Numbers stand in it in full; the journal says who asked for whom. Raises Misused `person_file_kind` for another kind
    of file, Refused `file_exists` and `person_erased`, StoreTrouble when the disk or the folder stands in the way.
    """
    found = _known(tx, client)
    write = NAMES_OF_KINDS.get(file.suffix.lower())
    if write is None:
        raise Misused("person_file_kind", file=file.name)
    if file.exists():
        raise Refused("file_exists", file=str(file))
    kept = told.everything(tx, found)
    write_durably(file, (as_json if write == "json" else as_sheets)(tx, kept, tx.now))
    files, missing = _pictures(tx, kept, file.with_name(f"{file.stem}.files"))
    tx.subject = found[0]
    return HandedOut(found[0], str(file), kept.counts(), files, missing)


def _pictures(tx: Transaction, kept: Told, folder: Path) -> tuple[tuple[str, ...], int]:
    """Write the person's files in clear; returns their paths, and how many are not on this device."""
    written, missing = [], 0
    for row in kept.rows.get(Attachment.table, []):
        if not row["key"]:
            continue
        try:
            content = blobs.read(tx.store.path, Blob(str(row["blob"]), str(row["key"])))
        except StoreTrouble:
            missing += 1
            continue
        folder.mkdir(parents=True, exist_ok=True)
        name = Path(str(row["name"] or row["id"])).name[-80:]
        target = folder / f"{str(row['id'])[-8:]}-{name}"
        write_durably(target, content)
        written.append(str(target))
    return tuple(written), missing


@question("person.erasures", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def erasures(_caller: Caller, reader: Reader) -> tuple[Erasure, ...]:
    """Every erasure, the latest first, with the devices that are not known to have heard of it."""
    names, own = people.names(reader), own_writer(reader)
    return tuple(
        Erasure(
            row.id, row.created_at, row.reason, names.get(row.created_by or "", ""), names.get(row.second, ""),
            told.unheard(reader, row.created_at, own),
        )
        for row in reader.records(Erased, "ORDER BY created_at DESC, id DESC")
    )  # fmt: skip


@question("person.weigh", roles=ERASE_ROLES, devices=OFFICE_DEVICE)
def weigh(caller: Caller, reader: Reader, *, client: str) -> Weighed:
    """What erasing somebody would take and leave, and who may agree to it; changes nothing."""
    found = _known(reader, client)
    rows = erasure.all_of(reader, [("client", one) for one in found])
    person = reader.get(Client, found[0])
    return Weighed(
        found[0],
        person.name if person else "",
        {table: len(ids) for table, ids in rows.items()},
        len(rows.get(Attachment.table, ())),
        max(0, reader.count("SELECT count(DISTINCT signing_key) FROM device WHERE deleted = 0") - 1),
        tuple((one.id, one.name) for one in people.all_staff(reader) if _may_agree(reader, caller, one)),
    )


@verb("person.erase", roles=ERASE_ROLES, devices=OFFICE_DEVICE)
def erase(caller: Caller, tx: Transaction, *, client: str, reason: str, second: str | None) -> Gone:
    """Erase everything that names a person, here now and on every other device that meets this; two people decide.

    Concerns, visits and their times stay and count, without words. Raises Refused `second_person_needed` and
    `person_erased`, Misused `reason_missing` and `id_unknown`.
    """
    found = _known(tx, client)
    if not reason.strip():
        raise Misused("reason_missing")
    agreed = tx.get(Staff, second) if second else None
    if agreed is None or not _may_agree(tx, caller, agreed):
        raise Refused("second_person_needed")
    keys = device_keys.read(tx.connection)
    row = Erased(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, records=" ".join(found), reason=reason.strip(),
        second=agreed.id, signer=keys.signing_public, signature="",
    )  # fmt: skip
    rows = erasure.erase(tx, erasure.sign(tx.store.identity.project, row, keys.signing))
    tx.subject = found[0]
    return Gone(row.id, found[0], found, tuple(sorted((table, len(ids)) for table, ids in rows.items())))


def erase_and_sweep(
    caller: Caller, store: Store, *, client: str, reason: str, second: str | None
) -> tuple[Gone, Swept | None]:
    """Erase, then take every trace out of pages, files and copies; None when that must wait for the next opening."""
    gone = erase(caller, store, client=client, reason=reason, second=second)
    return gone, sweeping.sweep_if_waiting(store)


def _known(reader: Reader, client: str) -> tuple[str, ...]:
    """The records that are this person, the one that remains first.

    Of somebody who was erased only records that were joined to them later are left.
    """
    root = clients.root(reader, client)
    if reader.get(Client, root) is None:
        raise Misused("id_unknown", table="client", value=client)
    everyone = (root, *sorted(dossiers.joined_ids(reader, root)))
    left = tuple(one for one in everyone if not erasure.is_erased(reader, Client.table, one))
    if client not in (everyone if left == everyone else left):
        raise Refused("person_erased")
    return left


def _may_agree(reader: Reader, caller: Caller, person: Staff) -> bool:
    return not person.deleted and person.id != caller.staff and bool(people.roles_of(reader, person.id) & OFFICE_ROLES)
