"""Taking a concern down in the client's own words, and adding to it later; the words are never rewritten."""

from dataclasses import dataclass

import msgspec

from db import concerns, talks
from db.errors import Misused, Refused
from db.records import Concern, ConcernAddition, ConcernStep, Staff
from db.store import Transaction
from desktop.rules.codes import known_code
from desktop.rules.times import read_time
from desktop.services.concerns import details as beside
from desktop.services.concerns.details import NOTHING, Details
from desktop.services.people.staff import additions
from desktop.services.receptions.numbers import form_number
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of

LONGEST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Recorded:
    """A concern and the number it carries everywhere."""

    concern: str
    number: str


@verb("concern.add", roles=TALK_ROLES, devices=TALK_DEVICES)
def add(
    caller: Caller,
    tx: Transaction,
    *,
    event: str,
    received_by: str,
    words: str,
    type_code: str,
    client: str | None = None,
    area: str | None = None,
    wish: str | None = None,
    place: str | None = None,
    channel: str | None = None,
    grade: str | None = None,
    risk: str | None = None,
    occurred: str | None = None,
    means: str = "in_person",
    sheet: str | None = None,
    details: Details = NOTHING,
) -> Recorded:
    """Record a concern at once, under the number of the client's sheet. No client means anonymous.

    `sheet` is the number of the form on which the words were found, where it is not the client's first or latest.
    `risk` is one flag or several; how the warranty stands is kept as it is shown now. A room that cannot be read stays
    with the spot, as it was typed.
    """
    words = checked_words(words)
    if tx.get(Staff, received_by) is None:
        raise Misused("received_by_missing", number=sheet or "")
    own = additions(tx)
    for list_name, code in (("type", type_code), ("area", area), ("channel", channel), ("grade", grade)):
        if code is not None:
            known_code(list_name, code, own)
    known_code("means", means, own)
    cells = beside.cells(details, own)
    home = beside.home_of(tx, details.unit, client, has_spot=bool(place or details.part or details.facing))
    zone = zone_of(tx)
    occurred_at = read_time(occurred, zone) if occurred else tx.now
    under = beside.standing(tx, home.kept, cells.get("part"), occurred_at)
    talk = talks.on_sheet(tx, event, sheet) if sheet else talks.open_talk(tx, event, client)
    sheet = sheet or (talk.number if talk else form_number(caller, tx, event, client))
    number = f"{sheet}-{concerns.next_suffix(tx, sheet)}"
    concern = tx.insert(
        Concern(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            event=event,
            number=number,
            words=words,
            type=type_code,
            received_by=received_by,
            occurred_at=occurred_at,
            client=client,
            reception=talk.id if talk else None,
            channel=channel,
            place=" ".join(filter(None, (home.unread, place))) or None,
            wish=wish,
            area=area,
            grade=grade,
            risk=beside.checked_risk(risk, own),
            unit=home.kept,
            warranty=under.code if under else None,
            summary=cells.get("summary"),
            meaning=cells.get("meaning"),
            sub_area=cells.get("sub_area"),
            part=cells.get("part"),
            facing=cells.get("facing"),
            perceived=cells.get("perceived"),
            measured=cells.get("measured"),
            tolerance=cells.get("tolerance"),
            responsible_unit=cells.get("responsible_unit"),
            inspector=cells.get("inspector"),
            standard_answer=cells.get("standard_answer"),
            solvable_on_site=cells.get("solvable_on_site"),
            rule_gap=cells.get("rule_gap"),
            rule_gap_words=cells.get("rule_gap_words"),
        )
    )
    tx.insert(
        ConcernStep(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            concern=concern,
            state="recorded",
            decided_by=received_by,
            entered_by=caller.staff or received_by,
            means=means,
            at=tx.now,
            facts=msgspec.json.encode({}).decode(),
        )
    )
    tx.subject = concern
    return Recorded(concern, number)


@verb("concern.addition", roles=TALK_ROLES | {"handler", "callback", "department_head"})
def add_words(caller: Caller, tx: Transaction, *, concern: str, words: str, said_by: str) -> str:
    """Add to a concern's words; what stands there stays. Returns the addition's id."""
    tx.known(Concern, concern)
    state = concerns.now(tx, concern)
    if state and state[0] == "void":
        raise Refused("concern_void")
    addition = tx.insert(
        ConcernAddition(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            concern=concern,
            words=checked_words(words),
            said_by=said_by,
            at=tx.now,
        )
    )
    tx.subject = concern
    return addition


def checked_words(words: str) -> str:
    """The words as typed, without NUL. Raises Misused `words_missing` or `words_too_long`."""
    kept = words.replace("\0", "")
    if not kept.strip():
        raise Misused("words_missing")
    if len(kept) > LONGEST_WORDS:
        raise Misused("words_too_long", characters=len(kept), limit=LONGEST_WORDS)
    return kept
