"""Directing the hall from the office's window: by key and by click, on a real database, looked at from outside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.records import Client, Event
from desktop.office.pages.hall import HallPage
from desktop.office.pages.hall_pane import HostRow
from desktop.office.window import NAMES, OfficeWindow
from desktop.rules.hall import MARKS
from desktop.services.guests import check_ins, clients
from desktop.services.hall import calling, directing, hosts, screens
from desktop.services.hall.hosts import Host
from desktop.services.hall.lines import Line
from desktop.services.receptions import talks
from desktop.widgets.fields import Line as Edit
from desktop.widgets.fields import Picker
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import hall_world as world
from tests.screens import office_world
from tests.screens.hall_world import NOW_MS, World
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
FIRST, SECOND, THIRD = "陈知夏", "沈一诺", "顾南乔"


@pytest.fixture
def hall(a_hall: World, tmp_path: Path) -> World:
    return world.copied(a_hall, tmp_path)


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, hall: World) -> Iterator[Office]:
    made = office_world.opened(qtbot, look, translator, hall.file)
    window(made).open("hall")
    made.wait()
    yield made
    made.close()


def window(office: Office) -> OfficeWindow:
    made = office.flow.window
    assert isinstance(made, OfficeWindow)
    return made


def page(office: Office) -> HallPage:
    return office.flow.hall


def stand_on(office: Office, hall: World, name: str) -> None:
    page(office).table.choose(hall.turns[name])
    page(office).table.setFocus()


def key(office: Office, key: Qt.Key) -> None:
    office.bot.keyClick(page(office).table, key)
    office.wait()


def press(office: Office, name: str, inside: QWidget | None = None) -> None:
    button = (inside or window(office)).findChild(QPushButton, name)
    assert button is not None, name
    office.bot.mouseClick(button, LEFT)
    office.wait()


def line_of(hall: World, name: str) -> Line:
    caller, store = hall.opened()
    with store:
        return directing.line(caller, store, turn=hall.turns[name], now_ms=NOW_MS)


def host_of(hall: World, name: str) -> Host:
    caller, store = hall.opened()
    with store:
        return next(one for one in hosts.hosts(caller, store, event=hall.event) if one.name == name)


def shown(office: Office) -> str:
    return "\n".join(label.text() for label in page(office).findChildren(QLabel) if label.isVisible())


def cells(office: Office, hall: World, name: str) -> list[str]:
    rows = page(office).table.rows
    return [cell.text for cell in rows.row_at(rows.place_of(hall.turns[name])).cells]


def until_shown(office: Office, text: str) -> None:
    office.bot.waitUntil(lambda: text in shown(office))


def test_families_are_sent_by_digit_by_click_and_by_letter_and_a_sending_is_taken_back(
    office: Office, hall: World
) -> None:
    number, name, marks, _to, wait, turn = cells(office, hall, FIRST)
    assert (number, name, wait, turn) == (hall.numbers[FIRST], "陈知夏 女士", "14:00", "等候中")
    assert ("VIP" in marks, "风险" in cells(office, hall, SECOND)[2]) == (True, True)
    assert page(office).table.rows.rowCount() == len(hall.turns)
    assert page(office).table.rows.row_at(0).cells[4].ink == "warning"

    people = [one.name for one in page(office).pane.hosts]
    stand_on(office, hall, SECOND)
    key(office, Qt.Key(Qt.Key.Key_1 + people.index("苏棠")))
    sent = line_of(hall, SECOND)
    assert (sent.host, sent.place) == ("苏棠", "A10")

    before = line_of(hall, FIRST)
    other = next(one for one in page(office).pane.hosts if one.part == "host" and one.staff != before.staff)
    stand_on(office, hall, FIRST)
    row = page(office).findChild(HostRow, f"host_{other.staff}")
    assert row is not None
    office.bot.mouseClick(row, LEFT)
    office.wait()
    assert line_of(hall, FIRST).staff == other.staff
    press(office, "undo")
    assert line_of(hall, FIRST).staff == before.staff

    for letter, direction, whom in (("P", "companion", "何苗"), ("E", "executive", "邱野")):
        key(office, Qt.Key(ord(letter)))
        sent = line_of(hall, FIRST)
        assert (sent.direction, sent.host) == (direction, whom)

    window(office).page.search()
    looked = page(office).findChild(Edit, "hall_search")
    assert looked is not None
    assert looked.hasFocus()
    looked.setText(hall.numbers[THIRD].lower())
    assert [page(office).table.rows.row_at(0).key, page(office).table.rows.rowCount()] == [hall.turns[THIRD], 1]
    looked.clear()
    assert page(office).table.rows.rowCount() == len(hall.turns)


def test_a_family_is_called_once_greeted_and_lets_itself_be_called_back(office: Office, hall: World) -> None:
    stand_on(office, hall, FIRST)
    key(office, Qt.Key.Key_C)
    assert line_of(hall, FIRST).state == "called"
    # A second press is no second call.
    key(office, Qt.Key.Key_C)
    key(office, Qt.Key.Key_G)
    assert line_of(hall, FIRST).state == "greeted"
    stand_on(office, hall, SECOND)
    key(office, Qt.Key.Key_L)
    assert line_of(hall, SECOND).state == "left"
    press(office, "undo")
    assert line_of(hall, SECOND).state == "waiting"

    caller, store = hall.opened()
    with store:
        calling.call(caller, store, turn=hall.turns[THIRD])
        # What another device did meanwhile is refused in a sentence.
        stand_on(office, hall, THIRD)
        key(office, Qt.Key.Key_C)
        assert hall.numbers[THIRD] in window(office).notice.text
        assert store.count("SELECT count(*) FROM journal WHERE verb = 'hall.call'") == 2


def test_one_key_pauses_every_screen_and_a_host_goes_and_comes_back(office: Office, hall: World) -> None:
    key(office, Qt.Key.Key_F9)
    with hall.opened()[1] as store:
        kept = store.get(Event, hall.event)
        assert kept is not None
        assert kept.paused_at == office_world.NOW_MS
    until_shown(office, "所有叫号屏都在请客户稍候")
    key(office, Qt.Key.Key_F9)
    caller, store = hall.opened()
    with store:
        assert not screens.board(caller, store, event=hall.event).is_paused
    assert "所有叫号屏都在请客户稍候" not in shown(office)

    busy = next(one for one in page(office).pane.hosts if one.waiting and one.part == "host")
    press(office, f"away_{busy.staff}")
    assert host_of(hall, busy.name).away_at is not None
    assert host_of(hall, busy.name).waiting == 0
    press(office, f"away_{busy.staff}")
    assert host_of(hall, busy.name).away_at is None

    # This computer has no second screen, and no program around the window that would open one.
    press(office, "hall_board")
    assert "没有第二块屏幕" in window(office).notice.text

    window(office).open("home")
    office.bot.keyClick(window(office), Qt.Key(Qt.Key.Key_1 + NAMES.index("hall")), Qt.KeyboardModifier.ControlModifier)
    office.wait()
    assert window(office).page is page(office)


def test_what_devices_did_apart_and_who_has_no_number_stand_above_until_they_are_seen_to(
    qtbot: QtBot, look: Look, translator: Translator, hall: World
) -> None:
    caller, store = hall.opened()
    with store:
        check_ins.walk_in(caller, store, event=hall.event, name="许安和", phone=None, room=None)
        first, second = hall.hosts["宋明远"], hall.hosts["韩若川"]
        talks.start(caller, store, event=hall.event, host=first, client=hall.clients[FIRST])
        # As it comes from a device that did not hear of the first.
        (row,) = store.query("SELECT * FROM reception")
        names = [column[1] for column in store.query("PRAGMA table_info(reception)")]
        apart = dict(zip(names, row, strict=True)) | {"id": "019e53d2-0000-7000-8000-000000000001", "host": second}
        store.connection.execute(
            f"INSERT INTO reception({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            tuple(apart[name] for name in names),
        )
    office = office_world.opened(qtbot, look, translator, hall.file)
    window(office).open("hall")
    office.wait()
    until_shown(office, f"{hall.numbers[FIRST]} 陈知夏 女士 被两处同时接了，由谁继续？")
    press(office, "take_1", page(office))
    with hall.opened()[1] as store:
        assert store.query("SELECT count(*) FROM reception WHERE ended_at IS NULL") == [(1,)]
    assert "由谁继续" not in shown(office)

    until_shown(office, "1 位已签到，还没有号")
    waited = page(office).table.rows.rowCount()
    page(office).tickets_wanted.emit()
    office.wait()
    assert "还没有号" not in shown(office)
    assert page(office).table.rows.rowCount() == waited + 1
    office.close()


def test_tables_parts_and_what_the_hall_sees_are_said_under_seats(office: Office, hall: World) -> None:
    press(office, "hall_seats")
    seats, staff = page(office).seats, hall.hosts["苏棠"]
    place = seats.findChild(Edit, f"place_{staff}")
    assert place is not None
    place.setText("B3")
    place.editingFinished.emit()
    office.wait()
    assert host_of(hall, "苏棠").place == "B3"
    part = seats.findChild(Picker, f"part_{staff}")
    assert part is not None
    part.choose("companion")
    part.activated.emit(part.currentIndex())
    office.wait()
    assert host_of(hall, "苏棠").part == "companion"

    seats.greeting.setText("欢迎回家")
    seats.greeting.editingFinished.emit()
    office.wait()
    seats.shows_host.click()
    office.wait()
    caller, store = hall.opened()
    with store:
        wording = screens.wording(caller, store, event=hall.event)
    assert (wording.greeting, wording.shows_host, wording.shows_name) == ("欢迎回家", True, False)


def test_marks_are_set_in_the_clients_pane_and_taken_back(office: Office, hall: World) -> None:
    window(office).open("clients")
    office.wait()
    office.flow.clients.table.choose(hall.clients[THIRD])
    office.wait()
    ticks = office.flow.clients.pane.marks
    assert tuple(ticks) == MARKS
    for name in ("risk", "vip"):
        ticks[name].click()
        office.wait()
    assert _marks(hall, THIRD) == "vip risk"
    press(office, "undo")

    assert _marks(hall, THIRD) == "risk"
    assert not ticks["vip"].isChecked()


def _marks(hall: World, name: str) -> str | None:
    with hall.opened()[1] as store:
        kept = store.get(Client, hall.clients[name])
    assert kept is not None
    return kept.marks


def test_marks_are_set_by_their_codes_each_once(hall: World) -> None:
    caller, store = hall.opened()
    with store:
        clients.set_fields(caller, store, client=hall.clients[THIRD], changes={"marks": "risk vip risk"})
        assert clients.set_fields(caller, store, client=hall.clients[THIRD], changes={"marks": "vip, risk"}) == 0
        kept = store.get(Client, hall.clients[THIRD])
        assert kept is not None
        assert kept.marks == "vip risk"
        clients.set_fields(caller, store, client=hall.clients[THIRD], changes={"marks": ""})
        kept = store.get(Client, hall.clients[THIRD])
        assert kept is not None
        assert kept.marks is None
