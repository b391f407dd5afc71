"""form."""

from pathlib import Path
from typing import Any

from db.errors import Misused
from db.files import write_durably
from desktop.cli.output import Answer, sentences, table
from desktop.cli.session import Session
from desktop.services.forms import attachments, entering, finding, listing, photos
from desktop.services.forms.finding import Found
from desktop.services.people.staff import additions

_ENDS = {
    "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/bmp": ".bmp", "image/tiff": ".tif",
    "image/gif": ".gif",
}  # fmt: skip


def find(session: Session) -> Answer:
    """What is known of a form."""
    form = _found(session, session.args.number)
    data = {
        "form": form.form,
        "number": form.number,
        "event": form.event,
        "client": form.client,
        "name": form.name,
        "room": form.room,
        "phone_masked": form.phone_masked,
        "received_by": form.received_by,
        "form_time": session.moment(form.said_at),
        "issued_at": session.moment(form.issued_at),
        "returned_at": session.moment(form.returned_at),
        "entered_at": session.moment(form.entered_at),
        "words": [
            {
                "number": one.number,
                "words": one.words,
                "type": one.type_code,
                "form_time": session.moment(one.said_at),
                "entered_at": session.moment(one.entered_at),
                "late": one.is_late,
            }
            for one in form.words
        ],
        "pictures": [{"attachment": one.attachment, "name": one.name} for one in form.pictures],
    }
    rows = [(form.number, form.name or session.say("匿名", "anonymous"), form.room, form.event_title)]
    rows += [
        (one.number, one.words, session.minute(one.said_at), _late(session, is_late=one.is_late)) for one in form.words
    ]
    return Answer(data, table(rows))


def list_(session: Session) -> Answer:
    """The forms of an event and how they stand."""
    event = session.id("event", session.args.event)
    every = listing.of_event(session.caller, session.store, event=event)
    only = session.args.only
    lines = listing.of_event(session.caller, session.store, event=event, only=only) if only else every
    counts = listing.counts(every)
    figures = {
        "issued": counts.issued, "returned": counts.returned, "to_enter": counts.to_enter, "entered": counts.entered,
        "missing": counts.missing, "unused": counts.unused, "late": counts.late,
    }  # fmt: skip
    data = {
        "counts": figures,
        "forms": [
            {
                "number": one.number,
                "standing": one.standing,
                "client": one.client,
                "name": one.name,
                "room": one.room,
                "issued_at": session.moment(one.issued_at),
                "returned_at": session.moment(one.returned_at),
                "entered_at": session.moment(one.entered_at),
                "concerns": one.words,
                "late": one.late,
                "pictures": one.pictures,
            }
            for one in lines
        ],
    }
    head = session.say(
        "发出 {issued}　收回 {returned}（待录 {to_enter}）　已录 {entered}　未收回 {missing}"
        "　未到场 {unused}　迟录 {late}",
        "issued {issued}, returned {returned} (to enter {to_enter}), entered {entered}, missing {missing},"
        " not used {unused}, late {late}",
    ).format(**figures)
    rows = [(one.number, _standing(session, one.standing), one.name, one.room) for one in lines]
    return Answer(data, "\n".join(filter(None, (head, table(rows)))))


def enter(session: Session) -> Answer:
    """Type in words of a form, or that there are none."""
    args = session.args
    form = _found(session, args.number)
    if args.no_words:
        entering.blank(session.caller, session.store, form=form.form)
        text = session.say(f"{form.number} 没有原话", f"{form.number} has no words")
        return Answer({"number": form.number, "concern": None, "late": False}, text)
    if not args.words or not args.type:
        raise Misused("form_words_or_none")
    taken = entering.enter(
        session.caller,
        session.store,
        form=form.form,
        words=args.words,
        type_code=args.type,
        area=args.area,
        place=args.place,
        wish=args.wish,
        grade=args.grade,
        received_by=session.id_or_none("staff", args.received_by),
        said=args.at,
        answer=args.answer,
        channel=args.channel,
        means=args.means,
    )
    data = {
        "concern": taken.concern,
        "number": taken.number,
        "form_time": session.moment(taken.said_at),
        "late": taken.is_late,
    }
    return Answer(data, f"{taken.number}  {_late(session, is_late=taken.is_late)}".rstrip())


def returned(session: Session) -> Answer:
    """Note that papers are back, or take that back."""
    numbers = []
    for text in session.args.numbers:
        form = _found(session, text)
        if session.args.undo:
            entering.unmark(session.caller, session.store, form=form.form)
        else:
            entering.mark_returned(session.caller, session.store, form=form.form)
        numbers.append(form.number)
    back = not session.args.undo
    text = session.say("已收回" if back else "已改回未收回", "returned" if back else "not returned")
    return Answer({"numbers": numbers, "returned": back}, f"{'、'.join(numbers)}  {text}")


def photographs(session: Session) -> Answer:
    """Sort a heap of photographs to their forms."""
    event = session.id("event", session.args.event)
    paths = [Path(path) for path in session.args.paths]
    heap = photos.begin(session.caller, session.store, paths=paths, event=event)
    while not heap.is_done:
        heap = photos.step(session.caller, session.store, heap)
    own = additions(session.store)
    left: list[dict[str, Any]] = []
    lines = [
        session.say(
            f"附上 {heap.attached} 张，共 {len(heap.numbers)} 张表；已有 {heap.known} 张；没有附上 {len(heap.left)} 张",
            f"{heap.attached} attached to {len(heap.numbers)} forms, {heap.known} known, {len(heap.left)} left out",
        )
    ]
    for one in heap.left:
        said = sentences(one.code, dict(one.facts), session.language, own)
        left.append({"file": one.file, "code": one.code, "message": said.message, "next": said.next})
        lines.append(session.say(f"{said.message}。{said.next}", f"{said.message}. {said.next}"))
    data = {
        "read": len(heap.files),
        "attached": heap.attached,
        "known": heap.known,
        "numbers": list(heap.numbers),
        "left": left,
    }
    return Answer(data, "\n".join(lines), 1 if heap.left else 0)


def pictures(session: Session) -> Answer:
    """The pictures of a form, written to a folder if asked."""
    form = _found(session, session.args.number)
    found = []
    for number, one in enumerate(form.pictures, start=1):
        entry: dict[str, Any] = {"attachment": one.attachment, "name": one.name, "at": session.moment(one.at)}
        if session.args.to:
            content = attachments.content(
                session.caller, session.store, attachment=one.attachment, database=session.store.path
            )
            # The name a phone gave is a label; on this disk the number and its end are enough.
            target = Path(session.args.to) / f"{form.number}-{number:02d}{_ENDS.get(one.media_type, '')}"
            target.parent.mkdir(parents=True, exist_ok=True)
            write_durably(target, content)
            entry["file"] = str(target)
        found.append(entry)
    rows = [(one["name"], one.get("file", "")) for one in found]
    return Answer({"number": form.number, "pictures": found}, table(rows) or session.say("没有。", "None."))


def _found(session: Session, text: str) -> Found:
    event = session.id_or_none("event", session.args.event)
    return finding.find(session.caller, session.store, text=text, event=event)


def _late(session: Session, *, is_late: bool) -> str:
    return session.say("迟录", "entered late") if is_late else ""


def _standing(session: Session, standing: str) -> str:
    words = {
        "entered": session.say("已录", "entered"), "returned": session.say("待录", "to enter"),
        "missing": session.say("未收回", "missing"), "unused": session.say("未到场", "not used"),
        "unissued": session.say("未打印", "not printed"),
    }  # fmt: skip
    return words[standing]
