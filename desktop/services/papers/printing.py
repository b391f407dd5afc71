"""Printing through the queues of the system (CUPS): which there are, and a file sent to one of them. Knows no Qt."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from db.errors import Refused, Unreadable
from db.store import Reader, Transaction
from desktop.services.registry import FOLLOW_ROLES, Caller, question, verb

# A queue answers at once or its spooler is stuck.
PATIENCE_S = 20


@dataclass(frozen=True, slots=True)
class Queues:
    """The printers of this computer by the names that the system gives them; `usual` is "" where none is set."""

    names: tuple[str, ...]
    usual: str = ""


@question("paper.printers", roles=FOLLOW_ROLES)
def printers(_caller: Caller, _reader: Reader) -> Queues:
    """The printers of this computer; none where the system has no way of asking."""
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
    program = shutil.which("lp")
    if program is None or not found.names:
        raise Refused("printer_missing")
    chosen = queue or found.usual or found.names[0]
    if chosen not in found.names:
        raise Refused("printer_unknown", printer=chosen, choices=" ".join(found.names))
    try:
        done = subprocess.run(
            [program, "-d", chosen, "-t", file.stem, "--", str(file)],
            capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE_S, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refused("printer_refused", printer=chosen, words="") from error
    if done.returncode != 0:
        raise Refused("printer_refused", printer=chosen, words=done.stderr.strip()[:200])
    tx.subject = chosen
    return chosen


def _asked(*words: str) -> str:
    """What a program of the system says; "" where there is no such program or it does not answer."""
    program = shutil.which(words[0])
    if program is None:
        return ""
    try:
        said = subprocess.run(
            [program, *words[1:]], capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE_S,
            check=False, env={"LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout if said.returncode == 0 else ""
