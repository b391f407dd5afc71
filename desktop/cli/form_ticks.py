"""form ticks."""

from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.forms import boxes, finding
from desktop.services.forms.boxes import Tick


def ticks(session: Session) -> Answer:
    """The boxes of a form as they were read, and a person's word for them where one is given."""
    args = session.args
    event = session.id_or_none("event", args.event)
    form = finding.find(session.caller, session.store, text=args.number, event=event)
    said: dict[str, bool] = {}
    if args.clear:
        clear = boxes.of_form(session.caller, session.store, form=form.form).certain
        said |= {one.box: one.is_ticked for one in clear}
    said |= dict.fromkeys(args.ticked or (), True) | dict.fromkeys(args.not_ticked or (), False)
    if said:
        boxes.confirm(session.caller, session.store, form=form.form, ticks=said)
    if args.take_relation:
        boxes.take_relation(session.caller, session.store, form=form.form)
    found = boxes.of_form(session.caller, session.store, form=form.form)
    data = {
        "number": form.number,
        "confirmed": found.is_confirmed,
        "to_review": len(found.to_review),
        "relation": {"list": found.relation[0], "form": found.relation[1]} if found.relation else None,
        "boxes": [
            {"box": one.box, "ticked": one.is_ticked, "doubtful": one.is_doubtful, "confirmed": one.is_confirmed}
            for one in found.boxes
        ],
    }
    rows = [(one.box, _mark(session, one), _state(session, one)) for one in found.boxes]
    return Answer(data, table(rows) or session.say("没有读出勾选。", "No ticks were read."))


def _mark(session: Session, tick: Tick) -> str:
    return session.say("勾了", "ticked") if tick.is_ticked else session.say("没勾", "not ticked")


def _state(session: Session, tick: Tick) -> str:
    if tick.is_confirmed:
        return session.say("已确认", "confirmed")
    return session.say("待看", "look at it") if tick.is_doubtful else ""
