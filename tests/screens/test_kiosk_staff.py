"""The staff's corner: the way in, what can be put right there, and what this kiosk remembers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.kiosk.state import AskingPin, AtWork, Board, Idle, NewPin
from desktop.services.guests import arrivals
from desktop.services.hall import screens
from desktop.services.opening import open_database
from desktop.services.people import pin
from desktop.services.registry import administrator
from desktop.settings import Settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.measures import PX
from tests.screens.kiosk_day import ENTER, Day, Kiosk, make_day, stray_code

Opened = Callable[..., Kiosk]
PIN = "2580"


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return make_day(tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> Iterator[Opened]:
    kiosks: list[Kiosk] = []

    def make(*, is_staffed: bool = True, settings: Settings | None = None) -> Kiosk:
        kiosks.append(Kiosk(qtbot, day, look, translator, is_staffed=is_staffed, settings=settings))
        return kiosks[-1]

    yield make
    for kiosk in kiosks:
        kiosk.close()


def guard(day: Day) -> None:
    """Set the PIN as the office does."""
    with open_database(day.file) as store:
        pin.set_pin(administrator(store), store, PIN)


def page(kiosk: Kiosk) -> type:
    """Which page is shown, by its state."""
    return type(kiosk.state)


def board(kiosk: Kiosk) -> Board:
    """What the staff's page shows."""
    state = kiosk.state
    assert isinstance(state, AtWork)
    return state.board


def tap(kiosk: Kiosk, times: int) -> None:
    """Touch the corner at the top right of the window."""
    for _ in range(times):
        kiosk.qtbot.mouseClick(kiosk.window.corner, Qt.MouseButton.LeftButton)
    for _ in range(3):
        kiosk.settle()


def type_pin(kiosk: Kiosk, digits: str) -> None:
    """Press the pad's digits and go on."""
    for digit in digits:
        kiosk.press(f"key_{digit}")
    kiosk.press("confirm")
    for _ in range(3):
        kiosk.settle()


def work(kiosk: Kiosk, *names: str) -> None:
    """Press buttons of the staff's page, one after the other."""
    for name in names:
        kiosk.press(name)
        for _ in range(3):
            kiosk.settle()


# The way in


def test_the_corner_is_where_it_should_be_and_cannot_be_seen(opened: Opened) -> None:
    kiosk = opened()
    corner = kiosk.window.corner

    assert (corner.width(), corner.height()) == (PX.staff_corner, PX.staff_corner)
    assert (corner.geometry().right(), corner.y()) == (kiosk.window.width() - 1, 0)
    corner.show()
    box = corner.geometry()
    kiosk.window.grab()
    shown = kiosk.window.grab(box).toImage()
    corner.hide()
    assert kiosk.window.grab(box).toImage() == shown


def test_four_taps_open_nothing_and_the_fifth_asks_for_the_pin(opened: Opened, day: Day) -> None:
    guard(day)
    kiosk = opened()
    tap(kiosk, 4)
    assert kiosk.state == Idle()

    tap(kiosk, 1)
    assert page(kiosk) is AskingPin


def test_the_pin_opens_the_corner_and_is_not_shown(opened: Opened, day: Day) -> None:
    guard(day)
    kiosk = opened()
    tap(kiosk, 5)
    for digit in PIN:
        kiosk.press(f"key_{digit}")
    assert kiosk.window.pin.line.echoMode() is QLineEdit.EchoMode.Password
    assert PIN not in kiosk.window.pin.line.displayText()
    kiosk.press("confirm")
    kiosk.settle()
    kiosk.settle()

    assert page(kiosk) is AtWork


