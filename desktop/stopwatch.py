"""Programs that `qinting bench` runs in processes of their own: the time to a first paint, the gaps of a busy window.

`python -m desktop.stopwatch bare|window|gap|kiosk|day|camera ...`; each prints one JSON document.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from desktop.jobs import Jobs

TICK_MS = 2
PATIENCE_S = 900.0
# Nothing is measured before the window has come to rest.
REST_MS = 400
SMALL_CACHE_KIB = 2_000


class FirstPaint(QObject):
    """Tells when the first window of the program has been painted, and ends the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_painting = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_painting or event.type() != QEvent.Type.Paint:
            return False
        if isinstance(watched, QWidget) and watched.isWindow():
            self._is_painting = True
            watched.event(event)
            print(json.dumps({"painted": time.monotonic_ns()}), flush=True)  # noqa: T201 - what the bench reads
            os._exit(0)
        return False


class MeasuredApp(QApplication):
    """The program's application, with an ear for paints."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._ear = FirstPaint(self)
        self.installEventFilter(self._ear)


def bare() -> int:
    """A window of PySide6 with one word in it: what every program pays."""
    app = MeasuredApp(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Qinting"))
    window.resize(1280, 800)
    window.show()
    return app.exec()


def window(arguments: list[str]) -> int:
    """The program itself, as `qinting` with these arguments."""
    from desktop import __main__ as program
    from desktop import app

    sys.argv = ["qinting", *arguments]
    vars(app)["QApplication"] = MeasuredApp
    return program.main()


class Meter(QObject):
    """A timer that should come every few milliseconds; what it waits longer, the person's keys wait too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = time.perf_counter()
        self.gaps_ms: list[float] = []
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin anew."""
        self.gaps_ms.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1_000)
        self._last = now

    def stop(self) -> dict[str, float]:
        """The longest gap and how many were over 50 ms, in milliseconds; and the whole time in seconds."""
        self._beat()
        self._timer.stop()
        return {
            "longest_ms": max(self.gaps_ms),
            "over_50_ms": sum(gap > 50 for gap in self.gaps_ms),
            "seconds": sum(self.gaps_ms) / 1_000,
        }


def gap(data: str, passphrase: str, list_file: str, package: str) -> int:
    """The office's real window takes in a list and a package; the longest gaps of its event loop meanwhile."""
    from db.store import wall_clock_ms
    from desktop.jobs import Jobs, keep_window_quick
    from desktop.office.flow import OfficeFlow
    from desktop.settings import Settings
    from desktop.widgets.context import FaceContext
    from desktop.widgets.languages import Translator
    from desktop.widgets.look import Look

    app = QApplication(sys.argv[:1])
    settings, jobs = Settings(), Jobs(app)
    look, translator = Look(app, settings.theme), Translator(app, settings.language)
    flow = OfficeFlow(
        FaceContext(Path(data), passphrase or None, settings, look, translator, jobs, None, None, clock=wall_clock_ms)
    )
    flow.window.show()
    flow.start()
    keep_window_quick(jobs)
    _come_to_rest(jobs)
    found: dict[str, dict[str, float]] = {}
    meter = Meter()

    def measure(name: str, deed: Callable[[], None]) -> None:
        _come_to_rest(jobs)
        meter.start()
        deed()
        _until_idle(jobs)
        found[name] = meter.stop()

    measure("rest", lambda: _let_pass(REST_MS))
    if list_file:
        measure("look", lambda: flow.importing.file_given.emit(list_file))
        measure("import", flow.importing.check.import_wanted.emit)
    if package:
        measure("inspect", lambda: flow.exchange.files_given.emit([package]))
        measure("merge", flow.exchange.merge_wanted.emit)
    print(json.dumps(found), flush=True)  # noqa: T201 - what the bench reads
    flow.close()
    _until_idle(jobs)
    jobs.close()
    return 0


def kiosk(data: str, passphrase: str, event: str, codes_file: str, *, has_bare: bool = True) -> int:
    """The kiosk's real window answers scans; how long each took, and a bare commit with a bare repaint beside it."""
    from dataclasses import asdict

    from desktop.kiosk.timing import time_kiosk

    codes = json.loads(Path(codes_file).read_text(encoding="ascii"))
    times = time_kiosk(QApplication(sys.argv[:1]), Path(data), passphrase or None, event, codes, has_bare=has_bare)
    print(json.dumps(asdict(times)), flush=True)  # noqa: T201 - what the bench reads
    return 0


def day(data: str, passphrase: str, event: str, codes_file: str) -> int:
    """The same for a whole day: scans alone, with a small page cache.

    The usual one takes in the database as the day goes on, up to its bound, and would hide what never ends.
    """
    from db import driver

    vars(driver)["CACHE_KIB"] = SMALL_CACHE_KIB
    return kiosk(data, passphrase, event, codes_file, has_bare=False)


def camera(frames: str) -> int:
    """Pictures of a camera through the kiosk's path and through the reader of codes alone."""
    QApplication(sys.argv[:1])
    from desktop.devices.multimedia import multimedia

    found: dict[str, dict[str, list[float]]] = {}
    if multimedia() is not None:
        from desktop.devices.timing import time_camera

        found = time_camera(int(frames))
    print(json.dumps(found), flush=True)  # noqa: T201 - what the bench reads
    return 0


def _until_idle(jobs: "Jobs") -> None:
    until = time.monotonic() + PATIENCE_S
    _let_pass(TICK_MS)
    while jobs.is_busy and time.monotonic() < until:
        _let_pass(20)


def _come_to_rest(jobs: "Jobs") -> None:
    _until_idle(jobs)
    _let_pass(REST_MS)


def _let_pass(milliseconds: int) -> None:
    """Let the loop turn. Qt's own qWait would hold Python's lock, and with it the worker, all the while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(words: list[str]) -> int:
    """Run one of the programs."""
    name, *rest = words
    if name == "bare":
        return bare()
    programs: dict[str, Callable[..., int]] = {"gap": gap, "kiosk": kiosk, "day": day, "camera": camera}
    return window(rest) if name == "window" else programs[name](*rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
