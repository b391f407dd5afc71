"""The event kit in the office: which devices are meant, the folder written, their answers read, whom we vouch for."""

import json
from dataclasses import dataclass
from pathlib import Path

import msgspec

from db import devices, event_devices, events
from db.devices import Trusted
from db.errors import Refused, Unreadable
from db.files import file_trouble
from db.records import NAMES, Device, DeviceVouch, Event, EventDevice
from db.store import Transaction
from db.vault import device_keys
from db.vault.device_keys import fingerprint
from desktop.services.exchange import cards, kit_files, packages, vouching
from desktop.services.exchange.kit_files import ANSWERS, CARD, FORMS, LIST, AnswerBody, KitBody, KitLine
from desktop.services.exchange.kit_lines import Line, answer_of, drop_device, lines, plan_device
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb

__all__ = [
    "Line", "Prepared", "Round", "confirm", "drop_device", "lines", "plan_device", "prepare", "read_round",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prepared:
    """A kit that was written: its folder, its files with their bytes, its lines."""

    folder: Path
    files: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """What the folder brought back: how many answers were new, files that are no answers, the lines as they stand."""

    answers: int
    spoilt: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def is_ready(self) -> bool:
        """Whether every device is."""
        return bool(self.lines) and all(one.standing == "ready" for one in self.lines)


# -- out ---------------------------------------------------------------------------------------------------------------


@verb("event.kit", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def prepare(caller: Caller, tx: Transaction, *, event: str, folder: Path, has_forms: bool = True) -> Prepared:
    """Write an event's kit into a folder: card, list, forms, roster of devices and the office's clock.

    Devices of ours that are meant and trusted are vouched for. Answers that lie there stay. Raises StoreTrouble when
    the folder cannot be written, Refused `kit_without_devices` while none is meant.
    """
    from desktop.services.papers import forms

    row = tx.known(Event, event)
    planned = event_devices.planned(tx, event)
    if not planned:
        raise Refused("kit_without_devices", event=row.title)
    try:
        (folder / ANSWERS).mkdir(parents=True, exist_ok=True)
        # What is half written is no kit: the old one goes first, the new one comes last.
        for name in (kit_files.KIT, FORMS):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise file_trouble(error, folder) from error
    _vouch_for_ours(tx, planned)
    cards.write_card(caller, tx, file=folder / CARD)
    names = [CARD, LIST]
    if has_forms and forms.write_forms(caller, tx, event=event, pdf=folder / FORMS).pages:
        names.append(FORMS)
    packages.export(caller, tx, file=folder / LIST)
    tx.subject = event
    _sign(tx, folder, row, {name: kit_files.digest_of(folder / name) for name in names})
    sizes = tuple((name, (folder / name).stat().st_size) for name in (kit_files.KIT, *names))
    kit_list = kit_files.digest_of(folder / LIST)
    return Prepared(folder, sizes, lines(caller, tx, event=event, kit_list=kit_list))


def _sign(tx: Transaction, folder: Path, row: Event, files: dict[str, str], before: KitBody | None = None) -> None:
    """Write `event.kit`; over one that is there already what belongs to its list, and its time, stay as they were."""
    keys = device_keys.read(tx.connection)
    kit_files.write_kit(
        folder,
        KitBody(
            format=kit_files.FORMAT,
            project=tx.store.identity.project,
            project_name=events.project(tx).name,
            event=row.id,
            title=row.title,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            made_at=before.made_at if before else tx.now,
            made_by=tx.store.identity.name,
            signing_key=keys.signing_public,
            files=files,
            lines=tuple(
                KitLine(one.id, one.name, one.role, tuple((one.needs or "").split()), one.device or "")
                for one in event_devices.planned(tx, row.id)
            ),
            vouched=tuple({n: getattr(one, n) for n in NAMES["device_vouch"]} for one in _valid_vouches(tx)),
            codes=before.codes if before else event_devices.on_list(tx, row.id),
            staff=before.staff if before else event_devices.staff_on_duty(tx, row.id),
        ),
        keys.signing,
    )


def _valid_vouches(tx: Transaction) -> tuple[DeviceVouch, ...]:
    return tuple(one for one in event_devices.vouches(tx) if vouching.is_signed(one, tx.store.identity.project))


def _vouch_for_ours(tx: Transaction, planned: tuple[EventDevice, ...]) -> None:
    """Vouch for this office itself and for every device meant that a person has trusted before."""
    identity, keys = tx.store.identity, device_keys.read(tx.connection)
    trusted = {one.signing_key for one in devices.trusted(tx)}
    vouching.vouch(
        tx, device=identity.writer, name=identity.name, role=identity.role, signing_key=keys.signing_public,
        recipient=keys.recipient,
    )  # fmt: skip
    for line in planned:
        known = tx.get(Device, line.device) if line.device else None
        if known is not None and known.signing_key in trusted and known.id != identity.writer:
            vouching.vouch(
                tx, device=known.id, name=known.name, role=known.role, signing_key=known.signing_key,
                recipient=known.recipient,
            )  # fmt: skip


# -- back --------------------------------------------------------------------------------------------------------------


@verb("event.kit-round", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def read_round(caller: Caller, tx: Transaction, *, event: str, folder: Path) -> Round:
    """Read what the devices have answered, and write into the kit for whom this office vouches.

    A device that nobody knows is shown for comparing, never trusted by itself. Raises Unreadable `kit_missing`,
    `kit_damaged`; Refused `kit_of_another_event`.
    """
    kit = _own_kit(tx, event, folder)
    answers, spoilt = kit_files.read_answers(kit.folder)
    ours = [one for one in answers if (one.project, one.event) == (tx.store.identity.project, event)]
    fresh = sum(_keep_answer(caller, tx, one) for one in ours)
    trusted = {one.signing_key for one in devices.trusted(tx)}
    for one in ours:
        if one.signing_key in trusted:
            _vouch_for(tx, one)
    _sign(tx, kit.folder, tx.known(Event, event), kit.body.files, kit.body)
    tx.subject = event
    return Round(fresh, spoilt, lines(caller, tx, event=event, kit_list=kit.list_digest))


@verb("event.vouch", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def confirm(caller: Caller, tx: Transaction, *, event: str, fingerprint_text: str, folder: Path | None = None) -> str:
    """Trust a device that has answered, two people having compared its fingerprint, and vouch for it to the others.

    With the kit's folder the vouch goes there too; else it travels with the office's packages. Returns the line's
    name. Raises Refused `kit_no_such_answer`.
    """
    wanted = fingerprint_text.strip().upper()
    for row in event_devices.planned(tx, event):
        answer = answer_of(row)
        if answer is None or fingerprint(answer.signing_key) != wanted:
            continue
        known = Trusted(wanted, answer.device, answer.name, answer.signing_key, answer.recipient)
        devices.trust(tx, known, vouches=answer.role == vouching.OFFICE)
        _vouch_for(tx, answer)
        if folder is not None:
            kit = _own_kit(tx, event, folder)
            _sign(tx, kit.folder, tx.known(Event, event), kit.body.files, kit.body)
        tx.subject = answer.device
        return row.name
    raise Refused("kit_no_such_answer", value=wanted[:80])


def _own_kit(tx: Transaction, event: str, folder: Path) -> kit_files.Kit:
    kit = kit_files.read_kit(folder)
    if kit.body.project != tx.store.identity.project:
        raise Unreadable("other_project")
    if kit.body.event != event:
        raise Refused("kit_of_another_event", title=kit.body.title)
    return kit


def _keep_answer(caller: Caller, tx: Transaction, answer: AnswerBody) -> int:
    """Keep an answer with its line; a device that nobody meant gets a line of its own. Returns whether it was new."""
    line = _line_of(tx, answer)
    text = json.dumps(msgspec.to_builtins(answer), ensure_ascii=False, sort_keys=True)
    if line is None:
        taken = {one.name for one in event_devices.planned(tx, answer.event)}
        name = answer.name if answer.name not in taken else f"{answer.name} {answer.device[-4:]}"
        made = plan_device(caller, tx, event=answer.event, name=name, role=answer.role, device=answer.device)
        line = tx.get(EventDevice, made)
    if line is None or line.answer == text:
        return 0
    tx.save("event_device", line.id, {"device": answer.device, "answer": text, "answered_at": tx.now})
    return 1


def _line_of(tx: Transaction, answer: AnswerBody) -> EventDevice | None:
    """The line that a device answers for: its own, the one it names if nobody else has it, or one of its name."""
    planned = event_devices.planned(tx, answer.event)
    free = [one for one in planned if one.device in (None, "", answer.device)]
    for one in planned:
        if one.device == answer.device:
            return one
    return next((one for one in free if one.id == answer.line), None) or next(
        (one for one in free if one.name == answer.name), None
    )


def _vouch_for(tx: Transaction, answer: AnswerBody) -> None:
    vouching.vouch(
        tx, device=answer.device, name=answer.name, role=answer.role, signing_key=answer.signing_key,
        recipient=answer.recipient,
    )  # fmt: skip
