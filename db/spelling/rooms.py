"""Rooms in every spelling, read into phase, building, unit and room.

The key is stable and is what a unit's id is made of: `building/unit/room`, with `phase/` before it when a
phase is given, empty where one is missing: `3/2/1501`, `6//1201`, `//1501`, `2期/6/2/1201`, `澜园/3/2/1501`.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_MAX_PART = 4
_MAX_ROOM = 6
_LONGEST_TEXT = 120
_SEVERAL = re.compile(r"[、,，;；&\n]+|和")
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043~]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BRACKETS = frozenset("([【")
_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】")
_NUMERALS = re.compile(r"[〇零一二两三四五六七八九十百]+(?=\s*(?:[期区栋幢号座楼单门梯层室房户弄-]|$))")
_DIGIT_OF = {char: digit for char, digit in zip("零〇一二两三四五六七八九", "001223456789", strict=True)}
_WORD = re.compile(r"[A-Z]{2}")
_ENGLISH = re.compile(r"\b(PHASE|BUILDING|BLDG|TOWER|BLOCK|UNIT|FLOOR|ROOM|RM|FLAT)\b[.\s#:-]*([0-9]+[A-Z]?\b|[A-Z]\b)")
_LABEL_OF_ENGLISH = {
    "PHASE": "期", "BUILDING": "栋", "BLDG": "栋", "TOWER": "栋", "BLOCK": "栋", "UNIT": "单元",
    "FLOOR": "层", "ROOM": "室", "RM": "室", "FLAT": "室",
}  # fmt: skip
_PIECE = re.compile(
    r"(?P<value>[0-9]+(?:[A-Z][0-9]*)?|[A-Z]{1,2}[0-9]*[A-Z]?|[甲乙丙丁戊己庚辛东西南北中](?=[栋幢座号楼单门区]))"
    r"\s*(?P<label>期|区|弄|号院|号楼|楼栋|[栋幢座#]|单元?|[门梯]|层|楼|号房|[室房户]|号)?"
    r"|(?P<words>[^\W\d_A-Z]+)"
    r"|(?P<other>[^\s\-_/\\.·:,，、])"
)
_SLOT_OF_LABEL = {
    "期": "zone", "区": "zone", "弄": "zone", "号院": "zone", "号楼": "building", "楼栋": "building",
    "栋": "building", "幢": "building", "座": "building", "#": "building", "单元": "unit", "单": "unit", "门": "unit",
    "梯": "unit", "层": "floor", "号房": "room", "室": "room", "房": "room", "户": "room",
}  # fmt: skip
_BARE = re.compile(r"[0-9A-Z甲乙丙丁戊东西南北中]+")
_USUAL = re.compile(r"0*([1-9]\d{0,2})(?:栋-?|-)0*([1-9]\d?)(?:单元?-?|-)0*([1-9]\d{2,3})室?")
_A_DATE = re.compile(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}.*|\d{1,2}月\d{1,2}日?|"
    r"\d{1,2}-(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)
NO_ROOM = frozenset({"", "无", "無", "没有", "暂无", "待定", "未定", "-", "--", "/", "N/A", "NA", "NONE", "NULL"})


@dataclass(frozen=True, slots=True)
class RoomReading:
    """One room as understood; `typed` is what was written, `problem` a code or None.

    Problems: room_ambiguous (understood, but worth asking: 3-1501), room_unreadable, room_is_date; with the
    last two every part is None and `key` is empty.
    """

    phase: str | None
    building: str | None
    unit: str | None
    floor: str | None
    room: str | None
    key: str
    spoken: str
    typed: str
    problem: str | None = None

    @property
    def doubtful(self) -> bool:
        """Understood, yet another reading is possible."""
        return self.problem == "room_ambiguous"

    @property
    def readable(self) -> bool:
        """Whether there is a room at all."""
        return bool(self.key)


@dataclass(slots=True)
class _Parts:
    """What has been found so far in one text."""

    zones: list[str]
    slots: dict[str, str]
    bare: list[str]
    labelled: bool = False


def read_room(text: str) -> RoomReading:
    """Read one room; never raises, an unreadable text is told by `problem`."""
    return _read(_plain(text), text)


def _read(plain: str, typed: str) -> RoomReading:
    # Nearly every room of a long list is spelt like this, and is read five times as fast.
    usual = _USUAL.fullmatch(plain)
    if usual:
        building, unit, room = usual.groups()
        spoken = f"{building} 栋 {unit} 单元 {room}"
        return RoomReading(None, building, unit, None, room, f"{building}/{unit}/{room}", spoken, typed)
    if _A_DATE.fullmatch(plain):
        return _no_room(typed, "room_is_date")
    parts = _take_apart(plain)
    if parts is None or not _assign_bare(parts) or not _is_sound(parts):
        return _no_room(typed, "room_unreadable")
    return _reading(parts, typed)


def read_rooms(text: str) -> tuple[RoomReading, ...]:
    """The rooms of a cell that may name several, as in 3-2-1501、3-2-1502."""
    pieces = [piece for piece in _SEVERAL.split(text) if piece.strip()]
    if len(pieces) > 1:
        readings = tuple(read_room(piece.strip()) for piece in pieces)
        if all(reading.room and reading.building for reading in readings):
            return readings
    return (read_room(text),)


def join_room(phase: str | None, building: str | None, unit: str | None, room: str | None) -> RoomReading:
    """The room of a list with a column for each part; a column may be missing or hold more than its own."""
    cells = [(_plain(cell or ""), label) for cell, label in zip((phase, building, unit, room), "期栋单室", strict=True)]
    labelled = [_labelled(plain, label) for plain, label in cells if plain not in NO_ROOM]
    typed = "-".join(cell.strip() for cell in (phase, building, unit, room) if cell and cell.strip())
    number = cells[-1][0]
    if number and not _BARE.fullmatch(number):
        whole = _read(number, typed)
        if whole.building and not (whole.doubtful and building):
            named = phase and not whole.phase
            return _read(f"{_labelled(*cells[0])}-{number}", typed) if named else whole
    return _read("-".join(labelled), typed)


def compact_room(text: str) -> str:
    """The text without labels, separators and leading zeros: 3栋2单元1501 and 03-02-1501 are both 321501."""
    return "".join(
        _without_zeros(piece["value"]) if piece["value"] else piece["words"] or ""
        for piece in _PIECE.finditer(_plain(text))
    ).casefold()


def _plain(text: str) -> str:
    """One width, one dash, one case, digits for numerals, no remarks in brackets; a novel is cut short."""
    plain = text[:_LONGEST_TEXT].upper()
    if not text.isascii():
        plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", plain))
        plain = _NUMERALS.sub(lambda found: _numeral(found[0]), _DASHES.sub("-", plain))
    if not _BRACKETS.isdisjoint(plain):
        plain = _REMARK.sub("", plain)
    if _WORD.search(plain):
        plain = _ENGLISH.sub(lambda found: f" {found[2]}{_LABEL_OF_ENGLISH[found[1]]} ", plain)
    return plain.strip()


def _numeral(text: str) -> str:
    """一五零一 is read digit by digit, 二十一 and 一百零三 by value."""
    if "十" not in text and "百" not in text:
        return "".join(_DIGIT_OF[char] for char in text)
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += max(digit, 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = int(_DIGIT_OF[char])
    return str(total + digit)


def _without_zeros(value: str) -> str:
    return value.lstrip("0") or "0"


def _take_apart(plain: str) -> _Parts | None:
    """Labelled values go to their slots, the others wait in order; None when the text holds anything else."""
    parts = _Parts([], {}, [])
    pieces = list(_PIECE.finditer(plain))
    for place, piece in enumerate(pieces):
        is_last = place == len(pieces) - 1
        if piece["other"]:
            return None
        if piece["words"]:
            # A name goes before (澜园3栋), a remark behind (1501毛坯); words between numbers are no room.
            if place and not is_last:
                return None
            if not place:
                parts.zones.append(piece["words"])
        elif not _take_value(parts, _without_zeros(piece["value"]), piece["label"], is_last):
            return None
    return parts


def _take_value(parts: _Parts, value: str, label: str | None, is_last: bool) -> bool:
    if label is None:
        parts.bare.append(value)
        return True
    # 3楼1501 may be the building or the floor: that label alone makes nothing clear.
    parts.labelled = parts.labelled or label != "楼"
    if label == "号":
        slot = "room" if is_last else "building"
    elif label == "楼":
        slot = "floor" if "building" in parts.slots else "building"
    else:
        slot = _SLOT_OF_LABEL[label]
    if slot == "zone":
        parts.zones.append(value + label)
    elif slot in parts.slots:
        return False
    else:
        parts.slots[slot] = value
    return True


def _assign_bare(parts: _Parts) -> bool:
    """Unlabelled values fill the free slots from the right: room, unit, building, then the phase."""
    bare, slots = parts.bare, parts.slots
    free = [slot for slot in ("building", "unit", "room") if slot not in slots]
    # 3-2-15-01 keeps the floor apart from the door.
    if len(bare) > len(free) and "room" in free and len(bare) > 1 and max(map(len, bare[-2:])) <= 2:
        slots["floor"], slots["room"] = bare[-2:]
        free.remove("room")
        bare = bare[:-2]
    if len(bare) > len(free) and not parts.zones:
        parts.zones.append(bare[0] + "期")
        bare = bare[1:]
    if len(bare) > len(free):
        return False
    if len(bare) == 1 and "room" in free:
        _assign_single(parts, bare[0], free)
        return True
    if len(bare) == 2 and free == ["building", "unit", "room"]:
        free.remove("unit")
    slots.update(zip(free[len(free) - len(bare) :], bare, strict=True))
    return True


def _assign_single(parts: _Parts, value: str, free: Sequence[str]) -> None:
    """A1501 is building A, room 1501; every other lone value is the room."""
    split = re.fullmatch(r"([A-Z]+)(\d{3,})", value) if "building" in free else None
    if split:
        parts.slots["building"], parts.slots["room"] = split[1], _without_zeros(split[2])
    else:
        parts.slots["room"] = value


def _is_sound(parts: _Parts) -> bool:
    slots = parts.slots
    floor, room = slots.get("floor"), slots.get("room")
    if floor and room and len(room) <= 2:
        slots["room"] = room = floor + room.zfill(2)
    if room is None and "building" not in slots:
        return False
    if room is not None and (len(room) > _MAX_ROOM or not any(map(str.isdecimal, room)) or room == "0"):
        return False
    if room is not None and len(slots) == 1 and room.isdecimal() and len(room) < 3 and not parts.labelled:
        return False
    if any(len(zone) > 20 for zone in parts.zones):
        return False
    short = [slots.get(slot, "") for slot in ("building", "unit", "floor")]
    return all(len(value) <= _MAX_PART and not (value.isdecimal() and len(value) == _MAX_PART) for value in short)


def _reading(parts: _Parts, typed: str) -> RoomReading:
    slots = parts.slots
    phase = "".join(parts.zones) or None
    building, unit, room = slots.get("building"), slots.get("unit"), slots.get("room")
    numbered = re.fullmatch(r"([0-9]+|[A-Z])期", phase or "")
    key = "/".join(([phase] if phase else []) + [building or "", unit or "", room or ""])
    said = [
        f"{numbered[1]} 期" if numbered else phase or "",
        f"{building} {'栋' if building[0].isdecimal() else '座'}" if building else "",
        f"{unit} 单元" if unit else "",
        room or "",
    ]
    clear = room is not None and building is not None and (parts.labelled or _is_clear(parts.bare))
    return RoomReading(
        phase=numbered[1] if numbered else phase,
        building=building,
        unit=unit,
        floor=slots.get("floor"),
        room=room,
        key=key,
        spoken=" ".join(filter(None, said)),
        typed=typed,
        problem=None if clear else "room_ambiguous",
    )


def _is_clear(bare: Sequence[str]) -> bool:
    """Without labels: 3-2-1501 is clear, A-1501 too; 3-1501, A1501 and 3-15-2 could be read otherwise."""
    if len(bare) == 2:
        return not bare[0][0].isdecimal()
    return len(bare) > 3 or (len(bare) == 3 and len(bare[-1]) >= 3)


def _no_room(typed: str, problem: str) -> RoomReading:
    return RoomReading(None, None, None, None, None, "", typed.strip(), typed, problem)


def _labelled(plain: str, label: str) -> str:
    """A cell that holds only a value gets the label of its column."""
    return plain + label if _BARE.fullmatch(plain) else plain
