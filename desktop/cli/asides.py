"""aside."""

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.receptions import asides

WORDS_IN_LIST = 40


def aside_add(session: Session) -> Answer:
    """Keep what a client said in passing."""
    args = session.args
    aside = asides.add(
        session.caller,
        session.store,
        event=session.id("event", args.event),
        words=args.words,
        heard_by=session.id("staff", args.heard_by),
        client=session.id_or_none("client", args.client),
    )
    return Answer({"aside": aside}, aside)


def aside_list(session: Session) -> Answer:
    """What was said in passing."""
    client = session.id_or_none("client", session.args.client)
    found = asides.listed(session.caller, session.store, client=client, only_open=session.args.open)
    data = [
        {
            "aside": one.id,
            "client": one.client,
            "words": one.words,
            "heard_by": one.heard_by,
            "at": session.moment(one.at),
            "concern": one.concern,
        }
        for one in found
    ]
    became = session.say("已转为诉求", "now a concern")
    rows = [(session.minute(one.at), became if one.concern else "", one.words[:WORDS_IN_LIST], one.id) for one in found]
    return Answer({"asides": data}, table(rows) or session.say("没有。", "None."))


def aside_promote(session: Session) -> Answer:
    """Make a concern of what was said in passing."""
    args = session.args
    recorded = asides.promote(
        session.caller, session.store, aside=session.id("aside", args.id), type_code=args.type, area=args.area
    )
    return Answer({"concern": recorded.concern, "number": recorded.number}, recorded.number)
