"""Forms against a bare canvas that draws the same strokes and letters; the summary against Platypus."""

import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop.cli.bench import fpdf
from desktop.cli.bench.drawing import Stroke, recorded_forms, replay
from desktop.cli.bench.places import in_fresh_process
from desktop.cli.bench.report import RUNS, Bound, Row, Run, Words
from desktop.cli.bench.rows import Invention
from desktop.cli.session import Session
from desktop.paper.content import (
    AnnexConcern,
    EventHead,
    EventSummary,
    FeedbackForm,
    FormConcern,
    FormPromise,
    Phrase,
)
from desktop.paper.feedback_form import feedback_forms
from desktop.paper.fonts import BOLD, REGULAR, bold, regular
from desktop.paper.summary import event_summary

FORMS, CONCERNS, MANY_TIMES = 300, 1_500, 10
# What a program may take that prints for one event, and ten times as much.
MEMORY_MB, MEMORY_MANY_MB = 120, 200
ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 5, 23)
HEAD = EventHead(
    company="禾屿置业", service_line="400-000-0000", project="青禾里 二期", event="工地开放日", node="④ 工地开放",
    place="青禾里二期 6 栋现场与样板间", starts=datetime(2026, 5, 16, 9, tzinfo=ZONE),
    ends=datetime(2026, 5, 16, 12, tzinfo=ZONE), as_of=datetime(2026, 5, 16, 12, 30, tzinfo=ZONE),
)  # fmt: skip
WORDS = "上次来我就说了，卫生间那个地面，比外面还高一点，水一冲就往外跑，老人家要滑倒的。"


def measure(
    session: Session, folder: Path, forms: int = FORMS, concerns: int = CONCERNS, runs: int = RUNS
) -> tuple[Row, ...]:
    """Every paper three times in turns with its yardstick, each in a process of its own."""
    many_forms, many = forms * MANY_TIMES, concerns * MANY_TIMES
    session.progress(f"纸面：{forms} 张表单", f"paper: {forms} forms")
    strokes, _ = in_fresh_process(recorded_forms, invented_forms(forms), HEAD)
    form_runs, form_peaks = _in_turns(folder, runs, (draw_forms, forms), (draw_bare, strokes))
    session.progress(f"纸面：{many_forms} 张表单", f"paper: {many_forms} forms")
    long_forms, long_forms_mb = in_fresh_process(draw_forms, folder / "forms.pdf", many_forms)
    session.progress(f"纸面：{concerns} 条诉求的总结", f"paper: a summary of {concerns} concerns")
    summary_runs, summary_peaks = _in_turns(folder, runs, (draw_summary, concerns), (draw_platypus, concerns))
    session.progress(f"纸面：{many} 条诉求的总结", f"paper: a summary of {many} concerns")
    long, long_mb = in_fresh_process(draw_summary, folder / "long.pdf", many)
    pages, rows = Words("张", "forms"), Words("条", "rows")
    told = [
        Row("paper", Words(f"{forms} 张中英对照表单", f"{forms} bilingual forms"), "s",
            Words("裸画布画同样的笔画和字", "a bare canvas drawing the same"), form_runs, Bound(1.3), (forms, pages)),
        Row("paper", Words(f"{many_forms:,} 张中英对照表单", f"{many_forms:,} bilingual forms"), "s",
            Words(f"{forms} 张时", f"the same of {forms}"),
            tuple(Run(long_forms, run.ours) for run in form_runs), Bound(MANY_TIMES), (many_forms, pages)),
        Row("paper", Words(f"{concerns:,} 条诉求的总结", f"a summary of {concerns:,} rows"), "s",
            Words("Platypus 排同样的字", "the same words in Platypus"), summary_runs,
            Bound(2, at_most=False), (concerns, rows)),
        Row("paper", Words(f"{many:,} 条诉求的总结", f"a summary of {many:,} rows"), "s",
            Words(f"{concerns:,} 条时", f"the same of {concerns:,}"),
            tuple(Run(long, run.ours) for run in summary_runs), Bound(MANY_TIMES), (many, rows)),
        _memory(f"{forms} 张表单", f"{forms} forms", form_peaks, MEMORY_MB),
        _memory(f"{many_forms:,} 张表单", f"{many_forms:,} forms", _peak(long_forms_mb), MEMORY_MANY_MB),
        _memory(f"{concerns:,} 条诉求的总结", f"a summary of {concerns:,} rows", summary_peaks, MEMORY_MB),
        _memory(f"{many:,} 条诉求的总结", f"a summary of {many:,} rows", _peak(long_mb), MEMORY_MANY_MB),
    ]  # fmt: skip
    if fpdf.is_there():
        session.progress("纸面：fpdf2 画同样的", "paper: the same by fpdf2")
        theirs, _ = in_fresh_process(draw_forms_fpdf, folder / "fpdf.pdf", strokes)
        words, _ = in_fresh_process(draw_summary_fpdf, folder / "fpdf.pdf", concerns)
        told += [
            Row("paper", Words(f"{forms} 张中英对照表单", f"{forms} bilingual forms"), "s",
                Words("fpdf2 画同样的笔画和字", "fpdf2 drawing the same"),
                tuple(Run(run.ours, theirs) for run in form_runs), Bound(2, at_most=False), (forms, pages)),
            Row("paper", Words(f"{concerns:,} 条诉求的总结", f"a summary of {concerns:,} rows"), "s",
                Words("fpdf2 把同样的字排成表", "the same words as a table by fpdf2"),
                tuple(Run(run.ours, words) for run in summary_runs), Bound(8, at_most=False), (concerns, rows)),
        ]  # fmt: skip
    # Where the system does not tell what a process took, there is nothing to show.
    return tuple(row for row in told if row.runs)


