"""Packages: whatever is wrong with one, it is refused with a reason, and the database stays as it was."""

import json
import random
import struct
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pyrage
import pytest

from db import devices
from db.driver import Row, first_value_op
from db.errors import Misused, Unreadable
from db.exchange.blocks import COLUMNS, Block, export_blocks
from db.exchange.container import BODY, HEAD, pack, unpack
from db.exchange.package import MAGIC, open_package, read_head
from db.opening import found_project
from db.records import Client, values
from db.store import Store
from db.vault import device_keys
from desktop.services.opening import with_derived_tables
from tests.exchange.forging import (
    Forge,
    as_records,
    brought,
    concern,
    content_of,
    forged,
    joined,
    print_of,
    rezipped,
    written,
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The database that packages are brought to; no test of this file changes what it holds."""
    path = tmp_path_factory.mktemp("office") / "office.db"
    with found_project(path, name="青禾里", mark="青", device_name="办公室") as store:
        with store.transaction(verb="test.add") as tx:
            tx.insert(Client(id="client-1", created_at=tx.now, name="陈知夏", phone="13800138000"))
            tx.insert(concern("concern-1", "水一冲就往外跑"))
        yield with_derived_tables(store)


@pytest.fixture(scope="module")
def host(office: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A device of the same project that the office trusts."""
    path = tmp_path_factory.mktemp("host") / "host.db"
    with joined(office, path) as store:
        with store.transaction(verb="test.add") as tx:
            tx.insert(Client(id="client-2", created_at=tx.now, name="单思源"))
            tx.insert(concern("concern-2", "对讲机不响"))
            tx.save("client", "client-2", {"phone": "13900139001"})
        with office.transaction(verb="test.trust") as tx:
            devices.trust(tx, devices.Trusted(print_of(store), None, None, None, None))
        yield store


@pytest.fixture(scope="module")
def package(host: Store) -> bytes:
    """What the host knows, for everybody of the project."""
    return written(host, export_blocks(host))


def assert_refused(office: Store, folder: Path, content: bytes, code: str, *, passphrase: str | None = None) -> None:
    before = content_of(office)

    incoming = brought(office, folder, content, passphrase=passphrase)

    assert incoming.trouble is not None, incoming
    assert incoming.trouble.code == code
    assert not incoming.taken
    assert content_of(office) == before


def test_a_sound_package_is_taken_and_a_dry_run_changes_nothing(office: Store, package: bytes, folder: Path) -> None:
    before = content_of(office)

    incoming = brought(office, folder, package, dry_run=True)

    assert (incoming.outcome, incoming.taken, incoming.trouble) == ("merged", True, None)
    assert incoming.added >= 2
    assert content_of(office) == before


# -- damage ------------------------------------------------------------------------------------------------------------


def test_every_flipped_byte_is_damage_and_changes_nothing(office: Store, package: bytes, folder: Path) -> None:
    before = content_of(office)
    chance = random.Random(7)
    places = sorted(chance.sample(range(len(package)), min(len(package), 2_400)))
    assert len(places) >= 2_000
    for place in places:
        flipped = bytearray(package)
        flipped[place] ^= chance.randrange(1, 256)
        outcome = brought(office, folder, bytes(flipped)).trouble
        assert outcome is not None, place
        assert outcome.code == "package_damaged", place
    assert content_of(office) == before


def test_every_cut_is_damage_and_changes_nothing(office: Store, package: bytes, folder: Path) -> None:
    before = content_of(office)
    for length in (*range(0, len(package), 64), len(package) - 1):
        trouble = brought(office, folder, package[:length]).trouble
        assert trouble is not None, length
        assert trouble.code == "package_damaged", length
    assert content_of(office) == before


@pytest.mark.parametrize("part", [HEAD, BODY])
def test_a_flip_hidden_by_a_new_checksum_is_refused_as_well(office: Store, package: bytes, part: str) -> None:
    keys = device_keys.read(office.connection)
    head, body = unpack(package)
    chance = random.Random(11)
    for _ in range(600):
        flipped = bytearray(head if part == HEAD else body)
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        content = pack(bytes(flipped), body) if part == HEAD else pack(head, bytes(flipped))
        with pytest.raises(Unreadable) as caught:
            open_package(content, keys, project=office.identity.project)
        assert caught.value.code in (
            "package_damaged", "package_newer", "other_project", "package_not_for_us", "package_passphrase",
        )  # fmt: skip


def test_the_helper_builds_the_very_same_archive(package: bytes) -> None:
    head, body = unpack(package)

    assert rezipped([(HEAD, head), (BODY, body)]) == package


@pytest.mark.parametrize(
    "alter",
    [
        lambda head, body: rezipped([(HEAD, head), (BODY, body)]) + b"\n",
        lambda head, body: b"\n" + rezipped([(HEAD, head), (BODY, body)]),
        lambda head, body: rezipped([(HEAD, head), (BODY, body)], comment=b"hello"),
        lambda head, body: rezipped([(HEAD, head), (BODY, body)], extra=b"\x99\x99\x00\x00"),
        lambda head, body: rezipped([(HEAD, head), (BODY, body)], packed=True),
        lambda head, body: rezipped([(BODY, body), (HEAD, head)]),
        lambda head, body: rezipped([(HEAD, body), (BODY, head)]),
        lambda head, body: rezipped([(HEAD, head), (BODY, body), ("more.txt", b"x")]),
        lambda head, body: rezipped([(HEAD, head), (BODY, body), ("../../evil", b"x")]),
        lambda head, _body: rezipped([(HEAD, head)]),
        lambda _head, body: rezipped([(BODY, body)]),
        lambda head, body: rezipped([(HEAD, head), (BODY, body)]) * 2,
        lambda _head, _body: rezipped([]),
        lambda _head, _body: b"",
        lambda _head, _body: "不是数据包".encode(),
    ],
    ids=[
        "bytes behind", "bytes before", "comment", "extra field", "compressed", "order", "swapped", "another part",
        "a part with a path", "no body", "no head", "twice", "empty archive", "empty file", "text",
    ],
)  # fmt: skip
def test_any_other_form_of_the_archive_is_damage(
    office: Store, package: bytes, folder: Path, alter: Callable[[bytes, bytes], bytes]
) -> None:
    assert_refused(office, folder, alter(*unpack(package)), "package_damaged")


def test_the_body_of_another_package_does_not_go_with_this_head(office: Store, host: Store, folder: Path) -> None:
    first, second = (unpack(written(host, export_blocks(host), passphrase=word)) for word in ("一", "二"))

    assert_refused(office, folder, pack(first[0], second[1]), "package_damaged")


@pytest.mark.parametrize("length", [0, 1, 7, 71, 1 << 31])
def test_a_sealed_body_of_another_form_is_damage(office: Store, package: bytes, folder: Path, length: int) -> None:
    head, _ = unpack(package)
    recipient = pyrage.x25519.Recipient.from_str(device_keys.read(office.connection).exchange_recipient)
    plain = (MAGIC + struct.pack(">I", length) + b"{}" * 100)[: min(length, 200)]

    assert_refused(office, folder, pack(head, pyrage.encrypt(plain, [recipient])), "package_damaged")


# -- who may read it, who wrote it -------------------------------------------------------------------------------------


def test_an_unknown_device_is_named_with_its_fingerprint(office: Store, tmp_path: Path, folder: Path) -> None:
    with joined(office, tmp_path / "unknown.db") as unknown:
        content, print_ = written(unknown, export_blocks(unknown)), print_of(unknown)
    before = content_of(office)

    incoming = brought(office, folder, content)

    assert incoming.outcome == "unknown_device"
    assert incoming.trouble is not None
    assert incoming.trouble.facts == {"device": "接待本", "fingerprint": print_}
    assert content_of(office) == before


@pytest.mark.parametrize("form", [str, str.lower, lambda text: text.replace("-", ""), lambda _text: "any"])
def test_an_unknown_device_is_taken_when_its_fingerprint_is_given(
    office: Store, tmp_path: Path, folder: Path, form: Callable[[str], str]
) -> None:
    with joined(office, tmp_path / "unknown.db") as unknown:
        content, print_ = written(unknown, export_blocks(unknown)), print_of(unknown)

    assert brought(office, folder, content, trust=(form(print_),), dry_run=True).outcome == "merged"


def test_the_fingerprint_of_one_device_lets_no_other_in(
    office: Store, host: Store, tmp_path: Path, folder: Path
) -> None:
    with joined(office, tmp_path / "unknown.db") as unknown:
        content = written(unknown, export_blocks(unknown))

    assert brought(office, folder, content, trust=(print_of(host),)).outcome == "unknown_device"


def test_a_signature_by_another_hand_is_damage(office: Store, host: Store, package: bytes, folder: Path) -> None:
    def in_the_hosts_name(manifest: dict[str, Any]) -> None:
        manifest["signing_key"] = device_keys.read(host.connection).signing_public

    assert_refused(office, folder, forged(office, package, in_the_hosts_name), "package_damaged")


def test_a_package_of_another_project_is_told_apart(office: Store, tmp_path: Path, folder: Path) -> None:
    with found_project(tmp_path / "other.db", name="云栖台", mark="云", device_name="办公室") as other:
        to = (device_keys.read(office.connection).exchange_recipient,)
        content = written(other, export_blocks(other), to=to)

    assert_refused(office, folder, content, "other_project")


def test_a_head_of_this_project_before_anothers_body_is_damage(
    office: Store, package: bytes, tmp_path: Path, folder: Path
) -> None:
    with found_project(tmp_path / "other.db", name="云栖台", mark="云", device_name="办公室") as other:
        to = (device_keys.read(office.connection).exchange_recipient,)
        content = written(other, export_blocks(other), to=to)

    assert_refused(office, folder, pack(unpack(package)[0], unpack(content)[1]), "package_damaged")


def test_a_package_of_a_newer_version_asks_for_an_update(office: Store, package: bytes, folder: Path) -> None:
    head, body = unpack(package)
    newer = msgspec.json.encode({**json.loads(head), "format": 99})

    assert_refused(office, folder, pack(newer, body), "package_newer")


def test_a_manifest_of_a_newer_version_asks_for_an_update(
    office: Store, host: Store, package: bytes, folder: Path
) -> None:
    content = forged(host, package, lambda manifest: manifest.update(format=99))

    assert_refused(office, folder, content, "package_newer")


def test_a_package_for_somebody_else_says_so(office: Store, host: Store, folder: Path) -> None:
    stranger = str(pyrage.x25519.Identity.generate().to_public())

    assert_refused(office, folder, written(host, export_blocks(host), to=(stranger,)), "package_not_for_us")


@pytest.mark.parametrize("given", [None, "", "别的口令"])
def test_without_the_right_passphrase_a_package_stays_closed(
    office: Store, host: Store, folder: Path, given: str | None
) -> None:
    content = written(host, export_blocks(host), to=(device_keys.read(host.connection).recipient,), passphrase="青禾")

    assert_refused(office, folder, content, "package_passphrase", passphrase=given)


def test_the_right_passphrase_opens_a_package(office: Store, host: Store, folder: Path) -> None:
    content = written(host, export_blocks(host), to=(device_keys.read(host.connection).recipient,), passphrase="青禾")

    assert brought(office, folder, content, passphrase="青禾", dry_run=True).outcome == "merged"


@pytest.mark.parametrize("salt", ["00", "zz", "0" * 31, "0" * 1_000])
def test_a_salt_of_another_form_is_damage(office: Store, package: bytes, folder: Path, salt: str) -> None:
    head, body = unpack(package)
    altered = msgspec.json.encode({**json.loads(head), "salt": salt})

    assert_refused(office, folder, pack(altered, body), "package_damaged", passphrase="青禾")


def test_a_passphrase_inside_the_encryption_is_refused_before_it_costs_anything(
    office: Store, package: bytes, folder: Path
) -> None:
    stanza = b"age-encryption.org/v1\n-> scrypt aGVsbG9oZWxsb2hlbGxvaA 22\n" + b"A" * 43 + b"\n--- " + b"A" * 43 + b"\n"
    content = pack(unpack(package)[0], stanza + bytes(64))
    began = time.monotonic()

    assert_refused(office, folder, content, "package_damaged", passphrase="青禾")

    assert time.monotonic() - began < 1.0


def test_a_recipient_that_is_none_is_a_wrong_argument(host: Store) -> None:
    with pytest.raises(Misused) as caught:
        written(host, export_blocks(host), to=("age1nobody",))

    assert caught.value.code == "recipient_unreadable"


def test_the_head_tells_nothing_of_a_client(package: bytes, host: Store) -> None:
    head = read_head(package)

    assert (head.project, head.writer, head.kind) == (host.identity.project, host.identity.writer, "full")
    for personal in ("单思源", "13900139001", "对讲机不响"):
        assert personal.encode() not in package


# -- what stands inside ------------------------------------------------------------------------------------------------

CLIENT: Row = values(Client(id="client-9", created_at=1, name="林晚"))
EDIT: Row = ("client", "client-1", "name", "a" * 32, "", "林晚", 5, None, "writer-1")
ENTRY: Row = ("b" * 64, "writer-1", 1, 1, None, "test.add", None, "c" * 64, None, "0" * 64)
CARRIED: Row = ("client", CLIENT[0], "birthday", "05-16")
ROWS = {"client": CLIENT, "beyond": CARRIED, "edit": EDIT, "journal": ENTRY}


def altered(table: str, **changes: object) -> tuple[str, Row]:
    names = COLUMNS[table]
    return table, tuple(changes.get(name, value) for name, value in zip(names, ROWS[table], strict=True))


def test_the_rows_that_the_next_tests_alter_are_sound(office: Store, host: Store, folder: Path) -> None:
    blocks: list[Block] = [(table, [row]) for table, row in ROWS.items()]

    incoming = brought(office, folder, written(host, iter(blocks)), dry_run=True)

    assert (incoming.outcome, incoming.added, incoming.changed) == ("merged", 1, 1)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        altered("client", name="林\0晚"),
        altered("client", note="\0"),
        altered("client", created_at=1 << 63),
        altered("client", created_at=-(1 << 63) - 1),
        altered("client", created_at=(1 << 63) - 1),
        altered("client", deleted=1 << 70),
        altered("client", created_at="今天"),
        altered("client", created_at=1.5),
        altered("client", created_at=True),
        altered("client", name=None),
        altered("client", name=7),
        altered("client", name=["林晚"]),
        altered("client", name="晚" * 1_000_001),
        altered("client", id=""),
        altered("client", id="a b"),
        altered("client", id="'; DROP TABLE client; --"),
        altered("client", id="a" * 81),
        altered("client", id="客户"),
        altered("client", id=None),
        ("client", (*CLIENT, "more")),
        ("client", CLIENT[:-1]),
        ("client", ()),
        altered("edit", row_id="../x"),
        altered("edit", row_id="two\nlines"),
        altered("edit", tbl="secret", col="value"),
        altered("edit", tbl="sqlite_master", col="sql"),
        altered("edit", tbl="local_state", row_id="project", col="value"),
        altered("edit", col="id"),
        altered("edit", col="no such column"),
        altered("beyond", tbl="secret", col="value"),
        altered("beyond", tbl="journal", col="hash"),
        altered("beyond", col="Birthday"),
        altered("beyond", val=None),
        altered("edit", col="name = 'x', phone"),
        altered("edit", val=None),
        altered("edit", col="deleted", val="yes"),
        altered("edit", col="deleted", val=""),
        altered("edit", col="created_at", val="9" * 18),
        altered("edit", stamp=(1 << 63) - 1),
        altered("edit", stamp="5"),
        altered("edit", val="林\0晚"),
        altered("journal", seq=1 << 64),
        altered("journal", hash="no hash!"),
    ],
    ids=lambda value: repr(value)[:80],
)
def test_a_row_that_cannot_be_right_is_damage(office: Store, host: Store, folder: Path, table: str, row: Row) -> None:
    blocks: list[Block] = [("client", [CLIENT]), (table, [row])]

    assert_refused(office, folder, written(host, iter(blocks)), "package_damaged")


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest["rows"].update(client=99),
        lambda manifest: manifest["rows"].update(client=0),
        lambda manifest: manifest["rows"].update(client=-1),
        lambda manifest: manifest["rows"].pop("client"),
        lambda manifest: manifest["rows"].update(staff=1),
        lambda manifest: manifest["rows"].update(secret=1),
        lambda manifest: manifest["rows"].update(client=1 << 40),
        lambda manifest: manifest["columns"].update(client=["id"]),
        lambda manifest: manifest["columns"].pop("client"),
        lambda manifest: manifest.update(records_bytes=1),
        lambda manifest: manifest.update(records_sha256="0" * 64),
        lambda manifest: manifest.update(plain_bytes=1),
        lambda manifest: manifest.update(plain_bytes=1 << 40),
        lambda manifest: manifest.update(head_sha256="0" * 64),
        lambda manifest: manifest.update(project="other"),
        lambda manifest: manifest.update(signing_key="00"),
        lambda manifest: manifest.update(signing_key="not hexadecimal"),
        lambda manifest: manifest.pop("writer"),
        lambda manifest: manifest.update(more=1),
    ],
    ids=range(19),
)
def test_a_manifest_that_does_not_fit_its_records_is_damage(
    office: Store, host: Store, package: bytes, folder: Path, change: Forge
) -> None:
    assert_refused(office, folder, forged(host, package, change), "package_damaged")


