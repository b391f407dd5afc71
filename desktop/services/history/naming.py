"""Ids in the history put into names, and telephones masked, for whoever reads it."""

from collections.abc import Mapping
from dataclasses import dataclass

from db import clients, people, trails
from db.records import BY_TABLE, CheckIn, Client, Concern, Event, EventStaff, FormBox, Invitation, Promise, Unit
from db.spelling.phones import phone_masked
from db.store import Reader
from desktop.rules.states import STATES, VERDICT_FIELDS
from desktop.services.guests.clients import name_with_title

_PHONES = ("phone", "phone2", "phone_typed")
_CLIENTS = ("client", "merged_into")
# Fields of steps that belong to a code list under another name, and those of tables.
_TOLD = (*VERDICT_FIELDS, *(field for state in STATES.values() for field in state.fields))
_LISTS = {field.name: field.choices for field in _TOLD if field.choices}
_TABLE_LISTS = {
    ("event", "node"): "node", ("staff", "level"): "level", ("client_unit", "relation"): "relation",
    ("client", "marks"): "client_mark", ("turn", "direction"): "direction",
    ("event_staff", "part"): "part", ("event", "shows"): "shows",
    ("concern", "part"): "building_part", ("concern", "facing"): "facing", ("concern", "warranty"): "warranty",
    ("concern", "rule_gap"): "rule_gap", ("concern", "solvable_on_site"): "solvable_on_site",
    ("promise", "kind"): "promise_kind", ("consent", "kind"): "consent_kind",
    ("attachment", "shows"): "picture_shows", ("attachment", "stage"): "stage",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it may be shown: ids are names, telephones masked; `choices` names the code list it belongs to."""

    shown: str
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """What the history needs to speak of people, devices and records."""

    reader: Reader
    staff: Mapping[str, str]
    devices: Mapping[str, str]

    @classmethod
    def of(cls, reader: Reader) -> "Names":
        """The names that this database knows."""
        return cls(reader, people.names(reader), trails.device_names(reader))

    def value(self, table: str, column: str, value: str | None) -> Value:
        """A cell's value in words as far as the database has them."""
        if not value:
            return Value("")
        if column in _PHONES:
            return Value(phone_masked(value))
        if value in self.staff:
            return Value(self.staff[value])
        if column in _CLIENTS:
            return Value(name_with_title(self.reader.get(Client, value)) or value)
        if column in ("concern", "master"):
            master = self.reader.get(Concern, value)
            return Value(master.number if master else value)
        if column == "event":
            event = self.reader.get(Event, value)
            return Value(event.title if event else value)
        if column == "unit":
            unit = self.reader.get(Unit, value)
            return Value(unit.spoken if unit else value)
        choices = _TABLE_LISTS.get((table, column)) or _LISTS.get(column, "")
        if column == "type" and table == "concern":
            choices = "type"
        return Value(value, choices)

    def title(self, table: str, row_id: str) -> tuple[str, str]:
        """(what a record is called, what it is about): a concern's number and words, a client's name and room."""
        reader = self.reader
        if table == "concern" and (kept := reader.get(Concern, row_id)):
            return kept.number, " ".join(kept.words.split())
        if table == "client" and (client := reader.get(Client, row_id)):
            return name_with_title(client), clients.room_spoken(reader, row_id)
        if table == "event" and (event := reader.get(Event, row_id)):
            return event.title, event.place or ""
        if table == "promise" and (promise := reader.get(Promise, row_id)):
            about = reader.get(Concern, promise.concern)
            return promise.text, about.number if about else ""
        if table == "check_in" and (decided := reader.get(CheckIn, row_id)):
            guest = reader.get(Client, decided.client) if decided.client else None
            return name_with_title(guest), decided.desk or ""
        if table == "invitation" and (invited := reader.get(Invitation, row_id)):
            return self.title("event", invited.event)[0], ""
        if table == "event_staff" and (duty := reader.get(EventStaff, row_id)):
            return self.staff.get(duty.staff, ""), duty.place or ""
        if table == "form_box" and (box := reader.get(FormBox, row_id)):
            return self.title("form", box.form)[0], box.box
        if table in self.named():
            found = reader.get(BY_TABLE[table], row_id)
            return str(getattr(found, self.named()[table], "") or ""), ""
        return "", ""

    @staticmethod
    def named() -> Mapping[str, str]:
        """Other tables whose rows have a name of their own."""
        return {
            "staff": "name",
            "reception": "number",
            "form": "number",
            "turn": "number",
            "project": "name",
            "device": "name",
        }
