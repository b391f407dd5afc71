"""Every way to an end: by hand, by the command line, by a department's sheet, by a package; and what is counted."""

import csv
import itertools
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from db import concerns
from db.errors import Refused
from db.records import ConcernStep
from db.store import Store
from desktop.cli.main import run
from desktop.rules.rechecking import JUDGED_ENDS
from desktop.rules.roles import ROLES
from desktop.rules.states import STATES
from desktop.rules.transitions import allowed, moves_from
from desktop.services.concerns import counts, mine, moving, sheets
from desktop.services.exchange import cards, packages
from desktop.services.opening import join_project
from desktop.services.people import staff
from desktop.services.promises import keeping, promises
from desktop.services.registry import administrator
from tests.journeys.life import RESULT, Life, lived

# What a person who wants a concern gone would tell, whatever the way.
EAGER = {
    "verdict": "solved", "client_words": "好了", "explained_reason": "contract", "explanation": "合同已约定",
    "explained_on": "2026-05-22", "external_path": "热线", "client_told": "yes",
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    with lived(tmp_path_factory.mktemp("ends")) as one:
        yield one


@pytest.fixture
def life(project: Life) -> Life:
    project.begin()
    return project


def in_state(life: Life, state: str) -> str:
    """A concern that has come to a state by the table's steps."""
    concern = life.heard()
    if state in ("resolved", "callback", "reopened", *JUDGED_ENDS):
        life.in_progress(concern)
        life.must(concern, "resolved", life.handler, **RESULT, approved_by=life.head)
        if state != "resolved":
            to_end(life, concern, state)
        return concern
    handed_over = ("dispatched", "returned", "in_progress", "on_hold")
    if state in ("accepted", *handed_over):
        life.accepted(concern)
    if state in handed_over:
        life.must(concern, "dispatched", life.coordinator)
    if state == "on_hold":
        life.must(concern, "in_progress", life.handler)
    if state not in ("recorded", "accepted", "dispatched"):
        last_step(life, concern, state)
    return concern


def last_step(life: Life, concern: str, state: str) -> None:
    by, told = {
        "answered": (life.host, {"answer": "请工程师来看"}),
        "merged": (life.coordinator, {"master": life.heard("同一面墙")}),
        "void": (life.coordinator, {"reason": "重复", "approved_by": life.second}),
        "returned": (life.head, {"reason": "不归我们", "proposed_department": "property"}),
        "in_progress": (life.handler, {}),
        "on_hold": (
            life.handler,
            {"reason": "等客户", "until": "2026-05-25", "client_told": "yes", "waiting_for": "client"},
        ),
    }[state]
    life.must(concern, state, by, **told)


def to_end(life: Life, concern: str, state: str) -> None:
    days = ("2026-05-22T10:01", "2026-05-23T10:00", "2026-05-24T10:00") if state == "closed_unreached" else ()
    for day in days:
        life.must(concern, "callback", life.callback, try_result="no_answer", tried_at=day)
    if not days:
        life.must(concern, "callback", life.callback, try_result="reached")
    told = {
        "reopened": {
            "verdict": "not_solved", "client_words": "还在漏", "reason": "还在漏", "asked_by": "client",
            "new_due": "2026-06-01",
        },
        "closed": {"verdict": "solved", "client_words": "好了"},
        "closed_explained": {name: EAGER[name] for name in EAGER if name not in ("verdict", "client_words")},
    }.get(state, {})  # fmt: skip
    if state in ("closed_explained", "closed_unreached"):
        told["approved_by"] = life.supervisor
    if state != "callback":
        life.must(concern, state, life.head if state == "closed_explained" else life.callback, **told)


def people_of(life: Life) -> dict[str, str]:
    return {
        "recorder": life.host, "host": life.host, "coordinator": life.coordinator, "handler": life.handler,
        "department_head": life.head, "callback": life.callback, "supervisor": life.supervisor,
    }  # fmt: skip


def told_for(state: str, target: str) -> dict[str, str]:
    step = allowed(state, target)
    asked = {field.name for field in step.all_fields()} if step else set(EAGER)
    return {name: value for name, value in EAGER.items() if name in asked}


# By hand


@pytest.mark.parametrize("state", [one for one in STATES if one != "draft"])
def test_b07_no_path_but_the_table_s_leads_to_a_closed_state(life: Life, state: str) -> None:
    concern = in_state(life, state)
    passed: set[tuple[str, str]] = set()
    for target, (role, person) in itertools.product(JUDGED_ENDS, people_of(life).items()):
        with life.store.transaction(verb="test.try", keep=False) as tx:
            told = told_for(state, target) | {"approved_by": life.supervisor} if target != "closed" else told_for(
                state, target
            )  # fmt: skip
            moved = moving.move(life.caller, tx, concern=concern, target=target, by=person, fields=told)
            if not moved.refused:
                passed.add((target, role))

    assert passed == {
        "in_progress": {("closed_explained", "department_head")},
        "callback": {("closed", "callback"), ("closed_explained", "department_head")},
    }.get(state, set())
    assert concerns.now(life.store, concern)[0] == state  # type: ignore[index]  # it is there


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ({}, {"field_missing", "not_confirmed_by_client"}),
        ({"verdict": "not_solved", "client_words": "没好"}, {"verdict_not_solved"}),
        ({"verdict": "partly", "client_words": "好一点"}, {"partly_without_agreement"}),
    ],
)
def test_b09_the_verdict_is_the_client_s_and_the_department_cannot_set_it(
    life: Life, told: dict[str, str], codes: set[str]
) -> None:
    concern = life.called_back(life.heard())

    assert {one.code for one in life.move(concern, "closed", life.callback, **told).refused} == codes
    for person in (life.handler, life.head, life.coordinator):
        moved = life.move(concern, "closed", person, verdict="solved", client_words="好了")
        assert {"role_missing"} <= {one.code for one in moved.refused}


