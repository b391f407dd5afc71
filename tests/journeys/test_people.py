"""The staff's PIN, roles given and taken, and the project's own fields."""

import subprocess
import sys
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


def lock_out(store: Store) -> None:
    """Set a PIN and guess it wrong until nobody is heard any more."""
    pin.set_pin(administrator(store), store, "4829")
    for _ in range(pin.TRIES):
        assert not pin.pin_matches(store, "0000")


def test_five_wrong_pins_make_a_pause_that_ends(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_out(store)

    with pytest.raises(Refused, match="pin_pause") as refused:
        pin.pin_matches(store, "4829")
    assert 0 < int(refused.value.facts["seconds"]) <= 60
    later = pin.ticks_ms() + pin.PAUSE_MS + 1
    monkeypatch.setattr(pin, "ticks_ms", lambda: later)
    assert pin.pin_matches(store, "4829")


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_set_back_or_on_neither_ends_the_pause_nor_makes_it_longer(
    store: Store, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    lock_out(store)
    now = store.clock()
    store.clock = lambda: now + days * 24 * 3_600_000

    with pytest.raises(Refused, match="pin_pause"):
        pin.pin_matches(store, "4829")
    later = pin.ticks_ms() + pin.PAUSE_MS + 1
    monkeypatch.setattr(pin, "ticks_ms", lambda: later)
    assert pin.pin_matches(store, "4829")


def test_a_computer_started_anew_begins_the_pause_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_out(store)
    monkeypatch.setattr(pin, "ticks_ms", lambda: 5_000)

    with pytest.raises(Refused, match="pin_pause") as refused:
        pin.pin_matches(store, "4829")
    assert refused.value.facts["seconds"] == 60
    monkeypatch.setattr(pin, "ticks_ms", lambda: 5_000 + pin.PAUSE_MS)
    assert pin.pin_matches(store, "4829")


GUESSER = """
import os, signal, sys
from pathlib import Path
from db.errors import Refused
from desktop.services.opening import open_database
from desktop.services.people import pin

store = open_database(Path(sys.argv[1]))
now = store.clock()
store.clock = lambda: now - int(sys.argv[2]) * 3_600_000
# Ended as soon as the try is being looked at, before anything can be said of it.
pin._verified = lambda kept, tried: os.kill(os.getpid(), signal.SIGKILL)
try:
    pin.pin_matches(store, "0000")
except Refused as refused:
    print(refused.code, refused.facts["seconds"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is the system's own")
def test_killing_the_program_between_tries_and_setting_the_clock_back_buys_no_try(tmp_path: Path) -> None:
    file = tmp_path / "k.db"
    with found_project(file, name="听松苑", mark=None, device_name="东门", passphrase=None) as made:
        pin.set_pin(administrator(made), made, "4829")

    def guess(hours_back: int) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-c", GUESSER, str(file), str(hours_back)]
        return subprocess.run(words, capture_output=True, text=True, check=False)

    for number in range(pin.TRIES):
        assert guess(number).returncode == -9
    refused = guess(24)

    assert refused.returncode == 0, refused.stderr
    code, seconds = refused.stdout.split()
    assert code == "pin_pause"
    assert 0 < int(seconds) <= 60


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
