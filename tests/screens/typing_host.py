"""A host who writes and writes: a process of its own, to be killed. `python -m tests.screens.typing_host FILE HOST`.

Commits one sign after the other as an input method does, and says on stdout, as JSON, what was safe on the disk.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.settings import Settings
from desktop.widgets.context import FaceContext
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.hosting import NOW

SENTENCE = "卫生间那个地面比外面还高，水一冲就往外跑，老人家要滑倒的。"
BETWEEN_SIGNS_MS = 20
SIGNS_BEFORE_A_PAUSE = 12


def until(is_so: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    loop, look = QEventLoop(), QTimer()
    look.setInterval(5)
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    look.start()
    loop.exec()


def main() -> None:
    file, host = sys.argv[1:3]
    app = QApplication(sys.argv[:1])
    jobs = Jobs(app)
    context = FaceContext(
        data_file=Path(file), passphrase=None, settings=Settings(), look=Look(app), translator=Translator(app),
        jobs=jobs, staff=host, event=None, clock=lambda: NOW,
    )  # fmt: skip
    flow = HostFlow(context)
    kept: list[object] = []
    flow.drafts_kept.connect(kept.append)
    flow.window.show()
    flow.start()
    until(lambda: not jobs.is_busy)
    if flow.window.talk.form is None:
        QTest.keyClick(flow.window, Qt.Key.Key_F8)
        until(lambda: not jobs.is_busy)
    form = flow.window.talk.form
    assert form is not None
    words: QTextEdit = form.words
    while True:
        for sign in SENTENCE[:SIGNS_BEFORE_A_PAUSE]:
            commit = QInputMethodEvent()
            commit.setCommitString(sign)
            QApplication.sendEvent(words, commit)
            QTest.qWait(BETWEEN_SIGNS_MS)
        safe = len(kept)
        until(lambda safe=safe: len(kept) > safe)  # type: ignore[misc]
        sys.stdout.write(json.dumps(words.toPlainText()) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
