"""Printing at once, through the queues of the system: which there are, what they offer, and a file sent to one of them.

Papers that may wait for their printer go through `print_queue`. Knows no Qt.
"""

import os
from functools import cache
from pathlib import Path

from db.errors import Refused, Unreadable
from db.store import Reader, Transaction
from desktop.services.papers.cups import PATIENCE_S, Cups
from desktop.services.papers.spooling import MOST_COPIES, Offers, PrintOptions, Queues, System
from desktop.services.registry import ANYONE, FOLLOW_ROLES, Caller, question, verb

__all__ = [
    "MOST_COPIES", "Offers", "PATIENCE_S", "PrintOptions", "Queues", "offers", "print_file", "printers", "queues",
    "ready", "send", "system",
]  # fmt: skip


@cache
def system() -> System:
    """The printing of this computer."""
    if os.name == "nt":
        from desktop.services.papers.windows import Windows

        return Windows()
    return Cups()


@question("paper.printers", roles=ANYONE)
def printers(_caller: Caller, _reader: Reader) -> Queues:
    """The printers of this computer; none where the system has no way of asking."""
    return queues()


def queues() -> Queues:
    """The same without a database: asks the system, which may take seconds."""
    return system().queues()


@question("paper.printer_offers", roles=ANYONE)
def offers(_caller: Caller, _reader: Reader, *, queue: str) -> Offers:
    """What a printer offers to choose: sides, trays, papers."""
    return system().offers(queue) if queue else Offers()


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
    found = None if queue else queues()
    chosen = queue or (found.usual or next(iter(found.names), "") if found else "")
    if not chosen:
        raise Refused("printer_missing")
    standing = system().standing(chosen)
    if standing.code == "printer_unknown":
        raise Refused("printer_unknown", printer=chosen, choices=" ".join(queues().names))
    if standing.code == "printer_stopped":
        raise Refused("printer_stopped", printer=chosen, words=standing.words)
    if standing.code:
        raise Refused(standing.code)
    return chosen


def send(
    file: Path, queue: str, *, title: str, size_mm: tuple[float, float] | None = None,
    options: PrintOptions | None = None,
) -> str:  # fmt: skip
    """Hand a file to a queue; with `size_mm` on paper of just that size, drawn neither larger nor smaller.

    Returns the job's name at the spooler, "" where it has none. Raises Refused `printer_missing` without a spooler,
    `printer_refused` with the system's own words, `printer_silent` where it gives no answer.
    """
    return system().send(file, queue, title=title, options=options or PrintOptions(), size_mm=size_mm)
