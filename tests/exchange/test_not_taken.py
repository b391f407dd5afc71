"""What was not taken is kept beside the database with its reason, tried again, and taken away, by the command line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.opening import found_project
from db.records import Client
from db.store import Store
from desktop.cli.main import run
from desktop.services.exchange import packages
from desktop.services.opening import with_derived_tables
from desktop.services.registry import administrator
from tests.exchange.forging import content_of, joined, print_of


class Desk:
    """A database, and the command line on it."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file, self._capsys = file, capsys

    def ask(self, *words: str | Path, status: int = 0) -> dict[str, Any]:
        self._capsys.readouterr()
        found = run(["--data", str(self.file), "--language", "zh", "--json", *map(str, words)], lambda _: 0)
        said = self._capsys.readouterr()
        assert found == status, (words, said)
        answer: dict[str, Any] = json.loads(said.out)
        return answer

    @property
    def aside(self) -> list[str]:
        folder = self.file.with_name(f"{self.file.name}.not-taken")
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def office(folder: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    found_project(folder / "office.db", name="青禾里", mark="青", device_name="办公室").close()
    return Desk(folder / "office.db", capsys)


@pytest.fixture
def laptop(office: Desk, folder: Path) -> Iterator[Store]:
    with with_derived_tables(joined(opened(office), folder / "laptop.db")) as store:
        with store.transaction(verb="test.add") as tx:
            tx.insert(Client(id=tx.new_id(), created_at=tx.now, name="单思源"))
        packages.export(administrator(store), store, file=folder / "laptop.qinting")
        yield store


def opened(desk: Desk) -> Store:
    from desktop.services.opening import open_database

    return open_database(desk.file)


def test_every_package_that_was_not_taken_lies_aside_with_its_reason(office: Desk, laptop: Store, folder: Path) -> None:
    (folder / "bad.qinting").write_bytes((folder / "laptop.qinting").read_bytes()[:-40])
    with opened(office) as store:
        before = content_of(store)

    refused = office.ask(
        "package", "merge", folder / "laptop.qinting", folder / "bad.qinting", folder / "none.qinting", status=1
    )

    assert office.aside == ["bad.qinting", "bad.qinting.txt", "laptop.qinting", "laptop.qinting.txt"]
    kept = [one["kept"] for one in refused["files"]]
    assert [path and Path(path).name for path in kept] == ["laptop.qinting", "bad.qinting", None]
    assert Path(kept[1]).read_bytes() == (folder / "bad.qinting").read_bytes()
    reason = Path(f"{kept[1]}.txt").read_text(encoding="utf-8")
    assert "文件不完整" in reason
    assert "请对方重新导出" in reason
    assert refused["receipts"] == []
    waiting = office.ask("package", "waiting")["waiting"]
    assert {(one["name"], one["code"]) for one in waiting} == {
        ("laptop.qinting", "unknown_device"), ("bad.qinting", "package_damaged"),
    }  # fmt: skip
    with opened(office) as store:
        assert content_of(store) == before


def test_what_is_tried_again_after_a_person_has_decided_gets_its_receipt_and_leaves(
    office: Desk, laptop: Store, folder: Path
) -> None:
    office.ask("package", "merge", folder / "laptop.qinting", status=1)
    office.ask("package", "retry", status=1)
    assert office.aside == ["laptop.qinting", "laptop.qinting.txt"]

    office.ask("device", "trust", print_of(laptop))
    taken = office.ask("package", "retry", "laptop.qinting")

    assert [one["outcome"] for one in taken["files"]] == ["merged"]
    (receipt,) = taken["receipts"]
    assert (receipt["writer"], receipt["kind"], receipt["rows"] > 0) == (laptop.identity.writer, "full", True)
    assert office.aside == []
    assert office.ask("package", "waiting") == {"waiting": [], "files": []}


def test_a_package_that_is_taken_from_elsewhere_leaves_the_folder_too(
    office: Desk, laptop: Store, folder: Path
) -> None:
    office.ask("package", "merge", folder / "laptop.qinting", status=1)

    office.ask("package", "merge", folder / "laptop.qinting", "--trust", print_of(laptop))

    assert office.aside == []


def test_the_same_package_lies_there_once_however_often_it_comes(office: Desk, laptop: Store, folder: Path) -> None:
    (folder / "again.qinting").write_bytes((folder / "laptop.qinting").read_bytes())
    for name in ("laptop.qinting", "again.qinting", "laptop.qinting"):
        office.ask("package", "merge", folder / name, status=1)

    assert office.aside == ["laptop.qinting", "laptop.qinting.txt"]


def test_a_dry_run_keeps_nothing(office: Desk, laptop: Store, folder: Path) -> None:
    office.ask("package", "merge", folder / "laptop.qinting", "--dry-run", status=1)

    assert office.aside == []


def test_what_nobody_wants_is_dropped_by_its_name_or_its_digest(office: Desk, laptop: Store, folder: Path) -> None:
    (folder / "bad.qinting").write_bytes((folder / "laptop.qinting").read_bytes()[:-40])
    office.ask("package", "merge", folder / "laptop.qinting", folder / "bad.qinting", status=1)
    digest = next(one["sha256"] for one in office.ask("package", "waiting")["waiting"] if one["name"] == "bad.qinting")

    assert office.ask("package", "drop", "nothing.qinting", status=2)["error"]["code"] == "not_taken_unknown"
    assert office.ask("package", "drop", digest[:8]) == {"dropped": ["bad.qinting"]}
    assert office.aside == ["laptop.qinting", "laptop.qinting.txt"]
    assert office.ask("package", "drop", "laptop.qinting") == {"dropped": ["laptop.qinting"]}
    assert office.aside == []
