"""The exchange in real windows: what comes in a folder, from strangers, torn or late; and a field in disagreement."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.history import conflicts as kept_conflicts
from db.records import Client
from db.store import Store
from desktop import app
from desktop.cli.main import run
from desktop.office.window import OfficeWindow
from desktop.services.exchange import cards, packages
from desktop.services.guests import clients
from desktop.services.guests.check_ins import walk_in
from desktop.services.opening import join_project
from desktop.services.registry import administrator
from desktop.settings import Settings
from desktop.widgets.fields import Line
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton


class Project:
    """An office and a kiosk of one project, the kiosk trusted; packages go into the folder `stick`."""

    def __init__(self, folder: Path) -> None:
        self.file, self.stick = folder / "office.db", folder / "stick"
        self.stick.mkdir()
        self.card = folder / "project.card"
        with world.found(self.file) as store:
            self.caller, self.event = world.with_event(store)
            _, self.client = walk_in(self.caller, store, event=self.event, name="单思原")
            cards.write_card(self.caller, store, file=self.card)
            packages.export(self.caller, store, file=folder / "office.qinting")
            self.kiosk = self.join(folder, "东门签到台")
            packages.take_in(administrator(self.kiosk), self.kiosk, file=folder / "office.qinting")
            cards.trust(self.caller, store, fingerprint_text=cards.own_fingerprint(self.kiosk))

    def join(self, folder: Path, name: str) -> Store:
        """A further device of the project."""
        return join_project(folder / f"{name}.db", self.card, device_name=name, role="office", passphrase=None)

    def send(
        self, name: str, *, delta: bool = False, passphrase: str | None = None, store: Store | None = None
    ) -> Path:
        """A package of the kiosk, or of another device, on the stick."""
        source, file = store or self.kiosk, self.stick / f"{name}.qinting"
        packages.export(administrator(source), source, file=file, delta=delta, passphrase=passphrase)
        return file

    def arrive(self, name: str) -> None:
        """Somebody walks in at the kiosk."""
        walk_in(administrator(self.kiosk), self.kiosk, event=self.event, name=name)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = Project(tmp_path)
    yield made
    made.kiosk.close()


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, project: Project) -> Iterator[Office]:
    made = world.opened(qtbot, look, translator, project.file)
    window = made.flow.window
    assert isinstance(window, OfficeWindow)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    window.open("exchange")
    made.wait()
    yield made
    made.close()


def press(office: Office, name: str) -> None:
    button = office.flow.window.findChild(QPushButton, name)
    assert button is not None, name
    office.bot.mouseClick(button, LEFT)
    office.wait()


def told(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(Label) if label.isVisibleTo(inside))


def choose_folder(office: Office, folder: Path) -> None:
    office.choices.into = folder
    office.bot.mouseClick(office.flow.exchange.folder.choose_button, LEFT)
    office.wait()


def names(office: Office) -> list[str]:
    rows = office.flow.exchange.table.rows
    return [rows.row_at(place).cells[0].text for place in range(rows.rowCount())]


def aside(project: Project) -> Path:
    return project.file.with_name(f"{project.file.name}.not-taken")


# A folder of packages


def test_packages_in_a_folder_are_listed_before_anything_changes_and_then_merged(
    office: Office, project: Project
) -> None:
    project.arrive("温若水")
    project.send("签到台-1")
    choose_folder(office, project.stick)
    page = office.flow.exchange
    assert names(office) == ["签到台-1"]
    assert page.merge_button.text() == "合并 1 个"
    with world.reopened(project.file) as store:
        assert store.count("SELECT count(*) FROM client WHERE name = '温若水'") == 0

    office.bot.mouseClick(page.merge_button, LEFT)
    office.wait()

    assert names(office) == []
    assert "1 个已经收过" in told(page)
    with world.reopened(project.file) as store:
        assert store.count("SELECT count(*) FROM client WHERE name = '温若水'") == 1


def test_the_folder_is_remembered_and_looked_into_when_the_page_is_opened(
    office: Office, project: Project, qtbot: QtBot, look: Look, translator: Translator
) -> None:
    choose_folder(office, project.stick)
    office.close()
    project.arrive("纪南星")
    project.send("签到台-2")

    again = world.opened(qtbot, look, translator, project.file)
    window = again.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("exchange")
    again.wait()

    assert names(again) == ["签到台-2"]
    again.close()


def test_a_folder_that_is_gone_is_said_and_stands_in_nobodys_way(office: Office, project: Project) -> None:
    choose_folder(office, project.stick)
    project.stick.rename(project.stick.with_name("taken out"))

    office.bot.keyClick(office.flow.window, Qt.Key.Key_F5)
    office.wait()

    assert "找不到" in told(office.flow.exchange.folder)


def test_steps_that_are_missing_before_a_package_are_counted(office: Office, project: Project) -> None:
    project.send("第一个", delta=True)
    choose_folder(office, project.stick)
    office.bot.mouseClick(office.flow.exchange.merge_button, LEFT)
    office.wait()
    for number, name in enumerate(("沈一苇", "温若水"), start=2):
        project.arrive(name)
        project.send(f"第 {number} 个", delta=True)
    (project.stick / "第 2 个.qinting").unlink()
    office.bot.keyClick(office.flow.window, Qt.Key.Key_F5)
    office.wait()

    row = office.flow.exchange.table.rows.row_at(0)
    assert row.cells[-1].text.startswith("缺前 ")
    office.bot.mouseClick(office.flow.exchange.merge_button, LEFT)
    office.wait()

    office.bot.waitUntil(lambda: "缺 " in told(office.flow.exchange.devices), timeout=5_000)


def test_a_window_opened_with_a_package_shows_it_and_takes_nothing(
    project: Project, qtbot: QtBot, look: Look, translator: Translator
) -> None:
    project.arrive("林望舒")
    package = project.send("双击打开的包")

    office = world.opened(qtbot, look, translator, project.file, package=package)

    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    assert window.page_name == "exchange"
    assert names(office) == ["双击打开的包"]
    with world.reopened(project.file) as store:
        assert store.count("SELECT count(*) FROM client WHERE name = '林望舒'") == 0
    office.close()


@pytest.mark.parametrize(("words", "face"), [(["in.qinting"], "office"), (["--face", "host", "in.qinting"], "host")])
def test_a_package_as_the_only_word_asks_for_the_office(words: list[str], face: str, tmp_path: Path) -> None:
    given: list[Namespace] = []

    def window(arguments: Namespace) -> int:
        given.append(arguments)
        return 0

    assert run(words, window) == 0
    asked = replace(Settings(), face="kiosk")
    assert app._who_and_where(given[0], asked, tmp_path / "office.db", None)[0] == face
    assert app._package(given[0]) == Path("in.qinting")


# What cannot be taken


def test_a_torn_package_is_kept_aside_with_its_reason_and_changes_nothing(office: Office, project: Project) -> None:
    torn = project.stick / "名单备份(1).qinting"
    torn.write_bytes(project.send("whole").read_bytes()[:3_000])
    (project.stick / "whole.qinting").unlink()
    with world.reopened(project.file) as store:
        before = store.count("SELECT count(*) FROM journal")
    choose_folder(office, project.stick)

    reason = (aside(project) / "名单备份(1).qinting.txt").read_text(encoding="utf-8")
    assert reason.splitlines()[0].startswith("文件不完整")
    assert (aside(project) / "名单备份(1).qinting").read_bytes() == torn.read_bytes()
    assert "未接收的文件 1 个" in told(office.flow.exchange)
    with world.reopened(project.file) as store:
        assert store.count("SELECT count(*) FROM journal") == before


def test_looking_again_keeps_one_copy_of_what_was_not_taken(office: Office, project: Project) -> None:
    (project.stick / "torn.qinting").write_bytes(b"PK not a package")
    choose_folder(office, project.stick)
    for _ in range(2):
        office.bot.keyClick(office.flow.window, Qt.Key.Key_F5)
        office.wait()

    assert sorted(file.name for file in aside(project).iterdir()) == ["torn.qinting", "torn.qinting.txt"]


def test_a_package_of_another_project_is_kept_aside(office: Office, project: Project, tmp_path: Path) -> None:
    with world.found(tmp_path / "foreign.db", name="云栖里") as foreign:
        packages.export(administrator(foreign), foreign, file=project.stick / "foreign.qinting")
    choose_folder(office, project.stick)

    assert names(office) == []
    assert (aside(project) / "foreign.qinting").exists()


def test_a_stranger_is_asked_about_by_the_groups_of_the_fingerprint_and_trusted(
    office: Office, project: Project, tmp_path: Path
) -> None:
    with project.join(tmp_path, "陌生的笔记本") as stranger:
        fingerprint = cards.own_fingerprint(stranger)
        project.send("stranger", store=stranger)
    choose_folder(office, project.stick)
    page = office.flow.exchange
    groups = fingerprint.split("-")
    assert "  ".join(groups[:4]) in told(page)
    assert "陌生的笔记本" in told(page)
    assert not page.merge_button.isVisibleTo(page)

    press(office, f"trust_{fingerprint}")

    assert page.merge_button.text() == "合并 1 个"


def test_a_stranger_whose_fingerprint_differs_is_kept_aside_and_can_be_tried_again(
    office: Office, project: Project, tmp_path: Path
) -> None:
    with project.join(tmp_path, "陌生的笔记本") as stranger:
        fingerprint = cards.own_fingerprint(stranger)
        project.send("stranger", store=stranger)
    choose_folder(office, project.stick)

    press(office, f"refuse_{fingerprint}")
    assert "核对不上" in told(office.flow.exchange)
    # What was shown before goes once nobody is working in it any more.
    gone = f"trust_{fingerprint}"
    office.bot.waitUntil(lambda: office.flow.window.findChild(QPushButton, gone) is None, timeout=5_000)

    press(office, "again_stranger.qinting")
    press(office, f"trust_{fingerprint}")
    office.bot.mouseClick(office.flow.exchange.merge_button, LEFT)
    office.wait()

    assert not (aside(project) / "stranger.qinting").exists()


def test_a_package_behind_a_passphrase_asks_for_it(office: Office, project: Project) -> None:
    project.arrive("顾南乔")
    project.send("secret", passphrase="山高水长")
    choose_folder(office, project.stick)
    page = office.flow.exchange
    for typed in ("不对", "山高水长"):
        line = page.findChild(Line, "package_passphrase")
        assert line is not None
        line.setText(typed)
        press(office, "open_package")

    assert names(office) == ["secret"]
    office.bot.mouseClick(page.merge_button, LEFT)
    office.wait()
    with world.reopened(project.file) as store:
        assert store.count("SELECT count(*) FROM client WHERE name = '顾南乔'") == 1


def test_a_file_that_has_gone_by_the_time_it_is_looked_at_is_said_once(office: Office, project: Project) -> None:
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    office.flow.exchange.files_given.emit([str(project.stick / "gone.qinting")])
    office.wait()
    assert "gone.qinting" in window.notice.text

    window.notice.clear()
    office.bot.keyClick(window, Qt.Key.Key_F5)
    office.wait()
    assert window.notice.text == ""


# Out


def test_a_package_for_certain_devices_opens_on_those_alone(office: Office, project: Project, tmp_path: Path) -> None:
    export = office.flow.exchange.export
    office.bot.mouseClick(office.flow.exchange.export_button, LEFT)
    export.choose("full", "pass")
    assert not export.export_button.isEnabled()
    export.passphrase.setText("山高水长")
    office.choices.written = tmp_path / "for-one.qinting"

    office.bot.mouseClick(export.export_button, LEFT)
    office.wait()

    there = administrator(project.kiosk)
    assert packages.take_in(there, project.kiosk, file=tmp_path / "for-one.qinting").outcome == "wrong_passphrase"
    found = packages.take_in(
        there, project.kiosk, file=tmp_path / "for-one.qinting", passphrase="山高水长", dry_run=True
    )
    assert found.outcome == "merged"
    assert export.passphrase.text() == ""


# Disagreements


@pytest.fixture
def torn(office: Office, project: Project) -> Office:
    """Kiosk and office gave one client different names; the kiosk's package has been merged."""
    there = administrator(project.kiosk)
    clients.set_fields(there, project.kiosk, client=project.client, changes={"name": "单思源"})
    with world.reopened(project.file) as store:
        clients.set_fields(project.caller, store, client=project.client, changes={"name": "单思沅"})
    project.send("签到台")
    choose_folder(office, project.stick)
    office.bot.mouseClick(office.flow.exchange.merge_button, LEFT)
    office.wait()
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("conflicts")
    office.wait()
    return office


