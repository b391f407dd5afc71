"""Rows of a list that may be somebody known: told with what is alike, and what a person says of them is done."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.records import Client
from db.store import Store
from desktop.cli.main import run
from desktop.roster.mending import mended
from desktop.services.registry import administrator
from desktop.services.rosters import undo
from desktop.services.rosters.imports import ImportResult, import_list
from desktop.services.rosters.twins import Decision
from tests.screens import office_world as world

HEAD = "姓名,称谓,楼栋房号,联系电话\n"
FIRST = HEAD + "林望舒,女士,6-2-1201,13800010001\n"
SECOND = (
    HEAD
    + "林忘舒,女士,6-2-1202,13800010001\n"  # the number of somebody known, a like name
    + "陈知夏,先生,6-2-1203,13800010002\n"  # a number that a known family may share: another name altogether
    + "沈一诺,先生,9-1-301,13800010003\n"
    + "沈一诺,先生,9-1-301,13800010004\n"  # name and room of the row before, another number
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Store, str, Path]]:
    with world.found(tmp_path / "office.db") as store:
        _, event = world.with_event(store)
        take(store, event, tmp_path, FIRST)
        yield store, event, tmp_path


def take(store: Store, event: str, folder: Path, text: str, decided: dict[int, Decision] | None = None) -> ImportResult:
    file = folder / "名单.csv"
    file.write_text(text, encoding="utf-8")
    return import_list(administrator(store), store, file=file, event=event, decided=decided)


def names(store: Store) -> list[str]:
    return [one.name for one in store.records(Client, "WHERE deleted = 0 ORDER BY id")]


def test_what_is_alike_is_told_and_both_come_in(office: tuple[Store, str, Path]) -> None:
    store, event, folder = office

    done = take(store, event, folder, SECOND)

    assert [(one.row, one.kind, one.other_name, one.other_row) for one in done.twins] == [
        (2, "phone", "林望舒", None), (5, "room", "沈一诺", 4),
    ]  # fmt: skip
    assert done.added == 4
    assert sorted(names(store)) == sorted(["林望舒", "林忘舒", "陈知夏", "沈一诺", "沈一诺"])


def test_what_a_person_says_is_done_and_every_row_is_accounted_for(office: tuple[Store, str, Path]) -> None:
    store, event, folder = office

    done = take(store, event, folder, SECOND, {2: "skip", 5: "same"})

    assert (done.read, done.added, done.updated, done.duplicates, len(done.rejected)) == (4, 2, 1, 1, 0)
    assert sorted(names(store)) == sorted(["林望舒", "陈知夏", "沈一诺"])
    (one,) = store.records(Client, "WHERE name = '沈一诺'")
    assert (one.phone, one.phone2) == ("13800010003", "13800010004")
    assert [twin.decision for twin in done.twins] == ["skip", "same"]


def test_the_undo_takes_the_second_number_back(office: tuple[Store, str, Path]) -> None:
    store, event, folder = office
    again = HEAD + "林望舒,女士,6-2-1201,13800010009\n"
    done = take(store, event, folder, again, {2: "same"})
    assert store.records(Client, "WHERE name = '林望舒'")[0].phone2 == "13800010009"

    undo.undo(administrator(store), store, batch=done.batch)

    assert store.records(Client, "WHERE name = '林望舒'")[0].phone2 is None


def test_a_word_about_a_row_that_is_like_nobody_changes_nothing(office: tuple[Store, str, Path]) -> None:
    store, event, folder = office

    assert take(store, event, folder, SECOND, {3: "skip", 99: "same"}).added == 4


def test_the_command_line_tells_and_decides(
    office: tuple[Store, str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    store, _, folder = office
    file = folder / "第二份.csv"
    file.write_text(SECOND, encoding="utf-8")
    words = ["--data", str(store.path), "--json", "client", "import", str(file), "--event", "交付日"]

    assert run([*words, "--dry-run"], lambda _args: 3) == 0
    told = json.loads(capsys.readouterr().out)["possible_duplicates"]
    assert [(one["row"], one["as"], one["as_row"]) for one in told] == [(2, "林望舒", None), (5, "沈一诺", 4)]
    assert run([*words, "--skip", "2", "--same", "5"], lambda _args: 3) == 0
    done = json.loads(capsys.readouterr().out)
    assert (done["added"], done["updated"], done["duplicates"]) == (2, 1, 1)


@pytest.mark.parametrize(
    ("field", "value", "meant"),
    [
        ("room", "6-2-120l", "6-2-1201"),
        ("phone", "1380OO1OOOl", "13800010001"),
        ("phone", "1381234567", ""),
        ("phone", "138l234567", ""),
        ("room", "6-2-1201", ""),
        ("name", "lO", ""),
    ],
)
def test_look_alikes_are_mended_only_where_the_result_reads_well(field: str, value: str, meant: str) -> None:
    assert mended(field, value) == meant
