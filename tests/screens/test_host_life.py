"""My tasks: beside what I promised, the concerns whose next step is mine."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.host.task_rows import TaskRow
from desktop.jobs import Jobs
from desktop.services.concerns import moving, recording
from desktop.services.opening import open_database
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.hosting import NOW, morning, opened, press, rows, settle, shown_texts

CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "车库坡道一下雨就打滑"


def test_a09_what_waits_for_my_step_stands_above_what_i_promised(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, tmp_path: Path
) -> None:
    day = morning(tmp_path)
    with open_database(day.file) as store:
        store.clock = lambda: NOW
        office = administrator(store)
        staff.set_roles(office, store, staff=day.host, roles=["host", "handler"])
        made = recording.add(
            office, store, event=day.event, received_by=day.host, words=WORDS, type_code="repair"
        ).concern
        told = {"area": "engineering_quality", "department": "engineering", "grade": "2"}
        for target, by, fields in (
            ("accepted", day.coordinator, told), ("dispatched", day.coordinator, {}), ("in_progress", day.host, {}),
        ):  # fmt: skip
            assert not moving.move(office, store, concern=made, target=target, by=by, fields=fields).refused
    flow = opened(qtbot, look, translator, jobs, day)

    press(qtbot, flow, jobs, Qt.Key.Key_2, CTRL)

    texts = shown_texts(flow.window.tasks)
    assert "等我办理" in texts
    first, second = flow.window.tasks.findChildren(TaskRow)
    assert (first.mine.text, first.mine.turn, second.mine.promise) == (WORDS, "work_on", day.owed)
    assert any(text.startswith("未兑现 1 条，其中过期 1 条") for text in texts)
    # It is done in the office, by the table's steps: no key ticks it off here.
    press(qtbot, flow, jobs, Qt.Key.Key_Space)
    flow.window.tasks.settle()
    settle(qtbot, jobs)
    assert rows(day.file, "SELECT state FROM concern_now WHERE concern = '" + made + "'") == [("in_progress",)]
