"""The office's pages: lists in, devices together, disagreements, steps; every page whole in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.history import conflicts as kept_conflicts
from db.records import Client, Concern, Event
from desktop.office.pages.first_steps import FirstSteps
from desktop.office.window import NAMES, OfficeWindow
from desktop.services.concerns import listing
from desktop.services.exchange import cards, packages
from desktop.services.guests import clients
from desktop.services.guests.check_ins import walk_in
from desktop.services.opening import join_project
from desktop.services.registry import administrator
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Line, Picker
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        _, event = world.with_event(store)
        people = world.with_staff(store)
        world.with_concern(store, event, people)
    made = world.opened(qtbot, look, translator, file)
    made.people = people
    yield made
    made.close()


def press(office: Office, inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert button is not None, name
    office.bot.mouseClick(button, LEFT)
    office.wait()


def notice(office: Office) -> str:
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    return window.notice.text


# Home


def test_home_counts_what_is_late_and_lists_it_first(office: Office) -> None:
    home = office.flow.home

    assert home.number("overdue") == "1"
    assert home.number("conflicts") == "0"


def test_a32_the_home_page_says_where_other_is_chosen_too_often(office: Office) -> None:
    said = "二级类别里“其他”占 25%（5 / 20）：建议增加一个编码"
    assert said not in [one.text() for one in office.flow.home.findChildren(Label)]
    office.flow.look_for_news()
    office.wait()
    with world.reopened(office.file) as store:
        event = store.records(Event, "WHERE deleted = 0")[0].id
        with store.transaction(verb="test.many") as tx:
            for place in range(20):
                code = "other" if place < 5 else "leakage"
                tx.insert(
                    Concern(
                        id=tx.new_id(), created_at=tx.now, event=event, number=f"n-{place}", words="漏水",
                        type="repair", received_by=office.people.host, occurred_at=tx.now, sub_area=code,
                    )
                )  # fmt: skip

    office.flow.look_for_news()
    office.wait()

    assert said in [one.text() for one in office.flow.home.findChildren(Label)]


def test_what_another_program_writes_is_shown_without_a_word(office: Office) -> None:
    before = office.flow.home.number("overdue")
    # The first look tells the number to compare with.
    office.flow.look_for_news()
    office.wait()
    with world.reopened(office.file) as elsewhere:
        host, coordinator = (
            elsewhere.query("SELECT id FROM staff WHERE name = :n", n=n)[0][0] for n in ("沈砚", "阮青")
        )
        event = elsewhere.query("SELECT min(id) FROM event")[0][0]
        world.with_concern(
            elsewhere, event, world.People(coordinator=coordinator, host=host, handler=host), "走廊灯不亮"
        )

    office.flow.look_for_news()
    office.wait()

    assert int(office.flow.home.number("overdue")) == int(before) + 1


def test_a_young_project_is_led_through_three_steps(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    world.found(tmp_path / "young.db").close()
    office = world.opened(qtbot, look, translator, tmp_path / "young.db")
    steps = office.flow.home.findChild(FirstSteps)
    assert steps is not None
    assert steps.isVisible()

    filled = [one for one in steps.findChildren(Button) if one.isVisible() and one.property("kind") == "filled"]
    qtbot.mouseClick(filled[0], LEFT)

    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    assert window.page_name == "events"
    office.close()


def test_a_figure_opens_the_list_that_it_counts(office: Office) -> None:
    office.flow.home.list_wanted.emit("overdue")
    office.wait()

    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    assert window.page_name == "concerns"
    assert [line.is_late for line in office.flow.work.shown] == [True]


def test_a_database_that_cannot_be_opened_is_said_and_nothing_can_be_pressed(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    office = world.opened(qtbot, look, translator, tmp_path / "nowhere.db")

    assert "nowhere.db" in notice(office)
    assert not [one for one in office.flow.home.findChildren(Button) if one.isVisible()]
    office.close()


# Events


def test_an_event_is_built_and_a_wrong_day_is_explained(office: Office) -> None:
    page = office.flow.events
    page.name.setText("入户拜访")
    page.starts.setText("周末")
    page.ends.setText("2026-06-01 18:00")
    office.bot.mouseClick(page.add_button, LEFT)
    office.wait()
    assert "周末" in notice(office)

    page.starts.setText("2026-06-01 09:00")
    office.bot.mouseClick(page.add_button, LEFT)
    office.wait()

    assert page.table.rows.rowCount() == 2
    assert page.name.text() == ""


# Import


def listed(tmp_path: Path, text: str = world.LIST) -> Path:
    file = tmp_path / "邀约名单.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_list_is_looked_at_repaired_imported_and_taken_back(office: Office, tmp_path: Path) -> None:
    page = office.flow.importing
    page.file_given.emit(str(listed(tmp_path)))
    office.wait()
    assert page.step == "check"
    assert page.check.import_button.text() == "导入 2 行"

    field = page.check.findChild(Line, "repair_4")
    assert field is not None
    field.setText("13800010003")
    field.editingFinished.emit()
    office.wait()
    assert page.check.import_button.text() == "导入 3 行"

    office.bot.mouseClick(page.check.import_button, LEFT)
    office.wait()
    assert page.step == "done"
    press(office, office.flow.window, "undo")
    office.wait()

    assert "移除 3 位" in notice(office)
    office.close()
    with world.reopened(office.file) as store:
        assert {one.name: one.deleted for one in store.records(Client, "ORDER BY id")} == {
            "温若水": 1, "纪南星": 1, "沈一苇": 1
        }  # fmt: skip


def test_a_row_can_come_in_without_the_cell_that_is_wrong(office: Office, tmp_path: Path) -> None:
    page = office.flow.importing
    page.file_given.emit(str(listed(tmp_path)))
    office.wait()

    press(office, page.check, "without_4")

    assert page.check.import_button.text() == "导入 3 行"


def test_looking_at_a_list_changes_nothing(office: Office, tmp_path: Path) -> None:
    office.flow.importing.file_given.emit(str(listed(tmp_path)))
    office.wait()
    office.close()

    with world.reopened(office.file) as store:
        assert store.count("SELECT count(*) FROM client") == 0


def test_a_column_is_given_another_meaning_by_hand(office: Office, tmp_path: Path) -> None:
    text = world.LIST.replace("联系电话", "打给谁")
    page = office.flow.importing
    page.file_given.emit(str(listed(tmp_path, text)))
    office.wait()
    assert page.check.import_button.text() == "导入 3 行"

    picker = page.check.findChild(Picker, "column_打给谁")
    assert picker is not None
    picker.choose("phone")
    picker.activated.emit(picker.currentIndex())
    office.wait()

    assert page.check.import_button.text() == "导入 2 行"


def test_a_file_that_is_no_list_is_explained(office: Office, tmp_path: Path) -> None:
    office.flow.importing.file_given.emit(str(listed(tmp_path, "随便写写\n")))
    office.wait()

    assert notice(office)
    assert office.flow.importing.step == "choose"


def test_the_rows_that_stay_out_are_saved_as_a_table(office: Office, tmp_path: Path) -> None:
    office.flow.importing.file_given.emit(str(listed(tmp_path)))
    office.wait()
    office.choices.written = tmp_path / "待改.csv"

    office.bot.mouseClick(office.flow.importing.check.keep_button, LEFT)
    office.wait()

    assert "1380001000" in office.choices.written.read_text(encoding="utf-8-sig")


# Work list


def test_a_concern_is_moved_one_step(office: Office) -> None:
    work = office.flow.work
    work.show_view("open")
    office.wait()
    work.pane.begin("dispatched")

    press(office, work.pane.form, "send_step")

    assert notice(office).endswith("现在：已派单")
    office.close()
    with world.reopened(office.file) as store:
        assert [one.state for one in listing.everything(administrator(store), store, now_ms=world.NOW_MS)] == [
            "dispatched"
        ]


def test_a_refused_step_says_every_reason_and_changes_nothing(office: Office) -> None:
    work = office.flow.work
    work.show_view("open")
    office.wait()
    work.pane.begin("void")
    decider = work.pane.form.findChild(Picker, "decided_by")
    assert decider is not None
    decider.choose(office.people.handler)

    press(office, work.pane.form, "send_step")

    said = [one.accessibleName() for one in work.pane.form.findChildren(QWidget) if one.objectName()[:7] == "against"]
    assert len(said) == 2
    assert all("。" in text for text in said)
    field = work.pane.form.findChild(QWidget, "asked_reason")
    assert field is not None
    assert work.pane.form.control("reason").accessibleDescription()
    office.close()
    with world.reopened(office.file) as store:
        assert store.count("SELECT count(*) FROM concern_step") == 2


def test_a_key_opens_the_step_but_none_leads_to_a_special_end(office: Office) -> None:
    work = office.flow.work
    work.show_view("open")
    office.wait()

    # The second X takes the first one back.
    for letter in "XXVEMR":
        work.table.letter_pressed.emit(letter)
        assert work.pane.form.isHidden()
    work.table.letter_pressed.emit("D")

    assert not work.pane.form.isHidden()


def test_the_list_is_searched_by_words(office: Office) -> None:
    work = office.flow.work
    work.show_view("open")
    work.search()
    field = work.findChild(Line)
    assert field is not None

    field.setText("玄关")
    assert len(work.shown) == 1
    field.setText("没有这样的话")
    assert not work.shown


# Exchange and disagreements


@pytest.fixture
def other(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path, office: Office) -> Iterator[Office]:
    """A second window: another office of the same project."""
    office.choices.written = tmp_path / "project.card"
    office.bot.mouseClick(office.flow.exchange.card_button, LEFT)
    office.wait()
    file = tmp_path / "other.db"
    join_project(file, tmp_path / "project.card", device_name="第二办公室", role="office", passphrase=None).close()
    made = world.opened(qtbot, look, translator, file)
    yield made
    made.close()


def export(office: Office, target: Path) -> Path:
    office.choices.written = target
    office.bot.mouseClick(office.flow.exchange.export_button, LEFT)
    office.bot.mouseClick(office.flow.exchange.export.export_button, LEFT)
    office.wait()
    return target


def test_a_package_of_one_window_is_merged_in_another(office: Office, other: Office, tmp_path: Path) -> None:
    package = export(office, tmp_path / "office.qinting")

    other.flow.exchange.files_given.emit([str(package)])
    other.wait()
    assert other.flow.exchange.merge_button.text() == "合并 1 个"
    assert not other.flow.work.shown
    other.bot.mouseClick(other.flow.exchange.merge_button, LEFT)
    other.wait()

    other.flow.work.show_view("open")
    assert [line.words for line in other.flow.work.shown] == ["玄关的墙往前推了，柜子放不下"]


def test_a_stranger_is_taken_in_only_after_the_fingerprint_was_compared(
    office: Office, other: Office, tmp_path: Path
) -> None:
    package = export(other, tmp_path / "other.qinting")
    office.flow.exchange.files_given.emit([str(package)])
    office.wait()
    assert not office.flow.exchange.merge_button.isVisibleTo(office.flow.exchange)
    with world.reopened(other.file) as store:
        fingerprint = cards.own_fingerprint(store)

    press(office, office.flow.exchange, f"trust_{fingerprint}")

    assert office.flow.exchange.merge_button.text() == "合并 1 个"
    assert office.flow.exchange.merge_button.isVisibleTo(office.flow.exchange)


def test_a_damaged_package_is_set_apart_with_its_next_step(office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "broken.qinting"
    broken.write_bytes(b"PK not a package")

    office.flow.exchange.files_given.emit([str(broken)])
    office.wait()

    texts = [label.text() for label in office.flow.exchange.findChildren(QLabel)]
    assert any("broken.qinting" in text for text in texts)


@pytest.fixture
def torn(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    """An office that has taken in another's package: both corrected one client's name."""
    file, card = tmp_path / "torn.db", tmp_path / "torn.card"
    with world.found(file) as store:
        caller, event = world.with_event(store)
        _, client = walk_in(caller, store, event=event, name="单思原")
        cards.write_card(caller, store, file=card)
        packages.export(caller, store, file=tmp_path / "first.qinting")
        with join_project(tmp_path / "b.db", card, device_name="手记 A6", role="office", passphrase=None) as second:
            there = administrator(second)
            assert packages.take_in(there, second, file=tmp_path / "first.qinting").taken
            clients.set_fields(there, second, client=client, changes={"name": "单思源"})
            packages.export(there, second, file=tmp_path / "second.qinting")
        clients.set_fields(caller, store, client=client, changes={"name": "单思沅"})
        assert packages.take_in(caller, store, file=tmp_path / "second.qinting", trust=["any"]).conflicts == 1
    made = world.opened(qtbot, look, translator, file)
    yield made
    made.close()


def test_a_disagreement_is_settled_by_a_key(torn: Office) -> None:
    window = torn.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("conflicts")
    page = torn.flow.conflicts
    assert page.table.rows.rowCount() == 1

    page.take(1)
    torn.wait()

    assert page.table.rows.rowCount() == 0
    torn.close()
    with world.reopened(torn.file) as store:
        assert kept_conflicts(store) == ()


def test_neither_value_is_right_and_a_third_one_is_written(torn: Office) -> None:
    page = torn.flow.conflicts
    page.take(2)
    page.own.setText("单思远")

    press(torn, page, "take_own")

    torn.close()
    with world.reopened(torn.file) as store:
        assert [one.name for one in store.records(Client, "ORDER BY id")] == ["单思远"]


# What leaves the office


def test_invitations_are_made_into_the_folder_that_was_chosen(office: Office, tmp_path: Path) -> None:
    page = office.flow.importing
    page.file_given.emit(str(listed(tmp_path)))
    office.wait()
    office.bot.mouseClick(page.check.import_button, LEFT)
    office.wait()
    office.choices.into = tmp_path / "out"
    office.choices.into.mkdir()

    office.bot.mouseClick(office.flow.invitations.issue_button, LEFT)
    office.wait()

    made = {path.suffix or "folder" for path in office.choices.into.iterdir()}
    assert made == {".pdf", ".csv", "folder"}
    assert len(list(office.choices.into.rglob("*.png"))) == 2


def test_nothing_can_be_made_for_nobody(office: Office) -> None:
    assert not office.flow.invitations.issue_button.isEnabled()


# Every page


def cut(inside: QWidget) -> list[str]:
    """Texts that do not fit: labels that may not give way, and buttons narrower than they ask for."""
    found = []
    for label in inside.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            is_high = label.wordWrap() and label.height() < label.heightForWidth(label.width())
            if is_high or (not label.wordWrap() and label.width() < label.sizeHint().width()):
                found.append(label.text())
    found += [
        button.text()
        for button in inside.findChildren(Button)
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width()
    ]
    return found


def whole(office: Office) -> None:
    """Wait until everything has found its place; fails with the texts that have not."""

    def check() -> None:
        assert cut(office.flow.window) == []

    office.bot.waitUntil(check, timeout=3_000)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_cuts_a_text(office: Office, translator: Translator, language: str) -> None:
    translator.speak("zh" if language == "zh" else "en")
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    for page in NAMES:
        window.open(page)
        office.wait()
        whole(office)


def test_the_look_at_a_list_is_not_cut_either(office: Office, translator: Translator, tmp_path: Path) -> None:
    translator.speak("en")
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("clients")
    office.flow.importing.file_given.emit(str(listed(tmp_path)))
    office.wait()

    whole(office)


def test_a_step_entered_for_another_asks_how_one_knows(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "signed.db"
    with world.found(file) as store:
        _, event = world.with_event(store)
        people = world.with_staff(store)
        concern = world.with_concern(store, event, people)
    office = world.opened(qtbot, look, translator, file, staff_id=people.coordinator)
    work = office.flow.work
    work.show_view("open")
    office.wait()
    work.pane.begin("dispatched")
    decider = work.pane.form.findChild(Picker, "decided_by")
    assert decider is not None
    assert decider.choice == people.coordinator

    press(office, work.pane.form, "send_step")
    work.pane.begin("in_progress")
    press(office, work.pane.form, "send_step")

    office.close()
    with world.reopened(file) as store:
        kept = store.get(Concern, concern)
        assert kept is not None
        assert kept.handler == people.handler