def test_b09_whoever_handled_it_neither_gives_nor_types_in_the_verdict(life: Life) -> None:
    both = staff.add(
        life.caller, life.store, name="两职", level="staff", department="engineering", roles=["handler", "callback"]
    )
    concern = life.dispatched(life.heard())
    life.must(concern, "in_progress", both)
    life.must(concern, "resolved", both, **RESULT, approved_by=life.head)
    verdict = {"verdict": "solved", "client_words": "好了"}

    assert codes_of(life.move(concern, "callback", both, try_result="reached")) == ["callback_by_handler"]
    typed = life.move(concern, "callback", life.callback, entered_by=both, means="phone", try_result="reached")
    assert codes_of(typed) == ["verdict_entered_by_handler"]
    life.must(concern, "callback", life.callback, try_result="reached")
    assert codes_of(life.move(concern, "closed", both, **verdict)) == ["callback_by_handler"]
    typed = life.move(concern, "closed", life.callback, entered_by=both, means="phone", **verdict)
    assert codes_of(typed) == ["verdict_entered_by_handler"]
    typed = life.move(concern, "closed", life.callback, entered_by=life.coordinator, means="phone", **verdict)
    assert not typed.refused


def codes_of(moved: moving.Moved) -> list[str]:
    return [one.code for one in moved.refused]


# Entered for others


def test_a_step_entered_for_another_by_paper_or_chat_needs_something_to_show(life: Life) -> None:
    concern = life.dispatched(life.heard())
    for means in ("chat", "signed_sheet", "department_sheet"):
        moved = life.move(
            concern, "in_progress", life.handler, entered_by=life.coordinator, means=means, entry_evidence=" "
        )
        assert codes_of(moved) == ["entry_evidence_missing"]
    life.must(
        concern, "in_progress", life.handler, entered_by=life.coordinator, means="chat",
        entry_evidence="群截图 10:12",
    )  # fmt: skip

    step = life.store.records(ConcernStep, "WHERE concern = :one AND state = 'in_progress'", one=concern)[0]
    assert (step.decided_by, step.entered_by, step.means, step.evidence) == (
        life.handler, life.coordinator, "chat", "群截图 10:12",
    )  # fmt: skip


