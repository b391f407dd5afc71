"""The client's copy of one talk: their words in full, what was answered, what is promised until when."""

from pathlib import Path

from db import clients, concerns, people, talks
from db.records import Client, Concern, Reception
from db.spelling.phones import phone_masked
from db.store import Reader, Transaction
from desktop.paper.content import ClientCopy, CopyConcern, FormPromise, Report
from desktop.rules.codes import label
from desktop.rules.promising import toward_client
from desktop.rules.times import local, read_day
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.project.house import form_setup
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of


@verb("paper.copy", roles=TALK_ROLES, devices=TALK_DEVICES)
def write_copy(_caller: Caller, tx: Transaction, *, reception: str, pdf: Path) -> Report:
    """Print the client's copy of one talk. Raises Misused `id_unknown`, StoreTrouble `paper_not_written`."""
    from desktop.paper.client_copy import client_copy

    talk = tx.known(Reception, reception)
    report = client_copy(_copy(tx, talk), event_head(tx, talk.event), pdf, form_setup(tx))
    tx.subject = reception
    return report


def _copy(reader: Reader, talk: Reception) -> ClientCopy:
    zone, names = zone_of(reader), people.names(reader)
    client = reader.get(Client, clients.root(reader, talk.client)) if talk.client else None
    told = concerns.of_talk(reader, talk.id)
    return ClientCopy(
        number=talk.number,
        started=local(talk.started_at, zone),
        ended=local(talk.ended_at, zone) if talk.ended_at else None,
        name=client.name if client else "",
        title=(client.title or "") if client else "",
        room=clients.room_spoken(reader, client.id) if client else "",
        phone_masked=phone_masked(client.phone) if client and client.phone else "",
        host=names.get(talk.host, ""),
        present=tuple(names[one] for one in (talk.present or "").split() if one in names),
        concerns=tuple(_concern(reader, one) for one in told),
        promises=tuple(promise for one in told for promise in _promises(reader, one, names)),
        asides=tuple(one.words for one in talks.asides_of_talk(reader, talk.id) if not one.concern),
    )


def _concern(reader: Reader, concern: Concern) -> CopyConcern:
    own = additions(reader)
    return CopyConcern(
        number=concern.number,
        words=concern.words,
        type=label("type", concern.type, "zh", own),
        area=label("area", concern.area, "zh", own) if concern.area else "",
        wish=concern.wish or "",
        answer=concern.answer or "",
    )


def _promises(reader: Reader, concern: Concern, names: dict[str, str]) -> list[FormPromise]:
    own = additions(reader)
    return [
        FormPromise(
            text=toward_client(promise.kind, promise.text, read_day(promise.due)),
            department=label("department", promise.department, "zh", own) if promise.department else "",
            contact=names.get(promise.promised_by, ""),
            due=read_day(promise.due),
        )
        for promise in concerns.promises(reader, concern.id)
    ]
