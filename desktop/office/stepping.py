"""What a filled-in form of the pane asks for: a step, a later day, or an answer to one. Runs on the worker; no Qt."""

from typing import Final

from db.errors import Misused, Refused
from db.store import Store
from desktop.office.state import StepRequest
from desktop.rules.moves import YES, Refusal
from desktop.services.concerns import extending, moving
from desktop.services.concerns.moving import Moved
from desktop.services.registry import Caller

# Asked for and answered on the form of steps, though the concern stays where it is.
ASK: Final = "extension"
DECIDE: Final = "extension_answer"
AGREED: Final = "agreed"


def step(caller: Caller, store: Store, request: StepRequest) -> Moved:
    """Do what the form of one concern asks for; whatever stands against it is told, and nothing was done."""
    told = dict(request.fields)
    if request.target not in (ASK, DECIDE):
        return moving.move(
            caller, store, concern=request.concerns[0], target=request.target, by=request.by,
            entered_by=caller.staff, means=request.means, fields=told, evidence=request.evidence,
        )  # fmt: skip
    try:
        if request.target == ASK:
            missing = [name for name in ("new_due", "reason") if not told.get(name)]
            if missing:
                return Moved("", tuple(Refusal("field_missing", (("field", name),)) for name in missing))
            extending.ask(
                caller, store, concern=request.concerns[0], new_due=told["new_due"], reason=told["reason"],
                by=request.by,
            )  # fmt: skip
        elif not told.get(DECIDE):
            return Moved("", (Refusal("field_missing", (("field", DECIDE),)),))
        else:
            extending.decide(
                caller, store, concern=request.concerns[0], by=request.by, is_agreed=told[DECIDE] == AGREED,
                is_client_told=told.get("client_told", "").casefold() in YES,
            )  # fmt: skip
    except (Refused, Misused) as trouble:
        return Moved("", (Refusal(trouble.code, tuple(trouble.facts.items())),))
    return Moved("")
