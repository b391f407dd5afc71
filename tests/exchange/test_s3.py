"""The common place as S3-compatible storage: the same exchange, and every way in which a storage says no."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fsspec.asyn import get_loop
from s3fs import S3FileSystem
from typing_extensions import override

from db import blobs, devices
from db.errors import Misused, StoreTrouble, Trouble
from db.exchange.blocks import content_digest
from db.opening import found_project
from db.records import Client
from db.store import Store
from desktop.services.exchange import files, outbox, places
from desktop.services.exchange.outbox import Synced
from desktop.services.opening import with_derived_tables
from desktop.services.registry import administrator
from tests.exchange.forging import joined, print_of
from tests.exchange.test_attachments import photograph, seen
from tests.exchange.test_hall import ROOT, SECONDS_FULL, live_at

BUCKET = "hall"
ADDRESS = f"s3://{BUCKET}/year/day"


class Server:
    """A storage that can be switched off and on again without forgetting anything."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.exchange.s3_process"], cwd=ROOT, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        )  # fmt: skip
        self.port = self._say("on")

    def on(self) -> None:
        assert self._say("on") == self.port

    def off(self) -> None:
        self._say("off")

    def end(self) -> None:
        self.process.communicate(timeout=30)

    def _say(self, word: str) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    # The library's own thread stays until the end of the process.
    get_loop()
    made = Server()
    system = S3FileSystem(key="desk", secret="desk", endpoint_url=made.endpoint, use_listings_cache=False)
    system.call_s3("create_bucket", Bucket=BUCKET)
    yield made
    made.end()


