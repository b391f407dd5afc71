"""What comes from elsewhere, in real windows: people let in twice, devices and clocks, folders, lists, recovery."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreTrouble
from db.vault import key_file
from desktop.courier import Standing
from desktop.office.window import OfficeWindow
from desktop.rules.fingerprints import code_text, words
from desktop.services.exchange import cards, outbox, packages
from desktop.services.exchange.outbox import Peer
from desktop.services.guests import doubles
from desktop.services.opening import found_project
from desktop.services.registry import administrator
from desktop.widgets.fields import Line
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.journeys.hall import Hall, clock
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
LIST = (
    "姓名,称谓,楼栋房号,联系电话\n温若冰,女士,6-2-1202,13800010001\n秦念,女士,3-2-604,138O0010009\n"
    ",女士,3-2-605,13800010010\n"
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    """Two desks let one client in; the east desk's clock is two hours ahead."""
    made = Hall(tmp_path_factory.mktemp("hall"))
    made.scan_at_both()
    made.desks[0].clock = clock(world.NOW_MS + 7_200_000)
    made.gather()
    made.close()
    return made


@pytest.fixture
def hall(template: Hall, tmp_path: Path) -> Iterator[Hall]:
    made = template.copied(tmp_path / "hall")
    made.office.close()
    yield made
    made.close()


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, hall: Hall) -> Iterator[Office]:
    made = world.opened(qtbot, look, translator, hall.file)
    window(made).activateWindow()
    qtbot.waitUntil(window(made).isActiveWindow, timeout=5_000)
    yield made
    made.close()


def window(office: Office) -> OfficeWindow:
    made = office.flow.window
    assert isinstance(made, OfficeWindow)
    return made


def go(office: Office, page: str) -> None:
    window(office).open(page)
    office.wait()


def press(office: Office, name: str) -> None:
    button = window(office).findChild(QPushButton, name)
    assert button is not None, name
    office.bot.mouseClick(button, LEFT)
    settle(office)


def settle(office: Office) -> None:
    """Let the worker end, and what was laid out anew be shown."""
    office.wait()
    office.bot.wait(30)


def told(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(Label) if label.isVisibleTo(inside))


# People let in twice


def test_who_was_let_in_twice_is_settled_by_a_key_and_taken_back(office: Office, hall: Hall) -> None:
    go(office, "conflicts")
    page = office.flow.conflicts
    assert page.twice_table.rows.rowCount() == 1
    said = told(page.twice)
    assert "温若水 女士" in said
    assert all(name in said for name in ("东门", "西门", "09:33", "09:40"))

    office.bot.keyClick(window(office), Qt.Key.Key_1)
    settle(office)
    assert page.twice_table.rows.rowCount() == 0
    assert "已定：同一个人，来过两次" in told(page.twice)
    with world.reopened(hall.file) as store:
        assert doubles.everything(hall.caller, store) == ()

    press(office, "undo")
    assert page.twice_table.rows.rowCount() == 1


def test_a_mistaken_one_of_two_is_taken_back_and_decided_anew(office: Office, hall: Hall) -> None:
    go(office, "conflicts")
    press(office, "double_mistake_2")
    with world.reopened(hall.file) as store:
        assert [one.undone for one in doubles.settled(hall.caller, store)[0].admissions] == [0, 1]

    press(office, "reopen_double")

    assert office.flow.conflicts.twice_table.rows.rowCount() == 1


# Devices


def test_a_clock_that_is_off_is_shown_and_a_device_is_removed_and_trusted_again(office: Office, hall: Hall) -> None:
    go(office, "exchange")
    card = office.flow.exchange.devices
    assert "快 2 小时" in told(card)
    print_ = cards.own_fingerprint(hall.desks[0])
    press(office, f"more_{print_}")
    assert all(word in told(card) for word in words(print_, "zh"))

    press(office, f"remove_{print_}")
    assert "已移除" in str([chip.accessibleName() for chip in card.findChildren(QWidget)])
    file = hall.folder / "later.qinting"
    packages.export(administrator(hall.desks[0]), hall.desks[0], file=file)
    office.flow.exchange.files_given.emit([str(file)])
    office.wait()
    assert "已经在这里移除" in told(office.flow.exchange.not_taken)

    press(office, f"known_{print_}")
    with world.reopened(hall.file) as store:
        assert packages.take_in(hall.caller, store, file=file).taken


def test_a_scanned_code_says_whether_it_is_the_same_device(office: Office, hall: Hall) -> None:
    go(office, "exchange")
    east, west = (cards.own_fingerprint(desk) for desk in hall.desks)
    press(office, f"more_{east}")
    line = window(office).findChild(Line, f"compare_{east}")
    assert line is not None

    line.setText(code_text(west))
    assert "另一台设备" in told(office.flow.exchange.devices)
    line.setText(code_text(east))
    assert "一样。" in told(office.flow.exchange.devices)


# The shared folder


def test_a_folder_is_shared_from_the_page_and_let_go_in_the_settings(office: Office, hall: Hall) -> None:
    go(office, "exchange")
    share = hall.folder / "share"
    share.mkdir()
    office.choices.into = share
    press(office, "choose_shared")
    assert office.kept[-1].shared_folder == str(share)
    assert "共享文件夹“share”" in told(office.flow.exchange.shared)

    go(office, "settings")
    press(office, "section_shared")
    line = office.flow.settings.shared.line
    assert line.text() == str(share)
    line.setText(str(hall.folder / "nowhere"))
    line.editingFinished.emit()
    office.wait()
    assert "没有这个文件夹" in told(office.flow.settings.shared)
    line.setText("")
    line.editingFinished.emit()
    office.wait()
    assert office.kept[-1].shared_folder == ""


