"""The project: its name, and what stands on every paper."""

from dataclasses import dataclass

from db import events
from db.errors import Misused
from db.records import Project
from db.store import Reader, Transaction
from desktop.paper.content import FormSetup, Logo
from desktop.services.project import house
from desktop.services.registry import ANYONE, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb

# Sentences of the paper: an empty one is the shipped one, "-" leaves it out.
SENTENCES = ("notice_line", "legal_line", "promise_line", "last_line")
FIELDS = ("name", "company", "service_name", "service_line", *SENTENCES, "has_seal")
_YES, _NO = frozenset({"1", "yes", "是"}), frozenset({"", "0", "no", "否"})


@dataclass(frozen=True, slots=True)
class House:
    """What stands on the project's papers now, shipped or its own."""

    company: str
    service_name: str
    service_line: str
    setup: FormSetup
    logo: Logo | None


@question("project.show", roles=ANYONE)
def show(_caller: Caller, reader: Reader) -> Project:
    """The project of this database."""
    return events.project(reader)


@question("project.house", roles=ANYONE)
def house_of(_caller: Caller, reader: Reader) -> House:
    """What stands on the project's papers."""
    project = events.project(reader)
    return House(
        project.company or project.name, house.service_name(reader), project.service_line or "",
        house.form_setup(reader), house.logo(reader),
    )  # fmt: skip


@verb("project.set", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_fields(_caller: Caller, tx: Transaction, *, changes: dict[str, str]) -> int:
    """Change fields of the project (FIELDS); returns how many changed.

    The mark in front of numbers stays for good: it stands on paper already. Raises Misused `wording_too_long` for
    words that are longer than their line on paper, `wording_lines` for more lines than one.
    """
    unknown = sorted(set(changes) - set(FIELDS))
    if unknown:
        raise Misused("field_not_settable", field=unknown[0], choices=" ".join(FIELDS))
    if "name" in changes and not changes["name"].strip():
        raise Misused("name_missing")
    project = events.project(tx)
    tx.subject = project.id
    return tx.save("project", project.id, {field: _checked(field, value.strip()) for field, value in changes.items()})


def _checked(field: str, value: str) -> str | int:
    if field == "has_seal":
        if value.casefold() not in _YES | _NO:
            raise Misused("code_unknown", list=field, value=value, choices="yes no")
        return int(value.casefold() in _YES)
    if value:
        from desktop.paper.wording import demand_room

        demand_room(field, value)
    return value