@pytest.fixture
def reached(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The storage as the environment names it."""
    reach(monkeypatch, server.endpoint)
    return server


def reach(monkeypatch: pytest.MonkeyPatch, endpoint: str) -> None:
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "desk"), ("AWS_SECRET_ACCESS_KEY", "desk"), ("AWS_ENDPOINT_URL", endpoint),
        ("AWS_REGION", "us-east-1"),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_ENDPOINT_URL_S3", raising=False)


@pytest.fixture
def pair(folder: Path) -> Iterator[tuple[Store, Store]]:
    """An office and a laptop that trust each other."""
    office = with_derived_tables(found_project(folder / "office.db", name="青禾里", mark="青", device_name="办公室"))
    laptop = with_derived_tables(joined(office, folder / "laptop.db"))
    for one, other in ((office, laptop), (laptop, office)):
        with one.transaction(verb="test.trust") as tx:
            devices.trust(tx, devices.Trusted(print_of(other), None, None, None, None))
    yield office, laptop
    office.close()
    laptop.close()


def round_(store: Store, address: str = ADDRESS) -> Synced:
    return outbox.sync(administrator(store), store, address=address)


def put_client(store: Store, name: str) -> None:
    with store.transaction(verb="test.add") as tx:
        tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=name))


# -- the exchange ------------------------------------------------------------------------------------------------------


def test_two_devices_come_to_know_the_same_through_a_bucket(reached: Server, pair: tuple[Store, Store]) -> None:
    office, laptop = pair
    put_client(office, "陈知夏")
    put_client(laptop, "单思源")
    row = photograph(laptop)

    for _ in range(2):
        for store in pair:
            round_(store)

    assert content_digest(office) == content_digest(laptop)
    assert len(seen(office, row)) == row.size
    quiet = [round_(store) for store in pair]
    assert {(one.sent_files, one.taken_files, one.parcels.sent, one.parcels.taken) for one in quiet} == {(0, 0, 0, 0)}


def test_each_device_writes_only_under_a_prefix_of_its_own(reached: Server, pair: tuple[Store, Store]) -> None:
    office, laptop = pair
    photograph(laptop)
    before = set(keys(reached))
    for store in (laptop, office, laptop):
        round_(store)

    written = [key.split("/") for key in set(keys(reached)) - before]

    assert {(*key[:2], key[3]) for key in written} == {
        ("year", "day", office.identity.writer), ("year", "day", laptop.identity.writer)
    }  # fmt: skip
    assert [key[4:-1] for key in written if key[-2] == "blobs"] == [["blobs"]]


def test_a_half_written_photograph_in_a_bucket_is_not_taken(reached: Server, pair: tuple[Store, Store]) -> None:
    office, laptop = pair
    row = photograph(laptop)
    round_(laptop)
    (key,) = [key for key in keys(reached) if key.endswith(row.blob)]
    system(reached).call_s3("put_object", Bucket=BUCKET, Key=key, Body=b"half")

    done = round_(office)

    assert (done.parcels.taken, done.parcels.missing) == (0, 1)
    assert not blobs.held(files.folder_of(office))


def test_more_files_than_one_answer_lists_are_all_seen(
    reached: Server, pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, _ = pair
    place = places.place_at(ADDRESS, office.identity.project)
    for number in range(7):
        place.put("somebody", f"{number}.qinting", b"x")
    asked = S3FileSystem.call_s3

    def two_at_a_time(self: S3FileSystem, method: str, **words: object) -> object:
        return asked(self, method, **({"MaxKeys": 2} if method == "list_objects_v2" else {}), **words)

    monkeypatch.setattr(S3FileSystem, "call_s3", two_at_a_time)

    assert len(place.look("me", {})["somebody"].packages) == 7


def test_what_was_taken_long_ago_is_not_listed_again_and_still_counts(
    reached: Server, pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, laptop = pair
    for number in range(4):
        put_client(laptop, f"来客{number}")
        round_(laptop)
        round_(office)
    listed: list[str] = []
    asked = S3FileSystem.call_s3

    def noting(self: S3FileSystem, method: str, **words: object) -> object:
        answer = asked(self, method, **words)
        listed.extend(entry["Key"] for entry in answer.get("Contents", ()) if method == "list_objects_v2")
        return answer

    monkeypatch.setattr(S3FileSystem, "call_s3", noting)
    done = round_(office)

    (peer,) = done.peers
    assert (peer.taken, peer.waiting, peer.missing) == (4, (), ())
    assert peer.last_file_at is not None
    assert len([key for key in listed if laptop.identity.writer in key]) == 1


# -- refusals ----------------------------------------------------------------------------------------------------------


@dataclass
class Refuser:
    """A storage that says no to everything, in the words of the protocol."""

    code: str = ""
    status: int = 403
    port: int = 0


@pytest.fixture(scope="module")
def refuser() -> Iterator[Refuser]:
    told = Refuser()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<Error><Code>{told.code}</Code><Message>no</Message></Error>".encode()
            self.send_response(told.status)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    told.port = server.server_address[1]
    get_loop()
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("status", "said", "code"),
    [
        (403, "InvalidAccessKeyId", "s3_key_refused"),
        (403, "SignatureDoesNotMatch", "s3_key_refused"),
        (403, "AccessDenied", "s3_denied"),
        (403, "RequestTimeTooSkewed", "s3_clock"),
        (404, "NoSuchBucket", "s3_no_bucket"),
        (400, "AuthorizationHeaderMalformed", "s3_region"),
        (400, "SomethingElse", "s3_failed"),
    ],
)
def test_what_the_storage_refuses_is_said_in_plain_words(
    refuser: Refuser, pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch, status: int, said: str, code: str
) -> None:
    reach(monkeypatch, f"http://127.0.0.1:{refuser.port}")
    refuser.status, refuser.code = status, said

    with pytest.raises(StoreTrouble) as trouble:
        round_(pair[0])

    assert trouble.value.code == code


def test_a_bucket_that_is_not_there_is_said(reached: Server, pair: tuple[Store, Store]) -> None:
    with pytest.raises(StoreTrouble, match="s3_no_bucket"):
        round_(pair[0], "s3://no-such-bucket/day")


def test_without_a_network_everything_waits_here_and_goes_out_later(reached: Server, pair: tuple[Store, Store]) -> None:
    office, _ = pair
    put_client(office, "陈知夏")
    reached.off()
    try:
        with pytest.raises(StoreTrouble, match="s3_unreachable"):
            round_(office)
        assert outbox.unsent(administrator(office), office, address=ADDRESS) > 0
    finally:
        reached.on()

    assert round_(office).sent_rows > 0
    assert outbox.unsent(administrator(office), office, address=ADDRESS) == 0


def test_without_keys_nobody_is_asked(pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(StoreTrouble, match="s3_no_keys"):
        round_(pair[0])


@pytest.mark.parametrize("address", ["s3://", "s3:///day", "s3://hall/day?x=1", "gs://hall/day", "http://hall/day"])
def test_an_address_that_is_none_is_refused(reached: Server, pair: tuple[Store, Store], address: str) -> None:
    with pytest.raises(Misused, match="outbox_address"):
        round_(pair[0], address)


def test_without_the_extra_the_next_step_is_told(
    reached: Server, pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)

    with pytest.raises(Trouble, match="s3_missing"):
        round_(pair[0])


def test_no_key_to_the_storage_is_ever_in_the_database(reached: Server, pair: tuple[Store, Store]) -> None:
    office, _ = pair
    reach_with = "kept-in-the-environment-only"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_SECRET_ACCESS_KEY", reach_with)
        round_(office)
    office.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert reach_with.encode() not in office.path.read_bytes()


# -- a day -------------------------------------------------------------------------------------------------------------


def test_three_devices_at_a_storage_that_comes_and_goes_end_alike(reached: Server, folder: Path) -> None:
    names = ("东门", "西门", "桌一")
    live_at(folder, 5.0, f"s3://{BUCKET}/short", reached.off, reached.on, names=names, losses=1, rounds=3)


@pytest.mark.full
def test_five_devices_live_ten_minutes_at_a_storage(reached: Server, folder: Path) -> None:
    live_at(folder, SECONDS_FULL, f"s3://{BUCKET}/long", reached.off, reached.on, rounds=30)


def system(server: Server) -> S3FileSystem:
    return S3FileSystem(key="desk", secret="desk", endpoint_url=server.endpoint, use_listings_cache=False)


def keys(server: Server) -> list[str]:
    found = system(server).call_s3("list_objects_v2", Bucket=BUCKET, Prefix="year/day/")
    return [entry["Key"] for entry in found.get("Contents", ())]
