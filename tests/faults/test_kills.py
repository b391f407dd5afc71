"""Pulling the plug: SIGKILL at random moments of scanning and merging, on a keyed database."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from db.exchange.blocks import COLUMNS, JOURNAL, TABLES
from db.store import Store
from desktop.services.exchange.packages import take_in
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from desktop.services.verifying import verify_database
from tests.faults.program import EVENT, Office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")

# The whole program with its start, a passphrase and all; the many kills are in test_killed_verbs.
KILLS, KILLS_FULL = 6, 200
CODES_IN_PIPE = 1_500
GUESTS_IN_PACKAGE = 500


def opened(office: Office) -> Store:
    assert office.passphrase
    return open_database(office.data, office.passphrase.read_text(encoding="utf-8").strip())


def assert_sound(store: Store) -> None:
    """The pages, the page authentication, the index of clients and the journal: what `qinting verify` looks at."""
    report = verify_database(administrator(store), store)
    assert report.sound, report
    assert store.query("PRAGMA integrity_check") == [("ok",)]
    assert store.query("PRAGMA cipher_integrity_check") == []


# -- scanning ----------------------------------------------------------------------------------------------------------


def killed_scan(office: Office, codes: list[str], chance: random.Random) -> list[dict[str, Any]]:
    """Scan until the process is killed at a moment drawn at random; returns what it had confirmed by then."""
    with office.start("check-in", "scan", "--event", EVENT, "-") as process:
        assert process.stdin
        assert process.stdout
        # All codes fit into the pipe, so the process is never seen waiting.
        process.stdin.write("\n".join(codes) + "\n")
        process.stdin.flush()
        confirmed = [process.stdout.readline() for _ in range(chance.choice((0, 1, 3, 10, 40)))]
        time.sleep(chance.uniform(0, 1.0 if not confirmed else 0.02))
        process.send_signal(signal.SIGKILL)
        confirmed += process.stdout.readlines()
        process.stdin.close()
        process.stdin = None
    assert process.returncode == -signal.SIGKILL
    return [json.loads(line) for line in confirmed if line.endswith("\n")]


def assert_no_scan_is_lost(office: Office, codes: tuple[str, ...], kills: int, seed: int) -> None:
    chance = random.Random(seed)
    confirmed: set[str] = set()
    for _ in range(kills):
        drawn = chance.choices(codes, k=CODES_IN_PIPE)
        confirmed |= {line["check_in"] for line in killed_scan(office, drawn, chance)}
        with opened(office) as store:
            kept = {row[0] for row in store.query("SELECT id FROM check_in")}
            assert confirmed <= kept
            # What came without its answer is at most the one decision that each kill cut off.
            assert len(kept - confirmed) <= kills
            assert_sound(store)
    assert office.do("verify")["sound"] is True
    assert confirmed


def test_no_confirmed_check_in_is_lost_when_scanning_is_killed(keyed: Office, keyed_codes: tuple[str, ...]) -> None:
    assert_no_scan_is_lost(keyed, keyed_codes, KILLS, seed=1)


@pytest.mark.full
def test_no_confirmed_check_in_is_lost_in_hundreds_of_kills(keyed: Office, keyed_codes: tuple[str, ...]) -> None:
    assert_no_scan_is_lost(keyed, keyed_codes, KILLS_FULL, seed=2)


# -- merging -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def parted(founded: tuple[Office, Office], tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Path]:
    """A keyed kiosk with check-ins of its own, and a package of the office with some thousand rows for it."""
    folder = tmp_path_factory.mktemp("parted")
    office = founded[1].copy_to(folder / "office")
    office.do("device", "card", "--file", folder / "office.card")
    kiosk = Office(folder / "kiosk" / "kiosk.db", office.passphrase)
    kiosk.data.parent.mkdir()
    kiosk.do("init", "--from", folder / "office.card", "--role", "kiosk")
    for name in ("周青", "林晚"):
        kiosk.do("check-in", "walk-in", "--event", EVENT, "--name", name)
    rows = "".join(
        f"住户{number},{15_000_000_000 + number},5-1-{number + 101}\n" for number in range(GUESTS_IN_PACKAGE)
    )
    (folder / "more.csv").write_text("姓名,手机号,房号\n" + rows, encoding="utf-8")
    office.do("client", "import", folder / "more.csv", "--event", EVENT)
    office.do("package", "export", "--file", folder / "office.qinting")
    return kiosk, folder / "office.qinting"


def rows_of(store: Store) -> dict[str, list[Any]]:
    """Every row that travels, but for the journal, whose entries carry the time of the merge."""
    return {
        table: sorted(store.query(f"SELECT {', '.join(COLUMNS[table])} FROM {table}"), key=repr)
        for table in TABLES
        if table != JOURNAL
    }


def entries_of(store: Store) -> int:
    return store.count("SELECT count(*) FROM journal")


def kill_at_random(process: subprocess.Popen[str], log: Path, chance: random.Random, lasts_s: float) -> None:
    """Kill at any moment of the run or, as the commit is short, when the write-ahead log has begun to grow."""
    ends = time.monotonic() + chance.uniform(0.2, 1.05) * lasts_s
    waits_for_commit = chance.random() < 0.5
    while process.poll() is None and (waits_for_commit or time.monotonic() < ends):
        if waits_for_commit and log.exists() and log.stat().st_size > 0:
            time.sleep(chance.uniform(0, 0.05))
            break
        time.sleep(0.001)
    process.kill()
    process.wait()


def assert_all_or_nothing(kiosk: Office, package: Path, folder: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    undisturbed = kiosk.copy_to(folder / "undisturbed")
    with opened(undisturbed) as store:
        before = rows_of(store), entries_of(store)
    began = time.monotonic()
    assert undisturbed.do("package", "merge", package)["files"][0]["added"] > 4 * GUESTS_IN_PACKAGE
    lasts_s = time.monotonic() - began
    with opened(undisturbed) as store:
        after = rows_of(store), entries_of(store)
    ends_seen = {"nothing": 0, "all": 0}
    for number in range(kills):
        killed = kiosk.copy_to(folder / f"kill-{number % 4}")
        with killed.start("package", "merge", str(package)) as process:
            kill_at_random(process, killed.data.with_name(f"{killed.data.name}-wal"), chance, lasts_s)
        with opened(killed) as store:
            found = rows_of(store), entries_of(store)
            assert_sound(store)
            assert found in (before, after)
            ends_seen["nothing" if found == before else "all"] += 1
            retried = take_in(administrator(store), store, file=package)
            assert retried.outcome == ("merged" if found == before else "known")
            assert (rows_of(store), entries_of(store)) == after
    assert killed.do("verify")["sound"] is True
    assert killed.do("package", "merge", package)["files"][0]["outcome"] == "known"
    assert ends_seen["nothing"], ends_seen


def test_a_merge_that_is_killed_is_done_in_full_or_not_at_all(parted: tuple[Office, Path], tmp_path: Path) -> None:
    assert_all_or_nothing(*parted, tmp_path, KILLS, seed=3)


@pytest.mark.full
def test_hundreds_of_merges_that_are_killed_are_done_in_full_or_not_at_all(
    parted: tuple[Office, Path], tmp_path: Path
) -> None:
    assert_all_or_nothing(*parted, tmp_path, KILLS_FULL, seed=4)
