"""Invitations: the sheet, the pictures and the list with a ready message; revoking."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import clients, invitations
from db.errors import Refused
from db.files import file_trouble, write_durably
from db.records import Client, Event, Invitation
from db.store import Reader, Transaction
from desktop.paper.content import EventHead, InvitationCard, Missing, Report
from desktop.rules.times import local
from desktop.services.guests.clients import name_with_title
from desktop.services.guests.codes import code_of
from desktop.services.papers.heads import event_head
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of

CSV_COLUMNS = (
    "client_id", "name", "title", "phone", "room", "slot", "owner", "spoken", "token", "image", "message",
)  # fmt: skip
_TOLD_EVERY = 20
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Issued:
    """How many invitations were printed or handed out; `elsewhere` were issued by another office and are not here."""

    invitations: int
    elsewhere: int
    pages: int
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class _Guest:
    invitation: Invitation
    client: Client
    room: str
    owner: str
    token: str


@verb("invitation.issue", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def issue(
    _caller: Caller,
    tx: Transaction,
    *,
    event: str,
    pdf: Path | None = None,
    png: Path | None = None,
    list_file: Path | None = None,
    owner: str | None = None,
    client: str | None = None,
    is_card: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Issued:
    """Print and hand out the invitations of an event; phones stand in full in the list, which is why it is journalled.

    With `owner`, the name of one of ours, only those of the clients whom that person looks after; with `client` only
    theirs, which is Refused `not_invited` where they have none that holds. The paper has eight to a sheet of A4, with
    `is_card` each on an A6 card of its own.
    A code is the same each time. Raises StoreTrouble when a file cannot be written.
    """
    guests, elsewhere = _guests(tx, event)
    guests = [guest for guest in guests if owner is None or guest.owner == owner]
    if client is not None:
        root = clients.root(tx, client)
        guests = [guest for guest in guests if guest.client.id == root]
        if not guests:
            raise Refused("not_invited", client=client)
    pages, missing = 0, tuple[Missing, ...]()
    try:
        if pdf:
            report = _paper(is_card=is_card)([_card(guest) for guest in guests], event_head(tx, event), pdf)
            pages, missing = report.pages, report.missing
        images = _write_pictures(guests, png, progress) if png else {}
        if list_file:
            _write_list(tx, event, guests, images, list_file)
    except OSError as error:
        raise file_trouble(error, pdf or png or list_file or Path()) from error
    for guest in guests:
        if guest.invitation.issued_at is None:
            tx.save("invitation", guest.invitation.id, {"issued_at": tx.now})
    tx.subject = event
    return Issued(len(guests), elsewhere, pages, missing)


def _paper(*, is_card: bool) -> Callable[[Sequence[InvitationCard], EventHead, Path], Report]:
    if is_card:
        from desktop.paper.invitation_cards import invitation_cards

        return invitation_cards
    from desktop.paper.invitations import invitation_sheet

    return invitation_sheet


def _guests(tx: Transaction, event: str) -> tuple[list[_Guest], int]:
    guests: list[_Guest] = []
    elsewhere = 0
    # Two records joined to one person get one card.
    seen: set[str] = set()
    for invitation in invitations.living(tx, event):
        client, token = tx.get(Client, clients.root(tx, invitation.client)), code_of(tx, invitation)
        if token is None:
            elsewhere += 1
        elif client is not None and client.id not in seen:
            seen.add(client.id)
            owner = clients.owner(tx, client.id)
            room = clients.room_spoken(tx, client.id)
            guests.append(_Guest(invitation, client, room, owner.name if owner else "", token))
    return sorted(guests, key=_sheet_order), elsewhere


def _sheet_order(guest: _Guest) -> tuple[str, tuple[tuple[int, str], ...], str]:
    """By who sends it, then by room as one walks through the building, then by name."""
    return guest.owner, clients.walking_order(guest.room), guest.client.name


def _card(guest: _Guest) -> InvitationCard:
    return InvitationCard(
        name=guest.client.name, title=guest.client.title or "", room=guest.room, slot=guest.invitation.slot or "",
        token=guest.token, spoken=guest.invitation.spoken,
    )  # fmt: skip


def _write_pictures(guests: list[_Guest], folder: Path, progress: Callable[[int, int], None] | None) -> dict[str, Path]:
    """One PNG a client, in a folder per owner, named room_name.png; namesakes of one room get a number."""
    from desktop.tokens.image import qr_png

    written: dict[str, Path] = {}
    taken: set[Path] = set()
    for number, guest in enumerate(guests, 1):
        place = folder / (safe_name(guest.owner) or "未分配")
        place.mkdir(parents=True, exist_ok=True)
        stem = "_".join(part for part in (safe_name(guest.room), safe_name(guest.client.name)) if part)
        file = place / f"{stem}.png"
        if file in taken:
            file = place / f"{stem}_{guest.invitation.spoken}.png"
        taken.add(file)
        qr_png(guest.token, file, caption=name_with_title(guest.client))
        written[guest.invitation.id] = file
        if progress and number % _TOLD_EVERY == 0:
            progress(number, len(guests))
    return written


def safe_name(text: str) -> str:
    """A file name without anything a file system minds: no leading dot, at most 36 characters of 3 bytes."""
    return _UNSAFE.sub("", text.replace(" ", "")).lstrip(".")[:36]


def _write_list(tx: Reader, event: str, guests: list[_Guest], images: dict[str, Path], file: Path) -> None:
    """The CSV for sending, UTF-8 with a mark that office programs know."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(CSV_COLUMNS)
    for guest in guests:
        image = images.get(guest.invitation.id)
        cells = (
            guest.client.id, guest.client.name, guest.client.title or "", guest.client.phone or "", guest.room,
            guest.invitation.slot or "", guest.owner, guest.invitation.spoken, guest.token,
            str(image) if image else "", message(tx, event, guest.client, guest.invitation, guest.room),
        )  # fmt: skip
        writer.writerow([no_formula(cell) for cell in cells])
    write_durably(file, text.getvalue().encode("utf-8-sig"))


def no_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe in front of a suspicious beginning."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA_START) else cell


def message(reader: Reader, event_id: str, client: Client, invitation: Invitation, room: str) -> str:
    """A message ready to be pasted into a chat."""
    event = reader.get(Event, event_id)
    if event is None:
        return ""
    starts = local(event.starts_at, zone_of(reader))
    when = f"{starts.month}月{starts.day}日 {invitation.slot or starts.strftime('%H:%M')}"
    place = f"，地点：{event.place}" if event.place else ""
    spoken = f"{invitation.spoken[:3]} {invitation.spoken[3:]}"
    for_room = f"（{room}）" if room else ""
    return (
        f"{name_with_title(client)}您好{for_room}：诚邀您参加“{event.title}”，时间：{when}{place}。"
        f"到场请出示邀请码，或报数字 {spoken}。"
    )


@verb("invitation.revoke", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def revoke(_caller: Caller, tx: Transaction, *, client: str, event: str) -> int:
    """Take back a client's invitations to an event; no new one is made. Raises Refused `not_invited`."""
    mine = [one for one in invitations.living(tx, event) if clients.root(tx, one.client) == clients.root(tx, client)]
    if not mine:
        raise Refused("not_invited", client=client)
    for invitation in mine:
        tx.save("invitation", invitation.id, {"revoked_at": tx.now})
    tx.subject = client
    return len(mine)
