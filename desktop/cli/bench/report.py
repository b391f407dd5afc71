"""What a bench answers: our figure beside a yardstick's, both of one run, and the bound that the ratio must keep."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from desktop.cli.output import table
from desktop.cli.session import Session

RUNS = 3


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Bound:
    """What a ratio, or with `of_figure` our figure itself, must keep."""

    limit: float
    at_most: bool = True
    of_figure: bool = False

    def met(self, value: float) -> bool:
        """Whether the value keeps the bound."""
        return value <= self.limit if self.at_most else value >= self.limit


@dataclass(frozen=True, slots=True)
class Run:
    """Our figure and the yardstick's, measured in turns; no yardstick for a figure that has an absolute bound."""

    ours: float
    yardstick: float | None = None

    def ratio(self, *, how_much_faster: bool) -> float | None:
        """Ours over the yardstick, or how many times faster ours is."""
        if not self.yardstick:
            return None
        return self.yardstick / self.ours if how_much_faster else self.ours / self.yardstick


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `unit` is of both figures; `done` says how much work one figure stands for, for rates.

    Without a bound the line is for information.
    """

    bench: str
    work: Words
    unit: str
    yardstick: Words
    runs: tuple[Run, ...]
    bound: Bound | None = None
    done: tuple[float, Words] | None = None

    @property
    def ours(self) -> float:
        """The median of our figures."""
        return median(run.ours for run in self.runs)

    @property
    def theirs(self) -> float | None:
        """The median of the yardstick's figures."""
        found = [run.yardstick for run in self.runs if run.yardstick is not None]
        return median(found) if found else None

    @property
    def ratio(self) -> float | None:
        """The median of the runs' ratios: each was taken under the same noise."""
        faster = self.bound is not None and not self.bound.at_most
        found = [ratio for run in self.runs if (ratio := run.ratio(how_much_faster=faster)) is not None]
        return median(found) if found else None

    @property
    def ok(self) -> bool | None:
        """Whether the bound is kept; None without one."""
        if self.bound is None:
            return None
        judged = self.ours if self.bound.of_figure else self.ratio
        return judged is not None and self.bound.met(judged)

    def rate(self, figure: float | None, session: Session) -> str:
        """How much work a second the figure means."""
        if self.done is None or not figure:
            return ""
        amount, what = self.done
        seconds = figure / {"s": 1, "ms": 1_000, "us": 1_000_000}[self.unit]
        return f"{amount / seconds:,.0f} {session.say(what.zh, what.en)}/s"


def figure(value: float | None, unit: str) -> str:
    """A figure with three digits that count."""
    if value is None:
        return "-"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}".strip()


def bound_text(row: Row, session: Session) -> str:
    """The bound in words."""
    if row.bound is None:
        return session.say("仅供参考", "for information")
    word = session.say("至多", "at most") if row.bound.at_most else session.say("至少", "at least")
    return f"{word} {figure(row.bound.limit, row.unit if row.bound.of_figure else 'x')}"


def as_data(rows: Sequence[Row], session: Session) -> dict[str, Any]:
    """The table for programs; figures are in `unit`, `ratio` is None where nothing is compared."""
    return {
        "rows": [
            {
                "bench": row.bench,
                "work": session.say(row.work.zh, row.work.en),
                "unit": row.unit,
                "ours": row.ours,
                "yardstick": row.theirs,
                "yardstick_is": session.say(row.yardstick.zh, row.yardstick.en),
                "yardstick_rate": row.rate(row.theirs, session),
                "ratio": row.ratio,
                "bound": bound_text(row, session),
                "ok": row.ok,
                "runs": [{"ours": run.ours, "yardstick": run.yardstick} for run in row.runs],
            }
            for row in rows
        ]
    }


def as_text(rows: Sequence[Row], session: Session) -> str:
    """The table for people."""
    heads = [("项目", "bench"), ("做什么", "work"), ("亲听", "ours"), ("标尺", "yardstick"), ("标尺所用", "its figure"),
             ("标尺速率", "its rate"), ("比值", "ratio"), ("界限", "bound"), ("", "")]  # fmt: skip
    shown = {True: session.say("合格", "ok"), False: session.say("不足", "short"), None: ""}
    lines = [tuple(session.say(*head) for head in heads)]
    lines += [
        (
            row.bench,
            session.say(row.work.zh, row.work.en),
            figure(row.ours, row.unit),
            session.say(row.yardstick.zh, row.yardstick.en),
            figure(row.theirs, row.unit),
            row.rate(row.theirs, session),
            figure(row.ratio, "x"),
            bound_text(row, session),
            shown[row.ok],
        )
        for row in rows
    ]
    return table(lines)


def percentile(figures: Sequence[float], share: float) -> float:
    """The figure below which `share` of all lie."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def timed(ask: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Milliseconds of every query."""
    taken = []
    for text in queries:
        begun = time.perf_counter()
        ask(text)
        taken.append((time.perf_counter() - begun) * 1_000)
    return taken
