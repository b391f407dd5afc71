"""A kiosk at which clients stood alone: when the office has everything, no byte of it knows a phone or a full name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import backups, blobs
from db.errors import Refused
from db.records import CheckIn, Client, Concern, Invitation
from db.store import Store
from db.vault import device_keys
from db.vault.device_keys import fingerprint
from desktop.services.concerns import recording
from desktop.services.events import events
from desktop.services.exchange import cards, packages
from desktop.services.guests import check_ins, clients, self_service, stripping
from desktop.services.guests.codes import code_of, fresh_invitation
from desktop.services.keeping import backups as keeping
from desktop.services.opening import found_project, join_project, open_database
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.services.verifying import verify_database

# Nobody's: every name has a sign that no other text of the program has, every phone a run of digits.
NAMES = tuple(f"陈龘{sign}" for sign in "鱻麤靐齉爨")
PHONES = tuple(f"1389{number}777{number}33" for number in range(len(NAMES)))
WALK_IN, WALK_IN_PHONE = "欧阳龖垚", "13707770777"
OLD_NAME, WORDS = "陈龘旧", "龘窗漏雨三次"


@dataclass(slots=True)
class Two:
    """An office and a kiosk of its event, which trust each other."""

    folder: Path
    office: Store
    kiosk: Store
    event: str
    codes: tuple[str, ...] = ()

    def send(self, source: Store, target: Store, name: str) -> None:
        """A whole package from one to the other, by hand, as a stick carries it."""
        file = self.folder / f"{name}.package"
        packages.export(administrator(source), source, file=file)
        own = fingerprint(device_keys.read(source.connection).signing_public)
        came = packages.take_in(administrator(target), target, file=file, trust=(own,))
        assert came.outcome == "merged"
        file.unlink()

    def day(self) -> None:
        """Everybody of the list has come and found themselves, one more without an invitation; a copy was made."""
        caller = administrator(self.kiosk)
        assert self_service.fill(caller, self.kiosk, event=self.event) == len(NAMES)
        for code in self.codes:
            assert check_ins.scan(caller, self.kiosk, event=self.event, token=code, staffed=False).admitted
        check_ins.walk_in(caller, self.kiosk, event=self.event, name=WALK_IN, phone=WALK_IN_PHONE)
        keeping.back_up(self.kiosk)
        (blobs.folder_of(self.kiosk.path)).mkdir(exist_ok=True)

    def acknowledge(self) -> None:
        """The office takes in what the kiosk has, and its answer reaches the kiosk."""
        self.send(self.kiosk, self.office, "work")
        self.send(self.office, self.kiosk, "answer")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    office = found_project(tmp_path / "office.db", name="青禾里", mark="青", device_name="办公室", passphrase=None)
    caller = administrator(office)
    now = office.clock()
    host = staff.add(caller, office, name="宋明远", level="regional_president", roles=("host",))
    event = events.add(
        caller, office, node="site_open_day", title="工地开放日",
        starts=_iso(now - 3_600_000), ends=_iso(now + 3_600_000),
    )  # fmt: skip
    codes: list[str] = []
    for name, phone in zip(NAMES, PHONES, strict=True):
        with office.transaction(verb="client.import", subject=event) as tx:
            client = tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=OLD_NAME, phone=phone))
            kept = tx.get(Invitation, fresh_invitation(caller, tx, event, client))
        assert kept is not None
        codes.append(code_of(office, kept) or "")
        clients.set_fields(caller, office, client=client, changes={"name": name, "room": "6-2-1201", "note": name})
    recording.add(caller, office, event=event, client=client, received_by=host, type_code="repair", words=WORDS)
    cards.write_card(caller, office, file=tmp_path / "project.card")
    kiosk = join_project(
        tmp_path / "kiosk.db", tmp_path / "project.card", device_name="自助", passphrase=None, role="kiosk"
    )
    made = Two(tmp_path, office, kiosk, event, tuple(codes))
    made.send(office, kiosk, "list")
    yield made
    kiosk.close()
    office.close()


def _iso(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1_000, UTC).isoformat()


def canaries() -> tuple[str, ...]:
    return (*NAMES, *PHONES, WALK_IN, WALK_IN_PHONE, OLD_NAME, WORDS, *(name[-2:] for name in NAMES))


def found_in(folder: Path, stem: str) -> set[str]:
    """Which canaries stand in any byte of any file of the device: database, log, index, copies, whatever lies there."""
    files = [file for file in folder.rglob("*") if file.is_file() and stem in str(file.relative_to(folder))]
    content = {file: file.read_bytes() for file in files}
    return {
        one for one in canaries() for kind in ("utf-8", "utf-16-le") for bytes_ in content.values()
        if one.encode(kind) in bytes_
    }  # fmt: skip


def test_the_search_for_canaries_finds_them_where_they_are(two: Two) -> None:
    two.day()
    found = found_in(two.folder, "kiosk.db")

    assert {*NAMES, *PHONES, WALK_IN, WALK_IN_PHONE, OLD_NAME, WORDS} <= found


def test_a30_after_the_day_no_byte_of_the_kiosk_knows_a_phone_or_a_name(two: Two) -> None:
    two.day()
    two.acknowledge()
    caller, now = administrator(two.kiosk), two.kiosk.clock()
    # Nobody of an event under way is forgotten unless it is the one that is being closed.
    assert not stripping.may_strip(caller, two.kiosk, now_ms=now)
    assert stripping.may_strip(caller, two.kiosk, now_ms=now, besides=two.event)
    assert stripping.may_strip(caller, two.kiosk, now_ms=now + 86_400_000)
    assert stripping.forget_clients(caller, two.kiosk) == len(NAMES) + 1

    assert found_in(two.folder, "kiosk.db") == set()
    assert backups.made(two.kiosk.path) == ()
    two.kiosk.close()
    assert found_in(two.folder, "kiosk.db") == set()
    two.kiosk = open_database(two.folder / "kiosk.db")
    assert found_in(two.folder, "kiosk.db") == set()
    verified = verify_database(administrator(two.kiosk), two.kiosk)
    assert (verified.pages, verified.breaks) == ((), ())


def test_nothing_is_lost_by_it_anywhere_else_and_the_kiosk_goes_on(two: Two) -> None:
    two.day()
    two.acknowledge()
    stripping.forget_clients(administrator(two.kiosk), two.kiosk)
    two.send(two.kiosk, two.office, "after")

    kept = two.office.records(Client, "WHERE deleted = 0 ORDER BY name")
    assert sorted(one.name for one in kept) == sorted((*NAMES, WALK_IN))
    assert {one.phone for one in kept} >= {*PHONES, WALK_IN_PHONE}
    assert [one.words for one in two.office.records(Concern, "")] == [WORDS]
    for store in (two.office, two.kiosk):
        assert len(store.records(CheckIn, "WHERE admitted = 1")) == len(NAMES) + 1

    # And the kiosk goes on.
    caller = administrator(two.kiosk)
    scan = check_ins.scan(caller, two.kiosk, event=two.event, token=two.codes[0], staffed=False)
    assert scan.outcome == "already"
    check_ins.walk_in(caller, two.kiosk, event=two.event, name="林听雪", phone=None)
    two.send(two.kiosk, two.office, "later")

    assert [one.name for one in two.office.records(Client, "WHERE name = '林听雪'")] == ["林听雪"]


def test_before_the_office_has_everything_nothing_is_forgotten(two: Two) -> None:
    two.day()
    with pytest.raises(Refused, match="strip_too_early"):
        stripping.forget_clients(administrator(two.kiosk), two.kiosk)

    assert len(two.kiosk.records(Client, "")) == len(NAMES) + 1
    assert len(backups.made(two.kiosk.path)) >= 1
    # An office never does it at all.
    assert not stripping.may_strip(administrator(two.office), two.office, now_ms=two.office.clock())
    with pytest.raises(Refused, match="wrong_device"):
        stripping.strip(administrator(two.office), two.office)
