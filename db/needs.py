"""Needs by the node they were heard at, who took note of them, and which words no question of a guide covers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.ids import NAMED_AT, named_id
from db.records import NeedAck

if TYPE_CHECKING:
    from db.store import Reader, Transaction

# Where a concern was heard: as it was set on it, else where its event stands.
_NODE = "coalesce(c.node, e.node)"
_LIVING = "c.deleted = 0 AND n.state NOT IN ('void', 'merged')"


@dataclass(frozen=True, slots=True)
class HeardRow:
    """A concern with where it was heard; `at` is UTC ms, `guide` what its talk keeps of the guide, None without one."""

    concern: str
    number: str
    words: str
    type: str
    area: str | None
    sub_area: str | None
    client: str | None
    received_by: str
    at: int
    event: str
    node: str
    state: str
    guide: str | None


def heard(reader: "Reader", *, node: str | None = None, event: str | None = None) -> tuple[HeardRow, ...]:
    """Everything that clients said, of a node or an event if asked, the oldest first; without what was void."""
    rows = reader.query(
        f"""
        SELECT c.id, c.number, c.words, c.type, c.area, c.sub_area, c.client, c.received_by, c.occurred_at, c.event,
          {_NODE}, n.state, r.guide
        FROM concern c JOIN event e ON e.id = c.event JOIN concern_now n ON n.concern = c.id
        LEFT JOIN reception r ON r.id = c.reception
        WHERE {_LIVING} AND (:node IS NULL OR {_NODE} = :node) AND (:event IS NULL OR c.event = :event)
        ORDER BY c.occurred_at, c.id
        """,  # noqa: S608 - the parts are our own
        node=node,
        event=event,
    )
    return tuple(HeardRow(*row) for row in rows)


def acks(reader: "Reader") -> dict[str, list[NeedAck]]:
    """Who took note of what, by the need, in time order."""
    found: dict[str, list[NeedAck]] = {}
    for ack in reader.records(NeedAck, "WHERE deleted = 0 ORDER BY at, id"):
        found.setdefault(ack.concern, []).append(ack)
    return found


def ack_id(concern: str, department: str) -> str:
    """The id that every device gives to a department's note of a need."""
    return named_id("need_ack", concern, department)


def put_ack(tx: "Transaction", ack: NeedAck) -> None:
    """Write that a department took note of a need, or write it anew after it was taken back."""
    if tx.get(NeedAck, ack.id) is None:
        tx.insert(ack)
    else:
        told = {"at": ack.at, "staff": ack.staff, "words": ack.words, "entered_by": ack.entered_by, "means": ack.means}
        tx.save("need_ack", ack.id, {**told, "deleted": 0})


def drop_ack(tx: "Transaction", concern: str, department: str) -> bool:
    """Take a note of a need back; False where there is none."""
    row_id = ack_id(concern, department)
    known = tx.get(NeedAck, row_id)
    return known is not None and not known.deleted and tx.save("need_ack", row_id, {"deleted": 1}) > 0


def new_ack(
    concern: str, department: str, at: int, *, staff: str | None, words: str | None, entered_by: str | None,
    means: str | None,
) -> NeedAck:  # fmt: skip
    """A department's note of a need as a row."""
    return NeedAck(
        id=ack_id(concern, department), created_at=NAMED_AT, concern=concern, department=department, at=at,
        staff=staff, words=words, entered_by=entered_by, means=means,
    )  # fmt: skip
