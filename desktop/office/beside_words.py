"""What was written beside a client's words, ready to be shown: pairs of field and value, codes with their list."""

from collections.abc import Mapping

from db.records import Concern, Unit
from db.store import Reader

# Field -> the list its code belongs to; "" for words of a person. In the order shown.
_FIELDS: Mapping[str, str] = {
    "summary": "", "meaning": "", "sub_area": "sub_area", "unit": "", "place": "", "facing": "facing",
    "part": "building_part", "warranty": "warranty", "perceived": "", "measured": "", "tolerance": "",
    "responsible_unit": "", "inspector": "", "solvable_on_site": "solvable_on_site", "rule_gap": "rule_gap",
    "rule_gap_words": "",
}  # fmt: skip


def written_beside(reader: Reader, concern: Concern) -> tuple[tuple[str, str, str], ...]:
    """(field, value, list of the code or "") of everything that is there; a room as it is spoken."""
    found = [(name, str(getattr(concern, name) or ""), choices) for name, choices in _FIELDS.items()]
    unit = reader.get(Unit, concern.unit) if concern.unit else None
    spoken = unit.spoken if unit else ""
    return tuple((name, spoken if name == "unit" else value, choices) for name, value, choices in found if value)
