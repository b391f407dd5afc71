from itertools import groupby
from pathlib import Path

import pytest

from desktop.paper.fonts import bold, regular, to_unicode_map
from desktop.paper.kit import About, Sheet
from desktop.paper.lines import break_lines, paragraphs
from desktop.paper.measures import LEFT
from tests.paper.readers import Char, drawn
from tests.paper.samples import HEAD

MIXED = (
    "她说：“样板间（6 栋 2 单元）的玄关柜，图上也画了；现在呢？墙往前推了 10.5%，柜子放不下！”——这是 2026-05-16 "
    "的事……请看《合同附图》、https://example.com/plan?id=7 与阿依古丽·买买提明的回信，3,200 元（含税）。"
)
NEVER_FIRST = set("，。、；：？！…—·”’）〕】》〉」』％℃%),.;:?!")  # noqa: RUF001
NEVER_LAST = set("“‘（〔【《〈「『(￥")  # noqa: RUF001


@pytest.mark.parametrize("room_pt", range(60, 480, 4))
def test_no_line_begins_or_ends_with_a_forbidden_mark(room_pt: int) -> None:
    kind = regular()
    lines = break_lines(MIXED, [kind[char] for char in MIXED], room_pt * 100)
    assert "".join(lines).replace(" ", "") == MIXED.replace(" ", "")
    assert not [line for line in lines[1:] if line[0] in NEVER_FIRST]
    assert not [line for line in lines[:-1] if line[-1] in NEVER_LAST]
    assert all(kind.width_pt(line, 10) <= room_pt + 0.01 for line in lines)


def test_no_drawn_line_begins_or_ends_wrong_or_runs_over_at_a_hundred_widths(tmp_path: Path) -> None:
    out, sheet = tmp_path / "widths.pdf", Sheet(About("行", HEAD.company, HEAD.project, HEAD.as_of))
    rooms = [60 + 4 * step for step in range(100)]
    for room in rooms:
        for number, line in enumerate(sheet.lines(MIXED, room, 10)):
            sheet.write(LEFT, 60 + 18 * number, line, 10)
        sheet.end_page()
    sheet.save(out)

    pages = {page: list(chars) for page, chars in groupby(drawn(out).chars, lambda char: char.page)}
    assert len(pages) == len(rooms)
    counted = 0
    for page, room in enumerate(rooms):
        lines = drawn_lines(pages[page])
        counted += len(lines)
        assert "".join(char.text for line in lines for char in line) == MIXED.replace(" ", "")
        # A line of a word longer than itself has no better place to end.
        assert not [line for line in lines[1:] if line[0].text in NEVER_FIRST], room
        assert not [line for line in lines[:-1] if line[-1].text in NEVER_LAST], room
        assert max(line[-1].right for line in lines) <= LEFT + room + 0.01, room
        assert min(line[0].left for line in lines) >= LEFT - 0.01, room
    assert counted > 600


def drawn_lines(chars: list[Char]) -> list[list[Char]]:
    """The characters of one page, line by line; the lines stand 18 points apart, the first at 60."""
    return [list(line) for _, line in groupby(chars, lambda char: round((char.bottom - 57) / 18))]


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
