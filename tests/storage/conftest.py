"""A plain database of a project without clients, for the tests of storage."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.opening import found_project, open_store
from db.store import Store
from db.vault.key_file import key_file_path


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Founded once and closed; every test takes a copy."""
    path = tmp_path_factory.mktemp("founded") / "office.db"
    found_project(path, name="青禾里", mark="青", device_name="办公室").close()
    return path


@pytest.fixture
def store(founded: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / founded.name
    shutil.copy(founded, path)
    shutil.copy(key_file_path(founded), key_file_path(path))
    with open_store(path) as opened:
        yield opened
