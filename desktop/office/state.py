"""What the office's pages show, as frozen values; `reading` fills them, the pages paint them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from desktop.office.devices_state import ConflictView, DeviceLine, DoubleView
from desktop.office.overview import NO_OVERVIEW, Overview
from desktop.rules.deadlines import Running
from desktop.rules.running import ESCALATIONS
from desktop.rules.states import STATES, Field

View = Literal["key", "escalated", "open", "returned", "callback", "overdue", "promised", "ended", "all"]
VIEWS: Final[tuple[View, ...]] = get_args(View)
Clock = Literal["late", "today", "left", "returned", "callback", "paused", "none", "ended"]

# A concern due this soon belongs among those to be seen to first.
SOON_DAYS = 3
CALLBACKS = ("resolved", "callback")
# The way forward from each state; other steps stand beside it or in the menu.
FORWARD = {
    "recorded": "accepted", "answered": "accepted", "accepted": "dispatched", "returned": "dispatched",
    "reopened": "dispatched", "dispatched": "in_progress", "in_progress": "resolved", "on_hold": "in_progress",
    "resolved": "callback", "callback": "closed",
}  # fmt: skip
# Ends without the client's word are never one click away.
SPECIAL = ("merged", "closed_explained", "closed_unreached", "void")


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One concern of the list; `days_left` counts to its day, negative once it has passed."""

    concern: str
    number: str
    words: str
    state: str
    client: str
    area: str | None = None
    department: str | None = None
    days_left: int | None = None
    is_late: bool = False
    rivals: int = 0
    open_promises: int = 0
    room: str = ""
    # Ids of those of ours who handle it or heard it.
    people: tuple[str, ...] = ()
    # How often it came back from a department.
    returns: int = 0
    # Its day, and the hours left where it is due at an hour of today.
    due: str | None = None
    hours_left: int | None = None
    # Why somebody higher must hear of it, the most pressing reason first; codes.
    escalations: tuple[str, ...] = ()
    # Typed in later than it should have been; the client is waited for, so no clock runs.
    is_late_entry: bool = False
    is_paused: bool = False
    # Found out where the line is made, by the worker: the screen asks it of tens of thousands of lines.
    views: frozenset[View] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "views", frozenset(self._belongs()))

    @property
    def is_ended(self) -> bool:
        """Whether nothing is due any more."""
        return self.state in STATES and STATES[self.state].ended

    @property
    def clock(self) -> Clock:
        """What the chip says about time."""
        if self.is_ended:
            return "ended"
        if self.is_late:
            return "late"
        if self.state == "returned":
            return "returned"
        if self.state in CALLBACKS:
            return "callback"
        if self.is_paused:
            return "paused"
        if self.days_left is None:
            return "none"
        return "today" if self.days_left == 0 else "left"

    def is_in(self, view: View) -> bool:
        """Whether the line belongs to a view of the list."""
        return view in self.views

    def _belongs(self) -> Iterator[View]:
        yield "all"
        if self.open_promises > 0:
            # A promise stays due when its concern has ended.
            yield "promised"
        if self.is_ended:
            yield "ended"
            return
        yield "open"
        if self.escalations:
            yield "escalated"
        soon = self.days_left is not None and self.days_left <= SOON_DAYS and not self.is_paused
        is_pressing = self.clock in ("late", "returned", "callback") or self.state == "reopened" or self.rivals > 0
        if is_pressing or soon or self.escalations:
            yield "key"
        if self.is_late:
            yield "overdue"
        if self.state == "returned":
            yield "returned"
        if self.state in CALLBACKS:
            yield "callback"


_URGENCY = ("late", "returned", "callback", "today", "left", "none", "paused", "ended")


