"""What an event showed stands on one page, each bar leads to its rows, and the summary for owners is approved there."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.office.pages.findings import FindingsPage
from desktop.rules.chart_kinds import OTHERS, Point, Stroke, waiting
from desktop.rules.charts import Bar
from desktop.services.common import deciding
from desktop.services.papers import owners_summary
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.widgets.charts import ChartView
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look, theme
from desktop.widgets.measures import PX
from tests.screens.common_world import say, told
from tests.screens.hosting import shown_texts
from tests.screens.office_world import Office, opened, reopened, window_of

SIZE = (480, 240)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two matters of six clients each, and one client who said something else."""
    made = tmp_path_factory.mktemp("findings") / "office.db"
    event, people, matters = told(made, matters=2)
    store = reopened(made)
    caller = administrator(store)
    for name, concerns in matters.items():
        deciding.confirm(caller, store, title=f"共性 {name}", concerns=concerns)
    say(store, event, people, "谢谢你们", None, "service_quality")
    staff.add(caller, store, name="韩若川", level="staff", roles=["department_head"])
    store.close()
    return made


@pytest.fixture
def office(qtbot: QtBot, look: Look, translator: Translator, file: Path) -> Office:
    return opened(qtbot, look, translator, file)


def page_of(office: Office) -> FindingsPage:
    """The page, come to from the numbers of the day."""
    office.flow.home.numbers_wanted.emit("")
    office.wait()
    office.flow.numbers.findings_button.click()
    office.wait()
    page = office.flow.findings
    assert window_of(office).page is page
    return page


def test_the_page_says_what_most_clients_share_and_leads_to_it(office: Office) -> None:
    page = page_of(office)
    chart = page.charts["causes"]

    assert [bar.value for bar in chart.bars] == [6, 6, 1]
    assert chart.bars[-1].key == OTHERS
    first, second = (bar.text for bar in chart.bars[:2])
    told_of = f"{first} 6 (6 / 13), {second} 6 (12 / 13), 其他 1 (13 / 13)"
    assert chart.accessibleName() == f"前 2 项牵涉 12 / 13 位客户: {told_of}"
    with office.bot.waitSignal(page.matter_wanted) as asked:
        chart.setFocus()
        office.bot.keyClick(chart, Qt.Key.Key_Down)
        office.bot.keyClick(chart, Qt.Key.Key_Return)
    assert asked.args == [chart.bars[0].key]
    office.wait()
    assert window_of(office).page is office.flow.common
    office.close()


def test_of_fewer_than_ten_clients_nothing_is_said_of_a_line(office: Office) -> None:
    page = page_of(office)
    told = "线为累计客户，n=13"
    assert told in shown_texts(page)
    assert page._found is not None
    assert page._standing is not None

    page.show_findings(replace(page._found, guests=7), page._standing, "")

    assert not page.charts["causes"].marks.dots
    assert "n=7" in shown_texts(page)
    assert not any("累计" in text for text in shown_texts(page))
    office.close()


def test_the_summary_for_owners_is_approved_here_and_that_is_taken_back(office: Office) -> None:
    page = page_of(office)
    assert page.approve_button.isVisible()
    assert not page.back_button.isVisible()

    page.approve_button.click()
    office.wait()

    event = page.event_id
    store = reopened(office.file)
    assert owners_summary.standing(administrator(store), store, event=event).approval is not None
    store.close()
    assert not page.approve_button.isVisible()
    page.back_button.click()
    office.wait()
    assert page.approve_button.isVisible()
    office.close()


def test_every_bar_leads_on_and_the_summary_is_kept_as_a_document(office: Office, tmp_path: Path) -> None:
    page = page_of(office)
    page.charts["departments"].opened.emit("")
    office.wait()
    assert window_of(office).page is office.flow.work
    page_of(office).charts["waiting"].opened.emit("0")
    office.wait()
    assert window_of(office).page is office.flow.arrivals
    page_of(office).paper_button.click()
    office.wait()
    assert window_of(office).page is office.flow.papers
    assert office.flow.papers.table.choice == "owners"
    office.choices.written = tmp_path / "summary.docx"
    office.flow.papers.save_button.click()
    office.wait()
    assert office.choices.written.read_bytes()[:2] == b"PK"
    assert "summary.docx" in window_of(office).notice.text
    office.close()


def dots(view: ChartView, ink: str) -> int:
    """How many dots of the grabbed widget have a colour."""
    image = view.grab().toImage()
    return sum(
        image.pixelColor(x, y).name().upper() == ink.upper()
        for x in range(image.width())
        for y in range(image.height())
    )


def test_the_painter_for_the_screen_draws_bars_lines_and_strokes(qtbot: QtBot, look: Look) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(*SIZE)
    second = theme().chart_series[1]

    view.show_pareto((Bar("a", "地面" * 60, 9), Bar("b", "墙", 6)), (9, 15), 15, "共性")
    with_line = dots(view, second)
    assert with_line > 100
    assert next(text for text in view.marks.texts if text.use == "label").text.endswith("…")
    view.show_pareto((Bar("a", "地面", 3), Bar("b", "墙", 2)), (3, 5), 5, "共性")
    assert dots(view, second) == 0

    view.show_waits(waiting([1, 4, 12, 13]), (Stroke(8, "中位数 8 分"),), "等候")
    assert dots(view, second) >= PX.thick * 100
    assert view.accessibleName().startswith("等候: 中位数 8 分, 0–5 2")  # noqa: RUF001

    points = (Point("e1", "05-09", 8, 16), Point("e2", "05-16", 0, 0), Point("e3", "05-23", 3, 4))
    view.show_trend(points, "满意")
    assert view.accessibleName() == "满意: 05-09 50% 8 / 16, 05-16 0 / 0, 05-23 3 / 4"
    with qtbot.waitSignal(view.opened) as asked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    assert asked.args == ["e2"]
