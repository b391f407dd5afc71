"""Walking a home: which of its parts are looked at, in which order and at what, and what belongs on such a sheet."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

# What is looked at with each part, from the door inwards, in Chinese as all papers are. A part that a project added
# itself has no words here; its row stays free.
LOOKED_AT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "doors_windows": "开关、密封、五金、玻璃",
        "wall": "平整、垂直、空鼓、裂缝",
        "ceiling": "平整、裂缝、水渍",
        "floor": "平整、坡度、空鼓",
        "waterproofing": "闭水、地漏、墙根",
        "plumbing": "给水、排水、渗漏",
        "electrical": "插座、开关、照明、配电箱",
        "heating": "温度、阀门、渗漏",
        "cooling": "制冷、冷凝水、噪声",
        "fittings": "橱柜、洁具、五金",
        "railing": "高度、牢固、间距",
        "structure": "开裂、变形",
        "outdoors": "门厅、走道、管井、外墙",
    }
)
_LAST: Final = "other"
# A concern whose part nobody named says it by its sub-area.
_PART_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "doors_windows": "doors_windows",
        "leakage": "waterproofing",
        "fittings": "fittings",
        "public_area": "outdoors",
    }
)
# What is said about these is about the home itself.
_OF_THE_HOME: Final = frozenset({"product_quality", "engineering_quality"})
_DEFECTS: Final = frozenset({"repair", "complaint"})


def in_order(parts: Iterable[str]) -> tuple[str, ...]:
    """The codes of building parts as they are walked; the project's own stand before "other", which is last."""
    found = tuple(dict.fromkeys(parts))
    own = tuple(one for one in found if one not in LOOKED_AT and one != _LAST)
    return (*(one for one in LOOKED_AT if one in found), *own, *((_LAST,) if _LAST in found else ()))


def part_of(part: str | None, sub_area: str | None) -> str:
    """The part under which a concern stands; "" where nobody said."""
    return part or _PART_OF.get(sub_area or "", "")


def is_of_a_home(*, part: str, place: str | None, unit: str | None, type_code: str, area: str | None) -> bool:
    """Whether a concern can be looked at in the home: it has a spot there, or is a defect of what was built."""
    if part or place or unit:
        return True
    return type_code == "repair" or (type_code in _DEFECTS and area in _OF_THE_HOME)
