"""A short day of the program's own verbs on small databases: what is killed, cut off and refused in the other tests."""

import contextlib
import hashlib
import random
import secrets
import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from db import opening
from db.driver import connect
from db.records import Client, Invitation, Staff
from db.store import Reader, Store
from db.vault import key_file
from desktop.services.concerns import recording
from desktop.services.events import events
from desktop.services.exchange import cards, packages
from desktop.services.guests import check_ins, clients, codes
from desktop.services.keeping import backups
from desktop.services.opening import found_project, join_project, with_derived_tables
from desktop.services.people import staff
from desktop.services.receptions import drafts, talks
from desktop.services.receptions.drafts import Draft
from desktop.services.registry import administrator
from desktop.services.verifying import verify_database

GUESTS = 12
PASSPHRASE = "青禾里的口令"
Step = Callable[[Store], object]


@dataclass(frozen=True, slots=True)
class Day:
    """A kiosk's and a host's database (the office's is `office`), its key, and what stands in for the outside."""

    database: Path
    key: bytes | None
    event: str
    tokens: tuple[str, ...]
    package: Path

    def copy_to(self, folder: Path) -> "Day":
        """The same day in another folder; the package stays where it is."""
        folder.mkdir(parents=True, exist_ok=True)
        for file in self.database.parent.glob(f"{self.database.name}*"):
            if file.is_dir():
                shutil.copytree(file, folder / file.name)
            else:
                shutil.copy(file, folder / file.name)
        return Day(folder / self.database.name, self.key, self.event, self.tokens, self.package)

    def open(self) -> Store:
        """Open with the key alone: stretching a passphrase costs half a second."""
        return with_derived_tables(Store(self.database, connect(self.database, self.key), self.key))

    def open_up_to_date(self) -> Store:
        """Open as the program does that finds a database of an older release."""
        with key_at_hand(self.key):
            return with_derived_tables(opening.open_store(self.database))


def furnish(folder: Path, *, passphrase: str | None) -> Day:
    """An office with an event and its guests, a host device that knows them, and a package with more of both."""
    folder.mkdir(parents=True)
    with found_project(
        folder / "office.db", name="青禾里", mark=None, device_name="办公室", passphrase=passphrase
    ) as office:
        caller = administrator(office)
        today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
        event = events.add(
            caller, office, node="site_open_day", title="工地开放日",
            starts=f"{today - timedelta(days=1)}T09:00", ends=f"{today + timedelta(days=30)}T18:00",
        )  # fmt: skip
        staff.add(caller, office, name="宋明远", level="staff", roles=("host",))
        with office.transaction(verb="test.guests") as tx:
            inviter = codes.Inviter(caller, tx, event)
            for number in range(GUESTS):
                guest = Client(id=tx.new_id(), created_at=tx.now, name=f"客人{number}", phone=f"1380000{number:04d}")
                inviter.invite(tx.insert(guest))
        invitations = office.records(Invitation, "ORDER BY id")
        tokens = tuple(token for one in invitations if (token := codes.code_of(office, one)))
        cards.write_card(caller, office, file=folder / "office.card")
        database = folder / "desk" / "desk.db"
        database.parent.mkdir()
        with join_project(
            database, folder / "office.card", device_name="桌一", role="host", passphrase=passphrase
        ) as desk:
            packages.export(caller, office, file=folder / "first.qinting")
            assert packages.take_in(administrator(desk), desk, file=folder / "first.qinting").taken
            key = desk.key
        with office.transaction(verb="test.more") as tx:
            for number in range(3 * GUESTS):
                tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=f"新客{number}"))
        for guest in office.records(Client, "WHERE name LIKE '客人%' ORDER BY id"):
            clients.set_fields(caller, office, client=guest.id, changes={"title": "女士"})
        packages.export(caller, office, file=folder / "office.qinting")
    return Day(database, key, event, tokens, folder / "office.qinting")


# -- what is done ------------------------------------------------------------------------------------------------------


def scanning(day: Day) -> Iterator[Step]:
    """Scans of guests, some a second time, and somebody without a code; one check-in is taken back."""
    for token in (*day.tokens[:6], day.tokens[2]):
        yield lambda store, token=token: check_ins.scan(administrator(store), store, event=day.event, token=token)  # type: ignore[misc]
    yield lambda store: check_ins.walk_in(
        administrator(store), store, event=day.event, name="江晚", phone="13800138010", room="3-1-502"
    )
    yield lambda store: check_ins.undo(
        administrator(store), store, check_in=store.query("SELECT id FROM check_in ORDER BY id")[0][0]
    )


def talking(day: Day) -> Iterator[Step]:
    """A talk: begun, typed in pauses, ended; its words, a promise and an aside are recorded together."""

    def begin(store: Store) -> object:
        return talks.start(
            administrator(store), store, event=day.event, host=_host(store), client=_client(store, "客人3")
        )

    yield begin
    words = "阳台门一下雨就进水，我们擦了三次，地板都翘了"
    for length in (4, 9, 15, len(words)):
        typed = Draft("draft-1", words=words[:length], type_code="repair", area="engineering_quality")
        if length > 9:
            typed = Draft(
                "draft-1", words=words[:length], type_code="repair", promise="雨前做完淋水试验",
                promise_due="2030-05-01", promise_department="engineering",
            )  # fmt: skip
        page = (typed, Draft("draft-2", words="北门晚上太黑", is_aside=True)) if length > 4 else (typed,)
        yield lambda store, page=page: drafts.save(administrator(store), store, reception=_talk(store), drafts=page)  # type: ignore[misc]
    yield lambda store: drafts.record(administrator(store), store, reception=_talk(store))
    yield lambda store: recording.add_words(
        administrator(store), store, concern=store.query("SELECT id FROM concern")[0][0], words="客厅那一侧也有水印",
        said_by=_host(store),
    )  # fmt: skip


