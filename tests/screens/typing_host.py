"""A host who writes and writes: a process of its own, to be killed.

    python -m tests.screens.typing_host FILE HOST [SEED]

Commits one sign after the other as an input method does. Without a seed it waits for the disk after a dozen signs and
says on stdout, as JSON, what was safe there. With one it never waits: it says what stood there at first, and then every
sign with the moment of the system's clock at which it was written.
"""

import json
import random
import sys
import time
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
END_KEPT_MS = 600
LONG_BREATH = 0.03


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
    if len(sys.argv) > 3:
        write_on(words, random.Random(sys.argv[3]))
    while True:
        for sign in SENTENCE[:SIGNS_BEFORE_A_PAUSE]:
            commit_sign(words, sign)
            QTest.qWait(BETWEEN_SIGNS_MS)
        safe = len(kept)
        until(lambda safe=safe: len(kept) > safe)  # type: ignore[misc]
        # That may have been of the middle of the sentence: its end is kept a moment later.
        QTest.qWait(END_KEPT_MS)
        tell(words.toPlainText())


def write_on(words: QTextEdit, chance: random.Random) -> None:
    """Write for ever: quickly, with now and then a breath that is shorter or longer than a pause."""
    tell(words.toPlainText())
    while True:
        for sign in SENTENCE:
            commit_sign(words, sign)
            tell([time.monotonic(), sign])
            QTest.qWait(chance.choice((400, 600, 900)) if chance.random() < LONG_BREATH else chance.randint(5, 60))


def commit_sign(words: QTextEdit, sign: str) -> None:
    """As an input method does."""
    commit = QInputMethodEvent()
    commit.setCommitString(sign)
    QApplication.sendEvent(words, commit)


def tell(said: object) -> None:
    """One line of JSON, at once."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
