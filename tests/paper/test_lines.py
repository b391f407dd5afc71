import pytest

from desktop.paper.fonts import bold, regular, to_unicode_map
from desktop.paper.lines import break_lines, paragraphs

MIXED = (
    "她说：“样板间（6 栋 2 单元）的玄关柜，图上也画了；现在呢？墙往前推了 10.5%，柜子放不下！”——这是 2026-05-16 "
    "的事……请看《合同附图》、https://example.com/plan?id=7 与阿依古丽·买买提明的回信，3,200 元（含税）。"
)
NEVER_FIRST = set("，。、；：？！…—·”）》%)")
NEVER_LAST = set("“（《(")


@pytest.mark.parametrize("room_pt", range(60, 480, 4))
def test_no_line_begins_or_ends_with_a_forbidden_mark(room_pt: int) -> None:
    kind = regular()
    lines = break_lines(MIXED, [kind[char] for char in MIXED], room_pt * 100)
    assert "".join(lines).replace(" ", "") == MIXED.replace(" ", "")
    assert not [line for line in lines[1:] if line[0] in NEVER_FIRST]
    assert not [line for line in lines[:-1] if line[-1] in NEVER_LAST]
    assert all(kind.width_pt(line, 10) <= room_pt + 0.01 for line in lines)


def test_a_latin_word_stays_whole_unless_it_is_longer_than_the_line() -> None:
    assert break_lines("我们说 hello world", [1.0] * 15, 8) == ("我们说", "hello", "world")
    assert break_lines("abcdefghij", [1.0] * 10, 4) == ("abcd", "efgh", "ij")


def test_a_line_made_of_marks_alone_still_ends() -> None:
    assert break_lines("。。。。。", [1.0] * 5, 2) == ("。。", "。。", "。")


def test_one_character_too_wide_for_the_line_stands_alone() -> None:
    assert break_lines("宽窄", [9.0, 1.0], 2) == ("宽", "窄")


def test_paragraphs_keep_one_empty_line_between_them() -> None:
    assert paragraphs("\n一\r\n\n\n二\u2028三 \n") == ("一", "", "二", "三")
    assert paragraphs(" \n") == ()


def test_what_has_no_ink_is_dropped_and_white_space_is_a_space() -> None:
    assert regular().printable("陈\u200b知\ufe0f夏\x07\t女士\u00ad") == ("陈知夏 女士", "")


def test_a_rare_character_comes_from_the_second_face() -> None:
    runs = [(face, run) for face, run in bold().runs("李𠮷安")]
    assert [run for _, run in runs] == ["李", "𠮷", "安"]
    assert runs[1][0] != runs[0][0] == runs[2][0]


def test_the_map_to_characters_writes_surrogates_in_blocks_of_a_hundred() -> None:
    drawn = to_unicode_map("F", [0, *range(0x4E00, 0x4E00 + 149), 0x2CB5A])
    assert "<96> <D872DF5A>" in drawn
    assert "100 beginbfchar" in drawn
    assert "50 beginbfchar" in drawn
