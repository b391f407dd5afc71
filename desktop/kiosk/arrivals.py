"""What joins a page once the hall knows of an arrival: how many came, the ticket, the table."""

from dataclasses import replace

from desktop.kiosk.sheet import Sheet, Tile
from desktop.kiosk.state import Answer, Arrival, Door
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said

_WITH = Said(QT_TRANSLATE_NOOP("Kiosk", "A party of {count}"))
_COUNTED = Said(QT_TRANSLATE_NOOP("Kiosk", "{count} here, {expected} on the list"))
_TABLE_STEP = Said(QT_TRANSLATE_NOOP("Kiosk", "Please go to table {table}"))
_WAITING_STEP = Said(QT_TRANSLATE_NOOP("Kiosk", "Please have a seat, we will come for you"))
_TICKET = Said(QT_TRANSLATE_NOOP("Kiosk", "Your number"))
_TABLE = Said(QT_TRANSLATE_NOOP("Kiosk", "Table"))
_HOST = Said(QT_TRANSLATE_NOOP("Kiosk", "Your host"))
_HELMETS = Said(QT_TRANSLATE_NOOP("Kiosk", "Safety helmets"))
_PIECES = Said(QT_TRANSLATE_NOOP("Kiosk", "{count} to wear"))
_GIFT = Said(QT_TRANSLATE_NOOP("Kiosk", "Gift"))
_WHEN_LEAVING = Said(QT_TRANSLATE_NOOP("Kiosk", "As you leave"))


def arrived(sheet: Sheet, answer: Answer, door: Door) -> Sheet:
    """What became known since the answer: how many, the ticket, the table."""
    arrival = answer.arrival
    if arrival is None:
        return sheet
    if arrival.counted is not None and arrival.counted != arrival.expected and arrival.expected > 1:
        facts = (("count", str(arrival.counted)), ("expected", str(arrival.expected)))
        sheet = replace(sheet, lead=replace(_COUNTED, facts=facts))
    elif arrival.party > 1 and answer.outcome != "already":
        sheet = replace(sheet, lead=replace(_WITH, facts=(("count", str(arrival.party)),)))
    if arrival.direction == "executive" and answer.outcome != "already":
        sheet = replace(sheet, step=_WAITING_STEP, step_icon="armchair")
    elif arrival.table and arrival.direction == "table" and answer.outcome != "already":
        sheet = replace(sheet, step=replace(_TABLE_STEP, facts=(("table", arrival.table),)), step_icon="map-pin")
    return replace(sheet, tiles=_tiles(arrival, door, is_new=answer.is_admitted))


def _tiles(arrival: Arrival, door: Door, *, is_new: bool) -> tuple[Tile, ...]:
    tiles = [
        Tile(name, value)
        for name, value in ((_TICKET, arrival.ticket), (_TABLE, arrival.table), (_HOST, arrival.host))
        if value
    ]
    if is_new and "helmet" in door.shows:
        tiles.append(Tile(_HELMETS, replace(_PIECES, facts=(("count", str(arrival.party)),))))
    if is_new and "gift" in door.shows:
        tiles.append(Tile(_GIFT, _WHEN_LEAVING))
    return tuple(tiles)
