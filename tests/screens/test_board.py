"""The calling board: what the hall may read, each call in its turn, and nothing a scanner could do to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreTrouble
from desktop.board.beside import Beside
from desktop.board.flow import LOST_AFTER, BoardFlow
from desktop.board.marks import Text, marks_of
from desktop.board.page import BoardPage
from desktop.board.state import CALLED_MS, READ_MS, Board, Caller, Ticket, Told
from desktop.board.window import BoardWindow, screen_for_hall
from desktop.board.words import words_in
from desktop.jobs import Jobs
from desktop.services.hall import calling, screens
from desktop.settings import Language, Settings
from desktop.widgets.context import FaceContext
from desktop.widgets.labels import text_width
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens import hall_world as world
from tests.screens.hall_world import NOW_MS, World

FIRST, SECOND = "陈知夏", "沈一诺"


@dataclass(slots=True)
class Hall:
    """A board over a hall of its own; `heard` are the sounds, `now_ms` is the board's clock."""

    bot: QtBot
    world: World
    flow: BoardFlow
    jobs: Jobs
    heard: list[str] = field(default_factory=list)
    now_ms: int = NOW_MS

    def tick(self, seconds: int = 0) -> None:
        """Let time go on and the board look."""
        self.now_ms += seconds * 1_000
        self.flow.tick()
        self.settle()

    def settle(self) -> None:
        self.bot.waitUntil(lambda: not self.jobs.is_busy)

    def call(self, name: str) -> None:
        """Another program calls somebody."""
        office, store = self.world.opened()
        with store:
            store.clock = lambda: self.now_ms
            calling.call(office, store, turn=self.world.turns[name])

    def text(self) -> str:
        return self.flow.window.page.text


