"""What was handed to printers: badges and tickets, each noted so that none is printed twice by accident."""

from typing import TYPE_CHECKING

from db.records import PrintJob, Turn

if TYPE_CHECKING:
    from db.store import Reader


def latest(reader: "Reader", kind: str, row: str) -> PrintJob | None:
    """The last job of this kind for a row; None where there was none, or it never reached a printer."""
    return reader.first(
        PrintJob, "WHERE object = :row AND kind = :kind AND deleted = 0 ORDER BY at DESC, id DESC LIMIT 1", row=row,
        kind=kind,
    )  # fmt: skip


def turn_numbered(reader: "Reader", event: str, number: str) -> Turn | None:
    """The turn with this number; None where there is none."""
    return reader.first(
        Turn, "WHERE event = :event AND number = :number AND deleted = 0 ORDER BY id LIMIT 1", event=event,
        number=number,
    )  # fmt: skip


def device_name(reader: "Reader", writer: str | None) -> str:
    """What a device is called; "" for one that is not known here."""
    row = reader.one("SELECT name FROM device WHERE id = :writer", writer=writer or "")
    return str(row[0]) if row else ""
