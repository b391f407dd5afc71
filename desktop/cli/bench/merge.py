"""A package of 200,000 rows and 80,000 edits taken in, against INSERT .. SELECT from an attached database."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db import search
from db.exchange.blocks import COLUMNS, TABLES, note_export, positions_now
from db.store import Store
from desktop.cli.bench import changesets
from desktop.cli.bench.places import copied, fill, found, found_beside, in_fresh_process, opened
from desktop.cli.bench.report import RUNS, Bound, Row, Run, Words
from desktop.cli.bench.rows import START_MS, STEP_MS, office
from desktop.cli.session import Session
from desktop.services.exchange import cards, packages
from desktop.services.registry import administrator

ROWS = 200_000
# Rows that are there already, as a multiple of those that come.
LARGE = 5
DELTA_SHARE = 100
BASE_SEED, SOURCE_SEED, LATE_SEED = 1, 2, 3
READY = "ready"


@dataclass(frozen=True, slots=True)
class Measured:
    """One work in a process of its own."""

    seconds: float
    rows: int


@dataclass(frozen=True, slots=True)
class Packages:
    """What the source hands on, and a copy of it for the yardstick with everything ready-made."""

    full: Path
    delta: Path
    overlapping: Path
    given: Path
    # The same rows for apsw; there only where it is installed.
    changeset: Path


@dataclass(frozen=True, slots=True)
class Compared:
    """One run into one target: against tables with derived tables, against bare tables, our memory."""

    whole: Run
    bare: Run
    peak_mb: float | None


@dataclass(frozen=True, slots=True)
class Results:
    """Every run; `later` are the seconds of the known, the delta and the overlapping package of each.

    `beside` are ours into an empty plain database and apsw's, and the memory of both; `sizes` the MB of their files.
    """

    empty: tuple[Compared, ...]
    large: tuple[Compared, ...]
    later: tuple[tuple[float, ...], ...]
    beside: tuple[tuple[Run, Run], ...]
    sizes: Run | None


def measure(session: Session, folder: Path, rows: int = ROWS, large: int = LARGE, runs: int = RUNS) -> tuple[Row, ...]:
    """Build the databases and packages, then measure every work three times in turns with its yardstick."""
    session.progress(f"并入：准备 {rows:,} 行的资料包", f"merge: making a package of {rows:,} rows")
    files = prepare(folder, rows, large)
    session.progress(f"并入：准备 {large * rows:,} 行的数据库", f"merge: making a database of {large * rows:,} rows")
    _fill_base(folder / "base.db", rows * large)
    empty: list[Compared] = []
    into_large: list[Compared] = []
    later: list[tuple[float, ...]] = []
    beside: list[tuple[Run, Run]] = []
    if not changesets.is_installed():
        session.progress("并入：没有 apsw，不与变更集比较", "merge: without apsw, no changeset to compare with")
    for number in range(1, runs + 1):
        session.progress(f"并入：第 {number}/{runs} 轮", f"merge: run {number} of {runs}")
        empty.append(_compare(folder, folder / "empty.db", files))
        into_large.append(_compare(folder, folder / "base.db", files))
        again = (files.full, files.delta, files.overlapping)
        later.append(tuple(_taken(folder / "ours.db", file)[0].seconds for file in again))
        if files.changeset.exists():
            beside.append(_beside(folder, files))
    sizes = Run(_megabytes(files.full), _megabytes(files.changeset)) if files.changeset.exists() else None
    found_ = Results(tuple(empty), tuple(into_large), tuple(later), tuple(beside), sizes)
    return tuple(_table(rows, large, found_))


# -- what is measured ------------------------------------------------------------------------------------------------


def take(path: Path, file: Path, *, keyed: bool = True) -> Measured:
    """Take a package into the database `path`, from reading the file to the commit."""
    with opened(path, keyed=keyed) as store:
        begun = time.perf_counter()
        incoming = packages.take_in(administrator(store), store, file=file)
        return Measured(time.perf_counter() - begun, incoming.added)


def _taken(path: Path, file: Path, *, keyed: bool = True) -> tuple[Measured, float | None]:
    return in_fresh_process(take, path, file, keyed=keyed)


def _beside(folder: Path, files: Packages) -> tuple[Run, Run]:
    """Ours and apsw's into an empty plain database: seconds, and MB of memory."""
    theirs, their_mb = in_fresh_process(
        changesets.apply, copied(folder / "plain.db", folder / "theirs.db"), files.changeset
    )
    ours, our_mb = _taken(copied(folder / "plain.db", folder / "ours-plain.db"), files.full, keyed=False)
    return Run(ours.seconds, theirs), Run(our_mb or 0.0, their_mb)


