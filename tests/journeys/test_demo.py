"""The demo as anybody starts it: what it leaves, what it says, and what it leaves alone."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pypdf import PdfReader

from db.errors import Refused
from db.exchange.blocks import content_digest
from desktop.cli.demo.list_file import write_list
from desktop.cli.demo.people import invented_clients
from desktop.cli.demo.stage import MARKER, make_ready
from desktop.cli.demo.stories import ENDINGS, STORIES
from desktop.cli.demo.voices import VOICES
from desktop.services.opening import found_project
from desktop.services.people import staff
from desktop.services.registry import administrator
from tests.journeys.program import Machine, run

CLIENTS = 40


@dataclass(frozen=True, slots=True)
class Played:
    """A finished demo: its folder and the document it answered."""

    folder: Path
    told: dict[str, Any]

    def office(self) -> Machine:
        return Machine(self.folder, "office.qinting-db")


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    place = tmp_path_factory.mktemp("demo")
    ran = run("demo", "shown", "--clients", str(CLIENTS), "--seed", "7", "--json", folder=place)
    assert ran.status == 0, ran.messages
    return Played(place / "shown", ran.document())


def plain(played: Played, tmp_path: Path) -> sqlite3.Connection:
    """The office's records as any program may read them."""
    file = tmp_path / "plain.sqlite"
    played.office().do("export", "--sqlite", str(file))
    return sqlite3.connect(file)


# What it leaves


def test_the_demo_leaves_list_papers_packages_and_databases(played: Played) -> None:
    papers = ["invitations.pdf", "forms.pdf", "forms-filled.pdf", "summary.pdf"]
    names = ["list.xlsx", *papers, "demo.json", "project.card"]
    devices = ["office", "kiosk-1", "kiosk-2", "laptop-1", "laptop-2"]
    databases = [f"{device}.qinting-db{end}" for device in devices for end in ("", ".keys", ".mark")]

    found = {file.name for file in played.folder.iterdir()}

    assert found == {*names, *databases, "handover.csv", "codes", "packages"}
    packages = sorted(file.stem for file in (played.folder / "packages").iterdir())
    assert packages == [*sorted(devices[1:]), "office-list"]


def test_the_marker_holds_the_closing_table(played: Played) -> None:
    assert json.loads((played.folder / "demo.json").read_text(encoding="utf-8")) == played.told


def test_every_row_of_the_messy_list_is_accounted_for(played: Played) -> None:
    assert played.told["list"] == {"read": CLIENTS + 5, "added": CLIENTS, "duplicates": 2, "rejected": 3}


def test_every_code_was_read_back_from_its_picture(played: Played) -> None:
    pictures = list((played.folder / "codes").rglob("*.png"))

    assert len(pictures) == CLIENTS + 5
    assert played.told["codes_misread"] == 0
    assert played.told["codes_read_back"] > CLIENTS


def test_revoked_repeated_foreign_unknown_and_unreadable_codes_are_among_the_arrivals(played: Played) -> None:
    assert set(played.told["outcomes"]) == {
        "welcomed", "already", "revoked", "wrong_event", "unknown", "malformed", "walk_in",
    }  # fmt: skip
    assert played.told["double_admissions"] == 6


def test_every_client_of_the_list_has_one_blank_form(played: Played) -> None:
    assert len(PdfReader(played.folder / "forms.pdf").pages) == played.told["pages"]["forms"] == CLIENTS


def test_everybody_who_spoke_has_a_filled_form(played: Played, tmp_path: Path) -> None:
    sql = "SELECT count(DISTINCT c.client) FROM concern c JOIN event e ON e.id = c.event WHERE e.title = '工地开放日'"
    with closing(plain(played, tmp_path)) as records:
        ((spoke,),) = records.execute(sql).fetchall()

    assert len(PdfReader(played.folder / "forms-filled.pdf").pages) >= spoke > 0


def test_both_orders_of_merging_gave_the_same(played: Played) -> None:
    assert played.told["equal_after_both_orders"] is True


def test_the_client_edited_on_two_devices_is_the_only_disagreement(played: Played) -> None:
    (found,) = played.office().do("conflict", "list")["conflicts"]

    assert played.told["disagreements"] == 1
    assert (found["table"], found["field"], found["shown"]) == ("client", "name", "单思沅")
    assert [one["value"] for one in found["values"]] == ["单思沅", "单思源"]
    assert len({one["device"] for one in found["values"]}) == 2


