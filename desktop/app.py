"""The program's window: the only place that knows all faces."""

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import platformdirs
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from db.errors import Trouble
from desktop.cli.output import language_of, tell_trouble
from desktop.settings import Face, Settings, load_settings
from desktop.widgets.curtain import Curtain
from desktop.widgets.measures import PX, scale_for

if TYPE_CHECKING:
    from desktop.board.beside import Beside
    from desktop.first_run.state import Ready
    from desktop.jobs import Jobs
    from desktop.widgets.context import BoardShown, FaceContext

SCALE = "QT_SCALE_FACTOR"
# Longest wait for the worker to close the database; what is acknowledged is on the disk already.
CLOSING_MS = 5_000
# Smaller than this nothing is drawn, however small the screen is.
LEAST_SCALE = 0.75
# The faces that clients look at.
WHOLE_SCREEN = ("kiosk", "board")


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
        return _practise(arguments) if arguments.rehearsal is not None else _open_window(arguments)
    except Trouble as trouble:
        tell_trouble(trouble, language_of(arguments.language), as_json=bool(arguments.json))
        return trouble.exit_status


def _open_window(arguments: Namespace) -> int:
    settings = load_settings()
    if arguments.language:
        settings = replace(settings, language=arguments.language)
    file = _data_file(arguments, settings)
    passphrase = _passphrase(arguments)
    missing = _missing(arguments, settings, file, passphrase)
    if missing:
        ready = _ask_first(arguments, settings, file, missing)
        if ready is None:
            return 0
        # What was answered is written down: language and face are read anew.
        settings = load_settings()
        file, passphrase = ready.file, ready.passphrase
    face, staff, event = _who_and_where(arguments, settings, file, passphrase)
    app = application(is_grown=face == "kiosk")
    curtain = Curtain(settings.theme)
    curtain.rise(is_full_screen=face in WHOLE_SCREEN)
    # Behind the curtain: what takes longer to load than a window takes to appear.
    from db.store import wall_clock_ms
    from desktop.courier import Post
    from desktop.jobs import Jobs, keep_window_quick
    from desktop.keeper import Keeper
    from desktop.widgets.context import FaceContext
    from desktop.widgets.languages import Translator
    from desktop.widgets.look import Look

    jobs = Jobs(app)
    post = Post(file, passphrase, settings.shared_folder)
    second = _SecondScreen(is_kiosk=face == "kiosk")
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
        package=_package(arguments),
        exchange=lambda: post.standing,
        share=post.move,
        board=second.turn,
    )
    second.context = context
    with context.look.undressed():
        flow = FACES[face](context)
    if face in WHOLE_SCREEN:
        _cover_a_screen(flow.window, is_board=face == "board")
    else:
        flow.window.show()
    curtain.close()
    # Ctrl+C in the terminal closes as the window's own button does.
    signal.signal(signal.SIGINT, lambda _number, _frame: app.quit())
    # The first paint comes before the database: a window at once, then its content.
    QTimer.singleShot(0, flow.start)
    # Before any other thread runs Python.
    keep_window_quick(jobs)
    helpers: list[Keeper | Post] = [post, Keeper(file, passphrase)]
    for helper in helpers:
        helper.start()
    status = app.exec()
    second.close()
    flow.close()
    for each in (jobs, *second.jobs):
        finish(each)
    for helper in helpers:
        helper.stop()
    return status


def _practise(arguments: Namespace) -> int:
    """Open a face on a rehearsal of the event that the facts, or this device's own database, tell about."""
    settings = load_settings()
    if arguments.language:
        settings = replace(settings, language=arguments.language)
    if arguments.rehearsal:
        from desktop.practice import facts_in, practise

        return practise(arguments, settings, facts_in(Path(arguments.rehearsal)))
    file, passphrase = _data_file(arguments, settings), _passphrase(arguments)
    if file.exists() and _missing(arguments, settings, file, passphrase) == "passphrase":
        ready = _ask_first(arguments, settings, file, "passphrase")
        if ready is None:
            return 0
        passphrase = ready.passphrase
    from desktop.practice import facts_of_database, practise

    return practise(arguments, settings, facts_of_database(file, passphrase, arguments.event))


class _SecondScreen:
    """The calling board beside a face; it is loaded when it is first wanted."""

    def __init__(self, *, is_kiosk: bool) -> None:
        self.context: FaceContext | None = None
        self._is_kiosk = is_kiosk
        self._board: Beside | None = None

    def turn(self, window: QWidget, event: str) -> "BoardShown":
        from desktop.board.beside import Beside

        if self.context is None:
            return "no_screen"
        self._board = self._board or Beside(self.context, self.context.jobs, is_kiosk=self._is_kiosk)
        return self._board.turn(window, event)

    @property
    def jobs(self) -> tuple["Jobs", ...]:
        return self._board.jobs if self._board else ()

    def close(self) -> None:
        if self._board is not None:
            self._board.close()


