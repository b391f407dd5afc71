"""Badges and tickets: as a PDF, or to a printer, where each goes once unless somebody wants it again on purpose.

A job is noted before the printer hears of it and taken back where the printer refuses: a held key, a double touch, or
the program's end in between never makes two. No transaction stays open while a printer is waited for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from db import clients, hall, invitations, people, print_jobs
from db.errors import Misused, Refused
from db.records import Client, PrintJob, Turn
from db.spelling.pinyin import name_readings
from db.store import Reader, Store, Transaction
from desktop.paper.badges import ROLLS, Badge
from desktop.paper.badges import SIZES as BADGE_SIZES
from desktop.paper.content import Missing, Report
from desktop.paper.tickets import SIZES as TICKET_SIZES
from desktop.paper.tickets import Ticket
from desktop.rules.times import local
from desktop.services.guests.codes import code_of
from desktop.services.hall.screens import hall_name
from desktop.services.papers import forms, printing
from desktop.services.papers.heads import event_head
from desktop.services.registry import DOOR_ROLES, Caller, verb
from desktop.services.zones import zone_of

BADGE, TICKET = "badge", "ticket"
# A second touch sooner than this is the first one's.
ONE_PRESS_MS = 3_000
_SIZES_MM: dict[str, tuple[float, float]] = {"a6": (105, 148), "90x54": (90, 54)}
_POINT_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Printed:
    """What went to a printer: how many sheets to which, and how many were left out because they had been printed."""

    printer: str
    sheets: int
    left: int = 0
    missing: tuple[Missing, ...] = ()


@dataclass(slots=True)
class Claim:
    """Sheets that are this press's to print: the jobs of each file and how it is drawn; `sent` files have gone."""

    printer: str
    kind: str
    size: str
    files: tuple[tuple[tuple[str, ...], Callable[[Path], Report]], ...]
    left: int = 0
    sent: int = 0


@verb("paper.badge", roles=DOOR_ROLES)
def write_badges(
    _caller: Caller, tx: Transaction, *, event: str, pdf: Path, client: str | None = None, size: str = "a6",
    has_room: bool = False,
) -> Report:  # fmt: skip
    """Draw the badge of a client, or of everybody invited or come, by the sound of their names.

    Raises Misused `paper_size_unknown`, `id_unknown`; Refused `nobody_to_print`; StoreTrouble `paper_not_written`.
    """
    from desktop.paper.badges import badges

    _check_size(size, BADGE_SIZES)
    found = _wearers(tx, event, client)
    tx.subject = client or event
    return badges([_badge(tx, event, one, has_room=has_room) for one in found], event_head(tx, event), pdf, size)


@verb("paper.ticket", roles=DOOR_ROLES)
def write_ticket(_caller: Caller, tx: Transaction, *, event: str, number: str, pdf: Path, size: str = "80") -> Report:
    """Draw the ticket of a turn by its number (A023).

    Raises Misused `paper_size_unknown`, `turn_unknown`; StoreTrouble `paper_not_written`.
    """
    from desktop.paper.tickets import tickets

    _check_size(size, TICKET_SIZES)
    turn = _turn(tx, event, number)
    tx.subject = turn.id
    return tickets([_ticket(tx, turn)], event_head(tx, event), pdf, size)


def print_badges(
    caller: Caller, store: Store, *, event: str, queue: str = "", client: str | None = None, size: str = "a6",
    has_room: bool = False, again: bool = False, whole: bool = False,
) -> Printed:  # fmt: skip
    """Print a client's badge, or those of everybody that were not printed yet; `whole` is `hand_over`'s.

    Refusals as `write_badges` and `printing.ready`; Refused `printed_already` and `all_printed` without `again`,
    `printed_just_now` with it.
    """
    printer = printing.ready(queue)
    return _print(
        caller,
        store,
        claim_badges(
            caller, store, event=event, printer=printer, client=client, size=size, has_room=has_room, again=again
        ),
        whole=whole,
    )


def print_ticket(
    caller: Caller, store: Store, *, event: str, number: str, queue: str = "", size: str = "80", again: bool = False,
    whole: bool = False,
) -> Printed:  # fmt: skip
    """Print the ticket of a turn. Refusals as `write_ticket` and `print_badges`."""
    printer = printing.ready(queue)
    return _print(
        caller, store,
        claim_ticket(caller, store, event=event, number=number, printer=printer, size=size, again=again), whole=whole,
    )  # fmt: skip


def _print(caller: Caller, store: Store, claim: Claim, *, whole: bool) -> Printed:
    try:
        return hand_over(claim, whole=whole)
    except BaseException:
        take_back(caller, store, claim=claim)
        raise


@verb("paper.print-badges", roles=DOOR_ROLES)
def claim_badges(
    caller: Caller, tx: Transaction, *, event: str, printer: str, client: str | None = None, size: str = "a6",
    has_room: bool = False, again: bool = False,
) -> Claim:  # fmt: skip
    """Note that badges go to a printer, each once unless wanted again; `hand_over` prints them."""
    from desktop.paper.badges import badges

    _check_size(size, BADGE_SIZES)
    found = _wearers(tx, event, client)
    if client is not None:
        _refuse_second(tx, BADGE, found[0].id, again=again)
        wanted = found
    else:
        wanted = [one for one in found if again or print_jobs.latest(tx, BADGE, one.id) is None]
        if not wanted:
            raise Refused("all_printed", count=len(found))
    head = event_head(tx, event)
    noted = [
        (_note(caller, tx, event, BADGE, one.id, printer), _badge(tx, event, one, has_room=has_room)) for one in wanted
    ]
    # What comes off a roll is as long as its content, so each is a job of the system's own.
    several = [[one] for one in noted] if size in ROLLS else [noted]
    tx.subject = client or event
    return Claim(
        printer,
        BADGE,
        size,
        tuple(
            (tuple(job for job, _ in some), partial(badges, [badge for _, badge in some], head, size=size))
            for some in several
        ),
        len(found) - len(wanted),
    )