def test_steps_entered_for_others_are_counted_by_department_and_means(tmp_path: Path) -> None:
    with lived(tmp_path) as life:
        concern = life.dispatched(life.heard())
        life.must(concern, "in_progress", life.handler, entered_by=life.coordinator, means="phone")
        life.must(
            concern, "resolved", life.handler, entered_by=life.coordinator, means="phone", **RESULT,
            approved_by=life.head,
        )  # fmt: skip
        life.must(concern, "callback", life.callback, try_result="reached")

        found = counts.counts(life.caller, life.store, first=date(2026, 5, 22), last=date(2026, 5, 22))

        assert found.entered == (counts.Entered("engineering", "phone", 2),)
        again = life.dispatched(life.heard())
        life.must(again, "in_progress", life.handler, entered_by=life.coordinator, means="chat")
        later = counts.counts(life.caller, life.store, first=date(2026, 5, 22), last=date(2026, 5, 22))
        # A script that never heard of evidence is still taken; that there is none is counted.
        assert counts.Entered("engineering", "chat", 1, bare=1) in later.entered
        before = counts.counts(life.caller, life.store, first=date(2026, 5, 1), last=date(2026, 5, 21))
        assert before.entered == ()


# Returns and reopenings


def test_a28_a_department_is_named_and_it_is_not_client_relations(life: Life) -> None:
    concern = life.heard()
    told = {"area": "engineering_quality", "grade": "2"}
    assert codes_of(life.move(concern, "accepted", life.coordinator, **told)) == ["field_missing"]
    life.must(concern, "accepted", life.coordinator, **told, department="client_relations")
    assert codes_of(life.move(concern, "dispatched", life.coordinator)) == ["department_is_client_relations"]
    life.must(concern, "dispatched", life.coordinator, department="engineering")


def test_a28_returns_are_counted_by_department_and_the_third_goes_to_the_lead(tmp_path: Path) -> None:
    with lived(tmp_path) as life:
        concern = life.dispatched(life.heard())
        back = {"reason": "不归我们", "proposed_department": "property"}
        for department in ("engineering", "property", "engineering"):
            assert codes_of(life.move(concern, "returned", life.head, reason="x")) == ["field_missing"]
            life.must(concern, "returned", life.head, **back | {"proposed_department": "marketing"})
            if department != "engineering" or not life.escalated():
                person = life.supervisor if life.escalated() else life.coordinator
                following = "property" if department == "engineering" else "engineering"
                life.move(concern, "dispatched", person, department=following)

        (found,) = life.escalated()
        assert (found.returns, found.escalations) == (3, ("third_return",))
        assert codes_of(life.move(concern, "dispatched", life.coordinator, department="engineering")) == [
            "third_return"
        ]
        assert [one.turn for one in waiting(life, life.supervisor)] == ["decide"]
        life.must(concern, "dispatched", life.supervisor, department="engineering")
        assert "return_limit" in codes_of(life.move(concern, "returned", life.head, **back))
        found_counts = counts.counts(life.caller, life.store, first=date(2026, 5, 22), last=date(2026, 5, 22))
        assert dict(found_counts.returns) == {"engineering": 2, "property": 1}


def test_the_second_reopening_goes_to_the_lead_the_third_to_who_heard_it(life: Life) -> None:
    concern = life.heard()
    life.called_back(concern)
    reasons = []
    for person in (life.coordinator, life.supervisor, life.host):
        told = {"verdict": "not_solved", "client_words": "没好", "reason": "没好", "asked_by": "client"}
        life.must(concern, "reopened", life.callback, **told, new_due="2026-06-01")
        reasons.append(life.standing(concern).escalations)
        if person != life.coordinator:
            assert life.move(concern, "dispatched", life.coordinator).refused
        assert [one.turn for one in waiting(life, person)] == (
            ["take_on"] if person == life.coordinator else ["decide"]
        )
        life.must(concern, "dispatched", person)
        life.must(concern, "in_progress", life.handler)
        life.must(concern, "resolved", life.handler, **RESULT, approved_by=life.head)
        life.must(concern, "callback", life.callback, try_result="reached")

    assert reasons == [(), ("second_reopening",), ("third_reopening",)]


def waiting(life: Life, person: str) -> list[mine.Waiting]:
    return life.own(mine.waiting_for(life.caller, life.store, staff=person, now_ms=life.at_ms))


