"""The program's window: the only place that knows all faces."""

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

import platformdirs
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from db.errors import Trouble
from db.store import wall_clock_ms
from db.vault.key_file import read_passphrase
from desktop.cli.output import language_of, tell_trouble
from desktop.jobs import Jobs
from desktop.settings import Face, Settings, load_settings
from desktop.widgets.context import FaceContext
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.measures import scale_for

SCALE = "QT_SCALE_FACTOR"
# Longest wait for the worker to close the database; what is acknowledged is on the disk already.
CLOSING_MS = 5_000


class Flow(Protocol):
    """What every face is to this file."""

    @property
    def window(self) -> QWidget: ...
    def start(self) -> None: ...
    def close(self) -> None: ...


def run_app(arguments: Namespace) -> int:
    """Open the window that the arguments ask for and return the exit status when it is closed.

    Whoever calls has made sure that there is a display: without one Qt ends the process.
    """
    try:
        return _open_window(arguments)
    except Trouble as trouble:
        tell_trouble(trouble, language_of(arguments.language), as_json=bool(arguments.json))
        return trouble.exit_status


def _open_window(arguments: Namespace) -> int:
    settings = load_settings()
    if arguments.language:
        settings = replace(settings, language=arguments.language)
    file = _data_file(arguments, settings)
    passphrase = read_passphrase(Path(arguments.passphrase_file)) if arguments.passphrase_file else None
    face, staff, event = _who_and_where(arguments, settings, file, passphrase)
    if face == "kiosk":
        _grow_with_the_screen()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("qinting")
    jobs = Jobs(app)
    context = FaceContext(
        data_file=file,
        passphrase=passphrase,
        settings=settings,
        look=Look(app, settings.theme),
        translator=Translator(app, settings.language),
        jobs=jobs,
        staff=staff,
        event=event,
        clock=wall_clock_ms,
    )
    flow = _FACES[face](context)
    if face == "kiosk":
        flow.window.showFullScreen()
    else:
        flow.window.show()
    # Ctrl+C in the terminal closes as the window's own button does.
    signal.signal(signal.SIGINT, lambda _number, _frame: app.quit())
    # The first paint comes before the database: a window at once, then its content.
    QTimer.singleShot(0, flow.start)
    status = app.exec()
    flow.close()
    _finish(jobs)
    return status


def _data_file(arguments: Namespace, settings: Settings) -> Path:
    """The database: --data, else this device's choice, else QINTING_DATA, else one in the user's data folder."""
    chosen = arguments.data or settings.data_file or os.environ.get("QINTING_DATA")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("qinting", appauthor=False)) / "qinting.db"


def _who_and_where(
    arguments: Namespace, settings: Settings, file: Path, passphrase: str | None
) -> tuple[Face, str | None, str | None]:
    """The face, and the ids of staff and event; the database is asked only where the arguments do not say."""
    face: Face = arguments.face or settings.face
    if face and not arguments.as_staff and not arguments.event:
        return face, None, None
    # Loaded only where it is needed: the first paint is not to wait for it.
    from db.lookup import resolve
    from desktop.services.opening import open_database

    store = open_database(file, passphrase)
    try:
        staff = resolve(store, "staff", arguments.as_staff) if arguments.as_staff else None
        event = resolve(store, "event", arguments.event) if arguments.event else None
        return face or cast(Face, store.identity.role), staff, event
    finally:
        store.close()


def _grow_with_the_screen() -> None:
    """Let Qt enlarge everything on a large screen; it reads the factor once, when the application is made."""
    if os.environ.get(SCALE):
        return
    probe = QGuiApplication([])
    size = probe.primaryScreen().size()
    probe.shutdown()
    os.environ[SCALE] = str(scale_for(size.width(), size.height()))


def _finish(jobs: Jobs) -> None:
    """Wait for the work under way and let the worker go."""
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(10)
    look.timeout.connect(lambda: None if jobs.is_busy else loop.quit())
    look.start()
    QTimer.singleShot(CLOSING_MS, loop.quit)
    if jobs.is_busy:
        loop.exec()
    jobs.close()


def _kiosk(context: FaceContext) -> Flow:
    from desktop.kiosk.flow import KioskFlow

    return KioskFlow(context)


def _host(context: FaceContext) -> Flow:
    from desktop.host.flow import HostFlow

    return HostFlow(context)


def _office(context: FaceContext) -> Flow:
    from desktop.office.flow import OfficeFlow

    return OfficeFlow(context)


_FACES: dict[str, Callable[[FaceContext], Flow]] = {"kiosk": _kiosk, "host": _host, "office": _office}
