"""What holds for every test: no screen is needed, no thread and no logged warning is left behind."""

import logging
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot
from typing_extensions import override

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Marks of databases that tests make are no business of whoever runs them.
_STATE = tempfile.TemporaryDirectory(prefix="qinting-state-")
os.environ["XDG_STATE_HOME"] = _STATE.name

settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")

THREAD_ENDS_WITHIN_S = 2.0
# No test measures time: a busy machine makes it slower, never red.
PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """pytest-qt's robot that waits longer than any window needs, however busy the machine is."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        """Wait until it is so; `timeout` (milliseconds) only ever lengthens the patience."""
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """As pytest-qt's own, and patient."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(timeout=THREAD_ENDS_WITHIN_S)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads still alive: {left}"


@pytest.fixture(autouse=True)
def _no_warning_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test which expects a warning looks at it and then says `caplog.clear()`."""
    yield
    warned = [
        f"{record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    assert not warned, f"warnings were logged: {warned}"
