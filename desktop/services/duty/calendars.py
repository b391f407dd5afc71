"""A person's calendar of duties as a file: the events they are rostered for, the days receptions fall due."""

from datetime import timedelta
from pathlib import Path

from db import duty, events
from db.errors import Misused, Refused
from db.files import write_durably
from db.store import Reader, Transaction
from desktop.rules import duty as rules
from desktop.rules.codes import label
from desktop.rules.ics import Entry, calendar
from desktop.rules.times import day_of
from desktop.services.duty.book import Book
from desktop.services.events.events import PARTS
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of

# How far ahead due days are written.
_AHEAD = timedelta(days=366)
_BACK = timedelta(days=92)
_REMIND_DAYS = 7


@verb("duty.calendar", roles=FOLLOW_ROLES)
def export(caller: Caller, tx: Transaction, *, staff: str, file: Path) -> int:
    """Write a person's calendar to `file`; returns how many entries. Everybody takes their own, the office anybody's.

    Written again it updates what a calendar program has: an event that moved moves, one that they were taken off is
    marked as cancelled. Raises Misused `id_unknown`, Refused `own_calendar_only`, StoreTrouble.
    """
    if caller.staff not in (None, staff) and caller.roles.isdisjoint(OFFICE_ROLES):
        raise Refused("own_calendar_only")
    entries, name = entries_of(tx, staff, tx.now)
    write_durably(file, calendar(entries, name=f"亲听 接待履职 {name}", made_ms=tx.now))
    tx.subject = staff
    return len(entries)


def entries_of(reader: Reader, staff: str, now_ms: int) -> tuple[list[Entry], str]:
    """The entries of a person's calendar, and the person's name."""
    zone, own = zone_of(reader), additions(reader)
    today = day_of(now_ms, zone)
    book = Book(reader, today, staff=staff)
    if not book.people:
        raise Misused("id_unknown", table="staff", value=staff)
    (person,) = book.people
    found: list[Entry] = []
    for _, event, part, table, is_off, starts, ends, title, place, _ in duty.rostered(reader, staff):
        if day_of(ends, zone) >= today - _BACK:
            words = label("part", part, "zh", own) if part in PARTS else part
            changes = duty.times_changed(reader, event) + duty.times_changed(reader, events.duty_id(event, staff))
            found.append(
                Entry(
                    f"{event}.{staff}@qinting",
                    f"接待：{title}",
                    starts,
                    ends,
                    place=" ".join(filter(None, (place, table))),
                    text=f"岗位：{words}",
                    sequence=changes,
                    is_cancelled=bool(is_off),
                    alarm_days=1,
                )
            )
    free = book.exempt(person)
    posts = book.posts(person)
    shared = rules.shared_out(posts, book.sessions(person), book.rules, free)
    for post in posts:
        for period in rules.periods(post.level, today, today + _AHEAD, book.rules):
            done = len({one.event for one in shared.get((post.key, period.first), ())})
            owed = book.owed(post, period, free)
            if owed > done or done:
                said = rules.period_words(period, "zh")
                role = post.name or label("level", post.level, "zh", own)
                found.append(
                    Entry(
                        f"{post.key}.{staff}.{period.first:%Y%m%d}@qinting",
                        f"接待客户截止：{said}（{role}）", day=period.last,
                        text=f"本期应接待 {owed} 次，已接待 {done} 次", sequence=done,
                        is_cancelled=done >= owed, alarm_days=_REMIND_DAYS,
                    )
                )  # fmt: skip
    return found, person.name
