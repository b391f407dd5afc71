"""event close-list, event signed."""

from desktop.cli.output import Answer, sentences
from desktop.cli.session import Session
from desktop.services.events import closing


def close_list(session: Session) -> Answer:
    """What is open after an event; with --line and --reason a reason is given first."""
    args = session.args
    event = session.id("event", args.event)
    if args.line or args.reason:
        closing.give_reason(
            session.caller, session.store, event=event, line=args.line or "", reason=args.reason or ""
        )  # fmt: skip
    found = closing.close_list(session.caller, session.store, event=event)
    is_settled = closing.is_settled(found)
    data, texts = [], []
    for one in found:
        said = sentences(one.code, dict(one.facts), session.language)
        reason = one.reason
        data.append(
            {
                "line": one.key,
                "kind": one.kind,
                "message": said.message,
                "next": said.next,
                "reason": reason.text if reason else None,
                "reason_by": reason.by or None if reason else None,
                "reason_at": session.moment(reason.at) if reason else None,
            }
        )
        texts.append(f"{'·' if reason else '✗'} {said.message}")
        texts.append(f"    {one.key}  {session.say('原因', 'reason')}: {reason.text}" if reason else f"    {said.next}")
        if not reason:
            texts.append(f"    {one.key}")
    if not found:
        texts.append(session.say("收场清单是空的，活动总结可以定稿。", "Nothing is open: the summary is final."))
    elif is_settled:
        texts.append(
            session.say("每一行都有原因，活动总结可以定稿。", "Every line has a reason: the summary is final.")
        )
    else:
        texts.append(session.say("还没有办完：活动总结印成初稿。", "Not done yet: the summary prints as a draft."))
    return Answer({"event": event, "settled": is_settled, "lines": data}, "\n".join(texts), 0 if is_settled else 1)


def signed(session: Session) -> Answer:
    """The client has signed under a promise."""
    promise = session.id("promise", session.args.promise)
    closing.sign(session.caller, session.store, promise=promise)
    return Answer({"promise": promise, "signed": True}, session.say("已记下客户签字。", "The signature is noted."))
