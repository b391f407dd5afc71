"""reception, concern, promise."""

from desktop.cli.arguments import details, pairs
from desktop.cli.output import Answer, sentences, table
from desktop.cli.session import Session
from desktop.services.concerns import listing, moving, recording, standing
from desktop.services.people.staff import additions
from desktop.services.promises import promises
from desktop.services.receptions import talks

WORDS_IN_LIST = 28


def reception_start(session: Session) -> Answer:
    """Begin a talk."""
    args = session.args
    talk = talks.start(
        session.caller,
        session.store,
        event=session.id("event", args.event),
        client=session.id_or_none("client", args.client),
        host=session.id("staff", args.host),
        recorder=session.id_or_none("staff", args.recorder),
        observers=tuple(session.id("staff", one) for one in args.observer),
        delegate_for=session.id_or_none("staff", args.delegate_for),
    )
    return Answer({"reception": talk.reception, "number": talk.number}, talk.number)


def reception_end(session: Session) -> Answer:
    """End a talk."""
    args = session.args
    talk = talks.end(
        session.caller,
        session.store,
        event=session.id("event", args.event),
        client=session.id_or_none("client", args.client),
        host=session.id("staff", args.host),
    )
    return Answer({"reception": talk.reception, "number": talk.number}, talk.number)


def concern_add(session: Session) -> Answer:
    """Take down a concern."""
    args = session.args
    recorded = recording.add(
        session.caller,
        session.store,
        event=session.id("event", args.event),
        client=session.id_or_none("client", args.client),
        received_by=session.id("staff", args.received_by),
        words=args.words,
        type_code=args.type,
        area=args.area,
        wish=args.wish,
        place=args.place,
        channel=args.channel,
        grade=args.grade,
        risk=args.risk,
        occurred=args.occurred,
        means=args.means,
        details=details(session),
    )
    return Answer({"concern": recorded.concern, "number": recorded.number}, recorded.number)


def concern_addition(session: Session) -> Answer:
    """Add to a concern's words."""
    addition = recording.add_words(
        session.caller,
        session.store,
        concern=session.id("concern", session.args.id),
        words=session.args.words,
        said_by=session.id("staff", session.args.by),
    )
    return Answer({"addition": addition}, addition)


def concern_move(session: Session) -> Answer:
    """Take a concern a step on."""
    args = session.args
    moved = moving.move(
        session.caller,
        session.store,
        concern=session.id("concern", args.id),
        target=args.state,
        by=session.id("staff", args.by),
        entered_by=session.id_or_none("staff", args.entered_by) or session.caller.staff,
        means=args.means,
        fields=pairs([text for group in args.set for text in group]),
        evidence=args.evidence,
    )
    if not moved.refused:
        return Answer({"state": moved.state}, session.words("state", moved.state))
    own = additions(session.store)
    said = [sentences(one.code, dict(one.facts), session.language, own) for one in moved.refused]
    reasons = [
        {"code": one.code, "message": words.message, "next": words.next}
        for one, words in zip(moved.refused, said, strict=True)
    ]
    text = "\n".join(session.say(f"{one.message}。{one.next}", f"{one.message}. {one.next}") for one in said)
    codes = [one.code for one in moved.refused]
    return Answer({"refused": codes, "reasons": reasons, "state": moved.state}, text, 1)


def concern_list(session: Session) -> Answer:
    """The work list."""
    lines = listing.everything(
        session.caller,
        session.store,
        now_ms=session.store.clock(),
        overdue=session.args.overdue,
        state=session.args.state,
    )
    stands = standing.standings(session.caller, session.store, now_ms=session.store.clock())
    if chosen := _chosen(session):
        by_id = {line.concern: line for line in lines}
        lines = tuple(by_id[one] for one in chosen if one in by_id)
    elif session.args.escalated or session.args.not_handed_over:
        lines = ()
    data = [
        {
            "concern": line.concern,
            "number": line.number,
            "words": line.words,
            "type": line.type,
            "area": line.area,
            "department": line.department,
            "grade": line.grade,
            "state": line.state,
            "due": line.due,
            "client": line.client,
            "rivals": line.rivals,
            "late_entry": line.is_late_entry,
            "escalations": list(stands[line.concern].escalations) if line.concern in stands else [],
        }
        for line in lines
    ]
    rows = [
        (
            line.number,
            session.words("state", line.state) + (" *" if line.rivals else ""),
            session.words("area", line.area),
            session.words("department", line.department),
            (line.due or "").replace("T", " "),
            session.say("迟录", "entered late") if line.is_late_entry else "",
            _short(line.words),
        )
        for line in lines
    ]
    return Answer({"concerns": data}, table(rows) or session.say("没有。", "None."))


def _chosen(session: Session) -> tuple[str, ...]:
    """The concerns that a question of its own chooses, in its order."""
    now = session.store.clock()
    if session.args.escalated:
        return tuple(one.concern for one in standing.escalated(session.caller, session.store, now_ms=now))
    if session.args.not_handed_over:
        return tuple(one.concern for one in standing.not_handed_over(session.caller, session.store, now_ms=now))
    return ()


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= WORDS_IN_LIST else flat[: WORDS_IN_LIST - 1] + "…"


def promise_add(session: Session) -> Answer:
    """Note a promise."""
    args = session.args
    promise = promises.add(
        session.caller,
        session.store,
        concern=session.id("concern", args.concern),
        text=args.text,
        due=args.due,
        by=session.id("staff", args.by),
        department=args.department,
        kind=args.kind,
    )
    return Answer({"promise": promise}, promise)


def promise_list(session: Session) -> Answer:
    """Promises by due day."""
    found = promises.everything(session.caller, session.store, only_open=session.args.open)
    data = [
        {
            "promise": one.id,
            "concern": one.concern,
            "text": one.text,
            "due": one.due,
            "by": one.promised_by,
            "kind": one.kind or "work",
            "kept_at": session.moment(one.kept_at),
        }
        for one in found
    ]
    kept, not_kept = session.say("已兑现", "kept"), session.say("未兑现", "not kept")
    rows = [
        (
            one.due,
            kept if one.kept_at else not_kept,
            session.words("promise_kind", one.kind or "work"),
            one.text,
            one.id,
        )
        for one in found
    ]
    return Answer({"promises": data}, table(rows) or session.say("没有。", "None."))


def promise_keep(session: Session) -> Answer:
    """Say that a promise was kept."""
    promise = session.id("promise", session.args.id)
    promises.keep(session.caller, session.store, promise=promise, by=session.id("staff", session.args.by))
    return Answer({"promise": promise, "kept": True}, session.say("已兑现", "Kept"))
