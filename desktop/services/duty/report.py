"""接待履职: who owes receptions, who did them, who took no part at all; as lines and as a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from db import duty
from db.store import Reader, Transaction
from desktop.roster.sheets import write_sheet
from desktop.rules import duty as rules
from desktop.rules.codes import codes, label
from desktop.rules.times import day_bounds, read_day
from desktop.services.duty.book import STATES, Book, DutyLine
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, OFFICE_ROLES, Caller, question, verb
from resources.wording import Language


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the staff met clients in a time: `due` people, of them `took_part`; `without` are (id, name)."""

    first: str
    last: str
    due: int
    took_part: int
    without: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Duties as they stand on the day `as_of` (ISO); `lines` begin with whoever is most behind."""

    as_of: str
    lines: tuple[DutyLine, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Task:
    """One reception somebody owes: which post, in which period, `nth` of several; `due` is the last day for it."""

    staff: str
    name: str
    level: str
    post: str
    first: str
    due: str
    nth: int


@dataclass(frozen=True, slots=True)
class Past:
    """What one post owed and did in one period that is over or runs; `words` name the period in Chinese."""

    staff: str
    name: str
    level: str
    post: str
    first: str
    last: str
    words: str
    owed: int
    done: int
    is_exempt: bool


@question("duty.report", roles=FOLLOW_ROLES)
def report(_caller: Caller, reader: Reader, *, as_of: str) -> Report:
    """Every post that owes something or did something, the most behind first, and how many took part this quarter."""
    day = read_day(as_of)
    book = Book(reader, day)
    order = {level: number for number, level in enumerate(codes("level", additions(reader)))}

    def rank(line: DutyLine) -> tuple[int, str, int, str, str]:
        return STATES.index(line.state), line.last, order.get(line.level, len(order)), line.name, line.post_id

    lines = (line for line in book.lines() if line.owed or line.received or line.state == "exempt")
    quarter = rules.period_of("", day)
    return Report(day.isoformat(), tuple(sorted(lines, key=rank)), _coverage(book, quarter.first, quarter.last))


def _coverage(book: Book, first: date, last: date) -> Coverage:
    low, high = day_bounds(first, book.zone)[0], min(day_bounds(last, book.zone)[1], book.before)
    there = duty.took_part(book.reader, low, high)
    due = [
        person
        for person in book.people
        if not any(
            rules.is_granted(one) and one.level is None and one.first_day <= first.isoformat()
            and last.isoformat() <= one.last_day
            for one in book.exempt(person)
        )
    ]  # fmt: skip
    without = tuple((person.id, person.name) for person in due if person.id not in there)
    return Coverage(first.isoformat(), last.isoformat(), len(due), len(due) - len(without), without)


@question("duty.coverage", roles=FOLLOW_ROLES)
def coverage(_caller: Caller, reader: Reader, *, first: str, last: str) -> Coverage:
    """Who of the staff had a part in meeting clients from one day to another, and who had none."""
    return _coverage(Book(reader, read_day(last)), read_day(first), read_day(last))


@question("duty.tasks", roles=FOLLOW_ROLES)
def tasks(_caller: Caller, reader: Reader, *, first: str, last: str) -> tuple[Task, ...]:
    """Every reception that falls due from one day to another, one row each, by day and name."""
    book, low, high = Book(reader, read_day(last)), read_day(first), read_day(last)
    found: list[Task] = []
    for person in book.people:
        free = book.exempt(person)
        for post in book.posts(person):
            for period in rules.periods(post.level, low, high, book.rules):
                found += [
                    Task(person.id, person.name, post.level, post.name, period.first.isoformat(),
                         period.last.isoformat(), nth)
                    for nth in range(1, book.owed(post, period, free) + 1)
                ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.due, one.name, one.staff, one.nth)))


@question("duty.history", roles=FOLLOW_ROLES)
def history(_caller: Caller, reader: Reader, *, first: str, last: str) -> tuple[Past, ...]:
    """What each post owed and did in every period that falls due from one day to another, post by post."""
    book, low, high = Book(reader, read_day(last)), read_day(first), read_day(last)
    found: list[Past] = []
    for person in book.people:
        posts, free = book.posts(person), book.exempt(person)
        shared = rules.shared_out(posts, book.sessions(person), book.rules, free)
        for post in posts:
            for period in rules.periods(post.level, low, high, book.rules):
                done = len({one.event for one in shared.get((post.key, period.first), ())})
                is_exempt = rules.is_exempt(post, period, free)
                owed = book.owed(post, period, free) if book.has_records(period) else 0
                if owed or done or (is_exempt and rules.owed(post.level, period.first, book.rules)):
                    words = rules.period_words(period, "zh")
                    found.append(
                        Past(person.id, person.name, post.level, post.name, period.first.isoformat(),
                             period.last.isoformat(), words, owed, done, is_exempt)
                    )  # fmt: skip
    return tuple(found)


HEADS: Final[dict[Language, tuple[str, ...]]] = {
    "zh": (
        "姓名", "职级", "职务", "部门", "周期", "应接待", "已接待", "状态", "接待日期与活动", "热线（另计）",
        "他人代为（不计）", "下次安排", "上期未完成", "日期存疑的接待",
    ),
    "en": (
        "Name", "Level", "Post", "Department", "Period", "Owed", "Done", "State", "Days and events", "Calls (apart)",
        "By a delegate (not counted)", "Next planned", "Missed before", "Receptions of a doubtful day",
    ),
}  # fmt: skip


@verb("duty.export", roles=OFFICE_ROLES)
def export(caller: Caller, tx: Transaction, *, as_of: str, file: Path, language: Language = "zh",
           posts: Sequence[str] | None = None) -> int:  # fmt: skip
    """Write the report to `file` (.xlsx or .csv), only of these posts if named; returns how many lines."""
    found = report(caller, tx, as_of=as_of)
    lines = [line for line in found.lines if posts is None or line.post_id in posts]
    own = additions(tx)
    rows = [
        (
            line.name, label("level", line.level, language, own), line.post,
            label("department", line.department, language, own) if line.department else "",
            rules.period_words(line.period, language), str(line.owed), str(line.done),
            label("duty_state", line.state, language),
            "；".join(f"{one.day} {one.title}" for one in line.received), str(line.calls), str(line.delegated),
            f"{line.planned.day} {line.planned.title}" if line.planned else "",
            rules.period_words(rules.period_of(line.level, read_day(line.missed), duty.rules(tx)), language)
            if line.missed else "",
            " ".join(line.doubtful),
        )
        for line in lines
    ]  # fmt: skip
    write_sheet(file, HEADS[language], rows, title="接待履职" if language == "zh" else "Duties")
    tx.subject = f"{found.as_of} {len(rows)}"
    return len(rows)
