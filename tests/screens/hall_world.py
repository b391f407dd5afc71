"""A hall in the middle of a morning: tables, a companion, an executive, and families who hold numbers."""

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.store import Store
from desktop.services.events import events
from desktop.services.guests import check_ins, clients
from desktop.services.hall import arriving, hosts
from desktop.services.opening import found_project
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator

NOW_MS = 1_779_500_000_000  # 23 May 2026, in the morning in Shanghai
MINUTE_MS = 60_000
FAMILIES = (
    ("陈知夏", "女士", "6-2-1201", "vip", 14), ("沈一诺", "先生", "9-1-301", "risk", 11),
    ("顾南乔", "女士", "2-1-702", "", 7), ("单雨桐", "先生", "6-2-1102", "", 3),
    ("欧阳清和", "女士", None, "vip risk", 1),
)  # fmt: skip


@dataclass(slots=True)
class World:
    """A database file and the ids in it; `turns` and `clients` by name."""

    file: Path
    event: str
    hosts: dict[str, str]
    turns: dict[str, str] = field(default_factory=dict)
    clients: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def opened(self) -> tuple[Caller, Store]:
        """The database as another program sees it; the caller closes it."""
        from desktop.services.opening import open_database

        store = open_database(self.file)
        store.clock = lambda: NOW_MS
        return administrator(store), store


def copied(made: World, folder: Path) -> World:
    """The same hall in a file of its own, to be written into."""
    for beside in made.file.parent.glob(f"{made.file.name}*"):
        if beside.is_file():
            shutil.copy2(beside, folder / beside.name)
    return replace(made, file=folder / made.file.name)


def hall(folder: Path) -> World:
    """An event with three hosts at tables, a companion and an executive, and families sent to whoever is free."""
    file = folder / "hall.db"
    with found_project(file, name="青禾", mark="青", device_name="签到台", passphrase=None) as store:
        office = administrator(store)
        store.clock = lambda: NOW_MS - 60 * MINUTE_MS
        starts, ends = "2026-05-23 08:00", "2026-05-23 18:00"
        event = events.add(office, store, node="site_open_day", title="工地开放日", starts=starts, ends=ends)
        made = World(file, event, {})
        for name, level, part, place in (
            ("宋明远", "regional_president", "host", "A6"), ("韩若川", "project_gm", "host", "A2"),
            ("苏棠", "staff", "host", "A10"), ("何苗", "staff", "companion", ""),
            ("邱野", "group_executive", "executive", "贵宾室"),
        ):  # fmt: skip
            made.hosts[name] = staff.add(office, store, name=name, level=level, roles=("host",))
            hosts.seat(office, store, event=event, staff=made.hosts[name], part=part, place=place)
        for name, title, room, marks, waited in FAMILIES:
            store.clock = lambda waited=waited: NOW_MS - waited * MINUTE_MS  # type: ignore[misc]
            check_in, client = check_ins.walk_in(office, store, event=event, name=name, phone=None, room=room)
            clients.set_fields(office, store, client=client, changes={"title": title, "marks": marks})
            turn = arriving.arrive(office, store, event=event, check_in=check_in)
            made.turns[name], made.clients[name], made.numbers[name] = turn.turn, client, turn.number
    return made
