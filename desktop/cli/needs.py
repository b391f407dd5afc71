"""need, and what belongs to a node: who acts there, what is open there."""

from pathlib import Path

from desktop.cli import lacking
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.paper.content import Report
from desktop.services.needs import gates, matrix, needs
from desktop.services.project import codes


def need_list(session: Session) -> Answer:
    """The needs of every node, and how many words no question asked for."""
    args = session.args
    found = needs.everything(
        session.caller, session.store, node=args.node, event=session.id_or_none("event", args.event)
    )
    data = [
        {
            "node": one.node,
            "needs": [
                {
                    "concern": need.concern, "number": need.number, "words": need.words, "area": need.area or None,
                    "sub_area": need.sub_area or None, "heard_by": need.heard_by, "at": session.moment(need.at),
                    "acknowledged": [
                        {
                            "department": ack.department, "by": ack.by, "entered_by": ack.entered_by or None,
                            "means": ack.means or None, "at": session.moment(ack.at),
                        }
                        for ack in need.acks
                    ],
                    "missing": list(need.missing),
                }
                for need in one.needs
            ],
            "with_topic": one.coverage.count,
            "not_asked": one.coverage.uncovered,
            "without_topic": one.coverage.untold,
            "topics": [{"topic": topic, "count": count} for topic, count in one.coverage.topics],
        }
        for one in found
    ]  # fmt: skip
    lines = []
    for one in found:
        coverage = one.coverage
        share = session.say(
            f"提纲没有问到 {coverage.uncovered} / {coverage.count}",
            f"not asked for {coverage.uncovered} / {coverage.count}",
        )
        lines.append(f"{session.words('node', one.node)}　{len(one.needs)}　{share}")
        rows = [
            (
                need.number, session.words("area", need.area or None), need.words,
                " ".join(session.words("department", ack.department) for ack in need.acks),
            )
            for need in one.needs
        ]  # fmt: skip
        lines += [table(rows)] if rows else []
    return Answer({"nodes": data}, "\n".join(lines))


def need_ack(session: Session) -> Answer:
    """A department took note of needs, or had not."""
    args = session.args
    ids = tuple(session.id("concern", one) for one in args.ids)
    if args.undo:
        count = needs.take_back(session.caller, session.store, needs=ids, department=args.department)
    else:
        count = needs.acknowledge(
            session.caller, session.store, needs=ids, department=args.department,
            staff=session.id_or_none("staff", args.by), means=args.means, words=args.words,
        )  # fmt: skip
    return Answer({"needs": count, "department": args.department}, str(count))


def need_export(session: Session) -> Answer:
    """The needs as a table."""
    args = session.args
    count = needs.export(
        session.caller, session.store, file=Path(args.file), node=args.node,
        event=session.id_or_none("event", args.event), language=session.language,
    )  # fmt: skip
    return Answer({"file": args.file, "needs": count}, session.say(f"{args.file}：{count} 条", f"{args.file}: {count}"))


def node_add(session: Session) -> Answer:
    """Add a node of the project's own."""
    args = session.args
    codes.add(session.caller, session.store, list_name="node", code=args.code, zh=args.zh, en=args.en)
    return Answer({"node": args.code}, args.code)


def node_matrix(session: Session) -> Answer:
    """Which department acts at which node."""
    args = session.args
    found = matrix.rows(session.caller, session.store)
    if args.csv:
        matrix.write_table(session.caller, session.store, file=Path(args.csv), language=session.language)
    paper = matrix.write_paper(session.caller, session.store, pdf=Path(args.pdf)) if args.pdf else Report(0, ())
    data = [{"node": one.node, "departments": {name: part for name, part in one.parts if part}} for one in found]
    said = {"lead": session.say("主责", "leads"), "help": session.say("参与", "helps"), "": "·"}
    heads = ("", *(session.words("department", name) for name, _ in found[0].parts))
    rows = [heads, *((session.words("node", one.node), *(said[part] for _, part in one.parts)) for one in found)]
    told = (table(rows), *lacking.as_lines(session, paper))
    return Answer({"nodes": data, "missing": lacking.as_data(paper)}, "\n".join(told))


def gate(session: Session) -> Answer:
    """What a decision at a node has to see."""
    args = session.args
    found = gates.gate(session.caller, session.store, node=args.node)
    if args.csv:
        gates.write_table(session.caller, session.store, node=args.node, file=Path(args.csv), language=session.language)
    paper = Report(0, ())
    if args.pdf:
        paper = gates.write_paper(session.caller, session.store, node=args.node, pdf=Path(args.pdf))
    data = {
        "missing": lacking.as_data(paper),
        "node": found.node,
        "common": [{"title": one.title, "area": one.area or None, "clients": one.clients} for one in found.shared],
        "needs": [
            {"number": one.number, "words": one.words, "missing": list(one.missing)} for one in found.needs.needs
        ],
        "concerns": [{"number": one[0], "words": one[1], "state": one[3]} for one in found.concerns],
    }
    rows = [(session.say("共性问题", "common"), str(one.clients), one.title) for one in found.shared]
    rows += [(session.say("需求", "need"), one.number, one.words) for one in found.needs.needs]
    rows += [(session.words("state", one[3]), one[0], one[1]) for one in found.concerns]
    told = table(rows) or session.say("没有未了的事", "Nothing is open")
    return Answer(data, "\n".join((told, *lacking.as_lines(session, paper))))
