"""Files beside the database: unreadable without their row, and damage is said."""

from pathlib import Path

import pytest

from db import blobs
from db.blobs import Blob
from db.errors import StoreTrouble

CONTENT = "上次来我就说了，卫生间的地面比外面还高".encode() * 40


def test_a_file_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = blobs.keep(tmp_path / "a.db", CONTENT)

    assert blobs.read(tmp_path / "a.db", kept) == CONTENT


def test_nothing_of_it_can_be_read_on_the_disk_not_even_its_hash(tmp_path: Path) -> None:
    first, second = (blobs.keep(tmp_path / "a.db", CONTENT) for _ in range(2))

    assert first.name != second.name
    for file in blobs.folder_of(tmp_path / "a.db").iterdir():
        assert CONTENT[:12] not in file.read_bytes()
        assert not file.stat().st_mode & 0o077 or not file.parent.stat().st_mode & 0o077


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    kept = blobs.keep(tmp_path / "a.db", CONTENT)

    with pytest.raises(StoreTrouble) as trouble:
        blobs.read(tmp_path / "a.db", Blob(kept.name, "00" * 32))

    assert trouble.value.code == "blob_damaged"


@pytest.mark.parametrize("place", [0, 20, -1])
def test_one_changed_byte_is_noticed(tmp_path: Path, place: int) -> None:
    kept = blobs.keep(tmp_path / "a.db", CONTENT)
    file = blobs.folder_of(tmp_path / "a.db") / kept.name
    changed = bytearray(file.read_bytes())
    changed[place] ^= 1
    file.write_bytes(changed)

    with pytest.raises(StoreTrouble) as trouble:
        blobs.read(tmp_path / "a.db", kept)

    assert trouble.value.code == "blob_damaged"


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    kept = blobs.keep(tmp_path / "a.db", CONTENT)
    blobs.drop(tmp_path / "a.db", kept)

    with pytest.raises(StoreTrouble) as trouble:
        blobs.read(tmp_path / "a.db", kept)

    assert trouble.value.code == "blob_missing"
