"""reflection."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.cli import lacking
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.reflections import listing, sheet, writing
from desktop.services.reflections.listing import Owed, Told

WORDS_IN_LIST = 40


def reflection_add(session: Session) -> Answer:
    """Keep what somebody took from a session."""
    args = session.args
    made = writing.add(
        session.caller,
        session.store,
        staff=session.id("staff", args.by),
        case_words=args.case,
        lesson=args.lesson,
        event=session.id_or_none("event", args.event),
        reception=session.id_or_none("reception", args.reception),
        campaign=session.id_or_none("campaign", args.campaign),
        commitment=args.commitment or "",
        commitment_due=args.due or "",
        entered_by=session.id_or_none("staff", args.entered_by),
    )
    return Answer({"reflection": made}, made)


def reflection_keep(session: Session) -> Answer:
    """Say that what somebody meant to do was done."""
    reflection = session.id("reflection", session.args.id)
    writing.keep(session.caller, session.store, reflection=reflection)
    return Answer({"reflection": reflection, "kept": True}, session.say("已做到", "Done"))


def reflection_share(session: Session) -> Answer:
    """Note that a reflection was told to others."""
    args = session.args
    shared = writing.share(
        session.caller,
        session.store,
        reflection=session.id("reflection", args.id),
        on_day=args.on,
        audience=args.audience,
        people=args.people,
        words=args.words or "",
    )
    return Answer({"sharing": shared}, shared)


def reflection_list(session: Session) -> Answer:
    """What was written, what is still to be done, who owes one."""
    args, now = session.args, session.store.clock()
    staff = session.id_or_none("staff", args.staff)
    if args.owed:
        missing = listing.owed(session.caller, session.store, now_ms=now, staff=staff)
        return Answer({"owed": [asdict(one) for one in missing]}, _owed_table(session, missing))
    ask = listing.due if args.due else listing.listed
    found = ask(session.caller, session.store, now_ms=now, staff=staff)
    return Answer({"reflections": [_data(one) for one in found]}, _table(session, found))


def reflection_search(session: Session) -> Answer:
    """The library of cases, without names."""
    args, now = session.args, session.store.clock()
    found = listing.search(
        session.caller, session.store, now_ms=now, text=args.query or "", node=args.node, area=args.area, part=args.part
    )
    return Answer({"cases": [_data(one) for one in found]}, _table(session, found))


def reflection_sheet(session: Session) -> Answer:
    """The sheet of a reflection, without the client."""
    args = session.args
    report = sheet.write_sheet(
        session.caller, session.store, reflection=session.id("reflection", args.id), pdf=Path(args.pdf)
    )
    text = session.say(f"{args.pdf}：{report.pages} 页", f"{args.pdf}: {report.pages} pages")
    data = {"file": args.pdf, "pages": report.pages, "missing": lacking.as_data(report)}
    return Answer(data, "\n".join((text, *lacking.as_lines(session, report))))


def _data(one: Told) -> dict[str, Any]:
    told = asdict(one)
    return {"reflection": told.pop("id"), **told}


def _owed_table(session: Session, missing: tuple[Owed, ...]) -> str:
    rows = [
        (one.day, session.say(f"已过 {one.days} 天", f"{one.days} days ago"), one.name, one.title) for one in missing
    ]
    return table(rows) or session.say("没有。", "None.")


def _table(session: Session, found: tuple[Told, ...]) -> str:
    rows = [
        (one.day, one.name, one.title, one.case_words[:WORDS_IN_LIST], one.due, one.id)
        for one in found
    ]  # fmt: skip
    return table(rows) or session.say("没有。", "None.")