def chosen_lines(
    lines: Iterable[WorkLine],
    view: View,
    department: str = "",
    text: str = "",
    area: str | None = None,
) -> tuple[WorkLine, ...]:
    """The lines of a view, of one department if given, holding every word of `text`; the most urgent first.

    `area` "" asks for those without an area, None for all.
    """
    wanted = text.casefold().split()

    def fits(line: WorkLine) -> bool:
        is_there = line.is_in(view) and department in ("", line.department) and area in (None, line.area or "")
        if not is_there or not wanted:
            return is_there
        said = f"{line.words} {line.number} {line.client} {line.room}".casefold()
        return all(word in said for word in wanted)

    def urgency(line: WorkLine) -> tuple[int, int, int]:
        # A danger stands at the top of every list; in its own view every reason has its place.
        reason = ESCALATIONS.index(line.escalations[0]) if line.escalations else len(ESCALATIONS)
        place = reason if view == "escalated" else min(reason, 1)
        return place, _URGENCY.index(line.clock), line.days_left if line.days_left is not None else 0

    return tuple(sorted(filter(fits, lines), key=urgency))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the staff."""

    id: str
    name: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A field told with a step; `choices` names the code list its value belongs to, if any."""

    field: str
    value: str
    choices: str = ""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a concern's story; `at` in UTC ms. `entered_by` is empty when the decider typed it."""

    state: str
    by: str
    entered_by: str
    at: int
    told: tuple[Told, ...]
    # How the word came to whoever entered it for another (a code), and what there is to show for it.
    means: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A time that a department was urged; `at` in UTC ms."""

    at: int
    by: str
    department: str | None


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise made for a concern."""

    text: str
    due: str
    by: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """A later day that was asked for; `agreed` is None until somebody decided. `is_told`: the client knows."""

    new_due: str
    reason: str
    asked_by: str
    at: int
    agreed: bool | None
    decided_by: str
    is_told: bool


@dataclass(frozen=True, slots=True)
class Move:
    """A step that the table allows; `roles` decide it, `known` is what the concern holds already."""

    target: str
    roles: tuple[str, ...]
    fields: tuple[Field, ...]
    known: tuple[tuple[str, str], ...] = ()
    # Whether it is kept how the word came to whoever enters it for another.
    asks_means: bool = True


@dataclass(frozen=True, slots=True)
class ConcernView:
    """Everything the pane shows of one concern; times in UTC ms."""

    concern: str
    number: str
    state: str
    type: str
    grade: str | None
    words: str
    additions: tuple[str, ...]
    client: str
    room: str
    heard_at: int
    heard_by: str
    area: str | None
    department: str | None
    handler: str
    wish: str | None
    due: str | None
    promises: tuple[PromiseLine, ...]
    story: tuple[StepLine, ...]
    moves: tuple[Move, ...]
    staff: tuple[Person, ...]
    rivals: int
    reminders: tuple[ReminderLine, ...] = ()
    client_id: str = ""
    event: str = ""
    clocks: tuple[Running, ...] = ()
    escalations: tuple[str, ...] = ()
    extensions: tuple[ExtensionLine, ...] = ()
    is_late_entry: bool = False
    # The sentence of the common matter that it belongs to.
    matter: str = ""
    # Field, value and the list of its code: what was written beside the words.
    beside: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step is asked for: one concern with its words, or several, of which `lines` tell number and words."""

    concerns: tuple[str, ...]
    state: str
    words: str
    staff: tuple[Person, ...]
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StepRequest:
    """A step as the person filled it in, for one concern or for several."""

    concerns: tuple[str, ...]
    target: str
    by: str
    means: str | None
    fields: tuple[tuple[str, str], ...]
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its counts; times in UTC ms."""

    event: str
    number: int
    node: str
    title: str
    place: str
    starts_at: int
    ends_at: int
    invited: int
    arrived: int
    issued: int = 0
    slots: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: figures, what to do first, events. Empty fields mean a young project."""

    name: str
    project: str
    lines: tuple[WorkLine, ...] = ()
    events: tuple[EventRow, ...] = ()
    open_promises: int = 0
    late_promises: int = 0
    disagreements: int = 0
    role: str = ""
    overview: Overview = NO_OVERVIEW
    _counts: dict[View, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        # Counted where it is made, by the worker: the screen would stand still over tens of thousands.
        self._counts.update((view, sum(line.is_in(view) for line in self.lines)) for view in VIEWS)

    def count(self, view: View) -> int:
        """How many concerns a view of the list holds."""
        return self._counts[view]

    @property
    def steps_done(self) -> tuple[bool, bool, bool]:
        """Whether there is an event, whether somebody is invited, whether invitations were handed out."""
        return (
            bool(self.events),
            any(event.invited for event in self.events),
            any(event.issued for event in self.events),
        )

    @property
    def is_young(self) -> bool:
        """Whether the project still needs to be set up."""
        return not self.lines and not all(self.steps_done)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that the pages show of the whole project, as it stood at `at` (UTC ms)."""

    at: int
    device: str
    home: Home
    devices: tuple[DeviceLine, ...]
    conflicts: tuple[ConflictView, ...]
    staff: tuple[Person, ...] = ()
    doubles: tuple[DoubleView, ...] = ()
