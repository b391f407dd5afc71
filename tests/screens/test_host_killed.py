"""The laptop dies while the host writes: what was said to be kept is there after the restart, and can be written on."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
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


@pytest.mark.full
@pytest.mark.parametrize("seed", [1, 2, 3])
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


# 50 moments: `pytest -m full tests/screens/test_host_killed.py -k last_second -s`
@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.full)])
def test_at_most_the_last_second_is_missing_and_never_an_earlier_word(
    qtbot: QtBot,
    look: Look,
    translator: Translator,
    jobs: Jobs,
    tmp_path: Path,
    kills: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    day, chance = morning(tmp_path), random.Random(kills)
    before, missing_ms = "", []
    for number in range(kills):
        killed = killed_at_any_moment(day, chance, f"{kills}-{number}")
        words = kept_words(day)

        assert killed.began_with == before
        whole = before + "".join(sign for _, sign in killed.signs)
        # What stood on the disk goes on exactly where it ended; what is missing is the end, and young.
        assert whole.startswith(words)
        assert words.startswith(before)
        lost = [at for at, _ in killed.signs][len(words) - len(before) :]
        missing_ms.append(round(1000 * (killed.at - lost[0])) if lost else 0)
        assert missing_ms[-1] <= 1_000, (number, missing_ms)
        before = words

    with capsys.disabled():
        oldest = max(missing_ms)
        sys.stdout.write(f"\nkilled {kills} times, {len(before)} signs kept, the oldest missing one {oldest} ms old\n")
    flow = opened(qtbot, look, translator, jobs, day)
    form = flow.window.talk.form
    assert form is not None
    assert form.words.toPlainText() == before
    assert form.words.hasFocus()


@dataclass(frozen=True, slots=True)
class Killed:
    """What stood in the field at first, every sign with the moment it was written, and the moment of the end."""

    began_with: str
    signs: list[tuple[float, str]]
    at: float


def killed_at_any_moment(day: Morning, chance: random.Random, seed: str) -> Killed:
    """Write in a process of its own and kill it some time after the first sign."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.screens.typing_host", str(day.file), day.host, seed],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.PIPE, encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdout is not None
        began_with = str(json.loads(process.stdout.readline()))
        told = [process.stdout.readline()]
        time.sleep(chance.uniform(0, 2.2))
        at = time.monotonic()
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
        process.wait(LONGEST_S)
    signs = [json.loads(line) for line in told if line.endswith("\n")]
    return Killed(began_with, [(float(one[0]), str(one[1])) for one in signs], at)


def kept_words(day: Morning) -> str:
    """The words of the draft as they lie on the disk; nothing while none was kept."""
    found = rows(day.file, "SELECT fields FROM draft")
    return str(json.loads(str(found[0][0]))["words"]) if found else ""
