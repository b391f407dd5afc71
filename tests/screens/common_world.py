"""An office in which many clients said the same things: ten matters, six clients to each, in six buildings."""

from pathlib import Path

from db.ids import named_id
from db.records import Client, ClientUnit, Unit
from db.store import Store, Transaction
from desktop.services.concerns import recording
from desktop.services.registry import Caller
from tests.likeness.concerns import BY_MATTER
from tests.screens.office_world import People, found, with_event, with_staff

NAMES = ["沈一诺", "单雨桐", "顾南乔", "秦念", "许慕白", "周可嘉"]
AREA = {
    "signal": "engineering_quality", "bathroom_slope": "engineering_quality", "window_wind": "engineering_quality",
    "hall_wall": "product_quality", "lift_wait": "product_quality", "calls": "service_quality",
    "cleaning": "service_quality", "school": "organisation_support", "refund": "organisation_support",
    "heating": "engineering_quality",
}  # fmt: skip


def add_client(place: Store | Transaction, number: int, name: str) -> str:
    """A client with a room of their own."""
    if isinstance(place, Store):
        with place.transaction(verb="test") as tx:
            return add_client(tx, number, name)
    client = f"client-{number}"
    room = f"{number % 6 + 1}-{number % 2 + 1}-{number % 9 + 1:02d}0{number % 4 + 1}"
    building, unit, flat = room.split("-")
    unit_id = named_id("unit", "test", str(number))
    place.insert(Client(id=client, created_at=1, name=name, title="女士", phone=f"+86138{number:08d}"))
    place.insert(Unit(id=unit_id, created_at=0, key=room, spoken=room, building=building, unit=unit, room=flat))
    place.insert(ClientUnit(id=named_id("link", str(number)), created_at=0, client=client, unit=unit_id))
    return client


def say(
    place: Store | Transaction, event: str, people: People, words: str, client: str | None, area: str | None = None
) -> str:
    """Take down what a client said."""
    return recording.add(
        Caller(None, frozenset({"administrator"}), "office"), place, event=event, received_by=people.host, words=words,
        type_code="complaint", area=area, client=client,
    ).concern  # fmt: skip


def told(file: Path, matters: int = 10, each: int = 6) -> tuple[str, People, dict[str, list[str]]]:
    """A database with so many matters; returns the event, the staff and the concerns of each matter."""
    made: dict[str, list[str]] = {}
    with found(file) as store:
        people = with_staff(store)
        _, event = with_event(store)
        with store.transaction(verb="test") as tx:
            for matter in list(AREA)[:matters]:
                for place, words in enumerate(BY_MATTER[matter][:each]):
                    client = add_client(tx, sum(map(len, made.values())) + 1, NAMES[place])
                    made.setdefault(matter, []).append(say(tx, event, people, words, client, AREA[matter]))
    return event, people, made
