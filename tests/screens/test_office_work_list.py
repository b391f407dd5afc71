"""The work list: what waits in each view, whose it is, and what a wide window tells beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.office.window import OfficeWindow
from desktop.services.concerns import recording
from desktop.services.registry import administrator
from desktop.widgets.buttons import Button
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    """Two concerns: one late, heard by the host; one new, heard by the coordinator, who sits at the window."""
    file = tmp_path / "office.db"
    with world.found(file) as store:
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        world.with_concern(store, event, people)
        recording.add(
            caller, store, event=event, received_by=people.coordinator, words="地库太暗", type_code="complaint"
        )
    made = world.opened(qtbot, look, translator, file, staff_id=people.coordinator)
    made.people = people
    window = made.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("concerns")
    made.wait()
    yield made
    made.close()


def views(office: Office) -> list[str]:
    return [button.text() for button in office.flow.work._views.findChildren(Button)]


def test_every_view_says_how_much_waits_in_it(office: Office) -> None:
    assert views(office) == ["重点 1", "全部 2", "逾期 1", "待回访", "已结束"]


def test_mine_are_those_i_handle_or_heard(office: Office) -> None:
    office.flow.work.show_view("open")

    office.bot.mouseClick(office.flow.work._own, LEFT)

    assert [line.words for line in office.flow.work.shown] == ["地库太暗"]
    assert views(office)[1] == "全部 1"


def test_nobody_is_asked_for_theirs_where_nobody_is_signed_in(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "nobody.db"
    with world.found(file) as store:
        assert administrator(store).staff is None
    office = world.opened(qtbot, look, translator, file)

    assert office.flow.work._own.isHidden()
    office.close()


def test_a_wide_window_tells_number_room_area_and_state(office: Office) -> None:
    table = office.flow.work.table
    assert [place for place in range(8) if table.isColumnHidden(place)] == [1, 4, 5, 7]

    office.flow.window.resize(1920, 1080)
    office.bot.waitUntil(lambda: not table.isColumnHidden(1), timeout=5_000)

    assert not any(table.isColumnHidden(place) for place in range(8))


def test_the_list_is_600_px_beside_a_pane_of_480_in_the_usual_window(office: Office) -> None:
    work = office.flow.work

    assert work.width() == 1080
    assert abs(work.pane.width() - 480) <= 1


def test_enter_leads_from_the_list_to_the_next_step(office: Office) -> None:
    window = office.flow.window
    window.activateWindow()
    office.bot.waitUntil(window.isActiveWindow, timeout=5_000)
    work = office.flow.work
    work.table.setFocus()

    office.bot.keyClick(work.table, Qt.Key.Key_Return)

    first = work.pane._foot.findChild(Button)
    assert first is not None
    assert first.hasFocus()
