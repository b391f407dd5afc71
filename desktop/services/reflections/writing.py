"""Reflections: written by the person or for them, kept to, told to others."""

from typing import Final

from db import local
from db.errors import Misused, Refused
from db.records import Campaign, Event, Reception, Reflection, Sharing, Staff
from db.store import Reader, Transaction
from desktop.rules.times import day_of, read_day
from desktop.services.registry import FOLLOW_ROLES, OFFICE_ROLES, TALK_DEVICES, Caller, question, verb
from desktop.services.zones import zone_of

FIELDS: Final = ("case_words", "lesson", "commitment", "commitment_due")
_MOST_PEOPLE = 100_000


@verb("reflection.add", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def add(
    caller: Caller,
    tx: Transaction,
    *,
    staff: str,
    case_words: str,
    lesson: str,
    event: str | None = None,
    reception: str | None = None,
    campaign: str | None = None,
    commitment: str = "",
    commitment_due: str = "",
    entered_by: str | None = None,
) -> str:
    """Keep what somebody took from a talk, an event or a campaign. Returns its id.

    `entered_by` is who typed it for them; somebody signed in who writes for another is noted as that. Raises Misused
    `reflection_case_missing`, `reflection_lesson_missing`, `commitment_without_day`, `day_unreadable`, `id_unknown`.
    """
    for kind, row in ((Staff, staff), (Event, event), (Reception, reception), (Campaign, campaign)):
        if row is not None:
            tx.known(kind, row)
    talk = tx.get(Reception, reception) if reception else None
    typist = entered_by or (caller.staff if caller.staff != staff else None)
    cells = _cells(tx, {"case_words": case_words, "lesson": lesson, "commitment": commitment,
                        "commitment_due": commitment_due})  # fmt: skip
    _drop_draft(tx, staff, event or (talk.event if talk else None), campaign)
    tx.subject = tx.insert(
        Reflection(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            staff=staff,
            at=tx.now,
            case_words=cells["case_words"] or "",
            lesson=cells["lesson"] or "",
            event=event or (talk.event if talk else None),
            reception=reception,
            campaign=campaign,
            commitment=cells["commitment"],
            commitment_due=cells["commitment_due"],
            entered_by=typist if typist != staff else None,
        )
    )
    return tx.subject


@verb("reflection.change", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def change(caller: Caller, tx: Transaction, *, reflection: str, fields: dict[str, str]) -> int:
    """Write some of FIELDS anew; returns how many changed. Its author, who entered it, and the office may.

    Raises as `add`, and Refused `reflection_of_another`.
    """
    known = _row(tx, reflection)
    if caller.staff not in (None, known.staff, known.entered_by) and caller.roles.isdisjoint(OFFICE_ROLES):
        raise Refused("reflection_of_another")
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        raise Misused("field_not_settable", field=unknown[0], choices=" ".join(FIELDS))
    before = {name: getattr(known, name) or "" for name in FIELDS}
    tx.subject = reflection
    return tx.save("reflection", reflection, _cells(tx, before | fields))


@verb("reflection.keep", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def keep(_caller: Caller, tx: Transaction, *, reflection: str) -> None:
    """Say that what somebody meant to do was done. Raises Refused `commitment_missing`, `commitment_kept_already`."""
    known = _row(tx, reflection)
    if not known.commitment:
        raise Refused("commitment_missing")
    if known.commitment_kept_at is not None:
        raise Refused("commitment_kept_already")
    tx.save("reflection", reflection, {"commitment_kept_at": tx.now})
    tx.subject = reflection


@verb("reflection.unkeep", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def unkeep(_caller: Caller, tx: Transaction, *, reflection: str) -> None:
    """Take back that it was done."""
    _row(tx, reflection)
    tx.save("reflection", reflection, {"commitment_kept_at": None})
    tx.subject = reflection


@verb("reflection.share", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def share(
    caller: Caller,
    tx: Transaction,
    *,
    reflection: str,
    on_day: str,
    audience: str,
    people: int | None = None,
    words: str = "",
) -> str:
    """Note that a reflection was told to others: on an ISO day, to whom, how many heard it. Returns its id.

    Raises Misused `audience_missing`, `people_not_a_number`, `day_unreadable`, `day_not_yet`.
    """
    _row(tx, reflection)
    day = read_day(on_day)
    if day > day_of(tx.now, zone_of(tx)):
        raise Misused("day_not_yet", value=day.isoformat())
    if not audience.strip():
        raise Misused("audience_missing")
    if people is not None and not 0 < people <= _MOST_PEOPLE:
        raise Misused("people_not_a_number", value=people)
    shared = tx.insert(
        Sharing(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            reflection=reflection,
            on_day=day.isoformat(),
            audience=audience.strip(),
            people=people,
            words=words.strip() or None,
        )
    )
    tx.subject = reflection
    return shared


# What is being written stays on this device until it is kept.


@verb("reflection.keep-draft", roles=FOLLOW_ROLES, devices=TALK_DEVICES, journal=False)
def keep_draft(
    _caller: Caller, tx: Transaction, *, staff: str, event: str | None, campaign: str | None, text: str
) -> None:
    """Keep what is typed so far, as JSON of the form's fields; an empty text takes it away."""
    local.keep(tx, _draft_key(staff, event, campaign), text or None)


@question("reflection.draft", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def draft(_caller: Caller, reader: Reader, *, staff: str, event: str | None, campaign: str | None) -> str:
    """What was typed and not kept yet, as it was handed in; "" for nothing."""
    return local.kept(reader, _draft_key(staff, event, campaign)) or ""


def _drop_draft(tx: Transaction, staff: str, event: str | None, campaign: str | None) -> None:
    local.keep(tx, _draft_key(staff, event, campaign), None)


def _draft_key(staff: str, event: str | None, campaign: str | None) -> str:
    return f"reflection {staff} {event or ''} {campaign or ''}".strip()


def _cells(tx: Transaction, fields: dict[str, str]) -> dict[str, str | None]:
    cells: dict[str, str | None] = {name: value.strip() or None for name, value in fields.items()}
    if not cells["case_words"]:
        raise Misused("reflection_case_missing")
    if not cells["lesson"]:
        raise Misused("reflection_lesson_missing")
    if cells["commitment"] and not cells["commitment_due"]:
        raise Misused("commitment_without_day", example=day_of(tx.now, zone_of(tx)).isoformat())
    due = cells["commitment_due"] if cells["commitment"] else None
    cells["commitment_due"] = read_day(due).isoformat() if due else None
    return cells


def _row(reader: Reader, reflection: str) -> Reflection:
    return reader.known(Reflection, reflection, living=True)
