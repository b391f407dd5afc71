"""What joins the welcome once the hall knows of it, households counted, stations, the notice that is read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.errors import StoreTrouble
from db.records import CheckIn, Consent, EventStaff, Invitation, Passage, Turn
from desktop.kiosk.state import Answer, Idle, Noticing, Searching, TakenBack
from desktop.services.hall import arriving
from desktop.services.opening import open_database
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.settings import Settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.kiosk_day import ENTER, Day, Kiosk, make_day, stray_code

Opened = Callable[..., Kiosk]


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """The usual day with a host at table A6, and everybody invited with two companions."""
    made = make_day(tmp_path)
    with open_database(made.file) as store:
        host = staff.add(administrator(store), store, name="宋明远", level="regional_president", roles=("host",))
        with store.transaction(verb="test.hall") as tx:
            tx.insert(EventStaff(id=tx.new_id(), created_at=tx.now, event=made.event, staff=host, place="A6"))
            for one in tx.records(Invitation, ""):
                tx.save("invitation", one.id, {"companions": 2, "slot": "08:00-08:30"})
            tx.save("event", made.event, {"slots": "08:00-08:30 | 2"})
    return made


@pytest.fixture
def opened(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> Iterator[Opened]:
    kiosks: list[Kiosk] = []

    def make(*, is_staffed: bool = False, station: str = "entrance") -> Kiosk:
        settings = Settings(station=station)
        kiosks.append(Kiosk(qtbot, day, look, translator, is_staffed=is_staffed, settings=settings))
        return kiosks[-1]

    yield make
    for kiosk in kiosks:
        kiosk.close()


def let_show(day: Day, **settings: str) -> None:
    """What the event lets the hall see."""
    with open_database(day.file) as store, store.transaction(verb="test.shows") as tx:
        tx.save("event", day.event, dict(settings))


def arrive(kiosk: Kiosk, name: str) -> Answer:
    """Scan somebody's code and wait until the hall has heard of it."""
    kiosk.scan(kiosk.day.codes[name])
    kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, Answer) and kiosk.state.arrival is not None)
    kiosk.settle()
    assert isinstance(kiosk.state, Answer)
    return kiosk.state


def rows(day: Day) -> tuple[tuple[Turn, ...], tuple[Passage, ...], tuple[CheckIn, ...]]:
    """What is on the disk: turns, passages, check-ins."""
    with open_database(day.file) as store:
        return store.records(Turn, ""), store.records(Passage, "ORDER BY at, id"), store.records(CheckIn, "ORDER BY id")


def tiles(kiosk: Kiosk) -> list[str]:
    """What the tiles in view say."""
    return [box.accessibleName() for box in kiosk.window.front._tiles._boxes if box.isVisible()]


def test_the_welcome_is_joined_by_number_and_table_and_by_nobodys_name(opened: Opened, day: Day) -> None:
    kiosk = opened()
    arrive(kiosk, "陈知夏")

    assert tiles(kiosk) == ["您的号码 A001", "桌号 A6"]
    assert {"欢迎您", "同行共 3 位", "请到 A6 桌"} <= set(kiosk.texts())
    assert not [text for text in kiosk.texts() for word in ("陈", "宋明远", "8:00") if word in text]
    ((turn,), _, _) = rows(day)
    assert (turn.number, turn.client, turn.place, turn.party) == ("A001", day.ids["陈知夏"], "A6", 3)


def test_an_event_lets_the_hall_see_more(opened: Opened, day: Day) -> None:
    let_show(day, shows="name host helmet gift", greeting="欢迎回家看看")
    kiosk = opened()
    arrive(kiosk, "陈知夏")

    assert tiles(kiosk) == ["您的号码 A001", "桌号 A6", "接待人 宋明远", "安全帽 3 顶"]
    assert {"陈\uff0a夏 女士", "欢迎回家看看"} <= set(kiosk.texts())


