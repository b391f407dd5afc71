"""The week before at the office: calling down a list with digits alone; and the numbers of the day as they come in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db.records import Client, ClientOwner, Invitation
from desktop.office.pages import calls as calls_page
from desktop.office.pages.calls import CallsPart
from desktop.office.window import OfficeWindow
from desktop.services.events import events
from desktop.services.guests import check_ins
from desktop.services.guests.codes import Inviter, code_of
from desktop.services.inviting import lists
from desktop.services.registry import administrator
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
SLOTS = "09:00-10:30 上午一场 | 4\n10:30-12:00 上午二场 | 40"
# In the order in which they stand on the list.
NAMES = ("丁一", "丁二", "丁三", "丁四")


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        caller, event = world.with_event(store)
        events.set_fields(caller, store, event=event, changes={"slots": SLOTS})
        with store.transaction(verb="test.invite") as tx:
            inviter = Inviter(caller, tx, event)
            for place, name in enumerate(NAMES):
                client = tx.insert(
                    Client(id=tx.new_id(), created_at=1, name=name, phone=f"1380013800{place}", source="list")
                )
                tx.insert(ClientOwner(id=tx.new_id(), created_at=1, client=client, name="何苗", kind="contact"))
                # The first slot is full with the first two of them.
                inviter.invite(client, slot="上午一场" if place < 2 else "上午二场", companions=1, channel="自访")
    made = world.opened(qtbot, look, translator, file)
    window(made).open("invitations")
    made.wait()
    yield made
    made.close()


def window(office: Office) -> OfficeWindow:
    found = office.flow.window
    assert isinstance(found, OfficeWindow)
    return found


def calls(office: Office) -> CallsPart:
    return office.flow.invitations.calls


def here(office: Office) -> str:
    line = calls(office).line(calls(office).table.choice)
    return line.name if line else ""


def press(office: Office, *keys: Qt.Key) -> None:
    for key in keys:
        office.bot.keyClick(calls(office).table, key)
    office.wait()


def states(office: Office) -> dict[str, str]:
    with world.reopened(office.file) as store:
        (event,) = store.query("SELECT id FROM event")[0]
        found = lists.everybody(administrator(store), store, event=event)
    return {one.name: one.state for one in found.lines}


def texts(office: Office) -> list[str]:
    shown = calls(office).findChildren(QLabel)
    return [label.text() for label in shown if label.isVisible()]


def test_a_person_calls_down_the_list_with_digits_alone_and_takes_the_last_one_back(office: Office) -> None:
    assert here(office) == "丁一"

    press(office, Qt.Key.Key_2, Qt.Key.Key_5)
    assert here(office) == "丁三"
    # What was said is typed first: Enter to the field, Enter back to the list.
    press(office, Qt.Key.Key_Return)
    calls(office).pane.words.insert("要上班")
    office.bot.keyClick(calls(office).pane.words, Qt.Key.Key_Return)
    assert calls(office).table.hasFocus()
    press(office, Qt.Key.Key_4)

    assert states(office) == {"丁一": "confirmed", "丁二": "unreachable", "丁三": "declined", "丁四": "not_sent"}
    assert here(office) == "丁四"
    declined = next(one for one in calls(office).matching if one.name == "丁三")
    assert (declined.words, declined.tries) == ("要上班", 1)

    office.bot.mouseClick(window(office).undo.findChild(QPushButton, "undo"), LEFT)
    office.wait()

    assert states(office)["丁三"] == "not_sent"
    assert here(office) == "丁三"


def test_who_moves_into_a_full_slot_needs_a_word_and_the_room_is_shown(office: Office) -> None:
    part = calls(office)
    assert [fill.left for fill in part.bars._fills] == [0, 36]
    part.table.choose(part.matching[2].client)
    office.wait()

    press(office, Qt.Key.Key_3)
    assert part.pane.is_asking
    press(office, Qt.Key.Key_1)

    assert here(office) == "丁三"
    assert part.pane.why.isVisible()
    assert any("限 4 人" in text for text in texts(office))
    part.pane.why.insert("总经理同意")
    office.bot.keyClick(part.pane.why, Qt.Key.Key_Return)
    office.wait()

    moved = next(one for one in part.matching if one.name == "丁三")
    assert (moved.slot, moved.state, moved.words) == ("09:00-10:30 上午一场", "moved", "总经理同意")
    assert [fill.left for fill in part.bars._fills] == [-2, 38]
    assert here(office) == "丁四"
    # A slot that is chosen shows its people.
    part.bars.bars[0].opened.emit()
    assert {one.name for one in part.matching} == {"丁一", "丁二", "丁三"}


def test_reminders_files_numbers_and_codes_are_one_press_away(office: Office, tmp_path: Path) -> None:
    part = calls(office)
    press(office, Qt.Key.Key_4)
    part.owners.choose("何苗")

    office.bot.mouseClick(part.copy_button, LEFT)
    office.wait()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("何苗，“交付日”请转告这 3 位客户")
    assert "丁一" not in copied
    assert "丁二您好" in copied

    press(office, Qt.Key.Key_P)
    assert "13800138001" in texts(office)
    office.choices.written = tmp_path / "calls"
    office.bot.mouseClick(part.export_button, LEFT)
    office.wait()
    assert (tmp_path / "calls.xlsx").stat().st_size > 0

    office.bot.mouseClick(part.sent_button, LEFT)
    office.wait()
    assert sorted(states(office).values()) == ["declined", "sent", "sent", "sent"]
    assert not part.sent_button.isVisible()

    office.bot.mouseClick(part.pane.reissue_button, LEFT)
    office.wait()
    office.choices.into = tmp_path / "codes"
    office.bot.mouseClick(part.pane.save_button, LEFT)
    office.wait()
    assert [file.name for file in (tmp_path / "codes").rglob("*.png")] == ["丁二.png"]
    office.choices.written = tmp_path / "card.pdf"
    office.bot.mouseClick(part.pane.card_button, LEFT)
    office.wait()
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF-")
    office.bot.mouseClick(part.pane.revoke_button, LEFT)
    office.wait()
    assert states(office)["丁二"] == "revoked"
    with world.reopened(office.file) as store:
        assert store.count("SELECT count(*) FROM invitation WHERE revoked_at IS NOT NULL") == 2
    office.bot.mouseClick(window(office).undo.findChild(QPushButton, "undo"), LEFT)
    office.wait()
    assert states(office)["丁二"] == "sent"


def test_the_numbers_follow_what_comes_in_without_a_press(office: Office) -> None:
    office.flow.look_for_news()
    office.bot.mouseClick(office.flow.invitations.numbers_button, LEFT)
    office.wait()
    page = office.flow.numbers
    assert window(office).page is page
    assert (page.figure("arrived"), page.figure("walk_ins")) == ("0 / 4", "0")
    with world.reopened(office.file) as store:
        store.clock = lambda: world.NOW_MS
        caller, invitation = administrator(store), store.records(Invitation, "ORDER BY id")[0]
        token = code_of(store, invitation)
        assert token is not None
        for code in (token, token):
            check_ins.scan(caller, store, event=invitation.event, token=code, desk="东门")
        check_ins.walk_in(caller, store, event=invitation.event, name="江晚", desk="西门")

    office.flow.look_for_news()
    office.wait()

    assert (page.figure("arrived"), page.figure("walk_ins"), page.figure("last")) == ("1 / 4", "1", "2")
    assert [(bar.text, bar.value, bar.target) for bar in page.charts["owners"].bars] == [("何苗", 1, 4)]
    assert {bar.text: bar.value for bar in page.charts["desks"].bars} == {"东门": 1, "西门": 1}
    busy = [bar for bar in page.quarters.bars if bar.value]
    assert [(bar.text, bar.value) for bar in busy] == [("9:30", 2)]
    page.quarters.opened.emit(busy[0].key)
    office.wait()
    assert window(office).page is office.flow.arrivals
    assert len(office.flow.arrivals.table.rows.longest(0)) > 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_of_the_call_list_or_of_the_numbers_is_cut(
    office: Office, translator: Translator, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(calls_page, "MOST_ROWS", 3)
    translator.speak("zh" if language == "zh" else "en")
    press(office, Qt.Key.Key_2, Qt.Key.Key_3)
    assert len(calls(office).table.rows.longest(0)) == 3
    assert len(calls(office).matching) == 4

    def cut() -> list[str]:
        inside = window(office).page
        labels = [one for one in inside.findChildren(QLabel) if one.isVisible() and not isinstance(one, ElidedLabel)]
        buttons = [one for one in inside.findChildren(Button) if one.isVisible()]
        return [
            *(one.text() for one in labels if not one.wordWrap() and one.width() < one.sizeHint().width()),
            *(one.text() for one in labels if one.wordWrap() and one.height() < one.heightForWidth(one.width())),
            *(one.text() for one in buttons if one.width() < one.sizeHint().width()),
        ]

    def is_whole() -> None:
        assert cut() == []

    window(office).resize(1280, 800)
    office.bot.waitUntil(is_whole)
    assert window(office).height() == 800
    office.flow.invitations.numbers_button.click()
    office.wait()
    office.bot.waitUntil(is_whole)
    assert window(office).height() == 800
