"""Which layouts a form was printed with; a sheet that comes back may be of any of them."""

from typing import TYPE_CHECKING

from db.ids import NAMED_AT, named_id
from db.sheet_records import SheetLayout, SheetPrint

if TYPE_CHECKING:
    from db.store import Reader, Transaction


def keep(tx: "Transaction", form: str, content: str) -> None:
    """Note that a form was printed with this layout; the same again changes nothing."""
    layout = named_id("sheet_layout", content)
    if tx.get(SheetLayout, layout) is None:
        tx.insert(SheetLayout(id=layout, created_at=NAMED_AT, content=content))
    row = named_id("sheet_print", form, layout)
    if tx.get(SheetPrint, row) is None:
        tx.insert(SheetPrint(id=row, created_at=NAMED_AT, form=form, layout=layout))


def of_form(reader: "Reader", form: str) -> tuple[str, ...]:
    """The contents of the layouts that the form was printed with; of one whose row has not come yet there is none."""
    rows = reader.query(
        "SELECT l.content FROM sheet_print p JOIN sheet_layout l ON l.id = p.layout"
        " WHERE p.form = :form AND p.deleted = 0 ORDER BY l.id",
        form=form,
    )
    return tuple(row[0] for row in rows)
