"""高管摘要 as a document to go on writing in; it is not held to two pages."""

from pathlib import Path

from desktop.paper.dates import iso
from desktop.paper.digest import Base, Digest, Measure, Share, over_time
from desktop.paper.document import Document
from desktop.paper.kit import About


def digest_document(content: Digest, out: Path) -> None:
    """Write the digest.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    beside = content.project if content.project != content.company else ""
    document = Document(About(content.title, content.company, "", content.as_of), beside, ("内部资料",))
    document.title(content.title, content.scope)
    document.figures(content.figures)
    left_out = content.heard - len(content.quotes)
    more = f"，其余 {left_out} 件见活动总结" if left_out else ""
    sections = (
        ("客户原话", f"未经改写；共 {content.heard} 件{more}", content.quotes, _quotes),
        ("共性问题", "按不同客户数", content.common, _common),
        (
            "未兑现的承诺",
            f"兑现 {content.kept[0]} / {content.kept[1]}" if content.kept[1] else "",
            content.promises,
            _promises,
        ),
        ("满意与投诉", "同一批诉求；n 是已评的件数", content.bases, _bases),
        ("规则缺口", "本可当场解决而没有依据的", content.gaps, _gaps),
        ("管理评审", "", content.review, _review),
    )
    number = 0
    for title, note, is_there, write in sections:
        if is_there:
            number += 1
            document.heading(f"{number} {title}", note)
            write(document, content)
    document.save(out)


def _quotes(document: Document, content: Digest) -> None:
    for one in content.quotes:
        document.words(one.words)
        if one.meaning:
            document.text(one.meaning, label="对客户意味着")
        document.text(" · ".join(filter(None, (one.number, one.about))), size=8, grey=True)


def _common(document: Document, content: Digest) -> None:
    rows = [(str(one.clients), one.title, one.facts) for one in content.common]
    document.table(("客户", "共性问题", "件数与部门"), rows, widths=(10, 60, 30))


def _promises(document: Document, content: Digest) -> None:
    rows = [
        (one.number, one.text, one.department, one.contact, iso(one.due) or "—", one.state) for one in content.promises
    ]
    document.table(("编号", "做什么", "责任部门", "承诺人", "期限", "状态"), rows, widths=(20, 34, 12, 11, 13, 10))


def _bases(document: Document, content: Digest) -> None:
    rows = [_base(one) for one in content.bases]
    document.table(("活动", "诉求", "投诉", "满意 A", "不满意 C"), rows, widths=(36, 10, 18, 18, 18))
    document.charts(over_time(content))


def _base(one: Base) -> tuple[str, ...]:
    return (one.name or "合计", str(one.heard), *map(_share, (one.complaints, one.satisfied, one.dissatisfied)))


def _share(share: Share) -> str:
    return f"{share.text}　n={share.whole}"


def _gaps(document: Document, content: Digest) -> None:
    for label, text in content.gaps:
        document.text(text, label=label)


def _review(document: Document, content: Digest) -> None:
    document.table(("事项", "数", "占比"), [_measure(one) for one in content.review], widths=(50, 25, 25))


def _measure(one: Measure) -> tuple[str, ...]:
    return (one.label, one.value, one.share.text if one.share else "")
