"""The notice that somebody reads before their name is written down, and the row that says so."""

from db.events import project
from db.records import Consent
from db.store import Reader, Transaction
from desktop.rules.notices import Notice, known_key, notice_of
from desktop.services.project.house import under_notice
from desktop.services.registry import ANYONE, Caller, question

WALK_IN = "walk_in"


@question("notice.current", roles=ANYONE)
def current(_caller: Caller, reader: Reader, *, kind: str = WALK_IN) -> Notice:
    """The notice as it is read now, with the company and its telephone in it."""
    own = project(reader)
    return notice_of(kind, {"company": own.company or own.name, "line": own.service_line or ""})


def note_read(caller: Caller, tx: Transaction, *, client: str, notice: str, means: str) -> str:
    """Keep that a client has read a notice, on a screen or as it was read out. Raises Misused `notice_unknown`."""
    return tx.insert(
        Consent(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, client=client, kind="notice",
            text=under_notice(tx, known_key(notice)), at=tx.now, means=means,
        )
    )  # fmt: skip
