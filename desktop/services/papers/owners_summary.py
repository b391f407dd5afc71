"""The summary for owners: nobody named, words only with their clients' consent, not approved until somebody does it.

It is the internal summary with everything left out that tells of persons or of the house's own affairs.
"""

import hashlib
from dataclasses import dataclass, fields, replace
from datetime import date

from db import closing as kept
from db import concerns, consents, people
from db.errors import Refused
from db.records import Client, Concern, Staff, SummaryApproval
from db.store import Reader, Transaction
from desktop.paper.content import CommonIssue, EventSummary
from desktop.paper.summary_content import Approval, DepartmentPromises
from desktop.rules.anonymous import covered, tells_who
from desktop.rules.answers import APPROVERS
from desktop.rules.codes import label
from desktop.rules.times import local, read_day
from desktop.services.events import findings
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, Caller, question, verb
from desktop.services.zones import zone_of

_QUOTES = 6
# Neither who the paper is from nor how it stands is what somebody approves.
_NOT_CONTENT = frozenset({"head", "approval", "is_draft"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How the summary for owners stands: the last approval (None for none), whether it is a draft, who may approve it
    as (id, name)."""

    approval: Approval | None
    is_draft: bool
    approvers: tuple[tuple[str, str], ...]


def for_owners(reader: Reader, event: str, internal: EventSummary) -> EventSummary:
    """The same event without anybody in it; `internal` has the sentence for owners already."""
    made = _Made(reader, event, internal).summary()
    return replace(made, approval=_approval(reader, event, made))


@question("summary.standing", roles=FOLLOW_ROLES)
def standing(caller: Caller, reader: Reader, *, event: str) -> Standing:
    """Whether the summary for owners is approved as it would be printed now, and who may approve it."""
    content = _content(caller, reader, event)
    approvers = tuple(
        (one.id, one.name) for one in people.all_staff(reader) if people.roles_of(reader, one.id) & APPROVERS
    )
    return Standing(content.approval, content.is_draft, approvers)


@verb("summary.approve", roles=FOLLOW_ROLES, devices=OFFICE_DEVICE)
def approve(caller: Caller, tx: Transaction, *, event: str, by: str) -> None:
    """Approve the summary for owners as it stands now; what changes afterwards is not approved.

    Raises Refused `summary_is_draft` while the closing list has open lines, `approver_cannot`, `approve_for_yourself`
    for somebody signed in who names another, `summary_approved_already`.
    """
    person = tx.known(Staff, by)
    if caller.staff not in (None, by):
        raise Refused("approve_for_yourself", name=person.name)
    if people.roles_of(tx, by).isdisjoint(APPROVERS):
        raise Refused("approver_cannot", name=person.name, role=" ".join(sorted(APPROVERS)))
    content = _content(caller, tx, event)
    if content.is_draft:
        raise Refused("summary_is_draft")
    if content.approval is not None and content.approval.holds:
        raise Refused("summary_approved_already")
    tx.insert(
        SummaryApproval(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, approved_by=by, at=tx.now,
            content=_print_of(content),
        )
    )  # fmt: skip
    tx.subject = event


@verb("summary.withdraw", roles=FOLLOW_ROLES, devices=OFFICE_DEVICE)
def withdraw(_caller: Caller, tx: Transaction, *, event: str) -> None:
    """Take the approval back. Raises Refused `summary_not_approved`."""
    known = kept.approval(tx, event)
    if known is None:
        raise Refused("summary_not_approved")
    while known is not None:
        tx.save("summary_approval", known.id, {"deleted": 1})
        known = kept.approval(tx, event)
    tx.subject = event


def _content(caller: Caller, reader: Reader, event: str) -> EventSummary:
    from desktop.services.papers.summary import counted

    return for_owners(reader, event, counted(caller, reader, event, audience="owners"))


def _approval(reader: Reader, event: str, content: EventSummary) -> Approval | None:
    known = kept.approval(reader, event)
    if known is None:
        return None
    name = people.names(reader).get(known.approved_by, "")
    return Approval(local(known.at, zone_of(reader)), name, known.content == _print_of(content))


def _print_of(content: EventSummary) -> str:
    """What is approved, as one number: everything that the paper says of the event."""
    told = tuple((one.name, getattr(content, one.name)) for one in fields(content) if one.name not in _NOT_CONTENT)
    return hashlib.sha256(repr(told).encode()).hexdigest()


class _Made:
    """One event told without persons."""

    def __init__(self, reader: Reader, event: str, internal: EventSummary) -> None:
        self.reader, self.event, self.internal = reader, event, internal
        self.own = additions(reader)
        clients = reader.records(Client, "WHERE deleted = 0 ORDER BY id")
        self.names = frozenset((*people.names(reader).values(), *(one.name for one in clients)))
        self.heard = findings.living(reader, event)
        self.agreed = tuple(one for one in self.heard if self._may_be_quoted(one))

    def summary(self) -> EventSummary:
        """The content, not yet approved."""
        told = self.internal
        pareto = told.pareto
        if pareto is not None:
            pareto = replace(
                pareto, bars=tuple(replace(bar, label=covered(bar.label, self.names)) for bar in pareto.bars)
            )
        common = tuple(map(self._common, told.common))
        quoted = {one.quote for one in common}
        return replace(
            told, edition="owners", trained="", hosts=(), promises=(), rule_gaps=(), notes=(), annex=(),
            carried=None, prepared_by="", checked_by="", approved_by="", common=common, pareto=pareto,
            quotes=self._quotes(quoted), promised=self._promised(),
        )  # fmt: skip

    def _may_be_quoted(self, concern: Concern) -> bool:
        if concern.client is None:
            return False
        rows = consents.of_client(self.reader, findings.guest(self.reader, concern))
        # Given for one talk it is given for the words of that talk.
        is_agreed = any(
            one.kind == "quotes" and one.withdrawn_at is None and one.reception in (None, concern.reception)
            for one in rows
        )
        return is_agreed and not tells_who(concern.words, self.names)

    def _common(self, issue: CommonIssue) -> CommonIssue:
        """A matter; its quote only where the client said yes, and what is proposed inside stays inside."""
        is_agreed = any(one.words == issue.quote for one in self.agreed)
        return replace(
            issue, title=covered(issue.title, self.names), quote=issue.quote if is_agreed else "", proposal=""
        )

    def _quotes(self, quoted: set[str]) -> tuple[str, ...]:
        """One of each client who agreed, in the order of the numbers."""
        found: dict[str, str] = {}
        for one in sorted(self.agreed, key=lambda one: one.number):
            if one.words not in quoted:
                found.setdefault(findings.guest(self.reader, one), one.words)
        return tuple(found.values())[:_QUOTES]

    def _promised(self) -> tuple[DepartmentPromises, ...]:
        made: dict[str, list[tuple[bool, date]]] = {}
        for one in self.heard:
            for promise in concerns.promises(self.reader, one.id):
                rows = made.setdefault(promise.department or "", [])
                rows.append((promise.kept_at is not None, read_day(promise.due)))
        return tuple(
            DepartmentPromises(
                label("department", code, "zh", self.own) if code else "", len(rows), sum(kept for kept, _ in rows),
                min((due for kept, due in rows if not kept), default=None),
            )
            for code, rows in sorted(made.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        )  # fmt: skip
