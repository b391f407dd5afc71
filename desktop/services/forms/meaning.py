"""What confirmed boxes of a form mean: consents, the client's word that it is solved, permission to enter, no name.

Both ways round: boxes confirmed first and words typed afterwards, or the other way. What follows from a box has an id
that follows from it too, so that two devices which confirm the same sheet make the same rows.
"""

from db import clients, concerns, form_boxes, talks
from db.ids import NAMED_AT, named_id
from db.records import ClientUnit, Concern, ConcernAddition, Consent, Event, Form
from db.store import Reader, Transaction
from desktop.rules.boxes import (
    ANONYMOUS,
    CONSENTS,
    LATER,
    RECHECK,
    SOLVED,
    VERDICTS,
    answer_box,
    ticked_one,
)
from desktop.rules.codes import codes
from desktop.services.guests.consents import wording

# The words stood on paper with the client's signature.
PAPER = "signed_sheet"
# Added to each concern of the form, in the words of the form.
RECHECK_WORDS = "准予入户复查（客户在反馈表上勾选）"


def apply(tx: Transaction, form: str, changed: frozenset[str]) -> None:
    """Let everything follow from the boxes of a form on which a person's word is new; from no other."""
    said = confirmed(tx, form)
    sheet = tx.known(Form, form)
    _consents(tx, sheet, {box: said[box] for box in changed})
    typed = typed_in(tx, sheet)
    if ANONYMOUS in changed:
        _name(tx, sheet, typed, is_hidden=said[ANONYMOUS])
    for row, concern in enumerate(typed, 1):
        if not changed.isdisjoint((answer_box(row, SOLVED), answer_box(row, LATER))):
            _solved(tx, concern, row, said)
        if RECHECK in changed:
            _recheck(tx, concern, is_allowed=said[RECHECK])


def apply_to(tx: Transaction, form: Form, concern: str) -> None:
    """Let follow for words that were just typed in what is confirmed of the form already."""
    said = confirmed(tx, form.id)
    typed = typed_in(tx, form)
    for row, one in enumerate(typed, 1):
        if one.id == concern:
            _solved(tx, one, row, said)
            _recheck(tx, one, is_allowed=said.get(RECHECK, False))


def confirmed(reader: Reader, form: str) -> dict[str, bool]:
    """Box -> ticked, of the boxes that a person stands behind."""
    rows = form_boxes.of_form(reader, form)
    return {row.box: row.confirmed for row in rows if row.confirmed is not None}


def is_anonymous(reader: Reader, form: str) -> bool:
    """Whether the client asked on the form that their name be left out."""
    return confirmed(reader, form).get(ANONYMOUS, False)


def verdict(reader: Reader, form: str) -> str:
    """The client's rating on the spot, A, B or C, as confirmed; "" for none."""
    word = ticked_one((box for box, is_ticked in confirmed(reader, form).items() if is_ticked), "verdict")
    return VERDICTS[f"verdict.{word}"] if word else ""


def verdicts(reader: Reader, event: str) -> dict[str, str]:
    """Form's number -> the client's rating on the spot, A, B or C, of the forms on which a person confirmed one."""
    ticked: dict[str, list[str]] = {}
    for form, box in form_boxes.ticked_in(reader, event, VERDICTS):
        ticked.setdefault(form, []).append(VERDICTS[box])
    sheets = {form: reader.known(Form, form) for form, found in ticked.items() if len(found) == 1}
    return {sheet.number: ticked[form][0] for form, sheet in sheets.items()}


def typed_in(reader: Reader, form: Form) -> tuple[Concern, ...]:
    """The concerns that were typed in from this paper, row by row; those taken down at the talk are none of them."""
    known = concerns.on_sheet(reader, form.number)
    first = {one: steps[0] for one, steps in concerns.steps_of(reader, [one.id for one in known]).items()}
    return tuple(one for one in known if one.id in first and first[one.id].means == PAPER)


def relation_beside(reader: Reader, form: str) -> tuple[str, str] | None:
    """(what the client's first room says of them, what the form says) where a person confirmed another one."""
    sheet = reader.known(Form, form)
    word = ticked_one((box for box, is_ticked in confirmed(reader, form).items() if is_ticked), "relation")
    if not sheet.client or word not in codes("relation"):
        return None
    here = clients.relation(reader, clients.root(reader, sheet.client))
    return (here, word) if here and here != word else None


def take_relation(tx: Transaction, form: str) -> int:
    """Write what the form says into the client's rooms; returns how many changed."""
    differs, sheet = relation_beside(tx, form), tx.known(Form, form)
    if differs is None or not sheet.client:
        return 0
    rooms = tx.records(ClientUnit, "WHERE client = :client AND deleted = 0", client=clients.root(tx, sheet.client))
    return sum(tx.save("client_unit", one.id, {"relation": differs[1]}) for one in rooms)


def _consents(tx: Transaction, form: Form, said: dict[str, bool]) -> None:
    if not form.client:
        return
    client = clients.root(tx, form.client)
    for box, kind in CONSENTS.items():
        if box not in said:
            continue
        row = named_id("form_consent", form.id, kind)
        known = tx.get(Consent, row)
        if known is None and said[box]:
            tx.insert(
                Consent(
                    id=row, created_at=NAMED_AT, client=client, kind=kind, text=wording(kind), at=_said_at(tx, form),
                    means=PAPER,
                )
            )  # fmt: skip
        elif known is not None:
            # A tick that was read wrongly was never a consent; one that was withdrawn stays withdrawn.
            tx.save("consent", row, {"deleted": int(not said[box])})


def _said_at(reader: Reader, form: Form) -> int:
    """When the client filled in the form, as far as every device knows it alike."""
    talk = talks.on_sheet(reader, form.event, form.number)
    event = reader.get(Event, form.event)
    return talk.started_at if talk else event.starts_at if event else form.created_at


def _name(tx: Transaction, form: Form, typed: tuple[Concern, ...], *, is_hidden: bool) -> None:
    """Take the client's name from the words of the form, or give it back where the tick was read wrongly."""
    for one in typed:
        if is_hidden and one.client:
            tx.save("concern", one.id, {"client": None, "reception": None})
        elif not is_hidden and not one.client and form.client:
            tx.save("concern", one.id, {"client": clients.root(tx, form.client)})


def _solved(tx: Transaction, concern: Concern, row: int, said: dict[str, bool]) -> None:
    """The client's tick behind the answer: solved on the spot, or to be followed up."""
    solved, later = said.get(answer_box(row, SOLVED)), said.get(answer_box(row, LATER))
    if solved is None and later is None:
        return
    tx.save("concern", concern.id, {"client_confirmed": "yes" if solved else "no" if later else None})


def _recheck(tx: Transaction, concern: Concern, *, is_allowed: bool) -> None:
    row = named_id("form_recheck", concern.id)
    known = tx.get(ConcernAddition, row)
    if known is None and is_allowed:
        tx.insert(
            ConcernAddition(
                id=row, created_at=NAMED_AT, concern=concern.id, words=RECHECK_WORDS, said_by=concern.received_by,
                at=concern.occurred_at,
            )
        )  # fmt: skip
    elif known is not None:
        tx.save("concern_addition", row, {"deleted": int(not is_allowed)})
