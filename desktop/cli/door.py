"""check-in."""

import sys
from collections.abc import Iterator
from typing import Any

from desktop.cli.output import Answer, as_json_text, write_line
from desktop.cli.session import Session
from desktop.services.guests import check_ins, notices, parties
from desktop.services.guests.check_ins import Scan

# What ends with exit 0: the client is in.
FINE = ("welcomed", "already", "unknown")


def scan(session: Session) -> Answer:
    """Answer every code, one line each, as it comes."""
    args = session.args
    event = session.id("event", args.event)
    status = 0
    for token in tokens_of(args.tokens):
        shown = check_ins.scan(session.caller, session.store, event=event, token=token, desk=args.desk)
        status = status if shown.outcome in FINE else 1
        write_line(as_json_text(_line(session, shown)) if session.as_json else _text(session, shown))
    return Answer(None, "", status, told=True)


def tokens_of(given: list[str]) -> Iterator[str]:
    """The codes of the arguments; "-" or none stands for the lines of standard input."""
    for token in given or ["-"]:
        if token == "-":
            yield from (line.rstrip("\r\n") for line in sys.stdin)
        else:
            yield token


def _line(session: Session, shown: Scan) -> dict[str, Any]:
    first = {"at": session.moment(shown.first_at), "desk": shown.first_desk} if shown.first_at is not None else None
    return {
        "token": shown.token,
        "outcome": shown.outcome,
        "client": shown.client,
        "first": first,
        "name": shown.name,
        "admitted": shown.admitted,
        "check_in": shown.check_in,
    }


def _text(session: Session, shown: Scan) -> str:
    token = shown.token if len(shown.token) <= 30 else shown.token[:27] + "..."
    parts = [token, session.words("outcome", shown.outcome), shown.name or ""]
    if shown.first_at is not None:
        parts.append(f"{session.minute(shown.first_at)} {shown.first_desk or ''}")
    return "  ".join(part for part in parts if part)


def walk_in(session: Session) -> Answer:
    """Let somebody in without a code."""
    args = session.args
    notice = notices.current(session.caller, session.store).key if args.notice_read else None
    check_in, client = check_ins.walk_in(
        session.caller,
        session.store,
        event=session.id("event", args.event),
        name=args.name,
        phone=args.phone,
        room=args.room,
        desk=args.desk,
        party=args.party,
        notice=notice,
        means="in_person",
    )
    text = session.say(f"已签到 {check_in}", f"Checked in {check_in}")
    return Answer({"check_in": check_in, "client": client, "outcome": "welcomed"}, text)


def undo(session: Session) -> Answer:
    """Take a check-in back."""
    check_in = session.id("check_in", session.args.id)
    check_ins.undo(session.caller, session.store, check_in=check_in)
    return Answer({"check_in": check_in, "undone": True}, session.say("已撤销", "Taken back"))


def party(session: Session) -> Answer:
    """Say how many came on one code."""
    check_in = session.id("check_in", session.args.id)
    found = parties.set_party(session.caller, session.store, check_in=check_in, party=session.args.people)
    data = {"check_in": found.check_in, "expected": found.expected, "party": found.counted}
    text = session.say(
        f"到了 {found.counted} 位，名单上 {found.expected} 位", f"{found.counted} came, {found.expected} on the list"
    )
    return Answer(data, text)