class Silent(QObject):
    """Notes what would be heard."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self._heard, self._is_on = heard, False

    def set_up(self, *, is_on: bool, volume: int) -> None:
        self._is_on = is_on and volume > 0

    def play(self, outcome: str) -> None:
        if self._is_on:
            self._heard.append(outcome)


def context_of(file: Path, look: Look, translator: Translator, jobs: Jobs, clock: Hall | None = None) -> FaceContext:
    return FaceContext(
        file, None, Settings(), look, translator, jobs, None, None,
        clock=lambda: clock.now_ms if clock is not None and clock.flow is not None else NOW_MS,
    )  # fmt: skip


@pytest.fixture
def hall(qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, a_hall: World, tmp_path: Path) -> Iterator[Hall]:
    heard: list[str] = []
    found = Hall(qtbot, world.copied(a_hall, tmp_path), None, jobs, heard)  # type: ignore[arg-type]
    context = context_of(found.world.file, look, translator, jobs, found)
    found.flow = BoardFlow(context, make_sounds=lambda _parent: Silent(heard))
    qtbot.addWidget(found.flow.window)
    found.flow.window.show()
    found.flow.start()
    found.settle()
    yield found
    found.flow.close()
    found.settle()


def test_the_hall_reads_number_surname_and_table_and_nothing_else_of_anybody(hall: Hall) -> None:
    hall.call(FIRST)
    hall.tick(1)

    text = hall.text()

    number, table = hall.world.numbers[FIRST], hall.flow.window.page.board.called
    assert table is not None
    assert f"{number}\n陈女士\n{table.place}" in text
    assert "沈先生" in text
    for secret in ("知夏", "一诺", "1201", "301", "VIP", "风险", "分钟", "位", "宋明远", "韩若川", "苏棠"):
        assert secret not in text, secret


def test_a_call_made_elsewhere_is_seen_within_a_second_and_heard_once(hall: Hall) -> None:
    assert hall.heard == []
    hall.call(FIRST)

    for _ in range(3):
        hall.tick(1)

    called = hall.flow.window.page.board.called
    assert called is not None
    assert called.number == hall.world.numbers[FIRST]
    assert hall.heard == ["called"]
    assert hall.world.numbers[FIRST] in hall.flow.window.page.accessibleName()


def test_somebody_called_again_is_heard_again(hall: Hall) -> None:
    hall.call(FIRST)
    hall.tick(1)
    hall.now_ms += 60_000
    office, store = hall.world.opened()
    with store:
        store.clock = lambda: hall.now_ms
        calling.again(office, store, turn=hall.world.turns[FIRST])
    hall.tick()
    hall.tick(1)

    assert hall.heard == ["called", "called"]


def test_calls_at_one_moment_each_stand_in_large_letters_long_enough_to_be_read(hall: Hall) -> None:
    names = list(hall.world.turns)
    for name in names:
        hall.now_ms += 1
        hall.call(name)
    seen: list[str] = []
    for _ in range(len(names) * READ_MS // 1_000 + 2):
        hall.tick(1)
        called = hall.flow.window.page.board.called
        if called is not None and (not seen or seen[-1] != called.number):
            seen.append(called.number)

    assert seen == [hall.world.numbers[name] for name in names]
    assert hall.heard == ["called"] * len(names)


def test_one_who_sat_down_stands_there_no_longer(hall: Hall) -> None:
    hall.call(FIRST)
    hall.tick(1)
    office, store = hall.world.opened()
    with store:
        calling.greet(office, store, turn=hall.world.turns[FIRST])
    hall.tick(1)

    assert hall.flow.window.page.board.called is None
    assert "陈女士" not in hall.text()
    assert "请您稍坐" in hall.text()


def test_a_pause_covers_the_whole_screen_with_one_sentence(hall: Hall) -> None:
    hall.call(FIRST)
    office, store = hall.world.opened()
    with store:
        screens.pause(office, store, event=hall.world.event)
        hall.tick(1)
        paused = hall.text()
        screens.resume(office, store, event=hall.world.event)
    hall.tick(READ_MS // 1_000)
    hall.tick(1)

    assert "请稍候，工作人员马上来请您" in paused
    assert "陈女士" not in paused
    assert "等候中" not in paused
    assert "陈女士" in hall.text()


def test_a_scan_before_the_board_does_nothing(hall: Hall) -> None:
    before = hall.text()
    with hall.world.opened()[1] as store:
        count = store.count("SELECT count(*) FROM journal")
        for letter in "QTABCD234\rPCGL19":
            hall.bot.keyClick(hall.flow.window, letter)
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_F1, Qt.Key.Key_F9, Qt.Key.Key_F10):
            hall.bot.keyClick(hall.flow.window, key)
        hall.tick()

        assert hall.flow.window.isVisible()
        assert hall.text() == before
        assert store.count("SELECT count(*) FROM journal") == count


def is_lost(hall: Hall) -> bool:
    return hall.flow.window.page.board.is_lost


def test_the_board_stays_as_it_was_while_the_database_is_away_and_goes_on_afterwards(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.call(FIRST)
    hall.tick(1)
    with monkeypatch.context() as patch:
        patch.setattr(screens, "board", _away)
        hall.call(SECOND)
        for _ in range(LOST_AFTER):
            hall.tick(2)
        assert "陈女士" in hall.text()
        assert "请留意工作人员的招呼" in hall.text()
        assert is_lost(hall)
    hall.tick(1)
    hall.tick(1)

    assert not is_lost(hall)
    assert "沈先生" in hall.text()
    assert "请留意工作人员的招呼" not in hall.text()


def _away(*_args: object, **_facts: object) -> None:
    raise StoreTrouble("disk_trouble", file="hall.db")


def test_a_board_whose_folder_comes_later_begins_as_soon_as_it_is_there(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, a_hall: World, tmp_path: Path
) -> None:
    away, here = tmp_path / "away", tmp_path / "here"
    away.mkdir()
    found = Hall(qtbot, world.copied(a_hall, away), None, jobs)  # type: ignore[arg-type]
    found.flow = BoardFlow(context_of(here / "hall.db", look, translator, jobs, found))
    qtbot.addWidget(found.flow.window)
    for _ in range(LOST_AFTER):
        found.tick(1)
    assert found.flow.window.page.board.is_lost
    away.rename(here)
    found.tick(1)

    assert found.flow.window.page.board.title == "工地开放日"
    found.flow.close()
    found.settle()


def test_without_an_event_the_board_says_so(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, a_hall: World
) -> None:
    context = replace(context_of(a_hall.file, look, translator, jobs), clock=lambda: NOW_MS + 40 * 24 * 3_600_000)
    flow = BoardFlow(context)
    qtbot.addWidget(flow.window)
    for _ in range(2):
        flow.tick()
        qtbot.waitUntil(lambda: not jobs.is_busy)

    assert "今天没有活动" in flow.window.page.text
    flow.close()
    qtbot.waitUntil(lambda: not jobs.is_busy)


# Its own window beside a kiosk or the office


@pytest.mark.parametrize("is_kiosk", [True, False], ids=["kiosk", "office"])
def test_without_a_second_screen_the_client_keeps_the_kiosk_and_the_office_gets_a_window(
    is_kiosk: bool, qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, a_hall: World
) -> None:
    # No test is to be heard.
    context = replace(context_of(a_hall.file, look, translator, jobs), settings=Settings(has_sounds=False))
    beside, window = Beside(context, jobs, is_kiosk=is_kiosk), QWidget()
    qtbot.addWidget(window)
    window.show()
    if is_kiosk:
        assert beside.turn(window, a_hall.event) == "no_screen"
        return
    assert beside.turn(window, a_hall.event) == "shown"
    (worker,) = beside.jobs
    assert worker is not jobs
    assert beside.turn(window, a_hall.event) == "closed"
    qtbot.waitUntil(lambda: beside.jobs == ())


def test_the_board_goes_to_the_screen_on_which_the_other_window_is_not(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    own, other = window.screen(), QObject()

    assert screen_for_hall(window, [own]) is None
    assert screen_for_hall(window, [own, other]) is other  # type: ignore[list-item]
    assert isinstance(own, QScreen)


def test_a_board_beside_a_kiosk_leaves_it_the_keyboard_and_keeps_its_own_language(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, a_hall: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = replace(context_of(a_hall.file, look, translator, jobs), settings=Settings(has_sounds=False))
    beside, kiosk = Beside(context, jobs, is_kiosk=True), QWidget()
    qtbot.addWidget(kiosk)
    with qtbot.waitActive(kiosk):
        kiosk.show()
    monkeypatch.setattr("desktop.board.beside.screen_for_hall", lambda window: window.screen())
    assert beside.turn(kiosk, a_hall.event) == "shown"
    (worker,) = beside.jobs
    qtbot.waitUntil(lambda: not worker.is_busy)
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, BoardWindow) and one.isVisible())
    # A client who wants English at the kiosk does not turn the hall's screen.
    translator.speak("en")

    assert window.isFullScreen()
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert QApplication.activeWindow() is kiosk
    assert "等候中" in window.page.text
    window.close()
    qtbot.waitUntil(lambda: beside.jobs == ())


# What is painted, without a database

LONG = Ticket("A023", "欧阳先生", "A6", called_at=NOW_MS)
CROWD = tuple(Ticket(f"A{number:03}", "欧阳女士", "A10") for number in range(24, 40))
BOARDS = {
    "called": Board(
        "工地开放日", "10:06", LONG, (replace(LONG, number="A022"), replace(LONG, number="A021")), CROWD, True,
    ),
    "unusual": Board(
        "青禾里二期三组团首次集中交付暨业主见面会工地开放日", "10:06",
        Ticket("AB1023", "Wolfeschlegelstein", "二楼贵宾洽谈室 3", "买买提江·吾布力卡斯木"), (LONG,), CROWD[:2], True,
    ),
    "no table": Board("交付日", "10:06", Ticket("B001", ""), (), (), True),
    "quiet": Board("交付日", "10:06", has_event=True),
    "nothing": Board(),
    "lost": Board("交付日", "10:06", is_lost=True),
    "paused": Board("交付日", "10:06", has_event=True, is_paused=True),
}  # fmt: skip
SIZES = ((1280, 800), (1422, 800), (1280, 1024), (1280, 2275))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", BOARDS)
def test_every_text_has_room_on_the_screen(
    name: str, size: tuple[int, int], language: Language, look: Look, translator: Translator
) -> None:
    width, height = size
    for one in marks_of(BOARDS[name], words_in(language, translator), width, height):
        if not isinstance(one, Text) or not one.text:
            continue
        left, top, room, tall = one.box
        assert left >= 0 <= top, one
        assert left + room <= width, one
        assert top + tall <= height, one
        lines = 3 if one.wraps else 1
        assert text_width(one.text, one.kind) <= room * lines, one


def test_what_must_be_read_from_three_metres_is_large_enough(look: Look, translator: Translator) -> None:
    marks = marks_of(BOARDS["called"], words_in("zh", translator), 1280, 800)
    kinds = {one.text: one.kind for one in reversed(marks) if isinstance(one, Text)}

    assert kinds["A023"] == kinds["欧阳先生"] == "k_call"
    assert kinds["A6"] == "k_head"


def test_at_full_hd_everything_is_larger_by_the_same_factor(qtbot: QtBot, look: Look, translator: Translator) -> None:
    page = BoardPage(translator)
    qtbot.addWidget(page)
    page.show_board(BOARDS["called"])
    page.resize(1280, 800)
    small = {one.text: one.box for one in page.marks() if isinstance(one, Text)}
    page.resize(1920, 1080)
    large = {one.text: one.box for one in page.marks() if isinstance(one, Text)}

    # The same places in enlarged px: the panel stays, what is left goes to the column at the right.
    assert large["A023"] == small["A023"]
    assert large["A024"][0] == small["A024"][0]
    assert page.grab().toImage().pixelColor(300, 240) == page.grab().toImage().pixelColor(860, 900)


def test_a_call_from_before_the_board_was_opened_is_shown_and_not_heard() -> None:
    caller = Caller()
    caller.tell(Told("event", calls=(LONG,)))

    assert not caller.step(NOW_MS)
    assert caller.showing(NOW_MS) == (LONG, ())


def test_nobody_stands_in_large_letters_for_ever() -> None:
    caller = Caller()
    caller.tell(Told("event"))
    caller.tell(Told("event", calls=(LONG,)))
    assert caller.step(NOW_MS)

    assert caller.showing(NOW_MS + CALLED_MS) == (LONG, ())
    assert caller.showing(NOW_MS + CALLED_MS + 1) == (None, (LONG,))


def test_a_call_taken_back_before_its_turn_is_never_shown() -> None:
    caller, other = Caller(), replace(LONG, number="A024")
    caller.tell(Told("event"))
    caller.tell(Told("event", calls=(other, LONG)))
    assert caller.step(NOW_MS)
    caller.tell(Told("event", calls=(LONG,)))

    assert not caller.step(NOW_MS + READ_MS)
    assert caller.showing(NOW_MS + READ_MS) == (LONG, ())
