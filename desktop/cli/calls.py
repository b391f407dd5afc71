"""campaign: its calls, the list of calls to make, the telephone system's files, who wants no calls."""

from pathlib import Path
from typing import Any

import msgspec

from db.errors import Misused, Unreadable
from desktop.cli.output import Answer, sentences, table
from desktop.cli.session import Session
from desktop.services.campaigns import call_changes, calls, dialling, importing, mine, observing, quiet
from desktop.services.campaigns.calls import Contact, Told
from desktop.services.campaigns.importing import Imported


def contact(session: Session) -> Answer:
    """Enter a call."""
    args = session.args
    made = calls.add(
        session.caller, session.store, campaign=session.id("campaign", args.id), staff=session.id("staff", args.staff),
        direction="called_back" if args.item else args.direction, result=args.result, at=args.at, words=args.words,
        type_code=args.type, area=args.area,
        told=Told(
            session.id_or_none("client", args.client), args.caller, args.phone, args.order,
            session.id_or_none("call_item", args.item), args.rings, args.ring_seconds, args.talk_seconds,
            session.id_or_none("staff", args.coach),
        ),
    )  # fmt: skip
    return _contact(made)


def _contact(made: Contact) -> Answer:
    data = {"contact": made.contact, "reception": made.reception, "number": made.number, "concern": made.concern}
    return Answer(data, made.contact)


def enter(session: Session) -> Answer:
    """Take down the words of a call."""
    args = session.args
    call = session.id("campaign_contact", args.contact)
    made = call_changes.enter(
        session.caller, session.store, contact=call, words=args.words, type_code=args.type, area=args.area
    )
    return _contact(made)


def name(session: Session) -> Answer:
    """Say afterwards who called."""
    args = session.args
    call = session.id("campaign_contact", args.contact)
    client = call_changes.name_caller(session.caller, session.store, contact=call, name=args.name, phone=args.phone)
    return Answer({"contact": call, "client": client}, session.say("已记下", "Noted"))


def void(session: Session) -> Answer:
    """Declare a call void."""
    call = session.id("campaign_contact", session.args.contact)
    call_changes.void(session.caller, session.store, contact=call, reason=session.args.reason)
    return Answer({"contact": call, "voided": True}, session.say("已作废", "Void"))


def observe(session: Session) -> Answer:
    """Listen to a call and score it."""
    args = session.args
    call = session.id("campaign_contact", args.contact)
    lines = mine.checklist_of(session.caller, session.store, contact=call)
    items = {_line(lines, number): True for number in args.did_lines}
    items |= {_line(lines, number): False for number in args.not_lines}
    score = observing.observe(
        session.caller, session.store, contact=call, observer=session.id("staff", args.by), items=items or None,
        words=args.words,
    )  # fmt: skip
    said = session.say("已记旁听", "Noted") if score is None else str(score)
    return Answer({"contact": call, "score": score}, said)


def _line(lines: tuple[str, ...], number: int) -> str:
    if not 1 <= number <= len(lines):
        raise Misused("checklist_line_unknown", value=str(number))
    return lines[number - 1]


def plan(session: Session) -> Answer:
    """Put a call onto the list."""
    args = session.args
    item = dialling.plan(
        session.caller, session.store, campaign=session.id("campaign", args.id), phone=args.phone,
        client=session.id_or_none("client", args.client), name=args.name, words=args.words, order_number=args.order,
        staff=session.id_or_none("staff", args.staff),
    )  # fmt: skip
    return Answer({"item": item}, item)


def dial(session: Session) -> Answer:
    """A number in full."""
    item = session.id("call_item", session.args.item)
    phone = dialling.dial(session.caller, session.store, item=item)
    return Answer({"item": item, "phone": phone}, phone)


def quiet_list(session: Session) -> Answer:
    """Who wants no calls; with an option one is added or lifted."""
    args = session.args
    if args.lift:
        quiet.lift(session.caller, session.store, quiet=session.id("do_not_call", args.lift))
    elif args.client or args.phone:
        client = session.id_or_none("client", args.client)
        quiet.add(session.caller, session.store, client=client, phone=args.phone, reason=args.reason)
    found = quiet.listed(session.caller, session.store)
    data = [
        {
            "id": one.quiet, "client": one.client, "name": one.name, "phone_masked": one.phone_masked,
            "reason": one.reason, "at": session.moment(one.at),
        }
        for one in found
    ]  # fmt: skip
    rows = [(one.name, one.phone_masked, one.reason, one.quiet) for one in found]
    return Answer({"do_not_call": data}, table(rows) or session.say("没有。", "None."))