def test_a_folder_that_vanishes_is_said_with_what_waits_and_so_is_its_return(
    qtbot: QtBot, look: Look, translator: Translator, hall: Hall
) -> None:
    office = world.opened(qtbot, look, translator, hall.file)
    go(office, "exchange")
    shared, flow = office.flow.exchange.shared, office.flow._exchange_flow
    names = {hall.desks[0].identity.writer: "东门"}
    peer = Peer(hall.desks[0].identity.writer, 3, (), (17,), None)
    flow.show_standing("/mnt/签到", Standing(world.NOW_MS, peers=(peer,)), names)
    settle(office)
    assert "东门：文件夹里缺第 17 号文件" in told(shared)
    assert "本机没有待发" in told(shared)

    flow.show_standing("/mnt/签到", Standing(world.NOW_MS, StoreTrouble("outbox_gone"), unsent=42), names)
    assert "U 盘插好了吗" in told(shared)
    assert "42 条在本机等着" in told(shared)

    flow.show_standing("/mnt/签到", Standing(world.NOW_MS + 1_000), names)
    assert "共享文件夹回来了" in window(office).notice.text
    assert "附件没到" not in told(shared)
    flow.show_standing("/mnt/签到", Standing(world.NOW_MS + 1_000, pictures=3), names)
    assert "还有 3 个照片和附件没到" in told(shared)
    office.close()


def test_a_stranger_in_the_shared_folder_is_asked_about(office: Office, hall: Hall) -> None:
    share, stranger = hall.folder / "share", hall.desks[0]
    share.mkdir()
    outbox.sync(administrator(stranger), stranger, address=str(share))
    with world.reopened(hall.file) as store:
        cards.remove(hall.caller, store, fingerprint_text=cards.own_fingerprint(stranger))
        store.connection.execute("DELETE FROM trusted_device")
        done = outbox.sync(hall.caller, store, address=str(share))
    assert [one.outcome for one in done.peers[0].waiting][:1] == ["unknown_device"]
    go(office, "exchange")

    office.flow._exchange_flow.show_standing(str(share), Standing(world.NOW_MS, peers=done.peers), {})
    office.wait()

    print_ = cards.own_fingerprint(stranger)
    press(office, f"trust_{print_}")
    with world.reopened(hall.file) as store:
        known = cards.known_devices(hall.caller, store)
    assert [one.trusted for one in known if one.fingerprint == print_] == [True]


# Lists


def test_a_row_like_somebody_known_is_shown_and_joined_by_a_click(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "第二份.csv"
    file.write_text(LIST, encoding="utf-8")
    go(office, "import")
    page = office.flow.importing
    page.file_given.emit(str(file))
    office.wait()
    assert "第 2 行 温若冰 与已有客户 温若水 同电话" in told(page.check.banner)

    page.check.figures.choose("twins")
    office.bot.wait(20)
    choice = page.check.findChild(QWidget, "twin_2")
    assert choice is not None
    office.bot.mouseClick(choice.findChildren(QPushButton)[0], LEFT)
    office.wait()

    assert not page.check.banner.isVisible()
    # The known client has nothing new to learn from the row but the room.
    assert page.check.import_button.text() == "导入 1 行"


def test_the_one_repair_offered_fits_the_cell(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "第二份.csv"
    file.write_text(LIST, encoding="utf-8")
    go(office, "import")
    page = office.flow.importing
    page.file_given.emit(str(file))
    office.wait()

    press(office, "mend_3")
    assert page.check.import_button.text() == "导入 2 行"
    press(office, "leave_4")
    assert page.check.findChild(QWidget, "repair_4") is None or "没有写姓名" not in told(page.check)


def test_the_columns_are_a_step_of_their_own(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "第二份.csv"
    file.write_text(LIST, encoding="utf-8")
    go(office, "import")
    page = office.flow.importing
    page.file_given.emit(str(file))
    office.wait()
    assert page._steps.accessibleName() == "3 / 4 检查"

    press(office, "change_columns")

    assert page._steps.accessibleName() == "2 / 4 对应栏目"


# The recovery sheet


def test_a_recovery_sheet_is_printed_from_the_settings(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_file, "ARGON2_MEMORY_KIB", 128)
    monkeypatch.setattr(key_file, "ARGON2_PASSES", 1)
    file = tmp_path / "keyed.db"
    found_project(file, name="听松苑", mark=None, device_name="办公室", passphrase="四个不相干的词").close()
    office = world.opened(qtbot, look, translator, file, passphrase="四个不相干的词")
    go(office, "settings")
    press(office, "section_keeping")
    assert "还没有恢复单" in told(office.flow.settings.keeping)

    office.choices.written = tmp_path / "恢复单.pdf"
    press(office, "recovery_sheet")

    assert "已有恢复单" in told(office.flow.settings.keeping)
    assert office.choices.written.read_bytes().startswith(b"%PDF-")
    assert len(key_file._read(file).slots) == 2
    office.close()
