"""Every bench runs through on a few rows and says what its yardstick did; how fast a machine is, no test asks."""

from argparse import Namespace
from pathlib import Path

import pytest

from db.errors import Misused
from db.store import Store
from desktop.cli.bench import (
    answers,
    bench,
    camera,
    changesets,
    check_in,
    gap,
    kiosk,
    merge,
    paper,
    search,
    similar,
    start,
)
from desktop.cli.bench.places import copied, opened
from desktop.cli.bench.report import Bound, Row, Run, Words, as_data, as_text
from desktop.cli.session import Session
from desktop.devices.multimedia import multimedia


@pytest.fixture
def session() -> Session:
    return Session(Namespace(language="en", json=False, data=None, passphrase_file=None, as_staff=None, names=[]))


def shown(rows: tuple[Row, ...], session: Session) -> str:
    """The printed table; every line that compares has its yardstick's figure, and its runs."""
    text = as_text(rows, session)
    assert len(text.splitlines()) == len(rows) + 1
    for row in as_data(rows, session)["rows"]:
        assert row["ours"] > 0
        assert row["runs"]
        assert (row["ratio"] is None) == (row["yardstick"] is None)
        assert row["ok"] in (True, False, None)
    return text


def test_the_bench_of_check_in_runs_through_and_prints_the_commits_a_second(session: Session, tmp_path: Path) -> None:
    text = shown(check_in.measure(session, tmp_path, sizes=(20, 60, 100), scans=50, runs=2), session)

    assert "commits/s" in text
    assert "60 clients, p99" in text


def test_the_bench_of_search_runs_through_and_prints_the_queries_a_second(session: Session, tmp_path: Path) -> None:
    text = shown(search.measure(session, tmp_path, sizes=((60, 5.0), (120, 16.0)), runs=2), session)

    assert "queries/s" in text
    assert "120 clients" in text


def test_the_bench_of_answers_runs_through_and_prints_the_queries_a_second(session: Session, tmp_path: Path) -> None:
    text = shown(answers.measure(session, tmp_path, answers=100, runs=2), session)

    assert "queries/s" in text
    assert "at most 100 ms" in text


def test_the_bench_of_similar_concerns_runs_through_and_prints_how_long_grouping_takes(
    session: Session, tmp_path: Path
) -> None:
    text = shown(similar.measure(session, tmp_path, concerns=60, runs=1), session)

    assert "first five of 60" in text
    assert "grouping 60 concerns, memory" in text


def test_the_bench_of_merge_runs_through_and_prints_the_rows_a_second(session: Session, tmp_path: Path) -> None:
    text = shown(merge.measure(session, tmp_path, rows=1_000, large=2, runs=1), session)

    assert "rows/s" in text
    assert "an overlapping package" in text
    assert text.count("a changeset of SQLite (apsw)") == 4
    merged, poured = contents(tmp_path / "ours.db"), contents(tmp_path / "whole.db")
    # The delta and the overlapping package came to ours only.
    assert all(merged[table] >= count for table, count in poured.items())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> merge.Packages:
    return merge.prepare(tmp_path_factory.mktemp("merge"), rows=1_000, large=2)


def test_the_merge_and_its_yardstick_leave_the_same_rows(files: merge.Packages, tmp_path: Path) -> None:
    for name in ("ours", "whole"):
        copied(files.full.with_name("empty.db"), tmp_path / f"{name}.db")

    assert merge.take(tmp_path / "ours.db", files.full).rows > 0
    merge.pour(tmp_path / "whole.db", files.given, derived=True)

    assert contents(tmp_path / "ours.db") == contents(tmp_path / "whole.db")


def test_a_changeset_brings_the_same_rows_but_nobody_can_be_searched_for(files: merge.Packages, tmp_path: Path) -> None:
    for name in ("ours-plain", "theirs"):
        copied(files.full.with_name("plain.db"), tmp_path / f"{name}.db")

    assert merge.take(tmp_path / "ours-plain.db", files.full, keyed=False).rows > 0
    assert changesets.apply(tmp_path / "theirs.db", files.changeset) > 0

    ours, theirs = (contents(tmp_path / f"{name}.db", keyed=False) for name in ("ours-plain", "theirs"))
    assert {table for table in ours if ours[table] != theirs[table]} == {"search_docsize", "concern_now"}
    assert theirs["search_docsize"] == 0


