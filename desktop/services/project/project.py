"""The project: its name, and what stands on every paper."""

from db import events
from db.errors import Misused
from db.records import Project
from db.store import Reader, Transaction
from desktop.services.registry import ANYONE, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb

FIELDS = ("name", "company", "service_line")


@question("project.show", roles=ANYONE)
def show(_caller: Caller, reader: Reader) -> Project:
    """The project of this database."""
    return events.project(reader)


@verb("project.set", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_fields(_caller: Caller, tx: Transaction, *, changes: dict[str, str]) -> int:
    """Change fields of the project (name company service_line); returns how many changed.

    The mark in front of numbers stays for good: it stands on paper already.
    """
    unknown = sorted(set(changes) - set(FIELDS))
    if unknown:
        raise Misused("field_not_settable", field=unknown[0], choices=" ".join(FIELDS))
    if "name" in changes and not changes["name"].strip():
        raise Misused("name_missing")
    project = events.project(tx)
    tx.subject = project.id
    return tx.save("project", project.id, {field: value.strip() for field, value in changes.items()})
