"""Whose word a promise needs, what of it a client is told, and answers that name a cause too early."""

from datetime import date

import pytest

from desktop.rules.promising import AUTHORITY, WORK, named_cause, proposed_kind, toward_client


@pytest.mark.parametrize(
    "text",
    [
        *("退还车位差价 3 万元", "按合同补一份说明", "把交付日期提前到六月", "规划上那条路改回来", "给您办退房"),
        *("赔偿误工费", "物业费减免三个月", "refund the parking space", "we change the contract", "Return the flat"),
    ],
)
def test_money_contract_dates_planning_and_returning_the_flat_need_authority(text: str) -> None:
    assert proposed_kind(text) == AUTHORITY


@pytest.mark.parametrize(
    "text",
    ["", "重做地漏找坡，请您到场看", "周五前书面答复", "免费维修一次", "look at the window and reply", "交付前修好"],
)
def test_looking_replying_and_repairing_need_nobodys_leave(text: str) -> None:
    assert proposed_kind(text) == WORK


def test_a_client_reads_of_what_needs_authority_only_by_when_we_answer() -> None:
    due = date(2026, 5, 30)

    assert toward_client(AUTHORITY, "退还车位差价 3 万元", due) == "我们将在 5月30日 前书面答复"
    assert toward_client(WORK, "重做地漏找坡", due) == "重做地漏找坡"
    assert toward_client(None, "重做地漏找坡", due) == "重做地漏找坡"


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ("因为找坡没做好", "因为"),
        ("由于下雨", "由于"),
        ("原因是管道老化", "原因是"),
        ("是施工时碰坏造成的", "造成"),
        ("It leaks because of the pipe", "because"),
        ("caused by the fall", "caused by"),
        ("工程总监已到场查看，5月18日前复核并书面答复", ""),
        ("原因待核实，周五答复", ""),
        ("", ""),
    ],
)
def test_an_answer_that_names_a_cause_is_noticed(answer: str, cause: str) -> None:
    assert named_cause(answer) == cause
