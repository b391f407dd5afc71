"""The staff's page about this device, and the page on which its scanner is tried."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.devices.multimedia import multimedia as find_multimedia
from desktop.kiosk.state import AtDevice, AtWork, Idle
from desktop.rules.scan_trial import TRIAL_TEXT
from desktop.services import device_state
from desktop.services.opening import open_database
from desktop.services.papers.printing import Queues
from desktop.settings import Settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.scanner_trial import ScannerTrial
from tests.screens.kiosk_day import ENTER, Day, Kiosk, make_day

Opened = Callable[..., Kiosk]
PRINTERS = Queues(("大堂", "badges"), "大堂")


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return make_day(tmp_path)


@pytest.fixture
def opened(
    qtbot: QtBot, day: Day, look: Look, translator: Translator, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    monkeypatch.setattr("desktop.kiosk.device_corner.queues", lambda: PRINTERS)
    kiosks: list[Kiosk] = []

    def make(**words: object) -> Kiosk:
        kiosks.append(Kiosk(qtbot, day, look, translator, **words))  # type: ignore[arg-type]
        return kiosks[-1]

    yield make
    kiosks[-1].close()


def at_device(kiosk: Kiosk) -> Kiosk:
    """Go to the page about this device."""
    kiosk.key(Qt.Key.Key_F10)
    kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AtWork))
    kiosk.press("device")
    kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AtDevice) and kiosk.state.printers is not None)
    return kiosk


def says(kiosk: Kiosk, name: str) -> str:
    """What the line says to whoever reads it or hears it read."""
    return kiosk.window.device.lines[name].accessibleName()


def trial(kiosk: Kiosk) -> ScannerTrial:
    kiosk.press("trial")
    (found,) = kiosk.window.findChildren(ScannerTrial)
    return found


def sends(kiosk: Kiosk, page: ScannerTrial, text: str, *, gap_ms: int = 8, end: str = "\r") -> None:
    """A scanner's keys, and the silence after them."""
    before = page.verdict
    kiosk.type_in(text, gap_ms=gap_ms)
    if end:
        kiosk.key(ENTER if end == "\r" else Qt.Key.Key_Tab, end, after_ms=gap_ms)
    kiosk.qtbot.waitUntil(lambda: page.verdict is not before)


# This device


def test_every_part_of_the_device_has_its_word(opened: Opened) -> None:
    kiosk = at_device(opened())

    assert says(kiosk, "scanner") == "扫码枪: 像键盘一样 · 开机后还没有扫过"
    assert says(kiosk, "camera") == "摄像头: 没有使用，由扫码枪读码"
    assert says(kiosk, "printer") == "打印机: 大堂"
    assert "GB" in says(kiosk, "disk")
    assert says(kiosk, "clock") == "时钟: 还没有和其他设备比过"
    assert says(kiosk, "exchange") == "上次同步: 还没有过"
    assert says(kiosk, "version") == f"版本: {device_state.program_version()}"


def test_what_is_not_well_is_said_in_words(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = device_state.DeviceState(300_000_000, -4 * 60_000, is_clock_ours=True, exchanged_at=None, version="1")
    monkeypatch.setattr("desktop.kiosk.staff_desk.device_state.state", lambda *_words, **_more: broken)
    settings = Settings(badge_printer="badges-2", scanner_port="/dev/nothing-here", has_camera=True)
    kiosk = at_device(opened(settings=settings, make_camera=lambda _parent: None))

    assert says(kiosk, "scanner") == "扫码枪: 串口 /dev/nothing-here 没有应答"
    assert says(kiosk, "camera") == "摄像头: 没有安装摄像头部件"
    assert says(kiosk, "printer") == "打印机: 找不到 badges-2"
    assert says(kiosk, "disk") == "磁盘: 只剩 0.3 GB，请在开门前腾出空间"
    assert says(kiosk, "clock") == "时钟: 比其他设备都慢 4 分钟"


def test_a_scan_and_an_exchange_are_told_by_how_long_ago_they_were(opened: Opened, day: Day) -> None:
    with open_database(day.file) as store, store.transaction(verb="test.sent", journal=False) as tx:
        tx.connection.execute("INSERT INTO sent_package(sha256, at) VALUES ('00', ?)", (day.now_ms - 2 * 3_600_000,))
    kiosk = opened()
    kiosk.scan(day.codes["陈知夏"])
    day.now_ms += 3 * 60_000
    at_device(kiosk)

    assert says(kiosk, "scanner") == "扫码枪: 像键盘一样 · 上次扫码 3 分钟前"
    assert says(kiosk, "exchange") == "上次同步: 2 小时前"


def test_a_printer_that_does_not_answer_keeps_no_client_waiting(
    opened: Opened, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    stuck = threading.Event()
    monkeypatch.setattr("desktop.kiosk.device_corner.queues", lambda: stuck.wait(30) and PRINTERS)
    kiosk = opened()
    kiosk.key(Qt.Key.Key_F10)
    kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AtWork))
    kiosk.press("device")
    kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AtDevice))
    assert says(kiosk, "printer") == "打印机: 正在查看……"
    kiosk.scan(day.codes["陈知夏"])

    assert kiosk.texts()[0] == "已签到"
    stuck.set()


