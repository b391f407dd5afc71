"""What an event has left open, as the tables say it; and the reasons that people gave for what may stay."""

from typing import TYPE_CHECKING

from db.door_list import PROVISIONAL
from db.driver import Row
from db.records import ClosingReason, Promise, Reception, SummaryApproval

if TYPE_CHECKING:
    from db.store import Reader


def reasons(reader: "Reader", event: str) -> dict[str, ClosingReason]:
    """Line -> the reason that counts: the one given last."""
    rows = reader.records(ClosingReason, "WHERE event = :event AND deleted = 0 ORDER BY at, id", event=event)
    return {row.line: row for row in rows}


def approval(reader: "Reader", event: str) -> SummaryApproval | None:
    """The approval of the event's summary for owners that counts: the one given last."""
    return reader.first(SummaryApproval, "WHERE event = :event AND deleted = 0 ORDER BY at DESC, id DESC", event=event)


def open_talks(reader: "Reader", event: str) -> tuple[Reception, ...]:
    """The talks of an event that have no end, the earliest first."""
    return reader.records(
        Reception, "WHERE event = :event AND ended_at IS NULL AND deleted = 0 ORDER BY started_at, id", event=event
    )


def drafts(reader: "Reader", event: str) -> list[Row]:
    """(talk, its number, its client or None, how many drafts of it lie on this device), by number."""
    return reader.query(
        "SELECT r.id, r.number, r.client, count(*) FROM draft d JOIN reception r ON r.id = d.reception"
        " WHERE r.event = :event GROUP BY r.id ORDER BY r.number, r.id",
        event=event,
    )


def provisional(reader: "Reader", event: str) -> list[Row]:
    """(check-in, moment in UTC ms, desk) of people let in whom nobody has named yet, in time order."""
    return reader.query(
        "SELECT k.id, k.at, coalesce(k.desk, '') FROM check_in k"  # noqa: S608 - a fixed text
        f" WHERE k.event = :event AND k.deleted = 0 AND {PROVISIONAL} ORDER BY k.at, k.id",
        event=event,
    )


def unsigned_promises(reader: "Reader", event: str) -> tuple[tuple[Promise, str, str | None], ...]:
    """(promise, its concern's number, the client or None) where no signature was seen and nothing is kept yet."""
    rows = reader.query(
        "SELECT p.id, c.number, c.client FROM concern c JOIN promise p ON p.concern = c.id"
        " WHERE c.event = :event AND c.deleted = 0 AND p.deleted = 0 AND p.signed_at IS NULL AND p.kept_at IS NULL"
        " ORDER BY c.number, p.id",
        event=event,
    )
    found = ((reader.get(Promise, row[0]), row[1], row[2]) for row in rows)
    return tuple((promise, number, client) for promise, number, client in found if promise is not None)
