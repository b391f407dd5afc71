"""Concerns by the node of the client's way: where they were heard, and where they could have been prevented."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader

# A concern belongs to its event's node until somebody says otherwise.
_NODE = "coalesce(c.node, e.node, '')"
_FROM = """
    FROM concern c LEFT JOIN event e ON e.id = c.event LEFT JOIN concern_now n ON n.concern = c.id
    WHERE c.deleted = 0 AND coalesce(n.state, '') <> 'void' AND (:event IS NULL OR c.event = :event)
"""


def heard(reader: "Reader", event: str | None) -> list[tuple[str, int, int]]:
    """(node, concerns, of them ended by the client's own word); "" for a node that nobody knows yet."""
    rows = reader.query(
        f"SELECT {_NODE}, count(*), sum(coalesce(n.state, '') = 'closed') {_FROM} GROUP BY 1 ORDER BY 1", event=event
    )
    return [(row[0], row[1], row[2]) for row in rows]


def preventable(reader: "Reader", event: str | None) -> list[tuple[str, str, int]]:
    """(node where it was heard, node where it could have been prevented, concerns), where the latter is known."""
    rows = reader.query(
        f"SELECT {_NODE}, c.preventable_node, count(*) {_FROM} AND c.preventable_node IS NOT NULL"
        " GROUP BY 1, 2 ORDER BY 1, 2",
        event=event,
    )
    return [(row[0], row[1], row[2]) for row in rows]