def test_what_waits_for_each_is_theirs_alone(life: Life) -> None:
    concern = life.heard()
    everybody = {
        "coordinator": life.coordinator, "handler": life.handler, "head": life.head, "callback": life.callback,
        "supervisor": life.supervisor, "host": life.host,
    }  # fmt: skip

    def turns() -> dict[str, str]:
        return {name: one.turn for name, person in everybody.items() for one in waiting(life, person)}

    assert turns() == {"coordinator": "take_on"}
    life.dispatched(concern)
    assert turns() == {"handler": "sign_for", "head": "sign_for"}
    life.must(concern, "in_progress", life.handler)
    assert turns() == {"handler": "work_on"}
    life.must(concern, "resolved", life.handler, **RESULT, approved_by=life.head)
    assert turns() == {"callback": "call_back"}
    life.must(concern, "callback", life.callback, try_result="reached")
    life.must(concern, "closed", life.callback, verdict="solved", client_words="好了")
    assert turns() == {}


# Joining and voiding


def test_a_join_is_undone_to_where_it_stood_and_a_void_takes_two(life: Life) -> None:
    concern = in_state(life, "in_progress")
    master = life.heard("同一面墙")
    life.must(concern, "merged", life.coordinator, master=master)
    assert codes_of(life.move(concern, "accepted", life.coordinator)) == ["undo_goes_back"]
    life.must(concern, "in_progress", life.coordinator)

    assert codes_of(life.move(concern, "void", life.coordinator, reason="重复")) == ["second_person_missing"]
    alone = life.move(concern, "void", life.coordinator, reason="重复", approved_by=life.coordinator)
    assert codes_of(alone) == ["second_person_same"]
    wrong = life.move(concern, "void", life.coordinator, reason="重复", approved_by=life.handler)
    assert codes_of(wrong) == ["second_person_role"]
    life.must(concern, "void", life.coordinator, reason="重复", approved_by=life.second)


# The command line


def no_window(*_given: object) -> int:
    raise AssertionError


@pytest.mark.parametrize("state", ["in_progress", "callback"])
def test_b07_the_command_line_closes_nothing_without_the_client(
    life: Life, state: str, capsys: pytest.CaptureFixture[str]
) -> None:
    concern = in_state(life, state)
    for target in ("closed", "closed_unreached"):
        arguments = ["--data", str(life.store.path), "--json", "concern", "move", concern, target]
        assert run([*arguments, "--by", life.callback], no_window) == 1
        told = json.loads(capsys.readouterr().out)
        assert told["refused"]
        assert told["state"] == state


# Departments' sheets


def filled(file: Path, **cells: str) -> Path:
    """Fill the first row of a sheet in; returns the file that comes back."""
    with file.open(encoding="utf-8-sig", newline="") as read:
        rows = list(csv.reader(read))
    for head, text in cells.items():
        rows[1][rows[0].index(head)] = text
    back = file.with_name("back.csv")
    with back.open("w", encoding="utf-8-sig", newline="") as written:
        csv.writer(written).writerows(rows)
    return back


@pytest.fixture
def sheet(tmp_path: Path) -> Iterator[tuple[Life, str, Path]]:
    """A project with one dispatched concern, and the sheet of its department."""
    with lived(tmp_path) as life:
        concern = life.dispatched(life.heard("=1+1，不是公式", wish="尽快"))
        file = tmp_path / "engineering.csv"
        assert sheets.write(life.caller, life.store, department="engineering", file=file) == (concern,)
        yield life, concern, file


def state_of(life: Life, concern: str) -> str:
    now = concerns.now(life.store, concern)
    assert now is not None
    return str(now[0])


def test_a_department_answers_in_its_sheet_and_a_second_time_changes_nothing(sheet: tuple[Life, str, Path]) -> None:
    life, concern, file = sheet
    back = filled(file, 签收人="邱野", 办理结果="换了胶条", 原因="老化", 措施="更换", 凭证="照片", 部门负责人="韩若川")

    (dry,) = sheets.take_in(life.caller, life.store, file=back, by=life.coordinator, is_dry_run=True)
    assert (dry.outcome, dry.states, state_of(life, concern)) == ("done", ("in_progress", "resolved"), "dispatched")
    (done,) = sheets.take_in(life.caller, life.store, file=back, by=life.coordinator)
    assert (done.outcome, state_of(life, concern)) == ("done", "resolved")
    (again,) = sheets.take_in(life.caller, life.store, file=back, by=life.coordinator)
    assert (again.outcome, state_of(life, concern)) == ("unchanged", "resolved")
    steps = life.store.records(ConcernStep, "WHERE concern = :one AND means = 'department_sheet'", one=concern)
    assert {(step.decided_by, step.entered_by) for step in steps} == {(life.handler, life.coordinator)}
    assert all((step.evidence or "").startswith("back.csv #2 ") for step in steps)


