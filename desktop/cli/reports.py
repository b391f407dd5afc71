"""paper summary, paper digest, paper approve; event findings."""

from pathlib import Path
from typing import Any

from desktop.cli import lacking
from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.paper.content import Report
from desktop.rules.chart_kinds import OTHERS, Point, Waiting
from desktop.services.events import findings as found_at
from desktop.services.papers import digests, owners_summary
from desktop.services.papers import summary as summaries


def summary(session: Session) -> Answer:
    """The summary of an event, for the house or for owners."""
    args = session.args
    report = summaries.write_summary(
        session.caller, session.store, event=session.id("event", args.event), pdf=_path(args.pdf),
        docx=_path(args.docx), audience=args.audience,
    )  # fmt: skip
    answer = _answer(session, report)
    said = session.say("这是初稿：收场清单还没有办完", "A draft: the closing list is not done yet")
    text = f"{answer.text}\n{said}" if report.is_draft else answer.text
    return Answer({**answer.data, "draft": report.is_draft}, text)


def digest(session: Session) -> Answer:
    """The executive digest of an event or of a time."""
    args = session.args
    report = digests.write_digest(
        session.caller, session.store, event=session.id_or_none("event", args.event), first=args.first,
        last=args.last, pdf=_path(args.pdf), docx=_path(args.docx),
    )  # fmt: skip
    return _answer(session, report)


def approve(session: Session) -> Answer:
    """Approve the summary for owners as it stands, take that back, or say how it stands."""
    args, event = session.args, session.id("event", session.args.event)
    if args.withdraw:
        owners_summary.withdraw(session.caller, session.store, event=event)
    elif args.by:
        owners_summary.approve(session.caller, session.store, event=event, by=session.id("staff", args.by))
    standing = owners_summary.standing(session.caller, session.store, event=event)
    approval = standing.approval
    data = {
        "approved_at": approval.at.isoformat() if approval else None, "by": approval.by if approval else None,
        "holds": bool(approval and approval.holds), "draft": standing.is_draft,
    }  # fmt: skip
    if approval is None:
        return Answer(data, session.say("业主版未审定", "The summary for owners is not approved"))
    at = f"{approval.at:%Y-%m-%d %H:%M}"
    if approval.holds:
        return Answer(data, session.say(f"{at} 由 {approval.by} 审定", f"Approved at {at} by {approval.by}"))
    return Answer(
        data,
        session.say(
            f"{at} 由 {approval.by} 审定过，此后内容有变化，须重新审定",
            f"Approved at {at} by {approval.by}; it has changed since and has to be approved anew",
        ),
    )


def findings(session: Session) -> Answer:
    """What an event showed."""
    found = found_at.findings(session.caller, session.store, event=session.id("event", session.args.event))
    data = {
        "event": found.event, "title": found.title, "clients": found.guests,
        "causes": [
            {"cause": _cause(session, found, one), "clients": one.clients, "covered": one.covered}
            for one in found.causes
        ],
        "waiting": _waiting(found.waiting),
        "departments": [{"department": code or None, "concerns": count} for code, count in found.departments],
        "satisfied": [_point(one) for one in found.satisfied],
    }  # fmt: skip
    waits = found.waiting
    head = session.say(
        f"{found.title}：{found.guests} 位客户有诉求；等候 n={waits.count}",
        f"{found.title}: {found.guests} clients had something to say; waits n={waits.count}",
    )
    if waits.count:
        middle, ninth = round(waits.median_min or 0), round(waits.p90_min or 0)
        head += session.say(f"，中位数 {middle} 分，九成 {ninth} 分内", f", median {middle} min, P90 {ninth} min")
    rows = [f"{one.clients:>4}  {one.covered} / {found.guests}  {_cause(session, found, one)}" for one in found.causes]
    return Answer(data, "\n".join([head, *rows]))


def _cause(session: Session, found: found_at.Findings, one: found_at.CauseLine) -> str:
    if one.key == OTHERS:
        return session.say("其他", "others")
    if not found.is_by_area:
        return one.title
    return session.words("area", one.key) if one.key else session.say("未归类", "no area yet")


def _waiting(found: Waiting) -> dict[str, Any]:
    return {
        "n": found.count, "median_min": found.median_min, "p90_min": found.p90_min, "target_min": found.target_min,
        "within": found.within, "bins": list(found.bins), "open": found.is_open,
    }  # fmt: skip


def _point(one: Point) -> dict[str, Any]:
    return {"event": one.key, "day": one.text, "satisfied": one.part, "n": one.whole}


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None


def _answer(session: Session, report: Report) -> Answer:
    """The PDF with its pages; a text document has none before it is opened."""
    pdf, docx = session.args.pdf, session.args.docx
    data: dict[str, Any] = {"file": pdf or docx, "pages": report.pages, "missing": lacking.as_data(report)}
    lines = [session.say(f"{pdf}：{report.pages} 页", f"{pdf}: {report.pages} pages")] if pdf else []
    if docx:
        data["docx"] = docx
        lines.append(session.say(f"{docx}：可编辑", f"{docx}: to be edited"))
    lines += lacking.as_lines(session, report)
    return Answer(data, "\n".join(lines))
