"""The summary with everything in it, and the version for owners, of an invented event."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from desktop.paper.content import Bar, EventSummary, Report
from desktop.paper.summary import event_summary
from desktop.paper.summary_content import (
    Approval,
    Carried,
    CarriedConcern,
    DepartmentPromises,
    Pareto,
    ParetoBar,
)
from desktop.rules.chart_kinds import waiting
from tests.paper.samples import WORDS, ZONE, annex_concern, summary

WAITS = (0.4, 1, 2, 3, 4, 4.5, 5, 6, 6, 7, 8, 9, 11, 12, 14, 17, 21)
MATTERS = ("卫生间地面找坡不足，水往外流", "玄关墙体尺寸与图纸不一致", "北侧外窗关闭后漏风")


def full(words: str = WORDS) -> EventSummary:
    """The internal summary with every section."""
    causes = (ParetoBar(MATTERS[0], 9, 9), ParetoBar(MATTERS[1], 6, 13), ParetoBar(MATTERS[2], 5, 17))
    return replace(
        summary((annex_concern(1, words),)),
        waiting=waiting(WAITS, 10),
        types=(Bar("报修", 15), Bar("投诉", 12), Bar("咨询", 11)),
        departments=(Bar("工程", 18), Bar("研发设计", 14), Bar("物业", 6)),
        nodes=(Bar("工地开放", 33), Bar("认购签约", 5)),
        pareto=Pareto((*causes, ParetoBar("其他诉求", 13, 30)), 30),
        carried=Carried("样板间开放", (CarriedConcern("青-04-7K2A-0008-1", words[:200], "工程", "办理中"),), 12),
    )


def owners(words: str = WORDS, approval: Approval | None = None) -> EventSummary:
    """The version for owners, not approved unless `approval` says so."""
    whole = full()
    return replace(
        whole, edition="owners", hosts=(), promises=(), rule_gaps=(), notes=(), annex=(), carried=None, prepared_by="",
        common=tuple(replace(one, proposal="") for one in whole.common), quotes=(words,),
        promised=(DepartmentPromises("工程", 5, 2, date(2026, 5, 23)), DepartmentPromises("", 1, 1, None)),
        approval=approval,
    )  # fmt: skip


def approved(*, holds: bool) -> Approval:
    return Approval(datetime(2026, 5, 18, 9, 5, tzinfo=ZONE), "宋明远", holds)


def draw_full(out: Path, words: str) -> Report:
    return event_summary(full(words), out)


def draw_owners(out: Path, words: str) -> Report:
    return event_summary(owners(words), out)
