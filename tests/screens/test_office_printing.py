"""Printing in the office: once for each press, waiting for a printer that is gone, as this kind was printed last."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import paper_jobs
from desktop.office.pages.papers import PapersPage
from desktop.office.window import OfficeWindow
from desktop.services.papers import printing, shelf
from desktop.services.papers.shelf import Wanted
from desktop.services.papers.spooling import PrintOptions
from desktop.settings import print_habit
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.paper.fake_system import Printers
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> Printers:
    made = Printers()
    monkeypatch.setattr(printing, "system", lambda: made)
    return made


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, printers: Printers, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        world.with_event(store)
    made = world.opened(qtbot, look, translator, file)
    yield made
    made.close()


def opened(office: Office, kind: str = "summary") -> PapersPage:
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("papers")
    office.flow.papers.table.choose(kind)
    settled(office)
    office.bot.waitUntil(office.flow.papers.print_button.isEnabled, timeout=10_000)
    return office.flow.papers


def settled(office: Office) -> None:
    """Let the desk and the spooler end."""
    for _ in range(2):
        office.wait()
        office.bot.waitUntil(lambda: not office.flow.printing.is_busy, timeout=10_000)


def test_a_double_click_and_a_key_that_bounces_print_once_and_a_printer_in_use_is_known_while_it_is_away(
    office: Office, printers: Printers
) -> None:
    page = opened(office)
    office.bot.mouseClick(page.print_button, LEFT)
    office.bot.mouseDClick(page.print_button, LEFT)
    office.bot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settled(office)

    assert len(printers.taken) == 1
    assert [job.state for job in page.jobs.jobs] == ["sent"]
    printers.there = []
    page.table.choose("digest")
    settled(office)
    assert not page.print_button.isEnabled()
    page.table.choose("summary")
    settled(office)
    assert page.printing.printers.currentText() == "不在：大堂"
    assert page.print_button.isEnabled()


def test_a_paper_waits_for_its_printer_goes_out_when_that_is_back_and_can_be_sent_elsewhere_or_taken_back(
    office: Office, printers: Printers
) -> None:
    page, window = opened(office), office.flow.window
    assert isinstance(window, OfficeWindow)
    assert not page.jobs.isVisible()
    printers.off["大堂"] = "缺纸"
    office.bot.mouseClick(page.print_button, LEFT)
    settled(office)
    assert "缺纸" in window.notice.text
    assert "自动打印" in window.notice.text
    assert (page.jobs.isVisible(), page.jobs.jobs[0].state) == (True, "waiting")
    printers.off = {}
    # The page need not be looked at.
    window.open("home")
    office.flow.printing.go()
    settled(office)

    assert len(printers.taken) == 1
    assert "大堂 恢复了" in window.notice.text
    window.open("papers")
    settled(office)
    page.printing.printers.choose("二楼")
    page.printing.printer_chosen.emit("二楼")
    assert page.jobs.elsewhere.text() == "改用 二楼"
    office.bot.mouseClick(page.jobs.elsewhere, LEFT)
    settled(office)
    assert [one[0] for one in printers.taken] == ["大堂", "二楼"]
    assert printers.fates["大堂-1"].fate == "cancelled"

    office.bot.mouseClick(page.jobs.cancel, LEFT)
    settled(office)

    assert [job.state for job in page.jobs.jobs] == ["cancelled"]
    assert printers.fates["二楼-2"].fate == "cancelled"


def test_only_what_the_printer_offers_can_be_chosen_and_each_kind_remembers_its_own(
    office: Office, printers: Printers
) -> None:
    page = opened(office)
    choices = page.printing
    choices.more.click()
    assert [choices.sides.itemData(n) for n in range(choices.sides.count())] == ["", "one", "long", "short"]
    for picker, value in ((choices.sides, "long"), (choices.trays, "Manual"), (choices.media, "A5")):
        picker.choose(value)
        picker.activated.emit(picker.currentIndex())
    choices.copies.setText("3")
    office.bot.mouseClick(page.print_button, LEFT)
    settled(office)
    assert printers.taken[0][2] == PrintOptions(3, "long", "Manual", "A5")
    assert print_habit(office.kept[-1], "summary").copies == 3

    page.table.choose("digest")
    settled(office)
    assert choices.options == PrintOptions()
    page.table.choose("summary")
    settled(office)
    assert choices.options == PrintOptions(3, "long", "Manual", "A5")
    choices.printers.choose("二楼")
    choices.printer_chosen.emit("二楼")
    settled(office)
    # It prints on one side and has one tray.
    assert choices.options == PrintOptions(3, "", "", "")
    assert not choices.sides.isVisible()


def test_what_was_on_its_way_when_the_program_ended_goes_on_at_the_next_start(
    qtbot: QtBot, look: Look, translator: Translator, printers: Printers, tmp_path: Path
) -> None:
    file = tmp_path / "office.db"
    with world.found(file) as store:
        caller, event = world.with_event(store)
        # The program ended between the press and the printer.
        shelf.print_out(caller, store, wanted=Wanted("summary", event), name="交付日 总结", queue="大堂")
        assert printers.taken == []
        store.clock = lambda: world.NOW_MS
        with store.transaction(verb="test.earlier") as tx:
            paper_jobs.note(tx, paper_jobs.all_of(tx)[0].id, tx.now, made_at=world.NOW_MS - 60_000)

    again = world.opened(qtbot, look, translator, file)
    settled(again)

    assert len(printers.taken) == 1
    assert [job.state for job in again.flow.papers.jobs.jobs] == ["sent"]
    again.close()
