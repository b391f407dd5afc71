"""course and training."""

from dataclasses import asdict
from pathlib import Path

from db import people
from desktop.cli.duties import today
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.training import training


def course_add(session: Session) -> Answer:
    """Add a course."""
    args = session.args
    course = training.add_course(
        session.caller, session.store, name=args.name, needed_for=args.parts, valid_months=args.months
    )
    return Answer({"course": course}, course)


def course_list(session: Session) -> Answer:
    """Every course."""
    found = training.courses(session.caller, session.store, on_day=today(session))
    rows = [
        (
            one.name, " ".join(session.words("part", part) for part in one.needed_for),
            session.say(f"{one.valid_months} 个月", f"{one.valid_months} months") if one.valid_months else "",
            session.say(f"有效 {one.people} 人", f"{one.people} people"),
        )
        for one in found
    ]  # fmt: skip
    return Answer({"courses": [asdict(one) for one in found]}, table(rows))


def training_add(session: Session) -> Answer:
    """Note that somebody took a course."""
    args = session.args
    made = training.add(
        session.caller, session.store, staff=session.id("staff", args.staff),
        course=session.id("course", args.course), on_day=args.on, result=args.result, trainer=args.trainer,
        valid_until=args.until,
    )  # fmt: skip
    return Answer({"training": made}, made)


def training_list(session: Session) -> Answer:
    """Who took what, or what a part still needs of whom."""
    args, day = session.args, today(session)
    staff = session.id_or_none("staff", args.staff)
    if args.missing:
        persons = [one for one in people.all_staff(session.store) if staff in (None, one.id)]
        wanting = [
            (one, training.missing(session.caller, session.store, staff=one.id, part=args.missing, on_day=day))
            for one in persons
        ]
        data = [{"staff": one.id, "name": one.name, "courses": list(names)} for one, names in wanting if names]
        return Answer({"missing": data}, table([(one.name, "、".join(names)) for one, names in wanting if names]))
    found = training.everything(session.caller, session.store, on_day=day, staff=staff)
    rows = [
        (
            one.on_day, one.name, one.course, session.words("training_result", one.result),
            session.say(f"有效至 {one.valid_until}", f"until {one.valid_until}") if one.valid_until else "",
        )
        for one in found
    ]  # fmt: skip
    return Answer({"trainings": [asdict(one) for one in found]}, table(rows))


def training_import(session: Session) -> Answer:
    """Import a list of trainings."""
    taken = training.import_file(session.caller, session.store, file=Path(session.args.file))
    text = session.say(f"新增 {len(taken.added)} 条，已有 {taken.known} 条",
                       f"{len(taken.added)} added, {taken.known} known")  # fmt: skip
    return Answer({"added": list(taken.added), "known": taken.known}, text)