def _megabytes(file: Path) -> float:
    return file.stat().st_size / 1e6


def pour(path: Path, source: Path, *, derived: bool) -> Measured:
    """Copy every row of `source` with INSERT .. SELECT, if asked also the ready-made search terms and states."""
    with opened(path) as store:
        known = positions_now(store)["client"]
        begun = time.perf_counter()
        store.connection.execute("ATTACH DATABASE ? AS given KEY ''", (str(source),))
        seen = store.connection.total_changes
        store.connection.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            if table != "project":
                names = ", ".join(COLUMNS[table])
                store.connection.execute(f"INSERT INTO {table}({names}) SELECT {names} FROM given.{table}")  # noqa: S608
        added = store.connection.total_changes - seen
        if derived:
            store.connection.execute(
                f"INSERT INTO search(rowid, terms) SELECT rowid + ?, terms FROM given.{READY}",  # noqa: S608
                (known,),
            )
            store.connection.execute("INSERT INTO concern_now SELECT * FROM given.concern_now")
        store.connection.execute("COMMIT")
        return Measured(time.perf_counter() - begun, added)


def _compare(folder: Path, base: Path, files: Packages) -> Compared:
    """The yardsticks and our merge, each into its own copy of `base`; the merged database stays."""
    bare, _ = in_fresh_process(pour, copied(base, folder / "bare.db"), files.given, derived=False)
    whole, _ = in_fresh_process(pour, copied(base, folder / "whole.db"), files.given, derived=True)
    ours, peak_mb = _taken(copied(base, folder / "ours.db"), files.full)
    return Compared(Run(ours.seconds, whole.seconds), Run(ours.seconds, bare.seconds), peak_mb)


# -- what it is measured on ------------------------------------------------------------------------------------------


