"""The state of a concern as its steps tell it, kept beside it for lists; rivals are counted, never hidden."""

from collections.abc import Sequence

from db import concerns
from db.records import Concern, ConcernStep
from db.store import Reader, Transaction
from desktop.rules.moves import YES
from desktop.rules.states import shown_state

# Concerns derived with one question: a merge brings thousands.
TOGETHER = 1_000


def heads(reader: Reader, concern: str) -> tuple[ConcernStep, ...]:
    """The steps that no other step follows or settles: one, or several that were made apart."""
    return _heads(concerns.steps(reader, concern))


def _heads(steps: Sequence[ConcernStep]) -> tuple[ConcernStep, ...]:
    followed = {step.parent for step in steps}
    for step in steps:
        followed.update((step.settles or "").split())
    return tuple(step for step in steps if step.id not in followed)


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
