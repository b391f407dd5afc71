"""What the pages before and after an event ask for, and the digest of a period."""

from typing import TYPE_CHECKING

import msgspec

from db.driver import Row
from db.records import Concern, Promise

if TYPE_CHECKING:
    from db.store import Reader

# Nothing more is done about these.
ENDED = ("closed", "closed_explained", "closed_unreached", "merged", "void")


def hot(reader: "Reader", grade: str) -> tuple[Concern, ...]:
    """Open concerns of this grade or a higher one, with a risk, or reopened; the gravest first, then the oldest."""
    return reader.records(
        Concern,
        "WHERE deleted = 0 AND (coalesce(grade, '') >= :grade OR coalesce(risk, '') <> '' OR"
        " (SELECT n.state FROM concern_now n WHERE n.concern = concern.id) = 'reopened')"
        " AND NOT EXISTS (SELECT 1 FROM concern_now n WHERE n.concern = concern.id"
        "   AND n.state IN (SELECT value FROM json_each(:ended)))"
        " ORDER BY coalesce(grade, '') DESC, occurred_at, id",
        grade=grade,
        ended=msgspec.json.encode(ENDED).decode(),
    )


def heard(reader: "Reader", low: int, high: int) -> tuple[Concern, ...]:
    """What was heard from `low` on and before `high`, UTC ms; what was voided is left out."""
    return reader.records(
        Concern,
        "WHERE occurred_at >= :low AND occurred_at < :high AND deleted = 0"
        " AND NOT EXISTS (SELECT 1 FROM concern_now n WHERE n.concern = concern.id AND n.state = 'void')"
        " ORDER BY occurred_at, id",
        low=low,
        high=high,
    )


def states(reader: "Reader") -> dict[str, str]:
    """Concern -> its state now."""
    return dict(reader.query("SELECT concern, state FROM concern_now"))


def reopened(reader: "Reader") -> set[str]:
    """The concerns that were reopened at least once."""
    return {row[0] for row in reader.query("SELECT concern FROM concern_step WHERE state = 'reopened' AND deleted = 0")}


def due_between(reader: "Reader", first: str, last: str) -> tuple[Promise, ...]:
    """The promises that fall due from one ISO day to another."""
    return reader.records(
        Promise, "WHERE due >= :first AND due <= :last AND deleted = 0 ORDER BY due, id", first=first, last=last
    )


def talks_between(reader: "Reader", low: int, high: int) -> list[Row]:
    """(event, host, client or the talk's id, means) of every talk begun from `low` on and before `high`, UTC ms."""
    return reader.query(
        "SELECT event, host, coalesce(client, id), means FROM reception"
        " WHERE started_at >= :low AND started_at < :high AND deleted = 0 ORDER BY started_at, id",
        low=low,
        high=high,
    )


def last_change(reader: "Reader", high: int) -> int:
    """When the last concern, step or promise before `high` was written, UTC ms; 0 for none."""
    return reader.count(
        "SELECT max(at) FROM (SELECT max(created_at) AS at FROM concern WHERE created_at < :high"
        " UNION ALL SELECT max(at) FROM concern_step WHERE at < :high"
        " UNION ALL SELECT max(created_at) FROM promise WHERE created_at < :high"
        " UNION ALL SELECT max(kept_at) FROM promise WHERE kept_at < :high)",
        high=high,
    )
