"""Invented clients, events and concerns by the hundred thousand: always the same for the same seed."""

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence

from db.driver import Row, Value, first_value_op
from db.history import as_text
from db.ids import named_id
from db.records import (
    NAMES,
    CheckIn,
    Client,
    ClientUnit,
    Concern,
    ConcernStep,
    Event,
    Form,
    Invitation,
    Reception,
    Record,
    Staff,
    Unit,
    values,
)
from desktop.tokens.code import code_hash, make_code, spoken_number

Block = tuple[str, list[Row]]

# 1 May 2026 in UTC ms; a row follows the last one after a second.
START_MS = 1_777_593_600_000
STEP_MS = 1_000
SECRET = hashlib.sha256(b"bench").digest()
CLIENTS_AN_EVENT = 2_500
HOSTS = 8

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严单仇解查翟区朴"
)
_GIVEN = (
    "知夏明远若川棠苗文谦子涵雨桐欣怡浩然宇轩诗琪梓萱一诺思远嘉禾佳宁建国秀英志强丽华伟芳娜敏静磊洋勇艳杰涛超"
    "霞平刚桂香玉兰海燕晓东春梅国庆瑞云飞雪峰婷婷凯旋博文俊熙沐辰语嫣景行书瑶亦凡"
)
_WORDS = (
    "卫生间那个地面比外面还高一点，水一冲就往外跑。", "玄关柜放不下，样板间明明是放得下的。", "电梯口的灯晚上不亮。",
    "窗户关不严，下雨天渗水，地板都起鼓了。", "车位划得太窄，车门打不开。", "什么时候能拿到房产证？给个准话。",
)  # fmt: skip
_AREAS = ("product_quality", "engineering_quality", "service_quality", "organisation_support")
_DEPARTMENTS = ("engineering", "research_design", "client_relations", "property", "marketing")


class Invention:
    """A seeded source of ids, names, phones and rooms whose clock moves on with every row."""

    def __init__(self, seed: int, start_ms: int = START_MS) -> None:
        self.draw = random.Random(seed)  # invented data, not secrets
        self.now_ms = start_ms
        # Every invention builds a phase of its own: no two know the same room.
        self.phase = str(seed)
        self._serial = 0

    def id(self) -> str:
        """A UUIDv7 of the moment, the clock moved on."""
        self.now_ms += STEP_MS
        ms, bits = self.now_ms, self.draw.getrandbits(74)
        tail = 0x8000 | bits >> 60
        return f"{ms >> 16:08x}-{ms & 0xFFFF:04x}-7{bits & 0xFFF:03x}-{tail:04x}-{bits >> 12 & 0xFFFFFFFFFFFF:012x}"

    def name(self) -> str:
        """A surname and one or two characters."""
        given = self.draw.choices(_GIVEN, k=1 + (self.draw.random() < 0.8))
        return self.draw.choice(_SURNAMES) + "".join(given)

    def phone(self) -> str:
        """A mobile number of a block that is given to nobody."""
        return f"199{self.draw.randrange(100_000_000):08d}"

    def room(self) -> tuple[str, str, str]:
        """Building, unit and room, each room once."""
        self._serial += 1
        building, rest = divmod(self._serial, 240)
        unit, place = divmod(rest, 80)
        return str(building + 1), str(unit + 1), f"{place // 4 + 1}{place % 4 + 1:02d}"


def shape(prototype: Record, *varying: str) -> Callable[..., Row]:
    """A maker of rows like `prototype` that differ in the named columns; a tenth of the cost of making records."""
    names = NAMES[prototype.table]
    base, places = list(values(prototype)), [names.index(name) for name in varying]

    def make(*given: object) -> Row:
        row = base.copy()
        for place, value in zip(places, given, strict=True):
            row[place] = value
        return tuple(row)

    return make


def guests(seed: int, project: str, event: str, count: int) -> Iterator[Block]:
    """Clients with one room each and an invitation to `event`, in blocks; two in five live with another client."""
    make = Invention(seed)
    client = shape(Client(id="", created_at=0, name="", title="女士"), "id", "created_at", "name", "phone")
    invitation = shape(
        Invitation(id="", created_at=0, event=event, client="", code_hash="", spoken="", issued_at=START_MS),
        "id", "created_at", "client", "code_hash", "spoken",
    )  # fmt: skip
    for start in range(0, count, 5_000):
        clients = [client(make.id(), make.now_ms, make.name(), make.phone()) for _ in range(min(5_000, count - start))]
        ids = [row[0] for row in clients]
        yield "client", clients
        yield from homes(make, project, ids)
        yield (
            "invitation",
            [
                invitation(
                    invited := make.id(), make.now_ms, one, code_hash(make_code(event, SECRET, invited)), _spoken(make)
                )
                for one in ids
            ],
        )


