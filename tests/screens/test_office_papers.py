"""The papers of the office: looked at as they will be printed, without anything being numbered, handed out or noted."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.office.window import NAMES, OfficeWindow
from desktop.services.concerns import recording
from desktop.services.guests.check_ins import walk_in
from desktop.services.papers import printing, shelf
from desktop.services.papers.shelf import Wanted
from desktop.services.receptions import talks
from desktop.services.registry import administrator
from desktop.services.rosters.imports import import_list
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.measures import PX
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton
LIST = """姓名,称谓,房号,电话,置业顾问
温若水,女士,6-2-1201,13800010001,田野
纪南星,先生,6-2-1202,13800010002,田野
沈一苇,女士,6-2-1203,13800010003,许愿
"""


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "office.db"
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    with world.found(file) as store:
        caller, event = world.with_event(store)
        import_list(caller, store, file=tmp_path / "list.csv", event=event)
    made = world.opened(qtbot, look, translator, file)
    yield made
    made.close()


def opened(office: Office, kind: str) -> OfficeWindow:
    """The page of papers with one of them on the screen."""
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open("papers")
    office.flow.papers.table.choose(kind)
    office.wait()
    return window


def printed(office: Office) -> None:
    """Let the desk and the spooler end."""
    office.wait()
    office.bot.waitUntil(lambda: not office.flow.printing.is_busy, timeout=10_000)
    office.wait()


def counted(office: Office, sql: str) -> int:
    with world.reopened(office.file) as store:
        return store.count(sql)


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with two printers whose spooler keeps what it is given; returns where."""
    spool, programs = tmp_path / "spool", tmp_path / "programs"
    spool.mkdir()
    programs.mkdir()
    scripts = {
        "lpstat": '#!/bin/sh\n[ "$1" = -e ] && printf "前台\\nHall\\n" || echo "system default destination: Hall"\n',
        "lp": f'#!/bin/sh\nfor last; do :; done\ncp "$last" "{spool}/$2.pdf"\n',
    }
    for name, text in scripts.items():
        file = programs / name
        file.write_text(text, encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return spool


def test_the_print_button_hears_a_click_while_something_can_be_undone(office: Office, printer: Path) -> None:
    window = opened(office, "forms")
    window.undo.offer("list", "3 rows")
    office.bot.waitUntil(window.undo.isVisible)
    office.bot.wait(50)
    button = office.flow.papers.print_button
    assert button.isEnabled()
    # Where the window's system delivers it: whatever lies there on top hears it.
    QTest.mouseClick(window.windowHandle(), LEFT, pos=button.mapTo(window, button.rect().center()))
    printed(office)

    assert [file.name for file in printer.iterdir()] == ["Hall.pdf"]


@pytest.mark.parametrize("name", NAMES)
def test_what_can_be_undone_covers_nothing_of_a_page(office: Office, name: str) -> None:
    window = office.flow.window
    assert isinstance(window, OfficeWindow)
    window.open(name)
    office.wait()
    window.undo.offer("list", "3 rows")
    office.bot.waitUntil(window.undo.isVisible)
    office.bot.wait(50)
    page, size = window.page, window.size()

    assert not QRect(page.mapTo(window, QPoint()), page.size()).intersects(window.undo.geometry())
    assert window.rect().contains(window.undo.geometry())
    assert (size.width(), size.height()) == (PX.window_width, PX.window_height)


def test_a_paper_is_shown_as_it_will_be_printed(office: Office) -> None:
    opened(office, "forms")

    office.bot.waitUntil(lambda: office.flow.papers.view.page_count == 3, timeout=10_000)
    office.bot.waitUntil(lambda: 0 in office.flow.papers.view.drawn, timeout=10_000)


def test_a_name_that_no_face_has_is_told_above_the_paper_before_it_is_printed(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "rare.db"
    with world.found(file) as store:
        caller, event = world.with_event(store)
        walk_in(caller, store, event=event, name="王𪚥喜")
    office = world.opened(qtbot, look, translator, file)
    page = office.flow.papers
    opened(office, "badges")
    qtbot.waitUntil(lambda: page.view.page_count == 1, timeout=10_000)

    assert page._note.isVisible()
    assert any("𪚥" in label.text() for label in page._note.findChildren(QLabel))
    office.close()


def test_looking_numbers_nobody_hands_nothing_out_and_leaves_no_trace(office: Office) -> None:
    journal = counted(office, "SELECT count(*) FROM journal")
    for kind in shelf.KINDS:
        opened(office, kind)

    assert counted(office, "SELECT count(*) FROM form") == 0
    assert counted(office, "SELECT count(*) FROM invitation WHERE issued_at IS NOT NULL") == 0
    assert counted(office, "SELECT count(*) FROM journal") == journal


def test_a_paper_can_be_for_the_clients_of_one_of_ours(office: Office) -> None:
    opened(office, "forms")
    page = office.flow.papers
    page.owners.choose("田野")
    page.owners.activated.emit(page.owners.currentIndex())
    office.wait()

    office.bot.waitUntil(lambda: page.view.page_count == 2, timeout=10_000)
    assert "田野" in page.wanted.owner if page.wanted else False


def test_the_clients_copy_of_a_talk_can_be_chosen(
    qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path
) -> None:
    file = tmp_path / "talked.db"
    with world.found(file) as store:
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        _, client = walk_in(caller, store, event=event, name="温若水")
        talks.start(caller, store, event=event, client=client, host=people.host)
        recording.add(
            caller, store, event=event, client=client, received_by=people.host, words="玄关太窄", type_code="repair"
        )
        number = talks.end(caller, store, event=event, client=client, host=people.host).number
    office = world.opened(qtbot, look, translator, file)
    opened(office, "copy")
    page = office.flow.papers
    qtbot.waitUntil(lambda: page.view.page_count == 1, timeout=10_000)
    assert page.talks.currentText() == f"{number} 温若水"
    office.choices.written = tmp_path / "copy.pdf"

    office.bot.mouseClick(page.save_button, LEFT)
    office.wait()

    assert "玄关太窄" in PdfReader(tmp_path / "copy.pdf").pages[0].extract_text()
    office.close()


def test_what_is_kept_is_what_was_looked_at(office: Office, tmp_path: Path) -> None:
    opened(office, "invitations")
    office.choices.written = tmp_path / "邀请.pdf"

    office.bot.mouseClick(office.flow.papers.save_button, LEFT)
    office.wait()

    text = PdfReader(tmp_path / "邀请.pdf").pages[0].extract_text()
    assert "温若水" in text
    assert counted(office, "SELECT count(*) FROM invitation WHERE issued_at IS NOT NULL") == 3


def test_without_a_printer_the_page_says_so_and_offers_no_button(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    window = opened(office, "summary")

    assert not office.flow.papers.print_button.isEnabled()
    assert any("没有打印机" in label.text() for label in window.findChildren(type(office.flow.papers._state)))


@pytest.mark.skipif(os.name == "nt", reason="queues of CUPS")
def test_a_paper_goes_to_the_printer_that_was_chosen(office: Office, printer: Path) -> None:
    window = opened(office, "summary")
    page = office.flow.papers
    assert page.printing.printers.choice == "Hall"
    page.printing.printers.choose("前台")
    office.bot.waitUntil(page.print_button.isEnabled, timeout=10_000)

    office.bot.mouseClick(page.print_button, LEFT)
    printed(office)

    assert "前台" in window.notice.text
    assert len(PdfReader(printer / "前台.pdf").pages) >= 1


@pytest.mark.skipif(os.name == "nt", reason="queues of CUPS")
def test_a_printer_that_refuses_is_said_in_its_own_words(office: Office, printer: Path) -> None:
    (printer.parent / "programs" / "lp").write_text("#!/bin/sh\necho 'out of toner' >&2\nexit 1\n", encoding="utf-8")
    window = opened(office, "invitations")
    office.bot.waitUntil(office.flow.papers.print_button.isEnabled, timeout=10_000)

    office.bot.mouseClick(office.flow.papers.print_button, LEFT)
    printed(office)

    assert "out of toner" in window.notice.text
    (job,) = office.flow.papers.jobs.jobs
    # The paper is kept, to be printed elsewhere.
    assert (job.state, job.key is None) == ("failed", False)


@pytest.mark.skipif(os.name == "nt", reason="queues of CUPS")
def test_badges_are_printed_once_and_again_only_where_that_is_ticked(office: Office, printer: Path) -> None:
    window, page = opened(office, "badges"), office.flow.papers
    page.sizes.choose("90x54")
    page.sizes.activated.emit(page.sizes.currentIndex())
    office.wait()
    office.bot.waitUntil(page.print_button.isEnabled, timeout=10_000)
    office.bot.mouseClick(page.print_button, LEFT)
    office.wait()
    assert len(PdfReader(printer / "Hall.pdf").pages) == counted(office, "SELECT count(*) FROM print_job") == 3

    office.bot.mouseClick(page.print_button, LEFT)
    office.wait()
    assert "都已经打印过：3 张" in window.notice.text
    page.again.setChecked(True)
    office.bot.mouseClick(page.print_button, LEFT)
    office.wait()

    assert counted(office, "SELECT count(*) FROM print_job WHERE again = 1") == 3


def test_an_empty_paper_is_not_printed(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> None:
    file = tmp_path / "young.db"
    with world.found(file) as store:
        world.with_event(store)
    office = world.opened(qtbot, look, translator, file)
    opened(office, "forms")

    assert not office.flow.papers.save_button.isEnabled()
    assert office.flow.papers.view.page_count == 0
    office.close()


def test_a_paper_made_twice_has_the_same_bytes_as_its_look(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    with world.found(tmp_path / "office.db") as store:
        caller, event = world.with_event(store)
        import_list(caller, store, file=tmp_path / "list.csv", event=event)
        _same_as_looked_at(store, event, tmp_path / "made.pdf")


def _same_as_looked_at(store: Store, event: str, pdf: Path) -> None:
    wanted = Wanted("summary", event)
    looked = shelf.look(administrator(store), store, wanted=wanted)

    shelf.make(administrator(store), store, wanted=wanted, pdf=pdf)

    assert pdf.read_bytes() == looked.content


def test_printers_are_none_where_the_system_cannot_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with world.found(tmp_path / "office.db") as store:
        assert printing.printers(administrator(store), store).names == ()
