"""The page of common issues: groups suggested, confirmed by Enter, refused by N, changed, split, and taken back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.likeness import encoder
from desktop.office.pages.common import CommonPage
from desktop.services.common import deciding, listing
from desktop.services.common.listing import Matter
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.slider import STEPS
from tests.screens.common_world import told
from tests.screens.office_world import Office, opened

Said = dict[str, list[str]]
LEAK = "卫生间地面找坡不足，水往外流"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    folder = tmp_path_factory.mktemp("common")
    return folder, told(folder / "office.db", matters=4, each=5)[2]


@pytest.fixture
def said(made: tuple[Path, Said]) -> Said:
    return made[1]


@pytest.fixture
def file(made: tuple[Path, Said], tmp_path: Path) -> Path:
    shutil.copytree(made[0], tmp_path / "office")
    return tmp_path / "office" / "office.db"


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, file: Path) -> Iterator[Office]:
    made = opened(qtbot, look, translator, file)
    yield made
    made.close()


def settle(office: Office) -> None:
    """Until the windows' workers have nothing left to do."""
    remembering = office.flow.remembering
    office.bot.waitUntil(lambda: not office.jobs.is_busy and not remembering.is_busy, timeout=20_000)


def page_of(office: Office) -> CommonPage:
    office.flow._window.open("common")
    settle(office)
    return office.flow.common


def matters(file: Path) -> tuple[Matter, ...]:
    with open_database(file) as store:
        return listing.everything(administrator(store), store)


def focused(office: Office) -> QWidget:
    found = office.flow._window.focusWidget()
    assert found is not None
    return found


def undo(office: Office) -> None:
    office.bot.keyClick(office.flow._window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(office)


def test_a22_groups_are_confirmed_by_enter_refused_by_n_and_both_are_taken_back(
    office: Office, file: Path, said: Said
) -> None:
    page = page_of(office)
    count = len(page.groups)
    group = next(one for one in page.groups if one.members[0].concern in said["bathroom_slope"])
    page.stand_on(group.key)
    page.pane.title.setText(LEAK)
    page.pane.members.begin()
    office.bot.keyClick(focused(office), Qt.Key.Key_Space)

    office.bot.keyClick(page.pane.title, Qt.Key.Key_Return)
    settle(office)

    (matter,) = matters(file)
    assert (matter.title, len(matter.members)) == (LEAK, len(group.members) - 1)
    assert [one.concern for one in matter.out] == [group.members[0].concern]
    assert page.matters.rows.rowCount() == 1
    assert group.key not in {one.key for one in page.groups}
    undo(office)
    assert not matters(file)
    assert len(page.groups) == count

    first, second = page.groups[:2]
    page.stand_on(first.key)
    office.bot.keyClick(page.suggestions, Qt.Key.Key_N)
    settle(office)

    assert not matters(file)
    assert first.key not in {one.key for one in page.groups}
    assert page.chosen is not None
    assert page.chosen.key == second.key
    undo(office)
    assert first.key in {one.key for one in page.groups}


def test_the_slider_counts_what_is_lacking_is_asked_for_and_emptiness_is_explained(
    office: Office, file: Path, monkeypatch: pytest.MonkeyPatch, translator: Translator
) -> None:
    page = page_of(office)
    at_first = len(page.groups)
    assert at_first >= 3

    page.slider.setValue(STEPS)
    office.bot.waitUntil(lambda: not page.groups)
    settle(office)
    assert "0" in page._count.text()
    page.slider.setValue(0)
    office.bot.waitUntil(lambda: len(page.groups) == at_first)

    page.pane.title.setText(" ")
    page.pane.confirm.click()
    assert page.pane._lacks.isVisible()
    page.pane.title.setText("水")
    for row in page.pane.members._rows[1:]:
        row.tick.setChecked(False)
    page.pane.confirm.click()
    assert page.pane._lacks.isVisible()
    assert not matters(file)

    monkeypatch.setattr(encoder, "is_there", lambda: False)
    page.least.choose("10")
    page.least.activated.emit(0)
    settle(office)
    assert page._simple.isVisible()
    assert not page.groups
    assert page._empty.isVisible()
    translator.speak("en")
    assert "10" in page._no_suggestion.text()


def test_a_matter_stands_on_the_home_beside_its_concerns_and_can_be_said_otherwise_and_split(
    office: Office, file: Path, said: Said
) -> None:
    first, *others = said["bathroom_slope"]
    office.flow.desk.do(
        lambda caller, store: deciding.confirm(caller, store, title="水", concerns=[first, *others]),
        lambda _issue: None,
    )
    settle(office)
    (line,) = office.flow.home._home.overview.matters
    assert (line.title, line.clients, line.open) == ("水", 5, 5)
    assert office.flow.home._matters_card.isVisible()

    office.flow._open_concern(first)
    office.flow.work.whole_wanted.emit(first)
    settle(office)
    whole = office.flow.work.whole
    assert whole._more_known is not None
    assert whole._more_known.matter == (line.issue, "水")
    concern, alike = whole._alike
    assert concern == first
    assert {one.concern for one in alike} & set(others)
    assert first not in {one.concern for one in alike}

    form = office.flow.entry.form
    form.words.set_text("卫生间的水往外面流")
    office.bot.waitUntil(lambda: bool(form.alike.found), timeout=20_000)
    assert {one.concern for one in form.alike.found} <= {first, *others}
    form.words.set_text("水水")
    office.bot.waitUntil(lambda: not form.alike.found)

    office.flow.home.matter_wanted.emit(line.issue)
    settle(office)
    pane = office.flow.common.pane
    assert office.flow._window.page_name == "common"
    assert not pane.save.isEnabled()
    pane.title.setText(LEAK)
    pane.save.click()
    settle(office)
    assert [one.title for one in matters(file)] == [LEAK]
    pane.split_button.click()
    settle(office)
    assert not matters(file)
    undo(office)
    assert [one.title for one in matters(file)] == [LEAK]
