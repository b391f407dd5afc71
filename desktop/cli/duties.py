"""duty, and event roster."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from db.errors import Misused
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.rules import duty as rules
from desktop.rules.times import day_of
from desktop.services.duty import calendars, keeping
from desktop.services.duty import report as reports
from desktop.services.duty import score as scores
from desktop.services.duty.book import DutyLine
from desktop.services.events import events
from desktop.services.zones import zone_of


def today(session: Session) -> str:
    """The day of the project's zone."""
    return day_of(session.store.clock(), zone_of(session.store)).isoformat()


def report(session: Session) -> Answer:
    """Who owes receptions as of a day."""
    args = session.args
    found = reports.report(session.caller, session.store, as_of=args.as_of or today(session))
    data = {
        "as_of": found.as_of, "people": [_line(session, line) for line in found.lines],
        "coverage": {
            "from": found.coverage.first, "to": found.coverage.last, "due": found.coverage.due,
            "took_part": found.coverage.took_part,
            "without": [{"staff": staff, "name": name} for staff, name in found.coverage.without],
        },
    }  # fmt: skip
    text = table([_row(session, line) for line in found.lines])
    share, span = f"{found.coverage.took_part} / {found.coverage.due}", (found.coverage.first, found.coverage.last)
    said = session.say(
        f"参与：{share} 人（{span[0]} 至 {span[1]}）", f"Took part: {share} people ({span[0]} to {span[1]})"
    )
    without = "、".join(name for _, name in found.coverage.without)
    lines = [text, said, session.say(f"还没有参与：{without}", f"Not yet: {without}") if without else ""]
    if args.file:
        reports.export(
            session.caller, session.store, as_of=found.as_of, file=Path(args.file), language=session.language
        )
        data["file"] = args.file
    return Answer(data, "\n".join(line for line in lines if line))


def _line(session: Session, line: DutyLine) -> dict[str, Any]:
    return {
        "staff": line.staff, "name": line.name, "level": line.level, "post": line.post,
        "department": line.department or None,
        "period": {"first": line.first, "last": line.last, "name": rules.period_words(line.period, session.language)},
        "owed": line.owed, "done": line.done, "state": line.state, "missed": line.missed or None,
        "received": [
            {"event": one.event, "day": one.day, "title": one.title, "clients": one.clients,
             "receptions": list(one.receptions)}
            for one in line.received
        ],
        "calls": line.calls, "delegated": line.delegated,
        "planned": {"event": line.planned.event, "day": line.planned.day, "title": line.planned.title}
        if line.planned else None,
        "doubtful": list(line.doubtful),
    }  # fmt: skip


def _row(session: Session, line: DutyLine) -> tuple[str, ...]:
    apart = session.say(f"热线 {line.calls}", f"calls {line.calls}") if line.calls else ""
    doubtful = session.say(f"日期存疑 {len(line.doubtful)}", f"doubtful days {len(line.doubtful)}")
    return (
        line.name, line.post or session.words("level", line.level), rules.period_words(line.period, session.language),
        f"{line.done} / {line.owed}", session.words("duty_state", line.state), apart,
        f"→ {line.planned.day} {line.planned.title}" if line.planned else "", doubtful if line.doubtful else "",
    )  # fmt: skip


def tasks(session: Session) -> Answer:
    """What each person owes in a time."""
    args = session.args
    found = reports.tasks(session.caller, session.store, first=args.first, last=args.last)
    rows = [(one.due, one.name, one.post or session.words("level", one.level)) for one in found]
    return Answer({"tasks": [asdict(one) for one in found]}, table(rows))


def history(session: Session) -> Answer:
    """What each post did in past periods."""
    args = session.args
    found = reports.history(session.caller, session.store, first=args.first, last=args.last)
    rows = [
        (one.name, one.post or session.words("level", one.level), one.words, f"{one.done} / {one.owed}")
        for one in found
    ]
    return Answer({"periods": [asdict(one) for one in found]}, table(rows))


