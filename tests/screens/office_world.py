"""An office with its window, for tests: an event, five people of staff, what the person chooses in file choosers."""

from dataclasses import dataclass, field
from pathlib import Path

from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.jobs import Jobs
from desktop.office.flow import OfficeFlow
from desktop.office.window import OfficeWindow
from desktop.services.concerns import moving, recording
from desktop.services.events import events
from desktop.services.opening import found_project, open_database
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator
from desktop.settings import Settings
from desktop.widgets.context import FaceContext
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look

NOW_MS = 1_779_500_000_000  # 23 May 2026, in the morning in Shanghai
PATIENCE_MS = 20_000
LIST = """姓名,称谓,楼栋房号,联系电话
温若水,女士,6-2-1201,13800010001
纪南星,先生,6-2-1202,13800010002
沈一苇,女士,6-2-1203,1380001000
"""


@dataclass(slots=True)
class Choices:
    """What the person would choose."""

    read: tuple[Path, ...] = ()
    written: Path | None = None
    into: Path | None = None

    def files(self, title: str, kinds: str) -> tuple[Path, ...]:
        """Files to read."""
        return self.read

    def target(self, title: str, name: str, kinds: str) -> Path | None:
        """A file to write."""
        return self.written

    def folder(self, title: str) -> Path | None:
        """A folder to write into."""
        return self.into


@dataclass(slots=True)
class People:
    """Ids of the staff by what they do."""

    coordinator: str = ""
    host: str = ""
    handler: str = ""


@dataclass(slots=True)
class Office:
    """The window and its surroundings."""

    bot: QtBot
    file: Path
    jobs: Jobs
    flow: OfficeFlow
    choices: Choices
    people: People = field(default_factory=People)
    # What was written into this device's settings, the last at the end.
    kept: list[Settings] = field(default_factory=list)

    def wait(self) -> None:
        """Let the worker end and everything be shown."""
        self.bot.waitUntil(lambda: not self.jobs.is_busy, timeout=PATIENCE_MS)

    def close(self) -> None:
        """Close the window and its database."""
        self.flow.close()
        self.wait()
        self.jobs.close()


def window_of(office: Office) -> OfficeWindow:
    """The window as what it is."""
    made = office.flow.window
    assert isinstance(made, OfficeWindow)
    return made


def found(file: Path, *, name: str = "听松苑") -> Store:
    """A database of an office, without a key."""
    return found_project(file, name=name, mark=None, device_name="办公室", passphrase=None)


def with_event(store: Store) -> tuple[Caller, str]:
    """Add an event."""
    caller = administrator(store)
    starts, ends = "2026-05-23 08:00", "2026-05-23 18:00"
    return caller, events.add(caller, store, node="delivery", title="交付日", starts=starts, ends=ends)


def with_staff(store: Store) -> People:
    """Add a coordinator, a host, and somebody who handles concerns."""
    caller = administrator(store)
    return People(
        coordinator=staff.add(caller, store, name="阮青", level="staff", roles=["coordinator"]),
        host=staff.add(caller, store, name="沈砚", level="regional_president", roles=["host"]),
        handler=staff.add(caller, store, name="邱野", level="staff", department="engineering", roles=["handler"]),
    )


def with_concern(store: Store, event: str, people: People, words: str = "玄关的墙往前推了，柜子放不下") -> str:
    """Take down a repair and accept it."""
    caller = administrator(store)
    made = recording.add(
        caller, store, event=event, received_by=people.host, words=words, type_code="repair", area="product_quality"
    )
    told = {"area": "product_quality", "department": "research_design", "grade": "2", "due_resolve": "2026-05-20"}
    moved = moving.move(
        caller, store, concern=made.concern, target="accepted", by=people.coordinator, means="in_person", fields=told
    )
    assert not moved.refused
    return made.concern


def opened(
    bot: QtBot,
    look: Look,
    translator: Translator,
    file: Path,
    *,
    staff_id: str | None = None,
    package: Path | None = None,
    passphrase: str | None = None,
) -> Office:
    """The office's window over a database, with everything shown."""
    jobs, choices, kept = Jobs(), Choices(), list[Settings]()
    context = FaceContext(
        file, passphrase, Settings(), look, translator, jobs, staff_id, None, clock=lambda: NOW_MS, package=package,
        keep_settings=kept.append,
    )  # fmt: skip
    with look.undressed():
        flow = OfficeFlow(context, chooser=choices)
    bot.addWidget(flow.window)
    flow.window.show()
    flow.start()
    office = Office(bot, file, jobs, flow, choices, kept=kept)
    office.wait()
    return office


def reopened(file: Path) -> Store:
    """The database behind a window that was closed."""
    return open_database(file)
