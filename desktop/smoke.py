"""`qinting --smoke`: does this copy of the program work on this machine? A small day in a temporary folder.

A window, a code drawn and read back, a check-in, a PDF and a package; every step says what it did. Whoever builds a
package runs it from the package itself.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from db.errors import Trouble
from db.store import Store, wall_clock_ms
from desktop.cli.output import language_of, tell_trouble
from desktop.devices.multimedia import multimedia
from desktop.rules.times import iso_text
from desktop.services.events import events
from desktop.services.exchange import packages
from desktop.services.guests import check_ins, invitations
from desktop.services.opening import found_project
from desktop.services.papers import forms
from desktop.services.registry import administrator
from desktop.services.rosters.imports import import_list
from desktop.services.zones import zone_of

if TYPE_CHECKING:
    from desktop.widgets.context import FaceContext

PASSPHRASE = "smoke, smoke, smoke"
LIST = "姓名,称谓,楼栋房号,联系电话\n温若水,女士,6-2-1201,13800010001\n"
HOURS_MS = 8 * 3_600_000
PATIENCE_S = 30.0
STEPS = ("database", "code", "check-in", "pdf", "package", "window")


class SmokeTrouble(Exception):  # noqa: N818 - in the house's words
    """A step ended with another result than it must."""


def run_smoke() -> int:
    """Do all steps; 0 when each ended as it must, 1 with the step that did not."""
    began = time.monotonic()
    try:
        with ExitStack() as stack:
            # Windows keeps a file that is still open somewhere; the check is not to fail on its own tidying.
            folder = Path(
                stack.enter_context(tempfile.TemporaryDirectory(prefix="qinting-smoke-", ignore_cleanup_errors=True))
            )
            data = folder / "smoke.qinting-db"
            with found_project(data, name="试运行", mark=None, device_name="试", passphrase=PASSPHRASE) as store:
                _work(store, folder)
            _open_windows(data)
    except SmokeTrouble as trouble:
        _say("不行 / failed", str(trouble))
        return 1
    except Trouble as trouble:
        tell_trouble(trouble, language_of(None), as_json=False)
        return 1
    _say("好 / well", f"{time.monotonic() - began:.1f} s")
    return 0


def _work(store: Store, folder: Path) -> None:
    caller, zone = administrator(store), zone_of(store)
    now = wall_clock_ms()
    event = events.add(
        caller, store, node="delivery", title="试运行", starts=iso_text(now - HOURS_MS, zone),
        ends=iso_text(now + HOURS_MS, zone),
    )  # fmt: skip
    guests = folder / "list.csv"
    guests.write_text(LIST, encoding="utf-8")
    taken = import_list(caller, store, file=guests, event=event)
    _expect("database", taken.added == 1, f"{store.path.name}, SQLCipher, {taken.added} client")
    codes, sheet = folder / "codes", folder / "invitations.csv"
    invitations.issue(caller, store, event=event, png=codes, list_file=sheet)
    token = _read_back(codes, sheet)
    answer = check_ins.scan(caller, store, event=event, token=token)
    _expect("check-in", answer.outcome == "welcomed", answer.outcome)
    report = forms.write_forms(caller, store, event=event, pdf=folder / "forms.pdf")
    _expect("pdf", report.pages == 1 and not report.missing, f"{(folder / 'forms.pdf').stat().st_size:,} bytes")
    package = folder / "smoke.qinting"
    made = packages.export(caller, store, file=package)
    again = packages.take_in(caller, store, file=package, dry_run=True)
    _expect("package", again.taken, f"{sum(count for _, count in made.rows)} rows, read back: {again.outcome}")


def _read_back(codes: Path, sheet: Path) -> str:
    """The code of the picture, read as a camera would, and the same in the list for sending."""
    import zxingcpp
    from PIL import Image

    picture = next(codes.rglob("*.png"))
    with Image.open(picture) as image:
        read = [one.text for one in zxingcpp.read_barcodes(image.convert("L"))]
    _expect("code", len(read) == 1 and read[0] in sheet.read_text(encoding="utf-8-sig"), f"{picture.name}: {read}")
    return read[0]


def _open_windows(data: Path) -> None:
    """Each face on the database, painted."""
    if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.app import FACES
    from desktop.jobs import Jobs, keep_window_quick
    from desktop.settings import Settings
    from desktop.widgets.context import FaceContext
    from desktop.widgets.languages import Translator
    from desktop.widgets.look import Look

    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError(type(app))
    _look_for_camera()
    look, translator = Look(app), Translator(app)
    jobs = Jobs(app)
    keep_window_quick(jobs)
    for name, make in FACES.items():
        context = FaceContext(
            data, PASSPHRASE, Settings(), look, translator, jobs, None, None, clock=wall_clock_ms,
            keep_settings=lambda _settings: None,
        )  # fmt: skip
        _expect("window", _shown(make, context), name)
    jobs.close()


def _look_for_camera() -> None:
    """Whether pictures of a camera could be read; a program without Python must have brought that along."""
    parts = multimedia()
    if parts is None:
        _expect("camera", not getattr(sys, "frozen", False), "not installed, a hand scanner does without")
        return
    codecs = parts.QMediaFormat().supportedVideoCodecs(parts.QMediaFormat.ConversionMode.Decode)
    _expect("camera", bool(codecs), f"{len(codecs)} codecs, {len(parts.QMediaDevices.videoInputs())} cameras")


def _shown(make: "Callable[[FaceContext], object]", context: "FaceContext") -> bool:
    from desktop.app import Flow

    flow: Flow = make(context)  # type: ignore[assignment]
    flow.window.show()
    flow.start()
    _wait(context)
    picture = flow.window.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    flow.close()
    _wait(context)
    flow.window.close()
    return len(colours) > 1


def _wait(context: "FaceContext") -> None:
    until = time.monotonic() + PATIENCE_S
    while True:
        loop = QEventLoop()
        QTimer.singleShot(100, loop.quit)
        loop.exec()
        if not context.jobs.is_busy:
            return
        if time.monotonic() > until:
            raise SmokeTrouble("the window does not come to rest")


def _expect(step: str, is_well: bool, told: str) -> None:
    if not is_well:
        raise SmokeTrouble(f"{step}: {told}")
    _say(step, told)


def _say(step: str, told: str) -> None:
    sys.stdout.write(f"{step:<12}{told}\n")
    sys.stdout.flush()