def name_now(project: Project) -> str:
    with world.reopened(project.file) as store:
        kept = store.get(Client, project.client)
        assert kept is not None
        return kept.name


def test_both_sides_tell_who_where_and_what_they_had_seen(torn: Office) -> None:
    said = told(torn.flow.conflicts)

    assert "原来是 单思原" in said
    assert said.count("当时看到") == 2
    first, second = (torn.flow.conflicts.findChild(QPushButton, f"take_{number}") for number in (1, 2))
    assert first is not None
    assert second is not None
    # An odd width leaves one of them a pixel.
    assert abs(first.width() - second.width()) <= 1
    assert first.property("kind") == second.property("kind") == "outline"


@pytest.mark.parametrize("key", [1, 2])
def test_a_key_settles_and_undo_opens_it_again_with_both_values(torn: Office, project: Project, key: int) -> None:
    page = torn.flow.conflicts
    shown = [side.value for side in page._open[0].sides]
    torn.bot.keyClick(torn.flow.window, Qt.Key(Qt.Key.Key_0 + key))
    torn.wait()
    assert name_now(project) == shown[key - 1]
    assert page.ended_table.rows.rowCount() == 1

    press(torn, "undo")
    torn.wait()

    assert [side.value for side in page._open[0].sides] == shown
    assert name_now(project) == shown[0]
    with world.reopened(project.file) as store:
        (kept,) = kept_conflicts(store)
        assert {head.value for head in kept.heads} == set(shown)


