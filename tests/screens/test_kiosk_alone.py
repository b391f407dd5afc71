"""Where clients are alone the kiosk knows a list of guests and nothing else, and no widget says more than that."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.guests import find as guests_found
from db.records import Client
from desktop.kiosk.state import Answer, Confirming, Searching
from desktop.services.guests import clients, self_service
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.kiosk_day import PEOPLE, Day, Kiosk, make_day, stray_code

Opened = Callable[..., Kiosk]


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return make_day(tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> Iterator[Opened]:
    kiosks: list[Kiosk] = []

    def make(*, is_staffed: bool = False) -> Kiosk:
        kiosks.append(Kiosk(qtbot, day, look, translator, is_staffed=is_staffed))
        return kiosks[-1]

    yield make
    for kiosk in kiosks:
        kiosk.close()


def fill(day: Day) -> int:
    """Give the device its list of guests."""
    with open_database(day.file) as store:
        return self_service.fill(administrator(store), store, event=day.event)


def search(kiosk: Kiosk, letters: str) -> tuple[str, ...]:
    """Names of the rows that a search by the pad shows."""
    kiosk.key(Qt.Key.Key_F2)
    for letter in letters:
        kiosk.press(f"key_{letter}")
    assert isinstance(kiosk.state, Searching)
    return tuple(row.name for row in kiosk.state.rows)


# The list of guests


def test_the_list_holds_surnames_and_buildings_and_no_name_and_no_phone(day: Day) -> None:
    assert fill(day) == 5  # the sixth invitation was taken back
    with open_database(day.file) as store:
        kept = [" ".join(map(str, row)) for row in store.query("SELECT * FROM guest")]
        (found,) = guests_found(store, day.event, "oynq", 5)

    said = " ".join(kept)
    assert not [name for name, _, phone, _ in PEOPLE for secret in (name, phone) if secret in said]
    assert (found.shown, found.building, found.tails) == ("欧阳\uff0a\uff0a", "2", "6666")


@pytest.mark.parametrize("asked", ["OYNQ", "2-101", "2101", "欧阳", "OUYANG", "OUYANGNQ"])
def test_guests_are_found_by_initials_room_and_surname(day: Day, asked: str) -> None:
    fill(day)
    with open_database(day.file) as store:
        found = self_service.find(administrator(store), store, event=day.event, query=asked)

    assert [one.shown for one in found] == ["欧阳\uff0a\uff0a"]


@pytest.mark.parametrize(("name", "asked", "is_found"), [("任立夏", "REN", True), ("任立夏", "LIN", False)])
def test_a_surname_is_found_as_it_is_read(day: Day, name: str, asked: str, *, is_found: bool) -> None:
    with open_database(day.file) as store:
        office = administrator(store)
        clients.set_fields(office, store, client=day.ids["陈知夏"], changes={"name": name})
    fill(day)
    with open_database(day.file) as store:
        found = self_service.find(administrator(store), store, event=day.event, query=asked)

    assert [one.shown for one in found] == (["任\uff0a\uff0a"] if is_found else [])


@pytest.mark.parametrize("asked", ["%", "_", "'; DROP TABLE guest", "\x00", " ", "-"])
def test_what_means_something_to_a_database_finds_nobody(day: Day, asked: str) -> None:
    fill(day)
    with open_database(day.file) as store:
        assert self_service.find(administrator(store), store, event=day.event, query=asked) == ()
        assert self_service.how_many(administrator(store), store, event=day.event) == 5


def test_a_destroyed_list_stays_destroyed_until_it_is_asked_for(opened: Opened, day: Day) -> None:
    fill(day)
    with open_database(day.file) as store:
        assert self_service.purge(administrator(store), store) == 5
    kiosk = opened()

    assert search(kiosk, "OYNQ") == ()
    with open_database(day.file) as store:
        assert store.count("SELECT count(*) FROM guest") == 0
    assert fill(day) == 5


def test_the_kiosk_works_where_there_are_no_clients_at_all(opened: Opened, day: Day) -> None:
    fill(day)
    with open_database(day.file) as store:
        for table in ("client", "client_unit", "unit"):
            store.connection.execute(f"DELETE FROM {table}")
    kiosk = opened()

    kiosk.scan(day.codes["陈知夏"])
    assert isinstance(kiosk.state, Answer)
    assert kiosk.state.outcome == "welcomed"
    assert search(kiosk, "OYNQ") == ("欧阳\uff0a\uff0a",)
    kiosk.press("row_0")
    for digit in "6666":
        kiosk.press(f"key_{digit}")
    assert [(row.client, row.admitted) for row in day.rows()] == [
        (day.ids["陈知夏"], 1),
        (day.ids["欧阳南乔"], 1),
    ]


def test_searching_alone_asks_the_database_for_no_client(opened: Opened, day: Day) -> None:
    kiosk = opened()
    # The driver's own wish list does not hold this.
    connection: Any = kiosk.flow.desk.opened()[0].connection
    asked: list[str] = []
    kiosk.jobs.run(lambda: connection.set_trace_callback(asked.append), done=lambda _: None, failed=print)
    search(kiosk, "CZX")
    kiosk.press("row_0")
    for digit in "1234":
        kiosk.press(f"key_{digit}")
    kiosk.jobs.run(lambda: connection.set_trace_callback(None), done=lambda _: None, failed=print)
    kiosk.settle()

    assert [one for one in asked if "FROM guest" in one]
    assert not [one for one in asked if "FROM client" in one or "JOIN client" in one or "FROM search" in one]


def test_a_changed_name_in_the_database_is_the_name_on_the_page(opened: Opened, day: Day) -> None:
    with open_database(day.file) as store, store.transaction(verb="test.name") as tx:
        assert store.get(Client, day.ids["欧阳南乔"]) is not None
        tx.save("client", day.ids["欧阳南乔"], {"name": "诸葛南乔"})
    kiosk = opened()

    assert search(kiosk, "ZGNQ") == ("诸葛\uff0a\uff0a",)


# What every widget says


def everything_said(window: QWidget) -> list[str]:
    """Every text of every widget, shown or not: what is drawn, what a screen reader reads, what a tooltip tells."""
    said = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.whatsThis()]
        if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
            said.append(widget.text())
        interface = QAccessible.queryAccessibleInterface(widget)
        said += [interface.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
    return [text for text in said if text]


def walk_all_pages(kiosk: Kiosk, day: Day) -> Iterator[list[str]]:
    """Every page with clients on it, and what all widgets say on each."""
    known = [day.codes[name] for name in ("陈知夏", "陈知夏", "陈钟晓")]
    codes = [*known, day.other_code, stray_code(day.event), "XYZXYZ"]
    for code in codes:
        kiosk.scan(code)
        yield everything_said(kiosk.window)
    for letters in ("CZX", "OYNQ", "AB", "6-1201"):
        kiosk.key(Qt.Key.Key_F2)
        for letter in letters.replace("-", ""):
            kiosk.press(f"key_{letter}")
        yield everything_said(kiosk.window)
    if not kiosk.flow.desk.is_staffed:
        search(kiosk, "OYNQ")
        kiosk.press("row_0")
        assert isinstance(kiosk.state, Confirming)
        yield everything_said(kiosk.window)
        for digit in "1234":
            kiosk.press(f"key_{digit}")
        yield everything_said(kiosk.window)
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F1, Qt.Key.Key_F10, Qt.Key.Key_Escape):
        kiosk.key(key)
        kiosk.settle()
        kiosk.settle()
        yield everything_said(kiosk.window)


@pytest.mark.parametrize("is_staffed", [False, True])
def test_no_widget_of_any_page_says_a_phone_number(opened: Opened, day: Day, *, is_staffed: bool) -> None:
    pages = list(walk_all_pages(opened(is_staffed=is_staffed), day))

    phones = [phone for _, _, phone, _ in PEOPLE]
    assert len(pages) >= 14
    assert not [text for page in pages for text in page for phone in phones if phone in text.replace(" ", "")]


def test_no_widget_of_any_page_says_a_full_name_where_clients_are_alone(opened: Opened, day: Day) -> None:
    pages = list(walk_all_pages(opened(), day))

    parts = ("知夏", "子萱", "梓轩", "钟晓", "南乔", "Berg")
    assert all(any(part in name for part in parts) for name, _, _, _ in PEOPLE)
    assert not [text for page in pages for text in page for part in parts if part in text]
    assert not [text for page in pages for text in page for room in ("1201", "1502", "802") if room in text.split()]


def test_the_walk_would_find_a_name(opened: Opened, day: Day) -> None:
    kiosk = opened()
    kiosk.window.staff._empty.setText("陈知夏")

    assert "陈知夏" in everything_said(kiosk.window)
