"""The laptop dies while the host writes: what was said to be kept is there after the restart, and can be written on."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.hosting import Morning, morning, opened, rows

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")

ROOT = Path(__file__).parents[2]
LONGEST_S = 60


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    runner = Jobs()
    yield runner
    runner.close()


def killed_while_writing(day: Morning, pauses: int, chance: random.Random) -> str:
    """Write in a process of its own until it is killed some time after that many pauses; what it had kept by then."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.screens.typing_host", str(day.file), day.host],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.PIPE, encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdout is not None
        kept = [process.stdout.readline() for _ in range(pauses)]
        # Into the middle of a sentence, or of the writing to the disk.
        time.sleep(chance.uniform(0, 0.9))
        process.send_signal(signal.SIGKILL)
        kept += process.stdout.readlines()
        process.wait(LONGEST_S)
    whole = [line for line in kept if line.endswith("\n")]
    assert len(whole) >= pauses
    return str(json.loads(whole[-1]))


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.full) for seed in (2, 3))])
def test_the_words_are_there_after_the_process_was_killed(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    day = morning(tmp_path)
    first = killed_while_writing(day, 2, chance)
    second = killed_while_writing(day, 1, chance)

    flow = opened(qtbot, look, translator, jobs, day)

    form = flow.window.talk.form
    assert form is not None
    words = form.words.toPlainText()
    assert words.startswith(second)
    assert second.startswith(first)
    assert form.words.hasFocus()
    assert rows(day.file, "SELECT count(*) FROM reception WHERE ended_at IS NULL") == [(1,)]