def test_the_closing_table_is_what_the_office_counts(played: Played) -> None:
    (event, *_) = played.office().do("event", "list")["events"]
    concerns = played.office().do("concern", "list")["concerns"]

    assert (event["invited"], event["arrived"]) == (played.told["invited"], played.told["arrived"])
    assert len(concerns) == played.told["concerns"] == sum(played.told["areas"].values())
    assert sum(played.told["states"].values()) == len(concerns)


def test_concerns_went_along_the_whole_road(played: Played) -> None:
    states = played.told["states"]

    assert states["closed"] >= 5
    assert {"reopened", "on_hold", "returned"} <= set(states)


def test_the_office_is_sound_afterwards(played: Played) -> None:
    assert played.office().do("verify")["sound"] is True


def test_people_read_a_table_and_where_to_look(tmp_path: Path) -> None:
    (tmp_path / "pass.txt").write_text("words of one's own\n", encoding="utf-8")

    ran = run("demo", "shown", "--clients", "20", "--passphrase-file", "pass.txt", folder=tmp_path)

    assert ran.status == 0, ran.messages
    assert "in both orders, with equal results" in ran.out
    assert "Times were played" in ran.out
    assert "qinting --data shown/office.qinting-db --passphrase-file pass.txt conflict list" in ran.out
    assert (tmp_path / "shown" / "kiosk-1.qinting-db").read_bytes()[:15] != b"SQLite format 3"


# What it leaves alone


def test_a_used_folder_is_refused(tmp_path: Path) -> None:
    kept = tmp_path / "mine" / "letter.txt"
    kept.parent.mkdir()
    kept.write_text("dear", encoding="utf-8")

    ran = run("demo", "mine", "--json", folder=tmp_path)

    assert ran.status == 1
    assert ran.document()["error"]["code"] == "demo_folder_used"
    assert "neither empty nor left by an earlier demo" in ran.messages
    assert [file.name for file in kept.parent.iterdir()] == ["letter.txt"]


def test_an_earlier_demo_makes_room_even_when_it_was_broken_off(tmp_path: Path) -> None:
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes" / "old.png").write_bytes(b"old")
    (tmp_path / MARKER).write_text('{"qinting": "demo", "complete": false}', encoding="utf-8")

    make_ready(tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == [MARKER]


@pytest.mark.parametrize("content", ["{}", "[1]", "not json", '{"qinting": "notes"}'])
def test_a_marker_of_someone_else_protects_the_folder(tmp_path: Path, content: str) -> None:
    (tmp_path / MARKER).write_text(content, encoding="utf-8")

    with pytest.raises(Refused):
        make_ready(tmp_path)


@pytest.mark.parametrize(("clients", "code"), [("19", "demo_too_small"), ("3001", "demo_too_large")])
def test_a_number_of_clients_that_makes_no_day_is_refused(tmp_path: Path, clients: str, code: str) -> None:
    ran = run("demo", "shown", "--clients", clients, "--json", folder=tmp_path)

    assert (ran.status, ran.document()["error"]["code"]) == (2, code)
    assert not (tmp_path / "shown").exists()


# Of what it is made


def test_the_same_seed_makes_the_same_list(tmp_path: Path) -> None:
    for name, seed in (("one", 5), ("again", 5), ("other", 6)):
        random = Random(seed)
        write_list(tmp_path / name, invented_clients(60, random), random)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "again").read_bytes()
    assert (tmp_path / "one").read_bytes() != (tmp_path / "other").read_bytes()


def test_no_two_clients_of_the_list_are_the_same_person() -> None:
    clients = invented_clients(3_000, Random(1))

    assert len({(client.name, client.phones) for client in clients if client.phones}) == sum(
        bool(client.phones) for client in clients
    )
    without = [(client.name, client.room) for client in clients if not client.phones]
    assert len(set(without)) == len(without)


def test_the_day_has_forty_different_voices_in_all_four_areas() -> None:
    voices = (*VOICES, *STORIES)

    assert len({voice.words for voice in voices}) == len(voices) >= 40
    assert len({voice.area for voice in voices}) == 4
    assert all(voice.road in ("closed", "reopened") for voice in STORIES[: len(ENDINGS)])


def test_the_digest_of_a_database_changes_with_its_content_alone(tmp_path: Path) -> None:
    with found_project(tmp_path / "a.db", name="青禾里", mark=None, device_name=None, passphrase=None) as store:
        before = content_digest(store)
        with store.transaction(verb="looked"):
            pass
        looked = content_digest(store)
        staff.add(administrator(store), store, name="何苗", level="staff")

        assert looked == before
        assert content_digest(store) != before
