"""The day itself: everything that happens, moment after moment, and what of it is to be found in the records."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from db.store import Store
from desktop.cli.demo.office import Invited
from desktop.cli.demo.stage import Stage
from desktop.cli.demo.voices import Voice

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern taken down on the day, and the voice that it came from."""

    id: str
    voice: Voice


@dataclass(slots=True)
class Day:
    """The day while it is planned and played; `played` and `areas` count what was done, to be found in the records."""

    stage: Stage
    invited: Invited
    devices: dict[str, Store]
    staff: dict[str, str]
    played: Counter[str] = field(default_factory=Counter)
    areas: Counter[str] = field(default_factory=Counter)
    concerns: list[Concern] = field(default_factory=list)
    _moments: list[tuple[int, Callable[[], None]]] = field(default_factory=list)

    def at(self, at_ms: int, happens: Callable[[], None]) -> None:
        """Plan something."""
        self._moments.append((at_ms, happens))

    def play(self) -> None:
        """Let everything planned happen, in time order."""
        self.stage.clock.reach(self.stage.at(8, 50))
        for at_ms, happens in sorted(self._moments, key=lambda moment: moment[0]):
            self.stage.clock.reach(at_ms)
            happens()
