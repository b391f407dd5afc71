"""The sheet of a reflection, to be told to others: without the client."""

from pathlib import Path

from db import events, reflections
from db.errors import Refused
from db.records import Reflection
from db.store import Transaction
from desktop.paper.content import Report
from desktop.rules.anonymity import left_over
from desktop.rules.times import kept_day, local
from desktop.services.project.house import logo
from desktop.services.reflections import listing
from desktop.services.reflections.listing import Shared
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, Caller, verb
from desktop.services.zones import zone_of


@verb("paper.reflection", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def write_sheet(caller: Caller, tx: Transaction, *, reflection: str, pdf: Path) -> Report:
    """Print a reflection without names, telephones and rooms of clients; whoever wrote it stands on it.

    Raises Misused `id_unknown`, Refused `names_in_sheet` where something of a client would still be readable,
    StoreTrouble `paper_not_written`.
    """
    from desktop.paper.reflection_sheet import ReflectionSheet, reflection_sheet

    row = tx.known(Reflection, reflection, living=True)
    mine = listing.listed(caller, tx, now_ms=tx.now, staff=row.staff)
    (told,) = listing.anonymous(tx, tuple(one for one in mine if one.id == reflection))
    known = reflections.known(tx)
    whole = " ".join((told.title, told.case_words, told.lesson, told.commitment, *map(_shared, told.shared)))
    if left := left_over(whole, known.names, known.phones):
        raise Refused("names_in_sheet", value=left)
    project = events.project(tx)
    content = ReflectionSheet(
        project=project.name,
        company=project.company or "",
        name=told.name,
        title=told.title,
        day=kept_day(told.day) or local(row.at, zone_of(tx)).date(),
        case=told.case_words,
        lesson=told.lesson,
        commitment=told.commitment,
        due=kept_day(told.due),
        shared=tuple(map(_shared, told.shared)),
        as_of=local(row.at, zone_of(tx)),
        logo=logo(tx),
    )
    tx.subject = reflection
    return reflection_sheet(content, pdf)


def _shared(one: Shared) -> str:
    people = f"，{one.people} 人" if one.people else ""
    return f"{one.day} {one.audience}{people}{f'：{one.words}' if one.words else ''}"
