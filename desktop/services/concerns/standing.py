"""How the open concerns stand in time, who must hear of which, and what nobody has been given to work on."""

from collections import defaultdict
from dataclasses import dataclass

from db import concern_clocks
from db.concern_clocks import ClockFacts
from db.store import Reader
from desktop.rules.deadlines import Running
from desktop.rules.running import ESCALATIONS, NOT_HANDED_OVER, escalations, running
from desktop.services.calendars.working import Working
from desktop.services.registry import FOLLOW_ROLES, Caller, question


@dataclass(frozen=True, slots=True)
class Standing:
    """One open concern in time: the clocks that run, the first to end first, and the reasons to supervise it, the most
    pressing first; `heard_at` in UTC ms."""

    concern: str
    number: str
    state: str
    department: str | None
    heard_at: int
    clocks: tuple[Running, ...]
    escalations: tuple[str, ...]
    returns: int
    reopenings: int

    @property
    def first(self) -> Running | None:
        """The clock that ends first, of those that run."""
        return next((one for one in self.clocks if one.stage != "paused"), None)


@question("concern.standings", roles=FOLLOW_ROLES)
def standings(_caller: Caller, reader: Reader, *, now_ms: int) -> dict[str, Standing]:
    """Concern -> how it stands, for every open one; the oldest first."""
    return {one.concern: one for one in _standings(reader, now_ms)}


@question("concern.standing", roles=FOLLOW_ROLES)
def standing(_caller: Caller, reader: Reader, *, concern: str, now_ms: int) -> Standing | None:
    """How one concern stands; None once it has ended."""
    return next(iter(_standings(reader, now_ms, concern)), None)


@question("concern.escalations", roles=FOLLOW_ROLES)
def escalated(_caller: Caller, reader: Reader, *, now_ms: int) -> tuple[Standing, ...]:
    """The open concerns that somebody higher must hear of: the most pressing reason first, then the longest waiting."""
    found = [one for one in _standings(reader, now_ms) if one.escalations]
    return tuple(sorted(found, key=lambda one: (ESCALATIONS.index(one.escalations[0]), one.heard_at)))


@question("concern.not-handed-over", roles=FOLLOW_ROLES)
def not_handed_over(_caller: Caller, reader: Reader, *, now_ms: int) -> tuple[Standing, ...]:
    """The concerns that nobody was given to work on within the hand-over clock, the oldest first."""
    return tuple(
        one
        for one in _standings(reader, now_ms)
        if one.state in NOT_HANDED_OVER and any(c.clock == "hand_over" and c.due < now_ms for c in one.clocks)
    )


def _standings(reader: Reader, now_ms: int, concern: str | None = None) -> list[Standing]:
    working, further = Working(reader), _further(reader)
    return [
        _standing(one, now_ms, working, frozenset(further.get(one.concern, ())))
        for one in concern_clocks.open_ones(reader, concern)
    ]


def _standing(one: ClockFacts, now_ms: int, working: Working, further: frozenset[str]) -> Standing:
    clocks = running(one, now_ms, working.calendar(one.department), working.limits)
    return Standing(
        one.concern, one.number, one.state, one.department, one.occurred_at, clocks,
        escalations(one, clocks, further=further), one.returns, one.reopenings,
    )  # fmt: skip


def _further(reader: Reader) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in concern_clocks.extensions_pending(reader):
        found[one.concern].add("extension_untold" if one.agreed else "extension_asked")
    for concern, _ in concern_clocks.claimed_ends(reader):
        found[concern].add("end_not_counted")
    return found
