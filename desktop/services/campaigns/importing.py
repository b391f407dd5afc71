"""The telephone system's files: its list of calls to make, its log, and our calls back in its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from db import campaigns as kept
from db import clients, concerns, people, rosters
from db.campaign_records import CallItem, CallLog, Campaign, CampaignContact, CampaignMember
from db.ids import NAMED_AT
from db.records import Client, Concern
from db.store import Reader, Transaction
from desktop.roster.call_lists import FIELDS, CallFile, Kind, ListRow, LogRow, read_calls, read_head
from desktop.roster.sheets import write_sheet
from desktop.roster.values import RejectedCell
from desktop.rules import call_matching
from desktop.rules import campaigns as rules
from desktop.rules.call_matching import Moment
from desktop.rules.codes import label
from desktop.rules.times import local, to_ms
from desktop.services.campaigns.campaigns import of_id
from desktop.services.campaigns.counting import days_of
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

_IMPORTED = "import"
_HEADS = (
    "工单号", "分机", "呼叫方向", "呼叫时间", "客户姓名", "客户电话", "振铃秒数", "通话秒数", "通话结果", "接听人",
    "登记编号", "诉求内容", "录入时间", "录入超时", "作废原因",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: added, known and the rejected rows sum to read; of a log also `others`, calls of
    extensions or days that are not the campaign's, which are not kept.

    `matched` lines are calls that somebody noted, `to_enter` became calls whose words are still to be entered;
    `ahead_ms` is how far the telephone system's clock is ahead of ours, None where nothing was matched.
    """

    batch: str
    read: int
    added: int
    known: int
    rejected: tuple[RejectedCell, ...] = ()
    others: int = 0
    matched: int = 0
    to_enter: int = 0
    ahead_ms: int | None = None
    clients: int = 0
    header_row: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    unmapped: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands over the columns of a file: (heading, field taken for it or ""), and the fields to choose from."""

    columns: tuple[tuple[str, str], ...]
    fields: tuple[str, ...]


@question("campaign.look-at-file", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def look_at(_caller: Caller, reader: Reader, *, file: Path, kind: Kind) -> Headings:
    """The columns of a file as they would be taken, with what was said of the same headings before."""
    header = read_head(file, kind)
    known = rosters.remembered_mapping(reader, f"{kind}:{header.fingerprint}")
    if known:
        header = read_head(file, kind, known)
    pairs = zip(header.headings, header.fields, strict=True)
    columns = tuple(dict.fromkeys((heading, field or "") for heading, field in pairs if heading))
    return Headings(columns, tuple(sorted(FIELDS[kind])))


@verb("campaign.import-list", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def import_list(
    caller: Caller, tx: Transaction, *, campaign: str, file: Path, mapping: Mapping[str, str] | None = None
) -> Imported:
    """Take in a list of calls to make; its order numbers stay. The same list twice adds nothing."""
    row = of_id(tx, campaign)
    found = _read(tx, file, "list", mapping)
    batch, zone = tx.new_id(), zone_of(tx)
    extensions = {one.extension: one.staff for one in kept.members(tx, campaign) if one.extension}
    added = with_client = 0
    for line in found.listed:
        mark = f"order:{line.order_number}" if line.order_number else f"{line.phone}|{line.asked_at}|{line.words}"
        item = kept.item_id(row.id, mark)
        if tx.get(CallItem, item) is not None:
            continue
        client = _only_client(tx, line.phone)
        tx.insert(_item(line, item, row.id, client, _staff_of(tx, line, extensions), batch, zone))
        added, with_client = added + 1, with_client + (client is not None)
    tx.subject = campaign
    return Imported(
        batch, found.read, added, len(found.listed) - added, found.rejected, clients=with_client,
        header_row=found.header_row, columns=found.columns, unmapped=found.unmapped,
    )  # fmt: skip


def _item(
    line: ListRow, item: str, campaign: str, client: str | None, staff: str | None, batch: str, zone: ZoneInfo
) -> CallItem:  # fmt: skip
    return CallItem(
        id=item, created_at=NAMED_AT, campaign=campaign, order_number=line.order_number or None, phone=line.phone,
        caller=line.caller or None, client=client, staff=staff, words=line.words or None, batch=batch,
        asked_at=_at(line.asked_at, zone) if line.asked_at else None,
    )  # fmt: skip


def _staff_of(tx: Transaction, line: ListRow, extensions: Mapping[str, str]) -> str | None:
    """Whom the list means: by extension, else by name, if they take part; else anybody may make the call."""
    by_name = people.named(tx, line.staff) if line.staff else None
    return extensions.get(line.extension) or (by_name if by_name in extensions.values() else None)


@verb("campaign.import-log", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def import_log(
    caller: Caller,
    tx: Transaction,
    *,
    campaign: str,
    file: Path,
    mapping: Mapping[str, str] | None = None,
    window_min: int = call_matching.WINDOW_MIN,
) -> Imported:
    """Take in the log of the campaign's days and extensions, and find the calls that were noted among its lines.

    The same log twice changes nothing. A line without a call becomes one, to be completed.
    """
    row = of_id(tx, campaign)
    found = _read(tx, file, "log", mapping)
    zone, batch = zone_of(tx), tx.new_id()
    extensions = {one.extension for one in kept.members(tx, campaign) if one.extension}
    added = others = known = 0
    for line in found.logged:
        if line.extension not in extensions or not rules.is_within(line.at.date(), *days_of(row)):
            others += 1
            continue
        at = _at(line.at, zone)
        log = kept.log_id(line.extension, at, line.phone, line.direction)
        if tx.get(CallLog, log) is not None:
            known += 1
            continue
        tx.insert(_log(line, log, at, campaign, _only_client(tx, line.phone), batch))
        added += 1
    matched, to_enter, ahead = _match(caller, tx, row, window_min)
    tx.subject = campaign
    return Imported(
        batch, found.read, added, known, found.rejected, others, matched, to_enter, ahead,
        header_row=found.header_row, columns=found.columns, unmapped=found.unmapped,
    )  # fmt: skip


def _log(line: LogRow, log: str, at: int, campaign: str, client: str | None, batch: str) -> CallLog:
    return CallLog(
        id=log, created_at=NAMED_AT, extension=line.extension, at=at, direction=line.direction or None,
        ring_s=line.ring_s, talk_s=line.talk_s, result=line.result, phone=line.phone or None,
        order_number=line.order_number or None, client=client, campaign=campaign, batch=batch,
    )  # fmt: skip


@verb("campaign.match", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def match(
    caller: Caller, tx: Transaction, *, campaign: str, window_min: int = call_matching.WINDOW_MIN
) -> Imported:  # fmt: skip
    """Look once more for the calls of the log, as after another device's calls came in."""
    matched, to_enter, ahead = _match(caller, tx, of_id(tx, campaign), window_min)
    tx.subject = campaign
    return Imported("", 0, 0, 0, matched=matched, to_enter=to_enter, ahead_ms=ahead)


