"""Before the day: the office founds the project, takes the list in, invites, and makes the other devices ready."""

import csv
from dataclasses import dataclass
from pathlib import Path

from db.store import Store
from desktop.cli.demo.list_file import BAD, DUPLICATES, write_list, write_other_list
from desktop.cli.demo.people import MISSPELT, OTHER_EVENT, STAFF, invented_clients
from desktop.cli.demo.people import OFFICE as COORDINATOR
from desktop.cli.demo.stage import Stage, expect
from desktop.services.events import events
from desktop.services.exchange import cards, packages
from desktop.services.guests import invitations
from desktop.services.inviting import contacts
from desktop.services.opening import caller_as, found_project, join_project
from desktop.services.papers import forms
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.services.rosters.imports import ImportResult, import_list

PROJECT, COMPANY, SERVICE_LINE = "青禾里", "青禾置业", "400-000-0000 9:00-18:00"
OPEN_DAY, HANDOVER = "工地开放日", "交付预约日"
OFFICE, KIOSKS, LAPTOPS = "office", ("kiosk-1", "kiosk-2"), ("laptop-1", "laptop-2")
_DEVICES = (("kiosk-1", "东门签到台", "kiosk"), ("kiosk-2", "西门签到台", "kiosk"), ("laptop-1", "一号接待桌", "host"),
            ("laptop-2", "二号接待桌", "host"))  # fmt: skip
_SLOW = {"kiosk-2": 3}
REVOKED = 3
# What came of calling one after the other; nothing for whom nobody reached so far.
_ANSWERS = ("confirmed", "confirmed", "", "confirmed", "unreachable", "", "confirmed")


@dataclass(frozen=True, slots=True)
class Guest:
    """An invited client as the list for sending has them; `picture` shows the code `token`."""

    client: str
    name: str
    slot: str
    token: str
    picture: Path


@dataclass(frozen=True, slots=True)
class Invited:
    """Everybody with a code: to the open day, those of them revoked since, and to the other event."""

    event: str
    guests: tuple[Guest, ...]
    revoked: tuple[Guest, ...]
    elsewhere: tuple[Guest, ...]
    listed: ImportResult
    pages: int
    forms: int


@dataclass(frozen=True, slots=True)
class Office:
    """The office's open database and the ids of the staff by name."""

    store: Store
    staff: dict[str, str]


def found(stage: Stage) -> Office:
    """Found the project and enter its staff."""
    store = stage.keep(
        found_project(
            stage.database(OFFICE), name=PROJECT, mark=None, device_name="办公室", passphrase=stage.passphrase,
            company=COMPANY, service_line=SERVICE_LINE,
        )
    )  # fmt: skip
    caller = administrator(store)
    ids = {
        one.name: staff.add(
            caller, store, name=one.name, level=one.level, department=one.department, post=one.post, roles=one.roles
        )
        for one in STAFF
    }
    return Office(store, ids)


def invite(stage: Stage, office: Office, clients: int) -> Invited:
    """Take both lists in, print and draw the invitations, and take three back."""
    caller, store = caller_as(office.store, COORDINATOR), office.store
    day, later = stage.date(0), stage.date(14)
    event = events.add(
        caller, store, node="site_open_day", title=OPEN_DAY, starts=f"{day}T09:00", ends=f"{day}T17:00",
        place="青禾里二期 6 栋现场", slots=_slots(clients),
    )  # fmt: skip
    for one in STAFF:
        part = next((part for part in events.PARTS if part in one.roles), "")
        if part:
            events.put_staff(caller, store, event=event, staff=office.staff[one.name], part=part)
    other = events.add(
        caller, store, node="delivery", title=HANDOVER, starts=f"{later}T09:00", ends=f"{later}T16:00",
        place="青禾里物业服务中心",
    )  # fmt: skip
    write_list(stage.path("list.xlsx"), invented_clients(clients, stage.random), stage.random)
    listed = import_list(caller, store, file=stage.path("list.xlsx"), event=event)
    counted = (listed.read, listed.added, listed.duplicates, len(listed.rejected))
    expect("list", (clients + DUPLICATES + BAD, clients, DUPLICATES, BAD), counted)
    write_other_list(stage.path("handover.csv"))
    short = import_list(caller, store, file=stage.path("handover.csv"), event=other)
    expect("handover list", len(OTHER_EVENT), short.added)
    stage.tell(
        "list", f"名单 {listed.read} 行：新增 {listed.added}，重复 {listed.duplicates}，未导入 {len(listed.rejected)}",
        f"list of {listed.read} rows: {listed.added} added, {listed.duplicates} duplicates,"
        f" {len(listed.rejected)} not taken",
    )  # fmt: skip
    guests, pages = _issue(stage, office, event, OPEN_DAY, stage.path("invitations.pdf"))
    elsewhere, _ = _issue(stage, office, other, HANDOVER, None)
    blank = forms.write_forms(caller, store, event=event, pdf=stage.path("forms.pdf"))
    expect("missing glyphs: forms", (), blank.missing)
    revoked = tuple(stage.random.sample([guest for guest in guests if guest.name != MISSPELT], REVOKED))
    _call(office, event, guests, revoked)
    for guest in revoked:
        invitations.revoke(caller, store, client=guest.client, event=event)
    stage.tell(
        "invitations",
        f"邀请卡与 {len(guests)} 张邀请码图片，{blank.pages} 页空白反馈表",
        f"invitation sheet and {len(guests)} pictures of codes, {blank.pages} blank forms",
    )
    return Invited(event, guests, revoked, elsewhere, listed, pages, blank.pages)


