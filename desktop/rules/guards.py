"""What must be true of a concern before a step, by name; each guard gives every reason it has against it."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from desktop.rules.moves import MoveRequest, Refusal, refusal
from desktop.rules.roles import roles_of

Guard = Callable[[MoveRequest], Iterator[Refusal]]

CLOSABLE_ON_SITE = ("inquiry", "suggestion", "praise")
HIGHEST_GRADE_CLOSED_ON_SITE = 2
LAST_RETURN = 3
HOLD_WITHOUT_APPROVAL_DAYS = 5
TRIES_NEEDED = 3
TRY_DAYS_NEEDED = 2
REOPEN_WITHIN_DAYS = 90
RECEIVER_DECIDES_FROM_REOPENING = 3


def _own_draft(request: MoveRequest) -> Iterator[Refusal]:
    if request.concern.drafted_by != request.decider:
        yield refusal("own_draft_only")


def _settled_on_site(request: MoveRequest) -> Iterator[Refusal]:
    concern = request.concern
    if concern.type == "need":
        yield refusal("need_goes_to_list")
    elif concern.type not in CLOSABLE_ON_SITE:
        yield refusal("type_needs_work", type=concern.type)
    if not concern.client_confirmed:
        yield refusal("not_confirmed_by_client")
    if concern.open_promises:
        yield refusal("promise_open", count=concern.open_promises)
    if concern.grade and concern.grade > str(HIGHEST_GRADE_CLOSED_ON_SITE):
        yield refusal("grade_too_high", grade=concern.grade)


def _leaves_work(request: MoveRequest) -> Iterator[Refusal]:
    # The exact opposite of settling on site: each answered concern has one of the two ways, none has neither.
    if not any(_settled_on_site(request)):
        yield refusal("nothing_to_accept")


def _no_need(request: MoveRequest) -> Iterator[Refusal]:
    if request.concern.type == "need":
        yield refusal("need_goes_to_list")


def _department_at_work(request: MoveRequest) -> Iterator[Refusal]:
    if request.known("department") == "client_relations" and request.known("area") != "service_quality":
        yield refusal("department_is_client_relations")


def _returnable(request: MoveRequest) -> Iterator[Refusal]:
    concern = request.concern
    if concern.returns >= LAST_RETURN:
        yield refusal("return_limit", count=concern.returns)
    if concern.returnable_until is not None and request.now > concern.returnable_until:
        yield refusal("return_too_late")
    if request.told("proposed_department") and request.told("proposed_department") == concern.department:
        yield refusal("return_to_itself", department=concern.department)


def _receiver_decides(request: MoveRequest) -> Iterator[Refusal]:
    concern = request.concern
    late = concern.reopenings >= RECEIVER_DECIDES_FROM_REOPENING
    if late and request.decider != concern.received_by:
        yield refusal("third_reopening", count=concern.reopenings, role="host")


def _client_told(request: MoveRequest) -> Iterator[Refusal]:
    if not request.told_yes("client_told"):
        yield refusal("client_not_told")


def _approved(request: MoveRequest, letters: str) -> Iterator[Refusal]:
    roles = roles_of(letters)
    if request.second_person is None:
        yield refusal("second_person_missing", role=" ".join(roles))
        return
    # Agreeing with oneself is no agreement.
    if request.second_person == request.decider:
        yield refusal("second_person_same")
    if request.second_roles.isdisjoint(roles):
        yield refusal("second_person_role", role=" ".join(roles))


def _approved_by_department_head(request: MoveRequest) -> Iterator[Refusal]:
    yield from _approved(request, "DH")


def _approved_by_supervisor(request: MoveRequest) -> Iterator[Refusal]:
    yield from _approved(request, "SUP")


def _agreed_by_second_person(request: MoveRequest) -> Iterator[Refusal]:
    yield from _approved(request, "COO SUP")


def _long_hold_approved(request: MoveRequest) -> Iterator[Refusal]:
    until = request.told_date("until")
    if until is None or (until - request.now.date()).days <= HOLD_WITHOUT_APPROVAL_DAYS:
        return
    against = tuple(_approved(request, "DH"))
    if against:
        yield refusal("hold_needs_approval", days=HOLD_WITHOUT_APPROVAL_DAYS)
    yield from against


def _caller_is_not_handler(request: MoveRequest) -> Iterator[Refusal]:
    if request.concern.handler is not None and request.decider == request.concern.handler:
        yield refusal("callback_by_handler")
    elif request.concern.handler is not None and request.enterer == request.concern.handler:
        # Nobody writes down the judgement on their own work.
        yield refusal("verdict_entered_by_handler")


def _client_says_solved(request: MoveRequest) -> Iterator[Refusal]:
    verdict = request.told("verdict")
    if not verdict:
        yield refusal("not_confirmed_by_client")
    elif verdict == "partly" and not request.told_yes("client_agrees"):
        yield refusal("partly_without_agreement")
    elif verdict not in ("solved", "partly"):
        yield refusal("verdict_not_solved")


def _client_says_unsolved(request: MoveRequest) -> Iterator[Refusal]:
    # The opposite of closing: each verdict has a way on. Without one the missing field is the reason.
    verdict = request.told("verdict")
    content = verdict == "solved" or (verdict == "partly" and request.told_yes("client_agrees"))
    if content and request.told("satisfaction") != "C":
        yield refusal("nothing_to_reopen")


def _client_not_reached(request: MoveRequest) -> Iterator[Refusal]:
    zone = request.now.tzinfo
    days = [one.at.astimezone(zone).date() for one in request.concern.callback_tries if not one.reached]
    if len(days) < TRIES_NEEDED or len(set(days)) < TRY_DAYS_NEEDED:
        yield refusal("tries_too_few", tries=len(days), days=len(set(days)))


def _soon_or_new_evidence(request: MoveRequest) -> Iterator[Refusal]:
    closed_at = request.concern.closed_at
    if closed_at is None or request.told("new_evidence"):
        return
    days = (request.now.date() - closed_at.astimezone(request.now.tzinfo).date()).days
    if days > REOPEN_WITHIN_DAYS:
        yield refusal("reopening_too_late", days=days, limit=REOPEN_WITHIN_DAYS)


def _master_lives(request: MoveRequest) -> Iterator[Refusal]:
    if request.told("master") and request.told("master") == request.concern.concern:
        yield refusal("joined_to_itself")
    if request.concern.master_state in ("merged", "void"):
        yield refusal("master_ended", state=request.concern.master_state)


def _back_where_it_was(request: MoveRequest) -> Iterator[Refusal]:
    before = request.concern.merged_from
    if before != request.target:
        yield refusal("undo_goes_back", state=before or "")


GUARDS: Mapping[str, Guard] = MappingProxyType(
    {
        "own_draft": _own_draft,
        "settled_on_site": _settled_on_site,
        "leaves_work": _leaves_work,
        "no_need": _no_need,
        "department_at_work": _department_at_work,
        "returnable": _returnable,
        "receiver_decides": _receiver_decides,
        "client_told": _client_told,
        "approved_by_department_head": _approved_by_department_head,
        "approved_by_supervisor": _approved_by_supervisor,
        "agreed_by_second_person": _agreed_by_second_person,
        "long_hold_approved": _long_hold_approved,
        "caller_is_not_handler": _caller_is_not_handler,
        "client_says_solved": _client_says_solved,
        "client_says_unsolved": _client_says_unsolved,
        "client_not_reached": _client_not_reached,
        "soon_or_new_evidence": _soon_or_new_evidence,
        "master_lives": _master_lives,
        "back_where_it_was": _back_where_it_was,
    }
)
