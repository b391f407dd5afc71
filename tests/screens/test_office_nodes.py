"""What belongs to a node: its needs, taken note of by departments, and its guide, written on in versions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.office.window import OfficeWindow
from desktop.services.concerns import recording
from desktop.services.events import events
from desktop.widgets.labels import Words
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world
from tests.screens.hosting import rows, shown_texts
from tests.screens.office_world import NOW_MS, Office

LEFT = Qt.MouseButton.LeftButton
NODE = "product_positioning"
SAID = ("玄关要能放下婴儿车，老人进门有地方坐着换鞋", "卧室门对着电梯厅，一开门里面都看见")


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    with office_world.found(file) as store:
        store.clock = lambda: NOW_MS
        people = office_world.with_staff(store)
        caller, _ = office_world.with_event(store)
        event = events.add(
            caller, store, node=NODE, title="户型访谈会", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
        )
        for words in SAID:
            recording.add(
                caller, store, event=event, received_by=people.host, words=words, type_code="need",
                area="product_quality",
            )  # fmt: skip
    made = office_world.opened(qtbot, look, translator, file, staff_id=people.coordinator)
    made.people = people
    made.flow.events.table.choose(event)
    made.wait()
    yield made
    made.close()


def click(office: Office, name: str) -> None:
    button = office.flow.window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    office.bot.mouseClick(button, LEFT)
    office.wait()


def name_of(office: Office) -> str:
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    return window.page_name


def test_from_an_event_to_its_needs_which_a_department_notes_and_takes_back_and_which_are_exported(
    office: Office, tmp_path: Path
) -> None:
    click(office, "event_needs")
    page = office.flow.needs
    assert (name_of(office), page.node) == ("needs", NODE)
    office.bot.waitUntil(lambda: {one.text for one in page.findChildren(Words) if one.isVisible()} == set(SAID))
    assert page.department.choice == "research_design"
    page.person.choose(office.people.handler)
    page.means.choose("chat")
    page.words.setText("下一版户型会改")

    click(office, "ack_all")

    kept = "SELECT department, staff, entered_by, means, words FROM need_ack WHERE deleted = 0"
    told = ("research_design", office.people.handler, office.people.coordinator, "chat", "下一版户型会改")
    assert rows(office.file, kept) == [told, told]
    assert page.found is not None
    assert {one.missing for one in page.found.needs} == {("marketing",)}
    office.bot.keyClick(office.flow.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.wait()
    assert rows(office.file, kept) == []

    for button, name in ((page.export_button, "needs.csv"), (page.gate_button, "gate.pdf")):
        office.choices.written = tmp_path / name
        office.bot.mouseClick(button, LEFT)
        office.wait()
    assert SAID[0] in (tmp_path / "needs.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "gate.pdf").read_bytes().startswith(b"%PDF")
    office.bot.keyClick(page, Qt.Key.Key_Escape)
    assert name_of(office) == "home"


def test_a_guide_is_written_on_as_the_next_version_and_what_cannot_lead_a_talk_stays_on_the_page(
    office: Office,
) -> None:
    click(office, "event_guide")
    page = office.flow.guides
    assert (name_of(office), page.node, len(page.rows)) == ("guides", NODE, 9)
    assert not page.save_button.isEnabled()
    click(office, "add_question")
    added = page.rows[-1]
    added.zh.setText("储物间放在哪里")
    click(office, "save_guide")
    assert any("第 10 行的选项不对" in text for text in shown_texts(office.flow.window))
    assert page.rows[-1].zh.text() == "储物间放在哪里"
    assert not rows(office.file, "SELECT 1 FROM guide")
    added.options.setText("入户|By the door / 阳台")
    added.topics.setText("户型")

    click(office, "save_guide")

    assert rows(office.file, "SELECT node, version FROM guide") == [(NODE, 3)]
    assert (page.versions.choice, len(page.rows)) == ("3", 10)
    assert page.rows[-1].options.text() == "入户|By the door / 阳台"
    page.versions.choose("2")
    office.wait()
    assert len(page.rows) == 9
    assert page.rows[0].zh.isReadOnly()
    assert not page.save_button.isVisible()
