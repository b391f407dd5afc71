"""高管摘要: two pages at most for executives: clients' words unedited, what many share, what is owed, rule gaps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper import summary_charts
from desktop.paper.content import CommonIssue, Figure, Logo, Report, SummaryPromise
from desktop.paper.dates import iso
from desktop.paper.feet import titled_foot
from desktop.paper.flow import Block, Page, draw_page, gap, paginate, row_lines
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, INK, LABEL, LEFT, PALE, RIGHT, TEXT, Colour
from desktop.paper.parts import brand
from desktop.paper.sections import figures, numbered
from desktop.paper.table import Column, table
from desktop.rules.chart_kinds import Point

_TOP: Final = 43.0
_BOTTOM: Final = 776.0
_FOOT_RULE: Final = 788.0
_PAGES: Final = 2
_WORDS: Final = 10.0
_WORDS_LEADING: Final = 16.5
# A share of fewer than this says little; it is grey on paper.
SMALL_BASE: Final = 10


@dataclass(frozen=True, slots=True)
class Quote:
    """What a client said, word for word, with the concern's number; no name, no room."""

    words: str
    number: str
    about: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`; a whole of 0 has no share."""

    part: int
    whole: int

    @property
    def text(self) -> str:
        """75%, or a dash."""
        return f"{round(100 * self.part / self.whole)}%" if self.whole else "—"

    @property
    def ink(self) -> Colour:
        """Grey where the base is small."""
        return INK if self.whole >= SMALL_BASE else GREY


@dataclass(frozen=True, slots=True)
class Base:
    """One event, or the sum of all: satisfaction and complaints of the same concerns, side by side."""

    name: str
    heard: int
    complaints: Share
    satisfied: Share
    dissatisfied: Share


@dataclass(frozen=True, slots=True)
class Measure:
    """A line of the management review; `share` None for a mere count."""

    label: str
    value: str
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """The whole content; empty tuples leave their sections out. `quotes` come in the order in which they are chosen."""

    company: str
    project: str
    title: str
    scope: str
    as_of: datetime
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    heard: int
    common: tuple[CommonIssue, ...] = ()
    promises: tuple[SummaryPromise, ...] = ()
    kept: tuple[int, int] = (0, 0)
    bases: tuple[Base, ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()
    review: tuple[Measure, ...] = ()
    satisfied: tuple[Point, ...] = ()
    logo: Logo | None = None


def digest(content: Digest, out: Path) -> Report:
    """Draw the digest: as many words of clients as two pages hold, each in full.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    about = About(content.title, content.company, f"{content.project} 内部资料", content.as_of, content.logo)
    sheet = Sheet(about)
    pages = _laid(sheet, content)
    for index, page in enumerate(pages, 1):
        draw_page(sheet, page)
        _foot(sheet, content, f"{index} / {len(pages)}")
        sheet.end_page()
    return sheet.save(out)


def _laid(sheet: Sheet, content: Digest) -> tuple[Page, ...]:
    """Leave quotes out from the end until the rest stands on two pages; what is left out is counted on the paper."""
    for count in range(len(content.quotes), -1, -1):
        pages = paginate(tuple(_blocks(sheet, replace(content, quotes=content.quotes[:count]))), _TOP, _TOP, _BOTTOM)
        if len(pages) <= _PAGES or count == 0:
            return pages
    raise AssertionError("without quotes there are pages, too")


def _foot(sheet: Sheet, content: Digest, page: str) -> None:
    titled_foot(sheet, _FOOT_RULE, f"{content.project} · {content.title} · 内部资料", content.as_of, page, room=40)


def _blocks(sheet: Sheet, content: Digest) -> Iterator[Block]:
    yield Block(97.5, partial(_title, content=content))
    yield gap(11)
    yield Block(55.5, partial(figures, told=content.figures, columns=max(len(content.figures), 1)))
    yield gap(15)
    left_out = content.heard - len(content.quotes)
    note = f"共 {content.heard} 件" + (f"，其余 {left_out} 件见活动总结" if left_out else "")
    kept = f"兑现 {content.kept[0]} / {content.kept[1]}" if content.kept[1] else ""
    sections = (
        ("客户原话", "未经改写", note, tuple(_quotes(sheet, content.quotes))),
        ("共性问题", "按不同客户数", "", tuple(_common(sheet, content.common))),
        ("未兑现的承诺", "", kept, tuple(_promises(sheet, content.promises))),
        ("满意与投诉", "同一批诉求", f"n 是已评的件数；n 小于 {SMALL_BASE} 用灰色", tuple(_bases(content))),
        ("规则缺口", "本可当场解决而没有依据的", "", tuple(_gaps(sheet, content.gaps))),
        ("管理评审", "", "", tuple(_review(content.review))),
    )
    yield from numbered(sections, 23, 12)


def _title(sheet: Sheet, y: float, content: Digest) -> None:
    sheet.bookmark("摘要")
    brand(sheet, y, content.company, content.project if content.project != content.company else "")
    badge = sheet.width("内部资料", 8.5)
    sheet.frame(RIGHT - badge - 12, y + 1.5, badge + 12, 14, colour=ACCENT, radius=3)
    sheet.write(RIGHT - 6, y + 11.6, "内部资料", 8.5, colour=ACCENT, align="right")
    sheet.write_fitted(LEFT, y + 64, content.title, RIGHT - LEFT, 26, strong=True)
    sheet.write_fitted(LEFT, y + 81, content.scope, RIGHT - LEFT, 10, colour=GREY)
    sheet.rule(LEFT, y + 96.5, RIGHT, 1.5, ACCENT)


def _quotes(sheet: Sheet, quotes: tuple[Quote, ...]) -> Iterator[Block]:
    for one in quotes:
        lines = sheet.lines(one.words, RIGHT - LEFT - 10, _WORDS) or ("",)
        below = " · ".join(filter(None, (one.number, one.about)))
        for index, line in enumerate(lines):
            yield Block(_WORDS_LEADING, partial(_word_line, text=line), stays=index in (0, len(lines) - 1))
        if one.meaning:
            for line in sheet.lines(f"对客户意味着：{one.meaning}", RIGHT - LEFT - 10, LABEL):
                yield Block(12.5, partial(_grey, x=LEFT + 10, text=line), stays=True)
        yield Block(19, partial(_grey, x=LEFT + 10, text=below))


def _word_line(sheet: Sheet, y: float, text: str) -> None:
    sheet.fill(LEFT, y, 1.5, _WORDS_LEADING, ACCENT)
    sheet.write(LEFT + 10, y + 12, text, _WORDS)


def _grey(sheet: Sheet, y: float, x: float, text: str) -> None:
    sheet.write_fitted(x, y + 9.5, text, RIGHT - x, LABEL, colour=GREY)


def _common(sheet: Sheet, issues: tuple[CommonIssue, ...]) -> Iterator[Block]:
    for one in issues:
        title = sheet.lines(one.title, 330, TEXT, strong=True) or ("",)
        foot = 10.0 if len(title) == 1 else 8.0
        yield from row_lines(len(title), 14, partial(_common_line, one=one, title=title, foot=foot), foot)


def _common_line(sheet: Sheet, y: float, index: int, one: CommonIssue, title: tuple[str, ...], foot: float) -> None:
    if index == 0:
        sheet.write(LEFT, y + 17, str(one.clients), 15, strong=True, colour=ACCENT)
        sheet.write_fitted(RIGHT, y + 15, one.facts, 130, LABEL, colour=GREY, align="right")
    sheet.write(LEFT + 28, y + 15, title[index], TEXT, strong=True)
    if index == len(title) - 1:
        sheet.rule(LEFT, y + 14 + foot, RIGHT, 0.5, PALE)


def _promises(sheet: Sheet, promises: tuple[SummaryPromise, ...]) -> Iterator[Block]:
    if promises:
        columns = (
            Column("编号", LEFT, 150), Column("做什么", 154, 340), Column("责任部门", 348, 398),
            Column("承诺人", 402, 452), Column("期限", 456, 508, strong=True), Column("状态", 514, RIGHT),
        )  # fmt: skip
        rows = [(one.number, one.text, one.department, one.contact, iso(one.due) or "—", one.state)
                for one in promises]  # fmt: skip
        yield from table(sheet, columns, rows)


_BASE_AT: Final = (316.0, 386.0, 456.0, RIGHT)


def _bases(content: Digest) -> Iterator[Block]:
    if content.bases:
        yield Block(20, _base_head, stays=True)
    for one in content.bases:
        yield Block(19, partial(_base, one=one))
    if over_time(content):
        yield gap(6)
        yield from summary_charts.blocks(over_time(content))


def over_time(content: Digest) -> tuple[summary_charts.Chart, ...]:
    """Satisfaction from event to event; one event alone is no line."""
    known = sum(one.whole > 0 for one in content.satisfied)
    return (summary_charts.trend("回访满意 A", content.satisfied),) if known > 1 else ()


def _base_head(sheet: Sheet, y: float) -> None:
    sheet.write(LEFT, y + 11, "活动", LABEL, colour=GREY)
    for x, title in zip(_BASE_AT, ("诉求", "投诉", "满意 A", "不满意 C"), strict=True):
        sheet.write(x, y + 11, title, LABEL, colour=GREY, align="right")
    sheet.rule(LEFT, y + 20, RIGHT, 0.6, GREY)


def _base(sheet: Sheet, y: float, one: Base) -> None:
    is_sum = not one.name
    sheet.write_fitted(LEFT, y + 13, one.name or "合计", 240, TEXT, strong=is_sum)
    sheet.write(_BASE_AT[0], y + 13, str(one.heard), TEXT, strong=is_sum, align="right")
    for x, share in zip(_BASE_AT[1:], (one.complaints, one.satisfied, one.dissatisfied), strict=True):
        width = sheet.width(f" n={share.whole}", LABEL)
        sheet.write(x, y + 13, f"n={share.whole}", LABEL, colour=GREY, align="right")
        sheet.write(x - width - 2, y + 13, share.text, TEXT, strong=is_sum, colour=share.ink, align="right")
    sheet.rule(LEFT, y + 19, RIGHT, 0.5, PALE)


def _gaps(sheet: Sheet, gaps: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    for label, text in gaps:
        lines = sheet.lines(text, RIGHT - LEFT - 96) or ("",)
        yield from row_lines(len(lines), 14.5, partial(_gap_line, label=label, lines=lines), 4)


def _gap_line(sheet: Sheet, y: float, index: int, label: str, lines: tuple[str, ...]) -> None:
    if index == 0:
        sheet.write_fitted(LEFT, y + 12, label, 88, LABEL, colour=GREY)
    sheet.write(LEFT + 96, y + 12, lines[index])


def _review(review: tuple[Measure, ...]) -> Iterator[Block]:
    for index in range(0, len(review), 2):
        yield Block(19, partial(_review_row, pair=review[index : index + 2]))


def _review_row(sheet: Sheet, y: float, pair: tuple[Measure, ...]) -> None:
    half = (RIGHT - LEFT) / 2
    for index, one in enumerate(pair):
        x, end = LEFT + index * half, LEFT + (index + 1) * half - (12 if index == 0 else 0)
        sheet.write_fitted(x, y + 13, one.label, 128, colour=GREY)
        if one.share is None:
            sheet.write(end, y + 13, one.value, strong=True, align="right")
        else:
            width = sheet.width(f" {one.value}", LABEL)
            sheet.write(end, y + 13, one.value, LABEL, colour=GREY, align="right")
            sheet.write(end - width - 3, y + 13, one.share.text, strong=True, colour=one.share.ink, align="right")
        sheet.rule(x, y + 19, end, 0.5, PALE)
