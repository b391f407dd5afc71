"""What the host's pages show, as values, and how a talk changes while it is written down."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from desktop.host.guests import Guest
from desktop.rules.codes import Entry
from desktop.rules.guides import Guide
from desktop.rules.nodes import NEED_NODES
from desktop.services.duty.mine import Duty
from desktop.services.events.events import OnDuty
from desktop.services.hall.hosts import Host
from desktop.services.promises.mine import Mine
from desktop.services.receptions.drafts import Draft
from desktop.services.receptions.hall import ClientCard

LONG_WAIT_MIN = 10
SOON_DAYS = 7

Missing = Literal["words", "type", "promise", "promise_due"]
Group = Literal["turn", "late", "soon", "later", "waiting"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of ours who receives clients; `level` is a code."""

    id: str
    name: str
    post: str
    level: str


@dataclass(frozen=True, slots=True)
class Codes:
    """The lists that the page chooses from, each in the order shown."""

    types: tuple[Entry, ...]
    areas: tuple[Entry, ...]
    grades: tuple[Entry, ...]
    departments: tuple[Entry, ...]
    relations: tuple[Entry, ...]
    states: tuple[Entry, ...]
    levels: tuple[Entry, ...]
    sub_areas: tuple[Entry, ...]
    risks: tuple[Entry, ...]
    parts: tuple[Entry, ...]
    facings: tuple[Entry, ...]
    solvable: tuple[Entry, ...]
    rule_gaps: tuple[Entry, ...]
    promise_kinds: tuple[Entry, ...]
    shows: tuple[Entry, ...]
    stages: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EventNow:
    """The event of today."""

    id: str
    title: str
    place: str
    node: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk under way: who sits there, and every concern as it stands; `at` is the one being written.

    `asides` were said in passing; `present` are the ids of those of ours who sit by, `recorder` of who writes,
    `photos` the names of pictures,
    `additions` what is being added to earlier concerns, `guided` the places ticked in the guide that leads the talk,
    `answers` what was answered to its questions. `observers` only listen, `delegate_for` is whom the host stands in
    for, `consents` what the client was told and agreed to.
    """

    reception: str
    number: str
    started_at: int
    card: ClientCard | None
    drafts: tuple[Draft, ...]
    at: int
    asides: tuple[Draft, ...] = ()
    present: tuple[str, ...] = ()
    recorder: str = ""
    photos: tuple[str, ...] = ()
    additions: tuple[Draft, ...] = ()
    guided: frozenset[int] = frozenset()
    guide: Guide | None = None
    answers: tuple[Draft, ...] = ()
    observers: tuple[str, ...] = ()
    delegate_for: str = ""
    consents: frozenset[str] = frozenset()
    is_call: bool = False

    @property
    def current(self) -> Draft:
        """The concern being written."""
        return self.drafts[self.at]


@dataclass(frozen=True, slots=True)
class Hall:
    """Everything the host's window shows besides the open talk; `on_duty` is who the office put on duty today, `here`
    this host in the hall: table, away or not; None for somebody to whom nobody is sent. `firms` were named before."""

    event: EventNow | None
    host: Person | None
    hosts: tuple[Person, ...]
    team: tuple[Person, ...]
    waiting: tuple[Guest, ...]
    mine: tuple[Mine, ...]
    codes: Codes
    zone: ZoneInfo
    talk: Talk | None
    duty: Duty | None = None
    on_duty: tuple[OnDuty, ...] = ()
    here: Host | None = None
    firms: tuple[str, ...] = ()
    # Promises kept, of how many made: this host's, the project's.
    kept_own: tuple[int, int] = (0, 0)
    kept_all: tuple[int, int] = (0, 0)

    def ids_on_duty(self, part: str) -> tuple[str, ...]:
        """Who is on duty as a host, a recorder and so on."""
        return tuple(one.staff for one in self.on_duty if one.part == part)


def usual_recorder(on_duty: tuple[OnDuty, ...]) -> str:
    """Who writes where nobody says otherwise: the one recorder beside the one host; with more of them, nobody."""
    writing = [one.staff for one in on_duty if one.part == "recorder"]
    is_one_table = sum(one.part == "host" for one in on_duty) <= 1
    return writing[0] if len(writing) == 1 and is_one_table else ""


def has_content(draft: Draft) -> bool:
    """Whether anything was written or chosen."""
    return draft != Draft(draft.id)


def kept_drafts(talk: Talk) -> tuple[Draft, ...]:
    """What is worth keeping: every concern with something in it."""
    return tuple(draft for draft in talk.drafts if has_content(draft))


def all_drafts(talk: Talk) -> tuple[Draft, ...]:
    """The same with what was said in passing, what is being added to earlier concerns, and what the guide asked."""
    return (*kept_drafts(talk), *talk.asides, *talk.additions, *talk.answers)


def answered(talk: Talk, fresh_id: str, question: str, value: str, words: str) -> Talk:
    """The same talk with the answer to a question as it stands now; an empty one stays, it takes an answer away."""
    known = next((one.id for one in talk.answers if one.question == question), fresh_id)
    others = tuple(one for one in talk.answers if one.question != question)
    return replace(talk, answers=(*others, Draft(known, words=words, answer=value, question=question)))


def adding(talk: Talk, fresh_id: str, concern: str, words: str) -> Talk:
    """The same talk with what is added to an earlier concern as it stands now; nothing without words."""
    known = next((one.id for one in talk.additions if one.adds_to == concern), fresh_id)
    others = tuple(one for one in talk.additions if one.adds_to != concern)
    own = (Draft(known, words=words, adds_to=concern),) if words.strip() else ()
    return replace(talk, additions=(*others, *own))


def said_in_passing(talk: Talk, aside_id: str, words: str) -> Talk:
    """The same talk with an aside as it stands now; one without words is put away."""
    others = tuple(one for one in talk.asides if one.id != aside_id)
    own = next((place for place, one in enumerate(talk.asides) if one.id == aside_id), len(others))
    said = (Draft(aside_id, words=words, is_aside=True),) if words.strip() else ()
    return replace(talk, asides=(*others[:own], *said, *others[own:]))


def promoted(talk: Talk, aside_id: str) -> Talk:
    """The same talk with an aside of it made a concern, to be written on; no such aside changes nothing."""
    said = next((one for one in talk.asides if one.id == aside_id), None)
    if said is None:
        return talk
    return _with(said_in_passing(talk, aside_id, ""), Draft(aside_id, words=said.words))


def taken_up(talk: Talk, fresh_id: str, aside: str, words: str) -> Talk:
    """The same talk with a concern that comes of an aside of an earlier talk."""
    return _with(talk, Draft(fresh_id, words=words, aside=aside))


def _with(talk: Talk, draft: Draft) -> Talk:
    drafts = (*kept_drafts(talk), draft)
    return replace(talk, drafts=drafts, at=len(drafts) - 1)


def written(talk: Talk, draft: Draft) -> Talk:
    """The same talk with the concern being written as it stands now."""
    return replace(talk, drafts=tuple(draft if one.id == draft.id else one for one in talk.drafts))


def with_next(talk: Talk, fresh_id: str) -> Talk:
    """The same talk with an empty concern to write, after those that have something in them."""
    return _with(talk, Draft(fresh_id))


def reopened(talk: Talk, draft_id: str) -> Talk:
    """The same talk with an earlier concern to write on; an empty one is put away."""
    drafts = tuple(one for one in talk.drafts if has_content(one) or one.id == draft_id)
    return replace(talk, drafts=drafts, at=[one.id for one in drafts].index(draft_id))


def missing(draft: Draft) -> tuple[Missing, ...]:
    """What a concern lacks to be recorded; nothing for one that is empty."""
    if not has_content(draft):
        return ()
    lacks: list[Missing] = []
    if not draft.words.strip():
        lacks.append("words")
    if not draft.type_code:
        lacks.append("type")
    if draft.promise_due and not draft.promise.strip():
        lacks.append("promise")
    if draft.promise.strip() and not draft.promise_due:
        lacks.append("promise_due")
    return tuple(lacks)


def first_unready(talk: Talk) -> str | None:
    """The id of the first concern that lacks something, or None."""
    return next((draft.id for draft in talk.drafts if missing(draft)), None)


def types_at(codes: Codes, node: str) -> tuple[Entry, ...]:
    """The types to choose from: a need belongs to the nodes before anything is built."""
    return tuple(entry for entry in codes.types if entry.code != "need" or node in NEED_NODES)


def waited_min(since_ms: int, now_ms: int) -> int:
    """Minutes a client has waited."""
    return max(now_ms - since_ms, 0) // 60_000


def group_of(due: str, today: date, *, is_waiting: bool = False) -> Group:
    """Where a promise stands: late, within seven days, later; or others are to do it."""
    if is_waiting:
        return "waiting"
    days = (date.fromisoformat(due) - today).days
    return "late" if days < 0 else "soon" if days <= SOON_DAYS else "later"


def days_late(due: str, today: date) -> int:
    """Whole days since the day it was due; 0 while it is not late."""
    return max((today - date.fromisoformat(due)).days, 0)
