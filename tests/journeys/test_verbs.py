"""Verbs of the office on real databases: what is asked for in any form is found; what counts now is what is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import Misused, Refused, StoreTrouble, Unreadable
from db.records import Concern, ConcernStep, Promise
from db.store import Store
from desktop.roster import reading, tables
from desktop.services.concerns import listing, moving, recording
from desktop.services.exchange import conflicts, packages, plain
from desktop.services.opening import join_project
from desktop.services.papers import forms, printing, shelf
from desktop.services.promises import promises
from desktop.services.registry import administrator
from desktop.services.rosters.imports import import_list
from tests.screens import office_world as world
from tests.screens.office_world import People


class Office:
    """An office with an event, its staff and a repair that was accepted for 20 May 2026."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.caller, self.event = world.with_event(store)
        self.people: People = world.with_staff(store)
        self.concern = world.with_concern(store, self.event, self.people)

    def move(self, concern: str, target: str, by: str, **fields: str) -> moving.Moved:
        """Take a step in person."""
        return moving.move(
            self.caller, self.store, concern=concern, target=target, by=by, means="in_person", fields=fields
        )

    def heard(self, words: str) -> recording.Recorded:
        """Take down one more repair."""
        return recording.add(
            self.caller, self.store, event=self.event, received_by=self.people.host, words=words, type_code="repair"
        )


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with world.found(tmp_path / "office.db") as store:
        store.clock = lambda: world.NOW_MS
        yield Office(store)


# The day that counts


def test_the_list_tells_the_day_that_counts_now(office: Office) -> None:
    with office.store.transaction(verb="test.postpone") as tx:
        tx.save("concern", office.concern, {"new_due": "2026-06-09"})

    (line,) = listing.everything(office.caller, office.store, now_ms=world.NOW_MS)

    assert line.due == "2026-06-09"


# Joining one concern to another


@pytest.mark.parametrize("said", ["id", "prefix", "number"])
def test_the_concern_joined_to_is_named_like_any_other(office: Office, said: str) -> None:
    master = office.heard("同一面墙，隔壁也这样")
    named = {"id": master.concern, "prefix": master.concern[:30], "number": master.number}[said]

    moved = office.move(office.concern, "merged", office.people.coordinator, master=named)

    assert not moved.refused
    last = office.store.records(ConcernStep, "WHERE concern = :id ORDER BY id DESC", id=office.concern)[0]
    assert f'"master":"{master.concern}"' in last.facts


def test_a_concern_cannot_be_joined_to_itself_by_its_number(office: Office) -> None:
    kept = office.store.get(Concern, office.concern)
    assert kept is not None

    moved = office.move(office.concern, "merged", office.people.coordinator, master=kept.number)

    assert [one.code for one in moved.refused] == ["joined_to_itself"]


def test_a_concern_that_is_not_there_cannot_be_joined_to(office: Office) -> None:
    with pytest.raises(Misused) as caught:
        office.move(office.concern, "merged", office.people.coordinator, master="青-99-7K2A-0001-1")

    assert caught.value.code == "id_unknown"


# Settling


def _torn(office: Office, folder: Path, column: str, here: int, there: int) -> str:
    """A promise of which two devices said otherwise in one column; its id."""
    store, caller = office.store, office.caller
    from desktop.services.exchange import cards

    promise = promises.add(
        caller, store, concern=office.concern, text="五日内复测", due="2026-05-29", by=office.people.host
    )
    cards.write_card(caller, store, file=folder / "project.card")
    packages.export(caller, store, file=folder / "first.qinting")
    with join_project(
        folder / "b.db", folder / "project.card", device_name="手记", role="office", passphrase=None
    ) as second:
        there_caller = administrator(second)
        assert packages.take_in(there_caller, second, file=folder / "first.qinting").taken
        with second.transaction(verb="test.change") as tx:
            tx.save("promise", promise, {column: there})
        packages.export(there_caller, second, file=folder / "second.qinting")
    with store.transaction(verb="test.change") as tx:
        tx.save("promise", promise, {column: here})
    assert packages.take_in(caller, store, file=folder / "second.qinting", trust=["any"]).conflicts == 1
    return promise


def test_a_number_in_disagreement_can_be_settled_to_nothing(office: Office, tmp_path: Path) -> None:
    promise = _torn(office, tmp_path, "kept_at", world.NOW_MS, world.NOW_MS + 1_000)

    conflicts.settle(office.caller, office.store, table="promise", row_id=promise, field="kept_at", value="")

    kept = office.store.get(Promise, promise)
    assert kept is not None
    assert kept.kept_at is None
    assert conflicts.everything(office.caller, office.store) == ()


def test_a_number_that_must_be_there_cannot_be_settled_to_nothing(office: Office, tmp_path: Path) -> None:
    promise = _torn(office, tmp_path, "deleted", 1, 2)

    with pytest.raises(Misused) as caught:
        conflicts.settle(office.caller, office.store, table="promise", row_id=promise, field="deleted", value="")

    assert caught.value.code == "number_expected"


# Files


def test_a_plain_copy_into_a_folder_that_is_not_there_names_the_file_asked_for(office: Office, tmp_path: Path) -> None:
    asked = tmp_path / "nowhere" / "copy.sqlite"

    with pytest.raises(StoreTrouble) as caught:
        plain.export_sqlite(office.caller, office.store, file=asked)

    assert caught.value.code == "folder_not_writable"
    assert caught.value.facts["file"] == str(asked)


def test_a_list_is_opened_once(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "list.csv"
    file.write_text(world.LIST, encoding="utf-8")
    opened: list[Path] = []

    def counted(path: Path) -> Iterator[tables.Table]:
        opened.append(path)
        return tables.open_tables(path)

    monkeypatch.setattr(reading, "open_tables", counted)
    import_list(office.caller, office.store, file=file, event=office.event)

    assert opened == [file]


def test_a_mapping_is_remembered_for_a_list_with_the_same_headings(office: Office, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("谁,打给谁\n温若水,13800010001\n", encoding="utf-8")
    second.write_text("谁,打给谁\n纪南星,13800010002\n", encoding="utf-8")
    import_list(office.caller, office.store, file=first, event=office.event, mapping={"谁": "name", "打给谁": "phone"})

    done = import_list(office.caller, office.store, file=second, event=office.event)

    assert (done.added, dict(done.columns)) == (1, {"谁": "name", "打给谁": "phone"})


# Papers


def test_a_form_is_made_for_the_clients_of_one_of_ours_alone(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("姓名,房号,置业顾问\n温若水,6-2-1201,田野\n纪南星,6-2-1202,许愿\n", encoding="utf-8")
    import_list(office.caller, office.store, file=file, event=office.event)

    report = forms.write_forms(
        office.caller, office.store, event=office.event, pdf=tmp_path / "forms.pdf", owner="田野"
    )

    assert report.pages == 1
    assert shelf.owners(office.caller, office.store, event=office.event) == ("田野", "许愿")


def test_a_file_that_is_not_there_is_not_printed(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        printing.print_file(office.caller, office.store, file=tmp_path / "nowhere.pdf")

    assert caught.value.code == "paper_missing"


def test_without_a_printer_the_refusal_says_what_to_do(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Refused) as caught:
        printing.print_file(office.caller, office.store, file=tmp_path / "paper.pdf")

    assert caught.value.code == "printer_missing"
