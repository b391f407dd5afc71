"""A client list read whole: every row comes in, repeats an earlier one, or is reported with its reason."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.easing import let_go
from db.errors import Unreadable
from db.spelling.names import name_key
from db.spelling.phones import read_phones
from db.spelling.rooms import NO_ROOM, RoomReading, join_room, read_rooms
from desktop.roster.cells import name_problem, read_count, read_date, read_relation, read_title
from desktop.roster.headings import IGNORED, Header, check_mapping, find_header
from desktop.roster.tables import Table, open_tables
from desktop.roster.values import OwnerKind, RejectedCell, Roster, RosterHead, RosterRow

_OWNER_KINDS: tuple[OwnerKind, ...] = ("property_butler", "sales_adviser", "contact")
_ROOM_FIELDS = ("phase", "building", "unit", "room_number", "room")
_NOTHING = frozenset({"无", "-", "--", "/", "暂无"})
_HEADINGS_TOLD = 12
_VALUE_TOLD = 200


def read_head(path: Path, mapping: Mapping[str, str] | None = None) -> RosterHead:
    """The headings alone, for mapping by hand; unlike read_roster it takes a list without names."""
    table, header = _find_table(path, check_mapping(mapping))
    return RosterHead(table.encoding, header.top + 1, header.columns, header.unmapped, header.fingerprint)


Remembered = Callable[[str], Mapping[str, str] | None]


def read_roster(
    path: Path, mapping: Mapping[str, str] | None = None, *, remembered: Remembered | None = None
) -> Roster:
    """Read a list; `mapping` (heading to field) goes before what is recognised.

    Without one `remembered` is asked, by the fingerprint of the headings, what they meant in an earlier list.

    Raises Unreadable: list_missing, list_in_use, list_empty, list_not_a_table, list_locked, list_damaged,
    list_too_large, list_too_wide, list_encoding, list_quotes, list_without_names.
    Raises Misused: list_field_unknown.
    """
    table, header = _find_table(path, check_mapping(mapping), None if mapping else remembered)
    if "name" not in header.fields:
        told = [heading[:20] for heading in dict.fromkeys(header.headings) if any(map(str.isalpha, heading))]
        raise Unreadable("list_without_names", headings="、".join(told[:_HEADINGS_TOLD]))
    found = _Found()
    columns = _Columns.of(header)
    for row, texts in _data_rows(table, header):
        if not columns.is_blank(texts):
            found.add(_read_row(row, texts, columns))
    if not found.read:
        raise Unreadable("list_empty")
    let_go(found.seen)
    return Roster(
        encoding=table.encoding,
        header_row=header.top + 1,
        columns=header.columns,
        unmapped=header.unmapped,
        fingerprint=header.fingerprint,
        rows=tuple(found.rows),
        rejected=tuple(found.rejected),
        read=found.read,
        repeats=tuple(found.repeats),
        sheet=table.name,
        merged=sum(merge.bottom >= header.top for merge in table.merges),
    )


def _find_table(path: Path, mapping: Mapping[str, str], remembered: Remembered | None = None) -> tuple[Table, Header]:
    """The first visible sheet with a column of names, else the first with any headings."""
    fallback: tuple[Table, Header] | None = None
    for table in open_tables(path):
        head = table.merged_head()
        header = find_header(head, mapping) or _unnamed(head)
        known = remembered(header.fingerprint) if remembered and header else None
        if known:
            header = find_header(head, check_mapping(known)) or header
        if header and "name" in header.fields:
            return table, header
        if fallback is None and header:
            fallback = table, header
    if fallback is None:
        raise Unreadable("list_empty")
    return fallback


def _unnamed(head: Sequence[Sequence[str]]) -> Header | None:
    """The first row with any text as headings that mean nothing yet."""
    texts = next((row for row in head if any(row)), None)
    return Header(0, tuple(texts), (None,) * len(texts)) if texts else None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each field stands, columns from 0, and how the list itself calls it."""

    headings: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    names: Mapping[str, str]
    known: tuple[int, ...]
    room_fields: tuple[str, ...]

    @classmethod
    def of(cls, header: Header) -> "_Columns":
        places: dict[str, tuple[int, ...]] = {}
        for place, name in enumerate(header.fields):
            if name and name != IGNORED:
                places[name] = (*places.get(name, ()), place)
        # "Unit" beside no room column is the room itself.
        if "unit" in places and not places.keys() & {"room", "room_number"}:
            places["room"] = places.pop("unit")
        return cls(
            headings=header.headings,
            places=places,
            names={
                name: "/".join(dict.fromkeys(header.headings[place] for place in found))
                for name, found in places.items()
            },
            known=tuple(place for found in places.values() for place in found),
            room_fields=tuple(name for name in _ROOM_FIELDS if name in places),
        )

    def is_blank(self, texts: Sequence[str]) -> bool:
        """Nothing where we look, or the headings printed once more."""
        if not any([texts[place] for place in self.known]):
            return True
        first = self.known[0]
        return texts[first] == self.headings[first] and all(
            texts[place] == self.headings[place] for place in self.known
        )

    def text(self, texts: Sequence[str], name: str, between: str = "\n") -> str:
        """The text of a field's columns, one after another; "" without any."""
        places = self.places.get(name, ())
        if len(places) == 1:
            return texts[places[0]]
        return between.join([texts[place] for place in places if texts[place]])


