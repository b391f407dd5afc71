"""history, concern remind, concern export."""

from pathlib import Path
from typing import Any

from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.rules.codes import codes
from desktop.services.concerns import exporting, listing, reminding
from desktop.services.history import trail, undoing
from desktop.services.history.entries import Entry, FieldChange, Trail
from desktop.services.history.naming import Value

_KINDS = {
    "made": ("建立", "made"),
    "changed": ("修改", "changed"),
    "step": ("办理", "step"),
    "words": ("补充原话", "words added"),
    "promise": ("承诺", "promise"),
    "reminder": ("催签", "reminder"),
    "attachment": ("附件", "attachment"),
}

_DEEDS = {
    "record.open": ("打开", "opened"),
    "history.show": ("看了历史", "looked at the history"),
    "client.unmask": ("看了完整电话", "saw the telephones in full"),
    "call.dial": ("看了完整电话去拨打", "saw the telephone in full to dial it"),
    "paper.copy": ("打印客户联", "printed the client's copy"),
    "paper.dispatch": ("打印派单函", "printed its work order"),
    "paper.form": ("打印活动的反馈表", "printed the event's forms"),
    "paper.summary": ("打印活动总结", "printed the event's summary"),
    "invitation.issue": ("制作活动的邀请", "made the event's invitations"),
    "invitation.export-contacts": ("导出邀约名单", "saved the call list"),
    "invitation.remind": ("复制提醒话术", "copied the reminders"),
    "concern.export": ("随清单导出", "exported in a list"),
    "export.sqlite": ("随全部资料导出", "exported with everything"),
}


def history(session: Session) -> Answer:
    """What became of a record, and who saw it; with --undo, take the last change of a field back."""
    args = session.args
    table, row = trail.find(session.store, args.id, args.table or "")
    if args.undo:
        field = undoing.undo_last(session.caller, session.store, table=table, row=row, field=args.undo)
        said = session.say(f"已撤销：{field}", f"Taken back: {field}")
        return Answer({"table": table, "id": row, "undone": field}, said)
    found = trail.show(session.caller, session.store, table=table, row=row)
    return Answer(_as_data(session, found), _as_text(session, found))


def _as_data(session: Session, found: Trail) -> dict[str, Any]:
    seen = None if found.seen is None else [_seen(session, one) for one in found.seen]
    return {
        "table": found.table, "id": found.row, "title": found.title, "about": found.about,
        "entries": [_entry(session, one) for one in found.entries], "seen": seen,
    }  # fmt: skip


def _entry(session: Session, one: Entry) -> dict[str, Any]:
    return {
        "at": session.moment(one.at), "kind": one.kind, "table": one.table, "id": one.row, "who": one.who,
        "entered_by": one.entered_by, "device": one.device, "means": one.means, "verb": one.verb, "state": one.state,
        "about": one.about,
        "fields": [
            {
                "field": each.column, "before": [value.shown for value in each.before], "after": each.after.shown,
                "op": each.op, "against_undo": each.against,
            }
            for each in one.fields
        ],
    }  # fmt: skip


def _seen(session: Session, one: Entry) -> dict[str, Any]:
    return {
        "at": session.moment(one.at), "who": one.who, "device": one.device, "verb": one.verb, "about": one.about,
    }  # fmt: skip


def _as_text(session: Session, found: Trail) -> str:
    lines = [" ".join(filter(None, (found.title, found.about)))]
    for one in found.entries:
        zh, en = _KINDS.get(one.kind, (one.kind, one.kind))
        what = session.words("state", one.state) if one.state else session.say(zh, en)
        whose = " · ".join(filter(None, (one.who, one.entered_by, session.words("means", one.means), one.device)))
        lists = {"reminder": "department", "invite_contact": "contact_result"}
        about = session.words(lists.get(one.table, ""), one.about) if one.table in lists else one.about
        lines.append(f"{session.minute(one.at)}  {what}  {about}".rstrip() + (f"  ({whose})" if whose else ""))
        lines += [f"    {_field(session, each)}" for each in one.fields]
    if found.seen is not None:
        lines.append(session.say("谁看过：", "Who saw it:"))
        lines += [
            f"{session.minute(one.at)}  {session.say(*_DEEDS.get(one.verb, (one.verb, one.verb)))}  "
            + " · ".join(filter(None, (one.who, one.device)))
            for one in found.seen
        ]
    return "\n".join(lines)


def _field(session: Session, each: FieldChange) -> str:
    name = session.words("field", each.column) if each.column in codes("field") else each.column
    before = " / ".join(_value(session, one) or "—" for one in each.before)
    after = _value(session, each.after) or "—"
    return f"{name}: {before} → {after}" if before else f"{name}: {after}"


def _value(session: Session, value: Value) -> str:
    return session.words(value.choices, value.shown) if value.choices else value.shown


def concern_remind(session: Session) -> Answer:
    """Note a reminder and give its words."""
    concern = session.id("concern", session.args.id)
    done = reminding.remind(session.caller, session.store, concern=concern)
    data = {"reminder": done.reminder, "number": done.number, "department": done.department, "message": done.message}
    return Answer(data, done.message)


def concern_export(session: Session) -> Answer:
    """Write the work list to a file."""
    args = session.args
    lines = listing.everything(
        session.caller, session.store, now_ms=session.store.clock(), overdue=args.overdue, state=args.state
    )
    count = exporting.export(
        session.caller, session.store, concerns=[line.concern for line in lines], file=Path(args.file),
        language=session.language,
    )  # fmt: skip
    said = session.say(f"{count} 件诉求写入 {args.file}", f"{count} concerns are in {args.file}")
    return Answer({"file": args.file, "concerns": count}, said)
