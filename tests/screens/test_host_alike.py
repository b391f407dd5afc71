"""Similar concerns while the host writes: after a rest, closed until F3, and never by whom."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.services.concerns import recording
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from desktop.widgets.alike_line import AlikeLine
from tests.screens.hosting import SECOND, THIRD, Morning, morning, press, shown_texts

SLOPE = ("卫生间地面比门外高，水往外流", "厕所地面找坡不对，积了一滩水")


@pytest.fixture
def day(tmp_path: Path) -> Morning:
    made = morning(tmp_path)
    with open_database(made.file) as store:
        for words, client in zip(SLOPE, made.clients[1:], strict=True):
            recording.add(
                administrator(store), store, event=made.event, received_by=made.host, words=words, type_code="repair",
                client=client,
            )  # fmt: skip
    return made


def is_open(line: AlikeLine) -> bool:
    return line.is_open


def line_of(flow: HostFlow) -> AlikeLine:
    found = flow.window.findChild(AlikeLine)
    assert isinstance(found, AlikeLine)
    return found


def test_similar_concerns_are_counted_under_the_words_and_open_by_f3_without_names(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    form, line = flow.window.talk.form, line_of(flow)
    assert form is not None
    assert not line.isVisible()

    form.words.insertPlainText("卫生间")
    qtbot.wait(400)
    assert not line.isVisible()
    form.words.insertPlainText("地面不平，水往外面流")
    qtbot.waitUntil(lambda: bool(line.found), timeout=20_000)

    assert line.isVisible()
    assert not is_open(line)
    assert SLOPE[0] not in shown_texts(flow.window)
    press(qtbot, flow, jobs, Qt.Key.Key_F3)
    assert is_open(line)
    texts = shown_texts(flow.window)
    assert SLOPE[0] in texts
    inside = " ".join(shown_texts(line))
    assert not any(told in inside for told in (SECOND, THIRD, "9-1-301", "301", "13912345678"))
    press(qtbot, flow, jobs, Qt.Key.Key_F3)
    assert not is_open(line)

    form.words.set_text("电梯")
    qtbot.waitUntil(lambda: not line.isVisible())
    assert form.words.hasFocus()
