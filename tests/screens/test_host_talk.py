"""A talk at the host's table: written by keys alone, safe at every pause, and private toward the client."""

import shutil
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.services.guests import clients
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from desktop.widgets.labels import ElidedLabel, Words
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.measures import PX
from tests.screens.hosting import (
    FIRST,
    PHONE,
    SECOND,
    THIRD,
    Morning,
    opened,
    press,
    rows,
    settle,
    shown_texts,
    write,
)

ALT, CTRL, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEAK = "卫生间那个地面比外面还高，水一冲就往外跑"
WALL = "到底按哪个图交房？\n你们就告诉我"
REDO = "重做地漏找坡，请您到场看"


def part(flow: HostFlow, name: str) -> QWidget:
    found = flow.window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def test_two_concerns_and_a_promise_are_taken_down_by_keys_alone(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_W, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_F4)
    write(flow, REDO)
    press(qtbot, flow, jobs, Qt.Key.Key_Tab)
    write(flow, "5-23")
    press(qtbot, flow, jobs, Qt.Key.Key_Return, CTRL)
    write(flow, WALL)
    press(qtbot, flow, jobs, Qt.Key.Key_3, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_Q, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    assert not rows(day.file, f"SELECT 1 FROM concern WHERE event = '{day.event}'")

    press(qtbot, flow, jobs, Qt.Key.Key_F9)

    said = rows(
        day.file,
        "SELECT words, type, area, received_by, client, reception IS NOT NULL, number FROM concern"
        f" WHERE event = '{day.event}' ORDER BY number",
    )
    number = rows(day.file, f"SELECT number FROM reception WHERE event = '{day.event}' AND ended_at IS NOT NULL")[0][0]
    assert said == [
        (LEAK, "repair", "engineering_quality", day.host, day.clients[0], 1, f"{number}-1"),
        (WALL, "complaint", "product_quality", day.host, day.clients[0], 1, f"{number}-2"),
    ]
    promised = rows(
        day.file, f"SELECT text, due, promised_by FROM promise WHERE concern IN ({_recorded(day)}) ORDER BY id"
    )
    assert promised == [(REDO, "2026-05-23", day.host)]
    assert not rows(day.file, "SELECT 1 FROM draft")


def _recorded(day: Morning) -> str:
    return f"SELECT id FROM concern WHERE event = '{day.event}'"


def test_what_was_typed_is_there_after_the_power_went(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning, flow: HostFlow, tmp_path: Path
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(flow.drafts_kept):
        write(flow, "说到一半")
    copy = tmp_path / "after" / "host.db"
    copy.parent.mkdir()
    # The disk as a sudden end leaves it: nothing was closed, nothing was tidied up.
    for file in day.file.parent.glob("host.db*"):
        shutil.copy(file, copy.parent / file.name)

    again = opened(qtbot, look, translator, jobs, replace(day, file=copy))

    words = part(again, "words")
    assert isinstance(words, QTextEdit)
    assert words.toPlainText() == "说到一半"
    assert LEAK in shown_texts(again.window)


def test_a_draft_is_kept_without_a_word_in_the_journal(qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    before = rows(day.file, "SELECT count(*) FROM journal")

    with qtbot.waitSignal(flow.drafts_kept):
        write(flow, LEAK)

    assert rows(day.file, "SELECT count(*) FROM draft") == [(1,)]
    assert rows(day.file, "SELECT count(*) FROM journal") == before


def test_no_other_client_is_in_the_window_while_the_cover_is_down(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    assert any(SECOND in text for text in shown_texts(flow.window))

    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    _drop_what_is_gone(qtbot, flow)
    texts = shown_texts(flow.window)

    assert any(FIRST in text for text in texts)
    assert not [text for text in texts if SECOND in text or THIRD in text]
    assert not [text for text in texts if "北侧窗" in text]


def test_the_next_client_stays_hidden_until_this_one_has_left(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    _drop_what_is_gone(qtbot, flow)
    assert not [text for text in shown_texts(flow.window) if SECOND in text]

    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    assert any(SECOND in text for text in shown_texts(flow.window))
    assert rows(day.file, "SELECT count(*) FROM reception") == [(1,)]


def test_f12_lifts_the_cover_and_lowers_it(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    lifted = shown_texts(flow.window)
    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    _drop_what_is_gone(qtbot, flow)

    assert any(SECOND in text for text in lifted)
    assert any("北侧窗" in text for text in lifted)
    assert not [text for text in shown_texts(flow.window) if SECOND in text or "北侧窗" in text]


def test_no_part_of_the_window_holds_a_whole_phone(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    seen = shown_texts(flow.window)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    seen += shown_texts(flow.window)
    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    seen += shown_texts(flow.window)

    assert any(text.endswith("138****6620") for text in seen)
    assert not [text for text in seen if PHONE in text or PHONE[3:] in text]


def test_a_concern_without_a_type_is_not_left_behind(qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)

    press(qtbot, flow, jobs, Qt.Key.Key_F9)

    assert any(text.startswith("请先选类型") for text in shown_texts(flow.window))
    press(qtbot, flow, jobs, Qt.Key.Key_1, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    assert rows(day.file, f"SELECT words, type FROM concern WHERE event = '{day.event}'") == [(LEAK, "inquiry")]


def test_a_promise_without_a_day_is_asked_for_its_day(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_F4)
    write(flow, REDO)

    press(qtbot, flow, jobs, Qt.Key.Key_F9)

    assert flow.window.focusWidget() is part(flow, "promise_due")
    write(flow, "周五")
    assert "5月22日 周五" in shown_texts(flow.window)


def test_an_earlier_concern_can_be_written_on_until_the_talk_ends(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_Return, CTRL)
    write(flow, WALL)
    press(qtbot, flow, jobs, Qt.Key.Key_3, ALT)
    again = next(one for one in flow.window.findChildren(QPushButton) if one.objectName().startswith("open_"))

    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    write(flow, "。老人要滑倒的")
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)

    said = rows(day.file, f"SELECT words FROM concern WHERE event = '{day.event}' ORDER BY number")
    assert said == [(f"{LEAK}。老人要滑倒的",), (WALL,)]


def test_an_answer_on_the_spot_is_kept_as_an_answer(qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, "车位什么时候可以选？")
    press(qtbot, flow, jobs, Qt.Key.Key_1, ALT)
    part(flow, "answer").setFocus()
    write(flow, "六月十日起，凭编号选")
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)

    found = rows(
        day.file,
        "SELECT c.answer, c.answered_by, n.state FROM concern c JOIN concern_now n ON n.concern = c.id"
        f" WHERE c.event = '{day.event}'",
    )
    assert found == [("六月十日起，凭编号选", day.host, "answered")]


def test_the_clients_copy_is_written_as_pdf(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow, tmp_path: Path
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)

    with qtbot.waitSignal(flow.copied):
        flow.copy_to(tmp_path / "客户联.pdf")

    assert (tmp_path / "客户联.pdf").read_bytes().startswith(b"%PDF")
    assert any("客户联.pdf" in text for text in shown_texts(flow.window))


def test_a_client_adds_to_what_was_said_before(qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    add = next(one for one in flow.window.findChildren(QPushButton) if one.objectName().startswith("add_to_"))

    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    field = flow.window.findChildren(QTextEdit, "addition")[-1]
    field.setPlainText("晚上还听得见响")
    qtbot.mouseClick(flow.window.findChildren(QPushButton, "keep_addition")[-1], Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)

    assert rows(day.file, "SELECT words, said_by FROM concern_addition") == [("晚上还听得见响", day.host)]
    assert not rows(day.file, "SELECT 1 FROM draft")
    assert "晚上还听得见响" in shown_texts(flow.window)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    assert rows(day.file, "SELECT count(*) FROM concern_addition") == [(1,)]


def test_closing_the_window_keeps_the_last_words(qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)

    with qtbot.waitSignal(flow.closed):
        flow.window.close()

    assert not flow.window.isVisible()
    assert LEAK in str(rows(day.file, "SELECT fields FROM draft")[0][0])


def _drop_what_is_gone(qtbot: QtBot, flow: HostFlow) -> None:
    """Let Qt delete the parts that were replaced."""
    qtbot.waitUntil(lambda: not [text for text in shown_texts(flow.window) if THIRD in text])


def in_view(inner: QWidget, window: QWidget) -> bool:
    """Whether the whole part can be seen."""
    return inner.isVisible() and inner.visibleRegion().boundingRect() == inner.rect() and window.isVisible()


def test_a_name_of_forty_letters_is_whole_and_widens_nothing(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    name = "Alexandrina Montgomery-Featherstonehaugh"
    with open_database(day.file) as store:
        clients.set_fields(administrator(store), store, client=day.clients[0], changes={"name": name})
    flow = opened(qtbot, look, translator, jobs, day)
    flow.window.resize(PX.window_width, PX.window_height)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    qtbot.wait(50)
    (shown,) = [one for one in flow.window.talk.findChildren(ElidedLabel) if one.text().startswith(name)]
    assert shown.shown_text() == shown.text()
    assert flow.window.width() == PX.window_width


def test_the_next_concern_is_in_view_however_long_the_last_words_were(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    flow.window.resize(PX.window_width, PX.window_height)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK * 100)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: in_view(part(flow, "save_next"), flow.window))
    assert in_view(part(flow, "words"), flow.window)

    write(flow, WALL)
    press(qtbot, flow, jobs, Qt.Key.Key_3, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_F9)
    qtbot.waitUntil(
        lambda: any(
            one.isVisible() and one.text == LEAK * 100 and one.height() >= one.heightForWidth(one.width()) > 300
            for one in flow.window.findChildren(Words)
        )
    )


def test_a_promise_leaves_the_button_in_view(qtbot: QtBot, jobs: Jobs, flow: HostFlow) -> None:
    flow.window.resize(PX.window_width, PX.window_height)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_Return, CTRL)
    write(flow, WALL)
    press(qtbot, flow, jobs, Qt.Key.Key_F4)
    write(flow, REDO)
    press(qtbot, flow, jobs, Qt.Key.Key_Tab)
    write(flow, "5-23")
    qtbot.waitUntil(lambda: in_view(part(flow, "save_next"), flow.window))
