"""Two desks that could not see each other let one person in twice: listed once, settled by a person, asked once."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import Misused, Refused
from db.history import conflicts
from desktop.cli.main import run
from desktop.services.exchange import cards, packages
from desktop.services.guests import check_ins, doubles
from desktop.services.guests.clients import join
from desktop.services.opening import join_project
from desktop.services.registry import Caller, administrator
from tests.journeys.hall import Hall
from tests.screens import office_world as world


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    made = Hall(tmp_path_factory.mktemp("hall"))
    made.close()
    return made


@pytest.fixture
def hall(template: Hall, tmp_path: Path) -> Iterator[Hall]:
    made = template.copied(tmp_path / "hall")
    yield made
    made.close()


def test_one_person_at_two_desks_is_listed_once_with_both_desks_and_times(hall: Hall) -> None:
    first, second = hall.scan_at_both()
    assert hall.open() == ()

    hall.gather()

    (found,) = hall.open()
    assert [(one.check_in, one.desk, one.at - world.NOW_MS) for one in found.admissions] == [
        (first, "东门", 0),
        (second, "西门", 420_000),
    ]
    assert {one.device for one in found.admissions} == {desk.identity.writer for desk in hall.desks}
    hall.gather()
    assert len(hall.open()) == 1


def test_the_same_person_counts_once_and_is_not_asked_about_again_anywhere(hall: Hall) -> None:
    first, _ = hall.scan_at_both()
    hall.gather()
    hall.settle(first, "same")
    assert hall.open() == ()
    assert hall.arrived() == (1, 1, 1)

    hall.carry(hall.office, hall.desks[0])
    hall.gather()

    assert hall.open() == ()
    assert hall.open(hall.desks[0]) == ()
    (settled,) = doubles.settled(hall.caller, hall.office)
    assert [one.twice for one in settled.admissions] == ["same", "same"]


def test_somebody_else_with_the_code_counts_as_one_more(hall: Hall) -> None:
    _, second = hall.scan_at_both()
    hall.gather()

    hall.settle(second, "other")

    assert hall.open() == ()
    assert hall.arrived() == (2, 1, 2)


def test_a_mistake_is_taken_back_and_stays_visible(hall: Hall) -> None:
    first, second = hall.scan_at_both()
    hall.gather()

    now = hall.settle(first, "mistake")

    assert [(one.check_in, one.undone) for one in now.admissions] == [(first, True), (second, False)]
    assert hall.open() == ()
    assert hall.arrived() == (1, 1, 1)


@pytest.mark.parametrize("answer", ["same", "other", "mistake"])
def test_a_decision_can_be_taken_back(hall: Hall, answer: str) -> None:
    first, _ = hall.scan_at_both()
    hall.gather()
    before = hall.open()
    hall.settle(first, answer)

    doubles.reopen(hall.caller, hall.office, check_in=first)

    assert hall.open() == before
    assert doubles.settled(hall.caller, hall.office) == ()


def test_a_third_desk_that_is_heard_later_raises_the_question_again(hall: Hall) -> None:
    first, _ = hall.scan_at_both()
    hall.carry(hall.desks[0], hall.office)
    third = hall.scan(hall.office)  # already in, as the office knows: no admission
    hall.carry(hall.desks[1], hall.office)
    hall.settle(first, "same")
    assert third not in [one.check_in for one in doubles.settled(hall.caller, hall.office)[0].admissions]

    late = join_project(hall.folder / "late.db", hall.folder / "p.card", device_name="北门", passphrase=None)
    late.clock = lambda: world.NOW_MS
    packages.take_in(administrator(late), late, file=hall.folder / "list.qinting")
    cards.trust(hall.caller, hall.office, fingerprint_text=cards.own_fingerprint(late))
    hall.scan(late)
    hall.carry(late, hall.office)
    late.close()

    (found,) = hall.open()
    assert sorted(one.twice or "open" for one in found.admissions) == ["open", "same", "same"]


def test_two_walk_ins_who_turn_out_to_be_one_person_are_found_after_the_join(hall: Hall) -> None:
    pair = [
        check_ins.walk_in(administrator(desk), desk, event=hall.event, name="江晚", desk=desk.identity.name)[1]
        for desk in hall.desks
    ]
    hall.gather()
    assert hall.open() == ()

    join(hall.caller, hall.office, first=pair[0], second=pair[1])

    (found,) = hall.open()
    assert found.client == min(pair)
    assert [one.desk for one in found.admissions] == ["东门", "西门"]


def test_two_offices_that_decide_differently_disagree_and_a_person_settles_it(hall: Hall) -> None:
    first, second = hall.scan_at_both()
    hall.gather()
    hall.carry(hall.office, hall.desks[0])
    hall.settle(second, "other")
    doubles.settle(administrator(hall.desks[0]), hall.desks[0], check_in=first, answer="same")

    hall.carry(hall.desks[0], hall.office)

    assert ("check_in", second, "twice") in [(one.table, one.row_id, one.column) for one in conflicts(hall.office)]


def test_what_is_no_double_and_what_is_no_answer_is_refused(hall: Hall) -> None:
    first, second = hall.scan_at_both()
    with pytest.raises(Refused, match="no_double"):
        hall.settle(first, "same")  # has not come to the office yet
    hall.gather()
    with pytest.raises(Misused, match="code_unknown"):
        hall.settle(first, "maybe")
    hall.settle(second, "other")
    with pytest.raises(Refused, match="no_double"):
        hall.settle(first, "same")
    with pytest.raises(Refused, match="role_missing"):
        doubles.settle(Caller(None, frozenset({"kiosk"}), "kiosk"), hall.office, check_in=first, answer="same")


def test_the_command_line_lists_and_settles(hall: Hall, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = hall.scan_at_both()
    hall.gather()

    def said(*words: str) -> dict[str, object]:
        status = run(["--data", str(hall.file), "--json", "check-in", *words], lambda _args: 3)
        answer: dict[str, object] = json.loads(capsys.readouterr().out)
        assert status == (2 if "error" in answer else 0)
        return answer

    listed = said("doubles", "--event", "交付日")["doubles"]
    assert isinstance(listed, list)
    assert [(one["name"], [each["desk"] for each in one["admissions"]]) for one in listed] == [
        ("温若水 女士", ["东门", "西门"])
    ]
    assert said("settle-double", second, "same")["settled"] == "same"
    assert said("doubles")["doubles"] == []
    assert said("settle-double", first, "open")["settled"] is None
    assert len(said("doubles")["doubles"]) == 1  # type: ignore[arg-type]
    assert said("settle-double", "0" * 36, "same")["error"]