def calendar(session: Session) -> Answer:
    """A person's calendar as a file."""
    file = session.args.file
    count = calendars.export(
        session.caller, session.store, staff=session.id("staff", session.args.staff), file=Path(file)
    )
    return Answer({"file": file, "entries": count}, session.say(f"{file}：{count} 条", f"{file}: {count} entries"))


def score(session: Session) -> Answer:
    """A person's score sheet."""
    args = session.args
    staff = session.id("staff", args.staff)
    found = scores.sheet(session.caller, session.store, staff=staff, first=args.first, last=args.last)
    figures = [
        {"figure": one.code, "counted": len(one.counted), "of": one.whole, "records": list(one.counted),
         "base": list(one.of)}
        for one in found.figures
    ]  # fmt: skip
    if args.file:
        scores.export(
            session.caller, session.store, staff=staff, first=args.first, last=args.last, file=Path(args.file),
            language=session.language,
        )  # fmt: skip
    rows = [(session.words("score", one.code), f"{len(one.counted)} / {one.whole}") for one in found.figures]
    data = {"staff": staff, "name": found.name, "from": found.first, "to": found.last, "figures": figures}
    return Answer(data, table(rows))


def rule(session: Session) -> Answer:
    """Set how often a level receives, or list how often each does."""
    args = session.args
    if args.level:
        if args.months is None:
            raise Misused("usage", words="--months N")
        begins = keeping.set_rule(
            session.caller, session.store, level=args.level, months=args.months, receptions=args.receptions,
            first_month=args.first_month, from_day=args.from_day,
        )  # fmt: skip
        return Answer({"level": args.level, "from": begins}, session.say(f"从 {begins} 起", f"From {begins} on"))
    found = keeping.cadences(session.caller, session.store, on_day=args.from_day or today(session))
    data = [{"level": level, **asdict(one)} for level, one in found]
    rows = [
        (
            session.words("level", level),
            session.say(f"每 {one.months} 个月 {one.receptions} 次", f"{one.receptions} in {one.months} months"),
        )
        for level, one in found
    ]
    return Answer({"rules": data}, table(rows))


def post(session: Session) -> Answer:
    """Note a further or an earlier post of a person."""
    args = session.args
    made = keeping.add_post(
        session.caller, session.store, staff=session.id("staff", args.staff), level=args.level,
        from_day=args.from_day, until_day=args.until, department=args.department, post=args.name,
    )  # fmt: skip
    return Answer({"post": made}, made)


def exempt(session: Session) -> Answer:
    """Ask for an exemption."""
    args = session.args
    made = keeping.ask_exemption(
        session.caller, session.store, staff=session.id("staff", args.staff), first_day=args.first,
        last_day=args.last, reason=args.reason, level=args.level,
    )  # fmt: skip
    return Answer({"exemption": made}, made)


def approve(session: Session) -> Answer:
    """Approve an exemption."""
    made = session.id("duty_exemption", session.args.id)
    keeping.approve(session.caller, session.store, exemption=made, by=session.id("staff", session.args.by))
    return Answer({"exemption": made}, session.say("已批准", "Approved"))


def roster(session: Session) -> Answer:
    """Put somebody on duty at an event, take them off, or list who is."""
    args = session.args
    event = session.id("event", args.event)
    if args.staff:
        staff = session.id("staff", args.staff)
        if args.off:
            events.drop_staff(session.caller, session.store, event=event, staff=staff)
        else:
            events.put_staff(
                session.caller, session.store, event=event, staff=staff, part=args.part, untrained_reason=args.reason
            )
    found = events.on_duty(session.caller, session.store, event=event)
    rows = [(one.name, session.words("part", one.part), one.place or "", one.untrained) for one in found]
    return Answer({"staff": [asdict(one) for one in found]}, table(rows))
