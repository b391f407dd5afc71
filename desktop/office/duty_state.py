"""What the page of duties shows, as values, and how it is read."""

from dataclasses import dataclass

from db.duty_records import DutyExemption, StaffPost
from db.store import Store
from desktop.rules.duty import Cadence
from desktop.rules.times import day_of
from desktop.services.duty import keeping, report
from desktop.services.duty.keeping import APPROVERS
from desktop.services.duty.report import Report
from desktop.services.people import staff
from desktop.services.registry import Caller
from desktop.services.training import training
from desktop.services.training.training import CourseLine, TrainingLine
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class Duties:
    """Everything the page shows; `today` is ISO. `people` and `approvers` are (id, name)."""

    today: str
    report: Report
    exemptions: tuple[DutyExemption, ...]
    posts: tuple[StaffPost, ...]
    cadences: tuple[tuple[str, Cadence], ...]
    courses: tuple[CourseLine, ...]
    trainings: tuple[TrainingLine, ...]
    people: tuple[tuple[str, str], ...]
    approvers: tuple[tuple[str, str], ...]

    def name_of(self, person: str | None) -> str:
        """Somebody's name; an empty text for nobody."""
        return dict(self.people).get(person or "", "")


def read(caller: Caller, store: Store) -> Duties:
    """Read the page anew."""
    today = day_of(store.clock(), zone_of(store)).isoformat()
    everybody = staff.everybody(caller, store)
    return Duties(
        today,
        report.report(caller, store, as_of=today),
        keeping.exemptions(caller, store),
        keeping.posts(caller, store),
        keeping.cadences(caller, store, on_day=today),
        training.courses(caller, store, on_day=today),
        training.everything(caller, store, on_day=today),
        tuple((one.id, one.name) for one, _ in everybody),
        tuple((one.id, one.name) for one, roles in everybody if not APPROVERS.isdisjoint(roles)),
    )
