"""The tick boxes of forms as they were read from pictures, and what persons said of them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from db.form_records import FormBox
from db.ids import named_id

if TYPE_CHECKING:
    from db.store import Reader


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A box of a form over all its pictures: what the latest of them shows and whether they disagree.

    `confirmed` is what a person said, None while nobody has.
    """

    form: str
    box: str
    page: int
    ticked: bool
    is_doubtful: bool
    confirmed: bool | None


def picture_id(form: str, sha256: str) -> str:
    """What every device calls a picture of this form with this content."""
    return named_id("form_picture", form, sha256)


def box_id(form: str, picture: str, box: str) -> str:
    """The id that every device gives to a box on a picture of a form."""
    return named_id("form_box", form, picture, box)


def of_picture(reader: "Reader", form: str, picture: str) -> tuple[FormBox, ...]:
    """The boxes read from one picture, in the order of the paper."""
    where = "WHERE form = :form AND picture = :picture AND deleted = 0 ORDER BY rowid"
    return reader.records(FormBox, where, form=form, picture=picture)


def of_box(reader: "Reader", form: str, box: str) -> tuple[FormBox, ...]:
    """One box on every picture of a form, in the order in which they came."""
    return reader.records(
        FormBox, "WHERE form = :form AND box = :box AND deleted = 0 ORDER BY rowid", form=form, box=box
    )


def of_form(reader: "Reader", form: str) -> tuple[BoxRow, ...]:
    """Every box of a form, in the order of the paper."""
    rows = reader.records(FormBox, "WHERE form = :form AND deleted = 0 ORDER BY page, rowid", form=form)
    return _together(rows)


def ticked_in(reader: "Reader", event: str, boxes: Collection[str]) -> tuple[tuple[str, str], ...]:
    """(form, box) of those among `boxes` that a person confirmed as ticked, on the forms of an event."""
    rows = reader.query(
        "SELECT DISTINCT b.form, b.box FROM form f JOIN form_box b ON b.form = f.id"
        " WHERE f.event = :event AND f.deleted = 0 AND b.deleted = 0 AND b.confirmed = 1"
        " AND b.box IN (SELECT value FROM json_each(:boxes)) ORDER BY b.form, b.box",
        event=event,
        boxes=msgspec.json.encode(sorted(boxes)).decode(),
    )
    return tuple((row[0], row[1]) for row in rows)


def standing(reader: "Reader", event: str) -> tuple[tuple[str, bool, bool], ...]:
    """(form, whether a person stands behind every box, whether a doubtful one waits) of each form that was read."""
    rows = reader.query(
        """
        WITH one AS (
          SELECT b.form, max(b.confirmed IS NOT NULL) AS said,
            max(b.is_doubtful) OR min(b.ticked) <> max(b.ticked) AS doubtful
          FROM form f JOIN form_box b ON b.form = f.id
          WHERE f.event = :event AND f.deleted = 0 AND b.deleted = 0 GROUP BY b.form, b.box)
        SELECT form, min(said), max(doubtful AND NOT said) FROM one GROUP BY form
        """,
        event=event,
    )
    return tuple((row[0], bool(row[1]), bool(row[2])) for row in rows)


def _together(rows: tuple[FormBox, ...]) -> tuple[BoxRow, ...]:
    found: dict[tuple[str, str], list[FormBox]] = {}
    for row in rows:
        found.setdefault((row.form, row.box), []).append(row)
    return tuple(_as_one(form, box, same) for (form, box), same in found.items())


def _as_one(form: str, box: str, same: list[FormBox]) -> BoxRow:
    said = next((one.confirmed for one in reversed(same) if one.confirmed is not None), None)
    return BoxRow(
        form=form,
        box=box,
        page=same[0].page,
        ticked=bool(same[-1].ticked),
        # Two pictures of one box that show it differently leave it to a person, like a doubtful one.
        is_doubtful=any(one.is_doubtful for one in same) or len({one.ticked for one in same}) > 1,
        confirmed=None if said is None else bool(said),
    )