@pytest.mark.parametrize("cells", [{"状态": "已闭环"}, {"办理到": "已闭环"}, {"办理到": "closed_unreached"}])
def test_b07_a_sheet_that_asks_for_an_end_is_refused(sheet: tuple[Life, str, Path], cells: dict[str, str]) -> None:
    life, concern, file = sheet
    back = filled(file, **{"签收人": "邱野", "办理结果": "好了", **cells})

    (row,) = sheets.take_in(life.caller, life.store, file=back, by=life.coordinator)

    assert (row.outcome, state_of(life, concern)) == ("refused", "dispatched")
    assert "move_not_possible" in [one.code for one in row.reasons]


def test_b07_a_sheet_gives_no_verdict_for_a_concern_in_callback(sheet: tuple[Life, str, Path]) -> None:
    life, concern, file = sheet
    life.must(concern, "in_progress", life.handler)
    life.must(concern, "resolved", life.handler, **RESULT, approved_by=life.head)
    life.must(concern, "callback", life.callback, try_result="reached")
    back = filled(file, 状态="回访中", 办理到="已闭环", 承办人="苏棠")

    (row,) = sheets.take_in(life.caller, life.store, file=back, by=life.coordinator)

    assert (row.outcome, state_of(life, concern)) == ("refused", "callback")
    assert {one.code for one in row.reasons} == {"field_missing", "not_confirmed_by_client"}


def test_nothing_of_a_row_is_done_when_a_part_of_it_cannot_be(sheet: tuple[Life, str, Path]) -> None:
    life, concern, file = sheet
    back = filled(file, 签收人="邱野", 办理结果="换了胶条", 原因="老化", 措施="更换", 凭证="照片")

    (row,) = sheets.take_in(life.caller, life.store, file=back, by=life.coordinator)

    assert (row.outcome, state_of(life, concern)) == ("refused", "dispatched")
    assert [one.code for one in row.reasons] == ["second_person_missing"]
    assert life.kept(concern).handler is None


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"签收人": "没有这个人"}, ["sheet_person_unknown"]),
        ({"办理结果": "换了胶条"}, ["sheet_person_missing"]),
        ({"办理到": "飞走"}, ["sheet_value_unknown"]),
        ({"编号": "青-99-7K2A-0001-1", "签收人": "邱野"}, ["sheet_number_unknown"]),
        ({"退单或挂起的原因": "不归我们", "建议部门": "食堂", "部门负责人": "韩若川"}, ["sheet_value_unknown"]),
        ({"退单或挂起的原因": "不归我们", "建议部门": "工程", "部门负责人": "韩若川"}, ["return_to_itself"]),
        ({"状态": "已受理", "签收人": "邱野"}, ["sheet_state_differs"]),
    ],
)
def test_every_refusal_is_told_by_row(sheet: tuple[Life, str, Path], cells: dict[str, str], codes: list[str]) -> None:
    life, concern, file = sheet

    (row,) = sheets.take_in(life.caller, life.store, file=filled(file, **cells), by=life.coordinator)

    assert (row.row, row.outcome, [one.code for one in row.reasons]) == (2, "refused", codes)
    assert state_of(life, concern) == "dispatched"


def test_a_sheet_says_nothing_until_it_is_filled_in_and_a_department_without_work_gets_none(
    sheet: tuple[Life, str, Path],
) -> None:
    life, _, file = sheet
    (row,) = sheets.take_in(life.caller, life.store, file=file, by=life.coordinator)

    assert row.outcome == "unchanged"
    with pytest.raises(Refused, match="nothing_to_export"):
        sheets.write(life.caller, life.store, department="property", file=file)


