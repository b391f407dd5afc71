"""The rows of talks: what was heard, what was promised, and the road of each concern."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception(Record):
    """One row per talk between a client and a host; `present` names, with spaces between, who of ours sat by.

    `guide` is the version of the node's guide and the places ticked in it: "2:0 3".
    """

    table: ClassVar[str] = "reception"
    event: str
    host: str
    started_at: int
    number: str
    client: str | None = None
    means: str = "on_site"
    place: str | None = None
    recorder: str | None = None
    ended_at: int | None = None
    present: str | None = None
    guide: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(Record):
    """One row per concern; `words` are the client's own and are never rewritten."""

    table: ClassVar[str] = "concern"
    write_once: ClassVar[frozenset[str]] = frozenset({"words", "number", "event", "received_by", "occurred_at"})
    event: str
    number: str
    words: str
    type: str
    received_by: str
    occurred_at: int
    client: str | None = None
    reception: str | None = None
    channel: str | None = None
    place: str | None = None
    wish: str | None = None
    area: str | None = None
    sub_area: str | None = None
    node: str | None = None
    grade: str | None = None
    risk: str | None = None
    answer: str | None = None
    answered_by: str | None = None
    client_confirmed: str | None = None
    department: str | None = None
    co_departments: str | None = None
    handler: str | None = None
    acknowledged_at: str | None = None
    signed_for_at: str | None = None
    first_reply_at: str | None = None
    due_first_reply: str | None = None
    due_resolve: str | None = None
    new_due: str | None = None
    verdict: str | None = None
    satisfaction: str | None = None
    preventable_node: str | None = None
    master: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernAddition(Record):
    """One row per later addition to a concern's words."""

    table: ClassVar[str] = "concern_addition"
    write_once: ClassVar[frozenset[str]] = frozenset({"concern", "words", "said_by", "at"})
    concern: str
    words: str
    said_by: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernStep(Record):
    """One row per step in a concern's life; steps with the same parent made apart are rivals.

    `facts` is a JSON object of the fields that the state asks for. `settles` names, with spaces between, the rival
    steps that whoever made this one had before them; they count no more.
    """

    table: ClassVar[str] = "concern_step"
    write_once: ClassVar[frozenset[str]] = frozenset(
        {"concern", "parent", "settles", "state", "decided_by", "entered_by", "means", "at", "facts"}
    )
    concern: str
    state: str
    decided_by: str
    entered_by: str
    means: str
    at: int
    parent: str | None = None
    settles: str | None = None
    facts: str = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Record):
    """One row per promise made to a client; due on the day `due`.

    `signed_at` is when the client's signature under it was seen.
    """

    table: ClassVar[str] = "promise"
    write_once: ClassVar[frozenset[str]] = frozenset({"concern", "text", "promised_by"})
    concern: str
    text: str
    due: str
    promised_by: str
    department: str | None = None
    kept_at: int | None = None
    kept_by: str | None = None
    signed_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Record):
    """One row per time that those who were to sign for a concern, or to work on it, were urged to; `state` is where it
    stood then."""

    table: ClassVar[str] = "reminder"
    write_once: ClassVar[frozenset[str]] = frozenset({"concern", "at", "reminded_by", "state", "department"})
    concern: str
    at: int
    state: str
    reminded_by: str | None = None
    department: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside(Record):
    """One row per thing that a client said in passing; `concern` is the one that came of it later."""

    table: ClassVar[str] = "aside"
    write_once: ClassVar[frozenset[str]] = frozenset({"event", "words", "heard_by", "at"})
    event: str
    words: str
    heard_by: str
    at: int
    client: str | None = None
    reception: str | None = None
    concern: str | None = None
