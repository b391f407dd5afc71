"""A binding that drops a reference per call kills the program after some thousand calls, so it is counted.

PySide6 6.12.0 does so on Python 3.11: with None for every void call, with True for every signal. The count is
taken in a process of its own, because a bad binding ends the process that counts.
"""

import subprocess
import sys

import pytest

DRIFT_ALLOWED = 50

VOID_CALLS = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setObjectName("a")
print(sys.getrefcount(None) - before)
"""

SIGNALS = """
import sys
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(bool)
bell = Bell()
bell.rung.connect(lambda loud: None)
before = sys.getrefcount(True)
for _ in range(1_000):
    bell.rung.emit(True)
print(sys.getrefcount(True) - before)
"""


@pytest.mark.parametrize("work", [VOID_CALLS, SIGNALS], ids=["void calls", "signals"])
def test_qt_gives_back_every_reference_it_takes(work: str) -> None:
    answer = subprocess.run([sys.executable, "-c", work], capture_output=True, text=True, check=False)

    assert answer.returncode == 0, answer.stderr
    assert abs(int(answer.stdout)) <= DRIFT_ALLOWED