def import_list(session: Session) -> Answer:
    """Take in a list of calls to make."""
    args = session.args
    with session.store.transaction(
        verb="campaign.import-list", by=session.caller.staff, keep=not args.dry_run
    ) as tx:  # fmt: skip
        done = importing.import_list(
            session.caller, tx, campaign=session.id("campaign", args.id), file=Path(args.file), mapping=_mapping(args)
        )
    said = session.say(
        f"读到 {done.read} 行：新增 {done.added}，已有 {done.known}，"
        f"未导入 {len(done.rejected)}，认出客户 {done.clients}",
        f"{done.read} rows: {done.added} added, {done.known} known, {len(done.rejected)} not taken, "
        f"{done.clients} clients recognised",
    )
    return _imported(session, done, said)


def import_log(session: Session) -> Answer:
    """Take in the log of calls and find them among those noted; without a file only the second."""
    args = session.args
    campaign = session.id("campaign", args.id)
    if not args.file:
        done = importing.match(session.caller, session.store, campaign=campaign, window_min=args.window_min)
    else:
        with session.store.transaction(
            verb="campaign.import-log", by=session.caller.staff, keep=not args.dry_run
        ) as tx:  # fmt: skip
            done = importing.import_log(
                session.caller, tx, campaign=campaign, file=Path(args.file), mapping=_mapping(args),
                window_min=args.window_min,
            )  # fmt: skip
    said = session.say(
        f"读到 {done.read} 行：新增 {done.added}，已有 {done.known}，"
        f"不属本次 {done.others}，未导入 {len(done.rejected)}；"
        f"对上 {done.matched} 通，待补录 {done.to_enter} 通",
        f"{done.read} rows: {done.added} added, {done.known} known, {done.others} of others, "
        f"{len(done.rejected)} not taken; {done.matched} matched, {done.to_enter} to be entered",
    )
    if done.ahead_ms:
        seconds = round(abs(done.ahead_ms) / 1000)
        ahead = done.ahead_ms > 0
        said += session.say(
            f"；话务系统比本机{'快' if ahead else '慢'} {seconds} 秒",
            f"; the telephone system is {seconds} s {'ahead' if ahead else 'behind'}",
        )
    return _imported(session, done, said)


def _mapping(args: Any) -> dict[str, str] | None:
    if not args.mapping:
        return None
    try:
        return msgspec.json.decode(Path(args.mapping).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreadable("mapping_unreadable", file=str(args.mapping)) from error


def _imported(session: Session, done: Imported, said: str) -> Answer:
    rejected = [
        {
            "row": cell.row, "column": cell.column, "value": cell.value,
            "reason": sentences(cell.reason, dict(cell.facts), session.language).message,
        }
        for cell in done.rejected
    ]  # fmt: skip
    lines = [session.say(f"第 {one['row']} 行", f"row {one['row']}") + f" {one['reason']}" for one in rejected[:20]]
    data = {
        "batch": done.batch, "read": done.read, "added": done.added, "known": done.known, "others": done.others,
        "rejected": rejected, "matched": done.matched, "to_enter": done.to_enter,
        "clock_ahead_s": None if done.ahead_ms is None else round(done.ahead_ms / 1000), "clients": done.clients,
        "header_row": done.header_row, "columns": dict(done.columns), "unmapped": list(done.unmapped),
        "dry_run": bool(session.args.dry_run),
    }  # fmt: skip
    return Answer(data, "\n".join((said, *lines)))


def export(session: Session) -> Answer:
    """Write the calls in the telephone system's columns."""
    file = Path(session.args.file)
    campaign = session.id("campaign", session.args.id)
    lines = importing.export(session.caller, session.store, campaign=campaign, file=file)
    return Answer({"file": str(file), "lines": lines}, session.say(f"{file}：{lines} 行", f"{file}: {lines} lines"))
