"""Notices read and consents given, of a client and of everybody who turned out to be the same person."""

from typing import TYPE_CHECKING

from db.clients import SAME
from db.records import Consent

if TYPE_CHECKING:
    from db.store import Reader


def of_client(reader: "Reader", client: str) -> tuple[Consent, ...]:
    """Every row of a client, `client` being what remains after all joins; the earliest first, withdrawn ones too."""
    return reader.records(
        Consent,
        f"WHERE deleted = 0 AND client IN {SAME} ORDER BY at, id",
        client=client,
    )
