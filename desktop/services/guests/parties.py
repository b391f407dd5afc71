"""How many came on one code: expected by the list, counted at the door, and put right when the others come later."""

from dataclasses import dataclass

from db import check_ins as check_in_rows
from db import clients, invitations
from db import parties as party_rows
from db.errors import Misused
from db.records import CheckIn
from db.store import Reader, Transaction
from desktop.services.registry import DOOR_ROLES, Caller, question, verb

LARGEST_PARTY = 99


@dataclass(frozen=True, slots=True)
class Party:
    """A household at the door: `expected` by the list (1 where it does not say), `counted` None where nobody counted.

    `check_in` is the row that let them in, and that the count belongs to; "" where nobody is in.
    """

    check_in: str
    expected: int
    counted: int | None

    @property
    def shown(self) -> int:
        """How many to speak of."""
        return self.counted or self.expected


@question("check-in.party-of", roles=DOOR_ROLES)
def party_of(_caller: Caller, reader: Reader, *, check_in: str) -> Party:
    """The household of a decision, whichever of its scans was asked for."""
    row = _admitting(reader, check_in)
    if row is None:
        return Party("", 1, None)
    companions = invitations.companions(reader, row.event, row.client) if row.client else None
    return Party(row.id, (companions or 0) + 1, row.party)


@verb("check-in.party", roles=DOOR_ROLES)
def set_party(_caller: Caller, tx: Transaction, *, check_in: str, party: int) -> Party:
    """Say how many have come on a code, the client included; later ones are added by saying it again.

    Raises Misused `party_out_of_range`, and `id_unknown` where nobody was let in.
    """
    if not 1 <= party <= LARGEST_PARTY:
        raise Misused("party_out_of_range", value=str(party), most=LARGEST_PARTY)
    row = _admitting(tx, check_in)
    if row is None:
        raise Misused("id_unknown", table="check_in", value=check_in)
    tx.save("check_in", row.id, {"party": party})
    for turn in party_rows.turns(tx, row.id):
        tx.save("turn", turn, {"party": party})
    tx.subject = row.id
    companions = invitations.companions(tx, row.event, row.client) if row.client else None
    return Party(row.id, (companions or 0) + 1, party)


def _admitting(reader: Reader, check_in: str) -> CheckIn | None:
    """The row by which the people of this decision came in: itself, or the first admission of the same person."""
    row = reader.known(CheckIn, check_in)
    if row.admitted and not row.undone and row.outcome != "unknown":
        return row
    client = clients.root(reader, row.client) if row.client else None
    first = check_in_rows.first_admission_id(reader, row.event, client, row.code_hash)
    return reader.get(CheckIn, first) if first else None
