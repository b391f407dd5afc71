"""A disk that is full or may only be read: what was confirmed stays, what was not is told."""

import itertools
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.program import EVENT, Office, assert_error, environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="disks are mounted in the way of POSIX systems")

SMALL_MB = 3


def mount(*arguments: str) -> bool:
    """Whether the system lets us; it takes the rights of root, and a kernel that grants them."""
    try:
        done = subprocess.run(["mount", *arguments], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    if not mount("-t", "tmpfs", "-o", f"size={SMALL_MB}m", "tmpfs", str(place)):
        pytest.skip("no disk can be mounted here: that takes root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder that will be closed by `close_folder`."""
    place = tmp_path / "closed"
    place.mkdir()
    yield place
    if os.geteuid() == 0:
        subprocess.run(["umount", "--lazy", str(place)], capture_output=True, check=False)
    else:
        place.chmod(0o755)


def close_folder(place: Path) -> None:
    if os.geteuid() != 0:
        place.chmod(0o555)
    elif not (mount("--bind", str(place), str(place)) and mount("-o", "remount,ro,bind", str(place))):
        pytest.skip("no folder can be closed here: root may write everywhere")


def fill(disk: Path, *, spare_bytes: int = 0) -> None:
    """Take all space but so much."""
    free = shutil.disk_usage(disk).free - spare_bytes
    with (disk / "filler").open("wb") as stream:
        stream.write(bytes(max(free, 0)))


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_scanning_until_the_disk_is_full_loses_no_confirmed_check_in(
    keyed: Office, keyed_codes: tuple[str, ...], small_disk: Path, tmp_path: Path
) -> None:
    office = keyed.copy_to(small_disk)
    fill(small_disk, spare_bytes=400_000)
    codes = "\n".join(itertools.islice(itertools.cycle(keyed_codes), 5_000))

    ran = office.run("check-in", "scan", "--event", EVENT, "-", stdin=codes)

    *confirmed, last = ran.lines()
    assert ran.status == 5
    assert last["error"]["code"] == "disk_full"
    assert confirmed
    saved = office.copy_to(tmp_path / "saved")
    kept = {row[0] for row in saved.query("SELECT id FROM check_in")}
    assert {line["check_in"] for line in confirmed} == kept
    assert saved.do("verify")["sound"] is True


def test_after_room_was_made_the_desk_goes_on(plain: Office, plain_codes: tuple[str, ...], small_disk: Path) -> None:
    office = plain.copy_to(small_disk)
    fill(small_disk)
    assert_error(office.run("check-in", "scan", "--event", EVENT, plain_codes[0]), 5, "disk_full")

    (small_disk / "filler").unlink()

    assert office.run("check-in", "scan", "--event", EVENT, plain_codes[0]).lines()[0]["outcome"] == "welcomed"


def test_a_list_too_long_for_the_disk_leaves_no_row(plain: Office, small_disk: Path, tmp_path: Path) -> None:
    office = plain.copy_to(small_disk)
    before = plain.digest()
    rows = "".join(f"住户{number},{15_000_000_000 + number}\n" for number in range(8_000))
    (tmp_path / "long.csv").write_text("姓名,手机号\n" + rows, encoding="utf-8")

    assert_error(office.run("client", "import", tmp_path / "long.csv", "--event", EVENT), 5, "disk_full")

    assert office.copy_to(tmp_path / "saved").digest() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("package", "export", "--file"),
        ("device", "card", "--file"),
        ("export", "--sqlite"),
        ("paper", "form", "--event", EVENT, "--pdf"),
        ("paper", "invitation", "--event", EVENT, "--pdf"),
        ("invitation", "issue", "--event", EVENT, "--csv"),
        ("invitation", "issue", "--event", EVENT, "--pdf"),
    ],
    ids=" ".join,
)
def test_what_does_not_fit_on_a_disk_is_not_left_there_in_part(
    plain: Office, small_disk: Path, arguments: tuple[str, ...]
) -> None:
    fill(small_disk)

    ran = plain.run(*arguments, small_disk / "result")

    assert ran.status == 5, ran
    assert ran.answer["error"]["code"] in ("disk_full", "paper_not_written")
    assert names_in(small_disk) == ["filler"]


def test_pictures_that_do_not_fit_on_a_disk_are_told(plain: Office, small_disk: Path) -> None:
    fill(small_disk)

    ran = plain.run("invitation", "issue", "--event", EVENT, "--png", small_disk / "cards")

    assert ran.status == 5, ran
    assert not list(small_disk.rglob("*.png"))


def test_a_project_is_not_founded_on_a_full_disk(small_disk: Path) -> None:
    fill(small_disk)
    office = Office(small_disk / "office.db")

    assert_error(office.run("init", "--project", "青禾里", "--plain"), 5, "disk_full")
    assert names_in(small_disk) == ["filler"]


def test_a_file_that_may_grow_no_further_is_told(plain: Office, tmp_path: Path) -> None:
    before = plain.digest()
    rows = "".join(f"住户{number},{15_000_000_000 + number}\n" for number in range(8_000))
    (tmp_path / "long.csv").write_text("姓名,手机号\n" + rows, encoding="utf-8")
    limit_kib = plain.data.stat().st_size // 1_024 + 64
    command = plain.command("client", "import", tmp_path / "long.csv", "--event", EVENT)

    done = subprocess.run(
        ["sh", "-c", f'ulimit -f {limit_kib * 2} && exec "$@"', "sh", *command],
        capture_output=True, encoding="utf-8", check=False, env=environment(),
    )  # fmt: skip

    assert done.returncode == 5, done
    assert "Traceback" not in done.stderr
    assert plain.digest() == before


# -- read only ---------------------------------------------------------------------------------------------------------


def test_a_database_in_a_folder_that_may_only_be_read_is_refused(plain: Office, read_only: Path) -> None:
    office = plain.copy_to(read_only)
    before = {name: (read_only / name).read_bytes() for name in names_in(read_only)}
    close_folder(read_only)

    for arguments in (("event", "list"), ("check-in", "scan", "--event", EVENT, "QT")):
        assert_error(office.run(*arguments), 5, "database_read_only")
        assert_error(office.run("--language", "en", *arguments), 5, "database_read_only", english=True)
    assert {name: (read_only / name).read_bytes() for name in names_in(read_only)} == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("package", "export", "--file"),
        ("device", "card", "--file"),
        ("export", "--sqlite"),
        ("paper", "form", "--event", EVENT, "--pdf"),
        ("invitation", "issue", "--event", EVENT, "--csv"),
        ("invitation", "issue", "--event", EVENT, "--png"),
    ],
    ids=" ".join,
)
def test_nothing_can_be_written_into_a_folder_that_may_only_be_read(
    plain: Office, read_only: Path, arguments: tuple[str, ...]
) -> None:
    close_folder(read_only)

    ran = plain.run(*arguments, read_only / "result")

    assert ran.status == 5, ran
    assert ran.answer["error"]["code"] in (
        "folder_not_writable", "database_folder", "paper_not_written", "image_not_written",
    )  # fmt: skip
    assert names_in(read_only) == []


def test_a_project_is_not_founded_where_nothing_can_be_written(read_only: Path) -> None:
    close_folder(read_only)

    office = Office(read_only / "office.db")

    assert_error(office.run("init", "--project", "青禾里", "--plain"), 5, "folder_not_writable")
