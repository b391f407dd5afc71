"""Every pair of states, every role, and every reason against a step."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from db.records import Code
from desktop.rules.moves import CallbackTry, ConcernFacts, MoveRequest, Refusal, refusal
from desktop.rules.roles import ROLES
from desktop.rules.states import STATES
from desktop.rules.transitions import TRANSITIONS, allowed, deciding_roles, moves_from, refusals

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 5, 23, 10, 0, tzinfo=ZONE)

# The whole table by hand: from, to, row, and who decides. Each further try of row 13 enters the callback again.
TABLE = """
draft            recorded          1  recorder host
draft            void              2  recorder
recorded         answered          3  host recorder
answered         closed            4  coordinator
answered         accepted          5  coordinator
recorded         accepted          6  coordinator
accepted         dispatched        7  coordinator
dispatched       in_progress       8  handler
dispatched       returned          9  department_head
returned         dispatched       10  coordinator
in_progress      on_hold          11  handler
on_hold          in_progress      11  handler
in_progress      resolved         12  handler
resolved         callback         13  callback
callback         callback         13  callback
callback         closed           14  callback
callback         reopened         15  callback supervisor
reopened         dispatched       16  coordinator
in_progress      closed_explained 17  department_head
callback         closed_explained 17  department_head
callback         closed_unreached 18  callback
closed           reopened         19  coordinator
closed_explained reopened         19  coordinator
closed_unreached reopened         19  coordinator
recorded         merged           20  coordinator
answered         merged           20  coordinator
accepted         merged           20  coordinator
dispatched       merged           20  coordinator
returned         merged           20  coordinator
in_progress      merged           20  coordinator
merged           recorded         20  coordinator
merged           answered         20  coordinator
merged           accepted         20  coordinator
merged           dispatched       20  coordinator
merged           returned         20  coordinator
merged           in_progress      20  coordinator
recorded         void             21  coordinator
answered         void             21  coordinator
accepted         void             21  coordinator
dispatched       void             21  coordinator
returned         void             21  coordinator
in_progress      void             21  coordinator
on_hold          void             21  coordinator
resolved         void             21  coordinator
callback         void             21  coordinator
reopened         void             21  coordinator
merged           void             21  coordinator
"""
ROWS = {
    (state, target): (int(row), frozenset(roles))
    for state, target, row, *roles in (line.split() for line in TABLE.strip().splitlines())
}
PAIRS = tuple(itertools.product(STATES, STATES))

# What a willing person tells on entering each state.
TOLD = {
    "recorded": {"words": "厨房水槽下面一直渗水", "received_by": "host-1", "type": "complaint"},
    "answered": {"answer": "工程师已到场查看"},
    "accepted": {"area": "engineering_quality", "department": "engineering", "grade": "3"},
    "dispatched": {"department": "engineering"},
    "returned": {"reason": "属于物业维保范围", "proposed_department": "property"},
    "on_hold": {
        "reason": "等客户约时间",
        "until": "2026-05-26",
        "client_told": "yes",
        "waiting_for": "client",
    },
    "resolved": {
        "result": "已更换密封圈",
        "cause": "密封圈老化",
        "measure": "整栋排查",
        "evidence": "照片两张",
    },
    "reopened": {"reason": "又渗水了", "asked_by": "client", "new_due": "2026-05-30"},
    "closed_explained": {
        "explained_reason": "contract",
        "explanation": "合同附件三已约定",
        "explained_on": "2026-05-22",
        "external_path": "住建部门热线",
        "client_told": "是",
    },
    "merged": {"master": "concern-0"},
    "void": {"reason": "重复扫描"},
}
TOLD_BY_STEP = {
    ("callback", "closed"): {"verdict": "solved", "client_words": "好了，谢谢"},
    ("callback", "reopened"): {"verdict": "not_solved", "client_words": "还在滴"},
}
SECOND_ROLE = {
    "resolved": "department_head",
    "closed_explained": "supervisor",
    "closed_unreached": "supervisor",
    "void": "supervisor",
}
COMPLAINT = ConcernFacts(
    type="complaint",
    area="engineering_quality",
    department="engineering",
    grade="3",
    handler="handler-1",
    received_by="host-1",
    drafted_by="decider-1",
    callback_tries=tuple(CallbackTry(NOW - timedelta(days=days)) for days in (2, 2, 1)),
    closed_at=NOW - timedelta(days=10),
    concern="concern-1",
)
INQUIRY = ConcernFacts(type="inquiry", client_confirmed=True, concern="concern-1")


def willing(state: str, target: str, role: str, concern: ConcernFacts = COMPLAINT, **told: str) -> MoveRequest:
    """A request against which nothing speaks, if the table has the step and the role may take it."""
    pair = (state, target)
    if pair == ("answered", "closed"):
        concern = INQUIRY if concern is COMPLAINT else concern
    discards = pair == ("draft", "void")
    undoes = state == "merged" and target != "void"
    fields = TOLD.get(target, {}) | TOLD_BY_STEP.get(pair, {}) if not (discards or undoes) else {}
    second = SECOND_ROLE.get(target)
    return MoveRequest(
        state=state,
        target=target,
        decider="decider-1",
        roles=frozenset({role}),
        concern=replace(concern, merged_from=target) if state == "merged" else concern,
        now=NOW,
        fields=fields | told,
        second_person="second-1" if second else None,
        second_roles=frozenset({second} if second else ()),
    )


def telling(request: MoveRequest, told: dict[str, str]) -> MoveRequest:
    """The same request with other things told."""
    return replace(request, fields={**request.fields, **told})


def reasons(request: MoveRequest) -> set[str]:
    """The codes of all reasons against a request."""
    return {one.code for one in refusals(request)}


@pytest.mark.parametrize(("state", "target"), PAIRS)
def test_a_step_exists_exactly_where_the_table_has_one(state: str, target: str) -> None:
    step = allowed(state, target)
    assert (step.number if step else None) == ROWS.get((state, target), (None,))[0]


@pytest.mark.parametrize(("state", "target"), PAIRS)
def test_every_role_may_do_what_the_table_gives_it_and_nothing_else(state: str, target: str) -> None:
    may = ROWS.get((state, target), (0, frozenset()))[1]
    passed = {role for role in ROLES if not refusals(willing(state, target, role))}
    assert passed == may
    for role in set(ROLES) - may:
        assert reasons(willing(state, target, role)) & {"role_missing", "move_not_possible"}


def test_the_table_holds_every_row_from_1_to_21_and_no_pair_twice() -> None:
    assert {step.number for step in TRANSITIONS} == set(range(1, 22))
    assert len({(step.state, step.target) for step in TRANSITIONS}) == len(TRANSITIONS) == len(ROWS)


def test_no_path_without_the_client_leads_to_closed() -> None:
    # Rows 4 and 14 are the only ways in; each asks for the client's own word.
    assert {step.number for step in TRANSITIONS if step.target == "closed"} == {4, 14}
    unconfirmed = replace(INQUIRY, client_confirmed=False)
    assert "not_confirmed_by_client" in reasons(willing("answered", "closed", "coordinator", unconfirmed))
    silent = replace(willing("callback", "closed", "callback"), fields={"client_words": "嗯"})
    assert reasons(silent) == {"field_missing", "not_confirmed_by_client"}
    for state in set(STATES) - {"answered", "callback", "closed"}:
        assert reasons(willing(state, "closed", "coordinator")) == {
            "move_not_possible",
            "not_confirmed_by_client",
        }


def test_every_state_but_void_can_be_left() -> None:
    assert {state for state in STATES if not moves_from(state)} == {"void"}


def test_all_reasons_are_given_at_once() -> None:
    request = replace(
        willing("in_progress", "resolved", "recorder"),
        fields={"result": " "},
        second_person=None,
        enterer="typist-1",
    )
    assert refusals(request) == (
        refusal("role_missing", role="handler"),
        refusal("means_missing"),
        refusal("field_missing", field="result"),
        refusal("field_missing", field="cause"),
        refusal("field_missing", field="measure"),
        refusal("field_missing", field="evidence"),
        refusal("second_person_missing", role="department_head"),
    )


def test_an_unknown_state_is_named() -> None:
    assert refusals(willing("recorded", "finished", "coordinator")) == (refusal("state_unknown", value="finished"),)


def test_an_administrator_decides_nothing_unless_given_the_role() -> None:
    request = willing("recorded", "accepted", "administrator")
    assert refusals(request) == (refusal("role_missing", role="coordinator"),)
    assert refusals(replace(request, roles=frozenset({"administrator", "coordinator"}))) == ()


# Entering for another


def test_who_enters_for_another_says_how_the_message_came() -> None:
    request = willing("dispatched", "in_progress", "handler")
    assert refusals(replace(request, enterer="decider-1")) == ()
    assert reasons(replace(request, enterer="typist-1")) == {"means_missing"}
    assert refusals(replace(request, enterer="typist-1", means="phone")) == ()
    assert refusals(replace(request, enterer="typist-1", means="pigeon")) == (
        refusal("choice_unknown", field="means", value="pigeon"),
    )


# Fields


def test_a_misspelt_field_is_named() -> None:
    request = willing("recorded", "answered", "host", anwser="x")
    assert refusals(request) == (refusal("field_unknown", field="anwser", target="answered"),)


@pytest.mark.parametrize(
    ("state", "target", "role", "field", "value", "kind"),
    [
        ("reopened", "dispatched", "coordinator", "co_departments", "a\0b", "text"),
        ("in_progress", "on_hold", "handler", "until", "23.5.", "date"),
        ("in_progress", "on_hold", "handler", "client_told_at", "heute", "datetime"),
        ("recorded", "answered", "host", "client_confirmed", "maybe", "flag"),
    ],
)
def test_a_value_of_another_kind_is_refused(
    state: str, target: str, role: str, field: str, value: str, kind: str
) -> None:
    request = telling(willing(state, target, role), {field: value})
    assert refusals(request) == (refusal("field_malformed", field=field, field_kind=kind),)


def test_a_choice_comes_from_the_list_or_from_the_project() -> None:
    request = willing("recorded", "accepted", "coordinator", sub_area="noise")
    assert refusals(request) == (refusal("choice_unknown", field="sub_area", value="noise"),)
    noise = Code(id="sub_area:noise", created_at=0, list="sub_area", code="noise", zh="噪声", en="Noise")
    assert refusals(replace(request, additions=(noise,))) == ()


def test_what_the_concern_already_has_is_not_asked_again() -> None:
    request = replace(willing("recorded", "accepted", "coordinator"), fields={})
    assert refusals(request) == ()
    bare = replace(request, concern=ConcernFacts(type="complaint"))
    assert [one.facts for one in refusals(bare)] == [
        (("field", "area"),),
        (("field", "department"),),
        (("field", "grade"),),
    ]


# Rows 2, 4, 5


def test_a_recorder_discards_only_an_own_draft() -> None:
    request = willing("draft", "void", "recorder", replace(COMPLAINT, drafted_by="recorder-2"))
    assert reasons(request) == {"own_draft_only"}


ON_SITE = [
    (INQUIRY, set()),
    (replace(INQUIRY, type="suggestion"), set()),
    (replace(INQUIRY, type="praise", grade="2"), set()),
    (replace(INQUIRY, type="help"), {"type_needs_work"}),
    (replace(INQUIRY, type="complaint"), {"type_needs_work"}),
    (replace(INQUIRY, type="repair"), {"type_needs_work"}),
    (replace(INQUIRY, type="need"), {"need_goes_to_list"}),
    (replace(INQUIRY, client_confirmed=False), {"not_confirmed_by_client"}),
    (replace(INQUIRY, open_promises=1), {"promise_open"}),
    (replace(INQUIRY, grade="3"), {"grade_too_high"}),
    (
        ConcernFacts(type="repair", open_promises=2, grade="4"),
        {"type_needs_work", "not_confirmed_by_client", "promise_open", "grade_too_high"},
    ),
]


@pytest.mark.parametrize(("concern", "expected"), ON_SITE)
def test_an_answered_concern_is_closed_only_when_nothing_is_left(concern: ConcernFacts, expected: set[str]) -> None:
    assert reasons(willing("answered", "closed", "coordinator", concern)) - {"field_missing"} == expected


@pytest.mark.parametrize(("concern", "expected"), ON_SITE)
def test_an_answered_concern_is_accepted_exactly_when_something_is_left(
    concern: ConcernFacts, expected: set[str]
) -> None:
    against = reasons(willing("answered", "accepted", "coordinator", concern))
    assert against == (set() if expected else {"nothing_to_accept"})


# Rows 7, 9, 10, 16 and needs


@pytest.mark.parametrize("state", ["accepted", "returned", "reopened"])
def test_client_relations_gets_only_what_is_about_service(state: str) -> None:
    request = willing(state, "dispatched", "coordinator", department="client_relations")
    assert reasons(request) == {"department_is_client_relations"}
    service = replace(request, concern=replace(COMPLAINT, area="service_quality"))
    assert refusals(service) == ()


def test_a_need_is_neither_dispatched_nor_called_back() -> None:
    need = replace(COMPLAINT, type="need")
    for state in ("accepted", "returned", "reopened"):
        assert reasons(willing(state, "dispatched", "coordinator", need)) == {"need_goes_to_list"}
    for state in ("resolved", "callback"):
        assert reasons(willing(state, "callback", "callback", need)) == {"need_goes_to_list"}


def test_a_need_is_accepted_with_its_area_alone() -> None:
    need = ConcernFacts(type="need")
    request = replace(willing("recorded", "accepted", "coordinator", need), fields={"area": "product_quality"})
    assert refusals(request) == ()


def test_a_return_needs_a_reason_and_another_department() -> None:
    request = willing("dispatched", "returned", "department_head")
    assert [one.code for one in refusals(replace(request, fields={}))] == ["field_missing", "field_missing"]
    to_itself = willing("dispatched", "returned", "department_head", proposed_department="engineering")
    assert refusals(to_itself) == (refusal("return_to_itself", department="engineering"),)


def test_a_return_comes_within_the_working_day() -> None:
    until = replace(COMPLAINT, returnable_until=NOW)
    assert refusals(willing("dispatched", "returned", "department_head", until)) == ()
    late = replace(COMPLAINT, returnable_until=NOW - timedelta(minutes=1))
    assert reasons(willing("dispatched", "returned", "department_head", late)) == {"return_too_late"}


@pytest.mark.parametrize("returns", [0, 1, 2])
def test_the_first_two_returns_are_settled_by_the_coordinator(returns: int) -> None:
    concern = replace(COMPLAINT, returns=returns)
    assert refusals(willing("returned", "dispatched", "coordinator", concern)) == ()
    assert reasons(willing("returned", "dispatched", "supervisor", concern)) == {"role_missing"}
    assert refusals(willing("dispatched", "returned", "department_head", concern)) == ()


def test_the_third_return_is_settled_by_the_supervisor_alone_and_for_good() -> None:
    concern = replace(COMPLAINT, returns=3)
    assert refusals(willing("returned", "dispatched", "supervisor", concern)) == ()
    assert refusals(willing("returned", "dispatched", "coordinator", concern)) == (
        refusal("third_return", count=3, role="supervisor"),
    )
    assert reasons(willing("dispatched", "returned", "department_head", concern)) == {"return_limit"}


def test_repeated_reopenings_go_up() -> None:
    def passing(reopenings: int, decider: str) -> set[str]:
        concern = replace(COMPLAINT, reopenings=reopenings)
        requests = {role: willing("reopened", "dispatched", role, concern) for role in ROLES}
        return {role for role, one in requests.items() if not refusals(replace(one, decider=decider))}

    assert passing(1, "someone") == {"coordinator"}
    assert passing(2, "someone") == {"supervisor"}
    assert passing(3, "someone") == set()
    assert passing(3, "host-1") == passing(4, "host-1") == {"host"}


def test_one_reason_is_not_given_twice() -> None:
    concern = replace(COMPLAINT, reopenings=3)
    assert refusals(willing("reopened", "dispatched", "coordinator", concern)) == (
        refusal("third_reopening", count=3, role="host"),
    )


def test_who_decides_can_be_asked_beforehand() -> None:
    step = allowed("returned", "dispatched")
    assert step is not None
    assert deciding_roles(step, COMPLAINT) == ("coordinator",)
    assert deciding_roles(step, replace(COMPLAINT, returns=4)) == ("supervisor",)


# Rows 11 and 12


def test_a_hold_is_told_to_the_client() -> None:
    assert reasons(willing("in_progress", "on_hold", "handler", client_told="no")) == {"client_not_told"}


def test_a_hold_of_more_than_five_days_is_approved_by_a_department_head() -> None:
    assert refusals(willing("in_progress", "on_hold", "handler", until="2026-05-28")) == ()
    long = willing("in_progress", "on_hold", "handler", until="2026-05-29")
    assert reasons(long) == {"hold_needs_approval", "second_person_missing"}
    approved = replace(long, second_person="head-1", second_roles=frozenset({"department_head"}))
    assert refusals(approved) == ()


@pytest.mark.parametrize(
    ("second", "role", "expected"),
    [
        (None, "", {"second_person_missing"}),
        ("decider-1", "department_head", {"second_person_same"}),
        ("staff-9", "handler", {"second_person_role"}),
        ("decider-1", "handler", {"second_person_same", "second_person_role"}),
        ("head-1", "department_head", set()),
    ],
)
def test_a_result_is_approved_by_another_person_who_heads_a_department(
    second: str | None, role: str, expected: set[str]
) -> None:
    request = willing("in_progress", "resolved", "handler")
    assert reasons(replace(request, second_person=second, second_roles=frozenset({role}))) == expected


# Rows 13 to 15


@pytest.mark.parametrize(
    ("state", "target"),
    [
        ("resolved", "callback"),
        ("callback", "closed"),
        ("callback", "reopened"),
        ("callback", "closed_unreached"),
    ],
)
def test_nobody_calls_back_about_own_work(state: str, target: str) -> None:
    concern = replace(COMPLAINT, handler="decider-1")
    assert reasons(willing(state, target, "callback", concern)) == {"callback_by_handler"}


@pytest.mark.parametrize(
    ("told", "closes", "reopens"),
    [
        ({"verdict": "solved"}, set(), {"nothing_to_reopen"}),
        ({"verdict": "solved", "satisfaction": "B"}, set(), {"nothing_to_reopen"}),
        ({"verdict": "solved", "satisfaction": "C"}, set(), set()),
        ({"verdict": "partly"}, {"partly_without_agreement"}, set()),
        ({"verdict": "partly", "client_agrees": "yes"}, set(), {"nothing_to_reopen"}),
        ({"verdict": "partly", "client_agrees": "no"}, {"partly_without_agreement"}, set()),
        ({"verdict": "not_solved"}, {"verdict_not_solved"}, set()),
        ({"verdict": "not_solved", "client_agrees": "yes"}, {"verdict_not_solved"}, set()),
        ({"verdict": "fine"}, {"verdict_not_solved", "choice_unknown"}, {"choice_unknown"}),
    ],
)
def test_the_clients_verdict_decides(told: dict[str, str], closes: set[str], reopens: set[str]) -> None:
    assert reasons(telling(willing("callback", "closed", "callback"), told)) == closes
    assert reasons(telling(willing("callback", "reopened", "callback"), told)) == reopens


# Rows 17 to 21


@pytest.mark.parametrize("state", ["in_progress", "callback"])
def test_an_explained_end_is_told_to_the_client_and_approved_above(state: str) -> None:
    request = willing(state, "closed_explained", "department_head", client_told="no")
    by_head = replace(request, second_roles=frozenset({"department_head"}))
    assert reasons(by_head) == {"client_not_told", "second_person_role"}


@pytest.mark.parametrize(
    ("tries", "expected"),
    [
        ((), {"tries_too_few"}),
        ((1, 0), {"tries_too_few"}),
        ((0, 0, 0), {"tries_too_few"}),
        ((1, 0, 0), set()),
        ((3, 2, 1, 0), set()),
    ],
)
def test_the_unreached_end_needs_three_tries_on_two_days(tries: tuple[int, ...], expected: set[str]) -> None:
    made = tuple(CallbackTry(NOW - timedelta(days=days)) for days in tries)
    request = willing("callback", "closed_unreached", "callback", replace(COMPLAINT, callback_tries=made))
    assert reasons(request) == expected


def test_a_try_that_reached_the_client_does_not_count_as_unreached() -> None:
    made = tuple(CallbackTry(NOW - timedelta(days=days), reached=days == 2) for days in (2, 1, 0))
    request = willing("callback", "closed_unreached", "callback", replace(COMPLAINT, callback_tries=made))
    assert refusals(request) == (refusal("tries_too_few", tries=2, days=2),)


def test_days_of_tries_are_those_of_the_project() -> None:
    # 23:30 and 00:30 in Shanghai fall on one day in London.
    late = datetime(2026, 5, 21, 15, 30, tzinfo=ZoneInfo("UTC"))
    made = (
        CallbackTry(late),
        CallbackTry(late + timedelta(minutes=60)),
        CallbackTry(late + timedelta(minutes=61)),
    )
    request = willing("callback", "closed_unreached", "callback", replace(COMPLAINT, callback_tries=made))
    assert refusals(request) == ()


@pytest.mark.parametrize("state", ["closed", "closed_explained", "closed_unreached"])
def test_an_ended_concern_is_reopened_within_ninety_days_or_with_new_evidence(state: str) -> None:
    last_day = replace(COMPLAINT, closed_at=NOW - timedelta(days=90))
    assert refusals(willing(state, "reopened", "coordinator", last_day)) == ()
    late = replace(COMPLAINT, closed_at=NOW - timedelta(days=91))
    assert refusals(willing(state, "reopened", "coordinator", late)) == (
        refusal("reopening_too_late", days=91, limit=90),
    )
    assert refusals(willing(state, "reopened", "coordinator", late, new_evidence="新的检测报告")) == ()


JOINABLE = ["recorded", "answered", "accepted", "dispatched", "returned", "in_progress"]
VOIDABLE = [*JOINABLE, "on_hold", "resolved", "callback", "reopened", "merged"]


def test_the_unreached_end_is_approved_by_another_person_above() -> None:
    request = willing("callback", "closed_unreached", "callback")
    assert reasons(replace(request, second_person=None)) == {"second_person_missing"}
    assert reasons(replace(request, second_person="decider-1")) == {"second_person_same"}
    assert reasons(replace(request, second_roles=frozenset({"coordinator"}))) == {"second_person_role"}


@pytest.mark.parametrize("state", JOINABLE)
def test_a_concern_joins_another_that_lives(state: str) -> None:
    itself = willing(state, "merged", "coordinator", master="concern-1")
    assert reasons(itself) == {"joined_to_itself"}
    for ended in ("merged", "void"):
        dead = willing(state, "merged", "coordinator", replace(COMPLAINT, master_state=ended))
        assert refusals(dead) == (refusal("master_ended", state=ended),)
    lives = replace(COMPLAINT, master_state="in_progress")
    assert refusals(willing(state, "merged", "coordinator", lives)) == ()


@pytest.mark.parametrize("state", JOINABLE)
def test_a_joined_concern_goes_back_only_where_it_was(state: str) -> None:
    request = willing("merged", state, "coordinator")
    elsewhere = replace(request, concern=replace(COMPLAINT, merged_from="resolved"))
    assert refusals(elsewhere) == (refusal("undo_goes_back", state="resolved"),)
    assert refusals(replace(request, concern=COMPLAINT)) == (refusal("undo_goes_back", state=""),)


@pytest.mark.parametrize("state", JOINABLE)
def test_taking_a_concern_out_again_asks_nothing_anew(state: str) -> None:
    bare = replace(COMPLAINT, area=None, department=None, grade=None)
    assert refusals(willing("merged", state, "coordinator", bare)) == ()
    told = TOLD.get(state, {"handler": "handler-2"})
    telling_more = telling(willing("merged", state, "coordinator"), told)
    assert reasons(telling_more) == {"field_unknown"}


@pytest.mark.parametrize("state", VOIDABLE)
def test_a_void_needs_a_second_person(state: str) -> None:
    request = willing(state, "void", "coordinator")
    assert reasons(replace(request, second_person=None)) == {"second_person_missing"}


@pytest.mark.parametrize("role", ROLES)
def test_the_second_person_of_a_void_is_another_coordinator_or_a_supervisor(role: str) -> None:
    request = replace(willing("accepted", "void", "coordinator"), second_roles=frozenset({role}))
    expected = set() if role in ("coordinator", "supervisor") else {"second_person_role"}
    assert reasons(request) == expected
    assert reasons(replace(request, second_person="decider-1")) == expected | {"second_person_same"}


def test_a_refusal_is_a_value() -> None:
    assert refusal("promise_open", count=2) == Refusal("promise_open", (("count", 2),))
