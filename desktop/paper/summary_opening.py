"""The first half page of the summary: title, sentence of result, five figures; and what stands of it everywhere."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from desktop.paper.content import EventSummary, Phrase
from desktop.paper.dates import clock, iso, span_zh
from desktop.paper.flow import Block, gap
from desktop.paper.fonts import bold, regular
from desktop.paper.kit import Sheet
from desktop.paper.lines import break_spans
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, RIGHT
from desktop.paper.parts import brand
from desktop.paper.sections import figures

_SENTENCE: Final = 11.0
_SENTENCE_LEADING: Final = 19.5


def opening(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    """Everything above the first section."""
    yield Block(97.5, partial(_title, summary=summary))
    yield gap(11)
    for line in sheet.lines(standing(summary), RIGHT - LEFT, LABEL) if standing(summary) else ():
        yield Block(14, partial(_standing_line, text=line))
    for spans in _sentence_lines(sheet, summary.sentence):
        yield Block(_SENTENCE_LEADING, partial(_sentence_line, spans=spans))
    yield gap(10)
    if summary.figures:
        yield Block(55.5, partial(figures, told=summary.figures[:5], columns=5))
    yield gap(15)


def title_of(summary: EventSummary) -> str:
    """What the paper is called."""
    edition = "（业主版）" if summary.edition == "owners" else ""
    return f"{summary.head.event} 活动总结{edition}{'（初稿）' if summary.is_draft else ''}"


def stamps(summary: EventSummary) -> tuple[str, ...]:
    """What has to stand on every page: for whom the paper is, and whether anybody has approved it."""
    found = ["内部资料"] if summary.edition == "internal" else []
    if summary.edition == "owners":
        approval = summary.approval
        found.append(f"已审定 {iso(approval.at)}" if approval is not None and approval.holds else "未审定")
    return (*found, "初稿") if summary.is_draft else tuple(found)


def standing(summary: EventSummary) -> str:
    """For owners: since when the figures are approved, or that they have changed since; "" where there is nothing."""
    approval = summary.approval
    if approval is None or summary.edition != "owners":
        return ""
    at = f"{iso(approval.at)} {clock(approval.at)}"
    as_of = f"{iso(summary.head.as_of)} {clock(summary.head.as_of)}"
    if approval.holds:
        return f"本版内容于 {at} 审定。"
    return f"{at} 审定过一次，此后内容有变化：本版数据截至 {as_of}，尚未重新审定。"


def _title(sheet: Sheet, y: float, summary: EventSummary) -> None:
    head = summary.head
    sheet.bookmark("总结")
    brand(sheet, y, head.company, f"{head.project} · {head.service_name}")
    right = RIGHT
    for text in stamps(summary):
        ink = GREY if text == "初稿" else ACCENT
        wide = sheet.width(text, 8.5) + 12
        sheet.frame(right - wide, y + 1.5, wide, 14, colour=ink, radius=3)
        sheet.write(right - 6, y + 11.6, text, 8.5, colour=ink, align="right")
        right -= wide + 8
    sheet.write_fitted(LEFT, y + 64, title_of(summary), RIGHT - LEFT, 26, strong=True)
    when = f"{span_zh(head.starts, head.ends)} · {head.place} · 节点{head.node}"
    sheet.write_fitted(LEFT, y + 81, when, RIGHT - LEFT, 10, colour=GREY)
    sheet.rule(LEFT, y + 96.5, RIGHT, 1.5, ACCENT)


def _standing_line(sheet: Sheet, y: float, text: str) -> None:
    sheet.write(LEFT, y + 9, text, LABEL, colour=GREY)


Span = tuple[str, bool]


def _sentence_lines(sheet: Sheet, phrases: tuple[Phrase, ...]) -> Iterator[tuple[Span, ...]]:
    """Break the sentence as one text although its figures are bold."""
    pieces = [(sheet.printable(phrase.text, phrase.strong), phrase.strong) for phrase in phrases]
    text = "".join(piece for piece, _ in pieces)
    strong = [is_strong for piece, is_strong in pieces for _ in piece]
    thin, thick = regular(), bold()
    widths = [(thick if heavy else thin)[char] for char, heavy in zip(text, strong, strict=True)]
    for start, end in break_spans(text, widths, (RIGHT - LEFT) * 1000 / _SENTENCE):
        spans: list[Span] = []
        for index in range(start, end):
            if spans and spans[-1][1] == strong[index]:
                spans[-1] = (spans[-1][0] + text[index], strong[index])
            else:
                spans.append((text[index], strong[index]))
        yield tuple(spans)


def _sentence_line(sheet: Sheet, y: float, spans: tuple[Span, ...]) -> None:
    x = LEFT
    for text, strong in spans:
        x += sheet.write(x, y + 14, text, _SENTENCE, strong=strong)
