"""paper."""

from collections.abc import Callable
from pathlib import Path

from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.paper.content import Report
from desktop.services.guests import invitations
from desktop.services.papers import briefs, common_paper, copies, digests, forms, interviews, printing
from desktop.services.papers import summary as summaries


def form(session: Session) -> Answer:
    """The feedback forms of an event."""
    report = forms.write_forms(
        session.caller,
        session.store,
        event=session.id("event", session.args.event),
        pdf=Path(session.args.pdf),
        client=session.id_or_none("client", session.args.client),
        only_heard=session.args.only_heard,
        owner=session.args.owner,
    )
    return _answer(session, report)


def summary(session: Session) -> Answer:
    """The internal summary of an event."""
    report = summaries.write_summary(
        session.caller, session.store, event=session.id("event", session.args.event), pdf=Path(session.args.pdf)
    )
    answer = _answer(session, report)
    said = session.say("这是初稿：收场清单还没有办完", "A draft: the closing list is not done yet")
    text = f"{answer.text}\n{said}" if report.is_draft else answer.text
    return Answer({**answer.data, "draft": report.is_draft}, text)


def common(session: Session) -> Answer:
    """The common issues of an event."""
    event = session.id("event", session.args.event)
    return _answer(
        session, common_paper.write_common(session.caller, session.store, event=event, pdf=Path(session.args.pdf))
    )


def invitation(session: Session) -> Answer:
    """The invitation sheet of an event."""
    issued = invitations.issue(
        session.caller, session.store, event=session.id("event", session.args.event), pdf=Path(session.args.pdf),
        owner=session.args.owner,
    )  # fmt: skip
    return _answer(session, Report(issued.pages, issued.missing))


def before(session: Session) -> Answer:
    """The page for the evening before an event."""
    return _brief(session, briefs.write_before)


def after(session: Session) -> Answer:
    """The page for the same evening."""
    return _brief(session, briefs.write_after)


def _brief(session: Session, write: Callable[..., Report]) -> Answer:
    args = session.args
    report = write(
        session.caller, session.store, event=session.id("event", args.event), pdf=Path(args.pdf),
        png=Path(args.png) if args.png else None, staff=session.id_or_none("staff", args.staff),
    )  # fmt: skip
    answer = _answer(session, report)
    return Answer({**answer.data, "png": args.png}, answer.text)


def digest(session: Session) -> Answer:
    """The executive digest of an event or of a time."""
    args = session.args
    report = digests.write_digest(
        session.caller, session.store, event=session.id_or_none("event", args.event), first=args.first,
        last=args.last, pdf=Path(args.pdf),
    )  # fmt: skip
    return _answer(session, report)


def print_file(session: Session) -> Answer:
    """Send a PDF to a printer."""
    file = Path(session.args.file)
    queue = printing.print_file(session.caller, session.store, file=file, queue=session.args.queue or "")
    data = {"file": str(file), "printer": queue}
    return Answer(data, session.say(f"{file} 已送往打印机 {queue}", f"{file} is on its way to {queue}"))


def copy(session: Session) -> Answer:
    """The client's copy of a talk."""
    report = copies.write_copy(
        session.caller,
        session.store,
        reception=session.id("reception", session.args.reception),
        pdf=Path(session.args.pdf),
    )
    return _answer(session, report)


def interview(session: Session) -> Answer:
    """The interview records of an event."""
    report = interviews.write_interviews(
        session.caller,
        session.store,
        event=session.id("event", session.args.event),
        pdf=Path(session.args.pdf),
        client=session.id_or_none("client", session.args.client),
        is_blank=session.args.blank,
    )
    return _answer(session, report)


def _answer(session: Session, report: Report) -> Answer:
    file = session.args.pdf
    missing = [{"text": one.text, "characters": one.characters} for one in report.missing]
    lines = [session.say(f"{file}：{report.pages} 页", f"{file}: {report.pages} pages")]
    lines += [
        session.say(f"缺字 {one.characters}：{one.text}", f"no glyph for {one.characters}: {one.text}")
        for one in report.missing
    ]
    return Answer({"file": file, "pages": report.pages, "missing": missing}, "\n".join(lines))
