"""接待履职表: the report of duties as paper to be signed, with the same figures."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from db import duty, events, people
from db.errors import Misused
from db.store import Reader, Transaction
from desktop.paper.content import Report
from desktop.paper.table import Row
from desktop.rules import duty as rules
from desktop.rules.codes import codes, label
from desktop.rules.times import local, read_day
from desktop.services.duty import report as reports
from desktop.services.duty.book import DutyLine
from desktop.services.people.staff import additions
from desktop.services.project import house
from desktop.services.registry import OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of

_QUARTER = re.compile(r"(\d{4})-?[Qq]([1-4])")
_BEHIND = ("missed", "soon", "due")


@verb("paper.duty", roles=OFFICE_ROLES)
def write_duty(
    caller: Caller,
    tx: Transaction,
    *,
    pdf: Path,
    as_of: str | None = None,
    quarter: str | None = None,
    posts: Sequence[str] | None = None,
) -> Report:
    """Print who owes receptions on a day, today by default, only of these posts if named; with `quarter` (2026Q4) as of
    its last day, or of today while it runs, and with the periods of it that are over.

    Raises Misused `quarter_unreadable`, `day_unreadable`, StoreTrouble `paper_not_written`.
    """
    from desktop.paper.duty_sheet import DutySheet, duty_sheet

    zone = zone_of(tx)
    now = local(tx.now, zone)
    first, last = _days(quarter) if quarter else (None, read_day(as_of) if as_of else now.date())
    day = min(last, now.date()) if quarter else last
    found = reports.report(caller, tx, as_of=day.isoformat())
    order = {level: place for place, level in enumerate(codes("level", additions(tx)))}
    lines = sorted(
        (one for one in found.lines if posts is None or one.post_id in posts),
        key=lambda one: (order.get(one.level, len(order)), one.name, one.post_id),
    )
    past = reports.history(caller, tx, first=first.isoformat(), last=day.isoformat()) if first else ()
    project = events.project(tx)
    content = DutySheet(
        company=project.company or project.name,
        project=project.name,
        scope=f"{last.year}年第{(last.month + 2) // 3}季度" if quarter else f"截至 {day.isoformat()}",
        as_of=now,
        duties=tuple(_line(tx, one) for one in lines),
        total=("合计", "", "", *(str(sum(getattr(one, what) for one in lines)) for what in ("owed", "done")), "", "",
               str(sum(one.calls for one in lines))),
        behind=sum(one.state in _BEHIND for one in lines),
        exempt=sum(one.state == "exempt" for one in lines),
        took_part=found.coverage.took_part,
        due=found.coverage.due,
        without=tuple(name for _, name in found.coverage.without),
        periods=tuple(
            (one.name, _post(tx, one.post, one.level), one.words, str(one.owed), str(one.done),
             "已免除" if one.is_exempt else "")
            for one in past
        ),
        exemptions=tuple(_exemptions(tx, lines, first or _begins(lines, day), day)),
        logo=house.logo(tx),
    )  # fmt: skip
    tx.subject = content.scope
    return duty_sheet(content, pdf)


def _days(quarter: str) -> tuple[date, date]:
    """The first and the last day of 2026Q4. Raises Misused `quarter_unreadable`."""
    read = _QUARTER.fullmatch(quarter.strip())
    if read is None or not 1 <= int(read[1]) <= 9998:
        raise Misused("quarter_unreadable", value=quarter)
    year, month = int(read[1]), int(read[2]) * 3
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month - 2, 1), after - timedelta(days=1)


def _begins(lines: Sequence[DutyLine], day: date) -> date:
    return min((read_day(one.first) for one in lines), default=day)


def _post(reader: Reader, post: str, level: str) -> str:
    return post or label("level", level, "zh", additions(reader))


def _line(reader: Reader, one: DutyLine) -> Row:
    told = [f"{held.day} {held.title}" for held in one.received]
    if one.delegated:
        told.append(f"他人代为 {one.delegated} 次（不计）")
    if one.doubtful:
        told.append(f"{len(one.doubtful)} 次日期存疑，请核对")
    if one.missed:
        before = rules.period_of(one.level, read_day(one.missed), duty.rules(reader))
        told.append(f"{rules.period_words(before, 'zh')}没有完成")
    if one.planned and one.done < one.owed:
        told.append(f"已安排 {one.planned.day} {one.planned.title}")
    return (
        one.name,
        _post(reader, one.post, one.level),
        rules.period_words(one.period, "zh"),
        str(one.owed),
        str(one.done),
        label("duty_state", one.state, "zh"),
        "\n".join(told),
        str(one.calls),
    )


def _exemptions(reader: Reader, lines: Sequence[DutyLine], first: date, last: date) -> list[Row]:
    """The approved ones of these people that touch the time."""
    names, shown = people.names(reader), {one.staff for one in lines}

    def name(person: str | None) -> str:
        return names.get(person or "", "")

    return [
        (name(one.staff), f"{one.first_day} 至 {one.last_day}", one.reason, name(one.approved_by))
        for one in duty.exemptions(reader)
        if one.staff in shown and rules.is_granted(one)
        and one.first_day <= last.isoformat() and first.isoformat() <= one.last_day
    ]  # fmt: skip
