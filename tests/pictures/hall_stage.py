"""A hall in full swing for the camera: a demo's office in which tables are given out and families hold numbers."""

from pathlib import Path

from desktop.services.guests import check_ins, clients
from desktop.services.hall import arriving, calling, directing, hosts, overview, screens
from desktop.services.opening import open_database
from desktop.services.people import staff
from desktop.services.registry import administrator

MINUTE_MS = 60_000
TABLES = ("A6", "A2", "A3", "A5", "A8", "B1", "B2", "B3")
WALK_INS = (
    ("陈知夏", "女士", "vip"), ("沈一诺", "先生", "risk"), ("顾南乔", "女士", ""), ("单雨桐", "先生", ""),
    ("欧阳清和", "女士", "vip risk"), ("秦昭野", "先生", ""), ("许安和", "女士", ""), ("温若水", "女士", ""),
)  # fmt: skip


def direct_hall(file: Path, event: str, *, most: int) -> None:
    """Give at most `most` families of the demo numbers, and eight more who walk in; call some and greet some."""
    with open_database(file, None) as store:
        office, now = administrator(store), store.clock()
        people = [one.id for one, roles in staff.everybody(office, store) if "host" in roles]
        for person, place in zip(people, TABLES, strict=False):
            hosts.seat(office, store, event=event, staff=person, place=place)
        others = [one.id for one, roles in staff.everybody(office, store) if "host" not in roles]
        hosts.seat(office, store, event=event, staff=others[0], part="companion")
        waiting = overview.overview(office, store, event=event, now_ms=now).without[:most]
        turns: list[str] = []
        for number, (check_in, _at) in enumerate(waiting):
            store.clock = lambda number=number: now - (24 - number % 20) * MINUTE_MS  # type: ignore[misc]
            turns.append(arriving.arrive(office, store, event=event, check_in=check_in).turn)
        for number, (name, title, marks) in enumerate(WALK_INS):
            store.clock = lambda number=number: now - (14 - 2 * number) * MINUTE_MS if number < 7 else now  # type: ignore[misc]
            check_in, client = check_ins.walk_in(office, store, event=event, name=name, phone=None, room=None)
            clients.set_fields(office, store, client=client, changes={"title": title, "marks": marks})
            turns.append(arriving.arrive(office, store, event=event, check_in=check_in, party=number % 3 + 1).turn)
        first = turns[-len(WALK_INS)]
        # Somebody for the host whose window is photographed.
        directing.direct(office, store, turn=first, staff=people[0])
        directing.direct(office, store, turn=turns[-4], staff=people[0], direction="executive")
        directing.direct(office, store, turn=turns[-5], staff=people[2])
        store.clock = lambda: now - MINUTE_MS
        for turn in turns[-7:-5]:
            calling.call(office, store, turn=turn)
        store.clock = lambda: now
        calling.call(office, store, turn=turns[-5])
        for turn in turns[: -len(WALK_INS)][:3]:
            calling.greet(office, store, turn=turn)
        hosts.away(office, store, event=event, staff=people[1])


def pause_hall(file: Path, event: str) -> None:
    """Let every calling screen ask for patience."""
    with open_database(file, None) as store:
        screens.pause(administrator(store), store, event=event)