def merging(day: Day) -> Iterator[Step]:
    """The office's package comes in."""
    yield lambda store: _taken(packages.take_in(administrator(store), store, file=day.package))


def handing_on(day: Day) -> Iterator[Step]:
    """A package goes out beside the database, three times: new, over the first one, and as a delta."""
    file = day.database.with_name("out.qinting")
    yield lambda store: packages.export(administrator(store), store, file=file)
    yield lambda store: packages.export(administrator(store), store, file=file)
    yield lambda store: packages.export(
        administrator(store), store, file=day.database.with_name("delta.qinting"), delta=True
    )


def copying(day: Day) -> Iterator[Step]:
    """The database is copied, changed, and copied again."""
    moments = iter(range(1, 9))

    def back_up(store: Store) -> object:
        now, ahead = store.clock, next(moments) * 3_600_000
        store.clock = lambda: now() + ahead
        try:
            return backups.back_up(store)
        finally:
            store.clock = now

    yield back_up
    yield lambda store: check_ins.scan(administrator(store), store, event=day.event, token=day.tokens[7])
    yield back_up


WORK: dict[str, Callable[[Day], Iterator[Step]]] = {
    "scan": scanning, "talk": talking, "merge": merging, "export": handing_on, "backup": copying,
}  # fmt: skip


def whole_day(day: Day) -> Iterator[Step]:
    """Everything that writes to the database, one after the other."""
    for work in (scanning, talking, merging):
        yield from work(day)


def _taken(incoming: packages.Incoming) -> None:
    if not incoming.taken:
        raise incoming.trouble or AssertionError(incoming)


def _host(store: Reader) -> str:
    return store.records(Staff, "WHERE name = '宋明远'")[0].id


def _client(store: Reader, name: str) -> str:
    return store.records(Client, f"WHERE name = '{name}'")[0].id


def _talk(store: Reader) -> str:
    return str(store.query("SELECT id FROM reception ORDER BY id DESC LIMIT 1")[0][0])


# -- what must hold ----------------------------------------------------------------------------------------------------


def digest_of(store: Reader, *, but: tuple[str, ...] = ()) -> str:
    """A digest of every row of every table, the search index and what never travels included, `but` these."""
    digest = hashlib.sha256()
    tables = store.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    )
    for (table,) in tables:
        if table in but:
            continue
        digest.update(repr((table, sorted(store.query(f"SELECT * FROM {table}"), key=repr))).encode())
    return digest.hexdigest()


def assert_sound(store: Store) -> None:
    """What `qinting verify` looks at: the pages, their authentication, the search index, the journal's chain."""
    report = verify_database(administrator(store), store)
    assert report.sound, report


@contextlib.contextmanager
def seeded(seed: int) -> Iterator[None]:
    """The same ids and salts in every run with this seed, so that a second run must leave the very same rows."""
    chance = random.Random(seed)

    def random_bytes(nbytes: int | None = None) -> bytes:
        return chance.randbytes(nbytes or 32)

    with (
        patch.object(secrets, "randbits", chance.getrandbits),
        patch.object(secrets, "token_bytes", random_bytes),
        patch.object(secrets, "token_hex", lambda nbytes=None: random_bytes(nbytes).hex()),
        patch.object(uuid, "uuid4", lambda: uuid.UUID(int=chance.getrandbits(128), version=4)),
    ):
        yield


def ticking(store: Store) -> None:
    """Give the store a clock that moves by a second at every look, the same in every run."""
    start = store.count("SELECT max(at) FROM journal")
    moments = iter(range(start + 1_000, start + 100_000_000, 1_000))
    store.clock = lambda: next(moments)


# -- in place of what is slow or does not exist yet --------------------------------------------------------------------


@contextlib.contextmanager
def key_at_hand(key: bytes | None) -> Iterator[None]:
    """Open with the key itself: nothing is stretched, everything else happens as with a passphrase."""
    with patch.object(key_file, "unlock", lambda _database, _passphrase: key_file.Keys(key)):
        yield


@contextlib.contextmanager
def cheap_stretching() -> Iterator[None]:
    """Let a passphrase be stretched by a single hash."""

    def stretch(passphrase: str, salt: bytes, _slot: object = None) -> bytes:
        return hashlib.sha256(passphrase.encode() + salt).digest()

    with patch.object(key_file, "stretch", stretch):
        yield


@contextlib.contextmanager
def later_program() -> Iterator[None]:
    """Be a later release for a while: one migration more, which adds a table and a column and fills it."""
    from sqlite_utils import Migrations

    from db import migrations

    apply, latest = Migrations.apply, migrations.LATEST

    def m_later(database: Any) -> None:
        database.execute("ALTER TABLE client ADD COLUMN later_note TEXT")
        database.execute("CREATE TABLE later(id TEXT PRIMARY KEY NOT NULL, client TEXT) STRICT")
        database.execute("INSERT INTO later SELECT 'of-' || id, id FROM client")
        database.execute("UPDATE client SET later_note = name || '，' || id")
        database.execute(f"PRAGMA user_version = {latest + 1}")

    def apply_more(these: Migrations, database: Any) -> None:
        these()(m_later)
        apply(these, database)

    with patch.object(Migrations, "apply", apply_more), patch.object(migrations, "LATEST", latest + 1):
        yield
