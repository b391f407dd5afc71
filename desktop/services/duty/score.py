"""A person's score sheet: figures counted from records alone, each with the ids of what it was counted from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db import concerns, duty
from db.errors import Misused
from db.records import Concern, Promise
from db.store import Reader, Transaction
from desktop.roster.sheets import write_sheet
from desktop.rules.codes import label
from desktop.rules.times import day_bounds, day_of, read_day
from desktop.services.duty.book import Book
from desktop.services.duty.report import history
from desktop.services.registry import FOLLOW_ROLES, Caller, question, verb
from resources.wording import Language

# What was heard is to be entered within two hours.
ENTRY_MS: Final = 2 * 3_600_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the sheet, a code of the list `score`: `counted` of `of`, as ids of records.

    `owed` stands in for the second number where something is owed that is no record: receptions.
    """

    code: str
    counted: tuple[str, ...]
    of: tuple[str, ...] = ()
    owed: int | None = None

    @property
    def whole(self) -> int:
        """The second number of the figure."""
        return len(self.of) if self.owed is None else self.owed


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of one person from one day to another, ISO."""

    staff: str
    name: str
    first: str
    last: str
    figures: tuple[Figure, ...]


@question("duty.score", roles=FOLLOW_ROLES)
def sheet(caller: Caller, reader: Reader, *, staff: str, first: str, last: str) -> Sheet:
    """Receptions done of those owed in periods that end in the time; concerns heard, promises and what came of them."""
    low, high = read_day(first), read_day(last)
    first, last = low.isoformat(), high.isoformat()
    book = Book(reader, high, staff=staff)
    if not book.people:
        raise Misused("id_unknown", table="staff", value=staff)
    (person,) = book.people
    begin, end = day_bounds(low, book.zone)[0], book.before
    past = [one for one in history(caller, reader, first=first, last=last) if one.staff == staff]
    sessions = [one for one in book.sessions(person) if low <= one.day <= high]
    heard, promised = duty.heard_by(reader, staff, begin, end), duty.promised_by(reader, staff, first, last)
    talks = tuple(row for one in sessions for row in one.receptions)
    calls = tuple(row for kind, host, at, row in duty.not_counted(reader, end, staff) if kind == "call"
                  and host == staff and at >= begin)  # fmt: skip
    ended = {one.id for one in heard if (concerns.now(reader, one.id) or ("",))[0] == "closed"}
    said = tuple(one.id for one in heard if one.satisfaction)

    def those(test: Callable[[Concern], bool]) -> tuple[str, ...]:
        return tuple(one.id for one in heard if test(one))

    every = tuple(one.id for one in heard)
    figures = (
        Figure("receptions", tuple(dict.fromkeys(one.event for one in sessions)), owed=sum(one.owed for one in past)),
        Figure("talks", talks, talks),
        Figure("calls", calls, calls),
        Figure("heard", every, every),
        Figure("entered_in_time", those(lambda one: one.created_at - one.occurred_at <= ENTRY_MS), every),
        Figure("answered", those(lambda one: bool(one.answer)), every),
        Figure("called_back", those(lambda one: one.verdict is not None), every),
        Figure("solved_says_client", those(lambda one: one.id in ended), every),
        Figure("satisfied", those(lambda one: one.satisfaction == "A"), said),
        Figure("not_satisfied", those(lambda one: one.satisfaction == "C"), said),
        Figure("promises_kept", _kept_in_time(book, promised), tuple(one.id for one in promised)),
    )
    return Sheet(staff, person.name, first, last, figures)


def _kept_in_time(book: Book, promised: tuple[Promise, ...]) -> tuple[str, ...]:
    return tuple(
        one.id for one in promised if one.kept_at is not None and day_of(one.kept_at, book.zone).isoformat() <= one.due
    )


HEADS: Final[dict[Language, tuple[str, ...]]] = {
    "zh": ("姓名", "从", "到", "指标", "计入", "基数", "计入的记录", "基数的记录"),
    "en": ("Name", "From", "To", "Figure", "Counted", "Of", "Records counted", "Records of the base"),
}


@verb("duty.score-export", roles=FOLLOW_ROLES)
def export(
    caller: Caller, tx: Transaction, *, staff: str, first: str, last: str, file: Path, language: Language = "zh"
) -> int:
    """Write the sheet to `file` (.csv or .xlsx), each figure with its records, so that it can be counted again."""
    found = sheet(caller, tx, staff=staff, first=first, last=last)
    rows = [
        (
            found.name, found.first, found.last, label("score", one.code, language), str(len(one.counted)),
            str(one.whole), " ".join(one.counted), " ".join(one.of),
        )
        for one in found.figures
    ]  # fmt: skip
    write_sheet(file, HEADS[language], rows, title="评价表" if language == "zh" else "Score")
    tx.subject = staff
    return len(rows)
