"""The feedback form of every client of an event: blank where nothing has happened, filled where it has."""

from collections.abc import Iterable
from pathlib import Path

from db import check_ins, clients, concerns, invitations, people, talks
from db.records import Client, Concern, Reception, Staff
from db.spelling.phones import phone_masked
from db.store import Reader, Transaction
from desktop.paper.content import FeedbackForm, FormConcern, FormPromise, Report
from desktop.paper.layout import Layout
from desktop.rules.codes import label
from desktop.rules.promising import toward_client
from desktop.rules.times import local, read_day
from desktop.services.concerns.derived import solved_on_site
from desktop.services.forms.issuing import mark_issued
from desktop.services.forms.layouts import keep_layouts
from desktop.services.papers.heads import event_head
from desktop.services.project.house import form_setup
from desktop.services.receptions.numbers import form_number
from desktop.services.registry import TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of


@verb("paper.form", roles=TALK_ROLES)
def write_forms(
    caller: Caller,
    tx: Transaction,
    *,
    event: str,
    pdf: Path,
    client: str | None = None,
    only_heard: bool = False,
    owner: str | None = None,
) -> Report:
    """Print the feedback forms of an event, one page a client where one is enough; a number once given stays.

    For everybody on the list and everybody who came, for one client, or only for those who had something to say; with
    `owner`, the name of one of ours, for the clients whom that person looks after.
    """
    from desktop.paper.feedback_form import feedback_forms

    wanted = [tx.get(Client, client)] if client else everybody(tx, event, only_heard=only_heard)
    forms = [_form(caller, tx, event, one) for one in wanted if one and _is_of(tx, one, owner)]
    printed: dict[str, Layout] = {}
    report = feedback_forms(forms, event_head(tx, event), pdf, form_setup(tx), printed)
    mark_issued(tx, event, [form.number for form in forms])
    keep_layouts(tx, printed)
    tx.subject = event
    return report


def _is_of(reader: Reader, client: Client, owner: str | None) -> bool:
    if owner is None:
        return True
    known = clients.owner(reader, client.id)
    return known is not None and known.name == owner


def everybody(reader: Reader, event: str, *, only_heard: bool) -> list[Client]:
    """Who was invited, room by room, then who came or spoke without an invitation, each once."""
    spoke = concerns.of_event(reader, event)
    if only_heard:
        return _living(reader, dict.fromkeys(clients.root(reader, row.client) for row in spoke if row.client))
    listed = sorted(
        clients.invited_to(reader, event),
        key=lambda one: (clients.walking_order(clients.room_spoken(reader, one.id)), one.name),
    )
    ids = dict.fromkeys(clients.root(reader, one.id) for one in listed)
    # Who was only turned away at the door, or let in by mistake, has not come.
    came = tuple(row for row in check_ins.of_event(reader, event) if row.admitted and not row.undone)
    for found in (came, talks.of_event(reader, event), spoke):
        ids |= dict.fromkeys(clients.root(reader, row.client) for row in found if row.client)
    return _living(reader, ids)


def _living(reader: Reader, ids: Iterable[str]) -> list[Client]:
    found = (reader.get(Client, one) for one in ids)
    return [client for client in found if client and not client.deleted]


def _form(caller: Caller, tx: Transaction, event: str, client: Client) -> FeedbackForm:
    zone = zone_of(tx)
    number = form_number(caller, tx, event, client.id)
    first = check_ins.first_admission(tx, event, client.id, None)
    mine = [one for one in concerns.of_client(tx, client.id) if one.event == event]
    talk = next((one for one in talks.of_event(tx, event) if one.client == client.id), None) if first else None
    return FeedbackForm(
        number=number,
        name=client.name,
        title=client.title or "",
        room=clients.room_spoken(tx, client.id),
        phone_masked=phone_masked(client.phone) if client.phone else "",
        relation=clients.relation(tx, client.id),
        companions=invitations.companions(tx, event, client.id),
        hosts=_host(tx, talk),
        recorder=people.names(tx).get(talk.recorder, "") if talk and talk.recorder else "",
        checked_in=local(first[0], zone) if first else None,
        waited_min=(talk.started_at - first[0]) // 60_000 if talk and first and talk.started_at >= first[0] else None,
        concerns=tuple(_concern(tx, one) for one in mine),
        promises=tuple(promise for one in mine for promise in _promises(tx, one)),
    )


def _host(reader: Reader, talk: Reception | None) -> str:
    staff = reader.get(Staff, talk.host) if talk else None
    if staff is None:
        return ""
    return f"{staff.name} · {staff.post or label('level', staff.level, 'zh')}"


def _concern(reader: Reader, concern: Concern) -> FormConcern:
    settled = solved_on_site(reader, concern) if concern.answer else None
    return FormConcern(
        words=concern.words,
        type=label("type", concern.type, "zh"),
        area=label("area", concern.area, "zh") if concern.area else "",
        place=concern.place or "",
        wish=concern.wish or "",
        answer=concern.answer or "",
        solved=settled,
    )


def _promises(reader: Reader, concern: Concern) -> list[FormPromise]:
    names = people.names(reader)
    return [
        FormPromise(
            text=toward_client(promise.kind, promise.text, read_day(promise.due)),
            department=label("department", promise.department, "zh") if promise.department else "",
            contact=names.get(promise.promised_by, ""),
            due=read_day(promise.due),
        )
        for promise in concerns.promises(reader, concern.id)
    ]
