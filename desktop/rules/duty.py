"""How often somebody receives clients in person: so many times in each period of each post they hold.

A project sets its own cadence from a day on; without one the shipped cadence counts. Periods are whole calendar months.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from db.duty_records import DutyExemption, DutyRule, StaffPost
from desktop.rules.times import kept_day

# So the grid of periods lies alike in every year.
PERIODS = (1, 2, 3, 4, 6, 12)
# Told at start from this many days before a period ends.
SOON_DAYS = 7
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Shown to those who owe nothing, too.
_SHOWN_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Cadence:
    """`receptions` are owed in every `months` months, the periods counted from the month `first_month`."""

    months: int
    receptions: int = 1
    first_month: int = 1


# Who is not named owes nothing by a shipped cadence.
SHIPPED: Mapping[str, Cadence] = MappingProxyType(
    {"regional_president": Cadence(3), "regional_functional_head": Cadence(2), "project_gm": Cadence(1)}
)
NOTHING = Cadence(_SHOWN_MONTHS, 0)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to the one before `after`: `months` calendar months on a grid from `first_month`.

    Where another cadence begins in the middle of it, it is what is left, and `cut` is how many days are not.
    """

    first: date
    after: date
    months: int
    first_month: int = 1
    cut: int = 0

    @property
    def number(self) -> int:
        """Which one of the year, from 1."""
        return (self.first.month - self.first_month) % 12 // self.months + 1

    @property
    def last(self) -> date:
        """The last day of it, on which it falls due."""
        return self.after - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.after - self.first).days


@dataclass(frozen=True, slots=True)
class Post:
    """A post somebody holds; `from_day` and `until_day` are the first and the last day, None for no end."""

    key: str
    level: str
    name: str = ""
    department: str = ""
    from_day: date | None = None
    until_day: date | None = None

    def is_held(self, day: date) -> bool:
        """Whether it is held on this day."""
        return (self.from_day is None or self.from_day <= day) and (self.until_day is None or day <= self.until_day)


@dataclass(frozen=True, slots=True)
class Session:
    """One event at which somebody received clients in one month; `level` and `post` as they were that day."""

    event: str
    day: date
    level: str = ""
    post: str = ""
    receptions: tuple[str, ...] = ()


def cadence(level: str, day: date, rules: Iterable[DutyRule] = ()) -> Cadence:
    """The cadence of a level on a day: the project's latest one that has begun, else the shipped one."""
    own = [rule for rule in rules if rule.level == level and rule.from_day <= day.isoformat()]
    if own:
        latest = max(own, key=lambda rule: (rule.from_day, rule.id))
        if latest.months in PERIODS and 1 <= latest.first_month <= 12:
            return Cadence(latest.months, max(latest.receptions, 0), latest.first_month)
    return SHIPPED.get(level, NOTHING)


def owed(level: str, day: date | None = None, rules: Iterable[DutyRule] = ()) -> int:
    """Receptions that a person of this level owes in the period of `day`."""
    return cadence(level, day or date.max, rules).receptions


def period_of(level: str, day: date, rules: Iterable[DutyRule] = ()) -> Period:
    """The period of a level in which `day` lies; of a level that owes nothing, the quarter."""
    own = tuple(rules)
    whole = _period(cadence(level, day, own), day)
    begins = sorted(begin for rule in own if rule.level == level and (begin := kept_day(rule.from_day)))
    first = max([whole.first, *(one for one in begins if one <= day)])
    after = min([whole.after, *(one for one in begins if one > day)])
    return Period(first, after, whole.months, whole.first_month, whole.days - (after - first).days)


def _period(every: Cadence, day: date) -> Period:
    back = (day.month - every.first_month) % every.months
    first = _month(day.year, day.month - back)
    return Period(first, _month(first.year, first.month + every.months), every.months, every.first_month)


