"""paper read."""

from pathlib import Path
from typing import Any

from db.records import Code
from desktop.cli.output import Answer, sentences
from desktop.cli.session import Session
from desktop.services.forms import sheet_reading
from desktop.services.forms.sheet_reading import SheetRead
from desktop.services.people.staff import additions


def read(session: Session) -> Answer:
    """Read scans and photographs of forms: whose they are, and which boxes are ticked."""
    event = session.id("event", session.args.event)
    paths = [Path(path) for path in session.args.images]
    sources = sheet_reading.sources(session.caller, session.store, paths=paths)
    own = additions(session.store)
    rows: list[dict[str, Any]] = []
    lines: list[str] = []
    for source in sources:
        one = sheet_reading.read_source(session.caller, session.store, source, event=event)
        rows.append(_data(session, one, own))
        lines.append(_line(session, one, rows[-1]))
    count = sum(row["code"] == "" for row in rows)
    refused = len(rows) - count
    head = session.say(f"读了 {count} 张，没有读 {refused} 张", f"{count} read, {refused} not read")
    data = {"read": count, "refused": refused, "sheets": rows}
    return Answer(data, "\n".join((head, *lines)), 1 if refused else 0)


def _data(session: Session, one: SheetRead, own: tuple[Code, ...]) -> dict[str, Any]:
    found = one.found
    said = sentences(one.code, dict(one.facts), session.language, own) if one.code else None
    return {
        "file": one.file,
        "number": one.number,
        "attachment": one.attachment,
        "known": one.is_known,
        "page": found.page if found else None,
        "pages": found.pages if found else None,
        "boxes": [
            {"box": box.name, "ticked": box.is_ticked, "doubtful": box.is_doubtful, "ink": box.ink}
            for box in (found.boxes if found else ())
        ],
        "code": one.code,
        "message": said.message if said else "",
        "next": said.next if said else "",
    }


def _line(session: Session, one: SheetRead, row: dict[str, Any]) -> str:
    known = session.say("（已附过）", " (attached before)") if one.is_known else ""
    if one.code:
        return session.say(
            f"{one.file}{known}：{row['message']}。{row['next']}", f"{one.file}{known}: {row['message']}. {row['next']}"
        )
    sure = " ".join(box["box"] for box in row["boxes"] if box["ticked"] and not box["doubtful"])
    ticked = sure or session.say("没有勾选", "nothing ticked")
    unsure = " ".join(box["box"] for box in row["boxes"] if box["doubtful"])
    page = session.say(f"第 {row['page']}/{row['pages']} 页", f"page {row['page']}/{row['pages']}")
    line = f"{one.file}{known}  {one.number}  {page}  {ticked}"
    return f"{line}  {session.say('待核对', 'to check')}: {unsure}" if unsure else line
