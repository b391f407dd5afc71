"""calendar."""

from pathlib import Path

from db.errors import Misused
from desktop.cli.output import Answer, sentences, table
from desktop.cli.session import Session
from desktop.services.calendars import setting


def calendar_import(session: Session) -> Answer:
    """Take in a year's swapped weekends."""
    args = session.args
    with session.store.transaction(verb="calendar.import", by=session.caller.staff, keep=not args.dry_run) as tx:
        done = setting.import_days(session.caller, tx, file=Path(args.file), department=args.department)
    unread = []
    for one in done.unread:
        said = sentences(one.code, {"value": one.value}, session.language)
        unread.append({"row": one.row, "value": one.value, "reason": said.message})
    lines = [session.say(f"{done.days} 天，新记 {done.changed} 天", f"{done.days} days, {done.changed} of them new")]
    lines += [
        session.say(f"第 {one['row']} 行：{one['reason']}", f"row {one['row']}: {one['reason']}") for one in unread
    ]
    data = {"days": done.days, "changed": done.changed, "rejected": unread, "dry_run": bool(args.dry_run)}
    return Answer(data, "\n".join(lines), 1 if unread else 0)


def calendar_hours(session: Session) -> Answer:
    """Say when a department works."""
    args = session.args
    words = args.weekdays.replace(",", " ").replace("，", " ").split()
    if not all(one.isdecimal() for one in words):
        raise Misused("weekday_unknown", value=args.weekdays)
    changed = setting.set_hours(
        session.caller, session.store, department=args.department, weekdays=[int(one) for one in words],
        from_time=args.from_time, until_time=args.until_time, event_days=args.event_days,
    )  # fmt: skip
    return Answer({"department": args.department, "changed": changed}, session.say("已设定", "Set"))


def calendar_clock(session: Session) -> Answer:
    """Set how long a clock runs."""
    args = session.args
    changed = setting.set_clock(
        session.caller, session.store, clock=args.clock, amount=args.amount, unit=args.unit, grade=args.grade
    )
    return Answer({"clock": args.clock, "grade": args.grade, "changed": changed}, session.say("已设定", "Set"))


def calendar_show(session: Session) -> Answer:
    """What counts now."""
    found = setting.show(session.caller, session.store)
    hours = [
        {
            "department": department, "weekdays": sorted(one.weekdays), "from": f"{one.opens:%H:%M}",
            "until": f"{one.closes:%H:%M}", "event_days": one.event_days,
        }
        for department, one in found.hours
    ]  # fmt: skip
    days = [
        {"day": one.day, "work": bool(one.is_work), "department": one.department, "name": one.name}
        for one in found.days
    ]
    clocks = [
        {
            "clock": one.clock, "grade": one.grade or None, "amount": one.limit.amount, "unit": one.limit.unit,
            "own": one.is_own,
        }
        for one in found.clocks
    ]  # fmt: skip
    everybody = session.say("所有部门", "all departments")
    rows = [
        (
            session.words("department", department) or everybody, " ".join(map(str, sorted(one.weekdays))),
            f"{one.opens:%H:%M}-{one.closes:%H:%M}",
        )
        for department, one in found.hours
    ]  # fmt: skip
    rows += [
        (one.day, session.say("上班", "work") if one.is_work else session.say("放假", "rest"), one.name or "")
        for one in found.days
    ]
    rows += [
        (
            session.words("clock", one.clock), session.words("grade", one.grade),
            f"{one.limit.amount} {session.words('clock_unit', one.limit.unit)}",
        )
        for one in found.clocks
    ]  # fmt: skip
    return Answer({"hours": hours, "days": days, "clocks": clocks}, table(rows))
