"""Printing through the queues of the system (CUPS): which there are, and a file sent to one of them. Knows no Qt."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from db.errors import Refused, Unreadable
from db.store import Reader, Transaction
from desktop.services.registry import ANYONE, FOLLOW_ROLES, Caller, question, verb

# A queue answers at once or its spooler is stuck.
PATIENCE_S = 20


@dataclass(frozen=True, slots=True)
class Queues:
    """The printers of this computer by the names that the system gives them; `usual` is "" where none is set."""

    names: tuple[str, ...]
    usual: str = ""


@question("paper.printers", roles=ANYONE)
def printers(_caller: Caller, _reader: Reader) -> Queues:
    """The printers of this computer; none where the system has no way of asking."""
    return queues()


def queues() -> Queues:
    """The same without a database: asks the system, which may take seconds."""
    names = tuple(name.strip() for name in _asked("lpstat", "-e").splitlines() if name.strip())
    usual = _asked("lpstat", "-d").rpartition(":")[2].strip()
    return Queues(names, usual if usual in names else "")


@verb("paper.print", roles=FOLLOW_ROLES)
def print_file(_caller: Caller, tx: Transaction, *, file: Path, queue: str = "") -> str:
    """Send a PDF to a printer, without a name to the usual one; returns its name.

    Raises Refused `printer_missing` where there is no printer, `printer_unknown` for another name, `printer_refused`
    with the system's own words; Unreadable `paper_missing` for a file that is not there.
    """
    if not file.is_file():
        raise Unreadable("paper_missing", file=str(file))
    found = printers(_caller, tx)
    if not found.names:
        raise Refused("printer_missing")
    chosen = queue or found.usual or found.names[0]
    if chosen not in found.names:
        raise Refused("printer_unknown", printer=chosen, choices=" ".join(found.names))
    send(file, chosen, title=file.stem)
    tx.subject = chosen
    return chosen


def ready(queue: str) -> str:
    """The printer that `queue` means, "" for the usual one, once the system says that it takes and prints jobs.

    Raises Refused `printer_missing`, `printer_unknown`; `printer_stopped` for one that is switched off, unplugged or
    was stopped: what it took now it would print at a moment that nobody expects.
    """
    chosen = queue or queues().usual or next(iter(queues().names), "")
    if not chosen or shutil.which("lp") is None:
        raise Refused("printer_missing")
    said = _asked("lpstat", "-p", chosen)
    if not said:
        names = queues().names
        if not names:
            raise Refused("printer_missing")
        if chosen not in names:
            raise Refused("printer_unknown", printer=chosen, choices=" ".join(names))
    elif " disabled since " in said.partition("\n")[0]:
        words = " ".join(line.strip() for line in said.splitlines()[1:])
        raise Refused("printer_stopped", printer=chosen, words="" if words == "reason unknown" else words[:200])
    return chosen


def send(file: Path, queue: str, *, title: str, size_mm: tuple[float, float] | None = None) -> None:
    """Hand a file to a queue; with `size_mm` on paper of just that size, drawn neither larger nor smaller.

    Raises Refused `printer_missing` without a spooler, `printer_refused` with the system's own words.
    """
    program = shutil.which("lp")
    if program is None:
        raise Refused("printer_missing")
    media: tuple[str, ...] = ()
    if size_mm is not None:
        media = ("-o", f"media=Custom.{size_mm[0]:.0f}x{size_mm[1]:.0f}mm", "-o", "print-scaling=none")
    try:
        done = subprocess.run(
            [program, "-d", queue, "-t", title, *media, "--", str(file)],
            capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE_S, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refused("printer_refused", printer=queue, words="") from error
    if done.returncode != 0:
        raise Refused("printer_refused", printer=queue, words=done.stderr.strip()[:200])


def _asked(*words: str) -> str:
    """What a program of the system says; "" where there is no such program or it does not answer."""
    program = shutil.which(words[0])
    if program is None:
        return ""
    try:
        said = subprocess.run(
            [program, *words[1:]], capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE_S,
            check=False, env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout if said.returncode == 0 else ""