def _spoken(make: Invention) -> str:
    return spoken_number(str(100_000 + make.draw.randrange(900_000)))


def homes(make: Invention, project: str, clients: list[str]) -> Iterator[Block]:
    """Two rooms for every five clients, and who lives where."""
    rooms = []
    for _ in range(-(-len(clients) * 2 // 5)):
        building, unit, room = make.room()
        key = f"{make.phase}/{building}/{unit}/{room}"
        rooms.append(
            (
                named_id("unit", project, key),
                key,
                f"{make.phase} 期 {building} 栋 {unit} 单元 {room}",
                building,
                unit,
                room,
            )
        )
    unit_row = shape(
        Unit(id="", created_at=0, key="", spoken=""),
        "id", "key", "spoken", "building", "unit", "room",
    )  # fmt: skip
    yield (
        "unit",
        [unit_row(id_, key, said, building, unit, room) for id_, key, said, building, unit, room in rooms],
    )
    link = shape(ClientUnit(id="", created_at=START_MS, client="", unit=""), "id", "client", "unit")
    links = [(one, rooms[place * 2 // 5][0]) for place, one in enumerate(clients)]
    yield "client_unit", [link(named_id("client_unit", one, unit), one, unit) for one, unit in links]


def event_of(make: Invention, number: int, starts_ms: int = START_MS) -> Event:
    """An open day."""
    return Event(
        id=make.id(), created_at=START_MS, number=number, node="site_open_day", title=f"工地开放日 {number}",
        starts_at=starts_ms, ends_at=starts_ms + 36_000_000, place="示范区",
    )  # fmt: skip


def office(seed: int, project: str, rows: int, start_ms: int = START_MS) -> Iterator[Block]:
    """What an office of many events holds: about `rows` rows, and two of history for every fifth of them.

    Of 100 rows 15 are clients, 15 their links to 6 rooms, 15 invitations, 15 numbered sheets, 15 check-ins, 5 talks,
    6 concerns, 8 steps. Edited: when an invitation was handed out, when a talk ended, a note, a department.
    """
    make = Invention(seed, start_ms)
    staff = [Staff(id=make.id(), created_at=start_ms, name=make.name(), level="project_gm") for _ in range(HOSTS)]
    yield "staff", [values(one) for one in staff]
    hosts = [one.id for one in staff]
    clients = rows * 15 // 100
    for number, start in enumerate(range(0, clients, CLIENTS_AN_EVENT), 1):
        event = event_of(make, number)
        yield "event", [values(event)]
        yield from _day(make, project, event.id, hosts, number, min(CLIENTS_AN_EVENT, clients - start))


def _day(make: Invention, project: str, event: str, hosts: list[str], number: int, count: int) -> Iterator[Block]:
    """One event: the list of clients, the sheets, the door, and what was said."""
    people = [(make.id(), make.now_ms, make.name(), make.phone()) for _ in range(count)]
    ids = [one[0] for one in people]
    client = shape(Client(id="", created_at=0, name="", title="先生"), "id", "created_at", "name", "phone", "note")
    noted = {one: "周末可来，请先打电话" for one in ids[::8]}
    yield "client", [client(*one, noted.get(one[0])) for one in people]
    yield from _edits(make, "client", "note", [(one, None, note) for one, note in noted.items()], hosts[0])
    yield from homes(make, project, ids)
    yield from _door(make, event, hosts, number, ids)
    yield from _talks(make, event, hosts, number, ids)


def _door(make: Invention, event: str, hosts: list[str], number: int, ids: list[str]) -> Iterator[Block]:
    invited = shape(
        Invitation(id="", created_at=0, event=event, client="", code_hash="", spoken=""),
        "id", "created_at", "client", "code_hash", "spoken", "issued_at",
    )  # fmt: skip
    # Two thirds have been handed out.
    cards = [(make.id(), make.now_ms, one, _hash(make), _spoken(make)) for one in ids]
    issued = {card[0]: make.now_ms + 1 for place, card in enumerate(cards) if place % 3}
    yield "invitation", [invited(*card, issued.get(card[0])) for card in cards]
    yield from _edits(make, "invitation", "issued_at", [(one, None, at) for one, at in issued.items()], hosts[0])
    form = shape(Form(id="", created_at=0, event=event, number="", client=""), "id", "created_at", "number", "client")
    yield "form", [form(make.id(), make.now_ms, f"青-{number:02d}-7K2A-{n:04d}", one) for n, one in enumerate(ids, 1)]
    arrived = shape(
        CheckIn(id="", created_at=0, event=event, outcome="welcomed", at=0, means="scan", admitted=1, desk="A"),
        "id", "created_at", "at", "client", "invitation", "code_hash",
    )  # fmt: skip
    yield "check_in", [arrived(make.id(), make.now_ms, make.now_ms, card[2], card[0], card[3]) for card in cards]


def _hash(make: Invention) -> str:
    return f"{make.draw.getrandbits(256):064x}"


def _talks(make: Invention, event: str, hosts: list[str], number: int, ids: list[str]) -> Iterator[Block]:
    talk = shape(
        Reception(id="", created_at=0, event=event, host="", started_at=0, number=""),
        "id", "created_at", "host", "started_at", "number", "client", "ended_at",
    )  # fmt: skip
    talks = [
        (make.id(), make.now_ms, make.draw.choice(hosts), make.now_ms, f"青-{number:02d}-7K2A-{n:04d}", one)
        for n, one in enumerate(ids, 1)
        if n % 3 == 0
    ]
    ended = {one[0]: one[1] + 900_000 for one in talks}
    yield "reception", [talk(*one, ended[one[0]]) for one in talks]
    yield from _edits(make, "reception", "ended_at", [(one, None, at) for one, at in ended.items()], hosts[1])
    # 6 concerns for every 5 talks, and every third of them a step further on.
    said = [(talks[n * 5 // 6], n) for n in range(len(talks) * 6 // 5)]
    yield from _concerns(make, event, hosts, [(one[0], one[5], f"{one[4]}-{n + 1}") for one, n in said])


def _concerns(make: Invention, event: str, hosts: list[str], said: list[tuple[str, str, str]]) -> Iterator[Block]:
    concern = shape(
        Concern(
            id="", created_at=0, event=event, number="", words="", type="complaint", received_by=hosts[0],
            occurred_at=0, channel="face_to_face", grade="2", wish="书面答复",
        ),
        "id", "created_at", "number", "words", "occurred_at", "client", "reception", "area", "department",
    )  # fmt: skip
    draw = make.draw
    rows = [
        concern(
            make.id(), make.now_ms, number, "".join(draw.sample(_WORDS, 2)), make.now_ms, client, talk,
            draw.choice(_AREAS), draw.choice(_DEPARTMENTS) if place % 2 else None,
        )
        for place, (talk, client, number) in enumerate(said)
    ]  # fmt: skip
    yield "concern", rows
    place = NAMES["concern"].index("department")
    moved = [(row[0], None, row[place]) for row in rows if row[place]]
    yield from _edits(make, "concern", "department", moved, hosts[2])
    step = shape(
        ConcernStep(
            id="", created_at=0, concern="", state="", decided_by=hosts[0], entered_by=hosts[0], means="in_person",
            at=0, facts='{"grade":"2"}',
        ),
        "id", "created_at", "concern", "state", "at", "parent",
    )  # fmt: skip
    first = [step(make.id(), make.now_ms, row[0], "recorded", make.now_ms, None) for row in rows]
    after = [
        step(make.id(), make.now_ms, row[0], "answered", make.now_ms, begun[0])
        for row, begun in list(zip(rows, first, strict=True))[::3]
    ]
    yield "concern_step", [*first, *after]


def _edits(
    make: Invention, table: str, col: str, cells: Sequence[tuple[str, Value, Value]], who: str
) -> Iterator[Block]:
    """The history of cells that were edited once: (row id, first value, shown value)."""
    rows: list[Row] = []
    for row_id, first, shown in cells:
        named, op = first_value_op(first), f"{make.draw.getrandbits(128):032x}"
        rows.append((table, row_id, col, named, "", as_text(first), 0, None, None))
        rows.append((table, row_id, col, op, named, as_text(shown), make.now_ms + 1, who, "invented-writer"))
    yield "edit", rows
