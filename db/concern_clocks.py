"""What the clocks of the open concerns are read from, and what is counted over their steps."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.driver import Row
from db.records import Extension

if TYPE_CHECKING:
    from db.store import Reader


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What one open concern's clocks are read from; times in UTC ms.

    `at` is when the step that counts was taken, `facts` what was told with it (JSON), `resolved_at` when the department
    last reported it done; `returns` and `reopenings` count all so far.
    """

    concern: str
    number: str
    state: str
    type: str
    grade: str | None
    risk: str | None
    department: str | None
    handler: str | None
    client: str | None
    occurred_at: int
    due_first_reply: str | None
    due_resolve: str | None
    new_due: str | None
    first_reply_at: str | None
    satisfaction: str | None
    at: int
    facts: str
    resolved_at: int | None
    returns: int
    reopenings: int


_ENDED = "('closed', 'closed_explained', 'closed_unreached', 'merged', 'void')"


def open_ones(reader: "Reader", concern: str | None = None) -> list[ClockFacts]:
    """Every concern that has not ended, or one of them, the oldest first. Two steps made apart from one count once."""
    rows = reader.query(
        f"""
        SELECT c.id, c.number, n.state, c.type, c.grade, c.risk, c.department, c.handler, c.client, c.occurred_at,
          c.due_first_reply, c.due_resolve, c.new_due, c.first_reply_at, c.satisfaction, coalesce(s.at, c.occurred_at),
          coalesce(s.facts, '{{}}'),
          CASE WHEN n.state IN ('resolved', 'callback') THEN (SELECT max(r.at) FROM concern_step r
            WHERE r.concern = c.id AND r.state = 'resolved' AND r.deleted = 0) END,
          coalesce(b.returns, 0), coalesce(b.reopenings, 0)
        FROM concern c JOIN concern_now n ON n.concern = c.id LEFT JOIN concern_step s ON s.id = n.step
          LEFT JOIN (SELECT concern, count(DISTINCT CASE WHEN state = 'returned' THEN parent END) AS returns,
              count(DISTINCT CASE WHEN state = 'reopened' THEN parent END) AS reopenings
            FROM concern_step WHERE state IN ('returned', 'reopened') AND deleted = 0 GROUP BY concern) b
            ON b.concern = c.id
        WHERE c.deleted = 0 AND n.state NOT IN {_ENDED} AND (:concern IS NULL OR c.id = :concern)
        ORDER BY c.occurred_at, c.id
        """,  # noqa: S608 - a fixed list of states
        concern=concern,
    )
    return [ClockFacts(*row) for row in rows]


def extensions(reader: "Reader", concern: str) -> tuple[Extension, ...]:
    """The requests for a later day of a concern, the first first."""
    return reader.records(Extension, "WHERE concern = :concern AND deleted = 0 ORDER BY at, id", concern=concern)


def extensions_pending(reader: "Reader") -> tuple[Extension, ...]:
    """Requests for a later day that wait for somebody: undecided, or agreed and the client not yet told."""
    return reader.records(
        Extension,
        "WHERE deleted = 0 AND (agreed IS NULL OR (agreed = 1 AND client_told_at IS NULL)) ORDER BY at, id",
    )


def claimed_ends(reader: "Reader") -> list[tuple[str, str]]:
    """(concern, state of a step that ends it) where the concern itself has not ended and no later step follows."""
    rows = reader.query(
        """
        SELECT s.concern, s.state FROM concern_step s JOIN concern_now n ON n.concern = s.concern
        WHERE s.state IN ('closed', 'closed_explained', 'closed_unreached') AND s.deleted = 0
          AND n.state NOT IN ('closed', 'closed_explained', 'closed_unreached', 'merged', 'void')
          AND n.step = s.parent
          AND NOT EXISTS (SELECT 1 FROM concern_step k WHERE k.parent = s.id AND k.deleted = 0)
        ORDER BY s.concern, s.id
        """
    )
    return [(row[0], row[1]) for row in rows]


def returns_by_department(reader: "Reader", since: int, until: int) -> list[Row]:
    """(department that returned it, how often) of steps from `since` to before `until` (UTC ms), the most first."""
    return reader.query(
        """
        SELECT coalesce((SELECT json_extract(d.facts, '$.department') FROM concern_step d WHERE d.id = s.parent),
          c.department, ''), count(DISTINCT s.parent)
        FROM concern_step s JOIN concern c ON c.id = s.concern
        WHERE s.state = 'returned' AND s.deleted = 0 AND c.deleted = 0 AND s.at >= :since AND s.at < :until
        GROUP BY 1 ORDER BY 2 DESC, 1
        """,
        since=since,
        until=until,
    )


def entered_for_others(reader: "Reader", since: int, until: int) -> list[Row]:
    """(department of who decided, means, how many steps somebody else entered, how many of them came by chat or paper
    with nothing to show) in that time, the most first.

    What a recorder writes down while the host listens is nobody's step entered for another.
    """
    return reader.query(
        """
        SELECT coalesce(p.department, ''), s.means, count(*),
          sum(s.means IN ('chat', 'signed_sheet', 'department_sheet') AND s.evidence IS NULL)
        FROM concern_step s LEFT JOIN staff p ON p.id = s.decided_by
        WHERE s.entered_by <> s.decided_by AND s.deleted = 0 AND s.at >= :since AND s.at < :until
          AND NOT (s.means = 'in_person' AND s.state IN ('recorded', 'answered'))
        GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
        """,
        since=since,
        until=until,
    )


def satisfaction_by_node(reader: "Reader", since: int, until: int) -> list[Row]:
    """(node, verdict, satisfaction, how many) of concerns that their clients judged at a callback."""
    return reader.query(
        """
        SELECT coalesce(c.node, e.node), coalesce(c.verdict, ''), coalesce(c.satisfaction, ''), count(*)
        FROM concern c JOIN event e ON e.id = c.event
        WHERE c.deleted = 0 AND c.verdict IS NOT NULL AND c.occurred_at >= :since AND c.occurred_at < :until
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """,
        since=since,
        until=until,
    )


def promises_kept(reader: "Reader") -> list[Row]:
    """(who promised, event, day due, when kept in UTC ms or nothing) of every promise."""
    return reader.query(
        "SELECT p.promised_by, c.event, p.due, p.kept_at FROM promise p JOIN concern c ON c.id = p.concern"
        " WHERE p.deleted = 0 AND c.deleted = 0 ORDER BY p.id"
    )
