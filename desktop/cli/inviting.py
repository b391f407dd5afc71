"""invitation contact, invitation contacts, invitation remind, invitation reissue."""

from pathlib import Path
from typing import Any

from db.errors import Misused
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.inviting import codes as new_codes
from desktop.services.inviting import contacts as noted
from desktop.services.inviting import lists, reminders, sheets
from desktop.services.inviting.lists import CallLine


def contact(session: Session) -> Answer:
    """Note what a try gave; for all clients of one of ours that their invitations were sent."""
    args = session.args
    event = session.id("event", args.event)
    if args.owner is not None:
        if args.result != lists.SENT:
            raise Misused("only_sent_together", value=args.result)
        done = noted.sent(session.caller, session.store, event=event, owner=args.owner)
        said = session.say(f"{len(done)} 位记为已发", f"{len(done)} noted as sent")
        return Answer({"contacts": list(done), "sent": len(done)}, said)
    made = noted.contact(
        session.caller, session.store, event=event, client=session.id("client", args.client), result=args.result,
        words=args.words, slot=args.slot, over=args.over,
    )  # fmt: skip
    words = (made.line.shown_name, session.words("contact_result", args.result), made.line.slot)
    return Answer({"contact": made.contact, **_line(session, made.line)}, "  ".join(filter(None, words)))


def contacts(session: Session) -> Answer:
    """Who was reached, by owner and slot."""
    args = session.args
    event = session.id("event", args.event)
    asked = {"event": event, "owner": args.owner, "slot": args.slot, "state": args.state}
    if args.file:
        count = sheets.write(session.caller, session.store, file=Path(args.file), language=session.language, **asked)
        said = session.say(f"{count} 位客户存到 {args.file}", f"{count} clients are in {args.file}")
        return Answer({"file": args.file, "clients": count}, said)
    found = lists.everybody(session.caller, session.store, **asked)
    rows = [
        (
            one.owner or "—",
            one.slot or "—",
            one.shown_name,
            one.room,
            session.words("invite_state", one.state),
            session.say(f"联系 {one.tries} 次", f"tries: {one.tries}"),
            one.words,
        )
        for one in found.lines
    ]
    none = session.say("没有这样的客户。", "There is no such client.")
    data = {
        "clients": [_line(session, one) for one in found.lines],
        "states": {state: sum(one.state == state for one in found.lines) for state in lists.STATES},
    }
    return Answer(data, table(rows) or none)


def _line(session: Session, one: CallLine) -> dict[str, Any]:
    return {
        "client": one.client, "invitation": one.invitation, "name": one.name, "title": one.title or None,
        "room": one.room or None, "phone_masked": one.phone_masked or None, "owner": one.owner or None,
        "slot": one.slot or None, "heads": one.heads, "channel": one.channel or None, "state": one.state,
        "tries": one.tries, "last_at": session.moment(one.last_at), "words": one.words or None,
        "new_code": one.is_new_code,
    }  # fmt: skip


def remind(session: Session) -> Answer:
    """Reminders to paste, for each of ours."""
    args = session.args
    found = reminders.reminders(
        session.caller, session.store, event=session.id("event", args.event), owner=args.owner, slot=args.slot,
        state=args.state, language=session.language,
    )  # fmt: skip
    data = [
        {
            "owner": one.owner or None,
            "version": one.version,
            "text": one.text,
            "messages": [{"client": each.client, "state": each.state, "text": each.text} for each in one.messages],
        }
        for one in found
    ]
    none = session.say("没有要提醒的客户。", "There is nobody to remind.")
    return Answer({"reminders": data}, "\n\n\n".join(one.text for one in found) or none)


def reissue(session: Session) -> Answer:
    """A new code for somebody; the old one is revoked."""
    client, event = session.id("client", session.args.client), session.id("event", session.args.event)
    made = new_codes.reissue(session.caller, session.store, event=event, client=client)
    text = session.say(
        f"新邀请码 {made.token}，数字 {made.spoken[:3]} {made.spoken[3:]}；旧码已作废",
        f"New code {made.token}, number {made.spoken[:3]} {made.spoken[3:]}; the old one is revoked",
    )
    data = {"client": client, "invitation": made.invitation, "token": made.token, "spoken": made.spoken}
    return Answer(data | {"revoked": made.before}, text)