@pytest.mark.parametrize("table", ["secret", "local_state", "sqlite_master", "imported_package", "trusted_device"])
def test_rows_of_a_table_that_does_not_travel_are_damage(
    office: Store, host: Store, package: bytes, folder: Path, table: str
) -> None:
    records = as_records(table, [["project", "other"]])

    def declared(manifest: dict[str, Any]) -> None:
        manifest["rows"], manifest["columns"] = {table: 1}, {table: ["key", "value"]}

    def undeclared(manifest: dict[str, Any]) -> None:
        manifest["rows"], manifest["columns"] = {}, {}

    for change in (declared, undeclared):
        assert_refused(office, folder, forged(host, package, change, records), "package_damaged")


@pytest.mark.parametrize(
    "records",
    [
        b"", b"\n", b"{", b'["client",1]\n', b'["client",1]\n[]\n', b'["client",-1]\n[]\n', b"\xff\xfe\n\xff\n",
        b'["client",1]\n[["client-9"]]\n', b"[" * 100_000 + b"\n", as_records("client", [CLIENT])[:-1],
        as_records("client", [CLIENT, CLIENT]), as_records("client", [CLIENT]) * 2, bytes(1_000_000),
    ],
    ids=range(13),
)  # fmt: skip
def test_records_of_another_form_are_damage(
    office: Store, host: Store, package: bytes, folder: Path, records: bytes
) -> None:
    def one_client(manifest: dict[str, Any]) -> None:
        manifest["rows"], manifest["columns"] = {"client": 1}, {"client": COLUMNS["client"]}

    assert_refused(office, folder, forged(host, package, one_client, records), "package_damaged")


