"""Steps in a concern's life: asked of the table of transitions, kept with who decided, who entered and how."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import msgspec

from db import concerns
from db.errors import Misused
from db.lookup import resolve
from db.people import roles_of
from db.records import Concern, ConcernStep
from db.store import Reader, Store, Transaction
from desktop.rules.moves import YES, CallbackTry, ConcernFacts, MoveRequest, Refusal
from desktop.rules.states import SECOND_PERSON_FIELD, STATES, Field
from desktop.rules.times import local, read_time
from desktop.rules.transitions import allowed, refusals
from desktop.services.concerns import timing
from desktop.services.concerns.derived import current, heads, in_order
from desktop.services.concerns.derived import told as told_with
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, Caller, verb
from desktop.services.zones import zone_of

CLOSED = ("closed", "closed_explained", "closed_unreached")
DIRECT = "in_person"
# The field that names the concern which another one is joined to.
MASTER = "master"


@dataclass(frozen=True, slots=True)
class Moved:
    """The state after the request; with reasons when nothing was done."""

    state: str
    refused: tuple[Refusal, ...] = ()


@verb("concern.move", roles=FOLLOW_ROLES)
def move(
    caller: Caller,
    tx: Transaction,
    *,
    concern: str,
    target: str,
    by: str,
    entered_by: str | None = None,
    means: str | None = None,
    fields: Mapping[str, str] | None = None,
    evidence: str | None = None,
) -> Moved:
    """Take a concern one step on, if table, role and guards allow; otherwise every reason against it, and no change.

    `evidence` is what whoever enters the step for another has in hand: words, or the id of an attachment.
    """
    kept = tx.get(Concern, concern)
    now_at = current(tx, concern)
    if kept is None or now_at is None:
        raise Misused("id_unknown", table="concern", value=concern)
    told = _with_ids(tx, target, dict(fields or {}))
    second = told.get(SECOND_PERSON_FIELD)
    request = MoveRequest(
        state=now_at.state, target=target, decider=by, roles=roles_of(tx, by),
        concern=_facts(tx, kept, target, told, now_at), now=local(tx.now, zone_of(tx)), fields=told,
        enterer=entered_by, means=means, evidence=evidence,
        second_person=second, second_roles=roles_of(tx, second) if second else frozenset(), additions=additions(tx),
    )  # fmt: skip
    against = refusals(request)
    if against:
        return Moved(now_at.state, against)
    _write(caller, tx, kept, now_at, request)
    tx.subject = concern
    return Moved(target)


def move_each(
    caller: Caller,
    store: Store,
    *,
    concerns: Sequence[str],
    target: str,
    by: str,
    means: str | None = None,
    fields: Mapping[str, str] | None = None,
    evidence: str | None = None,
) -> tuple[tuple[str, Moved], ...]:
    """Take several concerns the same step on, each by itself: what stands against one holds up none of the others.

    Whoever calls enters the steps. Returns the outcomes in the order of the concerns.
    """
    return tuple(
        (
            one,
            move(
                caller,
                store,
                concern=one,
                target=target,
                by=by,
                entered_by=caller.staff,
                means=means,
                fields=fields,
                evidence=evidence,
            ),
        )
        for one in dict.fromkeys(concerns)
    )


def _with_ids(reader: Reader, target: str, told: dict[str, str]) -> dict[str, str]:
    """The fields with what stands for a person or for another concern replaced by the id."""
    asked = {field.name: field for field in STATES[target].fields} if target in STATES else {}
    for name, value in told.items():
        table = "concern" if name == MASTER else asked[name].kind if name in asked else ""
        if name in asked and table in ("staff", "concern") and value.strip():
            told[name] = resolve(reader, table, value.strip())
    return told


def _facts(reader: Reader, concern: Concern, target: str, told: Mapping[str, str], now_at: ConcernStep) -> ConcernFacts:
    zone = zone_of(reader)
    steps = in_order(concerns.steps(reader, concern.id))
    closed = [step.at for step in steps if step.state in CLOSED]
    tries = _tries(steps, zone)
    merged = [step for step in steps if step.state == "merged"]
    before_merge = next((s.state for s in steps if merged and s.id == merged[-1].parent), None)
    master = told.get(MASTER, "").strip() if target == "merged" else ""
    master_now = concerns.now(reader, master) if master else None
    return ConcernFacts(
        type=concern.type, area=concern.area, department=concern.department, grade=concern.grade,
        client_confirmed=(concern.client_confirmed or "").casefold() in YES,
        open_promises=sum(promise.kept_at is None for promise in concerns.promises(reader, concern.id)),
        handler=concern.handler, received_by=concern.received_by, drafted_by=concern.created_by,
        # Two devices that wrote the same return down made two steps behind one: it came back once.
        returns=len({step.parent for step in steps if step.state == "returned"}),
        reopenings=len({step.parent for step in steps if step.state == "reopened"}), callback_tries=tries,
        closed_at=local(closed[-1], zone) if closed else None,
        returnable_until=timing.returnable_until(reader, concern, now_at) if target == "returned" else None,
        merged_from=before_merge, concern=concern.id, master_state=master_now[0] if master_now else None,
    )  # fmt: skip


def _tries(steps: Sequence[ConcernStep], zone: ZoneInfo) -> tuple[CallbackTry, ...]:
    """The tries to reach the client since the concern was last resolved."""
    last = max((number for number, step in enumerate(steps) if step.state == "resolved"), default=-1)
    found: list[CallbackTry] = []
    for step in steps[last + 1 :]:
        if step.state == "callback":
            facts = told_with(step)
            at = read_time(facts["tried_at"], zone) if facts.get("tried_at") else step.at
            found.append(CallbackTry(local(at, zone), reached=facts.get("try_result") == "reached"))
    return tuple(found)


def _write(caller: Caller, tx: Transaction, concern: Concern, before: ConcernStep, request: MoveRequest) -> None:
    step = allowed(request.state, request.target)
    asked: dict[str, Field] = {field.name: field for field in step.all_fields()} if step else {}
    cells: dict[str, str | int | None] = {}
    facts: dict[str, str] = {}
    for name, value in request.fields.items():
        if value.strip():
            (cells if asked[name].kept == "concern" else facts)[name] = value.strip()
    if request.target == "in_progress" and request.state == "dispatched":
        cells.setdefault("handler", request.decider)
    cells |= timing.cells_with(tx, concern, before, request.target, cells)
    if cells:
        tx.save("concern", concern.id, cells)
    rivals = [head.id for head in heads(tx, concern.id) if head.id != before.id]
    told = {**facts, **{name: str(value) for name, value in cells.items()}}
    tx.insert(
        ConcernStep(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            concern=concern.id,
            state=request.target,
            decided_by=request.decider,
            entered_by=request.enterer or request.decider,
            means=request.means or DIRECT,
            at=tx.now,
            parent=before.id,
            settles=" ".join(rivals) or None,
            facts=msgspec.json.encode(told).decode(),
            evidence=(request.evidence or "").strip() or None,
        )
    )
