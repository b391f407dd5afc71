"""The open concerns of an event by department, for the meeting at which each of them is asked about."""

from collections import defaultdict
from pathlib import Path
from typing import Final

from db import clients, concerns, people
from db.records import Concern, Promise, Unit
from db.store import Reader, Transaction
from desktop.paper.content import Report
from desktop.paper.dates import short_zh
from desktop.paper.department_list import Department, DepartmentList, Open, department_list
from desktop.rules.codes import codes, known_code, label
from desktop.rules.deadlines import due_moment
from desktop.rules.states import STATES
from desktop.rules.times import read_day
from desktop.services.concerns import listing
from desktop.services.concerns.listing import Line
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, Caller, verb
from desktop.services.zones import zone_of

_NOBODY: Final = "还没有定部门"
_NEVER: Final = 1 << 62


@verb("paper.department", roles=FOLLOW_ROLES)
def write_departments(
    caller: Caller, tx: Transaction, *, event: str, pdf: Path, department: str | None = None
) -> Report:
    """Print what is open of an event, a section for each department in the order of the list, those without one last;
    with `department` only what it has.

    Open and overdue are the work list's own words, so the totals are the same. No client is named.

    Raises Misused `id_unknown`, `code_unknown`; StoreTrouble `paper_not_written`.
    """
    own = additions(tx)
    if department:
        known_code("department", department, own)
    head, mine = event_head(tx, event), {one.id: one for one in concerns.of_event(tx, event)}
    late = {one.concern for one in listing.everything(caller, tx, now_ms=tx.now, overdue=True)}
    found: dict[str, list[Line]] = defaultdict(list)
    for line in listing.everything(caller, tx, now_ms=tx.now):
        if line.concern in mine and _is_open(line.state):
            found[line.department or ""].append(line)
    order = [*codes("department", own), *sorted(set(found) - set(codes("department", own)) - {""}), ""]
    shown = [code for code in order if found.get(code) and department in (None, code)]
    rows = _Rows(tx, late)
    paper = DepartmentList(
        head,
        tuple(
            Department(
                label("department", code, "zh", own) if code else _NOBODY,
                tuple(rows.row(line, mine[line.concern]) for line in sorted(found[code], key=rows.order)),
            )
            for code in shown
        ),
        sum(map(len, found.values())) - sum(len(found[code]) for code in shown),
    )
    tx.subject = event
    return department_list(paper, pdf)


def _is_open(state: str) -> bool:
    # A state that only a newer version knows is not ended as far as anybody here can tell.
    return state not in STATES or not STATES[state].ended


class _Rows:
    """How a concern stands on the list."""

    def __init__(self, reader: Reader, late: set[str]) -> None:
        self._reader, self._late = reader, late
        self._zone, self._own, self._names = zone_of(reader), additions(reader), people.names(reader)

    def order(self, line: Line) -> tuple[int, str]:
        """What is due first comes first, what has no deadline last."""
        due = due_moment(line.due, self._zone)
        return _NEVER if due is None else due, line.number

    def row(self, line: Line, concern: Concern) -> Open:
        """One concern."""
        promises = concerns.promises(self._reader, line.concern)
        return Open(
            number=line.number,
            words=line.words,
            room=self._room(concern),
            state=label("state", line.state, "zh", self._own),
            grade=label("grade", line.grade, "zh", self._own) if line.grade else "",
            due=line.due or "",
            is_late=line.concern in self._late,
            handler=self._names.get(line.handler or "", ""),
            promised=tuple(self._promised(one) for one in promises if one.kept_at is None),
        )

    def _room(self, concern: Concern) -> str:
        unit = self._reader.get(Unit, concern.unit) if concern.unit else None
        if unit:
            return unit.spoken
        return clients.room_spoken(self._reader, clients.root(self._reader, concern.client)) if concern.client else ""

    def _promised(self, one: Promise) -> str:
        return f"{self._names.get(one.promised_by, '')} 承诺 {short_zh(read_day(one.due))}前：{one.text}"
