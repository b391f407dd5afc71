"""Two programs at one database: two windows, or a window and the command line. Each sees what the other did."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.kiosk.state import Answer, Troubled
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.faults.program import Office
from tests.screens.kiosk_day import Day, Kiosk, make_day

Opened = Callable[[], Kiosk]


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """A day that is today: the command line has no clock but the system's."""
    now = datetime.now(UTC)
    made = make_day(tmp_path, starts=now)
    made.now_ms = int(now.timestamp() * 1000)
    return made


@pytest.fixture
def opened(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> Iterator[Opened]:
    """Opens kiosks on the day's database and closes them at the end."""
    kiosks: list[Kiosk] = []

    def make() -> Kiosk:
        kiosks.append(Kiosk(qtbot, day, look, translator))
        return kiosks[-1]

    yield make
    # All before any is waited for: pytest-qt deletes the windows as soon as events are handled again.
    for kiosk in kiosks:
        kiosk.flow.close()
    for kiosk in kiosks:
        kiosk.settle()
        kiosk.jobs.close()


def outcome(kiosk: Kiosk, code: str) -> str:
    kiosk.scan(code)
    assert isinstance(kiosk.state, Answer), kiosk.state
    return kiosk.state.outcome


def test_two_windows_on_one_database_welcome_each_guest_once(day: Day, opened: Opened) -> None:
    east, west = opened(), opened()
    guests = [day.codes[name] for name in ("陈知夏", "陈子萱", "陈梓轩", "欧阳南乔")]

    first = [outcome(kiosk, code) for kiosk, code in zip((east, west, east, west), guests, strict=True)]
    second = [outcome(kiosk, code) for kiosk, code in zip((west, east, west, east), guests, strict=True)]

    assert first == ["welcomed"] * 4
    assert second == ["already"] * 4
    assert len(day.rows()) == 8
    assert Office(day.file).do("verify")["sound"] is True


def test_a_window_and_the_command_line_know_of_each_other(day: Day, opened: Opened) -> None:
    kiosk, line = opened(), Office(day.file)
    one, two = day.codes["陈知夏"], day.codes["陈子萱"]

    assert outcome(kiosk, one) == "welcomed"
    (again,) = line.run("check-in", "scan", "--event", day.event, one).lines()
    assert again["outcome"] == "already"
    line.do("check-in", "walk-in", "--event", day.event, "--name", "江晚")

    assert outcome(kiosk, two) == "welcomed"
    assert sorted(row.means for row in day.rows()) == ["scan", "scan", "scan", "walk_in"]


def test_a_window_that_finds_the_database_taken_says_so_and_goes_on(
    day: Day, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.driver.BUSY_TIMEOUT_MS", 50)
    kiosk = opened()
    other = Office(day.file).connect()
    other.execute("BEGIN IMMEDIATE")
    try:
        kiosk.scan(day.codes["陈知夏"])
        assert isinstance(kiosk.state, Troubled), kiosk.state
        assert day.rows() == ()
    finally:
        other.execute("ROLLBACK")
        other.close()

    assert outcome(kiosk, day.codes["陈知夏"]) == "welcomed"
