"""The door from the scanner's keys to the painted answer and the row on the disk."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.kiosk.state import (
    Answer,
    Candidate,
    Confirming,
    Helped,
    Idle,
    NoEvent,
    Noticing,
    Searching,
    TakenBack,
    Troubled,
    WalkingIn,
)
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.measures import PX
from desktop.widgets.theme import PANELS
from tests.screens.kiosk_day import ENTER, NINE, PEOPLE, Day, Kiosk, make_day, stray_code

Opened = Callable[..., Kiosk]
DAY_MS = 86_400_000


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return make_day(tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> Iterator[Opened]:
    """Opens kiosks on the day's database and closes them at the end."""
    kiosks: list[Kiosk] = []

    def make(*, is_staffed: bool = False, event: str | None = None) -> Kiosk:
        kiosks.append(Kiosk(qtbot, day, look, translator, is_staffed=is_staffed, event=event))
        return kiosks[-1]

    yield make
    for kiosk in kiosks:
        kiosk.close()


def find(kiosk: Kiosk, letters: str) -> None:
    """Search by the pad's keys."""
    kiosk.key(Qt.Key.Key_F2)
    for letter in letters:
        kiosk.press(f"key_{letter}")


def fill_of(kiosk: Kiosk) -> QColor:
    """The colour painted near the panel's left edge."""
    panel = kiosk.window.front.panel
    return panel.grab().toImage().pixelColor(PX.s8, panel.height() // 2)


def test_a_scan_is_welcomed_on_the_screen_and_on_the_disk(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])

    assert kiosk.texts()[0] == "已签到"
    assert {"欢迎您", "请稍坐，陪同人员马上来"} <= set(kiosk.texts())
    assert fill_of(kiosk) == QColor(PANELS["welcomed"].fill)
    (row,) = day.rows()
    assert (row.outcome, row.admitted, row.client, row.desk) == ("welcomed", 1, day.ids["陈知夏"], "签到台 2")


def test_the_welcome_names_nobody(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])

    assert not [text for text in kiosk.texts() if "知夏" in text or "陈" in text]
    assert "知夏" not in kiosk.window.windowTitle()


def test_a_second_scan_is_told_when_and_where_the_first_was(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])
    day.now_ms += 32 * 60_000
    kiosk.scan(day.codes["陈知夏"])

    assert kiosk.texts()[0] == "已经签到过"
    assert {"09:00 已签到", "在签到台 2"} <= set(kiosk.texts())
    assert [row.admitted for row in day.rows()] == [1, 0]


