"""Staff: who receives clients, and in which roles."""

from collections.abc import Sequence
from pathlib import Path

from db import people
from db.errors import Misused, Refused
from db.records import Code, Staff, StaffRole
from db.store import Reader, Transaction
from desktop.roster.tables import as_text, open_tables
from desktop.rules.codes import codes, entries, known_code
from desktop.rules.roles import ROLES
from desktop.services.registry import ANYONE, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb

DEFAULT_ROLE = "recorder"


def additions(reader: Reader) -> tuple[Code, ...]:
    """The project's own codes."""
    return people.added_codes(reader)


@verb("staff.add", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def add(
    caller: Caller,
    tx: Transaction,
    *,
    name: str,
    level: str,
    department: str | None = None,
    post: str | None = None,
    roles: Sequence[str] = (),
) -> str:
    """Add a person; without a role a recorder. Returns the staff id."""
    if not name.strip():
        raise Misused("name_missing")
    known_code("level", level, additions(tx))
    if department:
        known_code("department", department, additions(tx))
    for role in roles:
        if role not in ROLES:
            raise Misused("code_unknown", list="role", value=role, choices=" ".join(ROLES))
    staff = tx.insert(
        Staff(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            name=name.strip(),
            level=level,
            department=department,
            post=post,
        )
    )
    for role in dict.fromkeys(roles or (DEFAULT_ROLE,)):
        tx.insert(StaffRole(id=tx.new_id(), created_at=tx.now, created_by=caller.staff, staff=staff, role=role))
    tx.subject = staff
    return staff


@question("staff.list", roles=ANYONE)
def everybody(_caller: Caller, reader: Reader) -> tuple[tuple[Staff, frozenset[str]], ...]:
    """Everybody with their roles."""
    return tuple((person, people.roles_of(reader, person.id)) for person in people.all_staff(reader))


@verb("staff.set-roles", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_roles(caller: Caller, tx: Transaction, *, staff: str, roles: Sequence[str]) -> int:
    """Give a person exactly these roles; returns how many changed. Raises Refused `role_needed` for none."""
    tx.known(Staff, staff)
    for role in roles:
        if role not in ROLES:
            raise Misused("code_unknown", list="role", value=role, choices=" ".join(ROLES))
    if not roles:
        raise Refused("role_needed", id=staff)
    changed = 0
    held = tx.records(StaffRole, "WHERE staff = :staff ORDER BY id", staff=staff)
    for one in held:
        changed += tx.save("staff_role", one.id, {"deleted": int(one.role not in roles)})
    for role in dict.fromkeys(roles):
        if role not in {one.role for one in held}:
            tx.insert(StaffRole(id=tx.new_id(), created_at=tx.now, created_by=caller.staff, staff=staff, role=role))
            changed += 1
    tx.subject = staff
    return changed


@verb("staff.leave", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def leave(_caller: Caller, tx: Transaction, *, staff: str) -> None:
    """Take somebody off the list of staff; what they did keeps their name."""
    tx.save("staff", staff, {"deleted": 1})
    tx.subject = staff


@verb("staff.return", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def come_back(_caller: Caller, tx: Transaction, *, staff: str) -> None:
    """Put somebody on the list of staff again."""
    tx.save("staff", staff, {"deleted": 0})
    tx.subject = staff


HEADINGS = {
    "姓名": "name", "name": "name", "职级": "level", "级别": "level", "level": "level", "部门": "department",
    "department": "department", "职务": "post", "岗位": "post", "post": "post", "角色": "roles", "role": "roles",
    "roles": "roles",
}  # fmt: skip


@verb("staff.import", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def import_file(caller: Caller, tx: Transaction, *, file: Path) -> tuple[str, ...]:
    """Add everybody of an XLSX or CSV list with a heading row; all or nobody. Returns the staff ids."""
    table = next(open_tables(file))
    heading, *rows = [[as_text(cell).strip() for cell in row] for row in table.rows()] or [[]]
    fields = [HEADINGS.get(cell.casefold(), "") for cell in heading]
    if "name" not in fields or "level" not in fields:
        raise Misused("staff_headings", file=file.name)
    added: list[str] = []
    for row in rows:
        said = {field: cell for field, cell in zip(fields, row, strict=False) if field and cell}
        if said.get("name"):
            added.append(_add_row(caller, tx, said))
    return tuple(added)


def _add_row(caller: Caller, tx: Transaction, said: dict[str, str]) -> str:
    return add(
        caller,
        tx,
        name=said["name"],
        level=_code("level", said.get("level", "staff"), tx),
        department=_code("department", said["department"], tx) if "department" in said else None,
        post=said.get("post"),
        roles=[_code("role", word, tx) for word in said.get("roles", "").replace("、", " ").replace(",", " ").split()],
    )


def _code(list_name: str, word: str, reader: Reader) -> str:
    """The code of `word`, which may be the code itself or its words in either language."""
    for entry in entries(list_name, additions(reader)):
        if word.casefold() in (entry.code, entry.zh, entry.en.casefold()):
            return entry.code
    raise Misused("code_unknown", list=list_name, value=word, choices=" ".join(codes(list_name, additions(reader))))
