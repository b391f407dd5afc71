"""The closing list: what is still open after an event, line by line, until it is done or somebody says why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from db import clients, devices, doubles, event_devices
from db import closing as kept
from db.errors import Fact, Misused, Refused
from db.records import Client, ClosingReason, Device, Event, Promise, Staff
from db.store import Reader, Store, Transaction
from desktop.rules.times import local
from desktop.services.exchange import waiting
from desktop.services.forms import listing
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

# In the order of the list: what other devices still have comes before what can be done here.
KINDS = ("device", "gap", "package", "draft", "talk", "provisional", "double", "form", "promise")
# The page on which each is put right.
PLACES: Mapping[str, str] = {
    "device": "kit", "gap": "exchange", "package": "exchange", "draft": "", "talk": "", "provisional": "arrivals",
    "double": "conflicts", "form": "entry", "promise": "concerns",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a line may stay: who said so (a name, "" for the administrator) and when, UTC ms."""

    id: str
    text: str
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """One thing that is open: `key` names it for ever, `code` has its sentence and next step.

    `target` is the row to open: of a promise its concern's.
    """

    key: str
    kind: str
    code: str
    target: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    reason: Reason | None = None


@question("event.close-list", roles=FOLLOW_ROLES)
def close_list(_caller: Caller, reader: Reader, *, event: str) -> tuple[ClosingLine, ...]:
    """Everything that is open at an event, with the reasons given. Raises Misused `id_unknown`."""
    return lines(reader, event)


def is_settled(found: tuple[ClosingLine, ...]) -> bool:
    """Whether nothing is open without a reason: the event's summary is no draft any more."""
    return all(one.reason is not None for one in found)


def lines(reader: Reader, event: str) -> tuple[ClosingLine, ...]:
    """The same for other verbs, which have asked about roles themselves."""
    row = reader.known(Event, event)
    given = kept.reasons(reader, event)
    return tuple(
        ClosingLine(one.key, one.kind, one.code, one.target, one.facts, _reason(reader, given.get(one.key)))
        for one in _Looked(reader, row).everything()
    )


def _reason(reader: Reader, row: ClosingReason | None) -> Reason | None:
    if row is None:
        return None
    person = reader.get(Staff, row.created_by) if row.created_by else None
    return Reason(row.id, row.reason, person.name if person else "", row.at)


