"""The event kit on a device: made a device of the project or brought up to date, looked over, and answered."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db import devices, event_devices
from db.errors import Refused, Trouble, Unreadable
from db.store import Store, Transaction
from db.vault import device_keys
from db.vault.device_keys import fingerprint
from desktop.rules import kits
from desktop.rules.kits import Finding
from desktop.services.exchange import cards, kit_files, packages, vouching
from desktop.services.exchange.kit_files import CARD, LIST, AnswerBody, AnswerFinding, Kit, KitLine
from desktop.services.keeping import backups
from desktop.services.opening import join_project
from desktop.services.papers import printing
from desktop.services.people import pin
from desktop.services.registry import ANYONE, Caller, administrator, verb

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of taking a kit: for which event and line, this device's fingerprint, and everything looked at."""

    event: str
    title: str
    line: str
    name: str
    role: str
    fingerprint: str
    findings: tuple[Finding, ...]
    has_joined: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether nothing is lacking here; whether the office trusts this device is for the office to say."""
        return all(one.state != "lacks" for one in self.findings)


def line_for(kit: Kit, name: str, device: str = "") -> KitLine | None:
    """The line meant for a device: its own, else the one of this name, else the first that nobody has taken.

    A device that asks for a name that is not there gets none; without a name the first free line is offered.
    """
    lines = kit.body.lines
    own = next((one for one in lines if device and one.device == device), None)
    named = next((one for one in lines if one.name == name.strip()), None)
    if own or named or name.strip():
        return own or named
    answered = {one.line for one in kit_files.read_answers(kit.folder)[0]}
    return next((one for one in lines if not one.device and one.id not in answered), None)


def join(
    path: Path, folder: Path, *, name: str | None, role: str | None, passphrase: str | None
) -> tuple[Store, KitLine | None]:
    """Make this computer a device of the kit's project by its card; the kit has to be by the same office.

    Without a name and a role those of the line meant for it are taken. Raises as `join_project` does, Unreadable for
    a kit that is damaged, Misused for roles that are none.
    """
    kit = kit_files.read_kit(folder)
    card = cards.read_card(kit.folder / CARD)
    if card.signing_key != kit.body.signing_key or card.project.id != kit.body.project:
        raise Unreadable("kit_damaged", file=CARD)
    line = line_for(kit, name or "")
    store = join_project(
        path, kit.folder / CARD, device_name=name or (line.name if line else None),
        role=role or (line.role if line else "kiosk"), passphrase=passphrase,
    )  # fmt: skip
    return store, line


def take(caller: Caller, store: Store, *, folder: Path) -> Taken:
    """Take a kit: the list, whom its office vouches for, a look over this device, the answer back into the folder.

    Raises Unreadable `kit_missing`, `kit_damaged`, `kit_newer`, `other_project`; Refused `kit_is_ours` on the device
    that wrote it and `unknown_device` while its office is not trusted here.
    """
    kit = kit_files.read_kit(folder)
    _check_office(store, kit)
    trouble = ""
    try:
        came = packages.take_in(caller, store, file=kit.folder / LIST, before_merge=backups.before_merge)
        trouble = "" if came.taken else came.outcome
    except Trouble as error:
        trouble = error.code
    return answer(caller, store, kit=kit, list_trouble=trouble)


def take_found(caller: Caller, store: Store, *, folders: Sequence[Path]) -> Taken | None:
    """Take the kit of this project that is among `folders`; None where there is none. Raises as `take` does."""
    for folder in folders:
        if len(folders) == 1 or kit_files.is_of_project(folder, store.identity.project):
            return take(caller, store, folder=folder)
    return None


def take_as_new(path: Path, folder: Path, *, name: str | None, role: str | None, passphrase: str | None) -> Taken:
    """The same for a computer that has no database yet: it is made by the kit's card first."""
    store, _ = join(path, folder, name=name, role=role, passphrase=passphrase)
    with store:
        done = take(administrator(store), store, folder=folder)
    return Taken(
        done.event, done.title, done.line, done.name, done.role, done.fingerprint, done.findings, has_joined=True
    )


@verb("event.take", roles=ANYONE)
def answer(caller: Caller, tx: Transaction, *, kit: Kit, list_trouble: str = "") -> Taken:
    """Trust those for whom the kit's office vouches, look this device over, and lay the answer into the folder."""
    vouching.believe(tx, kit.vouched())
    card = cards.read_card(kit.folder / CARD)
    if card.pin_hash:
        # One PIN opens the staff's corner of every kiosk of the event.
        pin.take_over(tx, card.pin_hash)
    identity, keys, body = tx.store.identity, device_keys.read(tx.connection), kit.body
    line = line_for(kit, identity.name, identity.writer)
    others = {one.signing_key for one in kit.vouched()} - {keys.signing_public}
    trusted = {one.signing_key for one in devices.trusted(tx)}
    findings = kits.judge(
        kits.Expected(
            made_at=body.made_at, ends_at=body.ends_at, codes=body.codes, staff=body.staff,
            needs=line.needs if line else (), others=max(len(others), _meant(body, identity.writer)),
        ),
        kits.Seen(
            at=tx.now,
            free_mb=shutil.disk_usage(tx.store.path.parent).free // _MB,
            codes=event_devices.on_list(tx, body.event),
            staff=event_devices.staff_on_duty(tx, body.event),
            printers=_printers(tx, line),
            trusted_others=len(others & trusted),
            list_trouble=list_trouble,
        ),
    )  # fmt: skip
    kit_files.write_answer(
        kit.folder,
        AnswerBody(
            format=kit_files.FORMAT, project=identity.project, event=body.event, line=line.id if line else "",
            device=identity.writer, name=identity.name, role=identity.role, signing_key=keys.signing_public,
            recipient=keys.recipient, at=tx.now, list=kit.list_digest,
            findings=tuple(AnswerFinding(one.code, one.state, dict(one.facts)) for one in findings),
        ),
        keys.signing,
    )  # fmt: skip
    tx.subject = body.event
    return Taken(
        body.event, body.title, line.id if line else "", identity.name, identity.role, fingerprint(keys.signing_public),
        findings,
    )  # fmt: skip


def _printers(tx: Transaction, line: KitLine | None) -> int:
    """How many printers there are; the system is asked only where one is wanted."""
    is_wanted = line is not None and kits.PRINTER in line.needs
    return len(printing.printers(administrator(tx.store), tx).names) if is_wanted else 0


def _meant(body: kit_files.KitBody, writer: str) -> int:
    """How many other devices there will be: the office and the lines but this one."""
    has_line = any(one.device in ("", writer) for one in body.lines)
    return len(body.lines) + 1 - has_line


def _check_office(store: Store, kit: Kit) -> None:
    """Only the kit of an office that is trusted here is taken, and never one's own."""
    body = kit.body
    if body.project != store.identity.project:
        raise Unreadable("other_project")
    if body.signing_key == device_keys.read(store.connection).signing_public:
        raise Refused("kit_is_ours")
    if body.signing_key not in event_devices.vouching_keys(store):
        print_ = fingerprint(body.signing_key)
        raise Refused("unknown_device", device=body.made_by, fingerprint=print_)