@dataclass(slots=True)
class _Found:
    """What has been read so far, and who has been seen where."""

    rows: list[RosterRow] = field(default_factory=list)
    rejected: list[RejectedCell] = field(default_factory=list)
    repeats: list[tuple[int, int]] = field(default_factory=list)
    read: int = 0
    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, taken: RosterRow | RejectedCell) -> None:
        self.read += 1
        if isinstance(taken, RejectedCell):
            self.rejected.append(replace(taken, value=taken.value[:_VALUE_TOLD]))
            return
        name = name_key(taken.name)
        room_mark = "room " + (taken.room.key if taken.room else "")
        marks = [(name, phone) for phone in taken.phones] or [(name, room_mark)]
        place = next((self.seen[mark] for mark in marks if mark in self.seen), None)
        if place is None:
            place = len(self.rows)
            self.rows.append(taken)
        else:
            self.repeats.append((taken.row, self.rows[place].row))
            self._keep_rooms(place, taken)
        for mark in marks if not taken.room else (*marks, (name, room_mark)):
            self.seen.setdefault(mark, place)

    def _keep_rooms(self, place: int, repeat: RosterRow) -> None:
        """A person with two rooms stands in the list twice; the second room is not to be lost."""
        first = self.rows[place]
        rooms = {room.key: room for room in (first.room, *first.other_rooms, repeat.room, *repeat.other_rooms) if room}
        if len(rooms) > bool(first.room) + len(first.other_rooms):
            room, *others = rooms.values()
            self.rows[place] = replace(first, room=room, other_rooms=tuple(others))


def _data_rows(table: Table, header: Header) -> Iterator[tuple[int, list[str]]]:
    """Rows below the headings with their line in the sheet; a cell merged downwards counts in each."""
    width = len(header.fields)
    below = max((merge.bottom for merge in table.merges if merge.top <= header.top <= merge.bottom), default=0)
    first = max(header.top, below) + 1
    bottoms = {(merge.top, merge.left): merge.bottom for merge in table.merges if merge.bottom > merge.top}
    columns = sorted({left for _, left in bottoms if left < width})
    open_merges: dict[int, tuple[int, str]] = {}
    for place, row in enumerate(table.rows()):
        if place < first:
            continue
        texts = row if len(row) >= width else [*row, *[""] * (width - len(row))]
        is_empty = not any(texts)
        for column in columns:
            bottom = bottoms.get((place, column))
            if bottom is not None:
                open_merges[column] = (bottom, texts[column])
            elif column in open_merges and place <= open_merges[column][0] and not is_empty:
                texts[column] = open_merges[column][1]
        yield place + 1, texts


