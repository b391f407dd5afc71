"""The host's left column while the hall is directed: their own first, called by F8, received once they sit there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.host.guest_rows import GuestRow
from desktop.jobs import Jobs
from desktop.services.events import events
from desktop.services.guests import check_ins
from desktop.services.hall import calling, directing, hosts, lines, overview
from desktop.services.receptions import talks
from desktop.settings import Settings
from desktop.widgets.context import FaceContext
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import hall_world as world
from tests.screens.hall_world import MINUTE_MS, NOW_MS, World
from tests.screens.hosting import press, settle, shown, shown_texts

ME, OTHER = "宋明远", "韩若川"
VIP, RISK, THIRD, FOURTH = "陈知夏", "沈一诺", "顾南乔", "单雨桐"


@pytest.fixture
def hall(a_hall: World, tmp_path: Path) -> World:
    """Two families wait for this host, one for another, one for nobody; the fifth has gone."""
    made = world.copied(a_hall, tmp_path)
    office, store = made.opened()
    with store:
        directing.left(office, store, turn=made.turns["欧阳清和"])
        for name, host in ((VIP, ME), (RISK, OTHER), (THIRD, ME)):
            directing.direct(office, store, turn=made.turns[name], staff=made.hosts[host])
        store.connection.execute("UPDATE turn SET staff = NULL, place = NULL WHERE id = ?", (made.turns[FOURTH],))
    return made


@pytest.fixture
def flow(qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, hall: World) -> HostFlow:
    context = FaceContext(
        hall.file, None, Settings(), look, translator, jobs, hall.hosts[ME], None, clock=lambda: NOW_MS
    )
    return shown(qtbot, context)


def rows(flow: HostFlow) -> list[GuestRow]:
    return [row for row in flow.window.waiting.findChildren(GuestRow) if row.isVisible()]


def names(flow: HostFlow) -> list[str]:
    return [row.guest.name.split()[0] for row in rows(flow)]


def line_of(hall: World, name: str) -> lines.Line:
    office, store = hall.opened()
    with store:
        return directing.line(office, store, turn=hall.turns[name], now_ms=NOW_MS)


def button(flow: HostFlow, name: str) -> QPushButton:
    return next(one for one in flow.window.findChildren(QPushButton, name) if one.isVisible())


def test_their_own_stand_first_then_those_sent_to_nobody_then_those_of_other_tables(flow: HostFlow) -> None:
    assert names(flow) == [VIP, THIRD, FOURTH, RISK]
    texts = shown_texts(flow.window)
    assert {"派给您的  2", "还没有派  1", "别的桌  1"} <= set(texts)
    assert any(OTHER in text for text in texts)


def test_marks_stand_as_icons_beside_the_name_with_their_words_for_screen_readers(flow: HostFlow) -> None:
    marked = {row.guest.name.split()[0]: row.accessibleName() for row in rows(flow)}

    assert "VIP" in marked[VIP]
    assert "风险" in marked[RISK]
    assert "VIP" not in marked[THIRD]
    assert "风险" not in marked[THIRD]


def test_f8_calls_the_next_of_ones_own_and_once_more_receives_them(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, hall: World
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    called = line_of(hall, VIP)
    assert (called.state, called.called_by) == ("called", ME)
    assert flow.window.middle.currentWidget() is flow.window.idle
    assert "已入座" in button(flow, "next_client").accessibleName()

    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    assert flow.window.middle.currentWidget() is flow.window.talk
    assert line_of(hall, VIP).state == "greeted"
    with hall.opened()[1] as store:
        assert store.query("SELECT client, place FROM reception") == [(hall.clients[VIP], "A6")]


def test_while_somebody_sits_there_no_other_name_and_no_mark_is_in_any_part_of_the_window(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs
) -> None:
    for _ in range(2):
        press(qtbot, flow, jobs, Qt.Key.Key_F8)
    told = "\n".join(shown_texts(flow.window))

    assert VIP in told
    for hidden in (RISK, THIRD, FOURTH, "VIP", "风险", "A00"):
        assert hidden not in told, hidden


def test_somebody_of_another_table_is_taken_over_only_on_purpose(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, hall: World
) -> None:
    qtbot.mouseClick(next(row for row in rows(flow) if row.guest.name.startswith(RISK)), Qt.MouseButton.LeftButton)
    assert "接过来" in button(flow, "next_client").accessibleName()
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    taken = line_of(hall, RISK)
    assert (taken.staff, taken.place, taken.state) == (hall.hosts[ME], "A6", "waiting")

    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    assert line_of(hall, RISK).state == "called"
    assert line_of(hall, VIP).state == "waiting"


def test_who_was_called_elsewhere_meanwhile_is_not_called_twice(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, hall: World
) -> None:
    office, store = hall.opened()
    with store:
        calling.call(office, store, turn=hall.turns[VIP])
    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    assert flow.window.banner.isVisible()
    assert hall.numbers[VIP] in "\n".join(shown_texts(flow.window.banner))
    with hall.opened()[1] as store:
        assert store.count("SELECT count(*) FROM journal WHERE verb = 'hall.call'") == 1


def test_one_who_was_called_is_shown_again_or_has_left(qtbot: QtBot, flow: HostFlow, jobs: Jobs, hall: World) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F7)
    assert line_of(hall, VIP).again_at == NOW_MS

    qtbot.mouseClick(button(flow, "has_left"), Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)

    assert line_of(hall, VIP).state == "left"
    assert names(flow)[0] == THIRD


def test_while_a_host_is_away_nobody_is_sent_to_them(qtbot: QtBot, flow: HostFlow, jobs: Jobs, hall: World) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F10)
    assert "您已离开，不再派客户给您" in shown_texts(flow.window.waiting)
    assert [row.guest.whose for row in rows(flow) if row.guest.name.startswith((VIP, THIRD))] == ["theirs", "theirs"]

    press(qtbot, flow, jobs, Qt.Key.Key_F10)

    office, store = hall.opened()
    with store:
        me = next(one for one in hosts.hosts(office, store, event=hall.event) if one.staff == hall.hosts[ME])
    assert me.away_at is None
    assert button(flow, "away").text() == "离开一会儿"


def test_somebody_without_a_number_stands_below_and_is_received_at_once(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, hall: World
) -> None:
    office, store = hall.opened()
    with store:
        store.clock = lambda: NOW_MS - 30 * MINUTE_MS
        _, client = check_ins.walk_in(office, store, event=hall.event, name="许安和", phone=None, room=None)
        without = overview.overview(office, store, event=hall.event, now_ms=NOW_MS).without
    flow._look_again()
    settle(qtbot, jobs)
    row = next(row for row in rows(flow) if row.guest.name == "许安和")
    assert len(without) == 1
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    with hall.opened()[1] as store:
        assert store.query("SELECT client FROM reception") == [(client,)]


def test_a_family_that_another_host_receives_is_gone_from_the_column(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, hall: World
) -> None:
    office, store = hall.opened()
    with store:
        talks.start(office, store, event=hall.event, host=hall.hosts[OTHER], client=hall.clients[RISK])
    flow._look_again()
    settle(qtbot, jobs)

    assert RISK not in names(flow)


def test_a_host_whom_nobody_put_on_duty_begins_with_whom_they_choose(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, hall: World
) -> None:
    office, store = hall.opened()
    with store:
        events.drop_staff(office, store, event=hall.event, staff=hall.hosts[ME])
        store.connection.execute("UPDATE turn SET staff = NULL, place = NULL")
    flow._look_again()
    settle(qtbot, jobs)
    first = flow.window.waiting.chosen
    assert first is not None
    assert button(flow, "next_client").accessibleName().startswith("下一位")

    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    assert flow.window.middle.currentWidget() is not flow.window.idle
    with hall.opened()[1] as store:
        assert store.count("SELECT count(*) FROM reception WHERE client = :c AND ended_at IS NULL", c=first.client) == 1
