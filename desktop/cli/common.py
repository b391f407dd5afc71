"""common."""

from pathlib import Path
from typing import Any

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.common import deciding, listing, suggesting, texts
from desktop.services.common.groups import Suggestion
from desktop.services.common.listing import Matter
from desktop.services.common.suggesting import Prospect
from desktop.services.likeness import keeping

WIDTHS = {"strict": suggesting.STRICT, "normal": suggesting.NORMAL, "wide": suggesting.WIDE}
WORDS_IN_LIST = 40


def common_suggest(session: Session) -> Answer:
    """Groups that seem to say the same."""
    args = session.args
    cut = WIDTHS.get(args.width)
    if args.texts is not None:
        found, groups = suggesting.group_texts(texts.lines_of(Path(args.texts)), cut)
    else:
        keeping.keep_up(session.caller, session.store)
        event = session.id_or_none("event", args.event)
        found = suggesting.prospect(session.caller, session.store, event=event)
        groups = suggesting.suggestions(found, cut)
    return _suggested(session, found, groups, of_texts=args.texts is not None)


def common_list(session: Session) -> Answer:
    """The confirmed matters."""
    event = session.id_or_none("event", session.args.event)
    found = listing.everything(session.caller, session.store, event=event)
    least = listing.least(session.caller, session.store)
    rows = [
        (
            one.issue,
            session.say(f"{one.clients} 位客户", f"{one.clients} clients"),
            session.say(f"{len(one.members)} 件", f"{len(one.members)} concerns"),
            session.words("area", one.area),
            "" if one.is_common else session.say(f"未满 {least} 位", f"fewer than {least}"),
            one.title,
        )
        for one in found
    ]
    none = session.say("还没有确认过共性问题", "No common matter has been confirmed yet")
    return Answer({"least_clients": least, "matters": [_data(session, one) for one in found]}, table(rows) or none)


def common_confirm(session: Session) -> Answer:
    """Confirm that concerns are one matter."""
    args = session.args
    issue = deciding.confirm(
        session.caller,
        session.store,
        title=args.title,
        concerns=[session.id("concern", one) for one in args.concerns],
        area=args.area,
        department=args.department,
        node=args.node,
    )
    return Answer({"matter": issue}, issue)


def common_split(session: Session) -> Answer:
    """Split a matter, or take the split back."""
    issue = session.id("common_issue", session.args.id)
    if session.args.undo:
        deciding.restore(session.caller, session.store, issue=issue)
        return Answer({"matter": issue, "split": False}, session.say("已恢复", "It is whole again"))
    freed = deciding.split(session.caller, session.store, issue=issue)
    text = session.say(f"已拆开，{freed} 件诉求各自独立", f"Split: {freed} concerns stand for themselves")
    return Answer({"matter": issue, "split": True, "concerns": freed}, text)


def _suggested(session: Session, found: Prospect, groups: tuple[Suggestion, ...], *, of_texts: bool) -> Answer:
    data: dict[str, Any] = {"groups": [_group(one, of_texts=of_texts) for one in groups]}
    lines = [
        f"{one.title}\n" + "\n".join(f"  {member.number}  {_short(member.words)}" for member in one.members)
        for one in groups
    ]
    if found.is_simple:
        lines.insert(0, session.say("简单比对：只比字面", "Simple comparison: by characters only"))
    none = session.say("没有看起来是同一回事的", "Nothing seems to be the same matter")
    return Answer(data, "\n".join(lines) if groups else none)


def _group(one: Suggestion, *, of_texts: bool) -> dict[str, Any]:
    if of_texts:
        return {"title": one.title, "members": sorted(int(member.number) for member in one.members)}
    made = {"title": one.title, "members": [member.concern for member in one.members], "clients": one.clients}
    return {**made, "matter": one.issue} if one.issue else made


def _data(session: Session, one: Matter) -> dict[str, Any]:
    return {
        "matter": one.issue,
        "title": one.title,
        "area": one.area or None,
        "department": one.department or None,
        "clients": one.clients,
        "open": one.open,
        "common": one.is_common,
        "confirmed_at": session.moment(one.confirmed_at),
        "members": [{"concern": member.concern, "number": member.number} for member in one.members],
    }


def _short(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= WORDS_IN_LIST else f"{text[: WORDS_IN_LIST - 1]}…"