def test_a_return_by_sheet_is_the_department_head_s(sheet: tuple[Life, str, Path]) -> None:
    life, concern, file = sheet
    back = filled(file, 退单或挂起的原因="属物业", 建议部门="物业", 部门负责人="韩若川")

    (row,) = sheets.take_in(life.caller, life.store, file=back, by=life.coordinator)

    assert (row.outcome, state_of(life, concern)) == ("done", "returned")


# Packages


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Life, Life]]:
    """The office and a second device of its project, each with a life of its own."""
    folder = tmp_path_factory.mktemp("apart")
    with lived(folder) as life:
        cards.write_card(life.caller, life.store, file=folder / "project.card")
        with join_project(
            folder / "b.db", folder / "project.card", device_name="第二台", role="office", passphrase=None
        ) as second:
            names = ("event", "host", "coordinator", "second", "handler", "head", "callback", "supervisor")
            same = {name: getattr(life, name) for name in names}
            other = Life(store=second, caller=administrator(second), at_ms=life.at_ms, **same)
            second.clock = lambda: other.at_ms
            yield life, other


def carry(source: Life, target: Life) -> None:
    file = source.store.path.with_name(f"{source.store.identity.name}-{source.at_ms}.qinting")
    file.unlink(missing_ok=True)
    packages.export(source.caller, source.store, file=file)
    assert packages.take_in(target.caller, target.store, file=file, trust=["any"]).taken


def test_of_closed_and_reopened_made_apart_the_less_finished_counts(apart: tuple[Life, Life]) -> None:
    here, there = apart
    concern = here.called_back(here.heard())
    carry(here, there)
    there.must(concern, "closed", there.callback, verdict="solved", client_words="好了")
    here.must(
        concern, "reopened", here.callback, verdict="not_solved", client_words="没好", reason="没好",
        asked_by="client", new_due="2026-06-01",
    )  # fmt: skip
    carry(there, here)
    carry(here, there)

    for one in (here, there):
        assert concerns.now(one.store, concern)[::2] == ("reopened", 1)  # type: ignore[index]
    here.must(concern, "dispatched", here.coordinator)
    carry(here, there)
    assert concerns.now(there.store, concern)[::2] == ("dispatched", 0)  # type: ignore[index]


def test_b07_an_end_that_the_table_refuses_ends_nothing_after_a_merge(apart: tuple[Life, Life]) -> None:
    here, there = apart
    forged = {target: here.in_progress(here.heard()) for target in JUDGED_ENDS}
    carry(here, there)
    with there.store.transaction(verb="test.forge") as tx:
        for target, concern in forged.items():
            state = concerns.now(tx, concern)
            assert state is not None
            tx.insert(
                ConcernStep(
                    id=tx.new_id(), created_at=tx.now, concern=concern, state=target, decided_by=there.handler,
                    entered_by=there.handler, means="in_person", at=tx.now, parent=str(state[1]),
                    facts=msgspec.json.encode({"verdict": "solved"}).decode(),
                )
            )  # fmt: skip
    carry(there, here)

    for one, concern in itertools.product((here, there), forged.values()):
        assert state_of(one, concern) == "in_progress"
        assert one.standing(concern).escalations == ("end_not_counted",)
    here.must(forged["closed"], "resolved", here.handler, **RESULT, approved_by=here.head)
    carry(here, there)
    assert state_of(there, forged["closed"]) == "resolved"


def test_a_callback_by_the_handler_ends_nothing_once_both_are_known(apart: tuple[Life, Life]) -> None:
    here, there = apart
    both = staff.add(here.caller, here.store, name="两职", level="staff", roles=["handler", "callback"])
    concern = here.dispatched(here.heard())
    here.must(concern, "in_progress", both)
    here.must(concern, "resolved", both, **RESULT, approved_by=here.head)
    here.must(concern, "callback", here.callback, try_result="reached")
    carry(here, there)
    # Somebody edits the handler away, closes, and the edit is settled back later.
    with there.store.transaction(verb="test.edit") as tx:
        tx.save("concern", concern, {"handler": there.handler})
    there.must(concern, "closed", both, verdict="solved", client_words="好了")
    carry(there, here)

    assert state_of(here, concern) == "callback"
    assert here.standing(concern).escalations == ("end_not_counted",)


