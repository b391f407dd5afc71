"""The first five similar concerns while typing, against a plain scan of the same words; and grouping all of them."""

import random
import time
from pathlib import Path

from db.records import Concern
from db.store import Store
from desktop.cli.bench.places import found, in_fresh_process, opened
from desktop.cli.bench.report import RUNS, Bound, Row, Run, Words, percentile
from desktop.cli.session import Session
from desktop.likeness.sentences import SAID
from desktop.services.common import suggesting
from desktop.services.likeness import keeping, similar
from desktop.services.registry import administrator

CONCERNS, TYPED, SEED = 10_000, 100, 1
LONGEST_MS, LONGEST_S, MOST_MB = 50.0, 10.0, 1_000.0
MS = 1_000
TOGETHER = 512
SCAN = "SELECT id, number, words FROM concern WHERE words LIKE :like ORDER BY occurred_at DESC LIMIT 5"
PLACES = ("主卧", "次卧", "书房", "北阳台", "儿童房", "玄关", "厨房", "地库", "大堂", "一楼", "顶楼", "东边户")
LATER = (
    "已经三个月了",
    "昨天才发现",
    "下雨天更明显",
    "邻居家也一样",
    "问过两次没有人答复",
    "希望尽快来看",
    "孩子差点受伤",
)


def measure(session: Session, folder: Path, concerns: int = CONCERNS, runs: int = RUNS) -> tuple[Row, ...]:
    """Ask for the same words of both, in turns; then group everything in a process of its own."""
    session.progress(f"相似诉求：准备 {concerns:,} 件", f"similar: making {concerns:,} concerns and their vectors")
    draw, file = random.Random(SEED), folder / "similar.db"
    with found(file) as store:
        _fill(store, draw, concerns)
        rows = _measured(session, store, draw, concerns, runs)
    session.progress("相似诉求：分组", "similar: grouping")
    grouped = [in_fresh_process(group, file) for _ in range(runs)]
    work = Words(f"{concerns:,} 件诉求分组，向量已存", f"grouping {concerns:,} concerns, vectors kept")
    none = Words("", "")
    seconds = tuple(Run(taken) for taken, _ in grouped)
    rows.append(Row("similar", work, "s", none, seconds, Bound(LONGEST_S, of_figure=True)))
    if memory := tuple(Run(peak) for _, peak in grouped if peak is not None):
        held = Words(f"{concerns:,} 件诉求分组，内存", f"grouping {concerns:,} concerns, memory")
        rows.append(Row("similar", held, "MB", none, memory, Bound(MOST_MB, of_figure=True)))
    return tuple(rows)


def group(file: Path) -> float:
    """Seconds until all concerns of a database are grouped."""
    with opened(file) as store:
        begun = time.perf_counter()
        suggesting.suggestions(suggesting.prospect(administrator(store), store))
        return time.perf_counter() - begun


def _said(draw: random.Random) -> str:
    return f"{draw.choice(PLACES)}：{draw.choice(SAID)}，{draw.choice(LATER)}"


def _fill(store: Store, draw: random.Random, concerns: int) -> None:
    caller = administrator(store)
    with store.transaction(verb="bench") as tx:
        for number in range(concerns):
            tx.insert(
                Concern(
                    id=tx.new_id(), created_at=tx.now, event="bench", number=f"青-01-BNCH-{number:05d}-1",
                    words=_said(draw), type="complaint", received_by="bench", occurred_at=tx.now + number,
                )
            )  # fmt: skip
    while missing := keeping.missing(caller, store, limit=TOGETHER):
        keeping.keep(caller, store, vectors=keeping.vectors_for(missing))


def _measured(session: Session, store: Store, draw: random.Random, concerns: int, runs: int) -> list[Row]:
    caller = administrator(store)
    memory = keeping.remember(caller, store)
    similar.similar(caller, store, memory=memory, words="先问一次", limit=similar.SHOWN)
    middle: list[Run] = []
    late: list[Run] = []
    for number in range(1, runs + 1):
        session.progress(f"相似诉求：第 {number}/{runs} 轮", f"similar: run {number} of {runs}")
        ours: list[float] = []
        scans: list[float] = []
        for _ in range(TYPED):
            words = _said(draw)
            begun = time.perf_counter()
            similar.similar(caller, store, memory=memory, words=words)
            between = time.perf_counter()
            store.query(SCAN, like=f"%{words[3:9]}%")
            ours.append((between - begun) * MS)
            scans.append((time.perf_counter() - between) * MS)
        middle.append(Run(percentile(ours, 0.5), percentile(scans, 0.5)))
        late.append(Run(percentile(ours, 0.95), percentile(scans, 0.95)))
    of = Words("逐条 LIKE", "a plain scan by LIKE")
    once = (1.0, Words("次", "questions"))
    first = Words(f"前五条相似的，{concerns:,} 件，含编码，p50", f"first five of {concerns:,}, encoding included, p50")
    last = Words(f"前五条相似的，{concerns:,} 件，含编码，p95", f"first five of {concerns:,}, encoding included, p95")
    return [
        Row("similar", first, "ms", of, tuple(middle), None, once),
        Row("similar", last, "ms", of, tuple(late), Bound(LONGEST_MS, of_figure=True), once),
    ]
