"""What an unknown device wrote is read in a process with limits: what is made to break the program breaks that one."""

import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import zstandard

from db import devices
from db.errors import Unreadable
from db.exchange import apart
from db.exchange.apart import open_apart
from db.exchange.blocks import EDIT_COLUMNS, content_digest, export_blocks
from db.exchange.package import open_package
from db.opening import found_project
from db.records import Client
from db.store import Store
from db.vault import device_keys
from desktop.services.exchange import reading
from desktop.services.opening import with_derived_tables
from tests.exchange.forging import as_records, brought, concern, content_of, forged, joined, print_of, written

ANY = ("any",)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database that trusts nobody but itself."""
    path = tmp_path_factory.mktemp("office") / "office.db"
    with found_project(path, name="青禾里", mark="青", device_name="办公室") as store:
        yield with_derived_tables(store)


@pytest.fixture(scope="module")
def stranger(office: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A device that has the project's card and that nobody has compared fingerprints with."""
    with joined(office, tmp_path_factory.mktemp("stranger") / "stranger.db") as store:
        with store.transaction(verb="test.add") as tx:
            tx.insert(Client(id="client-2", created_at=tx.now, name="单思源"))
            tx.insert(concern("concern-2", "对讲机不响"))
            tx.save("client", "client-2", {"phone": "13900139001"})
        yield store


@pytest.fixture(scope="module")
def package(stranger: Store) -> bytes:
    return written(stranger, export_blocks(stranger))


