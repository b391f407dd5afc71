"""The state of a concern as its steps tell it, kept beside it for lists; rivals are counted, never hidden."""

from db import concerns
from db.records import Concern, ConcernStep
from db.store import Reader, Transaction
from desktop.rules.moves import YES
from desktop.rules.states import shown_state


def heads(reader: Reader, concern: str) -> tuple[ConcernStep, ...]:
    """The steps that no other step follows or settles: one, or several that were made apart."""
    steps = concerns.steps(reader, concern)
    followed = {step.parent for step in steps}
    for step in steps:
        followed.update((step.settles or "").split())
    return tuple(step for step in steps if step.id not in followed)


def current(reader: Reader, concern: str) -> ConcernStep | None:
    """The step that counts: of rivals the least finished, of those the latest."""
    found = heads(reader, concern)
    if not found:
        return None
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
    for concern in concerns.to_derive(tx):
        step = current(tx, concern)
        if step is not None:
            concerns.put_now(tx, concern, step.state, step.id, len(heads(tx, concern)) - 1)
