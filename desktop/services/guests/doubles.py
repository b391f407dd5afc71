"""People let in at two desks that could not see each other: listed after the merge until somebody decides."""

from db import doubles as kept
from db.doubles import ANSWERS, MISTAKE, OTHER, SAME, Double
from db.errors import Misused, Refused
from db.store import Reader, Transaction
from desktop.services.registry import ANYONE, OFFICE_ROLES, Caller, question, verb


@question("check-in.doubles", roles=ANYONE)
def everything(_caller: Caller, reader: Reader, *, event: str | None = None) -> tuple[Double, ...]:
    """Everybody let in more than once whom nobody has decided about; each person once, with all desks and times."""
    return kept.open_doubles(reader, event)


@question("check-in.doubles-settled", roles=ANYONE)
def settled(_caller: Caller, reader: Reader, *, event: str | None = None) -> tuple[Double, ...]:
    """Those that were decided."""
    return kept.settled_doubles(reader, event)


@verb("check-in.settle-double", roles=OFFICE_ROLES)
def settle(_caller: Caller, tx: Transaction, *, check_in: str, answer: str) -> Double:
    """Say what it was that one person was let in twice; the answer travels and is not asked for again.

    `same`: one person came in twice and counts once. `other`: somebody else came in with this code at `check_in` and
    counts as a person of their own. `mistake`: that admission is taken back. Returns the admissions as they stand now.
    Raises Refused `no_double` where nothing is open, Misused `code_unknown` for another answer.
    """
    if answer not in ANSWERS:
        raise Misused("code_unknown", list="twice", value=answer, choices=" ".join(ANSWERS))
    found = _about(tx, check_in)
    open_ones = {one.check_in: one for one in found.admissions if one.twice is None and not one.undone}
    if len(found.standing) < 2 or check_in not in (one.check_in for one in found.standing) or not open_ones:
        raise Refused("no_double", id=check_in)
    if answer == SAME:
        for one in open_ones:
            tx.save("check_in", one, {"twice": SAME})
    elif answer == OTHER:
        tx.save("check_in", check_in, {"twice": OTHER})
    else:
        tx.save("check_in", check_in, {"twice": MISTAKE, "undone": 1})
    tx.subject = check_in
    return _about(tx, check_in)


@verb("check-in.reopen-double", roles=OFFICE_ROLES)
def reopen(_caller: Caller, tx: Transaction, *, check_in: str) -> None:
    """Take back what was decided about a person let in twice. Raises Refused `no_double` where nothing was."""
    found = _about(tx, check_in)
    decided = [one for one in found.admissions if one.twice is not None]
    if not decided:
        raise Refused("no_double", id=check_in)
    for one in decided:
        tx.save("check_in", one.check_in, {"twice": None, **({"undone": 0} if one.twice == MISTAKE else {})})
    tx.subject = check_in


def _about(tx: Transaction, check_in: str) -> Double:
    """All admissions of the person whom `check_in` is about."""
    person = kept.person_of(tx, check_in)
    found = kept.of_person(tx, *person) if person else None
    if found is None:
        raise Refused("no_double", id=check_in)
    return found
