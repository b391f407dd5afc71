"""The way of an event as people go it: an empty computer, first run, an event, its list of clients, a client who checks
in at the kiosk, the talk at the host's table by keys alone, a printed summary.

Real keystrokes and clicks on a real window under a window manager; nothing of the program is called from here.
"""

import subprocess
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.journeys.person import FINGER_MS, Person, missing_programs

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason=f"not here: {' '.join(missing_programs())}")

LIST = "姓名,称谓,楼栋房号,联系电话\n温若水,女士,6-2-1201,13800010001\n纪南星,先生,6-2-1202,13800010002\n"
PASSPHRASE = "four plain words together"
WORDS = "The balcony door lets the rain in"
PROMISE = "Reseal it before the next rain"


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    one = Person(tmp_path)
    yield one
    one.get_up()


def test_from_the_first_run_to_the_printed_summary(person: Person) -> None:
    guests = person.folder / "list.csv"
    guests.write_text(LIST, encoding="utf-8")
    today = datetime.now().astimezone()

    person.sit_down()
    person.open("--language", "zh")
    _first_run(person)
    _host(person)
    _event(person, today)
    _list(person, guests)
    _check_in(person)
    _talk(person, today)
    _summary(person)

    copy, summary = (
        _read(paper) for paper in sorted(person.printed.glob("*.pdf"), key=lambda one: one.stat().st_mtime)
    )
    assert "Open Day" in summary
    assert "Qinghe Garden" in summary
    for paper in (copy, summary):
        assert WORDS in paper
        assert PROMISE in paper


def _read(paper: Path) -> str:
    told = subprocess.run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True)
    return told.stdout


def _first_run(person: Person) -> None:
    person.click("on")
    person.click("role_office")
    person.click("on")
    person.click("name")
    person.write("Qinghe Garden")
    person.click("company")
    person.write("Qinghe Estates")
    person.click("on")
    for name in ("passphrase", "again"):
        person.click(name)
        person.write(PASSPHRASE)
    person.click("on")
    person.find("5 / 6")
    # Devices are tried or not; the rehearsal too.
    person.click("on")
    person.find("6 / 6")
    person.click("on")
    person.find("page_events")


def _host(person: Person) -> None:
    person.click("page_settings")
    person.click("section_staff")
    person.click("staff_name")
    person.write("Song Mingyuan")
    # The next field is the role; below the recorder stands the host.
    person.press("Tab", "Down")
    person.click("添加")
    person.find("Song Mingyuan")


def _event(person: Person, today: datetime) -> None:
    person.click("page_events")
    person.write_in("名称", "Open Day")
    person.write_in("开始", f"{today:%Y-%m-%d} 08:00")
    person.write_in("结束", f"{today + timedelta(days=1):%Y-%m-%d} 18:00")
    person.click("建立活动")
    person.find("活动建好了")


def _list(person: Person, guests: Path) -> None:
    person.click("page_import")
    person.click("选文件")
    person.find("fileNameEdit")
    person.write(str(guests))
    person.press("Return")
    person.click("导入 2 行")
    person.find("名单已导入")


def _open(person: Person, face: str) -> None:
    """One more window of the same project, as a person opens it: with the passphrase."""
    person.open("--face", face)
    person.find("passphrase")
    person.write(PASSPHRASE)
    person.press("Return")


def _check_in(person: Person) -> None:
    _open(person, "kiosk")
    person.find("walk_in")
    person.press("F2")
    person.find("search_line")
    person.write("wrs", pause_ms=FINGER_MS)
    person.click("row_0")
    person.find("tail_line")
    person.write("0001", pause_ms=FINGER_MS)
    person.find("欢迎您")
    person.switch_off()


def _talk(person: Person, today: datetime) -> None:
    """From the next client to the copy in their hand: not one click."""
    _open(person, "host")
    person.find("Song Mingyuan")
    person.press("Return")
    person.find("下一位：温若水 女士")
    person.press("F8")
    person.find("words")
    person.write(WORDS)
    person.press("alt+4", "alt+w", "F4")
    person.write(PROMISE)
    soon = today + timedelta(days=5)
    person.press("Tab")
    person.write(f"{soon.month}-{soon.day}")
    person.press("F9")
    person.find("record")
    person.press("F9")
    person.find("print_copy")
    person.press("ctrl+p")
    _printed(person, 1)
    person.press("F8")
    person.find("还没有人等候")
    person.switch_off()


def _printed(person: Person, count: int) -> None:
    """Neither a moment's message nor the printer's file: the paper itself is waited for."""
    until = time.monotonic() + 20
    while len(list(person.printed.glob("*.pdf"))) < count and time.monotonic() < until:
        time.sleep(0.1)
    assert len(list(person.printed.glob("*.pdf"))) == count, [one for one in person.look() if one["text"]]


def _summary(person: Person) -> None:
    person.click("page_papers")
    person.click("活动总结")
    # One looks at a paper before one prints it.
    person.find("第 1 页，共")
    person.click("打印")
    _printed(person, 2)
