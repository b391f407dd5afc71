"""What goes with writing a concern down: what stands beside the words, files, consents, handovers, rules in the way."""

from pathlib import Path

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.concerns import writing
from desktop.services.guests import consents, deliveries
from desktop.services.receptions import photos


def attach(session: Session) -> Answer:
    """Attach photographs, sounds or videos to a talk."""
    args = session.args
    reception = session.id("reception", args.reception)
    made = [
        photos.attach(
            session.caller, session.store, reception=reception, file=Path(file), shows=args.shows, stage=args.stage
        )
        for file in args.files
    ]
    return Answer({"attachments": made}, session.say(f"已附 {len(made)} 个文件", f"{len(made)} files attached"))


def attached(session: Session) -> Answer:
    """What hangs on a talk."""
    found = photos.attached(session.caller, session.store, reception=session.id("reception", session.args.reception))
    data = [
        {
            "attachment": one.id,
            "name": one.name,
            "shows": one.shows,
            "stage": one.stage,
            "media_type": one.media_type,
            "at": session.moment(one.at),
        }
        for one in found
    ]
    rows = [
        (
            session.minute(one.at),
            session.words("picture_shows", one.shows),
            session.words("stage", one.stage),
            one.name or "",
        )
        for one in found
    ]
    return Answer({"attachments": data}, table(rows) or session.say("没有。", "None."))


def consent_add(session: Session) -> Answer:
    """Keep a consent, or that the notice was heard."""
    args = session.args
    made = consents.add(
        session.caller,
        session.store,
        client=session.id("client", args.client),
        kind=args.kind,
        means=args.means,
        reception=session.id_or_none("reception", args.reception),
    )
    return Answer({"consent": made}, made)


def consent_withdraw(session: Session) -> Answer:
    """A client takes a consent back."""
    client = session.id("client", session.args.client)
    count = consents.withdraw(session.caller, session.store, client=client, kind=session.args.kind)
    return Answer({"client": client, "withdrawn": count}, session.say("已撤回", "Withdrawn"))


def consent_list(session: Session) -> Answer:
    """What a client has heard and agreed to."""
    found = consents.of_client(session.caller, session.store, client=session.id("client", session.args.client))
    data = [
        {
            "consent": one.id,
            "kind": one.kind,
            "text": one.text,
            "at": session.moment(one.at),
            "means": one.means,
            "reception": one.reception,
            "withdrawn_at": session.moment(one.withdrawn_at),
        }
        for one in found
    ]
    ended = session.say("已撤回", "withdrawn")
    rows = [
        (session.minute(one.at), session.words("consent_kind", one.kind), one.text, ended if one.withdrawn_at else "")
        for one in found
    ]
    return Answer({"consents": data}, table(rows) or session.say("没有。", "None."))


def unit_delivered(session: Session) -> Answer:
    """Keep the day on which a home was handed over."""
    done = deliveries.deliver(session.caller, session.store, room=session.args.unit, on=session.args.on)
    data = {"unit": done.unit, "room": done.spoken, "delivered_on": done.delivered_on, "changed": done.news}
    return Answer(data, f"{done.spoken} {done.delivered_on}")


def unit_list(session: Session) -> Answer:
    """Homes that were handed over."""
    found = deliveries.delivered(session.caller, session.store)
    data = [{"unit": one.unit, "room": one.spoken, "delivered_on": one.delivered_on} for one in found]
    text = table([(one.spoken, one.delivered_on) for one in found])
    return Answer({"units": data}, text or session.say("没有。", "None."))


def unit_warranty(session: Session) -> Answer:
    """Until when each part of a home is under warranty."""
    found = deliveries.under_warranty(
        session.caller, session.store, room=session.args.unit, now_ms=session.store.clock()
    )
    data = [{"part": one.part, "until": one.last_day, "in_warranty": one.is_inside} for one in found]
    rows = [
        (
            session.words("building_part", one.part),
            one.last_day,
            session.words("warranty", "in" if one.is_inside else "out"),
        )
        for one in found
    ]
    none = session.say("这套房没有交付日期。", "Nobody said when this home was handed over.")
    return Answer({"parts": data}, table(rows) or none)


def rule_gaps(session: Session) -> Answer:
    """Which rules stood in the way of solving things on the spot."""
    event = session.id_or_none("event", session.args.event)
    found = writing.rule_gaps(session.caller, session.store, event=event)
    data = {
        "gaps": [
            {"reason": one.reason, "count": one.count, "concerns": list(one.numbers), "words": list(one.words)}
            for one in found.gaps
        ],
        "solvable": found.solvable,
        "not_solvable": found.not_solvable,
        "unsaid": found.unsaid,
    }
    unnamed = session.say("未归类", "not classified")
    rows = [
        (str(one.count), session.words("rule_gap", one.reason) if one.reason else unnamed, "；".join(one.words))
        for one in found.gaps
    ]
    head = session.say(
        f"本可当场解决 {found.solvable} 件，不能当场解决 {found.not_solvable} 件，没有填写 {found.unsaid} 件。",
        f"Solvable on the spot: {found.solvable}; not: {found.not_solvable}; nobody said: {found.unsaid}.",
    )
    return Answer(data, "\n".join(filter(None, (head, table(rows)))))


def unfitting(session: Session) -> Answer:
    """Code lists in which "other" is chosen too often."""
    found = writing.unfitting(session.caller, session.store, event=session.id_or_none("event", session.args.event))
    data = [{"list": one.list_name, "other": one.others, "of": one.base, "percent": one.percent} for one in found]
    rows = [(one.list_name, f"{one.percent}%", f"{one.others} / {one.base}") for one in found]
    none = session.say("没有：选“其他”的都不到 15%。", "None: nowhere is “other” above 15 %.")
    return Answer({"lists": data}, table(rows) or none)
