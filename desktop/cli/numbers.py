"""event slots, event numbers."""

from typing import Any

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.events import events
from desktop.services.events import numbers as counted
from desktop.services.events.numbers import Share


def slots(session: Session) -> Answer:
    """Every slot with the room that is left; with --slot they are written anew first."""
    args = session.args
    event = session.id("event", args.event)
    if args.slot:
        events.set_fields(session.caller, session.store, event=event, changes={"slots": "\n".join(args.slot)})
    found = counted.room(session.caller, session.store, event=event)
    data = [
        {
            "slot": one.slot.text or None, "capacity": one.slot.capacity, "invitations": one.invited,
            "people": one.heads, "left": one.left,
        }
        for one in found
    ]  # fmt: skip
    rows = [
        (
            one.slot.text or session.say("没有场次", "no slot"),
            f"{one.heads} / {one.slot.capacity}" if one.slot.capacity is not None else f"{one.heads}",
            "" if one.left is None else session.say(f"剩 {one.left}", f"{one.left} left"),
        )
        for one in found
    ]
    none = session.say(
        "还没有场次。用 --slot '09:00-10:30 上午一场 | 60' 写。", "No slots so far: add them with --slot."
    )
    return Answer({"slots": data}, table(rows) or none)


def numbers(session: Session) -> Answer:
    """Who came of those expected."""
    found = counted.numbers(session.caller, session.store, event=session.id("event", session.args.event))
    data = {
        "event": found.event, "title": found.title, "expected": found.expected, "arrived": found.arrived,
        "came": found.came, "declined_came": found.declined_came, "walk_ins": found.walk_ins,
        "unknown": found.unknown, "people": {"expected": found.expected_heads, "came": found.heads,
                                             "uncounted": found.uncounted},
        "quarters": [
            {"from": session.moment(one.at), "arrived": one.arrived, "others": one.besides, "expected": one.expected}
            for one in found.quarters
        ],
        "slots": _shares(found.slots), "owners": _shares(found.owners), "channels": _shares(found.channels),
        "desks": [{"desk": desk or None, "came": count} for desk, count in found.desks],
    }  # fmt: skip
    head = session.say(
        f"{found.title}：应到 {found.expected} 组，已到 {found.arrived}；没有邀请 {found.walk_ins}，"
        f"待核对 {found.unknown}；现场 {found.heads} 人",
        f"{found.title}: {found.arrived} of {found.expected} invitations came; {found.walk_ins} without an invitation, "
        f"{found.unknown} to be confirmed; {found.heads} people",
    )
    quarters = [
        (session.minute(one.at)[-5:], f"{one.arrived} / {one.expected}", f"+{one.besides}" if one.besides else "")
        for one in found.quarters
        if one.arrived or one.besides or one.expected
    ]
    named = [
        (session.say(zh, en), one.name or "—", f"{one.arrived} / {one.expected}")
        for zh, en, shares in (
            ("场次", "slot", found.slots),
            ("负责人", "owner", found.owners),
            ("渠道", "channel", found.channels),
        )
        for one in shares
    ]
    desks = [(session.say("签到台", "desk"), desk or "—", f"{count}") for desk, count in found.desks]
    return Answer(data, "\n".join(filter(None, (head, table(quarters), table([*named, *desks])))))


def _shares(shares: tuple[Share, ...]) -> list[dict[str, Any]]:
    return [{"name": one.name or None, "expected": one.expected, "arrived": one.arrived} for one in shares]
