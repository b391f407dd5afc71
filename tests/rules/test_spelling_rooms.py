"""Rooms in every spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.spelling.rooms import compact_room, join_room, read_room, read_rooms


def wide(text: str) -> str:
    """The same text as a Chinese input method types it at full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


@pytest.mark.parametrize(
    "text",
    [
        "3-2-1501", "3栋2单元1501", "3幢2单元1501室", "3号楼2单元1501号", "3#2-1501", wide("3-2-1501"),
        "03-02-1501", "3—2—1501", "三栋二单元一五零一", "3座2门1501房", "3/2/1501", "3 2 1501", "3栋-2单元-1501",
        "3楼2单元1501", "3-2-15-01", "3-2-1501(已售)", "Building 3 Unit 2 Room 1501",
        "3栋2单元15层01室", "3栋2单元15楼1501室",
        "3.2.1501", "3-2-1501毛坯", "③栋2单元1501",
    ],
)  # fmt: skip
def test_every_spelling_of_a_room_has_one_key(text: str) -> None:
    reading = read_room(text)
    assert (reading.key, reading.problem, reading.typed) == ("3/2/1501", None, text)
    assert reading.spoken == "3 栋 2 单元 1501"


@pytest.mark.parametrize("text", ["2期6-2-1201", "二期6栋2单元1201", "2-6-2-1201", "Phase 2 6-2-1201", "2期-6-2-12-01"])
def test_a_phase_goes_before_the_building(text: str) -> None:
    reading = read_room(text)
    assert (reading.phase, reading.key) == ("2", "2期/6/2/1201")
    assert reading.spoken == "2 期 6 栋 2 单元 1201"


@pytest.mark.parametrize(
    ("text", "key", "spoken"),
    [
        ("A座1501", "A//1501", "A 座 1501"),
        ("澜园3栋1501", "澜园/3//1501", "澜园 3 栋 1501"),
        ("A区3栋2单元1501", "A区/3/2/1501", "A区 3 栋 2 单元 1501"),
        ("东区3栋101", "东区/3//101", "东区 3 栋 101"),
        ("十二栋二单元101", "12/2/101", "12 栋 2 单元 101"),
        ("88弄3号1501室", "88弄/3//1501", "88弄 3 栋 1501"),
        ("3-2-0301", "3/2/301", "3 栋 2 单元 301"),
        ("3栋2单元15A", "3/2/15A", "3 栋 2 单元 15A"),
    ],
)
def test_other_ways_of_numbering_are_read(text: str, key: str, spoken: str) -> None:
    reading = read_room(text)
    assert (reading.key, reading.spoken, reading.problem) == (key, spoken, None)


@pytest.mark.parametrize(
    ("text", "building", "room"),
    [
        ("3-1501", "3", "1501"),
        ("A1501", "A", "1501"),
        ("3楼1501", "3", "1501"),
        ("1501", None, "1501"),
        ("8栋", "8", None),
    ],
)
def test_an_ambiguous_room_is_understood_but_doubtful(text: str, building: str | None, room: str | None) -> None:
    reading = read_room(text)
    assert (reading.building, reading.room) == (building, room)
    assert reading.doubtful
    assert reading.problem == "room_ambiguous"


@pytest.mark.parametrize("text", ["", "-", "见备注", "见备注3", "待定", "????", "13800138000", "3-2-1501/1502"])
def test_what_is_no_room_is_unreadable(text: str) -> None:
    reading = read_room(text)
    assert (reading.key, reading.problem) == ("", "room_unreadable")


@pytest.mark.parametrize("text", ["2024-03-12", "2024/3/12", "3月12日", "12-Mar", "2024-03-12 10:00"])
def test_a_room_that_the_sheet_turned_into_a_date_is_told(text: str) -> None:
    assert read_room(text).problem == "room_is_date"


@pytest.mark.parametrize(
    ("phase", "building", "unit", "room", "key"),
    [
        (None, "3", "2", "1501", "3/2/1501"),
        ("二期", "6栋", "2单元", "1201室", "2期/6/2/1201"),
        (None, "3号楼", None, "1501", "3//1501"),
        (None, "3", "2", "3-2-1501", "3/2/1501"),
        ("2", "3", "2", "3-2-1501", "2期/3/2/1501"),
        (None, "3", None, "2-1501", "3/2/1501"),
        ("澜园", "三", "二", "301", "澜园/3/2/301"),
        (None, None, None, "3-2-1501", "3/2/1501"),
        (None, "2期3栋", "2", "1501", "2期/3/2/1501"),
        (None, "A", "-", "1501", "A//1501"),
    ],
)
def test_parts_in_columns_make_the_same_room(
    phase: str | None, building: str | None, unit: str | None, room: str, key: str
) -> None:
    assert join_room(phase, building, unit, room).key == key


def test_several_rooms_in_a_cell_are_several_rooms() -> None:
    assert [room.key for room in read_rooms("3-2-1501、3-2-1502")] == ["3/2/1501", "3/2/1502"]
    assert [room.key for room in read_rooms("3，2，1501")] == ["3/2/1501"]


def test_a_room_for_searching_has_no_separators() -> None:
    assert {compact_room(text) for text in ("3-2-1501", "3栋2单元1501", "3#2-1501", "03-02-1501")} == {"321501"}


@given(st.integers(1, 99), st.integers(1, 20), st.integers(100, 9999))
def test_all_spellings_of_any_room_agree(building: int, unit: int, room: int) -> None:
    spellings = (
        f"{building}-{unit}-{room}",
        f"{building}栋{unit}单元{room}",
        f"{building}#{unit}-{room}",
        f"{building} 号楼 {unit} 单元 {room} 室",
    )
    assert {read_room(spelling).key for spelling in spellings} == {f"{building}/{unit}/{room}"}
    assert join_room(None, str(building), str(unit), str(room)).key == f"{building}/{unit}/{room}"


@given(st.text())
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    reading = read_room(text)
    assert bool(reading.key) == (reading.problem in (None, "room_ambiguous"))
    assert join_room(text, text, text, text).typed is not None
