"""A morning at a host's table: a database with clients who came, and the window that opens it."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.rules.times import to_ms
from desktop.services.concerns import recording
from desktop.services.events import events
from desktop.services.guests import check_ins, clients
from desktop.services.opening import found_project
from desktop.services.people import staff
from desktop.services.promises import promises
from desktop.services.registry import administrator
from desktop.settings import Settings
from desktop.widgets.chips import Chip
from desktop.widgets.context import FaceContext
from desktop.widgets.labels import Label, Words
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look

NOW = to_ms(datetime(2026, 5, 16, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai")))
MINUTE_MS = 60_000
NONE = Qt.KeyboardModifier.NoModifier
PHONE = "13812346620"
FIRST, SECOND, THIRD = "陈知夏", "沈一诺", "顾南乔"


@dataclass(frozen=True, slots=True)
class Morning:
    """A database file and the ids in it."""

    file: Path
    event: str
    host: str
    coordinator: str
    clients: tuple[str, ...]
    owed: str


def morning(folder: Path, node: str = "site_open_day") -> Morning:
    """Three clients came; the first was there before, complained, and was promised something that is late."""
    file = folder / "host.db"
    with found_project(file, name="青禾", mark="青", device_name="笔记本", passphrase=None) as store:
        office = administrator(store)
        store.clock = lambda: NOW - 30 * MINUTE_MS
        host = staff.add(office, store, name="宋明远", level="regional_president", roles=("host",))
        coordinator = staff.add(office, store, name="苏棠", level="staff", roles=("coordinator",))
        earlier = events.add(
            office, store, node=node, title="四月开放日", starts="2026-04-18T09:00", ends="2026-04-18T18:00"
        )
        event = events.add(
            office,
            store,
            node=node,
            title="工地开放日",
            place="A6 桌",
            starts="2026-05-16T09:00",
            ends="2026-05-16T18:00",
        )
        came = []
        for number, (name, room, phone) in enumerate(
            ((FIRST, "6-2-1201", PHONE), (SECOND, "9-1-301", "13912345678"), (THIRD, "2-1-702", None))
        ):
            store.clock = lambda number=number: NOW - (14 - 4 * number) * MINUTE_MS  # type: ignore[misc]
            _, client = check_ins.walk_in(office, store, event=event, name=name, phone=phone, room=room)
            clients.set_fields(office, store, client=client, changes={"title": "女士"})
            came.append(client)
        store.clock = lambda: NOW - 28 * 24 * 60 * MINUTE_MS
        said = recording.add(
            office,
            store,
            event=earlier,
            received_by=host,
            words="北边小房间窗户关上了还有风",
            type_code="complaint",
            client=came[0],
        )
        owed = promises.add(
            office, store, concern=said.concern, text="回复北侧窗漏风的检测结果", due="2026-05-13", by=host
        )
    return Morning(file, event, host, coordinator, tuple(came), owed)


def opened(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning, *, staff_id: str | None = "host"
) -> HostFlow:
    """The window on the database, shown and with the keyboard."""
    context = FaceContext(
        data_file=day.file,
        passphrase=None,
        settings=Settings(),
        look=look,
        translator=translator,
        jobs=jobs,
        staff=day.host if staff_id == "host" else staff_id,
        event=None,
        clock=lambda: NOW,
    )
    return shown(qtbot, context)


def shown(qtbot: QtBot, context: FaceContext) -> HostFlow:
    """The host's window of this context, dressed once, in front, and with what it reads at first."""
    with context.look.undressed():
        flow = HostFlow(context)

    def shut(_window: QWidget) -> None:
        flow.close()
        settle(qtbot, context.jobs)

    qtbot.addWidget(flow.window, before_close_func=shut)
    with qtbot.waitActive(flow.window):
        flow.window.show()
    flow.start()
    settle(qtbot, context.jobs)
    return flow


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    """Wait until every job has answered."""
    qtbot.waitUntil(lambda: not jobs.is_busy)


def shown_texts(window: QWidget) -> list[str]:
    """Everything that any part of the window holds, whether it is in view or not."""
    texts = [part.toolTip() for part in window.findChildren(QWidget)]
    texts += [part.accessibleName() for part in window.findChildren(QWidget)]
    texts += [part.text() for part in window.findChildren(Label)]
    texts += [part.text for part in window.findChildren(Words)] + [part.text for part in window.findChildren(Chip)]
    texts += [part.text() for part in window.findChildren(QPushButton)]
    texts += [part.text() for part in window.findChildren(QLineEdit)]
    texts += [part.toPlainText() for part in window.findChildren(QTextEdit)]
    return [*texts, window.windowTitle()]


def rows(file: Path, sql: str) -> list[tuple[object, ...]]:
    """What stands in the plain database."""
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as connection:
        return connection.execute(sql).fetchall()


def press(qtbot: QtBot, flow: HostFlow, jobs: Jobs, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keyboard is, and wait for the answer."""
    held: QWidget | None = flow.window.focusWidget()
    qtbot.keyClick(flow.window if held is None else held, key, with_)
    settle(qtbot, jobs)


def write(flow: HostFlow, text: str) -> None:
    """Write where the cursor is, as an input method does."""
    field = flow.window.focusWidget()
    assert isinstance(field, QTextEdit | QLineEdit)
    if isinstance(field, QTextEdit):
        field.insertPlainText(text)
    else:
        field.insert(text)
