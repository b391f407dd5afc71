"""Which clocks run for a concern, how far each has run, and what must be brought before somebody higher."""

from collections.abc import Iterator
from typing import Final

import msgspec

from db.concern_clocks import ClockFacts
from desktop.rules.calendar import Calendar
from desktop.rules.deadlines import HIGHEST_GRADE, Limits, Running, due, due_moment, limit_of, stage

# The office's turn: nobody has it to work on.
NOT_HANDED_OVER: Final = ("recorded", "answered", "accepted", "returned", "reopened")
_AGAIN: Final = ("returned", "reopened")
_WITH_DEPARTMENT: Final = ("accepted", "dispatched", "returned", "in_progress", "on_hold", "reopened")
_CALLED_BACK: Final = ("resolved", "callback")
# Clocks that call for supervision once they have run out.
_SUPERVISED: Final = ("sign_for", "resolve", "callback", "callback_at_risk")
_RISKS: Final = ("safety", "group", "contract", "media")
_RISKY_GRADES: Final = ("3", "4")
_THIRD, _SECOND = 3, 2
# Most pressing first; the code list has the words.
ESCALATIONS: Final = (
    "safety", "group", "contract", "media", "grade_4", "end_not_counted", "report", "third_reopening",
    "second_reopening", "third_return", "supervise", "extension_asked", "extension_untold",
)  # fmt: skip


def running(facts: ClockFacts, now: int, calendar: Calendar, known: Limits) -> tuple[Running, ...]:
    """The clocks that run at `now` (UTC ms), the first to end first. A clock set ahead of ours gives nobody time."""
    if facts.type == "need":
        # It goes to the list of needs, and nobody owes it anything by a day.
        return ()
    found = sorted(_clocks(facts, now, calendar, known), key=lambda one: (one.stage == "paused", one.due))
    return tuple(found)


def is_paused(facts: ClockFacts) -> bool:
    """Whether the clocks of the department stand: only while the client is waited for."""
    return facts.state == "on_hold" and _told(facts).get("waiting_for") == "client"


def _clocks(facts: ClockFacts, now: int, calendar: Calendar, known: Limits) -> Iterator[Running]:
    heard, at = min(facts.occurred_at, now), min(facts.at, now)
    if facts.state in NOT_HANDED_OVER:
        since = at if facts.state in _AGAIN else heard
        yield _run("hand_over", since, due(limit_of(known, "hand_over"), since, calendar), now, calendar, known)
    if facts.state == "dispatched":
        yield _run("sign_for", at, due(limit_of(known, "sign_for"), at, calendar), now, calendar, known)
    if facts.state in _WITH_DEPARTMENT:
        for clock, text in (("first_reply", _first_reply(facts)), ("resolve", facts.new_due or facts.due_resolve)):
            until = due_moment(text, calendar.zone)
            if until is not None and is_paused(facts):
                until = calendar.after_hours(until, calendar.working_ms(at, now))
                yield Running(clock, heard, until, "paused")
            elif until is not None:
                yield _run(clock, at if facts.state == "reopened" else heard, until, now, calendar, known)
    if facts.state in _CALLED_BACK:
        clock = "callback_at_risk" if _is_at_risk(facts) else "callback"
        since = min(facts.resolved_at or at, now)
        yield _run(clock, since, due(limit_of(known, clock), since, calendar), now, calendar, known)


def _first_reply(facts: ClockFacts) -> str | None:
    return None if facts.first_reply_at or facts.reopenings else facts.due_first_reply


def _run(clock: str, since: int, until: int, now: int, calendar: Calendar, known: Limits) -> Running:
    return Running(clock, since, until, stage(since, until, now, calendar, known))


def _is_at_risk(facts: ClockFacts) -> bool:
    return facts.satisfaction == "C" or bool(facts.risk) or facts.grade in _RISKY_GRADES or facts.reopenings > 0


def _told(facts: ClockFacts) -> dict[str, str]:
    return msgspec.json.decode(facts.facts, type=dict[str, str])


def escalations(facts: ClockFacts, clocks: tuple[Running, ...], *, further: frozenset[str]) -> tuple[str, ...]:
    """Why a concern must be brought before somebody higher, the most pressing reason first; empty for no reason.

    `further` are reasons known from elsewhere: a request for a later day, an end that does not count.
    """
    found = set(further) | (set((facts.risk or "").split()) & set(_RISKS))
    if facts.grade == HIGHEST_GRADE:
        found.add("grade_4")
    if facts.returns >= _THIRD:
        found.add("third_return")
    if facts.reopenings >= _THIRD:
        found.add("third_reopening")
    elif facts.reopenings >= _SECOND:
        found.add("second_reopening")
    stages = {one.stage for one in clocks if one.clock in _SUPERVISED}
    if "report" in stages:
        found.add("report")
    elif "supervise" in stages:
        found.add("supervise")
    return tuple(one for one in ESCALATIONS if one in found)