def _month(year: int, month: int) -> date:
    """The first day of a month counted on from January of `year`, which may lie in another year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def first_day_for(level: str, new: Cadence, day: date, rules: Sequence[DutyRule] = ()) -> date:
    """The first day from `day` on at which a new cadence may begin: with a period of its own.

    Where, within two years, a period of the old one begins on the same day, that day; else a period of the old one is
    cut off there.
    """
    at = day if day.day == 1 else _month(day.year, day.month + 1)
    days = [_month(at.year, at.month + ahead) for ahead in range(25)]
    own = [one for one in days if begins_period(new, one)]
    return next((one for one in own if period_of(level, one, rules).first == one), own[0])


def begins_period(every: Cadence, day: date) -> bool:
    """Whether a period of this cadence begins on a day."""
    return _period(every, day).first == day


def periods(level: str, first: date, last: date, rules: Sequence[DutyRule] = ()) -> Iterator[Period]:
    """The periods of a level that fall due from `first` to `last`."""
    period = period_of(level, first, rules)
    while period.last <= last:
        if period.last >= first:
            yield period
        period = period_of(level, period.after, rules)


def owes(post: Post, period: Period, exemptions: Iterable[DutyExemption] = ()) -> bool:
    """Whether the post is answerable for a period: held, and not exempt, on at least half of its days.

    Who takes a post in the second half of a period, or is away for most of it, owes nothing in it; neither does anybody
    for the smaller part of a period that another cadence cut in two.
    """
    free = [one for one in exemptions if is_granted(one) and one.level in (None, post.level)]
    days = (period.first + timedelta(days=number) for number in range(period.days))
    there = sum(post.is_held(day) and not any(_covers(one, day) for one in free) for day in days)
    return there * 2 >= period.days + period.cut


def is_granted(exemption: DutyExemption) -> bool:
    """Whether another person than the one it is for has agreed to it."""
    return exemption.approved_by is not None and exemption.approved_by != exemption.staff


def _covers(exemption: DutyExemption, day: date) -> bool:
    return exemption.first_day <= day.isoformat() <= exemption.last_day


def is_exempt(post: Post, period: Period, exemptions: Sequence[DutyExemption]) -> bool:
    """Whether it is an exemption that frees the post from this period."""
    return owes(post, period) and not owes(post, period, exemptions)


def posts_of(staff: str, level: str, department: str, name: str, started_on: str | None,
             further: Iterable[StaffPost]) -> tuple[Post, ...]:  # fmt: skip
    """Every post of a person: the one on the list of staff, and their further and earlier ones.

    Where a row says from when to when the post of the list was held, the row counts.
    """
    rows = tuple(
        Post(one.id, one.level, one.post or "", one.department or "", began, kept_day(one.until_day))
        for one in further
        if (began := kept_day(one.from_day))
    )  # fmt: skip
    if any(one.level == level and one.name in ("", name) for one in rows):
        return rows
    main = Post(staff, level, name, department, kept_day(started_on))
    return (main, *rows)


def shared_out(
    posts: Sequence[Post], sessions: Iterable[Session], rules: Sequence[DutyRule] = (),
    exemptions: Sequence[DutyExemption] = (),
) -> dict[tuple[str, date], list[Session]]:  # fmt: skip
    """Which post each session counts for: (the post's key, the first day of its period) -> its sessions.

    Who holds two posts owes both, so each session counts for one: the post it was held in while that still owes it,
    then another that does, the period that ends first before the rest.
    """
    found: dict[tuple[str, date], list[Session]] = {}
    for session in sorted(sessions, key=lambda one: (one.day, one.event)):
        held = [(post, period_of(post.level, session.day, rules)) for post in posts if post.is_held(session.day)]
        if not held:
            continue

        def still_owes(post: Post, period: Period) -> bool:
            done = len({one.event for one in found.get((post.key, period.first), ())})
            return owes(post, period, exemptions) and done < owed(post.level, period.first, rules)

        def rank(pair: tuple[Post, Period], session: Session = session) -> tuple[bool, int, date, str]:
            post, period = pair
            return not still_owes(post, period), _distance(post, session), period.after, post.key

        post, period = min(held, key=rank)
        found.setdefault((post.key, period.first), []).append(session)
    return found


def _distance(post: Post, session: Session) -> int:
    """0 for the very post a session was held in, 1 for its level, 2 for any other."""
    if session.post and session.post == post.name and session.level == post.level:
        return 0
    return 1 if session.level == post.level else 2


def period_words(period: Period, language: str) -> str:
    """2026年第1季度, 2026年1—2月, 2026年3月; Q1 2026, Jan-Feb 2026, Mar 2026."""
    first, last = period.first, period.last
    if period.months == 12 and first.month == 1:
        return f"{first.year}年" if language == "zh" else str(first.year)
    if period.months == 3 and first.month % 3 == 1:
        quarter = (first.month + 2) // 3
        return f"{first.year}年第{quarter}季度" if language == "zh" else f"Q{quarter} {first.year}"
    if language == "zh":
        return f"{first.year}年{first.month}" + ("月" if period.months == 1 else f"—{last.month}月")
    names = _MONTHS[first.month - 1], _MONTHS[last.month - 1]
    return f"{names[0]} {first.year}" if period.months == 1 else f"{names[0]}-{names[1]} {last.year}"


def state_of(*, done: int, owed: int, is_exempt: bool, days_left: int) -> str:
    """How a post stands in a period: done, exempt, none (nothing owed), soon (it ends within days) or due."""
    if owed and done >= owed:
        return "done"
    if is_exempt:
        return "exempt"
    if not owed:
        return "none"
    return "soon" if days_left <= SOON_DAYS else "due"
