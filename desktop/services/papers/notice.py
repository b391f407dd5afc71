"""个人信息保护告知: the notice as it hangs at the desk."""

from pathlib import Path

from db.store import Transaction
from desktop.paper.content import Report
from desktop.services.project import house
from desktop.services.project.parts import content_of
from desktop.services.registry import TALK_ROLES, Caller, verb


@verb("paper.notice", roles=TALK_ROLES)
def write_notice(_caller: Caller, tx: Transaction, *, pdf: Path) -> Report:
    """Print the version that counts, the one that forms and consents name. Raises Refused `notice_too_long` where a
    longer name or telephone no longer leaves room for it, StoreTrouble `paper_not_written`."""
    from desktop.paper.privacy_notice import privacy_notice

    notice = house.notice_text(tx)
    tx.subject = f"{house.PRIVACY}:{notice.version}"
    return privacy_notice(content_of(tx, notice), pdf)
