"""One stick, written the day before, makes every device of an event ready, and the office says so device by device."""

import shutil
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from db import devices, event_devices
from db.errors import Refused, Unreadable
from db.records import Client, DeviceVouch
from db.vault import device_keys
from desktop.cli.main import run
from desktop.rules import kits
from desktop.services.exchange import cards, kit, kit_files, kit_taking, packages, vouching
from desktop.services.people import pin
from desktop.services.registry import administrator
from desktop.services.rosters import imports
from tests.exchange.forging import joined, print_of
from tests.exchange.kit_world import EVENING_MS, MORNING_MS, World, founded, founded_anew


@pytest.fixture
def world(folder: Path) -> Iterator[World]:
    made = founded(folder)
    yield made
    made.close()


def trusted_by(world: World, name: str) -> set[str]:
    return {one.name or "" for one in devices.trusted(world.devices[name])}


def states(world: World) -> dict[str, str]:
    return {one.name: one.standing for one in world.read().lines}


def codes(findings: tuple[kits.Finding, ...], state: str) -> set[str]:
    return {one.code for one in findings if one.state == state}


def test_a_kit_holds_card_list_forms_and_the_offices_clock(world: World) -> None:
    world.plan("东门")

    done = world.prepare(has_forms=True)

    assert [name for name, _ in done.files] == ["event.kit", "project.card", "list.qinting", "forms.pdf"]
    body = kit_files.read_kit(world.stick).body
    assert (body.title, body.made_at, body.codes, body.staff) == ("交付日", EVENING_MS, 2, 1)
    assert [line.name for line in body.lines] == ["东门"]


def test_a_new_computer_takes_it_and_has_the_list_the_staff_and_its_line(world: World) -> None:
    world.plan("东门")
    world.prepare()

    taken = world.join("东门")

    east = world.devices["东门"]
    assert (taken.name, taken.role, taken.is_ready) == ("东门", "kiosk", True)
    assert east.count("SELECT count(*) FROM invitation") == 2
    assert codes(taken.findings, "ready") == {
        "kit_list_there", "kit_staff_there", "kit_clock_there", "kit_disk_there", "kit_others_there",
    }  # fmt: skip
    assert world.line("东门").standing == "waiting"


def test_the_office_asks_about_a_device_that_it_does_not_know_and_never_trusts_it_by_itself(world: World) -> None:
    world.plan("东门")
    world.prepare()
    taken = world.join("东门")

    assert states(world) == {"东门": "compare"}
    assert states(world) == {"东门": "compare"}
    assert devices.trusted(world.office) == ()

    assert world.confirm(taken) == "东门"
    assert states(world) == {"东门": "ready"}
    assert world.read().is_ready


def test_after_one_round_all_devices_trust_one_another_by_the_offices_word(world: World) -> None:
    for name in ("东门", "西门", "桌一"):
        world.plan(name, "host" if name == "桌一" else "kiosk")
    world.prepare()
    answers = [world.join(name) for name in ("东门", "西门", "桌一")]
    assert trusted_by(world, "东门") == {"办公室"}
    world.read()
    for one in answers:
        world.confirm(one)

    for name in ("东门", "西门", "桌一"):
        assert "kit_others_there" in codes(world.take(name).findings, "ready")

    assert trusted_by(world, "东门") == {"办公室", "西门", "桌一"}
    assert trusted_by(world, "桌一") == {"办公室", "东门", "西门"}
    assert {one.standing for one in world.read().lines} == {"ready"}


def test_the_offices_word_also_travels_in_its_packages(world: World) -> None:
    for name in ("东门", "西门"):
        world.plan(name)
    world.prepare()
    answers = [world.join(name) for name in ("东门", "西门")]
    world.read()
    for one in answers:
        world.confirm(one, on_stick=False)
    file = world.folder / "later.qinting"
    packages.export(administrator(world.office), world.office, file=file)
    east, west = world.devices["东门"], world.devices["西门"]

    assert packages.take_in(administrator(east), east, file=file).taken

    assert trusted_by(world, "东门") == {"办公室", "西门"}
    mine = world.folder / "west.qinting"
    with west.transaction(verb="test.add") as tx:
        tx.insert(Client(id=tx.new_id(), created_at=tx.now, name="西门来的"))
    packages.export(administrator(west), west, file=mine)
    assert packages.take_in(administrator(east), east, file=mine).taken


