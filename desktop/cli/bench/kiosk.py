"""From a scanner's closing key to the painted answer, against a bare durable commit and a bare repaint."""

import json
import random
from pathlib import Path

from desktop.cli.bench.places import PASSPHRASE, fill, found, opened, stopwatch
from desktop.cli.bench.report import RUNS, Bound, Row, Run, Words, percentile
from desktop.cli.bench.rows import SECRET, Invention, event_of, guests
from desktop.cli.session import Session
from desktop.tokens.code import make_code

CLIENTS, CODES, SEED = 100_000, 150, 1
MOST, MOST_MS, MOST_MB = 2.0, 100.0, 200.0


def measure(
    session: Session, folder: Path, clients: int = CLIENTS, codes: int = CODES, runs: int = RUNS
) -> tuple[Row, ...]:
    """The kiosk's real window in a process of its own, each client scanned twice; milliseconds."""
    session.progress(f"签到台：准备 {clients:,} 位客户的数据库", f"kiosk: making a database of {clients:,} clients")
    data = folder / "door.db"
    event, every = make_door(data, clients)
    rounds = []
    for number in range(1, runs + 1):
        session.progress(f"签到台：第 {number}/{runs} 轮", f"kiosk: run {number} of {runs}")
        shown = folder / f"codes-{number}.json"
        shown.write_text(json.dumps(every[(number - 1) * codes : number * codes]), encoding="ascii")
        said, _ = stopwatch("kiosk", str(data), PASSPHRASE, event, str(shown))
        rounds.append(said)
    return _table(clients, rounds)


def make_door(data: Path, clients: int) -> tuple[str, list[str]]:
    """A database with an event of today; its id, and the codes of its clients in no order."""
    make = Invention(SEED)
    with found(data) as store:
        event = event_of(make, 1, store.clock())
        with store.transaction(verb="bench") as tx:
            tx.insert(event)
        fill(store, guests(SEED, store.identity.project, event.id, clients))
        store.connection.execute("CREATE TABLE bare(number INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    with opened(data) as store:
        ids = [row[0] for row in store.query("SELECT id FROM invitation ORDER BY id")]
    random.Random(SEED).shuffle(ids)
    return event.id, [make_code(event.id, SECRET, one) for one in ids]


def _table(clients: int, rounds: list[dict[str, list[float]]]) -> tuple[Row, ...]:
    bare = Words("一次裸的持久提交加一次空窗口重绘", "a bare durable commit and a bare repaint")
    rows = []
    for share, name, bound in ((0.5, "p50", Bound(MOST)), (0.99, "p99", Bound(MOST_MS, of_figure=True))):
        zh = f"扫码到屏幕答复，{clients:,} 位客户，{name}"
        en = f"scan to painted answer, {clients:,} clients, {name}"
        runs = tuple(Run(percentile(one["scans_ms"], share), percentile(one["bare_ms"], share)) for one in rounds)
        rows.append(Row("kiosk", Words(zh, en), "ms", bare, runs, bound, (1, Words("次", "scans"))))
    held = tuple(Run(one["memory_mb"][-1]) for one in rounds if one["memory_mb"])
    if held:
        words = Words("签到台窗口占用的内存", "memory of the kiosk's window")
        rows.append(Row("kiosk", words, "MB", Words("", ""), held, Bound(MOST_MB, of_figure=True)))
    return tuple(rows)
