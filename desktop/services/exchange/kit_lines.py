"""Which devices are meant for an event, and how each of them stands by what it has answered."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from db import devices, event_devices
from db.devices import Trusted
from db.errors import Misused
from db.records import Event, EventDevice
from db.store import Reader, Transaction
from db.vault.device_keys import fingerprint
from desktop.rules import kits
from desktop.rules.kits import Finding, Standing
from desktop.services.exchange.kit_files import AnswerBody
from desktop.services.opening import DEVICE_ROLES
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb


@dataclass(frozen=True, slots=True)
class Line:
    """A device meant for an event as the office knows it; `fingerprint` "" while none has answered, times in UTC ms."""

    line: str
    name: str
    role: str
    needs: tuple[str, ...]
    standing: Standing
    findings: tuple[Finding, ...] = ()
    device: str = ""
    fingerprint: str = ""
    answered_at: int | None = None


@verb("event.plan-device", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def plan_device(
    caller: Caller, tx: Transaction, *, event: str, name: str, role: str, needs: tuple[str, ...] = (), device: str = ""
) -> str:
    """Mean a device for an event: a new one by its name, or one of ours (`device`). Returns the line's id.

    A name that stands there already keeps its line and takes the new role and needs.
    """
    tx.known(Event, event)
    if role not in DEVICE_ROLES:
        raise Misused("code_unknown", list="device_role", value=role, choices=" ".join(DEVICE_ROLES))
    unknown = [one for one in needs if one not in kits.NEEDS]
    if unknown:
        raise Misused("code_unknown", list="needs", value=unknown[0], choices=" ".join(kits.NEEDS))
    if not name.strip():
        raise Misused("name_missing")
    tx.subject = event
    asked = " ".join(needs) or None
    for one in event_devices.planned(tx, event):
        if one.name == name.strip() or (device and one.device == device):
            tx.save("event_device", one.id, {"name": name.strip(), "role": role, "needs": asked})
            return one.id
    return tx.insert(
        EventDevice(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, name=name.strip(), role=role,
            needs=asked, device=device or None,
        )
    )  # fmt: skip


@verb("event.drop-device", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def drop_device(_caller: Caller, tx: Transaction, *, line: str, is_back: bool = False) -> None:
    """Mean a device no longer for its event, or once more."""
    row = tx.known(EventDevice, line)
    tx.save("event_device", line, {"deleted": int(not is_back)})
    tx.subject = row.event


@question("event.kit-lines", roles=OFFICE_ROLES)
def lines(_caller: Caller, reader: Reader, *, event: str, kit_list: str = "") -> tuple[Line, ...]:
    """How every device meant for an event stands; `kit_list` is the SHA-256 of the list that they should have."""
    trusted = {one.signing_key: one for one in devices.trusted(reader)}
    return tuple(_line(one, trusted, kit_list) for one in event_devices.planned(reader, event))


def _line(row: EventDevice, trusted: Mapping[str | None, Trusted], kit_list: str) -> Line:
    answer = answer_of(row)
    needs = tuple((row.needs or "").split())
    if answer is None or row.answered_at is None:
        return Line(row.id, row.name, row.role, needs, "waiting", device=row.device or "")
    told = tuple(Finding(one.code, _state(one.state), one.facts) for one in answer.findings)
    findings = kits.seen_from_office(told, answered_at=answer.at, read_at=row.answered_at)
    standing = kits.standing(
        has_answer=True, is_trusted=answer.signing_key in trusted, findings=findings,
        is_current=not kit_list or answer.list == kit_list,
    )  # fmt: skip
    return Line(
        row.id, row.name, row.role, needs, standing, findings, answer.device, fingerprint(answer.signing_key), answer.at
    )


def _state(text: str) -> kits.State:
    return "ready" if text == "ready" else "warn" if text == "warn" else "lacks"


def answer_of(row: EventDevice) -> AnswerBody | None:
    """The answer that a line keeps; another program may have written what this one cannot read."""
    try:
        return msgspec.json.decode(row.answer or "", type=AnswerBody)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