def test_a_device_of_an_earlier_event_needs_no_second_comparing(world: World) -> None:
    (taken,) = world.enrol("东门")
    east = world.devices["东门"]
    world.prepare()

    taken = kit_taking.take(administrator(east), east, folder=world.stick)

    assert taken.line == world.line("东门").line
    assert states(world) == {"东门": "ready"}


def test_a_device_cannot_vouch_for_itself_or_for_anybody(world: World) -> None:
    world.enrol("东门", "西门")
    for name in ("东门", "西门"):
        world.take(name)
    east, west = world.devices["东门"], world.devices["西门"]
    with joined(world.office, world.folder / "stranger.db") as stranger:
        keys = device_keys.read(stranger.connection)
        with east.transaction(verb="test.vouch") as tx:
            # The kiosk signs, well and truly, but it is no office.
            assert vouching.vouch(
                tx, device=stranger.identity.writer, name="陌生设备", role="office",
                signing_key=keys.signing_public, recipient=keys.recipient,
            )  # fmt: skip
        file = world.folder / "east.qinting"
        packages.export(administrator(east), east, file=file)
        assert packages.take_in(administrator(west), west, file=file).taken
        assert packages.take_in(administrator(world.office), world.office, file=file).taken

        for store in (west, world.office):
            assert print_of(stranger) not in {one.fingerprint for one in devices.trusted(store)}
            assert "陌生设备" in {one.name for one in event_devices.vouches(store)}


def test_a_vouch_that_somebody_altered_is_believed_by_nobody(world: World) -> None:
    world.enrol("东门")
    (_, real) = event_devices.vouches(world.office)
    project = world.office.identity.project

    assert vouching.is_signed(real, project)
    assert not vouching.is_signed(real, "another project")
    for field in ("id", "device", "name", "role", "recipient", "signing_key", "office_key"):
        altered = DeviceVouch(**{**msgspec.structs.asdict(_as_struct(real)), field: "0" * 64})
        assert not vouching.is_signed(altered, project), field


def test_a_device_that_a_person_removed_is_not_brought_back_by_an_offices_word(world: World) -> None:
    answers = world.enrol("东门", "西门")
    world.take("东门")
    east = world.devices["东门"]
    with east.transaction(verb="test.remove") as tx:
        devices.remove(tx, answers[1].fingerprint)

    world.take("东门")
    file = world.folder / "later.qinting"
    packages.export(administrator(world.office), world.office, file=file)
    packages.take_in(administrator(east), east, file=file)

    assert trusted_by(world, "东门") == {"办公室"}


def test_what_an_office_removes_is_trusted_nowhere_until_it_says_otherwise(world: World) -> None:
    answers = world.enrol("东门", "西门")
    world.take("东门")
    caller, office, east = administrator(world.office), world.office, world.devices["东门"]
    lost = answers[1].fingerprint

    cards.remove(caller, office, fingerprint_text=lost)
    world.carry("removed.qinting", east)
    assert trusted_by(world, "东门") == {"办公室"}
    assert devices.removed(east)[lost].word in {one.id for one in event_devices.vouches(east)}
    # Older words, which come in again with the kit, do not bring it back.
    world.take("东门")
    assert trusted_by(world, "东门") == {"办公室"}

    cards.trust(caller, office, fingerprint_text=lost)
    world.carry("again.qinting", east)
    assert trusted_by(world, "东门") == {"办公室", "西门"}


def test_a_person_may_go_on_trusting_what_an_office_removed(world: World) -> None:
    answers = world.enrol("东门", "西门")
    world.take("东门")
    east = world.devices["东门"]
    cards.remove(administrator(world.office), world.office, fingerprint_text=answers[1].fingerprint)
    world.carry("removed.qinting", east)

    cards.trust(administrator(east), east, fingerprint_text=answers[1].fingerprint)
    world.carry("later.qinting", east)

    assert trusted_by(world, "东门") == {"办公室", "西门"}


def test_a_removed_device_is_not_trusted_by_one_that_joins_later(world: World) -> None:
    for name in ("东门", "西门", "南门"):
        world.plan(name)
    world.prepare()
    answers = [world.join(name) for name in ("东门", "西门")]
    world.read()
    for one in answers:
        world.confirm(one)
    cards.remove(administrator(world.office), world.office, fingerprint_text=answers[1].fingerprint)
    world.prepare()

    world.join("南门")

    assert "西门" not in trusted_by(world, "南门")
    assert "东门" in trusted_by(world, "南门")


