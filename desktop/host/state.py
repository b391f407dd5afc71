"""What the host's pages show, as values, and how a talk changes while it is written down."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from desktop.rules.codes import Entry
from desktop.services.promises.mine import Mine
from desktop.services.receptions.drafts import Draft
from desktop.services.receptions.hall import ClientCard, Waiting

LONG_WAIT_MIN = 10
SOON_DAYS = 7
# Nodes before anything is built: what is heard there are needs.
_INTERVIEW_NODES = ("investment_research", "product_positioning", "sales_opening")

Missing = Literal["words", "type", "promise", "promise_due"]
Group = Literal["late", "soon", "later"]


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


@dataclass(frozen=True, slots=True)
class EventNow:
    """The event of today."""

    id: str
    title: str
    place: str
    node: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk under way: who sits there, and every concern as it stands; `at` is the one being written."""

    reception: str
    number: str
    started_at: int
    card: ClientCard | None
    drafts: tuple[Draft, ...]
    at: int

    @property
    def current(self) -> Draft:
        """The concern being written."""
        return self.drafts[self.at]


@dataclass(frozen=True, slots=True)
class Hall:
    """Everything the host's window shows besides the open talk."""

    event: EventNow | None
    host: Person | None
    hosts: tuple[Person, ...]
    waiting: tuple[Waiting, ...]
    mine: tuple[Mine, ...]
    codes: Codes
    zone: ZoneInfo
    talk: Talk | None


def has_content(draft: Draft) -> bool:
    """Whether anything was written or chosen."""
    return draft != Draft(draft.id)


def kept_drafts(talk: Talk) -> tuple[Draft, ...]:
    """What is worth keeping: every concern with something in it."""
    return tuple(draft for draft in talk.drafts if has_content(draft))


def written(talk: Talk, draft: Draft) -> Talk:
    """The same talk with the concern being written as it stands now."""
    return replace(talk, drafts=tuple(draft if one.id == draft.id else one for one in talk.drafts))


def with_next(talk: Talk, fresh_id: str) -> Talk:
    """The same talk with an empty concern to write, after those that have something in them."""
    drafts = (*kept_drafts(talk), Draft(fresh_id))
    return replace(talk, drafts=drafts, at=len(drafts) - 1)


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
    return tuple(entry for entry in codes.types if entry.code != "need" or node in _INTERVIEW_NODES)


def waited_min(since_ms: int, now_ms: int) -> int:
    """Minutes a client has waited."""
    return max(now_ms - since_ms, 0) // 60_000


def group_of(due: str, today: date) -> Group:
    """Where a promise stands: late, within seven days, later."""
    days = (date.fromisoformat(due) - today).days
    return "late" if days < 0 else "soon" if days <= SOON_DAYS else "later"


def days_late(due: str, today: date) -> int:
    """Whole days since the day it was due; 0 while it is not late."""
    return max((today - date.fromisoformat(due)).days, 0)
