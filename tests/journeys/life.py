"""One office in which a concern lives through all of its states, with a clock that the test sets."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from db import calendars
from db.records import Concern
from db.store import Store
from desktop.rules.deadlines import due_text
from desktop.rules.times import read_time
from desktop.services.concerns import listing, moving, recording, standing
from desktop.services.concerns.listing import Line
from desktop.services.concerns.moving import Moved
from desktop.services.concerns.standing import Standing
from desktop.services.events import events
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator
from tests.screens.office_world import found

ZONE = ZoneInfo("Asia/Shanghai")
# Friday 22 May 2026, the day of the event; the days after it are a weekend.
HEARD = "2026-05-22T10:00"
RESULT = {"result": "换了胶条", "cause": "胶条老化", "measure": "整栋排查", "evidence": "照片"}


class OfConcern(Protocol):
    """Anything that names its concern."""

    @property
    def concern(self) -> str:
        """The id."""
        ...


Of = TypeVar("Of", bound=OfConcern)


@dataclass(slots=True)
class Life:
    """A project with somebody in every role; `now` sets the clock."""

    store: Store
    caller: Caller
    event: str
    host: str
    coordinator: str
    second: str
    handler: str
    head: str
    callback: str
    supervisor: str
    at_ms: int = 0
    # The concerns of this test: several tests share a project.
    made: set[str] = field(default_factory=set)

    def now(self, text: str) -> None:
        """Set the clock, to a moment of Shanghai."""
        self.at_ms = read_time(text, ZONE)

    def heard(
        self,
        words: str = "阳台门一下雨就进水",
        *,
        occurred: str | None = None,
        type_code: str = "repair",
        risk: str | None = None,
        wish: str | None = None,
    ) -> str:
        """Take a concern down, a repair unless said otherwise; returns its id."""
        made = recording.add(
            self.caller, self.store, event=self.event, received_by=self.host, words=words, type_code=type_code,
            occurred=occurred, risk=risk, wish=wish,
        ).concern  # fmt: skip
        self.made.add(made)
        return made

    def begin(self) -> None:
        """A new test: the day of the event, everything as shipped, and no concern is its own yet."""
        self.made.clear()
        self.now(HEARD)
        with self.store.transaction(verb="test.begin") as tx:
            for row in (*calendars.work_days(tx), *calendars.work_hours(tx), *calendars.clock_rules(tx)):
                calendars.drop(tx, row)

    def own(self, found: Iterable[Of]) -> list[Of]:
        """Of what is found, what belongs to this test's concerns."""
        return [one for one in found if one.concern in self.made]

    def escalated(self) -> list[Standing]:
        """This test's concerns that somebody higher must hear of."""
        return self.own(standing.escalated(self.caller, self.store, now_ms=self.at_ms))

    def not_handed_over(self) -> list[Standing]:
        """This test's concerns that nobody was given in time."""
        return self.own(standing.not_handed_over(self.caller, self.store, now_ms=self.at_ms))

    def lines(self, *, overdue: bool = False) -> list[Line]:
        """This test's lines of the work list."""
        return self.own(listing.everything(self.caller, self.store, now_ms=self.at_ms, overdue=overdue))

    def move(self, concern: str, target: str, by: str, *, entered_by: str | None = None, **told: str) -> Moved:
        """Take a step, entered by the person who decides it unless said otherwise."""
        means, evidence = told.pop("means", None), told.pop("entry_evidence", None)
        return moving.move(
            self.caller, self.store, concern=concern, target=target, by=by, entered_by=entered_by, means=means,
            evidence=evidence, fields=told,
        )  # fmt: skip

    def must(self, concern: str, target: str, by: str, **told: str) -> None:
        """Take a step that nothing stands against."""
        moved = self.move(concern, target, by, **told)
        assert not moved.refused, moved.refused

    def accepted(self, concern: str, **told: str) -> str:
        """Take the concern on for engineering."""
        told = {"area": "engineering_quality", "department": "engineering", "grade": "2"} | told
        self.must(concern, "accepted", self.coordinator, **told)
        return concern

    def dispatched(self, concern: str, **told: str) -> str:
        """And hand it to the department."""
        self.must(self.accepted(concern, **told), "dispatched", self.coordinator)
        return concern

    def in_progress(self, concern: str, **told: str) -> str:
        """And let it be signed for."""
        self.must(self.dispatched(concern, **told), "in_progress", self.handler)
        return concern

    def called_back(self, concern: str, **told: str) -> str:
        """And bring it to the callback."""
        self.in_progress(concern, **told)
        self.must(concern, "resolved", self.handler, **RESULT, approved_by=self.head)
        self.must(concern, "callback", self.callback, try_result="reached")
        return concern

    def kept(self, concern: str) -> Concern:
        """The concern as it is kept."""
        one = self.store.get(Concern, concern)
        assert one is not None
        return one

    def standing(self, concern: str) -> Standing:
        """How it stands now."""
        one = standing.standing(self.caller, self.store, concern=concern, now_ms=self.at_ms)
        assert one is not None
        return one

    def stage(self, concern: str, clock: str) -> str:
        """How far one of its clocks has run; "" where it does not run."""
        return next((one.stage for one in self.standing(concern).clocks if one.clock == clock), "")

    def due(self, concern: str, clock: str) -> str:
        """Until when one of its clocks runs, in Shanghai; "" where it does not run."""
        dues = (due_text(one.due, ZONE) for one in self.standing(concern).clocks if one.clock == clock)
        return next(dues, "")


@contextmanager
def lived(folder: Path) -> Iterator[Life]:
    """A new project at 10:00 on the day of its event."""
    with found(folder / "office.db") as store:
        caller = administrator(store)
        event = events.add(
            caller, store, node="delivery", title="交付日", starts="2026-05-22 08:00", ends="2026-05-22 18:00"
        )

        def add(name: str, role: str, department: str | None = None) -> str:
            return staff.add(caller, store, name=name, level="staff", department=department, roles=[role])

        life = Life(
            store, caller, event, add("沈砚", "host"), add("阮青", "coordinator", "client_relations"),
            add("何苗", "coordinator", "client_relations"), add("邱野", "handler", "engineering"),
            add("韩若川", "department_head", "engineering"), add("苏棠", "callback", "client_relations"),
            add("顾南星", "supervisor"),
        )  # fmt: skip
        life.now(HEARD)
        store.clock = lambda: life.at_ms
        yield life
