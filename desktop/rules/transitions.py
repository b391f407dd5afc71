"""The life of a concern as a table: which step leads where, who decides it, and what stands against it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

from desktop.rules.codes import codes
from desktop.rules.guards import GUARDS
from desktop.rules.moves import NO, YES, ConcernFacts, MoveRequest, Refusal, refusal
from desktop.rules.roles import roles_of
from desktop.rules.states import STATES, VERDICT_FIELDS, Field


@dataclass(frozen=True, slots=True)
class Escalation:
    """From the `at`-th return or reopening on, others decide; `code` names the reason given to the rest."""

    counted: Literal["returns", "reopenings"]
    at: int
    roles: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class Transition:
    """One step of the table; `number` is its row there.

    `fields` are asked beside those of the state it enters. A step that undoes or discards asks nothing.
    """

    number: int
    state: str
    target: str
    roles: tuple[str, ...]
    guards: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    asks: bool = True

    def all_fields(self) -> tuple[Field, ...]:
        """Return everything that may be told with this step."""
        return STATES[self.target].fields + self.fields if self.asks else ()


_CLOSED = ("closed", "closed_explained", "closed_unreached")
# Messages that leave something behind, which whoever enters the step has before them.
WRITTEN_MEANS = ("chat", "signed_sheet", "department_sheet")
_JOINABLE = ("recorded", "answered", "accepted", "dispatched", "returned", "in_progress")
_VOIDABLE = tuple(name for name, state in STATES.items() if state.stored and name not in (*_CLOSED, "void"))

_THIRD_RETURN = Escalation("returns", 3, roles_of("SUP"), "third_return")
_SECOND_REOPENING = Escalation("reopenings", 2, roles_of("SUP"), "second_reopening")
_THIRD_REOPENING = Escalation("reopenings", 3, roles_of("EXE"), "third_reopening")
_NEW_EVIDENCE = Field("new_evidence", "text", "step", required=False)


def _step(
    number: int,
    state: str,
    target: str,
    letters: str,
    guards: str = "",
    fields: tuple[Field, ...] = (),
    escalations: tuple[Escalation, ...] = (),
    *,
    asks: bool = True,
) -> Transition:
    roles = roles_of(letters)
    return Transition(number, state, target, roles, tuple(guards.split()), fields, escalations, asks)


_DISPATCH = "no_need department_at_work"
_EXPLAIN = "client_told approved_by_supervisor"

TRANSITIONS: tuple[Transition, ...] = (
    _step(1, "draft", "recorded", "REC EXE"),
    _step(2, "draft", "void", "REC", "own_draft", asks=False),
    _step(3, "recorded", "answered", "EXE REC"),
    _step(4, "answered", "closed", "COO", "settled_on_site"),
    _step(5, "answered", "accepted", "COO", "leaves_work"),
    _step(6, "recorded", "accepted", "COO"),
    _step(7, "accepted", "dispatched", "COO", _DISPATCH),
    _step(8, "dispatched", "in_progress", "DEP"),
    _step(9, "dispatched", "returned", "DH", "returnable"),
    _step(10, "returned", "dispatched", "COO", _DISPATCH, escalations=(_THIRD_RETURN,)),
    _step(11, "in_progress", "on_hold", "DEP", "client_told long_hold_approved"),
    _step(11, "on_hold", "in_progress", "DEP"),
    _step(12, "in_progress", "resolved", "DEP", "approved_by_department_head"),
    _step(13, "resolved", "callback", "CB", "no_need caller_is_not_handler"),
    # Another try: the table counts three of them, on two days, before a client is given up.
    _step(13, "callback", "callback", "CB", "no_need caller_is_not_handler"),
    _step(14, "callback", "closed", "CB", "caller_is_not_handler client_says_solved", VERDICT_FIELDS),
    _step(15, "callback", "reopened", "CB SUP", "caller_is_not_handler client_says_unsolved", VERDICT_FIELDS),
    _step(
        16,
        "reopened",
        "dispatched",
        "COO",
        f"{_DISPATCH} receiver_decides",
        escalations=(_SECOND_REOPENING, _THIRD_REOPENING),
    ),
    _step(17, "in_progress", "closed_explained", "DH", _EXPLAIN),
    _step(17, "callback", "closed_explained", "DH", _EXPLAIN),
    _step(
        18,
        "callback",
        "closed_unreached",
        "CB",
        "caller_is_not_handler client_not_reached approved_by_supervisor",
    ),
    *(_step(19, state, "reopened", "COO", "soon_or_new_evidence", (_NEW_EVIDENCE,)) for state in _CLOSED),
    *(_step(20, state, "merged", "COO", "master_lives") for state in _JOINABLE),
    # A joined concern can be taken out again, back to where it stood.
    *(_step(20, "merged", state, "COO", "back_where_it_was", asks=False) for state in _JOINABLE),
    *(_step(21, state, "void", "COO", "agreed_by_second_person") for state in _VOIDABLE),
)

_BY_PAIR: Mapping[tuple[str, str], Transition] = MappingProxyType(
    {(step.state, step.target): step for step in TRANSITIONS}
)


def allowed(state: str, target: str) -> Transition | None:
    """Return the step from `state` to `target`, or None if the table has none."""
    return _BY_PAIR.get((state, target))


def moves_from(state: str) -> tuple[Transition, ...]:
    """Return every step that leaves `state`, in the order of the table."""
    return tuple(step for step in TRANSITIONS if step.state == state)


def deciding_roles(transition: Transition, concern: ConcernFacts) -> tuple[str, ...]:
    """Return who decides this step for this concern, after its returns and reopenings."""
    escalation = _escalation(transition, concern)
    return escalation.roles if escalation else transition.roles


def refusals(request: MoveRequest) -> tuple[Refusal, ...]:
    """Return every reason against the step, in reading order; an empty answer lets it pass."""
    transition = allowed(request.state, request.target)
    if transition is None:
        return tuple(_no_such_step(request))
    against = [*_by_role(request, transition), *_by_entry(request)]
    against += [*_by_fields(request, transition)]
    for name in transition.guards:
        against += GUARDS[name](request)
    return tuple(dict.fromkeys(against))


def _no_such_step(request: MoveRequest) -> Iterator[Refusal]:
    unknown = [state for state in (request.state, request.target) if state not in STATES]
    if unknown:
        yield refusal("state_unknown", value=unknown[0])
        return
    yield refusal("move_not_possible", state=request.state, target=request.target)
    if request.target == "closed" and request.state != "closed":
        yield refusal("not_confirmed_by_client")


def _escalation(transition: Transition, concern: ConcernFacts) -> Escalation | None:
    counts = {"returns": concern.returns, "reopenings": concern.reopenings}
    reached = [one for one in transition.escalations if counts[one.counted] >= one.at]
    return reached[-1] if reached else None


def _by_role(request: MoveRequest, transition: Transition) -> Iterator[Refusal]:
    roles = deciding_roles(transition, request.concern)
    if not request.roles.isdisjoint(roles):
        return
    escalation = _escalation(transition, request.concern)
    if escalation is None:
        yield refusal("role_missing", role=" ".join(roles))
    else:
        counts = {"returns": request.concern.returns, "reopenings": request.concern.reopenings}
        yield refusal(escalation.code, count=counts[escalation.counted], role=" ".join(roles))


def _by_entry(request: MoveRequest) -> Iterator[Refusal]:
    # Who enters a step for another says how the message came.
    for_another = request.enterer not in (None, request.decider)
    if request.means is None:
        if for_another:
            yield refusal("means_missing")
    elif request.means not in codes("means", request.additions):
        yield refusal("choice_unknown", field="means", value=request.means)
    elif (
        for_another and request.means in WRITTEN_MEANS and request.evidence is not None and not request.evidence.strip()
    ):
        yield refusal("entry_evidence_missing", means=request.means)


def _by_fields(request: MoveRequest, transition: Transition) -> Iterator[Refusal]:
    asked = {field.name: field for field in transition.all_fields()}
    for field in asked.values():
        wanted = field.required and (field.asked_of_needs or request.known("type") != "need")
        if wanted and not request.known(field.name):
            yield refusal("field_missing", field=field.name)
    for name in request.fields:
        if name not in asked:
            yield refusal("field_unknown", field=name, target=request.target)
        elif request.told(name):
            yield from _by_value(request, asked[name])


def _by_value(request: MoveRequest, field: Field) -> Iterator[Refusal]:
    value = request.told(field.name)
    if field.kind == "choice":
        if value not in codes(field.choices, request.additions):
            yield refusal("choice_unknown", field=field.name, value=value)
    elif not _reads_as(field, value):
        yield refusal("field_malformed", field=field.name, field_kind=field.kind)


def _reads_as(field: Field, value: str) -> bool:
    try:
        if field.kind == "date":
            date.fromisoformat(value)
        elif field.kind == "datetime":
            datetime.fromisoformat(value)
    except ValueError:
        return False
    if field.kind == "flag":
        return value.casefold() in YES | NO
    return "\0" not in value
