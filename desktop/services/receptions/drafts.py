"""What is typed while a talk lasts: kept at every pause, and recorded for good, all of it, when the talk ends."""

from dataclasses import asdict, dataclass, fields

import msgspec

from db import drafts as kept
from db.drafts import DraftRow
from db.errors import Refused
from db.records import Reception
from db.store import Reader, Transaction
from desktop.services.concerns import moving, recording
from desktop.services.concerns.details import Details
from desktop.services.concerns.recording import Recorded
from desktop.services.guides import answers
from desktop.services.promises import promises
from desktop.services.receptions import asides, talks
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question, verb


@dataclass(frozen=True, slots=True)
class Draft:
    """One concern as it stands on the page; an empty text is "nothing yet", `promise_due` an ISO day.

    `is_aside` is for words said in passing, `aside` names an earlier one that this concern comes of, `adds_to` an
    earlier concern that these words only add to. `risk` holds codes with spaces between, `unit` a room as typed,
    `place` the spot in it, `standard_answer` the id of an agreed answer, `promise_kind` work or authority.
    """

    id: str
    words: str = ""
    type_code: str = ""
    area: str = ""
    grade: str = ""
    wish: str = ""
    answer: str = ""
    promise: str = ""
    promise_due: str = ""
    promise_department: str = ""
    is_aside: bool = False
    aside: str = ""
    adds_to: str = ""
    summary: str = ""
    meaning: str = ""
    sub_area: str = ""
    risk: str = ""
    unit: str = ""
    place: str = ""
    part: str = ""
    facing: str = ""
    perceived: str = ""
    measured: str = ""
    tolerance: str = ""
    responsible_unit: str = ""
    inspector: str = ""
    standard_answer: str = ""
    solvable_on_site: str = ""
    rule_gap: str = ""
    rule_gap_words: str = ""
    promise_kind: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """A talk that is over: its number and the concerns that were recorded, in the order of the page."""

    reception: str
    number: str
    concerns: tuple[Recorded, ...]
    asides: tuple[str, ...] = ()


@verb("draft.save", roles=TALK_ROLES, devices=TALK_DEVICES, journal=False)
def save(_caller: Caller, tx: Transaction, *, reception: str, drafts: tuple[Draft, ...]) -> int:
    """Keep the drafts of an open talk as they stand, and no others. Returns the moment, UTC ms."""
    _open_talk(tx, reception)
    living = {draft.id for draft in drafts}
    for row in kept.of_talk(tx, reception):
        if row.id not in living:
            kept.drop(tx, row.id)
    for place, draft in enumerate(drafts):
        kept.put(tx, DraftRow(draft.id, reception, place, msgspec.json.encode(asdict(draft)).decode(), tx.now))
    return tx.now


@question("draft.list", roles=TALK_ROLES, devices=TALK_DEVICES)
def of_talk(_caller: Caller, reader: Reader, *, reception: str) -> tuple[Draft, ...]:
    """The drafts of a talk, as they were last kept."""
    return tuple(msgspec.json.decode(row.fields, type=Draft) for row in kept.of_talk(reader, reception))


@verb("draft.record", roles=TALK_ROLES, devices=TALK_DEVICES)
def record(caller: Caller, tx: Transaction, *, reception: str) -> Ended:
    """Record every draft that has words, keep the asides, end the talk: all or nothing.

    Raises Misused `code_unknown` for a draft without a type, `day_unreadable` for a promise without a day.
    """
    talk = _open_talk(tx, reception)
    written = of_talk(caller, tx, reception=reception)
    for draft in written:
        if draft.question:
            answers.keep(tx, talk, draft.question, value=draft.answer, words=draft.words)
    told = [draft for draft in written if draft.words.strip() and not draft.question]
    for draft in told:
        if draft.adds_to:
            recording.add_words(caller, tx, concern=draft.adds_to, words=draft.words, said_by=talk.host)
    recorded = tuple(_record(caller, tx, talk, draft) for draft in told if not draft.is_aside and not draft.adds_to)
    kept_asides = tuple(
        asides.add(caller, tx, event=talk.event, words=draft.words, heard_by=talk.host, client=talk.client)
        for draft in told
        if draft.is_aside
    )
    talks.end(caller, tx, event=talk.event, host=talk.host, client=talk.client, reception=reception)
    kept.drop_talk(tx, reception)
    tx.subject = reception
    return Ended(reception, talk.number, recorded, kept_asides)


def _open_talk(reader: Reader, reception: str) -> Reception:
    talk = reader.get(Reception, reception)
    if talk is None or talk.ended_at is not None:
        raise Refused("no_open_talk", client=(talk.client or "") if talk else "")
    return talk


def _record(caller: Caller, tx: Transaction, talk: Reception, draft: Draft) -> Recorded:
    recorded = recording.add(
        caller,
        tx,
        event=talk.event,
        received_by=talk.host,
        words=draft.words,
        type_code=draft.type_code,
        client=talk.client,
        area=draft.area or None,
        grade=draft.grade or None,
        wish=draft.wish.strip() or None,
        place=draft.place.strip() or None,
        risk=draft.risk or None,
        channel="call" if talk.means == "call" else "on_site",
        means="phone" if talk.means == "call" else "in_person",
        sheet=talk.number,
        details=details_of(draft),
    )
    if draft.aside:
        asides.came_of(caller, tx, aside=draft.aside, concern=recorded.concern)
    if draft.promise.strip():
        promises.add(
            caller,
            tx,
            concern=recorded.concern,
            text=draft.promise,
            due=draft.promise_due,
            by=talk.host,
            department=draft.promise_department or None,
            kind=draft.promise_kind or None,
        )
    if draft.answer.strip():
        _answer(caller, tx, talk, recorded.concern, draft.answer.strip())
    return recorded


def details_of(draft: Draft) -> Details:
    """What of a draft stands beside the words."""
    return Details(**{field.name: getattr(draft, field.name) for field in fields(Details)})


def _answer(caller: Caller, tx: Transaction, talk: Reception, concern: str, answer: str) -> None:
    told = {"answer": answer, "answered_by": talk.host}
    moved = moving.move(
        caller, tx, concern=concern, target="answered", by=talk.host, entered_by=caller.staff or talk.host, fields=told
    )
    if moved.refused:
        raise Refused(moved.refused[0].code, **dict(moved.refused[0].facts))
