"""hall."""

from typing import Any

from db.errors import Misused
from db.lookup import resolve
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.rules.hall import read_ticket
from desktop.services.hall import arriving, calling, directing, hosts, screens
from desktop.services.hall import doubles as double_takes
from desktop.services.hall import overview as whole
from desktop.services.hall.doubles import DoubleTake
from desktop.services.hall.hosts import Host
from desktop.services.hall.lines import Line
from desktop.services.hall.screens import Shown

_SHORTEST_ID = 8


def _event(session: Session) -> str:
    return session.id("event", session.args.event)


def _turn(session: Session, event: str) -> str:
    """The turn that the ticket, or the beginning of an id, means."""
    said: str = session.args.ticket
    if len(said) >= _SHORTEST_ID:
        return resolve(session.store, "turn", said)
    return directing.ticket(session.caller, session.store, event=event, number=said)


def _staff(session: Session) -> str | None:
    return session.id_or_none("staff", session.args.staff)


# -- one family --------------------------------------------------------------------------------------------------------


def arrive(session: Session) -> Answer:
    """Give a family its ticket."""
    args = session.args
    event = _event(session)
    came = arriving.arrive(
        session.caller, session.store, event=event, client=session.id_or_none("client", args.client),
        check_in=session.id_or_none("check_in", args.check_in), direction=args.to, party=args.party,
    )  # fmt: skip
    data = {
        "turn": came.turn, "number": came.number, "direction": came.direction, "staff": came.staff, "host": came.host,
        "table": came.place, "party": came.party, "new": came.is_new,
    }  # fmt: skip
    return Answer(data, came.number)


def direct(session: Session) -> Answer:
    """Send a family to somebody, or take it over."""
    args = session.args
    turn = _turn(session, _event(session))
    if args.take:
        if args.staff is None:
            raise Misused("usage", words="--take --staff STAFF")
        staff = session.id("staff", args.staff)
        return _one(session, directing.take_over(session.caller, session.store, turn=turn, staff=staff))
    line = directing.direct(
        session.caller, session.store, turn=turn, direction=args.to, staff=_staff(session), place=args.table
    )
    return _one(session, line)


def call(session: Session) -> Answer:
    """Call a family, or show its call once more."""
    turn = _turn(session, _event(session))
    if session.args.again:
        return _one(session, calling.again(session.caller, session.store, turn=turn))
    return _one(session, calling.call(session.caller, session.store, turn=turn, staff=_staff(session)))


def greet(session: Session) -> Answer:
    """Note that a family was greeted."""
    turn = _turn(session, _event(session))
    return _one(session, calling.greet(session.caller, session.store, turn=turn, staff=_staff(session)))


def left(session: Session) -> Answer:
    """Note that a family left."""
    turn = _turn(session, _event(session))
    return _one(session, directing.left(session.caller, session.store, turn=turn))


def _one(session: Session, line: Line) -> Answer:
    return Answer(_line(session, line), "  ".join(part for part in _row(session, line) if part))


def _line(session: Session, line: Line) -> dict[str, Any]:
    return {
        "turn": line.turn, "number": line.number, "numbers": list(line.numbers), "client": line.client,
        "name": line.name, "room": line.room, "marks": list(line.marks), "party": line.party,
        "direction": line.direction, "staff": line.staff, "host": line.host, "table": line.place, "state": line.state,
        "arrived_at": session.moment(line.arrived_at), "called_at": session.moment(line.called_at),
        "called_by": line.called_by, "greeted_at": session.moment(line.greeted_at),
        "left_at": session.moment(line.left_at), "waited_s": line.waited_ms // 1000,
        "target_s": line.target_ms // 1000, "late": line.is_late,
    }  # fmt: skip


def _row(session: Session, line: Line) -> tuple[str, ...]:
    marks = " ".join(session.words("client_mark", mark) for mark in line.marks)
    late = session.say("超时", "late") if line.is_late else ""
    return (
        line.number, session.words("turn_state", line.state), line.name, marks,
        session.words("direction", line.direction), line.place or "", line.host or "",
        session.say(f"等 {line.waited_ms // 60_000} 分", f"{line.waited_ms // 60_000} min"), late,
    )  # fmt: skip


# -- the whole hall ----------------------------------------------------------------------------------------------------


def overview(session: Session) -> Answer:
    """Who waits and who is on duty, or only those sent to one person."""
    event, now = _event(session), session.store.clock()
    staff = _staff(session)
    if staff:
        mine = calling.mine(session.caller, session.store, event=event, staff=staff, now_ms=now)
        none = session.say("现在没有人在等。", "Nobody waits.")
        return Answer({"lines": [_line(session, one) for one in mine]}, _rows(session, mine) or none)
    found = whole.overview(session.caller, session.store, event=event, now_ms=now)
    data = {
        "paused": found.paused_at is not None, "lines": [_line(session, one) for one in found.lines],
        "hosts": [_host(session, one) for one in found.hosts], "late": found.late,
        "waits": {
            "greeted": found.waits.greeted, "median_s": found.waits.median_ms // 1000,
            "p90_s": found.waits.p90_ms // 1000, "in_time": found.waits.in_time,
        },
        "without_ticket": [one for one, _ in found.without], "doubles": len(found.doubles),
    }  # fmt: skip
    on_duty = table([_host_row(session, one) for one in found.hosts])
    some = [session.say("叫号屏已暂停", "The calling screens are paused")] if found.paused_at else []
    some += [_rows(session, found.lines) or session.say("还没有人到场。", "Nobody has come yet."), on_duty]
    return Answer(data, "\n\n".join(part for part in some if part))


def _rows(session: Session, lines: tuple[Line, ...]) -> str:
    return table([_row(session, one) for one in lines])


