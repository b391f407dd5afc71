"""The confirmed common matters, by how many different clients said them; and from how many on one is common."""

from dataclasses import dataclass

from db import common, local
from db.records import CommonIssue
from db.store import Reader, Transaction
from desktop.rules.states import STATES
from desktop.services.common.groups import LEAST_CLIENTS, Member, counts, read_members
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb

_LEAST = "common.least_clients"
MOST_LEAST = 20


@dataclass(frozen=True, slots=True)
class Matter:
    """A confirmed matter; `open` of its concerns have not come to an end, `out` were kept out of it by hand."""

    issue: str
    title: str
    area: str
    department: str
    clients: int
    buildings: int
    open: int
    confirmed_at: int
    members: tuple[Member, ...]
    is_common: bool
    out: tuple[Member, ...] = ()


@question("common.list", roles=FOLLOW_ROLES)
def everything(caller: Caller, reader: Reader, *, event: str | None = None) -> tuple[Matter, ...]:
    """Every confirmed matter, of the concerns of one event if given, those of the most different clients first."""
    rows = common.members(reader)
    of_event = common.of_event(reader, event) if event is not None else None
    threshold = least(caller, reader)
    found: list[Matter] = []
    for issue in common.confirmed(reader):
        these = [row for row in rows if row.common_issue == issue.id]
        inside = [row.concern for row in these if row.is_in and (of_event is None or row.concern in of_event)]
        if inside or of_event is None:
            outside = [row.concern for row in these if not row.is_in]
            found.append(_matter(reader, issue, inside, outside, threshold))
    return tuple(sorted(found, key=lambda one: (-one.clients, -len(one.members), one.issue)))


def _matter(reader: Reader, issue: CommonIssue, inside: list[str], outside: list[str], threshold: int) -> Matter:
    members = tuple(sorted(read_members(reader, inside), key=lambda one: (-one.at, one.concern)))
    clients, buildings = counts(members)
    return Matter(
        issue.id,
        issue.title,
        issue.area or "",
        issue.department or "",
        clients,
        buildings,
        sum(not (one.state in STATES and STATES[one.state].ended) for one in members),
        issue.confirmed_at or 0,
        members,
        clients >= threshold,
        read_members(reader, outside),
    )


@question("common.least", roles=FOLLOW_ROLES)
def least(_caller: Caller, reader: Reader) -> int:
    """From how many different clients on a matter is called common here."""
    kept = local.kept(reader, _LEAST)
    return int(kept) if kept else LEAST_CLIENTS


@verb("common.set_least", roles=OFFICE_ROLES, devices=OFFICE_DEVICE, journal=False)
def set_least(_caller: Caller, tx: Transaction, *, clients: int) -> None:
    """Say from how many different clients on, at least two."""
    local.keep(tx, _LEAST, str(max(2, min(MOST_LEAST, clients))))
