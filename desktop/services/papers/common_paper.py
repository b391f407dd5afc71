"""The feedback paper of an event's common issues: every figure and every word from the records."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db import concerns
from db.store import Reader, Transaction
from desktop.paper.content import Report
from desktop.rules.codes import label
from desktop.rules.times import local
from desktop.services.common import listing
from desktop.services.common.listing import Matter
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, Caller, verb
from desktop.services.zones import zone_of

if TYPE_CHECKING:
    from desktop.paper.common_issues import Issue


@verb("paper.common", roles=FOLLOW_ROLES)
def write_common(caller: Caller, tx: Transaction, *, event: str, pdf: Path) -> Report:
    """Print the common issues of an event: counts, quotes, areas, room for what is proposed, sign-off.

    Raises Misused `id_unknown`, StoreTrouble `paper_not_written`.
    """
    from desktop.paper.common_issues import FeedbackPaper, feedback_paper

    tx.subject = event
    head = event_head(tx, event)
    matters = listing.everything(caller, tx, event=event)
    shown = [one for one in matters if one.is_common]
    paper = FeedbackPaper(
        head,
        listing.least(caller, tx),
        len(concerns.of_event(tx, event)),
        tuple(map(partial(_issue, tx), shown)),
        len(matters) - len(shown),
    )
    return feedback_paper(paper, pdf)


def _issue(reader: Reader, matter: Matter) -> "Issue":
    from desktop.paper.common_issues import Issue, Quote

    own, zone = additions(reader), zone_of(reader)
    quotes = tuple(
        Quote(one.number, one.room, local(one.at, zone).strftime("%Y-%m-%d"), one.words)
        for one in sorted(matter.members, key=lambda one: one.number)
    )
    return Issue(
        matter.title,
        label("area", matter.area, "zh", own) if matter.area else "",
        label("department", matter.department, "zh", own) if matter.department else "",
        matter.clients,
        len(matter.members),
        matter.buildings,
        matter.open,
        quotes,
    )
