"""A rehearsal takes the real path, says what it saw, and leaves nothing: neither here nor in the real database."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from db.records import Client, Staff, Turn
from db.store import Store
from desktop.services.events import events
from desktop.services.guests.check_ins import walk_in
from desktop.services.hall import hosts
from desktop.services.opening import found_project
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.services.rehearsing import cast, play, stage
from desktop.services.rehearsing.stage import Facts, Stage, facts_of, read_facts, write_facts

REAL = "温若水"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this computer keeps everything that the program may write: the database, its state, temporary folders."""
    for name in ("data", "state", "tmp"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


@pytest.fixture
def office(world: Path) -> Iterator[Store]:
    with found_project(
        world / "data" / "o.db", name="听松苑", mark=None, device_name="办公室", passphrase=None
    ) as store:
        yield store


@pytest.fixture
def facts(office: Store) -> Facts:
    caller = administrator(office)
    event = events.add(
        caller, office, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00",
        slots="08:00\n09:00",
    )  # fmt: skip
    for place in ("A1", "A2", "A3"):
        person = staff.add(caller, office, name=f"沈砚{place}", level="staff", roles=["host"])
        hosts.seat(caller, office, event=event, staff=person, part="host", place=place)
    walk_in(caller, office, event=event, name=REAL)
    return facts_of(caller, office, event=event, data_file=office.path)


def everything(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_everybody_is_answered_nothing_of_it_stays_and_nothing_real_goes_into_it(
    world: Path, office: Store, facts: Facts
) -> None:
    files = {file: file.read_bytes() for file in (world / "data").iterdir()}
    marks = sorted((world / "state").rglob("*"))
    invented = [one.name for one in cast.invent(30, Random(1))]
    seen: list[bytes] = []

    def look(done: int, _total: int) -> None:
        if done == 20:
            seen.append(everything(world / "tmp"))

    result = play.rehearse(facts, families=36, minutes=5, progress=look)
    shown = dict(result.outcomes)

    assert result.is_well
    assert result.tickets == result.let_in == 36 - shown["revoked"] - shown["malformed"] - shown["wrong_event"]
    assert shown["already"] == 2
    assert result.called + result.still_waiting == result.let_in
    assert result.called >= 3
    assert 0 < result.answer_p50 <= result.answer_p99
    assert result.wanted == 7.2
    # It was there while it lasted, readable as this project is not encrypted, and none of ours stood in it.
    assert sum(name.encode() in seen[0] for name in invented) >= 25
    assert REAL.encode() not in seen[0]
    assert "沈砚".encode() not in seen[0]
    assert list((world / "tmp").iterdir()) == []
    assert sorted((world / "state").rglob("*")) == marks
    assert {file: file.read_bytes() for file in (world / "data").iterdir()} == files
    left = everything(world)
    assert not [name for name in invented if name.encode() in left]
    assert len(office.records(Client, "")) == 1


def test_the_rehearsal_of_an_encrypted_project_is_encrypted(world: Path) -> None:
    with found_project(
        world / "data" / "k.db", name="听松苑", mark=None, device_name="办公室", passphrase="a passphrase of ours"
    ) as store:
        caller = administrator(store)
        event = events.add(
            caller, store, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
        )
        found = facts_of(caller, store, event=event, data_file=store.path)
    with Stage(found, guests=5) as made:
        assert made.opened.query("SELECT count(*) FROM client") == [(8,)]
        assert made.invited[0].who.name.encode() not in everything(made.folder)


def test_one_seed_gives_one_rehearsal() -> None:
    coming = cast.arrivals(300, 30, Random(7))

    assert coming == cast.arrivals(300, 30, Random(7))
    assert coming != cast.arrivals(300, 30, Random(8))
    assert all(0 <= one.after_ms <= 30 * 60_000 for one in coming)
    assert {one.kind for one in coming} == set(cast.ANSWERS)
    assert len({one.name for one in cast.invent(900, Random(1))}) == 900


def test_a_printer_that_takes_nothing_is_told_and_the_queue_at_the_door_goes_on(
    facts: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, text in {
        "lpstat": '#!/bin/sh\necho "printer 前台 is idle.  enabled since now"\n',
        "lp": "#!/bin/sh\necho 'no paper' >&2\nexit 1\n",
    }.items():
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")

    result = play.rehearse(facts, families=6, minutes=1, queue="前台")

    assert not result.is_well
    assert {(one.step, one.got) for one in result.failures} == {("ticket", "printer_refused")}
    assert result.let_in == len(result.failures) == 6


def test_what_a_killed_rehearsal_left_is_destroyed_by_the_next_one(world: Path, facts: Facts) -> None:
    gone = subprocess.Popen(["true"] if os.name != "nt" else ["cmd", "/c", "exit"])
    gone.wait()
    left, alive = (world / "tmp" / f"{stage.PREFIX}{name}" for name in ("left", "alive"))
    for folder, holder in ((left, gone.pid), (alive, os.getpid())):
        folder.mkdir()
        (folder / "holder").write_text(str(holder), encoding="ascii")

    Stage(facts, guests=1).close()

    assert (left.exists(), alive.exists()) == (os.name == "nt", True)


def test_facts_that_travel_to_another_program_name_nobody(facts: Facts, tmp_path: Path) -> None:
    write_facts(facts, tmp_path / "facts.json")

    assert read_facts(tmp_path / "facts.json") == facts
    assert facts.duty == (("host", "A1"), ("host", "A2"), ("host", "A3"))
    text = (tmp_path / "facts.json").read_text(encoding="utf-8")
    assert "沈砚" not in text
    assert REAL not in text
    with Stage(facts, guests=2) as made:
        assert len(made.hosts) == 3
        assert not made.opened.records(Turn, "")
        assert all(one.name.startswith("彩排") for one in made.opened.records(Staff, ""))
