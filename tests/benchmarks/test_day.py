"""A whole day of scans at one kiosk window neither slows it down nor makes it grow."""

import sys
from argparse import Namespace
from pathlib import Path

import pytest

from desktop.cli.bench import day
from desktop.cli.bench.report import as_text
from desktop.cli.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Namespace(language="en", json=False, data=None, passphrase_file=None, as_staff=None, names=[]))


def test_a_day_that_slows_down_or_grows_is_told(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"scans_ms": [10.0] * 10 + [20.0] * 20 + [13.0] * 10, "memory_mb": [100.0, 101.0, 120.0]}
    monkeypatch.setattr(day, "make_door", lambda _data, _clients: ("event", ["code"] * 40))
    monkeypatch.setattr(day, "stopwatch", lambda *_words: (said, 0))
    slower, larger = day.measure(session, tmp_path, clients=1, scans=40, part=10)

    assert (slower.ours, slower.theirs, slower.ok) == (13.0, 10.0, False)
    assert (larger.ours, larger.theirs, larger.ok) == (120.0, 100.0, False)
    assert "the last 10 of 40 scans" in as_text((slower, larger), session)


@pytest.mark.full
def test_a_whole_day_at_one_window_neither_slows_down_nor_grows(session: Session, tmp_path: Path) -> None:
    rows = day.measure(session, tmp_path)

    sys.stdout.write(as_text(rows, session) + "\n")
    assert all(row.ok for row in rows), as_text(rows, session)
