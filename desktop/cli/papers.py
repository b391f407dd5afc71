"""paper."""

from collections.abc import Callable
from pathlib import Path

from desktop.cli import lacking
from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.paper.content import Report
from desktop.services.guests import invitations
from desktop.services.papers import (
    briefs,
    common_paper,
    copies,
    departments,
    dispatching,
    duty_paper,
    forms,
    interviews,
    notice,
    talk_records,
    walks,
)


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
        owner=session.args.owner, client=session.id_or_none("client", session.args.client),
        is_card=session.args.card or bool(session.args.client),
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


def privacy_notice(session: Session) -> Answer:
    """The privacy notice."""
    return _answer(session, notice.write_notice(session.caller, session.store, pdf=Path(session.args.pdf)))


def walk(session: Session) -> Answer:
    """The sheets for walking through the homes of an event's list."""
    args = session.args
    report = walks.write_walks(
        session.caller, session.store, event=session.id("event", args.event), pdf=Path(args.pdf), room=args.room,
        owner=args.owner,
    )  # fmt: skip
    return _answer(session, report)


def dispatch(session: Session) -> Answer:
    """The letters that hand concerns to departments and firms."""
    args, named = session.args, [session.id("concern", one) for one in session.args.concern]
    report = dispatching.write_letters(
        session.caller, session.store, pdf=Path(args.pdf), concerns=named,
        event=session.id_or_none("event", args.event), department=args.department,
    )  # fmt: skip
    return _answer(session, report)


def department(session: Session) -> Answer:
    """What is open of an event, by department."""
    args = session.args
    report = departments.write_departments(
        session.caller, session.store, event=session.id("event", args.event), pdf=Path(args.pdf),
        department=args.department,
    )  # fmt: skip
    return _answer(session, report)


def record(session: Session) -> Answer:
    """The record of a talk, for the file."""
    args = session.args
    report = talk_records.write_record(
        session.caller, session.store, reception=session.id("reception", args.reception), pdf=Path(args.pdf)
    )
    return _answer(session, report)


def duty(session: Session) -> Answer:
    """The duty sheet."""
    args = session.args
    report = duty_paper.write_duty(
        session.caller, session.store, pdf=Path(args.pdf), as_of=args.as_of, quarter=args.quarter
    )
    return _answer(session, report)


def _answer(session: Session, report: Report) -> Answer:
    file = session.args.pdf
    lines = [session.say(f"{file}：{report.pages} 页", f"{file}: {report.pages} pages")]
    lines += lacking.as_lines(session, report)
    return Answer({"file": file, "pages": report.pages, "missing": lacking.as_data(report)}, "\n".join(lines))
