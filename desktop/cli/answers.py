"""answer."""

from pathlib import Path
from typing import Any

from desktop.cli.output import Answer, sentences, table
from desktop.cli.session import Session
from desktop.services.answers import agreeing, finding, importing
from desktop.services.answers.finding import Agreed

WORDS_IN_LIST = 40
_OPTIONS = ("question", "words", "never", "keywords", "area", "node", "department")


def answer_add(session: Session) -> Answer:
    """Draft an answer."""
    args = session.args
    made = agreeing.draft(session.caller, session.store, by=session.id("staff", args.by), fields=_fields(session))
    return Answer({"answer": made}, made)


def answer_change(session: Session) -> Answer:
    """Write an answer anew."""
    args = session.args
    by, answer = session.id("staff", args.by), _meant(session, "draft", "valid", "soon", "expired")
    made = agreeing.change(session.caller, session.store, answer=answer, by=by, fields=_fields(session))
    return Answer({"answer": made}, made)


def answer_approve(session: Session) -> Answer:
    """Agree to an answer."""
    answer = _meant(session, "draft")
    agreeing.approve(session.caller, session.store, answer=answer, by=session.id("staff", session.args.by))
    return _changed(session, answer)


def answer_withdraw(session: Session) -> Answer:
    """Take an answer out of use."""
    answer = _meant(session, "valid", "soon", "expired", "draft")
    agreeing.withdraw(session.caller, session.store, answer=answer)
    return _changed(session, answer)


def answer_restore(session: Session) -> Answer:
    """Put an answer back into use."""
    answer = _meant(session, "withdrawn")
    agreeing.restore(session.caller, session.store, answer=answer)
    return _changed(session, answer)


def answer_list(session: Session) -> Answer:
    """Every answer, and how long answering took."""
    state = session.args.state
    found = [one for one in _all(session) if state in (None, one.state)]
    speed = finding.speed(session.caller, session.store)
    data = {
        "answers": [_data(one) for one in found],
        "time_to_answer": {
            "with_answer": {"concerns": speed.with_answer, "median_min": speed.with_min},
            "without_answer": {"concerns": speed.without_answer, "median_min": speed.without_min},
        },
    }
    return Answer(data, _table(session, found))


def answer_search(session: Session) -> Answer:
    """Answers by words, pinyin or initials."""
    args, now = session.args, session.store.clock()
    found = finding.search(session.caller, session.store, text=args.query, now_ms=now, limit=max(args.limit, 1))
    # How often each was used is a question of the whole list.
    data = [{name: value for name, value in _data(one).items() if name != "used"} for one in found]
    return Answer({"answers": data}, _table(session, list(found)))


def answer_import(session: Session) -> Answer:
    """Draft every answer of a list."""
    file, by = Path(session.args.file), session.id("staff", session.args.by)
    made = importing.import_file(session.caller, session.store, file=file, by=by)
    rejected = [
        {"row": one.row, "column": one.column, "value": one.value, "reason": one.reason} for one in made.rejected
    ]
    lines = [
        session.say(
            f"读到 {made.read} 条：新增 {len(made.added)} 条待审，已有 {made.known} 条，未收 {len(rejected)} 条",
            f"{made.read} read: {len(made.added)} drafts added, {made.known} known, {len(rejected)} left out",
        )
    ]
    for one in made.rejected:
        said = sentences(one.reason, dict(one.facts), session.language).message
        lines.append(session.say(f"第 {one.row} 行：{said}", f"Row {one.row}: {said}"))
    data = {"read": made.read, "added": list(made.added), "known": made.known, "rejected": rejected}
    return Answer(data, "\n".join(lines))


def _fields(session: Session) -> dict[str, str]:
    args = session.args
    fields = {name: str(value) for name in _OPTIONS if (value := getattr(args, name)) is not None}
    return fields | ({"valid_until": args.until} if args.until is not None else {})


def _all(session: Session) -> tuple[Agreed, ...]:
    return finding.everything(session.caller, session.store, now_ms=session.store.clock())


def _meant(session: Session, *states: str) -> str:
    """The id of the answer that is meant: by its question where only one in these states has it, else by its id."""
    text = str(session.args.id)
    for state in states:
        found = [one.id for one in _all(session) if one.question == text and one.state == state]
        if len(found) == 1:
            return found[0]
    return session.id("standard_answer", text)


def _changed(session: Session, answer: str) -> Answer:
    one = next(each for each in _all(session) if each.id == answer)
    return Answer({"answer": answer, "state": one.state}, session.words("answer_state", one.state))


def _data(one: Agreed) -> dict[str, Any]:
    return {
        "answer": one.id,
        "question": one.question,
        "words": one.words,
        "state": one.state,
        "usable": one.is_usable,
        "valid_until": one.valid_until,
        "never": one.never or None,
        "keywords": one.keywords or None,
        "area": one.area or None,
        "node": one.node or None,
        "department": one.department or None,
        "drafted_by": one.drafted_by,
        "approved_by": one.approved_by or None,
        "used": one.used,
        "replaces": one.replaces or None,
    }


def _table(session: Session, found: list[Agreed]) -> str:
    rows = [
        (
            session.words("answer_state", one.state), one.valid_until, one.question[:WORDS_IN_LIST],
            one.words[:WORDS_IN_LIST], one.id,
        )
        for one in found
    ]  # fmt: skip
    return table(rows) or session.say("没有。", "None.")
