"""The forms of an event as they stand: issued, returned, entered, missing."""

from dataclasses import dataclass

from db import forms
from db.errors import Misused
from db.forms import FormRow
from db.store import Reader
from desktop.rules.forms import Sheet, Standing, is_late, standing
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question

VIEWS = ("issued", "returned", "entered", "missing", "unused")


@dataclass(frozen=True, slots=True)
class FormLine:
    """One form of the list; times in UTC ms, `words` counts the concerns on it, `late` those entered late."""

    form: str
    number: str
    standing: Standing
    was_issued: bool
    client: str | None
    name: str
    room: str
    issued_at: int | None
    returned_at: int | None
    entered_at: int | None
    words: int
    late: int
    pictures: int


@dataclass(frozen=True, slots=True)
class FormCounts:
    """How the forms of an event stand. issued = to_enter + entered (of those issued) + missing + unused.

    `returned` is all paper that is back, typed in or not; `to_enter` what of it nobody has typed in yet.
    """

    issued: int
    returned: int
    to_enter: int
    entered: int
    missing: int
    unused: int
    late: int


@question("form.list", roles=TALK_ROLES, devices=TALK_DEVICES)
def of_event(_caller: Caller, reader: Reader, *, event: str, only: str | None = None) -> tuple[FormLine, ...]:
    """The forms of an event by number, all or those of one view; of returned ones the untyped first.

    Raises Misused `code_unknown` for a view that is none.
    """
    if only is not None and only not in VIEWS:
        raise Misused("code_unknown", list="forms", value=only, choices=" ".join(VIEWS))
    is_counted = forms.has_arrivals(reader, event)
    lines = tuple(_line(one, is_counted=is_counted) for one in forms.of_event(reader, event))
    if only is None:
        return lines
    return tuple(sorted((one for one in lines if is_in(one, only)), key=lambda one: one.standing == "entered"))


def is_in(line: FormLine, view: str) -> bool:
    """Whether a form belongs to a view."""
    if view == "issued":
        return line.was_issued
    if view == "returned":
        return line.standing == "returned" or line.returned_at is not None
    return line.standing == view


def counts(lines: tuple[FormLine, ...]) -> FormCounts:
    """The figures over the lines of an event."""
    return FormCounts(
        issued=sum(is_in(one, "issued") for one in lines),
        returned=sum(is_in(one, "returned") for one in lines),
        to_enter=sum(one.standing == "returned" for one in lines),
        entered=sum(is_in(one, "entered") for one in lines),
        missing=sum(is_in(one, "missing") for one in lines),
        unused=sum(is_in(one, "unused") for one in lines),
        late=sum(one.late > 0 for one in lines),
    )


def _line(row: FormRow, *, is_counted: bool) -> FormLine:
    form = row.form
    sheet = Sheet(
        issued=form.issued_at is not None,
        returned=form.returned_at is not None,
        entered=form.entered_at is not None,
        has_words=bool(row.concerns),
        came=row.came if is_counted else None,
    )
    return FormLine(
        form=form.id, number=form.number, standing=standing(sheet), was_issued=sheet.was_issued, client=row.client,
        name=f"{row.name} {row.title}".strip(), room=row.room, issued_at=form.issued_at,
        returned_at=form.returned_at, entered_at=form.entered_at, words=len(row.concerns),
        late=sum(is_late(said, entered) for _, said, entered in row.concerns), pictures=row.pictures,
    )  # fmt: skip
