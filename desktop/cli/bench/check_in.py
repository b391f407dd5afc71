"""A code read, decided, kept on disk and answered, against one bare durable commit of one row.

A scan leaves a check-in and a journal row with their keys and indexes, some six encrypted pages; the bare commit writes
one. How much of the difference is the disk's and how much is ours is told by a second yardstick: the same two rows.
"""

import random
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path

from db.records import NAMES
from db.store import Store
from desktop.cli.bench.places import fill, found, opened
from desktop.cli.bench.report import RUNS, Bound, Row, Run, Words, percentile
from desktop.cli.bench.rows import SECRET, Invention, event_of, guests
from desktop.cli.session import Session
from desktop.services.guests import check_ins
from desktop.services.registry import Caller, administrator
from desktop.tokens.code import make_code

SIZES = (1_000, 100_000, 1_000_000)
MEASURED = 100_000
SCANS, BLOCK, SEED = 2_000, 50, 1
# More than are shown in all runs together.
CODES = 20_000
US = 1_000_000
# Keys beside the numbers of clients.
BARE, SAME = 0, -1


@dataclass(slots=True)
class Door:
    """An open database, its event, and the codes of its clients in no order, over and over."""

    clients: int
    store: Store
    caller: Caller
    event: str
    codes: Iterator[str]
    numbers: Iterator[int]

    def scan(self) -> None:
        """Answer one client; a small list comes round again, which is as much work."""
        check_ins.scan(self.caller, self.store, event=self.event, token=next(self.codes))

    def bare(self) -> None:
        """Commit one small row to a table without any index, durably, through the same connection."""
        self.store.connection.execute("INSERT INTO bare(words) VALUES ('019e3c0e-5c00-7000-8000-000000000000')")

    def same_rows(self) -> None:
        """Commit the two rows that a scan leaves, of another event and writer, without asking or deciding anything."""
        number, execute = next(self.numbers), self.store.connection.execute
        execute("BEGIN IMMEDIATE")
        execute(SAME_CHECK_IN, (f"bench-{number:030}", secrets.token_hex(18)))
        execute(SAME_JOURNAL, (number, secrets.token_hex(32)))
        execute("COMMIT")


# Copies of what the first scan left, with keys of their own, so that rows and pages are as large as those of a scan.
_CHANGED = {"id": "?1", "event": "'elsewhere'", "client": "?2"}
SAME_CHECK_IN = (
    f"INSERT INTO check_in({', '.join(NAMES['check_in'])})"  # noqa: S608 - names are our own
    f" SELECT {', '.join(_CHANGED.get(name, name) for name in NAMES['check_in'])} FROM check_in WHERE rowid = 1"
)
SAME_JOURNAL = """
    INSERT INTO journal(hash, writer, seq, at, staff, verb, object, digest, prev, salt)
    SELECT ?2, 'bench', ?1, at, staff, verb, object, digest, prev, salt FROM journal ORDER BY rowid LIMIT 1
"""


def measure(
    session: Session, folder: Path, sizes: tuple[int, ...] = SIZES, scans: int = SCANS, runs: int = RUNS
) -> tuple[Row, ...]:
    """Scan at three sizes and commit bare rows in turns of a few, so that every figure saw the same disk."""
    doors = []
    for clients in sizes:
        session.progress(
            f"签到：准备 {clients:,} 位客户的数据库", f"check-in: making a database of {clients:,} clients"
        )
        doors.append(_door(folder / f"door-{clients}.db", clients))
    middle = doors[sizes.index(MEASURED) if MEASURED in sizes else len(sizes) // 2]
    rounds: list[dict[int, list[float]]] = []
    try:
        for number in range(1, runs + 1):
            session.progress(f"签到：第 {number}/{runs} 轮", f"check-in: run {number} of {runs}")
            rounds.append(_round(doors, middle, scans))
    finally:
        for door in doors:
            door.store.close()
    return _table(middle.clients, tuple(sizes), rounds)


def _door(path: Path, clients: int) -> Door:
    """Rows of clients, rooms and invitations; the search index is left empty, because a scan never looks into it."""
    make = Invention(SEED)
    with found(path) as store:
        event = event_of(make, 1, store.clock())
        with store.transaction(verb="bench") as tx:
            tx.insert(event)
        fill(store, guests(SEED, store.identity.project, event.id, clients))
        store.connection.execute("CREATE TABLE bare(number INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    store = opened(path)
    ids = [row[0] for row in store.query("SELECT id FROM invitation ORDER BY id")]
    random.Random(SEED).shuffle(ids)
    codes = cycle([make_code(event.id, SECRET, one) for one in ids[:CODES]])
    door = Door(clients, store, administrator(store), event.id, codes, count(1))
    door.scan()
    return door


def _round(doors: list[Door], middle: Door, scans: int) -> dict[int, list[float]]:
    """Microseconds of every scan, by clients; bare commits under BARE, those of the same rows under SAME."""
    seen: dict[int, list[float]] = {BARE: [], SAME: [], **{door.clients: [] for door in doors}}
    for _ in range(0, scans, BLOCK):
        for door in doors:
            seen[door.clients] += _timed(door.scan, BLOCK)
        seen[BARE] += _timed(middle.bare, BLOCK)
        seen[SAME] += _timed(middle.same_rows, BLOCK)
    return seen


def _timed(work: Callable[[], None], times: int) -> list[float]:
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * US)
    return taken


COMMIT = Words("一次裸的持久提交", "one bare durable commit")
SAME_ROWS = Words("同样两行的裸提交", "a bare commit of the same two rows")


def _table(clients: int, sizes: tuple[int, ...], rounds: list[dict[int, list[float]]]) -> tuple[Row, ...]:
    rows = []
    for share, name, limit in ((0.5, "p50", 2.0), (0.99, "p99", 3.0)):
        work = Words(f"扫码到答复，{clients:,} 位客户，{name}", f"code to answer, {clients:,} clients, {name}")
        for place, yardstick, bound in ((BARE, COMMIT, Bound(limit)), (SAME, SAME_ROWS, None)):
            runs = tuple(Run(percentile(seen[clients], share), percentile(seen[place], share)) for seen in rounds)
            rows.append(Row("check-in", work, "us", yardstick, runs, bound, (1, Words("次", "commits"))))
    for size in sizes:
        if size != clients:
            work = Words(f"同上，{size:,} 位客户，p50", f"the same, {size:,} clients, p50")
            same = Words(f"{clients:,} 位客户时", f"the same at {clients:,} clients")
            runs = tuple(Run(percentile(seen[size], 0.5), percentile(seen[clients], 0.5)) for seen in rounds)
            rows.append(Row("check-in", work, "us", same, runs, Bound(1.3), (1, Words("次", "scans"))))
    return tuple(rows)