def _peak(peak_mb: float | None) -> tuple[Run, ...]:
    return () if peak_mb is None else (Run(peak_mb),)


def _memory(zh: str, en: str, peaks: tuple[Run, ...], most_mb: float) -> Row:
    work = Words(f"{zh}，进程占用内存", f"{en}, memory of the process")
    return Row("paper", work, "MB", Words("", ""), peaks, Bound(most_mb, of_figure=True))


def _in_turns(
    folder: Path,
    count: int,
    ours: tuple[Callable[[Path, Any], float], Any],
    yardstick: tuple[Callable[[Path, Any], float], Any],
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """(seconds of both, our memory in MB)."""
    runs, peaks = [], []
    for _ in range(count):
        theirs, _ = in_fresh_process(yardstick[0], folder / "yardstick.pdf", yardstick[1])
        mine, peak_mb = in_fresh_process(ours[0], folder / "ours.pdf", ours[1])
        runs.append(Run(mine, theirs))
        peaks += [Run(peak_mb)] if peak_mb is not None else []
    return tuple(runs), tuple(peaks)


def invented_forms(count: int) -> tuple[FeedbackForm, ...]:
    """Forms of one page, each filled in with two concerns and two promises."""
    make = Invention(1)
    return tuple(
        FeedbackForm(
            number=f"青-05-7K2A-{n:04d}", name=make.name(), title="女士", room=f"{n % 9 + 1} 栋 2 单元 1201",
            phone_masked=f"199****{n:04d}", relation="owner", hosts="宋明远 · 区域总裁", recorder="何苗", waited_min=6,
            checked_in=datetime(2026, 5, 16, 9, 42, tzinfo=ZONE),
            concerns=(
                FormConcern(WORDS, "报修", "工程品质", "次卫地面", "当场看着重做", "下周六前书面答复。", solved=False),
                FormConcern("玄关柜放不下。", "投诉", "产品品质", "入户玄关", "书面说明", "已说明。", solved=True),
            ),
            promises=(
                FormPromise("重做地漏找坡，做 24 小时闭水，请客户到场看", "工程", "陆文谦", DAY),
                FormPromise("玄关墙体按哪版图交付，书面答复", "研发设计", "韩若川", DAY),
            ),
        )
        for n in range(1, count + 1)
    )  # fmt: skip


def invented_annex(count: int) -> tuple[AnnexConcern, ...]:
    """Concerns in full."""
    make = Invention(2)
    return tuple(
        AnnexConcern(
            number=f"青-05-7K2A-{n:04d}-1", client=f"{make.name()} 女士", room=f"{n % 9 + 1} 栋 1201",
            received_by="宋明远", type="报修", area="工程品质", words=WORDS[: 20 + n % 20], state="办理中",
            answer="工程总监已到场查看，5月18日前书面答复。",
            promises=(("重做地漏找坡，请客户到场看", DAY),) if n % 2 else (),
        )
        for n in range(1, count + 1)
    )  # fmt: skip


def _clocked(work: Callable[[], object]) -> float:
    """Seconds of the processor, the library loaded before: a program that prints has it."""
    import reportlab.pdfgen.canvas  # noqa: F401

    begun = time.process_time()
    work()
    return time.process_time() - begun


def draw_forms(out: Path, count: int) -> float:
    """Our forms."""
    forms = invented_forms(count)
    return _clocked(lambda: feedback_forms(forms, HEAD, out))


def draw_bare(out: Path, strokes: tuple[Stroke, ...]) -> float:
    """The same strokes by the canvas's own calls."""
    return _clocked(lambda: replay(strokes, out))


def draw_forms_fpdf(out: Path, strokes: tuple[Stroke, ...]) -> float:
    """The same strokes by fpdf2."""
    import fpdf as _library  # noqa: F401

    return _clocked(lambda: fpdf.replay(strokes, out))


def draw_summary_fpdf(out: Path, count: int) -> float:
    """The words of the annex by fpdf2."""
    import fpdf as _library  # noqa: F401

    annex = invented_annex(count)
    return _clocked(lambda: fpdf.build(annex, out))


def draw_summary(out: Path, count: int) -> float:
    """Our summary with its annex."""
    annex = invented_annex(count)
    summary = EventSummary(head=HEAD, sentence=(Phrase("300 户受邀。"),), figures=(), annex=annex)
    return _clocked(lambda: event_summary(summary, out))


def draw_platypus(out: Path, count: int) -> float:
    """The words of the annex as paragraphs under one another."""
    import reportlab.platypus  # noqa: F401

    annex = invented_annex(count)
    return _clocked(lambda: _build(annex, out))


def _build(annex: tuple[AnnexConcern, ...], out: Path) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

    regular(), bold()
    plain = ParagraphStyle("plain", fontName=REGULAR, fontSize=9.5, leading=15, wordWrap="CJK")
    strong = ParagraphStyle("strong", parent=plain, fontName=BOLD)
    story: list[Flowable] = []
    for one in annex:
        facts = f"{one.client}　{one.room}　{one.received_by}　{one.type}　{one.area}　{one.state}"
        story += [Paragraph(one.number, strong), Paragraph(facts, plain), Paragraph(one.words, plain)]
        story.append(Paragraph(one.answer, plain))
        story += [Paragraph(f"{text}　{due}", plain) for text, due in one.promises]
    SimpleDocTemplate(str(out)).build(story)