def _slots(clients: int) -> str:
    """The open day's slots, the first of them with hardly a place to spare."""
    return "\n".join(
        f"{hours} {name} | {max(clients * share // 100, 4)}"
        for hours, name, share in (
            ("09:00-10:30", "上午一场", 96), ("10:30-12:00", "上午二场", 70), ("13:30-15:00", "下午一场", 70),
            ("15:00-16:30", "下午二场", 60),
        )
    )  # fmt: skip


def _call(office: Office, event: str, guests: tuple[Guest, ...], revoked: tuple[Guest, ...]) -> None:
    """The week before: everybody gets the invitation, many are called, and who is revoked has said why."""
    caller = caller_as(office.store, COORDINATOR)
    with office.store.transaction(verb="invitation.contact", by=caller.staff) as tx:
        contacts.sent(caller, tx, event=event)
        for number, guest in enumerate(guests):
            result = "declined" if guest in revoked else _ANSWERS[number % len(_ANSWERS)]
            if result:
                words = "那天出差，来不了" if result == "declined" else None
                contacts.contact(caller, tx, event=event, client=guest.client, result=result, words=words)


def _issue(stage: Stage, office: Office, event: str, title: str, pdf: Path | None) -> tuple[tuple[Guest, ...], int]:
    """Issue an event's invitations; who has which code, read from the list for sending, and the pages of the sheet."""
    folder = stage.path("codes")
    folder.mkdir(exist_ok=True)
    list_file = folder / f"{title}.csv"
    caller = caller_as(office.store, COORDINATOR)
    issued = invitations.issue(caller, office.store, event=event, pdf=pdf, png=folder / title, list_file=list_file)
    expect("missing glyphs: invitations", (), issued.missing)
    with list_file.open(encoding="utf-8-sig", newline="") as stream:
        rows = sorted(csv.DictReader(stream), key=lambda row: (row["name"], row["phone"]))
    guests = [Guest(row["client_id"], row["name"], row["slot"], row["token"], Path(row["image"])) for row in rows]
    return tuple(guests), issued.pages


def join(stage: Stage, office: Office) -> dict[str, Store]:
    """Make the other devices from the office's card, compare fingerprints, and hand them the list as a package."""
    caller = caller_as(office.store, COORDINATOR)
    card, package = stage.path("project.card"), stage.path("packages") / "office-list.qinting"
    package.parent.mkdir(exist_ok=True)
    cards.write_card(caller, office.store, file=card)
    devices: dict[str, Store] = {}
    for device, name, role in _DEVICES:
        store = join_project(stage.database(device), card, device_name=name, role=role, passphrase=stage.passphrase)
        devices[device] = stage.keep(store, slow_minutes=_SLOW.get(device, 0))
        cards.trust(caller, office.store, fingerprint_text=cards.own_fingerprint(store))
    packages.export(caller, office.store, file=package)
    for store in devices.values():
        taken = packages.take_in(administrator(store), store, file=package)
        expect("list handed on", ("merged", 0), (taken.outcome, taken.conflicts))
    stage.tell("devices", "两台签到台、两台接待桌各有自己的数据库，已收到名单",
               "two kiosks and two laptops have databases of their own and the list")  # fmt: skip
    return devices