class _Looked:
    """One event looked at once."""

    def __init__(self, reader: Reader, event: Event) -> None:
        self.reader, self.event = reader, event
        self.zone = zone_of(reader)
        self.devices = {one.id: one for one in reader.records(Device, "WHERE deleted = 0 ORDER BY id")}
        self.own = self._writers(devices.own_writer(reader))

    def _writers(self, writer: str) -> frozenset[str]:
        """A device goes on as another writer after a restore: all that it has been, by its key."""
        known = self.devices.get(writer)
        same = (one.id for one in self.devices.values() if known and one.signing_key == known.signing_key)
        return frozenset((writer, *same))

    def everything(self) -> Iterator[ClosingLine]:
        for kind in KINDS:
            yield from getattr(self, f"_{kind}")()

    def _device(self) -> Iterator[ClosingLine]:
        """Devices that were meant to be there or had a door, and have brought nothing since the end."""
        planned = event_devices.planned(self.reader, self.event.id)
        meant = set(self.own)
        for line in planned:
            if not line.device:
                yield ClosingLine(f"device:{line.id}", "device", "close_device_never", line.id, {"device": line.name})
            elif line.device not in self.own:
                meant |= self._writers(line.device)
                yield from self._quiet(line.device, line.name)
        for writer in event_devices.doors_at(self.reader, self.event.id):
            if writer not in meant:
                meant |= self._writers(writer)
                known = self.devices.get(writer)
                yield from self._quiet(writer, known.name if known else writer)

    def _quiet(self, writer: str, name: str) -> Iterator[ClosingLine]:
        at = max(devices.last_heard(self.reader, one) or 0 for one in self._writers(writer))
        if at >= self.event.ends_at:
            return
        facts: dict[str, Fact] = {
            "device": name,
            "time": self._moment(at) if at else "",
            "ends": self._moment(self.event.ends_at),
        }
        code = "close_device_quiet" if at else "close_device_unheard"
        yield ClosingLine(f"device:{writer}", "device", code, writer, facts)

    def _gap(self) -> Iterator[ClosingLine]:
        for device in self.devices.values():
            count = 0 if device.id in self.own else devices.missing(self.reader, device.id)
            if count:
                facts: dict[str, Fact] = {"device": device.name, "count": count}
                yield ClosingLine(f"gap:{device.id}", "gap", "close_gap", device.id, facts)

    def _package(self) -> Iterator[ClosingLine]:
        store = self.reader.store if isinstance(self.reader, Transaction) else self.reader
        if isinstance(store, Store):
            for one in waiting.not_taken(store):
                key = f"package:{one.sha256[:16] or one.name}"
                yield ClosingLine(key, "package", "close_package", str(one.file), {"file": one.name})

    def _draft(self) -> Iterator[ClosingLine]:
        for reception, number, client, count in kept.drafts(self.reader, self.event.id):
            facts: dict[str, Fact] = {"number": number, "name": self._name(client), "count": count}
            yield ClosingLine(f"draft:{reception}", "draft", "close_draft", reception, facts)

    def _talk(self) -> Iterator[ClosingLine]:
        for talk in kept.open_talks(self.reader, self.event.id):
            host = self.reader.get(Staff, talk.host)
            facts = {
                "number": talk.number, "name": self._name(talk.client), "host": host.name if host else "",
                "time": self._moment(talk.started_at),
            }  # fmt: skip
            yield ClosingLine(f"talk:{talk.id}", "talk", "close_talk", talk.id, facts)

    def _provisional(self) -> Iterator[ClosingLine]:
        for check_in, at, desk in kept.provisional(self.reader, self.event.id):
            facts = {"time": self._moment(at), "desk": desk}
            yield ClosingLine(f"provisional:{check_in}", "provisional", "close_provisional", check_in, facts)

    def _double(self) -> Iterator[ClosingLine]:
        for one in doubles.open_doubles(self.reader, self.event.id):
            standing = [each for each in one.admissions if not each.undone]
            told = " / ".join(f"{each.desk} {self._moment(each.at)}".strip() for each in standing)
            facts = {"name": self._name(one.client), "times": told}
            # Another admission later is another line: what was said about two says nothing about three.
            yield ClosingLine(f"double:{one.client}:{len(standing)}", "double", "close_double", one.client, facts)

    def _form(self) -> Iterator[ClosingLine]:
        caller = Caller(None, frozenset({"administrator"}), "office")
        for one in listing.of_event(caller, self.reader, event=self.event.id):
            if one.standing in ("missing", "returned"):
                code = "close_form_missing" if one.standing == "missing" else "close_form_untyped"
                facts = {"number": one.number, "name": one.name}
                yield ClosingLine(f"form:{one.form}", "form", code, one.form, facts)

    def _promise(self) -> Iterator[ClosingLine]:
        for promise, number, client in kept.unsigned_promises(self.reader, self.event.id):
            facts = {"number": number, "name": self._name(client), "text": promise.text}
            yield ClosingLine(f"promise:{promise.id}", "promise", "close_promise", promise.concern, facts)

    def _name(self, client: str | None) -> str:
        return name_with_title(self.reader.get(Client, clients.root(self.reader, client))) if client else ""

    def _moment(self, at: int) -> str:
        moment, day = local(at, self.zone), local(self.event.starts_at, self.zone).date()
        return f"{moment:%H:%M}" if moment.date() == day else f"{moment:%m-%d %H:%M}"


# -- reasons and what is settled from the list -------------------------------------------------------------------------


@verb("event.closing-reason", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def give_reason(caller: Caller, tx: Transaction, *, event: str, line: str, reason: str) -> int:
    """Say why a line may stay, or every line of a kind that has no reason yet. Returns how many lines that were.

    Raises Misused `words_missing` for an empty reason, Refused `close_line_unknown` for what is not on the list.
    """
    if not reason.strip():
        raise Misused("words_missing")
    found = [
        one for one in lines(tx, event)
        if one.key == line or (one.kind == line and one.reason is None)
    ]  # fmt: skip
    if not found:
        raise Refused("close_line_unknown", line=line[:80])
    for one in found:
        tx.insert(
            ClosingReason(
                id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, line=one.key,
                reason=reason.strip(), at=tx.now,
            )
        )  # fmt: skip
    tx.subject = event
    return len(found)


@verb("event.closing-reason-back", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def take_back(_caller: Caller, tx: Transaction, *, event: str, line: str) -> int:
    """Take every reason given for a line back; returns how many there were."""
    rows = tx.records(ClosingReason, "WHERE event = :event AND line = :line AND deleted = 0", event=event, line=line)
    for row in rows:
        tx.save("closing_reason", row.id, {"deleted": 1})
    tx.subject = event
    return len(rows)


@verb("promise.sign", roles=FOLLOW_ROLES)
def sign(_caller: Caller, tx: Transaction, *, promise: str, is_signed: bool = True) -> None:
    """Say that the client's signature under a promise was seen, or take that back."""
    row = tx.known(Promise, promise)
    tx.save("promise", promise, {"signed_at": tx.now if is_signed else None})
    tx.subject = row.concern
