"""Printing through CUPS, as Linux and macOS have it: its own programs are asked."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from db.errors import Refused
from desktop.services.papers.spooling import Fate, Fortune, Offers, PrintOptions, Queues, Standing

# A queue answers at once or its spooler is stuck.
PATIENCE_S = 20
# What a printer offers changes when somebody changes the printer.
_OFFERS_FOR_S = 300.0
_SIDES = {"one": "one-sided", "long": "two-sided-long-edge", "short": "two-sided-short-edge"}
_DUPLEX = {"None": "one", "DuplexNoTumble": "long", "DuplexTumble": "short"}
# Messages that say no more than the state does.
_IDLE_WORDS = frozenset({"reason unknown", "idle.", "printing.", "print job completed.", "connected to printer."})
_REQUEST = "request id is "


class Cups:
    """The system with `lp`; see `spooling.System`."""

    def __init__(self) -> None:
        self._offers: dict[str, tuple[float, Offers]] = {}

    def queues(self) -> Queues:
        """The printers there are."""
        names = tuple(name.strip() for name in _asked("lpstat", "-e").splitlines() if name.strip())
        usual = _asked("lpstat", "-d").rpartition(":")[2].strip()
        return Queues(names, usual if usual in names else "")

    def standing(self, queue: str) -> Standing:
        """Whether this printer prints; one that was stopped prints later, at a moment that nobody expects."""
        if shutil.which("lp") is None:
            return Standing("printer_missing")
        said = _asked("lpstat", "-p", queue)
        if not said:
            names = self.queues().names
            return Standing("" if queue in names else "printer_unknown" if names else "printer_missing")
        if " disabled since " in said.partition("\n")[0]:
            words = " ".join(line.strip() for line in said.splitlines()[1:])
            return Standing("printer_stopped", _telling(words))
        return Standing()

    def offers(self, queue: str) -> Offers:
        """What can be chosen, asked again after some minutes."""
        kept = self._offers.get(queue)
        if kept and time.monotonic() - kept[0] < _OFFERS_FOR_S:
            return kept[1]
        found = _read_offers(_asked("lpoptions", "-p", queue, "-l"))
        if found != Offers():
            # A printer that is only starting says nothing yet.
            self._offers[queue] = time.monotonic(), found
        return found

    def send(
        self, file: Path, queue: str, *, title: str, options: PrintOptions, size_mm: tuple[float, float] | None = None
    ) -> str:
        """Hand a file to a queue; with `size_mm` on paper of just that size, drawn neither larger nor smaller.

        Raises Refused `printer_missing` without a spooler, `printer_refused` with the system's own words, and
        `printer_silent` where it does not answer: then it may have the job or not.
        """
        program = shutil.which("lp")
        if program is None:
            raise Refused("printer_missing")
        words = [program, "-d", queue, "-t", title, *_words(options)]
        if size_mm is not None:
            words += ["-o", f"media=Custom.{size_mm[0]:.0f}x{size_mm[1]:.0f}mm", "-o", "print-scaling=none"]
        try:
            done = subprocess.run(
                [*words, "--", str(file)],
                capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE_S, check=False, env=_plain(),
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise Refused("printer_silent", printer=queue) from error
        except OSError as error:
            raise Refused("printer_refused", printer=queue, words="") from error
        if done.returncode != 0:
            raise Refused("printer_refused", printer=queue, words=done.stderr.strip()[:200])
        return _job_named(done.stdout, queue)

    def fortune(self, job: str) -> Fortune | None:
        """How a job fared."""
        # Loaded when a job is asked after: no first paint is to wait for it.
        from desktop.services.papers import ipp

        try:
            found = ipp.job(*_parts(job))
        except ipp.NoAnswer:
            return self._guessed(job)
        if found is None:
            return Fortune("gone")
        fates: dict[str, Fate] = {
            "waits": "waits", "prints": "prints", "stopped": "stopped", "cancelled": "cancelled", "failed": "failed",
        }  # fmt: skip
        return Fortune(fates.get(found.state, "done"), _telling(found.words))

    def _guessed(self, job: str) -> Fortune | None:
        """Where only `lpstat` can be asked: what it still lists is not printed yet, the rest is gone, however."""
        if any(line.split()[:1] == [job] for line in _asked("lpstat", "-W", "not-completed", "-o").splitlines()):
            return Fortune("prints")
        return Fortune("gone") if self.queues().names else None

    def find(self, queue: str, mark: str) -> str | None:
        """The job whose title ends with `mark`."""
        from desktop.services.papers import ipp

        try:
            found = [one for one in ipp.jobs(queue) if one.title.endswith(mark)]
        except ipp.NoAnswer:
            return None
        return f"{queue}-{found[0].number}" if found else ""

    def cancel(self, job: str) -> bool:
        """Take a job back."""
        program = shutil.which("cancel")
        if program is None:
            return False
        try:
            done = subprocess.run([program, job], capture_output=True, timeout=PATIENCE_S, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
        return done.returncode == 0


def _telling(words: str) -> str:
    """The printer's words, where they tell something."""
    return "" if words.casefold() in _IDLE_WORDS else words[:200]


def _words(options: PrintOptions) -> list[str]:
    words = ["-n", str(options.copies)] if options.copies > 1 else []
    for name, value in (("sides", _SIDES.get(options.sides)), ("InputSlot", options.tray), ("media", options.media)):
        words += ["-o", f"{name}={value}"] if value else []
    return words


def _read_offers(said: str) -> Offers:
    """From lines as "Duplex/2-Sided: *None DuplexNoTumble"; the star stands before what is taken by itself."""
    choices: dict[str, tuple[str, ...]] = {}
    for line in said.splitlines():
        key, _, values = line.partition(":")
        choices[key.partition("/")[0].strip()] = tuple(values.split())
    sides = tuple(_DUPLEX[one.lstrip("*")] for one in choices.get("Duplex", ()) if one.lstrip("*") in _DUPLEX)
    slots, sizes = choices.get("InputSlot", ()), choices.get("PageSize", ())
    return Offers(
        tuple(one for one in ("one", "long", "short") if one in sides) if len(sides) > 1 else (),
        tuple(one.lstrip("*") for one in slots) if len(slots) > 1 else (),
        tuple(one.lstrip("*") for one in sizes if not one.lstrip("*").startswith("Custom")),
        next((one[1:] for one in slots if one.startswith("*")), ""),
        next((one[1:] for one in sizes if one.startswith("*")), ""),
    )


def _job_named(said: str, queue: str) -> str:
    """The job's name in "request id is Laser-12 (1 file(s))"."""
    _, found, rest = said.partition(_REQUEST)
    name = rest.split()[0] if found and rest.split() else ""
    return name if name.startswith(f"{queue}-") else ""


def _parts(job: str) -> tuple[str, int]:
    """The queue and the number in "Laser-12"; a queue's name may hold such a line itself."""
    queue, _, number = job.rpartition("-")
    return queue, int(number) if number.isdigit() else 0


def _plain() -> dict[str, str]:
    # Its sentences are read, so they must be those of no language; the texts in them stay UTF-8.
    return {**os.environ, "LC_ALL": "C.UTF-8"}


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
