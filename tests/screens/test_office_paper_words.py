"""The office's own words and mark on its paper: typed, seen on the form at once, refused beside the field, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.office.pages.settings_paper import PaperSection
from desktop.office.window import OfficeWindow
from desktop.services.project import house
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.paper.house_samples import drawn_mark
from tests.screens import office_world as world
from tests.screens.office_world import Office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, tmp_path: Path) -> Iterator[Office]:
    with world.found(tmp_path / "office.db") as store:
        world.with_event(store)
        world.with_staff(store)
    made = world.opened(qtbot, look, translator, tmp_path / "office.db")
    window(made).resize(1280, 900)
    window(made).open("settings")
    made.wait()
    made.flow.settings.open("paper")
    made.wait()
    yield made
    made.close()


def window(office: Office) -> OfficeWindow:
    made = office.flow.window
    assert isinstance(made, OfficeWindow)
    return made


def section(office: Office) -> PaperSection:
    return office.flow.settings.paper


def taken_back(office: Office) -> None:
    button = window(office).findChild(QPushButton, "undo")
    assert button is not None
    office.bot.mouseClick(button, LEFT)
    office.wait()


def kept(office: Office) -> tuple[str, str, bool, bool, int]:
    """(last sentence, legal sentence, seal, own mark, version of the notice) as another reader finds them."""
    with world.reopened(office.file) as store:
        setup = house.form_setup(store)
        return setup.last, setup.legal, setup.seal, house.logo(store) is not None, house.notice_text(store).version


def test_words_count_as_one_leaves_them_show_on_the_form_and_are_refused_beside_their_field(
    office: Office,
) -> None:
    page, before = section(office), kept(office)
    shown = page.foot.image.copy()
    assert shown.width() > 1_000
    line, text = page.lines["last_line"], page.texts["legal_line"]

    assert line.text() == before[0]
    line.setFocus()
    line.setText("您说好了才算好。")
    text.setFocus()
    office.wait()
    text.setPlainText("第一行\n接着写。")
    page.lines["service_name"].setFocus()
    office.wait()

    assert kept(office)[:2] == ("您说好了才算好。", "第一行接着写。")
    assert page.foot.image != shown
    taken_back(office)
    assert kept(office)[:2] == ("您说好了才算好。", before[1])
    office.bot.mouseClick(page.seal, LEFT)
    office.wait()
    assert kept(office)[2]
    line.setFocus()
    line.clear()
    text.setFocus()
    office.wait()
    assert kept(office)[0] == ""
    office.bot.mouseClick(page.reset_button, LEFT)
    office.wait()
    assert (kept(office)[0], line.text(), page.reset_button.isHidden()) == (before[0], before[0], True)

    # Too long: said beside the field, and what was typed stays to be shortened.
    before = kept(office)
    line.setFocus()
    line.setText("字" * 23)
    page.lines["service_name"].setFocus()
    office.wait()

    assert "22" in page.fields["last_line"]._under.text()
    assert line.text() == "字" * 23
    assert kept(office) == before


def test_a_mark_is_chosen_or_refused_and_a_changed_notice_is_the_next_version(office: Office, tmp_path: Path) -> None:
    page = section(office)
    (tmp_path / "mark.png").write_bytes(drawn_mark())
    (tmp_path / "words.png").write_text("kein Bild", encoding="utf-8")
    office.choices.read = (tmp_path / "mark.png",)
    assert page.drop_button.isHidden()

    office.bot.mouseClick(page.logo_button, LEFT)
    office.wait()

    assert kept(office)[3]
    assert page.own_mark.isVisible()
    office.choices.read = (tmp_path / "words.png",)
    office.bot.mouseClick(page.logo_button, LEFT)
    office.wait()
    assert kept(office)[3]
    assert "PNG" in window(office).notice.text
    office.bot.mouseClick(page.drop_button, LEFT)
    office.wait()
    assert not kept(office)[3]
    taken_back(office)
    assert kept(office)[3]

    # The notice.
    assert not page.save_button.isEnabled()
    page.notice.setPlainText("我们是谁\n{company}")
    # What is typed stays while everything is read anew.
    office.flow.settings.open("paper")
    office.wait()
    assert page.notice.toPlainText() == "我们是谁\n{company}"

    office.bot.mouseClick(page.save_button, LEFT)
    office.wait()
    office.choices.written = tmp_path / "notice.pdf"
    office.bot.mouseClick(page.pdf_button, LEFT)
    office.wait()

    assert kept(office)[4] == 2
    assert not page.save_button.isEnabled()
    assert (tmp_path / "notice.pdf").read_bytes().startswith(b"%PDF-")
    taken_back(office)
    with world.reopened(office.file) as store:
        assert "自动化决策" in house.notice_text(store).text
        assert house.notice_text(store).version == 3


def test_the_sheet_of_duties_is_written_as_it_is_shown(office: Office, tmp_path: Path) -> None:
    window(office).open("duty")
    office.wait()
    office.choices.written = tmp_path / "duty.pdf"

    office.bot.mouseClick(office.flow.duty.sheet_button, LEFT)
    office.wait()

    assert (tmp_path / "duty.pdf").read_bytes().startswith(b"%PDF-")
