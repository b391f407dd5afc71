"""An office and two desks that hold its list and do not see each other, for tests."""

import shutil
from collections.abc import Callable
from copy import copy
from pathlib import Path

from db import check_ins as kept_check_ins
from db.doubles import Double
from db.events import arrived_count, invited_arrived_count
from db.records import Invitation
from db.store import Store
from desktop.services.exchange import cards, packages
from desktop.services.guests import check_ins, codes, doubles
from desktop.services.opening import join_project, open_database
from desktop.services.registry import administrator
from desktop.services.rosters.imports import import_list
from tests.screens import office_world as world


def clock(at_ms: int) -> Callable[[], int]:
    """A clock that stands still."""
    return lambda: at_ms


# Minutes after the office that the desk's clock shows, which is when it scans; and its name.
DESKS = ((0, "东门"), (7, "西门"))


class Hall:
    """An office and two desks that hold its list and do not see each other; one client was let in at both."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "office.db"
        self.office = world.found(self.file)
        self.office.clock = clock(world.NOW_MS)
        self.caller, self.event = world.with_event(self.office)
        roster = folder / "名单.csv"
        roster.write_text("姓名,称谓,楼栋房号,联系电话\n温若水,女士,6-2-1201,13800010001\n", encoding="utf-8")
        import_list(self.caller, self.office, file=roster, event=self.event)
        (invitation,) = self.office.records(Invitation, "")
        self.token = codes.code_of(self.office, invitation) or ""
        card, every = folder / "p.card", folder / "list.qinting"
        cards.write_card(self.caller, self.office, file=card)
        packages.export(self.caller, self.office, file=every)
        self.desks: list[Store] = []
        for minutes, name in DESKS:
            desk = join_project(folder / f"{name}.db", card, device_name=name, passphrase=None)
            desk.clock = clock(world.NOW_MS + minutes * 60_000)
            packages.take_in(administrator(desk), desk, file=every)
            cards.trust(self.caller, self.office, fingerprint_text=cards.own_fingerprint(desk))
            self.desks.append(desk)

    def scan_at_both(self) -> list[str]:
        """One code at both desks; returns the check-ins."""
        return [self.scan(desk) for desk in self.desks]

    def scan(self, desk: Store) -> str:
        """The code at one desk."""
        return check_ins.scan(administrator(desk), desk, event=self.event, token=self.token).check_in

    def gather(self) -> None:
        """The office takes in what the desks have."""
        for desk in self.desks:
            self.carry(desk, self.office)

    def carry(self, source: Store, target: Store) -> None:
        """A package of one in the other."""
        file = self.folder / f"{source.identity.name}.qinting"
        packages.export(administrator(source), source, file=file)
        assert packages.take_in(administrator(target), target, file=file).taken

    def open(self, store: Store | None = None) -> tuple[Double, ...]:
        """Those nobody has decided about."""
        place = store or self.office
        return doubles.everything(administrator(place), place)

    def settle(self, check_in: str, answer: str) -> Double:
        """Decide in the office."""
        return doubles.settle(self.caller, self.office, check_in=check_in, answer=answer)

    def arrived(self) -> tuple[int, int, int]:
        """People in the house, invited ones among them, points of the arrivals' chart."""
        first = kept_check_ins.first_arrivals(self.office, self.event)
        return arrived_count(self.office, self.event), invited_arrived_count(self.office, self.event), len(first)

    def close(self) -> None:
        """Close every database."""
        for store in (self.office, *self.desks):
            store.close()

    def copied(self, folder: Path) -> "Hall":
        """The same hall on copies of its databases, for a test that writes: founding one takes its time."""
        shutil.copytree(self.folder, folder)
        made = copy(self)
        made.folder, made.file = folder, folder / self.file.name
        made.office = open_database(made.file)
        made.office.clock = clock(world.NOW_MS)
        made.desks = []
        for minutes, name in DESKS:
            desk = open_database(folder / f"{name}.db")
            desk.clock = clock(world.NOW_MS + minutes * 60_000)
            made.desks.append(desk)
        return made