def test_a_wrong_pin_opens_nothing_and_five_of_them_cost_a_minute(
    opened: Opened, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard(day)
    kiosk = opened()
    tap(kiosk, 5)
    type_pin(kiosk, "1111")
    assert kiosk.state == AskingPin(problem="wrong")
    assert "口令不对，请再试一次" in kiosk.texts()

    for _ in range(4):
        type_pin(kiosk, "1111")
    type_pin(kiosk, PIN)
    assert kiosk.state == AskingPin(problem="pause", seconds=60)
    later = pin.ticks_ms() + 61_000
    monkeypatch.setattr(pin, "ticks_ms", lambda: later)
    type_pin(kiosk, PIN)
    assert page(kiosk) is AtWork


def test_the_keyboard_alone_leads_in_and_out(opened: Opened, day: Day) -> None:
    guard(day)
    kiosk = opened()
    kiosk.key(Qt.Key.Key_F10)
    kiosk.settle()
    kiosk.qtbot.waitUntil(kiosk.window.pin.line.hasFocus)
    kiosk.type_in(PIN, gap_ms=150)
    kiosk.key(ENTER, "\r")
    kiosk.qtbot.waitUntil(lambda: page(kiosk) is AtWork)
    kiosk.key(Qt.Key.Key_Escape)

    assert kiosk.state == Idle()


def test_a_guarded_kiosk_is_not_closed_by_the_systems_own_button(opened: Opened, day: Day) -> None:
    guard(day)
    kiosk = opened()
    kiosk.settle()
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()
    kiosk.settle()
    assert page(kiosk) is AskingPin
    type_pin(kiosk, PIN)
    work(kiosk, "close")

    assert not kiosk.window.isVisible()


def test_without_a_pin_one_is_set_by_typing_it_twice(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=False)
    tap(kiosk, 5)
    work(kiosk, "new_pin")
    type_pin(kiosk, PIN)
    type_pin(kiosk, "1357")
    assert kiosk.state == NewPin(problem="different")
    type_pin(kiosk, PIN)
    type_pin(kiosk, PIN)

    assert page(kiosk) is AtWork
    with open_database(day.file) as store:
        assert pin.pin_matches(store, PIN)


def test_a_corner_left_open_closes_by_itself(opened: Opened) -> None:
    kiosk = opened()
    tap(kiosk, 5)
    assert page(kiosk) is AtWork
    for _ in range(180):
        kiosk.flow.tick()

    assert kiosk.state == Idle()


# What is done there


def test_the_figures_are_those_of_the_day(opened: Opened, day: Day) -> None:
    kiosk = opened()
    for code in (day.codes["陈知夏"], day.codes["陈子萱"], day.codes["陈钟晓"], stray_code(day.event)):
        kiosk.scan(code)
    tap(kiosk, 1)
    kiosk.key(Qt.Key.Key_F10)
    kiosk.settle()
    kiosk.settle()

    tiles = [tile.accessibleName() for tile in kiosk.window.staff._tiles]
    assert tiles == ["到访 3", "受邀 5", "未受邀到访 0", "待核对 1", "请到服务台 1"]


def test_a_check_in_is_taken_back_from_the_list(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])
    kiosk.key(Qt.Key.Key_F10)
    for _ in range(3):
        kiosk.settle()
    work(kiosk, "act_0")

    assert [row.undone for row in day.rows()] == [1]
    assert page(kiosk) is AtWork
    assert board(kiosk).decisions[0].is_undone