def contents(path: Path, *, keyed: bool = True) -> dict[str, int]:
    """How many rows there are of what both sides leave."""
    tables = ("client", "unit", "client_unit", "invitation", "form", "check_in", "reception", "concern", "edit")
    with opened(path, keyed=keyed) as store:
        return {table: rows_of(store, table) for table in (*tables, "concern_step", "concern_now", "search_docsize")}


def rows_of(store: Store, table: str) -> int:
    return store.count(f"SELECT count(*) FROM {table}")


def test_the_bench_of_paper_runs_through_and_prints_the_forms_a_second(session: Session, tmp_path: Path) -> None:
    text = shown(paper.measure(session, tmp_path, forms=2, concerns=5, runs=1), session)

    assert "forms/s" in text
    assert "Platypus" in text


def test_the_bench_of_the_kiosk_scans_at_the_real_window_and_prints_the_scans_a_second(
    session: Session, tmp_path: Path
) -> None:
    text = shown(kiosk.measure(session, tmp_path, clients=60, codes=4, runs=2), session)

    assert "scans/s" in text
    assert "60 clients, p99" in text
    with opened(tmp_path / "door.db") as store:
        kept = store.query("SELECT outcome, count(*) FROM check_in WHERE means = 'scan' GROUP BY outcome ORDER BY 1")
    # Two runs of four codes, each shown twice.
    assert [tuple(row) for row in kept] == [("already", 8), ("welcomed", 8)]


@pytest.mark.skipif(multimedia() is None, reason="the camera's part of Qt (PySide6-Addons) is not installed")
def test_the_bench_of_the_camera_reads_the_same_bytes_by_both_ways(session: Session, tmp_path: Path) -> None:
    rows = camera.measure(session, tmp_path, frames=4, runs=2)

    assert "frames/s" in shown(rows, session)
    assert [row.work.en for row in rows] == ["a 720p frame with a code", "a 720p frame without a code"]


def test_a_bench_that_does_not_exist_is_refused_with_the_choices(session: Session) -> None:
    session.args.names = ["check-in", "tea"]

    with pytest.raises(Misused) as refused:
        bench(session)

    assert refused.value.code == "bench_unknown"
    choices = "check-in search merge paper start kiosk gap camera day answers similar"
    assert refused.value.facts == {"value": "tea", "choices": choices}


@pytest.mark.parametrize(
    ("bound", "ok"),
    [(Bound(2.0), True), (Bound(1.9), False), (Bound(2.0, at_most=False), False), (Bound(0.5, at_most=False), True)],
)
def test_a_bound_is_kept_or_not(bound: Bound, ok: bool) -> None:
    runs = (Run(2.0, 1.0), Run(40.0, 20.0), Run(3.0, 1.0))

    assert Row("merge", Words("甲", "a"), "s", Words("乙", "b"), runs, bound).ok is ok


def test_a_line_without_a_bound_is_for_information(session: Session) -> None:
    row = Row("merge", Words("甲", "a"), "s", Words("乙", "b"), (Run(2.0, 1.0),), None, (10, Words("行", "rows")))

    assert row.ok is None
    assert "10 rows/s" in as_text((row,), session)


def test_an_absolute_bound_is_asked_of_our_own_figure() -> None:
    assert Row("search", Words("甲", "a"), "ms", Words("", ""), (Run(4.0, 900.0),), Bound(5, of_figure=True)).ok


def test_the_bench_of_start_compares_every_window_with_a_bare_one(session: Session, tmp_path: Path) -> None:
    rows = start.measure(session, tmp_path, times=1)

    assert [row.work.en for row in rows] == [f"to first paint, {face}" for face in ("office", "host", "kiosk")]
    assert all(run.ours > 0 and run.yardstick for row in rows for run in row.runs)


def test_the_bench_of_gaps_takes_a_list_and_a_package_into_the_real_window(session: Session, tmp_path: Path) -> None:
    rows = gap.measure(session, tmp_path, guests=500, rows=1_000)

    assert len(rows) == 4
    # Whoever is held for a quarter of a second by so little notices it, however busy the machine is.
    assert all(row.ours < 250 for row in rows), shown(rows, session)
    with opened(tmp_path / "empty.db") as store:
        assert store.count("SELECT count(*) FROM client WHERE roster IS NOT NULL") >= 500
        assert store.count("SELECT count(*) FROM concern") > 0


@pytest.mark.full
def test_the_window_waits_under_50_ms_while_100000_rows_and_200000_come_in(session: Session, tmp_path: Path) -> None:
    rows = gap.measure(session, tmp_path)

    assert all(row.ok for row in rows), shown(rows, session)
