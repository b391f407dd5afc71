"""The disk fails under an open window: it says so in a sentence, keeps what was typed, and goes on when it can."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.kiosk.state import Answer, Troubled
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.faults.failing import BROKEN, NO_ROOM, Failing
from tests.faults.watching import needs_watching, watched
from tests.screens.hosting import morning, opened, press, rows, write
from tests.screens.kiosk_day import Kiosk, make_day

pytestmark = needs_watching


@pytest.mark.parametrize("answers", [BROKEN, NO_ROOM], ids=["broken", "full"])
def test_a_kiosk_lets_nobody_in_whom_it_could_not_write_down_and_goes_on(
    answers: dict[str, int], qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    day, failing = make_day(tmp_path), Failing(answers, lasts=True)
    with watched(failing):
        kiosk = Kiosk(qtbot, day, look, translator)
        failing.arm(1)
        kiosk.scan(day.codes["陈知夏"])
        troubled = kiosk.state
        failing.mend()

        assert isinstance(troubled, Troubled)
        assert troubled.code == ("disk_full" if answers is NO_ROOM else "disk_trouble")
        assert day.rows() == ()
        kiosk.scan(day.codes["陈知夏"])
        assert isinstance(kiosk.state, Answer)
        assert kiosk.state.outcome == "welcomed"
        kiosk.close()
    assert [row.outcome for row in day.rows()] == ["welcomed"]


def test_a_host_keeps_typing_through_trouble_and_no_word_is_lost(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, tmp_path: Path
) -> None:
    day, failing = morning(tmp_path), Failing(BROKEN, lasts=True)
    with watched(failing):
        flow = opened(qtbot, look, translator, jobs, day)
        press(qtbot, flow, jobs, Qt.Key.Key_F8)
        with qtbot.waitSignal(flow.drafts_kept):
            write(flow, "阳台门一下雨就进水，")
        failing.arm(1)
        write(flow, "我们擦了三次，")
        qtbot.waitUntil(flow.window.banner.isVisible)
        assert failing.failed
        failing.mend()
        with qtbot.waitSignal(flow.drafts_kept):
            write(flow, "地板都翘了。")
        form = flow.window.talk.form
        assert form is not None
        assert form.words.toPlainText() == "阳台门一下雨就进水，我们擦了三次，地板都翘了。"
        ((fields,),) = rows(day.file, "SELECT fields FROM draft")
        assert "阳台门一下雨就进水，我们擦了三次，地板都翘了。" in str(fields)
