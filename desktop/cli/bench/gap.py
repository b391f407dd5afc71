"""How long the window lets a person wait at most while a long list and a large package come in."""

import random
from pathlib import Path

from desktop.cli.bench import merge
from desktop.cli.bench.places import PASSPHRASE, opened, stopwatch
from desktop.cli.bench.report import Bound, Row, Run, Words
from desktop.cli.session import Session
from desktop.services.events import events
from desktop.services.exchange import cards
from desktop.services.registry import administrator

GUESTS, ROWS = 100_000, 200_000
MOST_MS = 50
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "知夏若水星河南一苇青禾子墨雨桐明远清扬安然"
PHASES = (
    ("look", "预览名单", "looking at the list"), ("import", "导入名单", "taking the list in"),
    ("inspect", "预览数据包", "looking at the package"), ("merge", "合并数据包", "merging the package"),
)  # fmt: skip


def measure(session: Session, folder: Path, guests: int = GUESTS, rows: int = ROWS) -> tuple[Row, ...]:
    """The office's real window does all four in a process of its own; once, as the longest of thousands counts."""
    session.progress(f"停顿：准备 {guests:,} 位客户和 {rows:,} 行", f"gap: making {guests:,} guests and {rows:,} rows")
    write_list(folder / "list.csv", guests)
    files = merge.prepare(folder, rows, 2)
    with opened(folder / "source.db", keyed=False) as source:
        fingerprint = cards.own_fingerprint(source)
    data = folder / "empty.db"
    with opened(data) as store:
        office = administrator(store)
        cards.trust(office, store, fingerprint_text=fingerprint)
        events.add(office, store, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00")
    session.progress("停顿：窗口工作中", "gap: the window at work")
    found, _ = stopwatch("gap", str(data), PASSPHRASE, str(folder / "list.csv"), str(files.full))
    rest = Words("同一窗口空闲时", "the same window at rest")
    amount = {"look": guests, "import": guests, "inspect": rows, "merge": rows}
    return tuple(
        Row(
            "gap",
            Words(f"{zh}，{amount[name]:,} 行，最长停顿", f"{en}, {amount[name]:,} rows, longest gap"),
            "ms",
            rest,
            (Run(found[name]["longest_ms"], found["rest"]["longest_ms"]),),
            Bound(MOST_MS, of_figure=True),
        )
        for name, zh, en in PHASES
    )


def write_list(file: Path, guests: int) -> None:
    """A client list of so many different guests."""
    chance = random.Random(1)
    with file.open("w", encoding="utf-8") as stream:
        stream.write("姓名,称谓,楼栋房号,联系电话\n")
        for number in range(guests):
            name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
            room = f"{number % 40 + 1}-{number // 40 % 3 + 1}-{number // 120 % 30 + 1:02d}{number // 3600 % 40 + 1:02d}"
            stream.write(f"{name},女士,{room},1{3_800_000_000 + number}\n")
