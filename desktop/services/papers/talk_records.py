"""接待记录: one talk as it is filed, for the house."""

from pathlib import Path

from db import clients, concerns, people, talks
from db.records import Client, Concern, Reception
from db.spelling.phones import phone_masked
from db.store import Reader, Transaction
from desktop.paper.content import Addition, FormPromise, Report
from desktop.paper.talk_record import RecordConcern, TalkRecord
from desktop.rules.codes import label
from desktop.rules.moves import YES
from desktop.rules.times import local, read_day
from desktop.services.guests.clients import name_with_title
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of

_NEED = "need"


@verb("paper.record", roles=TALK_ROLES, devices=TALK_DEVICES)
def write_record(_caller: Caller, tx: Transaction, *, reception: str, pdf: Path) -> Report:
    """Print the record of one talk. Raises Misused `id_unknown`, StoreTrouble `paper_not_written`."""
    from desktop.paper.talk_record import talk_record

    talk = tx.known(Reception, reception)
    report = talk_record(_record(tx, talk), event_head(tx, talk.event), pdf)
    tx.subject = reception
    return report


def _record(reader: Reader, talk: Reception) -> TalkRecord:
    zone, names = zone_of(reader), people.names(reader)
    client = reader.get(Client, clients.root(reader, talk.client)) if talk.client else None
    told = concerns.of_talk(reader, talk.id)
    own = additions(reader)
    post = talk.host_post or (label("level", talk.host_level, "zh", own) if talk.host_level else "")

    def listed(ids: str | None) -> str:
        return "、".join(names[one] for one in (ids or "").split() if one in names)

    return TalkRecord(
        number=talk.number,
        started=local(talk.started_at, zone),
        ended=local(talk.ended_at, zone) if talk.ended_at else None,
        name=name_with_title(client) if client else "未留姓名",
        room=clients.room_spoken(reader, client.id) if client else "",
        phone_masked=phone_masked(client.phone) if client and client.phone else "",
        host=" ".join(part for part in (names.get(talk.host, ""), post) if part),
        stands_in_for=names.get(talk.delegate_for or "", ""),
        recorder=names.get(talk.recorder or "", ""),
        present=listed(talk.present),
        observers=listed(talk.observers),
        place=talk.place or "",
        concerns=tuple(_concern(reader, one, names) for one in told),
        promises=tuple(promise for one in told for promise in _promises(reader, one, names)),
        asides=tuple(one.words for one in talks.asides_of_talk(reader, talk.id) if not one.concern),
    )


def _concern(reader: Reader, concern: Concern, names: dict[str, str]) -> RecordConcern:
    own, zone = additions(reader), zone_of(reader)
    kinds = (("type", concern.type), ("area", concern.area), ("sub_area", concern.sub_area), ("grade", concern.grade))
    facts = [label(kind, code, "zh", own) for kind, code in kinds if code]
    answer = concern.answer or ""
    if answer and concern.answered_by in names:
        answer = f"{answer}（{names[concern.answered_by]}）"
    confirmed = (concern.client_confirmed or "").casefold()
    told = (
        ("部位", concern.place or ""),
        ("期望", concern.wish or ""),
        ("答复", answer or "现场还没有答复"),
        ("客户确认", "" if not confirmed else "当场说解决了" if confirmed in YES else "需后续办理"),
    )
    return RecordConcern(
        number=concern.number,
        words=concern.words,
        facts=" · ".join(facts),
        told=tuple((what, text) for what, text in told if text),
        additions=tuple(
            Addition(local(one.at, zone).date(), names.get(one.said_by, ""), one.words)
            for one in concerns.additions(reader, concern.id)
        ),
        is_need=concern.type == _NEED,
    )


def _promises(reader: Reader, concern: Concern, names: dict[str, str]) -> list[tuple[str, FormPromise, bool]]:
    own = additions(reader)
    return [
        (
            concern.number,
            FormPromise(
                text=promise.text,
                department=label("department", promise.department, "zh", own) if promise.department else "",
                contact=names.get(promise.promised_by, ""),
                due=read_day(promise.due),
            ),
            promise.signed_at is not None,
        )
        for promise in concerns.promises(reader, concern.id)
    ]