def test_the_page_leads_back_to_the_staffs_first_page_and_closes_by_itself(opened: Opened) -> None:
    kiosk = at_device(opened())
    kiosk.press("board")
    kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AtWork))
    kiosk.press("device")
    kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.state, AtDevice))
    for _ in range(180):
        kiosk.flow.tick()

    assert isinstance(kiosk.state, Idle)


class Eyes(QObject):
    """Two cameras; which one is looked through is what counts here."""

    changed = Signal()

    def names(self) -> tuple[str, ...]:
        return ("Front", "Side")

    def open(self, name: str, _sink: object) -> Callable[[], None]:
        return lambda: None


def test_the_next_camera_is_taken_and_remembered(opened: Opened) -> None:
    multimedia: Any = find_multimedia()
    if multimedia is None:
        pytest.skip("the camera's part of Qt (PySide6-Addons) or libpulse is not installed")
    from desktop.devices.camera import Camera

    kiosk = opened(
        settings=Settings(has_camera=True),
        make_camera=lambda parent: Camera(Eyes(parent), multimedia.QVideoSink(parent), parent=parent),
    )
    at_device(kiosk)
    assert says(kiosk, "camera") == "摄像头: Front"
    # What was taken without being chosen stays the one, too.
    assert kiosk.kept[-1].camera == "Front"
    kiosk.press("eye")
    kiosk.flow.tick()

    assert kiosk.kept[-1].camera == "Side"
    assert says(kiosk, "camera") == "摄像头: Side"


# The scanner's test


def test_a_whole_scan_is_well_kept_and_checks_nobody_in(opened: Opened, day: Day) -> None:
    kiosk = at_device(opened())
    page = trial(kiosk)
    sends(kiosk, page, f"]Q1{TRIAL_TEXT}ZZ")
    texts = kiosk.texts()

    assert "扫码枪读得很好" in texts
    assert "37 个字符全部读到" in texts
    assert "字符间隔：8 毫秒，最长 8 毫秒" in texts
    assert "码前：]Q1 · 码后：ZZ + Enter" in texts
    kept = kiosk.kept[-1]
    assert (kept.scanner_prefix, kept.scanner_suffix, kept.scanner_gap_ms) == ("]Q1", "ZZ\r", 50)
    assert day.rows() == ()


def test_what_was_learnt_is_taken_off_at_once_and_after_a_restart(opened: Opened, day: Day) -> None:
    kiosk = at_device(opened())
    page = trial(kiosk)
    sends(kiosk, page, f"]Q1{TRIAL_TEXT}ZZ", end="\t", gap_ms=80)
    kiosk.press("trial_done")
    kiosk.key(Qt.Key.Key_Escape)
    kiosk.type_in(f"]Q1{day.codes['陈知夏']}ZZ", gap_ms=80)
    kiosk.key(Qt.Key.Key_Tab, "\t", after_ms=80)
    kiosk.settle()
    assert [row.outcome for row in day.rows()] == ["welcomed"]
    assert kiosk.kept[-1].scanner_gap_ms == 120

    kiosk.close()
    again = opened(settings=kiosk.kept[-1])
    again.scan(f"]Q1{day.codes['陈子萱']}ZZ")
    # Another scanner that adds nothing is read all the same.
    again.scan(day.codes["陈梓轩"])
    assert [row.outcome for row in day.rows()] == ["welcomed"] * 3


