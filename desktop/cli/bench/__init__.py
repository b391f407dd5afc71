"""bench: how fast the works of a day are, as ratios to a plain yardstick measured in the same run."""

from collections.abc import Callable
from pathlib import Path

from db.errors import Misused
from desktop.cli.bench import check_in, merge, paper, search
from desktop.cli.bench.places import folder
from desktop.cli.bench.report import Row, as_data, as_text
from desktop.cli.output import Answer
from desktop.cli.session import Session

BENCHES: dict[str, Callable[[Session, Path], tuple[Row, ...]]] = {
    "check-in": check_in.measure,
    "search": search.measure,
    "merge": merge.measure,
    "paper": paper.measure,
}


def bench(session: Session) -> Answer:
    """Speed as ratios. Raises Misused `bench_unknown`; exit status 1 when a bound is not kept."""
    names: list[str] = list(dict.fromkeys(session.args.names)) or list(BENCHES)
    for name in names:
        if name not in BENCHES:
            raise Misused("bench_unknown", value=name, choices=" ".join(BENCHES))
    rows: list[Row] = []
    for name in names:
        with folder() as place:
            rows += BENCHES[name](session, place)
    short = any(row.ok is False for row in rows)
    return Answer(as_data(rows, session), as_text(rows, session), 1 if short else 0)
