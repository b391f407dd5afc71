"""Who came to an event, each person once, with all that the numbers of the day are counted by."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.invite_contacts import roots

if TYPE_CHECKING:
    from db.store import Reader


@dataclass(frozen=True, slots=True)
class Arrival:
    """The first admission of a person: `at` in UTC ms, `client` the one who remains after joins, None where unknown.

    `party` is the most that were counted on the code, the person included; None where nobody counted.
    """

    client: str | None
    at: int
    desk: str
    party: int | None


def arrivals(reader: "Reader", event: str) -> tuple[Arrival, ...]:
    """The first admission of every different person, in the order of time.

    A person is known by their client after joins, else by the code; two that were let in with one code and were found
    to be different people count as two, and the second of them is nobody's client.
    """
    rows = reader.query(
        """
        SELECT k.id, k.at, coalesce(k.client, i.client), k.code_hash, k.twice, coalesce(k.desk, ''), k.party
        FROM check_in k LEFT JOIN invitation i ON k.client IS NULL AND i.code_hash = k.code_hash AND i.event = k.event
        WHERE k.event = :event AND k.admitted = 1 AND k.undone = 0 AND k.deleted = 0 ORDER BY k.at, k.id
        """,
        event=event,
    )
    root = roots(reader)
    found: dict[str, Arrival] = {}
    for check_in, at, client, code_hash, twice, desk, party in rows:
        is_other = twice == "other"
        who = None if is_other or client is None else root.get(client, client)
        key = check_in if is_other else who or code_hash or check_in
        before = found.get(key)
        if before is None:
            found[key] = Arrival(who, at, desk, party)
        elif party is not None and party > (before.party or 0):
            found[key] = Arrival(before.client, before.at, before.desk, party)
    return tuple(sorted(found.values(), key=lambda one: one.at))
