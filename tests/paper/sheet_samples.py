"""The sheets of the office with a name and words of a test's choice: walked homes, letters, lists for departments."""

from datetime import date
from pathlib import Path

from desktop.paper.content import Report
from desktop.paper.department_list import Department, DepartmentList, Open, department_list
from desktop.paper.dispatch import Letter, Promised, dispatch_letters
from desktop.paper.walk import walk_sheets
from desktop.paper.walk_content import Known, Part, WalkSheet
from desktop.rules.codes import label
from desktop.rules.walking import LOOKED_AT
from tests.paper.samples import HEAD

NUMBER = "青-05-7K2A-0021"


def walk(out: Path, name: str, words: str) -> Report:
    """A sheet with nothing known, one with much, one without a room."""
    known = Known(words, "防水", words[:200], "12 mm", "4 mm", f"{NUMBER}-1 · 5月16日 · 办理中")
    parts = tuple(
        Part(label("building_part", code, "zh"), looked_at, (known,) if code == "waterproofing" else ())
        for code, looked_at in LOOKED_AT.items()
    )
    plain = tuple(Part(one.name, one.looked_at) for one in parts)
    full = WalkSheet("6 栋 2 单元 1202", name, NUMBER, (*parts, Part("其他")), (Known(words[:900]),), elsewhere=2)
    return walk_sheets((WalkSheet("6 栋 2 单元 1201", name, NUMBER, plain), full, WalkSheet(parts=plain)), HEAD, out)


def letters(out: Path, name: str, words: str) -> Report:
    """A letter to a department, one to a firm that may know the client, one with nothing but the words."""
    promises = (Promised(words[:900], name, "2026-05-23", "未到期"), Promised("到场复核", name, "2026-05-18", "已兑现"))
    facts = (("类别", "报修"), ("部位", "防水"), ("位置", words[:90]), ("实测", "12 mm"), ("客户感受", words[:900]))
    deadlines = (("签收", "2026-05-17 18:00"), ("首次回复", "2026-05-18 09:00"), ("办结", "2026-05-20 18:00"))
    whole = Letter(
        HEAD, f"{NUMBER}-1", f"工程 {name}", words, sent=date(2026, 5, 17), grade="紧急", room="6 栋 2 单元 1201",
        heard="5月16日反映", additions=(("5月18日", words[:900]),), facts=facts, deadlines=deadlines,
        promises=promises, sender=name, telephone=HEAD.service_line,
    )  # fmt: skip
    firm = Letter(
        HEAD,
        f"{NUMBER}-2",
        "远山装饰工程有限公司",
        words[:900],
        is_firm=True,
        through="工程",
        contact=f"{name} 13800138001",
    )
    return dispatch_letters(
        (whole, firm, Letter(HEAD, f"{NUMBER}-3", "", words[:900], is_hidden=True)), out, has_seal=True
    )


def departments(out: Path, name: str, words: str) -> Report:
    """Two departments, one of them with more than a page."""
    rows = tuple(
        Open(
            f"青-05-7K2A-{n:04d}-1", words, "6 栋 2 单元 1201", "办理中", "紧急",
            f"2026-05-{n % 20 + 1:02d}T18:00" if n % 5 else "", n % 5 == 1, name, (f"{name} 承诺 5月23日前：{words}",),
        )
        for n in range(24)
    )  # fmt: skip
    paper = DepartmentList(HEAD, (Department("工程", rows), Department("还没有定部门", rows[:1])), elsewhere=3)
    return department_list(paper, out)
