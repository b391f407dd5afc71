"""`concern nodes`: concerns read by stage."""

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.concerns import by_node


def nodes(session: Session) -> Answer:
    """How many concerns each node heard, and where they could have been prevented."""
    event = session.id_or_none("event", session.args.event)
    heard = by_node.nodes(session.caller, session.store, event=event)
    prevented = by_node.prevention(session.caller, session.store, event=event)
    data = {
        "nodes": [{"node": one.node, "concerns": one.concerns, "closed": one.closed} for one in heard],
        "prevention": [
            {"heard_at": one.heard_at, "preventable_at": one.preventable_at, "concerns": one.concerns}
            for one in prevented
        ],
        "total": sum(one.concerns for one in heard),
    }
    word = session.words
    lines = [table([(word("node", one.node), str(one.concerns), str(one.closed)) for one in heard])]
    if prevented:
        lines.append(session.say("听到的节点 → 本可避免的节点", "heard at → could have been prevented at"))
        lines.append(
            table(
                [(word("node", one.heard_at), word("node", one.preventable_at), str(one.concerns)) for one in prevented]
            )
        )
    return Answer(data, "\n".join(lines))
