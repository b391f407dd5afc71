"""Two client lists as sales offices send them, with what their import must answer; every name is invented."""

import csv
import io
import random
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

SEED = 4008
IN_CSV, IN_XLSX = 36, 24
SURNAMES = (
    "单",
    "曾",
    "解",
    "仇",
    "查",
    "翟",
    "区",
    "朴",
    "盖",
    "欧阳",
    "上官",
    "令狐",
    "蔺",
    "苗",
    "柏",
    "水",
    "窦",
    "章",
    "云",
)
GIVEN = (
    "听澜",
    "望舒",
    "既明",
    "若木",
    "知远",
    "清和",
    "时雨",
    "鹿鸣",
    "采薇",
    "朝颜",
    "星野",
    "南乔",
    "怀瑾",
    "北辰",
    "闻笛",
)
BUTLERS = ("温言", "麦冬")
# The same woman, written down by two colleagues in two ways.
TWICE = ("骆雨桐", "骆雨彤")


@dataclass(frozen=True, slots=True)
class Guest:
    """A person of the lists."""

    name: str
    title: str
    phone: str
    building: int
    unit: int
    room: str
    butler: str


def guests() -> tuple[Guest, ...]:
    """Everybody of both lists, the CSV's first; names and telephones occur once."""
    draw = random.Random(SEED)
    names = draw.sample([surname + given for surname in SURNAMES for given in GIVEN], IN_CSV + IN_XLSX)
    names[5] = TWICE[0]
    return tuple(
        Guest(
            name,
            draw.choice(("先生", "女士")),
            f"139{draw.randrange(1000):03d}{number:05d}",
            draw.randint(1, 9),
            draw.randint(1, 3),
            f"{draw.randint(1, 28):02d}{draw.randint(1, 4):02d}",
            draw.choice(BUTLERS),
        )
        for number, name in enumerate(names, start=1)
    )


def write_csv(file: Path, people: tuple[Guest, ...]) -> None:
    """A list in GB18030 with a title above, two repeats and three rows that cannot be taken."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["听松苑交付邀请名单（第一批）"])
    rows.writerow([])
    rows.writerow(
        ["序号", "客户姓名*", " 性 别", "联系电话（必填）", "楼栋", "单元", "室号", "专属管家", "场次", "同行人数"]
    )
    for number, one in enumerate(people, start=1):
        sex = {"先生": "男", "女士": "女"}[one.title]
        room = (f"{one.building}栋", f"{one.unit}单元", one.room)
        rows.writerow([number, one.name, sex, one.phone, *room, one.butler, "09:00-10:00", "2人"])
    spaced = " ".join(people[0].name)
    wide = people[1].phone.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    rows.writerow(["", spaced, "", people[0].phone, "", "", "", "", "", ""])
    rows.writerow(["", people[1].name, "", wide, "", "", "", "", "", ""])
    rows.writerow(["", "邬短号", "男", "1390013", "1栋", "1单元", "0101", "", "", ""])
    rows.writerow(["", "", "女", "13900000000", "1栋", "1单元", "0102", "", "", ""])
    rows.writerow(["合计", "合计", "", "", "", "", "", "", "", str(len(people))])
    file.write_bytes(out.getvalue().encode("gb18030"))


def write_xlsx(file: Path, people: tuple[Guest, ...], known: tuple[Guest, ...]) -> None:
    """A workbook under a merged title, telephones as numbers and texts; `known` stand in the CSV, two with news."""
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("第二批")
        sheet.merge_range(0, 0, 0, 5, "第二批 2nd list")
        sheet.write_row(1, 0, ["Name", "称呼", "Mobile", "房间号", "置业顾问", "备注"])
        row = 2
        for number, one in enumerate((*people, *known)):
            spelled = f"+86 {one.phone[:3]}-{one.phone[3:7]}-{one.phone[7:]}" if number % 3 else int(one.phone)
            is_known = number >= len(people)
            note = "带婴儿车" if number >= len(people) + len(known) - 2 else ""
            room = f"{one.building}-{one.unit}-{one.room}"
            sheet.write_row(row, 0, [one.name, one.title, spelled, room, "-" if is_known else one.butler, note])
            row += 1
        sheet.write_row(row, 0, ["水无房", "先生", "13900000001", "看过再说", "", ""])


def write_short(file: Path, people: tuple[tuple[str, str], ...]) -> None:
    """Names and telephones only."""
    lines = ["\ufeff姓名,手机", *(f"{name},{phone}" for name, phone in people)]
    file.write_text("\r\n".join(lines), encoding="utf-8")