def test_an_office_that_was_removed_vouches_for_nobody(world: World) -> None:
    world.plan("东门")
    world.plan("西门")
    world.prepare()
    answers = [world.join(name) for name in ("东门", "西门")]
    east = world.devices["东门"]
    with east.transaction(verb="test.remove") as tx:
        devices.remove(tx, print_of(world.office))
    world.read()
    for one in answers:
        world.confirm(one)

    with pytest.raises(Refused, match="unknown_device"):
        world.take("东门")
    assert trusted_by(world, "东门") == set()


def test_the_command_line_says_the_same_in_json(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """`event kit`, `event take`, `event ready` and `event close-list` as another program sees them."""

    def asked(*words: str) -> tuple[int, dict[str, Any]]:
        status = run(["--json", *words], lambda _arguments: 9)
        return status, msgspec.json.decode(capsys.readouterr().out)

    office, stick = str(world.office.path), str(world.stick)
    event = ("--event", world.event)
    status, kit_ = asked("--data", office, "event", "kit", *event, "--dir", stick, "--for", "东门=kiosk", "--no-forms")
    assert (status, [one["state"] for one in kit_["devices"]]) == (0, ["waiting"])
    status, taken = asked("--data", str(world.folder / "new.db"), "event", "take", stick, "--device", "东门", "--plain")
    assert (taken["device"], taken["role"], taken["joined"], len(taken["words"])) == ("东门", "kiosk", True, 10)
    status, ready = asked("--data", office, "event", "ready", *event, "--dir", stick)
    assert (status, ready["ready"], ready["devices"][0]["state"]) == (1, False, "compare")
    trust = ("--trust", taken["fingerprint"])
    _, ready = asked("--data", office, "event", "ready", *event, "--dir", stick, *trust)
    assert ready["devices"][0]["fingerprint"] == taken["fingerprint"]
    assert ready["devices"][0]["state"] != "compare"
    status, left = asked("--data", office, "event", "close-list", *event)
    assert (status, left["settled"], [one["kind"] for one in left["lines"]]) == (1, False, ["device"])
    reason = ("--line", left["lines"][0]["line"], "--reason", "当天没有用")
    status, left = asked("--data", office, "event", "close-list", *event, *reason)
    assert (status, left["settled"], left["lines"][0]["reason"]) == (0, True, "当天没有用")
    status, wrong = asked("--data", office, "event", "kit", *event, "--dir", stick, "--for", "东门")
    assert (status, wrong["error"]["code"]) == (2, "device_unreadable")


def _as_struct(row: DeviceVouch) -> msgspec.Struct:
    names = ("id", "created_at", "created_by", "deleted", "device", "name", "role", "signing_key", "recipient",
             "office_key", "signature")  # fmt: skip
    return msgspec.defstruct("Row", [(name, object) for name in names])(*(getattr(row, name) for name in names))


def test_an_answer_that_was_altered_or_cut_counts_for_nothing_and_is_named(world: World) -> None:
    world.plan("东门")
    world.prepare()
    world.join("东门")
    (file,) = (world.stick / "answers").glob("*.answer")
    file.write_bytes(file.read_bytes().replace(b"kiosk", b"offic"))

    done = world.read()

    assert done.spoilt == (file.name,)
    assert [one.standing for one in done.lines] == ["waiting"]


def test_a_device_that_nobody_meant_gets_a_line_of_its_own(world: World) -> None:
    world.plan("东门")
    world.prepare()
    world.join("东门")
    world.join("小会议室")

    assert states(world) == {"东门": "compare", "小会议室": "compare"}


@pytest.mark.parametrize("name", ["project.card", "list.qinting", "event.kit"])
def test_a_kit_that_was_cut_short_changes_nothing(world: World, name: str) -> None:
    world.plan("东门")
    world.prepare()
    file = world.stick / name
    file.write_bytes(file.read_bytes()[:-20])

    with pytest.raises(Unreadable, match="kit_damaged"):
        kit_taking.join(world.folder / "new.db", world.stick, name="东门", role=None, passphrase=None)

    assert not (world.folder / "new.db").exists()


def test_a_kit_of_a_stranger_or_of_another_project_is_refused(world: World, folder: Path) -> None:
    world.plan("东门")
    world.prepare()
    world.join("东门")
    (folder / "other").mkdir()
    other = founded_anew(folder / "other")
    other.plan("东门")
    other.prepare()
    east = world.devices["东门"]

    with pytest.raises(Unreadable, match="other_project"):
        kit_taking.take(administrator(east), east, folder=other.stick)
    other.close()

    with joined(world.office, folder / "stranger.db") as stranger, pytest.raises(Refused, match="unknown_device"):
        kit_taking.take(administrator(stranger), stranger, folder=world.stick)
    with pytest.raises(Refused, match="kit_is_ours"):
        kit_taking.take(administrator(world.office), world.office, folder=world.stick)


def test_a_slow_clock_is_seen_on_the_device_and_a_fast_one_in_the_office(world: World) -> None:
    world.plan("东门")
    world.plan("西门")
    world.prepare()

    slow = world.join("东门", EVENING_MS - 3 * 3_600_000)
    fast = world.join("西门", MORNING_MS + 5 * 3_600_000)

    assert codes(slow.findings, "lacks") == {"kit_clock_behind_hours"}
    assert codes(fast.findings, "lacks") == set()
    world.read(MORNING_MS)
    for one in (slow, fast):
        world.confirm(one)
    found = {one.name: one for one in world.read(MORNING_MS).lines}
    assert codes(found["东门"].findings, "lacks") == {"kit_clock_behind_hours"}
    assert codes(found["西门"].findings, "lacks") == {"kit_clock_ahead_hours"}
    assert dict(next(one for one in found["西门"].findings if one.state == "lacks").facts) == {"hours": 5}


def test_an_answer_keeps_the_moment_at_which_the_office_first_read_it(world: World) -> None:
    world.plan("东门")
    world.prepare()
    fast = world.join("东门", MORNING_MS + 5 * 3_600_000)
    world.read(MORNING_MS)
    world.confirm(fast)

    late = world.read(MORNING_MS + 9 * 3_600_000)

    assert codes(late.lines[0].findings, "lacks") == {"kit_clock_ahead_hours"}


def test_a_wanted_printer_and_a_full_disk_are_named(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.plan("桌一", "host", ("printer",))
    world.prepare()
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**10, 10**10 - 5 * 10**7, 5 * 10**7))
    monkeypatch.setenv("PATH", "")

    taken = world.join("桌一")

    assert codes(taken.findings, "lacks") == {"kit_printer_none", "kit_disk_full"}


