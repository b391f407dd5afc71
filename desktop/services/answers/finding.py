"""Agreed answers found while somebody is waiting for one: by words, pinyin or initials."""

from dataclasses import dataclass
from datetime import date
from statistics import median

from db import answers, people
from db.records import StandardAnswer
from db.spelling.phrases import Phrase, Phrases
from db.store import Reader
from desktop.rules.answers import STATES, USABLE, State, state_of
from desktop.services.answers.agreeing import today_of
from desktop.services.registry import FOLLOW_ROLES, Caller, question

MOST = 8
_MS_A_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Agreed:
    """An answer as it stands today; `drafted_by` and `approved_by` are names, area, node and department codes.

    `waiting` is the id of a change that nobody has agreed to yet, `replaces` what this one is a change of.
    """

    id: str
    question: str
    words: str
    state: State
    valid_until: str
    never: str = ""
    keywords: str = ""
    area: str = ""
    node: str = ""
    department: str = ""
    drafted_by: str = ""
    drafter: str = ""
    approved_by: str = ""
    used: int = 0
    replaces: str = ""
    waiting: str = ""

    @property
    def is_usable(self) -> bool:
        """Whether it may be told to a client today."""
        return self.state in USABLE


@dataclass(frozen=True, slots=True)
class Speed:
    """How many concerns were answered on the spot, and the median of minutes until then, with an agreed answer and
    without; None where there was none."""

    with_answer: int
    with_min: float | None
    without_answer: int
    without_min: float | None


class Library:
    """The answers and their index, kept by whoever asks again and again; made anew once anything was written."""

    def __init__(self) -> None:
        self._version: tuple[int, int] | None = None
        self._rows: tuple[StandardAnswer, ...] = ()
        self._index = Phrases(())

    def read(self, reader: Reader) -> tuple[StandardAnswer, ...]:
        """All answers, as the database has them now."""
        version = reader.changes_by_others(), int(reader.connection.total_changes)
        if version != self._version:
            rows = answers.all_answers(reader)
            if rows != self._rows:
                self._rows, self._index = rows, Phrases([_phrase(one) for one in rows])
            self._version = version
        return self._rows

    def places(self, text: str) -> tuple[int, ...]:
        """The places in `read` of what is found by `text`, the best first."""
        return self._index.find(text)


@question("answer.list", roles=FOLLOW_ROLES)
def everything(_caller: Caller, reader: Reader, *, now_ms: int) -> tuple[Agreed, ...]:
    """Every answer, those that may be used first, then by what they are asked."""
    shown = _shown(reader, answers.all_answers(reader), today_of(reader, now_ms))
    return tuple(sorted(shown, key=lambda one: (STATES.index(one.state), one.question)))


@question("answer.search", roles=FOLLOW_ROLES)
def search(
    _caller: Caller, reader: Reader, *, text: str, now_ms: int, library: Library | None = None, limit: int = MOST
) -> tuple[Agreed, ...]:
    """Answers found by words, pinyin or initials, those that may be used today first, then those over, marked.

    Drafts, withdrawn and replaced ones are never among them. A `library` spares making the index anew.
    """
    library = library or Library()
    rows, today = library.read(reader), today_of(reader, now_ms)
    usable, over = list[StandardAnswer](), list[StandardAnswer]()
    for place in library.places(text):
        one = rows[place]
        state = _state(one, today)
        if state in USABLE:
            usable.append(one)
        elif state == "expired":
            over.append(one)
        if len(usable) == limit:
            break
    return _told(reader, [*usable, *over][:limit], today)


@question("answer.show", roles=FOLLOW_ROLES)
def show(_caller: Caller, reader: Reader, *, answer: str, now_ms: int) -> Agreed | None:
    """One answer as it stands today, whatever became of it; None for an unknown id."""
    one = reader.get(StandardAnswer, answer)
    return _told(reader, [one], today_of(reader, now_ms))[0] if one is not None else None


@question("answer.speed", roles=FOLLOW_ROLES)
def speed(_caller: Caller, reader: Reader) -> Speed:
    """How long it took from the beginning of a talk to the answer given in it, with an agreed answer and without."""
    minutes: dict[bool, list[float]] = {True: [], False: []}
    for one in answers.answered(reader):
        minutes[one.answer is not None].append(max(one.answered_at - one.heard_at, 0) / _MS_A_MINUTE)
    agreed, free = minutes[True], minutes[False]
    return Speed(len(agreed), median(agreed) if agreed else None, len(free), median(free) if free else None)


def _phrase(one: StandardAnswer) -> Phrase:
    return Phrase((one.question, one.keywords or ""), (one.words,))


def _state(one: StandardAnswer, today: date, *, is_replaced: bool = False) -> State:
    return state_of(
        today,
        is_approved=one.approved_at is not None,
        valid_until=one.valid_until,
        is_withdrawn=one.withdrawn_at is not None,
        is_replaced=is_replaced,
    )


def _told(reader: Reader, rows: list[StandardAnswer], today: date) -> tuple[Agreed, ...]:
    names = people.names(reader) if rows else {}
    return tuple(_agreed(one, _state(one, today), names) for one in rows)


def _shown(reader: Reader, rows: tuple[StandardAnswer, ...], today: date) -> tuple[Agreed, ...]:
    names, used = people.names(reader), answers.times_used(reader)
    replaced = {one.replaces for one in rows if one.replaces and one.approved_at is not None}
    waiting = {
        one.replaces: one.id for one in rows if one.replaces and one.approved_at is None and one.withdrawn_at is None
    }
    return tuple(
        _agreed(one, _state(one, today, is_replaced=one.id in replaced), names, used.get(one.id, 0), waiting)
        for one in rows
    )


def _agreed(
    one: StandardAnswer, state: State, names: dict[str, str], used: int = 0, waiting: dict[str, str] | None = None
) -> Agreed:
    return Agreed(
        one.id,
        one.question,
        one.words,
        state,
        one.valid_until or "",
        never=one.never or "",
        keywords=one.keywords or "",
        area=one.area or "",
        node=one.node or "",
        department=one.department or "",
        drafted_by=names.get(one.drafted_by, ""),
        drafter=one.drafted_by,
        approved_by=names.get(one.approved_by or "", ""),
        used=used,
        replaces=one.replaces or "",
        waiting=(waiting or {}).get(one.id, ""),
    )
