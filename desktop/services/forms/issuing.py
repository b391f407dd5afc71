"""That a form was printed."""

from collections.abc import Iterable

from db.records import Form
from db.store import Transaction


def mark_issued(tx: Transaction, event: str, numbers: Iterable[str]) -> int:
    """Note for the forms with these numbers that their paper went out; the first time counts. Returns how many."""
    wanted = set(numbers)
    sheets = tx.records(Form, "WHERE event = :event AND deleted = 0 AND issued_at IS NULL ORDER BY id", event=event)
    fresh = [sheet for sheet in sheets if sheet.number in wanted]
    for sheet in fresh:
        tx.save("form", sheet.id, {"issued_at": tx.now})
    return len(fresh)
