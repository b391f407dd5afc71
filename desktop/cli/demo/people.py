"""Invented people: the staff of the demo and its clients, the same for the same seed; nobody of them exists."""

from dataclasses import dataclass, replace
from itertools import product
from random import Random

OFFICE, RECORDERS, DOORS = "何苗", ("周予安", "江晚"), ("叶青禾", "方小满")
EXECUTIVES = ("宋明远", "韩若川", "陆文谦", "苏棠")
HANDLERS = {
    "engineering": "罗启明", "research_design": "纪南星", "marketing": "祁可心", "property": "丁向阳",
    "client_relations": OFFICE,
}  # fmt: skip
DEPARTMENT_HEAD, CALLBACK, LEAD = "程砚秋", "白露", "顾闻笛"
# Two devices will correct this name apart, each in its own way.
MISSPELT, CORRECTED = "单思原", ("单思源", "单思沅")


@dataclass(frozen=True, slots=True)
class Member:
    """One of ours, as `staff add` takes it."""

    name: str
    level: str
    department: str
    post: str
    roles: tuple[str, ...]


STAFF = (
    Member("宋明远", "regional_president", "president_office", "区域总裁", ("host",)),
    Member("韩若川", "project_gm", "president_office", "项目总经理", ("host",)),
    Member("陆文谦", "regional_functional_head", "engineering", "工程总监", ("host",)),
    Member("苏棠", "regional_functional_head", "research_design", "研发设计总监", ("host",)),
    Member(OFFICE, "staff", "client_relations", "客关主管", ("coordinator", "handler")),
    Member(RECORDERS[0], "staff", "client_relations", "记录员", ("recorder",)),
    Member(RECORDERS[1], "staff", "client_relations", "记录员", ("recorder",)),
    Member(DOORS[0], "staff", "marketing", "签到接待", ("kiosk",)),
    Member(DOORS[1], "staff", "property", "签到接待", ("kiosk",)),
    Member("罗启明", "staff", "engineering", "现场工程师", ("handler",)),
    Member("纪南星", "staff", "research_design", "建筑设计师", ("handler",)),
    Member("祁可心", "staff", "marketing", "签约专员", ("handler",)),
    Member("丁向阳", "staff", "property", "物业工程主管", ("handler",)),
    Member(DEPARTMENT_HEAD, "staff", "engineering", "工程部经理", ("department_head",)),
    Member(CALLBACK, "staff", "client_relations", "回访员", ("callback",)),
    Member(LEAD, "staff", "client_relations", "区域客关负责人", ("supervisor",)),
)
ADVISERS = ("沈一诺", "许愿", "田野", "秦若水")

# Surnames that a dictionary reads otherwise, two characters long, rare characters, a name with a dot.
_NOTABLE = (
    (MISSPELT, "先生"), ("曾望舒", "女士"), ("解语真", "女士"), ("仇千里", "先生"), ("查若初", "女士"),
    ("翟明月", "女士"), ("区景和", "先生"), ("朴书雅", "女士"), ("欧阳听雨", "女士"), ("司马清和", "先生"),
    ("上官知秋", "女士"), ("令狐远山", "先生"), ("李𬭚", "先生"), ("周㛃", "女士"), ("阿依古丽·买买提明", "女士"),
    ("王若溪", "女士"), ("王若溪", "女士"),
)  # fmt: skip
_SURNAMES = (
    "王李张刘陈杨赵黄吴徐孙胡朱高林郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
)
_GIVEN_FEMALE = "知夏 若岚 听澜 语禾 念初 婉棠 素商 采薇 静姝 沐瑶 书意 佩兰 晚晴 芷宁 云舒 青黛 疏影 令仪"
_GIVEN_MALE = "安和 一舟 远帆 景行 怀瑾 承砚 牧野 望川 修远 砚农 谨行 子衡 松涛 临渊 既明 守拙 克己 润生"
_SLOTS = ("09:00-10:30", "10:30-12:00", "13:30-15:00", "15:00-16:30")
_SLOT_WEIGHTS = (38, 22, 24, 16)
_RELATIONS = ("业主", "业主", "业主", "产权人", "业主", "家属", "配偶", "", "租户", "意向客户")
_CHANNELS = ("自访", "老带新", "线上", "自访", "", "中介", "自访")
_NOTES = (
    "听力不好，请说大声些",
    "带小孩，需要儿童座椅",
    "坐轮椅，走无障碍通道",
    "上午不方便，下午来",
    "要求见工程负责人",
)
# Kept free for tests: no operator has given these numbers to anybody we know of.
_FIRST, _SECOND = "1990000", "1990001"