def test_a_second_scan_finds_the_ticket_again_and_gives_no_second_one(opened: Opened, day: Day) -> None:
    kiosk = opened()
    arrive(kiosk, "陈知夏")
    arrive(kiosk, "陈知夏")

    assert tiles(kiosk) == ["您的号码 A001", "桌号 A6"]
    assert "09:00 已签到" in kiosk.texts()
    assert len(rows(day)[0]) == 1


def test_staff_count_a_household_with_one_key_and_later_add_the_others(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    arrive(kiosk, "陈知夏")
    assert [text for text in kiosk.texts() if text.startswith("8:00 场（已满）")]
    arrive(kiosk, "陈子萱")
    kiosk.key(Qt.Key.Key_Minus, "-")
    kiosk.settle()
    assert {"到了 2 位", "到了 2 位，名单上 3 位"} <= set(kiosk.texts())
    arrive(kiosk, "陈子萱")
    kiosk.press("more")

    _, _, check_ins = rows(day)
    counted = {row.client: row.party for row in check_ins if row.admitted}
    assert counted == {day.ids["陈知夏"]: None, day.ids["陈子萱"]: 3}
    assert [turn.party for turn in rows(day)[0] if turn.client == day.ids["陈子萱"]] == [3]


def test_staff_correct_the_last_household_when_its_page_has_gone(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    arrive(kiosk, "陈知夏")
    for _ in range(6):
        kiosk.flow.tick()
    assert kiosk.state == Idle()
    kiosk.key(Qt.Key.Key_Plus, "+")
    kiosk.settle()

    assert "到了 4 位" in kiosk.texts()
    assert [row.party for row in rows(day)[2]] == [4]


def test_a_client_alone_counts_nobody(opened: Opened, day: Day) -> None:
    kiosk = opened()
    arrive(kiosk, "陈知夏")
    kiosk.key(Qt.Key.Key_Plus, "+")
    kiosk.settle()

    assert not kiosk.window.front.counter.isVisible()
    assert [row.party for row in rows(day)[2]] == [None]


def test_somebody_nobody_knows_gets_a_number_as_well(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    kiosk.scan(stray_code(day.event))
    kiosk.qtbot.waitUntil(lambda: tiles(kiosk) == ["您的号码 A001", "桌号 A6"])


def test_staff_send_a_family_to_an_executive_with_one_key_and_back(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    arrive(kiosk, "陈知夏")
    kiosk.key(Qt.Key.Key_F5)
    kiosk.settle()
    assert [text for text in kiosk.texts() if text.startswith("现在没有可以派的陪同人")]
    assert [turn.direction for turn in rows(day)[0]] == ["table"], "there is no companion on duty"
    kiosk.key(Qt.Key.Key_F6)
    kiosk.settle()
    assert "请稍坐，马上来请您" in kiosk.texts()
    assert [(turn.direction, turn.place) for turn in rows(day)[0]] == [("executive", "A6")]
    kiosk.key(Qt.Key.Key_F6)
    kiosk.settle()

    assert "请到 A6 桌" in kiosk.texts()
    assert [turn.direction for turn in rows(day)[0]] == ["table"]


def test_a_hall_that_does_not_hear_of_it_turns_nobody_away(
    opened: Opened, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_facts: object) -> None:
        raise StoreTrouble("disk_full")

    monkeypatch.setattr(arriving, "arrive", refuse)
    kiosk = opened()
    arrive(kiosk, "陈知夏")

    assert kiosk.texts()[0] == "已签到"
    assert "欢迎您" in kiosk.texts()
    assert [text for text in kiosk.texts() if "磁盘" in text]
    assert [row.admitted for row in rows(day)[2]] == [1]


def test_a_notice_is_read_before_a_name_is_written_down(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.press("walk_in")
    assert isinstance(kiosk.state, Noticing)
    assert "来访告知书 第 1 版" in kiosk.texts()
    assert [text for text in kiosk.texts() if "要求删除" in text]
    kiosk.key(ENTER, "\r")
    assert "怎么称呼您？" in kiosk.texts()
    kiosk.press("more")
    kiosk.press("more")
    kiosk.window.walk_in.name.setText("林听雪")
    kiosk.press("confirm")
    kiosk.qtbot.waitUntil(lambda: tiles(kiosk)[:1] == ["您的号码 A001"])

    with open_database(day.file) as store:
        (read,) = store.records(Consent, "")
        (came,) = store.records(CheckIn, "")
    assert (read.text, read.means, read.client, came.party) == ("walk_in:1", "screen", came.client, 3)


def test_a_character_is_enough_for_staff_and_enter_only_where_nobody_else_is_meant(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    kiosk.key(Qt.Key.Key_F2)
    kiosk.window.search.line.setText("陈")
    kiosk.settle()
    assert isinstance(kiosk.state, Searching)
    assert (len(kiosk.state.rows), kiosk.state.more) == (3, 1)
    kiosk.key(ENTER, "\r")
    kiosk.settle()
    assert rows(day)[2] == ()

    kiosk.window.search.line.setText("欧")
    kiosk.settle()
    kiosk.key(ENTER, "\r")
    kiosk.settle()
    assert [row.client for row in rows(day)[2]] == [day.ids["欧阳南乔"]]


def test_a_station_notes_checks_in_and_takes_back(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True, station="helmet")
    assert [text for text in kiosk.texts() if text.startswith("安全帽 · ")]
    arrive(kiosk, "陈知夏")
    assert {"已登记", "安全帽", "已一并签到", "请戴好安全帽再进现场"} <= set(kiosk.texts())
    kiosk.scan(day.codes["陈知夏"])
    assert {"已经来过", "09:00 来过"} <= set(kiosk.texts())
    kiosk.scan(day.codes["陈梓轩"])
    kiosk.settle()
    kiosk.press("undo")

    assert kiosk.state == TakenBack()
    _, passages, check_ins = rows(day)
    assert [(one.outcome, one.undone) for one in passages] == [("welcomed", 0), ("already", 0), ("welcomed", 1)]
    assert [(one.admitted, one.undone) for one in check_ins] == [(1, 0), (1, 1)]


def test_a_station_where_nobody_stands_leads_to_the_desk_and_looks_for_nobody(opened: Opened, day: Day) -> None:
    kiosk = opened(station="show_flat")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3):
        kiosk.key(key)
        assert kiosk.state == Idle()
    kiosk.scan(day.codes["陈知夏"])

    assert {"请到服务台", "请先签到", "您还没有在入口签到"} <= set(kiosk.texts())
    assert [text for text in kiosk.texts() if "核验结果 F6" in text]
    assert "用姓名查找" not in kiosk.texts()


def stand_at(kiosk: Kiosk, *buttons: str) -> None:
    """Move the kiosk to another station by the staff's page."""
    kiosk.key(Qt.Key.Key_F10)
    for name in ("station", *buttons):
        for _ in range(3):
            kiosk.settle()
        kiosk.press(name)
    for _ in range(3):
        kiosk.settle()
    kiosk.key(Qt.Key.Key_Escape)


def test_whoever_went_out_is_welcome_back_and_staff_move_the_kiosk(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    arrive(kiosk, "陈知夏")
    stand_at(kiosk, "older", "act_2")
    assert kiosk.kept[-1].station == "exit"
    kiosk.scan(day.codes["陈知夏"])
    assert {"您慢走", "再进来时，出示邀请码就行"} <= set(kiosk.texts())

    stand_at(kiosk, "act_0")
    arrive(kiosk, "陈知夏")
    assert kiosk.texts()[0] == "欢迎回来"
    assert tiles(kiosk) == ["您的号码 A001", "桌号 A6"]
    assert [row.admitted for row in rows(day)[2]] == [1, 0]
