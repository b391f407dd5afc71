"""The doctor says what is not as it should be, in words, and nothing where all is well."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.records import Client
from db.store import Store
from desktop.services.doctor import examine
from desktop.services.guests import persons
from desktop.services.keeping import backups
from desktop.services.registry import administrator
from tests.screens import office_world as world

DAY_MS = 86_400_000
YEAR_MS = 365 * DAY_MS


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    with world.found(tmp_path / "office.db") as store:
        yield store


def found(store: Store, now: int | None = None) -> list[tuple[str, bool]]:
    at = store.clock() if now is None else now
    told = examine(administrator(store), store, database=store.path, now=at)
    return [(one.trouble.code, one.is_grave) for one in told]


def test_a_device_with_a_fresh_copy_is_well(office: Store) -> None:
    assert found(office) == [("doctor_no_copy", False)]
    backups.back_up(office)
    assert found(office) == []
    assert found(office, office.clock() + 2 * DAY_MS) == [("doctor_old_copy", False)]


def test_a_clock_that_went_back_is_told_and_so_are_stamps_from_the_future(office: Store) -> None:
    backups.back_up(office)
    right = office.clock()
    office.clock = lambda: right + 4 * YEAR_MS
    with office.transaction(verb="test.client") as tx:
        client = tx.insert(Client(id=tx.new_id(), created_at=tx.now, name="单思源"))
        tx.save("client", client, {"note": "甲"})
    office.clock = lambda: right
    assert found(office, right) == [("doctor_clock_back", False), ("doctor_ahead", False)]

    # And they do not win for ever: whoever has seen them replaces them, by a clock that goes right.
    with office.transaction(verb="test.client") as tx:
        tx.save("client", client, {"note": "乙"})
    kept = office.get(Client, client)
    assert kept is not None
    assert kept.note == "乙"


def test_a_broken_chain_and_a_waiting_erasure_are_told_the_grave_one_first(office: Store) -> None:
    backups.back_up(office)
    people = world.with_staff(office)
    with office.transaction(verb="test.client") as tx:
        client = tx.insert(Client(id=tx.new_id(), created_at=tx.now, name="单思源"))
    persons.erase(administrator(office), office, client=client, reason="本人要求", second=people.coordinator)
    office.connection.execute("UPDATE journal SET verb = 'other' WHERE seq = 2")
    assert found(office) == [("doctor_journal", True), ("doctor_sweep", False)]