def _match(caller: Caller, tx: Transaction, row: Campaign, window_min: int) -> tuple[int, int, int | None]:
    """(lines that are calls somebody noted, lines that became calls, clock difference in ms)."""
    members = {one.staff: one for one in kept.members(tx, row.id)}
    calls = {one.id: one for one in kept.contacts(tx, row.id)}
    log = {one.id: one for one in kept.log(tx, row.id)}
    stubs = {one.id for one in calls.values() if one.source == _IMPORTED and one.reception is None}
    spoken_for = {one.contact for one in log.values() if one.contact and one.contact not in stubs}
    noted = [
        Moment(one.id, _extension(one, members), one.at, one.direction, one.phone or "")
        for one in calls.values()
        if one.id not in spoken_for and one.source != _IMPORTED and one.voided_at is None
    ]
    free = [
        Moment(one.id, one.extension, one.at, one.direction or "", one.phone or "")
        for one in log.values()
        if one.contact is None or one.contact in stubs
    ]
    found = call_matching.matched(noted, free, window_min * 60_000)
    for contact, line in found.pairs:
        stub = log[line].contact
        if stub:
            # The call itself has come from another device meanwhile.
            tx.save("campaign_contact", stub, {"deleted": 1})
        tx.save("call_log", line, {"contact": contact})
        _complete(tx, calls[contact], log[line])
    paired = {line for _, line in found.pairs}
    new = [one for one in log.values() if one.contact is None and one.id not in paired]
    by_extension = {one.extension: one for one in members.values() if one.extension}
    for one in new:
        tx.save("call_log", one.id, {"contact": _stub(caller, tx, row, by_extension[one.extension], one)})
    return len(found.pairs), len(new), found.ahead_ms


