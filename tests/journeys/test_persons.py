"""What is kept about a person is handed out in full, or erased on every device, whatever comes in whatever order."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from db import erasure, search
from db.errors import Misused, Refused
from db.records import Client, Concern, Invitation
from db.store import Store
from desktop.services.concerns import recording
from desktop.services.doctor import examine
from desktop.services.exchange import cards, packages
from desktop.services.guests import check_ins, clients, persons
from desktop.services.guests.codes import code_of, fresh_invitation
from desktop.services.keeping import backups
from desktop.services.opening import join_project, open_database
from desktop.services.registry import Caller, administrator
from tests.screens import office_world as world

NAME, PHONE, WORDS = "欧阳千寻", "13912345678", "阳台门一下雨就进水"


@dataclass
class House:
    """An office, and a host's laptop that took the first package; each its own folder."""

    office: Store
    laptop: Store
    caller: Caller
    event: str
    client: str
    concern: str
    people: world.People

    @property
    def host(self) -> Caller:
        return administrator(self.laptop)


def visible(store: Store) -> str:
    """Everything in the file of a database that is text, the log folded in."""
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return store.path.read_bytes().decode("utf-8", "ignore")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    for name in ("office", "laptop"):
        (tmp_path / name).mkdir()
    with world.found(tmp_path / "office" / "office.db") as office:
        caller, event = world.with_event(office)
        people = world.with_staff(office)
        with office.transaction(verb="test.client") as tx:
            client = tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=NAME, phone=PHONE, note="怕狗"))
        said = recording.add(
            caller, office, event=event, received_by=people.host, words=WORDS, type_code="repair", client=client
        )
        cards.write_card(caller, office, file=tmp_path / "card")
        packages.export(caller, office, file=tmp_path / "first.qinting")
        with join_project(
            tmp_path / "laptop" / "laptop.db", tmp_path / "card", device_name="手记", role="host", passphrase=None
        ) as laptop:
            assert packages.take_in(administrator(laptop), laptop, file=tmp_path / "first.qinting").taken
            yield House(office, laptop, caller, event, client, said.concern, people)


def erase(house: House) -> persons.Gone:
    gone, swept = persons.erase_and_sweep(
        house.caller, house.office, client=house.client, reason="本人要求", second=house.people.coordinator
    )
    assert swept is not None
    return gone


def test_a_person_is_handed_everything_and_the_journal_says_so(house: House, tmp_path: Path) -> None:
    clients.set_fields(house.caller, house.office, client=house.client, changes={"phone": "13987654321"})
    done = persons.export(house.caller, house.office, client=house.client, file=tmp_path / "person.json")

    told = json.loads((tmp_path / "person.json").read_bytes())
    assert told["tables"]["client"][0]["phone"] == "13987654321"
    assert PHONE in {change["val"] for change in told["changes"]}
    assert told["tables"]["concern"][0]["words"] == WORDS
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT.*\+08:00", told["tables"]["client"][0]["created_at"])
    assert dict(done.rows)["concern"] == 1
    assert house.office.query("SELECT object FROM journal WHERE verb = 'person.export'") == [(house.client,)]


def test_the_sheets_tell_it_in_words(house: House, tmp_path: Path) -> None:
    persons.export(house.caller, house.office, client=house.client, file=tmp_path / "person.xlsx")
    book = CalamineWorkbook.from_path(str(tmp_path / "person.xlsx"))
    first = {str(row[0]): str(row[1]) for row in book.get_sheet_by_name("一览").to_python()}
    assert first["姓名"] == NAME
    assert first["手机"] == PHONE
    assert any(value.endswith(f"：{WORDS}") for value in first.values())
    assert {"client", "concern", "concern_step", "journal"} <= set(book.sheet_names)


@pytest.mark.parametrize("name", ["person.pdf", "person"])
def test_a_file_of_another_kind_is_refused(house: House, tmp_path: Path, name: str) -> None:
    with pytest.raises(Misused, match="person_file_kind"):
        persons.export(house.caller, house.office, client=house.client, file=tmp_path / name)


def test_it_takes_two_people_and_a_reason_to_erase(house: House) -> None:
    def tried(second: str | None, reason: str = "本人要求", caller: Caller = house.caller) -> None:
        persons.erase(caller, house.office, client=house.client, reason=reason, second=second)

    head = Caller(house.people.coordinator, frozenset({"office_head"}), "office")
    for second, caller in ((None, house.caller), (house.people.host, house.caller), (house.people.coordinator, head)):
        with pytest.raises(Refused, match="second_person_needed"):
            tried(second, caller=caller)
    with pytest.raises(Misused, match="reason_missing"):
        tried(house.people.coordinator, reason="  ")
    with pytest.raises(Refused, match="role_missing"):
        tried(house.people.coordinator, caller=Caller(None, frozenset({"coordinator"}), "office"))
    with pytest.raises(Refused, match="wrong_device"):
        tried(house.people.coordinator, caller=Caller(None, frozenset({"administrator"}), "host"))
    assert NAME in visible(house.office)


def test_an_erased_person_is_gone_here_and_counts_remain(house: House) -> None:
    weighed = persons.weigh(house.caller, house.office, client=house.client)
    assert weighed.name == NAME
    assert weighed.rows == {"client": 1, "concern": 1, "concern_step": 1, "form": 1}

    gone = erase(house)

    assert dict(gone.rows) == weighed.rows
    assert not any(text in visible(house.office) for text in (NAME, PHONE, WORDS, "怕狗"))
    assert house.office.count("SELECT count(*) FROM concern_now") == house.office.count("SELECT count(*) FROM concern")
    with pytest.raises(Refused, match="person_erased"):
        erase(house)


