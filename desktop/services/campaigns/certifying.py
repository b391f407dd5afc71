"""The certificate of somebody who has reached their quota; nobody else gets one."""

from pathlib import Path

from db import campaigns as kept
from db import events, people
from db.errors import Refused
from db.store import Transaction
from desktop.paper.certificate import Certificate, certificate
from desktop.paper.content import Report
from desktop.rules.times import local
from desktop.services.campaigns import reporting
from desktop.services.campaigns.counting import days_of
from desktop.services.campaigns.members import member_of
from desktop.services.project.house import logo
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of


@verb("campaign.certificate", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def certify(caller: Caller, tx: Transaction, *, campaign: str, staff: str, pdf: Path) -> Report:
    """Write somebody's certificate; its date is the day on which it was first given. Raises Refused
    `quota_not_reached`, `not_a_member`."""
    member = member_of(tx, campaign, staff)
    found = reporting.report(caller, tx, campaign=campaign, now_ms=tx.now)
    line = next(one for one in found.people if one.member.id == member.id)
    if not line.progress.is_done:
        name = people.names(tx).get(staff, "")
        raise Refused("quota_not_reached", name=name, missing=line.progress.missing)
    given = member.certified_at or tx.now
    if member.certified_at is None:
        tx.save("campaign_member", member.id, {"certified_at": given})
    project, (first, last) = events.project(tx), days_of(found.campaign)
    tx.subject = staff
    return certificate(
        Certificate(
            company=project.company or project.name, project=project.name, name=line.name, post=member.post or "",
            campaign=found.campaign.name, first=first, last=last, received=line.progress.received,
            called_back=line.progress.called_back,
            concerns=sum(one[10] == staff for one in kept.heard(tx, found.campaign.event)), coach=line.coach,
            score=line.score, given=local(given, zone_of(tx)), logo=logo(tx),
        ),
        pdf,
    )  # fmt: skip
