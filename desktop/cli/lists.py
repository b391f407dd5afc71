"""event, staff, client, invitation."""

from pathlib import Path
from typing import Any

import msgspec

from db.errors import Unreadable
from desktop.cli.arguments import pairs
from desktop.cli.output import Answer, sentences, table
from desktop.cli.session import Session
from desktop.roster.values import RejectedCell
from desktop.services.events import events
from desktop.services.guests import clients, invitations
from desktop.services.people import staff
from desktop.services.rosters import imports, undo

ROWS_IN_TEXT = 20


def event_add(session: Session) -> Answer:
    """Add an event."""
    args = session.args
    event = events.add(
        session.caller,
        session.store,
        node=args.node,
        title=args.title,
        starts=args.starts,
        ends=args.ends,
        place=args.place,
    )
    return Answer({"event": event}, event)


def event_list(session: Session) -> Answer:
    """Every event."""
    lines = events.everything(session.caller, session.store)
    data = [
        {
            "event": line.event.id,
            "number": line.event.number,
            "node": line.event.node,
            "title": line.event.title,
            "place": line.event.place,
            "starts": session.moment(line.event.starts_at),
            "ends": session.moment(line.event.ends_at),
            "invited": line.invited,
            "arrived": line.arrived,
        }
        for line in lines
    ]
    rows = [
        (
            f"{line.event.number:02d}",
            session.minute(line.event.starts_at),
            line.event.title,
            session.say(f"受邀 {line.invited}", f"invited {line.invited}"),
            session.say(f"到访 {line.arrived}", f"arrived {line.arrived}"),
            line.event.id,
        )
        for line in lines
    ]
    return Answer({"events": data}, table(rows))


def staff_add(session: Session) -> Answer:
    """Add a person."""
    args = session.args
    added = staff.add(
        session.caller,
        session.store,
        name=args.name,
        level=args.level,
        department=args.department,
        post=args.post,
        roles=args.role,
    )
    return Answer({"staff": added}, added)


def staff_import(session: Session) -> Answer:
    """Add everybody of a list."""
    added = staff.import_file(session.caller, session.store, file=Path(session.args.file))
    return Answer({"staff": list(added)}, session.say(f"新增 {len(added)} 人", f"{len(added)} people added"))


def staff_list(session: Session) -> Answer:
    """Everybody."""
    found = staff.everybody(session.caller, session.store)
    data = [
        {
            "staff": person.id,
            "name": person.name,
            "level": person.level,
            "department": person.department,
            "post": person.post,
            "roles": sorted(roles),
        }
        for person, roles in found
    ]
    rows = [
        (
            person.name,
            person.post or session.words("level", person.level),
            " ".join(session.words("role", role) for role in sorted(roles)),
            person.id,
        )
        for person, roles in found
    ]
    return Answer({"staff": data}, table(rows))


def client_import(session: Session) -> Answer:
    """Take a client list in."""
    args = session.args
    event = session.id("event", args.event)
    mapping = _mapping(Path(args.mapping)) if args.mapping else None

    def progress(done: int, total: int) -> None:
        if done % 10_000 == 0:
            session.progress(f"正在导入 {done:,} / {total:,}", f"importing {done:,} / {total:,}")

    with session.store.transaction(verb="client.import", by=session.caller.staff, keep=not args.dry_run) as tx:
        result = imports.import_list(
            session.caller, tx, file=Path(args.file), event=event, mapping=mapping, progress=progress,
            decided={**dict.fromkeys(args.same, "same"), **dict.fromkeys(args.skip, "skip")},
        )  # fmt: skip
    rejected = [
        {"row": cell.row, "column": cell.column, "value": cell.value, "reason": _reason(session, cell)}
        for cell in result.rejected
    ]
    data: dict[str, Any] = {
        "batch": result.batch,
        "read": result.read,
        "added": result.added,
        "updated": result.updated,
        "duplicates": result.duplicates,
        "rejected": rejected,
        "possible_duplicates": [
            {
                "row": one.row,
                "name": one.name,
                "same": one.kind,
                "client": one.other,
                "as": one.other_name,
                "as_row": one.other_row,
                "decision": one.decision or None,
            }
            for one in result.twins
        ],
        "encoding": result.encoding,
        "header_row": result.header_row,
        "columns": dict(result.columns),
        "unmapped": list(result.unmapped),
        "dry_run": bool(args.dry_run),
    }
    return Answer(data, _import_text(session, result, rejected))


