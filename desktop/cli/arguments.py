"""Arguments that several commands read alike; light, so that no command loads another's work for them."""

from dataclasses import fields

from db.errors import Misused
from desktop.cli.session import Session
from desktop.services.concerns.details import Details


def pairs(texts: list[str]) -> dict[str, str]:
    """FIELD=VALUE arguments as a dictionary. Raises Misused `field_value_expected`."""
    found: dict[str, str] = {}
    for text in texts:
        field, sign, value = text.partition("=")
        if not sign or not field:
            raise Misused("field_value_expected", value=text[:80])
        found[field.strip()] = value
    return found


def details(session: Session) -> Details:
    """What the command line says beside the words."""
    said = {field.name: getattr(session.args, field.name, None) or "" for field in fields(Details)}
    if said["standard_answer"]:
        said["standard_answer"] = session.id("standard_answer", said["standard_answer"])
    return Details(**said)
