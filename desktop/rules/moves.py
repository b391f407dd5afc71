"""A wished step of a concern as a value, and the reasons why it may be refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from db.errors import Fact
from db.records import Code

# As typed at the command line or in a list.
YES = frozenset({"yes", "y", "true", "1", "是"})
NO = frozenset({"no", "n", "false", "0", "否"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason against a step: a code that names the text, and (name, fact) pairs for its placeholders."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


def refusal(code: str, **facts: Fact) -> Refusal:
    """Make a refusal from named facts."""
    return Refusal(code, tuple(facts.items()))


@dataclass(frozen=True, slots=True)
class CallbackTry:
    """One try to reach the client since the concern was last resolved; `at` is zone-aware."""

    at: datetime
    reached: bool = False


@dataclass(frozen=True, slots=True)
class ConcernFacts:
    """What is known of a concern before the step; times are zone-aware.

    `returns` and `reopenings` count all so far, with the one it stands in. `returnable_until` is one working
    day after dispatch. It, `closed_at` and `master_state` (of the concern it would join) are not judged while
    None. `merged_from` is the state before it was joined, `concern` its own id.
    """

    type: str = ""
    area: str | None = None
    department: str | None = None
    grade: str | None = None
    client_confirmed: bool = False
    open_promises: int = 0
    handler: str | None = None
    received_by: str | None = None
    drafted_by: str | None = None
    returns: int = 0
    reopenings: int = 0
    callback_tries: tuple[CallbackTry, ...] = ()
    closed_at: datetime | None = None
    returnable_until: datetime | None = None
    merged_from: str | None = None
    concern: str | None = None
    master_state: str | None = None


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """A wished step: who decides it in which roles, who types it in, and what is told with it.

    `now` is aware, in the project's zone: days are counted there. No `enterer` means the decider typed it.
    `second_person` is the person named by the field `approved_by`, looked up by the caller.
    """

    state: str
    target: str
    decider: str
    roles: frozenset[str]
    concern: ConcernFacts
    now: datetime
    fields: Mapping[str, str]
    enterer: str | None = None
    means: str | None = None
    # What whoever enters a step for another has in hand: words, or the id of an attachment. None where nobody asked
    # for it, as scripts did before there was any: the step is taken, and counted as one with nothing to show.
    evidence: str | None = None
    second_person: str | None = None
    second_roles: frozenset[str] = frozenset()
    additions: tuple[Code, ...] = ()

    def told(self, name: str) -> str:
        """Return what the step tells under `name`, trimmed; empty if nothing."""
        return self.fields.get(name, "").strip()

    def told_yes(self, name: str) -> bool:
        """Say whether the step ticks the flag `name`."""
        return self.told(name).casefold() in YES

    def known(self, name: str) -> str:
        """Return what will hold after the step: what it tells, else what the concern already has."""
        kept = {
            "type": self.concern.type,
            "area": self.concern.area,
            "department": self.concern.department,
            "grade": self.concern.grade,
            "handler": self.concern.handler,
            "received_by": self.concern.received_by,
        }
        return self.told(name) or kept.get(name) or ""

    def told_date(self, name: str) -> date | None:
        """Return the date told under `name`, or None if it is no date."""
        try:
            return date.fromisoformat(self.told(name))
        except ValueError:
            return None
