"""The first run, or the passphrase, in an event loop of its own before the face's window opens."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from desktop.first_run.flow import FirstRunFlow
from desktop.first_run.state import Ready
from desktop.first_run.unlock import UnlockFlow
from desktop.jobs import Jobs
from desktop.settings import Settings, save_settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look

_LOOK_MS = 10


class _Asking(Protocol):
    """What both windows are to this file."""

    @property
    def window(self) -> QWidget: ...
    def close(self) -> None: ...


def ask_first_run(app: QApplication, settings: Settings, folder: Path, card: Path | None) -> Ready | None:
    """Show the first run; databases are made in `folder`. None when the person closes the window before its end."""
    jobs, translator = Jobs(app), Translator(app, settings.language)
    look = Look(app, settings.theme)
    flow = FirstRunFlow(jobs, translator, settings, folder, card=card, keep_settings=save_settings)
    answer = _wait(app, flow, flow.finished, jobs, translator)
    look.deleteLater()
    return answer if isinstance(answer, Ready) else None


def ask_passphrase(app: QApplication, settings: Settings, file: Path) -> Ready | None:
    """Ask for the passphrase of `file` until it fits. None when the person closes the window."""
    jobs, translator = Jobs(app), Translator(app, settings.language)
    look = Look(app, settings.theme)
    flow = UnlockFlow(jobs, translator, file)
    answer = _wait(app, flow, flow.finished, jobs, translator)
    look.deleteLater()
    return Ready(file, settings.face, answer) if isinstance(answer, str) else None


def _wait(
    app: QApplication, flow: _Asking, finished: SignalInstance, jobs: Jobs, translator: Translator
) -> object | None:
    answers: list[object] = []
    loop = QEventLoop()

    def answered(answer: object) -> None:
        answers.append(answer)
        loop.quit()

    finished.connect(answered)
    # The face's window comes after this one is gone: until then the program goes on without any.
    app.setQuitOnLastWindowClosed(False)
    app.lastWindowClosed.connect(loop.quit)
    flow.window.show()
    loop.exec()
    app.lastWindowClosed.disconnect(loop.quit)
    flow.close()
    flow.window.hide()
    _let_end(jobs)
    # Two translators of one language would speak it for ever.
    translator.speak("en")
    translator.deleteLater()
    flow.window.deleteLater()
    app.setQuitOnLastWindowClosed(True)
    return answers[0] if answers else None


def _let_end(jobs: Jobs) -> None:
    """What is being written is written to its end."""
    loop, look = QEventLoop(), QTimer()
    look.setInterval(_LOOK_MS)
    look.timeout.connect(lambda: None if jobs.is_busy else loop.quit())
    look.start()
    if jobs.is_busy:
        loop.exec()
    jobs.close()
    jobs.deleteLater()
