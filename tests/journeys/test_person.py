"""The office's way as a person goes it: an empty computer, first run, an event, its list of clients, a printed summary.

Real keystrokes and clicks on a real window under a window manager; nothing of the program is called from here.
"""

import subprocess
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.journeys.person import Person, missing_programs

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason=f"not here: {' '.join(missing_programs())}")

LIST = "姓名,称谓,楼栋房号,联系电话\n温若水,女士,6-2-1201,13800010001\n纪南星,先生,6-2-1202,13800010002\n"
PASSPHRASE = "four plain words together"


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    one = Person(tmp_path)
    yield one
    one.get_up()


def test_from_the_first_run_to_the_printed_summary(person: Person) -> None:
    guests = person.folder / "list.csv"
    guests.write_text(LIST, encoding="utf-8")
    today = datetime.now().astimezone()

    person.sit_down("--language", "zh")
    _first_run(person)
    _event(person, today)
    _list(person, guests)
    _summary(person)

    said = subprocess.run(
        ["pdftotext", "-layout", str(next(person.printed.glob("*.pdf"))), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Open Day" in said
    assert "Qinghe Garden" in said


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


def _summary(person: Person) -> None:
    person.click("page_papers")
    person.click("活动总结")
    # One looks at a paper before one prints it.
    person.find("第 1 页，共")
    person.click("打印")
    # Neither a moment's message nor the printer's file: the paper itself is waited for.
    until = time.monotonic() + 20
    while not list(person.printed.glob("*.pdf")) and time.monotonic() < until:
        time.sleep(0.2)
    assert list(person.printed.glob("*.pdf")), [one for one in person.look() if one["text"] or one["takes"]]
