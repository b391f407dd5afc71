"""The rows of a day in the hall: who waits for whom, the places passed, what was printed; and the week before."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Record):
    """One row per arrival that waits for somebody of ours; `number` is the ticket's: A023.

    `direction` says what for: companion, table or executive; `staff` and `place` (a table) say to whom, both empty
    until somebody decides. The times, UTC ms, are of the call, which is made once, of the last time it was shown again,
    of the greeting, and of leaving without a talk. Who greeted need not be whom they were sent to: apart, a family may
    be sent on that sits at a table already.
    """

    table: ClassVar[str] = "turn"
    write_once: ClassVar[frozenset[str]] = frozenset({"event", "number", "arrived_at"})
    event: str
    number: str
    arrived_at: int
    client: str | None = None
    check_in: str | None = None
    party: int | None = None
    direction: str = "table"
    staff: str | None = None
    place: str | None = None
    called_at: int | None = None
    called_by: str | None = None
    again_at: int | None = None
    greeted_at: int | None = None
    greeted_by: str | None = None
    left_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """One row per scan at a station inside the event, and per going out and coming back; `station` is a code.

    The entrance itself is a check-in; here it stands only for somebody who had gone out.
    """

    table: ClassVar[str] = "passage"
    write_once: ClassVar[frozenset[str]] = frozenset({"event", "station", "outcome", "at", "desk", "code_hash"})
    event: str
    station: str
    outcome: str
    at: int
    client: str | None = None
    code_hash: str | None = None
    desk: str | None = None
    device: str | None = None
    undone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteContact(Record):
    """One row per try to reach somebody invited: sent, confirmed, moved, declined or unreachable.

    `slot` is the new one where they moved; `words` what they said.
    """

    table: ClassVar[str] = "invite_contact"
    write_once: ClassVar[frozenset[str]] = frozenset({"event", "invitation", "result", "at"})
    event: str
    invitation: str
    client: str
    result: str
    at: int
    slot: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """One row per notice read or consent given; `text` names the wording and its version: walk_in:1."""

    table: ClassVar[str] = "consent"
    write_once: ClassVar[frozenset[str]] = frozenset({"kind", "text", "at", "means"})
    client: str
    kind: str
    text: str
    at: int
    means: str
    withdrawn_at: int | None = None
    reception: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob(Record):
    """One row per sheet handed to a printer: badge or ticket, of which row (`object`), by which queue.

    `again` is 1 where somebody wanted it once more on purpose.
    """

    table: ClassVar[str] = "print_job"
    write_once: ClassVar[frozenset[str]] = frozenset({"event", "kind", "object", "at", "again"})
    event: str
    kind: str
    object: str
    at: int
    queue: str
    again: int = 0
    device: str | None = None
