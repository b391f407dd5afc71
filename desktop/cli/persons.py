"""person."""

from pathlib import Path

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.guests import persons


def export(session: Session) -> Answer:
    """Write all that is kept about one person."""
    client = session.id("client", session.args.id)
    done = persons.export(session.caller, session.store, client=client, file=Path(session.args.file))
    data = {
        "client": done.client, "file": done.file, "rows": dict(done.rows), "files": list(done.files),
        "missing": done.missing,
    }  # fmt: skip
    rows = sum(count for _, count in done.rows)
    lines = [session.say(f"{rows} 条记录已写到 {done.file}", f"{rows} records are in {done.file}")]
    if done.files:
        count = len(done.files)
        lines.append(session.say(f"{count} 个图片文件放在旁边", f"{count} picture files lie beside it"))
    if done.missing:
        lines.append(
            session.say(f"{done.missing} 个图片不在这台设备上", f"{done.missing} pictures are not on this device")
        )
    lines.append(
        session.say("这个文件没有加密，交给本人后请删除。", "It is not encrypted: hand it over, then delete it.")
    )
    return Answer(data, "\n".join(lines))


def erase(session: Session) -> Answer:
    """Erase one person."""
    args = session.args
    client, second = session.id("client", args.id), session.id_or_none("staff", args.second)
    gone, swept = persons.erase_and_sweep(
        session.caller, session.store, client=client, reason=args.reason, second=second
    )
    data = {
        "client": gone.client, "erased": gone.erasure, "records": list(gone.records), "rows": dict(gone.rows),
        "copies": {
            "cleaned": [str(path) for path in swept.copies] if swept else [],
            "left": [str(path) for path in swept.left] if swept else [],
        },
        "swept": swept is not None,
    }  # fmt: skip
    rows = sum(count for _, count in gone.rows)
    lines = [
        session.say(
            f"已抹去：{rows} 条记录里不再有这个人。诉求和到访还在，只作计数。",
            f"Erased: {rows} records name this person no more. Concerns and visits stay, as counts.",
        ),
        session.say(
            "别的设备收到下一个数据包时也会抹去，请照常导出。",
            "Other devices erase it when the next package reaches them: export as usual.",
        ),
    ]
    if swept is None:
        lines.append(
            session.say(
                "另有程序开着数据库，下次打开时清干净。", "Another program is open: the rest follows at the next start."
            )
        )
    elif swept.left:
        names = "、".join(path.name for path in swept.left)
        lines.append(session.say(f"这些备份没能清理，请自行删除：{names}", f"Delete these copies yourself: {names}"))
    return Answer(data, "\n".join(lines))


def erased(session: Session) -> Answer:
    """Every erasure, and the devices that are not known to have heard of it."""
    found = persons.erasures(session.caller, session.store)
    data = [
        {
            "erased": one.id, "at": session.moment(one.at), "reason": one.reason, "by": one.by, "second": one.second,
            "unheard": list(one.unheard),
        }
        for one in found
    ]  # fmt: skip
    rows = [
        (
            session.minute(one.at),
            one.reason,
            f"{one.by} {one.second}".strip(),
            session.say("还没收到：", "not heard: ") + "、".join(one.unheard) if one.unheard else "",
        )
        for one in found
    ]
    return Answer({"erasures": data}, table(rows) or session.say("没有抹去过。", "Nobody was erased."))
