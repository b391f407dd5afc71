"""Counts over all concerns, for the first page."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from db.store import Reader


def areas(reader: "Reader", since: int, until: int) -> dict[str, int]:
    """Area -> how many concerns were heard from `since` to before `until` (UTC ms); "" where none is said yet."""
    rows = reader.query(
        "SELECT coalesce(area, ''), count(*) FROM concern WHERE deleted = 0 AND occurred_at >= :since"
        " AND occurred_at < :until GROUP BY 1 ORDER BY 2 DESC, 1",
        since=since,
        until=until,
    )
    return {row[0]: row[1] for row in rows}


def returned_often(reader: "Reader", times: int) -> int:
    """How many concerns stand returned that were returned at least so many times."""
    return reader.count(
        "SELECT count(*) FROM concern_now n WHERE n.state = 'returned' AND (SELECT count(*) FROM concern_step s"
        " WHERE s.concern = n.concern AND s.state = 'returned' AND s.deleted = 0) >= :times",
        times=times,
    )


def satisfaction(reader: "Reader", events: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Event -> (answered "satisfied", answered at all) of its concerns; events without an answer are left out."""
    rows = reader.query(
        "SELECT c.event, sum(c.satisfaction = 'A'), count(*) FROM concern c LEFT JOIN concern_now n ON n.concern = c.id"
        " WHERE c.deleted = 0 AND c.satisfaction IS NOT NULL AND c.satisfaction <> ''"
        " AND coalesce(n.state, '') <> 'void' AND c.event IN (SELECT value FROM json_each(:events)) GROUP BY 1",
        events=msgspec.json.encode(list(events)).decode(),
    )
    return {row[0]: (row[1], row[2]) for row in rows}