def test_records_that_unpack_to_more_than_they_declare_are_damage(
    office: Store, host: Store, package: bytes, folder: Path
) -> None:
    began = time.monotonic()
    content = forged(host, package, lambda manifest: manifest.update(plain_bytes=1_000), bytes(200_000_000))

    assert_refused(office, folder, content, "package_damaged")

    assert time.monotonic() - began < 5.0


def test_a_long_note_that_was_written_here_can_be_read_there(office: Store, host: Store, folder: Path) -> None:
    table, row = altered("client", note="注" * 130_000)

    assert brought(office, folder, written(host, iter([(table, [row])])), dry_run=True).outcome == "merged"


def test_a_package_that_rewrites_a_clients_words_is_refused(office: Store, host: Store, folder: Path) -> None:
    op = first_value_op("水一冲就往外跑")
    edits: list[Row] = [
        ("concern", "concern-1", "words", op, "", "水一冲就往外跑", 0, None, None),
        ("concern", "concern-1", "words", "a" * 32, op, "地面有轻微积水", 5, None, host.identity.writer),
    ]

    assert_refused(office, folder, written(host, iter([("edit", edits)])), "package_rewrites_words")


# -- the same once more ------------------------------------------------------------------------------------------------


def test_a_package_that_has_come_is_known_and_changes_nothing(office: Store, tmp_path: Path, folder: Path) -> None:
    with joined(office, tmp_path / "one.db") as one, joined(office, tmp_path / "two.db") as two:
        content = written(one, export_blocks(one))
        first = brought(two, folder, content, trust=("any",))
        before = content_of(two)
        second = brought(two, folder, content)

        assert (first.outcome, second.outcome, second.taken) == ("merged", "known", True)
        assert (second.added, second.changed, second.conflicts) == (0, 0, 0)
        assert content_of(two) == before


def test_a_device_whose_package_was_taken_is_trusted_from_then_on(office: Store, tmp_path: Path, folder: Path) -> None:
    with joined(office, tmp_path / "one.db") as one, joined(office, tmp_path / "two.db") as two:
        brought(two, folder, written(one, export_blocks(one)), trust=("any",))
        with one.transaction(verb="test.add") as tx:
            tx.insert(replace(concern("concern-9", "门缝太大"), created_at=tx.now))

        incoming = brought(two, folder, written(one, export_blocks(one)))

        assert (incoming.outcome, incoming.added) == ("merged", 1)
