"""The host on the telephone: whom to call, the number for a minute, results by one digit, a call that comes in."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.services.campaigns import campaigns, dialling, members, quiet
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.hosting import NOW, Morning, morning, opened, press, rows, settle, write

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = "13700137001", "13700137002"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Morning:
    """A host who takes part in a campaign of today, with two calls to make."""
    day = morning(tmp_path_factory.mktemp("calls"))
    with open_database(day.file) as store:
        store.clock = lambda: NOW - 60_000
        office = administrator(store)
        campaign = campaigns.add(office, store, name="五月热线实践", starts_on="2026-05-16", said={"quota": "2"})
        members.join(office, store, campaign=campaign, staff=day.host, coach=day.coordinator, extension="8001")
        for phone, name in ((FIRST, "许安和"), (SECOND, "骆一鸣")):
            dialling.plan(
                office, store, campaign=campaign, phone=phone, name=name, words="窗户漏风", order_number=f"W{phone[-1]}"
            )
        quiet.add(office, store, phone=SECOND)
    return day


@pytest.fixture
def flow(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, prepared: Morning, tmp_path: Path
) -> HostFlow:  # fmt: skip
    for file in prepared.file.parent.iterdir():
        (shutil.copytree if file.is_dir() else shutil.copy)(file, tmp_path / file.name)
    day = Morning(tmp_path / prepared.file.name, *(getattr(prepared, name) for name in Morning.__slots__[1:]))
    made = opened(qtbot, look, translator, jobs, day)
    press(qtbot, made, jobs, Qt.Key.Key_3, CTRL)
    return made


def file_of(tmp_path: Path) -> Path:
    return tmp_path / "host.db"


def test_a_number_is_shown_by_one_key_hidden_again_and_refused_to_whoever_wants_no_calls(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, tmp_path: Path
) -> None:  # fmt: skip
    page = flow.window.calls
    assert page.item is not None
    assert (page.item.name, page.card.number.text()) == ("许安和", "137****7001")

    press(qtbot, flow, jobs, Qt.Key.Key_F2)

    assert page.card.number.text() == FIRST
    assert len(rows(file_of(tmp_path), "SELECT 1 FROM journal WHERE verb = 'call.dial'")) == 1
    page.card._timer.timeout.emit()
    assert page.card.number.text() == "137****7001"

    page.table.choose(page.calls.to_call[1].item if page.calls else "")
    settle(qtbot, jobs)

    press(qtbot, flow, jobs, Qt.Key.Key_F2)

    assert page.card.number.text() == "137****7002"
    assert flow.window.banner.isVisible()
    assert "不要再打电话" in flow.window.banner._text.text()


def test_a_digit_notes_a_try_goes_on_to_the_next_and_can_be_taken_back(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, tmp_path: Path
) -> None:  # fmt: skip
    page = flow.window.calls

    press(qtbot, flow, jobs, Qt.Key.Key_2)

    sql = "SELECT result, voided_at IS NOT NULL FROM campaign_contact"
    assert rows(file_of(tmp_path), sql) == [("no_answer", 0)]
    assert page.item is not None
    assert page.item.name == "骆一鸣"
    assert page.calls is not None
    assert (page.calls.progress.talked, dict(page.calls.progress.tries)) == (0, {"no_answer": 1})

    press(qtbot, flow, jobs, Qt.Key.Key_Z, CTRL)
    assert rows(file_of(tmp_path), sql) == [("no_answer", 1)]


def test_b01_b02_a_call_becomes_a_talk_by_phone_that_counts_and_another_comes_in_with_the_greeting_beside_it(
    qtbot: QtBot, flow: HostFlow, jobs: Jobs, tmp_path: Path
) -> None:  # fmt: skip
    press(qtbot, flow, jobs, Qt.Key.Key_1)
    window = flow.window
    assert window.pages.currentWidget() is window.talks
    assert window.call_side.isVisible()
    assert not window.waiting.isVisible()
    write(flow, "北窗关上了还有风")
    press(qtbot, flow, jobs, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)

    assert window.pages.currentWidget() is window.calls
    assert window.calls.calls is not None
    progress = window.calls.calls.progress
    assert (progress.called_back, progress.received, progress.owed) == (1, 0, 2)
    told = rows(
        file_of(tmp_path),
        "SELECT c.words, c.channel, r.means, k.direction, k.order_number, s.means FROM concern c"
        " JOIN reception r ON r.id = c.reception JOIN campaign_contact k ON k.reception = r.id"
        " JOIN concern_step s ON s.concern = c.id",
    )
    assert told == [("北窗关上了还有风", "call", "call", "called_back", "W1", "phone")]

    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    assert window.call_side._greeting_words.text() == "您好，青禾客户服务中心很高兴为您服务！"
    assert window.call_side._figure.text() == "2"
    found = rows(file_of(tmp_path), "SELECT direction, result FROM campaign_contact ORDER BY id")
    assert found == [("called_back", "talked"), ("received", "talked")]


def test_a_call_that_was_open_when_the_program_ended_goes_on(
    qtbot: QtBot, look: Look, translator: Translator, flow: HostFlow, jobs: Jobs, prepared: Morning, tmp_path: Path
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, "水管渗水")
    flow.close()
    settle(qtbot, jobs)
    day = Morning(file_of(tmp_path), *(getattr(prepared, name) for name in Morning.__slots__[1:]))

    again = opened(qtbot, look, translator, jobs, day)

    assert again.window.pages.currentWidget() is again.window.talks
    assert again.window.talk.form is not None
    assert again.window.talk.form.draft.words == "水管渗水"
    assert again.window.call_side.isVisible()


def test_where_only_the_campaign_is_held_today_the_calls_are_in_front_at_once(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, prepared: Morning, tmp_path: Path
) -> None:  # fmt: skip
    for file in prepared.file.parent.iterdir():
        (shutil.copytree if file.is_dir() else shutil.copy)(file, tmp_path / file.name)
    with open_database(file_of(tmp_path)) as store, store.transaction(verb="test") as tx:
        tx.save("event", prepared.event, {"starts_at": NOW - 3 * 86_400_000, "ends_at": NOW - 2 * 86_400_000})
    day = Morning(file_of(tmp_path), *(getattr(prepared, name) for name in Morning.__slots__[1:]))

    made = opened(qtbot, look, translator, jobs, day)

    assert made.window.pages.currentWidget() is made.window.calls
    assert made.window.calls.item is not None
