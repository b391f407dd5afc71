"""Each client has one person of ours: given, handed over, and told where two devices gave two."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import owners as kept
from db.errors import Misused
from db.records import Client
from db.store import Store
from desktop.services.doctor import examine
from desktop.services.exchange import cards, packages
from desktop.services.guests import check_ins, owners
from desktop.services.guests.clients import join
from desktop.services.opening import join_project
from desktop.services.registry import Caller, administrator
from tests.screens import office_world as world

GUESTS = ("温若水", "纪南星", "沈一苇")


class House:
    """An office and another one of the same project, each knowing three clients."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = world.found(folder / "office.db")
        self.caller, event = world.with_event(self.office)
        for name in GUESTS:
            check_ins.walk_in(self.caller, self.office, event=event, name=name)
        card = folder / "p.card"
        cards.write_card(self.caller, self.office, file=card)
        self.other = join_project(folder / "other.db", card, device_name="分部", passphrase=None, role="office")
        cards.trust(self.caller, self.office, fingerprint_text=cards.own_fingerprint(self.other))
        self.carry(self.office, self.other)

    def carry(self, source: Store, target: Store) -> None:
        """Everything of one in the other."""
        file = self.folder / f"{source.identity.name}.qinting"
        packages.export(administrator(source), source, file=file)
        assert packages.take_in(administrator(target), target, file=file).taken

    def give(self, client: str, name: str, store: Store | None = None, kind: str | None = None) -> int:
        """Give a client to somebody."""
        place = store or self.office
        return owners.give(self.as_caller(place), place, client=self.id(client), name=name, kind=kind)

    def as_caller(self, store: Store) -> Caller:
        """Whoever works at it."""
        return self.caller if store is self.office else administrator(store)

    def id(self, name: str) -> str:
        """A client's id."""
        return next(one.id for one in self.office.records(Client, "") if one.name == name)

    def of(self, client: str) -> list[str]:
        """Who looks after a client now."""
        return [one.name for one in kept.active(self.office, self.id(client))]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.office.close()
    made.other.close()
    shutil.rmtree(tmp_path)


def test_a08_a_client_has_one_person_of_ours_and_whoever_was_before_ends(house: House) -> None:
    assert house.give("温若水", "何苗", kind="property_butler") == 1
    assert house.give("温若水", "何苗") == 0
    assert house.give("温若水", "苏木") == 2

    assert house.of("温若水") == ["苏木"]
    rows = house.office.query("SELECT name, kind, from_at, until_at FROM client_owner ORDER BY id")
    assert [(name, kind, until is None) for name, kind, _, until in rows] == [
        ("何苗", "property_butler", False),
        ("苏木", "property_butler", True),
    ]
    assert house.give("温若水", "") == 1
    assert house.of("温若水") == []


def test_a08_two_given_apart_are_both_kept_and_told_until_a_person_says_who(house: House) -> None:
    house.give("温若水", "何苗")
    house.give("温若水", "苏木", house.other)
    house.carry(house.other, house.office)

    (found,) = owners.twice(house.caller, house.office)
    assert (found.name, set(found.owners)) == ("温若水", {"何苗", "苏木"})
    troubles = examine(house.caller, house.office, database=house.office.path, now=world.NOW_MS)
    assert "doctor_two_owners" in {one.trouble.code for one in troubles}

    house.give("温若水", "何苗")

    assert house.of("温若水") == ["何苗"]
    assert owners.twice(house.caller, house.office) == ()


def test_a08_when_somebody_leaves_all_their_clients_go_to_another(house: House) -> None:
    for name in GUESTS[:2]:
        house.give(name, "何苗")
    house.give("沈一苇", "苏木")

    assert owners.hand_over(house.caller, house.office, leaving="何苗", taking="苏木") == 2

    assert [house.of(name) for name in GUESTS] == [["苏木"]] * 3
    with pytest.raises(Misused, match="owner_unknown"):
        owners.hand_over(house.caller, house.office, leaving="何苗", taking="苏木")


def test_a_person_with_two_records_has_one_owner_after_the_join_is_settled(house: House) -> None:
    house.give("温若水", "何苗")
    house.give("纪南星", "苏木")
    join(house.caller, house.office, first=house.id("温若水"), second=house.id("纪南星"))

    assert len(owners.twice(house.caller, house.office)) == 1
    house.give("纪南星", "苏木")

    assert house.of("温若水") == ["苏木"]