def _host(session: Session, one: Host) -> dict[str, Any]:
    return {
        "staff": one.staff, "name": one.name, "part": one.part, "table": one.place,
        "away_at": session.moment(one.away_at), "waiting": one.waiting, "with": one.client or None,
    }  # fmt: skip


def _host_row(session: Session, one: Host) -> tuple[str, ...]:
    away_now = session.say("离开", "away") if one.away_at is not None else ""
    waiting = session.say(f"{one.waiting} 家在等", f"{one.waiting} waiting")
    return one.place or "", one.name, session.words("part", one.part), away_now, waiting, one.client


def board(session: Session) -> Answer:
    """What a calling screen shows."""
    found = screens.board(session.caller, session.store, event=_event(session))
    data = {
        "paused": found.is_paused, "now": _shown(found.now) if found.now else None,
        "before": [_shown(one) for one in found.before], "next": [_shown(one) for one in found.next],
        "more": found.more,
    }  # fmt: skip
    if found.is_paused:
        return Answer(data, session.say("请稍候，工作人员马上来请您", "One moment please, our staff will come for you"))
    called = [one for one in (found.now, *found.before) if one]
    said = session.say("请到", "please go to")
    rows = [(one.number, one.name, said, one.place, one.host) for one in called]
    rows += [(one.number, one.name, "", "", "") for one in found.next]
    none = session.say("现在没有人等候。", "Nobody waits.")
    return Answer(data, table(rows) or none)


def _shown(one: Shown) -> dict[str, Any]:
    return {"number": one.number, "name": one.name, "table": one.place, "host": one.host or None}


def pause(session: Session) -> Answer:
    """Pause the calling screens."""
    screens.pause(session.caller, session.store, event=_event(session))
    return Answer({"paused": True}, session.say("叫号屏已暂停", "The calling screens are paused"))


def resume(session: Session) -> Answer:
    """Let the calling screens go on."""
    screens.resume(session.caller, session.store, event=_event(session))
    return Answer({"paused": False}, session.say("叫号屏已恢复", "The calling screens go on"))


def show(session: Session) -> Answer:
    """Set, and tell, what the hall is shown."""
    args = session.args
    event = _event(session)
    if args.greeting is not None or args.names is not None:
        shows = None if args.names is None else tuple(args.names)
        screens.set_wording(session.caller, session.store, event=event, greeting=args.greeting, shows=shows)
    now = screens.wording(session.caller, session.store, event=event)
    names = list(now.shows)
    greeting = now.greeting or session.say("欢迎您", "Welcome")
    words = [greeting, *(session.words("shows", name) for name in names)]
    return Answer({"greeting": now.greeting, "shows": names}, "  ".join(words))


# -- those on duty -----------------------------------------------------------------------------------------------------


def seat(session: Session) -> Answer:
    """Put somebody on duty."""
    args = session.args
    event, staff = _event(session), session.id("staff", args.staff)
    hosts.seat(
        session.caller, session.store, event=event, staff=staff, part=args.part, place=args.table,
        untrained_reason=args.reason,
    )  # fmt: skip
    (now,) = (one for one in hosts.hosts(session.caller, session.store, event=event) if one.staff == staff)
    return Answer(_host(session, now), "  ".join(part for part in _host_row(session, now) if part))


def away(session: Session) -> Answer:
    """A host is away, or a table closes."""
    args = session.args
    event = _event(session)
    if args.table is not None:
        moved = hosts.close_table(session.caller, session.store, event=event, place=args.table)
    else:
        moved = hosts.away(session.caller, session.store, event=event, staff=session.id("staff", args.staff))
    count = len(moved)
    return Answer({"moved": list(moved)}, session.say(f"{count} 家已改派", f"{count} sent to others"))


def back(session: Session) -> Answer:
    """A host is back."""
    event, staff = _event(session), session.id("staff", session.args.staff)
    hosts.back(session.caller, session.store, event=event, staff=staff, place=session.args.table)
    return Answer({"staff": staff, "away": False}, session.say("回来了", "Back"))


# -- taken twice -------------------------------------------------------------------------------------------------------


def doubles(session: Session) -> Answer:
    """One family taken by two, listed or settled."""
    if session.args.settle:
        return _settle(session)
    found = double_takes.doubles(session.caller, session.store, event=_event(session))
    rows = [
        (
            " ".join(one.numbers), one.name, take.host, session.words("take", take.kind), take.place or "",
            session.minute(take.at),
        )
        for one in found
        for take in one.takes
    ]  # fmt: skip
    none = session.say("没有两人接了同一家。", "No family was taken by two.")
    return Answer({"doubles": [_double(session, one) for one in found]}, table(rows) or none)


def _double(session: Session, one: DoubleTake) -> dict[str, Any]:
    takes = [
        {
            "kind": take.kind, "row": take.row, "staff": take.staff, "host": take.host, "table": take.place,
            "at": session.moment(take.at),
        }
        for take in one.takes
    ]  # fmt: skip
    return {"client": one.client, "name": one.name, "numbers": list(one.numbers), "takes": takes}


def _settle(session: Session) -> Answer:
    """Say whose the family is."""
    args = session.args
    if args.staff is None:
        raise Misused("usage", words="--settle TICKET --staff STAFF")
    event, staff = _event(session), session.id("staff", args.staff)
    number = read_ticket(args.settle)
    found = double_takes.doubles(session.caller, session.store, event=event)
    stands = next((take for one in found for take in one.takes if number in one.numbers and take.staff == staff), None)
    row, at = (stands.row, stands.at) if stands else (number, 0)
    double_takes.settle(session.caller, session.store, event=event, row=row, at=at)
    return Answer({"settled": row, "staff": staff}, session.say("已定", "Settled"))
