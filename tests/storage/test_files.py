"""A file is there in full or not at all, and what a killed writer left goes with the next one."""

import os
import time
from pathlib import Path

import pytest

from db.errors import StoreTrouble
from db.files import durable_file, write_durably

HOURS_S = 3_600


def test_a_file_that_is_not_finished_is_not_there(tmp_path: Path) -> None:
    target = tmp_path / "export.qinting"
    target.write_bytes(b"before")
    with pytest.raises(TypeError), durable_file(target) as stream:
        stream.write("no bytes")  # type: ignore[call-overload]

    assert [one.name for one in tmp_path.iterdir()] == ["export.qinting"]
    assert target.read_bytes() == b"before"


def test_old_parts_of_killed_writers_go_and_nothing_else_does(tmp_path: Path) -> None:
    dead, fresh = tmp_path / ".1-ab.qinting.0badc0de.part", tmp_path / ".2-cd.qinting.0badc0df.part"
    others = [tmp_path / ".film.mkv.0badc0de.part", tmp_path / ".qinting.part", tmp_path / "1-ab.qinting.part"]
    for file in (dead, fresh, *others):
        file.write_bytes(b"x")
    long_ago = time.time() - 2 * HOURS_S
    for file in (dead, *others):
        os.utime(file, (long_ago, long_ago))

    write_durably(tmp_path / "3-ef.qinting", b"whole")

    left = {one.name for one in tmp_path.iterdir()}
    assert left == {"3-ef.qinting", fresh.name, *(one.name for one in others)}


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="folder_not_writable"):
        write_durably(tmp_path / "away" / "export.qinting", b"x")
