"""Who is on duty at the event: offered first to receive, and the one who writes at the only table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.cli.main import run
from desktop.host.flow import HostFlow
from desktop.host.presence import Presence
from desktop.jobs import Jobs
from desktop.services.events import events
from desktop.services.opening import open_database
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.hosting import Morning, opened, press, rows, settle


def on_duty(day: Morning, *people: tuple[str, str]) -> list[str]:
    """Add people, by name and part, and put them on duty today; their ids."""
    with open_database(day.file) as store:
        office = administrator(store)
        ids = [staff.add(office, store, name=name, level="staff", roles=(part,)) for name, part in people]
        for person, (_, part) in zip(ids, people, strict=True):
            events.put_staff(office, store, event=day.event, staff=person, part=part)
    return ids


def present(flow: HostFlow) -> str:
    """Who is said to sit by."""
    line = flow.window.talk.findChild(Presence)
    assert line is not None
    return " ".join(label.text() for label in line.findChildren(Label))


def test_hosts_on_duty_are_offered_before_the_others(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    (here,) = on_duty(day, ("温若水", "host"))
    flow = opened(qtbot, look, translator, jobs, day, staff_id=None)

    offered = [one.objectName() for one in flow.window.people.findChildren(QPushButton) if one.isVisible()]
    said = [one.text() for one in flow.window.people.findChildren(Label) if one.isVisible()]

    assert offered == [f"person_{here}", f"person_{day.host}"]
    assert said[-2:] == ["今天当班", "其他人"]
    press(qtbot, flow, jobs, Qt.Key.Key_Return)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    assert rows(day.file, "SELECT host FROM reception") == [(here,)]


def test_the_only_recorder_on_duty_writes_and_is_named_at_the_table(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    (writing,) = on_duty(day, ("何苗", "recorder"))
    flow = opened(qtbot, look, translator, jobs, day)

    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    assert rows(day.file, "SELECT host, recorder FROM reception") == [(day.host, writing)]
    assert "何苗（记录）" in present(flow)


def test_where_two_record_nobody_is_taken_for_granted_and_one_is_chosen(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    _, second = on_duty(day, ("何苗", "recorder"), ("江晚", "recorder"))
    flow = opened(qtbot, look, translator, jobs, day)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    assert rows(day.file, "SELECT recorder FROM reception") == [(day.host,)]
    assert "记录" not in present(flow)

    offered = {one.text(): one for one in flow.window.talk.findChildren(QAction)}
    offered["江晚（记录）"].trigger()
    settle(qtbot, jobs)

    assert rows(day.file, "SELECT recorder FROM reception") == [(second,)]
    assert "江晚（记录）" in present(flow)
    assert "江晚（记录）" not in {one.text() for one in flow.window.talk.findChildren(QAction)}


def test_who_writes_is_said_on_the_command_line_too(day: Morning, capsys: pytest.CaptureFixture[str]) -> None:
    (writing,) = on_duty(day, ("何苗", "recorder"))
    place = ["--data", str(day.file), "--json", "reception", "start", "--event", day.event]

    assert run([*place, "--host", "宋明远", "--client", day.clients[0], "--recorder", "何苗"], lambda _: 3) == 0

    assert capsys.readouterr().out
    assert rows(day.file, "SELECT host, recorder FROM reception") == [(day.host, writing)]
