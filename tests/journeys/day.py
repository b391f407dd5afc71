"""One handover day on five machines, told by the command line; the tests recompute what it printed."""

import csv
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.journeys import lists
from tests.journeys.program import Machine

Document = dict[str, Any]
EVENT, OTHER, NEXT_WEEK = "听松苑交付日", "样板间开放", "下周入户"
LATE = (("蔺来迟", "13811110001"), ("苗最后", "13811110002"))
STAFF = """姓名,级别,部门,岗位,角色
沈砚,区域总裁,,,接待人
阮青,员工,客关,,客关协调员
邱野,员工,工程,,承办人 回访员
卓然,项目总经理,工程,,部门负责人
米粒,员工,客关,,回访员
"""
WORDS = {
    "leak": "卫生间门口的地板起拱了，“说了三回”，没人回话。\n第二行：还渗水",
    "question": "车位什么时候可以选？",
    "nobody": "楼道里晚上没有灯",
    "wish": "大堂能不能放一排椅子",
    "need": "想要一个能停轮椅的玄关",
    "service": "约了两次上门都没有来",
}


@dataclass(slots=True)
class Day:
    """The machines, and everything they printed."""

    folder: Path
    people: tuple[lists.Guest, ...]
    imports: dict[str, Document] = field(default_factory=dict)
    issued: Document = field(default_factory=dict)
    tokens: dict[str, dict[str, str]] = field(default_factory=dict)
    scans: dict[str, list[Document]] = field(default_factory=dict)
    walk_ins: dict[str, Document] = field(default_factory=dict)
    concerns: dict[str, str] = field(default_factory=dict)
    promises: dict[str, str] = field(default_factory=dict)
    refusals: dict[str, list[str]] = field(default_factory=dict)
    merged: dict[str, Document] = field(default_factory=dict)
    conflicts: list[Document] = field(default_factory=list)
    papers: dict[str, Document] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)

    def machine(self, name: str) -> Machine:
        """A database of the day by its name; the office and its copy have a key."""
        return Machine(self.folder, f"{name}.db", "word.txt" if name in ("office", "copy") else None, is_here=True)

    def plain(self, name: str) -> sqlite3.Connection:
        """The plain copy of a database, for reading."""
        return sqlite3.connect(f"{(self.folder / f'{name}.sqlite').as_uri()}?mode=ro", uri=True)


def lived(folder: Path) -> Day:
    """Live the whole day."""
    day = Day(folder, lists.guests())
    prepare(day)
    invite(day)
    enrol(day)
    at_once(
        lambda: morning_at_east(day), lambda: morning_at_west(day), lambda: talks_of_one(day), lambda: talks_of_two(day)
    )
    noon_at_west(day)
    bring_together(day)
    at_once(lambda: full_road(day), lambda: returned_road(day), lambda: short_roads(day))
    close(day)
    return day


def at_once(*works: Callable[[], object]) -> None:
    """Work of devices that know nothing of each other; one after the other, as they share this process."""
    for work in works:
        work()


def prepare(day: Day) -> None:
    """The office: project, staff, three events."""
    office = day.machine("office")
    (day.folder / "word.txt").write_text("松下问童子\n", encoding="utf-8")
    (day.folder / "staff.csv").write_text(STAFF, encoding="utf-8")
    office.do("init", "--project", "听松苑", "--mark", "松", "--device", "客关办公室")
    assert len(office.do("staff", "import", "staff.csv")["staff"]) == 5
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    for node, title, on in (
        ("delivery", EVENT, today),
        ("site_open_day", OTHER, today),
        ("home_visit", NEXT_WEEK, today + timedelta(days=7)),
    ):
        office.do("event", "add", "--node", node, "--title", title, "--place", "会所", "--starts", f"{on}T08:00",
                  "--ends", f"{on}T20:00")  # fmt: skip


