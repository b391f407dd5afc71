"""The event kit and the closing list in the office's window: on the event's page, by clicks, typing and a scanner."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.records import Client
from desktop.office.pages.kit_parts import CompareCard
from desktop.office.window import OfficeWindow
from desktop.rules.fingerprints import code_text, words
from desktop.services.concerns import recording
from desktop.services.events import closing
from desktop.services.exchange import kit_files
from desktop.services.promises import promises
from desktop.services.receptions import talks
from desktop.services.registry import administrator
from desktop.widgets.fields import Line
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.exchange.kit_world import World, founded
from tests.screens import office_world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = founded(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_office(qtbot: QtBot, look: Look, translator: Translator, world: World) -> Iterator[list[Office]]:
    opened: list[Office] = []
    yield opened
    for one in opened:
        one.close()


def window(opened: list[Office], qtbot: QtBot, look: Look, translator: Translator, world: World) -> Office:
    """The office's window over the world's database, on the page of the events, the event chosen."""
    office = office_world.opened(qtbot, look, translator, world.office.path)
    opened.append(office)
    office.choices.into = world.stick
    office.flow.events.table.choose(world.event)
    office.wait()
    return office


def click(office: Office, inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    office.bot.mouseClick(button, LEFT)
    office.wait()


def press(office: Office, button: QPushButton) -> None:
    assert button.isEnabled()
    office.bot.mouseClick(button, LEFT)
    office.wait()


def texts(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisibleTo(inside))


def type_line(office: Office, inside: QWidget, name: str, text: str) -> None:
    field = inside.findChild(Line, name)
    assert field is not None, name
    field.setText(text)


def test_a_kit_is_written_read_back_compared_by_a_scan_and_all_is_ready(
    qtbot: QtBot, look: Look, translator: Translator, world: World, open_office: list[Office]
) -> None:
    world.stick.mkdir()
    office = window(open_office, qtbot, look, translator, world)
    page = office.flow.kit
    click(office, office.flow.events, "event_kit")
    assert office.flow.window.findChild(QWidget, "back") is not None
    assert not page.write_button.isEnabled()
    type_line(office, page, "device_name", "东门")
    click(office, page, "add_device")
    assert "还没有接收" in _chips(page)
    press(office, page.stick.choose_button)
    press(office, page.write_button)
    folder = kit_files.find_kit(world.stick)
    assert folder is not None
    assert [line.name for line in kit_files.read_kit(folder).body.lines] == ["东门"]

    taken = world.join("东门", office_world.NOW_MS)
    press(office, page.read_button)
    (card,) = page.findChildren(CompareCard)
    assert set(words(taken.fingerprint, "zh")) <= set(texts(card).replace("\n", " ").split())
    card.view.line.setText(code_text("AAAA-" * 7 + "AAAA"))
    assert "不" in texts(card.view)
    card.view.line.setText(code_text(taken.fingerprint))
    press(office, card.yes)

    assert not [one for one in page.findChildren(CompareCard) if one.isVisible()]
    assert "就绪" in _chips(page)
    assert "1 台中 1 台就绪" in texts(page)
    assert len(kit_files.read_kit(folder).vouched()) == 2

    (world.stick / "别人的文件.txt").write_text("留着", encoding="utf-8")
    click(office, page, "erase_kit")
    assert [file.name for file in world.stick.rglob("*") if file.is_file()] == ["别人的文件.txt"]
    qtbot.waitUntil(lambda: "就绪" in _chips(page))


def _chips(page: QWidget) -> str:
    from desktop.widgets.chips import Chip

    return " ".join(chip.accessibleName() for chip in page.findChildren(Chip) if chip.isVisible())


def test_what_a_device_lacks_stands_under_its_name_and_one_taken_off_comes_back_by_undo(
    qtbot: QtBot, look: Look, translator: Translator, world: World, open_office: list[Office],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("PATH", "")
    line = world.plan("桌一", "host", ("printer",))
    world.prepare()
    taken = world.join("桌一")
    world.read()
    world.confirm(taken)
    office = window(open_office, qtbot, look, translator, world)
    click(office, office.flow.events, "event_kit")

    assert "需要打印机，但没有找到。请接好打印机，再接收一次" in texts(office.flow.kit)

    translator.speak("en")
    qtbot.waitUntil(lambda: "A printer is wanted and none was found" in texts(office.flow.kit))
    assert "Lacks something" in _chips(office.flow.kit)

    click(office, office.flow.kit, f"drop_{line}")
    assert "桌一" not in texts(office.flow.kit)
    click(office, office.flow.window, "undo")
    assert "桌一" in texts(office.flow.kit)


def with_open_lines(world: World) -> tuple[str, str]:
    """A talk without an end and a promise without a signature; returns (talk, promise)."""
    office = administrator(world.office)
    client = world.office.records(Client, "WHERE name = '温若水'")[0].id
    made = recording.add(
        office, world.office, event=world.event, client=client, received_by=world.host, words="阳台门一下雨就进水",
        type_code="repair",
    )  # fmt: skip
    promise = promises.add(
        office, world.office, concern=made.concern, text="雨前做完淋水试验", due="2026-05-30", by=world.host
    )  # fmt: skip
    talk = talks.start(office, world.office, event=world.event, host=world.host, client=client)
    return talk.reception, promise


def test_each_line_of_the_closing_list_is_put_right_or_given_a_reason(
    qtbot: QtBot, look: Look, translator: Translator, world: World, open_office: list[Office]
) -> None:
    talk, promise = with_open_lines(world)
    office = window(open_office, qtbot, look, translator, world)
    page = office.flow.closing
    click(office, office.flow.events, "event_closing")
    assert "还有 2 项没有办完：活动总结印成初稿" in texts(page)

    click(office, page, f"done_talk:{talk}")
    assert "还有 1 项没有办完" in texts(page)

    click(office, page, f"why_promise:{promise}")
    type_line(office, page, f"reason_promise:{promise}", "客户出差，回来补签")
    field = page.findChild(Line, f"reason_promise:{promise}")
    assert field is not None
    office.bot.keyClick(field, Qt.Key.Key_Return)
    office.wait()
    assert "每一项都写了原因：活动总结可以定稿" in texts(page)
    assert "原因：客户出差，回来补签（管理员" in texts(page)
    found = closing.close_list(administrator(world.office), world.office, event=world.event)
    assert closing.is_settled(found)

    click(office, page, f"why_promise:{promise}")
    assert "还有 1 项没有办完" in texts(page)

    click(office, page, f"done_promise:{promise}")
    assert "都办完了" in texts(page)
    click(office, office.flow.window, "undo")
    assert "还有 1 项没有办完" in texts(page)


def test_a_line_opens_its_place_escape_leads_back_and_the_summary_is_shown_as_a_draft(
    qtbot: QtBot, look: Look, translator: Translator, world: World, open_office: list[Office]
) -> None:
    _, promise = with_open_lines(world)
    world.plan("东门")
    office = window(open_office, qtbot, look, translator, world)
    shown = office.flow.window
    assert isinstance(shown, OfficeWindow)
    click(office, office.flow.events, "event_closing")
    click(office, office.flow.closing, f"open_promise:{promise}")
    assert shown.page_name == "concerns"

    shown.open("events")
    click(office, office.flow.events, "event_closing")
    line = closing.close_list(administrator(world.office), world.office, event=world.event)[0]
    click(office, office.flow.closing, f"open_{line.key}")
    assert shown.page.isAncestorOf(office.flow.kit.stick)

    office.bot.keyClick(office.flow.kit, Qt.Key.Key_Escape)
    assert shown.page_name == "events"

    click(office, office.flow.events, "event_closing")
    press(office, office.flow.closing.summary_button)
    assert shown.page_name == "papers"
    assert office.flow.papers.table.choice == "summary"
    assert "这是初稿" in texts(office.flow.papers)
    assert office.flow.papers.paper_name == "活动总结（初稿）"
