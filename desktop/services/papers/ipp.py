"""What the spooler says of its jobs, asked by its own `ipptool`: `lpstat` does not tell done from cancelled.

`ipptool` belongs to CUPS, but is not everywhere where `lp` is; where it is missing there is no answer.
"""

import csv
import getpass
import os
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

# On this computer it answers at once; one in the house may be slow.
_PATIENCE_S = 10
_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")
_STATES = {
    "pending": "waits", "pending-held": "waits", "processing": "prints", "processing-stopped": "stopped",
    "canceled": "cancelled", "aborted": "failed", "completed": "done",
}  # fmt: skip
# One question; what is displayed comes as lines of CSV.
_QUESTION = """{
OPERATION Get-Jobs
GROUP operation-attributes-tag
ATTR charset attributes-charset utf-8
ATTR naturalLanguage attributes-natural-language en
ATTR uri printer-uri $uri
ATTR name requesting-user-name $user
ATTR keyword which-jobs $which
ATTR keyword requested-attributes job-id,job-name,job-state,job-printer-state-message
DISPLAY job-id
DISPLAY job-state
DISPLAY job-name
DISPLAY job-printer-state-message
}
"""


@dataclass(frozen=True, slots=True)
class Spooled:
    """A job as the spooler knows it; `state` is one of waits, prints, stopped, cancelled, failed, done."""

    number: int
    title: str
    state: str
    words: str = ""


class NoAnswer(Exception):  # noqa: N818 - in the house's words
    """The spooler cannot be asked this way."""


def job(queue: str, number: int) -> Spooled | None:
    """One job; None where the spooler has forgotten it. Raises NoAnswer."""
    return next((one for which in ("not-completed", "completed") for one in _ask(queue, which)
                 if one.number == number), None)  # fmt: skip


def jobs(queue: str) -> tuple[Spooled, ...]:
    """The jobs of a queue that the spooler still knows, those that are done as well. Raises NoAnswer."""
    return (*_ask(queue, "not-completed"), *_ask(queue, "completed"))


def _ask(queue: str, which: str) -> tuple[Spooled, ...]:
    program = shutil.which("ipptool")
    if program is None:
        raise NoAnswer
    with TemporaryDirectory(prefix="qinting-") as folder:
        question = Path(folder) / "jobs.test"
        question.write_text(_QUESTION, encoding="ascii")
        address = f"ipp://{_server()}/printers/{quote(queue, safe='')}"
        words = [program, "-c", "-d", f"which={which}", "-d", f"user={_user()}", address, str(question)]
        try:
            done = subprocess.run(
                words, capture_output=True, encoding="utf-8", errors="replace", timeout=_PATIENCE_S, check=False,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoAnswer from error
    if done.returncode != 0:
        raise NoAnswer
    return _read(done.stdout)


def _read(said: str) -> tuple[Spooled, ...]:
    """From lines as `12,completed,"title #ab-1",words`, below a head that names them."""
    rows = list(csv.reader(said.splitlines(), escapechar="\\"))
    return tuple(
        Spooled(int(row[0]), row[2], _STATES.get(row[1], "waits"), row[3].strip())
        for row in rows
        if len(row) == 4 and row[0].isdigit()
    )


def _server() -> str:
    """Where the spooler listens that `lp` talks to, as the host of an address."""
    place = os.environ.get("CUPS_SERVER") or _configured()
    place = place or next((one for one in _SOCKETS if Path(one).exists()), "localhost")
    # A server may be named with the version of IPP that it speaks: host:port/version=1.1
    return quote(place, safe="") if place.startswith("/") else place.partition("/")[0]


def _configured() -> str:
    """The server that the system's own settings name; "" for none."""
    for file in (Path.home() / ".cups" / "client.conf", Path("/etc/cups/client.conf")):
        with suppress(OSError, UnicodeDecodeError):
            for line in file.read_text(encoding="utf-8").splitlines():
                word, _, value = line.strip().partition(" ")
                if word.casefold() == "servername" and value.strip():
                    return value.strip()
    return ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "anonymous"
