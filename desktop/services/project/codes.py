"""Codes that a project adds to the shipped lists: a node, a second-level area, a department of its own."""

import re

from db.errors import Misused, Refused
from db.records import Code
from db.store import Transaction
from desktop.rules.codes import codes
from desktop.services.people.staff import additions
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb

# The four areas of the articles, states, roles and clocks are the house's own; rules stand on them.
LISTS = ("node", "sub_area", "department", "channel")
_CODE = re.compile(r"[a-z][a-z0-9_]{1,40}")


@verb("code.add", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def add(caller: Caller, tx: Transaction, *, list_name: str, code: str, zh: str, en: str = "") -> str:
    """Add a code to one of LISTS; two offices that add the same one have one. Returns the row's id, `list:code`.

    Raises Misused `code_unknown` for a list that cannot be added to, `code_unreadable`, `name_missing`, Refused
    `code_known`.
    """
    if list_name not in LISTS:
        raise Misused("code_unknown", list="list", value=list_name, choices=" ".join(LISTS))
    if not _CODE.fullmatch(code):
        raise Misused("code_unreadable", value=code)
    if not zh.strip():
        raise Misused("name_missing")
    if code in codes(list_name, additions(tx)):
        raise Refused("code_known", value=code, list=list_name)
    row = f"{list_name}:{code}"
    tx.subject = row
    if tx.get(Code, row) is not None:
        tx.save("code", row, {"zh": zh.strip(), "en": en.strip() or zh.strip(), "deleted": 0})
        return row
    made = Code(
        id=row, created_at=tx.now, created_by=caller.staff, list=list_name, code=code, zh=zh.strip(),
        en=en.strip() or zh.strip(),
    )  # fmt: skip
    return tx.insert(made)
