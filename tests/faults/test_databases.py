"""Databases that cannot be opened are refused, never replaced; two programs at once lose nothing."""

import random
import shutil
import time
from pathlib import Path

import pytest

from tests.faults.program import EVENT, Office, assert_error, assert_refused, key_file_of

pytestmark = pytest.mark.usefixtures("readied_program")


def assert_not_opened(office: Office, code: str, *arguments: str) -> None:
    """Exit status 5 in both languages; the files in the folder are byte for byte what they were."""
    before = files_beside(office)
    command = arguments or ("event", "list")
    assert_error(office.run(*command), 5, code)
    assert_error(office.run("--language", "en", *command), 5, code, english=True)
    assert files_beside(office) == before


def files_beside(office: Office) -> dict[str, bytes]:
    if not office.data.parent.is_dir():
        return {}
    return {file.name: file.read_bytes() for file in office.data.parent.iterdir() if file.is_file()}


@pytest.mark.parametrize("name", ["none.db", "no/such/folder/none.db"])
def test_a_missing_database_is_not_made(plain: Office, name: str) -> None:
    missing = Office(plain.data.with_name("elsewhere") / name)

    for command in (("event", "list"), ("check-in", "scan", "--event", EVENT, "QT"), ("package", "merge", "x")):
        assert_not_opened(missing, "database_missing", *command)
    assert not missing.data.parent.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"short", "这是一封信，不是数据库。\n".encode() * 50, random.Random(3).randbytes(8_192)],
    ids=["empty", "short", "text", "random"],
)
def test_a_file_that_is_no_database_is_refused(plain: Office, content: bytes) -> None:
    plain.data.write_bytes(content)

    assert_not_opened(plain, "not_a_database")


def test_a_database_of_another_program_is_refused(plain: Office, tmp_path: Path) -> None:
    import sqlite3

    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t(x)")
    other.commit()
    other.close()
    shutil.copy(tmp_path / "other.db", plain.data)

    ran = plain.run("event", "list")

    assert_error(ran, 5, "not_a_database")


def test_a_database_of_a_newer_version_is_refused(plain: Office) -> None:
    connection = plain.connect()
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    assert_refused(plain, 5, "database_newer", "event", "list")


def test_a_folder_is_no_database(plain: Office) -> None:
    assert_not_opened(Office(plain.data.parent), "not_a_database")


def test_a_keyed_database_opens_with_its_passphrase_only(keyed: Office, tmp_path: Path) -> None:
    (tmp_path / "wrong").write_text("不是这个\n", encoding="utf-8")

    assert_not_opened(Office(keyed.data), "passphrase_needed")
    assert_not_opened(Office(keyed.data, tmp_path / "wrong"), "passphrase_wrong")
    assert len(keyed.do("event", "list")["events"]) == 1


def test_random_bytes_in_place_of_a_keyed_database_are_refused(keyed: Office) -> None:
    keyed.data.write_bytes(random.Random(5).randbytes(65_536))

    assert_not_opened(keyed, "database_not_ours")


@pytest.mark.parametrize("content", [None, b"", b"{}", b'{"format":1,"cipher":"sqlcipher","slots":[]}'])
def test_without_its_key_file_a_database_is_refused(keyed: Office, content: bytes | None) -> None:
    if content is None:
        key_file_of(keyed).unlink()
        code = "keys_missing"
    else:
        key_file_of(keyed).write_bytes(content)
        code = "passphrase_wrong" if b"slots" in content else "keys_damaged"

    assert_not_opened(keyed, code)


def test_a_plain_file_where_a_keyed_one_is_expected_is_refused(keyed: Office, plain: Office) -> None:
    shutil.copy(plain.data, keyed.data)

    assert_not_opened(keyed, "database_not_keyed")


def test_a_keyed_file_beside_the_key_file_of_a_plain_one_is_refused(keyed: Office, plain: Office) -> None:
    shutil.copy(keyed.data, plain.data)

    assert_not_opened(plain, "not_a_database")


def damage(office: Office, place: int) -> None:
    content = bytearray(office.data.read_bytes())
    content[place : place + 16] = bytes(byte ^ 0xFF for byte in content[place : place + 16])
    office.data.write_bytes(content)


