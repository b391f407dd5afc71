"""The kiosk's printer: by itself once for everybody, again for staff on purpose, and never in a client's way."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.records import PrintJob
from desktop.kiosk.state import Answer, AtDevice, AtWork
from desktop.services.opening import open_database
from desktop.settings import Settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.paper.one_printer import one_printer, orders
from tests.screens.kiosk_day import Day, Kiosk, make_day

pytestmark = pytest.mark.skipif(os.name == "nt", reason="queues of CUPS")

Opened = Callable[[Settings], Kiosk]


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return make_day(tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> Iterator[Opened]:
    kiosks: list[Kiosk] = []

    def make(settings: Settings) -> Kiosk:
        kiosks.append(Kiosk(qtbot, day, look, translator, is_staffed=True, settings=settings))
        return kiosks[-1]

    yield make
    for kiosk in kiosks:
        kiosk.close()


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return one_printer(tmp_path, monkeypatch, "门口")


def at_rest(kiosk: Kiosk) -> None:
    """Every answer and every sheet has come."""
    spool, after = kiosk.flow._printer, kiosk.flow._after

    def is_at_rest() -> bool:
        under_way = kiosk.jobs.is_busy or after._due or spool._open or (spool._spool and spool._spool.is_busy)
        return not under_way

    kiosk.qtbot.waitUntil(is_at_rest, timeout=15_000)


def page(kiosk: Kiosk) -> type:
    """Which page is shown, by its state."""
    return type(kiosk.state)


def jobs(day: Day) -> list[PrintJob]:
    with open_database(day.file) as store:
        return list(store.records(PrintJob, "WHERE deleted = 0 ORDER BY at, id"))


def test_a_ticket_comes_once_for_everybody_who_is_welcomed(opened: Opened, day: Day, printer: Path) -> None:
    kiosk = opened(Settings(prints_on_welcome="ticket", ticket_size="62"))
    for code in (day.codes["陈知夏"], day.codes["陈知夏"], day.codes["陈钟晓"], day.codes["陈子萱"]):
        kiosk.scan(code)
        at_rest(kiosk)

    # Not for the one who came back to the screen, and not for the one who was sent to the desk.
    assert len(orders(printer)) == len(jobs(day)) == 2
    assert all("Custom.62x" in one and "-t ticket" in one for one in orders(printer))
    assert {one.kind for one in jobs(day)} == {"ticket"}


def test_a_badge_comes_where_this_device_prints_badges(opened: Opened, day: Day, printer: Path) -> None:
    kiosk = opened(Settings(prints_on_welcome="badge", badge_size="90x54"))
    kiosk.scan(day.codes["欧阳南乔"])
    at_rest(kiosk)

    assert [("Custom.90x54mm" in one, "欧阳" in one) for one in orders(printer)] == [(True, False)]
    assert [one.object for one in jobs(day)] == [day.ids["欧阳南乔"]]


def test_a_printer_without_paper_keeps_nobody_out_and_is_said_to_the_staff(
    opened: Opened, day: Day, printer: Path
) -> None:
    (printer / "gone").touch()
    kiosk = opened(Settings(prints_on_welcome="ticket"))
    kiosk.scan(day.codes["陈知夏"])
    at_rest(kiosk)

    assert page(kiosk) is Answer
    assert any("已签到" in text for text in kiosk.texts())
    assert any("no paper" in text for text in kiosk.texts())
    assert not jobs(day)
    kiosk.flow._grant("staff")
    kiosk.settle()
    kiosk.press("device")
    at_rest(kiosk)
    assert page(kiosk) is AtDevice
    assert any("no paper" in text for text in kiosk.texts())


def test_a_name_that_no_face_has_is_not_printed_by_itself_but_for_staff(
    opened: Opened, day: Day, printer: Path
) -> None:
    with open_database(day.file) as store, store.transaction(verb="test.name") as tx:
        tx.save("client", day.ids["欧阳南乔"], {"name": "欧阳𪚥"})
    kiosk = opened(Settings(prints_on_welcome="badge", badge_size="90x54"))
    kiosk.scan(day.codes["欧阳南乔"])
    at_rest(kiosk)

    assert page(kiosk) is Answer
    assert any("字库里没有“𪚥”" in text for text in kiosk.texts())
    assert (orders(printer), jobs(day)) == ([], [])
    kiosk.flow._grant("staff")
    kiosk.settle()
    kiosk.press("print_0")
    at_rest(kiosk)
    assert len(orders(printer)) == len(jobs(day)) == 1


def test_staff_print_again_by_one_press_and_two_touches_are_one(opened: Opened, day: Day, printer: Path) -> None:
    kiosk = opened(Settings(prints_on_welcome="ticket"))
    kiosk.scan(day.codes["陈知夏"])
    at_rest(kiosk)
    day.now_ms += 60_000
    kiosk.flow._grant("staff")
    kiosk.settle()
    assert isinstance(kiosk.state, AtWork)
    check_in = kiosk.state.board.decisions[0].check_in
    # A second touch before the first has come through.
    kiosk.flow._printer.again(check_in)
    kiosk.press("print_0")
    at_rest(kiosk)

    assert len(orders(printer)) == 2
    assert [one.again for one in jobs(day)] == [0, 1]
    assert any("已补打" in text for text in kiosk.texts())
    kiosk.press("print_0")
    at_rest(kiosk)
    assert any("刚刚打印过" in text for text in kiosk.texts())
    assert len(orders(printer)) == 2


def test_a_kiosk_prints_nothing_by_itself_until_that_is_chosen_on_its_own_page(
    opened: Opened, day: Day, printer: Path
) -> None:
    kiosk = opened(Settings())
    kiosk.scan(day.codes["陈知夏"])
    at_rest(kiosk)
    assert not orders(printer)
    assert not jobs(day)
    kiosk.flow._grant("staff")
    kiosk.settle()
    kiosk.press("device")
    at_rest(kiosk)
    assert any("不自动打印" in text for text in kiosk.texts())
    kiosk.press("prints")
    assert any("自动打印小票" in text for text in kiosk.texts())
    kiosk.settle()

    assert [one.prints_on_welcome for one in kiosk.kept] == ["ticket"]
    kiosk.press("prints")
    kiosk.press("prints")
    assert kiosk.flow.settings.prints_on_welcome == ""
