"""Who of ours looks after which client: one at a time, as long as `until_at` is empty."""

from typing import TYPE_CHECKING

from db.records import ClientOwner

if TYPE_CHECKING:
    from db.store import Reader

# A joined record's person is the remaining record's person.
_ONE_PERSON = "client IN (SELECT id FROM client WHERE id = :client OR merged_into = :client)"


def active(reader: "Reader", client: str) -> tuple[ClientOwner, ...]:
    """Who looks after a client now, also by records joined to it: one; several, where devices gave them apart."""
    return reader.records(
        ClientOwner, f"WHERE {_ONE_PERSON} AND until_at IS NULL AND deleted = 0 ORDER BY id", client=client
    )


def of_name(reader: "Reader", name: str) -> tuple[ClientOwner, ...]:
    """Everything that this person looks after now."""
    return reader.records(
        ClientOwner, "WHERE name = :name AND until_at IS NULL AND deleted = 0 ORDER BY client, id", name=name
    )


def twice(reader: "Reader") -> tuple[str, ...]:
    """Clients whom more than one person looks after now."""
    rows = reader.query(
        """
        SELECT coalesce(c.merged_into, c.id) FROM client_owner o JOIN client c ON c.id = o.client
        WHERE o.until_at IS NULL AND o.deleted = 0 AND c.deleted = 0
        GROUP BY 1 HAVING count(DISTINCT o.name) > 1 ORDER BY 1
        """
    )
    return tuple(row[0] for row in rows)
