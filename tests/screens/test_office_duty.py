"""接待履职 in the office's window: who owes, exempted and approved in place, how often, training, why untrained."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.office.pages.duty import DutyPage
from desktop.office.window import OfficeWindow
from desktop.services.events import events
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.services.training import training
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    """An office with an event today, a president, a project manager and somebody who may approve."""
    file = tmp_path / "office.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, _ = world.with_event(store)
        people = world.with_staff(store)
        staff.add(caller, store, name="安和", level="project_gm", roles=["host"])
        staff.add(caller, store, name="顾小满", level="staff", roles=["office_head"])
    opened = world.opened(qtbot, look, translator, file)
    opened.people = people
    yield opened
    opened.close()


def page(office: Office) -> DutyPage:
    """The page, read and in front."""
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("duty")
    office.wait()
    return office.flow.duty


def press(office: Office, inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert button is not None, name
    office.bot.mouseClick(button, LEFT)
    office.wait()
    # What was laid out anew is shown with the next turn.
    office.bot.wait(20)


def told(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(Label) if label.isVisibleTo(part))


def shown(found: DutyPage) -> list[tuple[str, str, str]]:
    """Name, done of owed, state of every row."""
    rows = found.table.rows
    return [tuple(rows.row_at(number).cells[place].text for place in (0, 4, 5)) for number in range(rows.rowCount())]  # type: ignore[misc]


def choose(found: DutyPage, name: str) -> None:
    lines = found.duties.report.lines if found.duties else ()
    found.table.choose(next(line.post_id for line in lines if line.name == name))


def test_a16_who_owes_is_listed_exempted_by_another_and_given_a_second_post_in_place(
    office: Office, tmp_path: Path
) -> None:
    found = page(office)
    assert shown(found) == [("安和", "0 / 1", "本期待接待"), ("沈砚", "0 / 1", "本期待接待")]
    found.level.choose("regional_president")
    assert [one[0] for one in shown(found)] == ["沈砚"]
    found.level.choose("")
    assert "5 人中有 0 人参与过" in told(found)

    choose(found, "安和")
    press(office, found.pane, "exempt")
    found.pane.reason.setText("产假")
    press(office, found.pane, "exempt")
    asked = found.duties.exemptions[0] if found.duties else None
    assert asked is not None
    assert shown(found)[0] == ("安和", "0 / 1", "本期待接待"), "asked for is not granted"
    press(office, found.pane, f"approve_{asked.id}")
    assert ("安和", "0 / —", "已免除") in shown(found)
    assert "顾小满 已批准" in told(found.pane)

    press(office, found.pane, "further_post")
    found.pane.level.choose("regional_functional_head")
    found.pane.since.setText("2026-01-01")
    found.pane.post.setText("区域客关负责人")
    press(office, found.pane, "further_post")
    assert sum(one[0] == "安和" for one in shown(found)) == 2

    office.choices.written = tmp_path / "duties.xlsx"
    press(office, found, "export")
    office.choices.written = tmp_path / "one.ics"
    press(office, found.pane, "calendar")
    assert (tmp_path / "duties.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "one.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_how_often_a_level_receives_is_set_and_a_training_noted_and_taken_back(office: Office) -> None:
    with world.reopened(office.file) as store:
        course = training.add_course(administrator(store), store, name="客户接待礼仪", needed_for=["host"])
    found = page(office)
    found.views.choose("cadence")
    found.retranslate()
    found.cadence.level.choose("staff")
    found.cadence.months.choose("3")
    found.cadence.receptions.choose("1")
    press(office, found.cadence, "set_cadence")
    assert "每季度 1 次" in told(found.cadence)
    assert ("阮青", "0 / 1", "本期待接待") in shown(found)

    found.views.choose("training")
    found.retranslate()
    found.training.person.choose(office.people.host)
    found.training.course.choose(course)
    found.training.day.setText("2026-05-20")
    press(office, found.training, "add_training")
    assert found.training.table.rows.rowCount() == 1
    found.training.table.choose(found.training.table.rows.row_at(0).key)
    press(office, found.training, "drop_training")
    assert found.training.table.rows.rowCount() == 0


def test_a10_an_untrained_person_is_put_on_duty_only_with_a_reason(office: Office, tmp_path: Path) -> None:
    found = page(office)
    found.views.choose("training")
    found.retranslate()
    found.training.name.setText("客户接待礼仪")
    found.training.part.choose("host")
    press(office, found.training, "add_course")
    window, event_page = office.flow.window, office.flow.events
    assert isinstance(window, OfficeWindow)
    window.open("events")
    event_page.table.choose(event_page.table.rows.row_at(0).key)
    office.wait()
    event_page.duty.people.choose(office.people.host)
    event_page.duty.part.choose("host")
    office.bot.mouseClick(event_page.duty.add_button, LEFT)
    office.wait()
    assert "客户接待礼仪" in told(event_page.duty)
    assert not on_duty(office)

    office.bot.mouseClick(event_page.duty.add_button, LEFT)
    office.wait()
    assert not on_duty(office), "without a reason nobody goes on duty"
    event_page.duty.reason.setText("讲师临时病了")
    office.bot.mouseClick(event_page.duty.add_button, LEFT)
    office.wait()

    assert on_duty(office) == [(office.people.host, "讲师临时病了")]


def on_duty(office: Office) -> list[tuple[str, str]]:
    with world.reopened(office.file) as store:
        caller = administrator(store)
        event = events.everything(caller, store)[0].event.id
        return [(one.staff, one.untrained) for one in events.on_duty(caller, store, event=event)]