def test_a_hundred_steps_on_two_devices_end_alike_and_every_end_holds(apart: tuple[Life, Life]) -> None:
    drawn = random.Random(20_260_522)
    here, there = apart
    made = [here.called_back(here.heard()), *(here.in_progress(here.heard()) for _ in range(3)), here.heard()]
    carry(here, there)
    taken = 0
    while taken < 100:
        one = drawn.choice(apart)
        one.at_ms = here.at_ms = there.at_ms = max(here.at_ms, there.at_ms) + 3_600_000
        taken += step_somewhere(one, drawn.choice(made), drawn)
        if drawn.random() < 0.05:
            carry(*drawn.sample(apart, 2))
    carry(here, there)
    carry(there, here)

    for concern in made:
        assert concerns.now(here.store, concern)[::2] == concerns.now(there.store, concern)[::2]  # type: ignore[index]
        assert_ends_hold(here.store, concern)


def step_somewhere(life: Life, concern: str, drawn: random.Random) -> int:
    """Try one of the steps that lead on from where a concern stands; returns whether it was taken."""
    state = state_of(life, concern)
    step = drawn.choice(moves_from(state)) if moves_from(state) else None
    if step is None or step.target in ("void", "merged"):
        return 1
    asked = {field.name for field in step.all_fields()}
    told = EAGER | RESULT | {
        "area": "engineering_quality", "department": "engineering", "grade": "2", "reason": "说明",
        "proposed_department": "property", "until": "2026-06-30", "asked_by": "client", "new_due": "2026-07-30",
        "answer": "会来看", "try_result": "reached", "waiting_for": "client", "new_evidence": "照片",
        "approved_by": life.head if step.target in ("resolved", "on_hold") else life.supervisor,
        "verdict": drawn.choice(("solved", "not_solved", "partly")),
    }  # fmt: skip
    person = people_of(life)[drawn.choice([role for role in step.roles if role in ROLES])]
    moved = life.move(concern, step.target, person, **{name: told[name] for name in asked if name in told})
    return int(not moved.refused)


def assert_ends_hold(store: Store, concern: str) -> None:
    """Whatever ended a concern is a step of the table with the client's word behind it."""
    now = concerns.now(store, concern)
    assert now is not None
    step = store.get(ConcernStep, str(now[1]))
    before = store.get(ConcernStep, step.parent) if step and step.parent else None
    if step and step.state in JUDGED_ENDS:
        assert before is not None
        assert allowed(before.state, step.state) is not None
        if step.state == "closed" and before.state == "callback":
            assert msgspec.json.decode(step.facts)["verdict"] in ("solved", "partly")


# Counted


def test_b31_satisfaction_after_the_callback_is_told_by_node_with_its_base(tmp_path: Path) -> None:
    with lived(tmp_path) as life:
        for satisfaction in ("A", "A", "B"):
            concern = life.called_back(life.heard())
            told = {"verdict": "solved", "client_words": "好了", "satisfaction": satisfaction}
            life.must(concern, "closed", life.callback, **told)
        life.called_back(life.heard())  # no verdict yet

        (found,) = counts.counts(life.caller, life.store, first=date(2026, 5, 22), last=date(2026, 5, 22)).satisfaction

        assert found == counts.Satisfied("delivery", 3, 3, 0, 0, 2, 1, 0)


def test_promises_are_kept_x_of_y_by_person_and_event(tmp_path: Path) -> None:
    with lived(tmp_path) as life:
        concern = life.heard()

        def promise(due: str, by: str) -> str:
            return promises.add(life.caller, life.store, concern=concern, text="来看", due=due, by=by)

        kept, late, _open = (promise(due, life.host) for due in ("2026-05-23", "2026-05-21", "2026-05-30"))
        promise("2026-05-22", life.supervisor)
        for one in (kept, late):
            promises.keep(life.caller, life.store, promise=one, by=life.host)
        life.now("2026-05-23T09:00")
        found = keeping.kept_share(life.caller, life.store, now_ms=life.at_ms)

        assert found.people[life.host] == keeping.KeptShare(made=3, kept=2, kept_late=1, late=0)
        assert found.people[life.supervisor] == keeping.KeptShare(made=1, kept=0, kept_late=0, late=1)
        assert found.project == found.events[life.event] == keeping.KeptShare(made=4, kept=2, kept_late=1, late=1)