def _mapping(file: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreadable("mapping_unreadable", file=str(file)) from error


def _reason(session: Session, cell: RejectedCell) -> str:
    return sentences(cell.reason, dict(cell.facts), session.language).message


def _import_text(session: Session, result: imports.ImportResult, rejected: list[dict[str, Any]]) -> str:
    lines = [
        session.say(
            f"读到 {result.read} 行：新增 {result.added}，更新 {result.updated}，重复 {result.duplicates}，"
            f"未导入 {len(rejected)}。批次 {result.batch}",
            f"{result.read} rows: {result.added} added, {result.updated} updated, {result.duplicates} duplicates, "
            f"{len(rejected)} not taken. Batch {result.batch}",
        )
    ]
    for cell in rejected[:ROWS_IN_TEXT]:
        where = session.say(f"第 {cell['row']} 行 {cell['column']}", f"row {cell['row']} {cell['column']}")
        lines.append(f"  {where} “{cell['value']}” {cell['reason']}")
    if len(rejected) > ROWS_IN_TEXT:
        more = len(rejected) - ROWS_IN_TEXT
        lines.append(session.say(f"  还有 {more} 行，用 --json 看全部", f"  {more} more, see --json"))
    doubtful = sum(not one.decision for one in result.twins)
    if doubtful:
        lines.append(
            session.say(
                f"可能重复 {doubtful} 行，用 --json 看；同一人用 --same 行号，不导入用 --skip 行号",
                f"{doubtful} rows may be somebody known, see --json; --same ROW joins one, --skip ROW leaves it out",
            )
        )
    if result.unmapped:
        lines.append(session.say("未识别的列：", "columns not recognised: ") + "、".join(result.unmapped))
    if session.args.dry_run:
        lines.append(session.say("这是试导入，数据库没有改动。", "This was a dry run; nothing was changed."))
    return "\n".join(lines)


def client_set(session: Session) -> Answer:
    """Correct a client."""
    changes = pairs(session.args.fields)
    client = session.id("client", session.args.id)
    changed = clients.set_fields(session.caller, session.store, client=client, changes=changes)
    return Answer({"client": client, "changed": changed}, session.say(f"改了 {changed} 处", f"{changed} changed"))


def client_join(session: Session) -> Answer:
    """Join two clients."""
    first, second = (session.id("client", text) for text in (session.args.first, session.args.second))
    remaining = clients.join(session.caller, session.store, first=first, second=second)
    return Answer({"client": remaining}, session.say(f"已并为一人 {remaining}", f"Joined as {remaining}"))


def client_import_undo(session: Session) -> Answer:
    """Undo an import."""
    done = undo.undo(session.caller, session.store, batch=session.args.batch)
    data = {"batch": done.batch, "removed": done.removed, "restored": done.restored, "kept": done.kept}
    text = session.say(
        f"撤销：移除 {done.removed} 位，恢复 {done.restored} 处，保留 {done.kept} 位（已到访或已有诉求）",
        f"Undone: {done.removed} removed, {done.restored} restored, {done.kept} kept (came or spoke since)",
    )
    return Answer(data, text)


def client_search(session: Session) -> Answer:
    """Find clients."""
    args = session.args
    event = session.id_or_none("event", args.event)
    found = clients.find(session.caller, session.store, query=args.query, event=event, limit=args.limit)
    data = [
        {"id": one.id, "name": one.name, "room": one.room, "phone_masked": one.phone_masked, "title": one.title}
        for one in found
    ]
    rows = [(one.name, one.title or "", one.room or "", one.phone_masked or "", one.id) for one in found]
    text = table(rows) or session.say("没有找到。换个写法试试。", "Not found. Try another spelling.")
    return Answer({"clients": data}, text)


def invitation_issue(session: Session) -> Answer:
    """Print and hand out invitations."""
    args = session.args
    issued = invitations.issue(
        session.caller,
        session.store,
        event=session.id("event", args.event),
        pdf=Path(args.pdf) if args.pdf else None,
        png=Path(args.png) if args.png else None,
        list_file=Path(args.csv) if args.csv else None,
        client=session.id_or_none("client", args.client),
    )
    data = {
        "invitations": issued.invitations,
        "elsewhere": issued.elsewhere,
        "pages": issued.pages,
        "missing": [{"text": one.text, "characters": one.characters} for one in issued.missing],
    }
    text = session.say(
        f"{issued.invitations} 份邀请；{issued.elsewhere} 份由另一台办公电脑发出，请在那里打印",
        f"{issued.invitations} invitations; {issued.elsewhere} were issued on another office computer: print there",
    )
    return Answer(data, text)


def invitation_revoke(session: Session) -> Answer:
    """Revoke a client's invitations to an event."""
    client, event = session.id("client", session.args.client), session.id("event", session.args.event)
    revoked = invitations.revoke(session.caller, session.store, client=client, event=event)
    return Answer({"client": client, "revoked": revoked}, session.say(f"收回 {revoked} 份", f"{revoked} revoked"))
