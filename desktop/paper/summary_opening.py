"""The first half page of the summary: title, sentence of result, five figures, two charts."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from desktop.paper.content import Bar, EventSummary, Phrase
from desktop.paper.dates import span_zh
from desktop.paper.flow import Block, gap
from desktop.paper.fonts import bold, regular
from desktop.paper.kit import Sheet
from desktop.paper.lines import break_spans
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, RIGHT, TEXT
from desktop.paper.parts import brand
from desktop.paper.sections import figures

_SENTENCE: Final = 11.0
_SENTENCE_LEADING: Final = 19.5
_CHART_HEIGHT: Final = 64.0
_CHART_WIDTH: Final = 263.0
_AREAS_X: Final = 342.0
_AREA_BAR_X: Final = 388.0
_AREA_BAR_MOST: Final = 96.0


def opening(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    """Everything above the first section."""
    yield Block(97.5, partial(_title, summary=summary))
    yield gap(11)
    for spans in _sentence_lines(sheet, summary.sentence):
        yield Block(_SENTENCE_LEADING, partial(_sentence_line, spans=spans))
    yield gap(10)
    if summary.figures:
        yield Block(55.5, partial(figures, told=summary.figures[:5], columns=5))
    yield gap(15)


def _title(sheet: Sheet, y: float, summary: EventSummary) -> None:
    head = summary.head
    sheet.bookmark("总结")
    brand(sheet, y, head.company, f"{head.project} · {head.service_name}")
    badge = sheet.width("内部资料", 8.5)
    sheet.frame(RIGHT - badge - 12, y + 1.5, badge + 12, 14, colour=ACCENT, radius=3)
    sheet.write(RIGHT - 6, y + 11.6, "内部资料", 8.5, colour=ACCENT, align="right")
    if summary.is_draft:
        wide = sheet.width("初稿", 8.5) + 12
        sheet.frame(RIGHT - badge - 20 - wide, y + 1.5, wide, 14, colour=GREY, radius=3)
        sheet.write(RIGHT - badge - 26, y + 11.6, "初稿", 8.5, colour=GREY, align="right")
    title = f"{head.event} 活动总结{'（初稿）' if summary.is_draft else ''}"
    sheet.write_fitted(LEFT, y + 64, title, RIGHT - LEFT, 26, strong=True)
    when = f"{span_zh(head.starts, head.ends)} · {head.place} · 节点{head.node}"
    sheet.write_fitted(LEFT, y + 81, when, RIGHT - LEFT, 10, colour=GREY)
    sheet.rule(LEFT, y + 96.5, RIGHT, 1.5, ACCENT)


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


def arrivals_and_areas(summary: EventSummary) -> Iterator[Block]:
    """The two charts side by side."""
    if summary.arrivals or summary.areas:
        height = max(100.0, 26 + 19.3 * len(summary.areas))
        yield Block(height, partial(_charts, summary=summary))


def _charts(sheet: Sheet, y: float, summary: EventSummary) -> None:
    if summary.arrivals:
        _arrivals(sheet, y + 16 + _CHART_HEIGHT, summary.arrivals)
    if summary.areas:
        _areas(sheet, y, summary.areas)


def _arrivals(sheet: Sheet, base: float, bars: tuple[Bar, ...]) -> None:
    pitch = min(22.0, _CHART_WIDTH / len(bars))
    most = max(1, *(bar.count for bar in bars))
    every = max(2, -(-26 // int(max(pitch, 1))))
    for index, bar in enumerate(bars):
        x = LEFT + 3.5 + index * pitch
        height = _CHART_HEIGHT * bar.count / most
        sheet.fill(x, base - height, pitch / 1.47, height, ACCENT)
        middle = x + pitch / 2.94
        if pitch >= 14:
            sheet.write(middle, base - height - 4, str(bar.count), 8.5, align="centre")
        if index % every == 0:
            sheet.write(middle, base + 11, bar.label, LABEL, colour=GREY, align="centre")
    sheet.rule(LEFT, base, LEFT + _CHART_WIDTH, 0.75, GREY)


def _areas(sheet: Sheet, y: float, bars: tuple[Bar, ...]) -> None:
    total = sum(bar.count for bar in bars)
    most = max(1, *(bar.count for bar in bars))
    sheet.write(_AREAS_X, y + 11, f"诉求类别（{total} 件）", LABEL, colour=GREY)
    for index, bar in enumerate(bars):
        base = y + 30 + index * 19.3
        width = _AREA_BAR_MOST * bar.count / most
        sheet.write_fitted(_AREAS_X, base, bar.label, _AREA_BAR_X - _AREAS_X - 6)
        sheet.fill(_AREA_BAR_X, base - 8, width, 9.5, ACCENT)
        x = _AREA_BAR_X + width + 6
        x += sheet.write(x, base, str(bar.count), TEXT, strong=True) + 6
        sheet.write(x, base, f"{round(100 * bar.count / max(total, 1))}%", LABEL, colour=GREY)