@pytest.fixture
def apart_reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The packages that were read in a process of their own."""
    read: list[Path] = []

    def noted(file: Path, *rest: object, **words: object) -> object:
        read.append(file)
        return open_apart(file, *rest, **words)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(reading, "open_apart", noted)
    return read


def test_what_a_stranger_wrote_comes_out_as_what_a_friend_wrote(
    office: Store, stranger: Store, package: bytes, folder: Path, apart_reads: list[Path]
) -> None:
    friend = found_like(office, folder / "friend.db")
    with friend.transaction(verb="test.trust") as tx:
        devices.trust(tx, devices.Trusted(print_of(stranger), None, None, None, None))
    unknowing = found_like(office, folder / "unknowing.db")

    assert brought(friend, folder, package).outcome == "merged"
    assert not apart_reads
    assert brought(unknowing, folder, package, trust=ANY).outcome == "merged"

    assert len(apart_reads) == 1
    rows = "SELECT id, name, phone FROM client"
    assert friend.query(rows) == unknowing.query(rows) == [("client-2", "单思源", "13900139001")]
    assert friend.query("SELECT * FROM edit") == unknowing.query("SELECT * FROM edit")
    friend.close()
    unknowing.close()


def test_a_stranger_without_a_word_for_him_is_not_read_at_all(
    office: Store, package: bytes, folder: Path, apart_reads: list[Path]
) -> None:
    before = content_of(office)

    assert brought(office, folder, package).outcome == "unknown_device"

    assert not apart_reads
    assert content_of(office) == before


# -- bombs -------------------------------------------------------------------------------------------------------------


def deep(_office: Store) -> tuple[bytes, int]:
    """Brackets within brackets, fifty million deep."""
    return squeezed(b'["client",1]\n', b"[" * 1_000_000, times=50, end=b"\n")


def wide(_office: Store) -> tuple[bytes, int]:
    """One line of more rows than fit into the memory that a stranger gets."""
    row = msgspec.json.encode(["client", "c-1", "phone", "", "", "x", 1, None, None][: len(EDIT_COLUMNS)])
    return squeezed(b'["edit",1]\n[', (row + b",") * 10_000, times=95_000_000 // (len(row) + 1) // 10_000, end=b"]\n")


def endless(_office: Store) -> tuple[bytes, int]:
    """A line that does not end, nine hundred megabytes long; forty kilobytes in the package."""
    return squeezed(b'["client",1]\n["', b"x" * 1_000_000, times=900, end=b'"]\n')


def squeezed(start: bytes, middle: bytes, *, times: int, end: bytes) -> tuple[bytes, int]:
    packer = zstandard.ZstdCompressor(level=1).compressobj()
    pieces = [packer.compress(start), *(packer.compress(middle) for _ in range(times)), packer.compress(end)]
    return b"".join((*pieces, packer.flush())), len(start) + times * len(middle) + len(end)


@pytest.mark.parametrize("bomb", [deep, endless, pytest.param(wide, marks=pytest.mark.full)])
def test_a_bomb_ends_the_process_that_reads_it_and_the_program_goes_on(
    office: Store, stranger: Store, package: bytes, folder: Path, bomb: Callable[[Store], tuple[bytes, int]]
) -> None:
    compressed, size = bomb(office)
    content = forged(stranger, package, lambda manifest: manifest.update(plain_bytes=size), compressed=compressed)
    assert size > 400 * len(content)
    before = content_of(office)
    tracemalloc.start()
    try:
        incoming = brought(office, folder, content, trust=ANY)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert incoming.trouble is not None
    assert incoming.trouble.code in ("package_too_heavy", "package_damaged")
    assert peak < 8_000_000
    assert content_of(office) == before


def test_more_than_a_package_may_hold_is_refused_before_anything_is_unpacked(
    office: Store, stranger: Store, package: bytes, folder: Path
) -> None:
    content = forged(stranger, package, lambda manifest: manifest.update(plain_bytes=1_000_000_001))

    incoming = brought(office, folder, content, trust=ANY)

    assert (incoming.outcome, incoming.trouble and incoming.trouble.code) == ("package_too_heavy",) * 2


def test_a_billion_rows_in_the_manifest_are_damage(
    office: Store, stranger: Store, package: bytes, folder: Path
) -> None:
    content = forged(stranger, package, lambda manifest: manifest["rows"].update(client=1_000_000_000))

    assert brought(office, folder, content, trust=ANY).outcome == "damaged"


def test_a_process_that_takes_too_long_is_ended(office: Store, package: bytes, folder: Path) -> None:
    file = folder / "slow.qinting"
    file.write_bytes(package)
    keys, project = device_keys.read(office.connection), office.identity.project
    manifest = open_package(file, keys, project=project).manifest

    with pytest.raises(Unreadable, match="package_too_heavy"):
        open_apart(file, manifest, keys, project=project, passphrase=None, patience_s=0.01)


def test_rows_that_are_none_are_refused_there_as_here(
    office: Store, stranger: Store, package: bytes, folder: Path
) -> None:
    content = forged(
        stranger, package, lambda manifest: manifest.update(rows={"client": 1}, columns={"client": ["id"]}),
        as_records("client", [["a", 1, 2]]),
    )  # fmt: skip

    assert brought(office, folder, content, trust=ANY).outcome == "damaged"


def test_the_frozen_program_is_its_own_reader(
    office: Store, package: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_command", lambda: [sys.executable, "-m", "desktop", apart.READ_PACKAGE])

    assert brought(office, folder, package, trust=ANY, dry_run=True).taken


@pytest.mark.skipif(sys.platform != "linux", reason="only here the system bounds a process by its address space")
def test_the_process_gets_the_key_that_reads_and_not_the_one_that_signs(
    office: Store, package: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bytes] = []
    frames = apart._frames

    def noted(request: bytes, patience_s: float) -> object:
        told.append(request)
        return frames(request, patience_s)

    monkeypatch.setattr(apart, "_frames", noted)
    before = time.perf_counter()
    assert brought(office, folder, package, trust=ANY, dry_run=True).taken
    sys.stdout.write(f"a stranger's package: {time.perf_counter() - before:.2f} s\n")

    keys = device_keys.read(office.connection)
    assert keys.exchange.encode() in told[0]
    assert keys.signing.hex().encode() not in told[0]


def found_like(office: Store, path: Path) -> Store:
    """Another device of the project that knows nothing yet."""
    made = with_derived_tables(joined(office, path))
    assert content_digest(made)
    return made
