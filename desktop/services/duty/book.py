"""The book of duties: for each person and post what is owed in the period of a day, what was done, what is apart."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from db import duty, people
from db.duty_records import DutyExemption
from db.records import Staff
from db.store import Reader
from desktop.rules import duty as rules
from desktop.rules.times import day_bounds, day_of
from desktop.services.zones import zone_of

# The parts in which somebody is going to receive clients.
RECEIVING = ("host", "executive")
# The most urgent first.
STATES = ("missed", "soon", "due", "exempt", "done", "none")


@dataclass(frozen=True, slots=True)
class Planned:
    """The next event at which a person is rostered to receive; `day` is ISO."""

    event: str
    day: str
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class Received:
    """An event at which the person received clients; `day` is an ISO day of the first talk there."""

    event: str
    day: str
    title: str
    clients: int
    is_open: bool
    receptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One post of one person in the period of a day.

    `first` and `last` are ISO days, `number` the period's of its year. `state` is one of STATES: missed says that the
    period before ended without what was owed in it (`missed` names its first day) and this one is not done either.
    `calls` and `delegated` are talks that count apart and never as a reception; `doubtful` are receptions on a day on
    which their event was not held, as a laptop with a wrong clock writes them.
    """

    staff: str
    name: str
    post_id: str
    post: str
    level: str
    department: str
    months: int
    first_month: int
    number: int
    first: str
    last: str
    owed: int
    received: tuple[Received, ...]
    state: str
    missed: str
    calls: int
    delegated: int
    planned: Planned | None
    doubtful: tuple[str, ...]

    @property
    def done(self) -> int:
        """How many receptions count in the period."""
        return len(self.received)

    @property
    def period(self) -> rules.Period:
        """The period itself."""
        after = date.fromisoformat(self.last) + timedelta(days=1)
        return rules.Period(date.fromisoformat(self.first), after, self.months, self.first_month)


