"""Words typed in from a form: the time on the paper and the time of typing are both kept, with who did it for whom."""

from dataclasses import asdict, dataclass

import msgspec

from db import clients, concerns, drafts
from db.drafts import DraftRow
from db.errors import Misused, Refused
from db.records import Form
from db.store import Transaction
from desktop.rules.forms import CLOCK_SLACK_MS, is_late, read_form_time
from desktop.rules.times import iso_text
from desktop.services.concerns import moving, recording
from desktop.services.concerns.recording import Recorded
from desktop.services.forms import meaning
from desktop.services.forms.finding import Typed, draft_scope, shown
from desktop.services.forms.meaning import PAPER
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class Taken:
    """A concern taken from a form; `said_at` is the time on the paper, UTC ms."""

    concern: str
    number: str
    said_at: int
    is_late: bool


@verb("form.enter", roles=TALK_ROLES, devices=TALK_DEVICES)
def enter(
    caller: Caller,
    tx: Transaction,
    *,
    form: str,
    words: str,
    type_code: str,
    received_by: str | None = None,
    area: str | None = None,
    place: str | None = None,
    wish: str | None = None,
    grade: str | None = None,
    said: str | None = None,
    answer: str | None = None,
    channel: str = "on_site",
    means: str = PAPER,
) -> Taken:
    """Record words that stand on a form, under its number; what is not told is taken from the talk or the check-in.

    Whoever asked on the form to stay without a name does. `answer` is what we answered on the spot, as it stands there.

    Raises Misused `received_by_missing`, `time_unreadable`, `words_missing`; Refused `form_time_future`,
    `form_words_known` when exactly these words of the form are here already.
    """
    sheet = tx.known(Form, form)
    known = shown(tx, sheet)
    zone = zone_of(tx)
    said_at = read_form_time(said, known.said_at, zone) if said and said.strip() else min(known.said_at, tx.now)
    if said_at > tx.now + CLOCK_SLACK_MS:
        raise Refused("form_time_future", value=iso_text(said_at, zone)[:16].replace("T", " "))
    # Paper knows no milliseconds.
    said_at -= said_at % 1_000
    host = received_by or known.received_by or caller.staff
    if host is None:
        raise Misused("received_by_missing", number=sheet.number)
    checked = recording.checked_words(words)
    if any(one.words.strip() == checked.strip() for one in known.words):
        raise Refused("form_words_known", number=sheet.number)
    has_name = sheet.client and not meaning.is_anonymous(tx, form)
    made = recording.add(
        caller, tx, event=sheet.event, received_by=host, words=checked, type_code=type_code,
        client=clients.root(tx, sheet.client) if sheet.client and has_name else None, area=area, wish=wish, place=place,
        channel=channel, grade=grade, occurred=iso_text(said_at, zone), means=means, sheet=sheet.number,
    )  # fmt: skip
    if sheet.client and not has_name:
        # The talk would tell whose the words are.
        tx.save("concern", made.concern, {"reception": None})
    meaning.apply_to(tx, sheet, made.concern)
    if answer and answer.strip():
        _answer(caller, tx, made, host, answer.strip())
    _mark_entered(caller, tx, sheet)
    drafts.drop_talk(tx, draft_scope(form))
    tx.subject = made.concern
    return Taken(made.concern, made.number, said_at, is_late(said_at, tx.now))


@verb("form.blank", roles=TALK_ROLES, devices=TALK_DEVICES)
def blank(caller: Caller, tx: Transaction, *, form: str) -> None:
    """Note that somebody looked and no words stand on the form. Raises Refused `form_has_words`."""
    sheet = tx.known(Form, form)
    if concerns.on_sheet(tx, sheet.number):
        raise Refused("form_has_words", number=sheet.number)
    _mark_entered(caller, tx, sheet)
    drafts.drop_talk(tx, draft_scope(form))
    tx.subject = form


@verb("form.returned", roles=TALK_ROLES, devices=TALK_DEVICES)
def mark_returned(_caller: Caller, tx: Transaction, *, form: str) -> bool:
    """Note that the paper is back; False when that is known."""
    sheet = tx.known(Form, form)
    tx.subject = form
    return _is_back(tx, sheet)


@verb("form.unmark", roles=TALK_ROLES, devices=TALK_DEVICES)
def unmark(_caller: Caller, tx: Transaction, *, form: str) -> None:
    """Take back that a form is returned or without words; words that were typed in stay, and with them the mark."""
    sheet = tx.known(Form, form)
    if concerns.on_sheet(tx, sheet.number):
        raise Refused("form_has_words", number=sheet.number)
    tx.save("form", form, {"returned_at": None, "entered_at": None, "entered_by": None})
    tx.subject = form


@verb("form.keep_typed", roles=TALK_ROLES, devices=TALK_DEVICES, journal=False)
def keep_typed(_caller: Caller, tx: Transaction, *, form: str, typed: Typed) -> int:
    """Keep the fields as they stand, on this device; nothing typed keeps nothing. Returns the moment, UTC ms."""
    scope = draft_scope(form)
    drafts.drop_talk(tx, scope)
    if typed.words.strip():
        drafts.put(tx, DraftRow(scope, scope, 0, msgspec.json.encode(asdict(typed)).decode(), tx.now))
    return tx.now


def _answer(caller: Caller, tx: Transaction, made: Recorded, host: str, answer: str) -> None:
    """What was answered on the spot: a step of the concern by whoever received the client, entered from paper."""
    told = {"answer": answer, "answered_by": host}
    moved = moving.move(
        caller, tx, concern=made.concern, target="answered", by=host, entered_by=caller.staff, means=PAPER,
        fields=told, evidence=made.number,
    )  # fmt: skip
    if moved.refused:
        # Somebody who may not answer did: what was said stays beside the words all the same.
        tx.save("concern", made.concern, told)


def _is_back(tx: Transaction, sheet: Form) -> bool:
    return sheet.returned_at is None and tx.save("form", sheet.id, {"returned_at": tx.now}) > 0


def _mark_entered(caller: Caller, tx: Transaction, sheet: Form) -> None:
    _is_back(tx, sheet)
    if sheet.entered_at is None:
        tx.save("form", sheet.id, {"entered_at": tx.now, "entered_by": caller.staff})
