"""Several concerns picked out at once: which steps they can take together, and which of them cannot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.office.state import FORWARD, SPECIAL, Asked, Move, Person, WorkLine
from desktop.rules.states import Field
from desktop.rules.transitions import Transition, moves_from
from desktop.services.concerns.reminding import REMINDED_IN

# What each client has to say in person, and ends that are decided one by one.
_ALONE = frozenset({*SPECIAL, "closed", "reopened"})


@dataclass(frozen=True, slots=True)
class BatchStep:
    """A step that some of the concerns picked out can take, and those whose state does not let them."""

    target: str
    able: tuple[WorkLine, ...]
    unable: tuple[WorkLine, ...]
    is_forward: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one concern of several; `reasons` (code, facts) when nothing was done."""

    number: str
    reasons: tuple[tuple[str, tuple[tuple[str, str | int], ...]], ...] = ()


def batch_steps(lines: Sequence[WorkLine]) -> tuple[BatchStep, ...]:
    """The steps that can be taken together: first those that lead on, of those first what most can take."""
    able: dict[str, list[WorkLine]] = {}
    for line in lines:
        # Coming back to where it stood is for joined concerns, one by one.
        for move in moves_from(line.state) if line.state != "merged" else ():
            if move.target not in _ALONE:
                able.setdefault(move.target, []).append(line)
    found = [
        BatchStep(target, tuple(some), without(lines, some), _is_forward(target, some)) for target, some in able.items()
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_forward, -len(one.able))))


def without(lines: Sequence[WorkLine], some: Sequence[WorkLine]) -> tuple[WorkLine, ...]:
    """The lines that are not among `some`."""
    known = {one.concern for one in some}
    return tuple(one for one in lines if one.concern not in known)


def _is_forward(target: str, lines: Sequence[WorkLine]) -> bool:
    return any(FORWARD.get(line.state) == target for line in lines)


def remindable(lines: Sequence[WorkLine]) -> tuple[WorkLine, ...]:
    """The concerns whose department has the next step."""
    return tuple(line for line in lines if line.state in REMINDED_IN)


def asked_together(step: BatchStep, staff: tuple[Person, ...]) -> tuple[Asked, Move]:
    """What a step asks for all of them at once: what a concern holds already may be left empty."""
    moves = [one for line in step.able for one in moves_from(line.state) if one.target == step.target]
    roles = dict.fromkeys(role for move in moves for role in _roles(move))
    fields: dict[str, Field] = {}
    for move in moves:
        for one in move.all_fields():
            fields.setdefault(one.name, replace(one, required=False) if one.kept == "concern" else one)
    states = {line.state for line in step.able}
    state = next(iter(states)) if len(states) == 1 else ""
    lines = tuple((line.number, line.words) for line in step.able)
    asked = Asked(tuple(line.concern for line in step.able), state, "", staff, lines)
    return asked, Move(step.target, tuple(roles), tuple(fields.values()))


def _roles(move: Transition) -> tuple[str, ...]:
    return (*move.roles, *(role for one in move.escalations for role in one.roles))
