"""Printers that only note what they are given, with everything that printers do wrong at a word."""

from dataclasses import dataclass, field
from pathlib import Path

from db.errors import Refused
from desktop.services.papers.spooling import Fate, Fortune, Offers, PrintOptions, Queues, Standing

OFFERS = Offers(("one", "long", "short"), ("Auto", "Main", "Manual"), ("A4", "A5"), "Main", "A4")


class PowerCutError(BaseException):
    """The program ends where it stands."""


@dataclass(slots=True)
class Printers:
    """`there` are the printers that exist, `off` those that take nothing; `printed` is what each job was."""

    there: list[str] = field(default_factory=lambda: ["大堂", "二楼"])
    off: dict[str, str] = field(default_factory=dict)
    able: dict[str, Offers] = field(default_factory=lambda: {"大堂": OFFERS, "二楼": Offers(media=("A4",))})
    taken: list[tuple[str, str, PrintOptions, bytes]] = field(default_factory=list)
    fates: dict[str, Fortune] = field(default_factory=dict)
    # What happens at the next hand-over: cut_before, cut_after, silent, refused.
    next_time: str = ""
    can_find: bool = True

    def queues(self) -> Queues:
        return Queues(tuple(self.there), self.there[0] if self.there else "")

    def standing(self, queue: str) -> Standing:
        if queue not in self.there:
            return Standing("printer_unknown" if self.there else "printer_missing")
        return Standing("printer_stopped", self.off[queue]) if queue in self.off else Standing()

    def offers(self, queue: str) -> Offers:
        return self.able.get(queue, Offers())

    def send(
        self, file: Path, queue: str, *, title: str, options: PrintOptions, size_mm: tuple[float, float] | None = None
    ) -> str:
        what, self.next_time = self.next_time, ""
        if what == "cut_before":
            raise PowerCutError
        if what == "refused":
            raise Refused("printer_refused", printer=queue, words="out of toner")
        self.taken.append((queue, title, options, file.read_bytes()))
        if what == "cut_after":
            raise PowerCutError
        if what == "silent":
            raise Refused("printer_silent", printer=queue)
        return f"{queue}-{len(self.taken)}"

    def fortune(self, job: str) -> Fortune | None:
        return self.fates.get(job, Fortune("prints"))

    def find(self, queue: str, mark: str) -> str | None:
        if not self.can_find:
            return None
        found = [n for n, (where, title, _, _) in enumerate(self.taken, 1) if where == queue and title.endswith(mark)]
        return f"{queue}-{found[0]}" if found else ""

    def cancel(self, job: str) -> bool:
        if self.fates.get(job, Fortune("prints")).fate in ("waits", "prints"):
            self.fates[job] = Fortune("cancelled")
        return True

    def end(self, job: str, fate: Fate = "done", words: str = "") -> None:
        """Let a job come to its end."""
        self.fates[job] = Fortune(fate, words)
