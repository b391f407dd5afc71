"""What printing speaks about: printers, what one offers, how a paper is to come out, and the system that does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

SIDES = ("one", "long", "short")
Fate = Literal["waits", "prints", "stopped", "done", "cancelled", "failed", "gone"]
# More of one press is a slip of the finger; a print shop has its own ways.
MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class Queues:
    """The printers of this computer by the names that the system gives them; `usual` is "" where none is set."""

    names: tuple[str, ...]
    usual: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What a printer can do: ways to use the sides of a sheet, trays, papers; empty where there is nothing to choose.

    `tray` and `media` are what it takes where nobody chooses, "" where it does not say.
    """

    sides: tuple[str, ...] = ()
    trays: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    tray: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a paper is to come out; "" leaves it to the printer. `sides` is one of one, long, short (the edge bound)."""

    copies: int = 1
    sides: str = ""
    tray: str = ""
    media: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a printer takes papers now: `code` is "", or why not, with the system's own `words`."""

    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fortune:
    """How a job fared at the spooler, with the printer's own `words`."""

    fate: Fate
    words: str = ""


class System(Protocol):
    """Printing as one kind of system does it. Every method may take seconds."""

    def queues(self) -> Queues:
        """The printers there are."""

    def standing(self, queue: str) -> Standing:
        """Whether this printer prints what it is given."""

    def offers(self, queue: str) -> Offers:
        """What can be chosen; nothing where the system cannot say."""

    def send(
        self, file: Path, queue: str, *, title: str, options: PrintOptions, size_mm: tuple[float, float] | None = None
    ) -> str:
        """Hand a file over; returns its name at the spooler, "" where it has none. Raises Refused."""

    def fortune(self, job: str) -> Fortune | None:
        """How a job fared; None where the spooler does not answer."""

    def find(self, queue: str, mark: str) -> str | None:
        """The job whose title ends with `mark`: its name at the spooler, "" for none, None without an answer."""

    def cancel(self, job: str) -> bool:
        """Take a job back; whether the spooler did so."""
