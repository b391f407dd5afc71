"""Every paper that the program makes, drawn with a name and words of the test's choice.

A new paper stands here as well: `PAPERS` is what the checks of all papers run over.
`python -m tests.paper.every_paper DIR` draws them all, to be looked at.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from desktop.paper import badges, certificate, common_issues, digest, listing, phone, tickets
from desktop.paper.client_copy import client_copy
from desktop.paper.content import (
    ClientCopy,
    CommonIssue,
    CopyConcern,
    FeedbackForm,
    Figure,
    FormPromise,
    Note,
    Report,
    SummaryPromise,
)
from desktop.paper.feedback_form import feedback_forms
from desktop.paper.interview import interviews
from desktop.paper.interview_content import AskedQuestion, Interview, SaidWords
from desktop.paper.invitations import invitation_sheet
from desktop.paper.kit import About
from desktop.paper.recovery_sheet import RecoverySheet, recovery_sheet
from desktop.paper.reflection_sheet import ReflectionSheet, reflection_sheet
from desktop.paper.summary import event_summary
from tests.paper import house_samples, report_samples, sheet_samples
from tests.paper.samples import HEAD, WORDS, annex_concern, blank_form, cards, filled_form, summary

DAY = date(2026, 5, 23)
TOKEN = "QT7K2AABCDEFGHIJKLMNO001"


@dataclass(frozen=True)
class Told:
    """What persons wrote: whose name stands on the paper, and what they said, answered or promised."""

    name: str = "陈知夏"
    words: str = WORDS


@dataclass(frozen=True)
class Paper:
    """`draw` makes it; `tells`: it prints words in full, however long; `names`: it prints a name; `numbered`: its pages
    say x of y."""

    draw: Callable[[Path, Told], Report]
    tells: bool = True
    names: bool = True
    numbered: bool = True


def _forms(out: Path, told: Told) -> Report:
    filled = filled_form(words=told.words)
    first, second = filled.concerns
    concerns = (replace(first, words=told.words, wish=told.words[:300], answer=told.words[:900]), second)
    promises = tuple(replace(one, text=told.words[:900], contact=told.name) for one in filled.promises)
    whole = replace(
        filled, name=told.name, hosts=told.name, concerns=concerns, promises=promises, more=told.words[:900]
    )
    return feedback_forms((FeedbackForm(""), blank_form(name=told.name), whole), HEAD, out)


def _invitations(out: Path, told: Told) -> Report:
    return invitation_sheet(cards((told.name,) * 9), HEAD, out)


def _badges(out: Path, told: Told, size: str) -> Report:
    return badges.badges([badges.Badge(told.name, "女士", "6 栋 2 单元 1201", TOKEN)] * 2, HEAD, out, size)


def _tickets(out: Path, told: Told, size: str) -> Report:
    return tickets.tickets([tickets.Ticket("A023", told.name, HEAD.starts, "A6 桌")], HEAD, out, size)


def _copy(out: Path, told: Told) -> Report:
    some = told.words[:900]
    copy = ClientCopy(
        "青-05-7K2A-0021", HEAD.starts, HEAD.ends, told.name, "女士", "6 栋 2 单元 1201", "138****6620", told.name,
        concerns=(CopyConcern("青-05-7K2A-0021-1", told.words, "报修", "工程品质", some, some),),
        promises=(FormPromise(some, "工程", told.name, DAY), FormPromise("到场复核", "工程", "陆文谦", DAY)),
        asides=(some,),
    )  # fmt: skip
    return client_copy(copy, HEAD, out)


def _interviews(out: Path, told: Told) -> Report:
    questions = (
        AskedQuestion("choice", told.words[:4000], ("满意", told.words[:900], "不满意"), 0),
        AskedQuestion("scale", "愿意介绍给朋友吗", ("不愿意", "很愿意"), 3),
        AskedQuestion("text", told.words[:90], words=told.words[:900]),
    )
    said = SaidWords(told.words, "青-05-7K2A-0021-1", "报修 · 工程品质")
    whole = Interview(
        "青-05-7K2A-0021", told.name, "6 栋 2 单元 1201", "138****6620", told.name, recorder="何苗",
        started=HEAD.starts, ended=HEAD.ends, guide="交付前", questions=questions, needs=(said,),
        words=(replace(said, words="就这些。"),),
        asides=(SaidWords(told.words[:900]),),
    )  # fmt: skip
    return interviews((Interview(), whole), HEAD, out)


def _common_issues(out: Path, told: Told) -> Report:
    quotes = tuple(
        common_issues.Quote(f"青-05-7K2A-{n:04d}-1", "6 栋 1201", "5月16日", words)
        for n, words in enumerate((told.words, told.words[:900], WORDS))
    )
    issue = common_issues.Issue(told.words[:200], "工程品质", "工程", 3, 3, 2, 1, quotes)
    paper = common_issues.FeedbackPaper(HEAD, 3, 38, (issue, replace(issue, title="电梯太慢")))
    return common_issues.feedback_paper(paper, out)


def _digest(out: Path, told: Told) -> Report:
    some = told.words[:200]
    content = digest.Digest(
        HEAD.company, HEAD.project, "2026年5月 高管摘要", HEAD.event, HEAD.as_of,
        figures=(Figure("诉求", "38 件", "3 场活动"), Figure("满意", "75%", "n=12")),
        quotes=(digest.Quote(told.words, "青-05-7K2A-0021-1", "工程品质", some),), heard=38,
        common=(CommonIssue(9, some, some, "4 栋楼", "建议 工程"),),
        promises=(SummaryPromise("青-05-7K2A-0021-1", some, "工程", told.name, DAY, "已过期"),), kept=(7, 8),
        bases=(digest.Base("工地开放日", 38, digest.Share(5, 38), digest.Share(9, 12), digest.Share(1, 12)),),
        gaps=(("没有授权", some),), review=(digest.Measure("已回访", "9 / 12", digest.Share(9, 12)),),
    )  # fmt: skip
    return digest.digest(content, out)


def _phone(out: Path, told: Told) -> Report:
    page = phone.PhonePage(
        HEAD.project, "今天听到的", (HEAD.place,), (("诉求", "38"), ("承诺", "11")),
        (
            phone.Section("原话", "未经改写", (phone.Item(told.words, told.name, (told.words[:900],), is_quote=True),)),
            phone.Section("承诺", "", (phone.Item(told.words[:900], "工程", day="5月23日前"),), more="另有 3 条"),
        ),
        "数据截至 5月16日",
    )  # fmt: skip
    return phone.phone_page(page, About("今天听到的", HEAD.company, HEAD.project, HEAD.as_of), out)


def _summary(out: Path, told: Told) -> Report:
    plain = summary((annex_concern(1, told.words), *(annex_concern(n, told.words[:900]) for n in (2, 3))))
    hosts = tuple(replace(one, name=told.name) for one in plain.hosts)
    common = tuple(replace(one, title=told.words[:900], quote=told.words[:900]) for one in plain.common)
    promises = tuple(replace(one, text=told.words[:90], contact=told.name) for one in plain.promises)
    annex = tuple(
        replace(
            one,
            client=told.name,
            answer=told.words[:900],
            additions=tuple(replace(each, words=told.words[:900]) for each in one.additions),
            promises=tuple((told.words[:900], due) for _, due in one.promises),
        )
        for one in plain.annex
    )
    whole = replace(
        plain, hosts=hosts, common=common, promises=promises * 60, annex=annex, rule_gaps=(told.words[:900],),
        notes=(Note("迟到数据", told.words[:900]),), prepared_by=told.name,
    )  # fmt: skip
    return event_summary(whole, out)


def _certificate(out: Path, told: Told) -> Report:
    content = certificate.Certificate(
        HEAD.company, HEAD.project, told.name, "区域总裁", "总经理热线周", DAY, DAY, 12, 3, 9, told.name, 92, HEAD.as_of
    )
    return certificate.certificate(content, out)


def _listing(out: Path, told: Told) -> Report:
    rows = tuple((f"{n}", told.name, WORDS if n else told.words, "办理中") for n in range(60))
    table = listing.Listing("诉求", "Concerns", ("序号", "客户", "原话", "状态"), (1, 3, 8, 2), rows, right=(0,))
    empty = listing.Listing("承诺", "Promises", ("编号", "做什么"), (1, 3), ())
    head = listing.ListingHead(HEAD.company, HEAD.project, "清单", "List", HEAD.event, HEAD.as_of)
    return listing.listings((table, empty), head, out)


def _recovery(out: Path, told: Told) -> Report:
    code = "-".join(("ABCD", "EFGH", "JKLM", "NPQR", "STUV", "WXYZ", "2345"))
    return recovery_sheet(RecoverySheet(HEAD.project, HEAD.company, told.name, code, HEAD.as_of), out)


def _reflection(out: Path, told: Told) -> Report:
    content = ReflectionSheet(
        HEAD.project, HEAD.company, told.name, HEAD.event, DAY, told.words, told.words[:900], told.words[:90], DAY,
        (f"2026-05-30 {told.name}",), HEAD.as_of,
    )  # fmt: skip
    return reflection_sheet(content, out)


PAPERS: dict[str, Paper] = {
    "forms": Paper(_forms),
    "invitations": Paper(_invitations, tells=False, numbered=False),
    **{f"badges-{size}": Paper(partial(_badges, size=size), tells=False, numbered=False) for size in badges.SIZES},
    **{f"tickets-{size}": Paper(partial(_tickets, size=size), tells=False, numbered=False) for size in tickets.SIZES},
    "copy": Paper(_copy),
    "interviews": Paper(_interviews),
    "common": Paper(_common_issues, names=False),
    "digest": Paper(_digest, tells=False),
    "phone": Paper(_phone, numbered=False),
    "summary": Paper(_summary),
    "charts": Paper(lambda out, told: report_samples.draw_full(out, told.words), names=False),
    "owners": Paper(lambda out, told: report_samples.draw_owners(out, told.words), names=False),
    "certificate": Paper(_certificate, tells=False, numbered=False),
    "listing": Paper(_listing),
    "recovery": Paper(_recovery, tells=False, numbered=False),
    "reflection": Paper(_reflection),
    "walk": Paper(lambda out, told: sheet_samples.walk(out, told.name, told.words)),
    "dispatch": Paper(lambda out, told: sheet_samples.letters(out, told.name, told.words)),
    "notice": Paper(lambda out, told: house_samples.notice(out, told.name), tells=False, numbered=False),
    "duty": Paper(lambda out, told: house_samples.duty(out, told.name, told.words)),
    "record": Paper(lambda out, told: house_samples.record(out, told.name, told.words)),
    "cards": Paper(lambda out, told: house_samples.a6_cards(out, told.name), tells=False, numbered=False),
    "department": Paper(lambda out, told: sheet_samples.departments(out, told.name, told.words), tells=False),
}

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, paper in PAPERS.items():
        paper.draw(folder / f"{name}.pdf", Told())