def test_what_stands_in_the_way_is_said_and_nothing_is_kept(opened: Opened) -> None:
    kiosk = at_device(opened())
    page = trial(kiosk)
    for sent, said in (
        (TRIAL_TEXT.replace("YZ", "ZY"), "扫码枪和电脑的键盘布局不同，请把扫码枪设为美式键盘，再扫一次。"),
        ("\uff10\uff11\uff12" + TRIAL_TEXT[3:], "输入法也在写字，请切换到英文或关掉输入法，再扫一次。"),
        (TRIAL_TEXT[:20] + TRIAL_TEXT[22:], "有字符丢失，请把扫码枪的字符间隔设得长一些。"),
    ):
        sends(kiosk, page, sent)
        assert {"还差一点", said} <= set(kiosk.texts())
    assert kiosk.kept == []

    sends(kiosk, page, TRIAL_TEXT.lower())
    assert "大写锁定（Caps Lock）开着，不影响读码。扫码枪附加的内容已记在这台设备上。" in kiosk.texts()
    assert page.verdict is not None
    assert page.verdict.is_well


def test_clients_codes_are_not_taken_while_the_page_is_open(opened: Opened, day: Day) -> None:
    kiosk = at_device(opened())
    page = trial(kiosk)
    sends(kiosk, page, day.codes["陈知夏"])
    assert day.rows() == ()
    kiosk.press("trial_done")
    kiosk.scan(day.codes["陈知夏"])

    assert len(day.rows()) == 1


def test_the_keyboard_alone_leaves_the_page_and_a_scanners_enter_does_not(opened: Opened) -> None:
    kiosk = at_device(opened())
    page = trial(kiosk)
    sends(kiosk, page, TRIAL_TEXT)
    open_after = [page.is_open]
    for key, text in ((ENTER, "\r"), (Qt.Key.Key_Escape, "")):
        kiosk.key(key, text)
        open_after.append(page.is_open)
        trial(kiosk)
    page.leave()

    assert open_after == [True, False, False]
    assert isinstance(kiosk.state, AtDevice)


def test_the_port_is_chosen_remembered_and_named(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.kiosk.device_corner.port_names", lambda: ("ttyACM9",))
    kiosk = at_device(opened())
    page = trial(kiosk)
    assert page.port_button.text() == "扫码枪：像键盘一样"
    kiosk.press("trial_port")

    assert kiosk.kept[-1].scanner_port == "ttyACM9"
    assert page.port_button.text() == "扫码枪：串口 ttyACM9"
    assert "串口 ttyACM9 没有应答。插上扫码枪后会自动接上。" in kiosk.texts()
    kiosk.press("trial_port")
    assert kiosk.kept[-1].scanner_port == ""


def test_the_page_goes_by_itself_and_leaves_no_ear_behind(opened: Opened, day: Day) -> None:
    kiosk = at_device(opened())
    page = trial(kiosk)
    page._clock.setInterval(1)
    page._clock.start()
    kiosk.qtbot.waitUntil(lambda: not page.is_open)
    kiosk.scan(day.codes["陈知夏"])

    assert len(day.rows()) == 1


def test_a_screen_reader_finds_every_control_of_both_pages(opened: Opened, translator: Translator) -> None:
    kiosk = at_device(opened())
    for language in ("zh", "en"):
        translator.speak("en" if language == "en" else "zh")
        page = trial(kiosk)
        operable = [
            one
            for one in kiosk.window.findChildren(QAbstractButton)
            if one.isVisible() and (page.isAncestorOf(one) or kiosk.window.device.isAncestorOf(one))
        ]

        assert len(operable) >= 6
        for one in operable:
            interface = QAccessible.queryAccessibleInterface(one)
            assert interface.text(QAccessible.Text.Name)
            assert interface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
        assert not page.findChildren(QLineEdit)
        page.leave()


def test_settings_of_the_scanner_survive_the_file(tmp_path: Path) -> None:
    from desktop.settings import load_settings, save_settings

    wanted = replace(Settings(), scanner_prefix="\x02]Q1", scanner_suffix="ZZ\x03\r", scanner_port="COM7")
    save_settings(wanted, tmp_path / "settings.toml")

    assert load_settings(tmp_path / "settings.toml") == wanted