class Book:
    """Everything about duties up to the end of the day `as_of`, read once; of one person only if `staff` is given."""

    def __init__(self, reader: Reader, as_of: date, *, staff: str | None = None) -> None:
        self.reader, self.as_of, self.staff = reader, as_of, staff
        self.zone = zone_of(reader)
        self.before = day_bounds(as_of, self.zone)[1]
        self.rules = duty.rules(reader)
        self.exemptions = duty.exemptions(reader, staff)
        self.further = duty.further_posts(reader, staff)

    @cached_property
    def people(self) -> tuple[Staff, ...]:
        """Who is looked at."""
        if self.staff is None:
            return people.all_staff(self.reader)
        person = self.reader.get(Staff, self.staff)
        return (person,) if person else ()

    @cached_property
    def _events(self) -> dict[str, tuple[str, int, int]]:
        return duty.event_spans(self.reader)

    @cached_property
    def _talks(self) -> dict[str, list[tuple[str, str, date, str, str, str, bool]]]:
        """Host -> (reception, event, day, level, post, client, still open)."""
        found = defaultdict(list)
        for row, host, event, at, level, post, client, ended in duty.receptions(self.reader, self.before, self.staff):
            found[host].append((row, event, day_of(at, self.zone), level, post, client, ended is None))
        return found

    @cached_property
    def _apart(self) -> dict[tuple[str, str], list[tuple[date, str]]]:
        """(kind, person) -> the day and id of talks that do not count."""
        found = defaultdict(list)
        for kind, person, at, row in duty.not_counted(self.reader, self.before, self.staff):
            found[kind, person].append((day_of(at, self.zone), row))
        return found

    @cached_property
    def _planned(self) -> dict[str, Planned]:
        found: dict[str, Planned] = {}
        for staff, event, part, _, is_off, _, ends, title, place, closed in duty.rostered(self.reader, self.staff):
            if part in RECEIVING and not is_off and not closed and day_of(ends, self.zone) >= self.as_of:
                starts = day_of(self._events[event][1], self.zone)
                found.setdefault(staff, Planned(event, max(starts, self.as_of).isoformat(), title, place))
        return found

    def posts(self, person: Staff) -> tuple[rules.Post, ...]:
        """Every post of a person."""
        mine = [one for one in self.further if one.staff == person.id]
        return rules.posts_of(
            person.id, person.level, person.department or "", person.post or "", person.started_on, mine
        )

    def exempt(self, person: Staff) -> tuple[DutyExemption, ...]:
        """The exemptions of a person."""
        return tuple(one for one in self.exemptions if one.staff == person.id)

    def sessions(self, person: Staff) -> list[rules.Session]:
        """What counts for a person: each event once a month, on the day of the first talk there."""
        grouped: dict[tuple[str, int, int], list[tuple[str, str, date, str, str, str, bool]]] = {}
        for talk in self._talks.get(person.id, ()):
            grouped.setdefault((talk[1], talk[2].year, talk[2].month), []).append(talk)
        return [
            rules.Session(key[0], talks[0][2], talks[0][3], talks[0][4], tuple(talk[0] for talk in talks))
            for key, talks in grouped.items()
        ]

    def lines(self) -> Iterator[DutyLine]:
        """A line for each post held on the day; the order is that of the list of staff."""
        for person in self.people:
            posts, free = self.posts(person), self.exempt(person)
            shared = rules.shared_out(posts, self.sessions(person), self.rules, free)
            for post in posts:
                if post.is_held(self.as_of):
                    yield self._line(person, post, free, shared)

    def _line(
        self, person: Staff, post: rules.Post, free: tuple[DutyExemption, ...],
        shared: dict[tuple[str, date], list[rules.Session]],
    ) -> DutyLine:  # fmt: skip
        period = rules.period_of(post.level, self.as_of, self.rules)
        received = self._received(person.id, shared.get((post.key, period.first), []))
        owed = self.owed(post, period, free)
        missed = self._missed(post, period, free, shared)
        state = rules.state_of(
            done=len(received), owed=owed, is_exempt=rules.is_exempt(post, period, free),
            days_left=(period.last - self.as_of).days,
        )  # fmt: skip
        calls, delegated = (self._count(kind, person.id, period) for kind in ("call", "delegated"))
        return DutyLine(
            person.id, person.name, post.key, post.name, post.level, post.department, period.months,
            period.first_month, period.number, period.first.isoformat(), period.last.isoformat(), owed, received,
            "missed" if missed and state in ("due", "soon") else state, missed, calls, delegated,
            self._planned.get(person.id), self._doubtful(person.id, received),
        )  # fmt: skip

    def owed(self, post: rules.Post, period: rules.Period, free: tuple[DutyExemption, ...]) -> int:
        """What a post owes in a period."""
        return rules.owed(post.level, period.first, self.rules) if rules.owes(post, period, free) else 0

    def _missed(
        self, post: rules.Post, period: rules.Period, free: tuple[DutyExemption, ...],
        shared: dict[tuple[str, date], list[rules.Session]],
    ) -> str:  # fmt: skip
        """The first day of the period before, where less was done in it than owed; else an empty text.

        Nothing is missed in a period of which this project has no records for at least half.
        """
        before = rules.period_of(post.level, period.first - timedelta(days=1), self.rules)
        done = len({one.event for one in shared.get((post.key, before.first), ())})
        is_kept = self.has_records(before)
        return before.first.isoformat() if is_kept and done < self.owed(post, before, free) else ""

    def has_records(self, period: rules.Period) -> bool:
        """Whether the project held events already in at least half of a period, or the period is not over yet."""
        if period.after > self.as_of:
            return True
        return self._begun is not None and (period.after - self._begun).days * 2 >= period.days

    @cached_property
    def _begun(self) -> date | None:
        """The day of the project's first event."""
        first = min((starts for _, starts, _ in self._events.values()), default=None)
        return None if first is None else day_of(first, self.zone)

    def _count(self, kind: str, person: str, period: rules.Period) -> int:
        return sum(period.first <= day < period.after for day, _ in self._apart.get((kind, person), ()))

    def _received(self, person: str, sessions: list[rules.Session]) -> tuple[Received, ...]:
        """An event counts once in a period, however many clients were received there, and in however many months."""
        by_event: dict[str, list[rules.Session]] = {}
        for one in sessions:
            by_event.setdefault(one.event, []).append(one)
        found = []
        for event, held in by_event.items():
            ids = {row for one in held for row in one.receptions}
            talks = [talk for talk in self._talks[person] if talk[0] in ids]
            found.append(
                Received(
                    event, held[0].day.isoformat(), self._events.get(event, ("", 0, 0))[0],
                    len({talk[5] for talk in talks}), any(talk[6] for talk in talks), tuple(talk[0] for talk in talks),
                )
            )  # fmt: skip
        return tuple(found)

    def _doubtful(self, person: str, received: tuple[Received, ...]) -> tuple[str, ...]:
        """Receptions of a day on which their event was not held."""
        found: list[str] = []
        for one in received:
            span = self._events.get(one.event)
            if span is None:
                continue
            first, last = day_of(span[1], self.zone), day_of(span[2], self.zone)
            ids = set(one.receptions)
            found += [talk[0] for talk in self._talks[person] if talk[0] in ids and not first <= talk[2] <= last]
        return tuple(found)
