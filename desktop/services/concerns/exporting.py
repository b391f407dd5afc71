"""The work list as a file: what is shown, in the order shown; names in full only for those who may call clients."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from db import clients, people, trails
from db.errors import Refused
from db.records import Client
from db.spelling.names import masked
from db.store import Transaction
from desktop.roster.sheets import write_sheet
from desktop.rules.codes import label
from desktop.rules.times import minute_text
from desktop.services.concerns import listing
from desktop.services.concerns.listing import Line
from desktop.services.guests.clients import name_with_title
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of
from resources.wording import Language

NAMED_TO = OFFICE_ROLES | {"callback"}
# So many concerns are named one by one in the journal; of more it says how many there were.
NAMED_IN_JOURNAL = 500
HEADS: Final[dict[Language, tuple[str, ...]]] = {
    "zh": (
        "编号", "状态", "期限", "客户原话", "客户", "房号", "类型", "类别", "等级", "责任部门", "承办人", "接待人",
        "记录时间", "迟录",
    ),
    "en": (
        "Number", "State", "Due", "In the client's words", "Client", "Room", "Type", "Area", "Grade", "Department",
        "Handler", "Received by", "Heard at", "Entered late",
    ),
}  # fmt: skip
_TITLES: Final[dict[Language, str]] = {"zh": "诉求", "en": "Concerns"}


@verb("concern.export", roles=FOLLOW_ROLES)
def export(caller: Caller, tx: Transaction, *, concerns: Sequence[str], file: Path, language: Language = "zh") -> int:
    """Write these concerns, in this order, to `file` (.xlsx or .csv); returns how many. Journalled with their ids.

    Telephones are never in it. Raises Refused `nothing_to_export`, Misused `sheet_ending`, and StoreTrouble.
    """
    known = {line.concern: line for line in listing.everything(caller, tx, now_ms=tx.now)}
    lines = [known[one] for one in dict.fromkeys(concerns) if one in known]
    if not lines:
        raise Refused("nothing_to_export")
    write_sheet(file, HEADS[language], _rows(caller, tx, lines, language), title=_TITLES[language])
    ids = [line.concern for line in lines]
    tx.subject = " ".join(ids) if len(ids) <= NAMED_IN_JOURNAL else f"{trails.MANY}{len(ids)}"
    return len(ids)


def _rows(caller: Caller, tx: Transaction, lines: Sequence[Line], language: Language) -> list[tuple[str, ...]]:
    is_named, staff, own, zone = not caller.roles.isdisjoint(NAMED_TO), people.names(tx), additions(tx), zone_of(tx)
    guests: dict[str, tuple[str, str]] = {}

    def guest(client: str | None) -> tuple[str, str]:
        if client is None:
            return "", ""
        if client not in guests:
            person = tx.get(Client, client)
            name = name_with_title(person) if is_named else masked(person.name) if person else ""
            guests[client] = name, clients.room_spoken(tx, client)
        return guests[client]

    def word(list_name: str, code: str | None) -> str:
        return label(list_name, code, language, own) if code else ""

    return [
        (
            line.number, word("state", line.state), (line.due or "").replace("T", " "), line.words, *guest(line.client),
            word("type", line.type), word("area", line.area), word("grade", line.grade),
            word("department", line.department), staff.get(line.handler or "", ""),
            staff.get(line.received_by or "", ""), minute_text(line.heard_at, zone) if line.heard_at else "",
            word("entry_mark", "late" if line.is_late_entry else None),
        )
        for line in lines
    ]  # fmt: skip