def invite(day: Day) -> None:
    """Lists in, cards out, two invitations taken back; some clients of the day are on other lists too."""
    office, people = day.machine("office"), day.people
    lists.write_csv(day.folder / "first.csv", people[: lists.IN_CSV])
    lists.write_xlsx(day.folder / "second.xlsx", people[lists.IN_CSV :], people[2:6])
    elsewhere = (*((one.name, one.phone) for one in people[30:33]), (lists.TWICE[1], "13811110009"))
    lists.write_short(day.folder / "other.csv", elsewhere)
    for key, file, event in (
        ("csv", "first.csv", EVENT),
        ("xlsx", "second.xlsx", EVENT),
        ("other", "other.csv", OTHER),
        ("next", "other.csv", NEXT_WEEK),
    ):
        day.imports[key] = office.do("client", "import", file, "--event", event)
    day.issued = office.do("invitation", "issue", "--event", EVENT, "--pdf", "cards.pdf", "--csv", "cards.csv")
    read_tokens(day, EVENT, "cards.csv")
    for event, file in ((OTHER, "other-cards.csv"), (NEXT_WEEK, "next-cards.csv")):
        office.do("invitation", "issue", "--event", event, "--csv", file)
        read_tokens(day, event, file)
    for one in people[40:42]:
        office.do("invitation", "revoke", "--client", one.name, "--event", EVENT)


def read_tokens(day: Day, event: str, file: str) -> None:
    """Note the code of each name; a later list leaves out whose invitation was taken back."""
    with (day.folder / file).open(encoding="utf-8-sig", newline="") as stream:
        day.tokens.setdefault(event, {}).update((row["name"], row["token"]) for row in csv.DictReader(stream))


def enrol(day: Day) -> None:
    """Four devices join by card and get the list; after that a late list comes in, which only the office knows."""
    office = day.machine("office")
    office.do("device", "card", "--file", "project.card")
    office.do("package", "export", "--file", "list.qinting")

    def join(name: str, role: str) -> None:
        day.machine(name).do("init", "--from", "project.card", "--device", name, "--role", role, "--plain")
        day.merged[f"list at {name}"] = day.machine(name).do("package", "merge", "list.qinting")

    at_once(*(
        lambda name=name, role=role: join(name, role)
        for name, role in (("east", "kiosk"), ("west", "kiosk"), ("one", "host"), ("two", "host"))
    ))  # fmt: skip
    lists.write_short(day.folder / "late.csv", LATE)
    day.imports["late"] = office.do("client", "import", "late.csv", "--event", EVENT)
    office.do("invitation", "issue", "--event", EVENT, "--csv", "late-cards.csv")
    read_tokens(day, EVENT, "late-cards.csv")


def scan(day: Day, name: str, tokens: Iterable[str], event: str = EVENT, *, key: str, status: int) -> None:
    """Scan at a desk, one process for all codes, which come on its standard input."""
    ran = day.machine(name).run("check-in", "scan", "--event", event, "-", typed="\n".join(tokens) + "\n")
    assert (ran.status, ran.messages) == (status, "")
    day.scans[key] = ran.lines()


def morning_at_east(day: Day) -> None:
    """Everything that can come to a desk."""
    mine, names = day.tokens[EVENT], [one.name for one in day.people]
    welcome = mine[names[9]]
    changed = welcome[:10] + ("B" if welcome[10] == "A" else "A") + welcome[11:]
    tokens = [mine[name] for name in names[:16]]
    tokens += [f" {mine[names[3]].lower()}", mine[names[40]], day.tokens[OTHER][names[30]]]
    tokens += ["12345", "二维码", changed, mine[LATE[0][0]], mine[LATE[0][0]]]
    scan(day, "east", tokens, key="east", status=1)
    scan(day, "east", [day.tokens[NEXT_WEEK][names[31]]], NEXT_WEEK, key="next week", status=1)
    east = day.machine("east")
    day.walk_ins["kept"] = east.do(
        "check-in", "walk-in", "--event", EVENT, "--name", "路过的邻居", "--room", "2-1-0301"
    )
    day.walk_ins["undone"] = east.do("check-in", "walk-in", "--event", EVENT, "--name", "按错了")
    east.do("check-in", "undo", day.walk_ins["undone"]["check_in"])
    east.do("package", "export", "--file", "east.qinting")


def morning_at_west(day: Day) -> None:
    """The other desk, which does not hear of the first; one client is let in at both."""
    mine, names = day.tokens[EVENT], [one.name for one in day.people]
    tokens = [mine[name] for name in (*names[16:28], names[0], names[41])]
    scan(day, "west", tokens, key="west", status=1)
    west = day.machine("west")
    day.walk_ins["west"] = west.do(
        "check-in", "walk-in", "--event", EVENT, "--name", "小区保洁", "--phone", "13811110011"
    )


