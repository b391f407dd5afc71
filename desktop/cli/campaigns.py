"""campaign: made, joined, counted, closed."""

from pathlib import Path
from typing import Any

from db.store import wall_clock_ms
from desktop.cli import lacking
from desktop.cli.arguments import pairs
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.campaigns import campaigns, certifying, hearing, members, reporting
from desktop.services.campaigns.reporting import MemberLine, Report

_SETTINGS = ("quota", "due_days", "greeting", "phrases", "checklist", "call_from", "call_until", "entry_min")
_WORDS = 40


def campaign_add(session: Session) -> Answer:
    """Add a campaign."""
    args = session.args
    campaign = campaigns.add(
        session.caller, session.store, name=args.name, starts_on=args.starts, ends_on=args.ends, kind=args.kind,
        said={name: value for name in _SETTINGS if (value := getattr(args, name))},
    )  # fmt: skip
    row = campaigns.of_id(session.store, campaign)
    return Answer({"campaign": campaign, "event": row.event}, campaign)


def campaign_list(session: Session) -> Answer:
    """Every campaign."""
    found = campaigns.listed(session.caller, session.store)
    data = [
        {
            "campaign": one.campaign.id, "name": one.campaign.name, "kind": one.campaign.kind,
            "event": one.campaign.event, "starts_on": one.campaign.starts_on, "ends_on": one.campaign.ends_on,
            "quota": one.campaign.quota, "people": one.people, "done": one.done, "talked": one.talked,
            "closed_at": session.moment(one.campaign.closed_at), "series": one.campaign.series,
        }
        for one in found
    ]  # fmt: skip
    rows = [
        (one.campaign.starts_on, one.campaign.ends_on, one.campaign.name, f"{one.done}/{one.people}", one.campaign.id)
        for one in found
    ]
    came = [
        {
            "post": one.post, "level": one.level, "people": one.people, "invited": one.invited,
            "took_part": one.took_part, "done": one.done,
        }
        for one in reporting.attendance(session.caller, session.store)
    ]  # fmt: skip
    return Answer({"campaigns": data, "attendance": came}, table(rows) or session.say("没有。", "None."))


def campaign_series(session: Session) -> Answer:
    """Make a campaign again every month."""
    campaign = session.id("campaign", session.args.id)
    made = campaigns.series(session.caller, session.store, campaign=campaign, months=session.args.months)
    said = session.say(f"新增 {len(made)} 次", f"{len(made)} made")
    return Answer({"campaign": campaign, "made": list(made)}, said)


def campaign_join(session: Session) -> Answer:
    """Put somebody into a campaign."""
    args = session.args
    campaign, staff = session.id("campaign", args.id), session.id("staff", args.staff)
    member = members.join(
        session.caller, session.store, campaign=campaign, staff=staff, coach=session.id_or_none("staff", args.coach),
        extension=args.extension, post=args.post, untrained_reason=args.untrained_reason,
    )  # fmt: skip
    return Answer({"member": member, "campaign": campaign, "staff": staff}, member)


def campaign_report(session: Session) -> Answer:
    """The figures of a campaign."""
    campaign = session.id("campaign", session.args.id)
    found = reporting.report(session.caller, session.store, campaign=campaign, now_ms=wall_clock_ms())
    return Answer(_as_data(session, found), _as_text(session, found))


def _as_data(session: Session, found: Report) -> dict[str, Any]:
    row = found.campaign
    return {
        "campaign": row.id, "name": row.name, "kind": row.kind, "event": row.event, "quota": row.quota,
        "starts_on": row.starts_on, "ends_on": row.ends_on, "closed_at": session.moment(row.closed_at),
        "members": [_member(session, one) for one in found.people],
        "observers": [
            {"staff": one.staff, "name": one.name, "calls": one.calls, "scored": one.scored} for one in found.listeners
        ],
        "newcomers_late": [
            {
                "staff": one.staff, "name": one.name, "due_on": one.due_on, "days_late": one.days_late,
                "joined": one.joined,
            }
            for one in found.newcomers
        ],
        "to_call": found.items, "to_call_open": found.items_open, "log": found.log, "log_unmatched": found.unmatched,
    }  # fmt: skip


