"""A real driverless printer for tests: IPP Everywhere by CUPS' own `ippeveprinter`, found over a bus of its own.

The announcing that such a printer insists on stays on this computer's loopback; every part ends with the test.
"""

import fcntl
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from tests.paper.cups import Spooler, ends_with_us

PROGRAMS = ("dbus-daemon", "avahi-daemon", "ippeveprinter", "ipptool", "lpoptions")
_PATIENCE_S = 10.0
_BUS = """<busconfig><type>session</type><listen>unix:path={bus}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
</policy></busconfig>"""
_AVAHI = """[server]
host-name=qinting-test
use-ipv6=no
allow-interfaces=lo
[publish]
publish-workstation=no
"""
# What the printer does with a job: keep the paper, and what it was told about it.
_KEEP = """#!/bin/sh
job="{folder}/$(date +%s%N)"
env | grep '^IPP_' > "$job.told"
cp "$1" "$job.part" && mv "$job.part" "$job.pdf"
"""


def what_is_missing() -> str:
    """Which program is not there, or what else stands in the way; "" where the printer can be started."""
    missing = " ".join(one for one in PROGRAMS if shutil.which(one) is None)
    if missing:
        return f"{missing} is not installed"
    return "" if os.geteuid() == 0 else "the announcing of printers can only be started as root"


@dataclass(frozen=True, slots=True)
class Received:
    """A job as the printer got it."""

    pdf: Path
    told: dict[str, str]


@dataclass(slots=True)
class Printer:
    """A printer; `queue` is its name at the spooler."""

    folder: Path
    port: int
    bus: str
    queue: str = "Laser"
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Switch it on."""
        command = self.folder / "keep"
        command.write_text(_KEEP.format(folder=self.folder), encoding="ascii")
        command.chmod(0o755)
        words = [
            "ippeveprinter", "-p", str(self.port), "-d", str(self.folder / "spool"), "-c", str(command), "-2",
            "-f", "application/pdf,image/pwg-raster", "-s", "600", "-M", "ACME", "-m", "Laser", "-n", "localhost",
            self.queue,
        ]  # fmt: skip
        (self.folder / "spool").mkdir(exist_ok=True)
        self.process = _begun(words, self.folder / "printer.log", {"DBUS_SYSTEM_BUS_ADDRESS": self.bus})
        _wait(lambda: _listens(self.port), self.process, self.folder / "printer.log")

    def stop(self) -> None:
        """Switch it off."""
        if self.process is not None:
            _end(self.process)
            self.process = None

    def received(self, count: int, patience_s: float = _PATIENCE_S) -> list[Received]:
        """What it got, in its order, once there is so much of it; what there is when patience ends."""
        until = time.monotonic() + patience_s
        while len(found := sorted(self.folder.glob("*.pdf"))) < count and time.monotonic() < until:
            time.sleep(0.05)
        return [
            Received(one, dict(
                line.split("=", 1) for line in one.with_suffix(".told").read_text("utf-8").splitlines() if "=" in line
            ))
            for one in found
        ]  # fmt: skip


def at_rest(spooler: Spooler, queue: str) -> None:
    """Wait until the printer has done what it was given."""
    until = time.monotonic() + _PATIENCE_S
    while " is idle" not in spooler.tell("lpstat", "-p", queue) and time.monotonic() < until:
        time.sleep(0.05)


@contextmanager
def switched_on(folder: Path, spooler: Spooler) -> Iterator[Printer]:
    """A printer that is on, with a queue at the spooler; one at a time on this computer."""
    folder.mkdir(parents=True, exist_ok=True)
    bus = f"unix:path={folder}/bus"
    with ExitStack() as open_ones, Path(gettempdir(), "qinting-driverless.lock").open("w", encoding="ascii") as lock:
        # There is one announcer in a computer.
        fcntl.flock(lock, fcntl.LOCK_EX)
        (folder / "bus.conf").write_text(_BUS.format(bus=f"{folder}/bus"), encoding="ascii")
        (folder / "avahi.conf").write_text(_AVAHI, encoding="ascii")
        log = folder / "announcing.log"
        talk = _begun(["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", "--nopidfile"], log, {})
        open_ones.callback(_end, talk)
        _wait((folder / "bus").exists, talk, log)
        words = ["avahi-daemon", "-f", str(folder / "avahi.conf"), "--no-drop-root", "--no-chroot", "--no-rlimits"]
        announcer = _begun(words, log, {"DBUS_SYSTEM_BUS_ADDRESS": bus})
        open_ones.callback(_end, announcer)
        _wait(lambda: "startup complete" in log.read_text(errors="replace"), announcer, log)
        printer = Printer(folder, _free_port(), bus)
        open_ones.callback(printer.stop)
        printer.start()
        spooler.tell("lpadmin", "-p", printer.queue, "-E", "-v", f"ipp://localhost:{printer.port}/ipp/print",
                     "-m", "everywhere")  # fmt: skip
        # The spooler asks the printer what it can do beside this.
        _wait(lambda: "InputSlot" in _options(spooler, printer.queue), announcer, log)
        yield printer


def _options(spooler: Spooler, queue: str) -> str:
    done = subprocess.run(
        ["lpoptions", "-p", queue, "-l"], capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, **spooler.surroundings},
    )  # fmt: skip
    return done.stdout


def _begun(words: list[str], log: Path, more: dict[str, str]) -> "subprocess.Popen[bytes]":
    with log.open("ab") as stream:
        return subprocess.Popen([*ends_with_us(), *words], stdout=stream, stderr=stream, env={**os.environ, **more})


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


def _wait(is_so: Callable[[], bool], process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not is_so():
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"it does not start: {log.read_text(errors='replace')[-500:]}")
        time.sleep(0.05)


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