def _extension(contact: CampaignContact, members: Mapping[str, CampaignMember]) -> str:
    member = members.get(contact.staff)
    return contact.extension or (member.extension if member else None) or ""


def _complete(tx: Transaction, contact: CampaignContact, line: CallLog) -> None:
    """What the telephone system knows and nobody wrote; where nobody was named, whose number it is."""
    told = {
        "ring_s": line.ring_s, "talk_s": line.talk_s, "phone": line.phone, "order_number": line.order_number,
        "client": line.client, "extension": line.extension,
    }  # fmt: skip
    new = {name: value for name, value in told.items() if value and getattr(contact, name) is None}
    if new:
        tx.save("campaign_contact", contact.id, new)
    if line.client and contact.client is None and contact.reception:
        tx.save("reception", contact.reception, {"client": line.client})
        for concern in concerns.of_talk(tx, contact.reception):
            if concern.client is None:
                tx.save("concern", concern.id, {"client": line.client})


def _stub(caller: Caller, tx: Transaction, row: Campaign, member: CampaignMember, line: CallLog) -> str:
    return tx.insert(
        CampaignContact(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, campaign=row.id, staff=member.staff,
            direction=line.direction or rules.RECEIVED, at=line.at, result=line.result or "no_answer",
            source=_IMPORTED, client=line.client, phone=line.phone, order_number=line.order_number,
            extension=line.extension, ring_s=line.ring_s, talk_s=line.talk_s, coach=member.coach, batch=line.batch,
        )
    )  # fmt: skip


@verb("campaign.export", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def export(_caller: Caller, tx: Transaction, *, campaign: str, file: Path) -> int:
    """Write the calls of a campaign in the telephone system's columns (XLSX, CSV), numbers in full, a line for each
    concern. Returns the number of lines."""
    row, zone = of_id(tx, campaign), zone_of(tx)
    names = people.names(tx)
    talks = kept.talks(tx, row.event)
    lines: list[tuple[str, ...]] = []
    for one in kept.contacts(tx, campaign):
        talk = talks.get(one.reception or "")
        person = tx.get(Client, clients.root(tx, one.client)) if one.client else None
        lead = (
            one.order_number or "", one.extension or "", label("call_direction", one.direction, "zh"),
            f"{local(one.at, zone):%Y-%m-%d %H:%M:%S}", name_with_title(person) or one.caller or "",
            one.phone or (person.phone if person else None) or "", _figure(one.ring_s), _figure(one.talk_s),
            label("call_result", one.result, "zh"), names.get(one.staff, ""),
        )  # fmt: skip
        heard = concerns.of_talk(tx, one.reception) if one.reception else ()
        tail = [_heard(concern, row, one, zone) for concern in heard]
        for end in tail or [(talk.number if talk else "", "", "", "")]:
            lines.append((*lead, *end, one.void_reason or ""))
    write_sheet(file, _HEADS, lines, title=row.name)
    tx.subject = campaign
    return len(lines)


def _heard(concern: Concern, row: Campaign, call: CampaignContact, zone: ZoneInfo) -> tuple[str, str, str, str]:
    """Number, words, when they were entered, whether that was late."""
    is_late = rules.is_late(call.at, concern.created_at, row.entry_min or rules.ENTRY_MIN)
    entered = f"{local(concern.created_at, zone):%Y-%m-%d %H:%M:%S}"
    return concern.number, concern.words, entered, "是" if is_late else ""


def _figure(value: int | None) -> str:
    return "" if value is None else str(value)


def _read(tx: Transaction, file: Path, kind: Kind, mapping: Mapping[str, str] | None) -> CallFile:
    """Read a file, with a mapping made now or remembered from one with the same headings."""
    found = read_calls(file, kind, mapping)
    key = f"{kind}:{found.fingerprint}"
    if mapping:
        rosters.remember_mapping(tx, key, mapping)
        return found
    known = rosters.remembered_mapping(tx, key)
    return read_calls(file, kind, known) if known else found


def _only_client(reader: Reader, phone: str) -> str | None:
    found = clients.with_phone(reader, phone) if phone else ()
    return found[0][0] if len(found) == 1 else None


def _at(moment: datetime, zone: ZoneInfo) -> int:
    return to_ms(moment.replace(tzinfo=zone))
