"""活动总结 as a document to go on writing in: the sections, figures and charts of the paper."""

from collections.abc import Callable
from pathlib import Path

from desktop.paper import summary_charts
from desktop.paper.content import AnnexConcern, EventSummary
from desktop.paper.dates import iso, short_zh, span_zh
from desktop.paper.document import Document
from desktop.paper.kit import About
from desktop.paper.summary_opening import stamps, standing, title_of
from desktop.paper.summary_sums import host_rows, host_sums


def summary_document(summary: EventSummary, out: Path) -> None:
    """Write the summary, the internal one with its annex of all concerns.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    head = summary.head
    document = Document(About(title_of(summary), head.company, "", head.as_of), head.project, stamps(summary))
    when = f"{span_zh(head.starts, head.ends)} · {head.place} · 节点{head.node}"
    document.title(title_of(summary), when)
    if standing(summary):
        document.text(standing(summary), size=8, grey=True)
    document.phrases(tuple((one.text, one.strong) for one in summary.sentence))
    document.figures(summary.figures[:5])
    number = 0
    for title, beside, is_there, write in _SECTIONS:
        if is_there(summary):
            number += 1
            document.heading(f"{number} {title}", beside(summary))
            write(document, summary)
    if summary.edition == "owners":
        document.text("由您说“解决了”，这件事才算完。")
        document.text(f"{head.company} {head.service_name} {head.service_line}".strip(), size=8, grey=True)
    else:
        _sign_off(document, summary)
    if summary.annex:
        document.break_page()
        document.heading("附录 全部诉求", f"{len(summary.annex)} 件，客户原话照录")
        for concern in summary.annex:
            _concern(document, concern)
    document.save(out)


def _hosts(document: Document, summary: EventSummary) -> None:
    heads = ("接待人", "职务", "客户", "诉求", "当场解决", "承诺", "现场评价 A / B / C · 未评", "回访 A / B / C · 未评")
    document.table(
        heads, host_rows(summary.hosts), widths=(17, 16, 7, 7, 10, 7, 22, 18), total=host_sums(summary.hosts)
    )


def _causes(document: Document, summary: EventSummary) -> None:
    document.charts(summary_charts.of_causes(summary))
    for issue in summary.common:
        document.heading(f"{issue.clients} 位客户：{issue.title}", level=2)
        if issue.quote:
            document.words(issue.quote)
        document.text(" · ".join(filter(None, (issue.facts, issue.proposal))), size=8, grey=True)


def _quotes(document: Document, summary: EventSummary) -> None:
    for words in summary.quotes:
        document.words(words)


def _promises(document: Document, summary: EventSummary) -> None:
    rows = [(p.number, p.text, p.department, p.contact, iso(p.due) or "—", p.state) for p in summary.promises]
    document.table(("编号", "做什么", "责任部门", "联系人", "期限", "状态"), rows, widths=(20, 34, 12, 11, 13, 10))


def _promised(document: Document, summary: EventSummary) -> None:
    rows = [
        (one.department or "未定", str(one.made), str(one.kept), str(one.made - one.kept), iso(one.next_due) or "—")
        for one in summary.promised
    ]
    document.table(("责任部门", "承诺", "已兑现", "未兑现", "下一个期限"), rows, widths=(30, 15, 15, 15, 25))


def _states(document: Document, summary: EventSummary) -> None:
    total = max(1, sum(one.count for one in summary.states))
    rows = [(one.label, str(one.count), f"{round(100 * one.count / total)}%") for one in summary.states]
    document.table(("状态", "件数", "占比"), rows, widths=(60, 20, 20))


def _gaps(document: Document, summary: EventSummary) -> None:
    for number, text in enumerate(summary.rule_gaps, 1):
        document.text(text, label=str(number))


def _carried(document: Document, summary: EventSummary) -> None:
    found = summary.carried
    rows = [(one.number, one.words, one.department, one.state) for one in found.concerns] if found else []
    document.table(("编号", "诉求", "责任部门", "状态"), rows, widths=(20, 50, 14, 16))


def _notes(document: Document, summary: EventSummary) -> None:
    for note in summary.notes:
        document.text(note.text, label=note.label)


def _kept(summary: EventSummary) -> str:
    return f"上次承诺兑现 {summary.kept[0]} / {summary.kept[1]}" if summary.kept else ""


def _left(summary: EventSummary) -> str:
    found = summary.carried
    return f"{found.event}，{len(found.concerns)} / {found.heard} 件未了" if found else ""


_Asked = Callable[[EventSummary], object]
_SECTIONS: tuple[tuple[str, Callable[[EventSummary], str], _Asked, Callable[[Document, EventSummary], None]], ...] = (
    (
        "到访与等候", lambda _s: "", summary_charts.of_arrival,
        lambda document, s: document.charts(summary_charts.of_arrival(s)),
    ),
    ("高管接待", lambda s: f"合计由各行相加　{s.trained}".strip(), lambda s: s.hosts, _hosts),
    (
        "诉求构成", lambda _s: "按件数", summary_charts.of_concerns,
        lambda document, s: document.charts(summary_charts.of_concerns(s)),
    ),
    ("共性问题", lambda _s: "按不同客户数", lambda s: s.common or s.pareto, _causes),
    ("客户原话", lambda _s: "经客户同意，匿名引用", lambda s: s.quotes, _quotes),
    ("承诺事项", _kept, lambda s: s.promises, _promises),
    ("承诺", _kept, lambda s: s.promised, _promised),
    ("办理状态", lambda _s: "", lambda s: s.states, _states),
    ("规则缺口", lambda _s: "本可当场解决而没有依据的", lambda s: s.rule_gaps, _gaps),
    ("上次活动遗留", _left, lambda s: s.carried and s.carried.concerns, _carried),
    ("数据说明", lambda _s: "", lambda s: s.notes, _notes),
)  # fmt: skip


def _sign_off(document: Document, summary: EventSummary) -> None:
    people = (summary.prepared_by, summary.checked_by, summary.approved_by)
    document.table(("编制", "审核", "批准"), (people, ("日期", "日期", "日期")), widths=(1, 1, 1))


def _concern(document: Document, concern: AnnexConcern) -> None:
    document.heading(f"{concern.number}　{concern.state}", level=2)
    facts = (
        concern.client, concern.room, f"{concern.received_by} 接待" if concern.received_by else "", concern.type,
        concern.area,
    )  # fmt: skip
    document.text(" · ".join(filter(None, facts)), size=8, grey=True)
    document.words(concern.words)
    for addition in concern.additions:
        document.text(f"补充　{iso(addition.said_on)}　{addition.by} 记录", size=8, grey=True)
        document.words(addition.words)
    if concern.answer:
        document.text(concern.answer, label="答复")
    for text, due in concern.promises:
        document.text(text + (f"（{short_zh(due)} 前）" if due else ""), label="承诺")
