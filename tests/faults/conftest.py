"""Offices made once by the program itself; every test takes a copy."""

import csv
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.faults import program
from tests.faults.day import PASSPHRASE, Day, furnish
from tests.faults.program import EVENT, Office
from tests.faults.victims import Victims, victims
from tests.journeys import readied

GUESTS = 400
MEMORY = Path("/dev/shm")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder, in memory where the system has one: thousands of databases are made in it."""
    made = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else tmp_path))
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def readied_program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """For hundreds of refusals: each run is a process of its own, forked from one that has read the program."""
    if not readied.is_possible:
        yield
        return
    folder = tmp_path_factory.mktemp("ready") / "bin"
    with readied.readied(folder):
        program.readied_at = folder / "qinting"
        yield
        program.readied_at = None


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Office]:
    """A plain and a keyed office, each with an event of today and a list of guests; codes.csv lies beside."""
    folder = tmp_path_factory.mktemp("offices")
    (folder / "pass").write_text("青禾里的口令\n", encoding="utf-8")
    plain = Office(folder / "plain" / "office.db")
    keyed = Office(folder / "keyed" / "office.db", folder / "pass")
    _furnish(plain, "--plain")
    _furnish(keyed)
    return plain, keyed


def _furnish(office: Office, *options: str) -> None:
    office.do("init", "--project", "青禾里", *options)
    office.do("staff", "add", "--name", "何苗", "--level", "staff", "--role", "coordinator")
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    starts, ends = today - timedelta(days=1), today + timedelta(days=1)
    office.do(
        "event", "add", "--node", "site_open_day", "--title", EVENT, "--starts", f"{starts}T09:00",
        "--ends", f"{ends}T18:00",
    )  # fmt: skip
    guests = office.data.with_name("list.csv")
    rows = "".join(f"客人{number:03d},1380000{number:04d},3-1-{number + 100}\n" for number in range(GUESTS))
    guests.write_text("姓名,手机号,房号\n" + rows, encoding="utf-8")
    assert office.do("client", "import", guests, "--event", EVENT)["added"] == GUESTS
    office.do("invitation", "issue", "--event", EVENT, "--csv", office.data.with_name("codes.csv"))


@pytest.fixture
def plain(founded: tuple[Office, Office], tmp_path: Path) -> Office:
    return founded[0].copy_to(tmp_path / "plain")


@pytest.fixture
def keyed(founded: tuple[Office, Office], tmp_path: Path) -> Office:
    return founded[1].copy_to(tmp_path / "keyed")


def _codes(office: Office) -> tuple[str, ...]:
    with office.data.with_name("codes.csv").open(encoding="utf-8-sig", newline="") as stream:
        return tuple(row["token"] for row in csv.DictReader(stream))


@pytest.fixture(scope="session")
def plain_codes(founded: tuple[Office, Office]) -> tuple[str, ...]:
    return _codes(founded[0])


@pytest.fixture(scope="session")
def keyed_codes(founded: tuple[Office, Office]) -> tuple[str, ...]:
    return _codes(founded[1])


@pytest.fixture(scope="session")
def days(tmp_path_factory: pytest.TempPathFactory) -> tuple[Day, Day]:
    """The same small desk, plain and keyed."""
    folder = tmp_path_factory.mktemp("days")
    return furnish(folder / "plain", passphrase=None), furnish(folder / "keyed", passphrase=PASSPHRASE)


@pytest.fixture(scope="module")
def parent() -> Iterator[Victims]:
    """Makes processes that are killed."""
    with victims() as made:
        yield made