def test_staff_let_somebody_in_and_say_why(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈钟晓"])
    kiosk.key(Qt.Key.Key_F10)
    for _ in range(3):
        kiosk.settle()
    work(kiosk, "act_0")
    assert "为什么请这位客户入场？" in kiosk.texts()
    work(kiosk, "act_0")

    kept = [(row.outcome, row.means, row.admitted, row.reason) for row in day.rows()]
    assert kept == [("revoked", "scan", 0, None), ("revoked", "staff", 1, "identity_shown")]
    assert page(kiosk) is AtWork
    assert [one.may_admit for one in board(kiosk).decisions] == [False, False]


def test_a_reason_is_asked_for_and_can_be_left_again(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.scan(day.codes["陈钟晓"])
    kiosk.key(Qt.Key.Key_F10)
    for _ in range(3):
        kiosk.settle()
    work(kiosk, "act_0", "cancel")

    assert page(kiosk) is AtWork
    assert kiosk.state == AtWork(board(kiosk))
    assert len(day.rows()) == 1


def test_the_kiosk_goes_to_another_event(opened: Opened, day: Day) -> None:
    kiosk = opened()
    tap(kiosk, 5)
    work(kiosk, "event", "act_1", "home")
    kiosk.scan(day.other_code)

    assert "交付日" in kiosk.texts()
    # The day is not the invitation's, and the event is this one now.
    assert [row.outcome for row in day.rows()] == ["unknown"]


def test_the_mode_is_changed_remembered_and_followed(opened: Opened, day: Day) -> None:
    kiosk = opened()
    tap(kiosk, 5)
    work(kiosk, "mode_self_service", "home")
    kiosk.scan(stray_code(day.event))

    assert kiosk.kept[-1].kiosk_mode == "self_service"
    assert [(row.outcome, row.admitted) for row in day.rows()] == [("unknown", 0)]


def test_a_remembered_mode_stands_above_who_is_signed_in(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=True, settings=Settings(kiosk_mode="self_service"))
    kiosk.scan(stray_code(day.event))

    assert [(row.outcome, row.admitted) for row in day.rows()] == [("unknown", 0)]


def test_sound_and_the_way_to_the_desk_are_remembered(
    opened: Opened, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.devices.sounds.multimedia", lambda: None)
    kiosk = opened(is_staffed=False)
    tap(kiosk, 5)
    work(kiosk, "side_left", "volume_35", "volume_0", "home")
    kiosk.scan(day.codes["陈钟晓"])

    assert "请往左手边的服务台，一分钟就好" in kiosk.texts()
    assert [(one.desk_side, one.has_sounds, one.volume) for one in kiosk.kept] == [
        ("left", False, 70),
        ("left", True, 35),
        ("left", False, 35),
    ]


def test_the_screen_is_left_and_filled_again(opened: Opened) -> None:
    kiosk = opened()
    tap(kiosk, 5)
    work(kiosk, "device", "full")
    assert kiosk.window.isFullScreen()
    work(kiosk, "full")
    assert not kiosk.window.isFullScreen()


def test_the_list_of_guests_is_destroyed_by_hand(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=False)
    tap(kiosk, 5)
    work(kiosk, "destroy_guests")
    with open_database(day.file) as store:
        assert store.count("SELECT count(*) FROM guest") == 5
    work(kiosk, "destroy_guests")

    with open_database(day.file) as store:
        assert store.count("SELECT count(*) FROM guest") == 0


def test_alone_the_staffs_list_shows_no_name(opened: Opened, day: Day) -> None:
    kiosk = opened(is_staffed=False)
    kiosk.scan(day.codes["陈知夏"])
    kiosk.key(Qt.Key.Key_F10)
    for _ in range(3):
        kiosk.settle()

    assert page(kiosk) is AtWork
    assert not [text for text in kiosk.texts() if "陈" in text]


def test_somebody_let_in_cannot_be_let_in_again(opened: Opened, day: Day) -> None:
    with open_database(day.file) as store:
        assert store.count("SELECT count(*) FROM check_in") == 0
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])
    with open_database(day.file) as store, pytest.raises(Exception, match="let_in_already"):
        arrivals.let_in(administrator(store), store, check_in=day.rows()[0].id, reason="known_to_us")


def test_one_press_pauses_every_calling_screen_and_one_lets_them_go_on(opened: Opened, day: Day) -> None:
    kiosk = opened()
    tap(kiosk, 5)
    work(kiosk, "pause_screens")
    with open_database(day.file) as store:
        assert screens.board(administrator(store), store, event=day.event).is_paused
    assert board(kiosk).is_paused
    assert "恢复叫号" in kiosk.texts()
    work(kiosk, "pause_screens")

    with open_database(day.file) as store:
        assert not screens.board(administrator(store), store, event=day.event).is_paused


def test_a_kiosk_with_one_screen_says_so_and_keeps_it_for_the_client(opened: Opened) -> None:
    kiosk = opened()
    tap(kiosk, 5)
    work(kiosk, "board")

    assert "没有第二块屏幕" in kiosk.texts()
    assert page(kiosk) is AtWork
