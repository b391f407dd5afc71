"""Calling a family: once; greeting it; and what the beginning of a talk says about its turn."""

from db.errors import Refused
from db.records import Turn
from db.store import Reader, Transaction
from desktop.rules.times import local
from desktop.services.hall.directing import one_line, waiting_for
from desktop.services.hall.lines import Line, families_of, family_of, lines_of, staff_name, those_waiting
from desktop.services.registry import DOOR_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

# Who calls for whomever a family was sent to: at the desk and in the office.
_FOR_OTHERS = DOOR_ROLES - {"host", "recorder"}


@question("hall.mine", roles=DOOR_ROLES)
def mine(_caller: Caller, reader: Reader, *, event: str, staff: str, now_ms: int) -> tuple[Line, ...]:
    """Who waits for this person: the called ones first, then in the order of arrival."""
    return lines_of(reader, event, waiting_for(those_waiting(reader, event), staff), now_ms=now_ms)


@verb("hall.call", roles=DOOR_ROLES)
def call(caller: Caller, tx: Transaction, *, turn: str, staff: str | None = None) -> Line:
    """Call a family on the screens, once. `staff` is who calls for themselves; without it for whom they were sent to.

    Who is nothing but a host or a recorder calls for themselves, or for the host whom they name.

    Raises Refused `turn_called_already` with who called and when, `turn_not_directed` while they are sent to nobody,
    `turn_of_another` for one who was sent to somebody else, `turn_greeted`, `turn_left`.
    """
    found = family_of(tx, turn)
    held = found.turn
    if found.state in ("greeted", "left"):
        raise Refused("turn_greeted" if found.state == "greeted" else "turn_left", number=held.number)
    if held.called_at is not None:
        raise Refused(
            "turn_called_already", number=held.number, staff=staff_name(tx, held.called_by) or held.place or "",
            at=local(held.called_at, zone_of(tx)).strftime("%H:%M"),
        )  # fmt: skip
    if held.staff is None and held.place is None:
        raise Refused("turn_not_directed", number=held.number)
    if staff is None and caller.roles.isdisjoint(_FOR_OTHERS):
        staff = caller.staff
    if staff is not None and held.staff is not None and staff != held.staff:
        raise Refused("turn_of_another", number=held.number, staff=staff_name(tx, held.staff))
    tx.save("turn", held.id, {"called_at": tx.now, "called_by": staff or caller.staff or held.staff})
    tx.subject = held.id
    return one_line(tx, held.id, tx.now)


@verb("hall.call-next", roles=DOOR_ROLES)
def call_next(caller: Caller, tx: Transaction, *, event: str, staff: str) -> Line:
    """Call the next family that was sent to this person. Raises Refused `nobody_waits`."""
    waiting = [one for one in waiting_for(those_waiting(tx, event), staff) if one.state == "waiting"]
    if not waiting:
        raise Refused("nobody_waits")
    return call(caller, tx, turn=waiting[0].turn.id, staff=staff)


@verb("hall.again", roles=DOOR_ROLES)
def again(_caller: Caller, tx: Transaction, *, turn: str) -> Line:
    """Show a call once more; when it was made, and by whom, stays. Raises Refused `turn_not_called`."""
    found = family_of(tx, turn)
    if found.state != "called":
        raise Refused("turn_not_called", number=found.turn.number)
    tx.save("turn", found.turn.id, {"again_at": tx.now})
    tx.subject = found.turn.id
    return one_line(tx, found.turn.id, tx.now)


@verb("hall.greet", roles=DOOR_ROLES)
def greet(caller: Caller, tx: Transaction, *, turn: str, staff: str | None = None) -> Line:
    """Note that somebody of ours, or whom the family was sent to, has greeted it. Raises Refused `turn_greeted`."""
    found = family_of(tx, turn)
    if found.state == "greeted":
        raise Refused("turn_greeted", number=found.turn.number)
    _greeted(tx, found.turn, staff or found.turn.staff or caller.staff, None)
    tx.subject = found.turn.id
    return one_line(tx, found.turn.id, tx.now)


def greeted_by_talk(tx: Transaction, event: str, client: str, host: str, place: str | None) -> None:
    """A talk that begins is the greeting: of the turn that was sent to this host, else of the first that waits.

    A family that had gone has come back; without a turn there is nothing to note.
    """
    waiting = [one for one in families_of(tx, event, client, None) if one.state != "greeted"]
    if waiting:
        best = min(waiting, key=lambda one: (one.turn.staff != host, one.state == "left"))
        _greeted(tx, best.turn, host, place)


def _greeted(tx: Transaction, turn: Turn, staff: str | None, place: str | None) -> None:
    changes: dict[str, str | int | None] = {"greeted_at": tx.now, "greeted_by": staff}
    if staff and staff != turn.staff:
        changes["staff"] = staff
    if place and place != turn.place:
        changes["place"] = place
    if turn.left_at is not None:
        changes["left_at"] = None
    tx.save("turn", turn.id, changes)
