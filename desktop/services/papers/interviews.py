"""访谈记录: the talks of an event by the guide of its node, or a sheet to be filled in by hand."""

from pathlib import Path

from db import clients, concerns, people, talks
from db.errors import Refused
from db.records import Client, Concern, Event, Reception
from db.spelling.phones import phone_masked
from db.store import Reader, Transaction
from desktop.paper.content import Report
from desktop.paper.interview_content import AskedQuestion, Interview, SaidWords
from desktop.rules.codes import label
from desktop.rules.guides import Guide, Line
from desktop.rules.times import local
from desktop.services.guests.clients import name_with_title
from desktop.services.guides import answers, guides
from desktop.services.guides.answers import Answered
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of

_NEED = "need"


@verb("paper.interview", roles=TALK_ROLES, devices=TALK_DEVICES)
def write_interviews(
    caller: Caller, tx: Transaction, *, event: str, pdf: Path, client: str | None = None, is_blank: bool = False
) -> Report:
    """Print the interview records of an event, a page or more for each talk; with `client` only theirs, with
    `is_blank` one sheet of the node's newest guide to be filled in by hand.

    Raises Misused `id_unknown`, Refused `no_talks` where nobody has been received yet, StoreTrouble.
    """
    from desktop.paper.interview import interviews

    head = event_head(tx, event)
    found = (
        (_blank(tx, event),) if is_blank else tuple(_interview(caller, tx, one) for one in _talks(tx, event, client))
    )
    if not found:
        raise Refused("no_talks")
    tx.subject = event
    return interviews(found, head, pdf)


def _talks(reader: Reader, event: str, client: str | None) -> tuple[Reception, ...]:
    held = talks.of_event(reader, event)
    if client is None:
        return held
    person = clients.root(reader, client)
    return tuple(one for one in held if one.client and clients.root(reader, one.client) == person)


def _blank(reader: Reader, event: str) -> Interview:
    held = reader.get(Event, event)
    guide = guides.current(reader, held.node) if held else None
    asked = tuple(_asked(Answered(line, "", "")) for line in guide.questions) if guide else ()
    return Interview(guide=_version(guide), questions=asked)


def _version(guide: Guide | None) -> str:
    return f"第 {guide.version} 版" if guide else ""


def _interview(caller: Caller, reader: Reader, talk: Reception) -> Interview:
    zone, names = zone_of(reader), people.names(reader)
    client = reader.get(Client, clients.root(reader, talk.client)) if talk.client else None
    told = concerns.of_talk(reader, talk.id)

    def listed(ids: str | None) -> str:
        return "、".join(names[one] for one in (ids or "").split() if one in names)

    return Interview(
        number=talk.number,
        name=name_with_title(client) if client else "未留姓名",
        room=clients.room_spoken(reader, client.id) if client else "",
        phone_masked=phone_masked(client.phone) if client and client.phone else "",
        host=" ".join(part for part in (names.get(talk.host, ""), talk.host_post or _level(talk)) if part),
        stands_in_for=names.get(talk.delegate_for or "", ""),
        recorder=names.get(talk.recorder or "", ""),
        present=listed(talk.present),
        observers=listed(talk.observers),
        started=local(talk.started_at, zone),
        ended=local(talk.ended_at, zone) if talk.ended_at else None,
        guide=_version(answers.led_by(reader, talk)),
        questions=tuple(_asked(one) for one in answers.of_talk(caller, reader, reception=talk.id)),
        needs=tuple(_said(reader, one) for one in told if one.type == _NEED),
        words=tuple(_said(reader, one) for one in told if one.type != _NEED),
        asides=tuple(SaidWords(one.words) for one in talks.asides_of_talk(reader, talk.id) if not one.concern),
    )


def _level(talk: Reception) -> str:
    return label("level", talk.host_level, "zh") if talk.host_level else ""


def _asked(one: Answered) -> AskedQuestion:
    line: Line = one.line
    chosen = line.codes.index(one.value) if one.value in line.codes else None
    kind = line.kind if line.kind != "prompt" else "text"
    return AskedQuestion(kind, line.zh, tuple(option.zh for option in line.options), chosen, one.words)


def _said(reader: Reader, concern: Concern) -> SaidWords:
    own = additions(reader)
    facts = (
        label("type", concern.type, "zh", own),
        label("area", concern.area, "zh", own) if concern.area else "",
        label("sub_area", concern.sub_area, "zh", own) if concern.sub_area else "",
    )
    return SaidWords(concern.words, concern.number, " · ".join(part for part in facts if part))
