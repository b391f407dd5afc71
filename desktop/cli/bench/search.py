"""Finding a client while typing, against LIKE over the same names, phones and rooms laid flat."""

import random
from pathlib import Path

from db import search
from db.driver import Row as Answer
from db.opening import open_reader
from db.spelling.pinyin import name_readings
from db.store import Reader
from desktop.cli.bench.places import fill, found, opened
from desktop.cli.bench.report import RUNS, Bound, Row, Run, Words, percentile, timed
from desktop.cli.bench.rows import Invention, event_of, guests
from desktop.cli.session import Session

# Clients and the longest p99 in milliseconds.
SIZES = ((100_000, 5.0), (1_000_000, 16.0))
# How many clients are typed in a run, and how few of the queries LIKE is asked: it takes long.
TYPED, ASKED_OF_LIKE = 40, 20_000_000
LIMIT, SEED = 20, 1
MS = 1_000
LIKE = """
    SELECT id, name, phone, room FROM flat WHERE name LIKE :like OR phone LIKE :like OR room LIKE :like LIMIT :limit
"""


def measure(
    session: Session, folder: Path, sizes: tuple[tuple[int, float], ...] = SIZES, runs: int = RUNS
) -> tuple[Row, ...]:
    """Type the same clients into both, in turns, at each size."""
    rows: list[Row] = []
    for clients, limit_ms in sizes:
        path = folder / f"search-{clients}.db"
        session.progress(f"检索：准备 {clients:,} 位客户的数据库", f"search: making a database of {clients:,} clients")
        _build(path, clients)
        with opened(path) as store:
            reader = open_reader(store)
            try:
                rows += _measured(session, reader, clients, limit_ms, runs)
            finally:
                reader.connection.close()
        path.unlink()
    return tuple(rows)


def _build(path: Path, clients: int) -> None:
    with found(path) as store:
        event = event_of(Invention(SEED), 1)
        with store.transaction(verb="bench") as tx:
            tx.insert(event)
        fill(store, guests(SEED, store.identity.project, event.id, clients))
        with store.transaction(verb="bench") as tx:
            search.rebuild(tx)
            tx.connection.execute("CREATE TABLE flat(id TEXT, name TEXT, phone TEXT, room TEXT)")
            tx.connection.execute(
                "INSERT INTO flat SELECT c.id, c.name, c.phone, u.spoken FROM client c"
                " JOIN client_unit cu ON cu.client = c.id JOIN unit u ON u.id = cu.unit"
            )
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _measured(session: Session, reader: Reader, clients: int, limit_ms: float, runs: int) -> list[Row]:
    draw = random.Random(clients)
    ours: list[tuple[float, float]] = []
    likes: list[tuple[float, float]] = []
    shared: list[float] = []
    for number in range(1, runs + 1):
        session.progress(f"检索：第 {number}/{runs} 轮", f"search: run {number} of {runs}")
        both, only_ours = _queries(reader, draw, clients)
        asked = draw.sample(both, min(len(both), max(10, ASKED_OF_LIKE // clients)))
        like = timed(lambda text: reader.query(LIKE, like=f"%{text}%", limit=LIMIT), asked)
        found_ = timed(lambda text: search.find(reader, text, limit=LIMIT), [*both, *only_ours])
        same = timed(lambda text: search.find(reader, text, limit=LIMIT), asked)
        ours.append((percentile(found_, 0.5), percentile(found_, 0.99)))
        likes.append((percentile(like, 0.5), percentile(like, 0.99)))
        shared.append(percentile(same, 0.5))
    of = Words("同样的行上用 LIKE", "LIKE over the same rows")
    once = (1.0, Words("次", "queries"))
    p50 = tuple(Run(mine, theirs[0]) for mine, theirs in zip(shared, likes, strict=True))
    p99 = tuple(Run(mine[1], theirs[1]) for mine, theirs in zip(ours, likes, strict=True))
    answered = Words(
        f"边输边查，{clients:,} 位客户，LIKE 也能答的，p50", f"as you type, {clients:,} clients, what LIKE can, p50"
    )
    whole = Words(f"边输边查，{clients:,} 位客户，全部输入，p99", f"as you type, {clients:,} clients, every input, p99")
    return [
        Row("search", answered, "ms", of, p50, Bound(100, at_most=False), once),
        Row("search", whole, "ms", of, p99, Bound(limit_ms, of_figure=True), once),
    ]


def _queries(reader: Reader, draw: random.Random, clients: int) -> tuple[list[str], list[str]]:
    """(what LIKE can answer: name, phone, its tail, room; what it cannot: pinyin, initials, two at once)."""
    both: list[str] = []
    only_ours: list[str] = []
    for _ in range(TYPED):
        name, phone, building, unit, room = _somebody(reader, draw, clients)
        both += [name[:1], name[:2], name, phone[-4:], phone[:7], phone, room]
        syllables = name_readings(name)[0]
        spelt, initials = "".join(syllables), "".join(syllable[0] for syllable in syllables)
        only_ours += [spelt[:length] for length in range(1, len(spelt) + 1)]
        only_ours += [initials, f"{initials}{phone[-4:]}", f"{building}-{unit}-{room}", f"{building}栋{unit}单元{room}"]
    return both, only_ours


def _somebody(reader: Reader, draw: random.Random, clients: int) -> Answer:
    """(name, phone, building, unit, room) of a client drawn by lot."""
    row = reader.one(
        "SELECT f.name, f.phone, u.building, u.unit, u.room FROM flat f JOIN client_unit cu ON cu.client = f.id"
        " JOIN unit u ON u.id = cu.unit WHERE f.rowid = :place",
        place=draw.randint(1, clients),
    )
    return row or ("王", "19900000000", "1", "1", "101")
