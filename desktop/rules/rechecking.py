"""Whether a step that ends a concern still holds once everything that other devices knew has come together."""

from collections.abc import Mapping
from typing import Final

from desktop.rules.moves import YES
from desktop.rules.states import SECOND_PERSON_FIELD
from desktop.rules.transitions import allowed

# Ends that claim something of the client; a join or a wrong entry claims nothing.
JUDGED_ENDS: Final = ("closed", "closed_explained", "closed_unreached")


def end_holds(parent: str, state: str, told: Mapping[str, str], decider: str, handler: str | None) -> bool:
    """Whether a step from `parent` to the ending `state` counts; `told` are its fields, `handler` who worked on it.

    What the table refuses at a screen it refuses in a package too: the step stays in the story and ends nothing.
    """
    if state not in JUDGED_ENDS:
        return True
    if allowed(parent, state) is None:
        return False
    is_agreed = told.get(SECOND_PERSON_FIELD, decider) != decider
    if state == "closed_explained":
        return is_agreed and told.get("client_told", "").casefold() in YES
    if parent != "callback":
        # Settled on the spot: the client's tick is a field of the concern.
        return True
    if decider == handler:
        return False
    if state == "closed_unreached":
        return is_agreed
    verdict = told.get("verdict")
    return verdict == "solved" or (verdict == "partly" and told.get("client_agrees", "").casefold() in YES)
