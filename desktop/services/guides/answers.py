"""What a client answered to the questions of the guide that led the talk."""

from dataclasses import dataclass

from db import guides as kept
from db.errors import Misused
from db.records import Event, Reception
from db.store import Reader, Transaction
from desktop.rules.guides import Guide, Line, ticked
from desktop.services.guides import guides
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question, verb


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of the guide with its answer: `value` a code or a figure, `words` what was said; both may be empty."""

    line: Line
    value: str
    words: str


def led_by(reader: Reader, talk: Reception) -> Guide | None:
    """The guide that leads a talk: the version that was the newest when it began."""
    event = reader.get(Event, talk.event)
    if event is None:
        return None
    version = ticked(talk.guide)[0]
    found = guides.version_of(reader, event.node, version) if version else None
    return found or guides.current(reader, event.node)


@verb("reception.answer", roles=TALK_ROLES, devices=TALK_DEVICES)
def answer(_caller: Caller, tx: Transaction, *, reception: str, question: str, value: str = "", words: str = "") -> str:
    """Keep the answer to a question of the talk's guide; an empty one takes the answer away. Returns its id.

    Raises Misused `id_unknown`, `question_unknown` for one that this talk's guide does not ask, `answer_not_offered`.
    """
    talk = tx.known(Reception, reception)
    guide = led_by(tx, talk)
    line = guide.question(question) if guide else None
    if line is None:
        asked = " ".join(one.key for one in guide.questions) if guide else ""
        raise Misused("question_unknown", value=question, choices=asked)
    if line.codes and value and value not in line.codes:
        raise Misused("answer_not_offered", value=value, choices=" ".join(line.codes))
    tx.subject = reception
    return keep(tx, talk, question, value=value, words=words)


def keep(tx: Transaction, talk: Reception, question: str, *, value: str, words: str) -> str:
    """Keep an answer as it was given in the talk: what was said is never refused. Returns its id."""
    guide = led_by(tx, talk)
    line = guide.question(question) if guide else None
    is_free = line is not None and not line.codes
    said = words.strip() or (value.strip() if is_free else "")
    return kept.put_answer(
        tx,
        reception=talk.id,
        question=question,
        guide=guide.version if guide else 0,
        value=None if is_free else value.strip() or None,
        words=said or None,
    )


@question("reception.answers", roles=TALK_ROLES, devices=TALK_DEVICES)
def of_talk(_caller: Caller, reader: Reader, *, reception: str) -> tuple[Answered, ...]:
    """Every question of the talk's guide with what was answered, in the order of the guide."""
    talk = reader.known(Reception, reception)
    guide, told = led_by(reader, talk), kept.answers(reader, reception)
    found = []
    for line in guide.questions if guide else ():
        one = told.get(line.key)
        found.append(Answered(line, (one.value or "") if one else "", (one.words or "") if one else ""))
    return tuple(found)
