"""check-in doubles, check-in settle-double."""

from typing import Any

from db.doubles import Admission, Double
from db.people import names
from db.records import Client
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.guests import doubles
from desktop.services.guests.clients import name_with_title

REOPEN = "open"


def doubles_list(session: Session) -> Answer:
    """Who was let in at two desks that could not see each other."""
    args = session.args
    event = session.id_or_none("event", args.event)
    ask = doubles.settled if args.settled else doubles.everything
    found = ask(session.caller, session.store, event=event)
    data = [_double(session, one) for one in found]
    rows = [
        (
            name_with_title(session.store.get(Client, one.client)) or one.client,
            each.check_in,
            session.minute(each.at),
            each.desk,
            session.words("twice", each.twice) or session.say("待定", "open"),
        )
        for one in found
        for each in one.admissions
    ]
    none = session.say("没有重复放行。", "Nobody was let in twice.")
    return Answer({"doubles": data}, table(rows) or none)


def _double(session: Session, one: Double) -> dict[str, Any]:
    client = session.store.get(Client, one.client)
    return {
        "event": one.event,
        "client": one.client,
        "name": name_with_title(client) or None,
        "admissions": [_admission(session, each) for each in one.admissions],
    }


def _admission(session: Session, one: Admission) -> dict[str, Any]:
    return {
        "check_in": one.check_in, "at": session.moment(one.at), "desk": one.desk, "device": one.device,
        "by": names(session.store).get(one.by or ""), "means": one.means, "settled": one.twice,
        "undone": bool(one.undone),
    }  # fmt: skip


def settle_double(session: Session) -> Answer:
    """Say what it was, or take that back."""
    args = session.args
    check_in = session.id("check_in", args.id)
    if args.answer == REOPEN:
        doubles.reopen(session.caller, session.store, check_in=check_in)
        return Answer({"check_in": check_in, "settled": None}, session.say("又待定了。", "It is open again."))
    now = doubles.settle(session.caller, session.store, check_in=check_in, answer=args.answer)
    said = session.words("twice", args.answer)
    return Answer(
        {"check_in": check_in, "settled": args.answer, **_double(session, now)},
        session.say(f"已定：{said}。", f"Settled: {said}."),
    )