@verb("paper.print-ticket", roles=DOOR_ROLES)
def claim_ticket(
    caller: Caller, tx: Transaction, *, event: str, number: str, printer: str, size: str = "80", again: bool = False
) -> Claim:
    """Note that a ticket goes to a printer, once unless wanted again; `hand_over` prints it."""
    from desktop.paper.tickets import tickets

    _check_size(size, TICKET_SIZES)
    turn = _turn(tx, event, number)
    _refuse_second(tx, TICKET, turn.id, again=again)
    job = _note(caller, tx, event, TICKET, turn.id, printer)
    tx.subject = turn.id
    draw = partial(tickets, [_ticket(tx, turn)], event_head(tx, event), size=size)
    return Claim(printer, TICKET, size, (((job,), draw),))


@verb("paper.not-printed", roles=DOOR_ROLES)
def take_back(_caller: Caller, tx: Transaction, *, claim: Claim) -> None:
    """Note that what no printer took was not printed."""
    jobs = [job for jobs, _ in claim.files[claim.sent :] for job in jobs]
    for job in jobs:
        tx.save(PrintJob.table, job, {"deleted": 1})
    tx.subject = jobs[0] if jobs else None


def hand_over(claim: Claim, *, whole: bool = False) -> Printed:
    """Draw and send file after file; needs no database and may take seconds. Refusals as `printing.send`.

    With `whole` a sheet on which a character would stand as 〓 is not sent: Refused `no_face_for`.
    Where it ends in a trouble, what was not sent is to be taken back.
    """
    missing = tuple[Missing, ...]()
    with TemporaryDirectory(prefix="qinting-") as folder:
        # A printer shows the name of what it prints: never a client's.
        pdf = Path(folder) / f"{claim.kind}.pdf"
        for _, draw in claim.files:
            lacking = draw(pdf).missing
            if whole and lacking:
                raise Refused("no_face_for", characters="".join(one.characters for one in lacking))
            missing += lacking
            printing.send(pdf, claim.printer, title=claim.kind, size_mm=_size_mm(claim.size, pdf))
            claim.sent += 1
    return Printed(claim.printer, sum(len(jobs) for jobs, _ in claim.files), claim.left, missing)


def _size_mm(size: str, pdf: Path) -> tuple[float, float]:
    """Width and length of the paper."""
    if size not in ROLLS:
        return _SIZES_MM[size]
    from desktop.paper.pages import page_sizes

    page = page_sizes(pdf.read_bytes())[0]
    return page.width * _POINT_MM, page.height * _POINT_MM


def _check_size(size: str, sizes: tuple[str, ...]) -> None:
    if size not in sizes:
        raise Misused("paper_size_unknown", value=size, choices=" ".join(sizes))


def _wearers(reader: Reader, event: str, client: str | None) -> list[Client]:
    """The client who remains after all joins, or everybody of the event. Raises where there is nobody."""
    if client is not None:
        found = reader.get(Client, clients.root(reader, client))
        if found is None or found.deleted:
            raise Misused("id_unknown", table="client", value=client)
        return [found]
    everybody = forms.everybody(reader, event, only_heard=False)
    if not everybody:
        raise Refused("nobody_to_print")
    return sorted(everybody, key=_by_sound)


def _by_sound(client: Client) -> tuple[tuple[str, ...], str, str]:
    """As names lie on a table: by their first reading, Latin ones by their letters."""
    readings = name_readings(client.name)
    return (readings[0] if readings else (client.name.casefold(),), client.name, client.id)


def _badge(reader: Reader, event: str, client: Client, *, has_room: bool) -> Badge:
    invitation = invitations.of_client(reader, event, client.id)
    token = code_of(reader, invitation) if invitation and invitation.revoked_at is None else None
    room = clients.room_spoken(reader, client.id) if has_room else ""
    return Badge(client.name, client.title or "", room, token or "")


def _turn(reader: Reader, event: str, number: str) -> Turn:
    turn = print_jobs.turn_numbered(reader, event, number.strip().upper())
    if turn is None:
        raise Misused("turn_unknown", value=number)
    return turn


def _ticket(reader: Reader, turn: Turn) -> Ticket:
    client = clients.root(reader, turn.client) if turn.client else ""
    person = hall.people(reader, turn.event, [client] if client else []).get(client)
    at = local(turn.arrived_at, zone_of(reader))
    place = turn.place or ""
    table = f"{place} 桌" if place and not place.endswith("桌") else place
    return Ticket(turn.number, hall_name(person) if person else "", at, table)


def _refuse_second(tx: Transaction, kind: str, row: str, *, again: bool) -> None:
    """Refuse what was printed before, or, again on purpose, what was printed a moment ago."""
    before = print_jobs.latest(tx, kind, row)
    if before is None:
        return
    if again:
        if 0 <= tx.now - before.at < ONE_PRESS_MS:
            raise Refused("printed_just_now")
        return
    by = people.names(tx).get(before.created_by or "", "") or print_jobs.device_name(tx, before.device)
    at = local(before.at, zone_of(tx)).strftime("%m-%d %H:%M")
    raise Refused("printed_already", at=at, by=by, printer=before.queue)


def _note(caller: Caller, tx: Transaction, event: str, kind: str, row: str, queue: str) -> str:
    is_again = print_jobs.latest(tx, kind, row) is not None
    return tx.insert(
        PrintJob(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, kind=kind, object=row, at=tx.now,
            queue=queue, again=int(is_again), device=tx.writer,
        )
    )  # fmt: skip
