"""The list of the week before as a file for who calls without this program: telephones in full, hence journalled."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from db import people
from db.errors import Refused
from db.records import Client
from db.store import Transaction
from desktop.roster.sheets import write_sheet
from desktop.rules.codes import label
from desktop.rules.times import minute_text
from desktop.services.inviting.lists import everybody
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of
from resources.wording import Language

HEADS: Final[dict[Language, tuple[str, ...]]] = {
    "zh": (
        "负责人", "场次", "姓名", "称谓", "手机", "房号", "人数", "渠道", "邀约结果", "联系次数", "最近联系",
        "客户怎么说",
    ),
    "en": (
        "Owner", "Slot", "Name", "Title", "Phone", "Room", "People", "Channel", "Result", "Tries", "Last try",
        "What they said",
    ),
}  # fmt: skip
_TITLES: Final[dict[Language, str]] = {"zh": "邀约", "en": "Inviting"}


@verb("invitation.export-contacts", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def write(
    caller: Caller,
    tx: Transaction,
    *,
    event: str,
    file: Path,
    owner: str | None = None,
    slot: str | None = None,
    state: str | None = None,
    clients: Sequence[str] | None = None,
    language: Language = "zh",
) -> int:
    """Write the list to `file` (.xlsx or .csv), of one owner, slot or state where given; returns how many people.

    `clients` are those shown, in the order shown; None for all. Raises Refused `nothing_to_export`, Misused
    `sheet_ending`, what `everybody` raises, and StoreTrouble.
    """
    found = everybody(caller, tx, event=event, owner=owner, slot=slot, state=state).lines
    if clients is not None:
        known = {one.client: one for one in found}
        found = tuple(known[one] for one in dict.fromkeys(clients) if one in known)
    if not found:
        raise Refused("nothing_to_export")
    zone, own = zone_of(tx), people.added_codes(tx)
    rows = []
    for one in found:
        person = tx.get(Client, one.client)
        rows.append((
            one.owner, one.slot, one.name, one.title, (person.phone or "") if person else "", one.room, str(one.heads),
            one.channel, label("invite_state", one.state, language, own), str(one.tries),
            minute_text(one.last_at, zone) if one.last_at else "", one.words,
        ))  # fmt: skip
    write_sheet(file, HEADS[language], rows, title=_TITLES[language])
    tx.subject = event
    return len(rows)