def test_a_stray_code_is_sent_to_the_desk_where_the_client_is_alone(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(stray_code(day.event))

    assert kiosk.window.front.panel.outcome == "revoked"
    assert [text for text in kiosk.texts() if "核验结果 F4" in text]
    assert [(row.outcome, row.admitted) for row in day.rows()] == [("unknown", 0)]


def test_a_stray_code_comes_in_provisionally_where_staff_stand(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    kiosk.scan(stray_code(day.event))

    assert (kiosk.texts()[0], kiosk.window.front.panel.outcome) == ("已签到，待核对", "unknown")
    assert [(row.outcome, row.admitted, row.created_by) for row in day.rows()] == [("unknown", 1, day.staff)]


def test_an_invitation_taken_back_leads_to_the_desk_without_a_verdict(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈钟晓"])

    assert kiosk.texts()[0] == "请到服务台"
    assert [text for text in kiosk.texts() if "核验结果 F3" in text]
    assert not [text for text in kiosk.texts() for word in ("收回", "无效", "失败", "伪") if word in text]


def test_another_event_is_welcome_all_the_same(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.other_code)

    assert (kiosk.texts()[0], kiosk.window.front.panel.outcome) == ("不是这一场", "wrong_event")
    assert "今天也欢迎您" in kiosk.texts()


def test_another_day_is_named(opened: Opened, day: Day) -> None:
    day.now_ms += 5 * DAY_MS
    kiosk = opened(event=day.event)
    kiosk.scan(day.codes["陈知夏"])

    assert kiosk.texts()[0] == "不是今天"
    assert "这张邀请是 5月16日 的" in kiosk.texts()


def test_what_is_no_code_is_asked_for_again(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan("HTTPSEXAMPLE")

    assert (kiosk.texts()[0], kiosk.window.front.panel.outcome) == ("没有读清", "malformed")


def test_without_an_event_today_the_kiosk_says_so(
    qtbot: QtBot, tmp_path: Path, look: Look, translator: Translator
) -> None:
    day = make_day(tmp_path, starts=NINE + timedelta(days=3))
    kiosk = Kiosk(qtbot, day, look, translator)
    kiosk.scan(day.codes["陈知夏"])

    assert kiosk.state == NoEvent()
    assert "今天没有活动" in kiosk.texts()
    assert day.rows() == ()
    kiosk.close()


def test_a_database_that_is_not_there_is_a_matter_for_the_staff(
    qtbot: QtBot, day: Day, look: Look, translator: Translator
) -> None:
    day.file = day.file.with_name("none.db")
    kiosk = Kiosk(qtbot, day, look, translator)

    assert isinstance(kiosk.state, Troubled)
    assert kiosk.state.code == "database_missing"
    kiosk.close()


def test_the_answer_goes_away_after_its_seconds(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])
    for _ in range(5):
        kiosk.flow.tick()
    assert "请出示邀请码" not in kiosk.texts()
    kiosk.flow.tick()

    assert kiosk.state == Idle()


def test_a_search_asks_before_it_goes_away(opened: Opened) -> None:
    kiosk = opened()
    kiosk.press("search")
    for _ in range(46):
        kiosk.flow.tick()
    assert "您还在吗？14 秒后回到首页" in kiosk.texts()

    kiosk.press("more_time")
    for _ in range(44):
        kiosk.flow.tick()
    assert "您还在吗？16 秒后回到首页" not in kiosk.texts()
    for _ in range(16):
        kiosk.flow.tick()
    assert kiosk.state == Idle()


def test_the_client_left_alone_finds_the_name_and_proves_it(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.press("search")
    for letter in "OYNQ":
        kiosk.press(f"key_{letter}")
    assert "欧阳\uff0a\uff0a" in kiosk.texts()

    kiosk.press("row_0")
    assert isinstance(kiosk.state, Confirming)
    for digit in "6666":
        kiosk.press(f"key_{digit}")

    assert kiosk.texts()[0] == "已签到"
    assert [(row.means, row.client, row.admitted) for row in day.rows()] == [("search", day.ids["欧阳南乔"], 1)]


def test_five_wrong_tails_lead_to_a_person_and_leave_no_row(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.press("search")
    for letter in "OYNQ":
        kiosk.press(f"key_{letter}")
    kiosk.press("row_0")
    for _ in range(5):
        assert isinstance(kiosk.state, Confirming)
        for digit in "1234":
            kiosk.press(f"key_{digit}")

    assert kiosk.state == Helped()
    assert day.rows() == ()


def test_going_back_and_choosing_again_gives_no_further_try(opened: Opened, day: Day) -> None:
    kiosk = opened()
    for tries in (2, 3):
        find(kiosk, "OYNQ")
        kiosk.press("row_0")
        for _ in range(tries):
            for digit in "1234":
                kiosk.press(f"key_{digit}")
        kiosk.key(Qt.Key.Key_Escape)
    find(kiosk, "OYNQ")
    kiosk.press("row_0")

    assert kiosk.state == Helped()
    assert day.rows() == ()


def test_staff_let_in_whom_they_have_found(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    kiosk.key(Qt.Key.Key_F2)
    for letter in "OYNQ":
        kiosk.press(f"key_{letter}")
    kiosk.press("row_0")

    assert kiosk.texts()[0] == "已签到"
    assert [(row.means, row.created_by) for row in day.rows()] == [("search", day.staff)]


def test_nothing_is_shown_before_two_characters_and_three_rows_at_most(opened: Opened) -> None:
    kiosk = opened(is_staffed=True)
    kiosk.press("search")
    kiosk.press("key_C")
    assert isinstance(kiosk.state, Searching)
    assert kiosk.state.rows == ()

    kiosk.press("key_Z")
    kiosk.press("key_X")
    assert isinstance(kiosk.state, Searching)
    assert (len(kiosk.state.rows), kiosk.state.more) == (3, 1)
    assert "还有 1 位，请再按一个字母" in kiosk.texts()


@pytest.mark.parametrize("is_staffed", [False, True])
def test_no_phone_number_is_in_any_widget(opened: Opened, day: Day, *, is_staffed: bool) -> None:
    kiosk, seen = opened(is_staffed=is_staffed), list[str]()
    kiosk.scan(day.codes["陈知夏"])
    seen += kiosk.texts()
    kiosk.key(Qt.Key.Key_F2)
    for letter in "CZX":
        kiosk.press(f"key_{letter}")
    seen += kiosk.texts() + [row.accessibleName() for row in kiosk.window.search._rows]
    if not is_staffed:
        kiosk.press("row_0")
        seen += kiosk.texts()

    phones = [phone for _, _, phone, _ in PEOPLE]
    assert not [text for text in seen for phone in phones if phone in text or phone[-4:] in text]


def test_somebody_without_an_invitation_leaves_a_name(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.press("walk_in")
    kiosk.press("confirm")
    assert isinstance(kiosk.state, WalkingIn)
    kiosk.press("confirm")
    assert "请留个称呼，方便我们叫您" in kiosk.texts()

    kiosk.window.walk_in.name.setText("林听雪")
    kiosk.window.walk_in.phone.setText("12")
    kiosk.press("confirm")
    assert "号码没有看懂，也可以不留" in kiosk.texts()

    kiosk.window.walk_in.phone.clear()
    kiosk.press("confirm")
    assert kiosk.texts()[0] == "已签到"
    assert [(row.means, row.admitted) for row in day.rows()] == [("walk_in", 1)]


def test_this_is_not_me_takes_the_check_in_back(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])
    kiosk.press("undo")

    assert kiosk.state == TakenBack()
    assert [row.undone for row in day.rows()] == [1]


def test_backspace_takes_the_last_check_in_back_once(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    kiosk.scan(day.codes["陈知夏"])
    kiosk.key(Qt.Key.Key_Escape)
    kiosk.key(Qt.Key.Key_Backspace)
    kiosk.settle()
    kiosk.key(Qt.Key.Key_Backspace)
    kiosk.settle()

    assert kiosk.state == TakenBack()
    assert [row.undone for row in day.rows()] == [1]


def test_staff_let_in_whom_the_code_did_not(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True)
    kiosk.scan(day.codes["陈钟晓"])
    day.now_ms += 1_000
    kiosk.key(Qt.Key.Key_F7)
    kiosk.settle()

    assert kiosk.texts()[0] == "已签到"
    kept = [(row.outcome, row.means, row.admitted, row.created_by) for row in day.rows()]
    assert kept == [("revoked", "scan", 0, day.staff), ("revoked", "staff", 1, day.staff)]


def test_a_client_alone_cannot_let_themselves_in(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈钟晓"])
    kiosk.key(Qt.Key.Key_F7)
    kiosk.settle()

    assert [row.admitted for row in day.rows()] == [0]


def test_the_language_changes_while_an_answer_is_shown_and_comes_back(
    opened: Opened, day: Day, translator: Translator
) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])
    kiosk.press("language_en")

    kiosk.qtbot.waitUntil(lambda: kiosk.texts()[0] == "Checked in")
    assert {"Welcome", "请稍坐，陪同人员马上来"} <= set(kiosk.texts())
    for _ in range(6):
        kiosk.flow.tick()
    kiosk.qtbot.waitUntil(lambda: "请出示邀请码" in kiosk.texts())
    assert translator.language == "zh"


def test_the_keyboard_alone_leads_through_search_to_the_welcome(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.key(Qt.Key.Key_F2)
    kiosk.qtbot.waitUntil(kiosk.window.search.line.hasFocus)
    kiosk.type_in("oynq", gap_ms=120)
    kiosk.settle()
    for _ in range(3):
        if QApplication.focusWidget() is kiosk.window.search._rows[0]:
            break
        kiosk.key(Qt.Key.Key_Down)
    kiosk.key(ENTER, "\r")
    kiosk.qtbot.waitUntil(kiosk.window.confirm.line.hasFocus)
    kiosk.type_in("6666", gap_ms=120)
    kiosk.settle()

    assert kiosk.texts()[0] == "已签到"
    assert [row.client for row in day.rows()] == [day.ids["欧阳南乔"]]


def test_the_keyboard_reaches_every_button_of_the_first_page(opened: Opened) -> None:
    kiosk, reached = opened(), set[str]()
    kiosk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for _ in range(8):
        kiosk.key(Qt.Key.Key_Down)
        focus = QApplication.focusWidget()
        reached.add(focus.objectName() if focus else "")

    assert {"search", "walk_in", "help", "language_zh", "language_en"} <= reached


def test_a_scan_works_on_every_page(opened: Opened, day: Day) -> None:
    kiosk = opened()
    codes = iter([day.codes[name] for name in ("陈知夏", "陈子萱", "陈梓轩")])
    for key, state in ((Qt.Key.Key_F1, Helped), (Qt.Key.Key_F2, Searching), (Qt.Key.Key_F3, Noticing)):
        kiosk.key(key)
        assert isinstance(kiosk.state, state)
        kiosk.scan(next(codes))
        assert isinstance(kiosk.state, Answer)
    assert [row.outcome for row in day.rows()] == ["welcomed"] * 3


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_in_either_language(opened: Opened, day: Day, translator: Translator, language: str) -> None:
    kiosk = opened()
    translator.speak("en" if language == "en" else "zh")
    pages: tuple[Callable[[], None], ...] = (
        lambda: None,
        lambda: kiosk.scan(day.codes["陈知夏"]),
        lambda: kiosk.scan(day.codes["陈知夏"]),
        lambda: kiosk.scan(day.codes["陈钟晓"]),
        lambda: kiosk.scan(day.other_code),
        lambda: kiosk.scan("HTTPSEXAMPLE"),
        lambda: kiosk.key(Qt.Key.Key_F1),
        lambda: kiosk.key(Qt.Key.Key_F2),
        lambda: kiosk.key(Qt.Key.Key_F3),
        kiosk.settle,
        lambda: kiosk.press("confirm"),
    )
    for open_page in pages:
        open_page()
        kiosk.window.grab()
        assert (kiosk.window.width(), kiosk.window.height()) == (PX.window_width, PX.window_height)
        labels = [label for label in kiosk.window.findChildren(Label) if label.isVisible()]
        cut = [
            label.text()
            for label in labels
            if not isinstance(label, ElidedLabel)
            and not label.wordWrap()
            and label.fontMetrics().horizontalAdvance(label.text()) > label.width()
        ]
        assert not cut


@pytest.mark.parametrize(("wish", "line"), [(Qt.Key.Key_F2, "search_line"), (Qt.Key.Key_F3, "name_line")])
def test_a_touched_key_of_the_pad_leaves_the_cursor_in_its_line(opened: Opened, wish: Qt.Key, line: str) -> None:
    kiosk = opened()
    kiosk.key(wish)
    kiosk.settle()
    if isinstance(kiosk.state, Noticing):
        kiosk.press("confirm")
    kiosk.press("key_C")
    field = kiosk.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.objectName() == line
    kiosk.press("key_Z")
    assert field.text() == "CZ"


def test_more_than_were_counted_are_many(opened: Opened) -> None:
    kiosk = opened()
    rows = tuple(Candidate(str(number), "陈\uff0a\uff0a", "6") for number in range(3))
    kiosk.window.search.show_state(Searching("CH", rows, 17, is_long=True, is_answered=True))
    count = kiosk.window.search.findChild(Label, "count")
    assert isinstance(count, Label)
    assert count.text() == "还有很多位，请再按一个字母"
    kiosk.window.search.show_state(Searching("CH", rows, 2, is_answered=True))
    assert count.text() == "还有 2 位，请再按一个字母"