def noon_at_west(day: Day) -> None:
    """West takes east's package: from then on it knows who came there."""
    west, names = day.machine("west"), [one.name for one in day.people]
    refused = west.refused("package", "merge", "east.qinting")
    day.refusals["east at west"] = [refused["files"][0]["outcome"]]
    day.merged["east at west"] = west.do("package", "merge", "east.qinting", "--trust", "any")
    scan(day, "west", [day.tokens[EVENT][name] for name in names[1:3] + names[28:29]], key="west later", status=0)
    west.do("package", "export", "--file", "west.qinting")


def talk(day: Day, name: str, client: str | None, *concerns: tuple[str, str, str | None]) -> None:
    """One talk of 沈砚 with the concerns (key, type, area) that came up."""
    machine = day.machine(name)
    who = ("--client", client) if client else ()
    machine.do("reception", "start", "--event", EVENT, *who, "--host", "沈砚")
    for key, kind, area in concerns:
        more = ("--area", area) if area else ()
        added = machine.do("concern", "add", "--event", EVENT, *who, "--received-by", "沈砚", "--type", kind, *more,
                           "--words", WORDS[key])  # fmt: skip
        day.concerns[key] = added["concern"]
    machine.do("reception", "end", "--event", EVENT, *who, "--host", "沈砚")


def promise(day: Day, name: str, key: str, concern: str, due: str) -> None:
    """沈砚 promises something."""
    text = f"{key}：一周内办好"
    made = day.machine(name).do("promise", "add", day.concerns[concern], "--text", text, "--due", due, "--by", "沈砚")
    day.promises[key] = made["promise"]


def talks_of_one(day: Day) -> None:
    """The first laptop: a leak, a question answered at once, and an anonymous concern."""
    machine, people = day.machine("one"), day.people
    talk(day, "one", people[0].name, ("leak", "repair", "engineering_quality"), ("question", "inquiry", None))
    promise(day, "one", "地板", "leak", "2031-01-08")
    machine.do("concern", "addition", day.concerns["leak"], "--words", "隔壁也这样", "--by", "沈砚")
    machine.do("concern", "move", day.concerns["question"], "answered", "--by", "沈砚", "--set", "answer=下月五日起",
               "client_confirmed=是")  # fmt: skip
    talk(day, "one", None, ("nobody", "complaint", "service_quality"))
    machine.do("client", "set", people[10].name, "title=博士")
    machine.do("client", "join", *lists.TWICE)
    machine.do("package", "export", "--file", "one.qinting")


def talks_of_two(day: Day) -> None:
    """The second laptop: wishes, a need, a complaint; it corrects and joins the same clients in its own way."""
    machine, people = day.machine("two"), day.people
    talk(day, "two", people[17].name, ("wish", "suggestion", "product_quality"), ("need", "need", "product_quality"))
    talk(day, "two", people[18].name, ("service", "complaint", "service_quality"))
    promise(day, "two", "上门", "service", "2031-01-05")
    promise(day, "two", "道歉", "service", "2031-01-03")
    machine.do("client", "set", people[10].name, "title=教授")
    machine.do("client", "join", *reversed(lists.TWICE))
    machine.do("package", "export", "--file", "two.qinting")


def bring_together(day: Day) -> None:
    """The office and a copy of it take the same four packages in opposite orders."""
    for file in day.folder.glob("office.db*"):
        shutil.copy(file, file.with_name(file.name.replace("office", "copy", 1)))
    packages = ("east.qinting", "west.qinting", "one.qinting", "two.qinting")
    for name, files in (("office", packages), ("copy", packages[::-1])):
        day.merged[name] = day.machine(name).do("package", "merge", *files, "--trust", "any")
        day.machine(name).do("export", "--sqlite", f"{'noon' if name == 'office' else name}.sqlite", "--unmasked")
    office = day.machine("office")
    day.merged["again"] = office.do("package", "merge", "one.qinting")
    day.conflicts = office.do("conflict", "list")["conflicts"]
    for found in day.conflicts:
        office.do("conflict", "settle", found["table"], found["id"], found["field"], "教授")
    day.told["conflicts after"] = office.do("conflict", "list")["conflicts"]


