"""A person's data in the office's window: handed out as a file, or erased by two people in the one box that asks."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.office.window import OfficeWindow
from desktop.services.concerns import recording
from desktop.services.guests import check_ins
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
NAME, PHONE, WORDS = "温若水", "13800017531", "阳台门一下雨就进水"


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        _, client = check_ins.walk_in(caller, store, event=event, name=NAME, phone=PHONE, room="6-2-1201")
        recording.add(
            caller, store, event=event, received_by=people.host, words=WORDS, type_code="repair", client=client
        )
    made = world.opened(qtbot, look, translator, file)
    made.people = people
    window = made.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("clients")
    made.wait()
    yield made
    made.close()


def press(office: Office, inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert button is not None, name
    office.bot.mouseClick(button, LEFT)
    office.wait()


def shown(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())


def test_the_box_names_what_goes_and_what_stays_and_waits_for_two(office: Office) -> None:
    press(office, office.flow.clients.pane, "erase")
    box = office.flow.persons.box
    assert box.isVisible()
    assert box.isModal()
    text = shown(box)
    assert NAME in text
    assert "1 条诉求的原话" in text
    assert "1 次到访和时间" in text
    assert not box.erase_button.isEnabled()

    box.second.choose(office.people.coordinator)
    assert not box.erase_button.isEnabled()
    box.agrees.click()
    assert box.erase_button.isEnabled()
    # Another name has not agreed.
    box.second.choose("")
    assert not box.erase_button.isEnabled()
    office.bot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    with world.reopened(office.file) as store:
        assert store.count("SELECT count(*) FROM erased") == 0


def test_without_a_reason_nobody_is_erased(office: Office) -> None:
    press(office, office.flow.clients.pane, "erase")
    box = office.flow.persons.box
    box.second.choose(office.people.coordinator)
    box.agrees.click()
    press(office, box, "erase_now")
    assert box.isVisible()
    assert "请填写" in shown(box)
    box.close()


def test_an_erased_client_is_gone_from_the_list_and_the_file(office: Office) -> None:
    press(office, office.flow.clients.pane, "erase")
    box = office.flow.persons.box
    box.reason.setText("本人要求删除")
    box.second.choose(office.people.coordinator)
    box.agrees.click()
    press(office, box, "erase_now")
    office.wait()

    assert not box.isVisible()
    assert office.flow.clients.table.rows.rowCount() == 0
    assert NAME not in shown(office.flow.window)
    with world.reopened(office.file) as store:
        assert store.query("SELECT reason, second FROM erased") == [("本人要求删除", office.people.coordinator)]
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = office.file.read_bytes().decode("utf-8", "ignore")
    assert not any(text in raw for text in (NAME, PHONE, WORDS))


def test_a_person_is_handed_everything_from_the_pane(office: Office, tmp_path: Path) -> None:
    office.choices.written = tmp_path / "person.json"
    press(office, office.flow.clients.pane, "hand_out")
    told = json.loads((tmp_path / "person.json").read_bytes())
    assert told["tables"]["client"][0]["phone"] == PHONE
    assert "没有加密" in shown(office.flow.window)