def _member(session: Session, one: MemberLine) -> dict[str, Any]:
    made, member = one.progress, one.member
    return {
        "staff": member.staff, "name": one.name, "level": member.level, "post": member.post,
        "department": one.department, "coach": one.coach, "extension": member.extension, "owed": made.owed,
        "received": made.received, "called_back": made.called_back, "talked": made.talked, "missing": made.missing,
        "tries": dict(made.tries), "voided": made.voided, "outside_the_days": made.outside, "standing": one.standing,
        "late_entries": one.late, "to_enter": one.to_enter,
        "answered": {
            "median_s": one.waits.median_s, "p90_s": one.waits.p90_s, "within_3_rings": one.waits.quick,
            "of": one.waits.known,
        },
        "score": one.score, "scored_calls": one.scored, "carried": member.carried or 0, "due_on": member.due_on,
        "overdue": one.is_overdue, "shortfall_reason": member.shortfall_reason,
        "untrained_reason": member.untrained_reason, "certified_at": session.moment(member.certified_at),
    }  # fmt: skip


def _as_text(session: Session, found: Report) -> str:
    row = found.campaign
    head = f"{row.name}  {row.starts_on} - {row.ends_on}"
    rows = [
        (
            one.name, f"{one.progress.talked}/{one.progress.owed}",
            session.say(
                f"接听 {one.progress.received} 回访 {one.progress.called_back} 未通 {one.progress.tried}",
                f"received {one.progress.received} called back {one.progress.called_back} tries {one.progress.tried}",
            ),
            session.words("campaign_standing", one.standing),
            session.say(f"录入超时 {one.late}", f"late {one.late}"),
            "" if one.score is None else session.say(f"评分 {one.score}", f"score {one.score}"),
        )
        for one in found.people
    ]  # fmt: skip
    return "\n".join(filter(None, (head, table(rows))))


def campaign_heard(session: Session) -> Answer:
    """What was heard, and how it stands now."""
    args = session.args
    found = hearing.heard(
        session.caller, session.store, campaign=session.id("campaign", args.id), now_ms=wall_clock_ms(),
        staff=session.id_or_none("staff", args.staff),
    )  # fmt: skip
    data = [
        {
            "concern": one.concern, "number": one.number, "words": one.words, "state": one.state, "staff": one.staff,
            "heard_at": session.moment(one.heard_at), "entered_at": session.moment(one.entered_at), "late": one.is_late,
            "after": {str(days): state for days, state in one.after}, "calls_back": one.calls_back,
        }
        for one in found
    ]  # fmt: skip
    rows = [
        (one.number, session.words("state", one.state), one.leader, " ".join(one.words.split())[:_WORDS])
        for one in found
    ]
    return Answer({"heard": data}, table(rows) or session.say("没有。", "None."))


def campaign_recall(session: Session) -> Answer:
    """Put callbacks onto the lists of those who heard the concerns."""
    campaign = session.id("campaign", session.args.id)
    new = hearing.recall(session.caller, session.store, campaign=campaign)
    return Answer({"campaign": campaign, "added": new}, session.say(f"新增 {new} 条", f"{new} added"))


def campaign_certificate(session: Session) -> Answer:
    """Write somebody's certificate."""
    args, pdf = session.args, Path(session.args.pdf)
    campaign, staff = session.id("campaign", args.id), session.id("staff", args.staff)
    done = certifying.certify(session.caller, session.store, campaign=campaign, staff=staff, pdf=pdf)
    data = {"pdf": str(pdf), "pages": done.pages, "missing": lacking.as_data(done)}
    return Answer(data, "\n".join((str(pdf), *lacking.as_lines(session, done))))


def campaign_close(session: Session) -> Answer:
    """Close a campaign."""
    campaign = session.id("campaign", session.args.id)
    reasons = {session.id("staff", staff): text for staff, text in pairs(session.args.reason).items()}
    campaigns.close(session.caller, session.store, campaign=campaign, reasons=reasons)
    return Answer({"campaign": campaign, "closed": True}, session.say("已结束", "Closed"))
