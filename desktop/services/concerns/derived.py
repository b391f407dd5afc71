"""The state of a concern as its steps tell it, kept beside it for lists; rivals are counted, never hidden."""

from collections.abc import Sequence

import msgspec

from db import concerns
from db.records import Concern, ConcernStep
from db.store import Reader, Transaction
from desktop.rules.moves import YES
from desktop.rules.rechecking import JUDGED_ENDS, end_holds
from desktop.rules.states import shown_state

# Concerns derived with one question: a merge brings thousands.
TOGETHER = 1_000


def heads(reader: Reader, concern: str) -> tuple[ConcernStep, ...]:
    """The steps that no other step follows or settles: one, or several that were made apart."""
    return _heads(concerns.steps(reader, concern))


def _heads(steps: Sequence[ConcernStep]) -> tuple[ConcernStep, ...]:
    steps = _holding(steps)
    followed = {step.parent for step in steps}
    for step in steps:
        followed.update((step.settles or "").split())
    return tuple(step for step in steps if step.id not in followed)


def _holding(steps: Sequence[ConcernStep]) -> Sequence[ConcernStep]:
    """The steps without such ends as the table refuses: they came in a package, and end nothing."""
    if not any(step.state in JUDGED_ENDS for step in steps):
        return steps
    by_id = {step.id: step for step in steps}
    followed = {step.parent for step in steps}

    def holds(step: ConcernStep) -> bool:
        # What somebody went on from has been seen by a person; what hangs on nothing here cannot be judged.
        before = by_id.get(step.parent or "")
        if step.state not in JUDGED_ENDS or before is None or step.id in followed:
            return True
        return end_holds(before.state, step.state, told(step), step.decided_by, _handler_at(before, by_id))

    return [step for step in steps if holds(step)]


def told(step: ConcernStep) -> dict[str, str]:
    """What was told with a step."""
    return msgspec.json.decode(step.facts, type=dict[str, str])


def _handler_at(step: ConcernStep, by_id: dict[str, ConcernStep]) -> str | None:
    """Who worked on the concern when this step was taken."""
    at, seen = step, {step.id}
    while at.state != "in_progress":
        before = by_id.get(at.parent or "")
        if before is None or before.id in seen:
            return None
        seen.add(before.id)
        at = before
    return told(at).get("handler") or at.decided_by


def in_order(steps: Sequence[ConcernStep]) -> list[ConcernStep]:
    """Each step after the one it follows, whatever a clock said; of steps made apart, the earlier first."""
    by_id, depths = {step.id: step for step in steps}, dict[str, int]()
    for step in steps:
        chain = [step]
        while (parent := by_id.get(chain[-1].parent or "")) and parent.id not in depths and parent not in chain:
            chain.append(parent)
        for one in reversed(chain):
            depths[one.id] = depths.get(one.parent or "", -1) + 1
    return sorted(steps, key=lambda step: (depths[step.id], step.at, step.id))


def current(reader: Reader, concern: str) -> ConcernStep | None:
    """The step that counts: of rivals the least finished, of those the latest."""
    found = heads(reader, concern)
    return _counting(found) if found else None


def _counting(found: Sequence[ConcernStep]) -> ConcernStep:
    state = shown_state([step.state for step in found])
    return max((step for step in found if step.state == state), key=lambda step: (step.at, step.id))


def solved_on_site(reader: Reader, concern: Concern) -> bool:
    """Whether the client said on the spot that it was solved: confirmed, nothing promised, nothing taken on."""
    state = concerns.now(reader, concern.id)
    return (
        state is not None
        and state[0] in ("answered", "closed")
        and (concern.client_confirmed or "").casefold() in YES
        and not concerns.promises(reader, concern.id)
        and not any(step.state == "accepted" for step in concerns.steps(reader, concern.id))
    )


def derive_concerns(tx: Transaction) -> None:
    """Bring the derived state of every concern that the transaction touched up to date."""
    touched = sorted(concerns.to_derive(tx))
    for start in range(0, len(touched), TOGETHER):
        now = []
        for concern, steps in concerns.steps_of(tx, touched[start : start + TOGETHER]).items():
            if found := _heads(steps):
                step = _counting(found)
                now.append((concern, step.state, step.id, len(found) - 1))
        concerns.put_now(tx, now)