def test_a_pin_that_was_set_meanwhile_comes_with_the_kit(world: World) -> None:
    world.plan("东门")
    world.prepare()
    world.join("东门")
    pin.set_pin(administrator(world.office), world.office, "2580")
    world.prepare()

    world.take("东门")

    assert pin.pin_matches(world.devices["东门"], "2580")


def test_clients_who_are_added_after_the_kit_was_written_make_nobody_short(world: World) -> None:
    world.plan("东门")
    world.prepare()
    world.join("东门")
    late = world.folder / "late.csv"
    late.write_text("姓名,楼栋房号\n陆朝歌,3-1-502\n", encoding="utf-8")
    imports.import_list(administrator(world.office), world.office, file=late, event=world.event)
    world.read()

    assert codes(world.take("东门").findings, "lacks") == set()


def test_who_took_an_earlier_kit_is_asked_to_take_the_new_one(world: World) -> None:
    world.enrol("东门")
    world.plan("西门")
    world.prepare()

    assert states(world) == {"东门": "older", "西门": "waiting"}

    world.take("东门")
    assert states(world)["东门"] == "ready"


def test_a_line_that_is_taken_back_is_no_part_of_the_kit_and_can_come_back(world: World) -> None:
    line = world.plan("东门")
    world.plan("西门")
    kit.drop_device(administrator(world.office), world.office, line=line)
    world.prepare()
    assert [one.name for one in kit_files.read_kit(world.stick).body.lines] == ["西门"]

    kit.drop_device(administrator(world.office), world.office, line=line, is_back=True)
    assert world.line("东门").standing == "waiting"


def test_without_a_device_there_is_no_kit(world: World) -> None:
    with pytest.raises(Refused, match="kit_without_devices"):
        world.prepare()
    assert not world.stick.exists()


def test_a_second_office_of_the_event_may_vouch_as_well(world: World) -> None:
    world.plan("分办公室", "office")
    world.plan("东门")
    world.prepare()
    second, east = world.join("分办公室"), world.join("东门")
    world.read()
    for one in (second, east):
        world.confirm(one)
    world.take("东门")

    keys = event_devices.vouching_keys(world.devices["东门"])
    assert device_keys.read(world.devices["分办公室"].connection).signing_public in keys
