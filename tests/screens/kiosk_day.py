"""A small handover day, and a kiosk at its door that is driven as a scanner and fingers drive it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.records import CheckIn, Client, Invitation
from db.store import Store
from desktop.jobs import Jobs
from desktop.kiosk.flow import KioskFlow
from desktop.kiosk.senses import MakeCamera
from desktop.kiosk.state import Idle, NoEvent, State, Troubled
from desktop.kiosk.window import KioskWindow
from desktop.services.events import events
from desktop.services.guests import clients, invitations
from desktop.services.guests.codes import code_of, fresh_invitation
from desktop.services.opening import found_project, open_database
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.settings import Settings
from desktop.tokens.code import make_code
from desktop.widgets.buttons import Button
from desktop.widgets.context import FaceContext
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look

ENTER = Qt.Key.Key_Return
NINE = datetime(2026, 5, 16, 1, 0, tzinfo=UTC)  # nine o'clock in the morning at the project
PEOPLE = (
    ("陈知夏", "女士", "13811112222", "6-1201"),
    ("陈子萱", "女士", "13811113333", "9-301"),
    ("陈梓轩", "先生", "13811114444", "3-1502"),
    ("陈钟晓", "先生", "13811115555", "2-802"),
    ("欧阳南乔", "先生", "13922226666", "2-101"),
    ("Anna Berg", None, "13922227777", "1-101"),
)


@dataclass(slots=True)
class Day:
    """The database of the day; `codes` are what the clients hold, by name."""

    file: Path
    event: str
    other_code: str
    codes: dict[str, str]
    ids: dict[str, str]
    staff: str
    now_ms: int = int(NINE.timestamp() * 1000)

    def clock(self) -> int:
        """The time at the door."""
        return self.now_ms

    def rows(self) -> tuple[CheckIn, ...]:
        """Every decision on the disk, oldest first."""
        store = open_database(self.file)
        try:
            return store.records(CheckIn, "ORDER BY at, id")
        finally:
            store.close()


def make_day(folder: Path, *, starts: datetime = NINE) -> Day:
    """A project with one event, six invited clients, one of whose invitations is revoked (陈钟晓)."""
    store = found_project(folder / "door.db", name="青禾里", mark="青", device_name="签到台 2", passphrase=None)
    try:
        office = administrator(store)
        ends = starts + timedelta(hours=8)
        event = events.add(
            office, store, node="site_open_day", title="工地开放日", starts=starts.isoformat(), ends=ends.isoformat()
        )
        other = events.add(
            office, store, node="delivery", title="交付日",
            starts=(starts + timedelta(days=14)).isoformat(), ends=(ends + timedelta(days=14)).isoformat(),
        )  # fmt: skip
        person = staff.add(office, store, name="阮青", level="staff", roles=("kiosk",))
        codes, ids = _invite(store, event)
        invitations.revoke(office, store, client=ids["陈钟晓"], event=event)
        other_code = make_code(other, b"another secret, long enough", "invitation")
        return Day(folder / "door.db", event, other_code, codes, ids, person)
    finally:
        store.close()


def _invite(store: Store, event: str) -> tuple[dict[str, str], dict[str, str]]:
    office, codes, ids = administrator(store), dict[str, str](), dict[str, str]()
    for name, title, phone, room in PEOPLE:
        with store.transaction(verb="client.import", subject=event) as tx:
            ids[name] = tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=name, title=title, phone=phone))
            invitation = fresh_invitation(office, tx, event, ids[name])
        clients.set_fields(office, store, client=ids[name], changes={"room": room})
        kept = store.get(Invitation, invitation)
        assert kept is not None
        codes[name] = code_of(store, kept) or ""
    return codes, ids


def stray_code(event: str) -> str:
    """A sound code of the event that nobody on this device holds."""
    return make_code(event, b"another secret, long enough", "nobody")


def unguard(window: QWidget) -> None:
    """A test closes its windows without a PIN."""
    assert isinstance(window, KioskWindow)
    window.is_guarded = False


class Kiosk:
    """A kiosk in use."""

    def __init__(
        self, qtbot: QtBot, day: Day, look: Look, translator: Translator, *, is_staffed: bool = False,
        event: str | None = None, settings: Settings | None = None, make_camera: MakeCamera | None = None,
    ) -> None:  # fmt: skip
        self.qtbot, self.day = qtbot, day
        # No test is to be heard, and none writes into a person's folder.
        self.settings = replace(settings or Settings(), has_sounds=False)
        self.kept: list[Settings] = []
        self.jobs = Jobs()
        context = FaceContext(
            data_file=day.file, passphrase=None, settings=self.settings, look=look, translator=translator,
            jobs=self.jobs, staff=day.staff if is_staffed else None, event=event, clock=day.clock,
            keep_settings=self.kept.append,
        )  # fmt: skip
        with look.undressed():
            self.flow = KioskFlow(context, make_camera=make_camera)
        window = self.flow.window
        assert isinstance(window, KioskWindow)
        self.window: KioskWindow = window
        self._key_ms = 1_000
        qtbot.addWidget(window, before_close_func=unguard)
        window.show()
        self.flow.start()
        qtbot.waitUntil(lambda: isinstance(self.flow.state, Idle | NoEvent | Troubled))

    @property
    def state(self) -> State:
        """What is shown."""
        return self.flow.state

    def close(self) -> None:
        """Close as the program does."""
        self.flow.close()
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy)
        self.jobs.close()

    def settle(self) -> None:
        """Wait until every piece of work has been answered."""
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy)

    def key(self, key: int, text: str = "", *, after_ms: int = 500) -> None:
        """A key of a keyboard, as the window system hands it to the window and the window to the focus."""
        self._key_ms += after_ms
        handle = self.window.windowHandle()
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        press.setTimestamp(self._key_ms)
        QCoreApplication.sendEvent(handle, press)

    def type_in(self, text: str, *, gap_ms: int) -> None:
        """Characters with the same pause between them."""
        for number, character in enumerate(text):
            self.key(ord(character.upper()), character, after_ms=gap_ms if number else 500)

    def scan(self, code: str, *, has_enter: bool = True) -> None:
        """A hand scanner: 8 ms from key to key."""
        self.type_in(code, gap_ms=8)
        if has_enter:
            self.key(ENTER, "\r", after_ms=8)
        self.settle()

    def press(self, name: str) -> None:
        """Touch the visible button of this object name."""
        (button,) = [found for found in self.window.findChildren(Button, name) if found.isVisible()]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def texts(self) -> list[str]:
        """Every text that can be read on the window now, the panel's word first."""
        panel = [self.window.front.panel.accessibleName()] if self.window.front.isVisible() else []
        shown: list[QWidget] = [found for found in self.window.findChildren(QWidget) if found.isVisible()]
        return panel + [w.text() for w in shown if isinstance(w, QLabel | QPushButton | QLineEdit) and w.text()]