def test_an_erasure_reaches_the_other_device_by_any_package_and_what_it_writes_later_too(
    house: House, tmp_path: Path
) -> None:
    late = recording.add(
        house.host, house.laptop, event=house.event, received_by=house.people.host, words="孩子夜里怕黑",
        type_code="repair", client=house.client,
    )  # fmt: skip
    clients.set_fields(house.host, house.laptop, client=house.client, changes={"note": "改约周六"})
    packages.export(house.host, house.laptop, file=tmp_path / "laptop.qinting")
    erase(house)
    packages.export(house.caller, house.office, file=tmp_path / "office.qinting", delta=True)

    # What the laptop wrote before it heard of it comes into the office blank.
    assert packages.take_in(
        house.caller, house.office, file=tmp_path / "laptop.qinting", trust=["any"], before_merge=backups.before_merge
    ).taken
    kept = house.office.get(Concern, late.concern)
    assert kept is not None
    assert (kept.words, kept.number) == ("—", late.number)
    assert persons.erasures(house.caller, house.office)[0].unheard == ("手记",)
    # And the laptop's own goes when the erasure reaches it.
    taken = packages.take_in(
        house.host, house.laptop, file=tmp_path / "office.qinting", before_merge=backups.before_merge
    )
    assert taken.taken
    packages.export(house.host, house.laptop, file=tmp_path / "answer.qinting")
    assert packages.take_in(house.caller, house.office, file=tmp_path / "answer.qinting").taken
    assert persons.erasures(house.caller, house.office)[0].unheard == ()
    for store in (house.office, house.laptop):
        assert not any(text in visible(store) for text in (NAME, PHONE, WORDS, "怕狗", "孩子夜里怕黑", "改约周六"))
        assert not search.find(store, "ouyang")
        assert erasure.is_erased(store, "concern", late.concern)


def test_an_older_package_brings_nothing_back(house: House, tmp_path: Path) -> None:
    erase(house)
    again = packages.take_in(house.caller, house.office, file=tmp_path / "first.qinting", trust=["any"])
    assert again.taken
    packages.export(house.host, house.laptop, file=tmp_path / "stale.qinting")
    stale = packages.take_in(house.caller, house.office, file=tmp_path / "stale.qinting", trust=["any"])
    assert stale.taken
    assert stale.conflicts == 0
    assert not any(text in visible(house.office) for text in (NAME, PHONE, WORDS))


def test_a_code_of_an_erased_person_does_not_stop_the_queue(house: House) -> None:
    with house.office.transaction(verb="test.invite") as tx:
        made = fresh_invitation(house.caller, tx, event=house.event, client=house.client)
    invitation = house.office.get(Invitation, made)
    assert invitation is not None
    code = code_of(house.office, invitation)
    assert code is not None
    erase(house)
    shown = check_ins.scan(house.caller, house.office, event=house.event, token=code, desk="东门")
    assert NAME not in repr(shown)
    assert shown.outcome


def test_nobody_is_joined_to_an_erased_person(house: House) -> None:
    with house.office.transaction(verb="test.client") as tx:
        other = tx.insert(Client(id=tx.new_id(), created_at=tx.now, name="单思源"))
    erase(house)
    with pytest.raises(Refused, match="person_erased"):
        clients.join(house.caller, house.office, first=other, second=house.client)


def test_a_copy_made_before_is_cleaned_and_may_be_put_back(house: House) -> None:
    copy = backups.back_up(house.office)
    erase(house)
    assert NAME not in copy.path.read_bytes().decode("utf-8", "ignore")
    path = house.office.path
    house.office.close()
    backups.restore(path, copy.path, passphrase=None)
    with open_database(path) as back:
        assert NAME not in visible(back)
        assert back.count("SELECT count(*) FROM erased") == 1
        assert back.count("SELECT count(*) FROM journal WHERE verb = 'restore'") == 1


def test_what_a_crash_left_to_be_swept_is_swept_at_the_next_opening(house: House) -> None:
    persons.erase(house.caller, house.office, client=house.client, reason="本人要求", second=house.people.coordinator)
    path = house.office.path
    house.office.close()
    assert NAME in path.read_bytes().decode("utf-8", "ignore")
    with open_database(path) as back:
        assert NAME not in visible(back)


def test_a_record_joined_to_an_erased_person_by_somebody_who_had_not_heard_is_told_and_can_be_erased(
    house: House, tmp_path: Path
) -> None:
    with house.laptop.transaction(verb="test.client") as tx:
        twin = tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=NAME, phone="13700137000"))
    erase(house)
    clients.join(house.host, house.laptop, first=house.client, second=twin)
    packages.export(house.host, house.laptop, file=tmp_path / "late.qinting")
    assert packages.take_in(house.caller, house.office, file=tmp_path / "late.qinting", trust=["any"]).taken
    assert told_by_doctor(house) == [twin]

    persons.erase_and_sweep(house.caller, house.office, client=twin, reason="本人要求", second=house.people.coordinator)

    assert told_by_doctor(house) == []
    assert "13700137000" not in visible(house.office)
    with pytest.raises(Refused, match="person_erased"):
        persons.weigh(house.caller, house.office, client=twin)


def told_by_doctor(house: House) -> list[object]:
    found = examine(house.caller, house.office, database=house.office.path, now=house.office.clock())
    return [one.trouble.facts["client"] for one in found if one.trouble.code == "doctor_joined_later"]
