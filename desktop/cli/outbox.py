"""outbox sync."""

import random
import time
from typing import Any

from desktop.cli.output import Answer, sentences, table, write_message
from desktop.cli.session import Session
from desktop.services.exchange import cards, outbox
from desktop.services.exchange.outbox import Peer, Synced

# Devices that began together are not to knock together.
JITTER = 0.3


def sync(session: Session) -> Answer:
    """One round with the common place, or rounds until somebody ends them."""
    every_s = session.args.watch
    answer = _round(session)
    while every_s:
        write_message(answer.text)
        try:
            time.sleep(every_s * random.uniform(1 - JITTER, 1 + JITTER))
        except KeyboardInterrupt:
            break
        answer = _round(session)
    return answer


def _round(session: Session) -> Answer:
    done = outbox.sync(session.caller, session.store, address=session.args.address)
    names = {one.device: one.name for one in cards.known_devices(session.caller, session.store)}
    data = {
        "sent": {"files": done.sent_files, "rows": done.sent_rows},
        "taken": {
            "files": done.taken_files, "added": done.added, "changed": done.changed, "conflicts": done.conflicts,
        },
        "files": {
            "sent": done.parcels.sent, "taken": done.parcels.taken, "missing": done.parcels.missing,
            "asked": len(done.parcels.asking),
        },
        "devices": [_peer(session, one, names) for one in done.peers],
    }  # fmt: skip
    return Answer(data, _text(session, done, names), 1 if any(one.waiting for one in done.peers) else 0)


def _peer(session: Session, one: Peer, names: dict[str, str]) -> dict[str, Any]:
    waiting = []
    for file in one.waiting:
        said = sentences(file.trouble.code, dict(file.trouble.facts), session.language) if file.trouble else None
        waiting.append(
            {
                "file": file.file,
                "outcome": file.outcome,
                "reason": said.message if said else None,
                "next": said.next if said else None,
            }
        )
    return {
        "device": one.writer,
        "name": names.get(one.writer),
        "taken": one.taken,
        "waiting": waiting,
        "missing": list(one.missing),
        "last_file": session.moment(one.last_file_at),
    }


def _text(session: Session, done: Synced, names: dict[str, str]) -> str:
    lines = [
        session.say(
            f"发出 {done.sent_files} 个文件 {done.sent_rows:,} 行；收到 {done.taken_files} 个文件，"
            f"新增 {done.added:,}，变更 {done.changed:,}，待核对 {done.conflicts:,}。",
            f"Sent {done.sent_files} files, {done.sent_rows:,} rows; took in {done.taken_files} files: "
            f"added {done.added:,}, changed {done.changed:,}, to settle {done.conflicts:,}.",
        )
    ]
    moved = done.parcels
    if moved.sent or moved.taken or moved.missing:
        lines.append(
            session.say(
                f"附件：发出 {moved.sent:,} 个，收到 {moved.taken:,} 个，还没传到 {moved.missing:,} 个。",
                f"Attached files: sent {moved.sent:,}, took in {moved.taken:,}, not arrived yet {moved.missing:,}.",
            )
        )
    rows = [
        (
            names.get(one.writer) or one.writer,
            session.say(f"已收 {one.taken}", f"taken {one.taken}"),
            session.say(f"未接收 {len(one.waiting)}", f"not taken {len(one.waiting)}") if one.waiting else "",
            session.say(f"缺第 {_list(one)} 号", f"missing {_list(one)}") if one.missing else "",
            session.minute(one.last_file_at) if one.last_file_at else "",
        )
        for one in done.peers
    ]
    reasons = {
        f"{said.message}\n{said.next}"
        for one in done.peers
        for file in one.waiting
        if file.trouble
        for said in (sentences(file.trouble.code, dict(file.trouble.facts), session.language),)
    }
    return "\n".join(part for part in (*lines, table(rows), *sorted(reasons)) if part)


def _list(one: Peer) -> str:
    shown = ", ".join(map(str, one.missing[:5]))
    return shown if len(one.missing) <= 5 else f"{shown} …"
