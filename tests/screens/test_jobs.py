"""Long work runs beside the screen, one piece after the other, and answers on the screen's thread."""

import threading

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.jobs import Cancelled, Jobs, Watch


class Screen(QObject):
    """Something that waits for answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.troubles: list[BaseException] = []
        self.counts: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def done(self, answer: object) -> None:
        self.threads.add(threading.get_ident())
        self.answers.append(answer)

    def failed(self, trouble: BaseException) -> None:
        self.troubles.append(trouble)

    def count(self, done: int, total: int) -> None:
        self.counts.append((done, total))


def test_the_answer_comes_back_on_the_screens_thread(qtbot: QtBot, jobs: Jobs) -> None:
    screen = Screen()

    jobs.run(threading.get_ident, done=screen.done, failed=screen.failed)
    qtbot.waitUntil(lambda: bool(screen.answers))

    assert screen.threads == {threading.get_ident()}
    assert screen.answers != [threading.get_ident()]


def test_pieces_of_work_run_in_their_order_on_one_thread(qtbot: QtBot, jobs: Jobs) -> None:
    screen = Screen()
    workers: set[int] = set()

    def work(number: int) -> int:
        workers.add(threading.get_ident())
        return number

    for number in range(200):
        jobs.run(lambda number=number: work(number), done=screen.done, failed=screen.failed)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not jobs.is_busy)

    assert screen.answers == list(range(200))
    assert len(workers) == 1


def test_what_the_work_raises_goes_to_failed(qtbot: QtBot, jobs: Jobs) -> None:
    screen = Screen()

    jobs.run(lambda: 1 // 0, done=screen.done, failed=screen.failed)
    qtbot.waitUntil(lambda: not jobs.is_busy)

    assert [type(trouble) for trouble in screen.troubles] == [ZeroDivisionError]
    assert not screen.answers


def test_a_long_job_tells_how_far_it_is(qtbot: QtBot, jobs: Jobs) -> None:
    screen = Screen()

    def work(watch: Watch) -> str:
        for number in range(3):
            watch.report(number, 3)
        return "whole"

    jobs.run_watched(work, done=screen.done, failed=screen.failed, progress=screen.count)
    qtbot.waitUntil(lambda: not jobs.is_busy)

    assert screen.counts == [(0, 3), (1, 3), (2, 3)]
    assert screen.answers == ["whole"]


def test_a_cancelled_job_stops_at_its_next_report(qtbot: QtBot, jobs: Jobs) -> None:
    screen, begun, go_on = Screen(), threading.Event(), threading.Event()

    def work(watch: Watch) -> None:
        watch.report(0, 2)
        begun.set()
        go_on.wait()
        watch.report(1, 2)

    watch = jobs.run_watched(work, done=screen.done, failed=screen.failed, progress=screen.count)
    begun.wait()
    watch.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)

    assert [type(trouble) for trouble in screen.troubles] == [Cancelled]
    assert screen.counts == [(0, 2)]


def test_an_answer_for_a_screen_that_is_gone_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    gone, later = Screen(), Screen()

    jobs.run(lambda: 1, done=gone.done, failed=gone.failed)
    jobs.run(lambda: 2, done=later.done, failed=later.failed)
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    qtbot.waitUntil(lambda: not jobs.is_busy)

    assert later.answers == [2]


def test_closing_waits_for_the_work_under_way_and_drops_the_rest(qtbot: QtBot) -> None:
    runner, screen, written = Jobs(), Screen(), list[str]()
    begun = threading.Event()

    def write() -> None:
        begun.set()
        written.append("kept")

    runner.run(write, done=screen.done, failed=screen.failed)
    begun.wait()
    runner.close()

    assert written == ["kept"]
    assert not runner.is_busy
    with pytest.raises(RuntimeError):
        runner.run(write, done=screen.done, failed=screen.failed)


def test_an_answer_within_a_method_of_a_window_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    class Page(QObject):
        def ask(self, jobs: Jobs, shown: list[str]) -> None:
            def done(value: str) -> None:
                shown.append(self.objectName() + value)

            jobs.run(lambda: "answer", done=done, failed=lambda _: None)

    jobs, shown = Jobs(), list[str]()
    page = Page()
    page.ask(jobs, shown)
    delete(page)

    qtbot.waitUntil(lambda: not jobs.is_busy)

    assert shown == []
    jobs.close()


def test_what_is_shown_in_turns_lets_other_events_in_between_and_is_busy_to_the_end(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[str] = []

    def show(name: str) -> None:
        seen.append(name)
        QTimer.singleShot(0, lambda: seen.append(f"after {name}"))

    jobs.in_turns([lambda: show("home"), lambda: show("list"), lambda: seen.append("end")])
    assert (seen, jobs.is_busy) == (["home"], True)
    qtbot.waitUntil(lambda: not jobs.is_busy)

    assert [one for one in seen if "after" not in one] == ["home", "list", "end"]
    assert seen.index("after home") < seen.index("end")


def test_a_part_that_cannot_be_shown_does_not_keep_the_others_from_it(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[str] = []

    def fail() -> None:
        raise LookupError("no such page")

    with qtbot.captureExceptions() as raised:
        jobs.in_turns([lambda: None, fail, lambda: seen.append("end")])
        qtbot.waitUntil(lambda: not jobs.is_busy)

    assert seen == ["end"]
    assert [one[0] for one in raised] == [LookupError]


def test_nothing_is_shown_any_more_once_the_work_is_closed(qtbot: QtBot) -> None:
    runner, seen = Jobs(), list[str]()

    runner.in_turns([lambda: seen.append("first"), lambda: seen.append("second")])
    runner.close()
    qtbot.wait(20)

    assert (seen, runner.is_busy) == (["first"], False)
