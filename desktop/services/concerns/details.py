"""What stands beside the client's words: ours, where it is, what was felt and measured, who answers for it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from db import clients, units
from db.records import Code
from db.spelling.rooms import read_room
from db.store import Reader, Transaction
from desktop.rules import warranty
from desktop.rules.codes import known_code
from desktop.rules.times import day_of, kept_day
from desktop.services.zones import zone_of

# Field -> the code list it is chosen from; `risk` may hold several.
LISTS: Mapping[str, str] = {
    "sub_area": "sub_area",
    "part": "building_part",
    "facing": "facing",
    "solvable_on_site": "solvable_on_site",
    "rule_gap": "rule_gap",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Everything optional, "" where nothing was said. `unit` is a room as somebody writes it, `place` the spot in it,
    `risk` codes with spaces between, `standard_answer` an id."""

    summary: str = ""
    meaning: str = ""
    sub_area: str = ""
    unit: str = ""
    part: str = ""
    facing: str = ""
    perceived: str = ""
    measured: str = ""
    tolerance: str = ""
    responsible_unit: str = ""
    inspector: str = ""
    standard_answer: str = ""
    solvable_on_site: str = ""
    rule_gap: str = ""
    rule_gap_words: str = ""


NOTHING = Details()


@dataclass(frozen=True, slots=True)
class Home:
    """The room a concern is about; `kept` is its id, `unread` what was typed and is no room."""

    kept: str | None = None
    unread: str = ""


def checked_risk(risk: str | None, own: tuple[Code, ...]) -> str | None:
    """The flags as kept: codes in the order of the list, each once. Raises Misused `code_unknown`."""
    told = [one for one in (risk or "").replace(",", " ").replace("，", " ").replace("、", " ").split() if one]
    return " ".join(dict.fromkeys(known_code("risk", one, own) for one in told)) or None


def cells(details: Details, own: tuple[Code, ...]) -> dict[str, str | None]:
    """The columns of a concern that these details fill, besides the room. Raises Misused `code_unknown`."""
    found: dict[str, str | None] = {}
    for field in fields(details):
        value = str(getattr(details, field.name)).strip()
        if field.name != "unit" and value:
            found[field.name] = known_code(LISTS[field.name], value, own) if field.name in LISTS else value
    return found


def home_of(tx: Transaction, typed: str, client: str | None, *, has_spot: bool) -> Home:
    """The room meant by what was typed; a spot without a room lies in the only room that the client has."""
    if typed.strip():
        known = known_home(tx, typed, client)
        if known:
            return Home(known)
        reading = read_room(typed)
        return Home(clients.put_unit(tx, reading)) if reading.readable else Home(unread=typed.strip())
    own = units.of_client(tx, clients.root(tx, client)) if client and has_spot else ()
    return Home(own[0].id) if len(own) == 1 else Home()


def known_home(reader: Reader, typed: str, client: str | None) -> str | None:
    """The id of a known room: one of the client's own as it is spoken, or any by its key; nothing is added."""
    own = units.of_client(reader, clients.root(reader, client)) if client else ()
    said = typed.strip()
    for unit in own:
        if said in (unit.spoken, unit.key, unit.id):
            return unit.id
    reading = read_room(said)
    if not reading.readable:
        return None
    # 1201 alone is the client's 6-2-1201.
    near = [unit for unit in own if unit.room == reading.room and reading.building in (None, unit.building)]
    if len(near) == 1:
        return near[0].id
    found = units.of_key(reader, reading.key)
    return found.id if found else None


def standing(reader: Reader, unit: str | None, part: str | None, at_ms: int) -> warranty.Standing | None:
    """How a building element of a room stands under warranty at a moment; None where nothing can be said."""
    day = units.delivered_on(reader, unit) if unit and part else None
    if not day or not part:
        return None
    return warranty.standing(part, kept_day(day), day_of(at_ms, zone_of(reader)))