def step(day: Day, key: str, state: str, by: str, *fields: str) -> None:
    """A step that is allowed."""
    told = ("--set", *fields) if fields else ()
    moved = day.machine("office").do("concern", "move", day.concerns[key], state, "--by", by, *told)
    assert moved == {"state": state}


def no_step(day: Day, name: str, key: str, state: str, by: str, *fields: str) -> None:
    """A step that is refused; its reasons are kept under `name`."""
    told = ("--set", *fields) if fields else ()
    refused = day.machine("office").refused("concern", "move", day.concerns[key], state, "--by", by, *told)
    day.refusals[name] = refused["refused"]


DONE = ("result=已重铺", "cause=防水层破损", "measure=全楼排查", "evidence=照片三张")


def full_road(day: Day) -> None:
    """The leak goes the whole road, is closed by the client's verdict, and is reopened."""
    no_step(
        day, "wrong role", "leak", "accepted", "沈砚", "area=engineering_quality", "department=engineering", "grade=3"
    )
    step(day, "leak", "accepted", "阮青", "area=engineering_quality", "department=engineering", "grade=3")
    no_step(day, "closed too early", "leak", "closed", "阮青")
    step(day, "leak", "dispatched", "阮青")
    step(day, "leak", "in_progress", "邱野")
    step(day, "leak", "on_hold", "邱野", "reason=等材料", "until=2026-01-01", "client_told=是")
    step(day, "leak", "in_progress", "邱野")
    no_step(day, "nobody agreed", "leak", "resolved", "邱野", *DONE)
    step(day, "leak", "resolved", "邱野", *DONE, "approved_by=卓然")
    no_step(day, "callback by the handler", "leak", "callback", "邱野", "try_result=reached")
    step(day, "leak", "callback", "米粒", "try_result=reached")
    no_step(day, "no verdict", "leak", "closed", "米粒", "client_words=还行吧")
    no_step(day, "not solved", "leak", "closed", "米粒", "client_words=还渗", "verdict=not_solved")
    step(day, "leak", "closed", "米粒", "client_words=这回真好了", "verdict=solved", "satisfaction=B")
    step(day, "leak", "reopened", "阮青", "reason=又渗了", "asked_by=client", "new_due=2031-02-01")


def returned_road(day: Day) -> None:
    """The complaint is returned once, sent out again, and closed."""
    step(day, "service", "accepted", "阮青", "area=service_quality", "department=engineering", "grade=2")
    step(day, "service", "dispatched", "阮青")
    step(day, "service", "returned", "卓然", "reason=归物业", "proposed_department=property")
    step(day, "service", "dispatched", "阮青", "department=property")
    step(day, "service", "in_progress", "邱野")
    step(day, "service", "resolved", "邱野", *DONE, "approved_by=卓然")
    step(day, "service", "callback", "米粒", "try_result=reached")
    step(day, "service", "closed", "米粒", "client_words=来了，也道歉了", "verdict=solved", "satisfaction=A")


def short_roads(day: Day) -> None:
    """The question is closed on site, the need goes to its list, one promise is kept."""
    step(day, "question", "closed", "阮青")
    step(day, "need", "accepted", "阮青", "area=product_quality")
    no_step(day, "a need is not dispatched", "need", "dispatched", "阮青", "department=engineering")
    day.machine("office").do("promise", "keep", day.promises["道歉"], "--by", "邱野")


def close(day: Day) -> None:
    """Papers, lists, copies; the first laptop takes everything back."""
    office = day.machine("office")
    for name in ("invitation", "form", "summary"):
        day.papers[name] = office.do("paper", name, "--event", EVENT, "--pdf", f"{name}.pdf")
    day.told["events"] = office.do("event", "list")["events"]
    day.told["concerns"] = office.do("concern", "list")["concerns"]
    day.told["closed"] = office.do("concern", "list", "--state", "closed")["concerns"]
    day.told["promises"] = office.do("promise", "list")["promises"]
    day.told["open promises"] = office.do("promise", "list", "--open")["promises"]
    day.told["verified"] = office.do("verify")
    office.do("package", "export", "--file", "evening.qinting")
    day.merged["evening at one"] = day.machine("one").do("package", "merge", "evening.qinting")
    office.do("export", "--sqlite", "office.sqlite", "--unmasked")
    office.do("export", "--sqlite", "masked.sqlite")
    day.machine("one").do("export", "--sqlite", "one.sqlite", "--unmasked")
