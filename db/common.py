"""Common matters (共性问题): what several clients share, who belongs to it, and what a person kept apart."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from db.driver import Row
from db.records import CommonIssue, CommonMember

if TYPE_CHECKING:
    from db.store import Reader


def confirmed(reader: "Reader") -> tuple[CommonIssue, ...]:
    """The matters that a person confirmed and nobody has split since, in the order of their ids."""
    return reader.records(
        CommonIssue, "WHERE confirmed_at IS NOT NULL AND ended_at IS NULL AND deleted = 0 ORDER BY id"
    )


def every(reader: "Reader") -> dict[str, CommonIssue]:
    """Id -> every matter, also those split and those found to be none."""
    return {one.id: one for one in reader.records(CommonIssue, "WHERE deleted = 0 ORDER BY id")}


def members(reader: "Reader", issue: str | None = None) -> tuple[CommonMember, ...]:
    """What belongs to the matters, or to one of them, and what was kept out."""
    return reader.records(
        CommonMember,
        "WHERE deleted = 0 AND (:issue IS NULL OR common_issue = :issue) ORDER BY common_issue, concern",
        issue=issue,
    )


def told(reader: "Reader", concerns: Iterable[str]) -> dict[str, Row]:
    """Concern -> (number, words, client, room, building, UTC ms, area, event, node, state, reception).

    `client` is the id that joined records share; room and building are what stands first in the register.
    """
    rows = reader.query(
        """
        WITH RECURSIVE chosen(id) AS (SELECT value FROM json_each(:ids)),
          same(start, id) AS (
            SELECT DISTINCT c.client, c.client FROM chosen j JOIN concern c ON c.id = j.id WHERE c.client IS NOT NULL
            UNION SELECT s.start, k.merged_into FROM same s JOIN client k ON k.id = s.id
              WHERE k.merged_into IS NOT NULL),
          root(start, id) AS (SELECT start, min(id) FROM same GROUP BY start)
        SELECT c.id, c.number, c.words, r.id,
          (SELECT u.spoken FROM client_unit cu JOIN unit u ON u.id = cu.unit
           WHERE cu.client = c.client AND cu.deleted = 0 ORDER BY cu.id LIMIT 1),
          (SELECT u.building FROM client_unit cu JOIN unit u ON u.id = cu.unit
           WHERE cu.client = c.client AND cu.deleted = 0 ORDER BY cu.id LIMIT 1),
          c.occurred_at, c.area, c.event, coalesce(c.node, e.node), coalesce(n.state, 'recorded'), c.reception
        FROM chosen j CROSS JOIN concern c ON c.id = j.id LEFT JOIN event e ON e.id = c.event
          LEFT JOIN concern_now n ON n.concern = c.id
          LEFT JOIN root r ON r.start = c.client
        WHERE c.deleted = 0
        """,
        ids=msgspec.json.encode(sorted(concerns)).decode(),
    )
    return {row[0]: tuple(row[1:]) for row in rows}


def of_concern(reader: "Reader", concern: str) -> CommonIssue | None:
    """The confirmed matter that a concern belongs to."""
    return reader.first(
        CommonIssue,
        "WHERE id IN (SELECT common_issue FROM common_member WHERE concern = :concern AND is_in = 1 AND deleted = 0)"
        " AND confirmed_at IS NOT NULL AND ended_at IS NULL AND deleted = 0 ORDER BY id LIMIT 1",
        concern=concern,
    )


def of_event(reader: "Reader", event: str) -> set[str]:
    """The concerns of an event."""
    return {row[0] for row in reader.query("SELECT id FROM concern WHERE event = :event AND deleted = 0", event=event)}
