"""bench: how fast the works of a day are, as ratios to a plain yardstick measured in the same run.

Each bench is imported when it is asked for: a process that measures memory must not hold the others.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Misused
from desktop.cli.output import Answer
from desktop.cli.session import Session

if TYPE_CHECKING:
    from desktop.cli.bench.report import Row

NAMES = ("check-in", "search", "merge", "paper", "start", "kiosk", "gap", "camera", "day", "answers", "similar")


def bench(session: Session) -> Answer:
    """Speed as ratios. Raises Misused `bench_unknown`; exit status 1 when a bound is not kept."""
    from desktop.cli.bench.places import folder
    from desktop.cli.bench.report import as_data, as_text

    names: list[str] = list(dict.fromkeys(session.args.names)) or list(NAMES)
    for name in names:
        if name not in NAMES:
            raise Misused("bench_unknown", value=name, choices=" ".join(NAMES))
    rows: list[Row] = []
    for name in names:
        with folder() as place:
            rows += _measure(name)(session, place)
    short = any(row.ok is False for row in rows)
    return Answer(as_data(rows, session), as_text(rows, session), 1 if short else 0)


def _measure(name: str) -> "Callable[[Session, Path], tuple[Row, ...]]":
    from desktop.cli.bench import answers, camera, check_in, day, gap, kiosk, merge, paper, search, similar, start

    benches: dict[str, Callable[[Session, Path], tuple[Row, ...]]] = {
        "check-in": check_in.measure,
        "search": search.measure,
        "merge": merge.measure,
        "paper": paper.measure,
        "start": start.measure,
        "kiosk": kiosk.measure,
        "gap": gap.measure,
        "camera": camera.measure,
        "day": day.measure,
        "answers": answers.measure,
        "similar": similar.measure,
    }
    return benches[name]
