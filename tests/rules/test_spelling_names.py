"""Names: keys, surnames, masks and the ways they are typed in Latin letters."""

import subprocess
import sys

import pytest

from db.spelling.names import COMPOUND_SURNAMES, masked, name_key, split_surname
from db.spelling.pinyin import name_readings, readings


@pytest.mark.parametrize("spelling", ["陈 立夏", "陈　立夏", "陈·立夏", "陈\u200b立夏", " 陈立夏\ufeff", "陈．立夏"])
def test_spellings_of_one_name_have_one_key(spelling: str) -> None:
    assert name_key(spelling) == name_key("陈立夏")


def test_case_and_width_do_not_part_a_latin_name() -> None:
    assert name_key("\uff21nna Lind") == name_key("ANNA LIND")


def test_different_names_have_different_keys() -> None:
    assert name_key("陈立夏") != name_key("陈立复")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("陈立夏", ("陈", "立夏")),
        ("欧阳明月", ("欧阳", "明月")),
        ("诸葛", ("诸", "葛")),
        ("Anna Lind", ("", "Anna Lind")),
        ("", ("", "")),
    ],
)
def test_a_surname_is_split_off(name: str, expected: tuple[str, str]) -> None:
    assert split_surname(name) == expected


def test_the_table_of_compound_surnames_holds_two_characters_each() -> None:
    assert len(COMPOUND_SURNAMES) >= 60
    assert {len(surname) for surname in COMPOUND_SURNAMES} == {2}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("陈立夏", "陈\uff0a夏"),
        ("陈夏", "陈\uff0a"),
        ("欧阳明月", "欧\uff0a\uff0a月"),
        ("Anna Lind", "A\uff0a"),
        ("岚", "\uff0a"),
        ("", ""),
    ],
)
def test_a_masked_name_keeps_only_its_ends(name: str, expected: str) -> None:
    assert masked(name) == expected


@pytest.mark.parametrize(
    ("surname", "reading"),
    [
        ("单", "shan"), ("仇", "qiu"), ("曾", "zeng"), ("解", "xie"), ("查", "zha"), ("盖", "ge"), ("朴", "piao"),
        ("区", "ou"), ("翟", "zhai"), ("缪", "miao"), ("覃", "qin"), ("种", "chong"), ("乐", "yue"), ("都", "du"),
        ("薄", "bo"), ("么", "yao"), ("卜", "bu"), ("阚", "kan"), ("浣", "huan"), ("贠", "yun"),
    ],
)  # fmt: skip
def test_a_surname_is_read_as_a_surname_first(surname: str, reading: str) -> None:
    assert name_readings(surname + "丽")[0] == (reading, "li")


def test_the_common_reading_of_a_surname_is_kept_as_well() -> None:
    assert ("dan", "li") in name_readings("单丽")
    assert ("tan", "li") in name_readings("覃丽")


def test_compound_surnames_keep_their_own_readings() -> None:
    assert name_readings("尉迟敏")[0] == ("yu", "chi", "min")
    assert name_readings("万俟敏")[0] == ("mo", "qi", "min")


def test_u_with_dots_is_typed_in_three_ways() -> None:
    assert readings("吕") == ("lv", "lu", "lyu")
    assert [reading[0] for reading in name_readings("吕芳")] == ["lv", "lu", "lyu"]


def test_traditional_characters_are_read_too() -> None:
    assert name_readings("陳偉")[0] == ("chen", "wei")


def test_the_spellings_of_one_name_are_capped() -> None:
    assert len(name_readings("单乐行重长朝")) <= 6


def test_the_reading_dictionary_is_loaded_only_when_a_name_is_read() -> None:
    code = "import sys, db.spelling.terms, db.spelling.phones; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