def _read_row(row: int, texts: Sequence[str], columns: _Columns) -> RosterRow | RejectedCell:
    name = " ".join(columns.text(texts, "name").split())
    problem = name_problem(name)
    if problem:
        return RejectedCell(row, columns.names["name"], name, problem)
    phones = _read_phone_cells(row, texts, columns)
    if isinstance(phones, RejectedCell):
        return phones
    rooms = _read_room_cells(row, texts, columns)
    if isinstance(rooms, RejectedCell):
        return rooms
    owner_kind = next((kind for kind in _OWNER_KINDS if _said(columns.text(texts, kind))), None)
    relation = read_relation(columns.text(texts, "relation"))
    delivered = read_date(columns.text(texts, "delivered_on"))
    return RosterRow(
        row=row,
        name=name,
        title=read_title(columns.text(texts, "title")),
        phones=phones[0],
        phone_typed=phones[1],
        room=rooms[0] if rooms else None,
        relation=relation or ("owner" if rooms else "intending"),
        owner_name=_said(columns.text(texts, owner_kind)) if owner_kind else None,
        owner_kind=owner_kind,
        slot=_said(columns.text(texts, "slot")),
        companions=read_count(columns.text(texts, "companions")),
        note=_note(texts, columns),
        other_rooms=rooms[1:],
        channel=_said(columns.text(texts, "channel")),
        delivered_on=delivered.isoformat() if delivered else None,
    )


def _said(text: str) -> str | None:
    return None if text in _NOTHING else text or None


def _note(texts: Sequence[str], columns: _Columns) -> str | None:
    """The notes, and what has no value of ours: it is still what the list says."""
    kept = [_said(columns.text(texts, "note"))]
    relation, count = columns.text(texts, "relation"), columns.text(texts, "companions")
    if _said(relation) and read_relation(relation) is None:
        kept.append(f"{columns.names['relation']}：{relation}")
    if _said(count) and read_count(count) is None:
        kept.append(f"{columns.names['companions']}：{count}")
    delivered = columns.text(texts, "delivered_on")
    if _said(delivered) and read_date(delivered) is None:
        kept.append(f"{columns.names['delivered_on']}：{delivered}")
    return "\n".join(filter(None, kept)) or None


def _read_phone_cells(
    row: int, texts: Sequence[str], columns: _Columns
) -> tuple[tuple[str, ...], str | None] | RejectedCell:
    """All phones of the row and what was typed for them; the first that cannot be right rejects the row."""
    phones: dict[str, None] = {}
    typed: list[str] = []
    for place in (*columns.places.get("phone", ()), *columns.places.get("phone2", ())):
        reading = read_phones(texts[place])
        if reading.problem:
            facts = (("digits", reading.digits),)
            return RejectedCell(row, columns.headings[place], texts[place], reading.problem, facts)
        if reading.phones:
            phones.update(dict.fromkeys(reading.phones))
            typed.append(reading.typed)
    return tuple(phones), " / ".join(typed) or None


def _read_room_cells(row: int, texts: Sequence[str], columns: _Columns) -> tuple[RoomReading, ...] | RejectedCell:
    """The rooms of the row, none when nothing is written; one that is no room rejects the row."""
    # A heading merged over several columns makes one room of them: 3 | 2 | 1501.
    given = {name: columns.text(texts, name, between="-") for name in columns.room_fields}
    if all(text.upper() in NO_ROOM for text in given.values()):
        return ()
    if columns.room_fields == ("room",):
        rooms = read_rooms(given["room"])
    else:
        number = given.get("room_number") or given.get("room")
        rooms = (join_room(given.get("phase"), given.get("building"), given.get("unit"), number),)
    unreadable = next((room for room in rooms if not room.readable), None)
    if unreadable:
        heading = "/".join(columns.names[name] for name in columns.room_fields)
        return RejectedCell(row, heading, unreadable.typed, unreadable.problem or "room_unreadable")
    return tuple({room.key: room for room in rooms}.values())
