"""Printing on Windows, which prints no PDF by itself: a helper process paints the pages, and is told by a file of JSON.

The helper may use Qt and runs beside this program, so that a driver that hangs or crashes takes nothing with it.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from db.errors import Refused
from desktop.services.papers.spooling import Fortune, Offers, PrintOptions, Queues, Standing

HELPER = "desktop.devices.print_helper"
# What the program is told instead where it has no Python beside it.
PRINT_HELPER = "--print-helper"
# Three hundred pages are painted one by one.
PATIENCE_S = 600
_ANSWER_S = 30
# No black window flashes up over the papers.
_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Order(msgspec.Struct, omit_defaults=True):
    """What the helper is to do: `ask` is queues, offers or print. `to` prints into a file, for trying it out."""

    ask: str
    queue: str = ""
    file: str = ""
    title: str = ""
    copies: int = 1
    sides: str = ""
    tray: str = ""
    media: str = ""
    size_mm: tuple[float, float] | None = None
    to: str = ""


class Answer(msgspec.Struct, omit_defaults=True):
    """What it says; `code` is "" when it went well."""

    code: str = ""
    words: str = ""
    names: tuple[str, ...] = ()
    usual: str = ""
    sides: tuple[str, ...] = ()
    trays: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    tray: str = ""
    paper: str = ""
    pages: int = 0


def tell(order: Order) -> Answer:
    """Let the helper do one thing. Never raises for a helper that fails: its answer says so then."""
    with TemporaryDirectory(prefix="qinting-print-") as folder:
        told, said = Path(folder) / "order.json", Path(folder) / "answer.json"
        told.write_bytes(msgspec.json.encode(order))
        words, complaint = [*_helper(), str(told), str(said)], ""
        try:
            done = subprocess.run(
                words, capture_output=True, check=False, timeout=PATIENCE_S if order.ask == "print" else _ANSWER_S,
                encoding="utf-8", errors="replace", creationflags=_NO_CONSOLE,
            )  # fmt: skip
            complaint = done.stderr.strip().rpartition("\n")[2]
            return msgspec.json.decode(said.read_bytes(), type=Answer)
        except subprocess.TimeoutExpired:
            return Answer("printer_silent")
        except (OSError, msgspec.DecodeError):
            return Answer("printer_refused", words=complaint[:200])


def _helper() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, PRINT_HELPER]
    return [sys.executable, "-P", "-m", HELPER]


class Windows:
    """The system with the helper; see `spooling.System`. What Windows took cannot be asked after: it counts as done."""

    def queues(self) -> Queues:
        """The printers there are."""
        said = tell(Order("queues"))
        return Queues(said.names, said.usual)

    def standing(self, queue: str) -> Standing:
        """Windows keeps what a printer that is off cannot print; only one that is not there is known."""
        names = self.queues().names
        return Standing("" if queue in names else "printer_unknown" if names else "printer_missing")

    def offers(self, queue: str) -> Offers:
        """What can be chosen."""
        said = tell(Order("offers", queue))
        return Offers(said.sides, said.trays, said.media, said.tray, said.paper)

    def send(
        self, file: Path, queue: str, *, title: str, options: PrintOptions, size_mm: tuple[float, float] | None = None
    ) -> str:
        """Paint and hand over. Raises Refused `printer_refused`, `printer_silent`."""
        order = Order(
            "print", queue, str(file), title, options.copies, options.sides, options.tray, options.media, size_mm
        )
        said = tell(order)
        if said.code == "printer_silent":
            raise Refused("printer_silent", printer=queue)
        if said.code:
            raise Refused("printer_refused", printer=queue, words=said.words)
        return ""

    def fortune(self, job: str) -> Fortune | None:
        """Nothing is known of a job once Windows has it."""
        return Fortune("gone")

    def find(self, queue: str, mark: str) -> str | None:
        """Nobody can be asked."""
        return None

    def cancel(self, job: str) -> bool:
        """Nobody can be asked."""
        return False
