"""Tick boxes of forms that came back: what the machine read, and what a person says, which counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from db import form_boxes
from db.errors import Misused, Refused
from db.form_boxes import BoxRow
from db.form_records import FormBox
from db.ids import NAMED_AT
from db.records import Attachment, Form
from db.store import Reader, Store, Transaction
from desktop.reading.found import SheetFound
from desktop.reading.sheets import read_sheet
from desktop.rules.boxes import contradicting, in_form_order
from desktop.services.forms import attachments, meaning
from desktop.services.forms.layouts import layouts_of
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question, verb

_FULL = 1_000


@dataclass(frozen=True, slots=True)
class Tick:
    """A box as it stands: `is_ticked` is what a person said, else what was read; `is_doubtful` asks for a person."""

    box: str
    page: int
    is_ticked: bool
    is_doubtful: bool
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Ticks:
    """The boxes of a form in the order in which a coordinator needs them.

    `relation` is (what the client's room says of them, what the form says) where the two differ; `next_row` the row of
    the paper, from 1, whose words are typed in next.
    """

    boxes: tuple[Tick, ...] = ()
    relation: tuple[str, str] | None = None
    next_row: int = 1

    @property
    def to_review(self) -> tuple[Tick, ...]:
        """Those that only a person can tell."""
        return tuple(one for one in self.boxes if one.is_doubtful and not one.is_confirmed)

    @property
    def certain(self) -> tuple[Tick, ...]:
        """Those that the machine is sure of and nobody has confirmed."""
        return tuple(one for one in self.boxes if not one.is_doubtful and not one.is_confirmed)

    @property
    def is_confirmed(self) -> bool:
        """Whether a person stands behind every box."""
        return bool(self.boxes) and all(one.is_confirmed for one in self.boxes)


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """How far the forms of an event are that were read: `confirmed` of `read`; `waiting` are the ids of those with
    doubtful boxes that nobody has looked at."""

    read: int = 0
    confirmed: int = 0
    waiting: frozenset[str] = frozenset()

    @property
    def to_review(self) -> int:
        """How many forms wait for a person to look at their boxes."""
        return len(self.waiting)


@verb("form.boxes.keep", roles=TALK_ROLES, devices=TALK_DEVICES)
def keep(_caller: Caller, tx: Transaction, *, form: str, attachment: str, found: SheetFound) -> int:
    """Keep what was read from a picture of a form; what is here already stays, a person's word above all.

    Returns how many boxes are new. Raises Misused `id_unknown`; Refused `sheet_of_another_form`.
    """
    kept = tx.known(Attachment, attachment)
    sheet = tx.known(Form, form)
    if kept.owner != form:
        raise Refused("sheet_of_another_form", number=sheet.number)
    tx.subject = form
    picture = form_boxes.picture_id(form, kept.sha256)
    known = {row.box for row in form_boxes.of_picture(tx, form, picture)}
    # Doubt comes from the pen, or from two ticks that cannot both be meant.
    against = contradicting(box.name for box in found.boxes if box.is_ticked)
    fresh = [box for box in found.boxes if box.name not in known]
    for box in fresh:
        tx.insert(
            FormBox(
                id=form_boxes.box_id(form, picture, box.name), created_at=NAMED_AT, form=form, picture=picture,
                box=box.name, page=box.page, ticked=int(box.is_ticked), ink=round(min(max(box.ink, 0.0), 1.0) * _FULL),
                is_doubtful=int(box.is_doubtful or box.name in against),
            )
        )  # fmt: skip
    return len(fresh)


def read_in(caller: Caller, store: Store, *, form: str, attachment: str, content: bytes) -> SheetFound:
    """Read a picture that hangs on a form, and keep its boxes. Raises Unreadable as `read`, Refused as `keep`."""
    found = _found(store, content)
    keep(caller, store, form=form, attachment=attachment, found=found)
    return found


def _found(reader: Reader, content: bytes) -> SheetFound:
    return read_sheet(content, lambda number: layouts_of(reader, number))


@verb("form.boxes.confirm", roles=TALK_ROLES, devices=TALK_DEVICES)
def confirm(_caller: Caller, tx: Transaction, *, form: str, ticks: Mapping[str, bool]) -> Ticks:
    """Take a person's word for boxes of a form (box -> ticked), and with it what they mean. Returns how they stand.

    Raises Misused `box_unknown`; Refused `boxes_contradict` where what would be confirmed cannot all be meant.
    """
    tx.known(Form, form)
    before = {row.box: row for row in form_boxes.of_form(tx, form)}
    for box in ticks:
        if box not in before:
            raise Misused("box_unknown", value=box)
    said = {box: row.confirmed for box, row in before.items() if row.confirmed is not None} | dict(ticks)
    against = contradicting(box for box, is_ticked in said.items() if is_ticked)
    if against.intersection(box for box, is_ticked in ticks.items() if is_ticked):
        raise Refused("boxes_contradict", boxes=" ".join(in_form_order(sorted(against))))
    for box, is_ticked in ticks.items():
        for row in form_boxes.of_box(tx, form, box):
            tx.save("form_box", row.id, {"confirmed": int(is_ticked)})
    news = (box for box, is_ticked in ticks.items() if before[box].confirmed is not is_ticked)
    meaning.apply(tx, form, frozenset(news))
    tx.subject = form
    return standing(tx, form)


@verb("form.boxes.relation", roles=TALK_ROLES, devices=TALK_DEVICES)
def take_relation(_caller: Caller, tx: Transaction, *, form: str) -> int:
    """Let the client's rooms say of them what the form says. Returns how many rooms; 0 where nothing differs."""
    tx.known(Form, form)
    tx.subject = form
    return meaning.take_relation(tx, form)


@question("form.boxes", roles=TALK_ROLES, devices=TALK_DEVICES)
def of_form(_caller: Caller, reader: Reader, *, form: str) -> Ticks:
    """How the boxes of a form stand; empty for one that was never read."""
    return standing(reader, form)


@question("form.boxes.progress", roles=TALK_ROLES, devices=TALK_DEVICES)
def progress(_caller: Caller, reader: Reader, *, event: str) -> ReadProgress:
    """How far the forms of an event are that were read."""
    forms = form_boxes.standing(reader, event)
    waiting = frozenset(form for form, _, is_waiting in forms if is_waiting)
    return ReadProgress(len(forms), sum(is_confirmed for _, is_confirmed, _ in forms), waiting)


@question("form.read", roles=TALK_ROLES, devices=TALK_DEVICES)
def read(caller: Caller, reader: Reader, *, attachment: str, database: Path) -> SheetFound:
    """Read a kept picture of a form: its boxes, and its handwriting cut into strips. Half a second.

    Raises Unreadable `paper_in_missing`, `sheet_...` where it cannot be read; StoreTrouble `blob_missing`.
    """
    content = attachments.content(caller, reader, attachment=attachment, database=database)
    return _found(reader, content)


def standing(reader: Reader, form: str) -> Ticks:
    """The rows behind `of_form`."""
    rows = form_boxes.of_form(reader, form)
    following = 1 + len(meaning.typed_in(reader, reader.known(Form, form)))
    return Ticks(_ticks(rows), meaning.relation_beside(reader, form) if rows else None, following)


def _ticks(rows: tuple[BoxRow, ...]) -> tuple[Tick, ...]:
    shown = {row.box: row.ticked if row.confirmed is None else row.confirmed for row in rows}
    # Pages of a form may contradict each other, too.
    against = contradicting(box for box, is_ticked in shown.items() if is_ticked)
    by_name = {row.box: row for row in rows}
    return tuple(
        Tick(box, row.page, shown[box], row.is_doubtful or box in against, row.confirmed is not None)
        for box in in_form_order(by_name)
        for row in (by_name[box],)
    )