def test_after_one_is_settled_the_next_is_there_for_the_same_keys(torn: Office, project: Project) -> None:
    there = administrator(project.kiosk)
    clients.set_fields(there, project.kiosk, client=project.client, changes={"note": "坐轮椅"})
    with world.reopened(project.file) as store:
        clients.set_fields(project.caller, store, client=project.client, changes={"note": "要轮椅通道"})
    torn.flow.exchange.files_given.emit([str(project.send("签到台-2"))])
    torn.wait()
    torn.bot.mouseClick(torn.flow.exchange.merge_button, LEFT)
    torn.wait()
    assert torn.flow.conflicts.table.rows.rowCount() == 2

    for _ in range(2):
        torn.bot.keyClick(torn.flow.window, Qt.Key.Key_1)
        torn.wait()

    assert torn.flow.conflicts.table.rows.rowCount() == 0
    assert torn.flow.conflicts.ended_table.rows.rowCount() == 2


def test_what_was_settled_can_be_decided_anew_later(torn: Office, project: Project) -> None:
    torn.bot.keyClick(torn.flow.window, Qt.Key.Key_1)
    torn.wait()
    torn.flow.conflicts.ended_table.choose(torn.flow.conflicts._ended[0].key)

    press(torn, "reopen")

    assert torn.flow.conflicts.table.rows.rowCount() == 1


def test_key_3_writes_another_value(torn: Office, project: Project) -> None:
    torn.bot.keyClick(torn.flow.window, Qt.Key.Key_3)
    assert torn.flow.conflicts.own.hasFocus()
    torn.bot.keyClicks(torn.flow.conflicts.own, "Shan")
    torn.bot.keyClick(torn.flow.conflicts.own, Qt.Key.Key_Return)
    torn.wait()

    assert name_now(project) == "Shan"


def test_a_decision_taken_back_reaches_other_devices_as_open(torn: Office, project: Project, tmp_path: Path) -> None:
    torn.bot.keyClick(torn.flow.window, Qt.Key.Key_2)
    torn.wait()
    press(torn, "undo")
    with world.reopened(project.file) as store:
        packages.export(administrator(store), store, file=tmp_path / "after.qinting")

    there = administrator(project.kiosk)
    assert packages.take_in(there, project.kiosk, file=tmp_path / "after.qinting").taken

    (kept,) = kept_conflicts(project.kiosk)
    assert {head.value for head in kept.heads} == {"单思源", "单思沅"}
