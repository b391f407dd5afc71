"""check-in pass, check-in stations."""

from typing import Any

from desktop.cli.door import tokens_of
from desktop.cli.output import Answer, as_json_text, table, write_line
from desktop.cli.session import Session
from desktop.services.guests import passages
from desktop.services.guests.passages import Passing

# What ends with exit 0: the client may go on.
FINE = ("welcomed", "already", "back", "unknown")


def pass_by(session: Session) -> Answer:
    """Answer every code at a station, one line each, as it comes."""
    args = session.args
    event = session.id("event", args.event)
    status = 0
    for token in tokens_of(args.tokens):
        shown = passages.pass_by(
            session.caller, session.store, event=event, station=args.station, token=token, desk=args.desk
        )
        status = status if shown.outcome in FINE else 1
        write_line(as_json_text(_line(session, shown)) if session.as_json else _text(session, shown))
    return Answer(None, "", status, told=True)


def _line(session: Session, shown: Passing) -> dict[str, Any]:
    first = {"at": session.moment(shown.first_at), "desk": shown.first_desk} if shown.first_at is not None else None
    return {
        "token": shown.token, "station": shown.station, "outcome": shown.outcome, "client": shown.client,
        "first": first, "name": shown.name, "passage": shown.passage or None,
        "check_in": shown.scan.check_in if shown.scan else None,
    }  # fmt: skip


def _text(session: Session, shown: Passing) -> str:
    token = shown.token if len(shown.token) <= 30 else shown.token[:27] + "..."
    parts = [
        token, session.words("station", shown.station), session.words("passage_outcome", shown.outcome),
        shown.name or "",
    ]  # fmt: skip
    if shown.first_at is not None:
        parts.append(f"{session.minute(shown.first_at)} {shown.first_desk or ''}")
    return "  ".join(part for part in parts if part)


def stations(session: Session) -> Answer:
    """How many people came by each station."""
    event = session.id("event", session.args.event)
    found = passages.stations(session.caller, session.store, event=event)
    data = [
        {"station": one.station, "people": one.people, "latest": session.moment(one.latest)} for one in found.stations
    ]
    rows = [
        (session.words("station", one.station), str(one.people), session.minute(one.latest) if one.latest else "")
        for one in found.stations
    ]
    out = session.say(f"出去了还没回来 {found.out_now} 位", f"{found.out_now} out and not back")
    return Answer({"stations": data, "out_now": found.out_now}, f"{table(rows)}\n{out}")
