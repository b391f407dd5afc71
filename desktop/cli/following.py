"""concern extend, sheet, import, clocks, counts, mine; promise share."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from db import people
from db.records import Event
from desktop.cli.output import Answer, sentences, table
from desktop.cli.session import Session
from desktop.rules.times import day_of, read_day
from desktop.services.concerns import counts, extending, mine, sheets, standing
from desktop.services.people.staff import additions
from desktop.services.promises import keeping
from desktop.services.promises.keeping import KeptShare
from desktop.services.zones import zone_of


def concern_extend(session: Session) -> Answer:
    """Ask for a later day."""
    args = session.args
    made = extending.ask(
        session.caller, session.store, concern=session.id("concern", args.id), new_due=args.due, reason=args.reason,
        by=session.id("staff", args.by),
    )  # fmt: skip
    return Answer({"extension": made}, session.say("已提出，等批准", "Asked for, it waits for an answer"))


def concern_extend_decide(session: Session) -> Answer:
    """Decide on a later day."""
    args, concern = session.args, session.id("concern", session.args.id)
    extending.decide(
        session.caller, session.store, concern=concern, by=session.id("staff", args.by), is_agreed=args.agree,
        is_client_told=args.client_told,
    )  # fmt: skip
    said = session.say("已批准", "Agreed") if args.agree else session.say("不批准", "Not agreed")
    return Answer({"concern": concern, "agreed": bool(args.agree), "client_told": bool(args.client_told)}, said)


def concern_extend_told(session: Session) -> Answer:
    """Note that the client was told of a later day."""
    concern = session.id("concern", session.args.id)
    extending.told(session.caller, session.store, concern=concern)
    return Answer({"concern": concern, "client_told": True}, session.say("已记：客户知道了", "Noted: the client knows"))


def concern_sheet(session: Session) -> Answer:
    """Write a department's sheet."""
    args = session.args
    ids = sheets.write(
        session.caller, session.store, department=args.department, file=Path(args.file), language=session.language
    )
    said = session.say(f"{len(ids)} 件诉求写入 {args.file}", f"{len(ids)} concerns are in {args.file}")
    return Answer({"file": args.file, "concerns": list(ids)}, said)


def concern_import(session: Session) -> Answer:
    """Take in what a department filled in."""
    args = session.args
    rows = sheets.take_in(
        session.caller, session.store, file=Path(args.file), by=session.id("staff", args.by), is_dry_run=args.dry_run
    )
    own = additions(session.store)
    data: list[dict[str, Any]] = []
    lines: list[tuple[str, ...]] = []
    for one in rows:
        said = [sentences(reason.code, dict(reason.facts), session.language, own) for reason in one.reasons]
        reasons = [
            {"code": reason.code, "message": words.message, "next": words.next}
            for reason, words in zip(one.reasons, said, strict=True)
        ]
        data.append(
            {
                "row": one.row, "number": one.number, "outcome": one.outcome, "states": list(one.states),
                "reasons": reasons,
            }
        )  # fmt: skip
        what = " → ".join(session.words("state", state) for state in one.states)
        why = session.say("；", "; ").join(f"{words.message}{session.say('。', '. ')}{words.next}" for words in said)
        word = {"done": what, "unchanged": session.say("没有填写", "nothing filled in"), "refused": why}[one.outcome]
        lines.append((str(one.row), one.number, word))
    done, refused = (sum(one.outcome == outcome for one in rows) for outcome in ("done", "refused"))
    return Answer(
        {"read": len(rows), "done": done, "refused": refused, "rows": data, "dry_run": bool(args.dry_run)},
        table(lines), 1 if refused else 0,
    )  # fmt: skip


def concern_clocks(session: Session) -> Answer:
    """A concern's clocks."""
    concern = session.id("concern", session.args.id)
    found = standing.standing(session.caller, session.store, concern=concern, now_ms=session.store.clock())
    clocks = found.clocks if found else ()
    data = [
        {
            "clock": one.clock, "since": session.moment(one.since), "due": session.moment(one.due), "stage": one.stage,
        }
        for one in clocks
    ]  # fmt: skip
    escalations = list(found.escalations) if found else []
    rows = [
        (session.words("clock", one.clock), session.minute(one.due), session.words("clock_stage", one.stage))
        for one in clocks
    ]
    said = " ".join(session.words("escalation", one) for one in escalations)
    text = "\n".join(filter(None, (table(rows), said)))
    return Answer(
        {"concern": concern, "clocks": data, "escalations": escalations}, text or session.say("没有。", "None.")
    )


def concern_counts(session: Session) -> Answer:
    """Returns, steps entered for others, verdicts by node."""
    args = session.args
    today = day_of(session.store.clock(), zone_of(session.store))
    first = read_day(args.first) if args.first else date(today.year, 1, 1)
    last = read_day(args.last) if args.last else today
    found = counts.counts(session.caller, session.store, first=first, last=last)
    data = {
        "from": first.isoformat(), "until": last.isoformat(),
        "returns": [{"department": department or None, "count": count} for department, count in found.returns],
        "entered_for_others": [asdict(one) | {"department": one.department or None} for one in found.entered],
        "satisfaction": [asdict(one) for one in found.satisfaction],
    }  # fmt: skip
    rows = [
        (session.say("退单", "returned"), session.words("department", department), str(count))
        for department, count in found.returns
    ]
    rows += [
        (
            session.say("代录", "entered for others"),
            " ".join(filter(None, (session.words("department", one.department), session.words("means", one.means)))),
            str(one.steps) + (session.say(f"，无凭据 {one.bare}", f", nothing to show {one.bare}") if one.bare else ""),
        )
        for one in found.entered
    ]
    rows += [
        (
            session.say("回访", "verdicts"), session.words("node", one.node),
            session.say(f"解决 {one.solved} / {one.base}", f"solved {one.solved} / {one.base}"),
        )
        for one in found.satisfaction
    ]  # fmt: skip
    return Answer(data, table(rows) or session.say("没有。", "None."))


def concern_mine(session: Session) -> Answer:
    """What waits for a person."""
    staff = session.id("staff", session.args.staff)
    found = mine.waiting_for(session.caller, session.store, staff=staff, now_ms=session.store.clock())
    data = [
        {
            "concern": one.concern, "number": one.number, "state": one.state, "turn": one.turn,
            "due": session.moment(one.due),
        }
        for one in found
    ]  # fmt: skip
    rows = [
        (one.number, session.words("turn", one.turn), session.minute(one.due) if one.due else "", one.words[:28])
        for one in found
    ]
    return Answer({"waiting": data}, table(rows) or session.say("没有。", "None."))


def promise_share(session: Session) -> Answer:
    """How many promises were kept."""
    found = keeping.kept_share(session.caller, session.store, now_ms=session.store.clock())
    names = people.names(session.store)
    titles = {one: event.title for one in found.events if (event := session.store.get(Event, one))}
    data = {
        "project": asdict(found.project),
        "people": [{"staff": one, "name": names.get(one, "")} | asdict(share) for one, share in found.people.items()],
        "events": [{"event": one, "title": titles.get(one, "")} | asdict(share) for one, share in found.events.items()],
    }

    def row(name: str, share: KeptShare) -> tuple[str, ...]:
        return name, session.say(f"兑现 {share.kept} / {share.made}", f"kept {share.kept} / {share.made}")

    rows = [row(session.say("项目", "project"), found.project)]
    rows += [row(names.get(one, ""), share) for one, share in found.people.items()]
    rows += [row(titles.get(one, ""), share) for one, share in found.events.items()]
    return Answer(data, table(rows))
