"""An office with an event on its list, and computers that are to be devices of it, for tests of the kit."""

from atexit import register
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import copy, rmtree
from tempfile import mkdtemp

from db.store import Store
from desktop.services.events import events
from desktop.services.exchange import kit, kit_taking, packages
from desktop.services.exchange.kit import Line, Round
from desktop.services.exchange.kit_taking import Taken
from desktop.services.opening import found_project, open_database
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.services.rosters import imports

EVENING_MS = 1_779_451_200_000  # 22 May 2026, 20:00 in Shanghai: the kit is written the day before
MORNING_MS = EVENING_MS + 12 * 3_600_000
LIST = "姓名,称谓,楼栋房号,联系电话\n温若水,女士,6-2-1201,13800010001\n纪南星,先生,6-2-1202,13800010002\n"


@dataclass(slots=True)
class World:
    """The office, its event, and the devices by name."""

    folder: Path
    office: Store
    event: str
    host: str
    devices: dict[str, Store] = field(default_factory=dict)

    @property
    def stick(self) -> Path:
        """Where the kit lies."""
        return self.folder / "stick"

    def plan(self, name: str, role: str = "kiosk", needs: tuple[str, ...] = ()) -> str:
        return kit.plan_device(
            administrator(self.office), self.office, event=self.event, name=name, role=role, needs=needs
        )  # fmt: skip

    def prepare(self, *, has_forms: bool = False) -> kit.Prepared:
        self.office.clock = lambda: EVENING_MS
        return kit.prepare(
            administrator(self.office), self.office, event=self.event, folder=self.stick, has_forms=has_forms
        )  # fmt: skip

    def join(self, name: str, at_ms: int = MORNING_MS) -> Taken:
        """Make a new computer a device by the kit, and let it answer."""
        store, _ = kit_taking.join(self.folder / f"{name}.db", self.stick, name=name, role=None, passphrase=None)
        store.clock = lambda: at_ms
        self.devices[name] = store
        return self.take(name)

    def take(self, name: str) -> Taken:
        store = self.devices[name]
        return kit_taking.take(administrator(store), store, folder=self.stick)

    def read(self, at_ms: int = MORNING_MS + 3_600_000) -> Round:
        self.office.clock = lambda: at_ms
        return kit.read_round(administrator(self.office), self.office, event=self.event, folder=self.stick)

    def confirm(self, taken: Taken, *, on_stick: bool = True) -> str:
        return kit.confirm(
            administrator(self.office), self.office, event=self.event, fingerprint_text=taken.fingerprint,
            folder=self.stick if on_stick else None,
        )  # fmt: skip

    def enrol(self, *names: str) -> list[Taken]:
        """Plan these devices, hand them the kit, and compare the fingerprints of those who answer."""
        for name in names:
            self.plan(name)
        self.prepare()
        answers = [self.join(name) for name in names]
        self.read()
        for one in answers:
            self.confirm(one)
        return answers

    def carry(self, file: str, to: Store) -> None:
        """Take a package of the office to a device."""
        packages.export(administrator(self.office), self.office, file=self.folder / file)
        assert packages.take_in(administrator(to), to, file=self.folder / file).taken

    def line(self, name: str) -> Line:
        found = kit.lines(administrator(self.office), self.office, event=self.event)
        return next(one for one in found if one.name == name)

    def close(self) -> None:
        for store in (self.office, *self.devices.values()):
            store.close()


@cache
def _template() -> tuple[Path, str, str]:
    """Made once for all tests: the office's database, its event, its host."""
    folder = Path(mkdtemp(prefix="qinting-kit-"))
    register(rmtree, folder, ignore_errors=True)
    with found_project(folder / "office.db", name="听松苑", mark=None, device_name="办公室", passphrase=None) as office:
        office.clock = lambda: EVENING_MS
        caller = administrator(office)
        starts, ends = "2026-05-23 08:00", "2026-05-23 18:00"
        event = events.add(caller, office, node="delivery", title="交付日", starts=starts, ends=ends)
        host = staff.add(caller, office, name="沈砚", level="regional_president", roles=["host"])
        events.put_staff(caller, office, event=event, staff=host)
        names = folder / "list.csv"
        names.write_text(LIST, encoding="utf-8")
        imports.import_list(caller, office, file=names, event=event)
    return folder / "office.db", event, host


def founded(folder: Path) -> World:
    """An office with two clients invited and a host on duty: a copy of the same project each time."""
    made, event, host = _template()
    for file in made.parent.glob("office.db*"):
        copy(file, folder / file.name)
    office = open_database(folder / made.name)
    office.clock = lambda: EVENING_MS
    return World(folder, office, event, host)


def founded_anew(folder: Path) -> World:
    """Another project, with an event of its own and nobody invited."""
    office = found_project(folder / "office.db", name="望江台", mark=None, device_name="办公室", passphrase=None)
    event = events.add(
        administrator(office), office, node="delivery", title="交付日", starts="2026-05-23 08:00",
        ends="2026-05-23 18:00",
    )  # fmt: skip
    return World(folder, office, event, "")
