"""guide, and the answers to its questions at a talk."""

from pathlib import Path
from typing import Any

import msgspec

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.rules.guides import Guide, Line, read_lines
from desktop.services.guides import answers, guides


def guide_list(session: Session) -> Answer:
    """The guide of every node."""
    found = guides.everything(session.caller, session.store)
    data = [
        {
            "node": one.node,
            "version": one.guide.version if one.guide else None,
            "versions": list(one.versions),
            "own": one.is_own,
            "prompts": len(one.guide.prompts) if one.guide else 0,
            "questions": len(one.guide.questions) if one.guide else 0,
        }
        for one in found
    ]
    rows = []
    for one in found:
        guide = one.guide
        said = (
            session.say(
                f"第 {guide.version} 版　提示 {len(guide.prompts)}　问题 {len(guide.questions)}",
                f"version {guide.version}, prompts {len(guide.prompts)}, questions {len(guide.questions)}",
            )
            if guide
            else session.say("还没有提纲", "no guide yet")
        )
        own = session.say("本项目自己的", "the project's own") if one.is_own else ""
        rows.append((session.words("node", one.node), said, own, one.node))
    return Answer({"guides": data}, table(rows))


def guide_show(session: Session) -> Answer:
    """One guide, line by line."""
    args = session.args
    guide = guides.show(session.caller, session.store, node=args.node, version=args.version)
    if guide is None:
        return Answer({"node": args.node, "version": None, "lines": []}, session.say("没有这份提纲", "No such guide"))
    return _shown(session, args.node, guide)


def guide_set(session: Session) -> Answer:
    """Write the next version of a guide."""
    args = session.args
    lines = read_lines(_lines_in(Path(args.file).read_bytes()))
    guide = guides.set_lines(session.caller, session.store, node=args.node, lines=lines)
    return _shown(session, args.node, guide)


def answer(session: Session) -> Answer:
    """Keep the answer to a question; what the question offers no choice for is words."""
    args = session.args
    kept = answers.answer(
        session.caller, session.store, reception=session.id("reception", args.id), question=args.question,
        value=args.value,
    )  # fmt: skip
    return Answer({"answer": kept}, kept)


def answers_of(session: Session) -> Answer:
    """Every question of a talk's guide with its answer."""
    found = answers.of_talk(session.caller, session.store, reception=session.id("reception", session.args.id))
    data = [
        {"question": one.line.key, "text": one.line.said(session.language), "value": one.value, "words": one.words}
        for one in found
    ]
    rows = [
        (one.line.key, one.line.said(session.language), one.line.value_said(one.value, session.language) or one.words)
        for one in found
    ]
    return Answer({"answers": data}, table(rows) or session.say("这份提纲没有问题", "This guide asks nothing"))


def _shown(session: Session, node: str, guide: Guide) -> Answer:
    data = {"node": node, "version": guide.version, "lines": [_plain(line) for line in guide.lines]}
    rows = [(line.key or "·", line.said(session.language), _offered(line, session)) for line in guide.lines]
    return Answer(data, session.say(f"第 {guide.version} 版\n", f"Version {guide.version}\n") + table(rows))


def _offered(line: Line, session: Session) -> str:
    if line.kind == "scale":
        return "1-5"
    return " ".join(f"{option.code}={option.said(session.language)}" for option in line.options)


def _plain(line: Line) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(line)
    return {name: value for name, value in plain.items() if value}


def _lines_in(content: bytes) -> bytes:
    """The lines alone, also out of a whole answer of `guide show --json`."""
    try:
        read = msgspec.json.decode(content)
    except msgspec.DecodeError:
        return content
    return msgspec.json.encode(read["lines"]) if isinstance(read, dict) and "lines" in read else content
