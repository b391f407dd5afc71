"""`client owner`, `client hand-over`, `client owners`: who of ours looks after whom."""

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.guests import owners


def give(session: Session) -> Answer:
    """Give a client one person of ours."""
    args = session.args
    client = session.id("client", args.id)
    changed = owners.give(session.caller, session.store, client=client, name=args.name, kind=args.kind)
    said = session.say("已更新", "Done") if changed else session.say("本来就是", "It was so already")
    return Answer({"client": client, "owner": args.name, "changed": changed}, said)


def hand_over(session: Session) -> Answer:
    """Give all clients of one person to another."""
    args = session.args
    count = owners.hand_over(session.caller, session.store, leaving=args.leaving, taking=args.taking)
    return Answer(
        {"clients": count}, session.say(f"{count} 位客户转给了 {args.taking}", f"{count} clients handed over")
    )


def twice(session: Session) -> Answer:
    """Clients whom two of ours look after; exit 1 if there are any."""
    found = owners.twice(session.caller, session.store)
    data = [{"client": one.client, "name": one.name, "owners": list(one.owners)} for one in found]
    text = table([(one.name, "、".join(one.owners), one.client) for one in found])
    none = session.say("没有：每位客户至多一位对接人。", "None: nobody is looked after by two.")
    return Answer({"twice": data}, text or none, 1 if found else 0)
