"""Who owes a reflection, what was learnt, what is still to be done, and the library of cases without names."""

from dataclasses import dataclass, replace
from datetime import date

from db import people, reflections
from db.records import Reflection
from db.reflections import Known, Place
from db.spelling.phrases import plain
from db.store import Reader
from desktop.rules.anonymity import without_people
from desktop.rules.reflections import EXEMPT_LEVEL, days_since, is_owed
from desktop.rules.times import day_of, kept_day
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of

_NOWHERE = Place(None, None, None, None)


@dataclass(frozen=True, slots=True)
class Owed:
    """A session without a reflection: `day` is an ISO day, `days` how many have passed since; `is_late` once it is
    listed as missing."""

    staff: str
    name: str
    level: str
    event: str
    campaign: str
    title: str
    day: str
    days: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """One time that a reflection was told; `people` is None where nobody counted."""

    day: str
    audience: str
    people: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A reflection with names; node, areas and parts are codes, days ISO. `kept` is the day the commitment was done."""

    id: str
    staff: str
    name: str
    day: str
    title: str
    case_words: str
    lesson: str
    commitment: str = ""
    due: str = ""
    kept: str = ""
    is_late: bool = False
    entered_by: str = ""
    event: str = ""
    campaign: str = ""
    node: str = ""
    areas: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    shared: tuple[Shared, ...] = ()


@question("reflection.owed", roles=FOLLOW_ROLES)
def owed(
    _caller: Caller, reader: Reader, *, now_ms: int, staff: str | None = None, only_late: bool = True
) -> tuple[Owed, ...]:
    """Sessions of executives on which nothing was written, the oldest first: listed from the third day after.

    With `only_late` False those that are not listed yet, too. A campaign's days count from its last day.
    """
    zone = zone_of(reader)
    today, names = day_of(now_ms, zone), people.names(reader)
    found = []
    for one in reflections.sessions(reader):
        if one.wrote or one.level == EXEMPT_LEVEL or staff not in (None, one.staff):
            continue
        day = max(day_of(one.last_at, zone), kept_day(one.ends_on) or date.min)
        is_late = is_owed(day, today)
        if is_late or not only_late:
            found.append(
                Owed(
                    one.staff, names.get(one.staff, ""), one.level, one.event or "", one.campaign or "", one.title,
                    day.isoformat(), days_since(day, today), is_late,
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.day, one.name)))


@question("reflection.list", roles=FOLLOW_ROLES)
def listed(_caller: Caller, reader: Reader, *, now_ms: int, staff: str | None = None) -> tuple[Told, ...]:
    """Reflections with what became of them, the latest first; of one person or of all."""
    rows = reflections.of_staff(reader, staff) if staff else reflections.everything(reader)
    return _told(reader, rows, now_ms)


@question("reflection.due", roles=FOLLOW_ROLES)
def due(_caller: Caller, reader: Reader, *, now_ms: int, staff: str | None = None) -> tuple[Told, ...]:
    """What somebody meant to do and has not done yet, the earliest day first."""
    rows = reflections.of_staff(reader, staff) if staff else reflections.everything(reader)
    open_ones = tuple(one for one in rows if one.commitment and one.commitment_kept_at is None)
    return tuple(sorted(_told(reader, open_ones, now_ms), key=lambda one: (one.due, one.id)))


@question("reflection.search", roles=FOLLOW_ROLES)
def search(
    _caller: Caller,
    reader: Reader,
    *,
    now_ms: int,
    text: str = "",
    node: str | None = None,
    area: str | None = None,
    part: str | None = None,
) -> tuple[Told, ...]:
    """The library of cases: every word of `text` somewhere in it, of this node, area and building part.

    What is told has no names, telephones and rooms of clients, and no name of whoever wrote it.
    """
    words = [plain(word) for word in text.split()]
    found = []
    for one in anonymous(reader, _told(reader, reflections.everything(reader), now_ms)):
        held = plain(" ".join((one.title, one.case_words, one.lesson, one.commitment)))
        fits = (
            (node in (None, one.node)) and (area is None or area in one.areas) and (part is None or part in one.parts)
        )
        if fits and all(word in held for word in words):
            found.append(replace(one, staff="", name="", entered_by=""))
    return tuple(found)


def anonymous(reader: Reader, told: tuple[Told, ...]) -> tuple[Told, ...]:
    """The same without what could say which client it was."""
    known = reflections.known(reader) if told else Known((), (), ())

    def clean(text: str) -> str:
        return without_people(text, known.names, known.phones, known.rooms) if text else ""

    return tuple(
        replace(
            one,
            title=clean(one.title),
            case_words=clean(one.case_words),
            lesson=clean(one.lesson),
            commitment=clean(one.commitment),
            shared=tuple(replace(each, words=clean(each.words)) for each in one.shared),
        )
        for one in told
    )


def _told(reader: Reader, rows: tuple[Reflection, ...], now_ms: int) -> tuple[Told, ...]:
    zone, names, places = zone_of(reader), people.names(reader), reflections.places(reader)
    today = day_of(now_ms, zone).isoformat()
    shared: dict[str, list[Shared]] = {}
    for one in reflections.sharings(reader):
        shared.setdefault(one.reflection, []).append(Shared(one.on_day, one.audience, one.people, one.words or ""))
    made = []
    for row in rows:
        place = places.get(row.id, _NOWHERE)
        kept = day_of(row.commitment_kept_at, zone).isoformat() if row.commitment_kept_at else ""
        made.append(
            Told(
                row.id,
                row.staff,
                names.get(row.staff, ""),
                day_of(row.at, zone).isoformat(),
                place.title or "",
                row.case_words,
                row.lesson,
                commitment=row.commitment or "",
                due=row.commitment_due or "",
                kept=kept,
                is_late=bool(row.commitment and not kept and (row.commitment_due or today) < today),
                entered_by=names.get(row.entered_by or "", ""),
                event=row.event or "",
                campaign=row.campaign or "",
                node=place.node or "",
                areas=tuple((place.areas or "").split()),
                parts=tuple((place.parts or "").split()),
                shared=tuple(shared.get(row.id, ())),
            )
        )
    return tuple(made)
