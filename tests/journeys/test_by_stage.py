"""Concerns read by stage and area; who took part; the words that lists begin with."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.errors import Misused
from db.records import Concern, Reception
from db.store import Store
from desktop.cli.main import run
from desktop.rules.codes import codes, label
from desktop.services.concerns import by_node, figures, listing, moving, recording
from desktop.services.events import events
from desktop.services.receptions import talks
from tests.screens import office_world as world
from tests.screens.office_world import People

NODES = codes("node")
AREAS = codes("area")
MAY = (date(2026, 5, 1), date(2026, 5, 31))


class House:
    """An office in which every node had an event, the first with one concern, the second with two, and so on."""

    def __init__(self, folder: Path) -> None:
        self.store: Store = world.found(folder / "office.db")
        self.store.clock = lambda: world.NOW_MS
        self.people: People = world.with_staff(self.store)
        self.caller, _ = world.with_event(self.store)
        self.events = [self._event(node) for node in NODES]
        for number, event in enumerate(self.events, start=1):
            for _ in range(number):
                self.heard(event, area=AREAS[number % len(AREAS)] if number < len(NODES) else None)

    def _event(self, node: str) -> str:
        return events.add(
            self.caller, self.store, node=node, title=node, starts="2026-05-23 08:00", ends="2026-05-23 18:00"
        )

    def heard(self, event: str, area: str | None = None) -> str:
        """One more concern."""
        made = recording.add(
            self.caller, self.store, event=event, received_by=self.people.host, words="窗边漏风", type_code="repair",
            area=area,
        )  # fmt: skip
        return made.concern


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("stages"))
    yield made
    made.store.close()


def test_a01_concerns_of_all_seven_nodes_are_counted_by_node_and_add_up_to_the_list(house: House) -> None:
    lines = by_node.nodes(house.caller, house.store)

    assert [(one.node, one.concerns) for one in lines] == [(node, number) for number, node in enumerate(NODES, start=1)]
    listed = listing.everything(house.caller, house.store, now_ms=world.NOW_MS)
    assert sum(one.concerns for one in lines) == len(listed) == 28
    one_event = by_node.nodes(house.caller, house.store, event=house.events[2])
    assert {one.node: one.concerns for one in one_event if one.concerns} == {NODES[2]: 3}


def test_a26_a27_the_areas_are_exactly_four_and_with_the_open_ones_add_up(house: House) -> None:
    counted = figures.areas(house.caller, house.store, first=MAY[0], last=MAY[1])

    assert set(AREAS) == {"product_quality", "engineering_quality", "service_quality", "organisation_support"}
    assert {area: counted[area] for area in AREAS} == {
        area: sum(number for number in range(1, 7) if AREAS[number % 4] == area) for area in AREAS
    }
    assert sum(counted.values()) == 28
    assert counted[""] == 7


def test_a26_what_is_taken_on_needs_its_area(house: House) -> None:
    concern = house.heard(house.events[0])
    told = {"department": "engineering", "grade": "2"}

    refused = moving.move(
        house.caller, house.store, concern=concern, target="accepted", by=house.people.coordinator, means="in_person",
        fields=told,
    )  # fmt: skip

    assert "field_missing" in {one.code for one in refused.refused}
    with house.store.transaction(verb="test.tidy") as tx:
        tx.save("concern", concern, {"deleted": 1})


def test_a27_b29_the_second_level_begins_with_what_clients_speak_of() -> None:
    begin = set(codes("sub_area"))

    assert begin >= {"design", "construction", "materials", "fittings", "public_area", "handover", "maintenance"}
    assert begin >= {"attitude", "information", "process"}
    assert begin >= {"doors_windows", "entrance", "privacy"}
    assert label("sub_area", "doors_windows", "zh") == "门窗"


def test_a03_nothing_is_taken_down_without_a_named_person_who_heard_it(house: House) -> None:
    told = ["--data", str(house.store.path), "concern", "add", "--event", house.events[0], "--words", "门锁打不开"]

    for heard_by in ((), ("--received-by", "谁也不是")):
        assert run([*told, "--type", "repair", *heard_by], window=lambda _args: 9) == 2
    talk = talks.start(house.caller, house.store, event=house.events[4], host=house.people.host)
    talks.set_present(house.caller, house.store, reception=talk.reception, staff=[house.people.handler])
    kept = house.store.get(Reception, talk.reception)
    assert kept is not None
    assert (kept.host, kept.present) == (house.people.host, house.people.handler)


def test_b26_where_it_was_heard_stands_against_where_it_could_have_been_prevented(house: House) -> None:
    assert by_node.prevention(house.caller, house.store) == ()
    at_handover = house.store.records(Concern, "WHERE event = :event ORDER BY id", event=house.events[4])

    with house.store.transaction(verb="test.ended") as tx:
        for concern in at_handover[:3]:
            tx.save("concern", concern.id, {"preventable_node": "product_positioning"})
        tx.save("concern", at_handover[3].id, {"preventable_node": "site_open_day"})

    assert [
        (one.heard_at, one.preventable_at, one.concerns) for one in by_node.prevention(house.caller, house.store)
    ] == [
        ("delivery", "product_positioning", 3),
        ("delivery", "site_open_day", 1),
    ]


def test_b30_departments_that_help_stand_beside_the_one_that_answers(house: House) -> None:
    concern = house.heard(house.events[5], area="engineering_quality")
    for target, fields in (
        ("accepted", {"department": "engineering", "grade": "2"}),
        ("dispatched", {"co_departments": "research_design property"}),
    ):
        moved = moving.move(
            house.caller, house.store, concern=concern, target=target, by=house.people.coordinator, means="in_person",
            fields=fields,
        )  # fmt: skip
        assert not moved.refused
    kept = house.store.get(Concern, concern)
    assert kept is not None
    assert (kept.department, kept.co_departments) == ("engineering", "research_design property")


def test_a_code_nobody_knows_is_not_taken_down(house: House) -> None:
    with pytest.raises(Misused, match="code_unknown"):
        house.heard(house.events[0], area="garden_quality")
