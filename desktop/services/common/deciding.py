"""What a person decides about common matters: one matter, or not; who belongs to it; split, and taken back."""

from collections.abc import Sequence

from db import common
from db.errors import Misused, Refused
from db.ids import NAMED_AT, named_id
from db.records import CommonIssue, CommonMember, Concern
from db.store import Reader, Transaction
from desktop.rules.codes import known_code
from desktop.services.people.staff import additions
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb

LONGEST_TITLE = 200


@verb("common.confirm", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def confirm(
    caller: Caller,
    tx: Transaction,
    *,
    title: str,
    concerns: Sequence[str],
    dropped: Sequence[str] = (),
    area: str | None = None,
    department: str | None = None,
    node: str | None = None,
) -> str:
    """Confirm that these concerns are one matter, which `title` says in a sentence; `dropped` ones were looked at and
    stay out. Returns the matter's id.

    Raises Misused `common_title_missing`, `common_too_few`, `common_taken` for a concern that is in another matter.
    """
    _known(tx, area=area, department=department, node=node)
    chosen = list(dict.fromkeys(concerns))
    if len(chosen) < 2:
        raise Misused("common_too_few")
    for concern in chosen:
        _free(tx, concern, None)
    issue = CommonIssue(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, title=_title(title), confirmed_by=caller.staff,
        confirmed_at=tx.now, area=area or None, node=node or None, department=department or None,
    )  # fmt: skip
    tx.insert(issue)
    for concern in chosen:
        _put(tx, issue.id, concern, is_in=True)
    for concern in dict.fromkeys(dropped):
        if concern not in chosen:
            _put(tx, issue.id, concern, is_in=False)
    return issue.id


@verb("common.reject", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def reject(caller: Caller, tx: Transaction, *, title: str, concerns: Sequence[str]) -> str:
    """Say that these concerns are not one matter: no two of them are suggested together again. Returns the id of
    that decision."""
    issue = CommonIssue(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, title=_title(title), ended_at=tx.now
    )
    tx.insert(issue)
    for concern in dict.fromkeys(concerns):
        _put(tx, issue.id, concern, is_in=False)
    return issue.id


@verb("common.put", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def put(_caller: Caller, tx: Transaction, *, issue: str, concerns: Sequence[str], is_in: bool) -> None:
    """Put concerns into a confirmed matter, or keep them out of it. Raises Misused `common_taken`."""
    _confirmed(tx, issue)
    for concern in dict.fromkeys(concerns):
        if is_in:
            _free(tx, concern, issue)
        _put(tx, issue, concern, is_in=is_in)


@verb("common.change", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def change(
    _caller: Caller, tx: Transaction, *, issue: str, title: str, area: str | None = None, department: str | None = None
) -> None:
    """Say a matter in other words, of another area or department."""
    _confirmed(tx, issue)
    _known(tx, area=area, department=department)
    tx.save("common_issue", issue, {"title": _title(title), "area": area or None, "department": department or None})


@verb("common.split", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def split(_caller: Caller, tx: Transaction, *, issue: str) -> int:
    """Split a matter: each of its concerns stands for itself again. Returns how many they are."""
    _confirmed(tx, issue)
    tx.save("common_issue", issue, {"ended_at": tx.now})
    return sum(row.is_in for row in common.members(tx, issue))


@verb("common.restore", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def restore(_caller: Caller, tx: Transaction, *, issue: str) -> None:
    """Take back a split, or that some concerns are not one matter.

    Raises Misused `common_taken` where a concern has gone to another matter since.
    """
    found = tx.get(CommonIssue, issue)
    if found is None or found.ended_at is None:
        raise Refused("common_not_split")
    if found.confirmed_at is not None:
        for row in common.members(tx, issue):
            if row.is_in:
                _free(tx, row.concern, issue)
    tx.save("common_issue", issue, {"ended_at": None})


def _known(tx: Transaction, **codes: str | None) -> None:
    own = additions(tx)
    for list_name, code in codes.items():
        if code:
            known_code(list_name, code, own)


def _title(title: str) -> str:
    text = " ".join(title.split())
    if not text:
        raise Misused("common_title_missing")
    if len(text) > LONGEST_TITLE:
        raise Misused("common_title_long", most=LONGEST_TITLE)
    return text


def _confirmed(reader: Reader, issue: str) -> CommonIssue:
    found = reader.get(CommonIssue, issue)
    if found is None or found.confirmed_at is None or found.ended_at is not None:
        raise Refused("common_not_confirmed")
    return found


def _free(reader: Reader, concern: str, issue: str | None) -> None:
    """Raise unless the concern is in no other confirmed matter."""
    found = reader.get(Concern, concern)
    if found is None:
        raise Misused("id_unknown", table="concern", value=concern[:80])
    other = common.of_concern(reader, concern)
    if other is not None and other.id != issue:
        raise Misused("common_taken", number=found.number, title=other.title)


def _put(tx: Transaction, issue: str, concern: str, *, is_in: bool) -> None:
    row_id = named_id("common_member", issue, concern)
    if tx.get(CommonMember, row_id) is None:
        # Two devices that put it there make the same row: it has no author and no time.
        tx.insert(CommonMember(id=row_id, created_at=NAMED_AT, common_issue=issue, concern=concern, is_in=int(is_in)))
    else:
        tx.save("common_member", row_id, {"is_in": int(is_in)})
