"""What a host is reminded of at the start, and what they take along from their tasks; no network is asked for it."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.host.reminding import Reminders
from desktop.jobs import Jobs
from desktop.services.opening import open_database
from desktop.services.promises.mine import Mine
from desktop.settings import Settings
from desktop.widgets.context import FaceContext
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.journeys.test_duty import Office, at
from tests.screens import office_world as world
from tests.screens.hosting import settle, shown

NOW = "2026-05-25T09:00"


@pytest.fixture
def flow(qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, tmp_path: Path) -> HostFlow:
    """The window of a project manager who has not received anybody this month, six days before its end."""
    file = tmp_path / "host.db"
    with world.found(file) as store:
        store.clock = lambda: at(NOW)
        office = Office(store)
        office.event("2026-05-01")
        office.person("陆文谦", "project_gm", post="项目总", roles=["host"])
    with open_database(file) as store:
        host = store.query("SELECT id FROM staff")[0][0]
    context = FaceContext(file, None, Settings(), look, translator, jobs, host, None, clock=lambda: at(NOW),
                          keep_settings=lambda _settings: None)  # fmt: skip
    return shown(qtbot, context)


def test_a09_a_reception_due_within_seven_days_and_late_tasks_show_at_the_start(
    qtbot: QtBot, jobs: Jobs, flow: HostFlow, tmp_path: Path
) -> None:
    texts = " ".join(label.text() for label in flow.window.idle.findChildren(Label))
    assert "5月31日前还要接待一次" in texts

    hall = flow._hall
    assert hall is not None
    promised = [Mine(day, "", day, "", "", "") for day in ("2026-05-24", "2026-05-25", "2026-06-01", "2026-06-02")]
    today = flow._now().date()
    said = Reminders(flow).lines(replace(hall, mine=tuple(promised)), today)
    assert "1 件已过期，2 件七天内到期" in said

    file = tmp_path / "mine.ics"
    flow.handing.calendar_to(file)
    settle(qtbot, jobs)
    assert b"DTSTART;VALUE=DATE:20260531" in file.read_bytes()
    assert "已保存为 mine.ics" in " ".join(label.text() for label in flow.window.tasks.duty.findChildren(Label))