def test_a_file_whose_salt_was_spoilt_is_whole_by_its_key(keyed: Office) -> None:
    damage(keyed, 0)

    assert keyed.run("verify").answer["sound"] is True
    assert keyed.run("event", "list").status == 0


@pytest.mark.parametrize("fraction", [0.001, 0.3, 0.6, 0.95])
def test_a_damaged_page_is_found_and_told(keyed: Office, fraction: float) -> None:
    damage(keyed, int(keyed.data.stat().st_size * fraction))

    ran = keyed.run("verify")

    assert ran.status in (1, 5), ran
    if ran.status == 1:
        assert ran.answer["sound"] is False
        assert ran.answer["pages"]
    else:
        assert ran.answer["error"]["code"] in ("database_not_ours", "database_damaged", "disk_trouble")


@pytest.mark.parametrize("length", [16, 100, 4_096, 40_000])
def test_a_database_cut_short_is_told(keyed: Office, length: int) -> None:
    with keyed.data.open("r+b") as stream:
        stream.truncate(length)

    ran = keyed.run("verify")

    assert ran.status in (1, 5), ran


# -- two programs at once ----------------------------------------------------------------------------------------------


def test_a_scan_gives_up_when_another_program_keeps_writing(plain: Office, plain_codes: tuple[str, ...]) -> None:
    other = plain.connect()
    other.execute("BEGIN IMMEDIATE")
    try:
        began = time.monotonic()
        ran = plain.run("check-in", "scan", "--event", EVENT, plain_codes[0])
        waited_s = time.monotonic() - began
        assert_error(ran, 5, "database_busy")
        assert waited_s >= 4.5
    finally:
        other.execute("ROLLBACK")
        other.close()

    assert plain.query("SELECT count(*) FROM check_in") == [(0,)]
    assert plain.run("check-in", "scan", "--event", EVENT, plain_codes[0]).lines()[0]["outcome"] == "welcomed"


def test_a_scan_waits_for_another_program_that_is_soon_done(plain: Office, plain_codes: tuple[str, ...]) -> None:
    other = plain.connect()
    other.execute("BEGIN IMMEDIATE")
    with plain.start("check-in", "scan", "--event", EVENT, plain_codes[0]) as process:
        time.sleep(2.0)
        other.execute("COMMIT")
        other.close()
        out, err = process.communicate()

    assert (process.returncode, err) == (0, "")
    assert '"outcome":"welcomed"' in out


def test_lists_can_be_asked_for_while_another_program_writes(plain: Office) -> None:
    other = plain.connect()
    other.execute("BEGIN IMMEDIATE")
    try:
        assert len(plain.do("event", "list")["events"]) == 1
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_two_desks_at_once_lose_no_check_in(keyed: Office, keyed_codes: tuple[str, ...]) -> None:
    halves = (keyed_codes[:200], keyed_codes[200:400])
    started = [keyed.start("check-in", "scan", "--event", EVENT, "--desk", f"{n}号台", "-") for n in (1, 2)]
    for process, codes in zip(started, halves, strict=True):
        assert process.stdin
        process.stdin.write("\n".join(codes) + "\n")
        process.stdin.close()
        process.stdin = None
    answers = [process.communicate() for process in started]

    assert [process.returncode for process in started] == [0, 0], answers
    assert [out.count('"outcome":"welcomed"') for out, _ in answers] == [200, 200]
    kept = keyed.query("SELECT desk, count(*), count(DISTINCT client) FROM check_in GROUP BY desk ORDER BY desk")
    assert kept == [("1号台", 200, 200), ("2号台", 200, 200)]
    assert keyed.do("verify")["sound"] is True


def test_one_guest_at_two_desks_at_once_is_welcomed_once(plain: Office, plain_codes: tuple[str, ...]) -> None:
    started = [plain.start("check-in", "scan", "--event", EVENT, "-") for _ in range(2)]
    for process in started:
        assert process.stdin
        process.stdin.write("\n".join(plain_codes[:50]) + "\n")
        process.stdin.close()
        process.stdin = None
    outs = [process.communicate()[0] for process in started]

    assert sum(out.count('"outcome":"welcomed"') for out in outs) == 50
    assert sum(out.count('"outcome":"already"') for out in outs) == 50