def application(*, is_grown: bool, above_px: int = 0) -> QApplication:
    """The one application of this process; Qt reads how large everything is drawn when it is made.

    `above_px` are wanted over the window's own pages.
    """
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    if is_grown:
        _grow_with_the_screen(above_px)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("qinting")
    return app


def _missing(arguments: Namespace, settings: Settings, file: Path, passphrase: str | None) -> str:
    """What must be asked before a face can open: `first_run`, `passphrase`, or "" for nothing.

    A database that somebody named and that is not there is a trouble to be told, never a reason to found another.
    """
    given = arguments.given
    if given is not None and given.suffix.lower() == ".card":
        return "first_run"
    if not file.exists():
        is_named = arguments.data or settings.data_file or os.environ.get("QINTING_DATA")
        return "" if is_named else "first_run"
    if passphrase is not None:
        return ""
    from db.vault.key_file import needs_passphrase

    return "passphrase" if needs_passphrase(file) else ""


def _ask_first(arguments: Namespace, settings: Settings, file: Path, missing: str) -> "Ready | None":
    """Show the first run, or ask for the passphrase; None when the person closes the window instead."""
    app = application(is_grown=missing == "passphrase" and (arguments.face or settings.face) == "kiosk")
    from desktop.first_run.asking import ask_first_run, ask_passphrase

    if missing == "passphrase":
        return ask_passphrase(app, settings, file)
    return ask_first_run(app, settings, file.parent, arguments.given)


def _passphrase(arguments: Namespace) -> str | None:
    if not arguments.passphrase_file:
        return None
    from db.vault.key_file import read_passphrase

    return read_passphrase(Path(arguments.passphrase_file))


def _data_file(arguments: Namespace, settings: Settings) -> Path:
    """The database: --data, else this device's choice, else QINTING_DATA, else one in the user's data folder."""
    chosen = arguments.data or settings.data_file or os.environ.get("QINTING_DATA")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("qinting", appauthor=False)) / "qinting.db"


def _who_and_where(
    arguments: Namespace, settings: Settings, file: Path, passphrase: str | None
) -> tuple[Face, str | None, str | None]:
    """The face, and the ids of staff and event; the database is asked only where the arguments do not say."""
    # What is remembered is the face of the database that is remembered, not of another one that was named.
    remembered: Face = settings.face if str(file) == settings.data_file or not arguments.data else ""
    face: Face = arguments.face or ("office" if _package(arguments) else remembered)
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


def _package(arguments: Namespace) -> Path | None:
    """The package that the window is opened with: the office looks into it."""
    given: Path | None = arguments.given
    return given if given is not None and given.suffix.lower() == ".qinting" else None


def _grow_with_the_screen(above_px: int) -> None:
    """Let Qt enlarge everything on a large screen; it reads the factor once, when the application is made."""
    if os.environ.get(SCALE):
        return
    probe = QGuiApplication([])
    size = probe.primaryScreen().size()
    probe.shutdown()
    factor = scale_for(size.width(), size.height())
    if above_px:
        factor = min(factor, max(size.height() / (PX.window_height + above_px), LEAST_SCALE))
    os.environ[SCALE] = str(factor)


def _cover_a_screen(window: QWidget, *, is_board: bool) -> None:
    """The kiosk covers the first screen, the calling board the one that the hall sees, where there are two."""
    screens = QGuiApplication.screens()
    if is_board and len(screens) > 1:
        window.setScreen(screens[1])
        window.setGeometry(screens[1].geometry())
    window.showFullScreen()


def finish(jobs: "Jobs") -> None:
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


def _kiosk(context: "FaceContext") -> Flow:
    from desktop.kiosk.flow import KioskFlow

    return KioskFlow(context)


def _host(context: "FaceContext") -> Flow:
    from desktop.host.flow import HostFlow

    return HostFlow(context)


def _office(context: "FaceContext") -> Flow:
    from desktop.office.flow import OfficeFlow

    return OfficeFlow(context)


def _board(context: "FaceContext") -> Flow:
    from desktop.board.flow import BoardFlow

    return BoardFlow(context)


FACES: dict[str, Callable[["FaceContext"], Flow]] = {
    "kiosk": _kiosk, "host": _host, "office": _office, "board": _board,
}  # fmt: skip
