"""A real spooler of CUPS for one test: its own folders, its own socket, queues that keep what they are given."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

PROGRAMS = ("cupsd", "lp", "lpadmin", "lpstat", "cupsdisable")
_SETTLED_S = 5.0


def where_cups_is() -> Path | None:
    """The folder above its programs' data, as packages lay them out; None where it is not installed."""
    found = shutil.which("cupsd")
    if not found or not all(map(shutil.which, PROGRAMS)):
        return None
    root = Path(found).resolve().parents[1]
    return root if (root / "lib" / "cups").is_dir() else None


@dataclass(slots=True)
class Spooler:
    """A running spooler; `socket` is what CUPS_SERVER names."""

    folder: Path
    process: "subprocess.Popen[bytes]"

    @property
    def socket(self) -> str:
        """Where it listens."""
        return str(self.folder / "cups.sock")

    @property
    def surroundings(self) -> dict[str, str]:
        """What leads its programs to it: where it listens, and where the descriptions of its printers lie."""
        return {"CUPS_SERVER": self.socket, "CUPS_SERVERROOT": str(self.folder / "root")}

    def tell(self, *words: str) -> str:
        """Run one of the spooler's own programs."""
        done = subprocess.run(
            words, capture_output=True, encoding="utf-8", check=True, env={**os.environ, **self.surroundings}
        )
        return done.stdout

    def jobs(self, count: int) -> list[tuple[bytes, bytes]]:
        """The first jobs, once they are on the disk: the order (its title, its options) and the file of each."""
        until = time.monotonic() + _SETTLED_S
        while len(orders := sorted((self.folder / "spool").glob("c*"))) < count and time.monotonic() < until:
            time.sleep(0.05)
        return [(one.read_bytes(), (one.parent / f"d{one.name[1:]}-001").read_bytes()) for one in orders]

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(10)


def ends_with_us() -> list[str]:
    """Before a program's own words: it ends with this process, however that ends."""
    return ["setpriv", "--pdeathsig", "TERM", "--"] if shutil.which("setpriv") else []


@contextmanager
def running() -> Iterator[Spooler]:
    """A spooler of its own, which ends with the test; the test is skipped where CUPS is not installed."""
    root = where_cups_is()
    if root is None:
        pytest.skip("CUPS is not installed")
    # Its socket's path may be 107 bytes long at most.
    with TemporaryDirectory(prefix="qinting-cups-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        made = start(Path(folder) / "cups", root)
        try:
            yield made
        finally:
            made.stop()


def start(folder: Path, root: Path) -> Spooler:
    """Start a spooler that knows nothing of this computer's printers."""
    for name in ("root", "state", "cache", "spool", "tmp"):
        (folder / name).mkdir(parents=True)
    rules = "Order allow,deny\nAllow all"
    (folder / "cupsd.conf").write_text(
        f"Listen {folder}/cups.sock\nWebInterface No\nBrowsing Off\nDefaultAuthType None\n"
        "DirtyCleanInterval 0\nPreserveJobFiles Yes\n"
        f"<Location />\n{rules}\n</Location>\n<Location /admin>\n{rules}\n</Location>\n"
        f"<Policy default>\n<Limit All>\n{rules}\n</Limit>\n</Policy>\n",
        encoding="utf-8",
    )
    places = f"ServerRoot {folder}/root\nStateDir {folder}/state\nCacheDir {folder}/cache\nRequestRoot {folder}/spool\n"
    logs = f"AccessLog {folder}/access\nErrorLog {folder}/error\nPageLog {folder}/page\nTempDir {folder}/tmp\n"
    # As root it insists on somebody else for its helpers.
    user = "User nobody\nGroup nogroup\nSystemGroup root\n" if os.geteuid() == 0 else ""
    (folder / "cups-files.conf").write_text(
        f"{places}{logs}{user}ServerBin {root}/lib/cups\nDataDir {root}/share/cups\nFileDevice Yes\n", encoding="utf-8"
    )
    process = subprocess.Popen(
        [*ends_with_us(), "cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    spooler = Spooler(folder, process)
    until = time.monotonic() + _SETTLED_S
    while not (folder / "cups.sock").exists():
        if process.poll() is not None or time.monotonic() > until:
            spooler.stop()
            raise RuntimeError(f"the spooler does not start: {(folder / 'error').read_text(errors='replace')[-500:]}")
        time.sleep(0.05)
    return spooler
