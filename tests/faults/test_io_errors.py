"""Every call to the disk fails once: a sentence tells it, nothing is lost or half done, the program goes on."""

import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import backups
from db.errors import StoreTrouble, Trouble
from db.store import Store
from desktop.cli.main import run
from desktop.services.concerns import listing
from desktop.services.events import events
from desktop.services.guests import clients
from desktop.services.keeping.backups import back_up
from desktop.services.opening import open_database
from desktop.services.receptions import drafts
from desktop.services.registry import administrator
from resources.wording import wording
from tests.faults.day import PASSPHRASE, WORK, Day, Step, assert_sound, digest_of, furnish, key_at_hand
from tests.faults.failing import BROKEN, NO_ROOM, Failing
from tests.faults.program import EVENT, assert_spoken
from tests.faults.watching import IOERR_READ, READ, needs_watching, watched

pytestmark = needs_watching

# In the suite every so many calls are tried, in the long run each.
STRIDE = 23
MOST_CALLS = 5_000
ABOUT_THE_DISK = "disk_full|disk_trouble|backup_unsound|database_(folder|damaged|not_ours|trouble)"
KINDS = {"broken": (BROKEN, False), "broken for good": (BROKEN, True), "full": (NO_ROOM, True)}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Day:
    return furnish(tmp_path_factory.mktemp("failing") / "keyed", passphrase=PASSPHRASE)


def assert_told(trouble: Trouble) -> None:
    """A sentence and a next step in both languages, of a trouble that is the disk's and not the user's."""
    assert isinstance(trouble, StoreTrouble), trouble
    assert re.fullmatch(ABOUT_THE_DISK, trouble.code), trouble
    chinese, english = (wording(trouble.code, trouble.facts, language) for language in ("zh", "en"))
    assert_spoken(chinese.message, chinese.next)
    assert_spoken(english.message, english.next, english=True)


def fail_everywhere(
    desk: Day, folder: Path, kind: str, work: Callable[[Day], Iterator[Step]], *, stride: int
) -> Counter[str]:
    """Let every `stride`-th call fail, each on a copy of its own, until the work is done without a failure."""
    told: Counter[str] = Counter()
    answers, lasts = KINDS[kind]
    for at in range(1, MOST_CALLS, stride):
        failing = Failing(answers, lasts)
        day = desk.copy_to(folder / f"{at}")
        with watched(failing), day.open() as store:
            failing.arm(at)
            for step in work(day):
                told += do_in_spite(store, step, failing)
            failing.mend()
            assert_sound(store)
        with day.open() as store:
            assert_sound(store)
        shutil.rmtree(folder / f"{at}")
        if not failing.failed:
            sys.stdout.write(f"{kind}: every {stride} of {failing.calls} calls failed: {dict(told)}\n")
            assert told
            return told
    raise AssertionError("the work never ended")


def do_in_spite(store: Store, step: Step, failing: Failing) -> Counter[str]:
    """Do a step on a disk that may fail; when it does, nothing may have changed, and done again it must succeed."""
    with failing.resting():
        before = digest_of(store)
    try:
        step(store)
    except Trouble as trouble:
        assert_told(trouble)
        failing.mend()
        assert digest_of(store) == before
        step(store)
        assert digest_of(store) != before
        return Counter([trouble.code])
    return Counter()


def without_files(day: Day) -> Iterator[Step]:
    """A scan, a talk and a merge: what writes to the database alone."""
    for work in ("scan", "talk", "merge"):
        yield from WORK[work](day)


@pytest.mark.parametrize("kind", KINDS)
def test_a_call_to_the_disk_that_fails_is_told_and_costs_nothing(kind: str, desk: Day, folder: Path) -> None:
    fail_everywhere(desk, folder, kind, without_files, stride=STRIDE)


@pytest.mark.full
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("work", ["scan", "talk", "merge"])
def test_every_single_call_to_the_disk_that_fails_is_told_and_costs_nothing(
    kind: str, work: str, desk: Day, folder: Path
) -> None:
    fail_everywhere(desk, folder, kind, WORK[work], stride=1)


@pytest.mark.parametrize("kind", ["broken", "full"])
def test_a_copy_that_the_disk_refuses_leaves_no_copy_and_the_next_one_is_made(
    kind: str, desk: Day, folder: Path
) -> None:
    answers, lasts = KINDS[kind]
    for at in range(1, MOST_CALLS, 5 * STRIDE):
        failing = Failing(answers, lasts)
        day = desk.copy_to(folder / f"{at}")
        with watched(failing), day.open() as store:
            failing.arm(at)
            try:
                back_up(store)
            except Trouble as trouble:
                assert_told(trouble)
                assert backups.made(day.database) == ()
                failing.mend()
                back_up(store)
            assert len(backups.made(day.database)) == 1
        if not failing.failed:
            return
    raise AssertionError("the work never ended")


ASKED: dict[str, Callable[[Store], object]] = {
    "events": lambda store: events.everything(administrator(store), store),
    "concerns": lambda store: listing.everything(administrator(store), store, now_ms=store.clock()),
    "search": lambda store: clients.find(administrator(store), store, query="客人"),
    "drafts": lambda store: drafts.of_talk(administrator(store), store, reception="none"),
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_cannot_be_read_is_told_and_can_be_asked_again(asked: str, desk: Day, folder: Path) -> None:
    failures = 0
    for at in range(1, MOST_CALLS):
        failing = Failing({READ: IOERR_READ})
        with watched(failing), desk.copy_to(folder / f"{at}").open() as store:
            failing.arm(at)
            try:
                ASKED[asked](store)
            except Trouble as trouble:
                assert_told(trouble)
                failing.mend()
                ASKED[asked](store)
                failures += 1
        shutil.rmtree(folder / f"{at}")
        if not failing.failed:
            assert failures
            return


def test_a_database_that_cannot_be_read_is_not_opened_and_opens_when_it_can(desk: Day, folder: Path) -> None:
    failures = 0
    for at in range(1, MOST_CALLS):
        failing = Failing(BROKEN)
        day = desk.copy_to(folder / f"{at}")
        failing.arm(at)
        with watched(failing), key_at_hand(day.key):
            try:
                open_database(day.database).close()
            except Trouble as trouble:
                assert_told(trouble)
                failures += 1
            failing.mend()
            with open_database(day.database) as store:
                assert_sound(store)
        shutil.rmtree(folder / f"{at}")
        if not failing.failed:
            assert failures
            return


@pytest.mark.parametrize(
    "words", [("check-in", "scan", "--event", EVENT), ("event", "list"), ("client", "search", "客")]
)
def test_the_command_line_says_in_a_sentence_what_the_disk_did(
    words: tuple[str, ...], desk: Day, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = 0
    for at in range(1, MOST_CALLS, STRIDE):
        day = desk.copy_to(folder / f"{at}")
        arguments = [
            "--data",
            str(day.database),
            "--json",
            "--language",
            "zh",
            *words,
            *([day.tokens[0]] if "scan" in words else []),
        ]
        failing = Failing(BROKEN, lasts=True)
        failing.arm(at)
        with watched(failing), key_at_hand(day.key):
            status = run(arguments, lambda _: 3)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        if not failing.failed:
            assert status == 0, said
            assert seen
            return
        if status:
            assert status == 5, said
            error = json.loads(said.out.splitlines()[-1])["error"]
            assert re.fullmatch(ABOUT_THE_DISK, error["code"])
            assert_spoken(error["message"], error["next"])
            seen += 1
        with day.open() as store:
            assert_sound(store)
        shutil.rmtree(folder / f"{at}")
