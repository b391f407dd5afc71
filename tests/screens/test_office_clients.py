"""Clients, check-ins, events and settings in the office's window: found, put right in place, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db import people
from db.records import CheckIn, Client, Event
from db.store import Store
from desktop.office.window import OfficeWindow
from desktop.services.events import events
from desktop.services.guests import check_ins
from desktop.services.people import pin
from desktop.services.project import project
from desktop.services.registry import administrator
from desktop.tokens.code import make_code
from desktop.widgets.fields import Line, Tick
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
PHONES = ("13800017531", "13911112468")


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        found = world.with_staff(store)
        for name, phone in zip(("温若水", "纪南星"), PHONES, strict=True):
            check_ins.walk_in(caller, store, event=event, name=name, phone=phone, room="6-2-1201")
        world.with_concern(store, event, found)
    made = world.opened(qtbot, look, translator, file)
    made.people = found
    yield made
    made.close()


def window(office: Office) -> OfficeWindow:
    made = office.flow.window
    assert isinstance(made, OfficeWindow)
    return made


def go(office: Office, page: str) -> None:
    window(office).open(page)
    office.wait()


def press(office: Office, inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert button is not None, name
    office.bot.mouseClick(button, LEFT)
    office.wait()


def undo(office: Office) -> None:
    press(office, window(office), "undo")


def asked(office: Office) -> Store:
    return world.reopened(office.file)


def typed_anew(office: Office, line: Line, text: str) -> None:
    office.bot.mouseClick(line, LEFT)
    line.selectAll()
    line.insert(text)
    office.bot.keyClick(line, Qt.Key.Key_Return)
    office.wait()


def shown_texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


# Clients


def test_a_client_is_found_by_pinyin_and_by_the_end_of_the_phone(office: Office) -> None:
    go(office, "clients")
    page = office.flow.clients
    assert page.table.rows.rowCount() == 2

    for text in ("wrs", "7531"):
        page.search()
        page._search.setText(text)
        office.bot.waitUntil(lambda: page.table.rows.rowCount() == 1, timeout=world.PATIENCE_MS)
        office.wait()
        assert page.table.rows.row_at(0).cells[0].text == "温若水"
        page._search.clear()
        office.bot.waitUntil(lambda: page.table.rows.rowCount() == 2, timeout=world.PATIENCE_MS)


def test_no_phone_is_seen_in_full_until_somebody_asks_and_that_is_noted(office: Office) -> None:
    go(office, "clients")
    page = office.flow.clients
    seen = shown_texts(page) + "".join(line.text() for line in page.pane.lines.values())
    assert not any(phone in seen for phone in PHONES)

    office.bot.mouseClick(page.pane.unmask_button, LEFT)
    office.wait()

    assert page.pane.lines["phone"].text() == PHONES[0]
    with asked(office) as store:
        assert store.count("SELECT count(*) FROM journal WHERE verb = 'client.unmask' AND object IS NOT NULL") == 1


def test_a_masked_phone_cannot_be_overwritten_by_its_mask(office: Office) -> None:
    go(office, "clients")
    line = office.flow.clients.pane.lines["phone"]
    line.setFocus()
    office.bot.keyClicks(line, "9")
    line.editingFinished.emit()
    office.wait()

    with asked(office) as store:
        assert {one.phone for one in store.records(Client, "ORDER BY id")} == set(PHONES)


def test_a_name_is_put_right_in_place_and_taken_back(office: Office) -> None:
    go(office, "clients")
    page = office.flow.clients

    typed_anew(office, page.pane.lines["name"], "温若冰")
    assert page.table.rows.row_at(0).cells[0].text == "温若冰"
    assert "温若冰" in shown_texts(page.pane)

    undo(office)
    assert page.table.rows.row_at(0).cells[0].text == "温若水"


def test_two_records_become_one_person_and_two_again(office: Office) -> None:
    go(office, "clients")
    page = office.flow.clients
    press(office, page.pane, "join")
    office.bot.keyClicks(page.pane.join.line, "jnx")
    other = page.table.rows.row_at(1).key
    office.bot.waitUntil(
        lambda: page.pane.join.findChild(QPushButton, f"same_{other}") is not None, timeout=world.PATIENCE_MS
    )

    press(office, page.pane.join, f"same_{other}")
    assert page.table.rows.rowCount() == 1

    undo(office)
    assert page.table.rows.rowCount() == 2


# Check-ins


def test_a_check_in_is_taken_back_and_counts_again(office: Office) -> None:
    go(office, "arrivals")
    page = office.flow.arrivals
    assert "全部 2" in page.kinds._buttons[0].text()

    press(office, page, "undo_check_in")
    with asked(office) as store:
        assert sorted(one.undone for one in store.records(CheckIn, "")) == [0, 1]

    undo(office)
    with asked(office) as store:
        assert [one.undone for one in store.records(CheckIn, "")] == [0, 0]


def test_who_came_without_being_on_the_list_is_named_afterwards(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        # A code of this event that belongs to nobody here: the kiosk had not heard of its invitation.
        token = make_code(event, b"the secret of another office, long enough", "somebody")
        assert check_ins.scan(caller, store, event=event, token=token).outcome == "unknown"
        listed = check_ins.walk_in(caller, store, event=event, name="温若水")[1]
    made = world.opened(qtbot, look, translator, file)
    go(made, "arrivals")
    page = made.flow.arrivals
    page.kinds.press(3)
    made.wait()
    assert page.table.rows.rowCount() == 1

    press(made, page, "who")
    page.join.line.insert("温若水")
    made.bot.waitUntil(
        lambda: page.join.findChild(QPushButton, f"same_{listed}") is not None, timeout=world.PATIENCE_MS
    )
    press(made, page.join, f"same_{listed}")

    assert page.table.rows.rowCount() == 0
    undo(made)
    assert page.table.rows.rowCount() == 1
    made.close()


def test_a_bar_of_the_arrivals_opens_the_check_ins_of_its_quarter(office: Office) -> None:
    chart = office.flow.home.arrivals
    assert [bar.value for bar in chart.bars] == [2]

    chart.setFocus()
    office.bot.keyClick(chart, Qt.Key.Key_Right)
    office.bot.keyClick(chart, Qt.Key.Key_Return)
    office.wait()

    assert window(office).page_name == "arrivals"
    assert office.flow.arrivals.question.since is not None
    assert office.flow.arrivals.table.rows.rowCount() == 2


def test_summary_and_forms_are_those_of_the_event_to_which_people_came(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "later.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        check_ins.walk_in(caller, store, event=event, name="温若水", phone=PHONES[0], room="6-2-1201")
        starts, ends = "2026-06-20 08:00", "2026-06-20 18:00"
        events.add(caller, store, node="delivery", title="下一场", starts=starts, ends=ends)
    made = world.opened(qtbot, look, translator, file)

    made.bot.mouseClick(made.flow.home.summary_button, LEFT)
    made.wait()

    assert window(made).page_name == "papers"
    wanted = made.flow.papers.wanted
    assert wanted is not None
    assert (wanted.kind, wanted.event) == ("summary", event)
    assert made.flow.entry.chosen_event == event
    made.close()


def test_a_bar_of_an_area_opens_its_concerns(office: Office) -> None:
    office.flow.home.period.choose("all")
    chart = office.flow.home.areas
    assert [bar.key for bar in chart.bars] == ["product_quality"]

    box = chart.marks.boxes[0]
    office.bot.mouseClick(chart, LEFT, pos=_point(box.reach))
    office.wait()

    assert window(office).page_name == "concerns"
    assert [line.area for line in office.flow.work.shown] == ["product_quality"]


def _point(reach: tuple[float, float, float, float]) -> QPoint:
    return QPoint(int(reach[0] + reach[2] / 2), int(reach[1] + reach[3] / 2))


# Events


def test_an_event_is_changed_closed_and_both_are_taken_back(office: Office) -> None:
    go(office, "events")
    page = office.flow.events
    page.table.choose(page.table.rows.row_at(0).key)
    office.wait()
    assert page.name.text() == "交付日"

    page.place.setText("会所二楼")
    office.bot.mouseClick(page.add_button, LEFT)
    office.wait()
    press(office, page, "close_event")

    with asked(office) as store:
        kept = store.records(Event, "")[0]
        assert (kept.place, kept.closed_at is not None) == ("会所二楼", True)
    undo(office)
    with asked(office) as store:
        assert store.records(Event, "")[0].closed_at is None


def test_somebody_is_put_on_duty_and_taken_off(office: Office) -> None:
    go(office, "events")
    page = office.flow.events
    event = page.table.rows.row_at(0).key
    page.table.choose(event)
    office.wait()

    page.duty.people.choose(office.people.host)
    office.bot.mouseClick(page.duty.add_button, LEFT)
    office.wait()
    with asked(office) as store:
        on_duty = events.on_duty(administrator(store), store, event=event)
        assert [one.staff for one in on_duty] == [office.people.host]

    press(office, page.duty, f"off_{office.people.host}")
    with asked(office) as store:
        assert events.on_duty(administrator(store), store, event=event) == ()


# Settings


def test_language_and_theme_change_at_once_and_can_be_taken_back(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    world.found(tmp_path / "office.db").close()
    office = world.opened(qtbot, look, translator, tmp_path / "office.db")
    go(office, "settings")
    page = office.flow.settings

    page.general.language._buttons[1].click()
    office.wait()
    spoken = [translator.language]
    undo(office)
    spoken.append(translator.language)

    assert spoken == ["en", "zh"]
    assert [one.language for one in office.kept] == ["en", "zh"]
    office.close()


def test_the_projects_name_is_changed_as_one_leaves_the_field(office: Office) -> None:
    go(office, "settings")
    page = office.flow.settings
    page.open("project")

    typed_anew(office, page.project.lines["name"], "听松苑二期")
    with asked(office) as store:
        assert project.show(administrator(store), store).name == "听松苑二期"

    undo(office)
    assert page.project.lines["name"].text() == "听松苑"


def test_a_person_is_added_and_given_another_role(office: Office) -> None:
    go(office, "settings")
    page = office.flow.settings
    page.open("staff")
    page.staff.name.insert("白鹭")
    page.staff.role.choose("callback")
    office.bot.mouseClick(page.staff.add_button, LEFT)
    office.wait()

    with asked(office) as store:
        person = people.named(store, "白鹭")
        assert person is not None
        assert people.roles_of(store, person) == {"callback"}
    press(office, page.staff, f"change_{person}")
    tick = page.staff.findChild(Tick, f"role_{person}_host")
    assert tick is not None
    tick.click()
    office.wait()

    with asked(office) as store:
        assert people.roles_of(store, person) == {"callback", "host"}


def test_the_kiosks_pin_is_set_and_a_bad_one_is_explained(office: Office) -> None:
    go(office, "settings")
    page = office.flow.settings
    page.open("pin")
    for digits in ("12", "482913"):
        page.pin.line.setText(digits)
        office.bot.mouseClick(page.pin.save_button, LEFT)
        office.wait()
        if digits == "12":
            assert "4 到 8 位" in window(office).notice.text

    with asked(office) as store:
        assert pin.pin_matches(store, "482913")


def test_the_check_of_everything_says_that_all_is_sound(office: Office) -> None:
    go(office, "settings")
    page = office.flow.settings
    page.open("keeping")

    office.bot.mouseClick(page.keeping.check_button, LEFT)
    office.wait()

    assert "完好" in shown_texts(page.keeping)
