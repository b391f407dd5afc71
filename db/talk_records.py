"""The rows of talks: what was heard, what was promised, and the road of each concern."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception(Record):
    """One row per talk between a client and a host; `present` names, with spaces between, who of ours sat by.

    `guide` is the version of the node's guide and the places ticked in it: "2:0 3". `observers` only listen;
    `delegate_for` is whom the host stood in for, who is not relieved by it. `host_level` and `host_post` are of
    that day.
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
    observers: str | None = None
    delegate_for: str | None = None
    host_level: str | None = None
    host_post: str | None = None
    campaign: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(Record):
    """One row per concern; `words` are the client's own and are never rewritten, `summary` is ours.

    `unit` is the room's id, `place` the spot in it, `part` the building element (a code), `facing` a compass point;
    `perceived` stands beside `measured` and `tolerance`. `warranty` is in or out as shown on the day; `rule_gap` says
    which kind of rule stood in the way of solving it on the spot.
    """

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
    summary: str | None = None
    meaning: str | None = None
    unit: str | None = None
    part: str | None = None
    facing: str | None = None
    perceived: str | None = None
    measured: str | None = None
    tolerance: str | None = None
    responsible_unit: str | None = None
    warranty: str | None = None
    inspector: str | None = None
    standard_answer: str | None = None
    solvable_on_site: str | None = None
    rule_gap: str | None = None
    rule_gap_words: str | None = None


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
    steps that whoever made this one had before them; they count no more. `evidence` is what somebody who entered it
    for another had in hand.
    """

    table: ClassVar[str] = "concern_step"
    write_once: ClassVar[frozenset[str]] = frozenset(
        {"concern", "parent", "settles", "state", "decided_by", "entered_by", "means", "at", "facts", "evidence"}
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
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Record):
    """One row per promise made to a client; due on the day `due`.

    `signed_at` is when the client's signature under it was seen. `kind` is work or authority: for the latter the
    client is only told by when an answer comes in writing.
    """

    table: ClassVar[str] = "promise"
    write_once: ClassVar[frozenset[str]] = frozenset({"concern", "text", "promised_by", "kind"})
    concern: str
    text: str
    due: str
    promised_by: str
    department: str | None = None
    kept_at: int | None = None
    kept_by: str | None = None
    signed_at: int | None = None
    kind: str | None = None


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
