"""The staff's PIN, roles given and taken, and the project's own fields."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import people
from db.errors import Misused, Refused
from db.store import Store
from desktop.services.events import events
from desktop.services.exchange import cards
from desktop.services.opening import found_project, join_project
from desktop.services.people import pin, staff
from desktop.services.project import project
from desktop.services.registry import administrator


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with found_project(tmp_path / "a.db", name="听松苑", mark=None, device_name="办公室", passphrase=None) as made:
        yield made


def test_only_the_pin_that_was_set_matches_and_it_stands_nowhere_in_clear(store: Store) -> None:
    assert not pin.pin_matches(store, "482913")

    pin.set_pin(administrator(store), store, "482913")

    assert pin.pin_matches(store, "482913")
    assert not pin.pin_matches(store, "482914")
    assert not store.query("SELECT 1 FROM local_state WHERE instr(value, '482913')")


@pytest.mark.parametrize("digits", ["123", "123456789", "12a4", "\uff11\uff12\uff13\uff14"])
def test_a_pin_is_four_to_eight_digits(store: Store, digits: str) -> None:
    with pytest.raises(Misused, match="pin_digits"):
        pin.set_pin(administrator(store), store, digits)

    assert not pin.has_pin(store)


def test_five_wrong_pins_make_a_pause_that_outlives_a_restart_and_ends(store: Store) -> None:
    pin.set_pin(administrator(store), store, "4829")
    now = store.clock()
    store.clock = lambda: now
    for _ in range(pin.TRIES):
        assert not pin.pin_matches(store, "0000")

    with pytest.raises(Refused, match="pin_pause"):
        pin.pin_matches(store, "4829")
    store.clock = lambda: now + pin.PAUSE_MS + 1
    assert pin.pin_matches(store, "4829")


def test_a_clock_set_back_does_not_keep_the_staff_out(store: Store) -> None:
    pin.set_pin(administrator(store), store, "4829")
    now = store.clock()
    store.clock = lambda: now
    for _ in range(pin.TRIES):
        pin.pin_matches(store, "0000")

    store.clock = lambda: now - 24 * 3_600_000

    assert pin.pin_matches(store, "4829")


def test_a_kiosk_that_joins_by_the_card_has_the_offices_pin(store: Store, tmp_path: Path) -> None:
    pin.set_pin(administrator(store), store, "4829")
    cards.write_card(administrator(store), store, file=tmp_path / "a.card")

    with join_project(tmp_path / "k.db", tmp_path / "a.card", device_name="东门", passphrase=None) as kiosk:
        assert pin.pin_matches(kiosk, "4829")


def test_roles_are_given_and_taken_and_nobody_is_left_without(store: Store) -> None:
    caller = administrator(store)
    person = staff.add(caller, store, name="阮青", level="staff", roles=["coordinator"])

    assert staff.set_roles(caller, store, staff=person, roles=["host", "coordinator"]) == 1
    assert staff.set_roles(caller, store, staff=person, roles=["host"]) == 1
    assert people.roles_of(store, person) == {"host"}
    with pytest.raises(Refused, match="role_needed"):
        staff.set_roles(caller, store, staff=person, roles=[])


def test_who_has_left_is_off_the_list_and_can_come_back(store: Store) -> None:
    caller = administrator(store)
    person = staff.add(caller, store, name="阮青", level="staff")

    staff.leave(caller, store, staff=person)
    assert staff.everybody(caller, store) == ()
    staff.come_back(caller, store, staff=person)

    assert [one.name for one, _ in staff.everybody(caller, store)] == ["阮青"]


def test_the_project_is_renamed_but_its_mark_stays(store: Store) -> None:
    caller = administrator(store)

    project.set_fields(caller, store, changes={"name": "听松苑二期", "company": "听松置业"})

    assert project.show(caller, store).name == "听松苑二期"
    with pytest.raises(Misused, match="field_not_settable"):
        project.set_fields(caller, store, changes={"mark": "二"})


def test_an_event_is_changed_staffed_closed_and_gone_on_with(store: Store) -> None:
    caller = administrator(store)
    person = staff.add(caller, store, name="沈砚", level="regional_president", roles=["host"])
    event = events.add(
        caller, store, node="delivery", title="交付日", starts="2026-05-23 09:00", ends="2026-05-23 17:00"
    )

    changed = events.set_fields(
        caller, store, event=event, changes={"place": "会所", "slots": "09:00-10:00\n\n 10:00 "}
    )
    events.put_staff(caller, store, event=event, staff=person)
    events.close(caller, store, event=event)

    kept = events.everything(caller, store)[0].event
    assert (changed, kept.place, kept.slots) == (2, "会所", "09:00-10:00\n10:00")
    assert [(one.name, one.part) for one in events.on_duty(caller, store, event=event)] == [("沈砚", "host")]
    with pytest.raises(Refused, match="event_closed"):
        events.close(caller, store, event=event)
    events.reopen(caller, store, event=event)
    events.drop_staff(caller, store, event=event, staff=person)
    assert events.on_duty(caller, store, event=event) == ()


def test_an_event_cannot_end_before_it_begins(store: Store) -> None:
    caller = administrator(store)
    event = events.add(
        caller, store, node="delivery", title="交付日", starts="2026-05-23 09:00", ends="2026-05-23 17:00"
    )

    with pytest.raises(Misused, match="ends_before_start"):
        events.set_fields(caller, store, event=event, changes={"ends": "2026-05-23 08:00"})