@dataclass(frozen=True, slots=True)
class Listed:
    """A client as the sales team knows them; `room` is building, unit and room number, `phones` are canonical."""

    name: str
    title: str
    phones: tuple[str, ...]
    room: tuple[int, int, int]
    relation: str
    adviser: str
    slot: str
    companions: int | None
    note: str
    channel: str = ""


def invented_clients(count: int, random: Random) -> tuple[Listed, ...]:
    """`count` clients: notable names first, then drawn ones, every pair of name and phone once."""
    names = [*_NOTABLE, *_drawn_names(count, random)][:count]
    rooms = random.sample(_all_rooms(), count)
    found: list[Listed] = []
    for number, ((name, title), room) in enumerate(zip(names, rooms, strict=True)):
        listed = Listed(
            name=name,
            title=title if random.random() > 0.06 else "",
            phones=_phones(number, random),
            room=room,
            relation=random.choice(_RELATIONS),
            adviser=ADVISERS[number * len(ADVISERS) // count],
            slot=random.choices(_SLOTS, _SLOT_WEIGHTS)[0],
            companions=random.choice((None, None, 1, 1, 2, 3)),
            note=random.choice(_NOTES) if random.random() < 0.08 else "",
            channel=_CHANNELS[number % len(_CHANNELS)],
        )
        # Every twelfth belongs to the household of the one before.
        found.append(replace(listed, room=found[-1].room, relation="家属") if number % 12 == 11 else listed)
    return tuple(found)


def _drawn_names(count: int, random: Random) -> list[tuple[str, str]]:
    """Names with their titles, all different as long as the pools last."""
    pool = [(surname + given, "女士") for surname, given in product(_SURNAMES, _GIVEN_FEMALE.split())]
    pool += [(surname + given, "先生") for surname, given in product(_SURNAMES, _GIVEN_MALE.split())]
    random.shuffle(pool)
    return (pool * (1 + count // len(pool)))[:count]


def _all_rooms() -> list[tuple[int, int, int]]:
    floors = [floor * 100 + door for floor in range(1, 27) for door in range(1, 5)]
    return [(building, unit, room) for building in range(1, 13) for unit in (1, 2, 3) for room in floors]


def _phones(number: int, random: Random) -> tuple[str, ...]:
    # The first few are always reachable: the story of the day needs them.
    chance = 1.0 if number < len(_NOTABLE) else random.random()
    if chance < 0.06:
        return ()
    first = f"{_FIRST}{number:04d}"
    return (first, f"{_SECOND}{number:04d}") if chance < 0.12 else (first,)


WALK_INS: tuple[tuple[str, str | None, str | None], ...] = (
    ("贺兰心", "199 0000 9101", "9-2-1802"), ("尹子墨", None, "2-1-0501"), ("邹平野", "19900009103", None),
    ("白昭昭", None, None), ("龚望北", "199-0000-9105", "11栋1单元2203"), ("路遥知", "19900009106", None),
    ("季南枝", None, "4-3-1104"), ("慕容雪", "19900009108", "7-1-0302"),
)  # fmt: skip
OTHER_EVENT: tuple[tuple[str, str, str], ...] = (
    ("裴清越", "19900009201", "1-1-0901"), ("颜如许", "19900009202", "1-1-1402"), ("柏舟", "19900009203", "1-2-0603"),
    ("施南乔", "19900009204", "2-2-1701"), ("关山月", "19900009205", "2-3-2204"),
)  # fmt: skip