def prepare(folder: Path, rows: int, large: int) -> Packages:
    """The database that the packages come from, what it hands on, and an empty database of its project."""
    source = folder / "source.db"
    names = ("full.qinting", "delta.qinting", "overlapping.qinting", "given.db", "given.changeset")
    files = Packages(*[folder / name for name in names])
    # Its last days lie among the last days of the large database.
    start_ms = START_MS + (large - 1) * rows * STEP_MS
    with found(source, keyed=False) as store:
        for name in ("empty.db", "base.db", "plain.db"):
            with found_beside(folder / name, store, keyed=name != "plain.db") as further:
                # A stranger's package is read in a process of its own; that has no part in what is measured here.
                cards.trust(administrator(further), further, fingerprint_text=cards.own_fingerprint(store))
        fill(store, office(SOURCE_SEED, store.identity.project, rows, start_ms))
        _hand_on(store, files.full)
        with store.transaction(verb="bench") as tx:
            note_export(tx, positions_now(tx))
    with opened(copied(source, files.given), keyed=False) as given:
        _make_ready(given)
    if changesets.is_installed():
        in_fresh_process(changesets.record, folder / "plain.db", files.given, files.changeset)
    with opened(source, keyed=False) as store:
        store_end_ms = start_ms + 2 * rows * STEP_MS
        late = office(LATE_SEED, store.identity.project, rows // DELTA_SHARE, store_end_ms)
        fill(store, (block for block in late if block[0] != "edit"))
        _change(store, rows // 500)
        _hand_on(store, files.delta, delta=True)
        later = office(LATE_SEED + 1, store.identity.project, rows // 400, store_end_ms)
        fill(store, (block for block in later if block[0] != "edit"))
        _change(store, rows // 700)
        _hand_on(store, files.overlapping)
    return files


def _hand_on(store: Store, file: Path, *, delta: bool = False) -> None:
    packages.export(administrator(store), store, file=file, delta=delta)


def _make_ready(given: Store) -> None:
    """Lay the search terms of every client ready, as the yardstick's INSERT .. SELECT takes them."""
    given.connection.execute(f"CREATE TABLE {READY}(rowid INTEGER PRIMARY KEY, terms TEXT NOT NULL)")
    with given.transaction(verb="bench") as tx:
        tx.connection.executemany(f"INSERT INTO {READY} VALUES (?, ?)", search.entries(tx.query(search.SELECT)))  # noqa: S608
    given.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _change(store: Store, count: int) -> None:
    """Give clients all over the list another note."""
    ids = store.query(
        "SELECT id FROM client WHERE rowid % (SELECT max(1, count(*) / :count) FROM client) = 0", count=count
    )
    with store.transaction(verb="bench") as tx:
        for (row_id,) in ids[:count]:
            tx.save("client", row_id, {"note": f"改约 {tx.now}"})


def _fill_base(base: Path, rows: int) -> None:
    with opened(base) as store:
        fill(store, office(BASE_SEED, store.identity.project, rows))
        with store.transaction(verb="bench") as tx:
            search.rebuild(tx)
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


# -- the table -------------------------------------------------------------------------------------------------------

ATTACHED = Words("附加库 INSERT..SELECT，含检索与状态", "ATTACH + INSERT..SELECT, search and states too")
BARE = Words("附加库 INSERT..SELECT，只有表", "ATTACH + INSERT..SELECT, tables only")
OF_ROWS = Words("行", "rows")
NO_MORE_MB = Bound(200, of_figure=True)


def _table(rows: int, large: int, results: Results) -> Iterator[Row]:
    done = (rows * 1.4, OF_ROWS)
    targets = (
        ("空库", "an empty database", Bound(3), results.empty),
        (f"{rows * large:,} 行的库", f"a database of {rows * large:,} rows", Bound(2.5), results.large),
    )
    for zh, en, bound, found_ in targets:
        work = Words(
            f"{rows:,} 行、{rows * 2 // 5:,} 条历史并入{zh}", f"{rows:,} rows, {rows * 2 // 5:,} edits into {en}"
        )
        yield Row("merge", work, "s", ATTACHED, tuple(one.whole for one in found_), bound, done)
        yield Row("merge", work, "s", BARE, tuple(one.bare for one in found_), None, done)
        peaks = tuple(Run(one.peak_mb) for one in found_ if one.peak_mb is not None)
        if peaks:
            held = Words(f"同上，进程占用内存（{zh}）", f"the same, memory of the process ({en})")
            yield Row("merge", held, "MB", Words("", ""), peaks, NO_MORE_MB)
    yield from _beside_table(rows, done, results)
    names = (
        (Words("同一个包再来一次", "the same package again"), Bound(0.2)),
        (Words(f"{rows // DELTA_SHARE:,} 行的增量包", f"a delta of {rows // DELTA_SHARE:,} rows"), Bound(0.25)),
        (Words("重叠的整包", "an overlapping package"), Bound(2)),
    )
    for place, (work, bound) in enumerate(names):
        runs = tuple(Run(s[place], one.whole.yardstick) for s, one in zip(results.later, results.large, strict=True))
        yield Row("merge", work, "s", ATTACHED, runs, bound)


CHANGESET = Words("SQLite 变更集（apsw），只有表，明文库", "a changeset of SQLite (apsw), tables only, plain")


def _beside_table(rows: int, done: tuple[float, Words], results: Results) -> Iterator[Row]:
    """Ours, with search terms, states and history, beside what carries the bare tables; for information."""
    if not results.beside:
        return
    plain = Words(
        f"{rows:,} 行、{rows * 2 // 5:,} 条历史并入明文空库，含检索",
        f"{rows:,} rows, {rows * 2 // 5:,} edits into an empty plain database, search too",
    )
    yield Row("merge", plain, "s", CHANGESET, tuple(seconds for seconds, _ in results.beside), None, done)
    keyed = Words("同上，并入加密空库", "the same into an empty keyed database")
    runs = tuple(
        Run(one.whole.ours, seconds.yardstick) for one, (seconds, _) in zip(results.empty, results.beside, strict=True)
    )
    yield Row("merge", keyed, "s", CHANGESET, runs, None, done)
    held = Words("同上，明文库，进程占用内存", "the same, plain, memory of the process")
    yield Row("merge", held, "MB", CHANGESET, tuple(memory for _, memory in results.beside), None)
    if results.sizes:
        files = Words("资料包的大小，已加密、已签名", "size of the package, encrypted and signed")
        yield Row("merge", files, "MB", CHANGESET, (results.sizes,), None)
