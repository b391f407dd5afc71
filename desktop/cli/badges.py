"""paper badge, paper ticket."""

from pathlib import Path
from typing import Any

from db.errors import Misused
from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.paper.content import Missing, Report
from desktop.services.papers import badges
from desktop.services.papers.badges import Printed


def badge(session: Session) -> Answer:
    """Badges into a file, to a printer, or both."""
    args = session.args
    _check_target(session)
    event, client = session.id("event", args.event), session.id_or_none("client", args.client)
    report = printed = None
    if args.pdf:
        report = badges.write_badges(
            session.caller, session.store, event=event, pdf=Path(args.pdf), client=client, size=args.size.lower(),
            has_room=args.room,
        )  # fmt: skip
    if args.queue:
        printed = badges.print_badges(
            session.caller, session.store, event=event, queue=args.queue, client=client, size=args.size.lower(),
            has_room=args.room, again=args.again, whole=not args.lacking,
        )  # fmt: skip
    return _answer(session, report, printed)


def ticket(session: Session) -> Answer:
    """A ticket into a file, to a printer, or both."""
    args = session.args
    _check_target(session)
    event = session.id("event", args.event)
    report = printed = None
    if args.pdf:
        report = badges.write_ticket(
            session.caller, session.store, event=event, number=args.turn, pdf=Path(args.pdf), size=args.size.lower()
        )
    if args.queue:
        printed = badges.print_ticket(
            session.caller, session.store, event=event, number=args.turn, queue=args.queue, size=args.size.lower(),
            again=args.again, whole=not args.lacking,
        )  # fmt: skip
    return _answer(session, report, printed)


def _check_target(session: Session) -> None:
    if not session.args.pdf and not session.args.queue:
        raise Misused("pdf_or_queue")


def _answer(session: Session, report: Report | None, printed: Printed | None) -> Answer:
    data: dict[str, Any] = {}
    lines: list[str] = []
    missing: dict[Missing, None] = {}
    if report is not None:
        file = session.args.pdf
        data |= {"file": file, "pages": report.pages}
        lines.append(session.say(f"{file}：{report.pages} 页", f"{file}: {report.pages} pages"))
        missing |= dict.fromkeys(report.missing)
    if printed is not None:
        data |= {"printer": printed.printer, "sheets": printed.sheets, "left": printed.left}
        lines.append(
            session.say(
                f"{printed.sheets} 张已送往打印机 {printed.printer}",
                f"{printed.sheets} on their way to {printed.printer}",
            )
        )
        if printed.left:
            lines.append(session.say(f"{printed.left} 张以前打印过，没有再打", f"{printed.left} were printed before"))
        missing |= dict.fromkeys(printed.missing)
    data["missing"] = [{"text": one.text, "characters": one.characters} for one in missing]
    lines += [
        session.say(f"缺字 {one.characters}：{one.text}", f"no glyph for {one.characters}: {one.text}")
        for one in missing
    ]
    return Answer(data, "\n".join(lines))
